"""UNWRAP: a container goes, what it held stays where it was ("Bãi bỏ tên Mục 1 … trong Chương III")."""

from __future__ import annotations

from lawtrack.consolidate.resolve import locate_range
from lawtrack.consolidate.scene import Done, Result, Scene, missing
from lawtrack.law.address import kind_name
from lawtrack.law.message import Message
from lawtrack.law.operation import Operation
from lawtrack.law.provision import CONTAINERS, Provision
from lawtrack.law.refusal import Refusal


def unwrap(scene: Scene, operation: Operation) -> Result:
    """The container vanishes with its number and heading; its children take its place."""
    spots = locate_range(scene, operation)
    if isinstance(spots, Refusal):
        return spots
    if wrong := [s for s in spots if s.unit.kind not in CONTAINERS]:
        return missing(
            operation,
            Message("{place:address} is no part, chapter or section", place=operation.target.address),
            found=kind_name(wrong[0].unit.kind),
        )
    tree = scene.now
    after: tuple[Provision, ...] = ()
    for spot in reversed(spots):
        after = (*spot.unit.children, *after)
        tree = tree.replaced(spot.path, *spot.unit.children)
    return Done(tree, scene.now.address(spots[0].path), tuple(s.unit for s in spots), after)
