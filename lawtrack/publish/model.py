"""What the site is built from."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from lawtrack.law.change import Change, Edition, Outcome
from lawtrack.law.document import Document, Meta
from lawtrack.law.effect import Bounded
from lawtrack.law.message import Message
from lawtrack.publish.addresses import act_slug
from lawtrack.text.numbers import same_key


@dataclass(frozen=True)
class Entry:
    """One act in one language.

    document  as enacted
    editions  the act on each day from which its text or status differs from the day before, ascending (`days_of`); the first is the
              act as it came into force. Future days and the bounds of uncertain changes are included. Never empty.
    made      what the act does to others, in its own order; empty for an act that changes nothing
    received  every change of this act, in the order of their days, those without a day last; with outcomes other than applied too
    doubts    what the reader of the act was not sure of and made no operation of
    """

    document: Document
    editions: tuple[Edition, ...]
    made: tuple[Change, ...] = ()
    received: tuple[Change, ...] = ()
    doubts: tuple[Message, ...] = ()

    def on(self, day: date) -> int:
        """The place of the edition that holds on `day`: the last that began by then, or the first."""
        return max((i for i, e in enumerate(self.editions) if e.at <= day), default=0)

    @cached_property
    def pending(self) -> tuple[Change, ...]:
        """Changes that wait for an event, or whose day is not known."""
        return tuple(c for c in self.received if c.day is None and not isinstance(c.operation.effect.start, date))

    @property
    def waits(self) -> bool:
        """Whether the day of effect of the act itself is not known."""
        return self.document.meta.effective is None and not self.received

    @property
    def meta(self) -> Meta:
        """What is known of the act."""
        return self.document.meta


@dataclass(frozen=True)
class SiteModel:
    """Everything the site shows.

    at        the day the pages are made for: what is "in force", "next" and "recent" counts from it
    entries   every act in every language
    title     of the site
    base      absolute address of the site, ending in "/", for feeds, sitemap and JSON-LD; "" where it has none
    markdown  writes a document as canonical Markdown; None leaves Markdown out
    """

    at: date
    entries: tuple[Entry, ...]
    title: str = "lawtrack"
    base: str = ""
    markdown: Callable[[Document], str] | None = None

    @cached_property
    def works(self) -> Mapping[str, tuple[Entry, ...]]:
        """The expressions of each act, Vietnamese first, by key, in the order of keys. Raises ValueError where two acts would stand
        at one address."""
        found: dict[str, list[Entry]] = {}
        for entry in self.entries:
            found.setdefault(entry.document.key, []).append(entry)
        places: dict[str, str] = {}
        for key in sorted(found):
            place = act_slug(found[key][0].document.number)
            if places.setdefault(place, key) != key:
                raise ValueError(f"two acts at one address: {places[place]} and {key}, both {place}")
        return {k: tuple(sorted(found[k], key=lambda e: (e.meta.language != "vi", e.meta.language))) for k in sorted(found)}

    @cached_property
    def acts(self) -> dict[str, Meta]:
        """What is known of each act, by key."""
        return {key: entries[0].meta for key, entries in self.works.items()}

    def entry(self, number: str) -> Entry | None:
        """The first expression of an act, or None."""
        found = self.works.get(same_key(number))
        return found[0] if found else None

    def reports(self) -> list[Entry]:
        """The acts that change others, the newest first."""
        found = [entries[0] for entries in self.works.values() if entries[0].made]
        return sorted(found, key=lambda e: (e.meta.issued or date.min, e.document.key), reverse=True)


def days_of(days: Iterable[date], received: Iterable[Change]) -> tuple[date, ...]:
    """The days of an act's editions: those on which its text changes for certain, and those from which and until which a change is
    uncertain. Without the latter an uncertain passage would be shown as certain."""
    found = set(days)
    for change in received:
        if change.outcome is Outcome.APPLIED:
            for when in (change.operation.effect.start, change.operation.effect.end):
                if isinstance(when, Bounded):
                    found |= {when.not_before, when.not_after}
    return tuple(sorted(found))
