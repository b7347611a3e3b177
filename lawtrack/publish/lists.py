"""The pages that list: index, changes, what was refused or waits, search."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lawtrack.law.change import Change, Outcome
from lawtrack.law.document import Meta
from lawtrack.publish import addresses
from lawtrack.publish.events import Event, awaited, unsettled
from lawtrack.publish.files import File
from lawtrack.publish.html import Page, Site
from lawtrack.publish.model import SiteModel
from lawtrack.publish.report import show
from lawtrack.publish.speech import Speech

_RECENT = 200


@dataclass(frozen=True)
class Row:
    """An act in a list."""

    meta: Meta
    status: object
    sign: str
    words: str
    link: str
    report: str
    last: Event | None
    next: Event | None
    open: int


def files(model: SiteModel, events: list[Event], language: str) -> Iterator[File]:
    """Index, changes, what waits, search."""
    say = Speech(language)
    firsts = [entries[0] for entries in model.works.values()]
    states = [(e.meta, e.editions[e.on(model.at)].status, sum(c.outcome is not Outcome.APPLIED for c in e.received)) for e in firsts]

    def index(around: Site) -> str:
        page = Page(around, addresses.INDEX, language)
        rows = []
        for meta, status, open_ in sorted(states, key=lambda s: (s[0].issued or date.min, s[0].number), reverse=True):
            own = [e for e in events if e.of.number == meta.number and e.by is not None]
            past, coming = [e for e in own if e.day <= model.at], [e for e in own if e.day > model.at]
            rows.append(
                Row(
                    meta,
                    status,
                    say.status_sign(status),
                    say.status(status),
                    page.act(meta.number),
                    page.report(meta.number),
                    past[-1] if past else None,
                    coming[0] if coming else None,
                    open_,
                )
            )
        return page.render("index.html", rows=rows, at=model.at, recent=told(past_events(8), page), coming=told(future_events(8), page))

    def past_events(n: int) -> list[Event]:
        return [e for e in reversed(events) if e.day <= model.at and e.by is not None][:n]

    def future_events(n: int) -> list[Event]:
        return [e for e in events if e.day > model.at][:n]

    def changes(around: Site) -> str:
        page = Page(around, addresses.CHANGES, language)
        return page.render("changes.html", at=model.at, recent=told(past_events(_RECENT), page), coming=told(future_events(10**6), page))

    def waiting(around: Site) -> str:
        page = Page(around, addresses.WAITING, language)
        return page.render("waiting.html", at=model.at, open=_open(model, page), awaited=_awaited(model, page), reasons=_reasons(model))

    inputs = (events, states, model.at)
    yield File(addresses.spoken(addresses.INDEX, language), inputs, index)
    yield File(addresses.spoken(addresses.CHANGES, language), inputs, changes)
    yield File(addresses.spoken(addresses.WAITING, language), (unsettled(model), awaited(model), model.at), waiting)
    yield File(
        addresses.spoken(addresses.SEARCH, language),
        model.at,
        lambda around: Page(around, addresses.SEARCH, language).render("search.html", at=model.at),
    )


def told(events: list[Event], page: Page) -> list[tuple[Event, str, str]]:
    """Events with the link to the act and to the report at the first change."""
    out = []
    for event in events:
        place = addresses.operation_anchor(event.changes[0].operation) if event.changes else ""
        out.append((event, page.act(event.of.number), page.report(event.number, place) if event.by else ""))
    return out


def _open(model: SiteModel, page: Page) -> list[tuple[Meta, str, list[object]]]:
    return [(e.meta, page.report(e.meta.number), [show(c, page, {}, {}) for c in changes]) for e, changes in unsettled(model)]


def _awaited(model: SiteModel, page: Page) -> list[tuple[Meta, str, list[tuple[object, str]]]]:
    def row(change: Change) -> tuple[object, str]:
        shown = show(change, page, {}, {})
        return shown, page.report(change.operation.origin.document, shown.anchor)

    return [(e.meta, page.act(e.meta.number), [row(c) for c in changes]) for e, changes in awaited(model)]


def _reasons(model: SiteModel) -> list[tuple[object, int]]:
    found = (c.refusal or c.operation.refusal for _, changes in unsettled(model) for c in changes)
    return sorted(Counter(r.reason for r in found if r).items(), key=lambda x: (-x[1], str(x[0])))
