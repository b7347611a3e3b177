"""Whether an act holds on a day, and why.

Rules: Law 64/2025/QH15, articles 53 to 57, from 01/4/2025; before it, from 01/7/2016, Law 80/2015/QH13, articles 151 to 154. They differ
in what becomes of an act that details another when that one expires: under article 154(4) of the old law it expires with it, under
article 57(2) of the new one it stays.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date

from lawtrack.consolidate.replay import Standing
from lawtrack.law.change import Change, Status
from lawtrack.law.document import Meta
from lawtrack.law.effect import Bounded, Effect
from lawtrack.law.message import Message
from lawtrack.law.operation import Action, Operation
from lawtrack.law.provision import State

LAW_2015 = date(2016, 7, 1)
LAW_2025 = date(2025, 4, 1)

_PARTS = frozenset(Action) - {
    Action.ENACT,
    Action.CORRECT,
    Action.REPLACE_DOCUMENT,
    Action.REPEAL_DOCUMENT,
    Action.SUSPEND,
    Action.REVIVE,
    Action.MANUAL,
}


@dataclass(frozen=True, slots=True)
class Start:
    """When an act begins to hold, and where that is known from."""

    effect: Effect | None
    why: Message
    guessed: bool = False  # the day of issue stands in for a day of effect nobody knows: the act holds no earlier


def start_of(meta: Meta, enacted: Sequence[Operation]) -> Start:
    """From the act's own effect clause; else its general first day; else, saying so, the day it was issued."""
    for operation in enacted:
        if operation.effect.first_day is not None or isinstance(operation.effect.start, Bounded):
            effect = operation.effect
            why = _from(operation, effect.first_day) if effect.scope else said(operation)
            if isinstance(effect.end, date):
                why = Message("{why}; no longer in force from {end:day}", why=why, end=effect.end)
            return Start(effect, why)
    if meta.effective is not None:
        return Start(Effect(meta.effective), Message("in force from {day:day}", day=meta.effective))
    if meta.issued is not None:
        why = Message("in force not before {day:day}, when it was issued; its first day of effect is not known", day=meta.issued)
        return Start(Effect(meta.issued), why, True)
    return Start(None, Message("no date of effect is known"))


def said(operation: Operation) -> Message:
    """The act and the provision that did it."""
    if not operation.origin.address:
        return Message("{act}", act=operation.origin.document)
    return Message("{place:address}, {act}", place=operation.origin.address, act=operation.origin.document)


def since(standing: Standing) -> Message:
    """What the act as a whole became of no effect by, and from which day."""
    assert standing.by is not None
    return _from(standing.by, standing.since)


def _from(operation: Operation, day: date | None) -> Message:
    """By what, from which day, and for whom or what it does not hold."""
    if operation.effect.scope:
        return Message("{by}, from {day:day} ({words})", by=said(operation), day=day, words=operation.effect.scope)
    return Message("{by}, from {day:day}", by=said(operation), day=day)


def listed(parts: Sequence[Message]) -> Message:
    """Several reasons as one, each once; at least one."""
    first, *rest = dict.fromkeys(parts)
    for part in rest:
        first = Message("{first}; {next}", first=first, next=part)
    return first


def status_of(
    meta: Meta,
    start: Start,
    standing: Standing,
    applied: Sequence[Change],
    uncertain: Sequence[Change],
    day: date,
    parents: Callable[[], Sequence[tuple[str, Status, date | None, Message]]],
    ended: Sequence[Change] = (),
) -> tuple[Status, Message]:
    """The status and the reason. `parents` gives, for each act or provision that this one details: its name, its status on the day,
    since when, and why. `ended` are refused ends of the whole act that leave some of its provisions in force."""
    holds = start.effect.holds(day) if start.effect else True
    if holds is False:
        began = start.effect is not None and start.effect.first_day is not None and day >= start.effect.first_day
        return (Status.EXPIRED, Message("its own effect has ended ({why})", why=start.why)) if began else (Status.NOT_YET, start.why)
    if standing.whole is State.REPEALED and standing.by is not None:
        return Status.EXPIRED, since(standing)
    if meta.expired is not None and day >= meta.expired:
        return Status.EXPIRED, Message("expired on {day:day}", day=meta.expired)
    if (with_parent := _with_parents(parents, day)) is not None:
        return with_parent
    if standing.whole is State.SUSPENDED and standing.by is not None:
        return Status.SUSPENDED, since(standing)
    doubtful = [c for c in uncertain if not c.operation.target.address]
    if holds is None or doubtful:
        return Status.UNCERTAIN, listed([start.why] * (holds is None) + [said(c.operation) for c in doubtful])
    if start.effect is None:
        return Status.UNKNOWN, start.why
    if ended:
        return Status.PARTLY_EXPIRED, _from(ended[-1].operation, ended[-1].day)
    changed = [c for c in applied if c.operation.action in _PARTS]
    if changed:
        acts = dict.fromkeys(c.operation.origin.document for c in changed)
        return Status.PARTLY_EXPIRED, Message(
            "amended or repealed in part by {acts}; last: {last}", acts=", ".join(acts), last=said(changed[-1].operation)
        )
    return (Status.UNKNOWN if start.guessed else Status.IN_FORCE), start.why


def _with_parents(parents: Callable[[], Sequence[tuple[str, Status, date | None, Message]]], day: date) -> tuple[Status, Message] | None:
    """Law 80/2015/QH13, article 154(4): an act that details another expired with it."""
    if day < LAW_2015:
        return None
    found = parents()
    gone = [p for p in found if p[1] is Status.EXPIRED and p[2] is not None and LAW_2015 <= p[2] < LAW_2025]
    if not gone:
        return None
    names = listed([Message("{act} ({why})", act=name, why=why) for name, _, _, why in gone])
    if len(gone) == len(found):
        return Status.EXPIRED, Message("with what it details: {acts}; Law 80/2015/QH13, article 154(4)", acts=names)
    return Status.PARTLY_EXPIRED, Message("in part with what it details: {acts}; Law 80/2015/QH13, article 154(4)", acts=names)
