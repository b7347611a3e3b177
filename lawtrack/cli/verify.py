"""`lawtrack verify`: our text against an official consolidation."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lawtrack.cli.common import DAY, Exit, Failure, colour, page, print_json, say, width, workspace_of
from lawtrack.cli.helping import Command
from lawtrack.cli.tongue import speech
from lawtrack.law.message import Message

if TYPE_CHECKING:
    from lawtrack.history import Workspace
    from lawtrack.law import Change, Edition
    from lawtrack.law.official import Official


@click.command("verify", cls=Command)
@click.argument("document")
@click.option(
    "--against",
    "path",
    required=True,
    type=click.Path(path_type=Path),
    help="The official consolidation (văn bản hợp nhất): a file of any format that import reads.",
)
@click.option("--at", "day", type=DAY, help="Compare the text in force on this day. Default: with all amendments passed by certification.")
@click.option("--layout", is_flag=True, help="List differences of line breaks and punctuation too.")
@click.option("--format", "style", type=click.Choice(["terminal", "json"]), default="terminal", show_default=True)
@click.pass_context
def command(ctx: click.Context, document: str, path: Path, day: date | None, layout: bool, style: str) -> int:
    """DOCUMENT against an official consolidation, unit by unit: agreements, our doubts (operations refused), and its probable errors.

    An official consolidation shows every amendment passed by its day of certification, in force or not: so does the text it is compared
    with, unless --at names a day. Leaves with 1 where there are differences.

    \b
    lawtrack verify 38/2024/QH15 --against 21-VBHN-VPQH.pdf
    lawtrack verify 38/2024/QH15 --against 21-VBHN-VPQH.pdf --at 2026-03-15
    """
    from lawtrack.ingest.vbhn import read_official
    from lawtrack.publish.verify import verify
    from lawtrack.publish.verify_text import data, terminal
    from lawtrack.text.numbers import same_key

    workspace = workspace_of(ctx)
    entry = workspace.entry(document, "vi")
    if not path.is_file():
        raise Failure("no such file", "name the file of the official consolidation after --against", str(path))
    read = read_official(path.read_bytes(), path.name)
    official = read.official
    if official.base and same_key(official.base) != entry.key:
        raise Failure(
            Message(
                "{number} consolidates {base}, not {number2}", number=official.document.number, base=official.base, number2=entry.number
            ),
            Message("lawtrack verify {base} --against {path}", base=official.base, path=path),
            str(path),
        )
    for doubt in read.doubts:
        say(f"{path}:{doubt.line}: {speech().told(doubt.message)}")
    edition, unresolved = consolidated(workspace, entry.number, official, day)
    found = verify(edition, official, unresolved)
    if style == "json":
        print_json("lawtrack.verify/1", **data(found))
    else:
        page(terminal(found, speech(), width(), colour(), layout))
    return Exit.DONE if found.agrees else Exit.FINDINGS


def consolidated(workspace: Workspace, number: str, official: Official, day: date | None) -> tuple[Edition, tuple[Change, ...]]:
    """The edition to compare, and the refused operations of its amending acts that name no act: on `day`, or without one with every
    amendment passed by the day of certification, in force or not (Ordinance 01/2012/UBTVQH13, articles 13-16)."""
    from lawtrack.consolidate import Law
    from lawtrack.law import Outcome
    from lawtrack.text.numbers import same_key

    documents, operations = workspace.sources(same_key(number))
    if day is None:
        issued = {d.key: d.meta.issued for d in documents}
        listed = {same_key(a.number) for a in official.amenders}

        def passed(act: str) -> bool:
            signed = issued.get(same_key(act))
            return same_key(act) in listed or official.certified is None or (signed is not None and signed <= official.certified)

        operations = [o for o in operations if passed(o.origin.document)]
    law = Law(documents, operations)
    last = day or max(law.days(same_key(number)), default=official.certified or date.max) + timedelta(days=1)
    acts = {same_key(o.origin.document) for o in operations}
    unresolved = tuple(
        c
        for c in law.all_changes()
        if c.outcome is not Outcome.APPLIED and not c.operation.target.document and same_key(c.operation.origin.document) in acts
    )
    return law.edition(same_key(number), last), unresolved
