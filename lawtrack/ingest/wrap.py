"""Hard-wrapped text joined to paragraphs.

Whether a text is wrapped is measured: in a wrapped text many lines break in mid-sentence (the next one begins with a small letter)
and few are longer than the column. A break is kept where a label, a quotation, or a sentence behind a short line begins.
"""

from __future__ import annotations

import re
from itertools import pairwise

from lawtrack.ingest.model import Line
from lawtrack.ingest.titles import is_code, title_breaks
from lawtrack.law.message import Message
from lawtrack.law.provision import Kind
from lawtrack.outline.forms import form_at, hangs
from lawtrack.outline.marks import Mark, Style, marks
from lawtrack.outline.quotes import opening
from lawtrack.text.repair import Repair

_TERMINAL = re.compile(r"[.;:!?…/](?:[”“\"’»)\]]|'')*[.;,]*$|[”\"»][.;,:]*$")
# words behind which a number stands that is no label: "quy định tại Điều⏎5. Trường hợp …"
_NUMBERED = re.compile(r"(?:[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Mm]ục|Chương|Phần|[Pp]hụ lục|[Ss]ố|Article|Clause|Point|No\.?)$")
# words behind which a quotation in the sentence stands
_QUOTING = re.compile(r"(?:cụm từ|các từ|từ|bằng|thành|gọi là|gọi tắt là|dấu|phrase|word|with|as)$")
# a number of an act cut in two: "12/2020/TT-⏎BTC", "08/2012/TTLT-BNV-⏎BTC", "06/2024/⏎TT-BTC", "12/⏎2020/TT-BTC"
_CUT_SYMBOL = re.compile(r"\d/(?:\d{4}/)?[A-ZĐ]+(?:-[A-ZĐ&]+)*-$")
_CUT_YEAR = re.compile(r"\d/\d{4}/$")
_CUT_NUMBER = re.compile(r"\d/$")
_SYMBOL = re.compile(r"[A-ZĐ]{2,}[A-Za-zĐ&]*\d*(?:-[A-ZĐ][\w&]*)*(?!\w)")
_YEAR = re.compile(r"\d{4}/")
# a recital of the preamble
_RECITAL = re.compile(r"(?:Căn cứ|Theo đề nghị|Xét đề nghị|Pursuant to|At the (?:request|proposal)) ")
# a line of a form to be filled in: "......(1)......"
_BLANK = re.compile(r"(?:\.{3,}|…{2,})")
# a unit of another act, cited by one: the next item of a list of units in one sentence ("Bãi bỏ Điều 57 của Luật …;⏎Điều 2 của Luật …")
_CITED_UNIT = re.compile(
    r"Điều\s+\d+[a-zđ]*(?:(?:,|\s+và)\s+(?:Điều\s+)?\d+[a-zđ]*)*\s+(?:của\s+)?"
    r"(?:Bộ luật|Luật|Pháp lệnh|Nghị (?:định|quyết)|Quyết định|Thông tư)\b(?!\s+này)"
)
# what stands below the heading of an annex
_ISSUED_WITH = re.compile(
    r"\(\s*(?:Ban hành (?:kèm|cùng)|Kèm theo|Issued (?:together )?with|Attached (?:to|with)|Promulgated (?:together )?with)"
)
_HANGING = re.compile(
    r"(?:Điều|[Kk]hoản|[Đđ]iểm|[Mm]ục|Chương|Phần|số|ngày|tháng|năm|từ|đến|và|hoặc|tại|các|theo|của|là|bởi|trên|dưới|Luật|"
    r"Bộ luật|Nghị định|Thông tư|nước|khoản này|,)$"
)


class Column:
    """The measure of a wrapped text. `width` is the shortest length at which a line together with the next word was too long for the
    column, the odd ones aside: the fonts of print are proportional, so it is a count of letters with a margin."""

    def __init__(self, lines: list[Line]) -> None:
        texts = [line.text.strip() for line in lines if line.text.strip()]
        breaks = [(a, b) for a, b in pairwise(texts) if len(a) >= 40 and b[:1].islower() and not _TERMINAL.search(a) and not marks(b)]
        long = sum(len(t) >= 40 for t in texts)
        lengths = sorted(map(len, texts))
        self.wrapped = long > 0 and len(breaks) > 0.15 * long and lengths[int(len(lengths) * 0.98)] <= 170
        over = sorted(len(a) + 1 + len(b.split(" ", 1)[0]) for a, b in breaks)
        self.width = over[int(len(over) * 0.06)] if over else 0

    def full(self, text: str, following: str) -> bool:
        """Whether the line was broken because the next word did not fit."""
        return len(text) + 1 + len(following.split(" ", 1)[0]) >= self.width


def join_wrapped(lines: list[Line], language: str = "vi") -> tuple[list[Line], list[Repair], bool]:
    """One paragraph a line, the repairs made (a paragraph broken by a page), and whether the text was wrapped."""
    column = Column(lines)
    out: list[Line] = []
    repairs: list[Repair] = []
    blank = False  # whether the source has an empty line in between, not only a page break
    last = ""  # the last physical line of the paragraph being built
    titles = _titles(lines, column, language) if column.wrapped else {}
    for line in lines:
        text = line.text.strip(" \r\n") if "\t" in line.text.lstrip() else line.text.strip()
        if not text.strip():
            blank = blank or not line.page
            continue
        joined = bool(out) and (
            _number_goes_on(last, text)
            or titles.get(line.number, False)
            or (line.number not in titles and _goes_on(out[-1].text, last, text, blank, column, language))
            if column.wrapped
            else _number_goes_on(last, text) or _broken(out[-1].text, text, language)
        )
        if joined:
            if not column.wrapped:
                repairs.append(
                    Repair(
                        line.number,
                        f"{out[-1].text[-30:]} ⏎ {text[:30]}",
                        f"{out[-1].text[-30:]} {text[:30]}",
                        Message("broken paragraph joined"),
                    )
                )
            out[-1] = Line(_glue(out[-1].text, text), out[-1].number)
        else:
            out.append(Line(text, line.number))
        last, blank = text, False
    return out, repairs, column.wrapped


def _titles(lines: list[Line], column: Column, language: str) -> dict[int, bool]:
    """By the number of a line: whether it goes on with the title of an article, or begins the paragraph below it."""
    worded: list[Line] = []
    blanks: list[bool] = []
    blank = False
    for line in lines:
        if line.text.strip():
            worded.append(line)
            blanks.append(blank)
            blank = False
        else:
            blank = blank or not line.page
    texts = [line.text.strip() for line in worded]
    found = title_breaks(texts, blanks, column.width, language) | _annex_titles(texts, language)
    return {worded[at].number: goes for at, goes in found.items()}


def _annex_titles(texts: list[str], language: str) -> dict[int, bool]:
    """The headings of annexes that stand above "(Ban hành kèm theo …)": they begin a paragraph, and a title in small letters is one."""
    out: dict[int, bool] = {}
    for at, text in enumerate(texts):
        found = marks(text, language)
        if not (found and found[0].kind is Kind.PHU_LUC):
            continue
        end = next((i for i in range(at + 1, min(at + 6, len(texts))) if _ISSUED_WITH.match(texts[i])), 0)
        title = texts[at + 1 : end]
        if end and not any(_TERMINAL.search(s) or marks(s, language) or "\t" in s for s in title if not s.isupper()):
            out[at] = False
            out |= {at + 1 + i: True for i, s in enumerate(title) if found[0].rest and not s.isupper()}
    return out


def _number_goes_on(last: str, text: str) -> bool:
    """Whether a line goes on with a number that the break has cut in two."""
    if _SYMBOL.match(text) and (_CUT_SYMBOL.search(last) or _CUT_YEAR.search(last)):
        return True
    return bool(_YEAR.match(text) and _CUT_NUMBER.search(last)) or is_code(last, text)


def _glue(before: str, after: str) -> str:
    # "TT-⏎BLĐTBXH" but "kinh tế -⏎xã hội": a symbol goes on without a space
    if re.search(r"[A-ZĐ]-$", before) and after[:1].isupper():
        return before + after
    if before.endswith("/") and (after[:1].isdigit() or (_CUT_YEAR.search(before) and after[:1].isupper())):
        return before + after
    return f"{before} {after}"


def _broken(before: str, after: str, language: str) -> bool:
    """In a text of one paragraph a line: whether a page break cut a paragraph in two."""
    if "\t" in before or "\t" in after or before.startswith("|") or after.startswith("|"):
        return False
    return len(before) >= 60 and after[0].islower() and not _TERMINAL.search(before) and not marks(after, language) and not before.isupper()


def _goes_on(paragraph: str, last: str, text: str, blank: bool, column: Column, language: str) -> bool:
    if "\t" in last or "\t" in text or last.startswith("|") or text.startswith("|"):
        return False
    if _ISSUED_WITH.match(text) or _between_forms(paragraph, last, text):
        return False
    ended = bool(_TERMINAL.search(last))
    full = column.full(last, text)
    found = marks(text, language)
    if found:
        if found[0].style is Style.BULLET and len(last) >= 0.9 * column.width and _dash_in_name(paragraph, found[0], language):
            return not ended
        return not ended and full and _marks_in_sentence(last, found[0])
    if begun := opening(text):
        quoted = marks(text[begun:], language)
        if quoted and quoted[0].firm and not _QUOTING.search(last):
            return False  # new words under their label, behind a command that announces none ("Sửa đổi khoản 3 Điều 9⏎“3. …")
        return not ended and (full or bool(_QUOTING.search(last)))
    first = text[0]
    if _BLANK.match(text):
        return False
    if first.islower() or first in ",.;:)%…":
        return not ended or full
    if first.isdigit() or first == "(":
        return not ended and (full or bool(_HANGING.search(last)))
    if last.endswith(";") and full and _CITED_UNIT.match(text):
        return True
    if ended:
        # Measured on a code of 426 articles and on circulars: behind a full line that ends a sentence, a capital
        # began a new paragraph 13 times of 14.
        return False
    if last.isupper() or text.isupper() or blank or _RECITAL.match(text):
        return False
    # an unfinished sentence goes on with a name; only titles end without a mark
    return full or bool(_HANGING.search(last)) or (len(last) >= 0.8 * column.width and not _title_like(paragraph))


def _between_forms(paragraph: str, last: str, text: str) -> bool:
    """Whether the label of a form begins here, or stood alone on the line before."""
    alone = form_at(paragraph)
    return bool(alone and not alone.rest) or bool(form_at(text) and not hangs(last))


def _marks_in_sentence(last: str, mark: Mark) -> bool:
    """Whether what looks like a label at the beginning of a line goes on with the sentence before ("quy định tại Điều⏎5. …")."""
    if mark.style is Style.BULLET:
        return mark.rest[:1].islower()
    if mark.style is Style.WORD:
        return bool(_HANGING.search(last)) or not mark.firm
    if mark.style in (Style.NUMBER, Style.DECIMAL):
        return bool(_NUMBERED.search(last))
    return mark.printed.startswith("(") and not last.endswith(",")


def _dash_in_name(paragraph: str, mark: Mark, language: str) -> bool:
    """Whether a dash goes on with a name ("Bộ Lao động⏎- Thương binh và Xã hội"): a list would follow a mark, or a member of it."""
    return mark.printed in "-–" and not any(m.style in (Style.BULLET, Style.WORD) for m in marks(paragraph, language)[:1])


def _title_like(paragraph: str) -> bool:
    found = marks(paragraph)
    return bool(found) and found[0].style is Style.WORD
