"""The engine: what operations make of documents, on any day. Pure: no input, no output, no sentences.

`Law(documents, operations)` answers everything: `changes`, `edition`, `days`, `all_changes`.
"""

from lawtrack.consolidate.law import Law

__all__ = ["Law"]
