"""Errata of sources: what a scan, a conversion or a printer broke, put right by dated data beside the document, never by code.

An erratum of the law itself (đính chính: Decree 78/2025/NĐ-CP, article 9) is an act, and its commands are operations; these here mend
the copy in hand.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import overload

from lawtrack.law import Address, Document, Provision
from lawtrack.law.address import addressed
from lawtrack.law.document import ERRATA
from lawtrack.law.message import Message
from lawtrack.markup.errors import FormatError, refuse_conflict
from lawtrack.markup.front import FORMAT, check_format
from lawtrack.markup.records import Codec
from lawtrack.markup.yamlfile import Bare, dump, key_line, load, mapping

HEADER = """\
# What is broken in the source file and how it is put right, each entry exactly once or not at all.
# at: an address (dieu-5.khoan-2), or a line of the source file (line 37). The format: docs/format.md.
"""
_LINE = re.compile(r"line ([1-9][0-9]*)")
_CODEC = Codec()


@dataclass(frozen=True, slots=True)
class Erratum:
    """One repair of a source.

    on         the day it was entered
    at         where: the address of a unit ("dieu-5.khoan-2"), or "line 37" of the source
    find, put  words that stand there exactly once, and the words that ought to; in a line of the source `put` may break the line
    why        what went wrong; source: how the right words are known
    path, line where the erratum itself stands, for messages
    """

    on: date
    at: str
    find: str
    put: str = ""
    why: str = ""
    source: str = ""
    path: str = field(default="", compare=False, repr=False)
    line: int = field(default=0, compare=False, repr=False)

    @property
    def row(self) -> int | None:
        """The line of the source, or None where `at` is an address."""
        match = _LINE.fullmatch(self.at)
        return int(match.group(1)) if match else None

    @property
    def address(self) -> Address:
        """The address `at` gives; raises ValueError where it is none."""
        return Address.parse(self.at)


_FIELDS = ("on", "at", "find", "put", "why", "source")


def read_errata(text: str, path: str = "") -> tuple[Erratum, ...]:
    """The errata of `<slug>.errata.yaml`, in order. Raises FormatError with the line: unknown keys, bad days and addresses, nothing to
    find, no reason given."""
    refuse_conflict(text, path)
    node = load(text.replace("\r\n", "\n"), path)
    found = mapping(node, path, "errata")
    check_format(node, path, "errata")
    for name in found:
        if name not in ("format", "errata"):
            raise FormatError(Message("errata: unknown key {name}", name=name), path, key_line(node, name), "known keys: format, errata")
    listed = found.get("errata")
    if listed is None or listed.items is None:
        raise FormatError("errata must be a list", path, listed.line if listed else node.line, "write one `- on: …` an erratum")
    out = []
    for item in listed.items:
        for name in mapping(item, path, "erratum"):
            if name not in _FIELDS:
                raise FormatError(
                    Message("erratum: unknown key {name}", name=name),
                    path,
                    key_line(item, name),
                    Message("known keys: {names}", names=", ".join(_FIELDS)),
                )
        erratum = replace(_CODEC.record(Erratum, item, path, "erratum"), path=path, line=item.line)
        if not erratum.find:
            raise FormatError("an erratum that finds nothing", path, item.line, "give in `find` the words as they stand")
        if not erratum.why.strip():
            raise FormatError("an erratum without a reason", path, item.line, "add `why: …`")
        if erratum.row is None:
            try:
                if not erratum.address:
                    raise ValueError("the address is empty")
            except ValueError as error:
                remedy = Message("write an address (dieu-5.khoan-2) or a line of the source (line 37)")
                raise FormatError(Message("at: {error}", error=error), path, key_line(item, "at"), remedy) from None
        out.append(erratum)
    return tuple(out)


def write_errata(errata: Sequence[Erratum]) -> str:
    """The text of `<slug>.errata.yaml`."""
    lines = [HEADER.rstrip("\n"), *dump([("format", Bare(FORMAT))]), "", "errata:" if errata else "errata: []"]
    for number, erratum in enumerate(errata):
        entry = dump(_CODEC.pairs(erratum, only=_FIELDS), "    ")
        lines += [*([""] if number else []), "  - " + entry[0].lstrip(), *entry[1:]]
    return "\n".join(lines) + "\n"


@overload
def apply_errata(target: Document, errata: Sequence[Erratum]) -> Document: ...
@overload
def apply_errata(target: Sequence[str], errata: Sequence[Erratum]) -> list[str]: ...
def apply_errata(target: Document | Sequence[str], errata: Sequence[Erratum]) -> Document | list[str]:
    """The lines of a source with the errata that name lines applied, or a document with those that name addresses: each half of a file
    has its moment. Each erratum must find its words exactly once in its place. Raises FormatError, naming the erratum's own file and
    line, where the place does not exist or the words stand there never or more than once: nothing is then changed."""
    if isinstance(target, Document):
        for erratum in errata:
            if erratum.row is None:
                target = replace(target, body=_in_tree(target.body, erratum))
        return target
    lines = list(target)
    for erratum in errata:
        if erratum.row is not None:
            if erratum.row > len(lines):
                raise _wrong(erratum, Message("the source has {n} lines", n=len(lines)))
            lines[erratum.row - 1] = _once([lines[erratum.row - 1]], erratum)[0]
    return [part for line in lines for part in line.split("\n")]


def cite(document: Document, errata: Sequence[Erratum]) -> Document:
    """The document with its errata told in its front matter ("khoản 2 Điều 5: “phô biến” → “phổ biến”"), so that whoever shows the text
    can say where it is not what the source printed."""
    extra = tuple((k, v) for k, v in document.meta.extra if k != ERRATA)
    if errata:
        extra += ((ERRATA, "; ".join(_told(e, document.meta.language) for e in errata)),)
    return replace(document, meta=replace(document.meta, extra=extra))


def _told(erratum: Erratum, language: str) -> str:
    where = erratum.at
    if erratum.row is None:
        where = erratum.address.english() if language == "en" else erratum.address.vietnamese()
    find, put = (" ⏎ ".join(words.split("\n")) for words in (erratum.find, erratum.put))
    return f"{where}: “{find}” → “{put}”"


def _in_tree(root: Provision, erratum: Erratum) -> Provision:
    address = erratum.address
    place, unit = next(((i, unit) for i, (found, unit) in enumerate(addressed(root)) if found == address), (0, None))
    if unit is None:
        raise _wrong(erratum, Message("the document has no {at}", at=erratum.at))
    if "\n" in erratum.put:
        raise _wrong(erratum, Message("a unit is one line: a line break can be put into a line of the source only"))
    heading, text, *cells = _once([unit.heading, unit.text, *unit.cells], erratum)
    return _exchange(root, place, replace(unit, heading=heading, text=text, cells=tuple(cells)))


def _exchange(node: Provision, place: int, new: Provision) -> Provision:
    """`node` with the unit at `place` among all units below it, in document order, exchanged."""
    children = list(node.children)
    for i, child in enumerate(children):
        size = sum(1 for _ in child.walk())
        if place < size:
            children[i] = new if place == 0 else _exchange(child, place - 1, new)
            break
        place -= size
    return node.with_children(tuple(children))


def _once(texts: list[str], erratum: Erratum) -> list[str]:
    count = sum(text.count(erratum.find) for text in texts)
    if count != 1:
        never = Message("“{words}” does not stand there", words=erratum.find)
        often = Message("“{words}” stands there {n} times, not once", words=erratum.find, n=count)
        raise _wrong(erratum, often if count else never)
    return [text.replace(erratum.find, erratum.put) for text in texts]


def _wrong(erratum: Erratum, why: Message) -> FormatError:
    remedy = Message("compare with the source, and mend `at` or `find`; take the erratum out if the source was mended")
    return FormatError(Message("the erratum at {at} cannot be applied: {why}", at=erratum.at, why=why), erratum.path, erratum.line, remedy)
