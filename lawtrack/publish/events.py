"""What happened to the law and what will: one event for each act that changes another on a day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lawtrack.law.change import Change, Outcome
from lawtrack.law.document import Meta
from lawtrack.publish.model import Entry, SiteModel


@dataclass(frozen=True)
class Event:
    """`changes` of the act `by` take effect on the act `of` on `day`; no changes: the act itself comes into force. `uncertain`: from this
    day on they may hold; `settled`: from this day on they certainly do."""

    day: date
    of: Meta
    by: Meta | None
    number: str
    changes: tuple[Change, ...]
    uncertain: bool = False
    settled: bool = False


def of_entry(entry: Entry, model: SiteModel) -> list[Event]:
    """The events of one act, in the order of its days."""
    out: list[Event] = [Event(entry.meta.effective, entry.meta, None, entry.meta.number, ())] if entry.meta.effective else []
    for n, edition in enumerate(entry.editions):
        before = entry.editions[n - 1] if n else None
        held = {c.operation.id for c in before.applied} if before else set()
        doubted = {c.operation.id for c in before.uncertain} if before else set()
        groups: list[tuple[list[Change], bool, bool]] = [
            ([c for c in edition.applied if c.operation.id not in held | doubted], False, False),
            ([c for c in edition.uncertain if c.operation.id not in doubted], True, False),
            ([c for c in edition.applied if c.operation.id in doubted - held], False, True),
        ]
        for changes, uncertain, settled in groups:
            by: dict[str, list[Change]] = {}
            for change in changes:
                by.setdefault(change.operation.origin.document, []).append(change)
            for number, own in by.items():
                found = model.entry(number)
                out.append(Event(edition.at, entry.meta, found.meta if found else None, number, tuple(own), uncertain, settled))
    return out


def all_events(model: SiteModel) -> list[Event]:
    """Every event of the site, by day."""
    found = [event for entries in model.works.values() for event in of_entry(entries[0], model)]
    return sorted(found, key=lambda e: (e.day, e.of.number, e.number))


def unsettled(model: SiteModel) -> list[tuple[Entry, tuple[Change, ...]]]:
    """The acts whose commands were refused or left to an editor, with these, the newest act first."""
    found = [(e, tuple(c for c in e.made if c.outcome is not Outcome.APPLIED)) for e in model.reports()]
    return [(e, changes) for e, changes in found if changes]


def awaited(model: SiteModel) -> list[tuple[Entry, Sequence[Change]]]:
    """The acts to which changes without a day belong, with these."""
    found = [(entries[0], [c for c in entries[0].pending if c.outcome is Outcome.APPLIED]) for entries in model.works.values()]
    return [(e, changes) for e, changes in found if changes]
