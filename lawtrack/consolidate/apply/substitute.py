"""SUBSTITUTE: a unit, or a part of it, is replaced by the words of the act. OVERLAY does the same for a time."""

from __future__ import annotations

from dataclasses import replace

from lawtrack.consolidate.apply.insert import insert
from lawtrack.consolidate.apply.inside import replaced_inside, words_of
from lawtrack.consolidate.apply.recast import recast
from lawtrack.consolidate.apply.retitle import retitle
from lawtrack.consolidate.identity import heir, newborn, restated, touched
from lawtrack.consolidate.match import same_label
from lawtrack.consolidate.resolve import locate
from lawtrack.consolidate.scene import Done, Result, Scene, Spot, called, missing
from lawtrack.consolidate.tree import Tree, key, unlabelled
from lawtrack.law.address import kind_name
from lawtrack.law.enclosures import unbounded
from lawtrack.law.message import Message
from lawtrack.law.operation import Action, Operation, Part, Position
from lawtrack.law.provision import CONTAINERS, ENCLOSED, UNLABELLED, Kind, Provision, State
from lawtrack.law.refusal import Reason, Refusal
from lawtrack.text.labels import follows

_IN_ROWS = (Kind.KHOAN, Kind.DIEM, Kind.TIET)


def substitute(scene: Scene, operation: Operation) -> Result:
    """The payload in the place of the target: the whole unit, its heading, its opening paragraph (numbered units below it stay), or
    its closing paragraph."""
    if not operation.payload:
        return Refusal(Reason.PAYLOAD_MISSING, Message("the new words are missing"), expected=operation.target.address.vietnamese())
    if len(operation.payload) > 1 or operation.target.through is not None:
        return recast(scene, operation)
    spot = locate(scene, operation)
    if isinstance(spot, Refusal):
        supplement = _supplement(scene, operation) if spot.reason is Reason.TARGET_MISSING else None
        return insert(scene, supplement) if supplement is not None else spot
    if spot.unit.repealed:
        return Refusal(
            Reason.TARGET_REPEALED,
            Message("{place:address} is repealed; an amendment of it has nothing to replace", place=operation.target.address),
            expected=operation.target.address.vietnamese(),
            remedy=Message("an act that restores a repealed unit says so; add the operation by hand if this one does"),
        )
    if not spot.path:
        return Refusal(Reason.TARGET_MISSING, Message("the whole act cannot be replaced by a quotation"))
    new = operation.payload[0]
    if spot.inner:
        return replaced_inside(scene, operation, spot, new)
    part = operation.target.part if operation.target.part is not Part.WHOLE else spot.part
    match part:
        case Part.HEADING:
            return retitle(scene, replace(operation, put=operation.put or new.heading or new.text))
        case Part.LEAD:
            return _lead(scene, operation, spot, new)
        case Part.TAIL:
            return _tail(scene, operation, spot, new)
        case Part.BODY:
            if (unlike := _other_body(spot.unit, new, operation)) is not None:
                return unlike
            new = replace(new, heading=spot.unit.heading)
    if spot.unit.kind is new.kind and new.kind in (Kind.PHU_LUC, Kind.MAU):
        if (open_ended := end_unknown(scene.now, spot, operation)) is not None:
            return open_ended
        if not same_label(new.kind, key(new.label), key(spot.unit.label)):
            # "Thay thế Mẫu số 05 … bằng Mẫu số 39 ban hành kèm theo Thông tư này": the number stays, as of every unit that is replaced
            new = replace(new, label=spot.unit.label, mark=spot.unit.mark)
    elif (wrong := _mismatch(spot.unit, new, operation)) is not None:
        return wrong
    if new.kind is not spot.unit.kind:
        # A clause that an old act or an annex calls by another name keeps its own kind.
        new = replace(new, kind=spot.unit.kind)
    if spot.unit.kind in UNLABELLED:
        after = replace(newborn(new, operation, scene.now.address(spot.path)), uid=spot.unit.uid)
        after = replace(after, causes=(*spot.unit.causes, operation.id))
    else:
        after = heir(spot.unit, new, operation, scene.now.address(spot.path), scene.held)
        after = replace(after, label=spot.unit.label if key(after.label) == key(spot.unit.label) else after.label)
    if still_suspended(scene, spot):
        after = restated(after, State.SUSPENDED)
    return Done(scene.now.replaced(spot.path, after), scene.now.address(spot.path), (spot.unit,), (after,))


def still_suspended(scene: Scene, spot: Spot) -> bool:
    """Whether new words in the place of a unit are of no effect yet: what it stands in is suspended, or it is until a stated day. What is
    suspended until a new rule comes has it in the new words."""
    if spot.unit.state is not State.SUSPENDED:
        return False
    return scene.now.parent(spot.path).state is State.SUSPENDED or bool(scene.held.intersection(spot.unit.causes))


def _supplement(scene: Scene, operation: Operation) -> Operation | None:
    """The operation as an insertion, where the unit to replace is the next one behind the last of its row, and the same command has just
    replaced or brought in that last one. "Sửa đổi, bổ sung các khoản 3, 4 và 5 Điều 9" amends the clauses which the article has and
    supplements it with those it has not; the numbers, which run on without a gap (Decree 78/2025/NĐ-CP, article 63), say where."""
    target, unit = operation.target, operation.payload[0]
    wanted = target.address.last
    if operation.action is not Action.SUBSTITUTE or target.part is not Part.WHOLE or wanted is None or wanted.kind not in _IN_ROWS:
        return None
    if any(key(m.old) == key(wanted.label) for m in scene.moved):
        return None  # a unit that bore the number may stand elsewhere now
    holder = locate(scene, operation, target.address.parent)
    if isinstance(holder, Refusal) or not holder.unit.children:
        return None
    last = holder.unit.children[-1]
    by = last.causes[-1] if last.causes else ""
    if (
        (last.kind, unit.kind) != (wanted.kind, wanted.kind)
        or key(unit.label) != key(wanted.label)
        or not follows(key(last.label), key(unit.label))
        or by.rpartition("/")[0] != operation.id.rpartition("/")[0]
    ):
        return None
    return replace(operation, action=Action.INSERT, position=Position.INTO, target=replace(target, address=target.address.parent))


def end_unknown(tree: Tree, spot: Spot, operation: Operation) -> Refusal | None:
    """The refusal where it is not certain which words an annex or a form holds."""
    problem = unbounded(tree.parent(spot.path), spot.unit) if spot.unit.kind in (Kind.PHU_LUC, Kind.MAU) and spot.path else None
    if problem is None:
        return None
    return Refusal(
        Reason.TARGET_AMBIGUOUS,
        Message("where {place:address} ends is not certain: {problem}", place=operation.target.address, problem=problem),
        expected=operation.target.address.vietnamese(),
        remedy=Message("compare the act with its official print, and enter the operation in the ledger"),
    )


def _mismatch(old: Provision, new: Provision, operation: Operation) -> Refusal | None:
    """The quotation's label has to be the label of the unit it replaces (as it is numbered now); a row takes the place of a row with as
    many cells."""
    if (old.kind is Kind.HANG) is not (new.kind is Kind.HANG) or len(old.cells) != len(new.cells):
        return Refusal(
            Reason.LABEL_MISMATCH,
            Message(
                "{place:address} has {old} cells, the quotation has {new}",
                place=operation.target.address,
                old=len(old.cells),
                new=len(new.cells),
            ),
            expected=called(old),
            found=" | ".join(new.cells) or called(new),
        )
    if unlabelled(old) or unlabelled(new):
        alike = unlabelled(old) and unlabelled(new) and (old.kind is Kind.BANG) is (new.kind is Kind.BANG)
    else:
        alike = key(old.label) == key(new.label) and (
            old.kind is new.kind or not {old.kind, new.kind} & {Kind.DIEU, *CONTAINERS, *ENCLOSED}
        )
    if alike:
        return None
    return Refusal(
        Reason.LABEL_MISMATCH,
        Message("the command names {place:address}, the quotation is “{words}”", place=operation.target.address, words=called(new)),
        expected=called(old),
        found=called(new),
        remedy=Message("correct the label in the source if it is a misprint, or decide the operation in the ledger"),
    )


def _other_body(old: Provision, new: Provision, operation: Operation) -> Refusal | None:
    """Words quoted without the title of their article take the place of all it holds where they cannot mean less: of unnumbered
    paragraphs, or of clauses when no fewer clauses are quoted, counted up from 1."""
    if old.kind is Kind.DIEU and old.children and not old.text:
        if all(c.kind is Kind.DOAN for c in old.children):
            return None
        clauses = all(c.kind is Kind.KHOAN for u in (old, new) for c in u.children)
        if clauses and len(new.children) >= len(old.children):
            return None
    return Refusal(
        Reason.LABEL_MISMATCH,
        Message(
            "the quotation has neither label nor title: whether it is the whole of {place:address} is not said",
            place=operation.target.address,
        ),
        expected=", ".join(called(c) for c in old.children) or called(old),
        found=", ".join(called(c) for c in new.children),
    )


def front(unit: Provision) -> list[int]:
    """The positions of the paragraphs in front of the first numbered unit."""
    out: list[int] = []
    for i, child in enumerate(unit.children):
        if child.kind is not Kind.DOAN:
            break
        out.append(i)
    return out


def _lead(scene: Scene, operation: Operation, spot: Spot, new: Provision) -> Result:
    address = scene.now.address(spot.path)
    if new.children:
        return Refusal(
            Reason.PAYLOAD_UNREADABLE,
            Message("the opening paragraph is to be replaced, and the quotation holds numbered units too"),
            found=", ".join(called(c) for c in new.children),
        )
    if new.label and not unlabelled(new) and key(new.label) != key(spot.unit.label):
        return _mismatch(spot.unit, new, operation) or missing(operation, Message("the quotation's label is not the unit's"))
    words = words_of(new, spot.unit)
    if spot.unit.text or spot.unit.kind in (Kind.KHOAN, Kind.DIEM, Kind.TIET, Kind.GACH, Kind.DOAN):
        after = touched(spot.unit, operation, text=words)
        return Done(scene.now.replaced(spot.path, after), address, (spot.unit,), (after,))
    leads = front(spot.unit)
    numbered = len(leads) < len(spot.unit.children)
    if not leads:
        return missing(operation, Message("{place:address} has no opening paragraph", place=address), found=_kinds(spot.unit))
    if numbered and len(leads) > 1:
        return Refusal(
            Reason.TARGET_AMBIGUOUS,
            Message("{place:address} has {n} paragraphs in front of its first numbered unit", place=address, n=len(leads)),
            remedy=Message("name the paragraph by its ordinal in the ledger"),
        )
    return _paragraph(scene, operation, (*spot.path, leads[0]), words)


def _tail(scene: Scene, operation: Operation, spot: Spot, new: Provision) -> Result:
    paragraphs = [i for i, c in enumerate(spot.unit.children) if c.kind is Kind.DOAN]
    last = len(spot.unit.children) - 1
    if not paragraphs or paragraphs[-1] != last:
        return missing(
            operation, Message("{place:address} has no closing paragraph", place=scene.now.address(spot.path)), found=_kinds(spot.unit)
        )
    return _paragraph(scene, operation, (*spot.path, last), words_of(new, spot.unit))


def _paragraph(scene: Scene, operation: Operation, path: tuple[int, ...], words: str) -> Result:
    old = scene.now.at(path)
    after = touched(old, operation, text=words)
    return Done(scene.now.replaced(path, after), scene.now.address(path), (old,), (after,))


def _kinds(unit: Provision) -> str:
    return ", ".join(dict.fromkeys(kind_name(c.kind) for c in unit.children))
