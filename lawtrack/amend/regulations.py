"""Regulations attached to an act ("Quy chế … ban hành kèm theo Quyết định số …"): commands name them beside the act or by their kind."""

from __future__ import annotations

from collections.abc import Sequence

from lawtrack.amend.cited import kind_at
from lawtrack.amend.tokens import Sort, Token

_KINDS = (
    ("quy", "chế"),
    ("quy", "định"),
    ("điều", "lệ"),
    ("quy", "trình"),
    ("quy", "chuẩn"),
    ("bản", "quy"),
    ("nội", "quy"),
    ("chương", "trình"),
    ("chuẩn", "mực"),
    ("hướng", "dẫn"),
)
_OF = ("của", "tại", "trong", "thuộc")
_BEHIND_KIND = ("này", "nêu", "như", "bằng", "thành", "và", "được", "ban")


def names_regulation(tokens: Sequence[Token], i: int) -> bool:
    """Whether the name of an attached regulation begins at `i`; it is printed with a capital, or between quotation marks."""
    if i >= len(tokens):
        return False
    return tokens[i].sort is Sort.QUOTE or (tokens[i].text[:1].isupper() and tuple(t.low for t in tokens[i : i + 2]) in _KINDS)


def issuing_act(tokens: Sequence[Token], i: int) -> int:
    """The index of the act behind "của Quy chế … ban hành kèm theo Nghị định số …"; 0 where no attached regulation is named at `i`."""
    j = _behind_of(tokens, i)
    if not names_regulation(tokens, j):
        return 0
    while j + 2 < len(tokens) and tokens[j].low not in (";", ":"):
        if (tokens[j].low, tokens[j + 1].low) in (("kèm", "theo"), ("hành", "theo")) and kind_at(tokens, j + 2):
            return j + 2
        j += 1
    return 0


def regulation_alone(tokens: Sequence[Token], i: int) -> int:
    """The index behind "của Quy chế", "Quy chế này": the regulation the lines above speak of; `i` where a longer name, or none, follows."""
    j = _behind_of(tokens, i)
    if not names_regulation(tokens, j) or tokens[j].sort is Sort.QUOTE:
        return i
    j += 2
    if j < len(tokens) and tokens[j].sort is Sort.WORD and tokens[j].low not in _BEHIND_KIND:
        return i
    return j + 1 if j < len(tokens) and tokens[j].low == "này" else j


def _behind_of(tokens: Sequence[Token], i: int) -> int:
    return i + 1 if i < len(tokens) and tokens[i].low in _OF and tokens[i].sort is Sort.WORD else i
