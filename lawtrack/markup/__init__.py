"""Canonical Markdown and ledgers: text in, values out, and back. No I/O. The formats: docs/format.md."""

from lawtrack.markup.errors import FormatError
from lawtrack.markup.reader import read, read_units
from lawtrack.markup.writer import write, write_units

__all__ = ["FormatError", "read", "read_units", "write", "write_units"]
