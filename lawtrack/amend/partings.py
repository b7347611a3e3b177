"""Sentences that say several times first where words are changed, parted into as many."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lawtrack.amend.clauses import Sentence
from lawtrack.amend.tokens import Sort, Token
from lawtrack.amend.verbs import opening, verb_at


def opens_again(tokens: Sequence[Token], text: str) -> int:
    """The index of a later part of the sentence that says first where its words are changed ("Tại Điều 5, bỏ cụm từ “…”; tại Điều 7, bỏ
    cụm từ “…”"); 0 where there is none: what stands in front has its own places."""
    first = bool(opening(tokens, text)[2])
    for n in range(2, len(tokens)):
        before = tokens[n - 1]
        joined = first and before.low in (",", "và") and tokens[n].low in ("tại", "trong") and tokens[n - 2].sort is Sort.QUOTE
        if before.sort is Sort.QUOTE or not (before.low == ";" or joined):
            continue
        begin = opening(tokens[n:], text)[2]
        if begin and verb_at(tokens, n + begin):
            return n
    return 0


def together(text: str, one: Sentence, two: Sentence) -> Sentence:
    """Two sentences as one, each with its own acts and places."""
    clauses = (*one.clauses, *(replace(c, joined="") for c in two.clauses))
    scope, doubts = (*one.scope, *two.scope), (*one.doubts, *two.doubts)
    return Sentence(text, clauses, one.act or two.act, scope, two.opens, doubts, one.attached or two.attached)
