"""Operations of different acts that take effect on one day: they apply if their order makes no difference, or if the later act can only
have been written on top of the earlier; otherwise both are refused, for nothing says which words the law has."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import Protocol

from lawtrack.consolidate.timeline import Entry
from lawtrack.consolidate.tree import Tree
from lawtrack.law.address import Address
from lawtrack.law.change import Change, Outcome
from lawtrack.law.message import Message
from lawtrack.law.operation import Action, Operation, Position
from lawtrack.law.provision import CONTAINERS, INNER, Kind
from lawtrack.law.refusal import Reason, Refusal

_WHOLE_ACT = frozenset({Action.ENACT, Action.REPLACE_DOCUMENT, Action.REPEAL_DOCUMENT})


class Ran(Protocol):
    """The act after a run."""

    @property
    def tree(self) -> Tree: ...

    @property
    def changes(self) -> tuple[tuple[int, Change], ...]: ...


def conflicting(entries: Sequence[Entry], members: tuple[int, ...], run: Callable[[Sequence[int]], Ran]) -> dict[int, Refusal]:
    """A refusal for each member that conflicts with one of another act. `run` applies members in the order given."""
    found: dict[int, set[int]] = {}
    for n, i in enumerate(members):
        for j in members[n + 1 :]:
            if (
                entries[i].act != entries[j].act
                and near(entries[i].operation, entries[j].operation)
                and _clash(entries, members, i, j, run)
            ):
                found.setdefault(i, set()).add(j)
                found.setdefault(j, set()).add(i)
    return {i: _refusal(entries[i], [entries[j].operation for j in sorted(others)]) for i, others in found.items()}


def _clash(entries: Sequence[Entry], members: tuple[int, ...], i: int, j: int, run: Callable[[Sequence[int]], Ran]) -> bool:
    """Whether the order of two operations (each behind what its own act does before it nearby) makes a difference."""
    one, two = _leading(entries, members, i, j), _leading(entries, members, j, i)
    forward, backward = run([*one, *two]), run([*two, *one])
    done_forward = _applied(forward, i), _applied(forward, j)
    done_backward = _applied(backward, i), _applied(backward, j)
    if forward.tree.root == backward.tree.root:
        return False
    # The later act builds on what the earlier brings: in the other order it has nothing to stand on.
    later = _issued(entries[j]) > _issued(entries[i])
    return not (later and all(done_forward) and not done_backward[1])


def _leading(entries: Sequence[Entry], members: tuple[int, ...], i: int, other: int) -> list[int]:
    """The operation and what its own act does before it where the other one works."""
    there = entries[other].operation
    return [k for k in members if k <= i and entries[k].act == entries[i].act and (k == i or near(entries[k].operation, there))]


def _issued(item: Entry) -> date:
    return item.issued or date.min


def _applied(ran: Ran, i: int) -> bool:
    return any(n == i and change.outcome is Outcome.APPLIED for n, change in ran.changes)


def _plain(address: Address) -> Address:
    """The address of the unit, without the containers that commands may name or not; empty where it names no article."""
    steps = address.steps
    return Address(tuple(s for s in steps if s.kind not in (*CONTAINERS, *INNER))) if any(s.kind is Kind.DIEU for s in steps) else Address()


def _places(operation: Operation) -> list[Address]:
    """Where the operation may change the tree."""
    at = _plain(operation.target.address)
    if operation.action is Action.INSERT and at:
        holder = at.parent if operation.position in (Position.AFTER, Position.BEFORE) else at
        if all(u.label for u in operation.payload):
            return [holder.child(u.kind, u.label) for u in operation.payload]
        return [holder]
    return [at.parent if operation.target.through else at]


def near(one: Operation, two: Operation) -> bool:
    """Whether two operations may touch one unit: a place of one lies in that of the other, or they insert beside one neighbour."""
    if one.action in _WHOLE_ACT or two.action in _WHOLE_ACT:
        return False
    if one.action is two.action is Action.INSERT and one.target.address == two.target.address:
        return True
    return any(a.within(b) or b.within(a) for a in _places(one) for b in _places(two))


def _refusal(item: Entry, others: list[Operation]) -> Refusal:
    named = ", ".join(dict.fromkeys(o.origin.document for o in others))
    return Refusal(
        Reason.CONFLICT_SAME_DAY,
        Message(
            "{acts} changes the same words on the same day ({day:day}), and the order would make a difference", acts=named, day=item.day
        ),
        expected=item.operation.target.address.vietnamese(),
        found="; ".join(f"{o.origin.document}, {o.origin.address.vietnamese()}" for o in others[:4]),
        others=tuple(o.id for o in others),
    )
