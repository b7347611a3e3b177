"""Drafts of operations that put units of a quotation into the act: in the place of others, or beside them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lawtrack.amend.cited import Cited
from lawtrack.amend.clauses import Clause
from lawtrack.amend.draft import NOTHING_FOLLOWS, Draft, cited, first, mismatch, unclear
from lawtrack.amend.quotations import Payload, Slot
from lawtrack.amend.references import Ref
from lawtrack.law.address import Address, Step
from lawtrack.law.message import Message
from lawtrack.law.operation import Action, Part, Place, Position
from lawtrack.law.provision import CONTAINERS, Kind, Provision
from lawtrack.law.refusal import Reason
from lawtrack.text.labels import key


def name_of(unit: Provision) -> str:
    """How messages call a unit of a quotation."""
    return Address.of((unit.kind, unit.label)).vietnamese() if unit.label else f"đoạn “{unit.text[:40]}…”"


def substituted(slot: Slot, payload: Payload | None) -> Draft:
    """A unit, its title or one of its paragraphs, in the words of the quotation."""
    ref = slot.ref
    if payload is None:
        return mismatch(ref, Address(), NOTHING_FOLLOWS, "", Reason.PAYLOAD_MISSING)
    if not slot.filled:
        problem = slot.doubt or Message("the quotation does not hold {place:address}", place=ref.address)
        return mismatch(ref, Address(), problem, ", ".join(name_of(u) for u in payload.units))
    if ref.part is Part.HEADING:
        if ref.steps and ref.steps[-1].kind in (Kind.KHOAN, Kind.DIEM):
            return Draft(Action.SUBSTITUTE, ref.address, Part.LEAD, cited(ref), payload=(Provision(Kind.DOAN, text=slot.words),))
        return Draft(Action.RETITLE, ref.address, Part.HEADING, cited(ref), put=slot.words)
    if ref.part in (Part.LEAD, Part.TAIL):
        return Draft(Action.SUBSTITUTE, ref.address, ref.part, cited(ref), payload=(Provision(Kind.DOAN, text=slot.words),))
    assert slot.unit is not None
    if slot.body:
        return Draft(Action.SUBSTITUTE, ref.address, Part.BODY, cited(ref), payload=(slot.unit,))
    if ref.titled and slot.unit.kind is Kind.DIEU and not slot.unit.children:
        return Draft(Action.RETITLE, ref.address, Part.HEADING, cited(ref), put=slot.unit.heading)
    if ref.titled and all(c.kind is Kind.DOAN for c in slot.unit.children):
        return mismatch(
            ref, Address(), Message("the title of this unit or the whole of it is not said"), slot.unit.heading, Reason.TARGET_AMBIGUOUS
        )
    if _begun_late(slot.unit):
        problem = Message("the quotation of this unit does not begin with its first part: whether the others stay is not said")
        return mismatch(ref, Address(), problem, ", ".join(map(name_of, slot.unit.children)), Reason.TARGET_AMBIGUOUS)
    return Draft(Action.SUBSTITUTE, ref.address, act=cited(ref), payload=(slot.unit,))


def _begun_late(unit: Provision) -> bool:
    """Whether the clauses or points of a quoted unit begin with another label than the first."""
    for kind in (Kind.KHOAN, Kind.DIEM, Kind.TIET):
        label = next((c.label for c in unit.children if c.kind is kind), "")
        if label and key(label).split("-")[-1] not in ("1", "01", "a", "i") and not re.fullmatch(r"[a-zđ]+1", label):
            return True
    return False


def inserted(clause: Clause, slots: list[Slot], payload: Payload | None, base: Address) -> list[Draft]:
    """Units that come in: beside the one named, else where their label tells."""
    if payload is None:
        target = first(clause) or next((s.ref for s in slots), None)
        return [mismatch(target, base, NOTHING_FOLLOWS, "", Reason.PAYLOAD_MISSING)]
    if clause.at and any(r.unclear for r in clause.at):
        return unclear(r for r in clause.at if r.unclear)
    if not slots:
        return _appended(clause, payload, base)
    if titles := [s for s in slots if s.ref.part is Part.HEADING and not clause.at]:
        return [_title_given(s, payload) for s in titles]
    if any(s.ref.unclear for s in slots) and not clause.at:
        return unclear(s.ref for s in slots if s.ref.unclear)
    out: list[Draft] = []
    filled = [s for s in slots if s.filled]
    for slot in slots:
        if not slot.filled:
            anchor = clause.at[0] if clause.at else slot.ref
            out.append(
                mismatch(
                    anchor,
                    base,
                    slot.doubt or Message("the quotation does not hold {place:address}", place=slot.ref.address),
                    ", ".join(name_of(u) for u in payload.units),
                )
            )
    if not filled:
        return out
    units = tuple(s.unit if s.unit is not None else Provision(Kind.DOAN, text=s.words) for s in filled)
    if clause.position in (None, Position.INTO) and (counted := _counted(clause, filled, units)):
        return [*out, *counted]
    if clause.at:
        at, problem = _neighbour(clause.at)
        if problem:
            return [*out, mismatch(at, base, problem, "", Reason.UNSUPPORTED)]
        address, position = _beside(at, clause.position)
        out.append(Draft(Action.INSERT, address, act=cited(at), payload=units, position=position, within=at.container))
        return out
    # No place is said: the label tells ("Bổ sung khoản 9 Điều 3").
    groups: dict[Address, list[Provision]] = {}
    acts: dict[Address, Cited | None] = {}
    for slot, unit in zip(filled, units, strict=True):
        receiver = slot.ref.address.parent
        groups.setdefault(receiver, []).append(unit)
        acts[receiver] = cited(slot.ref)
    for receiver, members in groups.items():
        out.append(Draft(Action.INSERT, receiver, act=acts[receiver], payload=tuple(members), position=Position.INTO))
    return out


def _title_given(slot: Slot, payload: Payload) -> Draft:
    """ "Bổ sung tên Điều 5 như sau": a title where there was none; that of a clause may be new words or its opening words changed."""
    if slot.ref.steps and slot.ref.steps[-1].kind in (Kind.DIEU, *CONTAINERS):
        return substituted(slot, payload)
    return mismatch(slot.ref, Address(), Message("a title comes in where clauses have none"), slot.words, Reason.TARGET_AMBIGUOUS)


def _neighbour(at: Sequence[Ref]) -> tuple[Ref, Message | None]:
    """The one unit beside which, or into which, units come, and why it is not one. Containers behind an article tell where that stands
    ("vào trước Điều 9, Mục 3 Chương II")."""
    first, rest = at[0], at[1:]
    if not rest:
        return first, None
    if first.steps and first.steps[-1].kind is Kind.DIEU and all(r.steps and r.steps[-1].kind in CONTAINERS for r in rest):
        return replace(first, within=tuple(s for r in reversed(rest) for s in r.steps)), None
    return first, Message("several units are named as the place of what comes in")


def _counted(clause: Clause, filled: Sequence[Slot], units: tuple[Provision, ...]) -> list[Draft]:
    """ "Bổ sung đoạn thứ hai vào khoản 3 Điều 36": paragraphs, bullets and sentences take the number that is named; [] for any other
    unit."""
    slot = filled[0]
    step = slot.step if slot.ref.part is Part.WHOLE else None
    if len(clause.at) > 1 or not (step is None or step.kind in (Kind.DOAN, Kind.GACH, Kind.CAU)):
        return []
    above = clause.at[0] if clause.at else slot.ref
    receiver = above.address if clause.at or step is None else above.address.parent
    draft = Draft(Action.INSERT, receiver, act=cited(above), payload=units)
    if step is not None and step.kind is Kind.CAU:
        number = int(step.key) if step.key.isdigit() else 0  # the last one comes behind the last
        beside = Step(Kind.CAU, "1" if number == 1 else str(number - 1) if number else step.key)
        position = Position.BEFORE if number == 1 else Position.AFTER
        return [replace(draft, address=Address((*receiver.steps, beside)), position=position, part=above.part)]
    if step is None or step.key == "1":
        return (
            [replace(draft, position=Position.END if slot.ref.part is Part.TAIL else Position.START)]
            if slot.ref.part is not Part.HEADING
            else []
        )
    if not step.key.isdigit():
        return []
    before = Step(step.kind, str(int(step.key) - 1))
    return [replace(draft, address=Address((*receiver.steps, before)), position=Position.AFTER)]


def _appended(clause: Clause, payload: Payload, base: Address) -> list[Draft]:
    """Words without a label: "Bổ sung vào cuối khoản 1 Điều 2 như sau: …", "Bổ sung một số khoản vào Điều 5 như sau: …"."""
    at = clause.at[0] if clause.at else None
    units = tuple(payload.units)
    payload.extra.clear()
    if at is None and not base:
        return [mismatch(None, base, Message("where the units go is not said"), ", ".join(map(name_of, units)), Reason.TARGET_AMBIGUOUS)]
    (address, position), act = (_beside(at, clause.position), cited(at)) if at else ((base, clause.position), None)
    if clause.sentence or (address and address.steps[-1].kind is Kind.CAU):
        if not clause.sentence:
            problem = Message("a paragraph comes in beside a sentence: whether as a new one is not said")
            return [mismatch(at, base, problem, units[0].text if units else "", Reason.TARGET_AMBIGUOUS)]
        return [_sentence(at, address, position, act, units)]
    if all(u.kind is Kind.DOAN for u in units) and clause.position in (None, Position.INTO):
        problem = Message("a paragraph comes in without a place")
        return [mismatch(at, base, problem, units[0].text if units else "", Reason.TARGET_AMBIGUOUS)]
    if clause.content and all(u.kind is Kind.DOAN and u.text[:1].isupper() for u in units):
        problem = Message("a sentence comes in: in the last paragraph or as a new one is not said")
        return [mismatch(at, base, problem, units[0].text, Reason.TARGET_AMBIGUOUS)]
    if len(units) == 1 and units[0].kind is Kind.DOAN and units[0].text[:1].islower() and clause.position in (Position.END, Position.START):
        place = Place.END if clause.position is Position.END else Place.START
        return [Draft(Action.INSERT_TEXT, address, act=act, put=units[0].text, place=place)]
    return [Draft(Action.INSERT, address, act=act, payload=units, position=position or Position.INTO)]


def _sentence(at: Ref | None, address: Address, position: Position | None, act: Cited | None, units: tuple[Provision, ...]) -> Draft:
    """Sentences beside a sentence, or at the start or the end of a unit."""
    edge = {Position.START: ("1", Position.BEFORE), Position.END: ("cuoi", Position.AFTER)}.get(position) if position else None
    if edge:
        address, position = Address((*address.steps, Step(Kind.CAU, edge[0]))), edge[1]
    if position is None or position is Position.INTO or address.steps[-1].kind is not Kind.CAU:
        problem = Message("a sentence comes in, and between which it stands is not said")
        return mismatch(at, address, problem, units[0].text, Reason.TARGET_AMBIGUOUS)
    part = at.part if at is not None else Part.WHOLE
    return Draft(Action.INSERT, address, part, act, payload=units, position=position)


def _beside(at: Ref, position: Position | None) -> tuple[Address, Position | None]:
    """The neighbour of what comes in, and the side: behind the opening words is behind the first paragraph, behind the last is the end."""
    if at.steps and at.steps[-1].kind is Kind.CAU:
        return at.address, position
    if at.part is Part.LEAD and position in (Position.AFTER, Position.BEFORE):
        return Address((*at.address.steps, Step(Kind.DOAN, "1"))), position
    if at.part is Part.TAIL and position is Position.AFTER:
        return at.address, Position.END
    return at.address, position
