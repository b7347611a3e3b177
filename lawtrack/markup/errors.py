"""What is wrong with a file, where, and what can be done."""

from __future__ import annotations


class FormatError(ValueError):
    """A file that cannot be understood.

    message  what is wrong, in one sentence
    path     of the file, as the caller named it; "" where there is none
    line     from 1; 0 where the error has no line
    remedy   what an editor can do; "" where nothing can be said
    """

    def __init__(self, message: str, path: str = "", line: int = 0, remedy: str = "") -> None:
        super().__init__(message)
        self.message, self.path, self.line, self.remedy = message, path, line, remedy

    def __str__(self) -> str:
        place = ":".join(str(part) for part in (self.path, self.line) if part)
        return f"{place}: {self.message}" if place else self.message

    def __reduce__(self) -> tuple[type[FormatError], tuple[str, str, int, str]]:
        return type(self), (self.message, self.path, self.line, self.remedy)
