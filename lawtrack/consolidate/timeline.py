"""The order in which operations apply, and which of them hold on a day.

First day of effect, then the day the amending act was issued, then the order in the act. An operation whose day is not known (an event,
an unknown) is never applied.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lawtrack.law.effect import Bounded, Event, Unknown
from lawtrack.law.message import Message
from lawtrack.law.operation import Operation
from lawtrack.law.refusal import Reason, Refusal
from lawtrack.text.numbers import same_key


@dataclass(frozen=True, slots=True)
class Entry:
    """An operation with its place in time.

    day      the first day from which it certainly holds
    issued   when its act was issued
    act      key of its act
    cause    id of another operation: what that one brought in is suspended (a suspension of a command)
    """

    operation: Operation
    day: date
    issued: date | None
    act: str
    cause: str = ""

    @property
    def rank(self) -> tuple[date, date, str, int, str]:
        """Entries apply in the order of their ranks."""
        return (self.day, self.issued or date.max, self.act, self.operation.order, self.operation.id)


def entry(operation: Operation, issued: date | None) -> Entry | Refusal:
    """The operation's place in time, or why it has none."""
    effect = operation.effect
    day = effect.first_day
    if day is None:
        why = effect.start
        if isinstance(why, Event):
            message = Message("it is not known from which day this holds: when “{event}”", event=why.text)
        elif isinstance(why, Unknown) and why.why:
            message = Message("it is not known from which day this holds: {why}", why=why.why)
        else:
            message = Message("it is not known from which day this holds: the act does not say")
        return Refusal(Reason.EFFECT_UNKNOWN, message)
    end = effect.end
    if (isinstance(end, date) and end <= day) or (isinstance(end, Bounded) and end.not_after <= day):
        last = end if isinstance(end, date) else end.not_after
        return Refusal(Reason.EFFECT_UNKNOWN, Message("it ends ({end:day}) before it begins ({start:day})", end=last, start=day))
    return Entry(operation, day, issued, same_key(operation.origin.document))


def boundaries(entries: Sequence[Entry]) -> list[date]:
    """Every day on which an operation begins, may begin, ends or may end to hold."""
    days: set[date] = set()
    for item in entries:
        for when in (item.operation.effect.start, item.operation.effect.end):
            if isinstance(when, Bounded):
                days |= {when.not_before, when.not_after}
            elif isinstance(when, date):
                days.add(when)
    return sorted(days)
