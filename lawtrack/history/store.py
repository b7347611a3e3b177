"""Where the files of a workspace are read from: the working tree, or a commit of its branch. Both name content by Git's blob hash."""

from __future__ import annotations

import hashlib
import os
import time
from collections.abc import Container, Iterator
from pathlib import Path
from typing import Protocol

from lawtrack.history.cache import Cache
from lawtrack.history.errors import BadInput
from lawtrack.history.gate import Gate
from lawtrack.history.places import ERRATA, FOLDERS, LEDGER, is_document

_RACY = 2_000_000_000  # nanoseconds: a file written in the same tick as its signature may change without a trace


def blob_of(data: bytes) -> str:
    """The hash Git gives this content."""
    return hashlib.sha1(b"blob %d\0" % len(data) + data, usedforsecurity=False).hexdigest()


def wanted(path: str) -> bool:
    """Whether a file takes part in the law: documents, ledgers, errata."""
    return is_document(path) or (path.endswith((LEDGER, ERRATA)) and path.split("/", 1)[0] in FOLDERS)


class Store(Protocol):
    """Files by path."""

    def files(self) -> dict[str, str]:
        """Path → blob of every document, ledger and errata file, sorted by path."""
        ...

    def data(self, path: str) -> bytes:
        """The content of one of them."""
        ...


class WorkTree:
    """The working tree. A file is hashed again only when its size, time or inode changed since the last look."""

    def __init__(self, root: Path, cache: Cache) -> None:
        self.root = root
        self._cache = cache

    def files(self) -> dict[str, str]:
        """Path → blob, sorted by path."""
        known, looked = self._cache.signatures()
        found: dict[str, list[object]] = {}
        doubtful = False
        now = time.time_ns()
        sure = looked - _RACY
        for path, entry in self._walk(known):
            stat = entry.stat(follow_symlinks=False)
            old = known.get(path)
            mtime, ctime = stat.st_mtime_ns, stat.st_ctime_ns
            racy = mtime > sure or ctime > sure
            if old is None or racy or old[0] != mtime or old[3] != ctime or old[1] != stat.st_size or old[2] != stat.st_ino:
                doubtful |= racy
                found[path] = [mtime, stat.st_size, stat.st_ino, ctime, blob_of(self.data(path))]
            else:
                found[path] = old
        if found != known or doubtful:
            self._cache.keep_signatures(found, now)
        return {path: str(found[path][4]) for path in sorted(found)}

    def _walk(self, known: Container[str]) -> Iterator[tuple[str, os.DirEntry[str]]]:
        waiting = [folder for folder in FOLDERS if (self.root / folder).is_dir()]
        while waiting:
            folder = waiting.pop()
            with os.scandir(self.root / folder) as rows:
                for row in rows:
                    path = f"{folder}/{row.name}"
                    if row.is_dir(follow_symlinks=False):
                        waiting.append(path)
                    elif (path in known or wanted(path)) and row.is_file(follow_symlinks=False):
                        yield path, row

    def data(self, path: str) -> bytes:
        """The content of the file."""
        return (self.root / path).read_bytes()


class Snapshot:
    """The files as a commit holds them; None: before the first commit, when nothing was held."""

    def __init__(self, gate: Gate, commit: str | None) -> None:
        self._gate = gate
        self.commit = commit
        self._files: dict[str, str] | None = None

    def files(self) -> dict[str, str]:
        """Path → blob, sorted by path."""
        if self._files is None:
            held = self._gate.files_at(self.commit) if self.commit else {}
            self._files = {path: held[path] for path in sorted(held) if wanted(path)}
        return self._files

    def data(self, path: str) -> bytes:
        """The content of the file."""
        blob = self.files().get(path)
        if blob is None:
            raise BadInput("was not there on that day", "choose a later day", path)
        return self._gate.batch().blob(blob)
