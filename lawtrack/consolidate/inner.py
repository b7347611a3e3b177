"""Stretches inside the words of a unit that commands address: a sentence ("câu thứ hai khoản 1"), the cell of a row ("cột (4)").

They are counted in the text as it stood before the act that commands, and found again where they stand now; where their bounds are not
certain the operation is refused with the words that stand there.
"""

from __future__ import annotations

from collections.abc import Sequence

from lawtrack.consolidate.scene import Scene, Spot, excerpt, missing
from lawtrack.consolidate.tree import Path, Tree, key, unlabelled, walk
from lawtrack.law.address import Address
from lawtrack.law.message import Message
from lawtrack.law.operation import Operation, Part
from lawtrack.law.provision import ABOVE, Kind, Provision
from lawtrack.law.refusal import Reason, Refusal
from lawtrack.text.sentences import Sentences, Span, sentences

LAST = "cuoi"


def carried(before: str, now: str, span: Span) -> Span | None:
    """Where the stretch `span` of `before` stands in `now`; None where changes around it leave that open."""
    start, end = span
    if now.startswith(before[:end]):
        return span
    if now.endswith(before[start:]):
        return len(now) - len(before) + start, len(now) - len(before) + end
    words = before[start:end]
    if before.count(words) == now.count(words) == 1:
        at = now.index(words)
        return at, at + len(words)
    # Words inside it changed, and nothing around it: no sentence came in beside it.
    until = len(now) - len(before) + end
    if now.startswith(before[:start]) and now.endswith(before[end:]) and until > start and len(sentences(now[start:until]).spans) == 1:
        return start, until
    return None


def inner(scene: Scene, operation: Operation, holder: Spot, wanted: Address, part: Part) -> Spot | Refusal:
    """The stretch that the last step of `wanted` means, in the unit at `holder` (of which `part` alone is meant)."""
    step = wanted.steps[-1]
    if holder.unit.repealed:
        return Refusal(Reason.TARGET_REPEALED, Message("{place:address} is repealed", place=wanted.parent))
    path = scene.before.find(holder.unit.uid, near=holder.path)
    tree, there = (scene.now, holder.path) if path is None else (scene.before, path)
    if step.kind is Kind.COT:
        return _cell(scene, operation, holder, tree.at(there), tree, there, wanted)
    found = _sentence(tree, there, part if part is not Part.WHOLE else holder.part, step.key, operation, wanted)
    if isinstance(found, Refusal):
        return found
    at, span = found
    unit = tree.at(at)
    now = scene.now.find(unit.uid, near=at) if tree is scene.before else at
    moved = carried(unit.text, scene.now.at(now).text, span) if now is not None else None
    if now is None or moved is None:
        return missing(operation, Message("an earlier command of the same act changed the words around {place:address}", place=wanted))
    return Spot(now, scene.now.at(now), span=moved)


def _sentence(tree: Tree, path: Path, part: Part, name: str, operation: Operation, wanted: Address) -> tuple[Path, Span] | Refusal:
    """The unit whose own words hold the sentence, and the stretch of them."""
    paragraphs, whole = _paragraphs(tree.at(path), path, part)
    read = [(at, text, sentences(text)) for at, text in paragraphs]
    if not whole and read and not read[-1][1].rstrip().endswith((".", "!", "?")):
        # the last one goes on in the units below
        at, text, last = read[-1]
        read[-1] = (at, text, Sentences(last.spans[:-1], last.doubts))
    every = [(at, span, said, n) for at, _, said in read for n, span in enumerate(said.spans)]
    if name == LAST and not whole:
        return Refusal(
            Reason.TARGET_AMBIGUOUS,
            Message("{place:address} holds numbered units: which sentence is its last is not said", place=wanted.parent),
            found=excerpt(" ".join(text for _, text in paragraphs)),
        )
    n = len(every) - 1 if name == LAST else int(name) - 1 if name.isdigit() else -1
    if not 0 <= n < len(every):
        return missing(
            operation,
            Message("{place:address} has {n} whole sentences of its own", place=wanted.parent, n=len(every)),
            excerpt(" ".join(text for _, text in paragraphs)),
        )
    at, span, said, k = every[n]
    earlier = [] if name == LAST else [s.doubts for a, _, s in read[: [r[0] for r in read].index(at)] if a != at]
    if any(earlier) or not (said.alone(k) if name == LAST else said.certain(k)):
        return Refusal(
            Reason.TARGET_AMBIGUOUS,
            Message("where the sentences of {place:address} end is not certain", place=wanted.parent),
            expected=wanted.vietnamese(),
            found=excerpt(" ".join(text for _, text in paragraphs), 300),
        )
    return at, span


def _paragraphs(unit: Provision, path: Path, part: Part) -> tuple[list[tuple[Path, str]], bool]:
    """The paragraphs in which sentences are counted, and whether nothing but them is meant."""
    own = [(path, unit.text)] if unit.text else []
    below = [((*path, i), c) for i, c in enumerate(unit.children)]
    if part is Part.TAIL:
        return [(at, c.text) for at, c in below[-1:] if c.kind is Kind.DOAN and not c.children], True
    front: list[tuple[Path, str]] = []
    for at, child in below:
        if child.kind is not Kind.DOAN or child.children or not child.text:
            break
        front.append((at, child.text))
    if part is Part.LEAD:
        return own or front[:1], True
    return [*own, *front], len(front) == len(below)


# -- cells ---------------------------------------------------------------------------------------------------------------


def _cell(scene: Scene, operation: Operation, row: Spot, then: Provision, tree: Tree, path: Path, wanted: Address) -> Spot | Refusal:
    if row.unit.kind is not Kind.HANG:
        return missing(operation, Message("{place:address} is no row of a table", place=wanted.parent))
    column = column_of(tree.parent(path), wanted.steps[-1].key)
    if column is None or column >= len(row.unit.cells) or len(row.unit.cells) != len(then.cells):
        return missing(
            operation,
            Message("the table has no column {label}", label=wanted.steps[-1].label),
            " | ".join(next(iter(_heads(tree.parent(path))), ())),
        )
    if row.unit.cells[column] == ABOVE:
        return Refusal(
            Reason.TARGET_AMBIGUOUS,
            Message("the cell {place:address} is one with the cell above it", place=wanted),
            found=" | ".join(row.unit.cells),
        )
    return Spot(row.path, row.unit, cell=column)


def table_of(tree: Tree, path: Path) -> Path | None:
    """The one table of the unit at `path`; None where it holds none, or several."""
    if tree.at(path).kind is Kind.BANG:
        return path
    found = [at for at, unit in walk(tree, path) if unit.kind is Kind.BANG]
    return found[0] if len(found) == 1 else None


def names_row(table: Provision) -> int | None:
    """The position of the one row that holds the names of the columns; None where there is none, or they stand in several rows."""
    names = [n for n, cells in enumerate(_heads(table)) if not _numbers(cells)]
    return names[0] if len(names) == 1 and ABOVE not in table.children[names[0]].cells else None


def column_cells(scene: Scene, operation: Operation, holder: Spot, wanted: Address) -> list[Spot] | Refusal:
    """The cells of a column in every row of the one table of a unit, its name among them."""
    table = table_of(scene.now, holder.path)
    column = column_of(scene.now.at(table), wanted.steps[-1].key) if table is not None else None
    if table is None or column is None:
        problem = Message("{place:address} holds no one table with a column {label}", place=wanted.parent, label=wanted.steps[-1].label)
        return missing(operation, problem)
    rows = scene.now.at(table).children
    if any(row.kind is not Kind.HANG or len(row.cells) != len(rows[0].cells) for row in rows):
        return Refusal(Reason.TARGET_AMBIGUOUS, Message("the rows of the table have not the same cells"), found=" | ".join(rows[0].cells))
    return [Spot((*table, n), row, cell=column) for n, row in enumerate(rows) if not row.repealed]


def _heads(table: Provision) -> Sequence[tuple[str, ...]]:
    """The rows in front of the first with a number of its own: the names of the columns, and their numbers. Where no row has one, the first
    row and the numbers below it."""
    rows = [row for row in table.children if row.kind is Kind.HANG]
    first = next((n for n, row in enumerate(rows) if not unlabelled(row) and not _numbers(row.cells)), None)
    if first is None:
        first = 2 if len(rows) > 1 and _numbers(rows[1].cells) else 1
    return [row.cells for row in rows[:first]]


def _numbers(cells: tuple[str, ...]) -> bool:
    """Whether a row prints the numbers of the columns: (1) (2) (3), or 1 2 3."""
    return len(cells) > 1 and [c.strip(" ()") for c in cells] == [str(n) for n in range(1, len(cells) + 1)]


def column_of(table: Provision, name: str) -> int | None:
    """The column of that number, as the table prints it or else counts it, or of that name; None where none or several answer."""
    heads = _heads(table)
    if name.isdigit():
        width = len(heads[0]) if heads else len(table.children[0].cells) if table.children else 0
        printed = next((cells for cells in heads[1:] if any(c.strip(" ()").isdigit() for c in cells)), None)
        if printed is not None:
            at = [i for i, c in enumerate(printed) if c.strip(" ()") == name]
            return at[0] if len(at) == 1 else None
        return int(name) - 1 if 0 < int(name) <= width and names_row(table) is not None else None
    at = [i for i, c in enumerate(heads[0]) if key(c) == name] if heads else []
    return at[0] if len(at) == 1 else None
