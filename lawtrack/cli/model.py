"""What the published pages are built from, gathered from a workspace."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from lawtrack.cli.common import progress, spoken

if TYPE_CHECKING:
    from lawtrack.history import Workspace
    from lawtrack.law import Change
    from lawtrack.publish.model import SiteModel


def site_model(workspace: Workspace, at: date, title: str, base: str = "") -> SiteModel:
    """Every act in every language, each of its editions, what it does and what was done to it."""
    from lawtrack.markup import write
    from lawtrack.publish.model import Entry, SiteModel, days_of

    law = workspace.law()
    made: dict[tuple[str, str], list[Change]] = {}
    for change in law.all_changes():
        origin = change.operation.origin
        made.setdefault((origin.document, origin.language), []).append(change)
    entries = []
    for found in progress(workspace.entries(), spoken("Consolidating")):
        document = workspace.document(found.number, found.language)
        received = tuple(law.changes(found.key, found.language))
        days = days_of(law.days(found.key, found.language), received)
        days = days or (found_day(document.meta.effective, document.meta.issued, at),)
        editions = tuple(law.edition(found.key, day, found.language) for day in days)
        mine = sorted(made.get((found.number, found.language), []), key=lambda c: c.operation.order)
        entries.append(Entry(document, editions, tuple(mine), received, workspace.doubts(found) if mine else ()))
    return SiteModel(at, tuple(entries), title, base, write)


def found_day(effective: date | None, issued: date | None, at: date) -> date:
    """The day to show an act on that nothing dates: in force, signed, or the day of the page."""
    return effective or issued or at
