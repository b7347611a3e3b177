"""An edition, and the draft of a consolidation, as a file of Word (.docx): the page of Decree 30/2020/NĐ-CP, headings for the navigation
pane, tables, footnotes. What it says is what `texts.text` and `draft.draft` say."""

from __future__ import annotations

from collections.abc import Iterator

from lawtrack.law.change import Edition
from lawtrack.law.document import Document
from lawtrack.law.plain import mark_of
from lawtrack.law.provision import Kind
from lawtrack.publish.draft import CERTIFICATION, Marked, drafted
from lawtrack.publish.ooxml import File, packed
from lawtrack.publish.paragraphs import Line, blocks
from lawtrack.publish.speech import Speech
from lawtrack.publish.texts import Acts, Piece, notices, passages


def word(edition: Edition, acts: Acts | None = None) -> bytes:
    """The edition as a .docx: the lines of `texts.text`, every notice above the title."""
    document = edition.document
    language = document.meta.language
    say = Speech(language)
    told = notices(edition, acts or {}, say)
    lines = [Line("notice", None, "", words) for words in told]
    lines += _kinds(_line(piece, language) for piece in passages(edition, say))
    footer = say("{number}: text on {day}", number=document.number, day=say.day(edition.at))
    return packed(File(_title(document), language, footer, blocks(lines, document.body, edition.other.body if edition.other else None)))


def word_draft(edition: Edition, acts: Acts | None = None) -> bytes:
    """The draft of a consolidation as a .docx, its notes as footnotes. Raises ValueError as `draft.drafted`."""
    document, made = edition.document, drafted(edition, acts)
    title = [s for s in (document.meta.kind.upper(), document.meta.title) if s]
    lines = [
        *_lines("notice", made.notices),
        *_lines("head", document.head),
        *_kinds(iter(_lines("title", title))),
        *_lines("acts", made.acts),
        *_lines("preamble", document.preamble),
        *map(_marked, made.body),
        *_lines("tail", document.tail),
        *map(_marked, made.annexes),
        *_lines("appendix", (CERTIFICATION,)),
    ]
    for name, rows in made.appendices:
        lines += [*_lines("appendix", (name,)), *_lines("refused", rows)]
    say = Speech("vi")
    footer = say("{number}: draft of a consolidation", number=document.number)
    return packed(File(_title(document), "vi", footer, blocks(lines, document.body), made.notes))


def _lines(section: str, words: tuple[str, ...] | list[str]) -> list[Line]:
    return [Line(section, None, "", line) for line in words]


def _line(piece: Piece, language: str) -> Line:
    section, unit, words = piece
    if unit is None or unit.kind is Kind.HANG:
        return Line(section, unit, "", words)
    label = mark_of(unit, language)
    return Line(section, unit, label, words.removeprefix(label).lstrip(" "))


def _marked(line: Marked) -> Line:
    return Line("body", line.unit, line.label, line.words, line.notes)


def _kinds(lines: Iterator[Line]) -> Iterator[Line]:
    """The lines, the first one of the title as the kind of the act."""
    before = ""
    for line in lines:
        yield Line("kind", None, "", line.words) if line.section == "title" != before else line
        before = line.section


def _title(document: Document) -> str:
    return f"{Speech(document.meta.language).name(document.meta)} {document.meta.title}".strip()
