"""On which line of its canonical file each unit stands.

Canonical Markdown holds one provision a line in document order (docs/format.md), so that a walk through the tree and a walk through the
lines meet at every unit.
"""

from __future__ import annotations

import re

from lawtrack.law import Address, Document, Kind, Provision
from lawtrack.law.address import addressed
from lawtrack.law.plain import mark_of

_SIGNS = re.compile(r"[\W_]+")


def _bare(text: str) -> str:
    return _SIGNS.sub("", text).lower()


def positions(document: Document, text: str) -> dict[Address, int]:
    """Address → line (from 1) in `text`, the canonical Markdown of the document. A unit without a line of its own (a table without a
    title) stands at the first of its children."""
    lines = text.split("\n")
    at = _behind_title(lines)
    bare = [_bare(line) for line in lines]
    found: dict[Address, int] = {}
    last = 0
    for address, unit in addressed(document.body):
        here = _line_of(unit, bare, at, document.meta.language)
        if here is None:  # printed in a way this walk does not know: the unit in front of it is the nearest place
            found[address] = max(1, at, last)
            continue
        found[address] = last = here + 1
        if unit.kind is Kind.TRICH:
            at = here + 1 + unit.text.count("\n")
        elif unit.kind is not Kind.BANG or unit.heading or unit.text:
            at = here + 1
    return found


def _behind_title(lines: list[str]) -> int:
    return next((i + 1 for i, line in enumerate(lines) if line.startswith("# ")), 0)


def _line_of(unit: Provision, bare: list[str], at: int, language: str) -> int | None:
    mark = "" if unit.kind in (Kind.TRICH, Kind.BANG, Kind.HANG) or not unit.label else _bare(mark_of(unit, language))
    words = [_bare(cell) for cell in unit.cells] if unit.kind is Kind.HANG else [_bare(unit.heading), _bare(unit.text.split("\n", 1)[0])]
    for i in range(at, len(bare)):
        if bare[i] and bare[i].startswith(mark) and all(word in bare[i] for word in words):
            return i
    return None


def field_line(text: str, field: str) -> int:
    """The line of a field of the front matter, 1 where it has none."""
    for number, line in enumerate(text.split("\n"), 1):
        if number > 1 and line == "---":
            break
        if line.startswith(f"{field}:"):
            return number
    return 1
