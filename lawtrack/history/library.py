"""What the documents of a workspace do to each other: operations, and the law that follows from them.

Only what a question needs is parsed: which acts an act changes stands in an index by content.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING, Any

from lawtrack.history.cache import Cache, digest
from lawtrack.history.links import Edge, Links, edge_of, touches
from lawtrack.history.places import ledger_of
from lawtrack.history.shelf import Entry, Shelf
from lawtrack.history.store import Store
from lawtrack.law import Change, Document, Edition, Message, Operation
from lawtrack.text.numbers import same_key

if TYPE_CHECKING:
    from lawtrack.amend import Reading
    from lawtrack.consolidate import Law
    from lawtrack.law.catalogue import Catalogue
    from lawtrack.markup import Ledger

_KEPT = 256  # acts whose operations are held in memory


_DECIDED = {
    "machine": Message("machine"),
    "accepted": Message("accepted"),
    "overridden": Message("overridden"),
    "rejected": Message("rejected"),
    "added": Message("added by hand"),
}


class Library(Shelf):
    """The reading side of a workspace. One object sees one state of the files: make a new one after a change.

    An act's operations are those of its ledger; where it has none, those the machine reads in it. With `applied` only acts with a ledger
    act at all: the law as it was applied.
    """

    def __init__(self, store: Store, cache: Cache, applied: bool = False) -> None:
        super().__init__(store, cache)
        self._applied = applied
        self._operations: dict[str, tuple[Operation, ...]] = {}
        self._targets: dict[str, list[Edge]] = {}
        self._catalogue: Catalogue | None = None
        self._known_world = ""
        self._learnt = False
        self._links: Links | None = None
        self._last: tuple[str, Law] | None = None

    # -- operations ------------------------------------------------------------------------------------------------------
    def catalogue(self) -> Catalogue:
        """The acts there are, for the reader of commands; texts of acts are parsed only when it looks at one."""
        if self._catalogue is None:
            from lawtrack.law.catalogue import Catalogue

            whole = Catalogue.of(Document(entry.meta()) for entry in self.entries())
            self._catalogue = Catalogue(whole.entries, _Texts(self))
        return self._catalogue

    def read(self, number: str, language: str | None = None) -> Reading:
        """What the machine reads in an act today, whatever its ledger says: operations, the account of every character, doubts."""
        from lawtrack.amend import read_act

        return read_act(self.document(number, language), self.catalogue())

    def has_ledger(self, entry: Entry) -> bool:
        """Whether a ledger stands beside the act: whether it was applied."""
        return ledger_of(entry.path) in self.files()

    def ledger(self, entry: Entry) -> Ledger | None:
        """The ledger beside the act, or None. Raises the reader's error, with its line, for one that cannot be read."""
        from lawtrack.markup import read_ledger

        path = ledger_of(entry.path)
        return read_ledger(self._text(path), path) if path in self.files() else None

    def decisions(self, entry: Entry) -> dict[str, Message]:
        """Operation id → what the ledger of the act says of it, in words: "accepted by … on …: …"; none where it has no ledger."""
        ledger = self.ledger(entry)
        found = {}
        for row in ledger.entries if ledger else ():
            told = _DECIDED[row.decision]
            told = Message("{what} by {who}", what=told, who=row.by) if row.by else told
            told = Message("{what} on {day:date}", what=told, day=row.on) if row.on else told
            found[row.operation.id] = Message("{what}: {note}", what=told, note=row.note) if row.note else told
        return found

    def operations(self, number: str, language: str | None = None) -> tuple[Operation, ...]:
        """The operations of an act: of its ledger where one stands beside it, else as the machine reads them."""
        return self._of(self.entry(number, language))

    def acts_with_operations(self) -> list[Entry]:
        """The acts that change others, in legal order (issue, number). Acts not read before are read: that takes its time."""
        self._graph()  # reads what is not read yet, and remembers it
        return sorted((e for e in self.entries() if self._of_targets(e) is not None), key=lambda e: (e.issued or "9999", e.key, e.language))

    def machine(self, entry: Entry) -> tuple[Operation, ...]:
        """What the machine reads in an act today, whatever its ledger says; remembered."""
        return self._kept(self._today(entry), lambda: self._learn(entry).operations)

    def doubts(self, entry: Entry) -> tuple[Message, ...]:
        """What the machine was not sure of in an act and made no operation of, such as a quotation that is never closed; remembered."""
        from lawtrack.history import codec

        kept = self.cache.get("doubts", self._today(entry))
        if kept is None:
            return self._learn(entry).doubts
        found: tuple[Message, ...] = codec.loads(kept, tuple[Message, ...])
        return found

    def _today(self, entry: Entry) -> str:
        """A hash of all that the reading of an act depends on."""
        return digest(self.cache.stamp, entry.blob, self._world())

    def _learn(self, entry: Entry) -> Reading:
        """Reads an act and remembers what was not sure in it."""
        from lawtrack.history import codec

        reading = self.read(entry.number, entry.language)
        self.cache.put("doubts", self._today(entry), codec.dumps(reading.doubts))
        return reading

    def _of(self, entry: Entry) -> tuple[Operation, ...]:
        found = self._operations.get(entry.path)
        if found is None:
            read = self.has_ledger(entry)
            found = self._kept(self._source(entry), lambda: self._of_ledger(entry)) if read else self.machine(entry)
            while len(self._operations) >= _KEPT:
                del self._operations[next(iter(self._operations))]
            self._operations[entry.path] = found
        return found

    def _of_ledger(self, entry: Entry) -> tuple[Operation, ...]:
        from lawtrack.markup import operations

        ledger = self.ledger(entry)
        return operations(ledger) if ledger else ()

    def _kept(self, name: str, make: Callable[[], tuple[Operation, ...]]) -> tuple[Operation, ...]:
        from lawtrack.history import codec

        kept = self.cache.get("operations", name)
        if kept is not None:
            found: tuple[Operation, ...] = codec.loads(kept, tuple[Operation, ...])
            return found
        made = make()
        self.cache.put("operations", name, codec.dumps(made))
        return made

    def _source(self, entry: Entry) -> str:
        """A hash of what an act's operations are made from: its ledger; or the act, and, where it commands, all the acts it may name."""
        ledger = self.files().get(ledger_of(entry.path))
        if ledger is not None:
            return digest(self.cache.stamp, entry.blob, "ledger", ledger)
        if self._applied or self._silent(entry) in self.cache.notes():
            return digest(self.cache.stamp, entry.blob)
        return digest(self.cache.stamp, entry.blob, self._world())

    def _silent(self, entry: Entry) -> str:
        """The name of the note that an act has no commands: so it is whatever other acts there are."""
        return digest(self.cache.stamp, entry.blob, "no commands")

    def _world(self) -> str:
        if not self._known_world:
            self._known_world = digest(*(f"{entry.path} {entry.blob}" for entry in self.entries()))
        return self._known_world

    def _of_targets(self, entry: Entry) -> list[Edge] | None:
        """What the operations of `entry` act on; None where it has no operations at all."""
        if self._applied and not self.has_ledger(entry):
            return None
        if entry.path not in self._targets:
            notes = self.cache.notes()
            if not self.has_ledger(entry) and self._silent(entry) in notes:
                return None
            name = self._source(entry)
            if name not in notes:
                operations = self._of(entry)
                notes[name] = sorted({edge_of(op) for op in operations if op.target.document})
                self._learnt = True
                if not operations and not self.has_ledger(entry):
                    notes[self._silent(entry)] = True
                    return None
            self._targets[entry.path] = notes[name]
        return self._targets[entry.path]

    # -- the law ---------------------------------------------------------------------------------------------------------
    def sources_of(self, key: str) -> tuple[Entry, ...]:
        """What the text of an act depends on: its expressions, the acts with operations on it, the acts with operations on the provisions
        that command those, and what it details (an act may expire with its parent: Law 80/2015/QH13, article 154(4))."""
        keys, graph = self.keys(), self._graph()
        found: dict[str, Entry] = {}
        whole, seen = [key], {key}
        commands: dict[str, set[str]] = {}

        def act_on(target: str, origins: set[str] | None) -> None:
            """Finds the acts on a target; with `origins` only those that touch these provisions of it."""
            for path, edges in graph.on(target).items():
                asked = {edge[2] for edge in edges if origins is None or touches(edge, origins)}
                if asked:
                    entry = found[path] = self.at(path)
                    fresh = asked - commands.setdefault(entry.key, set())
                    if fresh:
                        commands[entry.key] |= fresh
                        act_on(entry.key, fresh)

        while whole:
            here = whole.pop()
            for path in keys.get(here, ()):
                entry = found[path] = self.at(path)
                parents = {same_key(place.partition("#")[0]) for place in entry.details} - seen
                seen |= parents
                whole += sorted(parents)
            act_on(here, None)
        return tuple(found[path] for path in sorted(found))

    def _graph(self) -> Links:
        """Which acts act on which; remembered for these very files."""
        if self._links is None:
            name = digest(self.cache.stamp, str(self._applied), *(f"{path} {blob}" for path, blob in self.files().items()))
            kept = self.cache.get("graphs", name)
            if kept is not None:
                self._links = Links(kept)
            else:
                self._links = Links.of((entry.path, edge) for entry in self.entries() for edge in self._of_targets(entry) or ())
                if self._learnt:
                    self.cache.save_notes()
                self.cache.put("graphs", name, self._links.data)
                self.cache.keep_newest("graphs", 8)
        return self._links

    def law(self) -> Law:
        """The whole law: every document, every operation."""
        from lawtrack.consolidate import Law

        return Law(*self._gathered(self.entries()))

    def law_for(self, number: str) -> Law:
        """As much of the law as the text of one act depends on."""
        from lawtrack.consolidate import Law

        return Law(*self._gathered(self.sources_of(self.entry(number).key)))

    def changes_by(self, entry: Entry) -> tuple[Change, ...]:
        """What the operations of an act do, in all its languages: as the whole law has it, from the acts they touch alone."""
        from lawtrack.consolidate import Law

        acts = {entry.key, *self._targets_of(entry.key)}
        acts |= {target for key in acts for target in self._targets_of(key)}  # what the commands change that its operations change
        entries = {source.path: source for key in sorted(acts) for source in self.sources_of(key)}
        documents, operations = self._gathered((entries[path] for path in sorted(entries)), self._worded(entries.values(), acts))
        return Law(documents, operations).changes_by(entry.number)

    def _targets_of(self, key: str) -> set[str]:
        """The keys of the acts that the operations of an act name."""
        return {edge[0] for path in self.keys().get(key, ()) for edge in self._of_targets(self.at(path)) or ()}

    @staticmethod
    def _worded(entries: Iterable[Entry], keys: set[str]) -> set[str]:
        """The paths of the acts with these keys, and of the acts they detail: their text is asked, of the others their dates."""
        entries = tuple(entries)
        parents = {same_key(place.partition("#")[0]) for entry in entries for place in entry.details}
        return {entry.path for entry in entries if entry.key in keys or entry.key in parents}

    def sources(self, key: str) -> tuple[list[Document], list[Operation]]:
        """The documents and operations the text of an act depends on. Acts of which nothing but their dates is asked come without their
        text."""
        entries = self.sources_of(key)
        return self._gathered(entries, self._worded(entries, {key}))

    def _gathered(self, entries: Iterable[Entry], whole: set[str] | None = None) -> tuple[list[Document], list[Operation]]:
        entries = tuple(entries)
        acting = [entry for entry in entries if self._of_targets(entry) is not None]
        documents = [self._parse(e.path, e.blob) if whole is None or e.path in whole else Document(e.meta()) for e in entries]
        return documents, [op for e in acting for op in self._of(e)]

    def fingerprint(self, entries: Iterable[Entry]) -> str:
        """A hash of everything a law of these sources is made from."""
        return digest(self.cache.stamp, *(f"{e.path} {self._source(e)}" for e in entries))

    def edition(self, number: str, day: date, language: str | None = None) -> Edition:
        """The text of an act as it stands on a day. Raises UnknownDocument."""
        entry = self.entry(number, language)
        from lawtrack.history import codec

        name = digest(self.fingerprint(self.sources_of(entry.key)), entry.path, day.isoformat())
        kept = self.cache.get("editions", name)
        if kept is not None:
            found: Edition = codec.loads(kept, Edition)
            return found
        edition = self._law_of(entry.key).edition(entry.key, day, entry.language)
        self.cache.put("editions", name, codec.dumps(edition))
        self.cache.keep_newest("editions", 300)
        return edition

    def _law_of(self, key: str) -> Law:
        """The law of the sources of one act, kept until another is asked: two days of one act are often asked together."""
        if self._last is None or self._last[0] != key:
            from lawtrack.consolidate import Law

            self._last = key, Law(*self.sources(key))
        return self._last[1]


class _Texts(dict[str, Document]):
    """Key → the Vietnamese text of an act, parsed when it is asked for."""

    def __init__(self, library: Library) -> None:
        super().__init__()
        self._library = library
        self._keys = {entry.key for entry in library.entries()}

    def get(self, key: str, default: Any = None) -> Any:
        """The text of the act, or `default`."""
        return self._library.document(key) if key in self._keys else default

    def __getitem__(self, key: str) -> Document:
        if key not in self._keys:
            raise KeyError(key)
        return self._library.document(key)

    def __contains__(self, key: object) -> bool:
        return key in self._keys
