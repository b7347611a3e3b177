"""RENUMBER: a unit takes another label, or moves to another place, and stays the unit it is. Rare, since amendments leave numbers alone
(Decree 78/2025/NĐ-CP, article 66(1)), and real all the same (Law 19/2008/QH12, article 2)."""

from __future__ import annotations

from lawtrack.consolidate.apply.order import disorder, displaced, moved_to, place_of, settled
from lawtrack.consolidate.identity import touched
from lawtrack.consolidate.resolve import locate
from lawtrack.consolidate.scene import Done, Moved, Result, Scene, Spot, missing
from lawtrack.consolidate.tree import Path, key, unlabelled
from lawtrack.law.message import Message
from lawtrack.law.operation import Operation
from lawtrack.law.provision import Kind, Provision
from lawtrack.law.refusal import Reason, Refusal


def renumber(scene: Scene, operation: Operation) -> Result:
    """The target bears the label `put`, in the unit `target.within` where one is named. Another unit may bear the label already only as the
    place of a repealed one, or where the same act renumbers that one too. A unit whose number no longer fits where it stands goes to where
    the number belongs."""
    spot = locate(scene, operation)
    if isinstance(spot, Refusal):
        return spot
    if not spot.path or unlabelled(spot.unit):
        return missing(operation, Message("{place:address} bears no number", place=operation.target.address))
    if not operation.put:
        return Refusal(Reason.PAYLOAD_MISSING, Message("the new number is missing"))
    if spot.unit.repealed:
        return Refusal(Reason.TARGET_REPEALED, Message("{place:address} is repealed", place=operation.target.address))
    holder = locate(scene, operation, operation.target.within) if operation.target.within else None
    if isinstance(holder, Refusal):
        return holder
    if holder is not None and holder.unit.repealed:
        return Refusal(Reason.TARGET_REPEALED, Message("{place:address} is repealed", place=operation.target.within))
    for other in _bearers(scene, spot.path, spot.unit.kind, operation.put, holder):
        if settled(scene, operation, other) and other.uid != spot.unit.uid:
            new = operation.target.within if holder is not None and spot.unit.kind is not Kind.DIEU else scene.now.address(spot.path).parent
            return Refusal(
                Reason.ALREADY_THERE,
                Message("{place:address} stands there already", place=new.child(spot.unit.kind, operation.put)),
                expected=operation.put,
                found=other.heading or other.text,
            )
    mark = spot.unit.mark.replace(spot.unit.label, operation.put, 1)  # "3)" becomes "4)", as its neighbours are printed
    after = touched(spot.unit, operation, label=operation.put, mark=mark if operation.put in mark else "")
    away = holder is not None and not _holds(holder, spot)
    tree, path = scene.now.replaced(spot.path, after), spot.path
    if away or displaced(scene, tree, path, operation):
        place = place_of(scene, operation, spot.path, after, holder if away else None)
        if isinstance(place, Refusal):
            return place
        tree, path = moved_to(scene.now, spot.path, after, place)
    if disorder(scene, tree, path, operation) > disorder(scene, scene.now, spot.path, operation):
        return Refusal(
            Reason.TARGET_AMBIGUOUS,
            Message("articles of {place:address} would stand out of their order: their new numbers are not said", place=tree.address(path)),
            found=scene.now.address(spot.path).vietnamese(),
        )
    left = scene.now.parent(spot.path).uid
    moved = Moved(
        spot.unit.uid,
        spot.unit.label,
        operation.put,
        scene.day,
        operation.origin.document,
        left if tree.parent(path).uid != left else "",
    )
    return Done(tree, scene.now.address(spot.path), (spot.unit,), (after,), moved=(moved,))


def _holds(holder: Spot, spot: Spot) -> bool:
    """Whether the unit stands in the holder already: an article anywhere in it, any other unit directly."""
    n = len(holder.path)
    return spot.path[:n] == holder.path and (len(spot.path) == n + 1 or spot.unit.kind is Kind.DIEU)


def _bearers(scene: Scene, path: Path, kind: Kind, label: str, holder: Spot | None) -> list[Provision]:
    tree = scene.now
    if kind is Kind.DIEU:
        return [tree.at(p) for p in tree.articles(tree.root_of(path), key(label))]
    above = tree.parent(path) if holder is None else holder.unit
    return [c for c in above.children if c.kind is kind and key(c.label) == key(label)]
