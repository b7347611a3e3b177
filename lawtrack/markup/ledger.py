"""Ledgers: what the machine read in an amending act and what an editor decided about it, both kept.

A ledger is to an act what a lock file is to a list of dependencies: when the reader of acts changes its mind, decisions stand, and what
has moved away from them is listed as drift.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum

from lawtrack.law import Message, Operation, Reason, Refusal


class Decision(StrEnum):
    """What stands behind an entry."""

    MACHINE = "machine"  # as read, nobody has looked
    ACCEPTED = "accepted"  # as read, and an editor agrees
    OVERRIDDEN = "overridden"  # the editor's operation; what the machine read is kept beside it
    REJECTED = "rejected"  # read, and not to be applied
    ADDED = "added"  # the editor's own operation


@dataclass(frozen=True, slots=True)
class Entry:
    """One operation and the decision about it.

    operation  what stands: the machine's reading, or the editor's operation where `overridden` or `added`
    by, on     who decided, and when
    note       the editor's reason; a rejection has one
    machine    what the machine read, where `overridden`
    """

    operation: Operation
    decision: Decision = Decision.MACHINE
    by: str = ""
    on: date | None = None
    note: str = ""
    machine: Operation | None = None

    def __post_init__(self) -> None:
        if self.decision is Decision.REJECTED and not self.note.strip():
            raise ValueError("a rejection needs its reason, in note")
        if (self.decision is Decision.OVERRIDDEN) != (self.machine is not None):
            raise ValueError("what the machine read stands beside an overridden operation, and only there")

    @property
    def read(self) -> Operation | None:
        """What the machine read when the decision was made; None for an added operation."""
        if self.decision is Decision.ADDED:
            return None
        return self.machine or self.operation


@dataclass(frozen=True, slots=True)
class Ledger:
    """The ledger of one act in one language.

    act, language  number of the act, and the language of the expression that was read
    act_sha256     of the canonical file that was read
    reviewed, by   when an editor looked through the whole, and who
    entries        in the order of the act
    """

    act: str
    act_sha256: str = ""
    language: str = "vi"
    reviewed: date | None = None
    reviewed_by: str = ""
    entries: tuple[Entry, ...] = ()

    def __post_init__(self) -> None:
        seen: set[str] = set()
        for entry in self.entries:
            if entry.operation.id in seen:
                raise ValueError(f"two operations have the id {entry.operation.id}")
            seen.add(entry.operation.id)

    @classmethod
    def of(cls, act: str, operations: Iterable[Operation], act_sha256: str = "", language: str = "vi") -> Ledger:
        """A new ledger of what the machine read. Raises ValueError where two operations have one id."""
        return cls(act, act_sha256, language, entries=tuple(map(Entry, operations)))


class Drifted(StrEnum):
    """How a decision and the machine's reading of today have parted."""

    CHANGED = "changed"  # the machine reads the command otherwise now
    GONE = "gone"  # the machine reads no such operation any more
    TAKEN = "taken"  # the machine now reads an operation of its own under the id of an added one


@dataclass(frozen=True, slots=True)
class Drift:
    """A decision that stands although the machine reads otherwise now; `now` is its reading, None where it reads nothing."""

    what: Drifted
    entry: Entry
    now: Operation | None = None

    @property
    def told(self) -> Message:
        """What has parted, in one sentence."""
        how = {
            Drifted.CHANGED: Message("the machine reads the command otherwise now"),
            Drifted.GONE: Message("the machine does not read this operation any more"),
            Drifted.TAKEN: Message("the machine now reads an operation of this id itself"),
        }[self.what]
        return Message(
            "{operation} ({decision}): {how}; the decision stands", operation=self.entry.operation.id, decision=self.entry.decision, how=how
        )

    def __str__(self) -> str:
        return str(self.told)


def operations(ledger: Ledger) -> tuple[Operation, ...]:
    """What is to be applied, in the order of the ledger; a rejected operation carries a refusal with the editor's reason."""
    return tuple(_standing(entry) for entry in ledger.entries)


def _standing(entry: Entry) -> Operation:
    if entry.decision is not Decision.REJECTED:
        return entry.operation
    if entry.by and entry.on:
        message = Message("rejected by {who} on {day:day}: {note}", who=entry.by, day=entry.on, note=entry.note)
    elif entry.by:
        message = Message("rejected by {who}: {note}", who=entry.by, note=entry.note)
    elif entry.on:
        message = Message("rejected on {day:day}: {note}", day=entry.on, note=entry.note)
    else:
        message = Message("rejected: {note}", note=entry.note)
    return replace(entry.operation, refusal=Refusal(Reason.REJECTED, message))


def merge(old: Ledger, read: Sequence[Operation], act_sha256: str | None = None) -> tuple[Ledger, tuple[Drift, ...]]:
    """`old` with what the machine reads now. Decisions stand; entries nobody decided about follow the new reading. Gives the new ledger
    and the drift: decisions whose command the machine reads otherwise, or no longer. `act_sha256` of the file read now, where it is
    known. Where the new reading differs from the one decided about by its place in the act alone, it is the same reading, and its
    place is brought up to date. Raises ValueError where two operations of `read` have one id."""
    decided = {e.operation.id: e for e in old.entries if e.decision is not Decision.MACHINE}
    entries: list[Entry] = []
    drifts: list[Drift] = []
    for now in read:
        entry = decided.get(now.id)
        if entry is None:
            entries.append(Entry(now))
            continue
        kept, drift = _kept(entry, now)
        entries.append(kept)
        if drift:
            drifts.append(drift)
    fresh = {now.id for now in read}
    place = 0
    for entry in old.entries:
        at = next((i for i, e in enumerate(entries) if e.operation.id == entry.operation.id), None)
        if at is not None:
            place = at + 1
        elif entry.decision is not Decision.MACHINE:
            entries.insert(place, entry)
            place += 1
            if entry.decision is not Decision.ADDED:
                drifts.append(Drift(Drifted.GONE, entry))
    assert fresh <= {e.operation.id for e in entries}
    new = replace(old, entries=tuple(entries), act_sha256=old.act_sha256 if act_sha256 is None else act_sha256)
    return new, tuple(drifts)


def _kept(entry: Entry, now: Operation) -> tuple[Entry, Drift | None]:
    then = entry.read
    if then is None:
        return entry, Drift(Drifted.TAKEN, entry, now)
    if _reading(then) != _reading(now):
        return entry, Drift(Drifted.CHANGED, entry, now)
    if entry.decision is Decision.OVERRIDDEN:
        return replace(entry, machine=now), None
    return replace(entry, operation=now), None


def _reading(operation: Operation) -> Operation:
    """The operation without its place in the act (offsets and order move when something in front of it is mended) and without the
    wording of a refusal, which is lawtrack's and not the act's."""
    refusal = Refusal(operation.refusal.reason, Message("")) if operation.refusal else None
    return replace(operation, origin=replace(operation.origin, start=0, end=0), order=0, refusal=refusal)
