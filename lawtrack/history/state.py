"""What the last build of the law history was made from: so that the next one makes only what follows from a change.

One file a tip, named by it: a state and the ref it speaks of can never disagree, whenever a process dies. Losing it costs a full build
and no more."""

from __future__ import annotations

import json
from dataclasses import dataclass, field
from typing import Any

from lawtrack.history.cache import Cache, digest
from lawtrack.history.tracks import Row

FORMAT = "1"


@dataclass(frozen=True, slots=True)
class Step:
    """A version without its text. `day` is ISO, "" on the side of the unknown; `packed` are its rows, field by field; `id` stands for
    all of it."""

    day: str
    act: str
    packed: list[list[str]]
    blob: str
    id: str

    @classmethod
    def of(cls, path: str, day: str, act: str, rows: tuple[Row, ...], blob: str) -> Step:
        """The step, its id reckoned."""
        packed = [[row.what, row.id, row.unit, row.at, row.document, row.bounds] for row in rows]
        return cls(day, act, packed, blob, digest(path, day, act, blob, *(word for row in packed for word in row))[:20])

    @property
    def rows(self) -> tuple[Row, ...]:
        """What was done."""
        return tuple(Row(*row) for row in self.packed)


@dataclass(slots=True)
class Track:
    """The steps of one document: on the line, and on the side. `source` is the fingerprint of what they were made from."""

    source: str
    line: tuple[Step, ...] = ()
    side: tuple[Step, ...] = ()


@dataclass(frozen=True, slots=True)
class Made:
    """A commit: its day, act, what it was made from, its hash."""

    day: str
    act: str
    source: str
    commit: str


@dataclass(slots=True)
class State:
    """The tracks by path, and the commits of the two refs in order."""

    settings: str = ""
    tracks: dict[str, Track] = field(default_factory=dict)
    line: list[Made] = field(default_factory=list)
    side: list[Made] = field(default_factory=list)

    @property
    def tip(self) -> str | None:
        """The last commit of the line."""
        return self.line[-1].commit if self.line else None

    @property
    def side_tip(self) -> str | None:
        """The last commit of the side."""
        return self.side[-1].commit if self.side else None

    def blobs(self) -> set[str]:
        """Every blob the two refs reach."""
        return {step.blob for track in self.tracks.values() for step in (*track.line, *track.side)}


def save(cache: Cache, state: State) -> None:
    """Keeps the state under its tips."""
    steps = {
        path: [track.source, *([[s.day, s.act, s.packed, s.blob, s.id] for s in steps] for steps in (track.line, track.side))]
        for path, track in state.tracks.items()
    }
    data = {
        "format": FORMAT,
        "settings": state.settings,
        "tracks": steps,
        "line": [[m.day, m.act, m.source, m.commit] for m in state.line],
        "side": [[m.day, m.act, m.source, m.commit] for m in state.side],
    }
    cache.put("history", _name(state.tip, state.side_tip), json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode())


def forget_others(cache: Cache, state: State) -> None:
    """Forgets the states of other tips: once the refs have moved, no build goes on from them."""
    cache.keep_only("history", _name(state.tip, state.side_tip))


def load(cache: Cache, tip: str | None, side_tip: str | None) -> State | None:
    """The state of these tips, or None."""
    data = cache.get("history", _name(tip, side_tip))
    if data is None:
        return None
    read: dict[str, Any] = json.loads(data)
    if read.get("format") != FORMAT:
        return None
    tracks = {
        path: Track(source, tuple(Step(*s) for s in line), tuple(Step(*s) for s in side))
        for path, (source, line, side) in read["tracks"].items()
    }
    return State(read["settings"], tracks, [Made(*m) for m in read["line"]], [Made(*m) for m in read["side"]])


def _name(tip: str | None, side_tip: str | None) -> str:
    return digest(tip or "", side_tip or "")
