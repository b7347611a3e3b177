"""Reading a source together with its errata: the dated repairs that lie beside the document."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

from lawtrack.cli.common import Failure
from lawtrack.law.message import Message

if TYPE_CHECKING:
    from lawtrack.history import Workspace
    from lawtrack.ingest import Given, Imported
    from lawtrack.law import Source

TEXTS = (".txt", ".md", ".markdown", ".text")


def read_mended(file: Path, given: Given, workspace: Workspace | None = None) -> tuple[Imported, int]:
    """What `file` holds, with the errata that lie beside its document in the workspace applied, and how many they were. Raises
    IngestError and FormatError with the path set."""
    from lawtrack.ingest import IngestError, read_source

    if not file.exists():
        raise Failure("no such file", "check the path", str(file))
    if file.is_dir():
        raise Failure("is a folder", Message("name the files: {file}/*", file=file), str(file))
    data = file.read_bytes()
    try:
        imported = read_source(data, file.name, given)
    except IngestError as problem:
        problem.path = problem.path or str(file)  # the reader is given bytes and cannot know
        raise
    if workspace is None:
        return imported, 0
    from lawtrack.history import BadInput
    from lawtrack.history.places import errata_of, place_of

    if not imported.document.number.strip():
        raise Failure(
            "the text does not say the number of the act", Message("give it: lawtrack import {file} --number NUMBER", file=file), str(file)
        )
    try:
        beside = workspace.root / errata_of(place_of(imported.document))
    except BadInput as problem:
        problem.path = str(file)
        raise
    if not beside.is_file():
        return imported, 0
    from lawtrack.markup import apply_errata, cite, read_errata

    errata = read_errata(beside.read_text(encoding="utf-8"), str(beside))
    if any(erratum.row for erratum in errata):
        if file.suffix.lower() not in TEXTS:
            raise Failure("an erratum names a line, and this source has no lines", "name the address of the unit instead", str(beside))
        lines = apply_errata(data.decode("utf-8").splitlines(), errata)
        imported = read_source("\n".join(lines).encode(), file.name, given)
        # the source is the file as it came, not as it was mended
        meta = imported.document.meta
        imported = replace(
            imported, document=replace(imported.document, meta=replace(meta, source=_source(data, meta.source.file, meta.source.note)))
        )
    return replace(imported, document=cite(apply_errata(imported.document, errata), errata)), len(errata)


def _source(data: bytes, name: str, note: str) -> Source:
    import hashlib

    from lawtrack.law import Source

    return Source(name, hashlib.sha256(data).hexdigest(), note)
