"""`lawtrack status`: every act, whether it holds, and why."""

from __future__ import annotations

from datetime import date

import click

from lawtrack.cli.common import DAY, colour, library_of, page, print_json, progress, spoken, today, width
from lawtrack.cli.helping import Command
from lawtrack.cli.tongue import speech


@click.command("status", cls=Command)
@click.argument("documents", nargs=-1)
@click.option("--at", "day", type=DAY, help="On this day. Default: today.")
@click.option("--known", type=DAY, help="As it was known on that day.")
@click.option("--format", "style", type=click.Choice(["terminal", "json"]), default="terminal", show_default=True)
@click.pass_context
def command(ctx: click.Context, documents: tuple[str, ...], day: date | None, known: date | None, style: str) -> None:
    """Every act (or DOCUMENTS): in force, amended in part, not yet, suspended, expired or uncertain, why, and what is refused or pending.

    \b
    lawtrack status
    lawtrack status 38/2024/QH15 --at 2026-01-15
    """
    from lawtrack.cli.selection import documents_meant

    workspace = library_of(ctx, known)
    entries = documents_meant(workspace, documents, not documents)
    law = workspace.law()
    out: list[str] = []
    records = []
    from lawtrack.publish.terminal import wrap
    from lawtrack.publish.texts import own_days

    at = day or today()
    for entry in progress(entries, spoken("Reading")):
        edition = law.edition(entry.key, at, entry.language)
        say = speech(entry.language)
        told = [f"{len(edition.refused)} ✗"] if edition.refused else []
        told += [f"{len(edition.uncertain)} ?"] if edition.uncertain else []
        told += [f"{len(edition.coming)} →"] if edition.coming else []
        authority = "" if entry.authority == "official" else f" · {say.authority(edition.document.meta.authority)}"
        head = [(f"{entry.number} ({entry.language})", "bold"), (f" · {say.status(edition.status)}", ""), (authority, "yellow")]
        out += wrap([*head, (" · " + " ".join(told) if told else "", "red" if edition.refused else "")], "", width(), colour(), "  ")
        out += wrap([(edition.document.meta.title, "dim")], "  ", width(), colour(), "    ")
        out += wrap([(say.sentence(edition.why), "dim")], "  ", width(), colour(), "    ")
        later = own_days(edition, say)
        for words in later:
            out += wrap([(words, "yellow")], "  ", width(), colour(), "    ")
        records.append(
            {
                "number": entry.number,
                "language": entry.language,
                "authority": str(entry.authority),
                "status": str(edition.status),
                "why": edition.why,
                "own_days": later,
                "applied": len(edition.applied),
                "refused": len(edition.refused),
                "uncertain": len(edition.uncertain),
                "coming": len(edition.coming),
            }
        )
    if style == "json":
        print_json("lawtrack.status/1", at=at.isoformat(), documents=records)
        return
    page("\n".join([*out, "", spoken("{day}   ✗ refused or manual   ? uncertain   → coming", day=speech().day(at))]) + "\n")
