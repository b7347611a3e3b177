"""Dates that cannot be, and dates that an editor should look at."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from lawtrack.history.checks.diagnostic import Diagnostic, Severity
from lawtrack.history.checks.ground import Ground
from lawtrack.law import Action, Authority, Bounded, Meta, Operation, When
from lawtrack.text.numbers import same_key, year_of


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Dates of acts, and of their operations."""
    for entry in ground.entries:
        meta = ground.document(entry).meta
        for severity, code, field, message, remedy in _of_act(meta):
            yield Diagnostic(severity, code, entry.path, ground.field(entry, field), message, remedy)
    issued = {e.key: e.meta().issued for e in ground.entries}
    for change in ground.law.all_changes():
        yield from _of_operation(ground, change.operation, issued)


def _of_act(meta: Meta) -> Iterator[tuple[Severity, str, str, str, str]]:
    issued, published, effective, expired = meta.issued, meta.published, meta.effective, meta.expired
    mend = "look at the source and mend the front matter"
    if issued and published and published < issued:
        yield Severity.ERROR, "date-published", "published", f"published {published}, before it was issued ({issued})", mend
    if effective and expired and expired <= effective:
        yield Severity.ERROR, "date-expired", "expired", f"expired {expired}, not after its first day of effect ({effective})", mend
    if issued and effective and effective < issued:
        remedy = "retroactive effect has to stand in the act (Law 64/2025/QH15, article 55): look, and leave it if it does"
        yield Severity.WARNING, "date-retroactive", "effective", f"in effect from {effective}, before it was issued ({issued})", remedy
    year = year_of(meta.number)
    if issued and year and issued.year != year:
        yield Severity.WARNING, "date-number", "issued", f"issued {issued}, while the number {meta.number} is of {year}", mend
    if not effective and meta.authority is not Authority.DRAFT:
        remedy = "lawtrack import … --effective, or --published where effect counts from publication"
        yield Severity.NOTE, "date-unknown", "issued", f"no first day of effect of {meta.number} is known", remedy


def _of_operation(ground: Ground, operation: Operation, issued: dict[str, date | None]) -> Iterator[Diagnostic]:
    start, end = _first(operation.effect.start), _first(operation.effect.end)
    where = str(operation.origin.address)
    mine = issued.get(same_key(operation.origin.document))
    target = same_key(operation.target.document) if operation.target.document else ""
    theirs = issued.get(target)

    def told(severity: Severity, code: str, message: str, remedy: str) -> Diagnostic:
        path, line = ground.of_operation(operation)
        return Diagnostic(severity, code, path, line, f"{operation.id}: {message}", remedy, where)

    if start and end and end <= start:
        yield told(Severity.ERROR, "date-ends", f"ends {end}, not after it begins ({start})", "mend the days of the effect in the ledger")
    if mine and start and start < mine and operation.action is not Action.CORRECT:
        remedy = "retroactive effect has to stand in the act (Law 64/2025/QH15, article 55): look, and leave it if it does"
        yield told(Severity.WARNING, "date-retroactive", f"in effect from {start}, before its act was issued ({mine})", remedy)
    if mine and theirs and mine < theirs and target != same_key(operation.origin.document):
        remedy = "look whether the target is the right act and the two days of issue are right"
        message = f"{operation.origin.document} was issued {mine}, before {operation.target.document}, which it changes ({theirs})"
        yield told(Severity.ERROR, "date-amender", message, remedy)


def _first(when: When | None) -> date | None:
    if isinstance(when, Bounded):
        return when.not_before
    return when if isinstance(when, date) else None
