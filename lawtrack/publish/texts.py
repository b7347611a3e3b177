"""An edition as plain text, reading as the law reads; what is not certain is said, above the title or at its place."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from datetime import date

from lawtrack.law.address import index
from lawtrack.law.change import Change, Edition, Status
from lawtrack.law.document import Authority, Document, Meta
from lawtrack.law.effect import Bounded
from lawtrack.law.operation import Action
from lawtrack.law.plain import lines, pieces, plain
from lawtrack.law.provision import Provision, State
from lawtrack.law.refusal import Reason
from lawtrack.publish.speech import N_, Speech
from lawtrack.text.numbers import same_key

Acts = Mapping[str, Meta]
"""What is known of the acts that change others, by `lawtrack.text.numbers.same_key` of their numbers."""
Piece = tuple[str, Provision | None, str]
"""Section, provision and line, as `lawtrack.law.plain.pieces` gives them."""
_GAP = "gap"


def text(edition: Edition, acts: Acts | None = None) -> str:
    """The edition as text, one provision a line. With nothing uncertain, these are the law's own lines and nothing between them:
    every notice stands above the title. The two states of an uncertain passage stand at their place, each under its label."""
    acts = acts or {}
    say = Speech(edition.document.meta.language)
    told = notices(edition, acts, say)
    body = plain(edition.document) if edition.other is None else "\n".join(line for _, _, line in _both(edition, say)) + "\n"
    return "\n".join([*(f"[{line}]" for line in told), "", body]) if told else body


def notices(edition: Edition, acts: Acts, say: Speech) -> list[str]:
    """What has to be said above the text: authority of the act and of the acts that changed it, status where it is not simply
    in force, and what is uncertain."""
    changed = any(c.operation.action is not Action.ENACT for c in (*edition.applied, *edition.uncertain))
    out = [say.computed()] if changed else []
    meta = edition.document.meta
    if meta.authority is not Authority.OFFICIAL:
        out.append(say.notice(meta.authority))
    out += [words for words in (say.mended(meta),) if words]
    seen: dict[str, Authority] = {}
    mended: dict[str, str] = {}
    for change in (*edition.applied, *edition.uncertain):
        number = change.operation.origin.document
        act = acts.get(same_key(number))
        if act and same_key(number) != edition.document.key and (words := say.mended(act, of=True)):
            mended[number] = words
        if act and act.authority is not Authority.OFFICIAL and same_key(number) != edition.document.key:
            seen[number] = act.authority
    out += [say("Changed by {act}: {authority}", act=n, authority=say.authority(a)) for n, a in sorted(seen.items())]
    out += [words for _, words in sorted(mended.items())]
    if edition.status not in (Status.IN_FORCE, Status.PARTLY_EXPIRED):
        out.append(
            say("{status} on {day}", status=say.status(edition.status), day=say.day(edition.at))
            + (f": {say.told(edition.why)}" if edition.why else "")
        )
    for change in edition.uncertain:
        out.append(uncertain_words(change, acts, say))
    return out + own_days(edition, say) + lacking(edition, say)


def own_days(edition: Edition, say: Speech) -> list[str]:
    """The provisions to which the act itself gives another day than its own: those that stand in the text and do not hold yet, and in an
    act that is not yet in force those that hold already."""
    units = index(edition.document.body)
    groups: dict[tuple[str, str], list[str]] = {}
    for change in edition.awaited:
        unit = units.get(change.address)
        if unit is None or unit.state is State.IN_FORCE:
            frame = N_("{units}: not yet in force, {effect}")
            groups.setdefault((frame, say.effect(change.operation.effect)), []).append(say.target(change.operation))
    for change in edition.applied if edition.status is Status.NOT_YET else ():
        if change.operation.action is Action.ENACT and change.operation.target.address:
            frame = N_("{units}: in force already, {effect}")
            groups.setdefault((frame, say.effect(change.operation.effect)), []).append(say.target(change.operation))
    return [say(frame, units=", ".join(units), effect=effect) for (frame, effect), units in groups.items()]


def lacking(edition: Edition, say: Speech) -> list[str]:
    """What the text lacks because an act that amended it is not in hand: each such act once."""
    refusals = (c.refusal for c in edition.refused if c.refusal is not None)
    return list(dict.fromkeys(say.sentence(r.message) for r in refusals if r.reason is Reason.AMENDER_MISSING))


def uncertain_words(change: Change, acts: Acts, say: Speech) -> str:
    """One uncertain change in one sentence: what, by which provision of which act, between which days, on what authority."""
    operation = change.operation
    act = acts.get(same_key(operation.origin.document))
    source = operation.origin.document + (f" ({say.authority(act.authority)})" if act and act.authority is not Authority.OFFICIAL else "")
    told = {
        "target": say.subject(change),
        "action": say.action(operation.action),
        "act": source,
        "effect": say.effect(operation.effect),
    }
    if operation.effect.for_some:
        return say("For some: {target} {action} by {place} of {act}: {effect}", place=say.place(operation), **told)
    if not operation.origin.address:  # a report tells that the act does it, not which of its provisions
        return say("Uncertain: {target} {action} by {act}: {effect}", **told)
    return say("Uncertain: {target} {action} by {place} of {act}: {effect}", place=say.address(operation.origin.address), **told)


def passages(edition: Edition, say: Speech) -> Iterator[Piece]:
    """The pieces of the text in order (`lawtrack.law.plain.pieces`), and where two states of an uncertain day differ, those of both under
    their labels, which are pieces of the section `label`."""
    return pieces(edition.document) if edition.other is None else (p for p in _both(edition, say) if p[0] != _GAP)


def _both(edition: Edition, say: Speech) -> Iterator[Piece]:
    """The pieces of the text, and where the two states of an uncertain day differ, the pieces of both, each under its label."""
    from lawtrack.publish.rows import in_order, named_pairs  # what compares texts is loaded where two are shown

    other = edition.other
    assert other is not None
    one, two = _units(edition.document), _units(other)
    pairs = in_order(named_pairs([(p.uid if p else "", a) for a, (_, p, _) in one], [(p.uid if p else "", a) for a, (_, p, _) in two]))
    same = [(i, j) for i, j in pairs if one[i][1][2] == two[j][1][2]]
    above, old, new, end = (("label", None, f"[{words}]") for words in reading_labels(edition, say))
    nothing = ("label", None, "[" + say("(no text)") + "]")
    i = j = 0
    for a, b in [*same, (len(one), len(two))]:
        if i < a or j < b:
            yield above
            yield old
            yield from (piece for _, piece in one[i:a]) if i < a else (nothing,)
            yield new
            yield from (piece for _, piece in two[j:b]) if j < b else (nothing,)
            yield end
        if a < len(one):
            yield one[a][1]
        i, j = a + 1, b + 1


def reading_labels(edition: Edition, say: Speech) -> tuple[str, str, str, str]:
    """What stands above a passage with two wordings, above each of them, and behind it."""
    bounds = uncertain_days(edition)
    first, last = (say.day(bounds[0]), say.day(bounds[1])) if bounds else ("?", "?")
    if edition.uncertain and all(c.operation.effect.for_some for c in edition.uncertain):
        return (
            say("Between {first} and {last} other words hold for some than for others", first=first, last=last),
            say("Old text, for whom the change does not hold yet"),
            say("New text, for whom the change holds already; from {last} for all", last=last),
            say("End of the passage"),
        )
    return (
        say("Uncertain between {first} and {last}", first=first, last=last),
        say("Old text, in force until the change takes effect"),
        say("New text, in force once the change takes effect, {last} at the latest", last=last),
        say("End of the uncertain passage"),
    )


def uncertain_days(edition: Edition) -> tuple[date, date] | None:
    """The days between which it is uncertain what holds; None where no change has bounds."""
    spans = [w for c in edition.uncertain for w in (c.operation.effect.start, c.operation.effect.end) if isinstance(w, Bounded)]
    spans = [w for w in spans if w.not_before <= edition.at < w.not_after] or spans
    return (min(w.not_before for w in spans), max(w.not_after for w in spans)) if spans else None


def _units(document: Document) -> list[tuple[object, Piece]]:
    """Name and piece for every line of the whole document, in the order of `plain`."""
    addresses = (address for address, _, _ in lines(document.body, document.meta.language))
    out: list[tuple[object, Piece]] = []
    before = ""
    n = 0
    for piece in pieces(document):
        section = piece[0]
        n = n + 1 if section == before else 0
        if section != before and section in ("tail", "annex"):
            out.append(((_GAP, section), (_GAP, None, "")))
        out.append(((section, n) if piece[1] is None else next(addresses), piece))
        before = section
    return out
