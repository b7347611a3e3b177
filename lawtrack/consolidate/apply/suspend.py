"""SUSPEND and REVIVE: words that stay, and are of no effect for a time (Law 64/2025/QH15, article 56). A suspension with an end needs no
revival: from its end on the text is built without it."""

from __future__ import annotations

from dataclasses import replace

from lawtrack.consolidate.apply.documents import revive_document, suspend_document
from lawtrack.consolidate.identity import caused, restated
from lawtrack.consolidate.resolve import locate_range
from lawtrack.consolidate.scene import Done, Result, Scene
from lawtrack.consolidate.tree import Path
from lawtrack.law.message import Message
from lawtrack.law.operation import Operation
from lawtrack.law.provision import Provision, State
from lawtrack.law.refusal import Reason, Refusal


def suspend(scene: Scene, operation: Operation) -> Result:
    """The target, or every unit of the target range, is suspended; without an address the act as a whole."""
    if not operation.target.address:
        return suspend_document(scene, operation)
    return _set(scene, operation, State.SUSPENDED)


def revive(scene: Scene, operation: Operation) -> Result:
    """A suspended target is in force again; an act as a whole also where it had expired."""
    if not operation.target.address:
        return revive_document(scene, operation)
    spots = locate_range(scene, operation)
    if isinstance(spots, Refusal):
        return spots
    if not any(u.state is State.SUSPENDED for s in spots for u in s.unit.walk()):
        return Refusal(Reason.TARGET_MISSING, Message("{place:address} is not suspended", place=operation.target.address))
    return _set(scene, operation, State.IN_FORCE)


def _set(scene: Scene, operation: Operation, state: State) -> Result:
    spots = locate_range(scene, operation)
    if isinstance(spots, Refusal):
        return spots
    standing = [s for s in spots if not s.unit.repealed]
    if not standing:
        return Refusal(Reason.TARGET_REPEALED, Message("{place:address} is repealed", place=operation.target.address))
    tree = scene.now
    after: list[Provision] = []
    for spot in standing:
        # what another act suspends below it until a day of its own waits for that day
        own = scene.held.difference(spot.unit.causes) if state is State.IN_FORCE else frozenset[str]()
        after.append(replace(restated(spot.unit, state, own), causes=caused(spot.unit, operation)))
        tree = tree.replaced(spot.path, after[-1])
    return Done(tree, scene.now.address(standing[0].path), tuple(s.unit for s in standing), tuple(after))


def suspend_caused(scene: Scene, operation: Operation, cause: str, whole: frozenset[str] = frozenset()) -> Result:
    """The units that the operation `cause` brought in or replaced are suspended: its own command is (Circular 10/2023/TT-NHNN does it by
    naming the units; an act may name the command instead). Not those whose words another operation has replaced since: `whole`."""
    tree = scene.now
    before: list[Provision] = []
    after: list[Provision] = []
    paths: list[Path] = []

    def down(unit: Provision, path: Path) -> None:
        for i, child in enumerate(unit.children):
            since = child.causes[child.causes.index(cause) + 1 :] if cause in child.causes else None
            if since is not None and not whole.intersection(since) and not child.repealed:
                paths.append((*path, i))
            else:
                down(child, (*path, i))

    down(tree.root, ())
    for path in paths:
        unit = tree.at(path)
        before.append(unit)
        after.append(replace(restated(unit, State.SUSPENDED), causes=caused(unit, operation)))
        tree = tree.replaced(path, after[-1])
    if not paths:
        return Refusal(Reason.TARGET_MISSING, Message("nothing is left of what {cause} brought in", cause=cause))
    return Done(tree, scene.now.address(paths[0]), tuple(before), tuple(after))
