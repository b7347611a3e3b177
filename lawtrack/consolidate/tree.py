"""Frozen trees: finding units by place or identity, and giving new trees that share all that did not change."""

from __future__ import annotations

from collections.abc import Iterator
from functools import cached_property, lru_cache

from lawtrack.law.address import Address, Step, names
from lawtrack.law.provision import CONTAINERS, ENCLOSED, ROOTS, UNLABELLED, Kind, Provision
from lawtrack.text import labels

Path = tuple[int, ...]

key = lru_cache(maxsize=1 << 14)(labels.key)
sort_key = lru_cache(maxsize=1 << 14)(labels.sort_key)


def unlabelled(unit: Provision) -> bool:
    """Whether the unit is counted among its siblings instead of named."""
    return unit.kind in UNLABELLED or (unit.kind is Kind.HANG and not unit.label)


def with_unit(root: Provision, path: Path, units: tuple[Provision, ...]) -> Provision:
    """`root` with the unit at `path` replaced by `units` (none: removed). The path must not be empty."""
    here, rest = path[0], path[1:]
    inner = units if not rest else (with_unit(root.children[here], rest, units),)
    return root.with_children((*root.children[:here], *inner, *root.children[here + 1 :]))


class Tree:
    """A root with what is needed to find units in it quickly. Never changed: each edit gives a new tree."""

    def __init__(self, root: Provision) -> None:
        self.root = root

    def at(self, path: Path) -> Provision:
        """The unit at `path`."""
        unit = self.root
        for i in path:
            unit = unit.children[i]
        return unit

    def parent(self, path: Path) -> Provision:
        """The unit that holds the one at `path`."""
        return self.at(path[:-1])

    @cached_property
    def _roots(self) -> tuple[dict[tuple[Path, str], tuple[Path, ...]], dict[str, Path]]:
        """Articles by root and key, and by identity."""
        named: dict[tuple[Path, str], tuple[Path, ...]] = {}
        known: dict[str, Path] = {}

        def down(unit: Provision, path: Path, root: Path) -> None:
            for i, child in enumerate(unit.children):
                here = (*path, i)
                if child.kind is Kind.DIEU:
                    spot = (root, key(child.label))
                    named[spot] = (*named.get(spot, ()), here)
                    if child.uid:
                        known.setdefault(child.uid, here)
                elif child.kind in CONTAINERS:
                    down(child, here, root)
                elif child.kind in ROOTS:
                    down(child, here, here)

        down(self.root, (), ())
        return named, known

    def articles(self, root: Path, name: str) -> tuple[Path, ...]:
        """Paths of the articles of that key below the root at `root` (the document, an annex, an attached regulation)."""
        return self._roots[0].get((root, name), ())

    def articles_in(self, root: Path) -> list[Path]:
        """Paths of every article below that root, in document order."""
        return sorted(path for (at, _), paths in self._roots[0].items() if at == root for path in paths)

    def root_of(self, path: Path) -> Path:
        """The path of the innermost root around `path`."""
        unit = self.root
        found: Path = ()
        for n, i in enumerate(path[:-1], start=1):
            unit = unit.children[i]
            if unit.kind in ROOTS:
                found = path[:n]
        return found

    def article_of(self, path: Path) -> Path | None:
        """The path of the article that holds `path`, or None."""
        unit = self.root
        for n, i in enumerate(path, start=1):
            unit = unit.children[i]
            if unit.kind is Kind.DIEU:
                return path[:n]
        return None

    def find(self, uid: str, near: Path = (), article: str = "") -> Path | None:
        """The path of the unit of that identity; `near` and the identity of its article are tried first."""
        if not uid:
            return None
        unit: Provision | None = self.root
        for i in near:
            unit = unit.children[i] if unit and i < len(unit.children) else None
        if unit is not None and unit.uid == uid:
            return near
        if article and (start := self._roots[1].get(article)) is not None:
            if article == uid:
                return start
            if (below := _search(self.at(start), uid)) is not None:
                return start + below
        return _search(self.root, uid)

    def replaced(self, path: Path, *units: Provision) -> Tree:
        """A tree with `units` in place of the unit at `path` (none: it is removed). The empty path replaces the root by one unit."""
        old = self.at(path)
        tree = Tree(units[0] if not path else with_unit(self.root, path, units))
        same = len(units) == 1 and old.kind is Kind.DIEU and (units[0].kind, units[0].label, units[0].uid) == (old.kind, old.label, old.uid)
        inside = (article := self.article_of(path)) is not None and article != path
        if "_roots" in self.__dict__ and (same or inside):
            tree.__dict__["_roots"] = self._roots
        return tree

    def reworded(self, root: Provision) -> Tree:
        """A tree of the same shape, labels and identities, with other words."""
        tree = Tree(root)
        if "_roots" in self.__dict__:
            tree.__dict__["_roots"] = self._roots
        return tree

    def inserted(self, parent: Path, index: int, *units: Provision) -> Tree:
        """A tree with `units` among the children of the unit at `parent`, the first of them at `index`."""
        unit = self.at(parent)
        return self.replaced(parent, unit.with_children((*unit.children[:index], *units, *unit.children[index:])))

    def address(self, path: Path) -> Address:
        """The address of the unit at `path`, as `lawtrack.law.address` names it."""
        unit = self.root
        out: tuple[Step, ...] = ()
        for depth, i in enumerate(path):
            child = unit.children[i]
            step = Step(child.kind, self._name(unit, i))
            if child.kind is Kind.DIEU:
                root = next((n for n in range(depth, 0, -1) if self.at(path[:n]).kind in ROOTS), 0)
                kept = out[: _kept(self, path[:root])]
                twins = self.articles(path[:root], key(child.label))
                at = twins.index(path[: depth + 1]) if path[: depth + 1] in twins else 0
                out = (*kept, Step(Kind.DIEU, key(child.label) + (f"~{at + 1}" if at else "")))
            else:
                out = (*out, step)
            unit = child
        return Address(out)

    @staticmethod
    def _name(parent: Provision, i: int) -> str:
        child = parent.children[i]
        before = parent.children[:i]
        if unlabelled(child):
            n = sum(1 for c in before if c.kind is child.kind and unlabelled(c)) + 1
            if child.kind is Kind.HANG:
                return f"x{n}"
            return str(n + 1 if child.kind is Kind.DOAN and parent.text and parent.kind is not Kind.TRICH else n)
        name = key(child.label)
        twins = sum(1 for c in before if c.kind is child.kind and not unlabelled(c) and key(c.label) == name)
        return name if not twins else f"{name}~{twins + 1}"


def _kept(tree: Tree, root: Path) -> int:
    """How many steps of an address stand for the path of a root."""
    return len(tree.address(root)) if root else 0


def _search(unit: Provision, uid: str) -> Path | None:
    for i, child in enumerate(unit.children):
        if child.uid == uid:
            return (i,)
        if child.children and (below := _search(child, uid)) is not None:
            return (i, *below)
    return None


def stamped(root: Provision, number: str) -> Provision:
    """The tree of an act as enacted, each unit with its identity: the act's number and its address."""

    def down(unit: Provision, here: str, top: str, seen: dict[str, int]) -> tuple[Provision, ...]:
        children = []
        for child, name in zip(unit.children, names(unit, seen), strict=True):
            uid = (top if child.kind is Kind.DIEU else here) + (f"{child.kind}-{name}" if name else child.kind)
            own = child.kind in ENCLOSED
            below = down(child, f"{uid}.", f"{uid}." if own else top, {} if own else seen) if child.children else ()
            children.append(_with(child, below, uid))
        return tuple(children)

    return _with(root, down(root, f"{number}#", f"{number}#", {}), number)


def _with(unit: Provision, children: tuple[Provision, ...], uid: str) -> Provision:
    return Provision(
        unit.kind,
        unit.label,
        unit.heading,
        unit.text,
        children,
        unit.cells,
        unit.mark,
        unit.state,
        uid,
        unit.causes,
    )


def walk(tree: Tree, path: Path) -> Iterator[tuple[Path, Provision]]:
    """The unit at `path` and every unit below it, with their paths."""

    def down(unit: Provision, here: Path) -> Iterator[tuple[Path, Provision]]:
        yield here, unit
        for i, child in enumerate(unit.children):
            yield from down(child, (*here, i))

    return down(tree.at(path), path)
