"""Units merged into fewer, or one split into several, where the quotation gives all the words: "gộp khoản 2 và khoản 3 Điều 5 thành khoản 2
như sau: “…”", "tách khoản 2 thành khoản 2 và khoản 2a như sau: “…”"."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from lawtrack.amend.clauses import Clause
from lawtrack.amend.draft import NOTHING_FOLLOWS, Draft, cited, first, mismatch, unclear
from lawtrack.amend.quotations import Payload, Slot
from lawtrack.amend.references import Ref
from lawtrack.law.address import Address
from lawtrack.law.message import Message
from lawtrack.law.operation import Action, Part
from lawtrack.law.provision import Kind
from lawtrack.law.refusal import Reason
from lawtrack.text.labels import follows

_NUMBERED = (Kind.KHOAN, Kind.DIEM, Kind.DIEU)


def in_the_place_of(clause: Clause) -> list[Ref]:
    """The units that come to stand in the place of the objects, each with the larger units of these."""
    above = clause.objects[0].steps[:-1] if clause.objects else ()
    return [replace(r, steps=(*above, *r.steps), joined="") if len(r.steps) == 1 else r for r in clause.at]


def recast(clause: Clause, slots: Sequence[Slot], payload: Payload | None, base: Address) -> Draft:
    """One operation: the quoted units in the place of the objects, which run on without a gap; the first keeps its number."""
    old, new = clause.objects, [s.ref for s in slots]
    if any(r.unclear for r in old):
        return unclear(r for r in old if r.unclear)[0]
    if not old or not new:
        return mismatch(first(clause), base, Message("what the units become is not said"), "", Reason.TARGET_AMBIGUOUS)
    if payload is None:
        return mismatch(old[0], base, NOTHING_FOLLOWS, "", Reason.PAYLOAD_MISSING)
    alike = {(r.steps[:-1], r.steps[-1].kind) for r in (*old, *new) if r.steps}
    plain = all(r.steps and r.through is None and r.part is Part.WHOLE for r in (*old, *new))
    running = all(follows(a.steps[-1].label, b.steps[-1].label) for a, b in pairwise(old)) if plain else False
    if not plain or len(alike) > 1 or not running or old[0].steps[-1].kind not in _NUMBERED or old[0].steps[-1] != new[0].steps[-1]:
        problem = Message("units that do not run on, or take other places, are merged or split")
        return mismatch(old[0], base, problem, "", Reason.UNSUPPORTED)
    if open_ := next((s for s in slots if s.unit is None), None):
        problem = open_.doubt or Message("the quotation does not hold {place:address}", place=open_.ref.address)
        return mismatch(old[0], base, problem, "")
    last = old[-1].address if len(old) > 1 else None
    units = tuple(s.unit for s in slots if s.unit is not None)
    return Draft(Action.SUBSTITUTE, old[0].address, act=cited(old[0]), through=last, payload=units)
