"""The act as the drafter sees it: units that print one line each, and the few plain things an amendment does to them."""

from __future__ import annotations

import copy
import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, field

from lawtrack.law import Kind, Provision
from lawtrack.law.plain import mark_of

LETTERS = "abcdđeghiklmnopqrstuvxy"
"""The letters of points and suffixes, in their order (Decree 34/2016/NĐ-CP, article 62)."""
CONTAINERS = ("phan", "chuong", "muc", "tieu-muc")
ENCLOSED = ("quy-che", "phu-luc", "mau")
_numbers = itertools.count()


@dataclass
class Unit:
    """A unit: its label as printed ("Điều 5.", "2.", "b)", ""), the words behind it on its line, and the units below."""

    kind: str
    label: str = ""
    head: str = ""
    words: str = ""
    children: list[Unit] = field(default_factory=list)
    gone: bool = False
    id: int = field(default_factory=lambda: next(_numbers))

    @property
    def line(self) -> str:
        """The line it prints."""
        return " ".join(p for p in (self.head, self.words) if p)

    def walk(self) -> Iterator[Unit]:
        """This unit and all below, in order."""
        yield self
        for child in self.children:
            yield from child.walk()

    def of(self, *kinds: str) -> list[Unit]:
        """The children of these kinds."""
        return [c for c in self.children if c.kind in kinds]

    def same(self, other: Unit) -> bool:
        """Whether the other bears the same label in the same kind."""
        return self.kind == other.kind and self.label.lower() == other.label.lower()


def unit_of(provision: Provision) -> Unit:
    """The unit of a provision that was imported."""
    words = " | ".join(provision.cells) if provision.kind is Kind.HANG else f"{provision.heading} {provision.text}".strip()
    head = "" if provision.kind in (Kind.HANG, Kind.BANG, Kind.VAN_BAN) else mark_of(provision)
    gone = provision.repealed
    return Unit(str(provision.kind), provision.label, head, words, [unit_of(c) for c in provision.children], gone)


class Tree:
    """An act as units. A unit is found in a copy of the tree by its `id`."""

    def __init__(self, root: Unit) -> None:
        self.root = root
        self._parents = {c.id: u for u in root.walk() for c in u.children}
        self._units = {u.id: u for u in root.walk()}

    def copy(self) -> Tree:
        """The same act, to be changed."""
        return Tree(copy.deepcopy(self.root))

    def __getitem__(self, unit: Unit) -> Unit:
        return self._units[unit.id]

    def parent(self, unit: Unit) -> Unit:
        """What holds the unit."""
        return self._parents[unit.id]

    def above(self, unit: Unit) -> list[Unit]:
        """What holds the unit, innermost first, the root left out."""
        out = []
        while (unit := self._parents[unit.id]) is not self.root:
            out.append(unit)
        return out

    def lines(self) -> list[str]:
        """The text. What was repealed prints nothing."""
        return [u.line for u in self.root.walk() if u.line and not u.gone]

    # -- what an amendment does -----------------------------------------------------------------------------------------
    def _put(self, parent: Unit, at: int, units: list[Unit]) -> None:
        units = copy.deepcopy(units)
        parent.children[at:at] = units
        for unit in units:
            self._parents[unit.id] = parent
            for below in unit.walk():
                self._units[below.id] = below
                for c in below.children:
                    self._parents[c.id] = below

    def at(self, unit: Unit) -> int:
        """The place of a unit among its siblings."""
        mine = self[unit]
        return next(i for i, c in enumerate(self.parent(mine).children) if c is mine)

    def replace(self, unit: Unit, new: Unit) -> None:
        """`new` stands where `unit` stood."""
        at, parent = self.at(unit), self.parent(self[unit])
        del parent.children[at]
        self._put(parent, at, [new])

    def after(self, unit: Unit, new: list[Unit]) -> None:
        """`new` comes in behind `unit`, or behind what another command of the act has put there already."""
        self._put(self.parent(self[unit]), self.at(unit) + 1, new)

    def before(self, unit: Unit, new: list[Unit]) -> None:
        """`new` comes in front of `unit`."""
        self._put(self.parent(self[unit]), self.at(unit), new)

    def repeal(self, unit: Unit) -> None:
        """The unit goes, with all below."""
        for below in self[unit].walk():
            below.gone = True

    def unwrap(self, unit: Unit) -> None:
        """The container goes, what it held stays in its place."""
        at, parent = self.at(unit), self.parent(self[unit])
        held = self[unit].children
        parent.children[at : at + 1] = held
        for child in held:
            self._parents[child.id] = parent

    def reword(self, unit: Unit, words: str) -> None:
        """The line of the unit says `words`; what is below stays."""
        self[unit].words = words

    def say(self, unit: Unit, found: str, put: str) -> None:
        """`found`, as whole words, becomes `put` in the unit and all below."""
        for below in self[unit].walk():
            below.words = phrase(found).sub(put.replace("\\", ""), below.words) if put else without(below.words, found)


def phrase(words: str) -> re.Pattern[str]:
    """The words, whole, as they stand in a text."""
    start = r"(?<!\w)" if words[0].isalnum() else ""
    end = r"(?!\w)" if words[-1].isalnum() else ""
    return re.compile(start + re.escape(words) + end)


def without(text: str, words: str) -> str:
    """What is left when words go: one space between those on both sides, none in front of a mark."""
    parts = phrase(words).split(text)
    out = parts[0]
    for part in parts[1:]:
        left, right = out.rstrip(" "), part.lstrip(" ")
        out = left + ("" if not left or not right or right[0] in ",.;:" else " ") + right
    return out


# -- labels -------------------------------------------------------------------------------------------------------------
def suffixed(label: str, n: int) -> str:
    """The n-th label (from 0) that comes in behind a number: "5" gives "5a", "5b"; "5a" gives "5b"."""
    number = re.match(r"\d+", label)
    assert number is not None
    rest = label[number.end() :]
    start = LETTERS.index(rest) + 1 if rest else 0
    return number.group() + LETTERS[start + n]


def lettered(label: str, n: int) -> str:
    """The n-th label that comes in behind a point: "b" gives "b1", "b2"."""
    rest = label[1:]
    return f"{label[0]}{(int(rest) if rest else 0) + 1 + n}"


def next_label(kind: str, label: str, n: int = 0) -> str:
    """The label that continues a list: khoản 9 behind 8, điểm đ behind d."""
    return LETTERS[LETTERS.index(label) + 1 + n] if kind == "diem" else str(int(label) + 1 + n)


def head_of(kind: str, label: str) -> str:
    """The label as it is printed."""
    return {"dieu": f"Điều {label}.", "khoan": f"{label}.", "diem": f"{label})", "gach": "-"}.get(kind, "")


def new(kind: str, label: str, words: str, *children: Unit) -> Unit:
    """A unit that comes in."""
    return Unit(kind, label, head_of(kind, label), words, list(children))
