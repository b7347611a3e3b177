"""`lawtrack import`: files in."""

from __future__ import annotations

import unicodedata
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from lawtrack.cli.common import DAY, LETTERS, Exit, Failure, failure_text, fitted, print_json, progress, report, spoken, tell, workspace_of
from lawtrack.cli.helping import Command
from lawtrack.cli.tongue import speech
from lawtrack.law.errors import LawtrackError
from lawtrack.law.message import Message

if TYPE_CHECKING:
    from lawtrack.ingest import Imported
    from lawtrack.law import Meta
    from lawtrack.text.repair import Repair


@click.command("import", cls=Command)
@click.argument("files", nargs=-1, required=True, type=click.Path(path_type=Path))
@click.option("--number", type=LETTERS, help="Number of the act, where the text lacks it or has it wrong: 169/2007/NĐ-CP. For one file.")
@click.option("--kind", type=LETTERS, help="Kind of act: luật, nghị định, thông tư …")
@click.option("--title", type=LETTERS, help="Title (trích yếu).")
@click.option("--issuer", type=LETTERS, help="Issuing body.")
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
) -> int:
    """Reads FILES (docx, doc, pdf with text, html, Markdown, plain text), writes canonical Markdown into statutes/ or amendments/, and
    lists every repair made and every doubt. What is already there under another text is refused.

    \b
    lawtrack import 63-2020.docx
    lawtrack import scan.md --number 169/2007/NĐ-CP --issued 2007-11-19
    """
    from lawtrack.cli.sources import read_mended
    from lawtrack.history.places import place_of
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
    failed: list[tuple[Path, LawtrackError]] = []
    for file in progress(files, spoken("Reading")) if style == "json" else files:  # else what is told of each file is the progress
        if style == "text":
            report(Message("reading {number}", number=file.name))
        try:
            imported, mended = read_mended(file, given, workspace)
            document = imported.document
            if authority is None and document.meta.language != "vi":  # the law of Viet Nam speaks Vietnamese: the rest is translation
                document = replace(document, meta=replace(document.meta, authority=Authority.TRANSLATION))
            place = workspace.root / place_of(document)
            before = place.read_bytes() if place.is_file() else b""
            path = workspace.add(document, commit=not no_commit, replace=replacing)
        except LawtrackError as problem:  # each file is one act: the others are read all the same
            failed.append((file, problem))
            if style == "text":
                click.echo(failure_text(problem), err=True)
            continue
        records.append(record := _record(file, path, imported, document.meta, mended, before == path.read_bytes()))
        if style == "text":
            _tell(record, imported)
    if style == "json":
        missing = [{"file": str(file), "message": problem.message, "remedy": problem.remedy} for file, problem in failed]
        print_json("lawtrack.import/1", documents=records, failed=missing)
    if len(files) > 1 and failed:
        names = ", ".join(file.name for file, _ in failed)
        tell("{n} of {all} files were not imported: {names}", n=len(failed), all=len(files), names=names)
    return failed[0][1].exit_code if failed else Exit.DONE


def _record(file: Path, path: Path, imported: Imported, meta: Meta, mended: int, same: bool) -> dict[str, Any]:
    return {
        "file": str(file),
        "path": str(path),
        "number": meta.number,
        "language": meta.language,
        "authority": str(meta.authority),
        "effective": meta.effective.isoformat() if meta.effective else None,
        "unchanged": same,
        "kept": round(imported.kept, 6),
        "left_out": [str(x) for x in imported.left_out],
        "errata": mended,
        "repairs": [str(x) for x in imported.repairs],
        "doubts": [x.said for x in imported.doubts],
    }


def _tell(record: dict[str, Any], imported: Imported) -> None:
    click.echo(f"{record['number']} ({record['language']}) → {_near(record['path'])}")
    say = speech()
    meta = imported.document.meta
    since = f" · {say('In force from')}: {say.day(meta.effective)}" if meta.effective else ""
    click.echo(fitted(f"  {meta.kind} {meta.title}{since}", "    "))
    if record["unchanged"]:
        click.echo("  " + spoken("is here already, word for word: nothing was changed"))
        return
    left_out, repairs, doubts = (len(record[name]) for name in ("left_out", "repairs", "doubts"))
    kept = f"{100 * record['kept']:.2f}"
    click.echo(
        "  "
        + spoken(
            "{kept} % of the letters kept · {left_out} lines left out · {repairs} repairs", kept=kept, left_out=left_out, repairs=repairs
        )
    )
    _list(spoken("left out"), [(str(x.why), x.line, f"“{x.words[:60]}”") for x in imported.left_out])
    _list(spoken("repaired"), [(str(x.rule), x.line, _repaired(x)) for x in imported.repairs])
    for doubt in record["doubts"][:20]:
        told = fitted(f"  {spoken('doubt')}: {speech().told(doubt)}", "    ")
        click.echo(told.replace(spoken("doubt"), click.style(spoken("doubt"), fg="yellow"), 1))
    if doubts > 20:
        click.echo("  " + spoken("… and {n} doubts more: --format json lists all", n=doubts - 20))
    if not record["effective"]:
        tell("  The text does not say from which day it is in force: give --effective, or --published where it counts from publication.")


def _list(what: str, rows: list[tuple[str, int, str]]) -> None:
    """What was done by one rule in one line, with the first places."""
    found: dict[str, list[str]] = {}
    for why, line, words in rows:
        found.setdefault(why, []).append(spoken("line {n}", n=line) + (f" {words}" if words else ""))
    for why, places in found.items():
        more = ", …" if len(places) > 2 else ""
        click.echo(fitted(f"  {what}: {len(places)} × {spoken(why)}: {', '.join(places[:2])}{more}", "    "))


def _repaired(repair: Repair) -> str:
    """What stood there and what stands now, where an eye can tell them apart."""
    before, after = (unicodedata.normalize("NFC", words).strip() for words in (repair.before, repair.after))
    return "" if " ".join(before.split()) == " ".join(after.split()) else f"“{before}” → “{after}”"


def _near(path: str) -> str:
    """A path as short as it can be said from here."""
    here = Path.cwd()
    return str(Path(path).relative_to(here)) if Path(path).is_relative_to(here) else path
