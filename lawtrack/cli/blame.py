"""`lawtrack blame`: which provision of which act put these words here."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import click

from lawtrack.cli.common import DAY, LETTERS, colour, library_of, page, print_json, spoken, today, width
from lawtrack.cli.helping import Command
from lawtrack.cli.tongue import speech

if TYPE_CHECKING:
    from lawtrack.publish.speech import Speech


@click.command("blame", cls=Command)
@click.argument("document")
@click.argument("address", required=False)
@click.option("--words", type=LETTERS, help="Only units that hold these words, and which change brought them in.")
@click.option("--at", "day", type=DAY, help="On this day. Default: today.")
@click.option("--known", type=DAY, help="As it was known on that day.")
@click.option("--language", type=click.Choice(["vi", "en"]))
@click.option("--format", "style", type=click.Choice(["terminal", "json"]), default="terminal", show_default=True)
@click.pass_context
def command(
    ctx: click.Context,
    document: str,
    address: str | None,
    words: str | None,
    day: date | None,
    known: date | None,
    language: str | None,
    style: str,
) -> None:
    """Every unit of DOCUMENT (or the one at ADDRESS and those below) with the changes that made it what it is, newest first, back to
    the enacted text. A unit keeps its history through renumbering.

    \b
    lawtrack blame 38/2024/QH15 dieu-45a --at 2026-03-15
    lawtrack blame 100/2015/QH13 "khoản 2 Điều 12"
    lawtrack blame 100/2015/QH13 --words "mạng viễn thông"
    """
    from lawtrack.cli.addresses import parse_address
    from lawtrack.history.blame import blame, with_words

    workspace = library_of(ctx, known)
    entry = workspace.entry(document, language)
    found = blame(workspace, entry.number, day or today(), entry.language, parse_address(address) if address else None)
    bringing: dict[int, str | None] = dict.fromkeys(range(len(found)))
    if words:
        pairs = with_words(found, words)
        found = tuple(item for item, _ in pairs)
        bringing = dict(enumerate(link.operation if link else "" for _, link in pairs))
    if style == "json":
        units = [
            {
                "address": str(b.address),
                "line": b.line,
                "uid": b.uid,
                "since": b.since.isoformat() if b.since else None,
                "brought": bringing[n],
                "changes": [
                    {
                        "day": link.day.isoformat() if link.day else None,
                        "act": link.act,
                        "operation": link.operation,
                        "source": str(link.at),
                        "action": link.action,
                        "command": link.command,
                        "decision": link.decision,
                    }
                    for link in b.links
                ],
            }
            for n, b in enumerate(found)
        ]
        print_json("lawtrack.blame/1", document=entry.number, units=units)
        return
    from lawtrack.publish.terminal import wrap

    say = speech(entry.language)
    out: list[str] = []
    for n, item in enumerate(found):
        out += wrap([(say.address(item.address), "bold"), ("  ", ""), (_short(item.line), "")], "", width(), colour(), "  ")
        for link in item.links:
            mark = "* " if bringing[n] == link.operation else "  "
            place = f"{say.address(link.at)}, {link.act}" if link.at else link.act
            told = f"{_day(say, link.day)} {place}" + (f" ({say.told(link.decision)})" if link.decision else "")
            out += wrap([(told, "green" if mark.strip() else "dim")], "    " + mark, width(), colour(), "        ")
        act, at = item.enacted
        if not any(link.act == act for link in item.links):
            out += wrap([(f"{_day(say, item.since)} {act} {say.address(at)}", "dim")], "      ", width(), colour(), "        ")
    page("\n".join(out) + "\n" if out else spoken("No unit holds these words.") + "\n")


def _day(say: Speech, day: date | None) -> str:
    return say.day(day) if day else "?"


def _short(line: str) -> str:
    """The beginning of a line of law, ended at a word."""
    return line if len(line) <= 160 else line[:160].rsplit(" ", 1)[0] + " …"
