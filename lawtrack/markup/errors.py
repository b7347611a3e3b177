"""What is wrong with a file, where, and what can be done."""

from __future__ import annotations

from lawtrack.law.errors import LawtrackError


class FormatError(LawtrackError, ValueError):
    """A file that cannot be understood; see `LawtrackError` for its fields."""

    def __init__(self, message: str, path: str = "", line: int = 0, remedy: str = "") -> None:
        super().__init__(message, remedy, path, line)

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line) if part)
        return f"{place}: {self.message}" if place else self.message

    def __reduce__(self) -> tuple[type[FormatError], tuple[str, str, int, str]]:
        return type(self), (self.message, self.path, self.line, self.remedy)
