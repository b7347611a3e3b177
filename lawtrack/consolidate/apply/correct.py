"""CORRECT: an erratum puts a misprint right (Decree 78/2025/NĐ-CP, article 9). It changes no content, and holds from the day
the corrected words hold."""

from __future__ import annotations

from lawtrack.consolidate.apply.substitute import substitute
from lawtrack.consolidate.apply.words import delete_text, replace_text
from lawtrack.consolidate.scene import Result, Scene
from lawtrack.law.operation import Operation


def correct(scene: Scene, operation: Operation) -> Result:
    """The words of the erratum in place of the misprinted ones; a whole unit where the erratum restates one."""
    if operation.payload:
        return substitute(scene, operation)
    return replace_text(scene, operation) if operation.put else delete_text(scene, operation)
