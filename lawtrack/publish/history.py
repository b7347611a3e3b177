"""The history of a line of law: who put it there, when, and what stood before."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from markupsafe import Markup

from lawtrack.law.address import Address
from lawtrack.law.change import Change, Edition
from lawtrack.publish import addresses
from lawtrack.publish.body import redlined
from lawtrack.publish.html import Page, marked, safe
from lawtrack.publish.redline import Kind, Segment
from lawtrack.publish.versions import Column, Line
from lawtrack.text.numbers import same_key


@dataclass(frozen=True, slots=True)
class Turn:
    """One change of a line: in which reading it is first seen, from which wording to which (-1: the line is not there)."""

    column: int
    before: int
    after: int


def turns(line: Line, columns: Sequence[Column]) -> list[Turn]:
    """The changes of a line in time. A change that is uncertain at first is one change, seen where it is first possible."""
    out: list[Turn] = []
    now = line.at[0]
    for n, column in enumerate(columns[1:], 1):
        here = line.at[n]
        if column.other:
            if here != line.at[n - 1]:
                out.append(Turn(n, line.at[n - 1], here))
        elif here != now:
            turn = Turn(n, now, here)
            if not any((t.before, t.after) == (now, here) and columns[t.column].other for t in out):
                out.append(turn)
            now = here
    return out


@dataclass(frozen=True)
class Historian:
    """Writes histories: knows the editions, and the operations by id."""

    page: Page
    columns: Sequence[Column]
    editions: Sequence[Edition]
    lines: Mapping[Address, Line]
    changes: Mapping[str, Change]

    def html(self, line: Line) -> tuple[Markup, set[tuple[int, int]]]:
        """The history as a fold, "" for a line that only came and went with the unit it stands in; and the pairs of wordings it
        shows as redlines."""
        shown = [turn for turn in turns(line, self.columns) if not self._with_parent(line, turn)]
        items = [self._item(line, turn) for turn in shown]
        if not items:
            return Markup(""), set()
        title = self.page.say.count("{n} change", "{n} changes", len(items))
        head = Markup(
            '<details class="history"><summary><span aria-hidden="true">◷ {}</span><span class="sr">{}</span></summary><ol>'
        ).format(len(items), title)
        covered = {(t.before, t.after) for t in shown if 0 <= t.before < t.after}
        return head + Markup("\n").join(items) + Markup("</ol></details>"), covered

    def _with_parent(self, line: Line, turn: Turn) -> bool:
        above = self.lines.get(line.address.parent)
        if above is None or -1 not in (turn.before, turn.after):
            return False
        for other in turns(above, self.columns):
            if other.column != turn.column:
                continue
            if turn.before == -1 and other.before == -1:
                return True
            if turn.after == -1 and (other.after == -1 or above.cells[other.after].provision.repealed):
                return True
        return False

    def causes(self, line: Line, turn: Turn) -> list[Change]:
        """The operations that made the change: those the wording names and the one before it did not, else those of that day that act
        on a unit the line stands in."""
        before = set(line.cells[turn.before].provision.causes) if turn.before >= 0 else set()
        after = line.cells[turn.after].provision.causes if turn.after >= 0 else ()
        if named := [self.changes[i] for i in after if i not in before and i in self.changes]:
            return named
        column = self.columns[turn.column]
        edition = self.editions[column.edition]
        pool = edition.uncertain if column.other else tuple(c for c in edition.applied if c.day == edition.at)
        return [c for c in pool if any(a and line.address.within(a) for a in (c.address, c.operation.target.address))]

    def _item(self, line: Line, turn: Turn) -> Markup:
        say = self.page.say
        causes = self.causes(line, turn)
        day = self.editions[self.columns[turn.column].edition].at
        when = say.effect(causes[0].operation.effect) if causes else say("from {when}", when=say.day(day))
        by = Markup("; ").join(self._cause(c) for c in causes)
        old = line.cells[turn.before] if turn.before >= 0 else None
        new = line.cells[turn.after] if turn.after >= 0 else None
        pair = Markup("")
        if old and new:
            text = redlined(old, new)
            if turn.before < turn.after:
                pair = Markup(' data-pair="{}-{}"').format(turn.before, turn.after)
        else:
            line_words = " ".join(p for c in (old or new,) if c for p in (c.mark, c.words) if p)
            text = marked((Segment(Kind.DELETE if old else Kind.INSERT, line_words),))
        return Markup('<li><p class="when"><time datetime="{}">{}</time>{}</p><p class="was"{}>{}</p></li>').format(
            day.isoformat(), when, Markup(": ") + by if by else "", pair, text
        )

    def _cause(self, change: Change) -> Markup:
        operation, say = change.operation, self.page.say
        number = operation.origin.document
        meta = self.page.site.acts.get(same_key(number))
        text = safe(say.source(operation, say.name(meta) if meta else number))
        href = self.page.report(number, addresses.operation_anchor(operation))
        out = Markup('<a href="{}">{}</a>').format(href, text) if href else Markup("<bdi>{}</bdi>").format(text)
        if meta and say.notice(meta.authority):
            out += Markup(' <span class="tag authority">{}</span>').format(say.authority(meta.authority))
        return out
