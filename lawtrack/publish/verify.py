"""Our text against an official consolidation (văn bản hợp nhất): agreements, our doubts, and its errors. Pure: values in, values out.

The two are compared article by article and line by line (a line is a clause, a point, a paragraph, a heading), letter case, tone placement,
quotation marks, white space and closing punctuation aside. Annexes are not compared: in most files their tables came apart.

An official consolidation is not above error, and on a technical error the original acts prevail (Ordinance 01/2012/UBTVQH13, article 9):
each difference is given its likeliest cause, and what the consolidation says of itself is checked against itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from difflib import SequenceMatcher

from lawtrack.law.address import Address, addressed
from lawtrack.law.change import Change, Edition
from lawtrack.law.message import Message
from lawtrack.law.official import Official, Said
from lawtrack.law.plain import mark_of, own_line
from lawtrack.law.provision import Kind, Provision
from lawtrack.publish.redline import similarity
from lawtrack.publish.verify_causes import Causes
from lawtrack.publish.verify_model import (
    ITS_ERRORS,
    OUR_DOUBTS,
    Article,
    Difference,
    Finding,
    Line,
    Verification,
    Why,
    counted,
    groups,
    line_key,
)
from lawtrack.text.labels import follows
from lawtrack.text.misprints import misprints
from lawtrack.text.numbers import same_key

__all__ = [
    "ITS_ERRORS",
    "OUR_DOUBTS",
    "Article",
    "Difference",
    "Finding",
    "Line",
    "Verification",
    "Why",
    "counted",
    "groups",
    "line_key",
    "verify",
]


# -- comparing -------------------------------------------------------------------------------------------------------------
def verify(edition: Edition, official: Official, unresolved: Sequence[Change] = ()) -> Verification:
    """Compares an edition of the act with its official consolidation.

    edition     the text to compare, with what was applied and refused on the way
    unresolved  refused operations of the amending acts whose target act is not known: they may be the cause of a difference too
    """
    language = edition.document.meta.language
    ours, theirs = groups(edition.document.body, language), groups(official.document.body, language)
    causes = Causes(edition, official, unresolved)
    articles = [_article(address, ours.get(address, []), lines, causes) for address, lines in theirs.items()]
    articles += [_article(address, lines, [], causes) for address, lines in ours.items() if address not in theirs and lines]
    told = {d.address for article in articles for d in article.differences if d.why is Why.SPELLING}
    misspelled = [f for f in _misspelled(edition, official) if f.address not in told]
    return Verification(edition, official, tuple(articles), (*_findings(edition, official), *misspelled))


def _article(address: Address, ours: list[Line], theirs: list[Line], causes: Causes) -> Article:
    matcher = SequenceMatcher(None, [x.key for x in ours], [x.key for x in theirs], autojunk=False)
    same = sum(block.size for block in matcher.get_matching_blocks())
    found: list[Difference] = []
    for tag, i, k, j, n in matcher.get_opcodes():
        if tag == "equal":
            continue
        for one, two, alike in _stretches(ours[i:k], theirs[j:n]):
            if alike:
                text, other = (" ⏎ ".join(x.text for x in lines) for lines in (one, two))
                if _titles(one) == _titles(two):
                    why, told = Why.LAYOUT, Message("the same words, lines broken or punctuated otherwise")
                else:
                    why, told = Why.TITLE, Message("a paragraph was read into a title, or the end of a title into a paragraph")
                found.append(Difference(two[0].address, text, other, why, told, ()))
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


def _titles(lines: Iterable[Line]) -> list[str]:
    return [re.sub(r"[\W_]", "", line_key(x.unit.heading)) for x in lines if x.unit.heading]


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
                told = Message(
                    "{act} was signed on {signed:date}; the footnote has it in force from {day:date}",
                    act=cause.act,
                    signed=signed,
                    day=cause.effective,
                )
                yield Finding(Why.DATE, place, told, note.number)
            elif official.certified and cause.effective > official.certified:
                told = Message(
                    "shows words of {act} in force from {day:date}; certified on {certified:date}",
                    act=cause.act,
                    day=cause.effective,
                    certified=official.certified,
                )
                yield Finding(Why.NOT_IN_FORCE, place, told, note.number)
    ours = set(_breaks(edition.document.body))
    for place, told in _breaks(official.document.body):
        if (place, told) not in ours:
            yield Finding(Why.LABEL, place, told)


def _misspelled(edition: Edition, official: Official) -> Iterator[Finding]:
    """Words that the consolidation prints otherwise than both texts do everywhere else: a misprint, though ours may have it too."""
    lines = [(a, own_line(u)) for a, u in addressed(official.document.body) if u.kind is not Kind.TRICH]
    theirs, same = len(lines), {line for _, line in lines}
    lines += [(a, line) for a, u in addressed(edition.document.body) if (line := own_line(u)) not in same]
    for hit in misprints([line for _, line in lines]):
        if hit.text < theirs:
            told = Message("“{words}”: a word stands twice", words=hit.printed)
            if hit.likely:
                told = Message("“{words}”; elsewhere “{meant}” ({n})", words=hit.shown, meant=hit.meant, n=hit.times)
            yield Finding(Why.SPELLING, lines[hit.text][0], told)


def _breaks(root: Provision) -> Iterator[tuple[Address, Message]]:
    """Labels that stand twice or do not follow the one before: articles through the act, clauses and points in their unit."""
    last: dict[tuple[Address, Kind], Provision] = {}
    for address, unit in addressed(root):
        if unit.kind not in (Kind.DIEU, Kind.KHOAN, Kind.DIEM) or address.steps[0].kind in (Kind.PHU_LUC, Kind.MAU):
            continue
        spot = (address.parent, unit.kind)
        before = last.get(spot)
        if before is not None and not follows(before.label, unit.label):
            if before.label == unit.label:
                yield address, Message("{unit} stands twice", unit=mark_of(unit))
            else:
                yield address, Message("{unit} stands behind {before}", unit=mark_of(unit), before=mark_of(before))
        last[spot] = unit
