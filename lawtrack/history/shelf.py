"""The documents of a workspace, read from its working tree or from one of its commits. Facts of every file stand in an index by content:
a document is parsed when its text is asked for."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from lawtrack.history.cache import Cache, digest
from lawtrack.history.errors import BadInput, Conflict, UnknownDocument
from lawtrack.history.places import DOCUMENT
from lawtrack.history.store import Store
from lawtrack.law import Document, Meta
from lawtrack.law.document import ERRATA
from lawtrack.law.message import Message
from lawtrack.text.numbers import same_key

_KEPT = 64  # parsed documents held in memory


@dataclass(frozen=True, slots=True)
class Entry:
    """What the index knows of a document without parsing it. Dates are ISO words, "" where not known."""

    path: str
    blob: str
    number: str
    key: str
    language: str
    kind: str = ""
    title: str = ""
    issuer: str = ""
    issued: str = ""
    effective: str = ""
    expired: str = ""
    authority: str = "official"
    details: tuple[str, ...] = ()
    errata: str = ""

    @property
    def name(self) -> str:
        """The file name without its ending: `63-2020-nd-cp.vi`."""
        return self.path.rsplit("/", 1)[1].removesuffix(".md")

    @property
    def amending(self) -> bool:
        """Whether the act is filed among those whose business is to change others."""
        return self.path.startswith("amendments/")

    def meta(self) -> Meta:
        """The facts as the model has them."""
        from lawtrack.law import Authority

        def day(text: str) -> date | None:
            return date.fromisoformat(text) if text else None

        return Meta(
            number=self.number,
            kind=self.kind,
            title=self.title,
            issuer=self.issuer,
            issued=day(self.issued),
            effective=day(self.effective),
            expired=day(self.expired),
            language=self.language,
            authority=Authority(self.authority),
            details=tuple(self.details),
            extra=((ERRATA, self.errata),) if self.errata else (),
        )


def facts_of(document: Document) -> list[Any]:
    """The fields of an `Entry` behind `path` and `blob`."""
    meta = document.meta
    days = [day.isoformat() if day else "" for day in (meta.issued, meta.effective, meta.expired)]
    return [
        meta.number,
        document.key,
        meta.language,
        meta.kind,
        meta.title,
        meta.issuer,
        *days,
        str(meta.authority),
        list(meta.details),
        dict(meta.extra).get(ERRATA, ""),
    ]


class Shelf:
    """Documents by number and language. One object sees one state of the files: make a new one after a change."""

    def __init__(self, store: Store, cache: Cache) -> None:
        self.store = store
        self.cache = cache
        self._files: dict[str, str] | None = None
        self._keys: dict[str, list[str]] | None = None
        self._entries: tuple[Entry, ...] | None = None
        self._made: dict[str, Entry] = {}
        self._documents: dict[str, Document] = {}

    def files(self) -> dict[str, str]:
        """Path → blob of every file that takes part in the law."""
        if self._files is None:
            self._files = self.store.files()
        return self._files

    def keys(self) -> dict[str, list[str]]:
        """Key → paths of the act's documents. New files are parsed once; raises the reader's error for a file that is not canonical
        Markdown, Conflict where two files are one document."""
        if self._keys is None:
            facts = self.cache.facts()
            fresh = False
            found: dict[str, list[str]] = {}
            for path, blob in self.files().items():
                if path.endswith(DOCUMENT):
                    known = facts.get(blob)
                    if known is None:
                        known = facts[blob] = facts_of(self._parse(path, blob))
                        fresh = True
                    others = found.setdefault(known[1], [])
                    for other in others:
                        if facts[self.files()[other]][2] == known[2]:
                            raise Conflict(
                                Message("has the number and language of {other}", other=other), "keep one of the two files", path
                            )
                    others.append(path)
            if fresh:
                self.cache.save()
            self._keys = found
        return self._keys

    def entries(self) -> tuple[Entry, ...]:
        """Every document, by path. Raises as `keys` does."""
        if self._entries is None:
            self.keys()
            self._entries = tuple(self.at(path) for path in self.files() if path.endswith(DOCUMENT))
        return self._entries

    def at(self, path: str) -> Entry:
        """The document at a path that is there."""
        found = self._made.get(path)
        if found is None:
            blob = self.files()[path]
            found = self._made[path] = Entry(path, blob, *self.cache.facts()[blob])
        return found

    def metas(self) -> Mapping[str, Meta]:
        """Key → what is known of the act, in Vietnamese where that text is here: for naming acts in publications."""
        return Metas(self)

    def languages(self, number: str) -> tuple[Entry, ...]:
        """The expressions of an act, Vietnamese first; raises UnknownDocument."""
        keys = self.keys()
        key = same_key(number)
        if key in keys:
            return tuple(sorted((self.at(path) for path in keys[key]), key=lambda e: (e.language != "vi", e.language)))
        import difflib

        close = tuple(self.at(keys[k][0]).number for k in difflib.get_close_matches(key, keys, n=5, cutoff=0.6))
        first = Message("import it first: lawtrack import FILE --number NUMBER")
        remedy = Message("did you mean {names}?", names=", ".join(close)) if close else first
        raise UnknownDocument(Message("no act in this workspace has the number {number}", number=number), remedy, close)

    def entry(self, number: str, language: str | None = None) -> Entry:
        """The document of that number in any spelling; `language` None: Vietnamese, or the one there is. Raises UnknownDocument."""
        found = self.languages(number)
        for entry in found:
            if language is None or entry.language == language:
                return entry
        have = ", ".join(e.language for e in found)
        raise UnknownDocument(
            Message("{number} is not here in the language {language!r}", number=found[0].number, language=language),
            Message("it is here in: {have}", have=have),
        )

    def document(self, number: str, language: str | None = None) -> Document:
        """The document as enacted. Raises UnknownDocument with close matches."""
        entry = self.entry(number, language)
        return self._parse(entry.path, entry.blob)

    def documents(self) -> list[Document]:
        """Every document as enacted, by path."""
        return [self._parse(entry.path, entry.blob) for entry in self.entries()]

    def _parse(self, path: str, blob: str) -> Document:
        found = self._documents.get(blob)
        if found is None:
            from lawtrack.history import codec

            kept = self.cache.get("documents", digest(self.cache.stamp, blob))
            if kept is not None:
                found = codec.loads(kept, Document)
            else:
                from lawtrack.markup import read

                found = read(self._text(path), path)
                self.cache.put("documents", digest(self.cache.stamp, blob), codec.dumps(found))
            while len(self._documents) >= _KEPT:
                del self._documents[next(iter(self._documents))]
            self._documents[blob] = found
        return found

    def _text(self, path: str) -> str:
        try:
            return self.store.data(path).decode("utf-8")
        except UnicodeDecodeError as problem:
            raise BadInput(Message("is not UTF-8 text: {problem}", problem=problem), "save the file as UTF-8", path) from None


class Metas(Mapping[str, Meta]):
    """Key → what is known of an act, told when it is asked."""

    def __init__(self, shelf: Shelf) -> None:
        self._shelf = shelf

    def __getitem__(self, key: str) -> Meta:
        paths = self._shelf.keys()[key]
        return min((self._shelf.at(path) for path in paths), key=lambda e: (e.language != "vi", e.language)).meta()

    def __iter__(self) -> Iterator[str]:
        return iter(self._shelf.keys())

    def __len__(self) -> int:
        return len(self._shelf.keys())
