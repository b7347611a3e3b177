"""Drafts of operations that give units other numbers."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lawtrack.amend.clauses import Clause
from lawtrack.amend.draft import Draft, cited, first, manual, unclear
from lawtrack.amend.references import Ref
from lawtrack.law.address import Address, Step
from lawtrack.law.message import Message
from lawtrack.law.operation import Action, Position
from lawtrack.law.provision import Kind
from lawtrack.law.refusal import Reason, Refusal
from lawtrack.text.labels import key


def renumber(clause: Clause) -> list[Draft]:
    """One draft for each unit and its new number; one refusal where they cannot be paired."""
    objects, at = _one_by_one(clause.objects), _one_by_one(clause.at)
    problem = None
    if any(s.kind is Kind.MAU for r in objects for s in r.steps[-1:]):
        problem = Message("a form takes the place of another, or only its number: not computed")
    elif len(objects) != len(at) or any(r.through for r in (*objects, *at)):
        problem = Message("which unit takes which number is not said")
    elif any(o.steps and n.steps and o.steps[-1].kind is not n.steps[-1].kind for o, n in zip(objects, at, strict=True)):
        problem = Message("a unit becomes one of another kind")
    if problem:
        return [manual(first(clause), Address(), Refusal(Reason.UNSUPPORTED, problem, remedy=Message("enter each unit in the ledger")))]
    return [_moved(old, new) for old, new in zip(objects, at, strict=True)]


def _moved(old: Ref, new: Ref) -> Draft:
    """The new number of a unit, and where it stands from then on if that is another unit."""
    if old.unclear or new.unclear:
        return unclear([old if old.unclear else new])[0]
    draft = Draft(Action.RENUMBER, old.address, act=cited(old), put=new.steps[-1].label)
    if len(new.steps) == 1:
        return draft  # the number alone: it stays where it is
    above = new.container if new.steps[-1].kind is Kind.DIEU else new.address.parent
    stays = old.container if new.steps[-1].kind is Kind.DIEU else old.address.parent
    return draft if above == stays else replace(draft, within=above)


def bare(refs: Sequence[Ref]) -> bool:
    """Whether new numbers are said without the unit they stand in ("khoản 3 Điều 5 thành khoản 4"): they stand where the old ones did."""
    return all(len(r.steps) == 1 and not r.within for r in refs)


def _one_by_one(refs: Sequence[Ref]) -> list[Ref]:
    """The units of a range whose ends are plain numbers ("khoản 5 đến khoản 15"); any other reference as it is."""
    out: list[Ref] = []
    for ref in refs:
        ends = [s.key for s in (ref.steps[-1], ref.through)] if ref.through and ref.steps else []
        if ends and all(e.isdigit() for e in ends) and int(ends[0]) < int(ends[1]):
            kind = ref.steps[-1].kind
            numbers = range(int(ends[0]), int(ends[1]) + 1)
            out += [replace(ref, steps=(*ref.steps[:-1], Step(kind, str(n))), through=None) for n in numbers]
        else:
            out.append(ref)
    return out


def moved_first(made: Sequence[Draft]) -> list[Draft]:
    """The drafts of one command, an insertion behind the new numbers that make room for it ("Bổ sung khoản 1 và chuyển các khoản 1, 2 thành
    các khoản 2, 3")."""
    moved = {d.address for d in made if d.action is Action.RENUMBER and d.refusal is None}

    def waits(d: Draft) -> bool:
        if d.action is not Action.INSERT or d.address in moved:
            return False
        beside = d.position in (Position.AFTER, Position.BEFORE)
        above = d.address.parent.steps if beside else d.address.steps
        return any(Address((*above, Step(u.kind, key(u.label)))) in moved for u in d.payload)

    return [*(d for d in made if not waits(d)), *(d for d in made if waits(d))]
