"""`lawtrack undo`: takes the last import, mend or apply back."""

from __future__ import annotations

import shlex

import click

from lawtrack.cli.common import tell, workspace_of
from lawtrack.cli.helping import Command


@click.command("undo", cls=Command)
@click.pass_context
def command(ctx: click.Context) -> None:
    """Takes the last `import`, `mend` or `apply` back by a new commit; nothing is lost from the history.

    \b
    lawtrack undo
    """
    workspace = workspace_of(ctx)
    done = workspace.undo()
    tell("taken back: {subject} ({n} files)", subject=done.subject, n=len(done.paths))
    if done.decided:
        commit, paths = done.commit[:10], shlex.join(done.decided)
        tell("What was decided by hand in the ledger is kept: git checkout {commit} -- {paths}", commit=commit, paths=paths)
