"""From lines of law text to provisions: labels, nesting, quotations, tables. Pure; stands on `lawtrack.law`.

`outline(lines)` reads a whole act, `units(lines)` the inside of one quotation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lawtrack.law.message import Message
from lawtrack.law.provision import Kind, Provision
from lawtrack.outline import frame
from lawtrack.outline.annexes import grow_annexes
from lawtrack.outline.grow import Grower
from lawtrack.outline.node import Node, freeze
from lawtrack.outline.sequence import Doubt

__all__ = ["Doubt", "Outlined", "outline", "units"]


@dataclass(frozen=True, slots=True)
class Outlined:
    """An act in its parts: what `Document` needs besides what is known from outside.

    kind     as the act calls itself, in lower case ("nghị định", "decree"); "" where no line says it
    doubts   what an editor should look at, in the order of the lines
    repeated lines left out because they print again what stands there already: the heading of a table on its next page, of a chapter in
             the next issue of the Gazette
    """

    head: tuple[str, ...] = ()
    kind: str = ""
    title: str = ""
    preamble: tuple[str, ...] = ()
    body: Provision = Provision(Kind.VAN_BAN)
    tail: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    repeated: tuple[Doubt, ...] = ()


def outline(lines: Sequence[str], language: str = "vi") -> Outlined:
    """Reads a whole act, one paragraph a line. Every word of `lines` stands in the result; what could not be placed is a paragraph
    of the unit in front of it, and the `doubts` say where sequence or quotations are out of order."""
    lines = [line.strip(" \r\n") if "\t" in line.lstrip() else line.strip() for line in lines]
    front = frame.opening(lines, language)
    root = Node(Kind.VAN_BAN)
    grower = Grower(lines, root, language, stop=lambda at: frame.begins_tail(lines, at, language))
    at = grower.grow(front.body)
    doubts, repeated = list(grower.doubts), [*front.repeated, *grower.repeated]
    if not front.titled:
        doubts.insert(0, Doubt(1, Message("no line names the kind of the act")))
    if not grower.articles:
        doubts.insert(0, Doubt(front.body + 1, Message("no article was found")))
    behind = next((i for i in range(at, len(lines)) if frame.heads_annex(lines, i, language)), len(lines))
    tail = tuple(s.strip() for s in lines[at:behind] if s.strip())
    more, again = grow_annexes(lines, behind, root, language)
    doubts += more
    repeated += again
    return Outlined(
        front.head,
        front.kind,
        front.title,
        front.preamble,
        freeze(root),
        tail,
        tuple(sorted(doubts, key=lambda d: d.line)),
        tuple(sorted(repeated, key=lambda d: d.line)),
    )


def units(lines: Sequence[str], language: str = "vi", annex: bool = False) -> tuple[Provision, ...]:
    """Reads the inside of one quotation, its outer quotation marks taken off: units of any level, in order. A bare paragraph is a DOAN.
    `annex`: it is quoted from an annex, where "VII." and "B." head sections."""
    root = Node(Kind.TRICH)
    grower = Grower(
        [line.strip(" \r\n") if "\t" in line.lstrip() else line.strip() for line in lines], root, language, free=True, annex=annex
    )
    grower.grow()
    return tuple(_untitled(freeze(child)) for child in root.children)


def _untitled(unit: Provision) -> Provision:
    """In acts whose articles have no titles the sentence behind "Điều 9." opens the article: one that announces a list (":") is no
    title, for titles announce nothing."""
    children = tuple(map(_untitled, unit.children))
    if unit.kind is Kind.DIEU and unit.heading.endswith(":"):
        return replace(unit, heading="", children=(Provision(Kind.DOAN, text=unit.heading), *children))
    return replace(unit, children=children) if children != unit.children else unit
