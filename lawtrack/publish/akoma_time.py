"""The days of an act as events and intervals of Akoma Ntoso."""

from __future__ import annotations

from datetime import date
from xml.etree.ElementTree import Element, SubElement

from lawtrack.law.change import Change, Edition
from lawtrack.law.operation import Action
from lawtrack.publish.akoma_tree import NEW, OLD, Node, eid_of
from lawtrack.publish.texts import uncertain_days
from lawtrack.text.numbers import same_key

_ENDS = (Action.REPEAL_DOCUMENT, Action.REPLACE_DOCUMENT)


class Timeline:
    """The events of an edition, by day, and the intervals between them that are asked for."""

    def __init__(self, edition: Edition) -> None:
        self.edition = edition
        self.sources: dict[str, str] = {}  # acts that changed this one: number → id of the reference
        self._keys: dict[str, str] = {}
        found: dict[tuple[date, str, str], None] = {}
        meta = edition.document.meta
        for day, kind in ((meta.issued, "generation"), (meta.effective, ""), (meta.expired, "repeal")):
            if day:
                found.setdefault((day, kind, "#original"))
        for change in (*edition.applied, *edition.uncertain):
            source = self._source(change.operation.origin.document)
            if change in edition.uncertain:
                continue
            if change.day:
                ends = change.operation.action in _ENDS and not change.operation.target.address
                kind = "" if change.operation.action is Action.ENACT else "repeal" if ends else "amendment"
                found.setdefault((change.day, kind, source))
            if isinstance(change.operation.effect.end, date):
                found.setdefault((change.operation.effect.end, "", source))
        for change in edition.awaited:
            if change.day:
                found.setdefault((change.day, "", self._source(change.operation.origin.document)))
        self._doubt = uncertain_days(edition) if edition.other is not None else None
        for day in self._doubt or ():
            found.setdefault((day, "", "#lawtrack"))
        self._events = {event: f"eref_{n}" for n, event in enumerate(sorted(found), 1)}
        self._groups: dict[tuple[str, str], str] = {}
        self._by_id = {c.operation.id: c for c in edition.applied}
        self._awaited = {eid_of(c.operation.target.address): c for c in edition.awaited if c.day}

    def _source(self, number: str) -> str:
        key = same_key(number)
        if key == self.edition.document.key:
            return "#original"
        if key not in self._keys:
            self._keys[key] = self.sources[number] = f"passiveref_{len(self.sources) + 1}"
        return f"#{self._keys[key]}"

    def of_change(self, change: Change) -> str:
        """The reference to the interval in which a change holds; "" where its first day is not known."""
        end = change.operation.effect.end
        return self._group(change.day, end if isinstance(end, date) else None) if change.day else ""

    def of_node(self, node: Node) -> str:
        """The reference to the interval for which a unit stands as it does, as far as a change or an uncertain day gives one; ""
        where none does."""
        if self._doubt and node.reading == OLD:
            return self._group(None, self._doubt[1])
        if self._doubt and node.reading == NEW:
            return self._group(self._doubt[0], None)
        if change := self._awaited.get(node.eid):
            return self.of_change(change)
        last = next((c for i in reversed(node.unit.causes) if (c := self._by_id.get(i)) and c.day), None)
        return self.of_change(last) if last else ""

    def _group(self, start: date | None, end: date | None) -> str:
        one, two = (self._event(d) if d else "" for d in (start, end))
        return "#" + self._groups.setdefault((one, two), f"tmpg_{len(self._groups) + 1}")

    def _event(self, day: date) -> str:
        return next(eid for (when, _, _), eid in self._events.items() if when == day)

    def lifecycle(self, parent: Element) -> None:
        """The events."""
        if not self._events:
            return
        element = SubElement(parent, "lifecycle", source="#lawtrack")
        for (day, kind, source), eid in self._events.items():
            event = SubElement(element, "eventRef", eId=eid, date=day.isoformat(), source=source)
            if kind:
                event.set("type", kind)

    def temporal(self, parent: Element) -> None:
        """The intervals that were asked for so far."""
        if not self._groups:
            return
        element = SubElement(parent, "temporalData", source="#lawtrack")
        for (start, end), eid in self._groups.items():
            interval = SubElement(SubElement(element, "temporalGroup", eId=eid), "timeInterval", refersTo="#force")
            for name, event in (("start", start), ("end", end)):
                if event:
                    interval.set(name, f"#{event}")
