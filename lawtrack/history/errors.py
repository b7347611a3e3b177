"""What can go wrong in a workspace."""

from __future__ import annotations

from lawtrack.law.errors import LawtrackError


class HistoryError(LawtrackError):
    """A failure of a workspace; see `LawtrackError` for its fields."""


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
