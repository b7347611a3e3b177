"""Atom feeds and the sitemap."""

from __future__ import annotations

from lawtrack.law.document import Meta
from lawtrack.publish import addresses
from lawtrack.publish.events import Event
from lawtrack.publish.html import Page, Site, environment
from lawtrack.publish.lists import told
from lawtrack.publish.speech import Speech

_FEED = 100


def name_of(event: Event) -> str:
    """What tells an event from the others of its act and day."""
    return addresses.act_slug(event.number) + (":settled" if event.settled else "")


def feed(around: Site, events: list[Event], say: Speech, path: str, meta: Meta | None) -> str:
    """An Atom feed: of all changes, or of one act."""
    page = Page(around, path, say.language)
    newest = sorted(events, key=lambda e: e.day, reverse=True)[:_FEED]
    rows = []
    for event, act, report in told(newest, page):
        title = say(
            "{act}: {n} changes by {by}", act=say.name(event.of), n=len(event.changes), by=say.name(event.by) if event.by else event.number
        )
        if not event.changes:
            title = say("{act} comes into force", act=say.name(event.of))
        notice = say.notice(event.by.authority) if event.by else ""
        own = say.notice(event.of.authority)
        rows.append(
            {
                "id": ":".join(["urn:lawtrack", addresses.act_slug(event.of.number), str(event.day), name_of(event)]),
                "title": title,
                "href": around.base + addresses.relative(report or act, "x")
                if not around.base
                else around.base + _rooted(report or act, path),
                "day": event.day,
                "uncertain": event.uncertain,
                "notes": [*dict.fromkeys(n for n in (own, notice) if n), say.computed()],
                "lines": [f"{say.subject(c)}: {say.action(c.operation.action)} · {say.effect(c.operation.effect)}" for c in event.changes],
            }
        )
    name = say.name(meta) if meta else around.title
    return environment().get_template("feed.xml").render(rows=rows, name=name, say=say, _=say, path=path, base=around.base, slug=path)


def _rooted(link: str, path: str) -> str:
    """A link from a page as a path from the root."""
    target, _, fragment = link.partition("#")
    parts = [*path.split("/")[:-1]]
    for step in target.split("/"):
        if step == "..":
            parts.pop()
        elif step != ".":
            parts.append(step)
    return "/".join(parts) + (f"#{fragment}" if fragment else "")


def sitemap(around: Site) -> str:
    pages = sorted(p for p in around.pages if p.endswith(".html"))
    return environment().get_template("sitemap.xml").render(urls=[around.base + p for p in pages])
