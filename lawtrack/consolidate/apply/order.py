"""The order of numbered units when one of them takes another number or another place: numbers run on (Decree 78/2025/NĐ-CP, article 63)."""

from __future__ import annotations

from itertools import pairwise

from lawtrack.consolidate.apply.spot import by_label
from lawtrack.consolidate.scene import Scene, Spot
from lawtrack.consolidate.tree import Path, Tree, key, sort_key
from lawtrack.law.message import Message
from lawtrack.law.operation import Operation
from lawtrack.law.provision import CONTAINERS, Kind, Provision
from lawtrack.law.refusal import Reason, Refusal

Place = tuple[Path, int, bool]
"""A holder, a position among its children, and whether the place of a repealed unit stands there and is taken."""


def settled(scene: Scene, operation: Operation, unit: Provision) -> bool:
    """Whether the number of the unit is the one it has after the act: not the place of a repealed one, nor one the act still changes."""
    done = {m.uid for m in scene.moved if m.day == scene.day and m.act == operation.origin.document}
    return not unit.repealed and (unit.uid not in scene.moving or unit.uid in done)


def displaced(scene: Scene, tree: Tree, path: Path, operation: Operation) -> bool:
    """Whether the unit at `path`, under its new label, stands in front of a smaller number or behind a larger one."""
    unit = tree.at(path)
    if unit.kind is Kind.DIEU:
        paths = tree.articles_in(tree.root_of(path))
        row, at = [tree.at(p) for p in paths], paths.index(path)
    else:
        kin = [(i, c) for i, c in enumerate(tree.parent(path).children) if c.kind is unit.kind]
        row, at = [c for _, c in kin], [i for i, _ in kin].index(path[-1])
    new = sort_key(unit.label)
    before = [sort_key(u.label) for u in row[:at] if settled(scene, operation, u)]
    behind = [sort_key(u.label) for u in row[at + 1 :] if settled(scene, operation, u)]
    if any(k[0] != new[0] for k in (*before, *behind)):
        return False
    return any(k > new for k in before) or any(k < new for k in behind)


def place_of(scene: Scene, operation: Operation, old: Path, unit: Provision, holder: Spot | None) -> Place | Refusal:
    """Where the unit from `old` goes, in the tree without it: in the holder that is named, else among its row."""
    tree = scene.now.replaced(old)
    if holder is None and unit.kind is Kind.DIEU:
        return _between(tree, scene.now.root_of(old), unit)
    above = scene.now.parent(old).uid if holder is None else holder.unit.uid
    found = tree.find(above, near=scene.now.find(above) or ())
    if found is None:
        return Refusal(Reason.TARGET_AMBIGUOUS, Message("a unit cannot stand in itself"), found=unit.heading or unit.text)
    if unit.kind is Kind.DIEU and holder is not None and holder.unit.kind not in CONTAINERS:
        return Refusal(
            Reason.LABEL_MISMATCH,
            Message("{place:address} holds no articles", place=operation.target.within),
            expected=unit.heading,
        )
    for i, child in enumerate(tree.at(found).children):
        if child.kind is unit.kind and key(child.label) == key(unit.label) and child.repealed:
            return found, i, True
    slot = by_label(tree, operation, unit, found)
    if isinstance(slot, Refusal):
        return slot
    if unit.kind is Kind.DIEU and any(c.kind in CONTAINERS for c in tree.at(found).children):
        return Refusal(
            Reason.TARGET_AMBIGUOUS,
            Message("{place:address} is divided: which part of it holds the article is not said", place=operation.target.within),
            found=unit.heading,
        )
    assert slot.index is not None
    return slot.parent, slot.index, False


def _between(tree: Tree, root: Path, unit: Provision) -> Place | Refusal:
    """Where the number of an article belongs in the act; between two chapters nothing says which of them holds it."""
    new = sort_key(unit.label)
    paths = [p for p in tree.articles_in(root) if not tree.at(p).repealed]
    smaller = [p for p in paths if sort_key(tree.at(p).label) < new]
    larger = [p for p in paths if sort_key(tree.at(p).label) > new]
    before, behind = (smaller[-1] if smaller else None), (larger[0] if larger else None)
    if before and behind and before[:-1] != behind[:-1]:
        return Refusal(
            Reason.TARGET_AMBIGUOUS,
            Message("between two chapters or sections: which of them holds the article is not said"),
            expected=f"Điều {unit.label}",
            found=f"{tree.address(before[:-1]).vietnamese()}, {tree.address(behind[:-1]).vietnamese()}",
        )
    if before:
        return before[:-1], before[-1] + 1, False
    assert behind is not None
    return behind[:-1], behind[-1], False


def moved_to(tree: Tree, old: Path, unit: Provision, place: Place) -> tuple[Tree, Path]:
    """The tree with the unit from `old` at its new place, and the path there."""
    holder, index, taken = place
    tree = tree.replaced(old)
    path = (*holder, index)
    return (tree.replaced(path, unit) if taken else tree.inserted(holder, index, unit)), path


def disorder(scene: Scene, tree: Tree, path: Path, operation: Operation) -> int:
    """How many articles of the act stand in front of a smaller number."""
    row = [tree.at(p) for p in tree.articles_in(tree.root_of(path))]
    own = tree.at(path).uid
    numbers = [sort_key(u.label) for u in row if u.uid == own or settled(scene, operation, u)]
    return sum(a[0] == b[0] and a > b for a, b in pairwise(numbers))
