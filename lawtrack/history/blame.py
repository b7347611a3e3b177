"""Who put these words here: from a provision back to the enacted text, through every change of it and of its number."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from lawtrack.history.errors import BadInput
from lawtrack.history.library import Library
from lawtrack.law import Address, Change, Edition, Kind, Outcome, Provision
from lawtrack.law.address import addressed, resolve
from lawtrack.law.message import Message
from lawtrack.law.plain import lines
from lawtrack.text.fold import fold


@dataclass(frozen=True, slots=True)
class Link:
    """One change of a unit.

    day, act   since when, by which act
    operation  its id; at: the provision of the act that commands it; command: in the act's words
    action     what was done; address: where the unit stood before
    before, after
               the units as they stood and as they stand behind it
    decision   what the ledger says of the operation: "" where the act has no ledger
    """

    day: date | None
    act: str
    operation: str
    at: Address
    action: str
    address: Address
    command: str
    before: tuple[Provision, ...]
    after: tuple[Provision, ...]
    decision: str | Message = ""


@dataclass(frozen=True, slots=True)
class Blame:
    """A unit of a text on a day and what made it so, newest first. `enacted` is the act and address under which it came into being,
    `uid` likewise as one word; `since` the first day of that."""

    address: Address
    provision: Provision
    line: str
    uid: str
    since: date | None
    links: tuple[Link, ...]

    @property
    def enacted(self) -> tuple[str, Address]:
        """The act and the address under which the unit came into being."""
        act, _, place = self.uid.partition("#")
        return act, Address.parse(place.split("~")[0] if place.count("~") and not _parses(place) else place)


def _parses(place: str) -> bool:
    try:
        Address.parse(place)
    except ValueError:
        return False
    return True


def blame(library: Library, number: str, day: date, language: str | None = None, address: Address | None = None) -> tuple[Blame, ...]:
    """Every unit of the text on that day that prints a line, with its causes; with an address only that unit and those below it. Raises
    UnknownDocument, and BadInput where the address is not there on the day."""
    entry = library.entry(number, language)
    law = library.law_for(entry.number)
    edition = law.edition(entry.key, day, entry.language)
    changes = {c.operation.id: c for c in law.changes(entry.key, entry.language) if c.outcome is Outcome.APPLIED}
    decisions = _decisions(library, {c.operation.origin.document for c in changes.values()})
    return tuple(_of(edition, where, unit, line, changes, decisions) for where, unit, line in _units(edition, address))


def _units(edition: Edition, address: Address | None) -> Iterable[tuple[Address, Provision, str]]:
    rows = list(lines(edition.document.body, edition.document.meta.language))
    if not address:
        return rows
    found = resolve(edition.document.body, address)
    places = dict(addressed(edition.document.body))
    unit = places.get(address)
    if unit is None and len(found) == 1:
        unit = edition.document.body
        for i in found[0]:
            unit = unit.children[i]
    if unit is None:
        values = {"place": address, "act": edition.document.number, "day": edition.at}
        several = Message("{place:address} of {act} means several units on {day:day}", **values)
        none = Message("{place:address} of {act} is not in the text on {day:day}", **values)
        raise BadInput(several if found else none, "name it as it stands on that day: lawtrack show")
    below = {id(u) for u in unit.walk()}
    return [row for row in rows if id(row[1]) in below]


def _of(edition: Edition, where: Address, unit: Provision, line: str, changes: dict[str, Change], decisions: dict[str, Message]) -> Blame:
    links = []
    for cause in reversed(unit.causes):
        if (change := changes.get(cause)) is not None:
            op = change.operation
            links.append(
                Link(
                    change.day,
                    op.origin.document,
                    op.id,
                    op.origin.address,
                    str(op.action),
                    change.address,
                    op.origin.text,
                    change.before,
                    change.after,
                    decisions.get(op.id, ""),
                )
            )
    born = links[-1].day if links and unit.uid.partition("#")[0] == links[-1].act else edition.document.meta.effective
    return Blame(where, unit, line, unit.uid, born, tuple(links))


def with_words(found: Iterable[Blame], words: str) -> tuple[tuple[Blame, Link | None], ...]:
    """The units that hold the words, each with the change that brought them in; None where they stand in the enacted text."""
    key = fold(words)
    out: list[tuple[Blame, Link | None]] = []
    for item in found:
        if key in fold(item.line):
            bringing = next((link for link in item.links if not _holds(link.before, key) and _holds(link.after, key)), None)
            out.append((item, bringing))
    return tuple(out)


def _holds(units: tuple[Provision, ...], key: str) -> bool:
    return any(key in fold(line) for _, _, line in lines(Provision(Kind.VAN_BAN, children=units)))


def _decisions(library: Library, acts: set[str]) -> dict[str, Message]:
    """Operation id → what the ledger of its act says of it."""
    found: dict[str, Message] = {}
    for act in sorted(acts):
        for entry in library.entries():
            if entry.number == act and library.has_ledger(entry):
                found |= library.decisions(entry)
    return found
