"""Paragraphs, tables and notes as a file of Office Open XML (ECMA-376): templates with autoescape in a zip.

The same input gives the same bytes: parts stand in one order, with one date, and nothing tells the clock, the machine or a person.
"""

from __future__ import annotations

import io
import zipfile
from collections.abc import Sequence
from dataclasses import dataclass

from lawtrack.publish.html import environment
from lawtrack.publish.paragraphs import Paragraph, Table

_WIDTH = 9071
"""Of the text in twentieths of a point: A4 less 30 mm and 20 mm (Decree 30/2020/NĐ-CP, annex I, part I)."""
_SIDES = 236  # of a cell, beside its words
_TYPE = "application/vnd.openxmlformats-officedocument.wordprocessingml"
_REL = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_PARTS = {
    "[Content_Types].xml": "word-types.xml",
    "_rels/.rels": "word-package.xml",
    "docProps/core.xml": "word-core.xml",
    "word/_rels/document.xml.rels": "word-relations.xml",
    "word/document.xml": "word-document.xml",
    "word/styles.xml": "word-styles.xml",
    "word/settings.xml": "word-settings.xml",
    "word/footnotes.xml": "word-footnotes.xml",
    "word/footer1.xml": "word-footer.xml",
}


@dataclass(frozen=True, slots=True)
class File:
    """A document to be written.

    title   of its properties
    footer  what stands at the foot of each page beside its number
    blocks  the text, in order
    notes   the texts of the footnotes: a run with the mark of number n refers to notes[n - 1]
    """

    title: str
    language: str
    footer: str
    blocks: Sequence[Paragraph | Table]
    notes: Sequence[str] = ()


def packed(file: File) -> bytes:
    """The bytes of the .docx."""
    values = {
        "file": file,
        "locale": {"vi": "vi-VN", "en": "en-US"}.get(file.language, file.language),
        "blocks": [(b, _twips(b)) if isinstance(b, Table) else (b, ()) for b in file.blocks],
    }
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, template in _PARTS.items():
            info = zipfile.ZipInfo(name, (1980, 1, 1, 0, 0, 0))
            info.compress_type = zipfile.ZIP_DEFLATED
            info.create_system = 3  # else it is that of the machine
            info.external_attr = 0o644 << 16
            archive.writestr(info, environment().get_template(template).render(values, rel=_REL, type=_TYPE).encode("utf-8"))
    return out.getvalue()


def _twips(table: Table) -> tuple[int, ...]:
    """The widths of the columns on the page: each takes its longest word, where all of them do, and what is left goes by what they hold."""
    letter = 115 if table.small else 140
    least = [n * letter + _SIDES if n else 0 for n in table.least]
    if sum(least) > _WIDTH:
        return tuple(_WIDTH * n // sum(least) for n in least)
    left, whole = _WIDTH - sum(least), sum(table.widths) or 1
    return tuple(n + left * width // whole for n, width in zip(least, table.widths, strict=True))
