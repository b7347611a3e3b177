"""The versions of an act, line by line: one list of lines that holds every version in its order, each line with its wordings."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field

from lawtrack.law.address import Address, addressed
from lawtrack.law.change import Edition
from lawtrack.law.document import Document
from lawtrack.law.plain import mark_of
from lawtrack.law.provision import CONTAINERS, ENCLOSED, Kind, Provision
from lawtrack.publish import addresses
from lawtrack.publish.rows import in_order, named_pairs, own_words


@dataclass(frozen=True, slots=True)
class Column:
    """One reading of the text: an edition, or its other state on a day that is uncertain."""

    edition: int
    other: bool
    document: Document


@dataclass(frozen=True, slots=True)
class Cell:
    """One wording of a line."""

    mark: str
    words: str
    provision: Provision


@dataclass
class Line:
    """One line of the act through its versions. `at` has, for each column, the place of the wording in `cells`, or -1 where the line
    is not there."""

    address: Address
    uid: str
    unit: Kind
    depth: int
    table: Address | None
    cells: list[Cell] = field(default_factory=list)
    at: list[int] = field(default_factory=list)
    id: str = ""

    @property
    def changed(self) -> bool:
        """Whether versions differ here."""
        return len(set(self.at)) > 1


def columns(editions: Sequence[Edition]) -> list[Column]:
    """The readings of some editions, in order."""
    out = []
    for n, edition in enumerate(editions):
        out.append(Column(n, False, edition.document))
        if edition.other is not None:
            out.append(Column(n, True, edition.other))
    return out


def lines(readings: Sequence[Column], shown: int = 0) -> list[Line]:
    """The lines of all readings; those of each reading stand in its own order. Lines are the same where identity or, failing that,
    address is the same and the order allows it. Anchors are addresses; where two lines claim one, the line that stands in the reading
    `shown` has it."""
    merged: list[Line] = []
    for n, column in enumerate(readings):
        fresh = _flat(column.document)
        pairs = in_order(named_pairs([(x.uid, x.address) for x in merged], [(x.uid, x.address) for x in fresh]))
        out: list[Line] = []
        i = j = 0
        for a, b in [*pairs, (len(merged), len(fresh))]:
            out += merged[i:a]
            for line in fresh[j:b]:
                line.at = [-1] * n
                out.append(line)
            if a < len(merged):
                out.append(_joined(merged[a], fresh[b]))
            i, j = a + 1, b + 1
        for line in out:
            _extend(line, n)
        merged = out
    _name(merged, shown)
    return merged


def _flat(document: Document) -> list[Line]:
    language = document.meta.language
    out = []
    tables: dict[int, Address] = {}
    for address, provision in addressed(document.body):
        if provision.kind is Kind.BANG:
            tables.update((id(row), address) for row in provision.children)
            continue
        cell = Cell(mark_of(provision, language), own_words(provision, language), provision)
        if cell.mark or cell.words:
            out.append(Line(address, provision.uid, provision.kind, _depth(address), tables.get(id(provision)), [cell]))
    return out


def _depth(address: Address) -> int:
    """How deep a line stands in its article or annex."""
    steps = [s.kind for s in address]
    above = max((i for i, k in enumerate(steps) if k in (Kind.DIEU, *ENCLOSED, *CONTAINERS)), default=-1)
    return max(0, len(steps) - above - 2)


def _joined(line: Line, new: Line) -> Line:
    """The line with one more wording, under its newest name."""
    cell = new.cells[0]
    same = next((i for i, c in enumerate(line.cells) if _key(c) == _key(cell)), len(line.cells))
    cells = line.cells if same < len(line.cells) else [*line.cells, cell]
    return Line(new.address, new.uid, new.unit, new.depth, new.table, cells, [*line.at, same])


def _key(cell: Cell) -> tuple[object, ...]:
    return (cell.mark, cell.words, cell.provision.cells, cell.provision.state, cell.provision.kind)


def _extend(line: Line, n: int) -> None:
    """Fills in the column `n`: a line not joined to it is not there, a fresh line begins in it."""
    if len(line.at) == n:
        line.at.append(0 if all(a == -1 for a in line.at) else -1)


def _name(merged: list[Line], shown: int) -> None:
    taken: Counter[str] = Counter()
    for line in sorted(merged, key=lambda x: x.at[shown] < 0 if x.at else True):
        name = addresses.anchor(line.address)
        taken[name] += 1
        line.id = name if taken[name] == 1 else f"{name}~v{taken[name]}"
