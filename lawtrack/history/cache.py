"""What a workspace remembers between commands, in `.lawtrack`: never a source, always safe to delete.

Everything is found under a hash of what it was made from, the program's own code included, so nothing stale is ever read.
"""

from __future__ import annotations

import contextlib
import hashlib
import json
import os
from pathlib import Path
from typing import Any

from lawtrack.history.files import STATE, write_file

_KINDS = ("documents", "operations", "doubts", "editions", "graphs", "checks")
_ROOMS = ("text", "law", "outline", "markup", "amend", "consolidate", "history")


def code_stamp() -> str:
    """A word that changes when the code that reads and applies law changes."""
    package = Path(__file__).parent.parent
    rows = []
    for room in _ROOMS:
        folders = [room]
        for folder in folders:
            with os.scandir(package / folder) as files:
                for row in files:
                    if row.name.endswith(".py"):
                        stat = row.stat()
                        rows.append(f"{folder}/{row.name} {stat.st_size} {stat.st_mtime_ns}")
                    elif row.is_dir() and row.name != "__pycache__":
                        folders.append(f"{folder}/{row.name}")
    return hashlib.sha256("\n".join(sorted(rows)).encode()).hexdigest()[:16]


def digest(*words: str) -> str:
    """One hash of several words."""
    return hashlib.sha256("\0".join(words).encode()).hexdigest()[:40]


class Cache:
    """The folder `.lawtrack` of a workspace. Every method gives None or nothing where the memory is missing or broken."""

    def __init__(self, root: Path) -> None:
        self.folder = root / STATE
        self.stamp = code_stamp()
        self._index: dict[str, Any] | None = None
        self._notes: dict[str, Any] | None = None

    # -- the index: signatures of files, facts of blobs ------------------------------------------------------------------
    def _load(self) -> dict[str, Any]:
        if self._index is None:
            index = self.read("index.json")
            if not isinstance(index, dict) or index.get("stamp") != self.stamp:
                import shutil

                for kind in _KINDS:  # all of it was made by other code
                    shutil.rmtree(self.folder / kind, ignore_errors=True)
                with contextlib.suppress(OSError):
                    (self.folder / "notes.json").unlink()
                index = {"stamp": self.stamp, "looked": 0, "files": {}, "facts": {}}
            self._index = index
        return self._index

    def signatures(self) -> tuple[dict[str, list[Any]], int]:
        """Path → (time, size, inode, change time, blob) at the last look, and when that was in nanoseconds."""
        index = self._load()
        return index["files"], index["looked"]

    def keep_signatures(self, files: dict[str, list[Any]], looked: int) -> None:
        """Remembers the look."""
        index = self._load()
        index["files"], index["looked"] = files, looked
        self.save()

    def facts(self) -> dict[str, Any]:
        """Blob of a document → the fields of its `Entry`. Call `save` after adding."""
        facts: dict[str, Any] = self._load()["facts"]
        return facts

    def save(self) -> None:
        """Writes the index."""
        self.write("index.json", self._load())

    def notes(self) -> dict[str, Any]:
        """What few commands ask, by a hash of what it was made from; read when it is asked. Call `save_notes` after adding."""
        if self._notes is None:
            self._load()  # forgets what other code made
            notes = self.read("notes.json")
            self._notes = notes if isinstance(notes, dict) else {}
        return self._notes

    def save_notes(self) -> None:
        """Writes the notes."""
        self.write("notes.json", self.notes())

    # -- values by hash --------------------------------------------------------------------------------------------------
    def get(self, kind: str, name: str) -> bytes | None:
        """The bytes kept under a hash, or None."""
        try:
            return (self.folder / kind / name[:2] / name[2:]).read_bytes()
        except OSError:
            return None

    def put(self, kind: str, name: str, data: bytes) -> None:
        """Keeps bytes under a hash."""
        with contextlib.suppress(OSError):  # as in `write`
            write_file(self.folder / kind / name[:2] / name[2:], data, durable=False)

    def keep_newest(self, kind: str, count: int) -> None:
        """Forgets the oldest of a kind beyond `count`."""
        with contextlib.suppress(FileNotFoundError):  # another process forgets as well
            paths = sorted((self.folder / kind).glob("*/*"), key=lambda path: path.stat().st_mtime_ns, reverse=True)
            for path in paths[count:]:
                path.unlink()

    def keep_only(self, kind: str, name: str) -> None:
        """Forgets everything of a kind but one."""
        kept = self.folder / kind / name[:2] / name[2:]
        for path in (self.folder / kind).glob("*/*"):
            if path != kept:
                path.unlink(missing_ok=True)

    # -- JSON files by name ------------------------------------------------------------------------------------------------
    def read(self, name: str) -> Any:
        """The JSON of a file, or None."""
        try:
            return json.loads((self.folder / name).read_bytes())
        except (OSError, ValueError):
            return None

    def write(self, name: str, value: Any) -> None:
        """Replaces a file. Where the folder cannot be written (a workspace only to be read) or is being cleared by another process, nothing
        is remembered, and everything is found again the next time."""
        with contextlib.suppress(OSError):
            self._replace(name, value)

    def _replace(self, name: str, value: Any) -> None:
        write_file(self.folder / name, json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode(), durable=False)
