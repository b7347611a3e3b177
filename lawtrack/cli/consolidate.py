"""`lawtrack consolidate`: the text in force on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from lawtrack.cli.common import DAY, Failure, library_of, page, progress, spoken, tell, today
from lawtrack.cli.helping import Command
from lawtrack.cli.output import FORMATS, WORD, rendered, write_atomically
from lawtrack.cli.tongue import speech
from lawtrack.law.message import Message

if TYPE_CHECKING:
    from lawtrack.law import Edition
    from lawtrack.publish.texts import Acts


@click.command("consolidate", cls=Command)
@click.argument("documents", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Every act of the workspace.")
@click.option("--at", "day", type=DAY, help="The day the text is to be in force. Default: today.")
@click.option("--known", type=DAY, help="As it was known on that day (what the workspace's Git branch held then).")
@click.option(
    "--with",
    "amending",
    multiple=True,
    type=click.Path(path_type=Path),
    help="Without a workspace: DOCUMENTS is one file, amended by this one. May be given several times.",
)
@click.option("--language", type=click.Choice(["vi", "en"]), help="Only this language.")
@click.option("--format", "style", type=click.Choice(FORMATS), help="Default: what the ending of --output says, else text.")
@click.option("--output", type=click.Path(path_type=Path), help="A file, or with --all or several acts a folder: one <slug>.<ending> each.")
@click.pass_context
def command(
    ctx: click.Context,
    documents: tuple[str, ...],
    everything: bool,
    day: date | None,
    known: date | None,
    amending: tuple[Path, ...],
    language: str | None,
    style: str | None,
    output: Path | None,
) -> None:
    """The text of DOCUMENTS as in force on a day: computed, not certified. What is reported, drafted or uncertain says so.

    \b
    lawtrack consolidate 63/2020/NĐ-CP
    lawtrack consolidate 38/2024/QH15 --at 2026-01-15
    lawtrack consolidate --all --format html --output build
    lawtrack consolidate 63/2020/NĐ-CP --output 63-2020.docx    a file of Word
    lawtrack consolidate 63/2020/NĐ-CP --output 63-2020.xml    Akoma Ntoso 3.0
    lawtrack consolidate 63/2020/NĐ-CP --format draft    a draft consolidation
    lawtrack consolidate 63/2020/NĐ-CP --format draft --output draft.docx    with footnotes
    lawtrack consolidate base.docx --with act.docx    without a workspace
    """
    day = day or today()
    style = style_of(output, style)
    if amending:
        _named_for_word(style, output)
        _one_shot(documents, amending, day, style, output)
        return
    from lawtrack.cli.selection import documents_meant

    workspace = library_of(ctx, known)
    entries = documents_meant(workspace, documents, everything, language)
    acts = workspace.metas()
    many = everything or len(entries) > 1
    if many and output is not None:
        law = workspace.law() if everything else None

        def editions() -> Iterator[tuple[str, Edition]]:
            for entry in progress(entries, spoken("Consolidating")):
                found = law.edition(entry.key, day, entry.language) if law else workspace.edition(entry.number, day, entry.language)
                yield entry.name, found

        _write_folder(editions(), acts, style, output)
        return
    _named_for_word(style, output)
    if many and style == "akn":
        raise Failure("an XML document holds one text", "name a folder after --output", code=2)
    parts = []
    for entry in entries:
        edition = workspace.edition(entry.number, day, entry.language)
        _warn(edition)
        parts.append(rendered(edition, acts, style, ending_of(output)))
    _deliver(parts, output)


def style_of(output: Path | None, asked: str | None) -> str:
    """The format that is asked for, else the one a file's ending names, else text. Raises Failure for other files of word processors, and
    where format and ending are at odds about a file of Word."""
    ending = ending_of(output)
    if ending in ("doc", "odt", "pdf", "rtf"):
        message = Message("no .{ending} is written here", ending=ending)
        remedy = Message("write a file that ends in .docx: Word and LibreOffice save it as .{ending}", ending=ending)
        raise Failure(message, remedy, str(output), code=2)
    if ending == WORD and asked not in (None, WORD, "draft"):
        message = Message("a .docx is a file of Word, and --format {style} makes another", style=asked)
        raise Failure(message, Message("leave --format out, or let the file end in .{ending}", ending=FORMATS[asked]), str(output), code=2)
    return asked or next((style for style, known in FORMATS.items() if known == ending), "text")


def ending_of(output: Path | None) -> str:
    """The ending of a file, in small letters and without its dot."""
    return output.suffix.lower().removeprefix(".") if output else ""


def _named_for_word(style: str, output: Path | None) -> None:
    """A file of Word goes into a file of that name: a terminal cannot show it. Raises Failure."""
    if style == WORD and output is None:
        raise Failure("a file of Word cannot be shown here", "name a file for it: --output text.docx", code=2)
    if style == WORD and ending_of(output) != WORD:
        raise Failure("Word knows its files by the ending .docx", "name a file that ends in .docx after --output", str(output), code=2)


def _write_folder(editions: Iterable[tuple[str, Edition]], acts: Acts, style: str, folder: Path) -> None:
    if folder.exists() and not folder.is_dir():
        raise Failure("is a file; several texts need a folder", "name a folder after --output", str(folder))
    folder.mkdir(parents=True, exist_ok=True)
    count = 0
    for name, edition in editions:
        stem = name.removesuffix(".vi")
        write_atomically(folder / f"{stem}.{FORMATS[style]}", rendered(edition, acts, style))
        _warn(edition)
        count += 1
    tell("{n} texts in {folder}", n=count, folder=folder)


def _warn(edition: Edition) -> None:
    """What a reader of the text has to know and a file does not tell: operations that never reached it."""
    if edition.refused:
        number = edition.document.number
        count = speech().count("{n} operation", "{n} operations", len(edition.refused))
        tell("{act}: {count} refused or left to an editor, NOT in this text: lawtrack log {act} --refused", act=number, count=count)


def _deliver(parts: Sequence[str | bytes], output: Path | None) -> None:
    """Shows texts, or writes the one there is to a file."""
    if output is None:
        page("\n".join(part for part in parts if isinstance(part, str)))
        return
    if output.is_dir():
        raise Failure("is a folder", "name a file after --output", str(output))
    (text,) = parts
    write_atomically(output, text)
    tell("written: {path}", path=output)


def _one_shot(documents: tuple[str, ...], amending: tuple[Path, ...], day: date, style: str, output: Path | None) -> None:
    """BASE and the acts that change it, all from files, no workspace needed or touched."""
    from lawtrack.amend import read_act
    from lawtrack.cli.sources import read_mended
    from lawtrack.consolidate import Law
    from lawtrack.ingest import Given
    from lawtrack.law.catalogue import Catalogue
    from lawtrack.text.numbers import same_key

    if len(documents) != 1:
        raise click.UsageError(Message("with --with, name one base file: lawtrack consolidate BASE --with ACT"))
    texts = []
    for path in (Path(documents[0]), *amending):
        texts.append(read_mended(path, Given())[0].document)
    catalogue = Catalogue.of(texts)
    operations = [operation for act in texts[1:] for operation in read_act(act, catalogue).operations]
    if not any(same_key(operation.target.document) == texts[0].key for operation in operations):
        tell("None of the acts given with --with was read as changing {act}: this is its text as enacted.", act=texts[0].number)
    edition = Law(texts, operations).edition(texts[0].key, day, texts[0].meta.language)
    for change in edition.refused:
        tell(
            "refused: {command} — {why}",
            command=change.operation.origin.text[:100],
            why=speech().why(change.refusal) if change.refusal else "",
        )
    _warn(edition)
    _deliver([rendered(edition, {text.key: text.meta for text in texts}, style, ending_of(output))], output)
