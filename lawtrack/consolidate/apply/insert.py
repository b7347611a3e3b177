"""INSERT: units come in beside a neighbour, or where their labels put them."""

from __future__ import annotations

from dataclasses import replace

from lawtrack.consolidate.apply.inside import inserted_inside
from lawtrack.consolidate.apply.spot import Slot, at_end, beside, by_label, form_holder, in_container
from lawtrack.consolidate.identity import newborn, restated
from lawtrack.consolidate.match import matches, same_label
from lawtrack.consolidate.resolve import locate
from lawtrack.consolidate.scene import Done, Result, Scene, Spot, called, excerpt, missing
from lawtrack.consolidate.tree import Path, Tree, key, unlabelled
from lawtrack.law.address import Address
from lawtrack.law.message import Message
from lawtrack.law.operation import Operation, Part, Position
from lawtrack.law.provision import CONTAINERS, Kind, Provision, State
from lawtrack.law.refusal import Reason, Refusal


def insert(scene: Scene, operation: Operation) -> Result:
    """The payload's units in their order, each with the place the command or its label gives."""
    if not operation.payload:
        return Refusal(Reason.PAYLOAD_MISSING, Message("the units to insert are missing"), expected=operation.target.address.vietnamese())
    spot = _anchor(scene, operation)
    if isinstance(spot, Refusal):
        return spot
    anchor, within = spot
    if anchor.inner:
        return inserted_inside(scene, operation, anchor)
    if operation.position is Position.INTO and operation.payload[0].kind is Kind.MAU:
        held = form_holder(scene.now, operation, anchor)
        if isinstance(held, Refusal):
            return held
        anchor = held
    tree, paths = scene.now, list[Path]()
    gone: list[Provision] = []
    for unit in operation.payload:
        scene_now = replace(scene, now=tree)
        place = _taken(scene_now, operation, unit, anchor)
        if isinstance(place, Refusal):
            return place
        if place is not None:
            gone.append(tree.at(place))
            tree = tree.replaced(place, unit)
            path = place
        else:
            slot = _slot(scene_now, operation, unit, anchor, within, paths[-1] if paths else None)
            if isinstance(slot, Refusal):
                return slot
            if (odd := _other_width(tree, slot.parent, unit, operation)) is not None:
                return odd
            if slot.index is None:
                tree, path = _opening(tree, slot.parent, unit)
            else:
                if slot.kind is not None and unit.kind is not slot.kind:
                    unit = replace(unit, kind=slot.kind)
                tree, path = tree.inserted(slot.parent, slot.index, unit), (*slot.parent, slot.index)
        taken = frozenset(c.uid for c in tree.parent(path).children)
        born = newborn(tree.at(path), operation, tree.address(path), taken)
        if tree.parent(path).state is State.SUSPENDED:
            born = restated(born, State.SUSPENDED)  # it comes into what is of no effect for now
        tree = tree.replaced(path, born)
        paths.append(path)
    after = tuple(tree.at(p) for p in paths)
    return Done(tree, tree.address(paths[0]), tuple(u for u in gone if not u.repealed), after)


def _anchor(scene: Scene, operation: Operation) -> tuple[Spot, Address] | Refusal:
    """The neighbour or the receiving unit, and the container the command names besides."""
    target = operation.target
    found = locate(scene, operation)
    if not isinstance(found, Refusal) or operation.position not in (Position.AFTER, Position.BEFORE):
        return found if isinstance(found, Refusal) else (found, target.within)
    steps = target.address.steps
    article = next((i for i, s in enumerate(steps) if s.kind is Kind.DIEU), 0)
    if found.reason is not Reason.TARGET_MISSING or article == 0 or any(s.kind not in CONTAINERS for s in steps[:article]):
        return found
    # "Bổ sung Điều 98h vào Chương VIII và vào trước Điều 99": the neighbour may stand in the next chapter.
    alone = locate(scene, operation, Address(steps[article:]))
    return found if isinstance(alone, Refusal) else (alone, Address(steps[:article]))


def _taken(scene: Scene, operation: Operation, unit: Provision, anchor: Spot) -> Path | Refusal | None:
    """The place of a repealed unit with the label, which the new one takes; a refusal where one in force bears it."""
    if unlabelled(unit) or not unit.label:
        return None
    tree = scene.now
    beside_it = operation.position in (Position.AFTER, Position.BEFORE)
    if unit.kind is Kind.DIEU:
        root = tree.root_of((*anchor.path, 0)) if not beside_it else tree.root_of(anchor.path)
        bearers = list(tree.articles(root, key(unit.label)))
    else:
        holder = anchor.path[:-1] if beside_it else anchor.path
        kin = [(i, c) for i, c in enumerate(tree.at(holder).children) if c.kind is unit.kind]
        bearers = [(*holder, i) for i, c in kin if same_label(unit.kind, key(c.label), key(unit.label))]
    for path in bearers:
        there = tree.at(path)
        if not there.repealed and there.causes[:1] and there.causes[0] in scene.dropped:
            return path  # the same act repeals the command that brought it in
    for path in bearers:
        there = tree.at(path)
        if not there.repealed:
            return Refusal(
                Reason.ALREADY_THERE,
                Message("{place:address} stands there already", place=tree.address(path)),
                found=excerpt(f"{there.heading} {there.text}"),
                remedy=Message("if the act means to replace it, decide the operation as a substitution in the ledger"),
                others=there.causes[-1:],
            )
    return bearers[0] if bearers else None


def _slot(scene: Scene, operation: Operation, unit: Provision, anchor: Spot, within: Address, last: Path | None) -> Slot | Refusal:
    if last is not None:
        return beside(scene.now, operation, unit, Spot(last, scene.now.at(last)), after=True)
    match operation.position:
        case Position.AFTER | Position.BEFORE:
            after = operation.position is Position.AFTER
            if not anchor.path:
                return missing(operation, Message("no neighbour is named"))
            if within and unit.kind is Kind.DIEU:
                places = matches(scene.now, within.steps)
                if len(places) != 1:
                    return missing(operation, Message("{place:address} stands {n} times in the act", place=within, n=len(places)))
                if anchor.path[: len(places[0][0])] != places[0][0]:
                    return in_container(scene.now, operation, anchor.path, places[0][0], after=after)
            return beside(scene.now, operation, unit, anchor, after=after)
        case Position.START:
            return _start(scene.now, operation, unit, anchor)
        case Position.END if unlabelled(unit):
            return at_end(scene.now, anchor.path)
        case _:
            return by_label(scene.now, operation, unit, anchor.path)


def _other_width(tree: Tree, holder: Path, unit: Provision, operation: Operation) -> Refusal | None:
    """A row comes in among rows with as many cells."""
    rows = [len(c.cells) for c in tree.at(holder).children if c.kind is Kind.HANG]
    if (not rows and unit.kind is not Kind.HANG) or (unit.kind is Kind.HANG and len(unit.cells) in rows):
        return None
    return Refusal(
        Reason.LABEL_MISMATCH,
        Message(
            "the rows beside {place:address} have {old} cells, the quotation has {new}",
            place=operation.target.address,
            old=", ".join(map(str, sorted(set(rows)))) or "0",
            new=len(unit.cells),
        ),
        found=" | ".join(unit.cells) or called(unit),
    )


def _start(tree: Tree, operation: Operation, unit: Provision, anchor: Spot) -> Slot | Refusal:
    if not unlabelled(unit):
        return by_label(tree, operation, unit, anchor.path)
    if anchor.unit.text and unit.kind is Kind.DOAN and not unit.children:
        return Slot(anchor.path, None)
    if anchor.unit.text or anchor.part is not Part.WHOLE:
        return Refusal(
            Reason.UNSUPPORTED,
            Message("a unit ({unit:kind}) in front of the first words of {place:address}", unit=unit.kind, place=operation.target.address),
        )
    return Slot(anchor.path, 0)


def _opening(tree: Tree, path: Path, unit: Provision) -> tuple[Tree, Path]:
    """A paragraph in front of a unit's own words: its words follow the label, the old ones become the next paragraph."""
    old = tree.at(path)
    second = Provision(Kind.DOAN, text=old.text, uid=old.uid + ".doan-1", causes=old.causes)
    return tree.replaced(path, replace(old, text=unit.text, children=(second, *old.children))), path
