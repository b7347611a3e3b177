"""Our text against an official consolidation (văn bản hợp nhất): agreements, our doubts, and its errors. Pure: values in, values out.

The two are compared article by article and line by line (a line is a clause, a point, a paragraph, a heading), letter case, tone placement,
quotation marks, white space and closing punctuation aside. Annexes are not compared: in most files their tables came apart.

An official consolidation is not above error, and on a technical error the original acts prevail (Ordinance 01/2012/UBTVQH13, article 9):
each difference is given its likeliest cause, and what the consolidation says of itself is checked against itself.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum

from lawtrack.law.address import Address, addressed
from lawtrack.law.change import Change, Edition
from lawtrack.law.official import Cause, Note, Official, Said
from lawtrack.law.operation import Action, Operation, Position
from lawtrack.law.plain import mark_of, own_line
from lawtrack.law.provision import CONTAINERS, Kind, Provision
from lawtrack.publish.redline import Kind as Fate
from lawtrack.publish.redline import Segment, similarity, words
from lawtrack.text.fold import fold, strip_marks
from lawtrack.text.labels import follows
from lawtrack.text.numbers import same_key


class Why(StrEnum):
    """The likeliest cause of a difference, or what is wrong with the consolidation itself."""

    OURS_REFUSED = "ours-refused"  # an operation on the unit was refused or waits for an editor
    OURS_UNHEARD = "ours-unheard"  # its footnote names a provision from which we read no operation
    NOT_LISTED = "not-listed"  # our words come from an act that its head does not name
    EXPIRED = "expired"  # by its own footnote the words it prints have expired; ours leaves them out
    SPELLING = "spelling"  # single words, spelled otherwise
    COPY = "copy"  # both took the words from one place, and neither says they were changed since: one of the copies is faulty
    NOT_IN_FORCE = "not-in-force"  # its words took effect after the day of certification, by its own footnote
    DATE = "date"  # a day of effect that its own head contradicts, or earlier than the signature of the amending act
    LABEL = "label"  # a label that stands twice or out of order, and not so in ours
    MISSING = "missing"  # it lacks a unit, and no footnote says why
    LAYOUT = "layout"  # the same words, lines broken or punctuated otherwise
    UNEXPLAINED = "unexplained"


ITS_ERRORS = (Why.SPELLING, Why.NOT_IN_FORCE, Why.DATE, Why.LABEL, Why.MISSING)
OUR_DOUBTS = (Why.OURS_REFUSED, Why.OURS_UNHEARD)


@dataclass(frozen=True, slots=True)
class Difference:
    """One line that differs, or one that only one text has ("" in the other), with its likeliest cause; `words` from ours to its."""

    address: Address
    ours: str
    theirs: str
    why: Why
    told: str
    words: tuple[Segment, ...]
    operations: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True)
class Finding:
    """Something wrong with the consolidation itself that needs no difference: where, the footnote concerned, and what."""

    why: Why
    address: Address
    told: str
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


# -- lines -----------------------------------------------------------------------------------------------------------------
_GONE = re.compile(r"(?:(?:(?:điều|chương|mục|phần) )?[\da-zđ]{0,8}[.)]?)?\(?được bãi bỏ\)?")


def line_key(line: str) -> str:
    """The key under which two lines are the same: case, tone placement, quotation marks, footnote marks, white space around and
    punctuation behind words aside. "" for a line that only says that a unit was repealed: texts show such lines or drop them."""
    key = re.sub(r"[“‘]|\[\d+\]", "", fold(line))
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
        if address.steps[0].kind is Kind.PHU_LUC:
            continue
        if unit.kind in (Kind.DIEU, Kind.QUY_CHE, *CONTAINERS):
            article = address
            out.setdefault(article, [])
        text = own_line(unit, language)
        key = line_key(text)
        if key:
            out.setdefault(article, []).append(Line(address, unit, text, key))
    return out


# -- comparing -------------------------------------------------------------------------------------------------------------
def verify(edition: Edition, official: Official, unresolved: Sequence[Change] = ()) -> Verification:
    """Compares an edition of the act with its official consolidation.

    edition     the text to compare, with what was applied and refused on the way
    unresolved  refused operations of the amending acts whose target act is not known: they may be the cause of a difference too
    """
    language = edition.document.meta.language
    ours, theirs = groups(edition.document.body, language), groups(official.document.body, language)
    causes = _Causes(edition, official, unresolved)
    articles = [_article(address, ours.get(address, []), lines, causes) for address, lines in theirs.items()]
    articles += [_article(address, lines, [], causes) for address, lines in ours.items() if address not in theirs and lines]
    return Verification(edition, official, tuple(articles), tuple(_findings(edition, official)))


def _article(address: Address, ours: list[Line], theirs: list[Line], causes: _Causes) -> Article:
    matcher = SequenceMatcher(None, [x.key for x in ours], [x.key for x in theirs], autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    found: list[Difference] = []
    for tag, i, k, j, n in matcher.get_opcodes():
        if tag == "equal":
            continue
        for one, two, alike in _stretches(ours[i:k], theirs[j:n]):
            if alike:
                text, other = (" ⏎ ".join(x.text for x in lines) for lines in (one, two))
                told = "the same words, lines broken or punctuated otherwise"
                found.append(Difference(two[0].address, text, other, Why.LAYOUT, told, ()))
            else:
                found += [causes.difference(a, b) for a, b in _pairs(one, two)]
    return Article(address, len(ours), len(theirs), same, tuple(found))


def _stretches(one: list[Line], two: list[Line]) -> Iterator[tuple[list[Line], list[Line], bool]]:
    """A stretch that differs, cut where one line of a text has the same words as one or several lines of the other."""
    i = j = 0
    while i < len(one) or j < len(two):
        found = next(
            (
                (a, b, n, m)
                for a in range(i, len(one))
                for b in range(j, len(two))
                for n, m in _MERGES
                if a + n <= len(one) and b + m <= len(two) and _run(one[a : a + n]) == _run(two[b : b + m])
            ),
            None,
        )
        if found is None:
            yield one[i:], two[j:], False
            return
        a, b, n, m = found
        if a > i or b > j:
            yield one[i:a], two[j:b], False
        yield one[a : a + n], two[b : b + m], True
        i, j = a + n, b + m


_MERGES = ((1, 1), (1, 2), (2, 1), (1, 3), (3, 1), (2, 2), (3, 3), (1, 4), (4, 1))


def _run(lines: Iterable[Line]) -> str:
    return re.sub(r"[\W_]", "", "".join(x.key for x in lines))


def _pairs(one: list[Line], two: list[Line]) -> Iterator[tuple[Line | None, Line | None]]:
    """Lines of a stretch that differs, paired by address, else by likeness, in the order of both."""
    at = 0
    for line in two:
        here = next((k for k in range(at, len(one)) if one[k].address == line.address and similarity(one[k].text, line.text) > 0.3), None)
        if here is None:
            here = next((k for k in range(at, len(one)) if similarity(one[k].text, line.text) >= 0.6), None)
        if here is None:
            yield None, line
            continue
        yield from ((x, None) for x in one[at:here])
        yield one[here], line
        at = here + 1
    yield from ((x, None) for x in one[at:])


class _Causes:
    """What may stand behind a difference."""

    def __init__(self, edition: Edition, official: Official, unresolved: Sequence[Change]) -> None:
        self.official = official
        self.refused = [*edition.refused, *unresolved]
        self.heard = [*edition.applied, *edition.coming, *edition.uncertain, *self.refused]
        self.listed = {same_key(a.number) for a in official.amenders} | {same_key(c.act) for n in official.notes for c in n.causes}
        self.notes: dict[Address, list[Note]] = {}
        self.above = _containers(official.document.body) | _containers(edition.document.body)
        for note in official.notes:
            if note.address:
                self.notes.setdefault(note.address, []).append(note)

    def difference(self, ours: Line | None, theirs: Line | None) -> Difference:
        line = theirs or ours
        assert line
        before, after = ours.text if ours else "", theirs.text if theirs else ""
        notes = self.notes_at(line.address)
        why, told, ids = self.cause(ours, theirs, notes)
        return Difference(line.address, before, after, why, told, words(before, after), ids, notes[0].number if notes else "")

    def notes_at(self, address: Address) -> list[Note]:
        """The footnotes at the unit, or at one above it, its chapter and section included."""
        places = [Address(address.steps[:n]) for n in range(len(address), 0, -1)]
        article = next((p for p in reversed(places) if p.steps[-1].kind is Kind.DIEU), None)
        container = self.above.get(article, Address()) if article else Address()
        places += [Address(container.steps[:n]) for n in range(len(container), 0, -1)]
        return [note for place in places for note in self.notes.get(place, [])]

    def common(self, ours: Line, acts: list[Cause]) -> str | None:
        """The provision from which both texts took a unit ("" for the act as enacted); None where they differ on that."""
        if not ours.unit.causes:
            return None if acts else ""
        last = next((c.operation for c in reversed(self.heard) if c.operation.id == ours.unit.causes[-1]), None)
        if last is None or last.action not in (Action.SUBSTITUTE, Action.INSERT):
            return None
        if any(_from(last, c.act, c.address) for c in acts[:1]):
            return f"{last.origin.address.vietnamese()} {last.origin.document}"
        return None

    def cause(self, ours: Line | None, theirs: Line | None, notes: list[Note]) -> tuple[Why, str, tuple[str, ...]]:
        line = theirs or ours
        assert line
        both = f"{ours.text if ours else ''} {theirs.text if theirs else ''}"
        acts = [c for note in notes if note.said not in (Said.BASIS, Said.CLAUSES) for c in note.causes]
        expired = next((n for n in notes if n.said is Said.EXPIRED), None)
        if expired and (ours is None or ours.unit.repealed):
            return Why.EXPIRED, f"by its footnote {expired.number} the words have expired", ()
        places = {x.address for x in (ours, theirs) if x}
        refused = [c for c in self.refused if any(concerns(c.operation, place, both) for place in places)]
        refused += [c for c in self.refused if not c.operation.target.address and any(_from(c.operation, a.act, a.address) for a in acts)]
        if refused:
            first = refused[0]
            reason: object = first.refusal or first.operation.refusal
            source = f"{first.operation.origin.address.vietnamese()} {first.operation.origin.document}".strip()
            return Why.OURS_REFUSED, f"{source}: {reason}" if reason else source, tuple(c.operation.id for c in refused)
        late = next((c for c in acts if self.official.certified and c.effective and c.effective > self.official.certified), None)
        foreign = [c for c in (ours.unit.causes if ours else ()) if same_key(c.split("#", 1)[0]) not in self.listed]
        if foreign and self.listed:
            return Why.NOT_LISTED, f"{foreign[-1].split('#', 1)[0]} is not among the acts its head names", tuple(foreign)
        if ours and theirs and (pairs := spellings(words(ours.text, theirs.text))):
            return Why.SPELLING, "; ".join(f"ours “{one}”, its “{two}”" for one, two in pairs), ()
        if ours and theirs and (shared := self.common(ours, acts)) is not None:
            told = f"both took it from {shared}" if shared else "neither says that the unit was changed"
            return Why.COPY, f"{told}: one of the two copies is faulty", ()
        if late and late.effective:
            return Why.NOT_IN_FORCE, f"its footnote: in force from {late.effective}, certified on {self.official.certified}", ()
        silent = next((c for c in acts if c.address and not any(_from(h.operation, c.act, c.address) for h in self.heard)), None)
        if silent:
            return Why.OURS_UNHEARD, f"no operation was read from {silent.address.vietnamese()} {silent.act}", ()
        if theirs is None and not any(note.said is Said.REPEALED for note in notes):
            return Why.MISSING, "the unit is not there, and no footnote explains it", ()
        return Why.UNEXPLAINED, "", ()


def _containers(root: Provision) -> dict[Address, Address]:
    """For each article the section, chapter or part it stands in."""
    out: dict[Address, Address] = {}
    here = Address()
    for address, unit in addressed(root):
        if unit.kind in CONTAINERS:
            here = address
        elif unit.kind is Kind.DIEU:
            out[address] = here
        elif unit.kind in (Kind.PHU_LUC, Kind.QUY_CHE):
            here = Address()
    return out


def _from(operation: Operation, act: str, address: Address) -> bool:
    """Whether an operation comes from a provision that a footnote names, or from one within or above it."""
    origin = operation.origin
    return same_key(origin.document) == same_key(act) and (origin.address.within(address) or address.within(origin.address))


def subjects(operation: Operation) -> tuple[Address, ...]:
    """The units an operation is about: its target, and for insertions the units that come in."""
    target = operation.target.address
    if operation.action is not Action.INSERT:
        return (target,)
    base = target if operation.position in (Position.INTO, Position.START, Position.END) else target.parent
    out = []
    for unit in operation.payload:
        above = Address(tuple(s for s in base.steps if s.kind in (Kind.QUY_CHE, Kind.PHU_LUC))) if unit.kind is Kind.DIEU else base
        out.append(above.child(unit.kind, unit.label) if unit.label else target)
    return tuple(out) or (target,)


def concerns(operation: Operation, address: Address, text: str) -> bool:
    """Whether an operation may have changed the unit at `address`: it is about the unit, about one above or below it, or about words of
    the whole act that stand in `text`."""
    for subject in subjects(operation):
        if not subject:
            if operation.find and fold(operation.find) in fold(text):
                return True
        elif subject.within(address) or address.within(subject):
            return True
    through = operation.target.through
    return bool(through and through.parent == operation.target.address.parent and address.within(through.parent) and through.parent)


def spellings(segments: Sequence[Segment]) -> list[tuple[str, str]]:
    """The pairs of spellings where two lines differ by nothing but single words spelled otherwise: the same letters without their marks,
    or one letter more, less or other; l and 1. Empty where they differ by more."""
    found = []
    for n, segment in enumerate(segments):
        if segment.kind is Fate.EQUAL:
            continue
        if segment.kind is Fate.INSERT:
            if n == 0 or segments[n - 1].kind is not Fate.DELETE:
                return []
            continue
        come = segments[n + 1] if n + 1 < len(segments) and segments[n + 1].kind is Fate.INSERT else None
        if come is None:
            return []
        one, two = segment.text.split(), come.text.split()
        if len(one) != len(two) or not all(map(_misspelled, one, two)):
            return []
        found += [(a, b) for a, b in zip(one, two, strict=True) if a != b]
    return found


def _misspelled(one: str, two: str) -> bool:
    one, two = one.strip(".,;:()"), two.strip(".,;:()")
    if one == two or {one, two} <= {"1", "l", "I"}:
        return True
    bare, other = strip_marks(one).lower(), strip_marks(two).lower()
    if not (bare.isalpha() and other.isalpha()):
        return False
    return bare == other or (min(len(bare), len(other)) > 1 and _one_letter(bare, other))


def _one_letter(one: str, two: str) -> bool:
    if len(one) > len(two):
        one, two = two, one
    if len(two) - len(one) > 1:
        return False
    head = next((i for i, (a, b) in enumerate(zip(one, two, strict=False)) if a != b), len(one))
    return one[head + (len(one) == len(two)) :] == two[head + 1 :]


# -- the consolidation against itself --------------------------------------------------------------------------------------
def _findings(edition: Edition, official: Official) -> Iterator[Finding]:
    """What the consolidation says of itself that cannot be, or that a reader on the day of certification should know."""
    issued = {same_key(a.number): a.issued for a in official.amenders}
    effects = {same_key(a.number): a.effective for a in official.amenders}
    for note in official.notes:
        place = note.address or Address()
        if note.said in (Said.BASIS, Said.CLAUSES):
            continue
        for cause in note.causes:
            signed, begins = issued.get(same_key(cause.act)), effects.get(same_key(cause.act))
            if cause.effective is None:
                continue
            if signed and cause.effective < signed and cause.effective != begins:
                told = f"{cause.act} was signed on {signed}; the footnote has it in force from {cause.effective}"
                yield Finding(Why.DATE, place, told, note.number)
            elif official.certified and cause.effective > official.certified:
                told = f"shows words of {cause.act} in force from {cause.effective}; certified on {official.certified}"
                yield Finding(Why.NOT_IN_FORCE, place, told, note.number)
    ours = set(_breaks(edition.document.body))
    for place, told in _breaks(official.document.body):
        if (place, told) not in ours:
            yield Finding(Why.LABEL, place, told)


def _breaks(root: Provision) -> Iterator[tuple[Address, str]]:
    """Labels that stand twice or do not follow the one before: articles through the act, clauses and points in their unit."""
    last: dict[tuple[Address, Kind], Provision] = {}
    for address, unit in addressed(root):
        if unit.kind not in (Kind.DIEU, Kind.KHOAN, Kind.DIEM) or address.steps[0].kind is Kind.PHU_LUC:
            continue
        spot = (address.parent, unit.kind)
        before = last.get(spot)
        if before is not None and not follows(before.label, unit.label):
            what = "stands twice" if before.label == unit.label else f"stands behind {mark_of(before)}"
            yield address, f"{mark_of(unit)} {what}"
        last[spot] = unit


def counted(verification: Verification) -> Counter[Why]:
    """How many differences and findings there are of each kind."""
    return Counter([d.why for d in verification.differences] + [f.why for f in verification.findings])
