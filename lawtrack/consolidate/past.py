"""One act in one language: its timeline put together, and the answers drawn from it."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property

from lawtrack.consolidate.amenders import Settled, addition, question
from lawtrack.consolidate.order import unsteady
from lawtrack.consolidate.replay import Replay, Standing, change_of
from lawtrack.consolidate.status import Start, start_of, status_of
from lawtrack.consolidate.timeline import Entry, boundaries, entry
from lawtrack.consolidate.tree import Tree, stamped
from lawtrack.law.address import Address
from lawtrack.law.change import Change, Edition, Outcome, Status
from lawtrack.law.document import Document
from lawtrack.law.effect import Bounded
from lawtrack.law.message import Message
from lawtrack.law.operation import Action, Operation
from lawtrack.law.provision import State
from lawtrack.law.refusal import Reason, Refusal
from lawtrack.text.numbers import same_key

Parent = tuple[str, Status, date | None, Message]
_WORDLESS = frozenset(
    {
        Action.ENACT,
        Action.REPEAL,
        Action.RENUMBER,
        Action.UNWRAP,
        Action.SUSPEND,
        Action.REVIVE,
        Action.REPLACE_DOCUMENT,
        Action.REPEAL_DOCUMENT,
    }
)


def outcome_of(operation: Operation) -> Outcome:
    """The outcome of an operation that carries its own refusal, or that no machine applies."""
    why = operation.refusal.reason if operation.refusal is not None else None
    if why is Reason.REJECTED:  # an editor has decided: nobody is waited for
        return Outcome.REFUSED
    return Outcome.MANUAL if operation.action is Action.MANUAL or why is Reason.DESCRIPTIVE else Outcome.REFUSED


def told(operation: Operation, refusal: Refusal | None = None) -> Change:
    """The change of an operation that is never tried."""
    why = (
        refusal
        or operation.refusal
        or Refusal(Reason.NOT_UNDERSTOOD, Message("understood to change the law, not computable"), found=operation.origin.text)
    )
    return Change(operation, outcome_of(operation), operation.effect.first_day, operation.target.address, refusal=why)


def _partly_ended(change: Change) -> bool:
    """Whether the act as a whole ends by it but for some of its provisions."""
    ends = change.operation.action in (Action.REPEAL_DOCUMENT, Action.REPLACE_DOCUMENT)
    return ends and change.refusal is not None and change.refusal.reason is Reason.SCOPE_LIMITED


class Past:
    """The history of one act.

    operations  every operation of the law; `own` are the positions of those on this act
    settled     what operations on operations come to
    issued      when acts were issued, by key
    parents     on a day, what this act details, each with its status
    """

    def __init__(
        self,
        document: Document,
        operations: Sequence[Operation],
        own: Sequence[int],
        settled: Settled,
        issued: dict[str, date | None],
        parents: Callable[[date], Sequence[Parent]],
    ) -> None:
        self._meta = document.meta
        self.enacted = replace(document, body=stamped(document.body, document.number))
        self._operations = operations
        self._issued = issued
        self._settled = settled
        self._parents = parents
        self._own = frozenset(own)
        whole = [operations[i] for i in own if operations[i].action is Action.ENACT and not operations[i].target.address]
        self.start: Start = start_of(document.meta, [o for o in whole if o.refusal is None])
        self._fixed: list[tuple[int, Change]] = []
        self._errata: list[int] = []
        entries: list[tuple[Entry, int]] = []
        for i in own:
            self._sort(i, entries)
        for m, i in settled.held:
            if i in self._own and isinstance(item := entry(operations[m], self._issue(operations[m])), Entry):
                entries.append((replace(item, cause=operations[i].id), m))
        entries.sort(key=lambda pair: pair[0].rank)
        self._entries = [item for item, _ in entries]
        self._positions = [i for _, i in entries]
        self._replay = Replay(
            Tree(self.enacted.body),
            document.meta,
            self._entries,
            [operations[i] for i in self._errata],
            self.start.effect.first_day if self.start.effect else None,
            self._dropped(),
            issued,
        )
        self._steady()

    def _issue(self, operation: Operation) -> date | None:
        return self._issued.get(same_key(operation.origin.document))

    def _sort(self, i: int, entries: list[tuple[Entry, int]]) -> None:
        """Where one operation goes: among those never tried, the errata, or the timeline."""
        operation = self._settled.put_right.get(i, self._operations[i])
        refusal = self._settled.refused.get(i)
        if operation.refusal is not None or operation.action is Action.MANUAL or refusal is not None:
            self._fixed.append((i, told(self._operations[i], None if operation.refusal else refusal)))
        elif operation.origin.language != self._meta.language and operation.action not in _WORDLESS:
            self._fixed.append((i, told(self._operations[i], self._foreign_words(operation))))
        elif operation.action is Action.CORRECT:
            self._errata.append(i)
        else:
            item = entry(operation, self._issue(operation))
            if isinstance(item, Refusal):
                self._fixed.append((i, replace(told(self._operations[i], item), day=None)))
            else:
                entries.append((item, i))

    def _foreign_words(self, operation: Operation) -> Refusal:
        return Refusal(
            Reason.PAYLOAD_MISSING,
            Message(
                "{act} was read in {tongue:language}; this text is in {own:language}",
                act=operation.origin.document,
                tongue=operation.origin.language,
                own=self._meta.language,
            ),
            remedy=Message("import the act in this language: until then this text is out of date from its day of effect"),
        )

    def _dropped(self) -> dict[tuple[str, date], frozenset[str]]:
        """For each act and day, the operations whose commands it repeals on it."""
        out: dict[tuple[str, date], frozenset[str]] = {}
        for m, i in self._settled.asked:
            meta = self._operations[m]
            day = meta.effect.first_day
            if i in self._own and day is not None and meta.action in (Action.REPEAL, Action.REPEAL_DOCUMENT):
                spot = (same_key(meta.origin.document), day)
                out[spot] = out.get(spot, frozenset()) | {self._operations[i].id}
        return out

    # -- folding ---------------------------------------------------------------------------------------------------------
    def _active(self, day: date) -> tuple[tuple[int, ...], tuple[int, ...]]:
        """The entries that hold on the day, and those of which it is uncertain."""
        sure: list[int] = []
        unsure: list[int] = []
        for n, item in enumerate(self._entries):
            holds = item.operation.effect.holds(day)
            if holds:
                sure.append(n)
            elif holds is None:
                unsure.append(n)
        return tuple(sure), tuple(unsure)

    def _done(self, steps: Sequence[Standing]) -> list[tuple[int, Change]]:
        """(entry, or erratum as a negative number; change) of every step, in order. The operation of a change is the one that was applied:
        of a command which an erratum has put right, as it reads then."""
        return [pair for step in steps for pair in step.changes]

    def _at(self, n: int) -> int:
        """The position of an entry's (or erratum's) operation among all operations."""
        return self._positions[n] if n >= 0 else self._errata[-1 - n]

    def _steady(self) -> None:
        """An operation that is refused on its first day never applies: not when what stood in its way for a time has ended."""
        while any(item.operation.effect.end is not None for item in self._entries):
            first: dict[int, Change] = {}
            found: dict[int, Refusal] = {}
            for day in boundaries(self._entries):
                changes = self._done(self._replay.fold(self._active(day)[0]))
                found |= unsteady(((n, c) for n, c in changes if n >= 0 and n not in self._replay.barred), first)
            if not found:
                return
            self._replay.bar({n: c.refusal for n, c in first.items() if c.refusal is not None} | found)

    # -- answers ---------------------------------------------------------------------------------------------------------
    @cached_property
    def foreign(self) -> frozenset[int]:
        """Positions of operations on amending acts which are told here because of what they mean for this act."""
        pairs = [*self._settled.asked, *self._settled.held, *self._settled.errata, *self._settled.added]
        return frozenset(m for m, i in pairs if i in self._own)

    @cached_property
    def numbered(self) -> tuple[tuple[int, Change], ...]:
        """Every change, with the position of its operation, in order of application."""
        return tuple(sorted([*self._tried, *self._fixed, *self._asked, *self._corrections], key=self._order))

    @cached_property
    def _tried(self) -> list[tuple[int, Change]]:
        """What every entry and erratum did on its day."""
        found: dict[int, Change] = {}
        for n, item in enumerate(self._entries):
            if n in found:
                continue
            sure, _ = self._active(item.day)
            active = sure if n in sure else tuple(sorted({*sure, n}))
            for k, change in self._done(self._replay.fold(active)):
                if k >= 0 and self._entries[k].day == item.day:
                    found.setdefault(k, change)
        last, _ = self._active(date.max)
        steps = self._replay.fold(last)
        for k, change in self._done(steps):
            if k < 0:
                found.setdefault(k, change)
        for n in steps[-1].waiting:
            operation = self._replay.errata[n]
            refusal = self._replay.refusal_of(n, steps[-1])
            found[-1 - n] = change_of(operation, refusal, operation.effect.first_day)
        return [(self._at(n), change) for n, change in found.items()]

    def _order(self, pair: tuple[int, Change]) -> tuple[date, date, str, int, str]:
        change = pair[1]
        operation = change.operation
        act = same_key(operation.origin.document)
        return (change.day or date.max, self._issue(operation) or date.max, act, operation.order, operation.id)

    @cached_property
    def changes(self) -> tuple[Change, ...]:
        """Every change, in order of application."""
        return tuple(change for _, change in self.numbered)

    @cached_property
    def _corrections(self) -> list[tuple[int, Change]]:
        """Errata of amending acts, as they reach this act through the commands they put right."""
        reached = {i: change for i, change in self._tried if change.outcome is Outcome.APPLIED}
        pairs = [(m, reached[i]) for m, i in self._settled.errata if i in reached]
        return [(m, Change(self._operations[m], Outcome.APPLIED, change.day, change.address)) for m, change in pairs]

    @cached_property
    def _asked(self) -> list[tuple[int, Change]]:
        """Commands that were repealed or changed after their effect, where what they did still stands on that day; and provisions that came
        in among the commands."""
        out: list[tuple[int, Change]] = []
        did = {change.operation.id: change for _, change in self._tried if change.outcome is Outcome.APPLIED}
        for m, operations in self._mine(self._settled.asked):
            meta = self._operations[m]
            day = meta.effect.first_day
            if day is None:
                continue
            standing = self._replay.fold(self._active(day)[0])[-1]
            if standing.whole is State.REPEALED or (self._meta.expired is not None and self._meta.expired <= day):
                continue
            seen = self._replay.standing_causes(standing)
            left = [o for o in operations if o.id in seen or (o.id in did and not did[o.id].after)]
            if left:
                out.append((m, Change(meta, Outcome.MANUAL, day, left[0].target.address, refusal=question(meta, left))))
        for m, operations in self._mine(self._settled.added):
            meta = self._operations[m]
            why = addition(meta, operations)
            out.append((m, Change(meta, Outcome.MANUAL, meta.effect.first_day, operations[0].target.address, refusal=why)))
        return out

    def _mine(self, pairs: Sequence[tuple[int, int]]) -> list[tuple[int, list[Operation]]]:
        """Operations on commands, each with those commands that are of this act, in the order of the commands."""
        found: dict[int, list[Operation]] = {}
        for m, i in pairs:
            if i in self._own:
                found.setdefault(m, []).append(self._operations[i])
        return [(m, sorted(o, key=lambda x: (same_key(x.origin.document), x.order, x.id))) for m, o in found.items()]

    @cached_property
    def days(self) -> tuple[date, ...]:
        """The first day, and every day on which the text changes for certain, or the standing of the whole or of a provision with a day of
        its own."""
        start = self.start.effect.first_day if self.start.effect else None
        out: set[date] = {start} if start else set()
        end = self.start.effect.end if self.start.effect else None
        if isinstance(end, (date, Bounded)):
            out.add(end if isinstance(end, date) else end.not_after)
        out |= {c.day for c in self.changes if c.operation.action is Action.ENACT and c.outcome is Outcome.APPLIED and c.day}
        last = self._replay.fold(())[-1]
        for day in boundaries(self._entries):
            now = self._replay.fold(self._active(day)[0])[-1]
            if now.whole is not last.whole or now.meta != last.meta or (now.tree is not last.tree and now.tree.root != last.tree.root):
                out.add(day)
            last = now
        if self._meta.expired:
            out.add(self._meta.expired)
        return tuple(sorted(out))

    def edition(self, day: date) -> Edition:
        """The act on a day."""
        sure, unsure = self._active(day)
        steps = self._replay.fold(sure)
        standing = steps[-1]
        applied = [change for _, change in self._done(steps) if change.outcome is Outcome.APPLIED]
        applied += [c for _, c in self._corrections if c.day is not None and c.day <= day]
        uncertain: list[Change] = []
        doubtful: set[int] = set()
        other: Document | None = None
        if unsure:
            full = self._replay.fold(tuple(sorted({*sure, *unsure})))
            uncertain = [c for n, c in self._done(full) if n in unsure and c.outcome is Outcome.APPLIED]
            doubtful = {self._at(n) for n in unsure}
            if full[-1].tree.root != standing.tree.root or full[-1].meta != standing.meta:
                other = self._document(full[-1])
        ended = [c for c in self.changes if _partly_ended(c) and c.day is not None and c.day <= day]
        status, why = status_of(self._meta, self.start, standing, applied, uncertain, day, lambda: self._parents(day), ended)
        coming = [c for i, c in self.numbered if c.outcome is Outcome.APPLIED and c.day and c.day > day and i not in doubtful]
        return Edition(
            self._document(standing),
            day,
            status,
            why,
            other,
            tuple(uncertain),
            tuple(applied),
            tuple(coming),
            tuple(c for c in self.changes if c.outcome is not Outcome.APPLIED),
        )

    def _document(self, standing: Standing) -> Document:
        return replace(self.enacted, meta=standing.meta, body=standing.tree.root)

    def ended(self, day: date) -> tuple[Status, date | None, Message]:
        """The status on a day, since when the act has expired where it has, and why."""
        edition = self.edition(day)
        if edition.status is not Status.EXPIRED:
            return edition.status, None, edition.why
        standing = self._replay.fold(self._active(day)[0])[-1]
        return edition.status, standing.since or self._meta.expired, edition.why

    def unit_ended(self, address: Address, day: date) -> tuple[Status, date | None, Message] | None:
        """The same for one provision; None where it never stood here."""
        standing = self._replay.fold(self._active(day)[0])[-1]
        uid = f"{self._meta.number}#{address}"
        for unit in standing.tree.root.walk():
            if unit.uid == uid or uid.partition("#")[2] == unit.uid.partition("#")[2]:
                if not unit.repealed:
                    return Status.IN_FORCE, None, Message("")
                by = next((c for c in reversed(self.changes) if c.operation.id in unit.causes[-1:]), None)
                return Status.EXPIRED, by.day if by else None, Message("{act}", act=by.operation.origin.document) if by else Message("")
        return None
