"""`lawtrack diff`: what changed between two days."""

from __future__ import annotations

from datetime import date

import click

from lawtrack.cli.common import DAY, SPAN, colour, library_of, page, print_json, spoken, width
from lawtrack.cli.helping import Command
from lawtrack.cli.records import change_record
from lawtrack.cli.tongue import wish


@click.command("diff", cls=Command)
@click.argument("document")
@click.argument("span", type=SPAN)
@click.option("--known", type=DAY, help="As it was known on that day.")
@click.option("--language", type=click.Choice(["vi", "en"]))
@click.option("--format", "style", type=click.Choice(["terminal", "json"]), default="terminal", show_default=True)
@click.pass_context
def command(ctx: click.Context, document: str, span: tuple[date, date], known: date | None, language: str | None, style: str) -> None:
    """What changed in DOCUMENT between two days: each operation with its act, provision, dates or bounds, authority, and words.

    \b
    lawtrack diff 38/2024/QH15 2025-12-31..2026-03-15
    """
    workspace = library_of(ctx, known)
    entry = workspace.entry(document, language)
    first, last = span
    old = workspace.edition(entry.number, first, entry.language)
    new = workspace.edition(entry.number, last, entry.language)
    held = {change.operation.id for change in old.applied}
    shown = {change.operation.id for change in old.uncertain}
    # What began to hold, what became uncertain, and what stopped holding (a suspension or overlay that ended).
    changes = [c for c in new.applied if c.operation.id not in held]
    changes += [c for c in new.uncertain if c.operation.id not in shown]
    now = {c.operation.id for c in (*new.applied, *new.uncertain)}
    ended = [c for c in old.applied if c.operation.id not in now]
    if style == "json":
        print_json(
            "lawtrack.diff/1",
            document=entry.number,
            **{"from": first.isoformat(), "to": last.isoformat()},
            authority=str(entry.authority),
            changes=[change_record(c) for c in changes],
            ended=[change_record(c) for c in ended],
        )
        return
    from lawtrack.publish.terminal import changed

    acts = workspace.metas()
    text = changed(changes, acts, width(), colour(), wish() or entry.language)
    if ended:
        text += "\n" + spoken("No longer in effect:") + "\n\n" + changed(ended, acts, width(), colour(), wish() or entry.language)
    page(text or spoken("Nothing changed in {act} between {first} and {last}.", act=entry.number, first=first, last=last) + "\n")
