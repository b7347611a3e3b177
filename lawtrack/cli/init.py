"""`lawtrack init`: a new workspace."""

from __future__ import annotations

from pathlib import Path

import click

from lawtrack.cli.common import tell
from lawtrack.cli.helping import Command


@click.command("init", cls=Command)
@click.argument("folder", type=click.Path(path_type=Path))
def command(folder: Path) -> None:
    """Makes FOLDER a workspace: a Git repository with lawtrack.toml, statutes/, amendments/ and reports/.

    \b
    lawtrack init phap-luat
    """
    from lawtrack.history import Workspace

    Workspace.init(folder)
    tell("Workspace made: {folder}", folder=folder)
    place = "" if folder.absolute() == Path.cwd() else f' -C "{folder}"' if " " in str(folder) else f" -C {folder}"
    tell("Next: lawtrack{place} import FILE", place=place)
