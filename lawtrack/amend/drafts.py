"""From the clauses of a sentence and its quotations to drafts of operations: what is done to which unit, before the act and the day
of effect are known."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lawtrack.amend.acts import Cited
from lawtrack.amend.carrying import complete
from lawtrack.amend.clauses import Clause, Sentence, Verb, Words
from lawtrack.amend.quotations import Payload, Slot
from lawtrack.amend.references import RANK, Ref, Role
from lawtrack.law.address import Address, Step
from lawtrack.law.operation import Action, Part, Place, Position
from lawtrack.law.provision import CONTAINERS, Kind, Provision
from lawtrack.law.refusal import Reason, Refusal
from lawtrack.text.labels import key


@dataclass(frozen=True, slots=True)
class Draft:
    """An operation without its act, effect and origin. `act` None: the act of the frame."""

    action: Action
    address: Address = Address()
    part: Part = Part.WHOLE
    act: Cited | None = None
    through: Address | None = None
    within: Address = Address()
    payload: tuple[Provision, ...] = ()
    position: Position | None = None
    find: str = ""
    put: str = ""
    anchor: str = ""
    place: Place | None = None
    refusal: Refusal | None = None
    described: str = ""


def drafts(sentence: Sentence, base: Address, payload: Payload | None) -> list[Draft]:
    """The operations of a sentence, in its order. `base` is the unit the lines above speak of; `payload` the quotations, None where
    there are none."""
    clauses = _completed(sentence.clauses, base)
    slots = {n: _slots(c) for n, c in enumerate(clauses)}
    if payload is not None:
        payload.fill([s for n in slots for s in slots[n]])
        for n, clause in enumerate(clauses):
            if clause.generic and clause.verb is Verb.SUBSTITUTE and not slots[n]:
                slots[n] = _told(payload, complete(sentence.scope, base) if sentence.scope else [Ref(base.steps)])
    out: list[Draft] = []
    for n, clause in enumerate(clauses):
        made = _clause(clause, slots[n], payload, base)
        if clause.verb is Verb.RENUMBER and made and made[0].refusal is not None:
            # "Bỏ điểm 2.3, sửa đổi điểm 2.4 thành điểm 2.3 tại Mẫu số 01a, Mẫu số 01b": one number makes room for the other
            out = [replace(d, refusal=d.refusal or made[0].refusal) if d.action is Action.REPEAL else d for d in out]
        out += made
    if payload is not None:
        out += _leftover(clauses, payload, base)
    return out


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
        out[n] = replace(clause, objects=(*loose, *fields["objects"]), at=fields["at"], words=tuple(changes))
    for n in range(len(out) - 2, -1, -1):
        following = out[n + 1]
        if out[n].words and following.words and following.joined in (",", "và"):
            # "thay “A” bằng “B” và bỏ “C” tại khoản 2 Điều 16": the places stand behind the last of them
            places = following.words[0].places
            out[n] = replace(out[n], words=tuple(w if w.places or w.whole else replace(w, places=places) for w in out[n].words))
    return out


def _slots(clause: Clause) -> list[Slot]:
    if clause.verb in (Verb.SUBSTITUTE, Verb.REPLACE, Verb.CORRECT, Verb.OVERLAY) and not clause.by and clause.by_act is None:
        return [Slot(r) for r in clause.objects if not r.unclear and r.through is None]
    if clause.verb is Verb.INSERT:
        return [Slot(r, fresh=True) for r in clause.objects if r.through is None]
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


def _clause(clause: Clause, slots: list[Slot], payload: Payload | None, base: Address) -> list[Draft]:
    if clause.unread:
        return [_not_understood(clause, base)]
    if clause.described:
        return _described(clause, base)
    out = [d for change in clause.words for d in _words(clause, change, base)]
    match clause.verb:
        case Verb.REPEAL:
            out += [_repeal(r) for r in clause.objects]
            out += [_whole(Action.REPEAL_DOCUMENT, a) for a in clause.acts]
        case Verb.SUSPEND | Verb.REVIVE:
            action = Action.SUSPEND if clause.verb is Verb.SUSPEND else Action.REVIVE
            out += [Draft(action, r.address, r.part, _cited(r), _through(r)) for r in clause.objects if not r.unclear]
            out += _unclear(r for r in clause.objects if r.unclear)
            out += [_whole(action, a) for a in clause.acts]
        case Verb.RENUMBER:
            out += _renumber(clause)
        case Verb.REPLACE if clause.acts and not clause.objects and not clause.by:
            out += [_whole(Action.REPLACE_DOCUMENT, a) for a in clause.acts]
        case Verb.SUBSTITUTE | Verb.REPLACE | Verb.CORRECT if clause.by or clause.by_act is not None:
            out += _by_annex(clause)
        case Verb.SUBSTITUTE | Verb.REPLACE | Verb.CORRECT:
            out += _unclear(r for r in clause.objects if r.unclear)
            out += _ranges(clause, payload)
            out += [_substitute(s, payload) for s in slots]
        case Verb.OVERLAY:
            made = [_substitute(s, payload) for s in slots]
            out += [replace(d, action=Action.OVERLAY) if d.action is Action.SUBSTITUTE else d for d in made]
            out += _unclear(r for r in clause.objects if r.unclear)
        case Verb.INSERT if not clause.words:
            out += _insert(clause, slots, payload, base)
    return out


# -- refused -------------------------------------------------------------------------------------------------------------
def _manual(ref: Ref | None, base: Address, refusal: Refusal, act: Cited | None = None) -> Draft:
    if ref is None:
        return Draft(Action.MANUAL, base, act=act, refusal=refusal)
    return Draft(Action.MANUAL, ref.address, ref.part, ref.act if isinstance(ref.act, Cited) else act, refusal=refusal)


def _first(clause: Clause) -> Ref | None:
    places = tuple(p for w in clause.words for p in w.places)
    return next(iter((*clause.at, *places) if clause.verb is Verb.INSERT else (*clause.objects, *clause.at, *places)), None)


def _not_understood(clause: Clause, base: Address) -> Draft:
    refusal = Refusal(
        Reason.NOT_UNDERSTOOD,
        f"these words of the command were not understood: {clause.unread}",
        found=clause.unread,
        remedy="enter the operation in the ledger",
    )
    return _manual(_first(clause), base, refusal)


def _described(clause: Clause, base: Address) -> list[Draft]:
    refusal = Refusal(
        Reason.DESCRIPTIVE,
        f"the change is described, not quoted: {clause.described}",
        found=clause.described,
        remedy="decide which words go, and enter the operation in the ledger",
    )
    made = [replace(_manual(r, base, refusal), described=clause.described, through=_through(r)) for r in clause.objects]
    made += [_manual(None, Address(), refusal, act) for act in clause.acts]
    return made or [_manual(None, base, refusal)]


def _unclear(refs: object) -> list[Draft]:
    return [
        _manual(
            r, Address(), Refusal(Reason.TARGET_AMBIGUOUS, r.unclear, found=r.address.vietnamese(), remedy="name the unit in the ledger")
        )
        for r in refs  # type: ignore[attr-defined]
    ]


def _mismatch(ref: Ref | None, base: Address, message: str, found: str, reason: Reason = Reason.LABEL_MISMATCH) -> Draft:
    return _manual(
        ref,
        base,
        Refusal(
            reason, message, expected=ref.address.vietnamese() if ref else "", found=found, remedy="compare the act with its official print"
        ),
    )


def _leftover(clauses: Sequence[Clause], payload: Payload, base: Address) -> list[Draft]:
    """Units of the quotation that no command names."""
    if not payload.extra:
        return []
    named = [r for c in clauses for r in (c.objects or c.at)]
    names = ", ".join(_name(u) for u in payload.extra)
    return [
        _mismatch(
            replace(named[-1], part=Part.WHOLE) if named else None,
            base,
            f"the quotation holds {names}, which the command does not name",
            " ¦ ".join((u.text or u.heading)[:120] for u in payload.extra),
        )
    ]


def _name(unit: Provision) -> str:
    return Address.of((unit.kind, unit.label)).vietnamese() if unit.label else f"a paragraph ({unit.text[:40]})"


# -- units ---------------------------------------------------------------------------------------------------------------
def _cited(ref: Ref) -> Cited | None:
    return ref.act if isinstance(ref.act, Cited) else None


def _through(ref: Ref) -> Address | None:
    return Address((*ref.address.steps[:-1], ref.through)) if ref.through else None


def _repeal(ref: Ref) -> Draft:
    if ref.titled:
        ref = replace(ref, unclear="the title of this unit or the whole of it: the list begins with a title")
    if ref.unclear:
        return _unclear([ref])[0]
    if ref.part is Part.HEADING and ref.steps[-1].kind in CONTAINERS:
        return Draft(Action.UNWRAP, ref.address, act=_cited(ref), through=_through(ref))
    return Draft(Action.REPEAL, ref.address, ref.part, _cited(ref), _through(ref))


def _whole(action: Action, act: Cited) -> Draft:
    """What is done to a whole act."""
    if not act.doubtful:
        return Draft(action, act=act)
    refusal = Refusal(
        Reason.TARGET_AMBIGUOUS,
        "this act may be meant, or may belong to the title of the act named in front of it",
        found=act.words,
        remedy="decide, and enter the operation in the ledger",
    )
    return Draft(Action.MANUAL, act=act, refusal=refusal)


def _renumber(clause: Clause) -> list[Draft]:
    objects, at = _one_by_one(clause.objects), _one_by_one(clause.at)
    problem = "" if len(objects) == len(at) and not any(r.through for r in (*objects, *at)) else "which unit takes which number is not said"
    if any(r.form for r in objects):
        problem = "a form takes the place of another, or only its number: not computed"
    if problem:
        return [_manual(_first(clause), Address(), Refusal(Reason.UNSUPPORTED, problem, remedy="enter each unit in the ledger"))]
    return [
        Draft(Action.RENUMBER, old.address, act=_cited(old), put=new.steps[-1].label) if not old.unclear else _unclear([old])[0]
        for old, new in zip(objects, at, strict=True)
    ]


def _one_by_one(refs: Sequence[Ref]) -> list[Ref]:
    """The units of a range whose ends are plain numbers ("khoản 5 đến khoản 15"); any other reference as it is."""
    out: list[Ref] = []
    for ref in refs:
        ends = [s.key for s in (ref.steps[-1], ref.through)] if ref.through and ref.steps else []
        if ends and all(e.isdigit() for e in ends) and int(ends[0]) < int(ends[1]):
            kind = ref.steps[-1].kind
            numbers = range(int(ends[0]), int(ends[1]) + 1)
            out += [replace(ref, steps=(*ref.steps[:-1], Step(kind, str(n))), through=None) for n in numbers]
        else:
            out.append(ref)
    return out


def _ranges(clause: Clause, payload: Payload | None) -> list[Draft]:
    return [
        _mismatch(r, Address(), "a range of units is replaced: the units are not named one by one", "", Reason.UNSUPPORTED)
        for r in clause.objects
        if r.through and not r.unclear
    ]


def _by_annex(clause: Clause) -> list[Draft]:
    """ "Thay thế Phụ lục I … bằng Phụ lục I ban hành kèm theo Thông tư này": the annex to put in stands in this act; the reader of the
    act adds it. Forms are no units of the tree."""
    out = []
    for n, ref in enumerate(clause.objects):
        by = clause.by[n] if n < len(clause.by) else (clause.by[0] if len(clause.by) == 1 and len(clause.objects) == 1 else None)
        draft = Draft(Action.SUBSTITUTE, ref.address, act=_cited(ref), put=str(by.address) if by else "")
        if ref.form or by is None or by.form or ref.through:
            draft = replace(
                draft,
                put="",
                refusal=Refusal(Reason.UNSUPPORTED, "a form is replaced by another: not computed", remedy="enter it in the ledger"),
            )
        out.append(draft)
    return out


def _substitute(slot: Slot, payload: Payload | None) -> Draft:
    ref = slot.ref
    if payload is None:
        return _mismatch(ref, Address(), "the words that are announced do not follow", "", Reason.PAYLOAD_MISSING)
    if not slot.filled:
        problem = slot.doubt or f"the quotation does not hold {ref.address.vietnamese()}"
        return _mismatch(ref, Address(), problem, ", ".join(_name(u) for u in payload.units))
    if ref.part is Part.HEADING:
        if ref.steps[-1].kind in (Kind.KHOAN, Kind.DIEM):
            return Draft(Action.SUBSTITUTE, ref.address, Part.LEAD, _cited(ref), payload=(Provision(Kind.DOAN, text=slot.words),))
        return Draft(Action.RETITLE, ref.address, Part.HEADING, _cited(ref), put=slot.words)
    if ref.part in (Part.LEAD, Part.TAIL):
        return Draft(Action.SUBSTITUTE, ref.address, ref.part, _cited(ref), payload=(Provision(Kind.DOAN, text=slot.words),))
    assert slot.unit is not None
    if slot.body:
        return Draft(Action.SUBSTITUTE, ref.address, Part.BODY, _cited(ref), payload=(slot.unit,))
    if ref.titled and slot.unit.kind is Kind.DIEU and not slot.unit.children:
        return Draft(Action.RETITLE, ref.address, Part.HEADING, _cited(ref), put=slot.unit.heading)
    if ref.titled and all(c.kind is Kind.DOAN for c in slot.unit.children):
        return _mismatch(ref, Address(), "the title of this unit or the whole of it", slot.unit.heading, Reason.TARGET_AMBIGUOUS)
    return Draft(Action.SUBSTITUTE, ref.address, act=_cited(ref), payload=(slot.unit,))


def _enclosed(clause: Clause, base: Address) -> list[Draft]:
    """ "Bổ sung Phụ lục V ban hành kèm theo Thông tư này": annexes of this act come into the other."""
    out = []
    for ref in clause.objects:
        whole = len(ref.steps) == 1 and ref.steps[0].kind is Kind.PHU_LUC and not ref.form and ref.through is None
        at = clause.at[0].address if clause.at else Address()
        draft = Draft(Action.INSERT, at, put=str(ref.address), position=clause.position if clause.at else Position.INTO)
        if not whole:
            refusal = Refusal(Reason.UNSUPPORTED, "a form of this act comes in: not computed", remedy="enter it in the ledger")
            draft = replace(draft, address=ref.address, put="", position=None, action=Action.MANUAL, refusal=refusal)
        out.append(draft)
    return out


def _insert(clause: Clause, slots: list[Slot], payload: Payload | None, base: Address) -> list[Draft]:
    if clause.by_act is not None and clause.by_act.own and payload is None:
        return _enclosed(clause, base)
    if payload is None:
        target = _first(clause) or next((s.ref for s in slots), None)
        return [_mismatch(target, base, "the words that are announced do not follow", "", Reason.PAYLOAD_MISSING)]
    if clause.at and any(r.unclear for r in clause.at):
        return _unclear(r for r in clause.at if r.unclear)
    if not slots:
        return _appended(clause, payload, base)
    if any(s.ref.unclear for s in slots) and not clause.at:
        return _unclear(s.ref for s in slots if s.ref.unclear)
    out: list[Draft] = []
    filled = [s for s in slots if s.filled]
    for slot in slots:
        if not slot.filled:
            anchor = clause.at[0] if clause.at else slot.ref
            out.append(
                _mismatch(
                    anchor, base, f"the quotation does not hold {slot.ref.address.vietnamese()}", ", ".join(_name(u) for u in payload.units)
                )
            )
    if not filled:
        return out
    units = tuple(s.unit if s.unit is not None else Provision(Kind.DOAN, text=s.words) for s in filled)
    if clause.at:
        at = clause.at[-1] if clause.position is Position.AFTER else clause.at[0]
        out.append(Draft(Action.INSERT, at.address, act=_cited(at), payload=units, position=clause.position, within=at.container))
        return out
    # No place is said: the label tells ("Bổ sung khoản 9 Điều 3").
    groups: dict[Address, list[Provision]] = {}
    acts: dict[Address, Cited | None] = {}
    for slot, unit in zip(filled, units, strict=True):
        receiver = slot.ref.address.parent
        groups.setdefault(receiver, []).append(unit)
        acts[receiver] = _cited(slot.ref)
    for receiver, members in groups.items():
        out.append(Draft(Action.INSERT, receiver, act=acts[receiver], payload=tuple(members), position=Position.INTO))
    return out


def _appended(clause: Clause, payload: Payload, base: Address) -> list[Draft]:
    """Words without a label: "Bổ sung vào cuối khoản 1 Điều 2 như sau: …", "Bổ sung một số khoản vào Điều 5 như sau: …"."""
    at = clause.at[0] if clause.at else None
    units = tuple(payload.units)
    payload.extra.clear()
    if at is None and not base:
        return [_mismatch(None, base, "where the units go is not said", ", ".join(map(_name, units)), Reason.TARGET_AMBIGUOUS)]
    address, act = (at.address, _cited(at)) if at else (base, None)
    if all(u.kind is Kind.DOAN for u in units) and clause.position in (None, Position.INTO):
        return [_mismatch(at, base, "a paragraph comes in without a place", units[0].text if units else "", Reason.TARGET_AMBIGUOUS)]
    if len(units) == 1 and units[0].kind is Kind.DOAN and units[0].text[:1].islower() and clause.position in (Position.END, Position.START):
        place = Place.END if clause.position is Position.END else Place.START
        return [Draft(Action.INSERT_TEXT, address, act=act, put=units[0].text, place=place)]
    return [Draft(Action.INSERT, address, act=act, payload=units, position=clause.position or Position.INTO)]


_LONG = 12  # words: a name or a term is shorter


def _sentence(words: str) -> bool:
    """Whether quoted words are a sentence of their own, not words that go on with one."""
    return words[:1].isupper() and (words.endswith(".") or len(words.split()) > _LONG)


# -- words ---------------------------------------------------------------------------------------------------------------
def _words(clause: Clause, change: Words, base: Address) -> list[Draft]:
    action = {
        Verb.INSERT: Action.INSERT_TEXT,
        Verb.REPEAL: Action.DELETE_TEXT,
    }.get(clause.verb, Action.REPLACE_TEXT)
    draft = Draft(action, find=change.find, put=change.put, anchor=change.anchor, place=change.place)
    if clause.verb is Verb.INSERT and change.place is Place.END and not change.anchor and _sentence(change.put):
        problem = "a sentence comes in at the end: in the last paragraph or as a new one is not said"
        return [_mismatch(r, base, problem, change.put, Reason.TARGET_AMBIGUOUS) for r in change.places or (None,)]
    if clause.verb is Verb.INSERT and change.place is None:
        return [_mismatch(_first(clause), base, f"where “{change.put}” goes is not said", "", Reason.TARGET_AMBIGUOUS)]
    if change.places:
        out = []
        for ref in change.places:
            if ref.unclear:
                out += _unclear([ref])
            else:
                out.append(replace(draft, address=ref.address, part=ref.part, act=_cited(ref), through=_through(ref)))
        return out
    if change.whole or base:
        return [replace(draft, address=Address() if change.whole else base)]
    refusal = Refusal(
        Reason.TARGET_AMBIGUOUS,
        "the command does not say where the words stand",
        found=change.find or change.put,
        remedy="name the units in the ledger",
    )
    return [replace(draft, action=Action.MANUAL, refusal=refusal)]


def place_of(sentence: Sentence, base: Address) -> list[Ref]:
    """The places a line below a frame names ("a) Khoản 1 Điều 69 và điểm a khoản 1 Điều 70 của Luật …")."""
    return complete([replace(r, role=Role.PLACE) for r in sentence.scope], base)
