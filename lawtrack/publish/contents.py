"""The contents of an act as a tree, with what was changed at each branch."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field

from lawtrack.law.address import Address, addressed
from lawtrack.law.document import Document
from lawtrack.law.plain import mark_of
from lawtrack.law.provision import CONTAINERS, ENCLOSED, Kind, Provision
from lawtrack.text.labels import sort_key

_NODES = (*CONTAINERS, *ENCLOSED, Kind.DIEU)


@dataclass
class Node:
    """A branch: a container, an annex or an article. `hits` are the anchors of what changed it or something in it directly; `total` counts
    those of everything below as well. `name` is the label without the word of its kind."""

    address: Address
    kind: Kind
    label: str
    heading: str
    name: str = ""
    children: list[Node] = field(default_factory=list)
    hits: list[tuple[str, str, bool]] = field(default_factory=list)
    added: bool = False

    @property
    def total(self) -> int:
        """Changes here and below."""
        return len(self.hits) + sum(c.total for c in self.children)

    @property
    def leaf(self) -> bool:
        """Whether the branch is an article or has nothing below it."""
        return self.kind is Kind.DIEU or not self.children

    def leaves(self) -> Iterable[Node]:
        """The articles and childless branches below, in order."""
        if self.leaf:
            yield self
        else:
            for child in self.children:
                yield from child.leaves()


def tree(document: Document) -> Node:
    """The contents of an act down to its articles."""
    root = Node(Address(), Kind.VAN_BAN, "", document.meta.title)
    above: dict[int, Node] = {id(document.body): root}
    parents = {id(c): p for p in document.body.walk() for c in p.children}
    for address, provision in addressed(document.body):
        if provision.kind not in _NODES:
            continue
        holder = parents[id(provision)]
        while id(holder) not in above:
            holder = parents[id(holder)]
        label = mark_of(provision, document.meta.language).rstrip(".:")
        node = Node(address, provision.kind, label, provision.heading, provision.label)
        above[id(holder)].children.append(node)
        above[id(provision)] = node
    return root


def find(root: Node, address: Address) -> Node | None:
    """The innermost branch that holds the address; None where not even its first step is there."""
    found: Node | None = None
    inmost = 1
    for node in walk(root):
        size = len(node.address)
        if inmost <= size <= len(address) and node.address.steps == address.steps[:size]:
            found, inmost = node, size
    return found


def walk(root: Node) -> Iterable[Node]:
    """Every branch, the root left out."""
    for child in root.children:
        yield child
        yield from walk(child)


def preceding(root: Node, unit: Provision) -> Node | None:
    """The branch behind which a unit belongs whose command names no neighbour: the last of its kind with a lower label."""
    before = [n for n in walk(root) if n.kind is unit.kind and sort_key(n.name) < sort_key(unit.label)]
    return before[-1] if before else None


def put_after(root: Node, node: Node, anchor: Node | None, before: bool = False) -> None:
    """Puts a branch that came in behind (or in front of) its neighbour, at the end where there is none."""
    for holder in (root, *walk(root)):
        if anchor is not None and any(c is anchor for c in holder.children):
            at = next(i for i, c in enumerate(holder.children) if c is anchor)
            # further units put behind one neighbour stand in the order in which they come
            at += 0 if before else 1
            while not before and at < len(holder.children) and holder.children[at].added:
                at += 1
            holder.children.insert(at, node)
            return
    root.children.append(node)
