"""Known errors: what a person can put right. Everything else that is raised is a fault of the program."""

from __future__ import annotations


class LawtrackError(Exception):
    """Something that cannot be done, and is told.

    message    what is wrong, in one sentence (a `Message`, where it names something)
    remedy     what to do about it; "" where nothing can be said
    path       of the file, as the caller named it; "" where there is none
    line       of the file, from 1; 0 where the error has no line
    exit_code  of the command line's table (docs/commands.md)
    """

    exit_code = 3

    def __init__(self, message: str, remedy: str = "", path: object = "", line: int = 0) -> None:
        super().__init__(message)
        self.message, self.remedy, self.path, self.line = message, remedy, str(path), line

    @property
    def place(self) -> str:
        """Where: path and line, as far as there are any."""
        if self.path:
            return f"{self.path}:{self.line}" if self.line else self.path
        return f"line {self.line}" if self.line else ""
