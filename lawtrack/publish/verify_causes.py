"""Why a line differs from an official consolidation: the likeliest cause, told from what both texts say of themselves."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from functools import reduce
from itertools import pairwise

from lawtrack.law.address import Address, addressed
from lawtrack.law.change import Change, Edition
from lawtrack.law.message import Message
from lawtrack.law.official import Cause, Note, Official, Said
from lawtrack.law.operation import Action, Operation, Position
from lawtrack.law.plain import own_line
from lawtrack.law.provision import CONTAINERS, ENCLOSED, Kind, Provision
from lawtrack.publish.redline import Kind as Fate
from lawtrack.publish.redline import Segment, words
from lawtrack.publish.verify_model import Difference, Line, Why, line_key
from lawtrack.text.fold import fold, strip_marks
from lawtrack.text.numbers import same_key


class Causes:
    """What may stand behind a difference."""

    def __init__(self, edition: Edition, official: Official, unresolved: Sequence[Change]) -> None:
        self.at = edition.at
        self.refused = [*edition.refused, *unresolved]
        self.heard = [*edition.applied, *edition.coming, *edition.uncertain, *self.refused]
        self.listed = {same_key(a.number) for a in official.amenders} | {same_key(c.act) for n in official.notes for c in n.causes}
        self.notes: dict[Address, list[Note]] = {}
        self.above = _containers(official.document.body) | _containers(edition.document.body)
        for note in official.notes:
            if note.address:
                self.notes.setdefault(note.address, []).append(note)
        self.pairs = Counter(
            pair for document in (edition.document, official.document) for u in document.body.walk() for pair in _bigrams(u)
        )

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

    def speller(self, ours: Line, theirs: Line) -> Why:
        """Which text misspells, told by the neighbours of the words: the spelling that stands beside them nowhere else in either text,
        where the other one does. `COPY` where that does not tell."""
        one, two = Counter(_bigrams(ours.unit)), Counter(_bigrams(theirs.unit))
        ours_known = [self.pairs[pair] > n for pair, n in (one - two).items()]
        its_known = [self.pairs[pair] > n for pair, n in (two - one).items()]
        if not any(ours_known) and 2 * sum(its_known) > len(its_known):
            return Why.OUR_SPELLING
        return Why.SPELLING if not any(its_known) and 2 * sum(ours_known) > len(ours_known) else Why.COPY

    def common(self, ours: Line, acts: list[Cause]) -> tuple[str, Change | None] | None:
        """The provision from which both texts took a unit, with the change ("" and None for the act as enacted); None where they differ
        on that."""
        if not ours.unit.causes:
            return None if acts else ("", None)
        last = next((c for c in reversed(self.heard) if c.operation.id == ours.unit.causes[-1]), None)
        if last is None or last.operation.action not in (Action.SUBSTITUTE, Action.INSERT):
            return None
        origin = last.operation.origin
        if any(_from(last.operation, c.act, c.address) for c in acts[:1]):
            return f"{origin.address.vietnamese()} {origin.document}", last
        return None

    def cause(self, ours: Line | None, theirs: Line | None, notes: list[Note]) -> tuple[Why, Message, tuple[str, ...]]:
        line = theirs or ours
        assert line
        both = f"{ours.text if ours else ''} {theirs.text if theirs else ''}"
        acts = [c for note in notes if note.said not in (Said.BASIS, Said.CLAUSES) for c in note.causes]
        expired = next((n for n in notes if n.said is Said.EXPIRED), None)
        if expired and (ours is None or ours.unit.repealed):
            return Why.EXPIRED, Message("by its footnote {note} the words have expired", note=expired.number), ()
        places = {x.address for x in (ours, theirs) if x}
        refused = [c for c in self.refused if any(concerns(c.operation, place, both) for place in places)]
        refused += [c for c in self.refused if not c.operation.target.address and any(_from(c.operation, a.act, a.address) for a in acts)]
        if refused:
            first = refused[0]
            reason = first.refusal or first.operation.refusal
            source = f"{first.operation.origin.address.vietnamese()} {first.operation.origin.document}".strip()
            told = Message("{source}", source=source)
            if reason:
                told = Message("{source}: {code}: {why}", source=source, code=reason.reason, why=reason.message)
            return Why.OURS_REFUSED, told, tuple(c.operation.id for c in refused)
        foreign = [c for c in (ours.unit.causes if ours else ()) if same_key(c.split("#", 1)[0]) not in self.listed]
        if foreign and self.listed:
            told = Message("{act} is not among the acts its head names", act=foreign[-1].split("#", 1)[0])
            return Why.NOT_LISTED, told, tuple(foreign)
        if ours and theirs and (pairs := spellings(words(ours.text, theirs.text))):
            said = [Message("ours “{ours}”, its “{theirs}”", ours=one, theirs=two) for one, two in pairs]
            return self.speller(ours, theirs), reduce(lambda first, then: Message("{first}; {then}", first=first, then=then), said), ()
        if ours and theirs and (shared := self.common(ours, acts)) is not None:
            source, change = shared
            if change and theirs.key in {line_key(own_line(u)) for before in change.before for u in before.walk()}:
                return Why.NOT_AMENDED, Message("the words that {source} replaced", source=source), (change.operation.id,)
            if not source:
                return Why.COPY, Message("neither says that the unit was changed"), ()
            return Why.COPY, Message("both took it from {source}", source=source), ()
        late = next((c.effective for c in acts if c.effective and c.effective > self.at), None)
        if late:
            return Why.NOT_IN_FORCE, Message("by its footnote in force from {day:date}", day=late), ()
        silent = next((c for c in acts if c.address and not any(_from(h.operation, c.act, c.address) for h in self.heard)), None)
        if silent:
            told = Message("no operation was read from {source}", source=f"{silent.address.vietnamese()} {silent.act}")
            return Why.OURS_UNHEARD, told, ()
        if theirs is None and not any(note.said is Said.REPEALED for note in notes):
            return Why.MISSING, Message("the unit is not there, and no footnote explains it"), ()
        return Why.UNEXPLAINED, Message(""), ()


def _bigrams(unit: Provision) -> list[tuple[str, str]]:
    """Each two neighbouring words of a unit's own line."""
    found = re.findall(r"\w+", fold(f"{unit.heading} {unit.text} {' '.join(unit.cells)}"))
    return list(pairwise(found))


def _containers(root: Provision) -> dict[Address, Address]:
    """For each article the section, chapter or part it stands in."""
    out: dict[Address, Address] = {}
    here = Address()
    for address, unit in addressed(root):
        if unit.kind in CONTAINERS:
            here = address
        elif unit.kind is Kind.DIEU:
            out[address] = here
        elif unit.kind in ENCLOSED:
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
        above = base.root if unit.kind is Kind.DIEU else base
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
