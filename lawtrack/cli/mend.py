"""`lawtrack mend`: an erratum of a source."""

from __future__ import annotations

from datetime import date

import click

from lawtrack.cli.common import DAY, LETTERS, Failure, page, tell, today, workspace_of
from lawtrack.cli.helping import Command


@click.command("mend", cls=Command)
@click.argument("document")
@click.argument("address")
@click.argument("find", type=LETTERS)
@click.argument("put", type=LETTERS)
@click.option("--why", type=LETTERS, required=True, help="What went wrong: a letter the scan broke, a word printed twice …")
@click.option("--source", type=LETTERS, default="", help="How the right words are known: Công báo, the signed original …")
@click.option("--on", "day", type=DAY, help="The day it is entered. Default: today.")
@click.option("--language", type=click.Choice(["vi", "en"]))
@click.option("--dry-run", is_flag=True, help="Show before and after, write nothing.")
@click.pass_context
def command(
    ctx: click.Context,
    document: str,
    address: str,
    find: str,
    put: str,
    why: str,
    source: str,
    day: date | None,
    language: str | None,
    dry_run: bool,
) -> None:
    """Puts a misprint of the copy in hand right: in DOCUMENT at ADDRESS the words FIND become PUT. The erratum is kept beside the document
    with its day and reason, is cited wherever the text is shown, and holds for every later import; `lawtrack undo` takes it back.
    A correction of the law itself (đính chính) is an act: import that.

    \b
    lawtrack mend 5/2020/NĐ-CP dieu-3.khoan-2 "lụa chọn" "lựa chọn" --why "chữ in sai"
    """
    from lawtrack.cli.addresses import parse_address
    from lawtrack.history.mending import mend
    from lawtrack.law.plain import own_line
    from lawtrack.markup import Erratum

    workspace = workspace_of(ctx)
    entry = workspace.entry(document, language)
    if not find or find == put or not why.strip():
        raise Failure("there is nothing to put right", "give the words as they stand, other words for them, and the reason", code=2)
    erratum = Erratum(day or today(), str(parse_address(address)), find, put, why.strip(), source)
    done = mend(workspace, entry, erratum, dry_run)
    rows = [own_line(unit, entry.language).split("\n") for unit in (done.before, done.after)]
    shown = [f"- {one}\n+ {two}" for one, two in zip(*rows, strict=True) if one != two]
    page("\n".join([f"{entry.number} {erratum.at}", *shown]) + "\n")
    if dry_run:
        tell("Nothing is written.")
    else:
        tell("errata: {path}", path=done.errata)
        act = entry.number if workspace.has_ledger(entry) else "--all"
        tell("The law history and the ledgers follow with: lawtrack apply {act}", act=act)
