"""What a line is, by its own words and by what stands below it."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lawtrack.amend.cited import kind_at
from lawtrack.amend.clauses import Sentence, Verb
from lawtrack.amend.closing import postpones
from lawtrack.amend.quoted import starts_words
from lawtrack.amend.references import starts_ref
from lawtrack.amend.statements import TAKES_EFFECT
from lawtrack.amend.tokens import tokenize
from lawtrack.law.provision import Kind, Provision
from lawtrack.outline.quotes import closes, opening

_DESCRIBES = re.compile(r"(?:các\s+|những\s+)?(?:quy\s+định|nội\s+dung)\b", re.IGNORECASE)
_STATEMENT = re.compile(r"^(?:\w+\s+){1,3}này\b|có\s+hiệu\s+lực", re.IGNORECASE)


def only_places(line: str, asked: Sentence) -> bool:
    """Whether a line below a sentence that asks for places gives only places or acts."""
    if _STATEMENT.search(line):
        return False
    tokens = tokenize(line)[0]
    described = asked.clauses[0].verb is Verb.REPEAL and bool(_DESCRIBES.match(line))
    return starts_ref(tokens, 0) or bool(kind_at(tokens, 0)) or starts_words(tokens, 0) or described


def takes_effect(inner: Sequence[Provision]) -> bool:
    """Whether a line of an article says that the act takes effect, or puts another off: that makes it a closing article, whatever its
    title."""
    units = (unit for child in inner for unit in child.walk() if unit.kind is not Kind.TRICH)
    return any(TAKES_EFFECT.match(unit.text) or postpones(unit.text) for unit in units)


def lettered(sentence: Sentence) -> bool:
    """Whether a command names sections by Roman numerals or capitals, as annexes have them ("mục VII của Phụ lục III", "phần B")."""
    last = [r.steps[-1] for c in sentence.clauses for r in c.objects if r.steps]
    return any(s.kind in (Kind.MUC, Kind.PHAN) and s.key[:1].isalpha() for s in last)


def place_quoted(unit: Provision) -> bool:
    """Whether a line gives a place and its new words: "a) Khoản 1: “1. …”"."""
    return any(c.kind is Kind.TRICH for c in unit.children) and unit.text.endswith(":") and starts_ref(tokenize(unit.text)[0], 0)


def quoted(unit: Provision) -> bool:
    """Whether a paragraph is a quotation as a whole."""
    return unit.kind is Kind.DOAN and not unit.children and opening(unit.text) > 0 and closes(unit.text, first=True)
