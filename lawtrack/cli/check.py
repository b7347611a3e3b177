"""`lawtrack check`: what is wrong in a workspace, where, and what to do."""

from __future__ import annotations

from collections import Counter
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

import click

from lawtrack.cli.common import DAY, Exit, colour, page, print_json, shows_progress, spoken, tell, today, width, workspace_of
from lawtrack.cli.helping import Command
from lawtrack.cli.tongue import speech
from lawtrack.law.message import Message

if TYPE_CHECKING:
    from lawtrack.history.checks import Diagnostic

_TITLES = {
    "source": Message("Sources"),
    "numbering": Message("Numbering of units"),
    "ledger": Message("Ledgers"),
    "reference": Message("Cross-references"),
    "translation": Message("Translations"),
    "date": Message("Dates"),
    "spelling": Message("Spelling"),
    "integrity": Message("Law history"),
}
_STYLES = {"error": "red", "warning": "yellow", "note": "dim"}
_WORDS = {"error": Message("error"), "warning": Message("warning"), "note": Message("note")}


@click.command("check", cls=Command)
@click.option("--at", "day", type=DAY, help="The day whose texts in force are checked. Default: today.")
@click.option("--only", multiple=True, type=click.Choice(list(_TITLES)), help="Only this kind of check. May be given several times.")
@click.option("--integrity", is_flag=True, help="Also build the law history anew and compare: it has to be the same, byte for byte.")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def command(ctx: click.Context, day: date | None, only: tuple[str, ...], integrity: bool, style: str) -> int:
    """Looks for faults: files that are not what they should be, ledgers that have parted from their act, cross-references left dangling,
    translations gone stale, dates that cannot be, probable misprints. Nothing is changed. Errors make the exit code 1; warnings and notes
    do not.

    \b
    lawtrack check
    lawtrack check --at 2026-03-15 --only reference
    lawtrack check --integrity --format json
    """
    from lawtrack.history.checks import check

    workspace = workspace_of(ctx)
    at = day or today()
    found = check(
        workspace,
        at,
        integrity or "integrity" in only,
        only,
        (lambda kind: tell("checking: {what}", what=speech().told(_TITLES[kind]))) if shows_progress() else None,
    )
    counts = Counter(str(d.severity) for d in found)
    if style == "json":
        print_json(
            "lawtrack.check/1",
            at=at.isoformat(),
            counts={name: counts[name] for name in _STYLES},
            diagnostics=[
                {
                    "severity": str(d.severity),
                    "code": d.code,
                    "path": d.path,
                    "line": d.line or None,
                    "address": d.address or None,
                    "message": d.message,
                    "remedy": d.remedy,
                }
                for d in found
            ],
        )
    else:
        page(_listing(found) + _summary(counts))
    return Exit.FINDINGS if counts["error"] else Exit.DONE


def _listing(found: tuple[Diagnostic, ...]) -> str:
    """The findings by kind of check; findings of one remedy in a row share it."""
    from lawtrack.publish.terminal import wrap

    speak = speech()
    out: list[str] = []
    for kind, title in _TITLES.items():
        mine = [d for d in found if d.kind == kind]
        if not mine:
            continue
        out += wrap([(speak.told(title), "bold")], "", width(), colour())
        for remedy, group in groupby(mine, lambda d: d.remedy):
            for d in group:
                style = _STYLES[d.severity]
                pieces = [
                    (f"{d.place}: ", ""),
                    (f"{speak.told(_WORDS[d.severity])}: ", style),
                    (speak.told(d.message), ""),
                    (f" [{d.code}]", "dim"),
                ]
                out += wrap(pieces, "", width(), colour(), "    ")
            if remedy:
                out += wrap([("→ " + speak.told(remedy), "dim")], "    ", width(), colour(), "      ")
        out.append("")
    return "\n".join(out) + "\n" if out else ""


def _summary(counts: Counter[str]) -> str:
    if not counts:
        return spoken("Nothing found.") + "\n"
    speak = speech()
    told = (
        speak.count("{n} error", "{n} errors", counts["error"]),
        speak.count("{n} warning", "{n} warnings", counts["warning"]),
        speak.count("{n} note", "{n} notes", counts["note"]),
    )
    return ", ".join(told) + "\n"
