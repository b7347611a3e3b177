"""The opening of an article, where a file ran it together or lost a part of it: title, first sentence, label of the first clause.

A list whose second member is there has a first one, and between the heading of the article and "2." there is one paragraph alone that it
can be. An opening sentence announces the list (":", "sau đây"): what announces nothing and ends its sentence is the first clause itself.
Measured on the 66,000 articles of a codification: 22 such places, each a first clause.
"""

from __future__ import annotations

import re

from lawtrack.ingest.model import Line
from lawtrack.law.message import Message
from lawtrack.law.provision import Kind
from lawtrack.outline.commands import is_command
from lawtrack.outline.marks import Mark, Style, marks
from lawtrack.outline.quotes import ends_closed, opening
from lawtrack.text.repair import Repair

_BARE = re.compile(r"1\s+(?=[^\W\d_a-zà-ỹđ])")
# "…, bao gồm:1. Buộc chấm dứt …", "Hiệu lực thi hành1. Luật này …"
_INSIDE = re.compile(r"(?:(?<=:)|(?<=[^\W\d_]))\s?1([.)])\s+(?=[^\W\d_a-zà-ỹđ])")
_ANNOUNCES = re.compile(r"(?:như sau|sau đây|dưới đây|sau|gồm|following|follows)\W*$", re.IGNORECASE)
_TAKEN_UP = 3
"""So many words of a title prove where it ends, when they stand twice in a row and the second time with a capital."""


def mend_openings(lines: list[Line], language: str = "vi") -> tuple[list[Line], list[Repair]]:
    """The lines with the openings of articles put right, and what was done."""
    out: list[Line] = []
    repairs: list[Repair] = []
    for at, line in enumerate(lines):
        following = _mark(lines[at + 1].text, language) if at + 1 < len(lines) else None
        if following and following.style is Style.NUMBER and following.label == "2" and not is_command(following.rest, language):
            above = out[-1].text if out else ""
            out += _clause(line, above, following.printed[-1], language, repairs)
        else:
            out += _sentence(line, language, repairs)
    return out, repairs


def _mark(text: str, language: str) -> Mark | None:
    found = marks(text[opening(text) :], language)
    return found[0] if found else None


def _cut(line: Line, at: int, repairs: list[Repair], rule: str) -> list[Line]:
    """The line in two."""
    one, two = line.text[:at].rstrip(), line.text[at:].lstrip()
    repairs.append(Repair(line.number, f"{one[-20:]}{line.text[len(one) : at]}{two[:20]}", f"{one[-20:]} ⏎ {two[:20]}", rule))
    return [Line(one, line.number, line.page), Line(two, line.number)]


def _clause(line: Line, above: str, stop: str, language: str, repairs: list[Repair]) -> list[Line]:
    """The line in front of "2.", which is the first clause or holds it. Where a quotation ends in front of "2.", that is no clause of the
    quoted article."""
    text = line.text
    if ends_closed(text):
        return [line]
    mark = _mark(text, language)
    titled = _heads_article(above, language)
    if mark and not (mark.style is Style.WORD and mark.kind is Kind.DIEU):
        return [line]
    if mark or titled:
        inside = list(_INSIDE.finditer(text, len(text) - len(mark.rest) if mark else 0))
        if len(inside) == 1 and inside[0].group(1) == stop:
            return _cut(line, inside[0].start(), repairs, Message("a label in the line of the one before"))
    if mark or not titled:
        return [line]
    if bare := _BARE.match(text):
        put, rule = f"1{stop} {text[bare.end() :]}", Message("label without its stop: the next is the second")
    elif _is_sentence(text):
        put, rule = f"1{stop} {text}", Message("label of the first clause lost: the next is the second")
    else:
        return [line]
    repairs.append(Repair(line.number, text[:30], put[:30], rule))
    return [Line(put, line.number, line.page)]


def _heads_article(text: str, language: str) -> bool:
    """Whether the line is the heading of an article, with its title."""
    mark = _mark(text, language)
    return bool(mark and mark.kind is Kind.DIEU and mark.firm and mark.rest and not mark.rest.endswith((":", ";", ".", "”", '"')))


def _is_sentence(text: str) -> bool:
    return len(text) >= 20 and text[0].isupper() and text.endswith(".") and not text.endswith("..") and not _ANNOUNCES.search(text)


def _sentence(line: Line, language: str, repairs: list[Repair]) -> list[Line]:
    """The heading of an article cut off from the sentence behind it, where that takes up the last words of the title: "Điều 5. Sử dụng kết
    quả đo Kết quả đo được …". Two words are not enough ("Quyền của chủ rừng Chủ rừng có …"): they may be a name."""
    mark = _mark(line.text, language)
    if not (mark and mark.kind is Kind.DIEU and mark.firm and mark.rest.endswith(".")):
        return [line]
    words = list(re.finditer(r"\S+", line.text))
    first = next(i for i, w in enumerate(words) if w.start() >= len(line.text) - len(mark.rest))
    places = []
    for at in range(first + _TAKEN_UP, len(words) - _TAKEN_UP + 1):
        if not words[at].group()[0].isupper():
            continue
        for n in range(at - first, _TAKEN_UP - 1, -1):
            before, behind = ([w.group() for w in words[i : i + n]] for i in (at - n, at))
            if before[0][0].islower() and [before[0].lower(), *before[1:]] == [behind[0].lower(), *behind[1:]]:
                places.append(at)
                break
    if len(places) != 1:
        return [line]
    return _cut(line, words[places[0]].start(), repairs, Message("title and first sentence in one line: the sentence takes up the title"))
