"""When an operation holds.

Wordings: Law 64/2025/QH15, articles 53-57. A day is a calendar day of Viet Nam; an interval runs from the first day of effect up to, not
including, the day effect ends.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lawtrack.law.message import Message


@dataclass(frozen=True, slots=True)
class Event:
    """A happening whose day is not known ("khi Luật … có hiệu lực"), in the words of the act."""

    text: str


@dataclass(frozen=True, slots=True)
class Unknown:
    """The act, or what is in hand of it, does not say; why."""

    why: Message = Message("")


@dataclass(frozen=True, slots=True)
class Bounded:
    """Some day not before `not_before` and not after `not_after` (both included); why no better is known."""

    not_before: date
    not_after: date
    why: Message = Message("")

    def __post_init__(self) -> None:
        if self.not_after < self.not_before:
            raise ValueError(f"bounds the wrong way round: {self.not_before} to {self.not_after}")


When = date | Event | Unknown | Bounded


def some_only(words: str) -> Message:
    """Why a day is not one: the act gives some subjects a day of their own, in these words."""
    return Message("for some it is another day: “{words}”", words=words)


@dataclass(frozen=True, slots=True)
class Effect:
    """From when, until when (None: no end stated), and for whom or which facts where the act limits it: `scope`, in the words of the act,
    is shown, never computed. What some subjects have from another day holds for all from the later one: `for_some`.
    `basis` is the words of the clause the dates were read from."""

    start: When = Unknown()
    end: When | None = None
    scope: str = ""
    basis: str = ""

    def holds(self, day: date) -> bool | None:
        """True, False, or None where the bounds or the unknown do not tell. An event or an unknown start never holds."""
        if isinstance(self.start, (Event, Unknown)):
            return False
        if isinstance(self.start, Bounded):
            began: bool | None = False if day < self.start.not_before else True if day >= self.start.not_after else None
        else:
            began = day >= self.start
        if began is False or self.end is None or isinstance(self.end, (Event, Unknown)):
            return began
        if isinstance(self.end, Bounded):
            ended: bool | None = False if day < self.end.not_before else True if day >= self.end.not_after else None
        else:
            ended = day >= self.end
        if ended is True:
            return False
        return None if ended is None or began is None else True

    @property
    def for_some(self) -> bool:
        """Whether the bounds are days of different subjects: between them it holds for some, for others not yet (`scope` says for whom)."""
        why = self.start.why if isinstance(self.start, Bounded) else ""
        return isinstance(why, Message) and why.template == some_only("").template

    @property
    def first_day(self) -> date | None:
        """The day from which the operation certainly holds: the start, or the later bound; None for events and the unknown."""
        if isinstance(self.start, date):
            return self.start
        return self.start.not_after if isinstance(self.start, Bounded) else None


_NO_DAY = {
    "the day of signature is not known": Message("the day of signature is not known"),
    "the day of promulgation is not known": Message("the day of promulgation is not known"),
    "the day of publication in Công báo is not known": Message("the day of publication in Công báo is not known"),
    "working days are not computed": Message("working days are not computed"),
    "the number of days is not understood": Message("the number of days is not understood"),
    "no day of effect is stated": Message("no day of effect is stated"),
}


def no_day(why: str) -> Message:
    """The sentence for a reason of `lawtrack.text.effect_dates.general_effect`, with the words it was read from. Raises KeyError for any
    other words."""
    reason, _, words = why.partition(": ")
    return Message("{why}: “{words}”", why=_NO_DAY[reason], words=words) if words else _NO_DAY[reason]
