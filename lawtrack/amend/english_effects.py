"""The days that English expressions of acts state of themselves: the general day, and provisions with a day of their own.

    This Law takes effect from July 01, 2025, except Clause 2, Article 24, which takes effect from January 01, 2026.
    Articles 190 and 248 of this Law come into force as of April 01, 2024.

As in Vietnamese (`lawtrack.amend.effects`): what is said of a described part of a provision, or of some subjects, leaves the provision
between the two days.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date

from lawtrack.amend.carrying import complete
from lawtrack.amend.effects import Effects, Rule, Unplaced, between, by_article, own_lines
from lawtrack.amend.english import is_unit_word, read_references
from lawtrack.amend.tokens import Sort, Token, tokenize, word_set
from lawtrack.law.address import Address
from lawtrack.law.document import Document, Meta
from lawtrack.law.effect import Effect, Event, Unknown, When
from lawtrack.law.message import Message
from lawtrack.law.provision import Kind, Provision
from lawtrack.text.dates import find_dates
from lawtrack.text.effect_dates import general_effect
from lawtrack.text.sentences import sentences

_ACT = r"(?:Law|Code|Ordinance|Resolution|Decree|Circular|Decision)"
_OWN = re.compile(rf"^\W*(?:This|The\s+present)\s+{_ACT}\b", re.IGNORECASE)
_TAKES = re.compile(
    r"\b(?:shall\s+|will\s+)?(?:takes?|comes?|enters?|taking|coming)\s+(?:into\s+)?(?:effect|force)\b|\b(?:is|are|shall\s+be|becomes?)\s+effective\b",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(
    r"\b(?:before|after|until|from|when)\s+(?:the\s+(?:date|day|time)\s+)?(?:this|on\s+which|of\s+)[^,;]*$", re.IGNORECASE
)
_FROM = re.compile(r"[\s,]*(?:on|from|as\s+of|as\s+from|since|starting\s+from)\s+", re.IGNORECASE)
_SUBJECT = re.compile(r"^\W*(?:the\s+)?(?:provisions?|regulations?|contents?)\b", re.IGNORECASE)
_OTHER = re.compile(rf"\bof\s+(?:the\s+)?{_ACT}\b", re.IGNORECASE)
_PLAIN = word_set(
    "provisions provision regulations regulation contents content specified prescribed stipulated provided mentioned set out under this "
    "law code ordinance resolution decree circular decision except for that which shall cases case point clause article chapter section"
)


def read_effects(document: Document) -> Effects:
    """The effects an act states of itself in English. `Meta.effective` is the general day where it is known, else the statement is."""
    meta = document.meta
    lines = list(own_lines(document))
    stating = {a.get(Kind.DIEU) for a, text, _ in lines if _OWN.match(text) and _TAKES.search(text)}
    general: Effect | None = None
    rules: list[Rule] = []
    clauses: set[Address] = set()
    unplaced: list[Unplaced] = []
    for address, text, unit in lines:
        if address.get(Kind.DIEU) not in stating:
            continue
        listed = bool(unit.children) and text.rstrip().endswith(":")
        for part in _parts(text):
            for n, (head, tail) in enumerate(_statements(part)):
                day = _day(tail, meta)
                if n == 0 and _OWN.match(part):
                    clauses.add(address)
                    general = general or Effect(meta.effective or day, basis=text)
                    continue
                if isinstance(day, Unknown):
                    continue
                found = _listed(unit, address, day, general) if listed else _rules(head, address, day, general, part)
                if not found and isinstance(day, date) and _SUBJECT.match(head) and not _OTHER.search(head):
                    unplaced.append(Unplaced(address, part.strip(), part.strip()))
                rules += [replace(r, stated=address) for r in found]
                clauses |= {address} if found else set()
    if general is None:
        general = Effect(meta.effective) if meta.effective else Effect(Unknown(Message("the act does not say when it takes effect")))
    placed = tuple(replace(r, addresses=by_article(r.addresses, document)) for r in rules)
    return Effects(general, placed, frozenset(clauses), tuple(unplaced))


def _parts(text: str) -> Iterator[str]:
    for start, end in sentences(text).spans:
        yield from (part for part in text[start:end].split(";") if part.strip())


def _statements(part: str) -> list[tuple[str, str]]:
    """(what a predicate is said of, the words behind it) for each predicate of effect."""
    found = [m for m in _TAKES.finditer(part) if not _SUBORDINATE.search(part, 0, m.start())]
    out, begin = [], 0
    for n, match in enumerate(found):
        tail = part[match.end() : found[n + 1].start() if n + 1 < len(found) else len(part)]
        out.append((part[begin : match.start()], tail))
        dates = find_dates(tail)
        begin = match.end() + (dates[0][1] if dates else 0)
    return out


def _day(tail: str, meta: Meta) -> When:
    begins = _FROM.match(tail)
    dates = find_dates(tail)
    if begins and dates and dates[0][0] <= begins.end():
        return dates[0][2]
    day, _why = general_effect(f"takes effect{tail}", meta.issued, meta.published, meta.published)
    if day:
        return day
    return Event(tail[begins.end() :].strip(" .;,")) if begins else Unknown(Message("no day is named: “{words}”", words=tail))


def _rules(head: str, here: Address, day: When, general: Effect | None, text: str) -> list[Rule]:
    """The rule of "Clause 2, Article 24 of this Law takes effect from …"; [] where it names no provision of this act."""
    if _OTHER.search(head):
        return []
    tokens = tokenize(head)[0]
    addresses = _named(tokens, here)
    if not addresses:
        return []
    start = between(general, day, text.strip()) if _described(tokens) else day
    return [Rule(addresses, Effect(start, basis=text.strip()))]


def _listed(unit: Provision, here: Address, day: When, general: Effect | None) -> list[Rule]:
    """The rules of the lines below "The following provisions take effect from …:"."""
    return [r for child in unit.children if child.text for r in _rules(child.text, here, day, general, child.text)]


def _named(tokens: Sequence[Token], here: Address) -> tuple[Address, ...]:
    refs, _unread = read_references(tokens)
    inside = any(tokens[n].low == "this" and tokens[n + 1].low == "article" for n in range(len(tokens) - 1))
    base = Address(tuple(s for s in here.steps if s.kind is Kind.DIEU)) if inside else Address()
    done = complete(refs, base)
    return tuple(r.address for r in done) if done and not any(r.unclear for r in done) else ()


def _described(tokens: Sequence[Token]) -> bool:
    """Whether more is said of the provisions than which they are: of a part of them, or for whom."""
    if any(t.sort in (Sort.QUOTE, Sort.NUMBER) for t in tokens):
        return True
    _refs, unread = read_references([t for t in tokens if t.low not in _PLAIN or is_unit_word(t)])
    return bool(unread.strip())
