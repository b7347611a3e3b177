"""Acts issued in one order and effective in another, and what holds for a time only.

Operations apply by their first day of effect. Where an act issued earlier takes effect later, its words were written before those it would
overwrite: which of the two the law then has is not said by any rule (Law 64/2025/QH15, article 58, prefers the act issued later), and the
operation is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from lawtrack.consolidate.conflicts import Ran, near
from lawtrack.consolidate.scene import Done
from lawtrack.consolidate.timeline import Entry
from lawtrack.law.change import Change, Outcome
from lawtrack.law.effect import Bounded
from lawtrack.law.message import Message
from lawtrack.law.operation import Action, Operation, Part
from lawtrack.law.provision import Provision
from lawtrack.law.refusal import Reason, Refusal
from lawtrack.text.numbers import same_key

_OVERWRITING = frozenset({Action.SUBSTITUTE, Action.RETITLE, Action.OVERLAY})
_ENDING = frozenset({Action.SUBSTITUTE, Action.RETITLE, Action.REPEAL})
_WHOLE = frozenset({Action.SUBSTITUTE, Action.INSERT, Action.REPEAL})


class Order:
    """What is known of the operations behind the causes of a unit.

    whole    ids of operations whose words took the place of all a unit had
    held     ids of suspensions that end on a stated day
    """

    def __init__(self, entries: Sequence[Entry], errata: Sequence[Operation], issued: Mapping[str, date | None]) -> None:
        self._of = {e.operation.id: e for e in entries if not e.cause}
        self._issued = issued
        operations = (*(e.operation for e in entries), *errata)
        replacing = [o for o in operations if o.action in _WHOLE or (o.action is Action.OVERLAY and o.payload)]
        self.whole = frozenset(o.id for o in replacing if o.target.part is Part.WHOLE)
        suspending = [e.operation for e in entries if e.operation.action is Action.SUSPEND and not e.cause]
        self.held = frozenset(o.id for o in suspending if isinstance(o.effect.end, (date, Bounded)))
        self._timed = frozenset(
            e.operation.id for e in entries if e.operation.action is Action.OVERLAY and isinstance(e.operation.effect.end, (date, Bounded))
        )

    def doubt(self, item: Entry, done: Done) -> Refusal | None:
        """Why the operation is not to overwrite what it met."""
        operation = item.operation
        if operation.action not in _OVERWRITING | _ENDING or done.before == done.after:
            return None
        units = list(_overwritten(operation, done.before))
        causes = dict.fromkeys(c for unit in units for c in unit.causes)
        if operation.action in _OVERWRITING and item.issued is not None:
            before = [e for c in causes if (e := self._of.get(c)) and e.act != item.act and e.day < item.day]
            later = [e for e in before if e.issued and e.issued > item.issued and not self._stays(e.operation)]
            if later:
                return _overtaken(operation, later)
        timed = [self._of[c] for c in dict.fromkeys(u.causes[-1] for u in units if u.causes) if c in self._timed]
        if operation.action in _ENDING and (others := [e for e in timed if e.act != item.act and e.day < item.day]):
            return _temporary(operation, others)
        return None

    def _stays(self, operation: Operation) -> bool:
        """Whether new words take nothing from it: a suspension until a stated day holds for them too. One until a new rule comes does not,
        and words older than it are no new rule."""
        return operation.action is Action.REVIVE or operation.id in self.held

    def older(self, erratum: Operation, done: Done) -> bool:
        """Whether the words an erratum meets were not written after it was issued."""
        issued = self._issued.get(same_key(erratum.origin.document))
        if issued is None:
            return True
        came = (self._of.get(c) for unit in done.before for u in unit.walk() for c in u.causes)
        return not any(e is not None and e.issued is not None and e.issued > issued for e in came)


def _overwritten(operation: Operation, before: Iterable[Provision]) -> Iterable[Provision]:
    """The units whose words go."""
    parts = operation.action is Action.RETITLE or operation.target.part is not Part.WHOLE
    for unit in before:
        yield from (unit,) if parts else unit.walk()


def _overtaken(operation: Operation, later: Sequence[Entry]) -> Refusal:
    message = Message(
        "{acts}, issued after {act}, has changed {place:address} by then: whether the older words replace the newer is not said",
        acts=_acts(later),
        act=operation.origin.document,
        place=operation.target.address,
    )
    return _refused(operation, message, later)


def _temporary(operation: Operation, timed: Sequence[Entry]) -> Refusal:
    message = Message(
        "for a time {place:address} has other words ({acts}): whether this ends them, or means those behind them, is not said",
        place=operation.target.address,
        acts=_acts(timed),
    )
    return _refused(operation, message, timed)


def _acts(entries: Sequence[Entry]) -> str:
    return ", ".join(dict.fromkeys(e.operation.origin.document for e in entries))


def _refused(operation: Operation, message: Message, others: Sequence[Entry]) -> Refusal:
    return Refusal(
        Reason.CONFLICT_ORDER,
        message,
        expected=operation.target.address.vietnamese(),
        found="; ".join(f"{e.operation.origin.document}, {e.operation.origin.address.vietnamese()}" for e in others[:4]),
        others=tuple(e.operation.id for e in others),
    )


def reaching_back(entries: Sequence[Entry], members: Sequence[int], run: Callable[[Sequence[int]], Ran]) -> dict[int, Refusal]:
    """A refusal for each member that an act issued later gives an earlier day, where what others did in between makes a difference: its
    drafters had their words before them, and the text of its day has not."""
    found: dict[int, Refusal] = {}
    for i in members:
        item = entries[i]
        if item.issued is None or item.issued <= item.day:
            continue
        between = [k for k, e in enumerate(entries) if item.day < e.day <= item.issued and e.act != item.act]
        others = [entries[k] for k in between if near(item.operation, entries[k].operation)]
        if not others:
            continue
        forward, backward = run([i, *between]), run([*between, i])
        if forward.tree.root != backward.tree.root:
            found[i] = _reaches_back(item, others)
    return found


def _reaches_back(item: Entry, others: Sequence[Entry]) -> Refusal:
    message = Message(
        "{act} reaches back to {day:day}, and {acts} has changed {place:address} since: on which words it works is not said",
        act=item.operation.origin.document,
        day=item.day,
        acts=_acts(others),
        place=item.operation.target.address,
    )
    return _refused(item.operation, message, others)


def unsteady(found: Iterable[tuple[int, Change]], first: dict[int, Change]) -> dict[int, Refusal]:
    """Entries (of the changes of one day's text) that were refused on their first day and would apply now, or that conflict only now: what
    held for a time has ended. `first` keeps the change of each entry on its first day."""
    out: dict[int, Refusal] = {}
    for n, change in found:
        was = first.setdefault(n, change)
        if was.refusal is not None and change.outcome is Outcome.APPLIED:
            out[n] = was.refusal
        elif was.refusal is None and change.refusal is not None and change.refusal.reason in _CONFLICTS:
            out[n] = change.refusal
    return out


_CONFLICTS = frozenset({Reason.CONFLICT_SAME_DAY, Reason.CONFLICT_ORDER})
