"""Tables of marked-up formats: which are data and which only place words on the page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lawtrack.ingest.model import LeftOut, Line
from lawtrack.law.message import Message
from lawtrack.law.provision import ABOVE

# Words of the head and the foot of an act, which editors set in tables without borders.
_LAYOUT = re.compile(
    r"CỘNG\s+H[ÒO][ÀA]?\s+XÃ\s+HỘI|Độc\s+lập\s*-\s*Tự\s+do|Nơi nhận|^(?:TM|KT|TL|TUQ)\.\s|^(?:CHỦ TỊCH|BỘ TRƯỞNG|THỦ TƯỚNG|TỔNG GIÁM ĐỐC)",
    re.MULTILINE | re.IGNORECASE,
)

# What begins a row of data that stands alone: "Sửa đổi, bổ sung số thứ tự 3 như sau:" and the row
_ORDINAL = re.compile(r"\d{1,4}[.)]?")


@dataclass(slots=True)
class Cell:
    """A cell: its paragraphs, the columns it covers, whether it goes on from the row above (`down` rows more, HTML)."""

    paragraphs: list[str]
    across: int = 1
    down: int = 1
    above: bool = False


def grid_lines(rows: list[list[Cell]]) -> list[str]:
    """The lines of a table: rows `| a | b |` for data, the paragraphs one after the other for a table that only lays out the page, as
    one with a single row does, unless that begins with a number."""
    rows = [row for row in rows if any(any(p.strip() for p in cell.paragraphs) or cell.above for cell in row)]
    if not rows:
        return []
    width = max(sum(cell.across for cell in row) for row in rows)
    text = "\n".join(p for row in rows for cell in row for p in cell.paragraphs)
    alone = len(rows) == 1 and not _ORDINAL.fullmatch(" ".join(rows[0][0].paragraphs).strip())
    if width == 1 or alone or (_LAYOUT.search(text) and len(rows) <= 6):
        return [p.strip() for row in rows for cell in row for p in cell.paragraphs if p.strip()]
    out = []
    hanging: dict[int, int] = {}
    for row in rows:
        cells: list[str] = []
        waiting = list(row)
        while waiting or hanging.get(len(cells), 0):
            if hanging.get(len(cells), 0):
                hanging[len(cells)] -= 1
                cells.append(ABOVE)
                continue
            cell = waiting.pop(0)
            words = " ".join(p.strip() for p in cell.paragraphs if p.strip()).replace("|", "\\|")
            for i in range(cell.across):
                if cell.down > 1:
                    hanging[len(cells)] = cell.down - 1
                cells.append((ABOVE if cell.above else words) if i == 0 else "")
        out.append("| " + " | ".join(cells) + " |")
    return out


def stacked_tables(lines: list[Line]) -> tuple[list[Line], list[LeftOut]]:
    """Tables copied from a web page as text: each cell a line behind a tab, each row a block of as many such lines, an empty line
    between the rows. The rows become `| a | b |`; a cell printed once for each column it covers stands once."""
    out: list[Line] = []
    left: list[LeftOut] = []
    at = 0
    while at < len(lines):
        rows = _stacked_rows(lines, at)
        if len(rows) < 3:
            out.append(lines[at])
            at += 1
            continue
        for row in rows:
            cells = [line.text.strip() for line in row] + [""] * (len(rows[0]) - len(row))
            for i in range(len(row) - 1, 0, -1):
                if cells[i] and cells[i] == cells[0] and not cells[0].isdigit():
                    left.append(LeftOut(row[i].number, cells[i], Message("cell printed again for each column it covers")))
                    cells[i] = ""
            out.append(Line("| " + " | ".join(c.replace("|", "\\|") for c in cells) + " |", row[0].number))
            at += len(row) + 1
        at -= 1  # behind the last row there may be no empty line
    return out, left


def _stacked_rows(lines: list[Line], at: int) -> list[list[Line]]:
    """The rows of a stacked table that begins at a line; all are equally long."""
    rows: list[list[Line]] = []
    while at < len(lines):
        row: list[Line] = []
        while at + len(row) < len(lines) and lines[at + len(row)].text.startswith("\t") and "\t" not in lines[at + len(row)].text.strip():
            row.append(lines[at + len(row)])
        if len(row) < 2 or not row[0].text.strip() or (rows and len(row) > len(rows[0])):
            break
        rows.append(row)
        if len(row) < len(rows[0]):  # the last row, its empty cells cut off
            break
        at += len(row)
        if at >= len(lines) or lines[at].text.strip():
            break
        at += 1
    return rows
