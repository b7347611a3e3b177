"""The search index: files of data that the page loads as scripts, so that it works without a server, from a disk as well.

    search/documents.js   the acts, and every article in every wording with its days
    search/<ab>.js        words that begin with `ab` (without diacritics), and pairs of neighbouring words, each with its articles
    search/text-<n>.js    the words of the articles of act n, for excerpts

A word stands as it is written (tone marks where they belong): a query with diacritics finds what has them, one without finds all.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

import regex

from lawtrack.law.address import Address, addressed
from lawtrack.law.document import Document
from lawtrack.law.plain import mark_of, own_line
from lawtrack.law.provision import Kind
from lawtrack.publish import addresses
from lawtrack.publish.model import Entry, SiteModel
from lawtrack.text.fold import fold_tone, strip_marks

WORD = regex.compile(r"[\p{L}\p{M}\p{N}]+")


@dataclass(frozen=True, slots=True)
class Article:
    """An article (or annex) in one wording: from its first day up to `until` ("" while it stands)."""

    anchor: str
    name: str
    first: str
    until: str
    text: str


def words_of(text: str) -> list[str]:
    """The words of a text as the index keeps them."""
    return [w.lower() for w in WORD.findall(fold_tone(text))]


def shard_of(word: str) -> str:
    """The file that holds a word, or a pair of words: the first two letters of the first, without diacritics."""
    return _shard(word.split(" ")[0])


@lru_cache(maxsize=65536)  # of every word there are many pairs
def _shard(word: str) -> str:
    return re.sub(r"[^a-z0-9]", "_", strip_marks(word).lower()[:2])


def articles(entry: Entry) -> list[Article]:
    """The articles of an act in every wording, with their days."""
    out: list[Article] = []
    open_: dict[str, tuple[str, str, str]] = {}  # anchor → name, text, first day
    for edition in entry.editions:
        day = edition.at.isoformat()
        now = {anchor: (name, text) for anchor, name, text in _texts(edition.document)}
        for anchor in [a for a in open_ if a not in now or open_[a][:2] != now[a]]:
            name, text, first = open_.pop(anchor)
            if first != day:
                out.append(Article(anchor, name, first, day, text))
        for anchor, (name, text) in now.items():
            if anchor not in open_:
                open_[anchor] = (name, text, day)
    out += [Article(anchor, name, first, "", text) for anchor, (name, text, first) in open_.items()]
    return out


def _texts(document: Document) -> Iterator[tuple[str, str, str]]:
    language = document.meta.language
    here: tuple[str, str] | None = None
    inside = Address()
    parts: list[str] = []
    for address, provision in addressed(document.body):
        if provision.kind in (Kind.DIEU, Kind.PHU_LUC, Kind.MAU):
            if here:
                yield *here, "\n".join(parts)
            here, inside = (addresses.anchor(address), f"{mark_of(provision, language)} {provision.heading}".strip()), address
            parts = []
        elif here and address.within(inside) and (line := own_line(provision, language)):
            parts.append(line)
    if here:
        yield *here, "\n".join(parts)


def files(model: SiteModel, names: Sequence[tuple[Entry, str, str]]) -> dict[str, str]:
    """The files of the index by path. `names` are the acts in order: entry, page, name."""
    found: list[list[object]] = []
    acts, postings = [], dict[str, list[int]]()
    out: dict[str, str] = {}
    for n, (entry, page, name) in enumerate(names):
        acts.append([page, name, entry.meta.title, entry.meta.language, str(entry.meta.authority)])
        texts = []
        for article in articles(entry):
            number = len(found)
            found.append([n, article.anchor, article.name, article.first, article.until])
            texts.append([number, article.text])
            seen = words_of(f"{name} {entry.meta.title}")
            inside = words_of(f"{article.name} {article.text}")
            keys = {*seen, *inside, *(f"{a} {b}" for a, b in pairwise(inside))}
            for key in sorted(keys):
                postings.setdefault(key, []).append(number)
        out[f"search/text-{n}.js"] = _script("texts", n, texts)
    shards: dict[str, dict[str, list[int]]] = {}
    for key in sorted(postings):
        shards.setdefault(shard_of(key), {})[key] = _steps(postings[key])
    for shard, words in shards.items():
        out[f"search/{shard}.js"] = _script("words", shard, words)
    out["search/documents.js"] = _script("documents", acts, found, sorted(shards))
    return out


def _steps(numbers: Sequence[int]) -> list[int]:
    """Rising numbers as the steps between them: shorter to write."""
    return [b - a for a, b in zip([0, *numbers], numbers, strict=False)]


def _script(name: str, *values: object) -> str:
    """A call of the page's script with data. `<` is written so that no reader of HTML can take it for markup."""
    told = ",".join(json.dumps(v, ensure_ascii=False, separators=(",", ":")) for v in values)
    return f"lawtrack.{name}({told.replace('<', chr(92) + 'u003c').replace(chr(0x2028), '').replace(chr(0x2029), '')});\n"
