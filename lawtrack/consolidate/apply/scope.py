"""The stretches of text an operation on words may touch, and writing them back."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

from lawtrack.consolidate.apply.substitute import front
from lawtrack.consolidate.identity import caused
from lawtrack.consolidate.scene import Spot
from lawtrack.consolidate.tree import Path, Tree
from lawtrack.law.operation import Operation, Part
from lawtrack.law.provision import CONTAINERS, Kind, Provision


@dataclass(frozen=True, slots=True)
class Piece:
    """One stretch of a unit's own words: its heading (`cell` -2), its text (-1), or a cell of a row. Where a sentence is meant, only
    what lies in `span` counts."""

    path: Path
    cell: int
    text: str
    span: tuple[int, int] | None = None

    def holds(self, start: int, end: int) -> bool:
        """Whether a stretch of the text is meant too."""
        return self.span is None or (self.span[0] <= start and end <= self.span[1])


HEADING, TEXT = -2, -1


def _own(unit: Provision, path: Path) -> Iterator[Piece]:
    if unit.repealed:
        return
    if unit.heading:
        yield Piece(path, HEADING, unit.heading)
    if unit.text:
        yield Piece(path, TEXT, unit.text)
    for i, cell in enumerate(unit.cells):
        if cell:
            yield Piece(path, i, cell)


def _all(unit: Provision, path: Path) -> Iterator[Piece]:
    yield from _own(unit, path)
    for i, child in enumerate(unit.children):
        yield from _all(child, (*path, i))


def pieces(tree: Tree, spot: Spot, part: Part) -> list[Piece]:
    """What the target covers: a unit with all below it, its heading alone, its opening or its closing paragraph."""
    unit, path = spot.unit, spot.path
    if spot.span is not None:
        return [Piece(path, TEXT, unit.text, spot.span)]
    if spot.cell is not None:
        return [Piece(path, spot.cell, unit.cells[spot.cell])]
    match part if part is not Part.WHOLE else spot.part:
        case Part.HEADING:
            headed = unit.heading or unit.kind in (*CONTAINERS, Kind.DIEU)
            return [p for p in _own(unit, path) if p.cell == (HEADING if headed else TEXT)]
        case Part.LEAD:
            if unit.text:
                return [p for p in _own(unit, path) if p.cell == TEXT]
            return [p for i in front(unit) for p in _own(unit.children[i], (*path, i))]
        case Part.TAIL:
            last = len(unit.children) - 1
            if last < 0 or unit.children[last].kind is not Kind.DOAN:
                return []
            return list(_own(unit.children[last], (*path, last)))
        case _:
            return list(_all(unit, path))


def rewritten(tree: Tree, edits: dict[tuple[Path, int], str], operation: Operation) -> Tree:
    """The tree with other words in the given stretches. Its shape is unchanged."""
    by_path: dict[Path, dict[int, str]] = {}
    above: set[Path] = set()
    for (path, cell), text in edits.items():
        by_path.setdefault(path, {})[cell] = text
        above.update(path[:n] for n in range(len(path) + 1))

    def down(unit: Provision, path: Path) -> Provision:
        if path not in above:
            return unit
        children = tuple(down(c, (*path, i)) for i, c in enumerate(unit.children))
        own = by_path.get(path)
        if own is None:
            return replace(unit, children=children)
        return replace(
            unit,
            children=children,
            heading=own.get(HEADING, unit.heading),
            text=own.get(TEXT, unit.text),
            cells=tuple(own.get(i, c) for i, c in enumerate(unit.cells)),
            causes=caused(unit, operation),
        )

    return tree.reworded(down(tree.root, ()))
