"""OVERLAY: other words hold for a time; before and after it the text is as if they had never been."""

from __future__ import annotations

from lawtrack.consolidate.apply.substitute import substitute
from lawtrack.consolidate.apply.words import replace_text
from lawtrack.consolidate.scene import Result, Scene
from lawtrack.law.operation import Operation


def overlay(scene: Scene, operation: Operation) -> Result:
    """A unit, or words in it, for the time of the effect. The end is the timeline's business."""
    return substitute(scene, operation) if operation.payload else replace_text(scene, operation)
