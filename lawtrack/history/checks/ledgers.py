"""Ledgers: readable, of the act as it stands, and still what the machine reads; what they refuse, counted."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterable, Iterator
from pathlib import Path

from lawtrack.history.checks.diagnostic import Diagnostic, Severity
from lawtrack.history.checks.ground import Ground
from lawtrack.history.checks.sources import ledgers
from lawtrack.history.library import Entry
from lawtrack.history.places import LEDGER, ledger_of
from lawtrack.law import Change, Outcome, Reason
from lawtrack.markup import Decision, FormatError, Ledger, merge, read_ledger
from lawtrack.text.numbers import same_key


def unreadable(root: Path) -> tuple[list[Diagnostic], set[str]]:
    """The ledgers that cannot be read (a rejection without its reason among them), and their paths."""
    found = []
    for path in ledgers(root):
        try:
            read_ledger((root / path).read_bytes().decode("utf-8"), path)
        except FormatError as problem:
            found.append(Diagnostic(Severity.ERROR, "ledger-unreadable", path, problem.line, problem.message, problem.remedy))
        except UnicodeDecodeError as problem:
            message = f"not UTF-8 text: {problem.reason}"
            found.append(Diagnostic(Severity.ERROR, "ledger-unreadable", path, 1, message, "save the file as UTF-8"))
    return found, {d.path for d in found}


def check(ground: Ground) -> Iterator[Diagnostic]:
    """What the ledgers say against the acts, the machine's reading of today and the workspace."""
    held = {ledger_of(entry.path): entry for entry in ground.entries}
    for path in ground.library.files():
        if path.endswith(LEDGER) and path not in held:
            remedy = "bring the act back, or remove the ledger"
            yield Diagnostic(Severity.ERROR, "ledger-alone", path, 1, "no act stands beside this ledger, or it cannot be read", remedy)
    outcomes: dict[tuple[str, str], list[Change]] = {}
    for change in ground.law.all_changes():
        outcomes.setdefault((same_key(change.operation.origin.document), change.operation.origin.language), []).append(change)
    for entry in ground.entries:
        changes = outcomes.get((entry.key, entry.language), [])
        ledger = ground.library.ledger(entry)
        if ledger is not None:
            yield from _against_act(ground, entry, ledger)
        elif changes:
            yield Diagnostic(
                Severity.NOTE,
                "ledger-none",
                entry.path,
                1,
                f"{entry.number} has {_count(len(changes), 'operation')} and no ledger: it was not applied",
                f"lawtrack plan {entry.number}, then lawtrack apply {entry.number}",
            )
        yield from _outcomes(ground, entry, changes)


def _against_act(ground: Ground, entry: Entry, ledger: Ledger) -> Iterator[Diagnostic]:
    path = ledger_of(entry.path)
    if same_key(ledger.act) != entry.key or ledger.language != entry.language:
        message = f"the ledger is of {ledger.act} ({ledger.language}), the act beside it {entry.number} ({entry.language})"
        remedy = "move the ledger to its own act"
        yield Diagnostic(Severity.ERROR, "ledger-other-act", path, _line(ground, path, "act"), message, "move the ledger to its own act")
        return
    again = f"lawtrack plan {entry.number} --write, and look through what changed"
    if ledger.act_sha256 != hashlib.sha256(ground.library.store.data(entry.path)).hexdigest():
        message = f"{entry.number} was changed since this ledger was written"
        yield Diagnostic(Severity.ERROR, "ledger-stale", path, _line(ground, path, "act_sha256"), message, again)
    new, drifts = merge(ledger, ground.machine.operations(entry.number, entry.language))
    for drift in drifts:
        operation = drift.entry.operation
        where = str(operation.origin.address)
        remedy = "confirm the decision (accepted, overridden) or change it in the ledger"
        yield Diagnostic(Severity.WARNING, "ledger-drift", path, ground.row(path, operation.id), str(drift), remedy, where)
    old = {e.operation.id: e.operation for e in ledger.entries if e.decision is Decision.MACHINE}
    now = {e.operation.id: e.operation for e in new.entries if e.decision is Decision.MACHINE}
    moved = [name for name in {**old, **now} if old.get(name) != now.get(name)]
    if moved:
        lines = [ground.row(path, name) for name in moved if name in old]
        message = f"{_count(len(moved), 'operation')} nobody decided about would be read otherwise today: {_some(moved)}"
        yield Diagnostic(Severity.WARNING, "ledger-behind", path, min(lines, default=1), message, again)


def _outcomes(ground: Ground, entry: Entry, changes: list[Change]) -> Iterator[Diagnostic]:
    absent: dict[str, list[Change]] = {}
    for change in changes:
        number = change.operation.target.document
        if number and same_key(number) not in ground.by_key:
            absent.setdefault(number, []).append(change)
    for number, those in absent.items():
        path, line = ground.of_operation(those[0].operation)
        message = f"{entry.number} changes {number}, which is not in the workspace ({_count(len(those), 'operation')})"
        remedy = f"lawtrack import FILE --number {number}"
        yield Diagnostic(Severity.NOTE, "ledger-target-absent", path, line, message, remedy, str(those[0].operation.origin.address))
    refused = [c for c in changes if c.outcome is not Outcome.APPLIED and c.operation.target.document not in absent]
    if refused:
        reasons = Counter(str(c.refusal.reason if c.refusal else Reason.UNSUPPORTED) for c in refused)
        told = ", ".join(f"{reason} {n}" for reason, n in sorted(reasons.items(), key=lambda r: (-r[1], r[0])))
        path, line = ground.of_operation(refused[0].operation)
        message = f"{entry.number}: {len(refused)} of {_count(len(changes), 'operation')} refused or left to an editor: {told}"
        remedy = f"lawtrack plan {entry.number} --refused"
        yield Diagnostic(Severity.NOTE, "ledger-refused", path, line, message, remedy, str(refused[0].operation.origin.address))


def _line(ground: Ground, path: str, field: str) -> int:
    lines = ground.text(path).split("\n")
    return next((n for n, line in enumerate(lines, 1) if line.startswith(f"{field}:")), 1)


def _count(n: int, word: str) -> str:
    return f"{n} {word}" if n == 1 else f"{n} {word}s"


def _some(names: Iterable[str]) -> str:
    names = list(names)
    return ", ".join(names[:3]) + (f" and {len(names) - 3} more" if len(names) > 3 else "")
