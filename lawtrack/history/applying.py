"""Applying acts, and taking the last change back."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from lawtrack.history.build import Built
from lawtrack.history.desk import Desk
from lawtrack.history.errors import Conflict
from lawtrack.history.lawref import LawHistory
from lawtrack.history.library import Library
from lawtrack.history.places import LEDGER, ledger_of
from lawtrack.history.shelf import Entry
from lawtrack.law import Change
from lawtrack.law.message import Message
from lawtrack.text.numbers import same_key

_DECIDED = re.compile(rb"^    decision: (?!machine$)", re.MULTILINE)
_KIND = re.compile(rb"^Lawtrack: (import|mend|apply)$", re.MULTILINE)
_UNDOES = re.compile(rb"^Undoes: ([0-9a-f]{40,64})$", re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Applied:
    """What `apply` did: the acts, the outcome of each of their operations, the ledgers, the commit of them
    (None: nothing changed), the law history."""

    acts: tuple[Entry, ...]
    changes: tuple[Change, ...]
    ledgers: tuple[Path, ...]
    commit: str | None
    built: Built

    @property
    def law(self) -> str:
        """The tip of the law history; "" where nothing has a known day yet."""
        return self.built.tip or ""


@dataclass(frozen=True, slots=True)
class Undone:
    """What `undo` did: the commit taken back and its subject, the files, the new commit, the law history; `decided`: the ledgers among the
    files in which an editor had decided something, which the commit still holds."""

    commit: str
    subject: str
    paths: tuple[str, ...]
    made: str
    built: Built
    decided: tuple[str, ...] = ()


def ledger_text(desk: Desk, entry: Entry) -> str:
    """The ledger of an act as `apply` would write it: what the machine reads today, with every decision an editor took in the ledger
    there is."""
    from lawtrack.markup import Ledger, merge, write_ledger

    operations = desk.machine(entry)
    sha256 = hashlib.sha256((desk.root / entry.path).read_bytes()).hexdigest()
    old = desk.ledger(entry)
    if old is None:
        return write_ledger(Ledger.of(entry.number, operations, sha256, entry.language))
    return write_ledger(merge(old, operations, sha256)[0])


def apply(desk: Desk, numbers: Iterable[str] | None, progress: Callable[[str], object] | None, when: datetime | None) -> Applied:
    """Writes and commits the ledgers of the acts, builds the law history."""
    if numbers is None:
        acts = tuple(desk.acts_with_operations())
    else:
        acts = tuple(entry for number in dict.fromkeys(numbers) for entry in desk.languages(number))
    new = {}
    for entry in acts:
        if progress:
            progress(Message("reading {number}", number=entry.number))
        if desk.has_ledger(entry) or desk.machine(entry):
            new[entry.path] = ledger_text(desk, entry)
    named = list(dict.fromkeys(entry.number for entry in acts if entry.path in new))
    subject = ", ".join(named[:5]) + (f" and {len(named) - 5} acts more" if len(named) > 5 else "")
    ledgers: dict[str, bytes | None] = {ledger_of(path): text.encode() for path, text in new.items()}
    commit = desk.change(ledgers, f"Apply {subject}\n\nLawtrack: apply\n", True, when)
    if progress:
        progress(Message("building the law history"))
    built = LawHistory(desk).build()
    keys = {entry.key for entry in acts}
    held = Library(desk.store, desk.cache, applied=True)
    if len(keys) == 1:  # from the acts it touches alone
        changes = held.changes_by(acts[0])
    else:
        changes = tuple(c for c in held.law().all_changes() if same_key(c.operation.origin.document) in keys)
    return Applied(acts, changes, tuple(desk.root / path for path in ledgers), commit, built)


def undo(desk: Desk, when: datetime | None) -> Undone:
    """Takes the last import, mend or apply back by a new commit: its files stand again as they stood before it."""
    gate = desk.gate
    commit, message = _last(desk)
    rows = gate.ask("diff-tree", "-r", "-z", "--root", "--no-renames", "--no-commit-id", commit, "--").split(b"\0")
    before: dict[str, bytes | None] = {}
    decided = []
    held = desk.tree()
    for facts, name in zip(rows[::2], rows[1::2], strict=False):
        _, _, old, new, _ = facts.decode().split()
        path = name.decode()
        if held(path) != (new if int(new, 16) else None):
            raise Conflict(Message("{path} was changed since", path=path), "put back what you want to keep by hand, with git", path)
        before[path] = gate.batch().blob(old) if int(old, 16) else None
        if path.endswith(LEDGER) and int(new, 16) and _DECIDED.search(gate.batch().blob(new)):
            decided.append(path)
    subject = message.decode("utf-8", "replace").split("\n", 1)[0]
    made = desk.change(before, f"Undo: {subject}\n\nLawtrack: undo\nUndoes: {commit}\n", True, when)
    assert made is not None
    return Undone(commit, subject, tuple(before), made, LawHistory(desk).build(), tuple(decided))


def _last(desk: Desk) -> tuple[str, bytes]:
    """The last import, mend or apply that was not taken back; raises Conflict where there is none."""
    gate = desk.gate
    undone = set()
    for row in gate.ask("log", "--first-parent", "-z", "--format=%H%x01%B", gate.head(), "--").split(b"\0"):
        commit, _, message = row.partition(b"\x01")
        if match := _UNDOES.search(message):
            undone.add(match.group(1))
        elif _KIND.search(message) and commit not in undone:
            return commit.decode(), message
    raise Conflict("there is no import, mend or apply to take back", "take other changes back with git revert", desk.root)
