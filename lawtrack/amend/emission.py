"""The operations of an act as they are read: each with the words it stands in, and the units that gave it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lawtrack.amend.account import text_start
from lawtrack.amend.bench import Bench
from lawtrack.amend.draft import Draft
from lawtrack.amend.frames import Frame
from lawtrack.law.address import Address
from lawtrack.law.document import Document
from lawtrack.law.operation import Operation, Origin
from lawtrack.law.provision import Kind, Provision


@dataclass(slots=True)
class Emission:
    """The operations read so far. `addresses` and `places` (start and end in the text) are those of the units of `document`, by
    identity; `claimed` tells the operations of each unit by their names."""

    document: Document
    bench: Bench
    addresses: dict[int, Address]
    places: dict[int, tuple[int, int]]
    operations: list[Operation] = field(default_factory=list)
    claimed: dict[int, list[str]] = field(default_factory=dict)
    _told: set[str] = field(default_factory=set)

    def at(self, unit: Provision, line: str) -> tuple[str, Address]:
        """A line and the address of the unit it stands in."""
        return line, self.addresses.get(id(unit), Address())

    def emit(self, made: Sequence[Draft], unit: Provision, frame: Frame, line: str, dated: str = "") -> None:
        """Adds the operations of the command `line`, which stands in `unit` below the lines of `frame`. `dated`: words that name the day
        of effect, where they are not those of the line."""
        address = self.addresses.get(id(unit), Address())
        start, end = self.places.get(id(unit), (0, 0))
        start = text_start(unit, start, self.document.meta.language) if unit.kind is not Kind.TRICH else start
        told = [text for text, once in frame.lines if not (once and text in self._told)]
        self._told.update(text for text, _ in frame.lines)
        origin = Origin(self.document.number, address, start, end, "\n".join((*told, line)), self.document.meta.language)
        new = self.bench.operations(made, origin, dated or line, frame.act, frame.via)
        self.operations += new
        self.claimed.setdefault(id(unit), []).extend(o.id for o in new)
