"""Sentences of a paragraph, and where it is not certain that one ends.

A sentence ends in a full stop (question mark, exclamation mark) with a space and a capital behind it. Figures ("1.000"), numbers of acts,
semicolons and colons end none; what stands in quotation marks or brackets is inside one. Abbreviations ("TP.", "v.v."), initials, numbers
of a list inside the paragraph and small letters behind a full stop leave it open.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

Span = tuple[int, int]

_OPENING, _CLOSING = "“«(‘[", "”»)’]"
_MARKS = ".!?…"
# Short for a title, a place or "and so on": a name may follow, or the next sentence.
_SHORT = frozenset(
    ("ts", "ths", "pgs", "gs", "bs", "ks", "cn", "tp", "tx", "tt", "st", "tr", "vd", "nxb", "mr", "mrs", "ms", "dr", "v.v", "v/v", "đ/c")
)
_ITEM = re.compile(r"(?:^|[:;.])\s*(?:\d{1,2}|[a-zđ])$")


@dataclass(frozen=True, slots=True)
class Sentences:
    """`spans` of the sentences of a paragraph, their marks included and the spaces between them left out; `doubts`: offsets at which
    one may end or not."""

    spans: tuple[Span, ...]
    doubts: tuple[int, ...] = ()

    def certain(self, n: int) -> bool:
        """Whether the bounds of the sentence at `n`, and how many stand in front of it, are certain."""
        return all(d >= self.spans[n][1] for d in self.doubts)

    def alone(self, n: int) -> bool:
        """Whether the bounds of the sentence at `n` are certain, however many stand in front of it."""
        start, end = self.spans[n]
        return not any(start <= d < end for d in self.doubts)


def sentences(text: str) -> Sentences:
    """The sentences of one paragraph."""
    ends, doubts = [], []
    depth, straight, opened = 0, False, 0
    i = 0
    while i < len(text):
        char = text[i]
        if char == '"':
            straight, opened = not straight, i
        elif char in _OPENING:
            opened = i if not depth else opened
            depth += 1
        elif char in _CLOSING:
            depth = max(0, depth - 1)
        elif char in _MARKS and not depth and not straight:
            behind = i + 1
            while behind < len(text) and text[behind] in _MARKS:
                behind += 1
            match _ending(text, i, behind):
                case True:
                    ends.append(behind)
                case None:
                    doubts.append(i)
            i = behind
            continue
        elif char in _MARKS and _closes(text, i):
            doubts.append(i)  # "… “… ao.” Chủ ao …": the sentence around the quotation may end here or go on
        i += 1
    if depth or straight:
        doubts.append(opened)
    spans: list[Span] = []
    start = 0
    for end in [*ends, len(text)]:
        begin = start + len(text[start:end]) - len(text[start:end].lstrip())
        last = len(text[:end].rstrip())
        if begin < last:
            spans.append((begin, last))
        start = end
    return Sentences(tuple(spans), tuple(doubts))


def _closes(text: str, i: int) -> bool:
    """Whether the mark at `i` is the last of a quotation or bracket with a capital behind it."""
    match = re.match(r"[”»)’\]\"]+\s+(\S)", text[i + 1 :])
    return match is not None and match.group(1).isupper()


def _ending(text: str, i: int, behind: int) -> bool | None:
    """Whether a sentence ends with the marks from `i` to `behind`; None where it may or may not."""
    rest = text[behind:]
    if not rest.strip():
        return True
    if not rest[0].isspace():
        if re.match(r"/\.\s*$", rest):
            return False  # "./." at the end of an act
        return None if rest[0].isupper() and text[i - 1 : i].islower() else False
    following = rest.lstrip()
    word = re.search(r"[^\s(“]*$", text[:i])
    before = (word.group() if word else "").lower()
    short = before in _SHORT or re.fullmatch(r"[^\W\d_]", before) is not None
    if following[0].islower():
        return False if short else None
    if short or text[i:behind] != text[i] or text[i] == "…" or _ITEM.search(text[:i]):
        return None
    capital = following.lstrip('“"‘')[:1]
    return True if capital.isupper() else None
