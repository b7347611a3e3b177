"""Reading the law history back from Git alone, where the workspace has no memory of having built it (a fresh clone)."""

from __future__ import annotations

from lawtrack.history.gate import Gate
from lawtrack.history.state import Step

_FORMAT = "%x01%H%x02%(trailers:key=Effective-Date,valueonly,separator=%x20)%x02%(trailers:key=Act,valueonly,separator=%x20)"


def tracks_of(gate: Gate, tip: str) -> dict[str, tuple[Step, ...]]:
    """Path → steps (day, act and blob alone) of every document, from one `git log`."""
    out = gate.ask("log", "--reverse", "--first-parent", "--no-renames", "--raw", "--no-abbrev", "-z", f"--format={_FORMAT}", tip, "--")
    found: dict[str, list[Step]] = {}
    for commit in out.split(b"\x01")[1:]:
        head, _, rest = commit.partition(b"\0")
        _, day, act = head.decode().split("\x02")
        words = rest.lstrip(b"\n").split(b"\0")
        for facts, path in zip(words[::2], words[1::2], strict=False):
            blob = facts.split()[3].decode()
            name = path.decode()
            found.setdefault(name, []).append(Step(day.strip(), act.strip(), (), blob, ""))
    return {path: tuple(steps) for path, steps in found.items()}
