"""Building the law history: tracks from the engine, commits through `git fast-import`.

All versions of a document go in one after another, so that Git stores each as a delta of the last; the commits follow. Texts are never
held beyond the one that is being written. Nothing is seen of a build before its refs move, together, at the end.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from contextlib import ExitStack
from dataclasses import dataclass

from lawtrack.history.cache import digest
from lawtrack.history.gate import Gate, Person
from lawtrack.history.library import Entry, Library
from lawtrack.history.line import Plan, lay, rank
from lawtrack.history.message import Act, one_line
from lawtrack.history.places import ledger_of
from lawtrack.history.settings import Settings
from lawtrack.history.state import FORMAT, Made, State, Step, Track
from lawtrack.history.store import blob_of
from lawtrack.history.stream import Stream
from lawtrack.history.tracks import dated, undated
from lawtrack.law import Operation

SCRATCH = "refs/lawtrack/building"
SCRATCH_SIDE = "refs/lawtrack/building-unknown"


@dataclass(frozen=True, slots=True)
class Built:
    """What a build did: the tips, how many commits there are, how many of them stood already, documents read again."""

    tip: str | None
    unknown: str | None
    commits: int
    kept: int
    documents: int


class Builder:
    """One build. `old` is the state to go on from; an empty one makes everything anew."""

    def __init__(self, gate: Gate, library: Library, settings: Settings, old: State) -> None:
        self.gate = gate
        self.library = library
        self.settings = settings
        name = digest(FORMAT, settings.name, settings.email)
        self.old = old if old.settings == name else State()
        self.new = State(name)
        self.held = self.old.blobs()
        self.read = 0
        self._stack = ExitStack()
        self._stream: Stream | None = None
        self._marks = library.cache.folder / "marks"

    def run(self) -> State:
        """Makes tracks and commits; the commits stand under the scratch refs. Returns the new state."""
        with self._stack:
            acts = _acts(self.library)
            for path, track in self._tracks(acts):
                self.new.tracks[path] = track
            line = lay({path: track.line for path, track in self.new.tracks.items()}, acts)
            side = lay({path: track.side for path, track in self.new.tracks.items()}, acts)
            kept = _same(line, self.old.line)
            self.kept = kept
            sides = _same(side, self.old.side) if kept == len(line) == len(self.old.line) else 0
            fresh = [*line[kept:], *side[sides:]]
            parent: str | int | None = self.old.line[kept - 1].commit if kept else None
            tip = self._write(SCRATCH, line[kept:], parent, 1)
            parent = self.old.side[sides - 1].commit if sides else tip
            self._write(SCRATCH_SIDE, side[sides:], parent, 1 + len(line) - kept)
        hashes = self._hashes() if fresh else {}
        made = [Made(p.day, p.act.number, p.source, hashes[i + 1]) for i, p in enumerate(fresh)]
        cut = len(line) - kept
        self.new.line = [*self.old.line[:kept], *made[:cut]]
        self.new.side = [*self.old.side[:sides], *made[cut:]]
        return self.new

    # -- tracks ----------------------------------------------------------------------------------------------------------
    def _tracks(self, acts: Mapping[str, Act]) -> Iterator[tuple[str, Track]]:
        by_key: dict[str, list[Entry]] = {}
        for entry in self.library.entries():
            by_key.setdefault(entry.key, []).append(entry)
        for key, entries in by_key.items():
            sources = self.library.sources_of(key)
            source = self.library.fingerprint(sources)
            old = [self.old.tracks.get(entry.path) for entry in entries]
            if all(track is not None and track.source == source for track in old):
                yield from ((entry.path, track) for entry, track in zip(entries, old, strict=True) if track)
            else:
                yield from self._make(entries, source, acts)

    def _make(self, entries: list[Entry], source: str, acts: Mapping[str, Act]) -> Iterator[tuple[str, Track]]:
        from lawtrack.consolidate import Law
        from lawtrack.markup import write

        documents, operations = self.library.sources(entries[0].key)
        law = Law(documents, operations)

        def make(some: list[Operation]) -> Law:
            return Law(documents, some)

        def order(key: str) -> tuple[str, ...]:
            return rank(acts.get(key) or Act(key))

        for entry in entries:
            self.read += 1
            base = self.library.document(entry.number, entry.language)
            track = Track(source)
            track.line = tuple(
                Step.of(entry.path, v.day.isoformat(), v.act, v.rows, self._blob(write(v.document))) for v in dated(law, base, make, order)
            )
            track.side = tuple(
                Step.of(entry.path, "", act, rows, self._blob(write(document))) for act, rows, document in undated(law, base, make, order)
            )
            yield entry.path, track

    # -- Git -------------------------------------------------------------------------------------------------------------
    def _open(self) -> Stream:
        if self._stream is None:
            self._marks.unlink(missing_ok=True)
            self._stream = self._stack.enter_context(self.gate.importing(marks=self._marks))
        return self._stream

    def _blob(self, text: str) -> str:
        data = text.encode()
        name = blob_of(data)
        if name not in self.held:
            self.held.add(name)
            self._open().blob(data)
        return name

    def _write(self, ref: str, plans: list[Plan], parent: str | int | None, mark: int) -> str | int | None:
        person = Person(self.settings.name, self.settings.email)
        for i, plan in enumerate(plans):
            stream = self._open()
            stream.commit(ref, mark + i, person, plan.epoch, plan.message, "" if i else parent)
            for path, blob in plan.files.items():
                stream.file(path, blob)
        return mark + len(plans) - 1 if plans else parent

    def _hashes(self) -> dict[int, str]:
        found = {}
        for row in self._marks.read_text(encoding="ascii").splitlines():
            mark, _, commit = row.partition(" ")
            found[int(mark[1:])] = commit
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


def _acts(library: Library) -> dict[str, Act]:
    """Key → what commits say of an act; of several languages the first, Vietnamese, speaks."""
    acts: dict[str, Act] = {}
    files = library.files()
    for entry in sorted(library.entries(), key=lambda e: (e.language != "vi", e.language)):
        if entry.key not in acts:
            title = one_line(f"{entry.kind} {entry.title}")
            acts[entry.key] = Act(
                entry.number, title[:1].upper() + title[1:], entry.issued, entry.authority, entry.blob, files.get(ledger_of(entry.path), "")
            )
    return acts
