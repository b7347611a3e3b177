"""The note at the end of an annex or a form ("phần ghi chú của Phụ lục II"): what stands from the paragraph that begins with "Ghi chú" to
the end, replaced, repealed, or changed in its words as one."""

from __future__ import annotations

from dataclasses import replace

from lawtrack.consolidate.apply.substitute import end_unknown
from lawtrack.consolidate.identity import newborn
from lawtrack.consolidate.resolve import locate
from lawtrack.consolidate.scene import Done, Result, Scene, Spot, missing
from lawtrack.law.address import NOTE, Address, is_note
from lawtrack.law.message import Message
from lawtrack.law.operation import Operation
from lawtrack.law.provision import ENCLOSED, Kind
from lawtrack.law.refusal import Reason, Refusal

_IN_NOTES = (Kind.DOAN, Kind.GACH, Kind.KHOAN, Kind.DIEM, Kind.TIET)


def speaks_of_note(address: Address) -> bool:
    """Whether an address means the note of a unit."""
    return bool(address) and address.steps[-1].kind is Kind.DOAN and address.steps[-1].key == NOTE


def note_spots(scene: Scene, operation: Operation) -> list[Spot] | Refusal:
    """The parts of the note, in order; a refusal where there is none, or it is not certain what belongs to it."""
    address = operation.target.address
    holder = locate(scene, operation, address.parent)
    if isinstance(holder, Refusal):
        return holder
    if holder.unit.kind not in (Kind.PHU_LUC, Kind.MAU):
        return missing(operation, Message("{place:address} is no annex and no form", place=address.parent))
    children = holder.unit.children
    begins = [i for i, c in enumerate(children) if c.kind is Kind.DOAN and is_note(c.text)]
    if len(begins) != 1:
        return missing(operation, Message("{place:address} has {n} notes", place=address.parent, n=len(begins)))
    end = next((i for i, c in enumerate(children) if c.kind in ENCLOSED), len(children))
    parts = children[begins[0] : end]
    odd = next((c for c in parts if c.kind not in _IN_NOTES), None)
    if odd is not None:
        return Refusal(
            Reason.TARGET_AMBIGUOUS,
            Message("where the note of {place:address} ends is not certain", place=address.parent),
            found=odd.heading or odd.text or odd.kind,
        )
    return end_unknown(scene.now, holder, operation) or [Spot((*holder.path, begins[0] + n), part) for n, part in enumerate(parts)]


def replaced_note(scene: Scene, operation: Operation) -> Result:
    """The quoted note in the place of the old one; without a payload nothing."""
    spots = note_spots(scene, operation)
    if isinstance(spots, Refusal):
        return spots
    carrier = operation.payload[0] if len(operation.payload) == 1 else None
    if operation.payload and (carrier is None or not is_note(carrier.text)):
        return Refusal(Reason.PAYLOAD_UNREADABLE, Message("the quotation does not begin like a note"))
    new = (replace(carrier, children=()), *carrier.children) if carrier is not None else ()
    tree = scene.now
    for spot in reversed(spots):
        tree = tree.replaced(spot.path)
    holder, first = spots[0].path[:-1], spots[0].path[-1]
    tree = tree.inserted(holder, first, *new)
    taken: frozenset[str] = frozenset(c.uid for c in tree.at(holder).children)
    for n in range(len(new)):
        path = (*holder, first + n)
        born = newborn(tree.at(path), operation, tree.address(path), taken)
        tree, taken = tree.replaced(path, born), taken | {born.uid}
    after = tuple(tree.at((*holder, first + n)) for n in range(len(new)))
    return Done(tree, scene.now.address(spots[0].path), tuple(s.unit for s in spots), after)
