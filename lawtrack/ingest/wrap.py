"""Hard-wrapped text joined to paragraphs.

Whether a text is wrapped is measured: in a wrapped text many lines break in mid-sentence (the next one begins with a small letter)
and few are longer than the column. A break is kept where a label, a quotation, or a sentence behind a short line begins.
"""

from __future__ import annotations

import re
from statistics import median

from lawtrack.ingest.model import Line
from lawtrack.outline.marks import Mark, Style, marks
from lawtrack.outline.quotes import opening
from lawtrack.text.repair import Repair

_TERMINAL = re.compile(r"[.;:!?…/](?:[”“\"’»)\]]|'')*[.;,]*$|[”\"»][.;,:]*$")
_HANGING = re.compile(
    r"(?:Điều|[Kk]hoản|[Đđ]iểm|[Mm]ục|Chương|Phần|số|ngày|tháng|năm|từ|đến|và|hoặc|tại|các|theo|của|là|bởi|trên|dưới|Luật|Bộ luật|,)$"
)


class Column:
    """The measure of a wrapped text: `width` is the usual length of a full line."""

    def __init__(self, lines: list[Line]) -> None:
        texts = [line.text.strip() for line in lines if line.text.strip()]
        breaks = [
            a
            for a, b in zip(texts, texts[1:], strict=False)
            if len(a) >= 40 and b[:1].islower() and not _TERMINAL.search(a) and not marks(b)
        ]
        long = [t for t in texts if len(t) >= 40]
        lengths = sorted(map(len, texts))
        self.wrapped = bool(long) and len(breaks) > 0.15 * len(long) and lengths[int(len(lengths) * 0.98)] <= 170
        self.width = int(median(map(len, breaks))) if breaks else 0

    def full(self, text: str, following: str) -> bool:
        """Whether the line was broken because the next word did not fit."""
        word = following.split(" ", 1)[0]
        return len(text) + 1 + len(word) >= self.width - 4


def join_wrapped(lines: list[Line], language: str = "vi") -> tuple[list[Line], list[Repair], bool]:
    """One paragraph a line, the repairs made (a paragraph broken by a page), and whether the text was wrapped."""
    column = Column(lines)
    out: list[Line] = []
    repairs: list[Repair] = []
    blank = False
    last = ""  # the last physical line of the paragraph being built
    for line in lines:
        text = line.text.rstrip(" \r\n") if "\t" in line.text else line.text.strip()
        if not text.strip():
            blank = blank or bool(out)
            continue
        joined = bool(out) and (_goes_on(last, text, blank, column, language) if column.wrapped else _broken(out[-1].text, text, language))
        if joined:
            if not column.wrapped:
                repairs.append(
                    Repair(
                        line.number, f"{out[-1].text[-30:]} ⏎ {text[:30]}", f"{out[-1].text[-30:]} {text[:30]}", "broken paragraph joined"
                    )
                )
            out[-1] = Line(_glue(out[-1].text, text), out[-1].number)
        else:
            out.append(Line(text, line.number))
        last, blank = text, False
    return out, repairs, column.wrapped


def _glue(before: str, after: str) -> str:
    # "TT-⏎BLĐTBXH", "kinh tế -⏎xã hội": a symbol goes on without a space
    if re.search(r"[A-ZĐ]-$", before) and after[:1].isupper():
        return before + after
    if before.endswith("/") and after[:1].isdigit():
        return before + after
    return f"{before} {after}"


def _broken(before: str, after: str, language: str) -> bool:
    """In a text of one paragraph a line: whether a page break cut a paragraph in two."""
    if "\t" in before or "\t" in after or before.startswith("|") or after.startswith("|"):
        return False
    return len(before) >= 60 and after[0].islower() and not _TERMINAL.search(before) and not marks(after, language) and not before.isupper()


def _goes_on(last: str, text: str, blank: bool, column: Column, language: str) -> bool:
    if "\t" in last or "\t" in text or last.startswith("|") or text.startswith("|"):
        return False
    ended = bool(_TERMINAL.search(last))
    full = column.full(last, text)
    found = marks(text, language)
    if found:
        return not ended and full and _marks_in_sentence(last, found[0])
    if opening(text):
        return not ended and full and not _HANGING.search(last) or bool(_HANGING.search(last)) and full
    first = text[0]
    if first.islower() or first in ",.;:)%…":
        return not ended or full
    if first.isdigit() or first == "(":
        return not ended and (full or bool(_HANGING.search(last)))
    if blank and ended:
        return False
    if ended:
        return full and not re.search(r"[;:](?:[”\"]|'')*[.;]?$|[”\"][.;]*$|\./\.?$", last)
    if last.isupper() or text.isupper():
        return False
    return full


def _marks_in_sentence(last: str, mark: Mark) -> bool:
    """Whether what looks like a label at the beginning of a line goes on with the sentence before ("quy định tại Điều⏎5. …")."""
    if mark.style is Style.BULLET:
        return mark.rest[:1].islower()
    if mark.style is Style.WORD:
        return bool(_HANGING.search(last)) or not mark.firm or not last.isupper() and len(last) > 40 and not _title_like(last)
    return bool(_HANGING.search(last))


def _title_like(last: str) -> bool:
    return bool(marks(last)) and marks(last)[0].style is Style.WORD
