"""Documents: an act in one language, as enacted or as consolidated."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from lawtrack.law.provision import Kind, Provision
from lawtrack.text.numbers import same_key, slug


class Authority(StrEnum):
    """What stands behind a text. Everything but `official` is said wherever the text is shown."""

    OFFICIAL = "official"
    TRANSLATION = "translation"
    REPORTED = "reported"  # known only from reports in the press
    DRAFT = "draft"  # a bill


ERRATA = "errata"
"""The key of `Meta.extra` under which a text says which misprints of its source were put right."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a text was taken from: file name, SHA-256 of its bytes, what was known only from outside the file, and how."""

    file: str = ""
    sha256: str = ""
    note: str = ""


@dataclass(frozen=True, slots=True)
class Meta:
    """What is known of an act besides its words. Dates are None where they are not known: nothing is guessed.

    number     as printed, tidied: `63/2020/NĐ-CP`; a key is unique with issuer and year where the number repeats (VBHN, "Không số")
    kind       "luật", "bộ luật", "nghị định", "thông tư", … in lower case
    title      the trích yếu, without the kind
    effective  the act's general first day of effect; exceptions are effects of operations
    expired    the first day the whole act no longer holds, where its own text or a report says so
    amends     numbers the title or preamble names as amended, for orientation only
    details    addresses in other acts that this act details ("38/2024/QH15#dieu-45a")
    extra      further facts in `key: value` form, kept in order
    """

    number: str
    kind: str = ""
    title: str = ""
    issuer: str = ""
    issued: date | None = None
    published: date | None = None
    effective: date | None = None
    expired: date | None = None
    language: str = "vi"
    authority: Authority = Authority.OFFICIAL
    signers: tuple[str, ...] = ()
    bases: tuple[str, ...] = ()
    amends: tuple[str, ...] = ()
    details: tuple[str, ...] = ()
    source: Source = Source()
    extra: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Document:
    """An act in one language (an FRBR expression).

    head      lines in front of the title: national motto, issuer, number, place and date, as printed
    preamble  recitals and enacting words between the title and the body, a line each
    body      the root (Kind.VAN_BAN): parts, chapters, articles; behind them annexes and attached regulations
    tail      lines behind the last article and before the annexes: adoption clause, nơi nhận, signatures
    """

    meta: Meta
    body: Provision = field(default_factory=lambda: Provision(Kind.VAN_BAN))
    head: tuple[str, ...] = ()
    preamble: tuple[str, ...] = ()
    tail: tuple[str, ...] = ()

    @property
    def number(self) -> str:
        """The number as printed."""
        return self.meta.number

    @property
    def key(self) -> str:
        """What the act is found by: equal for every spelling of its number; the same for all its languages."""
        return same_key(self.meta.number)

    @property
    def name(self) -> str:
        """The file name without its ending: `63-2020-nd-cp.vi`."""
        return f"{slug(self.meta.number)}.{self.meta.language}"
