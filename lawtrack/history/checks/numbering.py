"""Numbering: what is missing from a row of labels, and what stands twice.

An act as enacted numbers its units without gaps, so that a gap is a line lost on the way, or a fault of the act.
A text of which only parts are known is not judged.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lawtrack.history.checks.diagnostic import Diagnostic, Severity
from lawtrack.history.checks.ground import Ground
from lawtrack.law import Address, Kind, Message, Provision
from lawtrack.law.address import addressed
from lawtrack.text.labels import POINTS, first, follows, key, roman, sort_key

_COUNTED = (Kind.PHAN, Kind.CHUONG, Kind.MUC, Kind.TIEU_MUC, Kind.DIEU, Kind.KHOAN, Kind.DIEM)
_THROUGH = (Kind.DIEU, Kind.CHUONG)
_ROMAN = (Kind.PHAN, Kind.CHUONG, Kind.MUC)


def check(ground: Ground) -> Iterator[Diagnostic]:
    """Gaps and doubles in the texts as enacted."""
    for entry in ground.entries:
        if entry.authority in ("reported", "draft"):
            continue
        for row in rows(ground.document(entry).body):
            for address, message in faults(row):
                yield Diagnostic(
                    Severity.WARNING,
                    "numbering-gap" if "missing" in message or "begins" in message else "numbering-twice",
                    entry.path,
                    ground.line(entry, address),
                    message,
                    Message("compare with the source: a lost or misread label is put right there, or by an erratum"),
                    str(address),
                )


Row = list[tuple[Address, Provision]]


def rows(body: Provision) -> list[Row]:
    """The labelled units that number together: articles through their root, others below their parent; chapters through their root too,
    as most codes do, unless they begin anew in each part."""
    found: dict[tuple[Address, Kind], Row] = {}
    for address, unit in addressed(body):
        if unit.kind in _COUNTED:
            root = address.root
            spot = root if unit.kind in _THROUGH else address.parent
            row = found.setdefault((spot, unit.kind), [])
            if unit.kind is Kind.CHUONG and row and first(unit.label) and row[-1][0].parent != address.parent:
                found[address, unit.kind] = row
                row = found[spot, unit.kind] = []
            row.append((address, unit))
    return list(found.values())


def faults(row: Sequence[tuple[Address, Provision]]) -> Iterator[tuple[Address, Message]]:
    """(unit, what is wrong in front of it) for a row of units that number together."""
    seen: dict[str, Address] = {}
    before: Provision | None = None
    for address, unit in row:
        label, name = _counted(unit), address.vietnamese()
        if key(unit.label) in seen:
            yield address, Message("{unit} stands twice", unit=_plain(unit))
        elif before is None:
            if not first(label) and len(row) > 1:
                yield address, Message("the numbering begins with {unit}", unit=_plain(unit))
        elif _comparable(_counted(before), label) and not follows(_counted(before), label):
            gap = _between(_counted(before), label)
            if gap:
                yield address, Message("missing in front of {place}: {labels}", place=name, labels=gap)
            elif sort_key(label) < sort_key(_counted(before)):
                yield (
                    address,
                    Message("{place} stands behind {unit}: a label between them is missing or misread", place=name, unit=_plain(before)),
                )
        seen.setdefault(key(unit.label), address)
        before = unit


def _counted(unit: Provision) -> str:
    """The label as a figure where it is a Roman numeral: "I" alone could be a letter."""
    value = roman(unit.label) if unit.kind in _ROMAN else None
    return str(value) if value else unit.label


def _plain(unit: Provision) -> str:
    return Address.of((unit.kind, unit.label)).vietnamese()


def _comparable(one: str, two: str) -> bool:
    a, b = sort_key(one)[0], sort_key(two)[0]
    return a == b and a in (0, 1)


def _between(one: str, two: str) -> str:
    """The labels between two that do not follow each other, as far as figures tell; "" where `two` is not further on."""
    a, b = sort_key(one), sort_key(two)
    if b <= a:
        return ""
    if a[0] == 0 and b[1] - a[1] > 1:
        return str(a[1] + 1) if b[1] - a[1] == 2 else Message("{first} to {last}", first=a[1] + 1, last=b[1] - 1)
    if a[0] == 1 and b[1] - a[1] > 1:
        return ", ".join(POINTS[a[1] + 1 : b[1]])
    return Message("a label")
