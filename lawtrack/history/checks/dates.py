"""Dates that cannot be, and dates that an editor should look at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lawtrack.history.checks.diagnostic import Diagnostic, Severity
from lawtrack.history.checks.ground import Ground
from lawtrack.law import Action, Authority, Bounded, Message, Meta, Operation, When
from lawtrack.text.numbers import same_key, year_of

_MEND = Message("look at the source and mend the front matter")
_RETROACTIVE = Message("retroactive effect has to stand in the act (Law 64/2025/QH15, article 55): look, and leave it if it does")


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Dates of acts, and of their operations."""
    for entry in ground.entries:
        meta = ground.document(entry).meta
        for severity, code, field, message, remedy in _of_act(meta):
            yield Diagnostic(severity, code, entry.path, ground.field(entry, field), message, remedy)
    issued = {e.key: e.meta().issued for e in ground.entries}
    for change in ground.law.all_changes():
        yield from _of_operation(ground, change.operation, issued)


def _of_act(meta: Meta) -> Iterator[tuple[Severity, str, str, Message, Message]]:
    issued, published, effective, expired = meta.issued, meta.published, meta.effective, meta.expired
    if issued and published and published < issued:
        told = Message("published {day:date}, before it was issued ({issued:date})", day=published, issued=issued)
        yield Severity.ERROR, "date-published", "published", told, _MEND
    if effective and expired and expired <= effective:
        told = Message("expired {day:date}, not after its first day of effect ({effective:date})", day=expired, effective=effective)
        yield Severity.ERROR, "date-expired", "expired", told, _MEND
    if issued and effective and effective < issued:
        told = Message("in effect from {day:date}, before it was issued ({issued:date})", day=effective, issued=issued)
        yield Severity.WARNING, "date-retroactive", "effective", told, _RETROACTIVE
    year = year_of(meta.number)
    if issued and year and issued.year != year:
        told = Message("issued {day:date}, while the number {number} is of {year}", day=issued, number=meta.number, year=year)
        yield Severity.WARNING, "date-number", "issued", told, _MEND
    if not effective and meta.authority is not Authority.DRAFT:
        told = Message("no first day of effect of {number} is known", number=meta.number)
        remedy = Message("lawtrack import … --effective, or --published where effect counts from publication")
        yield Severity.NOTE, "date-unknown", "issued", told, remedy


def _of_operation(ground: Ground, operation: Operation, issued: dict[str, date | None]) -> Iterator[Diagnostic]:
    start, end = _first(operation.effect.start), _first(operation.effect.end)
    where = str(operation.origin.address)
    mine = issued.get(same_key(operation.origin.document))
    target = same_key(operation.target.document) if operation.target.document else ""
    theirs = issued.get(target)

    def told(severity: Severity, code: str, message: Message, remedy: Message) -> Diagnostic:
        path, line = ground.of_operation(operation)
        return Diagnostic(severity, code, path, line, Message("{operation}: {what}", operation=operation.id, what=message), remedy, where)

    if start and end and end <= start:
        message = Message("ends {day:date}, not after it begins ({start:date})", day=end, start=start)
        yield told(Severity.ERROR, "date-ends", message, Message("mend the days of the effect in the ledger"))
    if mine and start and start < mine and operation.action is not Action.CORRECT:
        message = Message("in effect from {day:date}, before its act was issued ({issued:date})", day=start, issued=mine)
        yield told(Severity.WARNING, "date-retroactive", message, _RETROACTIVE)
    if mine and theirs and mine < theirs and target != same_key(operation.origin.document):
        remedy = Message("look whether the target is the right act and the two days of issue are right")
        message = Message(
            "{act} was issued {day:date}, before {target}, which it changes ({theirs:date})",
            act=operation.origin.document,
            day=mine,
            target=operation.target.document,
            theirs=theirs,
        )
        yield told(Severity.ERROR, "date-amender", message, remedy)


def _first(when: When | None) -> date | None:
    if isinstance(when, Bounded):
        return when.not_before
    return when if isinstance(when, date) else None
