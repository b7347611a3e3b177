"""A workspace on disk: its files, its settings, its Git, and changing files as one."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime, timedelta, timezone
from functools import cached_property
from pathlib import Path

from lawtrack.history import files, settings
from lawtrack.history.cache import Cache
from lawtrack.history.errors import BadInput, GitFailed
from lawtrack.history.gate import Gate
from lawtrack.history.library import Library
from lawtrack.history.places import ledger_of
from lawtrack.history.store import Snapshot, WorkTree, blob_of
from lawtrack.law.message import Message

HANOI = timezone(timedelta(hours=7))


class Desk(Library):
    """The files of a workspace, read as a `Library` is and changed as one; after a change of its own it sees the new state."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.gate = Gate(root)
        cache = Cache(root)
        super().__init__(WorkTree(root, cache), cache)
        self._recover()

    @cached_property
    def settings(self) -> settings.Settings:
        """What `lawtrack.toml` says; raises BadSettings."""
        return settings.Settings.load(self.root)

    # -- changing --------------------------------------------------------------------------------------------------------
    def write_ledgers(
        self, ledgers: Mapping[str, str], commit: bool = False, message: str = "", when: datetime | None = None
    ) -> list[Path]:
        """Writes ledgers beside their acts as one change: path of the act below the workspace (`Entry.path`) → text of the ledger."""
        new: dict[str, bytes | None] = {ledger_of(path): text.encode() for path, text in ledgers.items()}
        self.change(new, message or "Ledgers", commit, when)
        return [self.root / path for path in new]

    def change(self, new: Mapping[str, bytes | None], message: str, commit: bool, when: datetime | None = None) -> str | None:
        """Changes files (path below the workspace → content, None: gone) as one; returns the commit, where there was something to
        commit."""
        if not new:
            return None
        epoch = int(when.timestamp()) if when else int(time.time())
        if commit:  # what would refuse does so before anything is written
            if (self.root / settings.NAME).exists():
                _ = self.settings
            self.gate.head()
        with files.locked(self.root):
            self._finish()
            files.stage(self.root, new, {"message": message if commit else "", "epoch": epoch})
            made = self._finish()
        self.refresh()
        return made

    def _finish(self) -> str | None:
        """Completes a change that was decided; the lock is held."""
        note = files.pending_note(self.root)
        if note is None:
            return None
        files.place(self.root)
        made = self._commit([name for name, _ in note["files"]], note["message"], note["epoch"]) if note["message"] else None
        files.clear(self.root)
        return made

    def _commit(self, paths: Iterable[str], message: str, epoch: int) -> str | None:
        """Commits the files at `paths` as they stand in the working tree, where the branch does not hold them so already."""
        from lawtrack.history.person import Person

        branch = self.gate.head()
        head = self.gate.tip(branch)
        paths = list(paths)
        held = self.gate.blobs_at(head, paths) if head else {}
        changed: dict[str, bytes | None] = {}
        for path in paths:
            data = (self.root / path).read_bytes() if (self.root / path).is_file() else None
            if held.get(path) != (None if data is None else blob_of(data)):
                changed[path] = data
        if not changed:
            self.gate.stage(paths)
            return None
        author = self.gate.author(Person(self.settings.name, self.settings.email))
        return self.gate.commit(changed, message, author, epoch, branch, head)

    def _recover(self) -> None:
        """Completes what a process left when it died; waits for its owner where he lives: half a change is no state to read."""
        if files.pending_note(self.root) is None:
            return
        with files.locked(self.root, patience=5.0) as mine:
            if not mine:
                return
            try:
                self._finish()
            except GitFailed:  # a git process the dead one had started may still hold Git's own locks
                time.sleep(0.5)
                self._finish()

    def refresh(self) -> None:
        """Looks at the files anew."""
        super().__init__(self.store, self.cache)

    def tree(self) -> Callable[[str], str | None]:
        """Path → blob of the file as it stands in the working tree, None where there is none."""

        def held(path: str) -> str | None:
            file = self.root / path
            return blob_of(file.read_bytes()) if file.is_file() else None

        return held

    # -- both times ------------------------------------------------------------------------------------------------------
    def known(self, day: date) -> Library:
        """The sources and ledgers as the branch held them at the end of a day in Hanoi: what was known then. Reads as a workspace does."""
        last = datetime(day.year, day.month, day.day, 23, 59, 59, tzinfo=HANOI)
        try:
            epoch = int(last.timestamp())
        except (OverflowError, ValueError):
            raise BadInput(Message("{day} is outside of what Git's clock tells", day=day), "choose another day") from None
        return Library(Snapshot(self.gate, self.gate.commit_before(max(epoch, 0))), self.cache)
