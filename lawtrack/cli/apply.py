"""`lawtrack apply`: ledgers and law history."""

from __future__ import annotations

from collections import Counter

import click

from lawtrack.cli.common import Exit, print_json, report, spoken, tell, workspace_of
from lawtrack.cli.helping import Command
from lawtrack.cli.tongue import speech


@click.command("apply", cls=Command)
@click.argument("acts", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Every act that changes another.")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def command(ctx: click.Context, acts: tuple[str, ...], everything: bool, style: str) -> int:
    """Writes and commits the ledger of each act (machine-resolved and accepted operations; the rest stays listed as refused) and builds
    the law history, a Git ref of its own. All of an act, or exactly the rest where something is refused: never half an operation.

    \b
    lawtrack apply 12/2017/QH14
    lawtrack apply --all
    lawtrack undo                  takes it back
    """
    from lawtrack.cli.selection import acts_meant

    workspace = workspace_of(ctx)
    entries = acts_meant(workspace, acts, everything)
    applied = workspace.apply([e.number for e in entries], report)
    outcomes = Counter(str(c.outcome) for c in applied.changes)
    if style == "json":
        print_json("lawtrack.apply/1", acts=[e.number for e in entries], outcomes=dict(outcomes), law=applied.law, ledgers=applied.ledgers)
    else:
        for entry in entries:
            mine = Counter(c.outcome for c in applied.changes if c.operation.origin.document == entry.number)
            click.echo(
                f"{entry.number}: "
                + (", ".join(f"{n} {speech().outcome(what)}" for what, n in mine.most_common()) or spoken("no operations"))
            )
        click.echo(spoken("law history: {tip}", tip=applied.law))
        if outcomes["refused"] or outcomes["manual"]:
            tell("Refused and manual operations are not in any text. See: lawtrack plan ACT --refused")
    return Exit.FINDINGS if outcomes["refused"] or outcomes["manual"] else Exit.DONE
