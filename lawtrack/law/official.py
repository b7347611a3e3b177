"""Official consolidations (văn bản hợp nhất, VBHN) as data: the text, its footnotes, and what its head and certification say.

Rules: Ordinance 01/2012/UBTVQH13, articles 11-17: the head names every amending act with its day of effect, each unit or phrase that was
changed has a mark, and the footnote names the amending act and its day of effect; a repealed unit keeps its number with the words
"được bãi bỏ".
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lawtrack.law.address import Address
from lawtrack.law.document import Document


class Said(StrEnum):
    """What a footnote says became of the words it marks."""

    AMENDED = "amended"
    ADDED = "added"
    REPEALED = "repealed"
    REPLACED = "replaced"
    SUSPENDED = "suspended"
    EXPIRED = "expired"  # the words stand there, and no longer hold
    CORRECTED = "corrected"
    RENUMBERED = "renumbered"
    BASIS = "basis"  # the recitals of an amending act
    CLAUSES = "clauses"  # its clauses on effect and transition, quoted
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Amender:
    """An act that the head of a consolidation names: number, day of signature, day of effect, each None where not stated."""

    number: str
    issued: date | None = None
    effective: date | None = None


@dataclass(frozen=True, slots=True)
class Cause:
    """One provision that a footnote names: act, address in it (empty where none is given), day of effect as printed."""

    act: str
    address: Address = Address()
    effective: date | None = None


@dataclass(frozen=True, slots=True)
class Note:
    """One footnote.

    number   as printed
    text     in one paragraph a line
    said     what it says happened; "subject" is the unit or phrase as it words it ("Khoản này", "Cụm từ")
    find, put  the quoted words, for phrases
    causes   in the order named: a unit changed twice has two
    address  of the unit the mark stands at; None where the mark was not found, empty outside the body
    line     of the source where the footnote begins
    """

    number: str
    text: str
    said: Said = Said.OTHER
    subject: str = ""
    find: str = ""
    put: str = ""
    causes: tuple[Cause, ...] = ()
    address: Address | None = None
    line: int = 0


@dataclass(frozen=True, slots=True)
class Official:
    """An official consolidation. `document` is its text without marks, footnotes, head list and certification, under the number of the
    consolidation; `base` is the number of the act consolidated, `amenders` the acts its head names, `certified` the day of
    certification."""

    document: Document
    base: str = ""
    amenders: tuple[Amender, ...] = ()
    certified: date | None = None
    notes: tuple[Note, ...] = ()
