"""The stream of `git fast-import`: the only place where words of documents meet Git's syntax, so every word is checked or counted."""

from __future__ import annotations

import re
from typing import IO

from lawtrack.history.errors import BadInput
from lawtrack.history.person import Person
from lawtrack.law.message import Message

_PATH = re.compile(r"\.?[A-Za-z0-9][A-Za-z0-9._-]*(?:/\.?[A-Za-z0-9][A-Za-z0-9._-]*)*")
_REF = re.compile(r"refs/[A-Za-z0-9._/-]+")
_HASH = re.compile(r"[0-9a-f]{40}(?:[0-9a-f]{24})?")


def checked_path(path: str) -> str:
    """The path, where it is made of plain letters; raises BadInput."""
    if not _PATH.fullmatch(path) or ".." in path or ".git" in path.lower().split("/"):
        raise BadInput(Message("not a path for Git: {path!r}", path=path), "documents are filed by number, kind and year")
    return path


def _identity(person: Person) -> bytes:
    if any(c in person.name + person.email for c in "<>\n\0"):
        raise BadInput(Message("not an identity: {name!r} {email!r}", name=person.name, email=person.email), "use plain words")
    return f"{person.name} <{person.email}>".encode()


class Stream:
    """Writes commands to a fast-import process (or to any file)."""

    def __init__(self, pipe: IO[bytes]) -> None:
        self._write = pipe.write
        self._pipe = pipe
        self.told = b""  # what the process answered, once it has ended

    def blob(self, data: bytes) -> None:
        """A blob, referred to later by its hash."""
        self._write(b"blob\ndata %d\n" % len(data))
        self._write(data)
        self._write(b"\n")

    def commit(self, ref: str, mark: int, person: Person, epoch: int, message: str, parent: str | int | None) -> None:
        """Begins a commit, dated in Hanoi. `parent` is a commit, a mark, "" to go on from the last commit of `ref` in this stream, or None
        to begin a history."""
        if not _REF.fullmatch(ref) or ".." in ref:
            raise BadInput(Message("not a ref: {ref!r}", ref=ref), "use a name such as refs/heads/law")
        if parent is None:
            self._write(b"reset %s\n\n" % ref.encode())
        words = message.replace("\r\n", "\n").replace("\0", "").encode()
        who = b"%s %d +0700" % (_identity(person), epoch)
        self._write(b"commit %s\nmark :%d\nauthor %s\ncommitter %s\ndata %d\n%s\n" % (ref.encode(), mark, who, who, len(words), words))
        if isinstance(parent, int):
            self._write(b"from :%d\n" % parent)
        elif parent:
            if not _HASH.fullmatch(parent):
                raise BadInput(Message("not a commit: {parent!r}", parent=parent))
            self._write(b"from %s\n" % parent.encode())

    def file(self, path: str, blob: str) -> None:
        """A file of the commit begun last, its content a blob by hash."""
        self._write(b"M 100644 %s %s\n" % (blob.encode(), checked_path(path).encode()))

    def inline(self, path: str, data: bytes) -> None:
        """A file of the commit begun last, its content given here."""
        self._write(b"M 100644 inline %s\ndata %d\n" % (checked_path(path).encode(), len(data)))
        self._write(data)
        self._write(b"\n")

    def delete(self, path: str) -> None:
        """A file that goes with the commit begun last."""
        self._write(b"D %s\n" % checked_path(path).encode())

    def ask(self, mark: int) -> None:
        """Ends the commit begun last and asks for the hash of what stands under a mark: a line of `told`."""
        self._write(b"\nget-mark :%d\n" % mark)

    def done(self) -> None:
        """The end of the stream."""
        self._write(b"done\n")
        self._pipe.flush()
