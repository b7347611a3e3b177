"""The general day of effect, from the words of an effect clause.

Forms: Law 64/2025/QH15, article 53 (a date in the act itself), and the older "sau 15 ngày, kể từ ngày đăng Công báo" and "kể từ
ngày ký". Exceptions of single provisions are not read here.
"""

from __future__ import annotations

import re
from datetime import date

from lawtrack.text.dates import LONG, SHORT, days_after, first_date, make, months_after

# "từ 01 tháng 8 năm 2024": the word "ngày" is left out at times
_BARE = re.compile(r"(?P<day>\d{1,2})\s*tháng\s*(?P<month>\d{1,2})\s*năm\s*(?P<year>\d{4})", re.IGNORECASE)
_DAY = rf"(?:{LONG.pattern}|(?:ngày\s+)?{SHORT.pattern}|{re.sub(r'[?]P<[a-z]+>', '?:', _BARE.pattern)})"
_HOLDS = r"(?:có hiệu lực(?:\s*(?:thi hành|thực hiện))?(?: và (?:được )?áp dụng)?|có giá trị(?: thi hành)?|được (?:áp dụng|thi hành))"
_ON = re.compile(rf"{_HOLDS}[\s,]*(?:kể\s+)?(?:từ\s+(?:ngay\s+)?)?(?={_DAY})", re.IGNORECASE)
_AFTER = re.compile(
    rf"{_HOLDS}[\s,]*(?:kể từ\s+)?(?:sau\s+)(?P<days>\d+|"
    rf"[a-zà-ỹ]+(?:\s+[a-zà-ỹ]+){{0,2}}?)\s*(?:\([^)]*\)\s*)?(?P<unit>ngày|tháng)[\s,]*(?:làm việc[\s,]*)?(?:kể\s+)?từ\s+ngày\s+"
    rf"(?P<from>ký|đăng|công bố|được đăng|ban hành|thông qua)",
    re.IGNORECASE,
)
_FROM = re.compile(
    rf"{_HOLDS}[\s,]*(?:ngay\s+)?(?:kể\s+)?từ\s+ngày\s+(?P<from>ký|đăng|công bố|được đăng|ban hành|được thông qua|thông qua)", re.IGNORECASE
)
_EN_ON = re.compile(
    r"(?:comes?|takes?|enters?|shall come|shall take)\s+(?:into\s+)?(?:force|effect)[\s,]*(?:on|from|as of|since)?\s*", re.IGNORECASE
)
_EN_AFTER = re.compile(
    r"(?:force|effect)\s+(?P<days>\d+|fifteen|forty[- ]five)\s+days\s+(?:after|"
    r"from)\s+(?:the\s+date\s+of\s+)?(?:its\s+)?(?P<from>signing|signature|publication|promulgation|being published)",
    re.IGNORECASE,
)
_WORDS = {
    "bảy": 7,
    "mười": 10,
    "mười lăm": 15,
    "hai mươi": 20,
    "ba mươi": 30,
    "bốn mươi lăm": 45,
    "bốn lăm": 45,
    "sáu mươi": 60,
    "fifteen": 15,
    "forty-five": 45,
    "forty five": 45,
}


def general_effect(
    sentences: str, issued: date | None = None, published: date | None = None, promulgated: date | None = None
) -> tuple[date | None, str]:
    """The day of effect that the sentences state, and the words it was read from; (None, why) where they do not state one that
    can be computed from what is known.

    issued       the day of signature
    published    the day of publication in Công báo
    promulgated  the day of the President's order that promulgates a law or an ordinance
    """
    text = " ".join(sentences.split())
    stated = [m for m in (_AFTER.search(text), _ON.search(text), _FROM.search(text), _EN_AFTER.search(text)) if m]
    for first in sorted(stated, key=lambda m: m.start()):  # what is said first is the effect; "và được áp dụng từ ngày …" is not
        day, basis = _stated(first, text, issued, published, promulgated)
        if day or first.re is not _ON:
            return day, basis
    if found := _EN_ON.search(text):
        day = first_date(text[found.end() : found.end() + 40])
        if day:
            return day, text[found.start() : found.end() + 30]
    return None, "no day of effect is stated"


def _stated(
    found: re.Match[str], text: str, issued: date | None, published: date | None, promulgated: date | None
) -> tuple[date | None, str]:
    """The day that one statement names, and its words; (None, why) where it cannot be computed."""
    if found.re is _ON:
        day = first_date(text[found.end() : found.end() + 60])
        if bare := _BARE.match(text, found.end()):
            day = make(int(bare.group("year")), int(bare.group("month")), int(bare.group("day")))
        return day, text[found.start() : found.end() + 40]
    start, what = _start(found.group("from"), issued, published, promulgated)
    if found.re is _FROM:
        return (start, found.group(0)) if start else (None, f"{what} is not known: {found.group(0)}")
    if "làm việc" in found.group(0):
        return None, f"working days are not computed: {found.group(0)}"
    words = found.group("days").lower()
    count = _WORDS.get(words, int(words) if words.isdigit() else None)
    if count is None:
        return None, f"the number of days is not understood: {found.group(0)}"
    if start is None:
        return None, f"{what} is not known: {found.group(0)}"
    monthly = found.re is _AFTER and found.group("unit").lower() == "tháng"
    return (months_after(start, count) if monthly else days_after(start, count)), found.group(0)


def _start(word: str, issued: date | None, published: date | None, promulgated: date | None) -> tuple[date | None, str]:
    if word.lower() in ("đăng", "được đăng", "publication", "being published"):
        return published, "the day of publication in Công báo"
    if word.lower() in ("công bố", "promulgation"):
        return promulgated, "the day of promulgation"
    return issued, "the day of signature"
