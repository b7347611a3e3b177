"""Dying at any moment: a child process runs some work and is killed in front of its n-th touch of the world."""

from __future__ import annotations

import ctypes
import os
import sys
import time
from collections.abc import Callable

_TOUCHES = {"os.rename", "os.mkdir", "os.remove", "os.rmdir", "os.truncate", "subprocess.Popen"}


def _touches(event: str, arguments: tuple[object, ...]) -> bool:
    if event == "open":
        mode, flags = arguments[1], arguments[2]
        return bool(isinstance(mode, str) and set(mode) & set("wax+")) or bool(isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR))
    return event in _TOUCHES


def _adopt_orphans() -> bool:
    """Makes this process the one that processes of dead children pass to (Linux), so that it can wait for them."""
    if sys.platform != "linux":
        return False
    return ctypes.CDLL(None).prctl(36, 1, 0, 0, 0) == 0  # PR_SET_CHILD_SUBREAPER


def _wait_for_orphans(group: int) -> None:
    if _ADOPTS:
        try:
            while True:
                os.waitpid(-group, 0)
        except ChildProcessError:
            return
    for _ in range(1000):
        try:
            os.killpg(group, 0)
        except ProcessLookupError:
            return
        time.sleep(0.002)


_ADOPTS = _adopt_orphans()


def dies(work: Callable[[], object], n: int) -> bool:
    """Whether a child that runs `work` died in front of its n-th touch of files or processes; False where it was done before. Returns when
    every process it started has ended."""
    child = os.fork()
    if child == 0:
        os.setsid()
        count = 0

        def hook(event: str, arguments: tuple[object, ...]) -> None:
            nonlocal count
            if _touches(event, arguments):
                count += 1
                if count == n:
                    os._exit(9)

        sys.addaudithook(hook)
        work()
        os._exit(0)
    _, status = os.waitpid(child, 0)
    _wait_for_orphans(child)
    code = os.waitstatus_to_exitcode(status)
    assert code in (0, 9), f"the work failed: {code}"
    return code == 9
