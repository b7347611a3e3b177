"""The page of an act: its text over all its days, and the text of one day alone."""

from __future__ import annotations

import base64
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from hashlib import sha256
from importlib.resources import files

from markupsafe import Markup

from lawtrack.law.address import Address
from lawtrack.law.change import Change, Edition, Outcome
from lawtrack.law.document import Document, Meta
from lawtrack.law.effect import Bounded
from lawtrack.law.provision import ENCLOSED, Kind
from lawtrack.publish import addresses
from lawtrack.publish.body import RANKS, Writer
from lawtrack.publish.history import Historian
from lawtrack.publish.html import Page, Site, banners
from lawtrack.publish.linked_data import legislation
from lawtrack.publish.model import Entry
from lawtrack.publish.pictures import timeline
from lawtrack.publish.report import Shown, headings, show
from lawtrack.publish.speech import Speech
from lawtrack.publish.texts import Acts, lacking, own_days, uncertain_words
from lawtrack.publish.versions import Column, Line, columns, lines
from lawtrack.text.numbers import same_key


@dataclass
class Branch:
    """A heading in the contents of a page: `changed` where some version differs at or below it."""

    id: str
    label: str
    heading: str
    leaf: bool
    changed: bool = False
    children: list[Branch] = field(default_factory=list)


@dataclass(frozen=True)
class Version:
    """A day from which the act reads differently."""

    edition: Edition
    column: int
    other: int | None
    link: str
    by: list[tuple[str, str, str]]  # (act, link to its report, authority)
    tense: str  # past, present, future
    told: list[str]  # what is uncertain, and which provisions hold from another day


def page_document(
    entry: Entry, site: Site | None = None, *, at: int | None = None, language: str = "", assets: str = "", others: Sequence[Entry] = ()
) -> str:
    """The HTML page of an act over all its versions.

    at        the place of the edition that is shown first (the last by default)
    others    the act in other languages
    site, language, assets
              as for `lawtrack.publish.report.report_act`
    """
    meta = entry.meta
    site = site or Site(acts={entry.document.key: meta})
    main = site.mains.get(entry.document.key, meta.language)
    page = Page(site, addresses.act_page(meta.number, meta.language, main), language or ("en" if meta.language == "en" else "vi"), assets)
    shown = len(entry.editions) - 1 if at is None else at
    readings = columns(entry.editions)
    versions = [_version(entry, n, readings, page, shown, main) for n in range(len(entry.editions))]
    found = lines(readings, versions[shown].column)
    by_id = {c.operation.id: c for e in entry.editions for c in (*e.applied, *e.uncertain, *e.coming)}
    by_id |= {c.operation.id: c for c in entry.received}
    historian = Historian(page, readings, entry.editions, {x.address: x for x in found}, by_id)
    writer = Writer(readings, _shown(versions[shown]), meta.language, page.act, _labels(entry.editions, page.say), historian.html)
    acts = [site.acts[k] for k in sorted({same_key(c.operation.origin.document) for c in by_id.values()}) if k in site.acts]
    return page.render(
        "act.html",
        **_common(entry.document, page, found, writer, acts),
        entry=entry,
        versions=versions,
        current=versions[shown],
        line=timeline([(v.edition.at, f"s-{v.edition.status}", page.say.day(v.edition.at)) for v in versions], versions[shown].edition.at),
        waiting=[_waiting(c, page, entry) for c in entry.pending if c.outcome is Outcome.APPLIED],
        refused=[_waiting(c, page, entry) for c in entry.received if c.outcome is not Outcome.APPLIED],
        report=page.report(meta.number) if entry.made else "",
        details=_details(meta, page),
        linked_data=legislation(entry, versions[shown].edition, page),
        languages=[(e.meta.language, page.link(addresses.act_page(meta.number, e.meta.language, main))) for e in others],
        bilingual=page.link(addresses.act_folder(meta.number) + "/song-ngu.html"),
        feed=page.file(feed) if site.has(feed := addresses.act_folder(meta.number) + "/feed.xml") else "",
        machine=_machine(page, addresses.day_page(meta.number, versions[shown].edition.at, meta.language, main)),
    )


def page_day(entry: Entry, n: int, site: Site | None = None, *, language: str = "", assets: str = "", style: str = "") -> str:
    """The HTML page of an act's text from the day of one of its editions, at its permanent address; no script is needed to read it.
    `style`: the stylesheet itself, for a page that is one file."""
    meta = entry.meta
    site = site or Site(acts={entry.document.key: meta})
    main = site.mains.get(entry.document.key, meta.language)
    edition = entry.editions[n]
    page = Page(
        site,
        addresses.day_page(meta.number, edition.at, meta.language, main),
        language or ("en" if meta.language == "en" else "vi"),
        assets,
    )
    readings = columns([edition])
    found = lines(readings)
    writer = Writer(readings, (0, 1) if edition.other else (0,), meta.language, page.act, _labels([edition], page.say), compare=False)
    acts = [
        site.acts[k]
        for k in sorted({same_key(c.operation.origin.document) for c in (*edition.applied, *edition.uncertain)})
        if k in site.acts
    ]
    following = entry.editions[n + 1].at if n + 1 < len(entry.editions) else None
    return page.render(
        "day.html",
        **_common(edition.document, page, found, writer, acts),
        edition=edition,
        following=following,
        linked_data=legislation(entry, edition, page) if not style else "",
        told=[
            *(uncertain_words(c, site.acts, page.say) for c in edition.uncertain),
            *own_days(edition, page.say),
            *lacking(edition, page.say),
        ],
        whole=page.act(meta.number) if main == meta.language else page.link(addresses.act_page(meta.number, meta.language, main)),
        style=Markup(style),
        style_hash=base64.b64encode(sha256(style.encode()).digest()).decode() if style else "",
        machine=_machine(page, page.path),
    )


def standalone(edition: Edition, acts: Acts | None = None) -> str:
    """The edition as one HTML file that needs no other: the stylesheet stands in it, allowed by its hash, and there is no script."""
    site = Site(acts=dict(acts or {}) | {edition.document.key: edition.document.meta})
    style = files("lawtrack.publish").joinpath("assets", "lawtrack.css").read_text(encoding="utf-8")
    return page_day(Entry(edition.document, (edition,)), 0, site, style=style)


def _common(document: Document, page: Page, found: Sequence[Line], writer: Writer, acts: Sequence[Meta]) -> dict[str, object]:
    ids = {line.address: line.id for line in found}
    behind = next((n for n, x in enumerate(found) if x.address.steps[0].kind in ENCLOSED), len(found))
    return {
        "meta": document.meta,
        "document": document,
        "lang": document.meta.language,
        "banners": banners(document, acts, page.say),
        "contents": branches(found),
        "body": list(writer.page(found[:behind], ids)),
        "annexes": list(writer.page(found[behind:], ids)),
        "acts": acts,
    }


def _version(entry: Entry, n: int, readings: Sequence[Column], page: Page, shown: int, main: str) -> Version:
    edition = entry.editions[n]
    column = next(i for i, c in enumerate(readings) if c.edition == n)
    other = column + 1 if edition.other is not None else None
    held = {c.operation.id for c in entry.editions[n - 1].applied} if n else set()
    numbers = list(dict.fromkeys(c.operation.origin.document for c in (*edition.applied, *edition.uncertain) if c.operation.id not in held))
    by = []
    for number in numbers:
        meta = page.site.acts.get(same_key(number))
        authority = page.say.authority(meta.authority) if meta and page.say.notice(meta.authority) else ""
        by.append((page.say.name(meta) if meta else number, page.report(number), authority))
    tense = "past" if n < shown else "present" if n == shown else "future"
    link = page.link(addresses.day_page(entry.meta.number, edition.at, entry.meta.language, main))
    return Version(edition, column, other, link, by, tense, [*_doubts(edition, page), *own_days(edition, page.say)])


def _doubts(edition: Edition, page: Page) -> list[str]:
    """What is uncertain in an edition, in short: how many changes, by which act, between which days."""
    found: Counter[tuple[str, str]] = Counter()
    for change in edition.uncertain:
        number = change.operation.origin.document
        meta = page.site.acts.get(same_key(number))
        found[page.say.name(meta) if meta else number, page.say.effect(change.operation.effect)] += 1
    return [
        page.say.count("{n} change by {act}", "{n} changes by {act}", n, act=name) + f": {effect}" for (name, effect), n in found.items()
    ]


def _details(meta: Meta, page: Page) -> list[tuple[str, str]]:
    """The provisions an act details, in words, with links."""
    out = []
    for place in meta.details:
        number, _, address = place.partition("#")
        found = page.site.acts.get(same_key(number))
        name = page.say.name(found) if found else number
        try:
            where = Address.parse(address)
        except ValueError:  # not an address of ours: shown as it stands
            out.append((place, ""))
            continue
        text = page.say("{place} of {act}", place=page.say.address(where), act=name) if where else name
        out.append((text, page.act(number, addresses.anchor(where)) if where else page.act(number)))
    return out


def _shown(version: Version) -> tuple[int, ...]:
    return (version.column,) if version.other is None else (version.column, version.other)


def _labels(editions: Sequence[Edition], say: Speech) -> tuple[str, str]:
    """The labels of the two states of an uncertain day."""
    bounds = [c.operation.effect.start for e in editions for c in e.uncertain if isinstance(c.operation.effect.start, Bounded)]
    last = say.day(max(b.not_after for b in bounds)) if bounds else "?"
    if bounds and all(c.operation.effect.for_some for e in editions for c in e.uncertain):
        return say("Old text, for whom the change does not hold yet"), say("New text, for some; from {last} for all", last=last)
    return (
        say("Old text, until the change takes effect"),
        say("New text, from {last} at the latest", last=last),
    )


def _waiting(change: Change, page: Page, entry: Entry) -> tuple[Shown, str, str]:
    """A change that is not in the text: as on a report, with its act and the link to its report."""
    number = change.operation.origin.document
    document = entry.editions[-1].document
    shown = show(change, page, {entry.document.key: document}, {entry.document.key: headings(document)})
    meta = page.site.acts.get(same_key(number))
    return shown, page.say.name(meta) if meta else number, page.report(number, shown.anchor)


def _machine(page: Page, path: str) -> list[tuple[str, str]]:
    stem = path.removesuffix(".html")
    found = [
        (name, stem + ending) for name, ending in (("JSON", ".json"), ("Markdown", ".md"), ("Text", ".txt")) if page.site.has(stem + ending)
    ]
    return [(name, page.file(path)) for name, path in found]


def branches(found: Sequence[Line]) -> list[Branch]:
    """The contents: containers, annexes and articles of all versions, in order."""
    top: list[Branch] = []
    above: list[tuple[int, Branch]] = []
    article: Branch | None = None
    for line in found:
        rank = RANKS.get(line.unit)
        if rank is None:
            if article is not None and line.changed:
                article.changed = True
            continue
        cell = line.cells[-1]
        heading = "" if cell.provision.repealed else cell.provision.heading
        article = Branch(line.id, cell.mark.rstrip(".:"), heading, line.unit is Kind.DIEU, line.changed)
        while above and above[-1][0] >= rank:
            above.pop()
        (above[-1][1].children if above else top).append(article)
        above.append((rank, article))
    return top
