"""What is wrong with a file, where, and what can be done."""

from __future__ import annotations

import re

from lawtrack.law.errors import LawtrackError

_CONFLICT = re.compile(r"^(?:<{7}|>{7}|\|{7}) ", re.MULTILINE)


class FormatError(LawtrackError, ValueError):
    """A file that cannot be understood; see `LawtrackError` for its fields."""

    def __init__(self, message: str, path: str = "", line: int = 0, remedy: str = "") -> None:
        super().__init__(message, remedy, path, line)

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line) if part)
        return f"{place}: {self.message}" if place else self.message

    def __reduce__(self) -> tuple[type[FormatError], tuple[str, str, int, str]]:
        return type(self), (self.message, self.path, self.line, self.remedy)


def refuse_conflict(text: str, path: str) -> None:
    """Raises FormatError where a merge of Git left both texts in a file: neither is the file's."""
    if found := _CONFLICT.search(text):
        raise FormatError(
            "a merge of Git left two texts here, and nobody has chosen between them",
            path,
            text.count("\n", 0, found.start()) + 1,
            "keep the right lines, take out <<<<<<<, ======= and >>>>>>>, then git add and git commit; or git merge --abort",
        )
