"""Killed at any moment, a workspace is as it was or complete."""

from __future__ import annotations

import os
import time

import pytest

from lawtrack.history import Workspace, files
from tests.history.conftest import act
from tests.history.faults import dies
from tests.history.test_workspace import git, state

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")


def test_killed_while_filing_a_document(ws: Workspace) -> None:
    before = state(ws)
    complete, n, outcomes = None, 0, []
    while True:
        n += 1
        died = dies(lambda: Workspace.find(ws.root).add_all([act("1/2020/NĐ-CP"), act("2/2020/NĐ-CP")]), n)
        after = state(Workspace.find(ws.root))  # opening completes what was decided
        if after != before:
            assert {e.number for e in Workspace.find(ws.root).entries()} == {"1/2020/NĐ-CP", "2/2020/NĐ-CP"}
            assert after["status"] == b""
            files = {k: v for k, v in after.items() if k != "HEAD"}
            complete = complete or files
            assert files == complete
            git(ws, "reset", "--hard", "-q", "HEAD~1")
            assert state(ws) == before
        outcomes.append(after != before)
        if not died:
            break
    assert n > 10 and outcomes[0] is False and outcomes[-1] is True, "the moments were reached"
    assert outcomes == sorted(outcomes), "once decided, always complete"


def test_killed_while_completing(ws: Workspace) -> None:
    """A change that was decided is completed even when the process that completes it is killed as well."""
    n = 1
    while True:
        assert dies(lambda: Workspace.find(ws.root).add(act("1/2020/NĐ-CP")), n)
        if (ws.root / ".lawtrack" / "pending").exists():
            break
        n += 1
    m = 0
    while dies(lambda: Workspace.find(ws.root), m := m + 1):
        pass
    assert m > 3
    assert Workspace.find(ws.root).document("1/2020/NĐ-CP") == act("1/2020/NĐ-CP")
    assert git(ws, "status", "--porcelain") == ""
    assert git(ws, "rev-list", "--count", "HEAD").strip() == "2"


@pytest.fixture
def half_done(ws: Workspace) -> Workspace:
    """A workspace whose last process died after it had decided to file 1/2020/NĐ-CP."""
    n = 1
    while True:
        dies(lambda: Workspace.find(ws.root).add(act("1/2020/NĐ-CP")), n)
        if (ws.root / ".lawtrack" / "pending").exists():
            return ws
        n += 1


def test_a_lock_that_outlives_its_holder_for_a_moment_is_waited_for(half_done: Workspace) -> None:
    """A process the dead one was just starting keeps the lock until it runs a program of its own."""
    taken, told = os.pipe()
    child = os.fork()
    if child == 0:
        with files.locked(half_done.root):
            os.write(told, b"!")
            time.sleep(0.3)
        os._exit(0)
    os.read(taken, 1)
    assert Workspace.find(half_done.root).document("1/2020/NĐ-CP") == act("1/2020/NĐ-CP")
    assert git(half_done, "status", "--porcelain") == ""
    os.waitpid(child, 0)
    os.close(taken)
    os.close(told)


def test_a_lock_of_git_that_outlives_its_holder_for_a_moment_is_waited_for(half_done: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    lock = half_done.root / ".git" / "index.lock"
    lock.touch()
    monkeypatch.setattr(time, "sleep", lambda seconds: lock.unlink())  # its holder ends while the next command waits
    assert Workspace.find(half_done.root).document("1/2020/NĐ-CP") == act("1/2020/NĐ-CP")
    assert not lock.exists()
    assert git(half_done, "status", "--porcelain") == ""
    assert git(half_done, "rev-list", "--count", "HEAD").strip() == "2"
