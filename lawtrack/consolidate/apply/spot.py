"""Where a unit that comes in is to stand."""

from __future__ import annotations

from dataclasses import dataclass

from lawtrack.consolidate.match import holds_part
from lawtrack.consolidate.scene import Spot, called, missing
from lawtrack.consolidate.tree import Path, Tree, sort_key, unlabelled, walk
from lawtrack.law.address import Address, kind_name
from lawtrack.law.enclosures import number
from lawtrack.law.message import Message
from lawtrack.law.operation import Operation, Part
from lawtrack.law.provision import CONTAINERS, ENCLOSED, Kind, Provision
from lawtrack.law.refusal import Reason, Refusal
from lawtrack.text.labels import first

_RANK = {kind: n for n, kind in enumerate(CONTAINERS)}
_NUMBERED = (Kind.KHOAN, Kind.DIEM, Kind.TIET)


@dataclass(frozen=True, slots=True)
class Slot:
    """A parent and a position among its children; None: in front of the parent's own words. `kind` is the kind its siblings have."""

    parent: Path
    index: int | None
    kind: Kind | None = None


def beside(tree: Tree, operation: Operation, unit: Provision, anchor: Spot, after: bool) -> Slot | Refusal:
    """Directly behind or in front of the anchor; units which earlier acts put there keep the order of the labels."""
    old = anchor.unit
    if anchor.part is Part.LEAD and after and unlabelled(unit):
        return Slot(anchor.path, 0)
    if unit.kind is old.kind or (old.kind in _NUMBERED and unit.kind in _NUMBERED and sort_key(unit.label)[0] == sort_key(old.label)[0]):
        return Slot(anchor.path[:-1], _in_row(tree, anchor.path, unit, after), old.kind)
    if unlabelled(unit):
        return _paragraph(tree, anchor.path, after)
    if unit.kind in CONTAINERS and old.kind in (*CONTAINERS, Kind.DIEU):
        return _container(tree, operation, unit, anchor.path, after)
    if unit.kind is Kind.DIEU and old.kind in CONTAINERS and after:
        return at_end(tree, _innermost(tree, anchor.path))
    if unlabelled(old) and unit.kind in (*_NUMBERED, Kind.DIEU):
        return Slot(anchor.path[:-1], anchor.path[-1] + (1 if after else 0))
    return Refusal(
        Reason.LABEL_MISMATCH,
        Message("a unit ({unit:kind}) cannot stand beside {place:address}", unit=unit.kind, place=operation.target.address),
        expected=kind_name(old.kind),
        found=called(unit),
    )


def _place(unit: Provision) -> tuple[int, int, int, str]:
    """The order of a labelled unit among its kind."""
    return sort_key(number(unit.label) if unit.kind in (Kind.PHU_LUC, Kind.MAU) else unit.label)


def form_holder(tree: Tree, operation: Operation, receiver: Spot) -> Spot | Refusal:
    """What holds the forms of the receiver: itself, or the one annex below it that has any. Where none has, a form stands by itself."""
    holders = [path for path, unit in walk(tree, receiver.path) if any(c.kind is Kind.MAU for c in unit.children)]
    if receiver.path in holders or not holders:
        return receiver
    if len(holders) == 1:
        return Spot(holders[0], tree.at(holders[0]))
    found = ", ".join(tree.address(p).vietnamese() for p in holders)
    return Refusal(Reason.TARGET_AMBIGUOUS, Message("several annexes hold forms: which receives the new one is not said"), found=found)


def _in_row(tree: Tree, path: Path, unit: Provision, after: bool) -> int:
    row = tree.parent(path).children
    anchor, new = _place(row[path[-1]]), _place(unit)
    kind = row[path[-1]].kind

    def between(sibling: Provision) -> bool:
        return sibling.kind is kind and bool(sibling.label) and min(anchor, new) < _place(sibling) < max(anchor, new)

    index = path[-1] + 1 if after else path[-1]
    if not unit.label:
        return index
    while after and anchor < new and index < len(row) and between(row[index]):
        index += 1
    while not after and new < anchor and index > 0 and between(row[index - 1]):
        index -= 1
    return index


def _paragraph(tree: Tree, path: Path, after: bool) -> Slot:
    """A paragraph behind a numbered unit belongs to it; one in front belongs to the unit before, if there is one."""
    if after:
        return Slot(path, len(tree.at(path).children))
    if path[-1] > 0 and not unlabelled(tree.at((*path[:-1], path[-1] - 1))):
        before = (*path[:-1], path[-1] - 1)
        return Slot(before, len(tree.at(before).children))
    return Slot(path[:-1], path[-1])


def _container(tree: Tree, operation: Operation, unit: Provision, path: Path, after: bool) -> Slot | Refusal:
    """A chapter or section beside an article: it must not cut the container which the article stands in."""
    while len(path) > 1 and tree.parent(path).kind in CONTAINERS and _RANK[tree.parent(path).kind] >= _RANK[unit.kind]:
        if not _edge(tree, path, after):
            return _cuts(tree, operation, unit, path)
        path = path[:-1]
    holder = tree.parent(path)
    if tree.at(path).kind is Kind.DIEU and after and not _edge(tree, path, after):
        following = holder.children[path[-1] + 1]
        if following.kind is Kind.DIEU:
            return _cuts(tree, operation, unit, path)
    return Slot(path[:-1], path[-1] + (1 if after else 0))


def _edge(tree: Tree, path: Path, after: bool) -> bool:
    return path[-1] == (len(tree.parent(path).children) - 1 if after else 0)


def _cuts(tree: Tree, operation: Operation, unit: Provision, path: Path) -> Refusal:
    return Refusal(
        Reason.TARGET_AMBIGUOUS,
        Message("{unit:address} would cut {place:address} in two", unit=Address.of((unit.kind, unit.label)), place=tree.address(path[:-1])),
    )


def in_container(tree: Tree, operation: Operation, anchor: Path, container: Path, after: bool) -> Slot | Refusal:
    """At the near end of a container which does not hold the neighbour: in front of the first article of the next chapter is the end
    of this one."""
    articles = tree.articles_in(tree.root_of(container))
    if not after:
        following = [p for p in articles if p > container and p[: len(container)] != container]
        if following and following[0] == anchor:
            return at_end(tree, _innermost(tree, container))
    else:
        preceding = [p for p in articles if p < container]
        if preceding and preceding[-1] == anchor and not any(c.kind in CONTAINERS for c in tree.at(container).children[:1]):
            return Slot(container, 0)
    return missing(
        operation,
        Message(
            "{place:address} does not stand at the edge of {holder:address}", place=operation.target.address, holder=tree.address(container)
        ),
        found=tree.address(anchor[:-1]).vietnamese(),
    )


def _innermost(tree: Tree, path: Path) -> Path:
    """The last container inside a container."""
    while tree.at(path).children and tree.at(path).children[-1].kind in CONTAINERS:
        path = (*path, len(tree.at(path).children) - 1)
    return path


def at_end(tree: Tree, path: Path) -> Slot:
    """Behind everything in the unit; in the document itself, in front of its annexes."""
    row = tree.at(path).children
    return Slot(path, next((i for i, c in enumerate(row) if c.kind in ENCLOSED), len(row)))


def by_label(tree: Tree, operation: Operation, unit: Provision, holder: Path) -> Slot | Refusal:
    """Into the unit at `holder`, where the label belongs among its kind."""
    if unit.kind is Kind.DIEU:
        return _article(tree, unit, holder)
    if unlabelled(unit):
        return at_end(tree, holder)
    if unit.kind is Kind.HANG:
        tables = [i for i, c in enumerate(tree.at(holder).children) if c.kind is Kind.BANG]
        if tree.at(holder).kind is not Kind.BANG:
            if len(tables) != 1:
                return missing(operation, Message("{place:address} holds {n} tables", place=operation.target.address, n=len(tables)))
            holder = (*holder, tables[0])
    inside = [i for i, c in enumerate(tree.at(holder).children) if c.kind is Kind.KHOAN and holds_part(c.label, unit.label)]
    if unit.kind is Kind.DIEM and len(inside) == 1:
        holder = (*holder, inside[0])  # "bổ sung điểm 1.13 Mục I": into clause 1
    row = tree.at(holder).children
    kin = [i for i, c in enumerate(row) if c.kind is unit.kind and not unlabelled(c)]
    alike = [i for i in kin if _place(row[i])[0] == _place(unit)[0]]
    if not alike:
        starts = first(unit.label) or unit.kind in (*CONTAINERS, Kind.PHU_LUC, Kind.MAU)
        if kin or not starts or any(c.kind in _NUMBERED for c in row):
            return missing(
                operation,
                Message(
                    "{place:address} holds no unit ({unit:kind}) which {label} could follow",
                    place=operation.target.address,
                    unit=unit.kind,
                    label=unit.label,
                ),
                found=", ".join(map(called, row[:8])),
            )
        if unit.kind in (Kind.PHU_LUC, Kind.MAU):
            return Slot(holder, len(row))
        return at_end(tree, holder)
    smaller = [i for i in alike if _place(row[i]) < _place(unit)]
    return Slot(holder, smaller[-1] + 1 if smaller else alike[0])


def _article(tree: Tree, unit: Provision, holder: Path) -> Slot:
    """Where the number belongs among the articles of the unit that receives it; a chapter that is named holds the article even where
    its numbers do not run on (Law 123/2025/QH15, article 1(22): 66a and 66b into a section that begins with 69)."""
    inside = [p for p in tree.articles_in(tree.root_of((*holder, 0))) if p[: len(holder)] == holder]
    new = sort_key(unit.label)
    smaller = [p for p in inside if sort_key(tree.at(p).label) < new]
    larger = [p for p in inside if sort_key(tree.at(p).label) > new]
    if smaller:
        before = max(smaller, key=lambda p: sort_key(tree.at(p).label))
        return Slot(before[:-1], before[-1] + 1)
    if larger:
        behind = min(larger, key=lambda p: sort_key(tree.at(p).label))
        return Slot(behind[:-1], behind[-1])
    return at_end(tree, holder)
