"""Which files the site has, what each is made from, and how."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta

from lawtrack.law.document import Document, Meta
from lawtrack.publish import addresses, data, lists
from lawtrack.publish.act_page import page_day, page_document
from lawtrack.publish.bilingual import page_bilingual
from lawtrack.publish.catalogue import LANGUAGES
from lawtrack.publish.events import all_events, of_entry
from lawtrack.publish.feeds import feed, sitemap
from lawtrack.publish.files import File
from lawtrack.publish.html import ASSETS, asset
from lawtrack.publish.markdown import report_markdown
from lawtrack.publish.model import Entry, SiteModel
from lawtrack.publish.report import report_act
from lawtrack.publish.speech import Speech
from lawtrack.publish.texts import text
from lawtrack.text.numbers import same_key


def plan(model: SiteModel) -> Iterator[File]:
    """Every file but those of the search index."""
    for name in ASSETS:
        yield File(f"assets/{name}", "", lambda around, name=name: asset(name))  # type: ignore[misc]
    for entries in model.works.values():
        yield from _act(model, entries)
    events = all_events(model)
    acts = tuple(sorted(model.acts.items()))
    for language in LANGUAGES:
        yield from lists.files(model, events, language)
    yield File("feed.xml", (events, acts, model.at), lambda around: feed(around, events, Speech("vi"), "feed.xml", None))
    if model.base:
        yield File(
            "sitemap.xml",
            (acts, model.at, [(e.meta.number, e.meta.language, [x.at for x in e.editions], bool(e.made)) for e in model.entries]),
            sitemap,
        )


def searched(model: SiteModel) -> list[tuple[Entry, str, str]]:
    """What the index is made from: each expression with its page and its name."""
    return [
        (e, addresses.act_page(e.meta.number, e.meta.language, entries[0].meta.language), Speech(e.meta.language).name(e.meta))
        for entries in model.works.values()
        for e in entries
    ]


def _act(model: SiteModel, entries: tuple[Entry, ...]) -> Iterator[File]:
    first = entries[0]
    main = first.meta.language
    for entry in entries:
        concerned = _concerned(model, entry)
        number, own = entry.meta.number, entry.meta.language
        others = [e for e in entries if e is not entry]
        for language in LANGUAGES:
            yield File(
                addresses.spoken(addresses.act_page(number, own, main), language),
                (entry, entry.on(model.at), concerned, [e.meta.language for e in others]),
                lambda around, entry=entry, language=language, others=others: page_document(  # type: ignore[misc]
                    entry, around, at=entry.on(model.at), language=language, others=others
                ),
            )
        for n, edition in enumerate(entry.editions):
            path = addresses.day_page(number, edition.at, own, main)
            following = [e.at for e in entry.editions[n + 1 : n + 2]]
            yield File(path, (edition, following, concerned), lambda around, entry=entry, n=n: page_day(entry, n, around))  # type: ignore[misc]
            stem = path.removesuffix(".html")
            yield File(stem + ".txt", (edition, concerned), lambda around, edition=edition: text(edition, around.acts))  # type: ignore[misc]
            yield File(stem + ".json", (edition, concerned), lambda around, edition=edition: data.json(edition, around.acts))  # type: ignore[misc]
            if model.markdown:
                yield File(stem + ".md", edition, lambda around, write=model.markdown, document=edition.document: write(document))  # type: ignore[misc]
    if first.made:
        yield from _report(model, first)
    if len(entries) > 1:
        for language in LANGUAGES:
            yield File(
                addresses.spoken(addresses.act_folder(first.meta.number) + "/song-ngu.html", language),
                (entries[:2], first.on(model.at), entries[1].on(model.at)),
                lambda around, language=language: page_bilingual(first, entries[1], model.at, around, language=language),  # type: ignore[misc]
            )
    events = of_entry(first, model)
    path = addresses.act_folder(first.meta.number) + "/feed.xml"
    yield File(path, (events, _concerned(model, first)), lambda around: feed(around, events, Speech(main), path, first.meta))


def _report(model: SiteModel, entry: Entry) -> Iterator[File]:
    """The report of an act, beside it its files for machines. The acts it changes are shown as they stood the day before it."""
    numbers = sorted({same_key(c.operation.target.document) for c in entry.made if c.operation.target.document})
    targets = {k: _before(found[0], entry) for k in numbers if (found := model.works.get(k))}
    path = addresses.report_page(entry.document)
    inputs = (entry.document, entry.made, entry.doubts, sorted(targets.items()), _concerned(model, entry))
    for language in LANGUAGES:
        yield File(
            addresses.spoken(path, language),
            inputs,
            lambda around, language=language: report_act(
                entry.document, entry.made, targets, site=around, language=language, doubts=entry.doubts
            ),  # type: ignore[misc]
        )
    stem = path.removesuffix(".html")
    yield File(stem + ".json", inputs, lambda around: data.report_json(entry.document, entry.made))
    yield File(stem + ".md", inputs, lambda around: report_markdown(entry.document, entry.made, around.acts))


def _before(target: Entry, act: Entry) -> Document:
    """An act as it stood the day before another act first changed it."""
    days = [c.day for c in act.made if c.day and same_key(c.operation.target.document) == target.document.key]
    if not days:
        return target.editions[-1].document
    day = min(days) - timedelta(days=1)
    return target.editions[target.on(day)].document


def _concerned(model: SiteModel, entry: Entry) -> list[Meta]:
    """What is known of the acts an act's pages name."""
    changes = (*entry.made, *entry.received, *(c for e in entry.editions for c in (*e.applied, *e.uncertain)))
    keys = {same_key(n) for c in changes for n in (c.operation.origin.document, c.operation.target.document) if n}
    return [model.acts[k] for k in sorted(keys) if k in model.acts]
