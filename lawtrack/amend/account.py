"""The account of an act: each character of its plain text belongs to something, or is said to be unclaimed."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from lawtrack.law.document import Document
from lawtrack.law.plain import mark_of, placed
from lawtrack.law.provision import Provision


class Role(StrEnum):
    """What a stretch of text is in the act."""

    COMMAND = "command"
    QUOTATION = "quotation"
    RECITAL = "recital"
    EFFECT = "effect"
    FORMALITY = "formality"
    PROVISION = "provision"
    UNCLAIMED = "unclaimed"


@dataclass(frozen=True, slots=True)
class Claim:
    """Characters `start` to `end` of `lawtrack.law.plain.plain(document)`, and the operations they gave rise to."""

    start: int
    end: int
    role: Role
    operations: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Account:
    """Claims in order, without gap or overlap, over the whole plain text."""

    claims: tuple[Claim, ...] = ()

    def of(self, role: Role) -> tuple[Claim, ...]:
        """The claims of one role."""
        return tuple(c for c in self.claims if c.role is role)


_SECTIONS = {"head": Role.FORMALITY, "title": Role.FORMALITY, "preamble": Role.RECITAL, "tail": Role.FORMALITY}


def spans(document: Document) -> dict[int, tuple[int, int]]:
    """Identity of each provision (`id`) → the place of its own line in the plain text."""
    return {id(provision): (at, at + len(line)) for at, _, provision, line in placed(document) if provision is not None}


def text_start(provision: Provision, start: int, language: str) -> int:
    """Where the words of a provision begin behind its label, `start` being the place of its line."""
    mark = mark_of(provision, language)
    return start + len(mark) + 1 if mark else start


def account(document: Document, roles: Mapping[int, Role], operations: Mapping[int, Sequence[str]]) -> Account:
    """The account from the role of each provision (by `id`); a provision without one is an ordinary provision."""
    claims: list[Claim] = []
    for at, section, provision, line in placed(document):
        if claims and claims[-1].end < at:
            claims[-1] = replace(claims[-1], end=at)  # an empty line belongs to what stands above it
        end = at + len(line) + 1  # the line break belongs to its line
        role = _SECTIONS.get(section) if provision is None else roles.get(id(provision), Role.PROVISION)
        ids = tuple(operations.get(id(provision), ())) if provision is not None else ()
        claims.append(Claim(at, end, role or Role.FORMALITY, ids))
    if not claims:
        claims.append(Claim(0, 1, Role.FORMALITY))
    return Account(tuple(claims))
