"""Repairs of damaged text, each recorded as data: what stood there, what stands now, by which rule.

Only damage of the medium is repaired: encodings, invisible characters, letters of another alphabet inside words that are known without
doubt, numbers of acts broken by a line. Words of the law are never corrected.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Repair:
    """One repair: line (counted from 1), the words before and after, and the rule."""

    line: int
    before: str
    after: str
    rule: str


# Cyrillic capitals and small letters that scans and keyboards put for Latin ones.
_CYRILLIC = {
    **dict(zip("АВЕКМНОРСТХ", "ABEKMHOPCTX", strict=True)),
    **dict(zip("аеорсухі", "aeopcyxi", strict=True)),
}
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u200e\u200f\u202a-\u202e\u2060\ufeff\u00ad]")
_CONTROLS = re.compile("[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f]")
_SPACES = re.compile("[\u00a0\u2000-\u200a\u202f\u205f\u3000]")
_PRIVATE = re.compile("[\ue000-\uf8ff]")
# Symbol fonts keep their glyphs at U+F000: bullets and arrows that Word writes.
_SYMBOLS = {"\uf0b7": "•", "\uf02d": "-", "\uf0a7": "•", "\uf0d8": "•", "\uf02b": "+", "\uf0fc": "•", "\uf0e8": "→", "\uf0e0": "→"}
_ETH = re.compile("[Ðð]")
_CYRILLIC_IN_WORD = re.compile(f"[{''.join(_CYRILLIC)}]")
_TOKEN = re.compile(r"[^\s]+")
_ALL_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_SYMBOL_BREAK = re.compile(
    r"((?:\d+/\d{4}/)?(?:TT|NĐ|QĐ|NQ|TTLT|VBHN|PL|CT|L)-)\s+(?=(?:CP|BLĐTBXH|B[A-ZĐ]{1,8}|NHNN|TTg|VPQH|UBTVQH\d*|CTN|HĐTP|HĐND|UBND|TANDTC|VKSNDTC|TTCP|KTNN)\b)"
)
_ASSEMBLY_BREAK = re.compile(r"(/\d{4}/(?:UBTV)?QH)\s+(?=\d{1,2}(?!\d))")
_GLUED_DATE = re.compile(r"((?:NĐ-CP|QĐ-TTg|NQ-CP|/QH\d{1,2}|TT-B[A-ZĐ]{1,8}))(?=ngày\b)")


def _eth(text: str) -> str:
    return text.replace("Ð", "Đ").replace("ð", "đ")


def _homoglyphs(text: str) -> str:
    """Cyrillic letters of tokens that are otherwise Latin, and of labels of one letter ("р)")."""

    def token(found: re.Match[str]) -> str:
        word = found.group(0)
        if not _CYRILLIC_IN_WORD.search(word):
            return word
        put = "".join(_CYRILLIC.get(c, c) for c in word)
        latin = re.search(r"[A-Za-zÀ-ỹĐđ]", word)
        return put if not _ALL_CYRILLIC.search(put) and (latin or re.fullmatch(r"[^\w]*\w[).]", word)) else word

    return _TOKEN.sub(token, text)


def _private(text: str) -> str:
    return _PRIVATE.sub(lambda m: _SYMBOLS.get(m.group(0), m.group(0)), text)


RULES: tuple[tuple[str, Callable[[str], str]], ...] = (
    ("composed letters (NFC)", lambda s: unicodedata.normalize("NFC", s)),
    ("invisible characters taken out", lambda s: _INVISIBLE.sub("", s)),
    ("control characters taken out", lambda s: _CONTROLS.sub("", s)),
    ("special spaces made plain", lambda s: _SPACES.sub(" ", s)),
    ("symbol font glyph", _private),
    ("Eth read as Đ", _eth),
    ("Cyrillic letter in a Latin word", _homoglyphs),
    ("number of an act broken by a space", lambda s: _SYMBOL_BREAK.sub(r"\1", s)),
    ("number of an act broken by a space", lambda s: _ASSEMBLY_BREAK.sub(r"\1", s)),
    ("space missing behind a number", lambda s: _GLUED_DATE.sub(r"\1 ", s)),
)
# Which characters can call for a rule at all: most lines of a text need none.
_SUSPECT = re.compile(
    "[\x00-\x08\x0b\x0e-\x1f\x7f-\x9f\u00ad\u00a0\u0300-\u036f\u0400-\u04ff\u2000-\u200f\u202a-\u202f\u205f-\u2060\u3000\ue000-\uf8ff\ufeffÐð]|-\\s+[A-ZĐ]|QH\\s+\\d|(?:NĐ-CP|TTg|NQ-CP|QH\\d{1,2}|TT-B\\w+)ngày"
)


def repair_line(text: str, number: int = 0) -> tuple[str, list[Repair]]:
    """The line repaired, and the repairs in the order made; `number` is the line's own."""
    if not _SUSPECT.search(text) and unicodedata.is_normalized("NFC", text):
        return text, []
    done: list[Repair] = []
    for name, rule in RULES:
        put = rule(text)
        if put != text:
            done.append(Repair(number, *_difference(text, put), name))
            text = put
    return text, done


def _difference(before: str, after: str) -> tuple[str, str]:
    """The parts of two texts that differ, with a little of what stands around them."""
    head = 0
    while head < min(len(before), len(after)) and before[head] == after[head]:
        head += 1
    tail = 0
    while tail < min(len(before), len(after)) - head and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    start = max(0, head - 12)
    return before[start : min(len(before), len(before) - tail + 12)], after[start : min(len(after), len(after) - tail + 12)]
