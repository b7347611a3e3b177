"""From the address in a command to the unit it means.

Labels and ordinals in a command are those its drafters had before them: they are read in the tree as it stood before the act's first
operation of the day, and the unit is then found by its identity where it stands now, whatever label it bears by then.
"""

from __future__ import annotations

from lawtrack.consolidate.inner import column_cells, inner
from lawtrack.consolidate.match import Match, below, matches
from lawtrack.consolidate.scene import Scene, Spot, missing
from lawtrack.consolidate.tree import Path, Tree, key, unlabelled
from lawtrack.law.address import Address, Step, kind_name
from lawtrack.law.message import Message
from lawtrack.law.operation import Operation, Part
from lawtrack.law.provision import INNER, Kind, Provision
from lawtrack.law.refusal import Reason, Refusal


def locate(scene: Scene, operation: Operation, address: Address | None = None) -> Spot | Refusal:
    """The one unit that `address` (by default the operation's target) means."""
    wanted = operation.target.address if address is None else address
    if not wanted:
        return Spot((), scene.now.root)
    if (failed := _unnumbered(scene, wanted)) is not None:
        return Refusal(
            Reason.TARGET_AMBIGUOUS,
            Message(
                "{place:address} is named behind a renumbering that was refused ({act}): which unit bears that number is not certain",
                place=wanted,
                act=failed.origin.document,
            ),
            expected=wanted.vietnamese(),
            others=(failed.id,),
            remedy=Message("say in the ledger which of the two the command means"),
        )
    if wanted.steps[-1].kind in INNER:
        holder = locate(scene, operation, wanted.parent)
        return holder if isinstance(holder, Refusal) else inner(scene, operation, holder, wanted, operation.target.part)
    if scene.before is not scene.now:
        old = _one(scene.before, matches(scene.before, wanted.steps), operation, wanted)
        if isinstance(old, Refusal):
            return old
        if old is not None:
            path = _now(scene, old.path)
            if path is not None:
                return Spot(path, scene.now.at(path), old.part)
            if any(unlabelled(scene.before.at(old.path[:n])) for n in range(1, len(old.path) + 1)):
                return missing(operation, Message("an earlier command of the same act took {place:address} away", place=wanted))
    now = _one(scene.now, matches(scene.now, wanted.steps), operation, wanted)
    if isinstance(now, Refusal):
        return now
    former = _former(scene, wanted)
    if now is not None:
        if former and any(path != now.path for path, _, known in former if known):
            return Refusal(
                Reason.TARGET_AMBIGUOUS,
                Message("{place:address} is the label of one unit now and was the label of another before a renumbering", place=wanted),
                expected=wanted.vietnamese(),
                remedy=Message("say in the ledger which of the two the command means"),
            )
        return now
    known_now = [(path, part) for path, part, known in former if known]
    if len(known_now) == 1:
        path, part = known_now[0]
        return Spot(path, scene.now.at(path), part)
    if former:
        path = former[0][0]
        return missing(
            operation, Message("{place:address} was renumbered, and is now {now:address}", place=wanted, now=scene.now.address(path))
        )
    return _absent(scene.now, operation, wanted)


def locate_range(scene: Scene, operation: Operation) -> list[Spot] | Refusal:
    """Every unit the operation's target means: one, or all from `address` through `through` in document order."""
    target = operation.target.address
    if target and target.steps[-1].kind is Kind.COT:
        table = locate(scene, operation, target.parent)
        if isinstance(table, Refusal):
            return table
        if table.unit.kind is not Kind.HANG:
            return column_cells(scene, operation, table, target)
    first = locate(scene, operation)
    if isinstance(first, Refusal) or operation.target.through is None or not operation.target.through:
        return first if isinstance(first, Refusal) else [first]
    last = locate(scene, operation, operation.target.through)
    if isinstance(last, Refusal):
        return last
    if first.unit.kind is not last.unit.kind or first.part is not Part.WHOLE:
        return missing(
            operation,
            Message("from {place:address} to {last:address} is no range", place=operation.target.address, last=operation.target.through),
        )
    if first.unit.kind is Kind.DIEU and scene.now.root_of(first.path) == scene.now.root_of(last.path):
        row = scene.now.articles_in(scene.now.root_of(first.path))
    elif first.path[:-1] == last.path[:-1]:
        holder = scene.now.parent(first.path)
        row = [(*first.path[:-1], i) for i, c in enumerate(holder.children) if c.kind is first.unit.kind]
    else:
        return missing(operation, Message("the first and the last unit of the range stand in different units"))
    low, high = row.index(first.path), row.index(last.path)
    if low > high:
        return missing(operation, Message("the last unit of the range stands in front of the first"))
    return [Spot(path, scene.now.at(path)) for path in row[low : high + 1]]


def _unnumbered(scene: Scene, wanted: Address) -> Operation | None:
    """The refused renumbering that should have given or taken one of the numbers in the address."""
    for operation in scene.failed:
        *above, last = operation.target.address.steps
        n = len(above)
        if list(wanted.steps[:n]) != above and last.kind is not Kind.DIEU:
            continue
        steps = [s for s in wanted.steps[n:] if s.kind is last.kind]
        if steps and steps[0].key in (last.key, key(operation.put)):
            return operation
    return None


def _now(scene: Scene, path: Path) -> Path | None:
    """Where the unit at `path` of the earlier tree stands now."""
    unit = scene.before.at(path)
    article = scene.before.article_of(path)
    return scene.now.find(unit.uid, near=path, article=scene.before.at(article).uid if article else "")


def _one(tree: Tree, found: list[Match], operation: Operation, wanted: Address) -> Spot | Refusal | None:
    """The unit of a single match; among several the one that is not a mere place."""
    if len(found) > 1:
        found = [m for m in found if not tree.at(m[0]).repealed] or found[:1]
    if len(found) > 1:
        where = "; ".join(tree.address(path).vietnamese() for path, _ in found[:6])
        return Refusal(
            Reason.TARGET_AMBIGUOUS,
            Message("{place:address} stands {n} times in {act}", place=wanted, n=len(found), act=operation.target.document),
            expected=wanted.vietnamese(),
            found=where,
            remedy=Message("name the unit it stands in, in the ledger"),
        )
    return Spot(found[0][0], tree.at(found[0][0]), found[0][1]) if found else None


def _former(scene: Scene, wanted: Address) -> list[tuple[Path, Part, bool]]:
    """Units that bore the label before a renumbering: path, part, and whether the command was written before it took effect."""
    out = []
    for n, step in enumerate(wanted.steps):
        for moved in scene.moved:
            if key(moved.old) != step.key:
                continue
            path = scene.now.find(moved.uid)
            if path is None or scene.now.at(path).kind is not step.kind:
                continue
            above = matches(scene.now, wanted.steps[:n]) if n else []
            if moved.left and any(scene.now.at(p).uid == moved.left for p, _ in above):
                known = scene.issued is not None and scene.issued < moved.day
                out += [(p, part, known) for p, part in below(scene.now, path, wanted.steps[n + 1 :])]
            elif any(path[: len(p)] == p for p, _ in above) or (not above and step.kind is Kind.DIEU):
                known = scene.issued is not None and scene.issued < moved.day
                renamed = Step(step.kind, key(scene.now.at(path).label))
                rest = Address((*wanted.steps[:n], renamed, *wanted.steps[n + 1 :]))
                out += [(p, part, known) for p, part in matches(scene.now, rest.steps) if p[: len(path)] == path]
    return list(dict.fromkeys(out))


def _absent(tree: Tree, operation: Operation, wanted: Address) -> Refusal:
    """The refusal that tells what stands where the address stops leading anywhere."""
    for n in range(len(wanted.steps) - 1, -1, -1):
        above = matches(tree, wanted.steps[:n]) if n else [((), Part.WHOLE)]
        if above:
            unit = tree.at(above[0][0])
            kind = wanted.steps[n].kind
            here = Address(wanted.steps[:n])
            if unit.repealed:
                return missing(operation, Message("{place:address} is not there: {holder:address} is repealed", place=wanted, holder=here))
            if names := _names(tree, above[0][0], unit, kind):
                return missing(operation, Message("{place:address} is not in the act as it stands", place=wanted), found=names)
            none = Message("{place:address} is not there: {holder:address} holds no {unit:kind}", place=wanted, holder=here, unit=kind)
            return missing(operation, none)
    return missing(operation, Message("{place:address} is not in the act as it stands", place=wanted))


def _names(tree: Tree, path: Path, unit: Provision, kind: Kind) -> str:
    if kind is Kind.DIEU:
        labels = [tree.at(p).label for p in tree.articles_in(tree.root_of((*path, 0))) if p[: len(path)] == path]
    else:
        labels = [c.label or str(i) for i, c in enumerate((c for c in unit.children if c.kind is kind), start=1)]
    if len(labels) > 12:
        labels = [*labels[:6], "…", *labels[-5:]]
    return f"{kind_name(kind)} " + ", ".join(labels) if labels else ""
