"""Where the marks of footnotes stand in a text whose superscripts became plain figures: "4.49 (được bãi bỏ)", "Điều 5.11", "vay22".

The numbers of the footnotes of a page are known, and their order; a mark is detached where it stands behind a label that goes on with the
list in front of it, behind a word, or behind the end of a sentence. Each place has a price by how doubtful it is, and the cheapest way to
place all marks of a page in their order is taken.
"""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections.abc import Sequence
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
    """A place where a mark may stand: the stretch to take out, what takes its place before and behind the sign, and the price."""

    start: int
    end: int
    price: int
    before: str = ""
    behind: str = ""


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
    n = forms(token)
    out: list[Spot] = []
    for m in re.finditer(rf"\s?\[{n}\]", text):
        out.append(Spot(m.start(), m.end(), 0))
    for m in re.finditer(rf"^[ \t]*{_LABEL}([ \t]{{0,2}}{n})(?=[ \t]|$|[A-ZĐÀ-Ỹ(“])[ \t]*", text, re.MULTILINE):
        spaced = text[m.start(1)] in " \t"
        number = _COUNTED.match(text[m.start() : m.start(1)])
        good = not number or lists.go_on(m.start(), number.group(1))
        following = text[m.end() : m.end() + 1]
        if spaced and following.islower():
            continue
        out.append(Spot(m.start(1), m.end(), (1 if spaced else 0) + (0 if good else 8), " "))
    # the figure in front of the full stop: "58. (được bãi bỏ)" is clause 5, note 8
    for m in re.finditer(rf"^([ \t]*(?:(?:Điều|Mục)\s+)?)(\d+[a-zđ]{{0,2}}?)({n})(?=[.)]|[ \t]*\()", text, re.MULTILINE):
        if lists.go_on(m.start(), m.group(2)) and not lists.go_on(m.start(), m.group(2) + m.group(3)):
            tail = re.compile(r"[.)]?[ \t]*").match(text, m.end())
            stop = text[m.end()] if text[m.end()] in ".)" else "."
            out.append(Spot(m.start(3), tail.end() if tail else m.end(), 3, stop + " "))
    for m in re.finditer(rf"^[ \t]*{_CONTAINER}([ \t]?{n})(?=[ \t]*$|[ \t]+[A-ZĐ])", text, re.MULTILINE):
        out.append(Spot(m.start(1), m.end(1), 1))
    for m in re.finditer(
        rf"^[ \t]*(?:Mẫu|MẪU|Biểu|BIỂU|Phụ lục|PHỤ LỤC)\s+(?:số|SỐ)\s+\d{{1,2}}[a-zđ]?({n})(?=[:.]|[ \t]|$)", text, re.MULTILINE
    ):
        out.append(Spot(m.start(1), m.end(1), 1))
    # behind figures at the end of a heading
    for m in re.finditer(rf"^[ \t]*Điều\s+\d+[a-zđ]*\.[^\n]*(?:\n[^\n]{{0,70}})?\d({n})[ \t]*$", text, re.MULTILINE):
        out.append(Spot(m.start(1), m.end(1), 7))
    # several at one place
    for m in re.finditer(rf"(?<=[^\W\d_])({n})(?=,[ \t]?\d)", text):
        out.append(Spot(m.start(), m.end(), 6))
    # behind a word
    for m in re.finditer(rf"(?<=[^\W\d_])({n})(?![\d\w/]|[.,]\d)", text):
        word = re.search(r"\S+$", text[: m.start()])
        if word and word.group(0).endswith("QH"):
            continue  # the term of the Assembly
        if word and "/" in word.group(0):
            price = 3
        else:
            capitals = word is not None and len(word.group(0)) > 3 and word.group(0).isupper()
            price = 2 if text[m.start() - 1].islower() or capitals else 10
        out.append(Spot(m.start(), m.end(), price))
    for m in re.finditer(rf"(?<=[.;,:”\")\]])({n})(?=\s|$)", text):
        if re.search(r"\d[.,]$", text[: m.start()]) and not re.search(r"[^\W\d][.,]$", text[: m.start()]):
            continue
        out.append(Spot(m.start(), m.end(), 3))
    for m in re.finditer(rf"(?<=(?<!\d)(?:19|20)\d\d)({n})(?=[\s.;,:]|$)", text):
        out.append(Spot(m.start(), m.end(), 4))
    for m in re.finditer(rf"(?<=QH1\d)({n})(?=[\s.;,:]|$)", text):
        out.append(Spot(m.start(), m.end(), 4))
    # apart: at the end of a line, or on a line of its own
    for m in re.finditer(rf"(?<=[^\s\d])[ \t]{{1,2}}({n})(?=[ \t]*(?:$|[.;,](?:\s|$)))", text, re.MULTILINE):
        out.append(Spot(m.start(), m.end(), 5 if text[: m.start()][-1] in ".:;”" else 9))
    for m in re.finditer(rf"(?<=\d,)[ \t]?{n}(?=,|[ \t]*$)", text, re.MULTILINE):
        out.append(Spot(m.start() - 1, m.end(), 6))
    for m in re.finditer(rf"^[ \t]*{n}[ \t]*$", text, re.MULTILINE):
        out.append(Spot(m.start(), m.end(), 12))
    best: dict[tuple[int, int], Spot] = {}
    for spot in out:
        if (spot.start, spot.end) not in best or spot.price < best[spot.start, spot.end].price:
            best[spot.start, spot.end] = spot
    return sorted(best.values(), key=lambda s: (s.start, s.price))


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
