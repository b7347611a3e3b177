"""Tables of contents in front of an act: headings alone, each of which stands again, in the same order, above its text."""

from __future__ import annotations

import re

from lawtrack.ingest.model import LeftOut, Line
from lawtrack.law.message import Message
from lawtrack.law.provision import CONTAINERS, Kind
from lawtrack.outline.marks import Mark, Style, marks
from lawtrack.text.fold import fold

_HEADS = re.compile(r"\W*(?:MỤC LỤC|Mục lục|TABLE OF CONTENTS|Table of contents|CONTENTS)\W*$")
_PAGE = re.compile(r"[\s.…_·]*\d*\s*$")
_LEAST = 3


def strip_contents(lines: list[Line], language: str = "vi") -> tuple[list[Line], list[LeftOut]]:
    """The lines without a table of contents, and what was taken out. It is one only where all its articles stand again behind it."""
    found = [(n, _heading(line.text, language)) for n, line in enumerate(lines)]
    articles = [n for n, mark in found if mark and mark.kind is Kind.DIEU]
    if not articles:
        return lines, []
    first = articles[0]
    end = first
    listed: list[Mark] = []
    for n, mark in found[first:]:
        text = lines[n].text.strip()
        if mark and mark.kind is Kind.DIEU and not any(m.label == mark.label for m in listed):
            listed.append(mark)
        elif (mark and mark.kind is Kind.DIEU) or (text and not mark and not text.isupper()):
            break
        end = n + 1
    while end > first and not ((mark := found[end - 1][1]) and mark.kind is Kind.DIEU):
        end -= 1  # headings in front of the first text are its own
    again = {(m.label, _title(m)) for n, m in found[end:] if m and m.kind is Kind.DIEU}
    if len(listed) < _LEAST or not all((m.label, _title(m)) in again for m in listed):
        return lines, []
    start = first
    while start > 0 and (not lines[start - 1].text.strip() or _belongs(lines[start - 1].text, found[start - 1][1])):
        start -= 1
    left = [LeftOut(line.number, line.text.strip(), Message("table of contents")) for line in lines[start:end] if line.text.strip()]
    return [*lines[:start], *lines[end:]], left


def _heading(text: str, language: str) -> Mark | None:
    found = marks(text.strip(), language)
    return found[0] if found and found[0].style is Style.WORD and found[0].kind in (*CONTAINERS, Kind.DIEU) else None


def _title(mark: Mark) -> str:
    return fold(_PAGE.sub("", mark.rest)).rstrip(" .…")


def _belongs(text: str, mark: Mark | None) -> bool:
    """Whether a line in front of the first article is the table's own: its heading, a chapter. A title in capitals could be the act's."""
    return bool(_HEADS.match(text.strip())) or mark is not None
