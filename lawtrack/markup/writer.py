"""Provisions → canonical Markdown. The exact inverse of `lawtrack.markup.reader`."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace

from lawtrack.law import Document, Kind, Provision, State
from lawtrack.law.address import addressed
from lawtrack.law.provision import ENCLOSED
from lawtrack.markup import escape, signs
from lawtrack.markup.front import title_line, write_front
from lawtrack.markup.sheet import Headings, Printed, Sheet
from lawtrack.markup.usual import DEPTH

_ITEMS = (Kind.KHOAN, Kind.DIEM, Kind.TIET, Kind.GACH)
_POINTS = (Kind.DIEM, Kind.TIET)


class _Misfit(ValueError):
    """A unit the format has no place for."""

    def __init__(self, unit: Provision, message: str) -> None:
        super().__init__(message)
        self.unit, self.message = unit, message


def write(document: Document) -> str:
    """`document` as canonical Markdown (docs/format.md). Raises ValueError, naming the address, for what the format cannot hold:
    line breaks and control characters in a text, words or units where a kind has none (a điều below a khoản)."""
    return _written(document, Sheet(document.meta.language))


class Press:
    """Writes the versions of an act one after another. An article that stood in the version before, the very same value, is not put
    together again."""

    def __init__(self) -> None:
        self._before: dict[int, Printed] = {}

    def write(self, document: Document) -> str:
        """What `write` gives."""
        out = Sheet(document.meta.language, self._before)
        text = _written(document, out)
        self._before = out.articles
        return text


def _written(document: Document, out: Sheet) -> str:
    if not document.number.strip():
        raise ValueError("a document needs a number")
    language = document.meta.language
    try:
        for line in document.head:
            out.block(_line(line, language))
        out.block(" ".join(["#", escape.heading(title_line(document.meta)), *_states(document.body, language)]))
        for line in document.preamble:
            out.block(_recital(line, language))
        _body(document, out)
    except escape.Unfit as error:
        raise ValueError(f"{document.number}: {error}") from None
    except _Misfit as error:
        raise ValueError(f"{document.number}#{_address(document.body, error.unit)}: {error.message}") from None
    return f"---\n{write_front(document.meta)}---\n\n" + out.text()


def write_units(units: Iterable[Provision], language: str = "vi") -> str:
    """`units` as canonical Markdown without front matter and title: the payload of an operation. Raises ValueError as `write` does."""
    root = Provision(Kind.VAN_BAN, children=tuple(units))
    out = Sheet(language)
    try:
        _children(root, out, 0, False, Headings())
    except _Misfit as error:
        raise ValueError(f"{_address(root, error.unit)}: {error.message}") from None
    return out.text() if out.lines else ""


def _body(document: Document, out: Sheet) -> None:
    root = document.body
    if root.kind is not Kind.VAN_BAN or root.label or root.heading or root.text or root.mark or root.cells:
        raise _Misfit(root, "the root of a document has a state and children, nothing else")
    cut = next((i for i, child in enumerate(root.children) if child.kind in ENCLOSED), len(root.children))
    first = root.children[0] if root.children else root
    if first.kind is Kind.DOAN and not first.children and _own_line(first, False, Kind.DOAN, out.language) == _empty(out.language):
        out.block(_note(signs.level_note(0, out.language)))  # or it would be read as a recital
    opened = Headings()
    _children(root.with_children(root.children[:cut]), out, 0, False, opened)
    if document.tail:
        out.block("---")
        for line in document.tail:
            out.block(_line(line, out.language))
        opened.ranks.clear()
    _children(root.with_children(root.children[cut:]), out, 0, False, opened)


# -- units -----------------------------------------------------------------------------------------------------------------
def _children(parent: Provision, out: Sheet, depth: int, in_point: bool, opened: Headings) -> None:
    """The children of the root or of a heading; `depth` is the number of headings open above them."""
    rows: list[Provision] = []
    for child in parent.children:
        if child.kind is Kind.HANG:
            rows.append(child)
            continue
        if rows:
            _loose_rows(rows, out, depth, opened)
            rows = []
        if child.kind in signs.RANK:
            _heading(child, out, depth, opened)
        else:
            _at(depth, out, opened)
            _unit(child, out, "", in_point, 0)
    if rows:
        _loose_rows(rows, out, depth, opened)


def _loose_rows(rows: list[Provision], out: Sheet, depth: int, opened: Headings) -> None:
    _at(depth, out, opened)
    _bare_rows(rows, out, "")


def _at(depth: int, out: Sheet, opened: Headings) -> None:
    """Says where the next unit stands, if another heading is open there."""
    if len(opened.ranks) != depth:
        out.block(_note(signs.level_note(depth, out.language)))
        del opened.ranks[depth:]


def _heading(unit: Provision, out: Sheet, depth: int, opened: Headings) -> None:
    if unit.text or unit.cells:
        raise _Misfit(unit, f"a {unit.kind} has a heading and no text of its own: its paragraphs are its children")
    rank = signs.RANK[unit.kind]
    if opened.heading(rank) != depth:
        out.block(_note(signs.level_note(depth, out.language)))
    del opened.ranks[depth:]
    if out.again(unit):
        opened.ranks.append(rank)
        return
    start = len(out.lines)
    try:
        out.block(f"{signs.HASHES[unit.kind]} {_heading_line(unit, out.language)}")
    except escape.Unfit as error:
        raise _Misfit(unit, str(error)) from None
    opened.ranks.append(rank)
    _children(unit, out, depth + 1, False, opened)
    if start and not any(child.kind in signs.RANK for child in unit.children):
        out.keep(unit, start)


def _heading_line(unit: Provision, language: str) -> str:
    usual = signs.usual(unit.kind, unit.label, bool(unit.heading), language)
    printed = unit.mark or usual
    told = signs.read_container(printed, bool(unit.heading), language) == (unit.kind, unit.label, unit.mark)
    if told and unit.state is State.IN_FORCE:
        whole = f"{printed} {unit.heading}" if unit.heading else printed
        if signs.split_heading(whole) == (printed, unit.heading):
            return escape.heading(whole)
    if told and unit.state is not State.IN_FORCE and signs.split_heading(printed) == (printed, ""):
        parts = [escape.span(printed)]
    else:
        parts = [f"**{escape.span(printed)}**"] if printed else []
    if not told:
        parts += _kind_notes(unit, usual, language)
    parts += _states(unit, language)
    if unit.heading:
        parts.append(escape.heading(unit.heading))
    return " ".join(parts)


def _unit(unit: Provision, out: Sheet, indent: str, in_point: bool, nesting: int) -> None:
    """A unit that is no heading, with all below it."""
    try:
        if unit.kind in signs.RANK or unit.kind in (Kind.VAN_BAN, Kind.HANG):
            raise _Misfit(unit, f"a {unit.kind} cannot stand here")
        if nesting > DEPTH:
            raise _Misfit(unit, f"nested more than {DEPTH} deep")
        if unit.cells:
            raise _Misfit(unit, "cells belong to the rows of a table")
        if unit.kind is Kind.BANG:
            _table(unit, out, indent)
        elif unit.kind is Kind.TRICH:
            _quotation(unit, out, indent)
        elif unit.kind is Kind.DOAN and not unit.children:
            out.block(indent + _own_line(unit, in_point, Kind.DOAN, out.language))
        else:
            out.item(f"{indent}- {_own_line(unit, in_point, Kind.GACH, out.language)}")
    except escape.Unfit as error:
        raise _Misfit(unit, str(error)) from None
    if unit.kind in (Kind.BANG, Kind.TRICH):
        return
    rows: list[Provision] = []
    for child in unit.children:
        if child.kind is Kind.HANG:
            rows.append(child)
            continue
        if rows:
            _bare_rows(rows, out, indent + "  ")
            rows = []
        _unit(child, out, indent + "  ", in_point or unit.kind in _POINTS, nesting + 1)
    if rows:
        _bare_rows(rows, out, indent + "  ")


def _own_line(unit: Provision, in_point: bool, default: Kind | None, language: str, empty: bool = False) -> str:
    """Label, notes, heading and text of a unit. `default` is the kind a line without a label has here; None: the kind is always said.
    `empty` adds the note that says so."""
    usual = signs.usual(unit.kind, unit.label, False, language)
    printed = unit.mark or usual
    if default is None:
        told = False
    elif printed:
        told = signs.read_label(printed, in_point, language) == (unit.kind, unit.label, unit.mark)
    else:
        told = unit.kind is default and not unit.label and not unit.heading
    parts = [f"**{escape.span(printed)}**"] if printed else []
    if not told:
        parts += _kind_notes(unit, usual, language)
    parts += _states(unit, language)
    if empty:
        parts.append(_empty(language))
    if unit.heading:
        parts.append(f"**{escape.span(unit.heading)}**")
    if unit.text:
        parts.append(escape.span(unit.text) if parts else escape.line(unit.text))
    return " ".join(parts) or _empty(language)


def _kind_notes(unit: Provision, usual: str, language: str) -> list[str]:
    notes = [_note(signs.kind_note(unit.kind, unit.label, language))]
    if unit.mark and unit.mark == usual:
        notes.append(_note(signs.other_note("verbatim", language)))
    return notes


def _states(unit: Provision, language: str) -> list[str]:
    return [] if unit.state is State.IN_FORCE else [_note(signs.state_note(unit.state, language))]


def _note(words: str) -> str:
    return f"*({escape.inline(escape.check(words))})*"


def _empty(language: str) -> str:
    return _note(signs.other_note("empty", language))


# -- tables and quotations -------------------------------------------------------------------------------------------------
def _table(table: Provision, out: Sheet, indent: str) -> None:
    if any(row.kind is not Kind.HANG for row in table.children):
        raise _Misfit(table, "a table holds rows and nothing else")
    bare = not (table.label or table.heading or table.text or table.mark or table.state is not State.IN_FORCE)
    if not bare or not table.children:
        out.block(indent + _own_line(table, False, None, out.language, empty=not table.children))
    if table.children:
        _rows(table.children, out, indent)


def _bare_rows(rows: Sequence[Provision], out: Sheet, indent: str) -> None:
    """Rows that stand in no table of their own: the payload "số thứ tự 29a"."""
    out.block(indent + _note(signs.kind_note(Kind.HANG, "", out.language)))
    _rows(rows, out, indent)


def _rows(rows: Sequence[Provision], out: Sheet, indent: str) -> None:
    width = max(1, *(len(row.cells) for row in rows))
    for number, row in enumerate(rows):
        if row.children or row.heading or row.text or row.mark:
            raise _Misfit(row, "a row has a label, a state and cells, nothing else")
        try:
            line = f"{indent}| {' | '.join(_cells(row, width, out.language))} |"
        except escape.Unfit as error:
            raise _Misfit(row, str(error)) from None
        if number:
            out.more(line)
        else:
            out.block(line)
            out.more(f"{indent}|{' --- |' * width}")


def _cells(row: Provision, width: int, language: str) -> list[str]:
    cells = [escape.cell(cell) for cell in row.cells]
    cells += [_note(signs.other_note("no-cell", language))] * (width - len(cells))
    notes = [] if row.label == signs.row_label(row.cells) else [_note(signs.kind_note(row.kind, row.label, language))]
    notes += _states(row, language)
    if notes:
        cells[0] = " ".join([*(note.replace("|", "\\|") for note in notes), cells[0]]).rstrip(" ")
    return cells


def _quotation(quotation: Provision, out: Sheet, indent: str) -> None:
    if quotation.children:
        raise _Misfit(quotation, "a quotation holds raw lines and no units")
    if quotation.label or quotation.heading or quotation.mark or quotation.state is not State.IN_FORCE:
        out.block(indent + _own_line(replace(quotation, text=""), False, None, out.language))
    lines = [escape.line(line, inside=bool(i)) for i, line in enumerate(quotation.text.split("\n"))]
    lines[-1] = lines[-1] or _empty(out.language)
    out.block(f"{indent}> " + f"\\\n{indent}> ".join(lines))


# -- lines around the body -------------------------------------------------------------------------------------------------
def _line(text: str, language: str) -> str:
    return escape.line(text) if text else _empty(language)


def _recital(text: str, language: str) -> str:
    """A line of the preamble, in italics; one in round brackets takes underscores, or it would be read as a note."""
    if not text:
        return _empty(language)
    sign = "_" if text.startswith("(") and text.endswith(")") else "*"
    return f"{sign}{escape.span(text)}{sign}"


def _address(root: Provision, unit: Provision) -> str:
    return next((str(address) for address, found in addressed(root) if found is unit), "")
