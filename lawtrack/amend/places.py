"""Places of changes of words that are only announced, or are no units of a text."""

from __future__ import annotations

from collections.abc import Sequence

from lawtrack.amend.acts import kind_at
from lawtrack.amend.references import starts_ref
from lawtrack.amend.tokens import Sort, Token, word_set

_PLACES_AHEAD = word_set(
    "các một số những điều khoản điểm mục chương , và nội dung quy định sau đây của như : tên phụ lục mẫu biểu luật bộ nghị thông tư "
    "pháp lệnh văn bản"
)


def no_unit(tokens: Sequence[Token], i: int) -> int:
    """The index behind a place that is no unit: "phần căn cứ ban hành", "tên Thông tư", "cột thứ 5"; `i` where none stands here."""
    if i >= len(tokens) or tokens[i].low not in ("phần", "cột", "trích", "căn", "tên", "dòng", "hàng", "công", "bảng", "biểu"):
        return i
    while (
        i < len(tokens)
        and tokens[i].sort is Sort.WORD
        and tokens[i].low not in ("và", "tại", "bằng", "thành")
        and not starts_ref(tokens, i)
    ):
        i += 1
    return i


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
