"""`lawtrack report`: one page for one act."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from lawtrack.cli.common import DAY, Failure, tell, today, workspace_of
from lawtrack.cli.helping import Command
from lawtrack.cli.output import write_atomically
from lawtrack.cli.tongue import wish


@click.command("report", cls=Command)
@click.argument("act")
@click.option("--output", type=click.Path(path_type=Path), help="File to write. Default: <slug>.html in the current folder.")
@click.option("--language", type=click.Choice(["vi", "en"]), help="Language of the page around the law's own words.")
@click.option("--at", "day", type=DAY, help="For an act that changes nothing: its text on this day. Default: today.")
@click.option("--format", "style", type=click.Choice(["html", "md", "json"]), default="html", show_default=True)
@click.pass_context
def command(ctx: click.Context, act: str, output: Path | None, language: str | None, day: date | None, style: str) -> None:
    """The change report of ACT: every operation with the words before and after, what is refused and why. For an act that changes no other:
    its own page, with its text and what changed it. Stylesheet and script are written beside the page.

    \b
    lawtrack report 12/2017/QH14
    lawtrack report 119/2025/QH15 --output split.html
    """
    from lawtrack.publish.addresses import act_slug
    from lawtrack.publish.data import json as edition_json
    from lawtrack.publish.data import report_json
    from lawtrack.publish.markdown import report_markdown
    from lawtrack.publish.report import report_act
    from lawtrack.publish.site import write_assets

    workspace = workspace_of(ctx)
    entry = workspace.entry(act)
    document = workspace.document(entry.number, entry.language)
    changes = [c for c in workspace.changes_by(entry) if c.operation.origin.language == entry.language]
    changes.sort(key=lambda c: c.operation.order)
    acts = workspace.metas()
    target = output or Path(f"{act_slug(entry.number)}.{style}")
    if target.is_dir():
        raise Failure("is a folder", "name a file after --output", str(target))
    if not changes:
        edition = workspace.edition(entry.number, day or today(), entry.language)
        if style == "html":
            from lawtrack.publish.act_page import standalone

            text = standalone(edition, acts)
        elif style == "json":
            text = edition_json(edition, acts)
        else:
            from lawtrack.markup import write

            text = write(edition.document)
    elif style == "html":
        targets = {}
        for found in workspace.entries():
            if found.key in {_key(c.operation.target.document) for c in changes} and found.language == entry.language:
                targets[found.key] = workspace.document(found.number, found.language)
        text = report_act(document, changes, targets, language=language or wish(), doubts=workspace.doubts(entry))
    elif style == "json":
        text = report_json(document, changes)
    else:
        text = report_markdown(document, changes, acts)
    write_atomically(target, text)
    if style == "html":
        write_assets(target.parent)
    tell("written: {path}", path=target)


def _key(number: str) -> str:
    from lawtrack.text.numbers import same_key

    return same_key(number)
