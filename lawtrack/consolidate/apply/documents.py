"""REPLACE_DOCUMENT, REPEAL_DOCUMENT, and suspension and revival of an act as a whole. The text stays readable."""

from __future__ import annotations

from lawtrack.consolidate.scene import Done, Result, Scene
from lawtrack.law.message import Message
from lawtrack.law.operation import Operation
from lawtrack.law.provision import State
from lawtrack.law.refusal import Reason, Refusal


def end_document(scene: Scene, operation: Operation) -> Result:
    """The act expires."""
    if scene.whole is State.REPEALED:
        return Refusal(Reason.TARGET_REPEALED, Message("{act} has expired already", act=operation.target.document))
    return Done(scene.now, operation.target.address, whole=State.REPEALED)


def suspend_document(scene: Scene, operation: Operation) -> Result:
    """The act is of no effect for a time."""
    if scene.whole is State.REPEALED:
        return Refusal(Reason.TARGET_REPEALED, Message("{act} has expired, and nothing is left to suspend", act=operation.target.document))
    return Done(scene.now, operation.target.address, whole=State.SUSPENDED)


def revive_document(scene: Scene, operation: Operation) -> Result:
    """The act is in force again."""
    if scene.whole is State.IN_FORCE:
        return Refusal(Reason.TARGET_MISSING, Message("{act} is neither suspended nor expired", act=operation.target.document))
    return Done(scene.now, operation.target.address, whole=State.IN_FORCE)
