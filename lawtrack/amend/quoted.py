"""Quoted words with the noun in front of them: `cụm từ “A”`, `“A”`, `dấu phẩy`."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lawtrack.amend.references import starts_ref
from lawtrack.amend.tokens import Sort, Token

_NOUNS = (
    ("các", "cụm", "từ"),
    ("các", "từ", "ngữ"),
    ("cụm", "từ"),
    ("từ", "ngữ"),
    ("các", "từ"),
    ("các", "nội", "dung"),
    ("nội", "dung"),
    ("các", "dấu"),
    ("dòng", "chữ"),
    ("chữ", "số"),
    ("ký", "hiệu"),
    ("số", "hiệu"),
    ("số", "liệu"),
    ("đoạn",),
    ("câu",),
    ("chữ",),
    ("dấu",),
    ("từ",),
    ("số",),
    ("tên", "gọi"),
    ("tên", "cơ", "quan"),
    ("tên", "đơn", "vị"),
    ("tên",),
)
_SIGNS = {
    ("chấm", "phẩy"): ";",
    ("hai", "chấm"): ":",
    ("phẩy",): ",",
    ("chấm",): ".",
    ("gạch", "ngang"): "-",
    ("và",): "và",
}


_FILLING = (":", "tương", "ứng", "sau", "đây", "như")


def quoted_at(tokens: Sequence[Token], i: int) -> tuple[str, int] | None:
    """(words, index behind) of quoted words with the noun in front of them: `cụm từ “A”`, `“A”`, `dấu phẩy`."""
    j = i
    while (
        j < len(tokens)
        and tokens[j].low in ("các", "một", "hai", "ba", "bốn", "số", "thêm", "những")
        and not starts_ref(tokens, j)
        and tokens[j].sort is Sort.WORD
    ):
        if _noun_at(tokens, j):
            break
        j += 1
    noun = _noun_at(tokens, j)
    if noun:
        k = noun
        while k < min(len(tokens), noun + 4) and tokens[k].low in _FILLING and tokens[k].sort is not Sort.QUOTE:
            k += 1
        if k < len(tokens) and tokens[k].sort is Sort.QUOTE:
            return tokens[k].text, k + 1
        if tokens[noun - 1].low == "dấu":
            for words, sign in _SIGNS.items():
                if tuple(t.low for t in tokens[noun : noun + len(words)]) == words:
                    k = noun + len(words)
                    if k < len(tokens) and tokens[k].sort is Sort.QUOTE:
                        return tokens[k].text, k + 1
                    if k + 2 < len(tokens) and tokens[k].low == "(" and tokens[k + 2].low == ")":
                        k += 3
                    return sign, k
        return None
    if j < len(tokens) and tokens[j].sort is Sort.QUOTE:
        return tokens[j].text, j + 1
    return None


def _noun_at(tokens: Sequence[Token], i: int) -> int:
    for words in _NOUNS:
        if tuple(t.low for t in tokens[i : i + len(words)]) == words and all(t.sort is not Sort.QUOTE for t in tokens[i : i + len(words)]):
            return i + len(words)
    return 0


def starts_words(tokens: Sequence[Token], i: int) -> bool:
    """Whether a change of words begins at `i`."""
    return quoted_at(tokens, i) is not None


_CHANGING = re.compile(r"\b(?:thay|bỏ|thêm|đổi|sửa|bổ sung)\b", re.IGNORECASE)
_QUOTED = re.compile(r"“[^”]*”")
_NAMED = re.compile(r"\b(?:từ|từ ngữ|chữ|dấu|tên):?\s*“”|\b(?:sửa|đổi|thay|thế)\s+(?:lại\s+)?(?:thành|bằng)\s*“”", re.IGNORECASE)


def changes_words(text: str) -> bool:
    """Whether a line that is no command of a known form speaks of quoted words and of changing them: it is told, not passed over."""
    named = _QUOTED.sub("“”", text)
    return bool(_NAMED.search(named) and _CHANGING.search(named))


_DUTY = re.compile(
    r"\bcó trách nhiệm\b[^:;.]*\b(?:rà soát|sửa đổi|bổ sung|bãi bỏ|thay thế)\b[^:;.]*\bdo mình\s+(?:đã\s+)?ban hành\b", re.IGNORECASE
)


def orders_others(text: str) -> bool:
    """Whether a line lays it on others to amend acts of their own ("Chính phủ có trách nhiệm sửa đổi, bổ sung … do mình ban hành"): it
    changes no text; their acts will."""
    return bool(_DUTY.search(_QUOTED.sub("“”", text)))
