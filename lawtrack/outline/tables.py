"""Tables: rows of Markdown (`| a | b |`) or of cells with tabs between them."""

from __future__ import annotations

import re

from lawtrack.law.provision import ABOVE, Kind
from lawtrack.outline.node import Node

_RULE = re.compile(r"\|?\s*:?-{2,}:?\s*(?:\|\s*:?-{2,}:?\s*)*\|?\s*$")
_ORDINAL = re.compile(r"\d{1,4}[a-zđ]?\d?\.?$|\d+(?:\.\d+)+\.?$")
_HEADER = re.compile(r"(?:STT|TT|Số TT|Số thứ tự|No\.?|Order)$", re.IGNORECASE)


def is_row(line: str) -> bool:
    """Whether the line is a row of a table."""
    stripped = line.strip()
    if stripped.startswith("|") and stripped.count("|") > 1:
        return True
    return "\t" in line.lstrip()


def is_rule(line: str) -> bool:
    """Whether the line is the rule below the header of a Markdown table."""
    return bool(_RULE.match(line.strip())) and "-" in line


def cells_of(line: str) -> tuple[str, ...]:
    """The cells of a row, trimmed."""
    stripped = line.strip()
    if stripped.startswith("|"):
        inner = stripped[1:-1] if stripped.endswith("|") else stripped[1:]
        return tuple(c.strip().replace("\\|", "|") for c in re.split(r"(?<!\\)\|", inner))
    return tuple(c.strip() for c in line.rstrip("\r\n").split("\t"))


def _label(cells: tuple[str, ...]) -> str:
    return cells[0].rstrip(".") if cells and _ORDINAL.match(cells[0]) else ""


def is_header(cells: tuple[str, ...]) -> bool:
    """Whether the row names the columns ("Số thứ tự | Nhóm sản phẩm | …")."""
    return bool(cells) and bool(_HEADER.match(cells[0]))


def read_table(rows: list[str], start: int, before: Node | None = None) -> tuple[Node, list[int]]:
    """One BANG of consecutive row lines; a header that is printed again at the top of a page is left out once the table has it (its
    places among `rows` are given back).
    A numbered row with nothing in a column that a numbered row above it fills is merged with that row (`ABOVE`)."""
    table = before or Node(Kind.BANG, line=start)
    width = max([len(c.cells) for c in table.children] + [len(cells_of(r)) for r in rows])
    known = {c.cells for c in table.children if is_header(c.cells)}
    again: list[int] = []
    merged = [False] * width
    for last in table.children:
        merged = [bool(c) for c in last.cells] + [False] * (width - len(last.cells)) if _label(last.cells) else merged
    for at, line in enumerate(rows):
        if is_rule(line):
            continue
        cells = cells_of(line)
        cells += ("",) * (width - len(cells))
        if cells in known:
            again.append(at)
            continue
        if is_header(cells):
            known.add(cells)
        label = _label(cells)
        if label:
            cells = tuple(c or (ABOVE if merged[i] and i > 0 else "") for i, c in enumerate(cells))
            merged = [bool(c) for c in cells]
        else:
            merged = [False] * width
        table.children.append(Node(Kind.HANG, label=label, cells=cells, line=start + at))
    return table, again
