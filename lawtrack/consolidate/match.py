"""From the steps of an address to places in one tree. What the steps leave out, and how annexes and old acts name their units,
is decided here; whose labels count is decided in `resolve`."""

from __future__ import annotations

import re
from collections.abc import Iterator

from lawtrack.consolidate.tree import Path, Tree, key, unlabelled
from lawtrack.law.address import TITLED, Step
from lawtrack.law.enclosures import bears_title
from lawtrack.law.operation import Part
from lawtrack.law.provision import CONTAINERS, ROOTS, Kind, Provision
from lawtrack.text.labels import number_key

LAST = "cuoi"
_COUNTED = (Kind.DOAN, Kind.GACH, Kind.BANG)
_NUMBERED = (*CONTAINERS, Kind.PHU_LUC, Kind.MAU)
# Annexes number their units as they like; commands call them mục, điểm, khoản, số thứ tự.
_LOOSE = (Kind.PHAN, Kind.CHUONG, Kind.MUC, Kind.TIEU_MUC, Kind.KHOAN, Kind.DIEM, Kind.TIET, Kind.HANG)

Match = tuple[Path, Part]


def same_label(kind: Kind, one: str, two: str) -> bool:
    """Whether two keys of units of a kind are one label."""
    return one == two or (kind in _NUMBERED and number_key(one) == number_key(two))


def _nth(name: str) -> tuple[str, int]:
    """A key and which of its twins is meant: `33~2` is the second, no mark the first or any."""
    base, mark, n = name.partition("~")
    return base, int(n) if mark and n.isdigit() else 0


def matches(tree: Tree, steps: tuple[Step, ...]) -> list[Match]:
    """Every place the steps may mean."""
    found = list(dict.fromkeys(_down(tree, (), steps)))
    if not found and len(steps) > 1 and steps[0].kind in CONTAINERS and not _inside(tree, steps):
        # The container is not in this text at all (a heading lost on the way): articles number through the document.
        article = next((i for i, s in enumerate(steps) if s.kind is Kind.DIEU), None)
        if article:
            found = list(dict.fromkeys(_down(tree, (), steps[article:])))
    return found


def below(tree: Tree, path: Path, steps: tuple[Step, ...]) -> list[Match]:
    """Every place the steps may mean below the unit at `path`."""
    return list(dict.fromkeys(_down(tree, path, steps)))


def _inside(tree: Tree, steps: tuple[Step, ...]) -> bool:
    """Whether the containers the steps name stand in the tree."""
    own = tuple(s for s in steps if s.kind in CONTAINERS)
    return any(True for _ in _down(tree, (), own[:1]))


def _down(tree: Tree, path: Path, steps: tuple[Step, ...]) -> Iterator[Match]:
    if not steps:
        yield path, Part.WHOLE
        return
    step, rest = steps[0], steps[1:]
    node = tree.at(path)
    if step.kind in _COUNTED or (step.kind is Kind.HANG and re.fullmatch(r"x\d+|cuoi", step.key)):
        yield from _counted(tree, path, node, steps)
        return
    if step.kind is Kind.DIEU and (node.kind in ROOTS or node.kind in CONTAINERS):
        base, nth = _nth(step.key)
        root = path if node.kind in ROOTS else tree.root_of((*path, 0))
        everywhere = tree.articles(root, base)
        places = [p for p in everywhere if p[: len(path)] == path]
        for place in [everywhere[nth - 1]] if 0 < nth <= len(everywhere) else places if not nth else []:
            yield from _down(tree, place, rest)
        return
    if step.kind is Kind.MAU and step.key.startswith(TITLED):
        for i, child in enumerate(node.children):
            if child.kind is Kind.MAU and not child.repealed and bears_title(node, child, step.key[len(TITLED) :]):
                yield from _down(tree, (*path, i), rest)
            elif _silent(Kind.MAU, child.kind):
                yield from _down(tree, (*path, i), steps)
        return
    base, nth = _nth(step.key)
    own = [
        i
        for i, child in enumerate(node.children)
        if child.kind is step.kind and not unlabelled(child) and same_label(step.kind, key(child.label), base)
    ]
    if nth:
        own = own[nth - 1 : nth]
    for i in own:
        yield from _down(tree, (*path, i), rest)
    if not own:
        yield from _further(tree, path, node, steps)


def _further(tree: Tree, path: Path, node: Provision, steps: tuple[Step, ...]) -> Iterator[Match]:
    """Places below units which the address is silent about."""
    step, rest = steps[0], steps[1:]
    for i, child in enumerate(node.children):
        here = (*path, i)
        if step.kind is Kind.QUY_CHE and child.kind is Kind.QUY_CHE:
            yield from _down(tree, here, rest)
        elif _silent(step.kind, child.kind):
            yield from _down(tree, here, steps)
        elif node.kind in _NUMBERING and step.kind is Kind.DIEM and child.kind is Kind.KHOAN and key(child.label) == step.key:
            # Old acts call a numbered clause "điểm".
            yield from _down(tree, here, rest)
        elif node.kind is Kind.KHOAN and step.kind is Kind.TIET and child.kind is Kind.DIEM and key(child.label) == step.key:
            yield from _down(tree, here, rest)  # and its points "tiết"
        elif step.kind is Kind.DIEM and child.kind is Kind.KHOAN and holds_part(child.label, step.key):
            yield from _down(tree, here, steps)  # "điểm 2.1 Mục II": in clause 2
    if step.kind in _LOOSE and _annexed(tree, path):
        yield from _loose(tree, path, steps)


_NUMBERING = (Kind.DIEU, Kind.PHAN, Kind.MUC, Kind.VAN_BAN)


def holds_part(label: str, part: str) -> bool:
    """Whether a part ("2.1", "2-1") stands by its number in the clause of this label."""
    head, _, tail = key(part).partition("-")
    return bool(tail) and head.isdigit() and head == key(label)


def _silent(wanted: Kind, through: Kind) -> bool:
    """Whether an address that names a unit of the first kind may leave out the unit of the second kind it stands in."""
    return (
        (wanted in CONTAINERS and through in CONTAINERS)
        or (wanted is Kind.PHU_LUC and through in (Kind.QUY_CHE, Kind.PHU_LUC))
        or (wanted is Kind.MAU and through in (Kind.QUY_CHE, Kind.PHU_LUC))
        or (wanted is Kind.HANG and through is Kind.BANG)
    )


def _annexed(tree: Tree, path: Path) -> bool:
    return any(tree.at(path[:n]).kind in (Kind.PHU_LUC, Kind.MAU) for n in range(1, len(path) + 1))


def _loose(tree: Tree, path: Path, steps: tuple[Step, ...]) -> Iterator[Match]:
    """Units of an annex that bear the label, whatever their kind and however deep; below one that does, no further."""
    step = steps[0]
    for i, child in enumerate(tree.at(path).children):
        here = (*path, i)
        if child.kind in _LOOSE and child.label and number_key(key(child.label)) == number_key(step.key):
            yield from _down(tree, here, steps[1:])
        elif child.children and (child.kind is Kind.BANG or child.kind in _LOOSE):
            yield from _loose(tree, here, steps)


def _counted(tree: Tree, path: Path, node: Provision, steps: tuple[Step, ...]) -> Iterator[Match]:
    """Unlabelled units by their ordinal; the parent's own words, where it has any, are its first paragraph."""
    step, rest = steps[0], steps[1:]
    kin = [i for i, c in enumerate(node.children) if c.kind is step.kind and unlabelled(c)]
    own = step.kind is Kind.DOAN and bool(node.text) and node.kind is not Kind.TRICH
    if step.key == LAST:
        if kin:
            yield from _down(tree, (*path, kin[-1]), rest)
        elif own and not node.children and not rest:
            yield path, Part.LEAD
        return
    digits = step.key.lstrip("x")
    if not digits.isdigit():
        if not step.key and len(kin) == 1:
            yield from _down(tree, (*path, kin[0]), rest)
        return
    n = int(digits) - (2 if own else 1)
    if n == -1 and not rest:
        yield path, Part.LEAD
    elif 0 <= n < len(kin):
        yield from _down(tree, (*path, kin[n]), rest)
    elif step.kind is Kind.HANG:
        for i, child in enumerate(node.children):
            if child.kind is Kind.BANG:
                yield from _counted(tree, (*path, i), child, steps)
