"""Integrity: whether the law history is what its sources make."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lawtrack.history.checks.diagnostic import Diagnostic, Severity
from lawtrack.law import Message

if TYPE_CHECKING:
    from lawtrack.history.workspace import Workspace


def check(workspace: Workspace) -> Iterator[Diagnostic]:
    """Builds the law history anew beside the one there is, and compares."""
    verdict = workspace.history.check()
    if verdict.sound:
        return
    ref = workspace.settings.ref
    if verdict.tip is None:
        remedy = Message("build it: lawtrack apply --all")
        yield Diagnostic(Severity.ERROR, "integrity-none", ref, 0, Message("there is no law history yet"), remedy)
        return
    yield Diagnostic(
        Severity.ERROR,
        "integrity-differs",
        ref,
        0,
        Message(
            "stands at {tip}, while the sources and ledgers make {anew}; the first commit that differs is {first}",
            tip=verdict.tip[:12],
            anew=verdict.anew[:12] if verdict.anew else Message("nothing"),
            first=verdict.first[:12] or Message("on neither side"),
        ),
        Message(
            "sources or ledgers were changed without building: lawtrack apply --all; "
            "where nothing was changed, the branch was written by hand"
        ),
    )
