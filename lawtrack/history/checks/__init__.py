"""Checks of a workspace: what is wrong, on which line of which file, and what to do about it. One module for each kind of check.

check(workspace, at) -> (Diagnostic, …)      sorted by file and line; nothing is changed
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import date
from typing import TYPE_CHECKING

from lawtrack.history.checks import dates, integrity, ledgers, numbering, references, sources, spelling, translations
from lawtrack.history.checks.diagnostic import Diagnostic, Severity, sorting
from lawtrack.history.checks.ground import Ground

if TYPE_CHECKING:
    from lawtrack.history.workspace import Workspace

_ON_GROUND: dict[str, Callable[[Ground], Iterable[Diagnostic]]] = {
    "numbering": numbering.check,
    "ledger": ledgers.check,
    "reference": references.check,
    "translation": translations.check,
    "date": dates.check,
    "spelling": spelling.check,
}
KINDS = ("source", *_ON_GROUND, "integrity")
"""The kinds of check, in the order they run; the first word of every code."""


def check(
    workspace: Workspace,
    at: date,
    full: bool = False,
    only: Iterable[str] = (),
    progress: Callable[[str], object] | None = None,
) -> tuple[Diagnostic, ...]:
    """Every finding of the workspace on the day `at`. `full`: the law history too is built anew and compared. `only`: these kinds (KINDS).
    A file that cannot be read is an error of its own, and the other checks go on without it."""
    wanted = set(only) or set(KINDS)
    say = progress or (lambda _: None)
    say("source")
    found, broken = sources.check(workspace, workspace.root)
    unreadable, ledger_paths = ledgers.unreadable(workspace.root)
    found = [d for d in found if "source" in wanted] + [d for d in unreadable if "ledger" in wanted]
    ground = Ground(workspace, at, broken | ledger_paths)
    for kind, run in _ON_GROUND.items():
        if kind in wanted:
            say(kind)
            found += run(ground)
    if full and not broken and not ledger_paths:
        say("integrity")
        found += integrity.check(workspace)
    return tuple(sorted(dict.fromkeys(found), key=sorting))


__all__ = ["KINDS", "Diagnostic", "Severity", "check"]
