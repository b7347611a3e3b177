"""The workspace and its Git: sources, the derived law history, point in time, blame. Floor 4 of the house.

    Workspace.init(path)                      a new workspace; Workspace.find(start): the one `start` lies in
    ws.add(document, commit=True)             files a document, returns its path; NumberTaken, BadInput
    ws.entries()                              what is there, without parsing: Entry(path, number, key, language, kind, title, …)
    ws.document(number, language=None)        any spelling of the number; UnknownDocument(.close)
    ws.documents()
    ws.read(number) -> amend.Reading          what the machine reads today; ws.operations(number): of the ledger, where there is one
    ws.acts_with_operations() -> [Entry]
    ws.law(), ws.law_for(number)              consolidate.Law of everything, or of what one act depends on
    ws.edition(number, day, language=None)    the text on a day, cached
    ws.write_ledgers({entry.path: text}, commit=True)
    ws.apply(numbers=None) -> Applied         writes and commits ledgers, builds the law history; ws.undo() -> Undone
    ws.known(day) -> Library                  the same reading methods over what was known on that day
    ws.history                                LawHistory: build, text_at, blame, log, editions, check

Every error is a `HistoryError` with `message`, `remedy`, `path` and `exit_code`. Days are `datetime.date`.
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
