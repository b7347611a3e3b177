"""One of several places of a phrase: "cụm từ “A” xuất hiện lần thứ hai tại khoản 3"."""

from __future__ import annotations

from dataclasses import replace

from lawtrack.consolidate.apply.scope import Piece, pieces
from lawtrack.consolidate.inner import carried
from lawtrack.consolidate.scene import Scene, Spot, excerpt, missing
from lawtrack.consolidate.tree import Path, Tree
from lawtrack.law.message import Message
from lawtrack.law.operation import Operation
from lawtrack.law.refusal import Reason, Refusal
from lawtrack.text.phrase import find_phrase

Span = tuple[int, int]
Place = tuple[Path, int, Span]


def counted(scene: Scene, operation: Operation, spots: list[Spot], sought: str, any_case: bool) -> Place | Refusal:
    """Where the place that `operation.nth` means stands now: path, cell and stretch. Places are counted in the words the act had before
    it (what the same act's commands wrote is not counted), through the target from its first word to its last."""
    assert operation.nth is not None
    every: list[tuple[Tree, Piece, Span]] = []
    for spot in spots:
        then = scene.before.find(spot.unit.uid, near=spot.path)
        tree, there = scene.now, spot
        if then is not None:
            tree, there = scene.before, replace(spot, path=then, unit=scene.before.at(then))
            if spot.span is not None and there.unit.text != spot.unit.text:
                return _changed(operation, sought)
        for piece in pieces(tree, there, operation.target.part):
            every += [(tree, piece, s) for s in find_phrase(piece.text, sought, any_case=any_case) if piece.holds(*s)]
    n = operation.nth - 1 if operation.nth else len(every) - 1
    if not every:
        return Refusal(
            Reason.PHRASE_MISSING,
            Message("“{words}” is not in {place:address}", words=sought, place=operation.target.address),
            expected=sought,
            found=excerpt(" / ".join(p.text for spot in spots for p in pieces(scene.now, spot, operation.target.part)), 300),
        )
    if n >= len(every):
        return Refusal(
            Reason.PHRASE_COUNT,
            Message(
                "“{words}” stands {n} times in {place:address}, the command speaks of number {expected}",
                words=sought,
                n=len(every),
                place=operation.target.address,
                expected=operation.nth,
            ),
            expected=str(operation.nth),
            found=" / ".join(excerpt(p.text[max(0, a - 40) : b + 40]) for _, p, (a, b) in every[:4]),
        )
    tree, piece, span = every[n]
    if tree is scene.now:
        return piece.path, piece.cell, span
    path = scene.now.find(tree.at(piece.path).uid, near=piece.path)
    if path is None:
        return _changed(operation, sought)
    unit = scene.now.at(path)
    text = (*unit.cells, unit.heading, unit.text)[piece.cell]  # (HEADING and TEXT count from the end)
    moved = carried(piece.text, text, span)
    return (path, piece.cell, moved) if moved is not None else _changed(operation, sought)


def _changed(operation: Operation, sought: str) -> Refusal:
    return missing(
        operation,
        Message("an earlier command of the same act changed the words around “{words}”: which place is meant is not certain", words=sought),
    )
