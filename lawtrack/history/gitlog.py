"""Reading the law history back from Git alone, where the workspace has no memory of having built it (a fresh clone, an edition of long
ago)."""

from __future__ import annotations

from dataclasses import dataclass

from lawtrack.history.gate import Gate
from lawtrack.history.state import Step

_FORMAT = "%x01%H%x02%(trailers:key=Effective-Date,valueonly,separator=%x20)%x02%(trailers:key=Act,valueonly,separator=%x20)%x02%s"


@dataclass(frozen=True, slots=True)
class Commit:
    """A commit of the law: hash, ISO day ("unknown" on the side), act, subject, and path → blob of what it changed."""

    commit: str
    day: str
    act: str
    subject: str
    files: dict[str, str]


def commits(gate: Gate, tip: str, without: str | None = None) -> list[Commit]:
    """The commits that lead to `tip`, oldest first; without those that lead to `without`."""
    words = ["--reverse", "--first-parent", "--no-renames", "--raw", "--no-abbrev", "-z", f"--format={_FORMAT}", tip]
    out = gate.ask("log", *words, *([f"^{without}"] if without else []), "--")
    found = []
    for row in out.split(b"\x01")[1:]:
        head, _, rest = row.partition(b"\0")
        commit, day, act, subject = head.decode().split("\x02")
        names = rest.lstrip(b"\n").split(b"\0")
        files = {path.decode(): facts.split()[3].decode() for facts, path in zip(names[::2], names[1::2], strict=False)}
        found.append(Commit(commit, day.strip(), act.strip(), subject, files))
    return found


def tracks_of(gate: Gate, tip: str) -> dict[str, tuple[Step, ...]]:
    """Path → steps (day, act and blob alone) of every document."""
    found: dict[str, list[Step]] = {}
    for commit in commits(gate, tip):
        for path, blob in commit.files.items():
            found.setdefault(path, []).append(Step(commit.day, commit.act, [], blob, ""))
    return {path: tuple(steps) for path, steps in found.items()}
