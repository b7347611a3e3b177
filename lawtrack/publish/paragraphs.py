"""What a document of a word processor is made of, before it is written: paragraphs, tables, notes; and the lines of law as these.

Numbers and labels are words of the paragraphs, never automatic: the label of a unit is what its act printed.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import groupby

from lawtrack.law.provision import ABOVE, CONTAINERS, ENCLOSED, Kind, Provision

HEADINGS = {
    **dict.fromkeys(ENCLOSED, "Heading1"),
    Kind.PHAN: "Heading1",
    Kind.CHUONG: "Heading2",
    Kind.MUC: "Heading3",
    Kind.TIEU_MUC: "Heading4",
    Kind.DIEU: "Heading5",
}
"""The style of a heading: one level for each kind, so that a kind looks the same in every act."""
_STYLES = {Kind.KHOAN: "Khoan", Kind.DIEM: "Diem", Kind.TIET: "Tiet", Kind.GACH: "Gach"}
_MANY = 5  # with more columns than these the letters of a table are small
_MOTTO = re.compile(r"CỘNG\s+H(?:ÒA|OÀ)\s+XÃ\s+HỘI")
_NUMBER = re.compile(r"(?:Luật\s+|Bộ luật\s+|Pháp lệnh\s+|Nghị quyết\s+)?số\s*:", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of words, or the mark of a note; `below`: on a new line of the same paragraph."""

    text: str = ""
    bold: bool = False
    note: int = 0
    below: bool = False


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: the id of its style and its runs; `page`: it begins a page."""

    style: str
    runs: tuple[Run, ...]
    page: bool = False


@dataclass(frozen=True, slots=True)
class Cell:
    """A cell: its paragraphs, the columns it covers, and whether it begins ("restart") or goes on with ("continue") a merged one."""

    paragraphs: tuple[Paragraph, ...]
    across: int = 1
    merged: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    widths  the relative widths of its columns; least: the letters of the longest word of each
    head    whether the first row is its head; lines: whether it is drawn with lines; small: whether its letters are
    """

    rows: tuple[tuple[Cell, ...], ...]
    widths: tuple[int, ...]
    least: tuple[int, ...]
    head: bool = False
    lines: bool = True
    small: bool = False


@dataclass(frozen=True, slots=True)
class Line:
    """A line of a text on its way into a paragraph: the section it stands in, its unit (None outside the tree), label, words, notes."""

    section: str
    unit: Provision | None
    label: str
    words: str
    notes: tuple[int, ...] = ()


_GAP = Paragraph("Gap", ())
"""Behind every table: word processors take two tables side by side for one, and end no text with a table."""


def paragraph(style: str, text: str) -> Paragraph:
    """A paragraph of plain words."""
    return Paragraph(style, tuple(Run(part, below=n > 0) for n, part in enumerate(text.split("\n"))))


def blocks(lines: Iterable[Line], root: Provision, other: Provision | None = None) -> list[Paragraph | Table]:
    """The lines as paragraphs, rows that stand one behind the other in one table as a table. `root` and `other` are the trees the lines
    come from."""
    tables = {
        id(row): id(unit) for tree in (root, other) if tree for unit in tree.walk() if unit.kind is Kind.BANG for row in unit.children
    }
    out: list[Paragraph | Table] = []
    for (section, table), group in groupby(lines, key=lambda x: (x.section, tables.get(id(x.unit)))):
        found = list(group)
        if table is not None:
            out += [_table(found), _GAP]
        elif section == "head":
            out += _head([x.words for x in found])
        else:
            out += [_paragraph(x) for x in found]
    return out


def _paragraph(line: Line) -> Paragraph:
    unit = line.unit
    if unit is None:
        return paragraph(_OUTSIDE.get(line.section, "BodyText"), line.words)
    style = HEADINGS.get(unit.kind) or _STYLES.get(unit.kind, "BodyText")
    # "Chương I" stands on a line of its own and its title in capitals below; "I." in an annex does not
    apart = unit.kind in (*CONTAINERS, Kind.PHU_LUC) and line.words.isupper() and (not unit.mark or " " in unit.mark)
    label = line.label.removesuffix(".") if apart and not unit.mark else line.label
    runs = [Run(label)] if label else []
    runs += [Run(note=n) for n in line.notes if label]
    for n, words in enumerate(line.words.split("\n") if line.words else ()):
        runs.append(Run(words if n or apart or not label else f" {words}", below=n > 0 or (apart and bool(label))))
    runs += [Run(note=n) for n in line.notes if not label]
    return Paragraph(style, tuple(runs), page=unit.kind in ENCLOSED)


_OUTSIDE = {
    "notice": "Notice",
    "label": "Notice",
    "kind": "Title",
    "title": "Subtitle",
    "preamble": "Preamble",
    "tail": "Tail",
    "appendix": "Appendix",
}


def _table(lines: Sequence[Line]) -> Table:
    rows = [x.unit.cells or (x.words,) for x in lines if x.unit]
    wide = max(map(len, rows))
    small = wide > _MANY
    head = bool(lines[0].unit and not lines[0].unit.label and len(rows) > 1)
    out = []
    for n, (line, cells) in enumerate(zip(lines, rows, strict=True)):
        marked = max((i for i, text in enumerate(cells) if not _goes_on(rows, n, i)), default=0)
        made = []
        for i, text in enumerate(cells):
            goes_on = _goes_on(rows, n, i)
            merged = "continue" if goes_on else "restart" if n + 1 < len(rows) and _goes_on(rows, n + 1, i) else ""
            runs = [Run("" if goes_on else part, bold=head and n == 0, below=k > 0) for k, part in enumerate(text.split("\n"))]
            runs += [Run(note=note) for note in line.notes if i == marked]
            across = wide - i if i == len(cells) - 1 else 1
            made.append(Cell((Paragraph("TableSmall" if small else "TableText", tuple(runs)),), across, merged))
        out.append(tuple(made))
    return Table(tuple(out), *_widths(rows, wide), head, small=small)


def _goes_on(rows: Sequence[Sequence[str]], n: int, i: int) -> bool:
    """Whether a cell is merged with the one above. Where nothing of its width stands above it, as in the first row shown, its mark
    stays."""
    if n == 0 or i >= len(rows[n]) or rows[n][i] != ABOVE:
        return False
    here, above = len(rows[n]), len(rows[n - 1])
    return i + 1 < min(here, above) or here == above


def _widths(rows: Sequence[Sequence[str]], wide: int) -> tuple[tuple[int, ...], tuple[int, ...]]:
    """Relative widths, between the mean and the most the cells of a column hold, and the letters of the longest words."""
    widths, least = [], []
    for i in range(wide):
        cells = [row[i] for row in rows if i < len(row) and (i < len(row) - 1 or len(row) == wide) and row[i] not in ("", ABOVE)] or [""]
        sizes = [min(len(cell), 40) for cell in cells]
        widths.append((sum(sizes) // len(sizes) + max(sizes)) // 2)
        least.append(min(max((len(w) * 3 // 2 if w.isupper() else len(w) for cell in cells for w in cell.split()), default=0), 20))
    return tuple(widths), tuple(least)


def _head(lines: Sequence[str]) -> list[Paragraph | Table]:
    """Issuer and number on the left, motto, place and day on the right (Decree 30/2020/NĐ-CP, annex I); a head that has not these parts in
    this order line by line."""
    motto = next((n for n, line in enumerate(lines) if _MOTTO.search(line)), None)
    number = next((n for n, line in enumerate(lines) if _NUMBER.match(line)), None)
    if not motto or number is None or number < motto or number != len(lines) - 2:
        return [paragraph("Head", line) for line in lines]
    rows = ((lines[:motto], lines[motto:number]), (lines[number : number + 1], lines[number + 1 :]))
    styles = ("Head", "HeadLine")
    cells = tuple(
        tuple(Cell(tuple(paragraph(style, line) for line in cell)) for cell in row) for style, row in zip(styles, rows, strict=True)
    )
    return [Table(cells, (5, 9), (0, 0), lines=False), _GAP]
