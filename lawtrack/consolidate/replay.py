"""One act through time: what holds on a day is the enacted text with every operation that holds on it, in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import groupby

from lawtrack.consolidate.apply import apply
from lawtrack.consolidate.apply.suspend import suspend_caused
from lawtrack.consolidate.apply.words import longer_phrases
from lawtrack.consolidate.conflicts import conflicting
from lawtrack.consolidate.order import Order, reaching_back
from lawtrack.consolidate.resolve import locate
from lawtrack.consolidate.scene import Done, Moved, Result, Scene, Written
from lawtrack.consolidate.timeline import Entry
from lawtrack.consolidate.tree import Tree
from lawtrack.law.change import Change, Outcome
from lawtrack.law.document import Meta
from lawtrack.law.message import Message
from lawtrack.law.operation import Action, Operation
from lawtrack.law.provision import State
from lawtrack.law.refusal import Reason, Refusal


@dataclass(frozen=True, slots=True)
class Standing:
    """An act between two days.

    whole, since, by    whether the act as a whole holds, from which day, and the operation that made it so
    waiting             errata that have not met the words they correct
    failed              renumberings that were refused
    changes             of the last day alone, in order, by the position of the entry
    """

    tree: Tree
    meta: Meta
    moved: tuple[Moved, ...] = ()
    whole: State = State.IN_FORCE
    since: date | None = None
    by: Operation | None = None
    waiting: tuple[int, ...] = ()
    failed: tuple[Operation, ...] = ()
    changes: tuple[tuple[int, Change], ...] = ()


class Replay:
    """Folds of one act's entries, which must be sorted by rank. Days in common between two folds are computed once."""

    def __init__(
        self,
        tree: Tree,
        meta: Meta,
        entries: Sequence[Entry],
        errata: Sequence[Operation] = (),
        start: date | None = None,
        dropped: dict[tuple[str, date], frozenset[str]] | None = None,
        issued: Mapping[str, date | None] | None = None,
    ) -> None:
        self.entries = entries
        self.errata = errata
        self.dropped = dropped or {}
        self.barred: dict[int, Refusal] = {}
        self._order = Order(entries, errata, issued or {})
        self._start = start or date.min
        first = Standing(tree, meta, waiting=tuple(range(len(errata))))
        self._known: dict[tuple[int, ...], Standing] = {(): self._correct(first, self._start)}

    def bar(self, refusals: Mapping[int, Refusal]) -> None:
        """Entries that never apply, whatever day is asked for."""
        self.barred.update(refusals)
        self._known = {(): self._known[()]}

    def fold(self, active: tuple[int, ...]) -> list[Standing]:
        """The act after each day on which one of the active entries begins, the enacted text first."""
        steps = [self._known[()]]
        for day, group in groupby(active, key=lambda i: self.entries[i].day):
            members = tuple(group)
            prefix = active[: active.index(members[0]) + len(members)]
            if prefix not in self._known:
                self._known[prefix] = self._correct(self._day(steps[-1], day, members), day)
            steps.append(self._known[prefix])
        return steps

    def _day(self, standing: Standing, day: date, members: tuple[int, ...]) -> Standing:
        def tried(ids: Sequence[int]) -> Standing:
            return self._run(standing, day, ids, {}, trial=True)

        refused: dict[int, Refusal] = {}
        if len({self.entries[i].act for i in members}) > 1:
            refused = conflicting(self.entries, members, tried)
        refused |= reaching_back(self.entries, members, tried)
        return self._run(standing, day, members, refused)

    def _run(self, standing: Standing, day: date, members: Sequence[int], refused: dict[int, Refusal], trial: bool = False) -> Standing:
        """The members applied in the order given; in a `trial` nothing is refused for the order of the acts. A unit takes a number only if
        the one that bears it gives it up: no row of renumberings is left half done."""
        stuck: frozenset[int] = frozenset()
        while True:
            after = self._pass(standing, day, members, refused, trial, stuck)
            failed = {i for i, c in after.changes if c.refusal is not None and c.operation.action is Action.RENUMBER}
            if failed <= stuck:
                return after
            stuck |= failed

    def _pass(
        self, standing: Standing, day: date, members: Sequence[int], refused: dict[int, Refusal], trial: bool, stuck: frozenset[int]
    ) -> Standing:
        changes: list[tuple[int, Change]] = []
        before, act = standing.tree, None
        moving: frozenset[str] = frozenset()
        written: Written = {}
        for i in members:
            item = self.entries[i]
            if item.act != act:
                act, before, written = item.act, standing.tree, {}
                moving = self._moving(standing, day, [self.entries[j] for j in members if self.entries[j].act == act and j not in stuck])
            scene = Scene(
                standing.meta,
                standing.tree,
                before,
                day,
                standing.moved,
                item.issued,
                moving,
                self.dropped.get((item.act, day), frozenset()),
                standing.whole,
                longer_phrases(item.operation, [self.entries[j].operation for j in members if self.entries[j].act == act]),
                tuple(o for o in standing.failed if o.origin.document != item.operation.origin.document),
                self._order.held,
                written,
            )
            result = self.barred.get(i) or refused.get(i) or self._apply(standing, scene, item)
            if isinstance(result, Done) and not trial and (doubt := self._order.doubt(item, result)) is not None:
                result = doubt
            if isinstance(result, Done):
                written = {**written, **result.written}
            standing = _after(standing, result, item.operation, day)
            changes.append((i, change_of(item.operation, result, day)))
        return replace(standing, changes=tuple(changes))

    def _apply(self, standing: Standing, scene: Scene, item: Entry) -> Result:
        if (
            standing.whole is State.REPEALED
            and standing.since is not None
            and standing.since < scene.day
            and item.operation.action is not Action.REVIVE
        ):
            return Refusal(
                Reason.TARGET_REPEALED,
                Message("{act} has expired on {day:day}", act=item.operation.target.document, day=standing.since),
                expected="an act in force",
                others=(standing.by.id,) if standing.by else (),
            )
        if item.cause:
            return suspend_caused(scene, item.operation, item.cause, self._order.whole)
        return apply(scene, item.operation)

    @staticmethod
    def _moving(standing: Standing, day: date, own: list[Entry]) -> frozenset[str]:
        uids = set()
        for item in own:
            if item.operation.action is Action.RENUMBER:
                spot = locate(Scene(standing.meta, standing.tree, standing.tree, day), item.operation)
                if not isinstance(spot, Refusal):
                    uids.add(spot.unit.uid)
        return frozenset(uids)

    def _correct(self, standing: Standing, day: date) -> Standing:
        """Errata apply as soon as the words they correct stand in the text."""
        waiting: list[int] = []
        changes = list(standing.changes)
        for n in standing.waiting:
            operation = self.errata[n]
            result = apply(Scene(standing.meta, standing.tree, standing.tree, day, standing.moved), operation)
            if isinstance(result, Refusal) or not self._order.older(operation, result):
                waiting.append(n)
                continue
            standing = _after(standing, result, operation, day)
            changes.append((-1 - n, change_of(operation, result, day)))
        return replace(standing, waiting=tuple(waiting), changes=tuple(changes))

    def standing_causes(self, standing: Standing) -> set[str]:
        """Ids of the operations of which something still stands: no later one has replaced all their units had."""
        out: set[str] = set()
        for unit in standing.tree.root.walk():
            for cause in reversed(unit.causes):
                out.add(cause)
                if cause in self._order.whole:
                    break
        return out

    def refusal_of(self, n: int, standing: Standing) -> Refusal:
        """Why an erratum still waits at the end."""
        result = apply(Scene(standing.meta, standing.tree, standing.tree, self._start, standing.moved), self.errata[n])
        return (
            result
            if isinstance(result, Refusal)
            else Refusal(Reason.PHRASE_MISSING, Message("the words it names were written after it was issued"), self.errata[n].find)
        )


def _after(standing: Standing, result: Result, operation: Operation, day: date) -> Standing:
    if isinstance(result, Refusal):
        failed = operation.action is Action.RENUMBER and operation not in standing.failed
        return replace(standing, failed=(*standing.failed, operation)) if failed else standing
    standing = replace(standing, tree=result.tree, meta=result.meta or standing.meta, moved=(*standing.moved, *result.moved))
    if result.whole is not None:
        standing = replace(standing, whole=result.whole, since=day, by=operation)
    return standing


def change_of(operation: Operation, result: Result, day: date | None) -> Change:
    """The outcome of one operation."""
    if isinstance(result, Done):
        return Change(operation, Outcome.APPLIED, day, result.address, result.before, result.after)
    return Change(operation, Outcome.REFUSED, day, operation.target.address, refusal=result)
