"""The published site: every page and file, written where it changed."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date, timedelta
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

from lawtrack.law.change import Change, Outcome
from lawtrack.law.document import Document, Meta
from lawtrack.publish import addresses, data, search
from lawtrack.publish.act_page import page_day, page_document
from lawtrack.publish.bilingual import page_bilingual
from lawtrack.publish.catalogue import LANGUAGES
from lawtrack.publish.events import Event, all_events, awaited, of_entry, unsettled
from lawtrack.publish.html import ASSETS, Page, Site, environment
from lawtrack.publish.markdown import report_markdown
from lawtrack.publish.model import Entry, SiteModel
from lawtrack.publish.report import report_act, show
from lawtrack.publish.speech import Speech
from lawtrack.publish.texts import text
from lawtrack.text.numbers import same_key

MANIFEST = "manifest.json"
SCHEMA = "lawtrack/site/1"
_RECENT = 200
_FEED = 100


@dataclass(frozen=True)
class Built:
    """What a build did, paths from the root of the site."""

    written: tuple[str, ...]
    kept: tuple[str, ...]
    removed: tuple[str, ...]


@dataclass(frozen=True)
class _File:
    """A file to be: what it is made from, and how. `make` may ask the site it is given for other pages."""

    path: str
    inputs: object
    make: Callable[[Site], str]


def site(root: Path, model: SiteModel) -> Built:
    """Writes the site under `root` and returns what was done. A file whose inputs are those of the last build, and that is there, is
    kept as it is; a file of the last build that is no more part of the site is removed; nothing else under `root` is touched. Raises
    OSError where a file cannot be written, ValueError for two acts at one address."""
    plan = sorted(_plan(model), key=lambda f: f.path)
    paths = frozenset(f.path for f in plan)
    whole = Site(model.title, model.base, frozenset(p for p in paths if not p.endswith(".en.html")), model.acts, _mains(model))
    before = _manifest(root / MANIFEST)
    code = _code()
    written, kept, manifest = [], [], {}
    for file in plan:
        digest = sha256(f"{code}\n{model.title}\n{model.base}\n{file.inputs!r}".encode()).hexdigest()
        old = before.get(file.path)
        if (
            old
            and old["inputs"] == digest
            and all(whole.has(p) is held for p, held in old["links"].items())
            and (root / file.path).is_file()
        ):
            kept.append(file.path)
            manifest[file.path] = old
            continue
        around = replace(whole, asked={})
        _write(root / file.path, file.make(around))
        written.append(file.path)
        manifest[file.path] = {"inputs": digest, "links": dict(sorted(around.asked.items()))}
    removed = [p for p in sorted(before) if p not in paths and _inside(root, p)]
    for path in removed:
        (root / path).unlink(missing_ok=True)
    _write(root / MANIFEST, json.dumps({"schema": SCHEMA, "files": manifest}, ensure_ascii=False, indent=0, sort_keys=True) + "\n")
    return Built(tuple(written), tuple(kept), tuple(removed))


def write_assets(folder: Path) -> None:
    """Writes stylesheet and script into `folder`, for a report that stands alone."""
    for name in ASSETS:
        _write(folder / name, _asset(name))


def _asset(name: str) -> str:
    return files("lawtrack.publish").joinpath("assets", name).read_text(encoding="utf-8")


def _code() -> str:
    """A mark of everything pages are made with: a new template makes new pages."""
    mark = sha256()
    package = files("lawtrack.publish")
    for folder in (package, *(package.joinpath(n) for n in ("templates", "assets", "locale"))):
        for entry in sorted(folder.iterdir(), key=lambda e: e.name):
            if entry.is_file() and not entry.name.endswith(".pyc"):
                mark.update(entry.name.encode() + b"\0" + entry.read_bytes())
    return mark.hexdigest()


def _manifest(path: Path) -> dict[str, dict[str, Any]]:
    """The files of the last build; none where there was none or it was of another form."""
    if not path.is_file():
        return {}
    value = json.loads(path.read_text(encoding="utf-8"))
    return dict(value["files"]) if value.get("schema") == SCHEMA else {}


def _inside(root: Path, path: str) -> bool:
    """Whether a path of a manifest leads to a file under the root."""
    full = (root / path).resolve()
    return full.is_relative_to(root.resolve()) and full.is_file()


def _write(path: Path, content: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(content, encoding="utf-8", newline="\n")


def _mains(model: SiteModel) -> dict[str, str]:
    return {key: entries[0].meta.language for key, entries in model.works.items()}


def _plan(model: SiteModel) -> Iterator[_File]:
    for name in ASSETS:
        yield _File(f"assets/{name}", "", lambda around, name=name: _asset(name))  # type: ignore[misc]
    for entries in model.works.values():
        yield from _act(model, entries)
    events = all_events(model)
    acts = tuple(sorted(model.acts.items()))
    for language in LANGUAGES:
        yield from _lists(model, events, language)
    yield _File("feed.xml", (events, acts, model.at), lambda around: _feed(around, events, Speech("vi"), "feed.xml", None))
    listed = [
        (e, addresses.act_page(e.meta.number, e.meta.language, entries[0].meta.language), Speech(e.meta.language).name(e.meta))
        for entries in model.works.values()
        for e in entries
    ]
    found = search.files(model, listed)
    for path in sorted(found):
        yield _File(path, found[path], lambda around, path=path: found[path])  # type: ignore[misc]
    if model.base:
        yield _File(
            "sitemap.xml", (acts, model.at, [(e.meta.number, e.meta.language, [x.at for x in e.editions]) for e in model.entries]), _sitemap
        )


def _act(model: SiteModel, entries: tuple[Entry, ...]) -> Iterator[_File]:
    first = entries[0]
    main = first.meta.language
    for entry in entries:
        concerned = _concerned(model, entry)
        number, own = entry.meta.number, entry.meta.language
        others = [e for e in entries if e is not entry]
        for language in LANGUAGES:
            yield _File(
                addresses.spoken(addresses.act_page(number, own, main), language),
                (entry, entry.on(model.at), concerned, [e.meta.language for e in others]),
                lambda around, entry=entry, language=language, others=others: page_document(  # type: ignore[misc]
                    entry, around, at=entry.on(model.at), language=language, others=others
                ),
            )
        for n, edition in enumerate(entry.editions):
            path = addresses.day_page(number, edition.at, own, main)
            following = [e.at for e in entry.editions[n + 1 : n + 2]]
            yield _File(path, (edition, following, concerned), lambda around, entry=entry, n=n: page_day(entry, n, around))  # type: ignore[misc]
            stem = path.removesuffix(".html")
            yield _File(stem + ".txt", (edition, concerned), lambda around, edition=edition: text(edition, around.acts))  # type: ignore[misc]
            yield _File(stem + ".json", (edition, concerned), lambda around, edition=edition: data.json(edition, around.acts))  # type: ignore[misc]
            if model.markdown:
                yield _File(stem + ".md", edition, lambda around, write=model.markdown, document=edition.document: write(document))  # type: ignore[misc]
    if first.made:
        yield from _report(model, first)
    if len(entries) > 1:
        for language in LANGUAGES:
            yield _File(
                addresses.spoken(addresses.act_folder(first.meta.number) + "/song-ngu.html", language),
                (entries[:2], first.on(model.at), entries[1].on(model.at)),
                lambda around, language=language: page_bilingual(first, entries[1], model.at, around, language=language),  # type: ignore[misc]
            )
    events = of_entry(first, model)
    feed = addresses.act_folder(first.meta.number) + "/feed.xml"
    yield _File(feed, (events, _concerned(model, first)), lambda around: _feed(around, events, Speech(main), feed, first.meta))


def _report(model: SiteModel, entry: Entry) -> Iterator[_File]:
    """The report of an act, beside it its files for machines. The acts it changes are shown as they stood the day before it."""
    numbers = sorted({same_key(c.operation.target.document) for c in entry.made if c.operation.target.document})
    targets = {k: _before(found[0], entry) for k in numbers if (found := model.works.get(k))}
    path = addresses.report_page(entry.document)
    inputs = (entry.document, entry.made, sorted(targets.items()), _concerned(model, entry))
    for language in LANGUAGES:
        yield _File(
            addresses.spoken(path, language),
            inputs,
            lambda around, language=language: report_act(entry.document, entry.made, targets, site=around, language=language),  # type: ignore[misc]
        )
    stem = path.removesuffix(".html")
    yield _File(stem + ".json", inputs, lambda around: data.report_json(entry.document, entry.made))
    yield _File(stem + ".md", inputs, lambda around: report_markdown(entry.document, entry.made, around.acts))


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


@dataclass(frozen=True)
class _Row:
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


def _lists(model: SiteModel, events: list[Event], language: str) -> Iterator[_File]:
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
                _Row(
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
        return page.render("index.html", rows=rows, at=model.at, recent=_told(past_events(8), page), coming=_told(future_events(8), page))

    def past_events(n: int) -> list[Event]:
        return [e for e in reversed(events) if e.day <= model.at and e.by is not None][:n]

    def future_events(n: int) -> list[Event]:
        return [e for e in events if e.day > model.at][:n]

    def changes(around: Site) -> str:
        page = Page(around, addresses.CHANGES, language)
        return page.render("changes.html", at=model.at, recent=_told(past_events(_RECENT), page), coming=_told(future_events(10**6), page))

    def waiting(around: Site) -> str:
        page = Page(around, addresses.WAITING, language)
        return page.render("waiting.html", at=model.at, open=_open(model, page), awaited=_awaited(model, page), reasons=_reasons(model))

    inputs = (events, states, model.at)
    yield _File(addresses.spoken(addresses.INDEX, language), inputs, index)
    yield _File(addresses.spoken(addresses.CHANGES, language), inputs, changes)
    yield _File(addresses.spoken(addresses.WAITING, language), (unsettled(model), awaited(model), model.at), waiting)
    yield _File(
        addresses.spoken(addresses.SEARCH, language),
        model.at,
        lambda around: Page(around, addresses.SEARCH, language).render("search.html", at=model.at),
    )


def _told(events: list[Event], page: Page) -> list[tuple[Event, str, str]]:
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


def _feed(around: Site, events: list[Event], say: Speech, path: str, meta: Meta | None) -> str:
    """An Atom feed: of all changes, or of one act."""
    page = Page(around, path, say.language)
    newest = sorted(events, key=lambda e: e.day, reverse=True)[:_FEED]
    rows = []
    for event, act, report in _told(newest, page):
        title = say(
            "{act}: {n} changes by {by}", act=say.name(event.of), n=len(event.changes), by=say.name(event.by) if event.by else event.number
        )
        if not event.changes:
            title = say("{act} comes into force", act=say.name(event.of))
        notice = say.notice(event.by.authority) if event.by else ""
        own = say.notice(event.of.authority)
        rows.append(
            {
                "id": f"urn:lawtrack:{addresses.act_slug(event.of.number)}:{event.day}:{addresses.act_slug(event.number)}",
                "title": title,
                "href": around.base + addresses.relative(report or act, "x")
                if not around.base
                else around.base + _rooted(report or act, path),
                "day": event.day,
                "uncertain": event.uncertain,
                "notes": [n for n in (own, notice) if n] + [say.computed()],
                "lines": [f"{say.subject(c)}: {say.action(c.operation.action)} · {say.effect(c.operation.effect)}" for c in event.changes],
            }
        )
    name = say.name(meta) if meta else around.title
    return environment().get_template("feed.xml").render(rows=rows, name=name, say=say, _=say, path=path, base=around.base, slug=path)


def _rooted(link: str, path: str) -> str:
    """A link from a page as a path from the root."""
    target, _, fragment = link.partition("#")
    parts = [*path.split("/")[:-1]]
    for step in target.split("/"):
        if step == "..":
            parts.pop()
        elif step != ".":
            parts.append(step)
    return "/".join(parts) + (f"#{fragment}" if fragment else "")


def _sitemap(around: Site) -> str:
    pages = sorted(p for p in around.pages if p.endswith(".html"))
    return environment().get_template("sitemap.xml").render(urls=[around.base + p for p in pages])
