"""The workspace and its Git: sources, the derived law history, point in time, blame. Floor 4 of the house. The rules: docs/history.md.

Making and finding
    Workspace.init(path), Workspace.find(start)     Conflict, NoWorkspace
    ws.root, ws.settings                            BadSettings

Reading: a `Workspace`, or `ws.known(day)`, the same as its branch held it at the end of that day
    ws.entries()                                    what is there, unparsed: Entry(path, blob, number, key, language, kind, title, …)
    ws.entry(number, language=None)                 by any spelling of the number; UnknownDocument with `close` numbers
    ws.document(number, language=None), ws.documents(), ws.metas()
    ws.read(number) -> Reading                      what the machine reads today; ws.machine(entry): its operations, remembered
    ws.operations(number)                           of the act's ledger; where it has none, of the machine
    ws.ledger(entry), ws.has_ledger(entry), ws.decisions(entry), ws.acts_with_operations()
    ws.law(), ws.law_for(number)                    consolidate.Law of everything, or of what one act depends on
    ws.edition(number, day, language=None)          remembered on disk

Changing
    ws.add(document, commit=True, replace=False), ws.add_all(documents)       NumberTaken, BadInput; returns the path
    ws.write_ledger(number), ws.write_ledgers({entry.path: text}, commit=False), ws.change({path: bytes or None}, message, commit)
    ws.apply(numbers=None, progress=None) -> Applied      ledgers committed, law history built
    ws.undo() -> Undone                                   the last import or apply taken back by a new commit

The law history, `ws.history`
    build() -> Built, check() -> Verdict            reader() -> Reader: text_at, versions, days; text_at(number, day)
    log(number=None) -> [Commit], blame(number, day, address=None, known=None) -> (Blame, …)
    publish(day), editions(), between(one, two)

Every error is a `HistoryError` (lawtrack.law.errors tells its fields). Days are `datetime.date`; `when` is the time of a commit.
"""

from __future__ import annotations

from lawtrack.history.errors import (
    BadInput,
    BadSettings,
    Conflict,
    GitFailed,
    HistoryError,
    NoWorkspace,
    NumberTaken,
    UnknownDocument,
)
from lawtrack.history.library import Library
from lawtrack.history.shelf import Entry
from lawtrack.history.workspace import Workspace

__all__ = [
    "BadInput",
    "BadSettings",
    "Conflict",
    "Entry",
    "GitFailed",
    "HistoryError",
    "Library",
    "NoWorkspace",
    "NumberTaken",
    "UnknownDocument",
    "Workspace",
]
