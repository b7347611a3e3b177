"""Building the law history: versions in, commits out, through `git fast-import`.

All versions of a document go in one after another, so that Git stores each as a delta of the last; the commits follow. No text is held
beyond the one that is being written. Nothing is seen of a build before its refs move, together, at the end.
"""

from __future__ import annotations

from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path

from lawtrack.history.cache import digest
from lawtrack.history.engine import Versions
from lawtrack.history.gate import Gate
from lawtrack.history.line import Plan, lay
from lawtrack.history.person import Person
from lawtrack.history.settings import Settings
from lawtrack.history.state import FORMAT, Made, State, Step, Track
from lawtrack.history.store import blob_of
from lawtrack.history.stream import Stream

SCRATCH = "refs/lawtrack/building"
SCRATCH_SIDE = "refs/lawtrack/building-unknown"


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: the tips, how many commits there are, how many at the beginning of the line stood already, documents worked out
    anew."""

    tip: str | None
    unknown: str | None
    commits: int
    kept: int
    documents: int


class Builder:
    """One build. `old` is the state to go on from; an empty one makes everything anew. `marks`: a file to work with."""

    def __init__(self, gate: Gate, versions: Versions, settings: Settings, old: State, marks: Path) -> None:
        name = digest(FORMAT, settings.name, settings.email)
        self._gate = gate
        self._versions = versions
        self._person = Person(settings.name, settings.email)
        self._old = old if old.settings == name else State()
        self._new = State(name)
        self._held = self._old.blobs()
        self._marks = marks
        self._stack = ExitStack()
        self._stream: Stream | None = None
        self.kept = 0
        self.documents = 0

    def run(self) -> State:
        """Makes the commits; they stand under the scratch refs. Returns the new state."""
        old, new = self._old, self._new
        with self._stack:
            self._tracks()
            acts = self._versions.acts()
            line = lay({path: track.line for path, track in new.tracks.items()}, acts)
            side = lay({path: track.side for path, track in new.tracks.items()}, acts)
            kept = self.kept = _same(line, old.line)
            sides = _same(side, old.side) if kept == len(line) == len(old.line) else 0
            tip = self._write(SCRATCH, line[kept:], old.line[kept - 1].commit if kept else None, 1)
            self._write(SCRATCH_SIDE, side[sides:], old.side[sides - 1].commit if sides else tip, 1 + len(line) - kept)
        hashes = self._hashes()
        fresh = [Made(p.day, p.act.number, p.source, hashes[i + 1]) for i, p in enumerate([*line[kept:], *side[sides:]])]
        cut = len(line) - kept
        new.line, new.side = [*old.line[:kept], *fresh[:cut]], [*old.side[:sides], *fresh[cut:]]
        return new

    def _tracks(self) -> None:
        for paths, source in self._versions.groups():
            known = [self._old.tracks.get(path) for path in paths]
            if all(track is not None and track.source == source for track in known):
                self._new.tracks |= {path: track for path, track in zip(paths, known, strict=True) if track}
                continue
            lines: dict[str, list[Step]] = {path: [] for path in paths}
            sides: dict[str, list[Step]] = {path: [] for path in paths}
            for text in self._versions.texts(paths):
                step = Step.of(text.path, text.day, text.act, text.rows, self._blob(text.text))
                (lines if text.day else sides)[text.path].append(step)
            self._new.tracks |= {path: Track(source, tuple(lines[path]), tuple(sides[path])) for path in paths}
            self.documents += len(paths)

    def _open(self) -> Stream:
        if self._stream is None:
            self._marks.unlink(missing_ok=True)
            self._stream = self._stack.enter_context(self._gate.importing(marks=self._marks))
        return self._stream

    def _blob(self, text: str) -> str:
        data = text.encode()
        name = blob_of(data)
        if name not in self._held:
            self._held.add(name)
            self._open().blob(data)
        return name

    def _write(self, ref: str, plans: list[Plan], parent: str | int | None, mark: int) -> str | int | None:
        for i, plan in enumerate(plans):
            stream = self._open()
            stream.commit(ref, mark + i, self._person, plan.epoch, plan.message, "" if i else parent)
            for path, blob in plan.files.items():
                stream.file(path, blob)
        return mark + len(plans) - 1 if plans else parent

    def _hashes(self) -> dict[int, str]:
        """Mark → commit."""
        if not self._marks.exists():
            return {}
        rows = (row.partition(" ") for row in self._marks.read_text(encoding="ascii").splitlines())
        found = {int(mark[1:]): commit for mark, _, commit in rows}
        self._marks.unlink()
        return found


def _same(plans: list[Plan], made: list[Made]) -> int:
    """How many commits at the beginning stand already as planned."""
    count = 0
    for plan, old in zip(plans, made, strict=False):
        if plan.source != old.source:
            break
        count += 1
    return count
