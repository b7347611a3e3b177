"""The catalogue of acts: which act a name or a number means. Pure: built from documents already read.

Citation: Decree 78/2025/NĐ-CP, article 68: laws and ordinances by name and year, other acts by kind, number, issuer and name.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date

from lawtrack.law.document import Document
from lawtrack.text.fold import fold
from lawtrack.text.numbers import kind_of, same_key, tidy, year_of

_BY_NAME = ("luật", "bộ luật", "pháp lệnh", "nghị quyết", "hiến pháp")


def name_key(name: str) -> str:
    """The key of an act's name: case, tone placement and punctuation folded ("Luật Thể dục, thể thao" and "LUẬT THỂ DỤC THỂ THAO")."""
    return " ".join(re.sub(r"[^\w\s]", " ", fold(name)).split())


@dataclass(frozen=True, slots=True)
class Entry:
    """One act: its number as printed, its name with the kind in front ("luật đất đai", folded), the day it was issued where known."""

    number: str
    name: str
    issued: date | None = None

    @property
    def year(self) -> int | None:
        """The year of issue, from the date or the number."""
        return self.issued.year if self.issued else year_of(self.number)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What acts there are. `document` gives the text, one language of it, where a reader of commands needs to see the target."""

    entries: tuple[Entry, ...] = ()
    documents: dict[str, Document] = field(default_factory=dict, compare=False)

    @classmethod
    def of(cls, documents: Iterable[Document]) -> Catalogue:
        """The catalogue of these documents. Two languages of one act are one entry; the Vietnamese text is the one kept."""
        entries: dict[str, Entry] = {}
        texts: dict[str, Document] = {}
        for document in documents:
            key = document.key
            kept = texts.get(key)
            if kept is None or (kept.meta.language != "vi" and document.meta.language == "vi"):
                texts[key] = document
                kind = document.meta.kind or kind_of(document.number)
                entries[key] = Entry(document.number, name_key(f"{kind} {document.meta.title}"), document.meta.issued)
        return cls(tuple(entries.values()), texts)

    def find(self, number: str) -> str | None:
        """The number as the catalogue prints it, of the act with this number in any spelling; None where it is not here."""
        document = self.documents.get(same_key(number))
        return document.number if document else None

    def document(self, number: str) -> Document | None:
        """The text of an act, or None."""
        return self.documents.get(same_key(number))

    def named(self, name: str, year: int | None = None, before: date | None = None) -> tuple[str, ...]:
        """Numbers of the acts of this name, with the kind in front ("Luật Đất đai"), of that year where one is given and issued
        not after `before`; sorted."""
        key = name_key(name)
        found = [e for e in self.entries if e.name == key or e.name == f"{key.split(' ', 1)[0]} {key}"]
        if year is not None:
            found = [e for e in found if e.year == year]
        if before is not None:
            found = [e for e in found if e.issued is None or e.issued <= before]
        return tuple(sorted({tidy(e.number) for e in found}))
