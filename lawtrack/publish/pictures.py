"""Pictures, as numbers for SVG attributes: no style, no script, the same bytes every time. Colours come from classes."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lawtrack.publish.contents import Node

WIDTH = 1000
HEIGHT = 48
_STEP = 12


@dataclass(frozen=True, slots=True)
class Bar:
    """A rectangle: where, its class, what it links to and what it says."""

    x: float
    y: float
    width: float
    height: float
    name: str
    target: str = ""
    title: str = ""


@dataclass(frozen=True, slots=True)
class Strip:
    """A picture of an act from its first article to its last: bands are its chapters, bars its changed articles."""

    bands: tuple[Bar, ...]
    bars: tuple[Bar, ...]
    first: str
    last: str
    articles: int
    changed: int


def strip(root: Node) -> Strip:
    """Where in an act the changes fall. Each changed article has a bar, higher where it is changed more often; what was refused stands
    below the line."""
    leaves = list(root.leaves()) if root.children else []
    slot = WIDTH / max(1, len(leaves))
    bands, bars = [], []
    at = 0
    for n, child in enumerate(root.children):
        size = len(list(child.leaves()))
        bands.append(Bar(_r(at * slot), 0, _r(size * slot), HEIGHT, "even" if n % 2 else "odd", title=_name(child)))
        at += size
    for n, leaf in enumerate(leaves):
        done = [h for h in leaf.hits if not h[2]]
        wide = max(slot - (1 if slot > 6 else 0), 2.5)
        if done:
            height = min(HEIGHT - 12, _STEP * len(done))
            bars.append(Bar(_r(n * slot), HEIGHT - 10 - height, _r(wide), height, f"g-{done[0][1]}", done[0][0], _name(leaf)))
        if refused := [h for h in leaf.hits if h[2]]:
            bars.append(Bar(_r(n * slot), HEIGHT - 8, _r(wide), 8, "g-refused", refused[0][0], _name(leaf)))
    changed = sum(bool(leaf.hits) for leaf in leaves)
    return Strip(tuple(bands), tuple(bars), leaves[0].label if leaves else "", leaves[-1].label if leaves else "", len(leaves), changed)


def _name(node: Node) -> str:
    return f"{node.label}. {node.heading}".strip(". ") if node.heading else node.label


def _r(value: float) -> float:
    return round(value, 2)


@dataclass(frozen=True, slots=True)
class Line:
    """A picture of time: bars for the spans of versions, marks for the days on which acts take effect, the day the page is made for."""

    bars: tuple[Bar, ...]
    now: float | None
    first: date
    last: date


def timeline(spans: Sequence[tuple[date, str, str]], at: date) -> Line | None:
    """Spans are (first day, class, title), ascending; the last span is open. None for fewer than two days."""
    if len(spans) < 2:
        return None
    first, last = min(spans[0][0], at), max(spans[-1][0], at)
    room = max(1, (last - first).days)
    tail = room * 0.08  # the last span is open: it gets some room of its own

    def x(day: date) -> float:
        return _r(WIDTH * (day - first).days / (room + tail))

    ends = [*(x(s[0]) for s in spans[1:]), float(WIDTH)]
    bars = tuple(
        Bar(x(day), 8, _r(max(3.0, end - x(day) - 2)), 16, name, title=title) for (day, name, title), end in zip(spans, ends, strict=True)
    )
    return Line(bars, x(at), first, last)
