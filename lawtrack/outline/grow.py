"""From lines to units: a line opens a unit where its label can stand by sequence.

The open units form a stack, the root first. A label continues the innermost open list it can follow; a first label ("1.", "a)",
"(i)") opens a list below the innermost unit; whatever cannot be placed is a paragraph (đoạn). Nothing is lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from lawtrack.law.message import Message
from lawtrack.law.provision import Kind
from lawtrack.outline import quotes, tables
from lawtrack.outline.lists import Lists
from lawtrack.outline.marks import Mark, Style, marks
from lawtrack.outline.node import LISTED, Node, settle
from lawtrack.outline.quotation import Quotations
from lawtrack.outline.sequence import Doubt, succeeds
from lawtrack.text.fold import CAPITALS
from lawtrack.text.labels import first, follows, sort_key

_RANK = {Kind.PHAN: 1, Kind.CHUONG: 2, Kind.MUC: 3, Kind.TIEU_MUC: 4, Kind.DIEU: 5}
_TERMINAL = (".", ";", ":", ",", "”", '"', "…", ")", "''", "/", "!", "?", "và", "hoặc", "“", "»", "|")
_NEXT_POINT = re.compile(rf"[;.]\s+([a-zđ]\d?)\)\s+(?=[“\"]?[{CAPITALS}])")


class Grower:
    """Grows the units of `lines[start:end]` below `root`.

    stop     tells where the body ends (the tail, an annex begins); asked outside quotations, once an article is there
    free     True inside a quotation: the units may begin at any label
    annex    True inside an annex: labels are those of forms and lists, sequences raise no doubts, there are no quotations
    """

    def __init__(
        self,
        lines: Sequence[str],
        root: Node,
        language: str = "vi",
        *,
        free: bool = False,
        annex: bool = False,
        stop: Callable[[int], bool] | None = None,
    ) -> None:
        self.lines = list(lines)
        self.root = root
        self.language = language
        self.free = free
        self.annex = annex
        self.quotations = not annex and not free
        self.stop = stop
        self.stack: list[Node] = [root]
        self.doubts: list[Doubt] = []
        self.repeated: list[Doubt] = []
        self.articles: list[str] = []
        self.before = ""
        self.end = len(lines)
        self.quoting = Quotations(self)
        self.lists = Lists(self)
        self._marks: dict[int, tuple[Mark, ...]] = {}

    # -- reading -------------------------------------------------------------------------------------------------------
    def marks_at(self, at: int) -> tuple[Mark, ...]:
        """The marks of a line, read once."""
        if at not in self._marks:
            self._marks[at] = marks(self.lines[at], self.language)
        return self._marks[at]

    def doubt(self, at: int, message: Message) -> None:
        """Records a doubt about a line."""
        if not self.annex:
            self.doubts.append(Doubt(at + 1, message, self.lines[at][:120] if at < len(self.lines) else ""))

    def grow(self, start: int = 0, end: int | None = None) -> int:
        """Reads the lines from `start` to `end`, or to where the body stops; returns the line behind the last one read."""
        self.end = len(self.lines) if end is None else end
        at = start
        while at < self.end and not self.stops(at):
            at = self._step(at)
        settle(self.root)
        return at

    def stops(self, at: int) -> bool:
        """Whether the body ends in front of the line."""
        return self.stop is not None and bool(self.articles) and self.stop(at)

    def _step(self, at: int) -> int:
        line = self.lines[at]
        if not line.strip():
            return at + 1
        if tables.is_row(line):
            return self._table(at)
        if self.quotations and quotes.opening(line) and self.quoting.begins(at):
            return self._quotation(at)
        found = self.marks_at(at)
        next_at = at + 1
        placed = False
        if found and found[0].style is Style.WORD:
            taken = next((n for n in (self._word_unit(at, mark) for mark in found) if n), 0)
            placed, next_at = taken > 0, at + max(taken, 1)
        elif found and found[0].style is Style.BULLET:
            self.lists.bullet(at, found[0])
            placed = True
        elif found:
            placed = self.lists.listed(at, found)
            if placed and self._several_points(at):
                return at
            if placed and self.quotations and self.quoting.at_once():
                # "a) “Điều 5. …”;": the quotation stands on the line of the label
                self.lines[at], self.stack[-1].text = self.stack[-1].text, ""
                self._marks.pop(at, None)
                return self._quotation(at)
        if not placed:
            self._paragraph(at, line)
        self.before = self.lines[next_at - 1]
        return next_at

    # -- units with their word -----------------------------------------------------------------------------------------
    def _word_unit(self, at: int, mark: Mark) -> int:
        """Opens a container, article or annex; the number of lines taken, 0 where the line is none."""
        assert mark.kind is not None
        if mark.kind is Kind.PHU_LUC:
            return self._annex_unit(at, mark) if self.free else 0
        if mark.kind is Kind.DIEU:
            if not self._article_fits(at, mark):
                return 0
        elif not self._container_fits(at, mark):
            return 0
        node = Node(mark.kind, label=mark.label, heading=mark.rest.strip(), style=Style.WORD, line=at)
        if mark.kind is not Kind.DIEU:
            node.heading, taken = self._title(at, node.heading)
            if self._again(node, taken):
                return taken
            if any(n.kind is node.kind and n.label == node.label and n.style is Style.WORD for n in self.stack):
                self.doubt(at, Message("{unit} stands twice", unit=mark.printed))
        rank = _RANK[mark.kind]
        while (len(self.stack) > 1 and _RANK.get(self.stack[-1].kind, 9) >= rank) or self.stack[-1].kind in LISTED:
            self.stack.pop()
        if mark.kind is Kind.DIEU:
            taken = 1
            self.articles.append(mark.label)
            usual = f"{'Article' if self.language == 'en' else 'Điều'} {mark.label}."
            if mark.printed.replace("Ð", "Đ") != usual and mark.printed.upper() != usual.upper():
                node.mark = mark.printed
            if not node.heading and self._is_title(at + 1) and not self.lines[at + 1].rstrip().endswith(_TERMINAL):
                node.heading, taken = self.lines[at + 1].strip(), 2
        self.stack[-1].children.append(node)
        self.stack.append(node)
        return taken

    def _annex_unit(self, at: int, mark: Mark) -> int:
        del self.stack[1:]
        node = Node(Kind.PHU_LUC, label=mark.label, heading=mark.rest.strip(), mark=mark.unusual(self.language), style=Style.WORD, line=at)
        node.heading, taken = self._title(at, node.heading)
        self.root.children.append(node)
        self.stack.append(node)
        return taken

    def _is_title(self, at: int) -> bool:
        if at >= self.end:
            return False
        line = self.lines[at].strip()
        return (
            bool(line)
            and len(line) < 250
            and not self.marks_at(at)
            and not quotes.opening(line)
            and not tables.is_row(line)
            and line[0] != "("
        )

    def _title(self, at: int, heading: str) -> tuple[str, int]:
        """The title of a container that may stand on the lines below its label, and the lines taken."""
        taken = 1
        if not heading and self._is_title(at + 1):
            line = self.lines[at + 1].strip()
            if line.isupper() or (not line.rstrip("”\"'.;").endswith((".", ";", ":", ",")) and not line.endswith((".", ";", ":", ","))):
                heading, taken = line, 2
        while heading and heading.isupper() and self._is_title(at + taken) and self.lines[at + taken].strip().isupper():
            heading, taken = f"{heading} {self.lines[at + taken].strip()}", taken + 1
        return heading, taken

    def _article_fits(self, at: int, mark: Mark) -> bool:
        last = self.articles[-1] if self.articles else None
        if self.free or last is None:
            if not self.free and not mark.firm and not first(mark.label):
                return False
            if last is None and not self.free and not first(mark.label):
                self.doubt(at, Message("the articles begin with {label}", label=mark.label))
            return mark.firm or self.free or first(mark.label)
        if follows(last, mark.label):
            return mark.firm or self.terminal()
        if not mark.firm or not self.terminal():
            return False
        if sort_key(mark.label) > sort_key(last):
            self.doubt(at, Message("article {label} follows article {last}", label=mark.label, last=last))
        else:
            self.doubt(at, Message("article {label} stands behind article {last}", label=mark.label, last=last))
        return True

    def _container_fits(self, at: int, mark: Mark) -> bool:
        rank = _RANK[mark.kind] if mark.kind else 9
        last = ""
        for node in reversed(self.stack):
            if node.kind is mark.kind and node.style is Style.WORD:
                last = node.label
                break
            if _RANK.get(node.kind, 9) < rank:
                break
        fits = succeeds(last, mark.label, Style.CAPITAL_ROMAN) or succeeds(last, mark.label, None) if last else first(mark.label)
        if mark.kind is Kind.PHAN and not fits:
            fits = mark.firm
        if not fits and not mark.firm:
            return False
        if last and not fits and not self.free and mark.label != last:
            self.doubt(at, Message("{unit} stands behind {last}", unit=mark.printed, last=last))
        return True

    def _again(self, node: Node, taken: int) -> bool:
        """Whether the heading of an open container is printed a second time, as the next issue of the Gazette does; it is then left out."""
        for depth, unit in enumerate(self.stack):
            if unit.kind is node.kind and unit.label == node.label and unit.heading == node.heading and unit.children:
                del self.stack[depth + 1 :]
                self.repeated += [
                    Doubt(at + 1, Message("heading printed again"), self.lines[at]) for at in range(node.line, node.line + taken)
                ]
                return True
        return False

    def terminal(self) -> bool:
        """Whether the line before is ended, so that a unit can begin."""
        before = self.before.rstrip()
        return (
            not before
            or before.endswith(_TERMINAL)
            or (len(self.stack) > 1 and not self.stack[-1].children and self.stack[-1].style is Style.WORD)
        )

    # -- paragraphs and tables -----------------------------------------------------------------------------------------
    def _paragraph(self, at: int, line: str) -> None:
        inner = self.lists.inner()
        if inner.kind in LISTED and not inner.text and not inner.children:
            inner.text = line.strip()
            return
        while self.stack[-1].kind is Kind.GACH:
            self.stack.pop()
        section = inner.style in (Style.CAPITAL_ROMAN, Style.CAPITAL) and inner.kind in (Kind.MUC, Kind.PHAN)
        if section and not inner.children and inner.heading.isupper() and line.isupper() and self.before == self.lines[at - 1]:
            inner.heading = f"{inner.heading} {line.strip()}"  # a title in capitals goes on as long as the capitals
            return
        inner.children.append(Node(Kind.DOAN, text=line.strip(), line=at))

    def _table(self, at: int) -> int:
        end = at
        while end < self.end and (
            tables.is_row(self.lines[end]) or (not self.lines[end].strip() and end + 1 < self.end and tables.is_row(self.lines[end + 1]))
        ):
            end += 1
        inner = self.lists.inner()
        rows = [line for line in self.lines[at:end] if line.strip()]
        before = inner.children[-1] if inner.children and inner.children[-1].kind is Kind.BANG else None
        table, again = tables.read_table(rows, at, before)
        self.repeated += [Doubt(at + 1 + i, Message("table heading printed again"), rows[i]) for i in again]
        if before is None:
            inner.children.append(table)
        self.before = rows[-1]
        return end

    # -- quotations ----------------------------------------------------------------------------------------------------
    def _several_points(self, at: int) -> bool:
        """Cuts "b) …; c) …" printed on one line in front of the next point; the rest is then read as a line of its own."""
        node = self.stack[-1]
        found = _NEXT_POINT.search(node.text) if node.style is Style.LETTER else None
        if not found or not succeeds(node.label, found.group(1), Style.LETTER):
            return False
        self.doubt(at, Message("{one}) and {two}) stand on one line", one=node.label, two=found.group(1)))
        self.lines[at] = node.text[found.start(1) :]
        node.text = node.text[: found.start(1)].strip()
        self._marks.pop(at, None)
        self.before = node.text
        return True

    def _quotation(self, at: int) -> int:
        end, doubt, more = self.quoting.end(at)
        if doubt:
            self.doubt(at, doubt)
        self.lists.inner().children.append(Node(Kind.TRICH, text="\n".join(self.lines[at:end]), line=at))
        self.before = self.lines[end - 1]
        return self._quotation(more) if more else end
