"""Two languages of one act side by side, provision by provision; a translation that its original has left behind is marked."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from markupsafe import Markup

from lawtrack.law.address import Address
from lawtrack.law.change import Edition
from lawtrack.publish import addresses
from lawtrack.publish.html import Page, Site, banners, safe
from lawtrack.publish.model import Entry
from lawtrack.publish.versions import Cell, Column, Line, columns, lines


@dataclass(frozen=True)
class Pair:
    """A provision in two languages; "" where one has none. `stale`: the original was changed and the translation was not."""

    id: str
    name: str
    one: Markup
    two: Markup
    stale: bool


def page_bilingual(one: Entry, two: Entry, day: date, site: Site, *, language: str = "vi", assets: str = "") -> str:
    """The HTML page of an act in two languages as it stands on `day`."""
    page = Page(site, addresses.act_folder(one.meta.number) + "/song-ngu.html", language, assets)
    editions = one.editions[one.on(day)], two.editions[two.on(day)]
    return page.render(
        "bilingual.html",
        meta=one.meta,
        languages=(one.meta.language, two.meta.language),
        edition=editions[0],
        pairs=pairs(one, two, editions),
        banners=[*banners(one.document, (), page.say), *banners(two.document, (), page.say)],
        whole=page.act(one.meta.number),
    )


def pairs(one: Entry, two: Entry, editions: tuple[Edition, Edition]) -> list[Pair]:
    """The provisions of both, by address, in the order of the first; what only the second has stands behind its neighbour."""
    left, right = (lines(columns([e])) for e in editions)
    was = {x.address: _text(x.cells[0]) for x in lines([Column(0, False, one.document)])}
    had = {x.address: _text(x.cells[0]) for x in lines([Column(0, False, two.document)])}
    others = {x.address: x for x in right}
    out: list[Pair] = []
    placed: set[Address] = set()
    order = {x.address: n for n, x in enumerate(right)}
    at = 0
    for line in left:
        other = others.get(line.address)
        if other is not None:
            for extra in right[at : order[line.address]]:
                if extra.address not in placed and all(extra.address != x.address for x in left):
                    out.append(_pair(None, extra, False))
                    placed.add(extra.address)
            at = max(at, order[line.address] + 1)
        changed = was.get(line.address) != _text(line.cells[0])
        # a provision that came in stands in no old translation: its article tells whether that was translated at all
        kept = had.get(line.address) == _text(other.cells[0]) if other else any(line.address.within(a) for a in had if a)
        out.append(_pair(line, other, changed and kept))
    known = {x.address for x in left}
    out += [_pair(None, x, False) for x in right[at:] if x.address not in known and x.address not in placed]
    return out


def _pair(one: Line | None, two: Line | None, stale: bool) -> Pair:
    line = one or two
    assert line is not None
    name = f"l k-{line.unit} d{min(line.depth, 4)}"
    return Pair(line.id, name, _html(one), _html(two), stale)


def _html(line: Line | None) -> Markup:
    if line is None:
        return Markup("")
    cell = line.cells[0]
    mark = Markup("<b>{}</b> ").format(safe(cell.mark)) if cell.mark else Markup("")
    return mark + safe(cell.words)


def _text(cell: Cell) -> tuple[str, str]:
    return cell.mark, cell.words
