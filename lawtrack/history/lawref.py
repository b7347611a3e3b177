"""The law's own history in the workspace's repository: building it, reading it, checking it."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from lawtrack.history import editions as tags
from lawtrack.history import files, state
from lawtrack.history.build import SCRATCH, SCRATCH_SIDE, Builder, Built
from lawtrack.history.desk import Desk
from lawtrack.history.engine import Engine
from lawtrack.history.errors import BadInput, Conflict
from lawtrack.history.gitlog import Commit, commits, tracks_of
from lawtrack.history.library import Library
from lawtrack.history.state import State, Step
from lawtrack.law import Address
from lawtrack.law.message import Message
from lawtrack.text.numbers import same_key

if TYPE_CHECKING:
    from lawtrack.history.blame import Blame


@dataclass(frozen=True, slots=True)
class Verdict:
    """Whether the law history is what its sources make: the tips as they are and as they were made anew; the first commit that differs."""

    sound: bool
    tip: str | None
    anew: str | None
    first: str = ""


class LawHistory:
    """The refs of `lawtrack.toml`: `ref`, the line of the law, and `unknown`, what has no known day."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk
        self._gate = desk.gate

    # -- building --------------------------------------------------------------------------------------------------------
    def build(self) -> Built:
        """Brings the law history up to the sources and ledgers; commits before the first that changed keep their hashes. Raises Conflict
        where one of its branches is checked out."""
        settings = self._desk.settings
        with files.locked(self._desk.root):
            self._refuse_checked_out()
            tip, side = self._gate.tip(settings.ref), self._gate.tip(settings.unknown)
            old = state.load(self._desk.cache, tip, side) or State()
            builder = self._builder(old)
            new = builder.run()
            if new != old:
                state.save(self._desk.cache, new)  # before the refs move: it is found by them
            self._gate.move([(settings.ref, new.tip, tip), (settings.unknown, new.side_tip, side)])
            self._drop_scratch()
            state.forget_others(self._desk.cache, new)
        return Built(new.tip, new.side_tip, len(new.line) + len(new.side), builder.kept, builder.documents)

    def check(self) -> Verdict:
        """Builds the history anew beside the one there is, and compares. Nothing is changed."""
        settings = self._desk.settings
        with files.locked(self._desk.root):
            new = self._builder(State()).run()
            self._drop_scratch()
        tip, side = self._gate.tip(settings.ref), self._gate.tip(settings.unknown)
        if (tip, side) == (new.tip, new.side_tip):
            return Verdict(True, tip, new.tip)
        have = self._commits(settings.ref) + self._commits(settings.unknown)
        anew = [m.commit for m in (*new.line, *new.side)]
        first = next((b for a, b in zip([*have, ""], [*anew, ""], strict=False) if a != b), "")
        return Verdict(False, tip, new.tip, first)

    def _builder(self, old: State) -> Builder:
        library = Library(self._desk.store, self._desk.cache, applied=True)
        return Builder(self._gate, Engine(library), self._desk.settings, old, self._desk.cache.folder / "marks")

    def _refuse_checked_out(self) -> None:
        settings = self._desk.settings
        rows = self._gate.ask("for-each-ref", "--format=%(refname)%00%(worktreepath)", "--", settings.ref, settings.unknown)
        taken = [row.split("\0") for row in rows.decode().splitlines()]
        if any(len(row) > 1 and row[1] for row in taken):
            raise Conflict(
                "a branch of the law history is checked out", "check out the branch of the sources: git switch main", self._desk.root
            )

    def _drop_scratch(self) -> None:
        for ref in (SCRATCH, SCRATCH_SIDE):
            if tip := self._gate.tip(ref):
                self._gate.move([(ref, None, tip)])

    def _commits(self, ref: str) -> list[str]:
        if self._gate.tip(ref) is None:
            return []
        return self._gate.ask("rev-list", "--reverse", "--first-parent", ref, "--").decode().split()

    # -- reading ---------------------------------------------------------------------------------------------------------
    def reader(self) -> Reader:
        """A reader of the line as it stands now: make one, ask it often. Raises Conflict where nothing was built yet."""
        settings = self._desk.settings
        tip, side = self._gate.tip(settings.ref), self._gate.tip(settings.unknown)
        if tip is None:
            raise Conflict("there is no law history yet", "build it: lawtrack apply --all", self._desk.root)
        known = state.load(self._desk.cache, tip, side)
        lines = {path: track.line for path, track in known.tracks.items()} if known else tracks_of(self._gate, tip)
        return Reader(self._desk, lines)

    def blame(
        self, number: str, day: date, address: Address | None = None, language: str | None = None, known: date | None = None
    ) -> tuple[Blame, ...]:
        """Every unit of a text on a day with what made it so, back to the enacted text; with an address that unit and those below it.
        Raises UnknownDocument, and BadInput where the address is not there on that day."""
        from lawtrack.history.blame import blame

        return blame(self._desk.known(known) if known else self._desk, number, day, language, address)

    # -- editions --------------------------------------------------------------------------------------------------------
    def publish(self, day: date) -> str:
        """Names the line as it stands `edition/<day>` and returns the commit; an edition never moves. Raises Conflict."""
        return tags.publish(self._gate, self._desk.settings.ref, day)

    def editions(self) -> dict[date, str]:
        """Day → commit of every edition, oldest first."""
        return tags.editions(self._gate)

    def between(self, one: date, two: date) -> tuple[tags.Rebuilt, ...]:
        """What the edition of the second day says otherwise than that of the first. Raises BadInput for an edition that is not there."""
        return tags.between(self._gate, one, two)

    def log(self, number: str | None = None, language: str | None = None) -> list[Commit]:
        """The commits of the line, newest first; of one act only those that changed its text. From Git alone."""
        tip = self._gate.tip(self._desk.settings.ref)
        found = commits(self._gate, tip) if tip else []
        if number is not None:
            path = self._desk.entry(number, language).path
            found = [commit for commit in found if path in commit.files]
        return found[::-1]

    def text_at(self, number: str, day: date, language: str | None = None) -> str | None:
        """The canonical Markdown of an act as it stood on a day, read from the law history without replaying; None before its first day."""
        return self.reader().text_at(number, day, language)


class Reader:
    """Texts of the law by document and day, through one `git cat-file` process."""

    def __init__(self, desk: Desk, lines: dict[str, tuple[Step, ...]]) -> None:
        self._gate = desk.gate
        self._days = {path: [step.day for step in steps] for path, steps in lines.items()}
        self._blobs = {path: [step.blob for step in steps] for path, steps in lines.items()}
        self._found: dict[tuple[str, str | None], str] = {}
        self._paths: dict[str, list[str]] = {}
        for path in sorted(lines, key=lambda p: (not p.endswith(".vi.md"), p)):
            self._paths.setdefault(same_key(path.rsplit("/", 1)[1].rsplit(".", 2)[0]), []).append(path)

    def paths(self) -> Iterator[str]:
        """Every document of the history."""
        yield from sorted(self._days)

    def blob_at(self, path: str, day: date) -> str | None:
        """The blob of a document on a day, or None before its first."""
        days = self._days.get(path, [])
        place = bisect_right(days, day.isoformat())
        return self._blobs[path][place - 1] if place else None

    def days(self, path: str) -> tuple[date, ...]:
        """The days on which a document changes."""
        return tuple(dict.fromkeys(date.fromisoformat(day) for day in self._days.get(path, ())))

    def path(self, number: str, language: str | None = None) -> str:
        """The path of a document by number in any spelling; raises BadInput where the history has none."""
        if found := self._found.get((number, language)):
            return found
        for path in self._paths.get(same_key(number), ()):
            if language is None or path.endswith(f".{language}.md"):
                self._found[number, language] = path
                return path
        raise BadInput(
            Message("the law history has no text of {number}", number=number),
            "apply it, or look whether its first day is known: lawtrack status",
        )

    def text_at(self, number: str, day: date, language: str | None = None) -> str | None:
        """The canonical Markdown of an act on a day; None before its first."""
        blob = self.blob_at(self.path(number, language), day)
        return self._gate.batch().blob(blob).decode() if blob else None

    def versions(self, number: str, language: str | None = None) -> Iterator[tuple[date, str]]:
        """Every version of an act with the day from which it stands, in order. Of several versions of one day the last is the law."""
        path = self.path(number, language)
        texts = self._gate.batch().many(self._blobs[path])
        for day, data in zip(self._days[path], texts, strict=True):
            if data is not None:
                yield date.fromisoformat(day), data.decode()
