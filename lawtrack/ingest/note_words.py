"""What the footnotes of an official consolidation say: subject, verb, amending provision, day of effect.

Wordings vary ("theo quy định tại", "tại", "bởi"; "có hiệu lực kể từ", "từ ngày"; dates in words or figures): the parts are found one by
one, not by one pattern for the whole sentence.
"""

from __future__ import annotations

import re

from lawtrack.law.address import Address
from lawtrack.law.official import Cause, Note, Said
from lawtrack.text.dates import LONG, SHORT, first_date
from lawtrack.text.numbers import NUMBER, UNYEARED, tidy

_SUBJECT = re.compile(
    r"(?:(?:Tên|Số thứ tự|Tiêu đề)\s+)?(?:Các\s+)?(?:Cụm từ|Điều|điều|Khoản|khoản|Điểm|điểm|Tiểu mục|Mục|mục|Chương|chương|Phần|Phụ lục|"
    r"Mẫu|Biểu mẫu|Biểu|Đoạn|Nội dung|Từ|từ|Dấu|Tiết|Gạch đầu dòng|Bảng|Tên gọi|Căn cứ)"
    r"(?:\s+(?:số\s+)?[\dIVX]+[a-zđ]*(?=\s+(?:này|được)))?(?:\s+này)?"
)
# the first verb decides: "được sửa đổi thành" and "được thay thế" replace words, "được sửa đổi" rewrites a unit
_VERBS: tuple[tuple[Said, str], ...] = (
    (Said.BASIS, r"có căn cứ ban hành như sau"),
    (Said.CLAUSES, r"quy định(?:\s+về .{3,60}?)?\s+như sau"),
    (Said.RENUMBERED, r"Số thứ tự .{3,40}? được sửa đổi|được (?:đánh số|chuyển) (?:lại )?thành"),
    (Said.CORRECTED, r"được đính chính"),
    (Said.REPLACED, r"được (?:sửa đổi thành|sửa thành|thay(?: thế)?)"),
    (Said.REPEALED, r"(?:được|bị) (?:bãi bỏ|bỏ|hủy bỏ|huỷ bỏ)"),
    (Said.SUSPENDED, r"(?:tạm )?ngưng hiệu lực"),
    (Said.EXPIRED, r"hết hiệu lực"),
    (Said.AMENDED, r"được sửa đổi"),
    (Said.ADDED, r"được bổ sung"),
)
_QUOTED = re.compile(r"[“\"]([^“”\"]*)[”\"]")
_PLACE = re.compile(
    r"((?:[Đđ]iểm\s+[a-zđ]\d*\s+)?(?:[Kk]hoản\s+\d+[a-zđ]*\s+)?Điều\s+\d+[a-zđ]*|[Kk]hoản\s+\d+[a-zđ]*|[Mm]ục\s+[\dIVX]+[a-zđ]*)"
)
_EFFECT = re.compile(
    rf"hiệu lực(?:\s+thi hành)?(?:\s+kể)?\s+từ(?=\s+(?:{LONG.pattern}|(?:ngày\s+){{0,2}}{SHORT.pattern}|ngày\s+ngày))", re.IGNORECASE
)


def parse_note(number: str, text: str, line: int = 0) -> Note:
    """The footnote read; what it does not say stays empty. `text` without its number."""
    flat = " ".join(text.split())
    said = min(
        ((found.start(), n, verb) for n, (verb, words) in enumerate(_VERBS) if (found := re.search(words, _unquoted(flat)))),
        default=(0, 0, Said.OTHER),
    )[2]
    subject = _SUBJECT.match(flat)
    words = _QUOTED.findall(flat) if said in (Said.REPLACED, Said.REPEALED, Said.CORRECTED, Said.ADDED, Said.AMENDED) else []
    behind = subject is not None and flat[subject.end() :].lstrip().startswith(("“", '"'))
    find = words[0] if behind and words else ""
    put = words[1] if behind and len(words) > 1 and said in (Said.REPLACED, Said.CORRECTED) else ""
    causes = () if said is Said.BASIS else tuple(_causes(flat.split("như sau")[0] if said is Said.CLAUSES else flat))
    return Note(number, text, said, subject.group(0) if subject else "", find, put, causes, None, line)


def _unquoted(text: str) -> str:
    """The text with quoted words blanked, at the same length."""
    return _QUOTED.sub(lambda m: " " * len(m.group(0)), text)


def _causes(text: str) -> list[Cause]:
    """Each act named as the source of a change, cut at the days of effect: what stands between two of them belongs to the second."""
    out: list[Cause] = []
    plain = _unquoted(text)
    ends = [m.end() for m in _EFFECT.finditer(plain)] or [len(plain)]
    start = 0
    for end in ends:
        piece = plain[start:end]
        cited = NUMBER.search(piece) or UNYEARED.search(piece)
        if cited:
            places = list(_PLACE.finditer(piece[: cited.start()]))
            address = _address(places[-1].group(1)) if places else Address()
            behind = plain[end : end + 60]
            out.append(Cause(tidy(cited.group(0)), address, first_date(behind) if end < len(plain) else None))
        start = end
    return out


def _address(words: str) -> Address:
    return Address.parse_vietnamese(words)
