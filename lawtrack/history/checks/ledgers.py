"""Ledgers: readable, of the act as it stands, and still what the machine reads; what they refuse, counted."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import reduce
from pathlib import Path

from lawtrack.history.checks.diagnostic import Diagnostic, Severity
from lawtrack.history.checks.ground import Ground
from lawtrack.history.checks.sources import ledgers
from lawtrack.history.library import Entry
from lawtrack.history.places import LEDGER, ledger_of
from lawtrack.law import Change, Message, Outcome, Reason
from lawtrack.law.refusal import REASONS
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
            message = Message("not UTF-8 text: {reason}", reason=problem.reason)
            found.append(Diagnostic(Severity.ERROR, "ledger-unreadable", path, 1, message, Message("save the file as UTF-8")))
    return found, {d.path for d in found}


def check(ground: Ground) -> Iterator[Diagnostic]:
    """What the ledgers say against the acts, the machine's reading of today and the workspace."""
    held = {ledger_of(entry.path): entry for entry in ground.entries}
    for path in ground.library.files():
        if path.endswith(LEDGER) and path not in held:
            message = Message("no act stands beside this ledger, or it cannot be read")
            remedy = Message("bring the act back, or remove the ledger")
            yield Diagnostic(Severity.ERROR, "ledger-alone", path, 1, message, remedy)
    outcomes: dict[tuple[str, str], list[Change]] = {}
    for change in ground.law.all_changes():
        outcomes.setdefault((same_key(change.operation.origin.document), change.operation.origin.language), []).append(change)
    for entry in ground.entries:
        if ledger_of(entry.path) in ground.broken:
            continue  # what it decides is not known: that it cannot be read is told
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
                Message("{act} has {operations} and no ledger: it was not applied", act=entry.number, operations=_count(len(changes))),
                Message("lawtrack plan {act}, then lawtrack apply {act}", act=entry.number),
            )
        yield from _outcomes(ground, entry, changes)


def _against_act(ground: Ground, entry: Entry, ledger: Ledger) -> Iterator[Diagnostic]:
    path = ledger_of(entry.path)
    if same_key(ledger.act) != entry.key or ledger.language != entry.language:
        message = Message(
            "the ledger is of {one} ({tongue}), the act beside it {two} ({its})",
            one=ledger.act,
            tongue=ledger.language,
            two=entry.number,
            its=entry.language,
        )
        remedy = Message("move the ledger to its own act")
        yield Diagnostic(Severity.ERROR, "ledger-other-act", path, _line(ground, path, "act"), message, remedy)
        return
    again = Message("lawtrack plan {act} --write, and look through what changed", act=entry.number)
    if ledger.act_sha256 != hashlib.sha256(ground.library.store.data(entry.path)).hexdigest():
        message = Message("{act} was changed since this ledger was written", act=entry.number)
        yield Diagnostic(Severity.ERROR, "ledger-stale", path, _line(ground, path, "act_sha256"), message, again)
    new, drifts = merge(ledger, ground.machine.operations(entry.number, entry.language))
    for drift in drifts:
        operation = drift.entry.operation
        where = str(operation.origin.address)
        remedy = Message("confirm the decision (accepted, overridden) or change it in the ledger")
        yield Diagnostic(Severity.WARNING, "ledger-drift", path, ground.row(path, operation.id), drift.told, remedy, where)
    old = {e.operation.id: e.operation for e in ledger.entries if e.decision is Decision.MACHINE}
    now = {e.operation.id: e.operation for e in new.entries if e.decision is Decision.MACHINE}
    moved = [name for name in {**old, **now} if old.get(name) != now.get(name)]
    if moved:
        lines = [ground.row(path, name) for name in moved if name in old]
        message = Message(
            "{operations} nobody decided about would be read otherwise today: {names}", operations=_count(len(moved)), names=_some(moved)
        )
        yield Diagnostic(Severity.WARNING, "ledger-behind", path, min(lines, default=1), message, again)


def _outcomes(ground: Ground, entry: Entry, changes: list[Change]) -> Iterator[Diagnostic]:
    absent: dict[str, list[Change]] = {}
    for change in changes:
        number = change.operation.target.document
        if number and same_key(number) not in ground.by_key:
            absent.setdefault(number, []).append(change)
    for number, those in absent.items():
        path, line = ground.of_operation(those[0].operation)
        message = Message(
            "{act} changes {target}, which is not in the workspace ({operations})",
            act=entry.number,
            target=number,
            operations=_count(len(those)),
        )
        remedy = Message("lawtrack import FILE --number {number}", number=number)
        yield Diagnostic(Severity.NOTE, "ledger-target-absent", path, line, message, remedy, str(those[0].operation.origin.address))
    refused = [c for c in changes if c.outcome is not Outcome.APPLIED and c.operation.target.document not in absent]
    if refused:
        reasons = Counter(c.refusal.reason if c.refusal else Reason.UNSUPPORTED for c in refused)
        rows = sorted(reasons.items(), key=lambda r: (-r[1], r[0]))
        told = reduce(
            lambda one, two: Message("{one}; {two}", one=one, two=two),
            (Message("{n} × {why}", n=n, why=REASONS[reason]) for reason, n in rows),
        )
        path, line = ground.of_operation(refused[0].operation)
        message = Message(
            "{act}: {n} of {operations} refused or left to an editor: {reasons}",
            act=entry.number,
            n=len(refused),
            operations=_count(len(changes)),
            reasons=told,
        )
        show = f"lawtrack plan {entry.number} --refused"
        yield Diagnostic(Severity.NOTE, "ledger-refused", path, line, message, show, str(refused[0].operation.origin.address))


def _line(ground: Ground, path: str, field: str) -> int:
    lines = ground.text(path).split("\n")
    return next((n for n, line in enumerate(lines, 1) if line.startswith(f"{field}:")), 1)


def _count(n: int) -> Message:
    return Message("1 operation") if n == 1 else Message("{n} operations", n=n)


def _some(names: Sequence[str]) -> str:
    some = ", ".join(names[:3])
    return Message("{names} and {n} more", names=some, n=len(names) - 3) if len(names) > 3 else some
