"""Where the quotations of an amending act begin and end.

Marks alone do not tell: a third of the amending acts measured has unbalanced ones, and one that is missing would swallow every command
behind it. Structure decides: the act's own numbering, and the form of its commands.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from lawtrack.law.message import Message
from lawtrack.law.provision import Kind
from lawtrack.outline import quotes
from lawtrack.outline.commands import announces, is_command, speaks_of_amendment
from lawtrack.outline.marks import Mark, Style, marks
from lawtrack.outline.node import Node
from lawtrack.outline.sequence import succeeds
from lawtrack.text.labels import follows, sort_key

# Titles of the articles that end an act: one of them, next in number, is never inside a quotation that was left open.
_CLOSING = re.compile(
    r"(?:Hiệu lực|Điều khoản (?:thi hành|chuyển tiếp)|Quy định (?:chuyển tiếp|thi hành)|Trách nhiệm (?:thi hành|tổ chức)|Tổ chức thực hiện|"
    r"Điều khoản|Quy định về hiệu lực|Effect|Implementation|Entry into force|Transitional)",
    re.IGNORECASE,
)


class Act(Protocol):
    """What is read so far: the open units, the root first, the labels of the articles, the line before, the end of the text."""

    lines: list[str]
    language: str
    stack: list[Node]
    articles: list[str]
    before: str
    end: int

    def marks_at(self, at: int) -> Sequence[Mark]:
        """The marks of a line."""

    def stops(self, at: int) -> bool:
        """Whether the body ends in front of the line."""


class Quotations:
    """Finds the quotations of an act while it is read."""

    def __init__(self, act: Act) -> None:
        self.act = act

    def _context(self) -> str:
        """The words under which a quotation would stand: those of the open units from the article down, and the line before."""
        words = [self.act.before]
        for node in reversed(self.act.stack):
            words.append(f"{node.heading} {node.text}")
            if node.kind is Kind.DIEU:
                words += [c.text for c in node.children[:1] if c.kind is Kind.DOAN]
                break
        return " ".join(words)

    def begins(self, at: int) -> bool:
        """Whether a line that opens with a quotation mark begins the quotation of an amendment."""
        line = self.act.lines[at]
        inner = line[quotes.opening(line) :]
        if not speaks_of_amendment(self._context()):
            return False
        if marks(inner, self.act.language):
            return True
        if announces(self.act.before) or (self.act.stack[-1].children[-1:] and self.act.stack[-1].children[-1].kind is Kind.TRICH):
            return True
        return not quotes.quoted_phrase_first(line)

    def at_once(self) -> bool:
        """Whether the unit just opened holds nothing but a quotation: "a) “Điều 5. …”"."""
        words = self.act.stack[-1].text
        if not quotes.opening(words) or quotes.quoted_phrase_first(words):
            return False
        return bool(marks(words[quotes.opening(words) :], self.act.language)) and speaks_of_amendment(self._context())

    def end(self, at: int) -> tuple[int, Message | None, int]:
        """The line behind the quotation that begins at `at`, a doubt, and the line at which its words go on behind a closing mark
        that came too early (0: nowhere). Decided by structure: a closing mark ends it where the act's own text goes on behind it; the
        act's own next command ends it though no mark closes it."""
        inside: dict[Style, str] = {}
        for here in range(at, self.act.end):
            line = self.act.lines[here]
            begun = quotes.opening(line) if here == at else 0
            if here > at:
                if self._resumes(here, inside) or self.act.stops(here):
                    return self._unclosed(at, here)
                if quotes.opening(line) and not quotes.quoted_phrase_first(line) and self._other_opens(here, inside):
                    return here, Message("the quotation is not closed"), 0
            for mark in marks(line[begun:], self.act.language):
                inside[mark.style if mark.kind is not Kind.DIEU else Style.WORD] = mark.label
            if not quotes.ends_closed(line):
                continue
            behind = here + 1
            while behind < self.act.end and not self.act.lines[behind].strip():
                behind += 1
            if quotes.closes(line, here == at):
                goes_on = behind < self.act.end and self._continues(behind, inside) and self._closes_again(behind)
                if not goes_on or self._own_goes_on(behind, inside):
                    return here + 1, None, 0
                return here + 1, Message("the quotation is closed and goes on"), behind
            if behind < self.act.end and self._resumes(behind, inside):
                return here + 1, Message("the quotation ends with the mark of a phrase inside it"), 0
        return self._last_resort(at)

    def _other_opens(self, here: int, inside: dict[Style, str]) -> bool:
        """Whether a line that begins with a quotation mark and a label opens a further quotation, the one before it being unclosed."""
        found = marks(self.act.lines[here][quotes.opening(self.act.lines[here]) :], self.act.language)
        return (
            bool(found)
            and found[0].style in (Style.LETTER, Style.NUMBER, Style.WORD)
            and found[0].firm
            and self.act.lines[here - 1].rstrip().endswith((";", "."))
        )

    def _last_resort(self, at: int) -> tuple[int, Message | None, int]:
        for here in range(at, self.act.end):
            if quotes.ends_closed(self.act.lines[here]):
                return here + 1, Message("the end of the quotation is uncertain"), 0
            if here > at and any(
                m.kind is Kind.DIEU and self.act.articles and follows(self.act.articles[-1], m.label) for m in self.act.marks_at(here)
            ):
                return self._unclosed(at, here)
        return self._unclosed(at, self.act.end)

    def _unclosed(self, at: int, end: int) -> tuple[int, Message | None, int]:
        """The end of a quotation that no mark closes before the line `end`: the act's own next command in front of that ends it, though its
        label would go on with a list inside the quotation as well ("b) …" quoted, and then "c) Bỏ cụm từ …")."""
        own = (here for here in range(at + 1, end) if (mark := self._expected(here)) and is_command(mark.rest, self.act.language))
        return next(own, end), Message("the quotation is not closed"), 0

    def _expected(self, at: int) -> Mark | None:
        """The mark of a line, where it goes on with one of the act's own open lists, its articles or containers."""
        for mark in self.act.marks_at(at):
            if mark.kind is Kind.DIEU:
                if self.act.articles and follows(self.act.articles[-1], mark.label):
                    return mark
            elif mark.style is Style.WORD:
                for node in self.act.stack:
                    if (
                        node.kind is mark.kind
                        and node.label
                        and (succeeds(node.label, mark.label, None) or succeeds(node.label, mark.label, Style.CAPITAL_ROMAN))
                    ):
                        return mark
            else:
                for node in self.act.stack[1:]:
                    if node.style is mark.style and succeeds(node.label, mark.label, mark.style):
                        return mark
        return None

    def _resumes(self, at: int, inside: dict[Style, str]) -> bool:
        """Whether the line is certainly the act's own, even where no mark has closed the quotation before it."""
        mark = self._expected(at)
        if mark is None:
            return self._skipped_command(at)
        if mark.kind is Kind.DIEU:
            within = inside.get(Style.WORD)
            if within and follows(within, mark.label):
                return False
            return (
                is_command(mark.rest, self.act.language)
                or bool(_CLOSING.match(mark.rest))
                or (not mark.rest and at + 1 < self.act.end and is_command(self.act.lines[at + 1]))
            )
        if mark.style is Style.WORD:
            return False
        if not is_command(mark.rest, self.act.language):
            return False
        within = inside.get(mark.style)
        return not (within and succeeds(within, mark.label, mark.style)) or announces(mark.rest)

    def _skipped_command(self, at: int) -> bool:
        """A command whose own label does not follow, by a misprint or a lost command: 12, 14."""
        for mark in self.act.marks_at(at):
            if mark.style in (Style.NUMBER, Style.LETTER) and is_command(mark.rest, self.act.language) and announces(mark.rest):
                for node in self.act.stack[1:]:
                    if (
                        node.style is mark.style
                        and sort_key(node.label) < sort_key(mark.label)
                        and sort_key(mark.label)[1] - sort_key(node.label)[1] <= 3
                    ):
                        return True
        return False

    def _own_goes_on(self, at: int, inside: dict[Style, str]) -> bool:
        """Whether the line behind a closing mark is the act's own."""
        line = self.act.lines[at]
        if quotes.opening(line):
            return True
        mark = self._expected(at)
        if mark is not None:
            within = inside.get(mark.style)
            return (
                not (within and succeeds(within, mark.label, mark.style))
                or is_command(mark.rest, self.act.language)
                or mark.kind is Kind.DIEU
            )
        return is_command(line, self.act.language) or self._skipped_command(at) or self.act.stops(at)

    def _closes_again(self, at: int) -> bool:
        """Whether a mark that nothing opens stands behind, in front of the next quotation: without one the quotation has ended, though the
        act's own next label would go on with a list inside it as well."""
        for here in range(at, self.act.end):
            line = self.act.lines[here]
            if quotes.opening(line) or self.act.stops(here):
                return False
            if quotes.closes(line):
                return True
        return False

    def _continues(self, at: int, inside: dict[Style, str]) -> bool:
        """Whether the line goes on with a list inside the quotation."""
        return any(m.style in inside and m.label and succeeds(inside[m.style], m.label, m.style) for m in self.act.marks_at(at))
