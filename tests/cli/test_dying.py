"""A command that is killed leaves the workspace as it was or complete, and the next command goes on from there."""

from __future__ import annotations

import random
import shutil
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from .running import done, hashes

TRIES = 5


def killed(after: float, *words: str | Path) -> bool:
    """Runs the command line in a process of its own and kills it after some seconds; whether it was still running."""
    process = subprocess.Popen(
        [sys.executable, "-m", "lawtrack", *map(str, words)], stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL, stdin=subprocess.DEVNULL
    )
    try:
        process.wait(after)
    except subprocess.TimeoutExpired:
        process.send_signal(signal.SIGKILL)
        process.wait()
        return True
    return False


def content(workspace: Path) -> dict[str, str]:
    """The acts and ledgers of a workspace, and that Git holds the same."""
    found = {p: h for p, h in hashes(workspace).items() if not p.startswith(".git/")}
    for _ in range(20):  # a git process that the killed command had started may still be ending
        dirty = subprocess.run(["git", "status", "--porcelain"], cwd=workspace, capture_output=True, text=True, check=True).stdout
        if not dirty:
            break
        time.sleep(0.25)
    assert dirty == "", f"left behind: {dirty}"
    assert not [p for p in workspace.rglob("*.lock") if p.parent.name == ".git"], "a lock of Git stays"
    subprocess.run(["git", "fsck", "--strict"], cwd=workspace, capture_output=True, check=True)
    return found


@pytest.mark.parametrize("what", ["import", "apply"])
def test_a_killed_command_is_done_whole_or_not_at_all(imported: Path, applied: Path, sources: Path, tmp_path: Path, what: str) -> None:
    words: tuple[str | Path, ...] = ("import", sources / "orphan.txt") if what == "import" else ("apply", "--all")
    reference = Path(shutil.copytree(imported, tmp_path / "reference"))
    start = time.monotonic()
    subprocess.run([sys.executable, "-m", "lawtrack", "-C", reference, *words], capture_output=True, check=False)
    whole = time.monotonic() - start
    before, after = content(imported), content(reference)
    assert before != after
    moments = random.Random(what)  # the same moments each time, as shares of the time the whole takes
    for n in range(TRIES):
        workspace = Path(shutil.copytree(imported, tmp_path / f"try{n}"))
        killed(whole * moments.uniform(0.3, 1.0), "-C", workspace, *words)
        done("-C", workspace, "status")  # the next command, whichever it is, completes what was decided
        assert content(workspace) in (before, after)
        done("-C", workspace, *words, code=0 if what == "import" else 1)
        assert content(workspace) == after
        if what == "apply":
            done("-C", workspace, "check", "--integrity", "--only", "integrity")
