"""Which acts a command was asked for."""

from __future__ import annotations

from typing import TYPE_CHECKING

import click

from lawtrack.law.message import Message

if TYPE_CHECKING:
    from lawtrack.history import Entry, Library


def acts_meant(workspace: Library, acts: tuple[str, ...], everything: bool) -> list[Entry]:
    """The acts named (in any spelling), or every act that changes another; raises UnknownDocument or a usage error."""
    if bool(acts) == everything:
        raise click.UsageError(Message("name one or more acts by number, or use --all"))
    return list(workspace.acts_with_operations()) if everything else [workspace.entry(act) for act in acts]


def documents_meant(workspace: Library, numbers: tuple[str, ...], everything: bool, language: str | None = None) -> list[Entry]:
    """The documents named, or all; every language of each unless one is asked for."""
    if bool(numbers) == everything:
        raise click.UsageError(Message("name one or more acts by number, or use --all"))
    if everything:
        return [e for e in workspace.entries() if language in (None, e.language)]
    return [workspace.entry(number, language) for number in numbers]
