"""Places of changes of words that are only announced, or are no units of a text."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lawtrack.amend.cited import kind_at
from lawtrack.amend.references import starts_ref
from lawtrack.amend.tokens import Sort, Token, word_set
from lawtrack.law.message import Message
from lawtrack.text.labels import ordinal

_PLACES_AHEAD = word_set(
    "các một số những điều khoản điểm mục chương , và nội dung quy định sau đây của như : tên phụ lục mẫu biểu luật bộ nghị thông tư "
    "pháp lệnh văn bản"
)


def no_unit(tokens: Sequence[Token], i: int) -> int:
    """The index behind a place that is no unit: "phần căn cứ ban hành", "tên Thông tư", "cột thứ 5"; `i` where none stands here."""
    if i >= len(tokens) or tokens[i].low not in ("phần", "trích", "căn", "tên", "dòng", "hàng", "công", "bảng", "biểu"):
        return i
    while (
        i < len(tokens)
        and tokens[i].sort is Sort.WORD
        and tokens[i].low not in ("và", "tại", "bằng", "thành")
        and not starts_ref(tokens, i)
    ):
        i += 1
    return i


def no_place(words: str) -> Message:
    """Why words cannot be changed at `words`, a place that is no unit."""
    if re.match(r"(?:phần\s+)?căn\s+cứ", words, re.IGNORECASE):
        return Message("“{words}” are the recitals: consolidated texts keep them as they were enacted", words=words)
    if re.match(r"(?:phần\s+)?công\s+thức", words, re.IGNORECASE):
        return Message("“{words}” is a formula: which lines belong to it cannot be told", words=words)
    if re.match(r"cột\b", words, re.IGNORECASE):
        return Message("“{words}” is a column of a table: rows are changed one by one", words=words)
    return Message("“{words}” is no unit of the text", words=words)


_TIMES = (
    ("xuất", "hiện", "lần"),
    ("xuất", "hiện"),
    ("lần", "xuất", "hiện"),
    ("lần",),
    ("vị", "trí"),
    ("vị", "trí", "xuất", "hiện"),
    (),
)


def occurrence_at(tokens: Sequence[Token], i: int) -> tuple[int, int] | None:
    """(which of several places of quoted words, 0 the last; index behind) of "xuất hiện lần thứ hai", "tại lần xuất hiện đầu tiên", "ở vị
    trí thứ hai", "thứ hai" behind the words themselves; None where none stands here."""
    low = [t.low if t.sort is Sort.WORD else "" for t in tokens]
    bracket = tokens[i].low == "(" and tokens[i].sort is not Sort.QUOTE
    j = i + bracket
    j += low[j : j + 1] in (["tại"], ["ở"])
    for words in sorted(_TIMES, key=len, reverse=True):
        k = j + len(words)
        if tuple(low[j:k]) != words or (not words and (j > i or not i or tokens[i - 1].sort is not Sort.QUOTE)):
            continue
        for n in (3, 2, 1):
            order = " ".join(low[k : k + n])
            numbered = order.startswith("thứ ") or order in ("đầu", "đầu tiên", "cuối", "cuối cùng")
            if len(order.split()) != n or not numbered or (not words and not order.startswith("thứ ")):
                continue
            value = 0 if order.startswith("cuối") else ordinal(order)
            if value is None:
                continue
            end = k + n
            end += 2 * (low[end : end + 2] == ["xuất", "hiện"])
            if bracket:
                return (value, end + 1) if end < len(tokens) and tokens[end].low == ")" else None
            return value, end
    return None


def announced_places(tokens: Sequence[Token], i: int) -> int:
    """The index behind places that are only announced ("các điều, khoản, điểm sau đây", "một số điều của")."""
    j = i
    while (
        j < len(tokens)
        and tokens[j].low in _PLACES_AHEAD
        and not starts_ref(tokens, j)
        and not kind_at(tokens, j)
        and tokens[j].sort is not Sort.QUOTE
    ):
        j += 1
    return j if j > i and not (j - i == 1 and tokens[i].low in (",", "và", ":")) else i
