"""The lines of an act as HTML: every version in one page, or one version alone."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, groupby

from markupsafe import Markup

from lawtrack.law.address import Address
from lawtrack.law.provision import ABOVE, CONTAINERS, Kind, State
from lawtrack.publish.citations import Act, commands, linked
from lawtrack.publish.html import marked, safe, tagged
from lawtrack.publish.redline import words
from lawtrack.publish.rows import label
from lawtrack.publish.versions import Cell, Column, Line

# Which heading stands under which: an article under any container.
RANKS = {Kind.QUY_CHE: 0, **{kind: n for n, kind in enumerate((Kind.PHU_LUC, Kind.MAU, *CONTAINERS, Kind.DIEU))}}


@dataclass(frozen=True)
class Writer:
    """What writing a line needs to know.

    columns   the readings of the page; `shown`: those that are seen first (one, or the two states of an uncertain day)
    act       the link to an act's page
    labels    of the two states of an uncertain day
    history   the HTML of a line's history, "" for none, and the pairs of wordings it shows as redlines
    compare   whether the redlines between the other pairs of wordings are written too
    """

    columns: Sequence[Column]
    shown: tuple[int, ...]
    language: str
    act: Act
    labels: tuple[str, str]
    history: Callable[[Line], tuple[Markup, set[tuple[int, int]]]] = lambda line: (Markup(""), set())
    compare: bool = True

    def page(self, lines: Sequence[Line], ids: Mapping[Address, str]) -> Iterator[Markup]:
        """The lines, an article with all below it as a section, rows of one table as a table. `ids` are the anchors of the whole act."""
        ranks: list[int] = []
        for group in sections(lines):
            parts = []
            rank = RANKS.get(group[0].unit)
            if rank is not None:
                ranks = [*(r for r in ranks if r < rank), rank]
            within = {} if any(commands(c.words) for x in group for c in x.cells) else ids
            for table, run in ((t, list(g)) for t, g in groupby(group, key=lambda x: x.table)):
                parts += (
                    [self.line(x, within, min(1 + len(ranks), 6) if x.unit in RANKS else 0) for x in run]
                    if table is None
                    else [self.table(run, ids)]
                )
            yield Markup('<section class="s">\n') + Markup("\n").join(parts) + Markup("\n</section>")

    def line(self, line: Line, ids: Mapping[Address, str], level: int = 0) -> Markup:
        """One line: as it is, or with all its wordings. `level` of its heading, 0 for a paragraph."""
        tag = f"h{level}" if level else "p"
        name = f"l k-{line.unit} d{min(line.depth, 4)}"
        if not line.changed:
            gone = " repealed" if line.cells[0].provision.repealed else ""
            held = " held" if line.cells[0].provision.state is State.SUSPENDED else ""
            return tagged(tag, name + gone + held, self.cell(line.cells[0], line, ids), Markup(f' id="{safe(line.id)}"'))
        parts = [Markup('<div class="{} ch" id="{}" data-at="{}">').format(name, line.id, ",".join(map(str, line.at)))]
        for n, cell in enumerate(line.cells):
            state, tags = self._state(line, n)
            repealed = " repealed" if cell.provision.repealed else ""
            parts.append(
                Markup('<{} class="v{}{}"{}>{}{}</{}>').format(
                    Markup(tag), state, repealed, self._hidden(line, n), tags, self.cell(cell, line, ids), Markup(tag)
                )
            )
        told, covered = self.history(line)
        if self.compare:
            parts += [self._pair(tag, a, b, line) for a, b in combinations(range(len(line.cells)), 2) if (a, b) not in covered]
        return Markup("\n").join([*parts, told]) + Markup("</div>")

    def cell(self, cell: Cell, line: Line, ids: Mapping[Address, str]) -> Markup:
        """One wording: label, words, cross-references."""

        def find(address: Address) -> str:
            return f"#{ids[address]}" if address in ids and address != line.address else ""

        mark = Markup(f"<b>{safe(cell.mark)}</b>") if cell.mark else Markup("")
        text = linked(cell.words, self.language, line.address, find, self.act)
        return Markup(" ").join(p for p in (mark, text) if p)

    def _hidden(self, line: Line, n: int) -> Markup:
        return Markup("") if any(line.at[c] == n for c in self.shown) else Markup(" hidden")

    def _state(self, line: Line, n: int) -> tuple[str, Markup]:
        """The class of a wording on an uncertain day, and the labels it may need."""
        uncertain = [(i, i + 1) for i, c in enumerate(self.columns[1:]) if c.other]
        apart = [(a, b) for a, b in uncertain if line.at[a] != line.at[b]]
        old, new = any(line.at[a] == n for a, _ in apart), any(line.at[b] == n for _, b in apart)
        tags = Markup("")
        for name, wanted, words_ in (("old", old, self.labels[0]), ("new", new, self.labels[1])):
            if wanted:
                tags += Markup('<span class="tag state {}">{}</span> ').format(name, words_)
        if len(self.shown) == 2 and line.at[self.shown[0]] != line.at[self.shown[1]]:
            return (" is-old" if line.at[self.shown[0]] == n else " is-new" if line.at[self.shown[1]] == n else ""), tags
        return "", tags

    def _pair(self, tag: str, a: int, b: int, line: Line) -> Markup:
        return Markup('<{} class="pair" data-pair="{}-{}" hidden>{}</{}>').format(
            Markup(tag), a, b, redlined(line.cells[a], line.cells[b]), Markup(tag)
        )

    def table(self, rows: list[Line], ids: Mapping[Address, str]) -> Markup:
        """The rows of one table; cells merged with those above them span, where no version changes the table."""
        steady = not any(r.changed for r in rows)
        wide = max(len(c.provision.cells) for r in rows for c in r.cells)
        out = [
            Markup('<div class="wide" tabindex="0" role="group" aria-label="{}"><table>').format(ids.get(rows[0].address, "") or "table")
        ]
        for n, row in enumerate(rows):
            head = n == 0 and not row.cells[0].provision.label
            if not row.changed:
                one = (
                    Markup('<tr class="l" id="{}">').format(row.id)
                    + _cells(row.cells[0], wide, head, rows[n + 1 :] if steady else None)
                    + Markup("</tr>")
                )
                # cells span rows of one group only; a table that changes has a group a row
                out.append(one if steady else Markup("<tbody>") + one + Markup("</tbody>"))
                continue
            out.append(Markup('<tbody class="l ch" id="{}" data-at="{}">').format(row.id, ",".join(map(str, row.at))))
            for i, cell in enumerate(row.cells):
                state, _ = self._state(row, i)
                out.append(
                    Markup('<tr class="v{}"{}>').format(state, self._hidden(row, i)) + _cells(cell, wide, head, None) + Markup("</tr>")
                )
            if self.compare:
                for a, b in combinations(range(len(row.cells)), 2):
                    out.append(
                        Markup('<tr class="pair" data-pair="{}-{}" hidden>').format(a, b)
                        + _redlined(row.cells[a], row.cells[b])
                        + Markup("</tr>")
                    )
            told, _ = self.history(row)
            if told:
                out.append(Markup('<tr class="told"><td colspan="{}">{}</td></tr>').format(wide, told))
            out.append(Markup("</tbody>"))
        return Markup("\n").join([*out, Markup("</table></div>")])


def redlined(one: Cell, two: Cell) -> Markup:
    """A line of law from one wording to another."""
    mark = marked(label(one.mark, two.mark))
    return Markup(" ").join(p for p in (Markup("<b>{}</b>").format(mark) if mark else Markup(""), marked(words(one.words, two.words))) if p)


def _cells(cell: Cell, wide: int, head: bool, below: list[Line] | None) -> Markup:
    out = Markup("")
    tag = Markup("th") if head else Markup("td")
    texts = cell.provision.cells or (cell.words,)
    for n, text in enumerate(texts):
        if text == ABOVE and below is not None:
            continue
        span = 1
        for row in below or ():
            found = row.cells[0].provision.cells
            if n >= len(found) or found[n] != ABOVE:
                break
            span += 1
        more = Markup(' rowspan="{}"').format(span) if span > 1 else Markup("")
        if n == len(texts) - 1 and len(texts) < wide:
            more += Markup(' colspan="{}"').format(wide - len(texts) + 1)
        out += Markup("<{}{}{}>{}</{}>").format(tag, Markup(' scope="col"') if head else Markup(""), more, safe(text), tag)
    return out


def _redlined(one: Cell, two: Cell) -> Markup:
    size = max(len(one.provision.cells), len(two.provision.cells))
    pad = [*one.provision.cells, *[""] * size][:size], [*two.provision.cells, *[""] * size][:size]
    return Markup("").join(Markup("<td>{}</td>").format(marked(words(a, b))) for a, b in zip(*pad, strict=True))


def sections(lines: Sequence[Line]) -> Iterator[list[Line]]:
    """Lines in groups: an article with all below it is one, every other line in front of an article one of its own kind."""
    group: list[Line] = []
    for line in lines:
        if line.unit in RANKS:
            if group:
                yield group
            group = []
        group.append(line)
    if group:
        yield group
