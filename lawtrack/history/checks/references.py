"""Cross-references of the texts in force: to units that are gone, moved under another number, or were never there.

A reference stays as it was written when its target is repealed or renumbered, unless an act changes it too; whoever applies the law then
reads it at his own risk. What left it dangling is named: the operation, its act and its day.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

from lawtrack.amend.acts import Acts, acts_of
from lawtrack.amend.cited import Cited
from lawtrack.history.checks.citations import Citation, citations
from lawtrack.history.checks.diagnostic import Diagnostic, Severity
from lawtrack.history.checks.done import DONE
from lawtrack.history.checks.ground import Ground
from lawtrack.history.library import Entry
from lawtrack.law import Action, Address, Change, Kind, Message, Outcome, Provision, Status
from lawtrack.law.address import addressed

_PARTS = ("reported", "draft")  # texts of which only parts are known
_GONE = {
    "reference-repealed": Message("was repealed"),
    "reference-renumbered": Message("has another number now"),
    "reference-removed": Message("is no longer there"),
}
_FOLLOW = Message("references follow the act that took its place, where one did")
_RENUMBERING = (Action.RENUMBER, Action.UNWRAP)


@dataclass(frozen=True, slots=True)
class _Fate:
    """What became of a unit: a code of a finding, and the change that did it."""

    code: str
    cause: Change | None = None


def check(ground: Ground) -> Iterator[Diagnostic]:
    """The citations of every text in force on the day."""
    for entry in ground.entries:
        yield from _Reader(ground, entry).found()


class _Reader:
    """One document on the day."""

    def __init__(self, ground: Ground, entry: Entry) -> None:
        self.ground = ground
        self.entry = entry
        self.edition = ground.edition(entry)
        self.applied = ground.applied(entry)

    def found(self) -> Iterator[Diagnostic]:
        if self.edition.status is Status.EXPIRED:
            return
        commanding = {o.origin.address for o in self.ground.library.operations(self.entry.number, self.entry.language)}
        acts: Acts | None = None
        for address, unit in addressed(self.edition.document.body):
            if unit.kind is Kind.TRICH or unit.repealed or any(address.within(c) or c.within(address) for c in commanding if c):
                continue  # the words of a command name units of another act, and quotations are not the act's own
            seen: set[tuple[str, Address]] = set()
            for text in (unit.heading, unit.text):
                for citation in citations(text, address, self.entry.language) if text else ():
                    spot = (citation.act.words if citation.act else "", citation.address)
                    if spot in seen or (commanding and not citation.said):
                        continue
                    seen.add(spot)
                    if citation.act is None:
                        yield from self._judged(address, unit, citation, self.entry)
                    else:
                        acts = acts or acts_of(self.edition.document, self.ground.library.catalogue(), ())
                        other = self._other(acts, citation.act)
                        if other is not None:
                            yield from self._judged(address, unit, citation, other)

    def _other(self, acts: Acts, cited: Cited) -> Entry | None:
        """The act cited, where its words tell it for certain: by number, by a name the act itself gives the number of, by name and year."""
        if not (cited.number or cited.year or cited.name in acts.names):
            return None
        number, refusal = acts.resolve(cited)
        return None if refusal else self.ground.entry(number, self.entry.language)

    def _judged(self, address: Address, unit: Provision, citation: Citation, target: Entry) -> Iterator[Diagnostic]:
        ground = self.ground
        other = target if target.key != self.entry.key else None
        if other is not None and (edition := ground.edition(other)).status is Status.EXPIRED:
            cited = _cited(citation, other, self.entry.language)
            message = Message("cites {unit}; {act} has expired: {why}", unit=cited, act=other.number, why=edition.why)
            yield self._told(Severity.NOTE, "reference-expired", address, unit, message, _FOLLOW)
            return
        if not citation.address:
            return
        remedy: str
        fate = self._fate(target, citation.address, unit)
        if fate is None:
            return
        name = _cited(citation, other, self.entry.language)
        cause = _cause(fate.cause)
        if fate.code == "reference-missing":
            message = Message("“{words}”: there is no {unit}", words=citation.words, unit=name)
            remedy = Message("look at the source: a unit lost on import, a misread number, or a fault of the act itself")
            if any(_covers(c, citation.address) for c in ground.edition(target).refused):
                message = Message("{what}, and an operation that could bring it was refused", what=message)
                remedy = f"lawtrack log {target.number} --refused"
        elif fate.code == "reference-moved":
            message = Message(
                "“{words}”: {unit} is another unit than when this was written{cause}", words=citation.words, unit=name, cause=cause
            )
            remedy = Message("read it as the unit that bore the number then, and say so where the text is used")
        else:
            message = Message("“{words}”: {unit} {gone}{cause}", words=citation.words, unit=name, gone=_GONE[fate.code], cause=cause)
            remedy = Message("the reference has no object: name it to the body that issued the act; lawtrack blame shows the units")
        severity = Severity.WARNING if citation.said else Severity.NOTE
        yield self._told(severity, fate.code, address, unit, message, remedy)

    def _told(self, severity: Severity, code: str, address: Address, unit: Provision, message: Message, remedy: str) -> Diagnostic:
        path, line = self.ground.of_words(self.entry, unit, self.applied)
        name = address.vietnamese() if self.entry.language == "vi" else address.english()
        told = Message("{place} of {act}: {what}", place=name, act=self.entry.number, what=message)
        return Diagnostic(severity, code, path, line, told, remedy, str(address))

    # -- what became of it -----------------------------------------------------------------------------------------------
    def _fate(self, target: Entry, address: Address, unit: Provision) -> _Fate | None:
        """What is wrong with a citation of `address`; None where nothing is."""
        ground = self.ground
        now = ground.units(target, ground.at)
        edition = ground.edition(target)
        found = _find(now, address)
        if found is not None and not found.repealed:
            return self._moved(target, address, found, unit)
        if edition.other is not None and any(not u.repealed for a, u in addressed(edition.other.body) if a == address):
            return None  # between two bounds: shown as uncertain by the text itself
        days = [day for day in ground.law.days(target.key, target.language) if day <= ground.at]
        for n in range(len(days) - 2, -1, -1):
            before = _find(ground.units(target, days[n]), address)
            if before is not None and not before.repealed:
                above = next((u for a in _above(address) if (u := now.get(a)) is not None), None)
                cause = self._cause_of(target, days[n + 1], address, before) or self._last(target, above)
                if cause is not None and cause.operation.action in _RENUMBERING:
                    return _Fate("reference-renumbered", cause)
                gone = found is not None or _repeals(cause) or (above is not None and above.repealed)
                return _Fate("reference-repealed" if gone else "reference-removed", cause)
        if found is not None:
            return _Fate("reference-repealed")
        return None if target.authority in _PARTS else _Fate("reference-missing")

    def _moved(self, target: Entry, address: Address, found: Provision, unit: Provision) -> _Fate | None:
        changes = self.ground.applied(target)
        moves = [c for c in changes.values() if c.operation.action in _RENUMBERING and c.day]
        if not moves or not found.uid:
            return None
        written = self._written(unit)
        since = [c for c in moves if written is None or (c.day and c.day > written)]
        if not since:
            return None
        days = self.ground.law.days(target.key, target.language)
        place = bisect_right(days, written) - 1 if written else 0
        then = _find(self.ground.units(target, days[max(0, place)]), address)
        if then is None or then.repealed or then.uid == found.uid:
            return None
        cause = next((c for c in since if c.operation.target.document and _touches(c, address)), since[0])
        return _Fate("reference-moved", cause)

    def _written(self, unit: Provision) -> date | None:
        """The day the words of a unit began to hold."""
        cause = next((self.applied[c] for c in reversed(unit.causes) if c in self.applied), None)
        return cause.day if cause else self.edition.document.meta.effective

    def _last(self, target: Entry, unit: Provision | None) -> Change | None:
        """The change that made a unit what it is."""
        applied = self.ground.applied(target)
        return next((applied[c] for c in reversed(unit.causes) if c in applied), None) if unit else None

    def _cause_of(self, target: Entry, day: date, address: Address, before: Provision) -> Change | None:
        those = [c for c in self.ground.changes(target) if c.outcome is Outcome.APPLIED and c.day == day]
        named = [c for c in those if any(u.uid == before.uid for top in c.before for u in top.walk())]
        return next((c for c in (*named, *those) if _touches(c, address)), None)


def _above(address: Address) -> Iterator[Address]:
    """The addresses above, the nearest first."""
    while address := address.parent:
        yield address


def _find(units: dict[Address, Provision], address: Address) -> Provision | None:
    """The unit at an address, also where the text has a layer the citation leaves out: points below a paragraph of their article, and
    chapters below a part, which the law numbers through."""
    if address in units:
        return units[address]
    if address.last and address.last.kind is Kind.CHUONG:
        return next((u for a, u in units.items() if a.last == address.last and a.steps[: len(address) - 1] == address.steps[:-1]), None)
    if len(address) < 2 or address.parent not in units:
        return None
    last = address.last
    return next((u for a, u in units.items() if a.within(address.parent) and a.last == last), None)


def _touches(change: Change, address: Address) -> bool:
    spots = (change.address, change.operation.target.address)
    through = change.operation.target.through
    return any(address.within(s) or s.within(address) for s in spots if s) or through is not None or not any(spots)


def _repeals(change: Change | None) -> bool:
    return change is not None and change.operation.action in (Action.REPEAL, Action.REPEAL_DOCUMENT)


def _covers(change: Change, address: Address) -> bool:
    operation = change.operation
    labels = {(u.kind, u.label) for top in operation.payload for u in top.walk()}
    target = operation.target.address
    return any((s.kind, s.label) in labels for s in address) or bool(target and (address.within(target) or target.within(address)))


def _cited(citation: Citation, other: Entry | None, language: str) -> str:
    name = citation.address.vietnamese() if language == "vi" else citation.address.english()
    if other is None:
        return name
    return Message("{place} of {act}", place=name, act=other.number) if name else other.number


def _cause(change: Change | None) -> str:
    if change is None:
        return ""
    origin = change.operation.origin
    where: str = origin.document
    if origin.address:
        where = Message("{place} of {act}", place=origin.address.vietnamese(), act=origin.document)
    return Message(" ({done} by {source}, {day:date})", done=DONE[change.operation.action], source=where, day=change.day)
