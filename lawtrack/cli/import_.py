"""`lawtrack import`: files in."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lawtrack.cli.common import DAY, Failure, print_json, progress, spoken, tell, workspace_of
from lawtrack.cli.helping import Command
from lawtrack.cli.tongue import speech

if TYPE_CHECKING:
    from lawtrack.law import Meta


@click.command("import", cls=Command)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--number", help="Number of the act, where the text lacks it or has it wrong: 169/2007/NĐ-CP. For one file.")
@click.option("--kind", help="Kind of act: luật, nghị định, thông tư …")
@click.option("--title", help="Title (trích yếu).")
@click.option("--issuer", help="Issuing body.")
@click.option("--issued", type=DAY, help="Day it was signed or passed.")
@click.option("--published", type=DAY, help="Day of publication in Công báo.")
@click.option("--effective", type=DAY, help="First day of effect, where the text does not say it.")
@click.option("--language", type=click.Choice(["vi", "en"]), help="Language of the text; told from the text where left out.")
@click.option(
    "--authority",
    type=click.Choice(["official", "translation", "reported", "draft"]),
    help="What stands behind the text. Default: official; translation for English.",
)
@click.option("--replace", "replacing", is_flag=True, help="Put this text in the place of another under the same number.")
@click.option("--no-commit", is_flag=True, help="Write the file, leave the commit to you.")
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def command(
    ctx: click.Context,
    files: tuple[Path, ...],
    number: str | None,
    kind: str | None,
    title: str | None,
    issuer: str | None,
    issued: date | None,
    published: date | None,
    effective: date | None,
    language: str | None,
    authority: str | None,
    replacing: bool,
    no_commit: bool,
    style: str,
) -> None:
    """Reads FILES (docx, doc, pdf with text, html, Markdown, plain text), writes canonical Markdown into statutes/ or amendments/, and
    lists every repair made and every doubt. What is already there under another text is refused.

    \b
    lawtrack import 63-2020.docx
    lawtrack import scan.md --number 169/2007/NĐ-CP --issued 2007-11-19
    """
    from lawtrack.cli.sources import read_mended
    from lawtrack.ingest import Given
    from lawtrack.law import Authority

    if number and len(files) > 1:
        raise Failure("--number names one act, and several files were given", "import them one by one", code=2)
    workspace = workspace_of(ctx)
    given = Given(
        number=number,
        kind=kind,
        title=title,
        issuer=issuer,
        issued=issued,
        published=published,
        effective=effective,
        language=language,
        authority=Authority(authority or "official"),
    )
    records = []
    for file in progress(files, spoken("Reading")):
        imported, mended = read_mended(file, given, workspace)
        document = imported.document
        if authority is None and document.meta.language != "vi":  # the law of Viet Nam speaks Vietnamese: the rest is translation
            document = replace(document, meta=replace(document.meta, authority=Authority.TRANSLATION))
        path = workspace.add(document, commit=not no_commit, replace=replacing)
        records.append(record := _record(file, path, imported, document.meta, mended))
        if style == "text":
            _tell(record)
    if style == "json":
        print_json("lawtrack.import/1", documents=records)


def _record(file: Path, path: Path, imported: Any, meta: Meta, mended: int) -> dict[str, Any]:
    return {
        "file": str(file),
        "path": str(path),
        "number": meta.number,
        "language": meta.language,
        "authority": str(meta.authority),
        "effective": meta.effective.isoformat() if meta.effective else None,
        "kept": round(imported.kept, 6),
        "left_out": [str(x) for x in imported.left_out],
        "errata": mended,
        "repairs": [str(x) for x in imported.repairs],
        "doubts": [x.said for x in imported.doubts],
    }


def _tell(record: dict[str, Any]) -> None:
    click.echo(f"{record['number']} ({record['language']}) → {record['path']}")
    left_out, repairs, doubts = (len(record[name]) for name in ("left_out", "repairs", "doubts"))
    kept = f"{100 * record['kept']:.2f}"
    click.echo(
        "  "
        + spoken(
            "{kept} % of the letters kept · {left_out} lines left out · {repairs} repairs", kept=kept, left_out=left_out, repairs=repairs
        )
    )
    for doubt in record["doubts"][:20]:
        click.echo(f"  {click.style(spoken('doubt'), fg='yellow')}: {speech().told(doubt)}")
    if doubts > 20:
        click.echo("  " + spoken("… and {n} doubts more: --format json lists all", n=doubts - 20))
    if not record["effective"]:
        tell("  The text does not say from which day it is in force: give --effective, or --published where it counts from publication.")
