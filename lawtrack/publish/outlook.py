"""What an amending act will do, for a terminal: first the whole in few lines, then each operation below the act it changes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Sequence

from lawtrack.law.address import Address
from lawtrack.law.change import Change, Outcome
from lawtrack.law.document import Authority, Document
from lawtrack.law.message import Message
from lawtrack.law.provision import Kind
from lawtrack.law.refusal import Refusal
from lawtrack.publish.speech import GROUPS, N_, Speech, group_of
from lawtrack.publish.terminal import WIDTH, Above, change_lines, refusal_lines, wrap
from lawtrack.publish.texts import Acts
from lawtrack.text.labels import sort_key
from lawtrack.text.numbers import same_key

_OUTCOMES = {Outcome.APPLIED: N_("can be applied"), Outcome.REFUSED: N_("refused"), Outcome.MANUAL: N_("left to an editor")}
_MANY = 24  # articles named in the summary of one act
_ACTS = 8  # more acts than these are one line each in the summary
_LONG = 120  # letters of a title as a command cites it


def plan(
    act: Document,
    changes: Sequence[Change],
    acts: Acts | None = None,
    width: int = WIDTH,
    colour: bool = False,
    language: str = "",
    brief: bool = False,
    doubts: Sequence[Message] = (),
) -> str:
    """The plan of one act: what it is; for each act it changes how much and where; what is refused, why, and what to do; then, unless it is
    to be `brief`, each operation in the order of the act. What all operations of an act have in common is said once. `doubts`: what the
    reader of the act was not sure of and made no operation of."""
    say = Speech(language or act.meta.language)
    meta, known = act.meta, acts or {}
    out = wrap([(say.name(meta), "bold"), (" " + meta.title, "")], "", width, colour, "  ")
    if meta.authority is not Authority.OFFICIAL:
        out += wrap([("! " + say.notice(meta.authority), "yellow")], "", width, colour, "  ")
    if words := say.mended(meta):
        out += wrap([(words, "dim")], "", width, colour, "  ")
    effects = Counter(c.operation.effect for c in changes)
    effect = effects.most_common(1)[0][0] if effects else None
    if not changes:
        return "\n".join([*out, say("No operation is listed."), *_doubted(doubts, say, width, colour)]) + "\n"
    line = [say.count("{n} operation", "{n} operations", len(changes)), *_outcomes(changes, say)]
    out += wrap([(", ".join(line), "bold")], "", width, colour, "  ")
    if effect is not None:
        told = say("Effect: {effect}", effect=say.effect(effect))
        several = len({say.effect(e) for e in effects}) > 1
        out += wrap([(told + (say(", unless said otherwise") if several else ""), "")], "", width, colour, "  ")
    groups = list(_by_act(changes))
    if len(changes) > 1:
        out += [""] * (len(groups) > _ACTS)
        for number, mine in groups:
            out += _summary(number, mine, say, known, width, colour, full=len(groups) <= _ACTS)
        out += _refused(changes, say, width, colour)
    out += _doubted(doubts, say, width, colour)
    if brief:
        return "\n".join(out) + "\n"
    for number, mine in groups:
        shared, n = _shared(mine)
        out += ["", *wrap([("━━ " + _name(number, mine, say, known), "bold")], "", width, colour, "   ")]
        if shared:
            out += wrap([(say.count("{n} operation", "{n} operations", n), "red")], "", width, colour)
            out += refusal_lines(shared, say, "", width, colour)
        before = None
        for change in mine:
            out += ["", *change_lines(change, say, known, width, colour, Above(True, effect, shared, before))]
            before = change.operation.origin
    return "\n".join(out) + "\n"


def _shared(changes: Sequence[Change]) -> tuple[Refusal | None, int]:
    """The refusal that several operations share, the most frequent one, and how many do."""
    refusals = Counter(r for c in changes if c.outcome is not Outcome.APPLIED and (r := c.refusal or c.operation.refusal))
    refusal, n = refusals.most_common(1)[0] if refusals else (None, 0)
    return (refusal, n) if n > 1 else (None, 0)


def _by_act(changes: Sequence[Change]) -> Iterator[tuple[str, list[Change]]]:
    """(number or words of the act changed, its operations), in the order in which the acts are first named."""
    groups: dict[str, list[Change]] = {}
    for change in changes:
        target = change.operation.target
        groups.setdefault(target.document or target.cited, []).append(change)
    yield from groups.items()


def _outcomes(changes: Sequence[Change], say: Speech) -> list[str]:
    counts = Counter(c.outcome for c in changes)
    return [f"{counts[o]} {say(words)}" for o, words in _OUTCOMES.items() if counts[o]]


def _name(number: str, changes: Sequence[Change], say: Speech, acts: Acts) -> str:
    """The act that is changed, as far as it is known."""
    meta = acts.get(same_key(number)) if number else None
    if meta:
        return f"{say.name(meta)} {meta.title}".strip()
    cited = " ".join(next((c.operation.target.cited for c in changes if c.operation.target.cited), "").split())
    if len(cited) > _LONG:
        cited = cited[:_LONG].rsplit(" ", 1)[0] + " …"
    if number in cited:
        return cited or say("act not named")
    return f"{number} {cited}".strip()


def _summary(number: str, changes: Sequence[Change], say: Speech, acts: Acts, width: int, colour: bool, full: bool) -> list[str]:
    """How much of one act changes, what is done to it, and in which of its articles."""
    name = "• " + _name(number, changes, say, acts)
    done = ", ".join([say.count("{n} operation", "{n} operations", len(changes)), *_outcomes(changes, say)])
    if not full:
        return wrap([(name, "bold"), (f": {done}", "")], "", width, colour, "  ")
    out = ["", *wrap([(name, "bold")], "", width, colour, "  ")]
    counts = Counter(group_of(c.operation.action) for c in changes)
    kinds = " · ".join(f"{GROUPS[g][0]} {say.group(g)} {counts[g]}" for g in GROUPS if counts[g])
    out += wrap([(f"{done}: {kinds}", "")], "  ", width, colour)
    articles = list(dict.fromkeys(article for c in changes for a in c.operation.about if (article := _article(a))))
    articles.sort(key=lambda a: (len(a.steps), sort_key(a.steps[-1].key)))
    if articles:
        named = ", ".join(say.label(a) for a in articles[:_MANY])
        more = say.count(" and {n} more", " and {n} more", len(articles) - _MANY) if len(articles) > _MANY else ""
        out += wrap([(say.count("Article: {named}", "Articles: {named}", len(articles), named=named) + more, "dim")], "  ", width, colour)
    return out


def _article(address: Address) -> Address | None:
    cut = next((n for n, step in enumerate(address.steps) if step.kind is Kind.DIEU), None)
    return None if cut is None else Address(address.steps[: cut + 1])


def _doubted(doubts: Sequence[Message], say: Speech, width: int, colour: bool) -> list[str]:
    """What an editor should look at in the act itself."""
    if not doubts:
        return []
    head = "? " + say.count("{n} place of the act to look at", "{n} places of the act to look at", len(doubts))
    return [
        "",
        *wrap([(head, "yellow")], "", width, colour, "  "),
        *(line for d in doubts for line in wrap([(say.sentence(d), "")], "  ", width, colour, "    ")),
    ]


def _refused(changes: Sequence[Change], say: Speech, width: int, colour: bool) -> list[str]:
    """What is refused or left to an editor, by reason, the most frequent first: where, and what to do."""
    groups: dict[str, list[tuple[Change, Refusal]]] = {}
    for change in changes:
        refusal = change.refusal or change.operation.refusal
        if change.outcome is not Outcome.APPLIED and refusal:
            groups.setdefault(refusal.reason, []).append((change, refusal))
    out: list[str] = []
    for mine in sorted(groups.values(), key=len, reverse=True):
        refusal = mine[0][1]
        head = f"✗ {say.sentence(say.reason(refusal.reason))}: {say.count('{n} operation', '{n} operations', len(mine))}"
        where = Counter(c.operation.target.document or c.operation.target.cited or "?" for c, _ in mine)
        out += ["", *wrap([(head, "red")], "", width, colour, "  ")]
        out += wrap([(", ".join(f"{act} ({n})" for act, n in where.most_common()), "")], "  ", width, colour)
        for remedy in list(dict.fromkeys(r.remedy for _, r in mine))[:3]:
            out += wrap([(say("What to do") + ": ", "yellow"), (say.sentence(remedy), "")], "  ", width, colour, "    ")
    return out
