"""Two states of one piece of law, side by side: provisions paired first, then the words of each pair."""

from __future__ import annotations

from bisect import bisect_left
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lawtrack.law.plain import REPEALED_EN, REPEALED_VI, mark_of
from lawtrack.law.provision import Kind as Unit
from lawtrack.law.provision import Provision
from lawtrack.publish.redline import Kind, Segment, bag, shared, words
from lawtrack.text.labels import key

# Above this many pairs of lines, lines are paired by identity and label alone.
_MANY = 40_000
# Units that are one paragraph: an unnumbered paragraph may become the first clause.
_LINES = (Unit.KHOAN, Unit.DIEM, Unit.TIET, Unit.GACH, Unit.DOAN)


@dataclass(frozen=True, slots=True)
class Row:
    """One line of law before and after.

    kind    of the whole line: equal, insert, delete, or None where its words changed
    path    labels from the outermost unit, for anchors: ("dieu-9", "khoan-2")
    depth   0 for the outermost units
    mark    the label as printed, as a redline; words: the rest of the line, as a redline
    """

    kind: Kind | None
    path: tuple[str, ...]
    depth: int
    unit: Unit
    before: Provision | None
    after: Provision | None
    mark: tuple[Segment, ...]
    words: tuple[Segment, ...]


@dataclass(frozen=True, slots=True)
class _Line:
    path: tuple[str, ...]
    depth: int
    provision: Provision
    mark: str
    text: str


def own_words(provision: Provision, language: str = "vi") -> str:
    """The line of a provision without its label: heading, own text, or cells; the words for a repealed unit."""
    if provision.repealed:
        return REPEALED_EN if language == "en" else REPEALED_VI
    if provision.kind is Unit.HANG:
        return " | ".join(provision.cells)
    return " ".join(p for p in (provision.heading, provision.text) if p)


def flat(provisions: Sequence[Provision], language: str = "vi") -> Iterator[_Line]:
    """Every line of the units and of what stands below them, in document order."""

    def down(units: Sequence[Provision], path: tuple[str, ...], depth: int) -> Iterator[_Line]:
        counts: Counter[str] = Counter()
        for unit in units:
            name = f"{unit.kind}-{key(unit.label)}" if unit.label else str(unit.kind)
            counts[name] += 1
            here = (*path, name if counts[name] == 1 else f"{name}~{counts[name]}")
            mark, text = mark_of(unit, language), own_words(unit, language)
            shown = bool(mark or text)
            if shown:
                yield _Line(here, depth, unit, mark, text)
            yield from down(unit.children, here, depth + shown)

    yield from down(provisions, (), 0)


def provisions(before: Sequence[Provision], after: Sequence[Provision], language: str = "vi") -> tuple[Row, ...]:
    """The rows of two states of some units, in an order that keeps the order of both. Lines are paired by identity, label and
    likeness of their words; a line whose label moved is shown as one line with a changed label, not as two strangers."""
    one, two = list(flat(before, language)), list(flat(after, language))
    pairs = _by_likeness(one, two) if len(one) * len(two) <= _MANY else _by_name(one, two)
    rows: list[Row] = []
    i = j = 0
    for a, b in [*pairs, (len(one), len(two))]:
        rows += [_row(line, None) for line in one[i:a]]
        rows += [_row(None, line) for line in two[j:b]]
        if a < len(one):
            rows.append(_row(one[a], two[b]))
        i, j = a + 1, b + 1
    return tuple(rows)


def _row(one: _Line | None, two: _Line | None) -> Row:
    line = two or one
    assert line is not None
    old, new = (one.mark, one.text) if one else ("", ""), (two.mark, two.text) if two else ("", "")
    kind = Kind.INSERT if one is None else Kind.DELETE if two is None else Kind.EQUAL if old == new else None
    return Row(
        kind,
        line.path,
        line.depth,
        line.provision.kind,
        one.provision if one else None,
        two.provision if two else None,
        label(old[0], new[0]),
        words(old[1], new[1]),
    )


def label(old: str, new: str) -> tuple[Segment, ...]:
    """The redline of a label: a label is one word."""
    if old == new:
        return (Segment(Kind.EQUAL, old),) if old else ()
    return tuple(Segment(k, t) for k, t in ((Kind.DELETE, old), (Kind.INSERT, new)) if t)


def _by_likeness(one: list[_Line], two: list[_Line]) -> list[tuple[int, int]]:
    """The best ordered pairing: each pair scores for the same identity, the same labels and the words it shares."""
    rows, columns = len(one), len(two)
    bags1, bags2 = [bag(x.text) for x in one], [bag(x.text) for x in two]

    def score(i: int, j: int) -> float:
        a, b = one[i], two[j]
        if a.provision.kind is not b.provision.kind:
            same = shared(bags1[i], bags2[j]) if a.provision.kind in _LINES and b.provision.kind in _LINES else 0.0
            return 2 * same if same >= 0.5 else 0.0
        named = (a.path == b.path) + (a.path[-1] == b.path[-1]) / 4
        same = 1.0 if a.text == b.text else shared(bags1[i], bags2[j])
        known = 0.5 if a.provision.uid and a.provision.uid == b.provision.uid else 0.0
        if a.provision.kind is Unit.DIEU or not (a.text and b.text):
            return named + known + same  # an article is its number: pair it whatever became of its heading
        if same < 0.35 and not (named >= 1 and (same > 0.1 or a.provision.repealed or b.provision.repealed or known)):
            return 0.0
        return named + known + 3 * same

    best = [[0.0] * (columns + 1) for _ in range(rows + 1)]
    for i in range(rows - 1, -1, -1):
        for j in range(columns - 1, -1, -1):
            here = score(i, j)
            best[i][j] = max(best[i + 1][j], best[i][j + 1], here + best[i + 1][j + 1] if here else 0.0)
    pairs, i, j = [], 0, 0
    while i < rows and j < columns:
        here = score(i, j)
        if here and best[i][j] == here + best[i + 1][j + 1]:
            pairs.append((i, j))
            i, j = i + 1, j + 1
        elif best[i][j] == best[i + 1][j]:
            i += 1
        else:
            j += 1
    return pairs


def _by_name(one: list[_Line], two: list[_Line]) -> list[tuple[int, int]]:
    """Pairs by identity, then by labels, the longest run of them that keeps the order."""
    return in_order(named_pairs([(x.provision.uid, x.path) for x in one], [(x.provision.uid, x.path) for x in two]))


def named_pairs(one: Sequence[tuple[str, object]], two: Sequence[tuple[str, object]]) -> list[tuple[int, int]]:
    """(i, j) where `two[j]` is `one[i]`: the same identity, else the same name where neither identity stands in the other list."""
    by_uid = {uid: i for i, (uid, _) in enumerate(one) if uid}
    by_name = {name: i for i, (_, name) in enumerate(one)}
    uids = {uid for uid, _ in two if uid}
    pairs = []
    taken: set[int] = set()
    for j, (uid, name) in enumerate(two):
        i = by_uid.get(uid) if uid else None
        if i is None:
            i = by_name.get(name)
            if i is not None and one[i][0] and one[i][0] in uids:
                i = None
        if i is not None and i not in taken:
            taken.add(i)
            pairs.append((i, j))
    return pairs


def in_order(pairs: list[tuple[int, int]]) -> list[tuple[int, int]]:
    """The longest part of the pairs (ordered by their second place) whose first places rise."""
    tails: list[int] = []
    ends: list[int] = []
    back: list[int] = []
    for n, (i, _) in enumerate(pairs):
        at = bisect_left(tails, i)
        back.append(ends[at - 1] if at else -1)
        if at == len(tails):
            tails.append(i)
            ends.append(n)
        else:
            tails[at], ends[at] = i, n
    chosen = []
    n = ends[-1] if ends else -1
    while n >= 0:
        chosen.append(pairs[n])
        n = back[n]
    return chosen[::-1]


def folded(rows: Sequence[Row]) -> list[tuple[bool, tuple[Row, ...]]]:
    """Rows in runs: (True, unchanged neighbours worth folding) or (False, rows to show). Shown are changed rows, the rows they stand
    under, outermost rows, and a neighbour that stands alone between two of them."""
    shown = [row.kind is not Kind.EQUAL or row.depth == 0 for row in rows]
    needed = 0  # rows less deep than this stand above a changed row
    for n in range(len(rows) - 1, -1, -1):
        if rows[n].kind is not Kind.EQUAL:
            needed = rows[n].depth
        elif rows[n].depth < needed:
            shown[n], needed = True, rows[n].depth
    runs: list[tuple[bool, list[Row]]] = []
    for row, show in zip(rows, shown, strict=True):
        if not runs or runs[-1][0] is show:
            runs.append((not show, []))
        runs[-1][1].append(row)
    return [(fold and len(run) > 1, tuple(run)) for fold, run in runs]
