"""What an amending act gives in its annexes: "Thay thế Mẫu số 04 Phụ lục II … bằng Mẫu số 04 ban hành kèm theo Nghị định này".

The drafts say which of the act's own annexes and forms come in (`Draft.enclosed`); the unit that goes keeps its number and place
(Ordinance 01/2012/UBTVQH13, article 14) and takes the content of the other. `payload` finds them in the act.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lawtrack.amend.clauses import Clause
from lawtrack.amend.draft import Draft, cited, manual, unclear
from lawtrack.amend.references import Ref
from lawtrack.law.address import TITLED, Address, Step, addressed
from lawtrack.law.enclosures import bears_title, unbounded
from lawtrack.law.message import Message
from lawtrack.law.operation import Action, Part, Position
from lawtrack.law.provision import Kind, Provision
from lawtrack.law.refusal import Reason, Refusal
from lawtrack.text.labels import number_key

_UNITS = (Kind.PHU_LUC, Kind.MAU)


def is_enclosure(ref: Ref) -> bool:
    """Whether a reference names an annex or a form as a whole."""
    return bool(ref.steps) and ref.steps[-1].kind in _UNITS and ref.part is Part.WHOLE and ref.through is None


def replaced(clause: Clause) -> list[Draft]:
    """Annexes and forms replaced by those of this act: named one by one in the same order, by the annex that holds them, or, where no
    more is said than that this act gives them, by the same number."""
    if any(r.unclear for r in clause.objects):
        return unclear(r for r in clause.objects if r.unclear)
    if clause.by_act is not None and not clause.by_act.own:
        return [_refused(r, Message("another act gives what comes in")) for r in clause.objects]
    pairs = _pairs(clause)
    if pairs is None:
        named = ", ".join(r.address.vietnamese() for r in clause.by)
        open_ = Message("which of {units} takes its place is not said", units=named)
        return [_refused(r, open_, Reason.TARGET_AMBIGUOUS) for r in clause.objects]
    return [
        Draft(Action.SUBSTITUTE, old.address, act=cited(old), enclosed=(new,))
        if is_enclosure(old) and (new.last is None or new.last.kind in _UNITS)
        else _refused(old, Message("a part of an annex is replaced by an annex of this act"))
        for old, new in pairs
    ]


def _pairs(clause: Clause) -> list[tuple[Ref, Address]] | None:
    old, new = clause.objects, clause.by
    if any(r.through for r in (*old, *new)) or any(r.unclear for r in new):
        return None
    if not new:
        return [(r, Address(r.steps[-1:])) for r in old]
    if len(new) == 1 and [s.kind for s in new[0].steps] == [Kind.PHU_LUC] and all(r.steps and r.steps[-1].kind is Kind.MAU for r in old):
        # "bằng mẫu tại Phụ lục I ban hành kèm theo Nghị định này": the form of the same number in that annex
        return [(r, Address((*new[0].steps, r.steps[-1]))) for r in old]
    return [(o, n.address) for o, n in zip(old, new, strict=True)] if len(old) == len(new) else None


def inserted(clause: Clause, base: Address) -> list[Draft]:
    """ "Bổ sung Phụ lục V ban hành kèm theo Thông tư này", "Bổ sung Mẫu số 14a vào sau Mẫu số 14": annexes and forms of this act come into
    the other, those with one place together."""
    out: list[Draft] = []
    pairs = _pairs(clause) if clause.by else [(r, r.address) for r in clause.objects]
    if pairs is None or any(r.unclear for r in (*clause.objects, *clause.at)):
        open_ = [r for r in (*clause.objects, *clause.at) if r.unclear]
        return unclear(open_) or [_refused(r, Message("which unit of this act comes in is not said")) for r in clause.objects]
    for ref, enclosed in pairs:
        if not is_enclosure(ref):
            out.append(_refused(ref, Message("a part of an annex of this act comes in")))
        else:
            at, position = _place(clause, ref, base)
            act = cited(clause.at[0]) if clause.at else cited(ref)
            draft = Draft(Action.INSERT, at, act=act, position=position, enclosed=(enclosed,))
            last = out[-1] if out else None
            if last and last.enclosed and (last.address, last.position, last.act) == (at, position, act):
                out[-1] = replace(last, enclosed=(*last.enclosed, enclosed))
            else:
                out.append(draft)
    return out


def _place(clause: Clause, ref: Ref, base: Address) -> tuple[Address, Position]:
    if clause.at and clause.position is not None:
        return (clause.at[-1] if clause.position is Position.AFTER else clause.at[0]).address, clause.position
    if clause.at:
        return clause.at[0].address, Position.INTO
    return (Address(ref.steps[:-1]) or base.root), Position.INTO


def _refused(ref: Ref, problem: Message, reason: Reason = Reason.UNSUPPORTED) -> Draft:
    return manual(ref, Address(), Refusal(reason, problem, expected=ref.address.vietnamese()))


# -- what the act holds --------------------------------------------------------------------------------------------------------
def payload(body: Provision, enclosed: Sequence[Address], wanted: frozenset[Address]) -> tuple[Provision, ...] | Refusal:
    """The units of this act which come in; a refusal where one is not there, stands there twice, or where its end is not certain.
    `wanted` are the annexes and forms that the commands of the act name as its own."""
    found: list[Provision] = []
    for address in enclosed:
        named = _named(body, address)
        if len(named) != 1:
            times = Message("{place:address}, which comes in, stands {n} times in this act", place=address, n=len(named))
            none = Message("{place:address}, which is to be put in, does not stand in this act", place=address)
            remedy = Message("import the act with its annexes")
            if named:
                return Refusal(Reason.PAYLOAD_UNREADABLE, times, expected=address.vietnamese())
            return Refusal(Reason.PAYLOAD_MISSING, none, expected=address.vietnamese(), remedy=remedy)
        holder, unit = named[0]
        labels = {a.steps[-1].key for a in wanted if a.steps[-1].kind is unit.kind}
        if problem := unbounded(holder, unit, labels):
            uncertain = Message("where {place:address} of this act ends is not certain: {problem}", place=address, problem=problem)
            return Refusal(Reason.PAYLOAD_UNREADABLE, uncertain, expected=address.vietnamese())
        found.append(unit)
    return tuple(found)


def _named(body: Provision, address: Address) -> list[tuple[Provision, Provision]]:
    """(what holds it, unit) for every annex or form of the act to which the address can lead; larger units it does not name may stand
    around it."""
    holders = {id(child): unit for unit in body.walk() for child in unit.children}
    out = []
    for at, unit in addressed(body):
        wanted_title = address.steps[-1].key.removeprefix(TITLED) if address.steps[-1].key.startswith(TITLED) else ""
        named = bears_title(holders[id(unit)], unit, wanted_title) if wanted_title else _same(at.steps[-1], address.steps[-1])
        if unit.kind in _UNITS and named:
            above = iter(at.steps[:-1])
            if all(any(_same(step, wanted) for step in above) for wanted in address.steps[:-1]):
                out.append((holders[id(unit)], unit))
    return out


def _same(step: Step, wanted: Step) -> bool:
    return step.kind is wanted.kind and number_key(step.key.partition("~")[0]) == number_key(wanted.key)
