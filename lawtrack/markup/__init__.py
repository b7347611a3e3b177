"""Canonical Markdown and ledgers: text in, values out, and back. No I/O. The formats: docs/format.md."""

from lawtrack.markup.errata import Erratum, apply_errata, cite, read_errata, write_errata
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
    "Erratum",
    "FormatError",
    "Ledger",
    "apply_errata",
    "cite",
    "merge",
    "operations",
    "read",
    "read_errata",
    "read_ledger",
    "read_units",
    "write",
    "write_errata",
    "write_ledger",
    "write_units",
]
