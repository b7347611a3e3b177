"""`lawtrack site`: the published pages."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import click

from lawtrack.cli.common import DAY, print_json, tell, today, workspace_of
from lawtrack.cli.helping import Command


@click.command("site", cls=Command)
@click.option("--output", type=click.Path(path_type=Path), help="Folder of the site. Default: reports/ of the workspace.")
@click.option("--at", "day", type=DAY, help="The day the pages are made for: what is in force, next and recent. Default: today.")
@click.option("--title", default="lawtrack", show_default=True, help="Title of the site.")
@click.option("--base", default="", help="Address the site will have (https://…/), for feeds and the sitemap.")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def command(ctx: click.Context, output: Path | None, day: date | None, title: str, base: str, style: str) -> None:
    """Builds the site: a page an act with all its versions, a change report for each amending act, what changed and what comes next,
    everything refused, search, feeds. Static files: open index.html, or put the folder on any host. Only pages whose content changed are
    written again.

    \b
    lawtrack site
    lawtrack site --output public --base https://law.example/
    """
    from lawtrack.cli.model import site_model
    from lawtrack.publish.site import site

    if base and not base.endswith("/"):
        base += "/"
    workspace = workspace_of(ctx)
    folder = output or workspace.root / "reports"
    built = site(folder, site_model(workspace, day or today(), title, base))
    if style == "json":
        print_json("lawtrack.site/1", folder=str(folder), written=list(built.written), kept=len(built.kept), removed=list(built.removed))
        return
    tell(
        "{written} files written, {kept} unchanged, {removed} removed",
        written=len(built.written),
        kept=len(built.kept),
        removed=len(built.removed),
    )
    click.echo(folder / "index.html")
