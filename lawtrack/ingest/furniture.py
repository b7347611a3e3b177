"""Page furniture of the Official Gazette and of web pages: running heads, page numbers, signature stamps, buttons."""

from __future__ import annotations

import re
from itertools import pairwise

from lawtrack.ingest.model import LeftOut, Line
from lawtrack.law.message import Message

_RUNNING_HEAD = re.compile(r"\d{0,4}\s*C?ÔNG BÁO\s*/\s*Số\s*[\d\s+]+/\s*Ngày\s*\d{1,2}\s*-\s*\d{1,2}\s*-\s*\d{4}\s*\d{0,4}$")
_STAMP = re.compile(r"(?:Ký bởi|Người ký|Email|Cơ quan|Thời gian ký|Ngày ký|Chức vụ|Ký số)\s*:", re.IGNORECASE)
_STAMP_OPENS = re.compile(r"(?:Ký bởi|Người ký)\s*:", re.IGNORECASE)
_PAGE = re.compile(r"(?:-\s*)?\d{1,4}(?:\s*-)?$|(?:Trang|Page)\s+\d+(?:\s*/\s*\d+)?$")
_RULE = re.compile(r"[-–—_=*.·•~\s]{3,}$")
_BUTTONS = {
    "lưu trữ",
    "ghi chú",
    "ý kiến",
    "facebook",
    "email",
    "in",
    "tải về",
    "mục lục",
    "lược đồ",
    "văn bản gốc/pdf",
    "văn bản tiếng việt",
    "nội dung ms",
    "tiếng anh",
    "đăng nhập",
    "điều khoản được sửa đổi, bổ sung",
    "điều khoản được hướng dẫn",
    "hiệu lực: đã biết",
    "tình trạng: đã biết",
}


def strip_furniture(lines: list[Line]) -> tuple[list[Line], list[LeftOut]]:
    """The lines without page furniture, a blank line in the place of each, and what was taken out. A bare number is a page number only
    beside a running head or a form feed, or where such numbers run up through the text in steps of one."""
    why: dict[int, Message] = {}
    gazette = False
    for i, line in enumerate(lines):
        text = line.text.strip("\f \t")
        if not text:
            continue
        if _RUNNING_HEAD.match(text):
            why[i], gazette = Message("running head"), True
        elif text.lower() in _BUTTONS and len(text) > 2:
            why[i] = Message("button of a web page")
        elif _RULE.match(text):
            why[i] = Message("rule")
        elif _STAMP_OPENS.match(text):
            why[i] = Message("signature stamp")
            for j in range(i + 1, min(i + 6, len(lines))):
                if _STAMP.match(lines[j].text.strip()):
                    why[j] = Message("signature stamp")
                elif lines[j].text.strip():
                    break
    for i in _continuations(lines, why):
        why[i] = Message("head of a continuation")
    for i in _page_numbers(lines, why, gazette):
        why[i] = Message("page number")
    kept = [
        Line("", line.number, True)
        if i in why and why[i] != "rule"
        else Line(line.text.replace("\f", ""), line.number, "\f" in line.text)
        if i not in why
        else Line("", line.number)
        for i, line in enumerate(lines)
    ]
    # the empty lines around a page break belong to it
    for i, line in enumerate(kept):
        if line.page and not line.text.strip():
            for step in (-1, 1):
                j = i + step
                while 0 <= j < len(kept) and not kept[j].text.strip() and not kept[j].page:
                    kept[j] = Line("", kept[j].number, True)
                    j += step
    left = [LeftOut(lines[i].number, lines[i].text.strip(), why[i]) for i in sorted(why)]
    return kept, left


_CONTINUED = re.compile(r"\(?\s*(?:Tiếp theo|Xem tiếp)\s+Công báo\s+(?:từ\s+)?số", re.IGNORECASE)


def _continuations(lines: list[Line], why: dict[int, Message]) -> list[int]:
    """Where an act runs over several issues of the Gazette: "(Xem tiếp Công báo số …)", and the head that the next issue repeats in front
    of "(Tiếp theo Công báo số …)"."""
    found = []
    for i, line in enumerate(lines):
        if _CONTINUED.match(line.text.strip()):
            found.append(i)
            block: list[int] = []
            for j in range(i - 1, max(i - 12, -1), -1):
                if why.get(j) == "running head":
                    if "tiếp theo" in line.text.lower():
                        found += block
                    break
                if lines[j].text.strip():
                    block.append(j)
    return found


def _page_numbers(lines: list[Line], why: dict[int, Message], gazette: bool) -> list[int]:
    bare = [i for i, line in enumerate(lines) if line.text.strip("\f \t") and _PAGE.match(line.text.strip("\f \t"))]
    found = []
    for i in bare:
        near = [*_neighbours(lines, i, -1), *_neighbours(lines, i, 1)]
        if (gazette and any(why.get(j) == "running head" for j in near)) or "\f" in lines[i].text:
            found.append(i)
    if gazette:
        return found
    # numbers that stand alone and go up by one, many lines apart: page numbers of a text without running heads
    values = [(int(re.sub(r"\D", "", lines[i].text) or 0), i) for i in bare]
    runs = [i for (a, i), (b, j) in pairwise(values) if b == a + 1 and j - i > 15]
    if len(runs) >= 2 and len(runs) >= 0.6 * (len(values) - 1):
        found = [i for _, i in values]
    return found


def _neighbours(lines: list[Line], at: int, step: int) -> list[int]:
    """The nearest line with text on one side."""
    j = at + step
    while 0 <= j < len(lines) and abs(j - at) < 5:
        if lines[j].text.strip():
            return [j]
        j += step
    return []
