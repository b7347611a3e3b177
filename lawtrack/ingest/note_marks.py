"""Where the marks of footnotes stand in a text whose superscripts became plain figures: "4.49 (được bãi bỏ)", "Điều 5.11", "vay22".

The numbers of the footnotes of a page are known, and their order; a mark is detached where it stands behind a label that goes on with the
list in front of it, behind a word, or behind the end of a sentence. Each place has a price by how doubtful it is, and the cheapest way to
place all marks of a page in their order is taken.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lawtrack.text.labels import first, follows

MISSING = 60
_BASE = 0xF0000
_SIGN = re.compile(r"[\U000f0000-\U000ffffd]")
_LABEL = r"(?:(?:ĐIỀU|Điều)\s+\d+[a-zđ]{0,2}\s?[.:]|\d+[a-zđ]{0,2}\s?[.)]|[a-zđ]\d{0,2}\s?[.)]|\([a-zđ\d]{1,5}\))"
_CONTAINER = r"(?:(?:Chương|CHƯƠNG|Phần|PHẦN|Phụ lục|PHỤ LỤC)\s+[IVXLC]+[a-zđ]?\.?)"
_ACT = r"(?:BỘ LUẬT|LUẬT|PHÁP LỆNH|NGHỊ ĐỊNH|NGHỊ QUYẾT|QUYẾT ĐỊNH|THÔNG TƯ(?: LIÊN TỊCH)?)"
_COUNTED = re.compile(r"[ \t]*(\d+[a-zđ]{0,2}|[a-zđ]\d?)[.)]")


def sign(index: int) -> str:
    """The character that stands for the mark of a footnote, by its place among the footnotes, while the text is read."""
    return chr(_BASE + index)


def signs(text: str) -> list[int]:
    """The footnotes whose marks stand in the text."""
    return [ord(c) - _BASE for c in _SIGN.findall(text)]


def without_signs(text: str) -> str:
    """The text without marks."""
    return re.sub(r"  +", " ", _SIGN.sub("", text)).strip() if _SIGN.search(text) else text


@dataclass(frozen=True, slots=True)
class Spot:
    """A place where a mark may stand: the stretch to take out, what takes its place in front of the sign, and the price."""

    start: int
    end: int
    price: int
    before: str = ""


def forms(token: str) -> str:
    """A pattern for the number of a footnote as its mark may be printed: two numbers of a tracked change in either order and with a
    break between them."""
    digits = token.replace(" ", "")
    found = [re.escape(digits)]
    for cut in range(1, len(digits)):
        one, two = digits[:cut], digits[cut:]
        if abs(int(one) - int(two)) == 1 and two[0] != "0":
            found += [rf"{one}\s{{1,3}}{two}", rf"{two}\s{{0,3}}{one}"]
    return f"(?:{'|'.join(found)})"


class Lists:
    """The labels at the beginnings of the lines of a text, to tell whether one more goes on with a list."""

    def __init__(self, text: str) -> None:
        found = list(re.finditer(r"^[ \t]*(?:Điều[ \t]+)?(\d{1,3}[a-zđ]{0,2}?|[a-zđ]\d?)[.)]", text, re.MULTILINE))
        self.places = [m.start() for m in found]
        self.labels = [m.group(1) for m in found]

    def go_on(self, at: int, label: str) -> bool:
        """Whether the label at the place goes on with the list above it: the successor of one of the last labels, or the first of a
        list, or nothing stands above it."""
        seen = self.labels[: bisect_left(self.places, at)][-12:]
        return first(label) or not seen or any(follows(before, label) for before in seen)


def spots(text: str, token: str, lists: Lists) -> list[Spot]:
    """Every place in `text` (lines kept) where the mark may stand."""
    best: dict[tuple[int, int], Spot] = {}
    for found in re.finditer(rf"(?=({forms(token)}))", text):
        for spot in _spots_at(text, *found.span(1), lists):
            kept = best.get((spot.start, spot.end))
            if kept is None or spot.price < kept.price:
                best[spot.start, spot.end] = spot
    return sorted(best.values(), key=lambda s: (s.start, s.price))


# In the patterns the number that may be a mark is one character.
_M = "\uf8ff"
_BRACKET = re.compile(rf"\s?\[{_M}\]")
_BEHIND_LABEL = re.compile(rf"^[ \t]*{_LABEL}([ \t]{{0,2}}{_M})(?=[ \t]|$|[A-ZĐÀ-Ỹ(“])[ \t]*", re.MULTILINE)
# the figure in front of the full stop: "58. (được bãi bỏ)" is clause 5, note 8
_IN_LABEL = re.compile(rf"^[ \t]*(?:(?:Điều|Mục)\s+)?(\d+[a-zđ]{{0,2}}?){_M}(?:([.)])|(?=[ \t]*\())[ \t]*", re.MULTILINE)
# (pattern whose first group goes, price): behind the label of a chapter, an annex or form, figures at the end of a heading, several marks
# at one place, the end of a sentence, a year, the number of a law; apart at the end of a line; a line of its own
_PLACES = tuple(
    (re.compile(pattern, re.MULTILINE), price)
    for pattern, price in (
        (rf"^[ \t]*{_CONTAINER}([ \t]?{_M})(?=[ \t]*$|[ \t]+[A-ZĐ])", 1),
        (rf"^[ \t]*(?:Mẫu|MẪU|Biểu|BIỂU|Phụ lục|PHỤ LỤC)\s+(?:số|SỐ)\s+\d{{1,2}}[a-zđ]?({_M})(?=[:.]|[ \t]|$)", 1),
        (rf"^[ \t]*Điều\s+\d+[a-zđ]*\.[^\n]*(?:\n[^\n]{{0,70}})?\d({_M})[ \t]*$", 7),
        (rf"(?<=[^\W\d_])({_M})(?=,[ \t]?\d)", 6),
        (rf"(?:(?<=[^\d\s][.,])|(?<=[;:”\")\]]))({_M})(?=\s|$)", 3),
        (rf"(?<=(?<!\d)(?:19|20)\d\d)({_M})(?=[\s.;,:]|$)", 4),
        (rf"(?<=QH1\d)({_M})(?=[\s.;,:]|$)", 4),
        (rf"(?<=[.:;”])([ \t]{{1,2}}{_M})(?=[ \t]*(?:$|[.;,](?:\s|$)))", 5),
        (rf"(?<=[^\s\d])([ \t]{{1,2}}{_M})(?=[ \t]*(?:$|[.;,](?:\s|$)))", 9),
        (rf"(?<=\d)(,[ \t]?{_M})(?=,|[ \t]*$)", 6),
        (rf"^([ \t]*{_M}[ \t]*)$", 12),
    )
)
_BEHIND_WORD = re.compile(rf"(?<=[^\W\d_]){_M}(?![\w/]|[.,]\d)")


def _spots_at(text: str, start: int, end: int, lists: Lists) -> Iterator[Spot]:
    """The ways in which the number at text[start:end] may be a mark."""
    line = text.rfind("\n", 0, start) + 1
    first_line = text.rfind("\n", 0, max(line - 1, 0)) + 1
    stop = text.find("\n", end)
    window = text[first_line:start] + _M + text[end : len(text) if stop < 0 else stop]
    at = start - first_line

    def there(place: int) -> int:
        return first_line + place if place <= at else first_line + place - 1 + end - start

    if m := _BRACKET.search(window):
        yield Spot(there(m.start()), there(m.end()), 0)
    if m := _BEHIND_LABEL.search(window):
        spaced = window[m.start(1)] in " \t"
        number = _COUNTED.match(window[m.start() : m.start(1)])
        good = not number or lists.go_on(there(m.start()), number.group(1))
        if not (spaced and window[m.end() : m.end() + 1].islower()):
            yield Spot(there(m.start(1)), there(m.end()), spaced + (0 if good else 8), " ")
    if m := _IN_LABEL.search(window):
        place, label = there(m.start()), m.group(1)
        if lists.go_on(place, label) and not lists.go_on(place, label + text[start:end]):
            yield Spot(start, there(m.end()), 3, f"{m.group(2) or '.'} ")
    for pattern, price in _PLACES:
        if m := pattern.search(window):
            yield Spot(there(m.start(1)), there(m.end(1)), price)
    if _BEHIND_WORD.search(window):
        word = window[:at].split()[-1]
        if word.endswith("QH"):
            return  # the term of the Assembly
        plain = word[-1].islower() or (len(word) > 3 and word.isupper())
        yield Spot(start, end, 3 if "/" in word else 2 if plain else 10)


def place(text: str, tokens: Sequence[str]) -> list[Spot | None]:
    """One place for each mark, in rising order, at the least price in all; None for a mark that has none."""
    lists = Lists(text)
    layers = [spots(text, token, lists) for token in tokens]
    # best[i]: (price, end, back) of ways to have dealt with the first i marks, Pareto-sorted by end
    states: list[tuple[int, int, list[Spot | None]]] = [(0, 0, [])]
    for layer in layers:
        following: list[tuple[int, int, list[Spot | None]]] = [(p + MISSING, end, [*way, None]) for p, end, way in states]
        ends = [end for _, end, _ in states]
        for spot in layer:
            k = bisect_right(ends, spot.start)
            if k:
                p, _, way = min(states[:k], key=lambda s: s[0])
                following.append((p + spot.price, spot.end, [*way, spot]))
        following.sort(key=lambda s: (s[1], s[0]))
        states = []
        for state in following:
            if not states or state[0] < states[-1][0]:
                states.append(state)
    return min(states, key=lambda s: s[0])[2]


def detach(text: str, tokens: Sequence[str], start: int) -> tuple[str, list[bool]]:
    """The text with each mark replaced by the sign of its footnote (`start` is the place of the first among all footnotes), and which
    marks were found."""
    chosen = place(text, tokens)
    for k in range(len(chosen) - 1, -1, -1):
        spot = chosen[k]
        if spot is None:
            continue
        before, behind = text[: spot.start], text[spot.end :]
        if spot.before:
            text = f"{before.rstrip(' ')}{spot.before}{sign(start + k)}{behind}"
        elif re.search(rf"(?:^|\n)[ \t]*(?:{_CONTAINER}|Mục\s+\d+|MỤC\s+\d+|{_ACT})$", before) and re.match(r"[ \t]*\n", behind):
            # the label of a container, the kind of the act have to stand alone: the sign goes to the title
            title = re.match(r"\s*\n\s*[^\n]*?(?=\s*(?:\n|$))", behind)
            at = title.end() if title else 0
            text = f"{before}{behind[:at]}{sign(start + k)}{behind[at:]}"
        else:
            # in front of the stop of the sentence, which tells where a paragraph ends
            body = before.rstrip(" \t\n")
            tail = re.search(r"[.;,:”\")]*$", body)
            at = tail.start() if tail else len(body)
            text = f"{body[:at]}{sign(start + k)}{body[at:]}{behind}"
    return text, [spot is not None for spot in chosen]
