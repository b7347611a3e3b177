"""Which format a file has, and its text."""

from __future__ import annotations

from pathlib import PurePath

from lawtrack.ingest import plain
from lawtrack.ingest.model import IngestError, Text


def text_of(data: bytes, name: str) -> Text:
    """The text of a file, its format told by its first bytes, then by its name; raises IngestError."""
    ending = PurePath(name).suffix.lower()
    if not data.strip():
        raise IngestError("the file is empty", remedy="give a file that holds the text of an act")
    text = plain.decode(data)
    if ending in (".md", ".markdown") or plain.looks_like_markdown(text):
        return plain.markdown(text)
    return plain.plain_text(text)
