"""REPEAL: a unit goes, its place stays (Ordinance 01/2012/UBTVQH13, article 16); what has no number leaves no place."""

from __future__ import annotations

from lawtrack.consolidate.apply.inside import deleted_inside
from lawtrack.consolidate.apply.substitute import end_unknown, front
from lawtrack.consolidate.identity import emptied, touched
from lawtrack.consolidate.resolve import locate_range
from lawtrack.consolidate.scene import Done, Result, Scene, Spot, missing
from lawtrack.consolidate.tree import Path, Tree, unlabelled
from lawtrack.law.message import Message
from lawtrack.law.operation import Operation, Part
from lawtrack.law.provision import Kind, Provision
from lawtrack.law.refusal import Reason, Refusal


def repeal(scene: Scene, operation: Operation) -> Result:
    """The target, or every unit of the target range, or a part of it."""
    spots = locate_range(scene, operation)
    if isinstance(spots, Refusal):
        return spots
    if not spots[0].path:
        return missing(operation, Message("no unit is named; the repeal of a whole act is another operation"))
    if spots[0].inner:
        return deleted_inside(scene, operation, spots[0])
    standing = [s for s in spots if not s.unit.repealed]
    if not standing:
        who = spots[0].unit.causes[-1:]
        return Refusal(
            Reason.TARGET_REPEALED,
            Message("{place:address} is already repealed", place=operation.target.address),
            expected=operation.target.address.vietnamese(),
            others=who,
        )
    part = operation.target.part if operation.target.part is not Part.WHOLE else spots[0].part
    if part is not Part.WHOLE:
        return _part(scene, operation, spots[0], part)
    if open_ended := next((r for s in standing if (r := end_unknown(scene.now, s, operation))), None):
        return open_ended
    tree = scene.now
    after: list[Provision] = []
    # From the last to the first, so that removing one does not move the next.
    for spot in reversed(standing):
        tree = _without(tree, spot.path, operation, after)
    return Done(tree, scene.now.address(standing[0].path), tuple(s.unit for s in standing), tuple(reversed(after)))


def _without(tree: Tree, path: Path, operation: Operation, after: list[Provision]) -> Tree:
    unit = tree.at(path)
    if unlabelled(unit) or unit.kind is Kind.HANG:
        return tree.replaced(path)
    after.append(emptied(unit, operation))
    return tree.replaced(path, after[-1])


def _part(scene: Scene, operation: Operation, spot: Spot, part: Part) -> Result:
    address = scene.now.address(spot.path)
    if part is Part.HEADING:
        if not spot.unit.heading:
            return missing(operation, Message("{place:address} has no heading", place=address))
        unit = touched(spot.unit, operation, heading="")
    elif part is Part.LEAD and spot.unit.text:
        unit = touched(spot.unit, operation, text="")
    else:
        paragraphs = front(spot.unit) if part is Part.LEAD else [i for i, c in enumerate(spot.unit.children) if c.kind is Kind.DOAN][-1:]
        if len(paragraphs) != 1 or (part is Part.TAIL and paragraphs[0] != len(spot.unit.children) - 1):
            opening = Message("{place:address} has not one opening paragraph, but {n}", place=address, n=len(paragraphs))
            return missing(operation, opening if part is Part.LEAD else Message("{place:address} has no closing paragraph", place=address))
        path = (*spot.path, paragraphs[0])
        return Done(scene.now.replaced(path), scene.now.address(path), (scene.now.at(path),), ())
    return Done(scene.now.replaced(spot.path, unit), address, (spot.unit,), (unit,))
