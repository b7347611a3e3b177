"""From values to safe HTML: the templates, redlines as marks, links between pages."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from importlib.resources import files
from typing import Any

from jinja2 import Environment, FunctionLoader, StrictUndefined
from markupsafe import Markup, escape

from lawtrack.law.document import Document, Meta
from lawtrack.publish import addresses
from lawtrack.publish.redline import Kind, Segment
from lawtrack.publish.speech import GROUPS, Speech
from lawtrack.text.numbers import same_key

# Characters no page may hold: controls, and half surrogates. Marks that turn the direction of writing stay, each in its own isolate.
_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_NOTHING = Markup("")
_TAG = {Kind.EQUAL: ("", ""), Kind.INSERT: ("<ins>", "</ins>"), Kind.DELETE: ("<del>", "</del>")}

ASSETS = ("lawtrack.css", "lawtrack.js")


def asset(name: str) -> str:
    """The stylesheet or the script."""
    return files("lawtrack.publish").joinpath("assets", name).read_text(encoding="utf-8")


def clean(text: str) -> str:
    """`text` without characters that HTML and XML do not allow."""
    return text if text.isprintable() else _CONTROL.sub("", text)


def safe(text: object) -> Markup:
    """`text` escaped, on whatever place of a page."""
    return escape(clean(str(text)))


def tagged(tag: str, name: str, inner: Markup, attributes: Markup = _NOTHING) -> Markup:
    """`<tag class="name" attributes>inner</tag>`; quicker than a template. `tag` and `name` are words of our own, never of a document."""
    return Markup(f'<{tag} class="{name}"{attributes}>{inner}</{tag}>')


def marked(segments: Iterable[Segment]) -> Markup:
    """A redline as `<del>` and `<ins>`."""
    return Markup("").join(Markup(_TAG[s.kind][0]) + safe(s.text) + Markup(_TAG[s.kind][1]) for s in segments)


@cache
def environment() -> Environment:
    """The templates, with autoescape; an undefined name is an error."""
    folder = files("lawtrack.publish").joinpath("templates")

    def load(name: str) -> str:
        return folder.joinpath(name).read_text(encoding="utf-8")

    made = Environment(
        loader=FunctionLoader(load), autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True, finalize=_finalize
    )
    made.filters["marked"] = marked
    made.globals["GROUPS"] = GROUPS
    return made


def _finalize(value: Any) -> Any:
    return value if isinstance(value, Markup) else clean(value) if isinstance(value, str) else value


@dataclass(frozen=True)
class Site:
    """What a page knows of the site around it: which pages there are, so that nothing links to nowhere.

    pages  the paths that exist (interface in Vietnamese); empty for a page that stands alone
    acts   what is known of acts, by key
    mains  language of the first expression, by key
    asked  what `has` was asked, and answered
    """

    title: str = "lawtrack"
    base: str = ""
    pages: frozenset[str] = frozenset()
    acts: Mapping[str, Meta] = field(default_factory=dict)
    mains: Mapping[str, str] = field(default_factory=dict)
    asked: dict[str, bool] = field(default_factory=dict, compare=False)

    def has(self, path: str) -> bool:
        """Whether the page is there. Every question is kept in `asked`: a page is built anew when an answer would be another."""
        path = path.partition("#")[0]
        self.asked[path] = path in self.pages
        return self.asked[path]


@dataclass(frozen=True)
class Page:
    """One page in one language of the interface.

    path    of the Vietnamese page, from the root of the site
    assets  how to reach the folder of stylesheet and script from the page; "" for that of the site, or the page's own folder where
            it stands alone
    """

    site: Site
    path: str
    language: str
    assets: str = ""

    @property
    def say(self) -> Speech:
        """The words of the page."""
        return Speech(self.language)

    def link(self, path: str) -> str:
        """The address of another page (or of a place on it) from here, in the language of this page; "" where there is none."""
        target, _, fragment = path.partition("#")
        if not self.site.has(target) and target != self.path:
            return ""
        here = addresses.spoken(self.path, self.language)
        spoken = addresses.spoken(target, self.language) if target.endswith(".html") else target
        return addresses.relative(f"{spoken}#{fragment}" if fragment else spoken, here)

    def file(self, path: str) -> str:
        """The address of a file from here."""
        return addresses.relative(path, self.path)

    def other(self, language: str) -> str:
        """This page in another language of the interface."""
        return addresses.relative(addresses.spoken(self.path, language), addresses.spoken(self.path, self.language))

    def absolute(self, path: str = "") -> str:
        """The address of a page (this one by default) on the network; relative to the root where the site has no address."""
        return self.site.base + (path or addresses.spoken(self.path, self.language))

    def act(self, number: str, place: str = "") -> str:
        """The page of an act, at a provision; "" where it has none."""
        main = self.site.mains.get(same_key(number), "")
        path = addresses.act_page(number, main, main)
        return self.link(f"{path}#{place}" if place else path)

    def report(self, number: str, place: str = "") -> str:
        """The report of an act, at an operation; "" where it has none."""
        path = addresses.report_page(number)
        return self.link(f"{path}#{place}" if place else path)

    def render(self, template: str, **values: Any) -> str:
        """The page as HTML."""
        assets = self.assets or (self.file("assets") if self.site.pages else ".")
        text = environment().get_template(template).render(page=self, site=self.site, _=self.say, say=self.say, assets=assets, **values)
        return re.sub(r"\n[ \n]*\n", "\n", text) if not values.get("style") else text


def banners(document: Document, others: Sequence[Meta], say: Speech) -> list[tuple[str, str]]:
    """(authority, words) of what has to be said above a page: of the act's own authority, of acts that changed it,
    and of misprints put right in either."""
    out = []
    if words := say.notice(document.meta.authority):
        out.append((str(document.meta.authority), words))
    if words := say.mended(document.meta):
        out.append(("errata", words))
    for meta in others:
        if same_key(meta.number) != document.key and (words := say.mended(meta, of=True)):
            out.append(("errata", words))
        if say.notice(meta.authority) and same_key(meta.number) != document.key:
            out.append((str(meta.authority), say("{act}: {authority}", act=say.name(meta), authority=say.authority(meta.authority))))
    return out
