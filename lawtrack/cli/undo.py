"""`lawtrack undo`: takes the last import, mend or apply back."""

from __future__ import annotations

import click

from lawtrack.cli.common import say, workspace_of


@click.command("undo")
@click.pass_context
def command(ctx: click.Context) -> None:
    """Takes the last `import`, `mend` or `apply` back by a new commit; nothing is lost from the history.

    \b
    lawtrack undo
    """
    say(str(workspace_of(ctx).undo()))
