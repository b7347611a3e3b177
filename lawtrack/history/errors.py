"""What can go wrong in a workspace, each with a remedy. `exit_code` is the code of the command line's table."""

from __future__ import annotations

from pathlib import Path


class HistoryError(Exception):
    """A failure a person can act on: what, where, and what to do."""

    exit_code = 3

    def __init__(self, message: str, remedy: str = "", path: str | Path = "") -> None:
        super().__init__(message)
        self.message = message
        self.remedy = remedy
        self.path = str(path)


class NoWorkspace(HistoryError):
    """No `lawtrack.toml` here or above."""


class BadSettings(HistoryError):
    """`lawtrack.toml` says something that cannot be."""


class BadInput(HistoryError):
    """A document, address or day that cannot be used."""


class UnknownDocument(HistoryError):
    """No act answers to the number; `close` are numbers that look like it."""

    def __init__(self, message: str, remedy: str = "", close: tuple[str, ...] = ()) -> None:
        super().__init__(message, remedy)
        self.close = close


class Conflict(HistoryError):
    """The workspace is not in a state for this."""

    exit_code = 4


class NumberTaken(Conflict):
    """Another text has the number."""


class GitFailed(HistoryError):
    """A git process failed; its own words are in the message."""

    exit_code = 4
