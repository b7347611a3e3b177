"""Identity and causes: which unit is the same unit after a change of words, and who made it what it is."""

from __future__ import annotations

from dataclasses import replace

from lawtrack.consolidate.tree import key, unlabelled
from lawtrack.law.address import Address, Step
from lawtrack.law.operation import Operation
from lawtrack.law.provision import Kind, Provision, State


def newborn(unit: Provision, operation: Operation, address: Address, taken: frozenset[str] = frozenset()) -> Provision:
    """A unit that comes into being, with everything below it. `address` is the one it comes to stand at."""
    uid = base = f"{operation.origin.document}#{address}"
    n = 2
    while uid in taken:
        uid, n = f"{base}~{n}", n + 1
    children: list[Provision] = []
    seen: dict[tuple[Kind, str], int] = {}
    for child in unit.children:
        name = "" if unlabelled(child) else key(child.label)
        count = seen[child.kind, name] = seen.get((child.kind, name), 0) + 1
        if unlabelled(child):
            name = str(count + (1 if child.kind is Kind.DOAN and unit.text else 0))
        elif count > 1:
            name = f"{name}~{count}"
        above = (address.root if child.kind is Kind.DIEU else address).steps
        children.append(newborn(child, operation, Address((*above, Step(child.kind, name)))))
    return replace(unit, children=tuple(children), uid=uid, causes=(operation.id,))


def heir(old: Provision, new: Provision, operation: Operation, address: Address, held: frozenset[str] = frozenset()) -> Provision:
    """`new` in the place of `old`: the same unit with other words. Units below it are the same where they bear the label which
    an old one bore; the rest come into being. What an operation `held` suspends below it stays suspended."""
    left = {(c.kind, key(c.label)): c for c in reversed(old.children) if not unlabelled(c)}
    taken = frozenset(c.uid for c in old.children)
    children: list[Provision] = []
    counts: dict[tuple[Kind, str], int] = {}
    for child in new.children:
        name = "" if unlabelled(child) else key(child.label)
        n = counts[child.kind, name] = counts.get((child.kind, name), 0) + 1
        twin = left.pop((child.kind, name), None) if name else None
        if unlabelled(child):
            name = str(n + (1 if child.kind is Kind.DOAN and new.text else 0))
        elif n > 1:
            name = f"{name}~{n}"
        above = (address.root if child.kind is Kind.DIEU else address).steps
        spot = Address((*above, Step(child.kind, name)))
        if twin is not None:
            child = heir(twin, child, operation, spot, held)
            if _same_words(twin, child) and child.causes and child.causes[-1] == operation.id:
                child = replace(child, causes=twin.causes)
            if twin.state is State.SUSPENDED and held.intersection(twin.causes):
                child = restated(child, State.SUSPENDED)
        else:
            child = newborn(child, operation, spot, taken)
        children.append(child)
    return replace(new, children=tuple(children), uid=old.uid, causes=caused(old, operation), state=State.IN_FORCE)


def caused(unit: Provision, operation: Operation) -> tuple[str, ...]:
    """The causes of a unit which the operation touches."""
    return unit.causes if unit.causes[-1:] == (operation.id,) else (*unit.causes, operation.id)


def touched(unit: Provision, operation: Operation, **words: object) -> Provision:
    """The unit with some of its own words changed by the operation."""
    return replace(unit, causes=caused(unit, operation), **words)  # type: ignore[arg-type]


def _same_words(one: Provision, two: Provision) -> bool:
    return (one.label, one.heading, one.text, one.cells, one.state) == (two.label, two.heading, two.text, two.cells, two.state)


def restated(unit: Provision, state: State, but: frozenset[str] = frozenset()) -> Provision:
    """The unit and all below it in another state; places of repealed units stay places, and units below it of which one of the operations
    `but` is a cause stay as they are."""
    if unit.repealed:
        return unit
    below = tuple(c if but.intersection(c.causes) else restated(c, state, but) for c in unit.children)
    return replace(unit, state=state, children=below)


def emptied(unit: Provision, operation: Operation) -> Provision:
    """The place of a repealed unit. Of a container its articles stay as places too: their numbers are not given again."""
    if unit.repealed:
        return unit
    children = tuple(emptied(c, operation) for c in unit.children if c.kind in _PLACES)
    return replace(
        unit,
        heading="",
        text="",
        cells=(),
        children=children if unit.kind in _HOLDERS else (),
        state=State.REPEALED,
        causes=caused(unit, operation),
    )


_HOLDERS = (Kind.PHAN, Kind.CHUONG, Kind.MUC, Kind.TIEU_MUC, Kind.QUY_CHE)
_PLACES = (*_HOLDERS, Kind.DIEU)
