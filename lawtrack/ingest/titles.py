"""Where the title of an article ends in a wrapped text.

A title ends without a mark, so that a line that fills the column may be half of it, or the whole, with the first paragraph behind it.
What tells: titles are no sentences and paragraphs end with a mark; names are written with a capital wherever they stand, other
words only where a sentence begins; and an opening paragraph often takes up the words of the title.
"""

from __future__ import annotations

import itertools
import re
from collections import Counter
from collections.abc import Sequence

from lawtrack.law.provision import Kind
from lawtrack.outline.commands import is_command
from lawtrack.outline.marks import Mark, Style, marks
from lawtrack.outline.quotes import opening

_TERMINAL = re.compile(r"[.;:!?…/](?:[”“\"’»)\]]|'')*[.;,]*$|[”\"»][.;,:]*$")
_WORD = re.compile(r"[^\W\d_]+")
# words behind which the sentence cannot end: the words they govern, or the body of an office, come next
_OPEN = re.compile(
    r"(?:[,(–-]|\b(?:của|và|hoặc|với|tại|trong|cho|các|những|(?<!kèm )theo|về|do|bởi|là|từ|đến|thuộc|giữa|trưởng|Bộ|Sở|"
    r"Chủ tịch|Giám đốc|Thủ trưởng|Thống đốc|Chánh án|Viện trưởng|Luật|Bộ luật|Nghị định|Thông tư|Nghị quyết|Quyết định|Pháp lệnh))$"
)
# words that begin sentences and no names
_BEGINS = re.compile(
    r"(?:Việc|Khi|Các|Những|Mọi|Nếu|Đối với|Ngoài|Trường hợp|Trong|Sau|Trước|Theo|Để|Tùy|Tuỳ|Hằng|Hàng|Mỗi|Tất cả|Thời|Căn cứ|"
    r"Người|Cơ quan|Tổ chức|Cá nhân|Hồ sơ|Không|Chỉ|Được|Có|Khoản này|Điều này)(?!\w)"
)
_MAX_LINES = 40


class Names:
    """Which words a text writes with a capital in the middle of its sentences, and which it does not."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.small: Counter[str] = Counter()
        self.capital: Counter[str] = Counter()
        for text in texts:
            if text.isupper():
                continue
            words = list(_WORD.finditer(text))
            for i, (before, word) in enumerate(itertools.pairwise(words), 1):
                between = text[before.end() : word.start()]
                if between not in (" ", ", ") or not before.group(0)[-1].islower() or (i == 1 and word.group(0)[0].isupper()):
                    continue
                count = self.capital if word.group(0)[0].isupper() else self.small
                count[word.group(0).lower()] += 1
                if i + 1 < len(words) and text[word.end() : words[i + 1].start()] == " ":
                    count[f"{word.group(0)} {words[i + 1].group(0)}".lower()] += 1

    def sentence(self, text: str) -> bool:
        """Whether the word with a capital that begins `text` begins a sentence: elsewhere it stands in small letters."""
        if _BEGINS.match(text):
            return True
        words = _WORD.findall(text[:60])
        if not words:
            return False
        two = " ".join(words[:2]).lower()
        for key in (two, words[0].lower()):
            if self.small[key] + self.capital[key] >= (1 if key == two else 3):
                return self.small[key] >= 4 * self.capital[key]
        return False


def title_breaks(texts: Sequence[str], blank: Sequence[bool], width: int, language: str = "vi") -> dict[int, bool]:
    """For lines behind the first line of an article whether they go on with its title (True) or begin its first paragraph (False);
    lines of which nothing can be said are not in it.

    texts   the lines with words, in order; blank: whether an empty line stands in front of each
    width   the column: with the next word at least so long, a line was broken because the word did not fit
    """
    names = Names(texts)
    out: dict[int, bool] = {}
    unsure: list[tuple[int, int, list[int]]] = []
    titled = plain = 0
    for at, text in enumerate(texts):
        mark = _article(text, language)
        if mark is None:
            continue
        start = at if mark.rest else at + 1
        if start >= len(texts) or (start > at and (blank[start] or not _goes(texts, start, language))):
            continue
        end, ended = _run(texts, blank, start, language)
        if is_command(mark.rest or texts[start], language):
            continue
        begins, doubtful = _boundary(texts, start, end, ended, width, names)
        if begins is not None:
            titled += 1
            _set(out, start, begins, False)
        elif not ended:
            titled += 1
            _set(out, start, end, None)
        elif doubtful:
            unsure.append((start, end, doubtful))
        else:
            plain += 1
    for start, end, places in unsure:
        # the sentence that follows a title has to begin somewhere; in an act whose articles have no titles it is one with "Điều 2."
        if titled > plain:
            _set(out, start, _taken_up(texts, start, places), False)
        else:
            _set(out, start, end, None)
    return out


def _set(out: dict[int, bool], start: int, end: int, at_end: bool | None) -> None:
    for line in range(start + 1, end):
        out[line] = True
    if at_end is not None:
        out[end] = at_end


def _article(text: str, language: str) -> Mark | None:
    """The article that begins at the line, in a quotation and behind a label ("a) “Điều 5. …") too."""
    found = marks(text, language)
    if found and found[0].style in (Style.LETTER, Style.NUMBER) and opening(found[0].rest):
        text = found[0].rest
    skip = opening(text)
    found = marks(text[skip:], language) if skip or text is not None else found
    return found[0] if found and found[0].kind is Kind.DIEU and found[0].firm else None


def _goes(texts: Sequence[str], at: int, language: str) -> bool:
    """Whether the line can belong to a title or to the paragraph below it: no label, no row, no quotation, no heading."""
    text = texts[at]
    return not (marks(text, language) or opening(text) or "\t" in text or text.startswith("|") or text.isupper())


def _run(texts: Sequence[str], blank: Sequence[bool], start: int, language: str) -> tuple[int, bool]:
    """The line behind the title and its first paragraph, and whether that ends with a mark."""
    for at in range(start, min(start + _MAX_LINES, len(texts))):
        if at > start and (blank[at] or not _goes(texts, at, language)):
            return at, False
        following = texts[at + 1] if at + 1 < len(texts) else ""
        begins = not following[:1].islower() or bool(marks(following, language))
        if _TERMINAL.search(texts[at]) and begins and not is_code(texts[at], following):
            return at + 1, True
    return min(start + _MAX_LINES, len(texts)), False


def _boundary(texts: Sequence[str], start: int, end: int, ended: bool, width: int, names: Names) -> tuple[int | None, list[int]]:
    """The line at which the first paragraph certainly begins, or None and the lines at which it may."""
    doubtful = []
    for at in range(start + 1, end):
        before, text = texts[at - 1], texts[at]
        if not text[0].isupper() or is_code(before, text) or (len(before) >= 0.6 * width and _OPEN.search(before)):
            continue
        begins = names.sentence(text)
        short = len(before) + 1 + len(text.split(" ", 1)[0]) < width
        if short and len(before) < (0.9 if ended else 0.8) * width:
            return at, []
        if begins:
            return at, []
        if ended:
            doubtful.append(at)
    return None, doubtful


def _taken_up(texts: Sequence[str], start: int, places: list[int]) -> int:
    """The one of several places at which the words of the title are taken up again, else the first."""
    for at in places:
        title = " ".join(texts[start:at]).lower()
        words = texts[at].lower().split()
        if any(" ".join(words[i : i + 3]) in title for i in range(4) if len(words) >= i + 3):
            return at
    return places[0]


_CODE = re.compile(r"[A-ZĐ]{0,4}\.?\d+[\w.]*\.\d+\w*")
_CODED = re.compile(r"(?:[Mm]ã (?:số|ngạch)\s*:?|[Ss]ố(?: hiệu)?\s*:)$")


def is_code(before: str, after: str) -> bool:
    """Whether a line goes on with the code that the one before announces: "Mã số:" and "V.09.02.01"."""
    return bool(_CODE.match(after) and _CODED.search(before))
