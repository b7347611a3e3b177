"""`lawtrack edition`: fixed points of the law history."""

from __future__ import annotations

import re
from dataclasses import asdict

import click

from lawtrack.cli.common import DAY, print_json, say, tell, workspace_of
from lawtrack.cli.helping import Command


@click.command("edition", cls=Command)
@click.argument("which", required=False, metavar="[DATE | DATE..DATE]")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def command(ctx: click.Context, which: str | None, style: str) -> None:
    """Lists the editions of the law history; with DATE makes one (a tag no rebuild moves, so that a citation of its commits stays
    good); with DATE..DATE lists what a later rebuild changed between two of them.

    \b
    lawtrack edition
    lawtrack edition 2026-11-21
    lawtrack edition 2026-06-30..2026-11-21
    """
    history = workspace_of(ctx).history
    if which and ".." in which:
        one, two = (DAY.convert(part, None, ctx) for part in re.split(r"\.\.", which, maxsplit=1))
        changed = history.between(one, two)
        if style == "json":
            print_json("lawtrack.edition/1", changed=[asdict(c) for c in changed])
            return
        for item in changed:
            click.echo(f"{item.what} {item.day} {item.subject}")
            for path in item.paths:
                click.echo(f"  {path}")
        if not changed:
            tell("Nothing that stood in the edition of {one} was changed by the edition of {two}.", one=one, two=two)
        return
    if which:
        day = DAY.convert(which, None, ctx)
        say(f"edition/{day}: {history.publish(day)}")
        return
    found = history.editions()
    if style == "json":
        print_json("lawtrack.edition/1", editions={day.isoformat(): commit for day, commit in found.items()})
        return
    for day, commit in found.items():
        click.echo(f"{day}  {commit}")
    if not found:
        tell("No edition yet. Make one: lawtrack edition 2026-11-21")
