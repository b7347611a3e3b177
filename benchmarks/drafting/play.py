"""Drawing an act, giving it to lawtrack, comparing."""

from __future__ import annotations

import difflib
import random
from dataclasses import dataclass, field

from drafting import acts, grouped, inserting, repealing, substituting, wording
from drafting.acts import Aimed, Drafted
from drafting.draft import Command, Draft
from drafting.odd import odd
from drafting.speech import style
from drafting.tree import Tree, unit_of
from drafting.words import Words
from lawtrack.amend import read_act
from lawtrack.consolidate import Law
from lawtrack.ingest import read_source
from lawtrack.law import Change, Document, Kind, Outcome
from lawtrack.law.catalogue import Catalogue
from lawtrack.law.plain import lines

FORMS = (*substituting.FORMS, *inserting.FORMS, *repealing.FORMS, *wording.FORMS, *grouped.FORMS)


@dataclass(frozen=True)
class Result:
    """What became of one command; `shown` is for a person."""

    form: str
    outcome: str
    reasons: tuple[str, ...] = ()
    shown: str = ""


@dataclass
class Played:
    """An act given to lawtrack: the lines of each base then, and every operation that was not applied."""

    texts: list[list[str]]
    refused: list[Change]
    changes: list[Change] = field(default_factory=list)


def usable(base: Document) -> bool:
    """Whether a drafter can amend it: articles, and no quotations of its own to speak of."""
    kinds = [u.kind for u in base.body.walk()]
    return kinds.count(Kind.DIEU) >= 5 and kinds.count(Kind.TRICH) * 5 < kinds.count(Kind.DIEU)


def given(bases: list[Document], texts: list[str]) -> Played:
    """lawtrack's own answer: the acts are imported, read and applied."""
    documents = [*bases, *(read_source(text.encode(), f"act-{i}.txt").document for i, text in enumerate(texts))]
    catalogue = Catalogue.of(documents)
    law = Law(documents, [o for act in documents[len(bases) :] for o in read_act(act, catalogue).operations])
    changes = list(law.all_changes())
    out = []
    for base in bases:
        edition = law.edition(base.key, max(law.days(base.key)))
        out.append([line for _, unit, line in lines(edition.document.body) if not unit.repealed])
    return Played(out, [c for c in changes if c.outcome is not Outcome.APPLIED], changes)


def drawn(rng: random.Random, draft: Draft, n: int, form: str) -> list[Command]:
    """Up to n commands that do not touch each other."""
    out: list[Command] = []
    for _ in range(4 * n):
        maker = rng.choices([f for f, _ in FORMS], [w for _, w in FORMS])[0]
        command = maker(draft)
        if command is None or form not in command.form or (command.alone and out):
            continue
        draft.locked |= {u.id for u in command.touches}
        out.append(command)
        if len(out) == n or command.alone:
            break
    order = {u.id: i for i, u in enumerate(draft.tree.root.walk())}
    return sorted(out, key=lambda c: min((order[u.id] for u in c.touches), default=0))


def expected(aimed: Aimed, commands: list[Command]) -> list[str]:
    """The text the drafter means."""
    tree = aimed.tree.copy()
    for command in commands:
        for edit in command.edits:
            edit(tree)
    return tree.lines()


def play(bases: list[Document], seed: str, form: str = "") -> list[Result]:
    """Draws one act and plays it. Where commands are refused, or the text is another, each is played by itself: whose fault is it?"""
    rng = random.Random(seed)
    frame = rng.choices(("classic", "headings", "omnibus", "closing"), (5, 3, 1, 2))[0]
    chosen = [rng.choice(bases)]
    if rng.random() < 0.3:
        chosen = [odd(rng, chosen[0])]
    if frame in ("omnibus", "closing"):
        others = [b for b in bases if b.key != chosen[0].key and acts.kind_of(b) == acts.kind_of(chosen[0])]
        chosen += rng.sample(others, min(len(others), rng.randint(1, 2)))
    habits = style(rng)
    aims = []
    for base in chosen:
        tree = Tree(unit_of(base.body))
        draft = Draft(rng, tree, habits, Words(rng, tree.root))
        commands = drawn(rng, draft, rng.randint(1, 4) if len(chosen) > 1 else rng.randint(3, 8), form)
        if commands:
            aims.append(Aimed(base, tree, habits, commands))
    if not aims:
        return []
    if len(aims) == 1 and frame == "classic" and rng.random() < 0.3 and not (own := aims[0]).commands[0].alone:
        return _two(rng, own, form, f"{seed} two acts {habits}")
    if frame == "closing":  # its clauses are the acts: a command with lines of its own has no place below
        aims = [Aimed(a.base, a.tree, a.style, [c for c in a.commands if not c.below][:15]) for a in aims]
        aims = [a for a in aims if a.commands]
        if not aims:
            return []
    state = rng.getstate()

    def write(parts: list[Aimed]) -> Drafted:
        rng.setstate(state)
        if frame == "omnibus":
            return acts.omnibus(rng, parts, 90)
        if frame == "closing":
            return acts.closing(rng, parts, 90)
        return (acts.classic if frame == "classic" else acts.headings)(rng, parts[0], 90)

    return judged(aims, write, f"{seed} {frame} {habits}")


def _two(rng: random.Random, first: Aimed, form: str, where: str) -> list[Result]:
    """Two acts, one a year after the other; each command of both is judged by the text after the second."""
    commands = [c for c in first.commands if not c.refused]
    if not commands:
        return []
    tree = first.tree.copy()
    for edit in (e for c in commands for e in c.edits):
        edit(tree)
    draft = Draft(rng, tree, first.style, Words(rng, tree.root))
    second = Aimed(first.base, tree, first.style, [c for c in drawn(rng, draft, 4, form) if not c.refused and not c.alone])
    if not second.commands:
        return []
    one = acts.classic(rng, Aimed(first.base, first.tree, first.style, commands), 90)
    two = acts.later(rng, second, 91, one.number)
    played, wanted = given([first.base], [one.text, two.text]), expected(second, second.commands)
    if played.texts == [wanted] and not played.refused:
        return [Result(f"{c.form}", "exact") for c in (*commands, *second.commands)]
    outcome = "refused" if played.refused else "silent"
    reasons = tuple(sorted({str(c.refusal.reason) for c in played.refused if c.refusal}))
    return [Result("two acts, one after the other", outcome, reasons, _shown(where, None, outcome, one.text + two.text, wanted, played))]


def attempt(parts: list[Aimed], write: object) -> tuple[bool, Played, str]:
    """Whether the act of these commands gives what it means, with nothing refused."""
    drafted = write(parts)  # type: ignore[operator]
    played = given([a.base for a in parts], [drafted.text])
    right = played.texts == [expected(a, [c for c in a.commands if not c.refused]) for a in parts]
    return right, played, drafted.text


def judged(aims: list[Aimed], write: object, where: str) -> list[Result]:
    """One result for each command."""
    wanted = [c for a in aims for c in a.commands]
    right, played, text = attempt(aims, write)
    if right and not played.refused and not any(c.refused for c in wanted):
        return [Result(c.form, "exact") for c in wanted]
    results, guilty = [], False
    for aimed in aims:
        for command in aimed.commands:
            part = [Aimed(aimed.base, aimed.tree, aimed.style, [command])]
            ok, alone, own = attempt(part, write)
            reasons = tuple(sorted({str(c.refusal.reason) for c in alone.refused if c.refusal}))
            outcome = "refused" if alone.refused else "exact" if ok and not command.refused else "silent"
            if command.refused and outcome == "refused" and not ok:
                outcome = "silent"
            guilty |= outcome != "exact"
            shown = _shown(where, command, outcome, own, expected(part[0], [] if command.refused else [command]), alone)
            results.append(Result(command.form, outcome, reasons, "" if outcome == "exact" else shown))
    if not guilty and not (right and not played.refused):
        everything = [expected(a, a.commands) for a in aims]
        shown = "\n".join(
            _shown(where, None, "silent", text, e, Played([t], played.refused)) for e, t in zip(everything, played.texts, strict=True)
        )
        reasons = tuple(sorted({str(c.refusal.reason) for c in played.refused if c.refusal}))
        results.append(Result("several commands together", "refused" if played.refused else "silent", reasons, shown))
    return results


def _shown(where: str, command: Command | None, outcome: str, text: str, wanted: list[str], played: Played) -> str:
    body = text[text.index("Điều 1.") :] if "Điều 1." in text else text
    out = [f"### {where}", f"[{outcome}] {command.form if command else 'several commands together'}", body.rstrip()]
    out += [
        f"  REFUSED {c.operation.action} {c.operation.target.address}: {c.refusal} | {c.refusal.found[:160] if c.refusal else ''}"
        for c in played.refused
    ]
    out += [
        f"  OP {c.operation.action} {c.operation.target.address} {c.operation.target.part}"
        for c in played.changes
        if c not in played.refused
    ]
    out += [f"  {x}" for x in list(difflib.unified_diff(wanted, played.texts[0], "meant", "lawtrack", lineterm="", n=0))[2:14]]
    return "\n".join(out)
