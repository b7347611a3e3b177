"""SUBSTITUTE, REPEAL and INSERT of what stands inside the words of a unit: a sentence, the cell of a row."""

from __future__ import annotations

import re
from dataclasses import replace

from lawtrack.consolidate.identity import touched
from lawtrack.consolidate.scene import Done, Result, Scene, Spot, called, excerpt
from lawtrack.law.message import Message
from lawtrack.law.operation import Operation, Position
from lawtrack.law.plain import mark_of
from lawtrack.law.provision import Kind, Provision
from lawtrack.law.refusal import Reason, Refusal
from lawtrack.text.phrase import tidy_gap

_ENDS = (".", "!", "?", ";", ":", "…")


def words_of(payload: Provision, unit: Provision) -> str:
    """The words of a quoted paragraph, without the unit's own label where the quotation repeats it."""
    text = payload.text or payload.heading
    mark = mark_of(replace(unit, heading="."))
    label = re.escape(unit.label)
    pattern = rf"^(?:{re.escape(mark)}|{label}\s*[.)/:-]|(?:Điều|Khoản|Điểm)\s+{label}[.:)]?)\s+"
    return re.sub(pattern, "", text) if unit.label else text


def replaced_inside(scene: Scene, operation: Operation, spot: Spot, new: Provision) -> Result:
    """The quoted words in the place of the sentence, whose mark stays where the quotation leaves it out, or of the cell."""
    if (odd := _not_words(new)) is not None:
        return odd
    words = words_of(new, spot.unit)
    if spot.cell is not None:
        cells = spot.unit.cells
        return _done(scene, operation, spot, cells=(*cells[: spot.cell], words, *cells[spot.cell + 1 :]))
    assert spot.span is not None
    start, end = spot.span
    old = spot.unit.text
    if old[end - 1 : end] in _ENDS and not words.endswith(_ENDS):
        words += old[end - 1]
    return _done(scene, operation, spot, text=old[:start] + words + old[end:])


def deleted_inside(scene: Scene, operation: Operation, spot: Spot) -> Result:
    """The paragraph without the sentence. One that is all the paragraph says, and a cell, cannot go."""
    if spot.span is None:
        return Refusal(Reason.UNSUPPORTED, Message("a cell cannot go out of its row"), found=" | ".join(spot.unit.cells))
    start, end = spot.span
    old = spot.unit.text
    if not (old[:start] + old[end:]).strip():
        return Refusal(
            Reason.TARGET_AMBIGUOUS,
            Message("the sentence is all that {place:address} says", place=operation.target.address.parent),
            found=excerpt(old),
        )
    return _done(scene, operation, spot, text=tidy_gap(old[:start] + old[end:], start))


def inserted_inside(scene: Scene, operation: Operation, spot: Spot) -> Result:
    """The quoted sentences behind or in front of the sentence."""
    if spot.span is None or operation.position not in (Position.AFTER, Position.BEFORE):
        return Refusal(Reason.UNSUPPORTED, Message("words come in behind or in front of a sentence"), found=excerpt(spot.unit.text))
    for unit in operation.payload:
        if (odd := _not_words(unit)) is not None:
            return odd
    words = " ".join(words_of(u, spot.unit) for u in operation.payload)
    start, end = spot.span
    old = spot.unit.text
    after = operation.position is Position.AFTER
    if after and not old[start:end].endswith((".", "!", "?")):
        return Refusal(
            Reason.TARGET_AMBIGUOUS,
            Message("{place:address} does not end like a sentence that another can follow", place=operation.target.address),
            found=excerpt(old[start:end]),
        )
    words += "" if words.endswith((".", "!", "?")) else "."
    text = f"{old[:end]} {words}{old[end:]}" if after else f"{old[:start]}{words} {old[start:]}"
    return _done(scene, operation, spot, text=text)


def _not_words(new: Provision) -> Refusal | None:
    if not new.children and not new.cells and new.kind in (Kind.DOAN, Kind.KHOAN, Kind.DIEM, Kind.GACH) and (new.text or new.heading):
        return None
    found = ", ".join(called(c) for c in new.children) or called(new)
    return Refusal(Reason.PAYLOAD_UNREADABLE, Message("a sentence or a cell is to be replaced, and the quotation holds units"), found=found)


def _done(scene: Scene, operation: Operation, spot: Spot, **words: object) -> Done:
    after = touched(spot.unit, operation, **words)
    return Done(scene.now.replaced(spot.path, after), scene.now.address(spot.path), (spot.unit,), (after,))
