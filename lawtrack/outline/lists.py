"""Where a label of a list can stand: "1.", "a)", "(i)", "-" placed in the open units by sequence."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Protocol

from lawtrack.law.message import Message
from lawtrack.law.provision import ROOTS, Kind
from lawtrack.outline.marks import Mark, Style
from lawtrack.outline.node import LISTED, Node, lift
from lawtrack.outline.sequence import succeeds
from lawtrack.text.labels import first, sort_key

_USUAL = {Style.NUMBER: "{}.", Style.LETTER: "{})"}
_NESTED_KIND = {
    Style.NUMBER: Kind.KHOAN,
    Style.LETTER: Kind.DIEM,
    Style.DECIMAL: Kind.DIEM,
    Style.CAPITAL_ROMAN: Kind.MUC,
    Style.CAPITAL: Kind.PHAN,
}


class Act(Protocol):
    """What is read so far: the open units, the root first; whether labels may begin anywhere, or are those of an annex; the labels of the
    articles; the line before."""

    stack: list[Node]
    free: bool
    annex: bool
    articles: list[str]
    before: str

    def doubt(self, at: int, message: Message) -> None:
        """Records a doubt about a line."""

    def terminal(self) -> bool:
        """Whether what stands before is ended, so that a unit can begin."""


def _tail(label: str) -> tuple[int, int, int, str]:
    """The order of a label among those of its list: "1.10" is the tenth."""
    return sort_key(label.rpartition(".")[2])


class Lists:
    """Places the members of lists while an act is read."""

    def __init__(self, act: Act) -> None:
        self.act = act

    def _push(self, depth: int, node: Node) -> None:
        """Puts `node` below the unit at `depth` of the stack."""
        del self.act.stack[depth + 1 :]
        self.act.stack[-1].children.append(node)
        self.act.stack.append(node)

    def listed(self, at: int, found: Sequence[Mark]) -> bool:
        """Opens the unit of a label, where it can stand; False where the line is a paragraph."""
        floor = max((d for d, n in enumerate(self.act.stack) if n.kind not in LISTED and n.style is Style.WORD), default=0)
        # a label that goes on with an open list, the innermost first; "2)" goes on with "1)" rather than with "1."
        for alike in (True, False):
            for depth in range(len(self.act.stack) - 1, floor, -1):
                node = self.act.stack[depth]
                for mark in found:
                    if (node.stop == mark.printed[-1:]) is not alike or node.style is not mark.style:
                        continue
                    if not succeeds(node.label, mark.label, mark.style) or not self._may_follow(mark):
                        continue
                    if mark.label.startswith(node.label) and mark.label != node.label and self._opens_below(depth, mark):
                        continue
                    if self._native(depth) and mark.label[0] != node.label[0]:
                        continue
                    self._push(depth - 1, self._node(at, mark, node.kind))
                    return True
        # the first label of a list
        for mark in found:
            if (mark.firm or mark.style is not Style.NUMBER) and self._first(mark) and self._may_follow(mark):
                return self._new_list(at, mark)
        return self._out_of_sequence(at, found, floor)

    def _opens_below(self, depth: int, mark: Mark) -> bool:
        """b1) below "b) …:" is a native fourth level, not a unit inserted behind b."""
        node = self.act.stack[depth]
        return mark.style is Style.LETTER and mark.label == node.label + "1" and not node.children and node.text.rstrip().endswith(":")

    def _native(self, depth: int) -> bool:
        """Whether a unit is b1) below b): c) goes on with b), not with b2)."""
        node, parent = self.act.stack[depth], self.act.stack[depth - 1]
        return node.style is Style.LETTER and parent.style is Style.LETTER and node.label.rstrip("0123456789") == parent.label

    def _may_follow(self, mark: Mark) -> bool:
        return mark.firm or self.act.terminal()

    def _first(self, mark: Mark) -> bool:
        if mark.style is Style.DECIMAL:
            head, _, tail = mark.label.rpartition(".")
            inner = self.inner()
            return first(tail) and (inner.label == head or not inner.label)
        if mark.style is Style.LETTER and re.fullmatch(r"[a-zđ]1", mark.label):
            return self.act.stack[-1].label == mark.label[0] and self._opens_below(len(self.act.stack) - 1, mark)
        if mark.style in (Style.LETTER, Style.PAREN_LETTER):
            return mark.label == "a"
        if mark.style is Style.ROMAN and self.inner().kind not in (Kind.DIEM, Kind.TIET):
            return False  # "i)" is a point wherever it does not stand below one
        return first(mark.label)

    def inner(self) -> Node:
        """The innermost unit that is no bullet."""
        return next(n for n in reversed(self.act.stack) if n.kind is not Kind.GACH)

    def _node(self, at: int, mark: Mark, kind: Kind) -> Node:
        usual = _USUAL.get(mark.style, "")
        printed = mark.printed if kind in (Kind.KHOAN, Kind.DIEM, Kind.TIET, Kind.MUC, Kind.PHAN) else ""
        if kind is Kind.TIET:
            usual = "{})"
        if usual and printed == usual.format(mark.label):
            printed = ""
        words = mark.rest.strip()
        if kind in (Kind.MUC, Kind.PHAN):
            return Node(kind, mark.label, heading=words, mark=printed, style=mark.style, stop=mark.printed[-1:], line=at)
        return Node(kind, mark.label, text=words, mark=printed, style=mark.style, stop=mark.printed[-1:], line=at)

    def _new_list(self, at: int, mark: Mark) -> bool:
        inner = self.inner()
        depth = self.act.stack.index(inner)
        same = next((d for d in range(len(self.act.stack) - 1, 0, -1) if self.act.stack[d].style is mark.style), None)
        below = mark.style is Style.DECIMAL and mark.label.rpartition(".")[0] == inner.label  # 1.1.1 below 1.1
        if same is not None and not below and not (self.act.before.rstrip().endswith(":") and depth > same):
            begun = self.act.stack[same]
            if not (self.act.before.rstrip().endswith(":") and begun is inner and not begun.children):
                # the same kind of list a second time in one unit: its introduction belongs to the unit, not to the last member
                lift(self.act.stack[same - 1], begun)
                self.act.doubt(at, Message("the list begins again with {label}", label=mark.printed))
                self._push(same - 1, self._node(at, mark, begun.kind))
                return True
        kind = self._kind(mark, inner)
        if kind is None:
            return False
        if kind in (Kind.MUC, Kind.PHAN):
            # "I." and "A." group the clauses of an annex: they stand above them
            depth = max(
                d for d, n in enumerate(self.act.stack) if n.kind in (*ROOTS, Kind.PHAN, Kind.CHUONG) and (d == 0 or kind is Kind.MUC)
            )
        self._push(depth, self._node(at, mark, kind))
        return True

    def _kind(self, mark: Mark, parent: Node) -> Kind | None:
        if mark.style in (Style.CAPITAL_ROMAN, Style.CAPITAL):
            if not self.act.annex and not (self.act.stack[0].kind is Kind.VAN_BAN and not self.act.articles and not self.act.free):
                return None  # parts and sections of acts without articles ("A.", "I.")
            return _NESTED_KIND[mark.style]
        if parent.kind in (Kind.DIEM, Kind.TIET) or (mark.style is Style.DECIMAL and not mark.label[0].isdigit()):
            return Kind.TIET
        kind = _NESTED_KIND.get(mark.style, Kind.TIET)
        if parent.kind is Kind.KHOAN and kind is Kind.KHOAN:
            return Kind.TIET
        if kind is Kind.DIEM and mark.style is Style.DECIMAL and parent.kind is not Kind.KHOAN:
            return Kind.KHOAN
        return kind

    def _out_of_sequence(self, at: int, found: Sequence[Mark], floor: int) -> bool:
        mark = found[0]
        if mark.style is Style.NUMBER and not mark.firm:
            return False
        if mark.style not in (Style.NUMBER, Style.LETTER) or not self.act.terminal():
            if mark.style in (Style.NUMBER, Style.LETTER) and not self.act.annex and mark.rest:
                self.act.doubt(at, Message("read as a paragraph: {label} does not continue a list", label=mark.printed))
            sections = self.act.annex and mark.style in (Style.CAPITAL_ROMAN, Style.CAPITAL)
            listed = sections or mark.style in (Style.PAREN_ROMAN, Style.PAREN_NUMBER, Style.ROMAN)
            if self.act.free and (listed or self._free_decimal(mark)):
                return self._free_unit(at, mark)
            return False
        if self.act.free:
            return self._free_unit(at, mark)
        for depth in range(len(self.act.stack) - 1, floor, -1):
            node = self.act.stack[depth]
            if node.style is mark.style and sort_key(mark.label) >= sort_key(node.label) and mark.firm:
                same = node.label == mark.label
                twice = Message("{unit} stands twice", unit=mark.printed)
                self.act.doubt(at, twice if same else Message("{unit} follows {last}", unit=mark.printed, last=node.label))
                self._push(depth - 1, self._node(at, mark, node.kind))
                return True
        if any(n.style is mark.style for n in self.act.stack[floor + 1 :]) or self.act.annex or not mark.firm or not mark.rest:
            if not self.act.annex:
                self.act.doubt(at, Message("read as a paragraph: {label} does not continue a list", label=mark.printed))
            return False
        inner = self.inner()
        kind = self._kind(mark, inner)
        if kind not in (Kind.KHOAN, Kind.DIEM):
            return False
        self.act.doubt(at, Message("the list begins with {label}", label=mark.printed))
        self._push(self.act.stack.index(inner), self._node(at, mark, kind))
        return True

    def _free_decimal(self, mark: Mark) -> bool:
        """Whether a quotation begins with "1.13.", or goes on from "1.13." to "1.15."."""
        if mark.style is not Style.DECIMAL:
            return False
        head = mark.label.rpartition(".")[0]
        return len(self.act.stack) == 1 or any(n.style is mark.style and n.label.rpartition(".")[0] == head for n in self.act.stack)

    def _free_unit(self, at: int, mark: Mark) -> bool:
        """A unit inside a quotation that follows nothing: a further unit of the law quoted, or a part of a list."""
        for depth in range(len(self.act.stack) - 1, 0, -1):
            node = self.act.stack[depth]
            if node.style is mark.style and _tail(mark.label) > _tail(node.label):
                self._push(depth - 1, self._node(at, mark, node.kind))
                return True
        kind = Kind.TIET if mark.style is Style.DECIMAL and not mark.label[0].isdigit() else _NESTED_KIND.get(mark.style, Kind.TIET)
        inner = self.inner()
        if kind is Kind.KHOAN:
            depth = max((d for d, n in enumerate(self.act.stack) if n.kind is Kind.DIEU), default=0)
        elif self.act.before.rstrip().endswith(":") and inner.kind in LISTED:
            depth, kind = self.act.stack.index(inner), self._kind(mark, inner) or kind
        else:
            depth = max((d for d, n in enumerate(self.act.stack) if n.kind is Kind.DIEU and not n.children), default=0)
        self._push(depth, self._node(at, mark, kind))
        return True

    def bullet(self, at: int, mark: Mark) -> None:
        """Opens a dash, beside an open one with the same glyph or below the innermost unit."""
        glyph = "" if mark.printed == "-" else mark.printed
        node = Node(Kind.GACH, text=mark.rest.strip(), mark=glyph, style=Style.BULLET, line=at)
        for depth in range(len(self.act.stack) - 1, 0, -1):
            if self.act.stack[depth].kind is not Kind.GACH:
                break
            if self.act.stack[depth].mark == glyph:
                self._push(depth - 1, node)
                return
        self._push(len(self.act.stack) - 1, node)
