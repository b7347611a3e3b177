"""Integrity: whether the law history is what its sources make."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from lawtrack.history.checks.diagnostic import Diagnostic, Severity

if TYPE_CHECKING:
    from lawtrack.history.workspace import Workspace


def check(workspace: Workspace) -> Iterator[Diagnostic]:
    """Builds the law history anew beside the one there is, and compares."""
    verdict = workspace.history.check()
    if verdict.sound:
        return
    ref = workspace.settings.ref
    if verdict.tip is None:
        yield Diagnostic(Severity.ERROR, "integrity-none", ref, 0, "there is no law history yet", "build it: lawtrack apply --all")
        return
    yield Diagnostic(
        Severity.ERROR,
        "integrity-differs",
        ref,
        0,
        f"stands at {verdict.tip[:12]}, while the sources and ledgers make {(verdict.anew or 'nothing')[:12]}; "
        f"the first commit that differs is {verdict.first[:12] or 'on neither side'}",
        "sources or ledgers were changed without building: lawtrack apply --all; where nothing was changed, the branch was written by hand",
    )
