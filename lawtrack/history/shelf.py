"""The documents of a workspace, read from its working tree or from one of its commits. Facts of every file stand in an index by content:
a document is parsed when its text is asked for."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from lawtrack.history.cache import Cache, digest
from lawtrack.history.errors import BadInput, Conflict, UnknownDocument
from lawtrack.history.places import is_document
from lawtrack.history.store import Store
from lawtrack.law import Document, Meta
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
        )


def facts_of(document: Document) -> list[Any]:
    """The fields of an `Entry` behind `path` and `blob`."""
    meta = document.meta
    days = [day.isoformat() if day else "" for day in (meta.issued, meta.effective, meta.expired)]
    return [meta.number, document.key, meta.language, meta.kind, meta.title, meta.issuer, *days, str(meta.authority), list(meta.details)]


class Shelf:
    """Documents by number and language. One object sees one state of the files: make a new one after a change."""

    def __init__(self, store: Store, cache: Cache) -> None:
        self.store = store
        self.cache = cache
        self._files: dict[str, str] | None = None
        self._entries: tuple[Entry, ...] | None = None
        self._documents: dict[str, Document] = {}

    def files(self) -> dict[str, str]:
        """Path → blob of every file that takes part in the law."""
        if self._files is None:
            self._files = self.store.files()
        return self._files

    def entries(self) -> tuple[Entry, ...]:
        """Every document, by path. New files are parsed once; raises the reader's error for a file that is not canonical Markdown, Conflict
        where two files are one document."""
        if self._entries is None:
            facts = self.cache.facts()
            fresh = False
            rows = []
            taken: dict[tuple[str, str], str] = {}
            for path, blob in self.files().items():
                if is_document(path):
                    if blob not in facts:
                        facts[blob] = facts_of(self._parse(path, blob))
                        fresh = True
                    rows.append(entry := Entry(path, blob, *facts[blob]))
                    other = taken.setdefault((entry.key, entry.language), path)
                    if other != path:
                        raise Conflict(f"has the number and language of {other}", "keep one of the two files", path)
            if fresh:
                self.cache.save()
            self._entries = tuple(rows)
        return self._entries

    def metas(self) -> dict[str, Meta]:
        """Key → what is known of the act, in Vietnamese where that text is here: for naming acts in publications."""
        rows = sorted(self.entries(), key=lambda e: e.language == "vi")
        return {entry.key: entry.meta() for entry in rows}

    def languages(self, number: str) -> tuple[Entry, ...]:
        """The expressions of an act, Vietnamese first; raises UnknownDocument."""
        key = same_key(number)
        found = sorted((e for e in self.entries() if e.key == key), key=lambda e: (e.language != "vi", e.language))
        if found:
            return tuple(found)
        import difflib

        by_key = {e.key: e.number for e in self.entries()}
        close = tuple(by_key[k] for k in difflib.get_close_matches(key, by_key, n=5, cutoff=0.6))
        remedy = f"did you mean {', '.join(close)}?" if close else "import it first: lawtrack import FILE --number NUMBER"
        raise UnknownDocument(f"no act in this workspace has the number {number}", remedy, close)

    def entry(self, number: str, language: str | None = None) -> Entry:
        """The document of that number in any spelling; `language` None: Vietnamese, or the one there is. Raises UnknownDocument."""
        found = self.languages(number)
        for entry in found:
            if language is None or entry.language == language:
                return entry
        have = ", ".join(e.language for e in found)
        raise UnknownDocument(f"{found[0].number} is not here in the language {language!r}", f"it is here in: {have}")

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
            raise BadInput(f"is not UTF-8 text: {problem}", "save the file as UTF-8", path) from None
