"""What a workspace holds, read from its working tree or from one of its commits: documents, operations, the law.

Only what a question needs is parsed: facts of every file stand in an index by content, and an act's operations name their targets there.
"""

from __future__ import annotations

import difflib
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING, Any

from lawtrack.history.cache import Cache, digest
from lawtrack.history.errors import BadInput, HistoryError, UnknownDocument
from lawtrack.history.places import is_document, ledger_of
from lawtrack.history.store import Store
from lawtrack.law import Document, Edition, Meta, Operation
from lawtrack.law.catalogue import Catalogue
from lawtrack.text.numbers import same_key

if TYPE_CHECKING:
    from lawtrack.amend import Reading
    from lawtrack.consolidate import Law
    from lawtrack.markup import Ledger

_KEPT = 64  # parsed documents held in memory


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index knows of a document without parsing it. Dates are ISO words, "" where not known."""

    path: str
    blob: str
    number: str
    key: str
    language: str
    kind: str = ""
    title: str = ""
    issuer: str = ""
    issued: str = ""
    effective: str = ""
    expired: str = ""
    authority: str = "official"
    details: tuple[str, ...] = ()

    @property
    def name(self) -> str:
        """The file name without its ending: `63-2020-nd-cp.vi`."""
        return self.path.rsplit("/", 1)[1].removesuffix(".md")

    @property
    def amending(self) -> bool:
        """Whether the act is filed among those whose business is to change others."""
        return self.path.startswith("amendments/")

    def meta(self) -> Meta:
        """The facts as the model has them."""
        from lawtrack.law import Authority

        def day(text: str) -> date | None:
            return date.fromisoformat(text) if text else None

        return Meta(
            number=self.number,
            kind=self.kind,
            title=self.title,
            issuer=self.issuer,
            issued=day(self.issued),
            effective=day(self.effective),
            expired=day(self.expired),
            language=self.language,
            authority=Authority(self.authority),
            details=tuple(self.details),
        )


def facts_of(document: Document) -> list[Any]:
    """The fields of an `Entry` behind `path` and `blob`."""
    meta = document.meta
    days = [day.isoformat() if day else "" for day in (meta.issued, meta.effective, meta.expired)]
    return [meta.number, document.key, meta.language, meta.kind, meta.title, meta.issuer, *days, str(meta.authority), list(meta.details)]


class Library:
    """The reading side of a workspace. One object sees one state of the files: make a new one after a change.

    An act's operations are those of its ledger; where it has none, those the machine reads in it. With `applied` only acts with a ledger
    act at all: the law as it was applied.
    """

    def __init__(self, store: Store, cache: Cache, applied: bool = False) -> None:
        self.store = store
        self.cache = cache
        self._applied = applied
        self._files: dict[str, str] | None = None
        self._entries: tuple[Entry, ...] | None = None
        self._documents: dict[str, Document] = {}
        self._operations: dict[str, tuple[Operation, ...]] = {}
        self._targets: dict[str, tuple[str, ...]] = {}
        self._links: tuple[dict[str, list[Entry]], dict[str, list[Entry]]] | None = None

    # -- documents -------------------------------------------------------------------------------------------------------
    def files(self) -> dict[str, str]:
        """Path → blob of every file that takes part in the law."""
        if self._files is None:
            self._files = self.store.files()
        return self._files

    def entries(self) -> tuple[Entry, ...]:
        """Every document, by path. New files are parsed once; raises the reader's error for a file that is not canonical Markdown."""
        if self._entries is None:
            facts = self.cache.facts()
            fresh = False
            rows = []
            for path, blob in self.files().items():
                if is_document(path):
                    if blob not in facts:
                        facts[blob] = facts_of(self._parse(path, blob))
                        fresh = True
                    rows.append(Entry(path, blob, *facts[blob]))
            if fresh:
                self.cache.save()
            self._entries = tuple(rows)
        return self._entries

    def metas(self) -> dict[str, Meta]:
        """Key → what is known of the act, in Vietnamese where that text is here: for naming acts in publications."""
        rows = sorted(self.entries(), key=lambda e: e.language == "vi")
        return {entry.key: entry.meta() for entry in rows}

    def languages(self, number: str) -> tuple[Entry, ...]:
        """The expressions of an act, Vietnamese first; raises UnknownDocument."""
        key = same_key(number)
        found = sorted((e for e in self.entries() if e.key == key), key=lambda e: (e.language != "vi", e.language))
        if found:
            return tuple(found)
        by_key = {e.key: e.number for e in self.entries()}
        close = tuple(by_key[k] for k in difflib.get_close_matches(key, by_key, n=5, cutoff=0.6))
        remedy = f"did you mean {', '.join(close)}?" if close else "import it first: lawtrack import FILE --number NUMBER"
        raise UnknownDocument(f"no act in this workspace has the number {number}", remedy, close)

    def entry(self, number: str, language: str | None = None) -> Entry:
        """The document of that number in any spelling; `language` None: Vietnamese, or the one there is. Raises UnknownDocument."""
        found = self.languages(number)
        for entry in found:
            if language is None or entry.language == language:
                return entry
        have = ", ".join(e.language for e in found)
        raise UnknownDocument(f"{found[0].number} is not here in the language {language!r}", f"it is here in: {have}")

    def document(self, number: str, language: str | None = None) -> Document:
        """The document as enacted. Raises UnknownDocument with close matches."""
        entry = self.entry(number, language)
        return self._parse(entry.path, entry.blob)

    def documents(self) -> list[Document]:
        """Every document as enacted, by path."""
        return [self._parse(entry.path, entry.blob) for entry in self.entries()]

    def _parse(self, path: str, blob: str) -> Document:
        found = self._documents.get(blob)
        if found is None:
            from lawtrack.history import codec

            kept = self.cache.get("documents", digest(self.cache.stamp, blob))
            if kept is not None:
                found = codec.loads(kept, Document)
            else:
                from lawtrack.markup import read

                found = read(self._text(path), path)
                self.cache.put("documents", digest(self.cache.stamp, blob), codec.dumps(found))
            while len(self._documents) >= _KEPT:
                del self._documents[next(iter(self._documents))]
            self._documents[blob] = found
        return found

    def _text(self, path: str) -> str:
        try:
            return self.store.data(path).decode("utf-8")
        except UnicodeDecodeError as problem:
            raise BadInput(f"is not UTF-8 text: {problem}", "save the file as UTF-8", path) from None

    # -- operations ------------------------------------------------------------------------------------------------------
    def catalogue(self) -> Catalogue:
        """The acts there are, for the reader of commands; texts of acts are parsed only when it looks at one."""
        whole = Catalogue.of(Document(entry.meta()) for entry in self.entries())
        return Catalogue(whole.entries, _Texts(self))

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

    def decisions(self, entry: Entry) -> dict[str, str]:
        """Operation id → what the ledger of the act says of it, in words: "accepted by … on …: …"; none where it has no ledger."""
        ledger = self.ledger(entry)
        found = {}
        for row in ledger.entries if ledger else ():
            words = [str(row.decision), f"by {row.by}" if row.by else "", f"on {row.on}" if row.on else ""]
            found[row.operation.id] = " ".join(w for w in words if w) + (f": {row.note}" if row.note else "")
        return found

    def operations(self, number: str, language: str | None = None) -> tuple[Operation, ...]:
        """The operations of an act: of its ledger where one stands beside it, else as the machine reads them."""
        return self._of(self.entry(number, language))

    def acts_with_operations(self) -> list[Entry]:
        """The acts that change others, in legal order (issue, number). Acts not read before are read: that takes its time."""
        return sorted((e for e in self.entries() if self._of_targets(e) is not None), key=lambda e: (e.issued or "9999", e.key, e.language))

    def _of(self, entry: Entry) -> tuple[Operation, ...]:
        found = self._operations.get(entry.path)
        if found is None:
            from lawtrack.history import codec

            name = self._read_name(entry)
            kept = self.cache.get("operations", name)
            if kept is not None:
                found = codec.loads(kept, tuple[Operation, ...])
            else:
                found = self._read_now(entry)
                self.cache.put("operations", name, codec.dumps(found))
            self._operations[entry.path] = found
        return found

    def _read_now(self, entry: Entry) -> tuple[Operation, ...]:
        ledger = self.ledger(entry)
        if ledger is not None:
            from lawtrack.markup import operations

            return tuple(operations(ledger))
        return tuple(self.read(entry.number, entry.language).operations)

    def _read_name(self, entry: Entry) -> str:
        """The name of an act's operations in the cache: of its ledger, or of the act and all the acts it may name."""
        ledger = self.files().get(ledger_of(entry.path))
        if ledger is None and self._applied:
            return digest(self.cache.stamp, entry.blob)
        if ledger is not None:
            return digest(self.cache.stamp, entry.blob, "ledger", ledger)
        return digest(self.cache.stamp, entry.blob, self._world())

    def _world(self) -> str:
        return digest(*(f"{entry.path} {entry.blob}" for entry in self.entries()))

    def _of_targets(self, entry: Entry) -> tuple[str, ...] | None:
        """Keys of the acts the operations of `entry` act on; None where it has no operations at all."""
        if self._applied and not self.has_ledger(entry):
            return None
        if entry.path not in self._targets:
            facts = self.cache.facts()
            silent = digest(self.cache.stamp, entry.blob, "no commands")
            ledger = self.has_ledger(entry)
            if not ledger and silent in facts:
                return None
            name = self._read_name(entry)
            if name not in facts:
                operations = self._of(entry)
                facts[name] = sorted({same_key(op.target.document) for op in operations if op.target.document})
                if not operations and not ledger:
                    facts[silent] = True  # an act without commands has none whatever other acts there are
                self.cache.save()
                if not operations:
                    return None
            self._targets[entry.path] = tuple(facts[name])
        return self._targets[entry.path]

    # -- the law ---------------------------------------------------------------------------------------------------------
    def sources_of(self, key: str) -> tuple[Entry, ...]:
        """What the text of an act depends on: its expressions, the acts with operations on it, the acts with operations on those, and what
        it details (an act may expire with its parent: Law 80/2015/QH13, article 154(4))."""
        by_key, actors = self._graph()
        found: dict[str, Entry] = {}
        waiting, seen = [key], {key}
        while waiting:
            here = waiting.pop()
            for entry in (*by_key.get(here, ()), *actors.get(here, ())):
                found[entry.path] = entry
                parents = [same_key(place.partition("#")[0]) for place in entry.details] if entry.key == here else []
                for other in (entry.key, *parents):
                    if other not in seen:
                        seen.add(other)
                        waiting.append(other)
        return tuple(found[path] for path in sorted(found))

    def _graph(self) -> tuple[dict[str, list[Entry]], dict[str, list[Entry]]]:
        """Key → its expressions; key → the acts with operations on it."""
        if self._links is None:
            by_key: dict[str, list[Entry]] = {}
            actors: dict[str, list[Entry]] = {}
            for entry in self.entries():
                by_key.setdefault(entry.key, []).append(entry)
                for target in self._of_targets(entry) or ():
                    actors.setdefault(target, []).append(entry)
            self._links = by_key, actors
        return self._links

    def law(self) -> Law:
        """The whole law: every document, every operation."""
        from lawtrack.consolidate import Law

        return Law(*self._gathered(self.entries()))

    def law_for(self, number: str) -> Law:
        """As much of the law as the text of one act depends on."""
        from lawtrack.consolidate import Law

        return Law(*self._gathered(self.sources_of(self.entry(number).key)))

    def sources(self, key: str) -> tuple[list[Document], list[Operation]]:
        """The documents and operations the text of an act depends on. Acts of which nothing but their dates is asked come without their
        text."""
        entries = self.sources_of(key)
        parents = {same_key(place.partition("#")[0]) for entry in entries for place in entry.details}
        return self._gathered(entries, {entry.path for entry in entries if entry.key == key or entry.key in parents})

    def _gathered(self, entries: Iterable[Entry], whole: set[str] | None = None) -> tuple[list[Document], list[Operation]]:
        entries = tuple(entries)
        acting = [entry for entry in entries if self._of_targets(entry) is not None]
        documents = [self._parse(e.path, e.blob) if whole is None or e.path in whole else Document(e.meta()) for e in entries]
        return documents, [op for e in acting for op in self._of(e)]

    def fingerprint(self, entries: Iterable[Entry]) -> str:
        """A hash of everything a law of these sources is made from."""
        return digest(self.cache.stamp, *(f"{e.path} {self._read_name(e)}" for e in entries))

    def edition(self, number: str, day: date, language: str | None = None) -> Edition:
        """The text of an act as it stands on a day. Raises UnknownDocument."""
        entry = self.entry(number, language)
        from lawtrack.history import codec

        name = digest(self.fingerprint(self.sources_of(entry.key)), entry.path, day.isoformat())
        kept = self.cache.get("editions", name)
        if kept is not None:
            found: Edition = codec.loads(kept, Edition)
            return found
        from lawtrack.consolidate import Law

        edition: Edition = Law(*self.sources(entry.key)).edition(entry.key, day, entry.language)
        self.cache.put("editions", name, codec.dumps(edition))
        return edition


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


__all__ = ["Entry", "HistoryError", "Library", "facts_of"]
