"""Canonical Markdown and ledgers: text in, values out, and back. No I/O. The formats: docs/format.md."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lawtrack.markup.errata import Erratum, apply_errata, cite, read_errata, write_errata
    from lawtrack.markup.errors import FormatError
    from lawtrack.markup.ledger import Decision, Drift, Drifted, Entry, Ledger, merge, operations
    from lawtrack.markup.ledgerfile import read_ledger, write_ledger
    from lawtrack.markup.reader import read, read_units
    from lawtrack.markup.writer import write, write_units

_MODULES = {
    "errata": ("Erratum", "apply_errata", "cite", "read_errata", "write_errata"),
    "errors": ("FormatError",),
    "ledger": ("Decision", "Drift", "Drifted", "Entry", "Ledger", "merge", "operations"),
    "ledgerfile": ("read_ledger", "write_ledger"),
    "reader": ("read", "read_units"),
    "writer": ("write", "write_units"),
}


def __getattr__(name: str) -> object:
    """A name of this room, its module loaded when it is first asked for: who only writes needs no parsers."""
    for module, names in _MODULES.items():
        if name in names:
            return getattr(importlib.import_module(f"lawtrack.markup.{module}"), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


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
