"""The days that statements of effect name: of an act or a provision, of a command, of the end of a suspension."""

from __future__ import annotations

import re
from datetime import date

from lawtrack.amend.statements import OWN_ACT
from lawtrack.law.document import Meta
from lawtrack.law.effect import Bounded, Effect, Event, Unknown, When, no_day
from lawtrack.law.message import Message
from lawtrack.text.dates import days_after, find_dates, months_after
from lawtrack.text.effect_dates import general_effect

TAKES = re.compile(r"có\s+hiệu\s+lực(?:\s+thi\s+hành)?", re.IGNORECASE)
"""The predicate of a statement of effect."""

_BEHIND = re.compile(
    rf"sau\s+(\d+)\s*(?:\([^)]*\)\s*)?(ngày|tháng|năm),?\s+kể\s+từ\s+ngày\s+"
    rf"(?:{OWN_ACT}|Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Thông tư|Quyết định)\s+có\s+hiệu\s+lực",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"(?:kể\s+)?từ\s+ngày\s+(?:ký|ban\s+hành)", re.IGNORECASE)
_ADOPTED = re.compile(
    r"(?:kể\s+)?từ\s+ngày\s+(?:Luật|Nghị quyết|Pháp lệnh|Bộ luật)?\s*(?:này\s+)?(?:được\s+)?(?:Quốc hội\s+)?thông\s+qua", re.IGNORECASE
)
_PROMULGATED = re.compile(r"(?:kể\s+)?từ\s+ngày\s+(?:được\s+)?công\s+bố", re.IGNORECASE)
# The President promulgates a law within fifteen days of its adoption: Constitution of 2013, article 88(1); of 1992, article 103.
_TO_PROMULGATE = 15
_FROM = re.compile(r"(?:kể\s+)?từ\s+ngày\s+", re.IGNORECASE)
# "có hiệu lực thi hành khi Luật … có hiệu lực", "sau khi", "kể từ thời điểm": the happening follows the predicate at once
_ON_EVENT = re.compile(
    rf"{TAKES.pattern}\s*,?\s+(?:(?:kể\s+)?từ\s+)?(?:sau\s+)?(?:khi|(?:cùng\s+)?(?:ngày|thời\s+điểm|thời\s+gian)(?:\s+với)?)\s+",
    re.IGNORECASE,
)
_UNTIL = re.compile(r"(?:(?:đến|sang)\s+(?:hết\s+)?ngày|cho\s+đến\s+(?:khi|ngày))", re.IGNORECASE)
_OWN_DAY = re.compile(rf"{OWN_ACT}\s+có\s+hiệu\s+lực", re.IGNORECASE)


def when(text: str, meta: Meta) -> When:
    """The day a statement of effect names, as far as it can be known."""
    match = TAKES.search(text)
    tail = text[match.start() :] if match else text
    tail = re.split(r",?\s+trừ\s+", tail, maxsplit=1)[0]
    if behind := _BEHIND.search(tail):
        if meta.effective is not None:
            count, unit = int(behind.group(1)), behind.group(2).lower()
            return (
                days_after(meta.effective, count) if unit == "ngày" else months_after(meta.effective, count * (12 if unit == "năm" else 1))
            )
        return Unknown(Message("“{words}”: the general day of effect is not known", words=behind.group(0)))
    day, why = general_effect(tail, meta.issued, meta.published, meta.published)
    if day:
        return day
    if _ADOPTED.search(tail):
        return meta.issued or Unknown(Message("the day of adoption is not known"))
    if _PROMULGATED.search(tail):
        if meta.published:
            return meta.published
        if meta.issued:
            return Bounded(meta.issued, days_after(meta.issued, _TO_PROMULGATE), Message("from promulgation, whose day is not known"))
        return Unknown(Message("from promulgation, whose day is not known"))
    if "is not known" in why:
        return Unknown(no_day(why))
    if begins := _FROM.search(tail) or _ON_EVENT.match(tail):
        return Event(tail[begins.end() :].strip(" .;"))
    return Unknown(Message("no day is named: “{words}”", words=text))


def own_effect(text: str, meta: Meta, general: Effect) -> Effect | None:
    """The effect a command names for itself ("hết hiệu lực kể từ ngày Luật này được thông qua"); None where it names none or the
    act's own day. Several days in one command: which holds for what is not said. A day before the act was issued that does not stand behind
    "hết hiệu lực" belongs to the title of an act ("… hướng dẫn mức lương tối thiểu từ ngày 01/5/2011")."""
    named: list[Effect] = []
    words = unquoted(text)
    for begins in _FROM.finditer(words):
        tail = words[begins.start() :]
        if counted := _COUNTED.search(words, 0, begins.start()):
            named.append(Effect(when(f"có hiệu lực {words[counted.start() :]}", meta), basis=text))
        elif _ADOPTED.match(tail) or _SIGNED.match(tail):
            named.append(Effect(meta.issued or Unknown(Message("the day of adoption is not known")), basis=text))
        elif _OWN_DAY.match(tail[begins.end() - begins.start() :]):
            named.append(general)
        elif (dates := find_dates(tail)) and dates[0][0] <= begins.end() - begins.start() + 1:
            day = dates[0][2]
            if meta.issued is None or day >= meta.issued or _ENDING.search(words, 0, begins.start()):
                named.append(Effect(day, basis=text))
    if ends := _ENDS_ON.search(words):
        dates = find_dates(words[ends.end() :])
        if dates and dates[0][0] <= len("ngày "):
            named.append(Effect(_ended(ends.group("how"), dates[0][2]), basis=text))
    if len({e.start for e in named}) > 1:
        return Effect(Unknown(Message("several days are named: “{words}”", words=text)), basis=text)
    return named[0] if named else None


def _ended(how: str, day: date) -> When:
    """The first day without effect, of "hết hiệu lực sau (vào, từ) ngày …"."""
    behind = days_after(day, 1)
    if "sau" in how.lower() or "hết" in how.lower():
        return behind
    return day if "từ" in how.lower() else Bounded(day, behind, Message("whether the last day belongs to it is not said"))


_ENDING = re.compile(r"hiệu\s+lực(?:\s+thi\s+hành)?[\s,]*$", re.IGNORECASE)
_COUNTED = re.compile(r"sau\s+\d+\s*(?:\([^)]*\)\s*)?(?:ngày|tháng|năm)[\s,]*$", re.IGNORECASE)
# "hết hiệu lực vào ngày 31/12/2026", "hết hiệu lực từ 01/7/2025"; with "từ ngày" it is said above
_ENDS_ON = re.compile(
    r"\bhết\s+hiệu\s+lực(?:\s+thi\s+hành)?[\s,]+(?P<how>vào|sau|(?:kể\s+)?từ(?!\s+ngày)|(?:cho\s+)?đến\s+hết|(?=ngày\s))\s*(?=(?:ngày\s+)?\d)",
    re.IGNORECASE,
)


def unquoted(text: str) -> str:
    """The text with its quotations blanked, each letter in its place."""
    return re.sub(r"“[^“”]*”|\"[^\"]*\"", lambda found: " " * len(found.group()), text)


def until(text: str) -> When | None:
    """The end a suspension or an overlay names ("cho đến khi Luật … có hiệu lực thi hành", "đến ngày 01/3/2027"); None where none is
    named."""
    match = _UNTIL.search(text)
    if not match:
        return None
    tail = text[match.end() :]
    dates = find_dates("ngày " + tail)
    if dates and dates[0][0] <= len("ngày "):
        return days_after(dates[0][2], 1) if "hết" in match.group(0) else dates[0][2]
    return Event(re.split(r"\s+đối\s+với\b|[.;:]", tail, maxsplit=1)[0].strip())


# "có hiệu lực từ ngày … đến hết ngày …": of the act itself, not of what it lets go on ("… thì tiếp tục thực hiện đến hết ngày …").
_ENDS = re.compile(
    rf"^\W*{OWN_ACT}(?:\s+sẽ)?\s+(?:có\s+hiệu\s+lực|được\s+(?:thực\s+hiện|áp\s+dụng))"
    r"(?:(?!\b(?:tiếp\s+tục|thì|trừ|đối\s+với|mà|nhưng|được)\b)[^.;:])*?\b(?:cho\s+)?đến\s+(?P<how>hết\s+|trước\s+)?(?=ngày\s+\d)",
    re.IGNORECASE,
)
# "Nghị quyết này hết hiệu lực kể từ ngày …", also behind the day it takes effect
_EXPIRES = re.compile(
    rf"^\W*{OWN_ACT}(?:\s+sẽ)?\s+(?:có\s+hiệu\s+lực[^.;:]*?\d\s*,?\s+(?:và\s+)?)?(?:sẽ\s+)?hết\s+hiệu\s+lực(?:\s+thi\s+hành)?[\s,]+"
    r"(?:(?P<how>(?:kể\s+)?từ|vào|sau|(?=ngày\s))\s*(?=(?:ngày\s+)?\d)|(?:(?:kể\s+)?từ\s+)?khi\s+(?P<what>[^.;]+))",
    re.IGNORECASE,
)
# "được thực hiện trong 05 năm kể từ ngày Nghị quyết này có hiệu lực"
_LASTS = re.compile(
    rf"^\W*{OWN_ACT}\s+(?:có\s+hiệu\s+lực|được\s+(?:thực\s+hiện|áp\s+dụng))[^.;:]*?\btrong\s+(?:(?:thời\s+)?(?:hạn|gian)\s+)?"
    rf"(?P<n>\d+)\s*(?:\([^)]*\)\s*)?(?P<unit>tháng|năm),?\s+(?:kể\s+)?từ\s+ngày\s+(?:{OWN_ACT}\s+)?có\s+hiệu\s+lực",
    re.IGNORECASE,
)


def ending(text: str, effective: date | None = None) -> When | None:
    """The end an act states of itself ("Nghị quyết này có hiệu lực … đến hết ngày 28/02/2027", "hết hiệu lực kể từ ngày …", "được thực
    hiện trong 05 năm kể từ ngày … có hiệu lực", the day of which is `effective`: Law 64/2025/QH15, article 57); None where it states none.
    Whether the last day belongs to it is not said by "đến ngày"."""
    if match := _EXPIRES.match(text):
        if match.group("what"):
            return Event(match.group("what").strip())
        dates = find_dates(text[match.end() :])
        return _ended(match.group("how"), dates[0][2]) if dates and dates[0][0] <= len("ngày ") else None
    if (lasts := _LASTS.match(text)) and effective is not None:
        return months_after(effective, int(lasts.group("n")) * (12 if lasts.group("unit").lower() == "năm" else 1))
    match = _ENDS.match(text)
    dates = find_dates(text[match.end() :]) if match else []
    if match is None or not dates or dates[0][0] > len("ngày "):
        return None
    day = dates[0][2]
    behind = days_after(day, 1)
    how = (match.group("how") or "").strip().lower()
    if how:
        return behind if how == "hết" else day
    return Bounded(day, behind, Message("whether the last day belongs to it is not said"))


def excepted(text: str) -> str:
    """What a statement that an act expires leaves standing (", trừ trường hợp quy định tại khoản 4 Điều này"), or ""."""
    match = _EXCEPTING.search(text)
    return match.group(1).rstrip(" .;:") if match else ""


# "loại trừ", "bù trừ", "khấu trừ", "giảm trừ" are words of subjects; an exception is of provisions or cases.
_EXCEPTING = re.compile(
    r"(?:(?<!loại)(?<!bù)(?<!khấu)(?<!giảm)(?<!phòng)(?<!diệt),?\s+(?=trừ\s+(?!và\b|vào\b|cho\b|đi\b|lẫn\b))"
    r"|[,;.]\s+(?:còn\s+|nhưng\s+)?(?=riêng\s))([^\n]+)$",
    re.IGNORECASE | re.MULTILINE,
)


def leaves_standing(exception: str) -> bool:
    """Whether an exception keeps provisions of the ending act itself in force ("trừ Điều 5 tiếp tục có hiệu lực"), and is not only of cases
    which the ending act's own successor rules on ("trừ trường hợp quy định tại khoản 4 Điều này")."""
    return bool(exception) and (bool(_GOES_ON.search(exception)) or not re.search(r"\bnày\b", exception))


_GOES_ON = re.compile(r"\b(?:tiếp\s+tục|vẫn)\s+(?:được\s+)?(?:có|còn|áp|thực|thi)\b|\bcòn\s+hiệu\s+lực\b", re.IGNORECASE)
