"""Files in: plain text, Markdown of any shape, HTML, docx, doc, pdf with text → `Document`, with an account of what was repaired, left out
and doubted."""

from lawtrack.ingest.model import Given, Imported, IngestError, LeftOut
from lawtrack.ingest.read import read_source

__all__ = ["Given", "Imported", "IngestError", "LeftOut", "read_source"]
