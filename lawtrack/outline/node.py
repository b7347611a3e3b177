"""Provisions while they grow; frozen at the end."""

from __future__ import annotations

from dataclasses import dataclass, field

from lawtrack.law.provision import Kind, Provision
from lawtrack.outline.marks import Style

LISTED = (Kind.KHOAN, Kind.DIEM, Kind.TIET, Kind.GACH)
_LOOSE = (Kind.DOAN, Kind.GACH, Kind.BANG)


@dataclass(slots=True, eq=False)
class Node:
    """A provision under construction; `style` of its label, `stop` the sign behind it (".", ")"), `line` where it begins."""

    kind: Kind
    label: str = ""
    heading: str = ""
    text: str = ""
    mark: str = ""
    cells: tuple[str, ...] = ()
    children: list[Node] = field(default_factory=list)
    style: Style | None = None
    stop: str = ""
    line: int = 0


def lift(parent: Node, child: Node) -> None:
    """Moves the unnumbered paragraphs at the end of `child`, the last unit of its list, up to `parent`: a paragraph behind the last
    điểm belongs to the khoản. What `child` announces with a colon stays with it, to the end of the list announced."""
    if child.kind not in (Kind.DIEM, Kind.TIET):
        return
    announced = child.text.rstrip().endswith(":")
    for at, unit in enumerate(child.children):
        if unit.kind is Kind.DOAN and not announced and all(u.kind in _LOOSE for u in child.children[at:]):
            place = parent.children.index(child) + 1
            parent.children[place:place] = child.children[at:]
            del child.children[at:]
            return
        # "…, gồm:" and then "…;", "…;", "….": the list goes on to its full stop
        announced = unit.text.rstrip().endswith((":", ";", ",") if announced else ":")


def settle(node: Node) -> None:
    """Gives trailing paragraphs to the unit they belong to, from the innermost units outward."""
    for child in node.children:
        settle(child)
    if node.kind in (Kind.KHOAN, Kind.DIEM, Kind.DIEU):
        listed = [c for c in node.children if c.kind in (Kind.DIEM, Kind.TIET)]
        if listed and node.children[-1] is listed[-1]:
            lift(node, listed[-1])
    if node.kind is Kind.DIEU and not node.children and node.heading.rstrip("/ ").endswith((".", ";")):
        # a sentence behind "Điều 2." that is the whole article is its text, not a title
        node.children = [Node(Kind.DOAN, text=node.heading, line=node.line)]
        node.heading = ""


def freeze(node: Node) -> Provision:
    """The frozen provision."""
    return Provision(
        node.kind,
        label=node.label,
        heading=node.heading,
        text=node.text,
        children=tuple(freeze(c) for c in node.children),
        cells=node.cells,
        mark=node.mark,
    )
