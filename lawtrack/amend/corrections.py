"""Turns of errata and of older acts, brought into the plain order of a change of words.

    Tại khoản 2 Điều 5 đã in là “A” nay sửa lại là “B”        khoản 2 Điều 5: “A” được sửa thành “B”
    Đính chính khoản 2 Điều 5: “A” thành “B”                   sửa đổi khoản 2 Điều 5 như sau: thay “A” bằng “B”
    cụm từ “A” tại khoản 2 Điều 5 nay sửa lại là “B”

become "tại khoản 2 Điều 5, sửa “A” thành “B”". Places by page and line stay what they are, and are not understood.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lawtrack.amend.cited import read_act
from lawtrack.amend.clauses import Verb
from lawtrack.amend.provenance import without_provenance
from lawtrack.amend.quoted import quoted_at
from lawtrack.amend.references import Role, read_refs, starts_ref
from lawtrack.amend.tokens import Sort, Token, tokenize, word_set
from lawtrack.amend.verbs import verb_at
from lawtrack.law.operation import Part

_PRINTED = word_set("đã in viết ghi trình bày là nhầm sai : ,")
_SAID = word_set("in viết ghi trình")
_MENDED = word_set("nay được xin đính chính sửa lại đọc là thành như sau : , ;")
_MENDING = (["sửa"], ["đính", "chính"], ["đọc"])


_TURN = re.compile(r"[“\"].*(?:sửa|đính chính|đọc).*[“\"]", re.IGNORECASE | re.DOTALL)


def turned(text: str) -> bool:
    """Whether a line is a change of words in one of these turns."""
    if not _TURN.search(text):
        return False
    tokens = without_provenance(tokenize(text)[0], text)
    return put_in_order(tokens, text) != tokens


def put_in_order(tokens: Sequence[Token], text: str) -> list[Token]:
    """`tokens` with such a turn in plain order; any other sentence as it is."""
    begin, head = _places(tokens, text)
    if head:
        outer = verb_at(tokens, 0) if begin else None
        i = _printed(tokens, head)
        first = quoted_at(tokens, i)
        if outer and outer[0] in (Verb.SUBSTITUTE, Verb.CORRECT) and (inner := _pair(tokens, head)):
            return [*_at(tokens, begin, head), *inner]
        if first and (outer is None or tokens[begin - 1].low in ("tại", "trong")) and (mended := _mended(tokens, first[1])):
            return [*_at(tokens, begin, head), _word(tokens[i], "sửa"), *tokens[i : first[1]], _word(tokens[i], "thành"), *tokens[mended:]]
        return list(tokens)
    if (subject := quoted_at(tokens, 0)) and not verb_at(tokens, 0):
        # "cụm từ “A” tại khoản 2 Điều 5 nay sửa lại là “B”"
        j = subject[1] + (subject[1] < len(tokens) and tokens[subject[1]].low in ("tại", "trong", "ở"))
        refs, end = read_refs(tokens, j, Role.PLACE)
        end = _behind_act(tokens, end, text) if refs else end
        if refs and (mended := _mended(tokens, end)):
            return [_word(tokens[0], "sửa"), *tokens[:end], _word(tokens[0], "thành"), *tokens[mended:]]
    return list(tokens)


def _places(tokens: Sequence[Token], text: str) -> tuple[int, int]:
    """(index of the units a sentence names first, behind a verb or "tại"; index behind them and their act); (0, 0) where it names none."""
    found = verb_at(tokens, 0)
    begin = found[1] if found else int(bool(tokens) and tokens[0].low in ("tại", "trong"))
    if begin >= len(tokens) or not starts_ref(tokens, begin) or (quoted_at(tokens, begin) and found):
        return 0, 0
    refs, end = read_refs(tokens, begin, Role.PLACE)
    if not refs or (found and any(r.part is Part.HEADING for r in refs)):
        return 0, 0  # ("đổi tên Điều 22 từ “…” thành “…”" is a new title)
    return begin, _behind_act(tokens, end, text)


def _behind_act(tokens: Sequence[Token], i: int, text: str) -> int:
    j = i + (i < len(tokens) and tokens[i].low in ("của", "tại"))
    act = read_act(tokens, j, text)
    return act[1] if act else i


def _printed(tokens: Sequence[Token], i: int) -> int:
    """The index behind ", đã in là:", ":" in front of the words that were printed."""
    j = i
    while j < len(tokens) and tokens[j].sort is not Sort.QUOTE and tokens[j].low in _PRINTED:
        j += 1
    said = any(t.low in _SAID for t in tokens[i:j])
    return j if said or all(t.low in (":", ",") for t in tokens[i:j]) else i


def _mended(tokens: Sequence[Token], i: int) -> int:
    """The index of the new words behind "nay sửa lại là", "được đính chính như sau:"; 0 where that does not stand at `i`."""
    j = i
    while j < len(tokens) and tokens[j].sort is not Sort.QUOTE and tokens[j].low in _MENDED and not quoted_at(tokens, j):
        j += 1
    low = [t.low for t in tokens[i:j]]
    mends = any(low[n : n + len(w)] == w for w in _MENDING for n in range(len(low)))
    plain = low[-1:] in (["là"], ["thành"], [":"]) and low[:3] != ["được", "sửa", "thành"]
    return j if mends and quoted_at(tokens, j) and (plain or low[:1] == ["được"]) else 0


def _pair(tokens: Sequence[Token], i: int) -> list[Token]:
    """The change of words behind units ("… như sau: thay “A” bằng “B”", "… từ “A” thành “B”", "…: “A” thành “B”"); [] for anything else."""
    j = i
    while j < len(tokens) and tokens[j].sort is not Sort.QUOTE and tokens[j].low in ("như", "sau", ":", ","):
        j += 1
    verb = verb_at(tokens, j)
    if verb and verb[0] in (Verb.REPLACE, Verb.CORRECT, Verb.REPEAL) and quoted_at(tokens, verb[1]):
        return list(tokens[j:])
    j += j < len(tokens) and tokens[j].low == "từ" and not quoted_at(tokens, j)
    first = quoted_at(tokens, j)
    if not first and j < len(tokens) and tokens[j].low == "từ":
        j, first = j + 1, quoted_at(tokens, j + 1)
    if not first or first[1] >= len(tokens) or tokens[first[1]].low not in ("thành", "bằng") or not quoted_at(tokens, first[1] + 1):
        return []
    return [_word(tokens[j], "sửa"), *tokens[j:]]


def _at(tokens: Sequence[Token], begin: int, end: int) -> list[Token]:
    return [_word(tokens[begin], "tại"), *tokens[begin:end], replace(_word(tokens[end - 1], ","), sort=Sort.MARK)]


def _word(near: Token, word: str) -> Token:
    return replace(near, sort=Sort.WORD, text=word, low=word)
