"""From the clauses of a sentence and its quotations to drafts of operations: what is done to which unit, before the act and the day
of effect are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lawtrack.amend import enclosed
from lawtrack.amend.carrying import beside, complete, from_before
from lawtrack.amend.cited import Cited
from lawtrack.amend.clauses import Clause, Sentence, Verb, Words
from lawtrack.amend.draft import Draft, cited, described, mismatch, not_understood, through, unclear
from lawtrack.amend.quotations import Payload, Slot
from lawtrack.amend.recasting import in_the_place_of, recast
from lawtrack.amend.references import RANK, Ref
from lawtrack.amend.renumbering import bare, moved_first, renumber
from lawtrack.amend.unit_drafts import inserted, name_of, substituted
from lawtrack.amend.word_drafts import word_drafts
from lawtrack.amend.wording import SOME_UNITS
from lawtrack.law.address import Address, Step
from lawtrack.law.message import Message
from lawtrack.law.operation import Action, Part
from lawtrack.law.provision import CONTAINERS, Kind
from lawtrack.law.refusal import Reason, Refusal
from lawtrack.text.labels import key


def drafts(sentence: Sentence, base: Address, payload: Payload | None) -> list[Draft]:
    """The operations of a sentence, in its order. `base` is the unit the lines above speak of; `payload` the quotations, None where
    there are none."""
    clauses = _completed([_somewhere(c, sentence.scope) for c in sentence.clauses], base)
    if payload is not None:
        clauses = [made for c in clauses for made in _replaced_by_units(c)]
    slots = {n: _slots(c) for n, c in enumerate(clauses)}
    if payload is not None:
        payload.fill([s for n in slots for s in slots[n]])
        for n, clause in enumerate(clauses):
            if clause.generic and clause.verb is Verb.SUBSTITUTE and not slots[n]:
                slots[n] = _told(payload, complete(sentence.scope, base) if sentence.scope else [Ref(base.steps)])
    out: list[Draft] = []
    for n, clause in enumerate(clauses):
        # "Bổ sung Mẫu số 14a vào sau Mẫu số 14", and no words announced: the act holds them
        given = payload is None and not sentence.opens and bool(clause.objects) and all(map(enclosed.is_enclosure, clause.objects))
        made = _clause(clause, slots[n], payload, base, given)
        if clause.verb is Verb.RENUMBER and payload is not None and payload.extra:
            # "… khoản 4 thành khoản 3 như sau: “3. …”": the words under the new number are not computed
            problem = Message("units take other numbers and other words in one command")
            refusal = Refusal(Reason.UNSUPPORTED, problem, remedy=Message("enter each unit in the ledger"))
            made = [replace(d, refusal=d.refusal or refusal) for d in made]
        if clause.verb is Verb.RENUMBER and made and made[0].refusal is not None:
            # "Bỏ điểm 2.3, sửa đổi điểm 2.4 thành điểm 2.3 tại Mẫu số 01a, Mẫu số 01b": one number makes room for the other
            out = [replace(d, refusal=d.refusal or made[0].refusal) if d.action is Action.REPEAL else d for d in out]
        out += made
    if payload is not None:
        out += _leftover(clauses, payload, base)
    if payload is not None and payload.behind:
        more = Message("words stand behind the quotation: {words}", words=payload.behind)
        out = [replace(d, refusal=d.refusal or Refusal(Reason.NOT_UNDERSTOOD, more, found=payload.behind)) for d in out]
    return moved_first(out)


def _somewhere(clause: Clause, scope: Sequence[Ref]) -> Clause:
    """A change of words at "một số khoản của Điều 28" with no line below that says which."""
    lost = tuple(replace(r, unclear=SOME_UNITS) for r in scope)
    return replace(clause, words=tuple(w if w.places or w.whole or not lost else replace(w, places=lost) for w in clause.words))


def _completed(clauses: Sequence[Clause], base: Address) -> list[Clause]:
    """The clauses with every reference carried to its full address."""
    flat: list[Ref] = []
    owners: list[tuple[int, str, int]] = []
    for n, clause in enumerate(clauses):
        for name in ("objects", "at"):
            for ref in getattr(clause, name):
                if clause.verb is Verb.INSERT and name == "objects" and ref.part is not Part.WHOLE and not ref.steps:
                    continue
                flat.append(ref)
                owners.append((n, name, 0))
        for w, words in enumerate(clause.words):
            if w and words.places and words.places == clause.words[w - 1].places:
                continue
            for ref in words.places:
                flat.append(ref)
                owners.append((n, "words", w))
    keyed = [replace(r, at=k) for k, r in enumerate(flat)]
    done = {r.at: r for r in complete(keyed, base)}
    out = list(clauses)
    for n, clause in enumerate(clauses):
        # (a title or a paragraph to come in has no larger unit of its own: its neighbour places it)
        loose = tuple(r for r in clause.objects if clause.verb is Verb.INSERT and r.part is not Part.WHOLE and not r.steps)
        fields = {
            name: tuple(done[k] for k, owner in enumerate(owners) if owner[:2] == (n, name) and k in done) for name in ("objects", "at")
        }
        changes: list[Words] = []
        for w, change in enumerate(clause.words):
            places = tuple(done[k] for k, owner in enumerate(owners) if owner == (n, "words", w) and k in done)
            if w and change.places and change.places == clause.words[w - 1].places:
                places = changes[-1].places
            changes.append(replace(change, places=places))
        if clause.verb in (Verb.RENUMBER, Verb.RECAST) and bare(clause.at):
            fields["at"] = clause.at
        by = tuple(complete(clause.by, Address()))
        at = tuple(beside(r, fields["objects"]) for r in fields["at"]) if clause.verb is Verb.INSERT else fields["at"]
        out[n] = replace(clause, objects=(*loose, *fields["objects"]), at=at, words=tuple(changes), by=by)
    before: list[Ref] = []
    for n, clause in enumerate(out):
        if before and not clause.words:
            objects, at = (tuple(from_before(r, before) for r in refs) for refs in (clause.objects, clause.at))
            at = clause.at if clause.verb in (Verb.RENUMBER, Verb.RECAST) and bare(clause.at) else at
            out[n] = replace(clause, objects=objects, at=at)
        before += [*out[n].objects, *(r for r in out[n].at if len(r.steps) > 1)]
    for n in range(len(out) - 2, -1, -1):
        following = out[n + 1]
        if out[n].words and following.words and following.joined:
            # "thay “A” bằng “B” và bỏ “C” tại khoản 2 Điều 16": the places stand behind the last of them
            places = following.words[0].places
            out[n] = replace(out[n], words=tuple(w if w.places or w.whole else replace(w, places=places) for w in out[n].words))
    return out


def _replaced_by_units(clause: Clause) -> list[Clause]:
    """ "Thay thế điểm b, điểm c bằng các điểm b, c và d sau đây: “…”": those of the same label change, the others come in."""
    new = clause.at if clause.verb is Verb.RENUMBER else clause.by
    old = clause.objects
    if not old or not new or clause.by_act is not None or any(r.unclear for r in old):
        return [clause]
    if any(r.through or r.part is not Part.WHOLE or not r.steps for r in (*old, *new)):
        return [clause]
    kinds, labels = {r.steps[-1].kind for r in (*old, *new)}, [r.steps[-1] for r in old]
    if kinds & {Kind.PHU_LUC, Kind.MAU, *CONTAINERS} or len(kinds) > 1 or not set(labels) <= {r.steps[-1] for r in new}:
        return [clause]
    more = tuple(replace(old[-1], steps=(*old[-1].steps[:-1], r.steps[-1])) for r in new if r.steps[-1] not in labels)
    changed = replace(clause, verb=Verb.SUBSTITUTE, by=(), at=())
    return [changed, Clause(Verb.INSERT, objects=more)] if more else [changed]


def _slots(clause: Clause) -> list[Slot]:
    if clause.verb in (Verb.SUBSTITUTE, Verb.REPLACE, Verb.CORRECT, Verb.OVERLAY) and not clause.by and clause.by_act is None:
        return [Slot(r) for r in clause.objects if not r.unclear and r.through is None]
    if clause.verb is Verb.INSERT:
        return [Slot(r, fresh=True) for r in clause.objects if r.through is None]
    if clause.verb is Verb.RECAST:
        return [Slot(r, fresh=True) for r in in_the_place_of(clause) if r.through is None]
    return []


def _told(payload: Payload, scope: Sequence[Ref]) -> list[Slot]:
    """ "một số khoản của Điều 9": which ones, the labels in the quotation tell, where the unit they stand in is one, or is quoted too."""
    slots: list[Slot] = []
    if len(scope) != 1 or scope[0].unclear or not scope[0].steps:
        return []
    above = scope[0].steps
    for unit in list(payload.extra):
        if unit.label and unit.kind in (Kind.KHOAN, Kind.DIEM) and RANK[unit.kind] > RANK.get(above[-1].kind, 99):
            slots.append(Slot(replace(scope[0], steps=(*above, Step(unit.kind, key(unit.label)))), unit=unit))
            payload.extra.remove(unit)
    return slots


def _clause(clause: Clause, slots: list[Slot], payload: Payload | None, base: Address, given: bool) -> list[Draft]:
    """The drafts of one clause; `given`: it names annexes or forms whose words stand nowhere in the command."""
    if clause.unread:
        return [not_understood(clause, base)]
    if clause.described:
        return described(clause, base)
    out = [d for change in clause.words for d in word_drafts(clause, change, base)]
    match clause.verb:
        case Verb.REPEAL:
            out += [_repeal(r) for r in clause.objects]
            out += [_whole(Action.REPEAL_DOCUMENT, a) for a in clause.acts]
        case Verb.SUSPEND | Verb.REVIVE:
            action = Action.SUSPEND if clause.verb is Verb.SUSPEND else Action.REVIVE
            out += [Draft(action, r.address, r.part, cited(r), through(r)) for r in clause.objects if not r.unclear]
            out += unclear(r for r in clause.objects if r.unclear)
            out += [_whole(action, a) for a in clause.acts]
        case Verb.RENUMBER:
            out += renumber(clause)
        case Verb.RECAST:
            out.append(recast(clause, slots, payload, base))
        case Verb.REPLACE if clause.acts and not clause.objects and not clause.by:
            out += [_whole(Action.REPLACE_DOCUMENT, a) for a in clause.acts]
        case Verb.SUBSTITUTE | Verb.REPLACE | Verb.CORRECT if clause.by or clause.by_act is not None or given:
            out += enclosed.replaced(clause)
        case Verb.SUBSTITUTE | Verb.REPLACE | Verb.CORRECT:
            out += unclear(r for r in clause.objects if r.unclear)
            out += _ranges(clause, payload)
            out += [substituted(s, payload) for s in slots]
        case Verb.OVERLAY:
            made = [substituted(s, payload) for s in slots]
            out += [replace(d, action=Action.OVERLAY) if d.action is Action.SUBSTITUTE else d for d in made]
            out += unclear(r for r in clause.objects if r.unclear)
        case Verb.INSERT if not clause.words and (given or (clause.by_act is not None and clause.by_act.own and payload is None)):
            out += enclosed.inserted(clause, base)
        case Verb.INSERT if not clause.words:
            out += inserted(clause, slots, payload, base)
    return out


def _leftover(clauses: Sequence[Clause], payload: Payload, base: Address) -> list[Draft]:
    """Units of the quotation that no command names."""
    if not payload.extra:
        return []
    named = [r for c in clauses for r in (c.objects or c.at)]
    names = ", ".join(name_of(u) for u in payload.extra)
    return [
        mismatch(
            replace(named[-1], part=Part.WHOLE) if named else None,
            base,
            Message("the quotation holds {units}, which the command does not name", units=names),
            " ¦ ".join((u.text or u.heading)[:120] for u in payload.extra),
        )
    ]


# -- units ---------------------------------------------------------------------------------------------------------------


def _repeal(ref: Ref) -> Draft:
    if ref.titled:
        ref = replace(ref, unclear=Message("the title of this unit or the whole of it: the list begins with a title"))
    if ref.unclear:
        return unclear([ref])[0]
    if ref.part is Part.HEADING and ref.steps[-1].kind in CONTAINERS:
        return Draft(Action.UNWRAP, ref.address, act=cited(ref), through=through(ref))
    return Draft(Action.REPEAL, ref.address, ref.part, cited(ref), through(ref))


def _whole(action: Action, act: Cited) -> Draft:
    """What is done to a whole act."""
    if not act.doubtful:
        return Draft(action, act=act)
    refusal = Refusal(
        Reason.TARGET_AMBIGUOUS,
        Message("this act may be meant, or may belong to the title of the act named in front of it"),
        found=act.words,
        remedy=Message("decide, and enter the operation in the ledger"),
    )
    return Draft(Action.MANUAL, act=act, refusal=refusal)


def _ranges(clause: Clause, payload: Payload | None) -> list[Draft]:
    return [
        mismatch(r, Address(), Message("a range of units is replaced: the units are not named one by one"), "", Reason.UNSUPPORTED)
        for r in clause.objects
        if r.through and not r.unclear
    ]
