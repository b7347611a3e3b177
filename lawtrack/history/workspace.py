"""The workspace: a Git repository of acts, with everything that changes it."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import replace as replaced
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from lawtrack.history import settings
from lawtrack.history.desk import Desk
from lawtrack.history.errors import BadInput, Conflict, NumberTaken
from lawtrack.history.gate import Gate, need_git
from lawtrack.history.places import place_of
from lawtrack.history.shelf import facts_of
from lawtrack.history.store import blob_of
from lawtrack.history.words import one_line
from lawtrack.law import Document
from lawtrack.law.message import Message

if TYPE_CHECKING:
    from lawtrack.history.applying import Applied, Undone
    from lawtrack.history.lawref import LawHistory

_IGNORED = "/.lawtrack/\n"
_ATTRIBUTES = "*.md -text diff=markdown\n*.yaml -text\n"


class Workspace(Desk):
    """A workspace, and what it does: acts come in, are applied, and become the history of the law."""

    # -- making and finding ----------------------------------------------------------------------------------------------
    @classmethod
    def init(cls, path: Path | str) -> Workspace:
        """A new workspace at `path`: an empty or missing folder, or a Git repository that is not one yet. Raises Conflict where there is
        one."""
        root = Path(path).absolute()
        if (root / settings.NAME).exists():
            raise Conflict("there is a workspace here already", "use it, or choose another folder", root)
        if root.exists() and not root.is_dir():
            raise Conflict("there is a file of this name", "choose another folder", root)
        if root.exists() and any(root.iterdir()) and not (root / ".git").exists():
            raise Conflict("the folder is not empty and not a Git repository", "choose an empty folder, or run git init in this one", root)
        need_git()
        root.mkdir(parents=True, exist_ok=True)
        if not (root / ".git").exists():
            Gate.create(root)
        new = {f"{folder}/.gitkeep": b"" for folder in ("statutes", "amendments", "reports")}
        for name, text in ((".gitignore", _IGNORED), (".gitattributes", _ATTRIBUTES)):
            old = (root / name).read_text(encoding="utf-8") if (root / name).exists() else ""
            if text not in old:
                new[name] = (old + text).encode()
        new[settings.NAME] = settings.fresh().encode()
        workspace = cls(root)
        workspace.change(new, "New workspace", commit=True)
        return workspace

    @classmethod
    def find(cls, start: Path | str = ".") -> Workspace:
        """The workspace `start` lies in; raises NoWorkspace."""
        return cls(settings.root_of(start))

    # -- changing --------------------------------------------------------------------------------------------------------
    def add(self, document: Document, commit: bool = True, replace: bool = False, message: str = "", when: datetime | None = None) -> Path:
        """Files a document as canonical Markdown and returns its path. The same text again, from any file, changes nothing.
        Raises NumberTaken where
        another text has the number (unless `replace`), BadInput where the number cannot name a file. With `commit` it is also committed
        to the branch that is checked out, at `when` (now). Whatever moment the process dies, the document is there whole or not at all."""
        return self.add_all([document], commit, replace, message, when)[0]

    def add_all(
        self,
        documents: Iterable[Document],
        commit: bool = True,
        replace: bool = False,
        message: str = "",
        when: datetime | None = None,
    ) -> list[Path]:
        """Files several documents as one change: all of them or none."""
        from lawtrack.markup import write

        new: dict[str, bytes | None] = {}
        paths = []
        facts = self.cache.facts()
        taken = {(entry.key, entry.language): entry for entry in self.entries()}
        numbers = []
        for document in documents:
            try:
                path, data = place_of(document), write(document).encode()
            except ValueError as problem:
                raise BadInput(
                    Message("cannot be kept as Markdown: {problem}", problem=problem), "report the unit the message names", document.number
                ) from None
            paths.append(self.root / path)
            numbers.append(document.number)
            old = taken.get((document.key, document.meta.language))
            if old is not None and old.path == path and not replace:  # the same words from another copy: the one that is here stays
                source = self._parse(old.path, old.blob).meta.source
                again = write(replaced(document, meta=replaced(document.meta, source=source))).encode()
                data = again if old.blob == blob_of(again) else data
            same = old is not None and old.path == path and old.blob == blob_of(data)
            if (old is not None and not same and not replace) or (path in new and new[path] != data):
                raise NumberTaken(
                    Message(
                        "{number} ({language}) is in the workspace with another text",
                        number=document.number,
                        language=document.meta.language,
                    ),
                    "if the new text is the right one, replace the old one; if it is another act, give its own number",
                    old.path if old else path,
                )
            if old is not None and old.path != path:
                new[old.path] = None
            if not same or commit:
                new[path] = data
                facts[blob_of(data)] = facts_of(document)
        subject = message or f"Import {', '.join(dict.fromkeys(numbers))}"
        self.change(new, f"{one_line(subject)}\n\nLawtrack: import\n", commit, when)
        self.cache.save()  # the next process need not parse what this one knows
        return paths

    def write_ledger(self, number: str, language: str | None = None) -> Path:
        """Writes the ledger of an act, for an editor to review: what the machine reads, with the decisions already taken. Not committed."""
        from lawtrack.history.applying import ledger_text

        entry = self.entry(number, language)
        return self.write_ledgers({entry.path: ledger_text(self, entry)})[0]

    def apply(
        self, numbers: Iterable[str] | None = None, progress: Callable[[str], object] | None = None, when: datetime | None = None
    ) -> Applied:
        """Applies acts (None: all that have operations): writes their ledgers (what the machine reads, with the decisions editors took),
        commits them, and brings the law history up to date. What is refused stays refused in the ledger. Raises UnknownDocument,
        Conflict."""
        from lawtrack.history.applying import apply

        return apply(self, numbers, progress, when)

    def undo(self, when: datetime | None = None) -> Undone:
        """Takes the last import, mend or apply back by a new commit; nothing is lost: it stays in the branch. Raises Conflict where
        its files were changed since, or where there is none."""
        from lawtrack.history.applying import undo

        return undo(self, when)

    @cached_property
    def history(self) -> LawHistory:
        """The derived history of the law in this workspace's repository."""
        from lawtrack.history.lawref import LawHistory

        return LawHistory(self)
