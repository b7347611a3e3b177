"""Which format a file has, told by its first bytes before its name, and its text."""

from __future__ import annotations

import json
import re
from io import BytesIO
from pathlib import PurePath

from lawtrack.ingest import plain
from lawtrack.ingest.model import IngestError, Text
from lawtrack.law.message import Message

_SUPPORTED = Message("give docx, doc, pdf with text, HTML, Markdown or plain text")
_IMAGES = (b"\x89PNG", b"\xff\xd8\xff", b"GIF8", b"II*\0", b"MM\0*", b"BM")
_HTML = re.compile(r"<(?:!doctype\s+html|html|head|body|div|p|table|span|h[1-6])\b[^>]*>", re.IGNORECASE)


def text_of(data: bytes, name: str) -> Text:
    """The text of a file; raises IngestError for an empty, binary or unknown file."""
    ending = PurePath(name).suffix.lower()
    if not data.strip():
        raise IngestError("the file is empty", remedy="give a file that holds the text of an act")
    if data[:1024].lstrip().startswith(b"%PDF"):
        from lawtrack.ingest.pages import pdf_text  # each format's reader is loaded for its own files

        return pdf_text(data)
    if data.startswith(b"PK\x03\x04"):
        if "word/document.xml" in _names(data):
            from lawtrack.ingest.word import docx_text

            return docx_text(data)
        raise IngestError("the file is an archive and no Word document", remedy=_SUPPORTED)
    if data.startswith(b"\xd0\xcf\x11\xe0"):
        from lawtrack.ingest.pages import doc_text

        return doc_text(data)
    if data.startswith(_IMAGES) or data[8:12] == b"WEBP":
        raise IngestError("the file is a picture", remedy="run OCR on it first, and import the text it gives")
    if data.lstrip().startswith(b"{\\rtf"):
        raise IngestError("RTF is not supported", remedy="save the file as .docx")
    text = plain.decode(data)
    if text.lstrip()[:1] in ("{", "[") and _is_json(text):
        raise IngestError("the file is JSON", remedy="save the field that holds the text of the act as plain text, HTML or Markdown")
    if ending in (".html", ".htm", ".xhtml") or len(_HTML.findall(text[:4000])) >= 3:
        from lawtrack.ingest.web import html_text

        return html_text(text)
    if ending in (".md", ".markdown") or plain.looks_like_markdown(text):
        return plain.markdown(text)
    return plain.plain_text(text)


def _is_json(text: str) -> bool:
    try:
        json.loads(text)
    except ValueError:
        return False
    return True


def _names(data: bytes) -> list[str]:
    import zipfile

    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            return archive.namelist()
    except zipfile.BadZipFile as error:
        raise IngestError("the archive is damaged", remedy="save the document again") from error
