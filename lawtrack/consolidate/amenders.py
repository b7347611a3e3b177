"""Operations on operations: an act that repeals, suspends, changes or corrects a provision of an amending act.

Before the provision's own effect its commands are dropped, held back or put right. After it the law gives no rule for what becomes of the
words they brought ("Bãi bỏ Điều 5 của Luật … số 35/2018/QH14"): the amending act's own text changes, and its consequence is asked.
"""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass, field, replace
from datetime import date

from lawtrack.consolidate.apply.words import corrected
from lawtrack.consolidate.tree import sort_key
from lawtrack.law.effect import Effect, Event
from lawtrack.law.message import Message
from lawtrack.law.operation import Action, Operation, Part, Position, Target
from lawtrack.law.refusal import Reason, Refusal
from lawtrack.text.numbers import same_key
from lawtrack.text.phrase import find_phrase

_ENDING = frozenset({Action.REPEAL, Action.REPEAL_DOCUMENT, Action.REPLACE_DOCUMENT})
_WORDS = frozenset({Action.REPLACE_TEXT, Action.DELETE_TEXT, Action.INSERT_TEXT, Action.CORRECT})
_CHANGING = frozenset({Action.SUBSTITUTE, Action.RETITLE, Action.OVERLAY, *_WORDS})


@dataclass
class Settled:
    """What operations on operations come to, by position of the operation.

    refused    operations that never apply, and why
    put_right  operations as they read after an erratum
    asked      (operation on the amender, operation it may undo)
    held       (suspension, operation whose units are suspended)
    errata     errata that put right an operation, with the operation
    added      (insertion into the provision that commands, operation that stands there)
    waiting    operations that a suspension makes wait, with their own effect
    ended      the day on which the provision that commands an operation was repealed
    """

    refused: dict[int, Refusal] = field(default_factory=dict)
    put_right: dict[int, Operation] = field(default_factory=dict)
    asked: list[tuple[int, int]] = field(default_factory=list)
    held: list[tuple[int, int]] = field(default_factory=list)
    errata: list[tuple[int, int]] = field(default_factory=list)
    added: list[tuple[int, int]] = field(default_factory=list)
    waiting: dict[int, Effect] = field(default_factory=dict)
    ended: dict[int, date] = field(default_factory=dict)


def settle(operations: Sequence[Operation], issued: dict[str, date | None], amending: Collection[str] = ()) -> Settled:
    """The account of every operation whose target is the provision of an act that commands. `amending` are the keys of the acts whose
    whole business is to amend: only of these the end of the whole act raises a question; an ordinary act that is replaced leaves what
    its closing article did to others as it is."""
    by_act: dict[str, list[int]] = {}
    for i, operation in enumerate(operations):
        by_act.setdefault(same_key(operation.origin.document), []).append(i)
    metas = [
        i
        for i, m in enumerate(operations)
        if m.refusal is None
        and m.target.document
        and same_key(m.target.document) in by_act
        and same_key(m.target.document) != same_key(m.origin.document)
        and m.action in _ENDING | _CHANGING | {Action.SUSPEND, Action.REVIVE, Action.INSERT}
    ]
    upon: dict[str, list[int]] = {}
    for m in metas:
        upon.setdefault(same_key(operations[m].target.document), []).append(m)

    def rank(i: int) -> tuple[date, date, str, int, str]:
        m = operations[i]
        act = same_key(m.origin.document)
        return (m.effect.first_day or date.max, issued.get(act) or date.max, act, m.order, m.id)

    settled = Settled()
    seen: set[int] = set()

    def visit(m: int) -> None:
        """What others do to the command of `m` is settled before `m` is."""
        if m in seen:
            return
        seen.add(m)
        for n in sorted(upon.get(same_key(operations[m].origin.document), ()), key=rank):
            if _covers(operations[n].target, operations[m]):
                visit(n)
        if m in settled.refused:
            return
        meta = settled.put_right.get(m, operations[m])
        act = same_key(meta.target.document)
        for i in by_act[act]:
            operation = settled.put_right.get(i, operations[i])
            if operation.origin.language != meta.origin.language:
                continue
            if meta.action is Action.INSERT:
                if act in amending and _beside(meta, operation):
                    settled.added.append((m, i))
                continue
            if (i in settled.refused and i not in settled.waiting) or not _covers(meta.target, operation):
                continue
            day = meta.effect.first_day
            if i in settled.ended and meta.action is not Action.CORRECT and day is not None and settled.ended[i] < day:
                continue  # the provision was gone by then: the amending act's own text refuses it
            if meta.action in _ENDING and day is not None:
                settled.ended.setdefault(i, day)
            lasting = operation.action in (Action.OVERLAY, Action.SUSPEND)
            if meta.target.address or act in amending or lasting or _early(day, operation.effect.first_day):
                _settle(settled, m, i, meta, operation)

    for m in sorted(metas, key=rank):
        visit(m)
    return settled


def _beside(meta: Operation, operation: Operation) -> bool:
    """Whether an insertion comes in where the operation's command stands: beside it, or into the same provision."""
    target = meta.target.address
    holder = target.parent if meta.position in (Position.AFTER, Position.BEFORE) else target
    return bool(holder) and operation.origin.address.within(holder) and operation.target.document != meta.target.document


def _covers(target: Target, operation: Operation) -> bool:
    """Whether the operation's command stands in the target."""
    address = operation.origin.address
    if target.through:
        first, last = target.address.last, target.through.last
        depth = len(target.address)
        step = address.steps[depth - 1] if len(address) >= depth else None
        return bool(
            step
            and first
            and last
            and address.steps[: depth - 1] == target.address.steps[:-1]
            and step.kind is first.kind
            and sort_key(first.key) <= sort_key(step.key) <= sort_key(last.key)
        )
    if target.part in (Part.LEAD, Part.TAIL):
        return False
    if target.part is Part.HEADING:
        return address == target.address
    return address.within(target.address)


def _settle(settled: Settled, m: int, i: int, meta: Operation, operation: Operation) -> None:
    day, start = meta.effect.first_day, operation.effect.first_day
    if meta.action is Action.CORRECT or meta.action in _WORDS:
        _words(settled, m, i, meta, operation, early=meta.action is Action.CORRECT or _early(day, start))
        return
    if day is None:
        return
    early = _early(day, start)
    if meta.action is Action.REVIVE:
        _revive(settled, m, i, day, operation)
    elif meta.action is Action.SUSPEND:
        if early and (operation.action is not Action.INSERT or start is None or day < start):
            settled.refused[i] = _refusal(
                meta, Message("{place:address} of {act} suspends the provision that commands this before it takes effect", **_who(meta))
            )
            _resume(settled, i, meta, operation)
        elif operation.action in (Action.INSERT, Action.SUBSTITUTE):
            settled.held.append((m, i))
        else:
            settled.asked.append((m, i))
    elif early:
        repealed = Message("{place:address} of {act} repeals the provision that commands this before it takes effect", **_who(meta))
        replaced = Message("{place:address} of {act} replaces the provision that commands this before it takes effect", **_who(meta))
        settled.refused[i] = _refusal(meta, repealed if meta.action in _ENDING else replaced)
        settled.waiting.pop(i, None)
    else:
        settled.asked.append((m, i))


def _early(day: date | None, start: date | None) -> bool:
    """Whether the change of the command comes before, or with, the command's own effect."""
    return day is not None and (start is None or day <= start)


def _resume(settled: Settled, i: int, meta: Operation, operation: Operation) -> None:
    """A command suspended before its effect takes effect when the suspension ends on a known day, and never before its own day."""
    settled.waiting.setdefault(i, operation.effect)
    if isinstance(meta.effect.end, date):
        del settled.refused[i]
        start = operation.effect.first_day
        if start is not None and start < meta.effect.end:
            settled.put_right[i] = replace(operation, effect=replace(operation.effect, start=meta.effect.end))
    elif isinstance(meta.effect.end, Event):
        del settled.refused[i]
        settled.put_right[i] = replace(operation, effect=Effect(start=meta.effect.end, scope=operation.effect.scope))


def _revive(settled: Settled, m: int, i: int, day: date, operation: Operation) -> None:
    """A command that waited takes effect when its suspension is ended; what one suspended after its effect has brought is asked."""
    if i in settled.waiting:
        effect = settled.waiting.pop(i)
        settled.refused.pop(i, None)
        own = effect.first_day
        settled.put_right[i] = replace(operation, effect=effect if own and own > day else replace(effect, start=day))
    elif any(j == i for _, j in settled.held):
        settled.asked.append((m, i))


def _words(settled: Settled, m: int, i: int, meta: Operation, operation: Operation, early: bool) -> None:
    """Words changed inside a command: its quotation is put right; a change of the command itself is for an editor."""
    if meta.action is Action.INSERT_TEXT:
        said = (*_texts(operation), operation.find, operation.put, operation.anchor, operation.origin.text)
        if not meta.anchor or any(find_phrase(words, meta.anchor) for words in said):
            _for_editor(settled, m, i, meta, early)
        return
    if not meta.find:
        if meta.payload and early:
            settled.refused[i] = _refusal(meta, Message("{place:address} of {act} restates the provision that commands this", **_who(meta)))
        elif meta.payload:
            settled.asked.append((m, i))
        return
    payload = tuple(corrected(u, meta) for u in operation.payload)
    words = {name: new for name in ("find", "put", "anchor") if (new := _word(getattr(operation, name), meta)) is not None}
    if any(payload) or words:
        if early:
            settled.put_right[i] = replace(
                operation,
                payload=tuple(new or old for new, old in zip(payload, operation.payload, strict=True)),
                find=words.get("find", operation.find),
                put=words.get("put", operation.put),
                anchor=words.get("anchor", operation.anchor),
            )
            settled.errata.append((m, i))
        else:
            settled.asked.append((m, i))
    elif meta.put and any(find_phrase(words, meta.put) for words in (*_texts(operation), operation.find, operation.put)):
        return  # put right already
    elif find_phrase(operation.origin.text, meta.find):
        _for_editor(settled, m, i, meta, early)


def _for_editor(settled: Settled, m: int, i: int, meta: Operation, early: bool) -> None:
    if early:
        settled.refused[i] = _refusal(meta, Message("{place:address} of {act} changes the words of this command", **_who(meta)))
    else:
        settled.asked.append((m, i))


def _texts(operation: Operation) -> list[str]:
    return [words for unit in operation.payload for part in unit.walk() for words in (part.heading, part.text) if words]


def _word(words: str, meta: Operation) -> str | None:
    """Quoted words with the change of `meta` made, None where it makes none (or has been made)."""
    there = find_phrase(words, meta.put) if meta.put else []
    spans = [s for s in find_phrase(words, meta.find) if not any(a <= s[0] and s[1] <= b for a, b in there)]
    for start, end in reversed(spans):
        words = words[:start] + meta.put + words[end:]
    return words if spans else None


def _who(meta: Operation) -> dict[str, object]:
    return {"place": meta.origin.address, "act": meta.origin.document}


def _refusal(meta: Operation, message: Message) -> Refusal:
    return Refusal(Reason.AMENDER_CHANGED, message, found=meta.origin.text, others=(meta.id,))


def question(meta: Operation, undone: Sequence[Operation]) -> Refusal:
    """What an editor is asked when a command is repealed or changed after it has taken effect."""
    names = "; ".join(dict.fromkeys(o.target.address.vietnamese() for o in undone[:6]))
    return Refusal(
        Reason.AMENDER_CHANGED,
        Message(
            "{act} changes a provision of {amender} after it has taken effect: whether the words it brought stay is for an editor",
            act=meta.origin.document,
            amender=meta.target.document,
        ),
        found=names,
        remedy=Message("add operations to the ledger that say what now holds, or accept the text as it stands"),
        others=tuple(o.id for o in undone),
    )


def addition(meta: Operation, beside: Sequence[Operation]) -> Refusal:
    """What an editor is asked when a provision comes in among the commands of an amending act."""
    return Refusal(
        Reason.AMENDER_CHANGED,
        Message(
            "{act} adds to a provision of {amender} that amends this act: what the new words command here is for an editor",
            act=meta.origin.document,
            amender=meta.target.document,
        ),
        found=meta.origin.text,
        remedy=Message("add operations to the ledger that say what the new provision commands, or accept the text as it stands"),
        others=tuple(o.id for o in beside),
    )
