"""Tracks: the versions of one document over the days of the law, as the engine gives them. Pure.

A version is what one act did to one document on one day. Where several acts change a document on one day, each has its own version, in
the engine's order; a change whose day is bounded stands at its later bound, when it certainly holds.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import TYPE_CHECKING

from lawtrack.law import Action, Authority, Bounded, Change, Document, Edition, Effect, Operation, Outcome, Reason, Status
from lawtrack.text.numbers import same_key

if TYPE_CHECKING:
    from lawtrack.consolidate import Law

Maker = Callable[[list[Operation]], "Law"]
"""Makes a law of the same documents with these operations."""

Order = Callable[[str], tuple[str, ...]]
"""The place of an act, by key, among acts that take effect on one day."""

ENACT, EXPIRE, END, BEGIN = "enact", "expire", "end", "begin"
"""What a row says besides the actions of operations: an act begins, it expires by its own words, an effect ends, a provision with a day of
its own begins to hold."""
FAR = date(9990, 1, 1)


@dataclass(frozen=True, slots=True)
class Row:
    """One thing an act did: an action (`Action`, or one of the words above), the operation's id, the unit, where the command stands, the
    document."""

    what: str
    id: str = ""
    unit: str = ""
    at: str = ""
    document: str = ""
    bounds: str = ""


@dataclass(frozen=True, slots=True)
class Version:
    """A document as it stands behind what `act` did on `day`. `text` is the canonical Markdown."""

    day: date
    act: str
    rows: tuple[Row, ...]
    document: Document


def dated(law: Law, base: Document, make: Maker, order: Order) -> Iterator[Version]:
    """The versions of a document on the line of the law, in order; none where the act is a draft or its first day is not known. `base`:
    as enacted."""
    if (start := first_day(law, base)) is None:
        return
    key, language = base.key, base.meta.language
    applied = [c for c in law.changes(key, language) if c.outcome is Outcome.APPLIED and c.day is not None]
    by_day: dict[date, list[Change]] = {start: []}
    for change in applied:
        by_day.setdefault(max(change.day or start, start), []).append(change)
    days = sorted({*by_day, *(day for day in _stirring(law, base) if day >= start)})
    last: Document | None = None
    for day in days:
        whole = law.edition(key, day, language)
        groups = _by_act(by_day.get(day, []))
        if day == start:
            groups.setdefault(base.key, (base.key, base.number, []))
        if not groups:
            groups[""] = _unprompted(applied, base, day)
        acts = sorted(groups.values(), key=lambda group: order(group[0]))
        for i, (key_of_act, act, changes) in enumerate(acts):
            later = {c.operation.id for _, _, more in acts[i + 1 :] for c in more}
            here = whole if not later else _without(applied, later, make).edition(key, day, language)
            document = standing(here)
            rows = _rows(changes, base, day == start and key_of_act == base.key, whole)
            if last is None or document != last or changes:
                yield Version(day, act, rows, document)
            last = document


def undated(law: Law, base: Document, make: Maker, order: Order) -> Iterator[tuple[str, tuple[Row, ...], Document]]:
    """(act, rows, document) for each act whose operations on the document have no known day: the document if they held too, on top of
    everything that will ever hold. Operations that would be refused even then are left out. Also the act itself where its own first day
    is not known."""
    if base.meta.authority is Authority.DRAFT:
        return
    key, language = base.key, base.meta.language
    changes = law.changes(key, language)
    kept = [c.operation for c in changes if c.outcome is Outcome.APPLIED]
    if first_day(law, base) is None:
        yield base.number, (Row(ENACT, document=base.number),), standing(law.edition(key, FAR, language))
    waiting = [c for c in changes if c.outcome is not Outcome.APPLIED and c.refusal and c.refusal.reason is Reason.EFFECT_UNKNOWN]
    for _, act, group in sorted(_by_act(waiting).values(), key=lambda group: order(group[0])):
        trial = kept + [replace(c.operation, effect=Effect(FAR), refusal=None) for c in group]
        supposed = make(trial)
        held = {c.operation.id for c in supposed.changes(key, language) if c.outcome is Outcome.APPLIED}
        done = [c for c in group if c.operation.id in held]
        if done:
            kept = [op for op in trial if op.id in held]
            document = standing(make(kept).edition(key, FAR + timedelta(days=1), language))
            yield act, tuple(_row(c, base) for c in done), document


def first_day(law: Law, base: Document) -> date | None:
    """The first day of an act on the line: of its effect clause, where that is among the operations, else of its facts; None for drafts
    and where it is not known."""
    if base.meta.authority is Authority.DRAFT:
        return None
    enacting = [
        c.day
        for c in law.changes(base.key, base.meta.language)
        if c.outcome is Outcome.APPLIED and c.operation.action is Action.ENACT and not c.operation.target.address and c.day
    ]
    return enacting[0] if enacting else base.meta.effective


def standing(edition: Edition) -> Document:
    """The document of an edition; where the act, or a provision of it, does not hold on the day, its front matter says so."""
    document = edition.document
    extra = tuple((k, v) for k, v in document.meta.extra if k not in ("status", "status-why", "not-yet"))
    if edition.status in (Status.EXPIRED, Status.SUSPENDED):
        extra += (("status", str(edition.status)),)
        if edition.why:
            extra += (("status-why", " ".join(edition.why.split())),)
    if edition.awaited:
        days = (f"{c.address} {c.day or '?'}" for c in edition.awaited)
        extra += (("not-yet", "; ".join(dict.fromkeys(days))),)
    return replace(document, meta=replace(document.meta, extra=extra))


def _stirring(law: Law, base: Document) -> set[date]:
    """The days on which the text or the standing of an act may change: its own, and those of what it details."""
    days = set(law.days(base.key, base.meta.language))
    there = set(law.keys())
    for place in base.meta.details:
        key = same_key(place.partition("#")[0])
        days |= {day for k, language in there if k == key for day in law.days(k, language)}
    return days


def _by_act(changes: Sequence[Change]) -> dict[str, tuple[str, str, list[Change]]]:
    """Key → (key, number, changes) for each act, in the order of the engine."""
    groups: dict[str, tuple[str, str, list[Change]]] = {}
    for change in changes:
        number = change.operation.origin.document
        groups.setdefault(same_key(number), (same_key(number), number, []))[2].append(change)
    return groups


def _without(applied: Sequence[Change], later: set[str], make: Maker) -> Law:
    return make([c.operation for c in applied if c.operation.id not in later])


def _unprompted(applied: Sequence[Change], base: Document, day: date) -> tuple[str, str, list[Change]]:
    """Whose doing a day is on which no operation begins: the act whose effect ends, or the document's own words."""
    for change in applied:
        end = change.operation.effect.end
        if (end.not_after if isinstance(end, Bounded) else end) == day:
            number = change.operation.origin.document
            return same_key(number), number, []
    return base.key, base.number, []


def _rows(changes: Sequence[Change], base: Document, enacted: bool, edition: Edition) -> tuple[Row, ...]:
    rows = []
    if enacted and not any(c.operation.action is Action.ENACT and not c.operation.target.address for c in changes):
        rows.append(Row(ENACT, document=base.number))
    rows += [_row(change, base) for change in changes]
    if not rows:
        rows.append(Row(EXPIRE if edition.status is Status.EXPIRED else END, document=base.number))
    return tuple(rows)


def _row(change: Change, base: Document) -> Row:
    operation = change.operation
    start = operation.effect.start
    bounds = f"{start.not_before}..{start.not_after}" if isinstance(start, Bounded) else ""
    what = BEGIN if operation.action is Action.ENACT and operation.target.address else str(operation.action)
    return Row(what, operation.id, change.address.vietnamese(), operation.origin.address.vietnamese(), base.number, bounds)
