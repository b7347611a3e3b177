"""Putting a misprint of a source right: an erratum is entered beside the document, and the document is written as import would write it."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING

from lawtrack.history.desk import Desk
from lawtrack.history.errors import BadInput
from lawtrack.history.places import errata_of
from lawtrack.history.shelf import Entry
from lawtrack.law import Provision
from lawtrack.law.address import addressed
from lawtrack.law.message import Message

if TYPE_CHECKING:
    from lawtrack.markup import Erratum


@dataclass(frozen=True, slots=True)
class Mended:
    """What was put right: the act, its file and that of its errata, the unit before and after."""

    entry: Entry
    path: Path
    errata: Path
    before: Provision
    after: Provision


def mend(desk: Desk, entry: Entry, erratum: Erratum, dry: bool = False, when: datetime | None = None) -> Mended:
    """Enters an erratum that names a unit, and mends the document with it, as one change and one commit; `dry`: nothing is written.
    An import of the same source gives the same text, for it applies the errata too. Raises BadInput where the words do not stand there
    exactly once, or an erratum names a line."""
    from lawtrack.markup import FormatError, apply_errata, cite, read_errata, write, write_errata

    if erratum.row is not None:
        raise BadInput("a line of the source is mended on import", "name the unit, or write the erratum into the file yourself", erratum.at)
    document = desk.document(entry.number, entry.language)
    beside = errata_of(entry.path)
    try:
        mended = apply_errata(document, [erratum])
    except FormatError as problem:
        raise BadInput(problem.message, Message("see the words as they stand: {path}", path=entry.path), entry.path) from None
    old = desk.root / beside
    known = read_errata(old.read_text(encoding="utf-8"), beside) if old.is_file() else ()
    errata = (*known, replace(erratum, path="", line=0))
    address = erratum.address
    before, after = (next(u for a, u in addressed(d.body) if a == address) for d in (document, mended))
    if not dry:
        new = {entry.path: write(cite(mended, errata)).encode(), beside: write_errata(errata).encode()}
        desk.change(new, f"Mend {entry.number}: {erratum.at}\n\nLawtrack: mend\n", True, when)
    return Mended(entry, desk.root / entry.path, old, before, after)
