"""`lawtrack log`: the changes of an act."""

from __future__ import annotations

from datetime import date

import click

from lawtrack.cli.common import DAY, colour, library_of, page, print_json, spoken, width
from lawtrack.cli.helping import Command
from lawtrack.cli.records import change_record
from lawtrack.cli.tongue import speech, wish


@click.command("log", cls=Command)
@click.argument("document")
@click.option("--at", "day", type=DAY, help="Only what holds on this day.")
@click.option("--known", type=DAY, help="As it was known on that day.")
@click.option("--refused", is_flag=True, help="Only what was refused or left to an editor, with reasons.")
@click.option("--patch", "-p", is_flag=True, help="The words before and after each change.")
@click.option("--language", type=click.Choice(["vi", "en"]))
@click.option("--format", "style", type=click.Choice(["terminal", "json"]), default="terminal", show_default=True)
@click.pass_context
def command(
    ctx: click.Context, document: str, day: date | None, known: date | None, refused: bool, patch: bool, language: str | None, style: str
) -> None:
    """Every change of DOCUMENT, newest first: day of effect, act, provision that commands, what it does to what.

    \b
    lawtrack log 38/2024/QH15
    lawtrack log 100/2015/QH13 --patch
    """
    workspace = library_of(ctx, known)
    entry = workspace.entry(document, language)
    changes = list(workspace.law_for(entry.number).changes(entry.key, entry.language))[::-1]
    if day:
        changes = [c for c in changes if c.operation.effect.holds(day) is not False]
    if refused:
        changes = [c for c in changes if c.outcome != "applied"]
    if style == "json":
        print_json(
            "lawtrack.log/1", document=entry.number, authority=str(entry.authority), changes=[change_record(c, patch) for c in changes]
        )
        return
    from lawtrack.publish import terminal

    acts = workspace.metas()
    if patch or refused:
        page(terminal.changed(changes, acts, width(), colour(), wish() or entry.language) or spoken("No changes.") + "\n")
        return

    say = speech(entry.language)
    lines: list[str] = []
    for change in changes:
        op = change.operation
        act = acts.get(_key(op.origin.document))
        source = op.origin.document + ("" if act is None or act.authority == "official" else f" ({say.authority(act.authority)})")
        where = f"{say.address(op.origin.address)}, {source}" if op.origin.address else source
        bad = change.outcome != "applied"
        sign = f"✗ {say.outcome(change.outcome)}: " if bad else ""
        head = f"{say.when(op.effect.start)} · {sign}{say.subject(change)}: {say.action(op.action)}"
        lines += terminal.wrap([(head, "red" if bad else "bold")], "", width(), colour(), "  ")
        lines += terminal.wrap([(where, "dim")], "  ", width(), colour(), "    ")
    enacted = workspace.document(entry.number, entry.language).meta
    day_words = say.when(enacted.effective) if enacted.effective else "?"
    lines += terminal.wrap([(f"{day_words} · {say.name(enacted)}", "bold")], "", width(), colour(), "  ")
    lines += terminal.wrap([(enacted.title, "dim")], "  ", width(), colour(), "    ")
    page("\n".join(lines) + "\n")


def _key(number: str) -> str:
    from lawtrack.text.numbers import same_key

    return same_key(number)
