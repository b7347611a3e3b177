"""Canonical Markdown and ledgers: text in, values out, and back. No I/O. The formats: docs/format.md."""

from lawtrack.markup.errors import FormatError
from lawtrack.markup.ledger import Decision, Drift, Drifted, Entry, Ledger, merge, operations
from lawtrack.markup.ledgerfile import read_ledger, write_ledger
from lawtrack.markup.reader import read, read_units
from lawtrack.markup.writer import write, write_units

__all__ = [
    "Decision",
    "Drift",
    "Drifted",
    "Entry",
    "FormatError",
    "Ledger",
    "merge",
    "operations",
    "read",
    "read_ledger",
    "read_units",
    "write",
    "write_ledger",
    "write_units",
]
