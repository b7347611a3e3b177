"""SUBSTITUTE of several units by several: units that are merged, one that is split. All of it happens, or none."""

from __future__ import annotations

from itertools import pairwise

from lawtrack.consolidate.identity import emptied, heir, newborn
from lawtrack.consolidate.resolve import locate_range
from lawtrack.consolidate.scene import Done, Result, Scene, called
from lawtrack.consolidate.tree import key, sort_key
from lawtrack.law.message import Message
from lawtrack.law.operation import Operation
from lawtrack.law.provision import Kind, Provision
from lawtrack.law.refusal import Reason, Refusal
from lawtrack.text.labels import follows


def recast(scene: Scene, operation: Operation) -> Result:
    """The units of the payload in the place of those from the target through `target.through`: one that bears the number of an old one is
    that one with other words, the others come into being, and old ones whose number is not given again are repealed."""
    spots = locate_range(scene, operation)
    if isinstance(spots, Refusal):
        return spots
    old, new = [s.unit for s in spots], operation.payload
    parent = spots[0].path[:-1]
    names = ", ".join(map(called, new))
    here = {key(u.label): u for u in old}
    gap = not all(follows(a.label, b.label) for a, b in pairwise(old)) or _plain_end(old)
    if any(u.repealed for u in old) or gap or any(s.path[:-1] != parent for s in spots) or len(here) != len(old):
        return Refusal(
            Reason.TARGET_AMBIGUOUS,
            Message("{place:address} and the units to it do not run on as the command names them", place=operation.target.address),
            found=", ".join(map(called, old)),
        )
    order = [sort_key(u.label) for u in new]
    if any(u.kind is not old[0].kind for u in new) or key(new[0].label) != key(old[0].label) or order != sorted(order):
        return Refusal(Reason.LABEL_MISMATCH, Message("the quoted units do not begin with the first one that is replaced"), found=names)
    row = scene.now.at(parent).children
    others = [c for c in row if c.kind is old[0].kind and not c.repealed and key(c.label) not in here]
    if old[0].kind is Kind.DIEU:
        root = scene.now.root_of(spots[0].path)
        others = [u for u in map(scene.now.at, scene.now.articles_in(root)) if not u.repealed and key(u.label) not in here]
    behind = [u for u in others if sort_key(u.label) > sort_key(old[-1].label) and u.uid not in scene.moving]
    if any(sort_key(u.label) <= order[-1] for u in behind):
        return Refusal(
            Reason.ALREADY_THERE, Message("a quoted unit bears a number in use"), expected=names, found=", ".join(map(called, behind))
        )
    units: list[Provision] = []
    taken = frozenset(c.uid for c in row)
    given = {key(u.label): u for u in new}
    for name in sorted({*here, *given}, key=sort_key):
        address = (scene.now.address(parent).root if old[0].kind is Kind.DIEU else scene.now.address(parent)).child(old[0].kind, name)
        if name in here and name in given:
            units.append(heir(here[name], given[name], operation, address))
        elif name in given:
            units.append(newborn(given[name], operation, address, taken))
        else:
            units.append(emptied(here[name], operation))
    tree = scene.now
    for spot in reversed(spots[1:]):
        tree = tree.replaced(spot.path)
    tree = tree.replaced(spots[0].path, *units)
    return Done(tree, scene.now.address(spots[0].path), tuple(old), tuple(u for u in units if not u.repealed))


def _plain_end(old: list[Provision]) -> bool:
    """Whether a unit with a suffix stands among several that are merged: the command names the plain numbers alone."""
    return len(old) > 1 and any(sort_key(u.label)[2] for u in old)
