"""What a comparison with an official consolidation is made of: lines, differences and their causes."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass
from enum import StrEnum

from lawtrack.law.address import Address, addressed
from lawtrack.law.change import Edition
from lawtrack.law.message import Message
from lawtrack.law.official import Official
from lawtrack.law.plain import SUSPENDED_VI, own_line
from lawtrack.law.provision import CONTAINERS, Kind, Provision
from lawtrack.publish.redline import Segment
from lawtrack.text.fold import fold


class Why(StrEnum):
    """The likeliest cause of a difference, or what is wrong with the consolidation itself."""

    OURS_REFUSED = "ours-refused"  # an operation on the unit was refused or waits for an editor
    OURS_UNHEARD = "ours-unheard"  # its footnote names a provision from which we read no operation
    NOT_LISTED = "not-listed"  # our words come from an act that its head does not name
    EXPIRED = "expired"  # by its own footnote the words it prints have expired; ours leaves them out
    SPELLING = "spelling"  # single words that it spells as neither text does elsewhere
    OUR_SPELLING = "our-spelling"  # single words that the source of ours spells as neither text does elsewhere
    COPY = "copy"  # both took the words from one place, and neither says they were changed since: one of the copies is faulty
    NOT_AMENDED = "not-amended"  # its words are those before the amendment that its own footnote names
    NOT_IN_FORCE = "not-in-force"  # its words took effect after the day of certification, by its own footnote
    DATE = "date"  # a day of effect that its own head contradicts, or earlier than the signature of the amending act
    LABEL = "label"  # a label that stands twice or out of order, and not so in ours
    MISSING = "missing"  # it lacks a unit, and no footnote says why
    LAYOUT = "layout"  # the same words, lines broken or punctuated otherwise
    TITLE = "title"  # the same words, and a title ends elsewhere: one of the two was read wrongly
    UNEXPLAINED = "unexplained"


ITS_ERRORS = (Why.NOT_AMENDED, Why.SPELLING, Why.NOT_IN_FORCE, Why.DATE, Why.LABEL, Why.MISSING)
OUR_DOUBTS = (Why.OURS_REFUSED, Why.OURS_UNHEARD, Why.OUR_SPELLING)


@dataclass(frozen=True, slots=True)
class Difference:
    """One line that differs, or one that only one text has ("" in the other), with its likeliest cause; `words` from ours to its."""

    address: Address
    ours: str
    theirs: str
    why: Why
    told: Message
    words: tuple[Segment, ...]
    operations: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with the consolidation itself that needs no difference: where, the footnote concerned, and what."""

    why: Why
    address: Address
    told: Message
    note: str = ""


@dataclass(frozen=True, slots=True)
class Article:
    """One article, or a heading of a chapter or section: how many lines each text has and how many are the same."""

    address: Address
    ours: int
    theirs: int
    same: int
    differences: tuple[Difference, ...] = ()

    @property
    def exact(self) -> bool:
        """Whether every line is the same."""
        return self.ours == self.theirs == self.same


@dataclass(frozen=True, slots=True)
class Verification:
    """The comparison. `articles` in the order of the consolidation, those it lacks behind."""

    edition: Edition
    official: Official
    articles: tuple[Article, ...]
    findings: tuple[Finding, ...]

    @property
    def differences(self) -> tuple[Difference, ...]:
        """Every difference, in order."""
        return tuple(d for article in self.articles for d in article.differences)

    @property
    def agrees(self) -> bool:
        """Whether there is nothing to report, line breaks aside."""
        return not self.findings and all(d.why is Why.LAYOUT for d in self.differences)

    @property
    def share(self) -> float:
        """The share of lines that are the same: twice the same by all lines of both."""
        total = sum(a.ours + a.theirs for a in self.articles)
        return 2 * sum(a.same for a in self.articles) / total if total else 1.0


def counted(verification: Verification) -> Counter[Why]:
    """How many differences and findings there are of each kind."""
    return Counter([d.why for d in verification.differences] + [f.why for f in verification.findings])


_GONE = re.compile(r"(?:(?:(?:điều|chương|mục|phần) )?[\da-zđ]{0,8}[.)]?)?\(?được bãi bỏ\)?")


def line_key(line: str) -> str:
    """The key under which two lines are the same: case, tone placement, quotation marks, footnote marks, white space around and
    punctuation behind words aside, and the note that a unit is suspended, which official texts give in a footnote. "" for a line that
    only says that a unit was repealed: texts show such lines or drop them."""
    key = re.sub(r"[“‘]|\[\d+\]", "", fold(line.replace(f"{SUSPENDED_VI} ", "")))
    key = re.sub(r"\s*([,.;:/()-])\s*", r"\1", key).strip(" .;,:/")
    return "" if _GONE.fullmatch(key) else key


@dataclass(frozen=True, slots=True)
class Line:
    """One line of law: where, the unit, as printed, and its key."""

    address: Address
    unit: Provision
    text: str
    key: str


def groups(root: Provision, language: str = "vi") -> dict[Address, list[Line]]:
    """The lines of each article, under its address, and of each heading of a part, chapter or section under its own; annexes left out.
    Articles of an attached regulation stand under its address."""
    out: dict[Address, list[Line]] = {}
    article = Address()
    for address, unit in addressed(root):
        if address.steps[0].kind in (Kind.PHU_LUC, Kind.MAU):
            continue
        if unit.kind in (Kind.DIEU, Kind.QUY_CHE, *CONTAINERS):
            article = address
            out.setdefault(article, [])
        text = own_line(unit, language)
        key = line_key(text)
        if key:
            out.setdefault(article, []).append(Line(address, unit, text, key))
    return out
