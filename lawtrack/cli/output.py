"""Editions in the formats of `consolidate` and `show`; files written whole or not at all."""

from __future__ import annotations

import os
from pathlib import Path
from typing import TYPE_CHECKING

from lawtrack.cli.common import Failure
from lawtrack.law.message import Message

if TYPE_CHECKING:
    from lawtrack.law import Edition
    from lawtrack.publish.texts import Acts

FORMATS = {"text": "txt", "md": "md", "html": "html", "json": "json", "docx": "docx", "akn": "xml", "draft": "txt"}
WORD = "docx"
"""The ending of the files of Word; a draft is written as one where its file is named so."""


def rendered(edition: Edition, acts: Acts, style: str, ending: str = "") -> str | bytes:
    """The edition in one of FORMATS; a draft as a file of Word where `ending` says so. Bytes for a file of Word, else text."""
    if style == "text":
        from lawtrack.publish.texts import text

        return text(edition, acts)
    if style == "md":
        from lawtrack.markup import write

        return write(edition.document)
    if style == "json":
        from lawtrack.publish.data import json

        return json(edition, acts)
    if style == WORD:
        from lawtrack.publish.word import word

        return word(edition, acts)
    if style == "akn":
        from lawtrack.publish.akoma import akn

        return akn(edition, acts)
    if style == "draft":
        if edition.document.meta.language != "vi":
            raise Failure(
                Message(
                    "{number} is here in {language:language}; a consolidation is drafted in Vietnamese",
                    number=edition.document.number,
                    language=edition.document.meta.language,
                ),
                "import the Vietnamese text, or choose another --format",
            )
        if ending == WORD:
            from lawtrack.publish.word import word_draft

            return word_draft(edition, acts)
        from lawtrack.publish.draft import draft

        return draft(edition, acts)
    from lawtrack.publish.act_page import standalone

    return standalone(edition, acts)


def write_atomically(path: Path, text: str | bytes) -> None:
    """Writes `text` (in UTF-8, lines ended by a line feed) or bytes whole or not at all: a temporary file beside it, then a rename."""
    import tempfile

    path.parent.mkdir(parents=True, exist_ok=True)
    handle, name = tempfile.mkstemp(prefix=f".{path.name}.", dir=path.parent)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(text.encode("utf-8") if isinstance(text, str) else text)
        Path(name).chmod(0o644)
        Path(name).replace(path)
    except BaseException:
        Path(name).unlink(missing_ok=True)
        raise
