"""Where the footnotes of an official consolidation stand: at the foot of the pages of the Gazette, or behind the certification in texts
without pages.

A footnote begins with its number, without a full stop, and opens as footnotes do. On a page of the Gazette everything behind the first
one up to the end of the page is footnotes; a footnote that did not end runs on behind the rule of the next page.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field

from lawtrack.ingest.furniture import strip_furniture
from lawtrack.ingest.model import Line

_TOKEN = re.compile(r"\s*\[?(\d{1,4}(?:\s\d{1,3})?)\]?(?:\s+\.(?=[A-ZĐ])|\s+|$|(?=[A-ZĐ“]))")
_OPENS = re.compile(
    r"(?:Các\s+)?(?:Điều|Khoản|Điểm|Mục|Tiểu mục|Chương|Phần|Phụ lục|Mẫu|Biểu|Tên|Cụm từ|Từ|Đoạn|Nội dung|Số thứ tự|Tiêu đề|Gạch|Tiết|"
    r"Dấu|Việc|Bảng|Căn cứ|Quy định|Văn bản|Luật|Bộ luật|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Thông tư)\b"
)
_SAYS = re.compile(
    r"(?:được|bị)\s+(?:sửa|bổ sung|bãi|bỏ|hủy|huỷ|thay|đính|hợp|chuyển|đổi|lược)|căn cứ\s+ban\s+hành|như\s+sau|(?:ngưng|hết)\s+hiệu\s+lực"
)
# an opening that nothing but a footnote has
_PLAIN = re.compile(r"(?:Tên\s+)?(?:Điều|Khoản|Điểm|Mục|Chương|Phụ lục|Mẫu|Đoạn)\s+này\s+(?:được|bị|hết|ngưng)\b")
_RULE = re.compile(r"\s{20,}$|\s*_{8,}\s*$")
_WIDE = re.compile(r"\s{60,}$")  # the rule above a footnote that goes on from the page before
CERTIFIED = re.compile(r"XÁC THỰC VĂN BẢN HỢP NHẤT")
_ENDED = re.compile(r"[.…/](?:[”\"’)])*[.;,]*$|[”\"][.;,]*$")


@dataclass(slots=True)
class Zone:
    """One footnote as it stands: its number as printed, its lines, the page it begins on and its first line in the source."""

    token: str
    page: int
    line: int
    lines: list[str] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The footnote in one string, lines kept apart."""
        return "\n".join(s.strip() for s in self.lines if s.strip())

    @property
    def open(self) -> bool:
        """Whether it did not come to an end: a quotation not closed, or no full stop."""
        return self.quoting or not _ENDED.search(self.text)

    @property
    def quoting(self) -> bool:
        """Whether a quotation in it is not closed yet."""
        text = self.text
        return text.count("“") > text.count("”")


@dataclass(slots=True)
class Separated:
    """The lines of the body by page, furniture kept, and the footnotes in order."""

    pages: list[list[Line]]
    zones: list[Zone]


def values(token: str) -> set[int]:
    """The numbers a printed note number may mean: "12" is 12; in a text printed with its tracked changes also 2 over 1 ("12", "10 11")."""
    digits = token.replace(" ", "")
    found = {int(digits)}
    for cut in range(1, len(digits)):
        one, two = int(digits[:cut]), int(digits[cut:])
        if abs(one - two) == 1 and digits[cut] != "0":
            found.add(max(one, two))
    return found


def separate(lines: Sequence[Line]) -> Separated:
    """Takes the footnotes out of the lines of a consolidation."""
    kept, left = strip_furniture(list(lines))
    heads = {out.line for out in left if out.why == "running head"}
    pages: list[list[int]] = [[]]
    for i, line in enumerate(lines):
        if line.number in heads and any(kept[j].text.strip() for j in pages[-1]):
            pages.append([])
        pages[-1].append(i)
    paged = len(heads) > 1
    zones: list[Zone] = []
    bodies: list[list[Line]] = []
    last = 0
    touched = -1  # the last page with a footnote
    certified = False
    for number, page in enumerate(pages):
        at = 0
        out: list[Line] = []
        inside = False
        resumes = _resumes(kept, page) if paged and zones and touched == number - 1 and zones[-1].quoting else -1
        while at < len(page):
            i = page[at]
            text = kept[i].text
            certified = certified or bool(CERTIFIED.search(text))
            value = _begins(kept, page, at, last)
            if value and not inside and not (certified and not paged) and not _set_off(kept, page, at):
                value = 0
            if value:
                token = _TOKEN.match(text)
                assert token
                zones.append(Zone(token.group(1), number, lines[i].number, [text[token.end() :]]))
                last, inside = value, True
            elif inside and (not kept[i].page if paged else zones[-1].open and text.strip()):
                zones[-1].lines.append(text)
            elif at == resumes or _goes_on(zones, lines[i].text, paged and not inside and touched == number - 1):
                inside = True
            elif not (paged and _RULE.match(text)):
                inside = inside and paged
                out.append(lines[i])
            touched = number if inside else touched
            at += 1
        bodies.append(out)
    return Separated(bodies, zones)


def _begins(kept: Sequence[Line], page: Sequence[int], at: int, last: int) -> int:
    """The value of the footnote that begins at the place, 0 where none does: its number goes on from the last one."""
    token = _TOKEN.match(kept[page[at]].text)
    if not token:
        return 0
    value = max((v for v in values(token.group(1)) if last < v <= last + 3), default=0)
    words = kept[page[at]].text[token.end() :]
    ahead = [kept[i].text.strip() for i in page[at + 1 : at + 16] if kept[i].text.strip()]
    if not words.strip():
        if not ahead:
            return 0
        words = ahead.pop(0)
    opening = " ".join([words.strip(), *ahead])[:900]
    if _PLAIN.match(opening):
        return value or last + 1
    return value if _OPENS.match(opening) and _SAYS.search(opening) else 0


def _goes_on(zones: Sequence[Zone], text: str, may: bool) -> bool:
    """Whether the line is the rule above the rest of a footnote of the page before."""
    return may and bool(zones) and bool(_RULE.match(text)) and (zones[-1].open or bool(_WIDE.match(text)))


def _resumes(kept: Sequence[Line], page: Sequence[int]) -> int:
    """Where on a page without rules the rest of a footnote begins whose quotation is still open: behind the last empty line in front of
    the end of the quotation; -1 where no such line is."""
    found = -1
    for at, i in enumerate(page):
        if kept[i].text.strip() or kept[i].page:
            continue
        if _RULE.match(kept[i].text):
            return -1
        rest = "".join(kept[j].text for j in page[at + 1 :])
        sign = re.search("[“”]", rest)
        if sign and sign.group(0) == "”":
            found = at
    return found


def _set_off(kept: Sequence[Line], page: Sequence[int], at: int) -> bool:
    """Whether the line stands apart from the text in front of it: behind an empty line or a rule, or a number alone on its line."""
    return not kept[page[at]].text.strip(" []\t").strip("0123456789 ") or at == 0 or not kept[page[at - 1]].text.strip()
