"""The units of an edition as Akoma Ntoso names them: an eId each, and where a day is uncertain both readings in one tree."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from lawtrack.law.address import Address, addressed
from lawtrack.law.change import Edition
from lawtrack.law.provision import Provision
from lawtrack.publish.rows import in_order, named_pairs

_UNSAFE = re.compile(r"[^0-9a-zà-ỹ.~_-]+")

OLD, NEW = "old", "new"


@dataclass(frozen=True)
class Node:
    """A unit and the units below it.

    eid      unique in the document; of the second reading of an uncertain passage with `~later` behind it
    wid      the eId under which the unit came into being, "" where it is the same
    reading  OLD or NEW at the top of an uncertain passage, which has both; "" elsewhere
    beside   of a NEW unit: the eId of the OLD one it stands for, "" where there was none
    """

    unit: Provision
    eid: str
    wid: str
    children: tuple[Node, ...]
    reading: str = ""
    beside: str = ""

    def walk(self) -> Iterator[Node]:
        """This node and all below it, in document order."""
        yield self
        for child in self.children:
            yield from child.walk()


def nodes(edition: Edition) -> tuple[Node, ...]:
    """The tree below the root of the act. Where the edition has two readings, what is equal in both stands once, and the smallest units
    that differ stand twice, the old one in front."""
    one = _tree(edition.document.body)
    return one if edition.other is None else _merged(one, _tree(edition.other.body))


def eid_of(address: Address) -> str:
    """The eId of an address, without the characters a reference could not hold."""
    return _UNSAFE.sub("-", address.eid().lower())


def _tree(root: Provision) -> tuple[Node, ...]:
    places = addressed(root)
    used: set[str] = set()

    def node(unit: Provision) -> Node:
        address, _ = next(places)
        plain = eid = eid_of(address)
        n = 2
        while eid in used:
            eid, n = f"{plain}~{n}", n + 1
        used.add(eid)
        return Node(unit, eid, _born(unit, eid), tuple(node(c) for c in unit.children))

    return tuple(node(c) for c in root.children)


def _born(unit: Provision, eid: str) -> str:
    place = unit.uid.partition("#")[2]
    if not place:
        return ""
    wid = eid_of(Address.parse(place))
    return "" if wid == eid else wid


def _merged(one: tuple[Node, ...], two: tuple[Node, ...]) -> tuple[Node, ...]:
    names = [[(n.unit.uid, (n.unit.kind, n.eid.rpartition("__")[2])) for n in line] for line in (one, two)]
    pairs = in_order(named_pairs(names[0], names[1]))
    out: list[Node] = []
    i = j = 0
    for a, b in [*pairs, (len(one), len(two))]:
        out += [replace(n, reading=OLD) for n in one[i:a]]
        out += [_later(n, "") for n in two[j:b]]
        if a < len(one):
            old, new = one[a], two[b]
            if old.unit == new.unit:
                out.append(old)
            elif _own(old.unit) == _own(new.unit) and old.children and new.children:
                out.append(replace(old, children=_merged(old.children, new.children)))
            else:
                out += [replace(old, reading=OLD), _later(new, old.eid)]
        i, j = a + 1, b + 1
    return tuple(out)


def _later(node: Node, beside: str) -> Node:
    def named(n: Node) -> Node:
        return replace(n, eid=f"{n.eid}~later", wid=n.wid or n.eid, children=tuple(named(c) for c in n.children))

    return replace(named(node), reading=NEW, beside=beside)


def _own(unit: Provision) -> tuple[object, ...]:
    return (unit.kind, unit.label, unit.heading, unit.text, unit.cells, unit.mark, unit.state)
