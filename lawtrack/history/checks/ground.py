"""What the checks stand on: the files that can be read, the law made of them, and the places of things."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import cached_property
from typing import TYPE_CHECKING

from lawtrack.history.checks.lines import field_line, positions
from lawtrack.history.library import Entry, Library
from lawtrack.history.places import LEDGER, ledger_of
from lawtrack.history.store import Store
from lawtrack.law import Address, Change, Document, Edition, Operation, Outcome, Provision
from lawtrack.law.address import index
from lawtrack.markup.yamlfile import load, mapping
from lawtrack.text.numbers import same_key

if TYPE_CHECKING:
    from lawtrack.consolidate import Law
    from lawtrack.history.workspace import Workspace


class Sound:
    """A store without the files that cannot be read, so that one broken file does not hide what is wrong in the others."""

    def __init__(self, store: Store, broken: Iterable[str]) -> None:
        self._store = store
        self._broken = frozenset(broken)

    def files(self) -> dict[str, str]:
        """Path → blob of every sound file."""
        return {path: blob for path, blob in self._store.files().items() if path not in self._broken}

    def data(self, path: str) -> bytes:
        """The content of one of them."""
        return self._store.data(path)


class Ground:
    """The workspace on the day `at`, without the `broken` files. `machine` is the same without ledgers: what the machine reads today."""

    def __init__(self, workspace: Workspace, at: date, broken: Iterable[str] = ()) -> None:
        self.workspace = workspace
        self.at = at
        self.broken = frozenset(broken)
        self.library = Library(Sound(workspace.store, self.broken), workspace.cache)
        unread = [path for path in workspace.files() if path.endswith(LEDGER)]
        self.machine = Library(Sound(workspace.store, {*self.broken, *unread}), workspace.cache)
        self._texts: dict[str, str] = {}
        self._lines: dict[str, dict[Address, int]] = {}
        self._rows: dict[str, dict[str, int]] = {}
        self._editions: dict[tuple[str, str], Edition] = {}
        self._places: dict[tuple[str, str, date], dict[Address, Provision]] = {}

    # -- files -----------------------------------------------------------------------------------------------------------
    @cached_property
    def entries(self) -> tuple[Entry, ...]:
        """Every document that can be read."""
        return self.library.entries()

    @cached_property
    def by_key(self) -> dict[str, list[Entry]]:
        """Key → the expressions of the act, Vietnamese first."""
        found: dict[str, list[Entry]] = {}
        for entry in sorted(self.entries, key=lambda e: (e.language != "vi", e.language)):
            found.setdefault(entry.key, []).append(entry)
        return found

    def entry(self, number: str, language: str) -> Entry | None:
        """The document of that number in that language, else in another; None where the act is not here."""
        found = self.by_key.get(same_key(number), [])
        return next((e for e in found if e.language == language), found[0] if found else None)

    def document(self, entry: Entry) -> Document:
        """The document as enacted."""
        return self.library.document(entry.number, entry.language)

    def text(self, path: str) -> str:
        """The content of a file."""
        if path not in self._texts:
            self._texts[path] = self.library.store.data(path).decode("utf-8")
        return self._texts[path]

    # -- places ----------------------------------------------------------------------------------------------------------
    def line(self, entry: Entry, address: Address) -> int:
        """The line of a unit as enacted in the file of its act; of the unit above where it is not there."""
        if entry.path not in self._lines:
            self._lines[entry.path] = positions(self.document(entry), self.text(entry.path))
        while address and address not in self._lines[entry.path]:
            address = address.parent
        return self._lines[entry.path].get(address, 1)

    def field(self, entry: Entry, name: str) -> int:
        """The line of a field of the front matter."""
        return field_line(self.text(entry.path), name)

    def row(self, path: str, operation: str) -> int:
        """The line of an operation in the ledger at `path`."""
        if path not in self._rows:
            listed = mapping(load(self.text(path), path), path, "ledger").get("operations")
            rows = [mapping(item, path, "operation") for item in (listed.items if listed else None) or []]
            self._rows[path] = {row["id"].text or "": row["id"].line for row in rows if "id" in row}
        return self._rows[path].get(operation, 1)

    def of_operation(self, operation: Operation) -> tuple[str, int]:
        """Where an operation stands: in the ledger of its act, or the command in the act itself."""
        entry = self.entry(operation.origin.document, operation.origin.language)
        if entry is None:
            return "", 0
        ledger = ledger_of(entry.path)
        if self.library.has_ledger(entry):
            return ledger, self.row(ledger, operation.id)
        return entry.path, self.line(entry, operation.origin.address)

    def of_words(self, entry: Entry, unit: Provision, changes: dict[str, Change]) -> tuple[str, int]:
        """Where the words of a unit in force come from: the command that last changed them, else the act as enacted."""
        cause = next((changes[c] for c in reversed(unit.causes) if c in changes), None)
        if cause is not None:
            path, line = self.of_operation(cause.operation)
            if path:
                return path, line
        number, _, place = unit.uid.partition("#")
        home = self.entry(number, entry.language) or entry
        try:
            return home.path, self.line(home, Address.parse(place))
        except ValueError:
            return home.path, 1

    # -- the law ---------------------------------------------------------------------------------------------------------
    @cached_property
    def law(self) -> Law:
        """The whole law."""
        return self.library.law()

    def changes(self, entry: Entry) -> tuple[Change, ...]:
        """Every change of a document."""
        return self.law.changes(entry.key, entry.language)

    def applied(self, entry: Entry) -> dict[str, Change]:
        """Operation id → change, of what has changed the document up to the day."""
        return {c.operation.id: c for c in self.changes(entry) if c.outcome is Outcome.APPLIED and c.day and c.day <= self.at}

    def edition(self, entry: Entry) -> Edition:
        """The document on the day."""
        spot = (entry.key, entry.language)
        if spot not in self._editions:
            self._editions[spot] = self.law.edition(entry.key, self.at, entry.language)
        return self._editions[spot]

    def units(self, entry: Entry, day: date) -> dict[Address, Provision]:
        """Address → unit of the document on any day."""
        days = [d for d in self.law.days(entry.key, entry.language) if d <= day]
        spot = (entry.key, entry.language, days[-1] if days else day)
        if spot not in self._places:
            self._places[spot] = index(self.law.edition(entry.key, spot[2], entry.language).document.body)
        return self._places[spot]
