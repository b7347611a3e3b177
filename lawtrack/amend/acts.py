"""Which act is meant where a command cites one.

An act gives the numbers of the laws it names in its preamble and title; elsewhere it uses the name alone.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from lawtrack.amend.cited import Cited, kind_at, read_act
from lawtrack.amend.tokens import Sort, Token, tokenize
from lawtrack.law.catalogue import Catalogue
from lawtrack.law.document import Document
from lawtrack.law.message import Message
from lawtrack.law.refusal import Reason, Refusal
from lawtrack.text.fold import fold
from lawtrack.text.numbers import same_key, year_of


@dataclass(frozen=True, slots=True)
class Acts:
    """What an amending act itself and the catalogue tell of the acts it names."""

    own: str
    catalogue: Catalogue
    issued: date | None = None
    names: dict[str, str] = field(default_factory=dict)
    default: str = ""

    def resolve(self, cited: Cited | None) -> tuple[str, Refusal | None]:
        """(number of the act, refusal where its words do not tell). A number the catalogue does not hold is kept as it is."""
        if cited is None:
            return (self.default, None) if self.default else ("", Refusal(Reason.UNKNOWN_DOCUMENT, Message("the command names no act")))
        if cited.own:
            return self.own, None
        if cited.number:
            return self._numbered(cited)
        if number := self.names.get(cited.name):
            return self.catalogue.find(number) or number, None
        # an act speaks of itself as "Luật này": its own name alone is that of the act which it replaces
        found = tuple(n for n in self.catalogue.named(cited.name, cited.year, self.issued) if same_key(n) != same_key(self.own))
        if len(found) == 1:
            return found[0], None
        if found:
            return "", Refusal(
                Reason.AMBIGUOUS_DOCUMENT,
                Message("several acts are called {cited}", cited=cited.words),
                found=", ".join(found),
                others=found,
            )
        message = Message("no act in the workspace is called {cited}", cited=cited.words)
        return "", Refusal(Reason.UNKNOWN_DOCUMENT, message, found=cited.words)

    def _numbered(self, cited: Cited) -> tuple[str, Refusal | None]:
        """The act of a number; refused where the name in front of the number is that of another act in hand: one of them is misprinted."""
        number = self.catalogue.find(cited.number) or cited.number
        called = self.catalogue.named(cited.name, None, self.issued) if cited.name != cited.kind else ()
        year = year_of(number)
        others = tuple(n for n in called if same_key(n) != same_key(number))
        if len(others) < len(called) or not others:
            return number, None
        if not self.catalogue.find(number):
            others = tuple(n for n in others if year_of(n) == year)
            return number, _misquoted(Reason.UNKNOWN_DOCUMENT, cited, others) if others else None
        return number, _misquoted(Reason.AMBIGUOUS_DOCUMENT, cited, others)


def _misquoted(reason: Reason, cited: Cited, others: tuple[str, ...]) -> Refusal:
    message = Message(
        "the name and the number of the act do not go together: “{words}” is {acts}", words=cited.words, acts=", ".join(others)
    )
    remedy = Message("compare the number with the official print, and name the act in the ledger")
    return Refusal(reason, message, expected=cited.number, found=", ".join(others), remedy=remedy, others=others)


def acts_of(document: Document, catalogue: Catalogue, lines: Sequence[str]) -> Acts:
    """The names and numbers `document` gives in its title, preamble and `lines` (headings of its articles). The act it amends
    where it names only one is the default target."""
    names: dict[str, str] = {}
    clash: set[str] = set()
    for line in (document.meta.title, *document.preamble, *lines):
        tokens, _ = tokenize(line)
        i = 0
        while i < len(tokens):
            found = read_act(tokens, i, line)
            if found and found[0].number and found[0].name != found[0].kind:
                name, number = found[0].name, found[0].number
                if names.setdefault(name, number) != number and same_key(names[name]) != same_key(number):
                    clash.add(name)
            i += 1
    for name in clash:
        del names[name]
    return Acts(document.number, catalogue, document.meta.issued, names, _default(document, catalogue, names))


_AMENDS = re.compile(r"(?:sửa đổi|bổ sung|bãi bỏ|thay thế|đính chính)[^;]*?\bcủa\s+", re.IGNORECASE)
_TITLED = re.compile(r"(?:sửa đổi|bổ sung|bãi bỏ|thay thế|đính chính)", re.IGNORECASE)


def amends(document: Document) -> bool:
    """Whether `document` says in its title that it changes other acts, named or not."""
    return bool(_TITLED.match(fold(document.meta.title)))


def _default(document: Document, catalogue: Catalogue, names: dict[str, str]) -> str:
    """The one act that the title or the enacting words say is amended, or "" where they name none or several."""
    enacting = [
        line for line in document.preamble if re.search(r"ban hành\s+(?:Luật|Nghị định|Thông tư|Pháp lệnh|Nghị quyết|Quyết định)", line)
    ]
    for line in (*enacting, document.meta.title):
        if not _TITLED.match(fold(line)) and not enacting:
            continue
        match = _AMENDS.search(line)
        if not match:
            continue
        tail = line[match.end() :]
        tail = tail[:1].upper() + tail[1:] if tail.isupper() is False else tail.title()
        tokens, _ = tokenize(tail)
        found = read_act(tokens, 0, tail)
        if not found:
            continue
        cited, end = found
        rest = tokens[end:]
        if any(
            t.low in (",", "và", ";") and kind_at(rest, n + 1) and (not _provenance_before(rest, n) or _law_by_name(rest, n + 1))
            for n, t in enumerate(rest)
        ):
            return ""
        local = Acts(document.number, catalogue, document.meta.issued, names)
        number, _refusal = local.resolve(cited)
        if number:
            return number
    return ""


def _provenance_before(tokens: Sequence[Token], n: int) -> bool:
    """Whether an earlier "đã được sửa đổi … theo" makes the acts from here on the history of the target."""
    return any(t.low in ("theo", "bởi", "tại") for t in tokens[:n])


def _law_by_name(tokens: Sequence[Token], i: int) -> bool:
    """Whether a law is named at `i`, and not only numbered: the history of a target gives numbers ("theo Luật số 32/2013/QH13"), so that a
    law with its name is another target."""
    kind = kind_at(tokens, i)
    if not kind or kind[0] not in ("luật", "bộ luật", "pháp lệnh") or kind[1] >= len(tokens):
        return False
    behind = tokens[kind[1]]
    return behind.sort is Sort.WORD and behind.text[:1].isupper()
