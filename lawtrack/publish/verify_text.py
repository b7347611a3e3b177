"""A comparison with an official consolidation, for the terminal and as data."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from lawtrack.law.address import Address
from lawtrack.law.message import Message
from lawtrack.publish.redline import Kind as Fate
from lawtrack.publish.redline import Segment
from lawtrack.publish.speech import N_, Speech
from lawtrack.publish.terminal import clean, redline, wrap
from lawtrack.publish.verify import ITS_ERRORS, OUR_DOUBTS, Difference, Finding, Verification, Why, counted

TITLES = {
    Why.OURS_REFUSED: N_("an operation of ours on the unit was refused"),
    Why.OURS_UNHEARD: N_("its footnote names a provision we read no operation from"),
    Why.NOT_LISTED: N_("our words come from an act that its head does not name"),
    Why.EXPIRED: N_("it prints words that have expired by its own footnote"),
    Why.SPELLING: N_("words that it misspells"),
    Why.OUR_SPELLING: N_("words that the source of ours misspells"),
    Why.COPY: N_("one of the two copies is faulty, which is not told"),
    Why.NOT_AMENDED: N_("its words are those before the amendment its footnote names"),
    Why.NOT_IN_FORCE: N_("words not in force on the day of certification"),
    Why.DATE: N_("a day of effect that cannot be"),
    Why.LABEL: N_("a label out of order"),
    Why.MISSING: N_("a unit is missing, and no footnote says why"),
    Why.LAYOUT: N_("the same words, lines broken or punctuated otherwise"),
    Why.TITLE: N_("the same words, and a title ends elsewhere"),
    Why.UNEXPLAINED: N_("unexplained"),
}
_GROUPS = (
    (N_("OUR DOUBTS"), OUR_DOUBTS),
    (N_("UNEXPLAINED"), (Why.UNEXPLAINED, Why.NOT_LISTED, Why.TITLE)),
    (N_("PROBABLY ITS ERRORS"), ITS_ERRORS),
    (N_("ONE OF THE COPIES"), (Why.COPY,)),
    (N_("PRINTED, AND EXPIRED"), (Why.EXPIRED,)),
)
_AROUND = 60  # how much of what is the same is shown around a change


def terminal(found: Verification, say: Speech, width: int = 80, colour: bool = False, layout: bool = False) -> str:
    """The comparison as text: the count, then each difference under its likeliest cause with the words of both, ours struck. Differences
    of layout are only counted, unless `layout`. `say` tells it in a language; the texts compared are Vietnamese."""
    official, meta = found.official, found.edition.document.meta
    title = say("{act} against {official}", act=meta.number, official=official.document.number)
    if official.certified:
        title += say.told(Message(", certified on {day:date}", day=official.certified))
    out = wrap([(title, "bold")], "", width, colour, "  ")
    exact = sum(a.exact for a in found.articles)
    counts = say(
        "{n} articles and headings, {exact} the same to the word; {share} % of lines the same",
        n=len(found.articles),
        exact=exact,
        share=f"{100 * found.share:.2f}",
    )
    out += wrap([(counts, "")], "", width, colour)
    kinds = counted(found)
    for why in Why:
        if kinds[why]:
            out += wrap([(f"{kinds[why]} × {say(TITLES[why])}", "")], "  ", width, colour, "      ")
    if not found.differences and not found.findings:
        out += wrap([(say("The two texts agree."), "green")], "", width, colour)
    groups = [*_GROUPS, (N_("LAYOUT"), (Why.LAYOUT,))] if layout else _GROUPS
    for title, causes in groups:
        out += _group(say(title), causes, found, say, width, colour)
    closing = say("Annexes are not compared. Where a consolidation errs, the acts it was made from prevail.")
    out += ["", *wrap([(closing, "dim")], "", width, colour)]
    return "\n".join(out) + "\n"


def _group(title: str, causes: Sequence[Why], found: Verification, say: Speech, width: int, colour: bool) -> Iterator[str]:
    differences = [d for d in found.differences if d.why in causes]
    findings = [f for f in found.findings if f.why in causes]
    if not differences and not findings:
        return
    yield ""
    yield from wrap([(title, "bold")], "", width, colour)
    for finding in findings:
        note = f" ({say('footnote {number}', number=clean(finding.note))})" if finding.note else ""
        yield from wrap([(f"• {_place(finding.address, say)}{note}: {clean(say.told(finding.told))}", "")], "", width, colour, "  ")
    for d in differences:
        note = f", {say('footnote {number}', number=clean(d.note))}" if d.note else ""
        yield from wrap([(f"• {_place(d.address, say)}{note}: {say(TITLES[d.why])}", "")], "", width, colour, "  ")
        if d.told:
            yield from wrap([(clean(say.told(d.told)), "yellow")], "  ", width, colour)
        pieces = redline(tuple(shortened(d.words)), colour) if d.words else [(d.ours, ""), (" | ", ""), (d.theirs, "")]
        yield from wrap(pieces, "    ", width, colour)


def _place(address: Address, say: Speech) -> str:
    return address.vietnamese() or say("the act")


def shortened(segments: Iterable[Segment]) -> Iterator[Segment]:
    """Segments with long stretches of equal words cut to what stands around the changes."""
    every = list(segments)
    for n, segment in enumerate(every):
        if segment.kind is not Fate.EQUAL or len(segment.text) <= 2 * _AROUND:
            yield segment
            continue
        head = segment.text[:_AROUND].rsplit(" ", 1)[0] if n else ""
        tail = segment.text[-_AROUND:].split(" ", 1)[-1] if n < len(every) - 1 else ""
        yield Segment(Fate.EQUAL, f"{head} … {tail}")


def data(found: Verification) -> dict[str, Any]:
    """The comparison as plain values, for `--format json`."""
    official = found.official
    return {
        "document": found.edition.document.number,
        "against": official.document.number,
        "base": official.base or None,
        "certified": _day(official.certified),
        "at": _day(found.edition.at),
        "agrees": found.agrees,
        "articles": len(found.articles),
        "exact": sum(a.exact for a in found.articles),
        "lines_same": round(found.share, 6),
        "counts": {str(why): n for why, n in sorted(counted(found).items())},
        "amenders": [{"number": a.number, "issued": _day(a.issued), "effective": _day(a.effective)} for a in official.amenders],
        "notes": [
            {
                "number": n.number,
                "address": str(n.address) if n.address is not None else None,
                "said": str(n.said),
                "subject": n.subject,
                "find": n.find,
                "put": n.put,
                "causes": [{"act": c.act, "address": str(c.address), "effective": _day(c.effective)} for c in n.causes],
                "text": n.text,
            }
            for n in official.notes
        ],
        "differences": [_difference(d) for d in found.differences],
        "findings": [_finding(f) for f in found.findings],
    }


def _difference(d: Difference) -> dict[str, Any]:
    return {
        "address": str(d.address),
        "why": str(d.why),
        "told": d.told,
        "ours": d.ours,
        "official": d.theirs,
        "words": [[str(s.kind), s.text] for s in d.words],
        "operations": list(d.operations),
        "note": d.note or None,
    }


def _finding(f: Finding) -> dict[str, Any]:
    return {"address": str(f.address), "why": str(f.why), "told": f.told, "note": f.note or None}


def _day(day: object) -> str | None:
    return str(day) if day else None
