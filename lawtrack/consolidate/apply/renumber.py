"""RENUMBER: a unit takes another label and stays the unit it is. Rare, since amendments leave numbers alone (Decree 78/2025/NĐ-CP,
article 66(1)), and real all the same (Law 19/2008/QH12, article 2)."""

from __future__ import annotations

from lawtrack.consolidate.identity import touched
from lawtrack.consolidate.resolve import locate
from lawtrack.consolidate.scene import Done, Moved, Result, Scene, missing
from lawtrack.consolidate.tree import Path, key, unlabelled
from lawtrack.law.address import Address
from lawtrack.law.message import Message
from lawtrack.law.operation import Operation
from lawtrack.law.provision import Kind, Provision
from lawtrack.law.refusal import Reason, Refusal


def renumber(scene: Scene, operation: Operation) -> Result:
    """The target bears the label `put`. Another unit may bear it already only as the place of a repealed one, or where the
    same act renumbers that one too."""
    spot = locate(scene, operation)
    if isinstance(spot, Refusal):
        return spot
    if not spot.path or unlabelled(spot.unit):
        return missing(operation, Message("{place:address} bears no number", place=operation.target.address))
    if not operation.put:
        return Refusal(Reason.PAYLOAD_MISSING, Message("the new number is missing"))
    if spot.unit.repealed:
        return Refusal(Reason.TARGET_REPEALED, Message("{place:address} is repealed", place=operation.target.address))
    for other in _bearers(scene, spot.path, spot.unit.kind, operation.put):
        if not other.repealed and other.uid not in scene.moving and other.uid != spot.unit.uid:
            return Refusal(
                Reason.ALREADY_THERE,
                Message("{place:address} stands there already", place=_renamed(scene.now.address(spot.path), operation.put)),
                expected=operation.put,
                found=other.heading or other.text,
            )
    after = touched(spot.unit, operation, label=operation.put, mark="")
    return Done(
        scene.now.replaced(spot.path, after),
        scene.now.address(spot.path),
        (spot.unit,),
        (after,),
        moved=(Moved(spot.unit.uid, spot.unit.label, operation.put, scene.day, operation.origin.document),),
    )


def _renamed(address: Address, label: str) -> Address:
    return address.parent.child(address.steps[-1].kind, label)


def _bearers(scene: Scene, path: Path, kind: Kind, label: str) -> list[Provision]:
    tree = scene.now
    if kind is Kind.DIEU:
        return [tree.at(p) for p in tree.articles(tree.root_of(path), key(label))]
    return [c for c in tree.parent(path).children if c.kind is kind and key(c.label) == key(label)]
