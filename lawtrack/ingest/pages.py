"""pdf with text, and Word's old binary format, to lines: by pdfminer.six and by a converter on the machine."""

from __future__ import annotations

import io
import shutil
import subprocess
import tempfile
from pathlib import Path

from lawtrack.ingest.model import IngestError, Line, Text
from lawtrack.law.message import Message

_CONVERTERS = ("antiword", "catdoc", "soffice", "libreoffice")
_SECONDS = 120


def pdf_text(data: bytes) -> Text:
    """The lines of a pdf that holds text, page by page; raises IngestError for a scan, a locked file, and where pdfminer.six is missing."""
    try:
        from pdfminer.high_level import extract_pages
        from pdfminer.layout import LAParams, LTTextContainer
        from pdfminer.pdfdocument import PDFEncryptionError, PDFTextExtractionNotAllowed
        from pdfminer.pdfparser import PDFSyntaxError
    except ImportError as error:
        raise IngestError("pdf cannot be read without pdfminer.six", remedy="pip install lawtrack[pdf]") from error
    lines: list[Line] = []
    pages = 0
    try:
        for page in extract_pages(io.BytesIO(data), laparams=LAParams(boxes_flow=None, line_margin=0.3)):
            pages += 1
            if lines:
                lines.append(Line("\f", len(lines) + 1))
            for box in page:
                if isinstance(box, LTTextContainer):
                    lines += [Line(s, len(lines) + 1 + i) for i, s in enumerate(box.get_text().splitlines())]
    except (PDFSyntaxError, PDFEncryptionError, PDFTextExtractionNotAllowed) as error:
        raise IngestError(
            Message("the pdf cannot be read: {words}", words=error or type(error).__name__), remedy="save it again without protection"
        ) from error
    letters = sum(c.isalpha() for line in lines for c in line.text)
    if letters < 100 * pages:
        raise IngestError(
            Message("the pdf is a scan: {pages} pages hold {letters} letters", pages=pages, letters=letters),
            remedy="run OCR on it first, and import the text it gives",
        )
    return Text(lines, soft=True, format="pdf")


def doc_text(data: bytes) -> Text:
    """The lines of a .doc, by antiword, catdoc or LibreOffice; raises IngestError where none of them is on the PATH or where it fails."""
    tool = next((found for name in _CONVERTERS if (found := shutil.which(name))), None)
    if tool is None:
        raise IngestError(
            "Word's old .doc format needs a converter, and none is on the PATH",
            remedy="install antiword or LibreOffice, or save the file as .docx",
        )
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "source.doc"
        source.write_bytes(data)
        name = Path(tool).name
        if name in ("soffice", "libreoffice"):
            command = [tool, "--headless", "--convert-to", "txt:Text (encoded):UTF8", "--outdir", folder, str(source)]
        elif name == "antiword":
            command = [tool, "-w", "0", "-m", "UTF-8.txt", str(source)]
        else:
            command = [tool, "-w", "-d", "utf-8", str(source)]
        try:
            done = subprocess.run(command, capture_output=True, timeout=_SECONDS, check=False, stdin=subprocess.DEVNULL)
        except subprocess.TimeoutExpired as error:
            raise IngestError(
                Message("{name} did not finish within {seconds} s", name=name, seconds=_SECONDS), remedy="save the file as .docx"
            ) from error
        made = Path(folder) / "source.txt"
        text = made.read_text(encoding="utf-8-sig", errors="replace") if made.exists() else done.stdout.decode("utf-8", errors="replace")
    if done.returncode or not text.strip():
        raise IngestError(
            Message("{name} could not read the file: {words}", name=name, words=done.stderr.decode(errors="replace").strip()[:200]),
            remedy="save the file as .docx",
        )
    return Text([Line(s, i) for i, s in enumerate(text.splitlines(), 1)], format="doc")
