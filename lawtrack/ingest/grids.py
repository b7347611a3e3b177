"""Tables of marked-up formats: which are data and which only place words on the page."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lawtrack.law.provision import ABOVE

# Words of the head and the foot of an act, which editors set in tables without borders.
_LAYOUT = re.compile(
    r"CỘNG\s+H[ÒO][ÀA]?\s+XÃ\s+HỘI|Độc\s+lập\s*-\s*Tự\s+do|Nơi nhận|^(?:TM|KT|TL|TUQ)\.\s|^(?:CHỦ TỊCH|BỘ TRƯỞNG|THỦ TƯỚNG|TỔNG GIÁM ĐỐC)",
    re.MULTILINE | re.IGNORECASE,
)


@dataclass(slots=True)
class Cell:
    """A cell: its paragraphs, the columns it covers, whether it goes on from the row above (`down` rows more, HTML)."""

    paragraphs: list[str]
    across: int = 1
    down: int = 1
    above: bool = False


def grid_lines(rows: list[list[Cell]]) -> list[str]:
    """The lines of a table: rows `| a | b |` for data, the paragraphs one after the other for a table that only lays out the page."""
    rows = [row for row in rows if any(any(p.strip() for p in cell.paragraphs) or cell.above for cell in row)]
    if not rows:
        return []
    width = max(sum(cell.across for cell in row) for row in rows)
    text = "\n".join(p for row in rows for cell in row for p in cell.paragraphs)
    if width == 1 or len(rows) == 1 or (_LAYOUT.search(text) and len(rows) <= 6):
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
