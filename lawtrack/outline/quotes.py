"""Quotation marks by their place: acts mix “ ” and ", close with '', and print an opening mark where a closing one is meant.

A mark at the beginning of a line or behind a space opens; a mark in front of the end, of punctuation or of a space closes. The
curly glyphs tell by themselves, except at the two ends of a line, where the place tells.
"""

from __future__ import annotations

import re

_MARK = re.compile(r"[“”„‟\"«»]|''|‘‘|’’")
_OPENING = re.compile(r"\s*(?:[“”„‟\"«]|''|‘‘|’’)\s*")
_END = re.compile(r"(?:[“”„‟\"»]|''|’’|‘‘)[\s.,;:]*$")


def opening(line: str) -> int:
    """The length of a quotation mark at the beginning of `line`, 0 where there is none."""
    found = _OPENING.match(line)
    return found.end() if found else 0


def _opens(line: str, at: int, end: int) -> bool:
    glyph = line[at:end]
    before, after = line[at - 1 : at], line[end : end + 1]
    if not line[:at].strip():
        return True
    if not line[end:].strip(" .,;:"):
        return False
    if glyph in "“„«":
        return True
    if glyph in "”»":
        return False
    return (not before or before.isspace() or before in "(“[/-–") and bool(after) and not after.isspace() and after not in ".,;:)"


def balance(line: str, skip: int = 0) -> tuple[int, int]:
    """(marks left open, closing marks without an opening one) in `line` from `skip` on."""
    left = unmatched = 0
    for found in _MARK.finditer(line, skip):
        if _opens(line, found.start(), found.end()):
            left += 1
        elif left:
            left -= 1
        else:
            unmatched += 1
    return left, unmatched


def ends_closed(line: str) -> bool:
    """Whether the line ends with a quotation mark, punctuation behind it left aside."""
    return bool(_END.search(line))


def closes(line: str, first: bool = False) -> bool:
    """Whether the line ends a quotation that began on an earlier line (on this line, where `first`): it ends with a mark that
    closes nothing opened within the line."""
    if not ends_closed(line):
        return False
    return balance(line, opening(line) if first else 0)[1] > 0


def quoted_phrase_first(line: str) -> bool:
    """Whether the line begins with a short quotation that closes within the line and is followed by words: “A” là …"""
    start = opening(line)
    if not start:
        return False
    depth = 0
    for found in _MARK.finditer(line, start):
        if _opens(line, found.start(), found.end()):
            depth += 1
        elif depth:
            depth -= 1
        else:
            return bool(line[found.end() :].strip(' .,;:”"'))
    return False
