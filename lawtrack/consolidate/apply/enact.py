"""ENACT: a provision of a new act comes into force. The words stand from the first; only the day is told."""

from __future__ import annotations

from lawtrack.consolidate.resolve import locate_range
from lawtrack.consolidate.scene import Done, Result, Scene
from lawtrack.law.operation import Operation
from lawtrack.law.refusal import Refusal


def enact(scene: Scene, operation: Operation) -> Result:
    """Nothing changes in the tree; `before` and `after` are what comes into force."""
    spots = locate_range(scene, operation)
    if isinstance(spots, Refusal):
        return spots
    units = tuple(s.unit for s in spots) if operation.target.address else ()
    return Done(scene.now, operation.target.address, units, units)
