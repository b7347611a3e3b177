"""What a build is made from: the versions of every document, asked of the engine only where its sources changed."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Protocol

from lawtrack.history.library import Library
from lawtrack.history.line import rank
from lawtrack.history.message import Act
from lawtrack.history.places import ledger_of
from lawtrack.history.shelf import Entry
from lawtrack.history.tracks import Row, dated, undated
from lawtrack.history.words import one_line
from lawtrack.law import Operation


@dataclass(frozen=True, slots=True)
class Text:
    """A version with its canonical Markdown: ISO day ("" on the side of the unknown), act, what was done."""

    path: str
    day: str
    act: str
    rows: tuple[Row, ...]
    text: str


class Versions(Protocol):
    """Gives a build its documents."""

    def acts(self) -> Mapping[str, Act]:
        """Key → what commits say of an act."""
        ...

    def groups(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """The documents in groups that are made together: paths, and a fingerprint of all they are made from."""
        ...

    def texts(self, paths: tuple[str, ...]) -> Iterable[Text]:
        """The versions of a group, document by document, each in order."""
        ...


class Engine:
    """Versions from the sources and ledgers of a library."""

    def __init__(self, library: Library) -> None:
        self._library = library
        self._entries: dict[tuple[str, ...], list[Entry]] = {}
        self._acts: dict[str, Act] = {}

    def acts(self) -> Mapping[str, Act]:
        """Key → what commits say of an act; of several languages the first, Vietnamese, speaks."""
        if not self._acts:
            files = self._library.files()
            for entry in sorted(self._library.entries(), key=lambda e: (e.language != "vi", e.language)):
                if entry.key not in self._acts:
                    title = one_line(f"{entry.kind} {entry.title}")
                    title = title[:1].upper() + title[1:]
                    ledger = files.get(ledger_of(entry.path), "")
                    self._acts[entry.key] = Act(entry.number, title, entry.issued, entry.authority, entry.blob, ledger)
        return self._acts

    def groups(self) -> Iterator[tuple[tuple[str, ...], str]]:
        """One group an act: all its languages."""
        by_key: dict[str, list[Entry]] = {}
        for entry in self._library.entries():
            by_key.setdefault(entry.key, []).append(entry)
        for key, entries in by_key.items():
            paths = tuple(entry.path for entry in entries)
            self._entries[paths] = entries
            yield paths, self._library.fingerprint(self._library.sources_of(key))

    def texts(self, paths: tuple[str, ...]) -> Iterator[Text]:
        """The versions of one act's documents."""
        from lawtrack.consolidate import Law
        from lawtrack.markup.writer import Press

        write = Press().write
        entries = self._entries[paths]
        documents, operations = self._library.sources(entries[0].key)
        law = Law(documents, operations)
        acts = self.acts()

        def make(some: list[Operation]) -> Law:
            return Law(documents, some)

        def order(key: str) -> tuple[str, ...]:
            return rank(acts.get(key) or Act(key))

        for entry in entries:
            base = self._library.document(entry.number, entry.language)
            for version in dated(law, base, make, order):
                yield Text(entry.path, version.day.isoformat(), version.act, version.rows, write(version.document))
            for act, rows, document in undated(law, base, make, order):
                yield Text(entry.path, "", act, rows, write(document))
