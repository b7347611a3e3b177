"""From the clauses of a sentence and its quotations to drafts of operations: what is done to which unit, before the act and the day
of effect are known."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lawtrack.amend import enclosed
from lawtrack.amend.carrying import beside, complete, from_before
from lawtrack.amend.cited import Cited
from lawtrack.amend.clauses import Clause, Sentence, Verb, Words
from lawtrack.amend.draft import NOTHING_FOLLOWS, Draft, cited, described, first, mismatch, not_understood, through, unclear
from lawtrack.amend.quotations import Payload, Slot
from lawtrack.amend.recasting import in_the_place_of, recast
from lawtrack.amend.references import RANK, Ref
from lawtrack.amend.renumbering import bare, moved_first, renumber
from lawtrack.amend.word_drafts import word_drafts
from lawtrack.amend.wording import SOME_UNITS
from lawtrack.law.address import Address, Step
from lawtrack.law.message import Message
from lawtrack.law.operation import Action, Part, Place, Position
from lawtrack.law.provision import CONTAINERS, Kind, Provision
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
            out += [_substitute(s, payload) for s in slots]
        case Verb.OVERLAY:
            made = [_substitute(s, payload) for s in slots]
            out += [replace(d, action=Action.OVERLAY) if d.action is Action.SUBSTITUTE else d for d in made]
            out += unclear(r for r in clause.objects if r.unclear)
        case Verb.INSERT if not clause.words and (given or (clause.by_act is not None and clause.by_act.own and payload is None)):
            out += enclosed.inserted(clause, base)
        case Verb.INSERT if not clause.words:
            out += _insert(clause, slots, payload, base)
    return out


def _leftover(clauses: Sequence[Clause], payload: Payload, base: Address) -> list[Draft]:
    """Units of the quotation that no command names."""
    if not payload.extra:
        return []
    named = [r for c in clauses for r in (c.objects or c.at)]
    names = ", ".join(_name(u) for u in payload.extra)
    return [
        mismatch(
            replace(named[-1], part=Part.WHOLE) if named else None,
            base,
            Message("the quotation holds {units}, which the command does not name", units=names),
            " ¦ ".join((u.text or u.heading)[:120] for u in payload.extra),
        )
    ]


def _name(unit: Provision) -> str:
    return Address.of((unit.kind, unit.label)).vietnamese() if unit.label else f"đoạn “{unit.text[:40]}…”"


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


def _substitute(slot: Slot, payload: Payload | None) -> Draft:
    ref = slot.ref
    if payload is None:
        return mismatch(ref, Address(), NOTHING_FOLLOWS, "", Reason.PAYLOAD_MISSING)
    if not slot.filled:
        problem = slot.doubt or Message("the quotation does not hold {place:address}", place=ref.address)
        return mismatch(ref, Address(), problem, ", ".join(_name(u) for u in payload.units))
    if ref.part is Part.HEADING:
        if ref.steps and ref.steps[-1].kind in (Kind.KHOAN, Kind.DIEM):
            return Draft(Action.SUBSTITUTE, ref.address, Part.LEAD, cited(ref), payload=(Provision(Kind.DOAN, text=slot.words),))
        return Draft(Action.RETITLE, ref.address, Part.HEADING, cited(ref), put=slot.words)
    if ref.part in (Part.LEAD, Part.TAIL):
        return Draft(Action.SUBSTITUTE, ref.address, ref.part, cited(ref), payload=(Provision(Kind.DOAN, text=slot.words),))
    assert slot.unit is not None
    if slot.body:
        return Draft(Action.SUBSTITUTE, ref.address, Part.BODY, cited(ref), payload=(slot.unit,))
    if ref.titled and slot.unit.kind is Kind.DIEU and not slot.unit.children:
        return Draft(Action.RETITLE, ref.address, Part.HEADING, cited(ref), put=slot.unit.heading)
    if ref.titled and all(c.kind is Kind.DOAN for c in slot.unit.children):
        return mismatch(
            ref, Address(), Message("the title of this unit or the whole of it is not said"), slot.unit.heading, Reason.TARGET_AMBIGUOUS
        )
    if _begun_late(slot.unit):
        problem = Message("the quotation of this unit does not begin with its first part: whether the others stay is not said")
        return mismatch(ref, Address(), problem, ", ".join(map(_name, slot.unit.children)), Reason.TARGET_AMBIGUOUS)
    return Draft(Action.SUBSTITUTE, ref.address, act=cited(ref), payload=(slot.unit,))


def _begun_late(unit: Provision) -> bool:
    """Whether the clauses or points of a quoted unit begin with another label than the first."""
    for kind in (Kind.KHOAN, Kind.DIEM, Kind.TIET):
        label = next((c.label for c in unit.children if c.kind is kind), "")
        if label and key(label).split("-")[-1] not in ("1", "01", "a", "i") and not re.fullmatch(r"[a-zđ]+1", label):
            return True
    return False


def _insert(clause: Clause, slots: list[Slot], payload: Payload | None, base: Address) -> list[Draft]:
    if payload is None:
        target = first(clause) or next((s.ref for s in slots), None)
        return [mismatch(target, base, NOTHING_FOLLOWS, "", Reason.PAYLOAD_MISSING)]
    if clause.at and any(r.unclear for r in clause.at):
        return unclear(r for r in clause.at if r.unclear)
    if not slots:
        return _appended(clause, payload, base)
    if titles := [s for s in slots if s.ref.part is Part.HEADING and not clause.at]:
        return [_title_given(s, payload) for s in titles]
    if any(s.ref.unclear for s in slots) and not clause.at:
        return unclear(s.ref for s in slots if s.ref.unclear)
    out: list[Draft] = []
    filled = [s for s in slots if s.filled]
    for slot in slots:
        if not slot.filled:
            anchor = clause.at[0] if clause.at else slot.ref
            out.append(
                mismatch(
                    anchor,
                    base,
                    slot.doubt or Message("the quotation does not hold {place:address}", place=slot.ref.address),
                    ", ".join(_name(u) for u in payload.units),
                )
            )
    if not filled:
        return out
    units = tuple(s.unit if s.unit is not None else Provision(Kind.DOAN, text=s.words) for s in filled)
    if clause.position in (None, Position.INTO) and (counted := _counted(clause, filled, units)):
        return [*out, *counted]
    if clause.at:
        at, problem = _neighbour(clause.at)
        if problem:
            return [*out, mismatch(at, base, problem, "", Reason.UNSUPPORTED)]
        address, position = _beside(at, clause.position)
        out.append(Draft(Action.INSERT, address, act=cited(at), payload=units, position=position, within=at.container))
        return out
    # No place is said: the label tells ("Bổ sung khoản 9 Điều 3").
    groups: dict[Address, list[Provision]] = {}
    acts: dict[Address, Cited | None] = {}
    for slot, unit in zip(filled, units, strict=True):
        receiver = slot.ref.address.parent
        groups.setdefault(receiver, []).append(unit)
        acts[receiver] = cited(slot.ref)
    for receiver, members in groups.items():
        out.append(Draft(Action.INSERT, receiver, act=acts[receiver], payload=tuple(members), position=Position.INTO))
    return out


def _title_given(slot: Slot, payload: Payload) -> Draft:
    """ "Bổ sung tên Điều 5 như sau": a title where there was none; that of a clause may be new words or its opening words changed."""
    if slot.ref.steps and slot.ref.steps[-1].kind in (Kind.DIEU, *CONTAINERS):
        return _substitute(slot, payload)
    return mismatch(slot.ref, Address(), Message("a title comes in where clauses have none"), slot.words, Reason.TARGET_AMBIGUOUS)


def _neighbour(at: Sequence[Ref]) -> tuple[Ref, Message | None]:
    """The one unit beside which, or into which, units come, and why it is not one. Containers behind an article tell where that stands
    ("vào trước Điều 9, Mục 3 Chương II")."""
    first, rest = at[0], at[1:]
    if not rest:
        return first, None
    if first.steps and first.steps[-1].kind is Kind.DIEU and all(r.steps and r.steps[-1].kind in CONTAINERS for r in rest):
        return replace(first, within=tuple(s for r in reversed(rest) for s in r.steps)), None
    return first, Message("several units are named as the place of what comes in")


def _counted(clause: Clause, filled: Sequence[Slot], units: tuple[Provision, ...]) -> list[Draft]:
    """ "Bổ sung đoạn thứ hai vào khoản 3 Điều 36": paragraphs, bullets and sentences take the number that is named; [] for any other
    unit."""
    slot = filled[0]
    step = slot.step if slot.ref.part is Part.WHOLE else None
    if len(clause.at) > 1 or not (step is None or step.kind in (Kind.DOAN, Kind.GACH, Kind.CAU)):
        return []
    above = clause.at[0] if clause.at else slot.ref
    receiver = above.address if clause.at or step is None else above.address.parent
    draft = Draft(Action.INSERT, receiver, act=cited(above), payload=units)
    if step is not None and step.kind is Kind.CAU:
        number = int(step.key) if step.key.isdigit() else 0  # the last one comes behind the last
        beside = Step(Kind.CAU, "1" if number == 1 else str(number - 1) if number else step.key)
        position = Position.BEFORE if number == 1 else Position.AFTER
        return [replace(draft, address=Address((*receiver.steps, beside)), position=position, part=above.part)]
    if step is None or step.key == "1":
        return (
            [replace(draft, position=Position.END if slot.ref.part is Part.TAIL else Position.START)]
            if slot.ref.part is not Part.HEADING
            else []
        )
    if not step.key.isdigit():
        return []
    before = Step(step.kind, str(int(step.key) - 1))
    return [replace(draft, address=Address((*receiver.steps, before)), position=Position.AFTER)]


def _appended(clause: Clause, payload: Payload, base: Address) -> list[Draft]:
    """Words without a label: "Bổ sung vào cuối khoản 1 Điều 2 như sau: …", "Bổ sung một số khoản vào Điều 5 như sau: …"."""
    at = clause.at[0] if clause.at else None
    units = tuple(payload.units)
    payload.extra.clear()
    if at is None and not base:
        return [mismatch(None, base, Message("where the units go is not said"), ", ".join(map(_name, units)), Reason.TARGET_AMBIGUOUS)]
    (address, position), act = (_beside(at, clause.position), cited(at)) if at else ((base, clause.position), None)
    if clause.sentence or (address and address.steps[-1].kind is Kind.CAU):
        if not clause.sentence:
            problem = Message("a paragraph comes in beside a sentence: whether as a new one is not said")
            return [mismatch(at, base, problem, units[0].text if units else "", Reason.TARGET_AMBIGUOUS)]
        return [_sentence(at, address, position, act, units)]
    if all(u.kind is Kind.DOAN for u in units) and clause.position in (None, Position.INTO):
        problem = Message("a paragraph comes in without a place")
        return [mismatch(at, base, problem, units[0].text if units else "", Reason.TARGET_AMBIGUOUS)]
    if clause.content and all(u.kind is Kind.DOAN and u.text[:1].isupper() for u in units):
        problem = Message("a sentence comes in: in the last paragraph or as a new one is not said")
        return [mismatch(at, base, problem, units[0].text, Reason.TARGET_AMBIGUOUS)]
    if len(units) == 1 and units[0].kind is Kind.DOAN and units[0].text[:1].islower() and clause.position in (Position.END, Position.START):
        place = Place.END if clause.position is Position.END else Place.START
        return [Draft(Action.INSERT_TEXT, address, act=act, put=units[0].text, place=place)]
    return [Draft(Action.INSERT, address, act=act, payload=units, position=position or Position.INTO)]


def _sentence(at: Ref | None, address: Address, position: Position | None, act: Cited | None, units: tuple[Provision, ...]) -> Draft:
    """Sentences beside a sentence, or at the start or the end of a unit."""
    edge = {Position.START: ("1", Position.BEFORE), Position.END: ("cuoi", Position.AFTER)}.get(position) if position else None
    if edge:
        address, position = Address((*address.steps, Step(Kind.CAU, edge[0]))), edge[1]
    if position is None or position is Position.INTO or address.steps[-1].kind is not Kind.CAU:
        problem = Message("a sentence comes in, and between which it stands is not said")
        return mismatch(at, address, problem, units[0].text, Reason.TARGET_AMBIGUOUS)
    part = at.part if at is not None else Part.WHOLE
    return Draft(Action.INSERT, address, part, act, payload=units, position=position)


def _beside(at: Ref, position: Position | None) -> tuple[Address, Position | None]:
    """The neighbour of what comes in, and the side: behind the opening words is behind the first paragraph, behind the last is the end."""
    if at.steps and at.steps[-1].kind is Kind.CAU:
        return at.address, position
    if at.part is Part.LEAD and position in (Position.AFTER, Position.BEFORE):
        return Address((*at.address.steps, Step(Kind.DOAN, "1"))), position
    if at.part is Part.TAIL and position is Position.AFTER:
        return at.address, Position.END
    return at.address, position
