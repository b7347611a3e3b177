"""Which acts act on which, and on what of them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Sequence

from lawtrack.law import Operation
from lawtrack.text.numbers import same_key

Edge = Sequence[str]
"""What an operation touches and whence: key of its target, address there ("*": a range), address of the command in its own act."""


def edge_of(operation: Operation) -> tuple[str, str, str]:
    """The edge of an operation."""
    target = operation.target
    return same_key(target.document), "*" if target.through else str(target.address), str(operation.origin.address)


def touches(edge: Edge, origins: set[str]) -> bool:
    """Whether an operation touches one of these provisions of its target, or what they stand in."""
    place = edge[1]
    return place in ("", "*") or any(origin == place or origin.startswith(f"{place}.") for origin in origins)


class Links:
    """The edges of all acts. `data` is what is remembered of them: a first line that tells where the row of each target begins, and the
    rows. Only the rows that are asked are parsed."""

    def __init__(self, data: bytes) -> None:
        head, _, self._rows = data.partition(b"\n")
        self._starts: dict[str, int] = json.loads(head)
        self._read: dict[str, dict[str, list[Edge]]] = {}
        self.data = data

    @classmethod
    def of(cls, edges: Iterable[tuple[str, Edge]]) -> Links:
        """The links of (path of an act, edge of one of its operations)."""
        links: dict[str, dict[str, list[Edge]]] = {}
        for path, edge in edges:
            links.setdefault(edge[0], {}).setdefault(path, []).append(edge)
        starts, rows, end = {}, [], 0
        for target, row in links.items():
            rows.append(json.dumps(row).encode() + b"\n")
            starts[target] = end
            end += len(rows[-1])
        return cls(json.dumps(starts).encode() + b"\n" + b"".join(rows))

    def on(self, target: str) -> dict[str, list[Edge]]:
        """Path of each act with operations on the act of this key → what of it they touch."""
        found = self._read.get(target)
        if found is None:
            start = self._starts.get(target)
            found = {} if start is None else json.loads(self._rows[start : self._rows.index(b"\n", start)])
            self._read[target] = found
        return found
