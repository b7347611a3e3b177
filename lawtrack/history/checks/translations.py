"""Translations: the same units as the Vietnamese text, and not older than it.

The law of Viet Nam speaks Vietnamese; a text in another language is a translation of it, and follows when it changes.
"""

from __future__ import annotations

from collections.abc import Iterator

from lawtrack.history.checks.diagnostic import Diagnostic, Severity
from lawtrack.history.checks.done import DONE
from lawtrack.history.checks.ground import Ground
from lawtrack.history.library import Entry
from lawtrack.law import Address, Kind, Message, Outcome, Provision
from lawtrack.law.address import index

_COMPARED = (
    Kind.QUY_CHE,
    Kind.PHU_LUC,
    Kind.MAU,
    Kind.PHAN,
    Kind.CHUONG,
    Kind.MUC,
    Kind.TIEU_MUC,
    Kind.DIEU,
    Kind.KHOAN,
    Kind.DIEM,
    Kind.TIET,
    Kind.BANG,
    Kind.HANG,
)
_PARTS = ("reported", "draft")  # texts of which only parts are known say nothing by what they lack


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Each translation against the Vietnamese text of its act."""
    for expressions in ground.by_key.values():
        original = expressions[0]
        if original.language != "vi":
            continue
        for entry in expressions[1:]:
            if original.authority not in _PARTS and entry.authority not in _PARTS:
                yield from _structure(ground, original, entry)
            yield from _stale(ground, original, entry)


def _structure(ground: Ground, original: Entry, entry: Entry) -> Iterator[Diagnostic]:
    here, there = (_units(ground, e) for e in (original, entry))
    for mine, theirs, at, other in ((here, there, original, entry), (there, here, entry, original)):
        lacking = [address for address in mine if address not in theirs]
        for address in lacking:
            if address.parent in theirs or not address.parent or address.parent not in mine:
                name = address.vietnamese() if at.language == "vi" else address.english()
                yield Diagnostic(
                    Severity.WARNING,
                    "translation-structure",
                    at.path,
                    ground.line(at, address),
                    Message(
                        "{place} stands in the text in {tongue:language} and not in the text in {other:language} ({path})",
                        place=name,
                        tongue=at.language,
                        other=other.language,
                        path=other.path,
                    ),
                    Message("compare the two sources: a unit was lost, or its label misread, in one of them"),
                    str(address),
                )
    common_here = [a for a in here if a in there]
    common_there = [a for a in there if a in here]
    if common_here != common_there:
        first = next(b for a, b in zip(common_here, common_there, strict=True) if a != b)
        message = Message("{place:address} stands in another place than in the Vietnamese text", place=first)
        remedy = Message("compare the order of the units in the two sources")
        yield Diagnostic(Severity.WARNING, "translation-order", entry.path, ground.line(entry, first), message, remedy, str(first))


def _units(ground: Ground, entry: Entry) -> dict[Address, Provision]:
    return {a: u for a, u in index(ground.document(entry).body).items() if u.kind in _COMPARED}


def _stale(ground: Ground, original: Entry, entry: Entry) -> Iterator[Diagnostic]:
    mine = {c.operation.id for c in ground.changes(entry) if c.outcome is Outcome.APPLIED and c.day and c.day <= ground.at}
    commands = {(c.operation.origin.document, c.operation.origin.address) for c in ground.changes(entry) if c.operation.id in mine}
    for change in ground.applied(original).values():
        operation = change.operation
        if operation.id in mine or (operation.origin.document, operation.origin.address) in commands:
            continue
        where = change.address or operation.target.address
        yield Diagnostic(
            Severity.WARNING,
            "translation-stale",
            entry.path,
            ground.line(entry, where),
            Message(
                "{place:address} changed on {day:date} ({done} by {act}); the text in {tongue:language} does not have it",
                place=where,
                day=change.day,
                done=DONE[operation.action],
                act=operation.origin.document,
                tongue=entry.language,
            ),
            Message(
                "import {act} in {tongue:language} as well, or add the translated change to a ledger in that language",
                act=operation.origin.document,
                tongue=entry.language,
            ),
            str(where),
        )
