"""Files that are never half written: a set of files changes as one, or not at all, whatever moment the process dies.

One file is written beside its place, synced, and renamed. A set is first staged whole in `.lawtrack/pending.new`; renaming that to
`.lawtrack/pending` is the one moment at which the change is decided. From then on it is only ever completed: by the process itself, or
by the next one that opens the workspace (`recover`).
"""

from __future__ import annotations

import contextlib
import json
import os
import time
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from lawtrack.history.errors import Conflict

STATE = ".lawtrack"


def sync_folder(folder: Path) -> None:
    """Makes the names in `folder` last through a loss of power, where the system can."""
    with contextlib.suppress(PermissionError):  # Windows does not open folders
        handle = os.open(folder, os.O_RDONLY)
        try:
            os.fsync(handle)
        finally:
            os.close(handle)


def write_file(path: Path, data: bytes, durable: bool = True) -> None:
    """Replaces the file at `path` whole. `durable=False` leaves the syncing to the system: for caches."""
    path.parent.mkdir(parents=True, exist_ok=True)
    temporary = path.with_name(f".{path.name[:100]}.{os.getpid()}.tmp")
    try:
        with temporary.open("wb") as out:
            out.write(data)
            if durable:
                out.flush()
                os.fsync(out.fileno())
        temporary.replace(path)
    finally:
        temporary.unlink(missing_ok=True)
    if durable:
        sync_folder(path.parent)


@contextlib.contextmanager
def locked(root: Path, patience: float | None = None) -> Iterator[bool]:
    """Holds the workspace's one lock while the block runs; yields False where another process still holds it after `patience` seconds
    (None: waits for as long as it takes). The system lets the lock go when its holder dies; a process the holder was just starting may
    keep it for some milliseconds more."""
    import fcntl

    folder = root / STATE
    folder.mkdir(exist_ok=True)
    with (folder / "lock").open("ab") as handle:
        end = None if patience is None else time.monotonic() + patience
        while True:
            try:
                fcntl.flock(handle, fcntl.LOCK_EX | (0 if end is None else fcntl.LOCK_NB))
                break
            except BlockingIOError:
                if end is not None and time.monotonic() >= end:
                    yield False
                    return
                time.sleep(0.01)
        yield True


def stage(root: Path, files: Mapping[str, bytes | None], note: Mapping[str, Any]) -> None:
    """Decides on a change: `files` are paths below `root` with their new content, None for one that goes; `note` is kept with it for
    whoever completes it. The lock must be held."""
    import shutil

    pending, new = root / STATE / "pending", root / STATE / "pending.new"
    if pending.exists():
        raise Conflict("a change is being completed", "run the command again", pending)
    names = sorted(files)
    inside = root.resolve()
    for name in names:
        if not (root / name).parent.resolve().is_relative_to(inside):
            raise Conflict("this place leads out of the workspace", "a link stands in the way: put a folder in its place", root / name)
    shutil.rmtree(new, ignore_errors=True)
    new.mkdir(parents=True)
    for i, name in enumerate(names):
        if (data := files[name]) is not None:
            with (new / str(i)).open("wb") as out:
                out.write(data)
                out.flush()
                os.fsync(out.fileno())
    with (new / "note.json").open("w", encoding="utf-8") as text:
        json.dump({"files": [[name, files[name] is not None] for name in names], **note}, text)
        text.flush()
        os.fsync(text.fileno())
    sync_folder(new)
    new.rename(pending)
    sync_folder(pending.parent)


def pending_note(root: Path) -> dict[str, Any] | None:
    """The note of a change that was decided and is not complete, or None."""
    note = root / STATE / "pending" / "note.json"
    return json.loads(note.read_text(encoding="utf-8")) if note.exists() else None


def place(root: Path) -> None:
    """Puts the staged files in their places. May be run again after it was cut short."""
    note = pending_note(root)
    if note is None:
        return
    pending = root / STATE / "pending"
    folders = set()
    for i, (name, stays) in enumerate(note["files"]):
        target = root / name
        folders.add(target.parent)
        if not stays:
            target.unlink(missing_ok=True)
        elif (staged := pending / str(i)).exists():
            target.parent.mkdir(parents=True, exist_ok=True)
            staged.replace(target)
    for folder in sorted(folders):
        if folder.exists():
            sync_folder(folder)


def clear(root: Path) -> None:
    """Ends a change that is complete."""
    import shutil

    pending, done = root / STATE / "pending", root / STATE / "pending.done"
    shutil.rmtree(done, ignore_errors=True)
    if pending.exists():
        pending.rename(done)  # so that a cut never leaves a change without its note
        shutil.rmtree(done, ignore_errors=True)
