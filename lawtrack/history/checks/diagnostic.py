"""What a check finds."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from lawtrack.law import Message


class Severity(StrEnum):
    """How much a finding weighs: only errors make a check fail."""

    ERROR = "error"  # a file or a fact that cannot be right
    WARNING = "warning"  # a fault of the text or of the law, or a likely one: an editor has to look
    NOTE = "note"  # what a reader should know


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: where (path below the workspace, line from 1, 0 for the whole file; address of the unit), what, and what to do.
    `code` names the kind of finding (docs/check.md). Sentences are a `Message` where they name something."""

    severity: Severity
    code: str
    path: str
    line: int
    message: str | Message
    remedy: str | Message = ""
    address: str = ""

    @property
    def kind(self) -> str:
        """The kind of check it comes from: the first word of the code."""
        return self.code.partition("-")[0]

    @property
    def place(self) -> str:
        """`path:line`, or the path alone."""
        return f"{self.path}:{self.line}" if self.line else self.path

    def __str__(self) -> str:
        return f"{self.place}: {self.severity}: {self.message} [{self.code}]"


def sorting(found: Diagnostic) -> tuple[str, int, int, str, str]:
    """The order of a listing: by file and line, what weighs more first."""
    return found.path, found.line, tuple(Severity).index(found.severity), found.code, found.message
