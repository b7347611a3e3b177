"""Applying one operation to one tree: one action a module. Each gives a new tree or a refusal, never half of one."""

from __future__ import annotations

from collections.abc import Callable

from lawtrack.consolidate.apply.correct import correct
from lawtrack.consolidate.apply.documents import end_document
from lawtrack.consolidate.apply.enact import enact
from lawtrack.consolidate.apply.insert import insert
from lawtrack.consolidate.apply.note import replaced_note, speaks_of_note
from lawtrack.consolidate.apply.overlay import overlay
from lawtrack.consolidate.apply.renumber import renumber
from lawtrack.consolidate.apply.repeal import repeal
from lawtrack.consolidate.apply.retitle import retitle
from lawtrack.consolidate.apply.substitute import substitute
from lawtrack.consolidate.apply.suspend import revive, suspend
from lawtrack.consolidate.apply.unwrap import unwrap
from lawtrack.consolidate.apply.words import delete_text, insert_text, replace_text
from lawtrack.consolidate.scene import Result, Scene
from lawtrack.law.message import Message
from lawtrack.law.operation import Action, Operation, Part
from lawtrack.law.provision import INNER
from lawtrack.law.refusal import Reason, Refusal

_ACTIONS: dict[Action, Callable[[Scene, Operation], Result]] = {
    Action.ENACT: enact,
    Action.SUBSTITUTE: substitute,
    Action.OVERLAY: overlay,
    Action.INSERT: insert,
    Action.REPEAL: repeal,
    Action.RETITLE: retitle,
    Action.REPLACE_TEXT: replace_text,
    Action.DELETE_TEXT: delete_text,
    Action.INSERT_TEXT: insert_text,
    Action.RENUMBER: renumber,
    Action.UNWRAP: unwrap,
    Action.REPLACE_DOCUMENT: end_document,
    Action.REPEAL_DOCUMENT: end_document,
    Action.SUSPEND: suspend,
    Action.REVIVE: revive,
    Action.CORRECT: correct,
}
_NOTES = frozenset({Action.SUBSTITUTE, Action.OVERLAY, Action.REPEAL})
# What can be done to a sentence or a cell.
_INSIDE = frozenset(
    {
        Action.SUBSTITUTE,
        Action.OVERLAY,
        Action.INSERT,
        Action.REPEAL,
        Action.REPLACE_TEXT,
        Action.DELETE_TEXT,
        Action.INSERT_TEXT,
        Action.CORRECT,
    }
)


def apply(scene: Scene, operation: Operation) -> Result:
    """What the operation makes of the act in `scene`."""
    action = _ACTIONS.get(operation.action)
    if action is None:
        return Refusal(Reason.UNSUPPORTED, Message("no text changes by such an operation"))
    if speaks_of_note(operation.target.address):
        if operation.action in _NOTES:
            return replaced_note(scene, operation)
        if operation.action not in _INSIDE or operation.action is Action.INSERT:
            return Refusal(Reason.UNSUPPORTED, Message("a note is replaced, repealed, or changed in its words"))
    renamed = operation.action is Action.RETITLE and operation.target.address.steps[-1:] and operation.target.part is Part.HEADING
    if any(s.kind in INNER for s in operation.target.address.steps) and operation.action not in _INSIDE and not renamed:
        return Refusal(Reason.UNSUPPORTED, Message("a sentence or a cell is no unit that such an operation acts on"))
    return action(scene, operation)


__all__ = ["apply"]
