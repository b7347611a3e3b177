"""The report of an act: what it changes, operation by operation."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from markupsafe import Markup

from lawtrack.law.address import Address, addressed
from lawtrack.law.change import Change, Outcome
from lawtrack.law.document import Document
from lawtrack.law.message import Message
from lawtrack.law.operation import Action, Position
from lawtrack.law.plain import mark_of
from lawtrack.law.provision import Kind as Unit
from lawtrack.law.refusal import Refusal
from lawtrack.publish import addresses
from lawtrack.publish.contents import Node, find, preceding, put_after, tree
from lawtrack.publish.html import Page, Site, banners, marked, safe, tagged
from lawtrack.publish.pictures import Strip, strip
from lawtrack.publish.redline import Kind
from lawtrack.publish.rows import Row, folded, provisions
from lawtrack.publish.speech import GROUPS, Speech, group_of
from lawtrack.text.numbers import same_key

Documents = Mapping[str, Document]
"""Acts as they stood before the reported act, by `lawtrack.text.numbers.same_key`."""


@dataclass(frozen=True)
class Shown:
    """An operation as the page shows it."""

    change: Change
    anchor: str
    group: str
    bad: bool
    subject: str
    above: str
    link: str
    place: str
    place_link: str
    effect: str
    blocks: list[tuple[int, Markup]]
    offered: list[tuple[int, Markup]]
    refusal: Refusal | None


@dataclass
class Touched:
    """An act that is changed, with the operations on it."""

    key: str
    anchor: str
    name: str
    title: str
    link: str
    shown: list[Shown] = field(default_factory=list)
    tree: Node | None = None
    strip: Strip | None = None


@dataclass(frozen=True)
class Figures:
    """How much of what."""

    total: int
    outcomes: tuple[tuple[Outcome, int], ...]
    groups: tuple[tuple[str, int], ...]
    acts: int
    effects: tuple[tuple[str, int], ...]


def report_act(
    act: Document,
    changes: Sequence[Change],
    targets: Documents | None = None,
    *,
    site: Site | None = None,
    language: str = "",
    assets: str = "",
    doubts: Sequence[Message] = (),
) -> str:
    """The HTML report of an act.

    changes   what it does, in its own order, with every outcome
    targets   the acts it changes as they stood before it, for contents, pictures and headings
    site      the pages around it; alone, it links to nothing but itself
    language  of the interface: "vi", "en"; that of the act by default
    doubts    what the reader of the act was not sure of and made no operation of
    assets    address of the folder with stylesheet and script: that of the site, or the report's own folder
    """
    site = site or Site(acts={d.key: d.meta for d in (act, *(targets or {}).values())})
    page = Page(site, addresses.report_page(act), language or ("en" if act.meta.language == "en" else "vi"), assets)
    heads = {key: headings(document) for key, document in (targets or {}).items()}
    shown = [(same_key(c.operation.target.document), show(c, page, targets or {}, heads)) for c in changes]
    touched = touch(shown, page, targets or {})
    return page.render(
        "report.html",
        act=act,
        meta=act.meta,
        lang=act.meta.language,
        touched=touched,
        refused=[s for _, s in shown if s.bad],
        doubts=[page.say.sentence(d) for d in doubts],
        figures=figures(changes, touched, page.say),
        banners=banners(act, (), page.say),
        several=len(touched) > 1,
        act_link=page.act(act.number),
        machine=[(name, page.file(path)) for name, path in machine_files(page)],
    )


def machine_files(page: Page) -> list[tuple[str, str]]:
    """(name, path) of the files for machines that stand beside a page."""
    stem = page.path.removesuffix(".html")
    return [(name, stem + ending) for name, ending in (("JSON", ".json"), ("Markdown", ".md")) if page.site.has(stem + ending)]


def show(change: Change, page: Page, targets: Documents, heads: Mapping[str, Mapping[Address, str]]) -> Shown:
    """An operation with everything the page says of it."""
    say, operation = page.say, change.operation
    bad = change.outcome is not Outcome.APPLIED
    address = change.address or operation.target.address
    key = same_key(operation.target.document)
    document = targets.get(key)
    language = document.meta.language if document else "vi"
    offered = provisions((), operation.payload, language) if bad and operation.payload else ()
    refusal = change.refusal or operation.refusal
    return Shown(
        change,
        addresses.operation_anchor(operation),
        group_of(operation.action),
        bad,
        say.subject(change),
        heading_above(heads.get(key, {}), address),
        page.act(operation.target.document, addresses.anchor(address)) if operation.target.document and not bad else "",
        say.place(operation),
        page.act(operation.origin.document, addresses.anchor(operation.origin.address)) if operation.origin.address else "",
        say.effect(operation.effect),
        blocks(provisions(change.before, change.after, language)),
        blocks(offered),
        refusal if bad else None,
    )


def headings(document: Document) -> dict[Address, str]:
    """The articles of an act as they are headed: "Điều 9. Phân loại tội phạm", by address."""
    language = document.meta.language
    return {a: f"{mark_of(p, language)} {p.heading}".strip() for a, p in addressed(document.body) if p.kind is Unit.DIEU}


def heading_above(heads: Mapping[Address, str], address: Address) -> str:
    """The heading of the article that an address stands in; "" for an article itself and for what stands in none."""
    size = next((n for n, step in enumerate(address, 1) if step.kind is Unit.DIEU), 0)
    return heads.get(Address(address.steps[:size]), "") if 0 < size < len(address) else ""


def blocks(rows: Sequence[Row]) -> list[tuple[int, Markup]]:
    """Rows as HTML: (0, shown rows) and (n, n folded rows)."""
    return [(len(run) if fold else 0, Markup("\n").join(map(row_html, run))) for fold, run in folded(rows)]


def row_html(row: Row) -> Markup:
    """One line of law as a paragraph with its redline."""
    names = {None: "c", Kind.EQUAL: "e", Kind.INSERT: "i", Kind.DELETE: "x"}
    name = f"r {names[row.kind]} d{min(row.depth, 5)} k-{row.unit}"
    if row.kind in (Kind.INSERT, Kind.DELETE):
        tag = "ins" if row.kind is Kind.INSERT else "del"
        inner = Markup(" ").join(p for p in (_mark(row, plain=True), safe("".join(s.text for s in row.words))) if p)
        return tagged("p", name, Markup(f"<{tag}>{inner}</{tag}>"))
    return tagged("p", name, Markup(" ").join(p for p in (_mark(row), marked(row.words)) if p))


def _mark(row: Row, plain: bool = False) -> Markup:
    if not row.mark:
        return Markup("")
    return Markup("<b>{}</b>").format(safe("".join(s.text for s in row.mark)) if plain else marked(row.mark))


def touch(shown: Sequence[tuple[str, Shown]], page: Page, targets: Documents) -> list[Touched]:
    """The operations by the act they change, in the order in which the acts are first named."""
    found: dict[str, Touched] = {}
    for key, item in shown:
        operation = item.change.operation
        name = key or f"?{operation.target.cited}"
        if name not in found:
            found[name] = _touched(key, operation.target.document or operation.target.cited or "?", page, targets, len(found) + 1)
        found[name].shown.append(item)
    for touched in found.values():
        if touched.tree is not None:
            mark_tree(touched.tree, touched.shown, targets[touched.key].meta.language)
            touched.strip = strip(touched.tree)
    return list(found.values())


def _touched(key: str, number: str, page: Page, targets: Documents, n: int) -> Touched:
    document = targets.get(key)
    meta = document.meta if document else page.site.acts.get(key)
    return Touched(
        key,
        addresses.anchor(f"van-ban-{n}-{addresses.act_slug(number)}"),
        page.say.name(meta) if meta else number,
        meta.title if meta else "",
        page.act(number) if key else "",
        tree=tree(document) if document else None,
    )


def mark_tree(root: Node, shown: Sequence[Shown], language: str) -> None:
    """Writes into the contents of an act what was changed where; articles that came in get a branch of their own."""
    for item in shown:
        operation = item.change.operation
        hit = (item.anchor, item.group, item.bad)
        came = [u for u in item.change.after if u.kind in _BRANCHES] if operation.action is Action.INSERT and not item.bad else []
        beside = operation.position in (Position.AFTER, Position.BEFORE)
        for unit in came:
            neighbour = find(root, operation.target.address) if beside else preceding(root, unit)
            node = Node(
                Address.of((unit.kind, unit.label)),
                unit.kind,
                mark_of(unit, language).rstrip(".:"),
                unit.heading,
                unit.label,
                hits=[hit],
                added=True,
            )
            put_after(root, node, neighbour, operation.position is Position.BEFORE)
        if not came:
            (find(root, item.change.address or operation.target.address) or root).hits.append(hit)


_BRANCHES = (Unit.DIEU, Unit.PHAN, Unit.CHUONG, Unit.MUC, Unit.TIEU_MUC, Unit.PHU_LUC, Unit.MAU)


def figures(changes: Sequence[Change], touched: Sequence[Touched], say: Speech) -> Figures:
    """The counts of a report."""
    outcomes = Counter(c.outcome for c in changes)
    groups = Counter(group_of(c.operation.action) for c in changes if c.outcome is Outcome.APPLIED)
    effects = Counter(say.effect(c.operation.effect) for c in changes if c.outcome is Outcome.APPLIED)
    return Figures(
        len(changes),
        tuple((o, outcomes[o]) for o in Outcome if outcomes[o]),
        tuple((g, groups[g]) for g in GROUPS if groups[g]),
        len(touched),
        tuple(effects.most_common()),
    )
