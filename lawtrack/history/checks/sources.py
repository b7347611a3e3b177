"""Sources: every file is canonical Markdown, stands in its place, and is what its source says it is."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from pathlib import Path

from lawtrack.history.cache import digest
from lawtrack.history.checks.diagnostic import Diagnostic, Severity
from lawtrack.history.errors import HistoryError
from lawtrack.history.library import Library
from lawtrack.history.places import ERRATA, FOLDERS, LEDGER, is_document, place_of
from lawtrack.history.store import blob_of
from lawtrack.law import Document, Message
from lawtrack.markup import FormatError, read, read_errata, write

RAW = "statutes/sources"


def check(library: Library, root: Path) -> tuple[list[Diagnostic], set[str]]:
    """What is wrong with the files below `root`, and the paths of those that cannot be read. What was found sound is remembered by its
    content, and the code that found it so."""
    cache = library.cache
    found: list[Diagnostic] = []
    broken: set[str] = set()
    sound, fresh = cache.notes(), False
    homes: dict[tuple[str, str], str] = {}
    paths = list(_files(root))
    for path in paths:
        data = (root / path).read_bytes()
        try:
            text = data.decode("utf-8")
        except UnicodeDecodeError as problem:
            message = Message("not UTF-8 text: {reason}", reason=problem.reason)
            found.append(_error("source-unreadable", path, 1, message, Message("save the file as UTF-8")))
            broken.add(path)
            continue
        if path.endswith(ERRATA):
            try:
                read_errata(text, path)
            except FormatError as problem:
                found.append(_error("source-errata", path, problem.line, problem.message, problem.remedy))
                broken.add(path)
        elif path.endswith(LEDGER):
            continue  # lawtrack.history.checks.ledgers
        elif path.endswith(".md"):
            blob = blob_of(data)
            name = digest(cache.stamp, "sound", path, blob)
            if name in sound:
                number, key, language, source = sound[name]
            else:
                try:
                    document = library._parse(path, blob) if is_document(path) else read(text, path)
                except FormatError as problem:
                    found.append(_error("source-unreadable", path, problem.line, problem.message, problem.remedy))
                    broken.add(path)
                    continue
                faults = list(_document(path, text, document))
                number, key, language = document.number, document.key, document.meta.language
                source = [document.meta.source.file, document.meta.source.sha256]
                found += faults
                if not faults:
                    sound[name] = [number, key, language, source]
                    fresh = True
            found += _raw(root, path, text, *source)
            if (other := homes.setdefault((key, language), path)) != path:
                message = Message("{number} ({tongue}) is also {path}", number=number, tongue=language, path=other)
                remedy = Message("keep one of the two files, or give the other act its own number")
                found.append(_error("source-twice", path, 1, message, remedy))
                broken.add(path)
    if fresh:
        cache.save_notes()
    present = set(paths)
    for path in paths:
        if path.endswith(ERRATA) and path.removesuffix(ERRATA) + ".md" not in present:
            message, remedy = Message("no document stands beside these errata"), Message("remove the file, or bring the document back")
            found.append(_warn("source-alone", path, 1, message, remedy))
    return found, broken


def ledgers(root: Path) -> list[str]:
    """The path of every ledger."""
    return [path for path in _files(root) if path.endswith(LEDGER)]


def _files(root: Path) -> Iterator[str]:
    for folder in FOLDERS:
        for file in sorted((root / folder).rglob("*")):
            path = file.relative_to(root).as_posix()
            if file.is_file() and not file.is_symlink() and not path.startswith(RAW + "/") and path.endswith((".md", LEDGER, ERRATA)):
                yield path


def _document(path: str, text: str, document: Document) -> Iterator[Diagnostic]:
    try:
        canonical = write(document)
    except ValueError as problem:
        message = Message("cannot be written back: {problem}", problem=problem)
        yield _error("source-unwritable", path, 1, message, Message("mend the unit the message names"))
        return
    if canonical != text:
        pairs = enumerate(zip(text.split("\n"), canonical.split("\n"), strict=False), 1)
        line = next((n for n, (is_, should) in pairs if is_ != should), text.count("\n"))
        remedy = Message("the canonical line is: {line}", line=_shown(canonical, line))
        yield _error("source-not-canonical", path, line, Message("not the canonical form of what it says"), remedy)
    try:
        place = place_of(document)
    except HistoryError as problem:
        yield _error("source-place", path, 1, problem.message, problem.remedy)
        return
    if place != path:
        values = {"number": document.number, "tongue": document.meta.language, "path": place}
        read_there = Message("{number} ({tongue}) belongs at {path}", **values)
        unread = Message("{number} ({tongue}) belongs at {path}; it is not read where it stands", **values)
        yield _error("source-place", path, 1, read_there if is_document(path) else unread, f"git mv {path} {place}")


def _raw(root: Path, path: str, text: str, name: str, sha256: str) -> Iterator[Diagnostic]:
    """Whether the raw file the text was taken from is still the one, where it lies in the workspace."""
    raw = root / RAW / Path(name).name
    if name and sha256 and raw.is_file() and hashlib.sha256(raw.read_bytes()).hexdigest() != sha256:
        message = Message("{path} is not the file this text was taken from", path=f"{RAW}/{raw.name}")
        remedy = Message("put the file back as it was (git log tells), or import it anew with --replace")
        yield _error("source-changed", path, _line(text, "  sha256:"), message, remedy)


def _shown(text: str, line: int) -> str:
    lines = text.split("\n")
    words = lines[line - 1] if line <= len(lines) else ""
    return words if len(words) <= 100 else words[:99] + "…"


def _line(text: str, start: str) -> int:
    return next((n for n, line in enumerate(text.split("\n"), 1) if line.startswith(start)), 1)


def _error(code: str, path: str, line: int, message: str, remedy: str) -> Diagnostic:
    return Diagnostic(Severity.ERROR, code, path, line, message, remedy)


def _warn(code: str, path: str, line: int, message: str, remedy: str) -> Diagnostic:
    return Diagnostic(Severity.WARNING, code, path, line, message, remedy)
