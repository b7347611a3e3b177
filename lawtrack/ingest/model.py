"""What import is given, what it gives, and how it fails."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date

from lawtrack.law.document import Authority, Document
from lawtrack.law.errors import LawtrackError
from lawtrack.law.message import Message
from lawtrack.outline import Doubt
from lawtrack.text.repair import Repair


class IngestError(LawtrackError):
    """A source that cannot be imported. `line` is 0 where there is none; `path` is set by whoever read the file."""

    def __init__(self, message: str, line: int = 0, remedy: str = "") -> None:
        super().__init__(message, remedy, line=line)

    def __str__(self) -> str:
        where = f"line {self.line}: " if self.line else ""
        return f"{where}{self.message}" + (f" ({self.remedy})" if self.remedy else "")


@dataclass(frozen=True, slots=True)
class Line:
    """One line of text and where it stands in the source (counted from 1; a paragraph in formats without lines). `page`: an empty line
    that belongs to a page break, not to the text."""

    text: str
    number: int = 0
    page: bool = False


@dataclass(frozen=True, slots=True)
class LeftOut:
    """Something of the source that is no law text: line, words, and what it was taken for."""

    line: int
    words: str
    why: Message


@dataclass(slots=True)
class Text:
    """The text of a source: its lines, blank ones included; `soft` where a line break may be no paragraph break; what the
    format held besides, and what of it an editor has to look at."""

    lines: list[Line]
    soft: bool = False
    left_out: list[LeftOut] = field(default_factory=list)
    format: str = ""
    doubts: list[Doubt] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Given:
    """What is known from outside; it wins over what the text says."""

    number: str | None = None
    kind: str | None = None
    title: str | None = None
    issuer: str | None = None
    issued: date | None = None
    published: date | None = None
    effective: date | None = None
    expired: date | None = None
    language: str | None = None
    authority: Authority = Authority.OFFICIAL
    note: str = ""


@dataclass(frozen=True, slots=True)
class Imported:
    """The document, and the account of how it came about.

    kept      share of the letters of the source (markup, page furniture and repeated headers aside) that stand in the document
    """

    document: Document
    repairs: tuple[Repair, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    left_out: tuple[LeftOut, ...] = ()
    kept: float = 1.0
