"""Canonical Markdown → provisions. The exact inverse of `lawtrack.markup.writer`; what it does not understand it refuses, with the line."""

from __future__ import annotations

from dataclasses import replace

from lawtrack.law import Document, Kind, Meta, Provision, State
from lawtrack.law.message import Message
from lawtrack.markup import signs
from lawtrack.markup.blocks import Block, blocks
from lawtrack.markup.errors import FormatError, refuse_conflict
from lawtrack.markup.front import read_front, title_line
from lawtrack.markup.inlines import Piece, pieces
from lawtrack.markup.parts import Line, Notes, Open

_POINTS = (Kind.DIEM, Kind.TIET)
_ESCAPE = Message("a text has no marks of its own: put a backslash in front of the sign")


def read(text: str, path: str = "") -> Document:
    """The document of a canonical file; `path` is for messages only. Raises FormatError with the line and a remedy for whatever cannot be
    understood for certain."""
    text = text.replace("\r\n", "\n").removeprefix("\ufeff")
    refuse_conflict(text, path)
    if not text.startswith("---\n"):
        raise FormatError("no front matter", path, 1, "begin the file with `---`, `format: 1`, `number: …`, `---`")
    end = text.find("\n---\n", 3)
    if end < 0:
        raise FormatError("the front matter does not end", path, 1, "close it with a line `---`")
    meta = read_front(text[4 : end + 1], path)
    first = text.count("\n", 0, end + 5) + 1
    return _Reader(meta.language, path).document(meta, blocks(text[end + 5 :], path, first))


def read_units(text: str, path: str = "", first_line: int = 1, language: str = "vi") -> tuple[Provision, ...]:
    """The units of a fragment (`write_units`); `first_line` is the number of its first line in the file. Raises FormatError."""
    return _Reader(language, path).units(blocks(text.replace("\r\n", "\n"), path, first_line))


class _Reader:
    def __init__(self, language: str, path: str) -> None:
        self.language, self.path = language, path
        self.open: list[Open] = [Open(Provision(Kind.VAN_BAN))]
        self.forced: int | None = None

    def fail(self, line: int, message: str, remedy: str) -> FormatError:
        return FormatError(message, self.path, line, remedy)

    # -- the whole -------------------------------------------------------------------------------------------------------------
    def document(self, meta: Meta, found: list[Block]) -> Document:
        title = next((i for i, block in enumerate(found) if block.type == "heading" and block.level == 1), None)
        if title is None:
            line = found[0].line if found else 1
            raise self.fail(line, "the title is missing", Message("write a line `# {title}`", title=title_line(meta)))
        self._title(meta, found[title])
        start = title + 1
        preamble: list[str] = []
        while start < len(found) and (recital := self._recital(found[start])) is not None:
            preamble.append(recital)
            start += 1
        cut = next((i for i, b in enumerate(found) if b.type == "rule" and i >= start), len(found))
        after = next((i for i, b in enumerate(found) if i > cut and b.type == "heading"), len(found))
        self._blocks(found[start:cut])
        tail = tuple(map(self._around, found[cut + 1 : after]))
        del self.open[1:]  # the lines behind the body close all that is open in it
        self.forced = None
        self._blocks(found[after:])
        return Document(meta, self.open[0].done(), tuple(map(self._around, found[:title])), tuple(preamble), tail)

    def units(self, found: list[Block]) -> tuple[Provision, ...]:
        self._blocks(found)
        return self.open[0].done().children

    def _title(self, meta: Meta, block: Block) -> None:
        line = self._take(pieces(block.content), block.line, plain=True)
        if (line.heading if line.noted else line.text) != title_line(meta) or (line.noted and line.text):
            remedy = Message("write `# {title}`, or mend kind and title in the front matter", title=title_line(meta))
            raise self.fail(block.line, "the title is not that of the front matter", remedy)
        self.open[0].provision = replace(self.open[0].provision, state=line.notes.state)

    def _recital(self, block: Block) -> str | None:
        """The words of a line of the preamble; None where the body begins."""
        found = pieces(block.content) if block.type == "paragraph" else []
        if len(found) != 1:
            return None
        sign, words = found[0]
        if sign == "note" and signs.read_note(words) == ("empty", None):
            return ""
        return words if sign == "italic" else None

    def _around(self, block: Block) -> str:
        """A line in front of the title or behind the body."""
        if block.type != "paragraph":
            raise self.fail(block.line, Message("a {type} where lines of plain text stand", type=block.type), "write it as a paragraph")
        line = self._take(pieces(block.content), block.line)
        if line.printed is not None or line.heading or (line.noted and not line.notes.empty):
            raise self.fail(block.line, "a mark in a line of plain text", _ESCAPE)
        return line.text

    # -- blocks ----------------------------------------------------------------------------------------------------------------
    def _blocks(self, found: list[Block]) -> None:
        i = 0
        while i < len(found):
            block = found[i]
            if block.type == "heading":
                self._heading(block)
            elif block.type == "rule":
                raise self.fail(block.line, "a second thematic break", "one `---` stands in front of the lines behind the body")
            elif (depth := self._level(block)) is not None:
                self.forced = depth
                del self.open[depth + 1 :]
            else:
                units, i = self._units(found, i, False)
                self.open[-1].children += units
                self.forced = None
                continue
            i += 1

    def _level(self, block: Block) -> int | None:
        """The depth a note such as `*(cấp 1)*` on a line of its own sets."""
        if block.type != "paragraph" or not block.content.startswith("*("):
            return None
        line = self._take(pieces(block.content), block.line)
        depth = line.notes.level
        if depth is None:
            return None
        if line.text or line.printed is not None or line.heading or depth >= len(self.open):
            raise self.fail(
                block.line,
                Message("no unit is open at level {depth}", depth=depth),
                Message("levels here run from 0 to {n}", n=len(self.open) - 1),
            )
        return depth

    def _heading(self, block: Block) -> None:
        line = self._take(pieces(block.content), block.line, plain=True)
        printed, heading, notes = line.printed, line.text, line.notes
        if printed is None and notes.kind is None:
            front = line.text if not line.noted else line.heading
            split = signs.split_heading(front)
            if split is None or (line.noted and split[1]):
                raise self.fail(
                    block.line,
                    Message("a heading without a known label: {words}", words=front[:60]),
                    "begin it with Phần, Chương, Mục, Tiểu mục, Điều or Phụ lục and a label, or with `*(kèm theo)*`",
                )
            printed, heading = split[0], split[1] if not line.noted else line.text
        kind, label, mark = self._identity(printed, notes, block.line, titled=bool(heading))
        if kind not in signs.RANK:
            raise self.fail(block.line, Message("a {kind} cannot be a heading", kind=kind), "write it as an item of a list")
        rank = signs.RANK[kind]
        if self.forced is None:
            while len(self.open) > 1 and self.open[-1].rank >= rank:
                self.open.pop()
        self.forced = None
        unit = Open(Provision(kind, label, heading, mark=mark, state=notes.state), rank)
        self.open[-1].children.append(unit)
        self.open.append(unit)

    def _identity(self, printed: str | None, notes: Notes, line: int, titled: bool) -> tuple[Kind, str, str]:
        """Kind, label and mark of a heading."""
        if notes.kind is None:
            told = signs.read_container(printed or "", titled, self.language)
            if told is None:
                raise self.fail(
                    line,
                    Message("a label that tells no unit: {printed}", printed=printed),
                    "say what it is in a note, for example `*(điều 5)*`",
                )
            return told
        return (*notes.kind, self._mark(printed, notes, signs.usual(*notes.kind, titled, self.language)))

    @staticmethod
    def _mark(printed: str | None, notes: Notes, usual: str) -> str:
        return printed or "" if notes.verbatim or printed != usual else ""

    def _units(self, found: list[Block], i: int, in_point: bool) -> tuple[list[Provision], int]:
        """The units block `i` holds, and the index behind what was used."""
        block = found[i]
        match block.type:
            case "list":
                return [self._item(item, in_point) for item in block.children], i + 1
            case "table":
                return [Provision(Kind.BANG, children=self._rows(block))], i + 1
            case "quote":
                return [Provision(Kind.TRICH, text=self._raw(block))], i + 1
            case "paragraph":
                return self._paragraph(found, i, in_point)
        remedy = Message("labels stand in bold behind a dash: `- **1.** …`") if block.type == "numbered list" else _ESCAPE
        raise self.fail(block.line, Message("a {type} has no place here", type=block.type), remedy)

    def _paragraph(self, found: list[Block], i: int, in_point: bool) -> tuple[list[Provision], int]:
        block = found[i]
        line = self._take(pieces(block.content), block.line)
        following = found[i + 1] if i + 1 < len(found) else block
        kind = line.notes.kind[0] if line.notes.kind else Kind.DOAN
        if kind is Kind.HANG and following.type == "table":
            return list(self._rows(following)), i + 2
        if line.printed is not None and not line.notes.kind:
            raise self.fail(
                block.line,
                "a labelled unit outside a list",
                Message("begin the line with a dash: `- **{printed}** …`", printed=line.printed),
            )
        if kind not in (Kind.DOAN, Kind.BANG, Kind.TRICH):
            raise self.fail(block.line, Message("a {kind} cannot stand in a paragraph", kind=kind), "begin the line with a dash")
        unit = self._own(line, block.line, in_point, Kind.DOAN)
        if kind is Kind.BANG and not line.notes.empty:
            if following.type != "table":
                raise self.fail(block.line, "no table follows", "add the table, or the note `*(trống)*`")
            return [unit.with_children(self._rows(following))], i + 2
        if kind is Kind.TRICH:
            if following.type != "quote":
                raise self.fail(block.line, "no quotation follows", "add its lines, each behind `> `")
            return [replace(unit, text=self._raw(following))], i + 2
        return [unit], i + 1

    def _item(self, item: Block, in_point: bool) -> Provision:
        if not item.children or item.children[0].type != "paragraph":
            raise self.fail(item.line, "an item without a line of its own", "write its label or its words behind the dash")
        line = self._take(pieces(item.children[0].content), item.line)
        unit = self._own(line, item.line, in_point, Kind.GACH)
        if unit.kind in signs.RANK or unit.kind in (Kind.BANG, Kind.HANG, Kind.TRICH):
            raise self.fail(item.line, Message("a {kind} cannot be an item of a list", kind=unit.kind), "see docs/format.md")
        children: list[Provision] = []
        i = 1
        while i < len(item.children):
            if item.children[i].type in ("heading", "rule"):
                raise self.fail(
                    item.children[i].line,
                    Message("a {type} inside a list", type=item.children[i].type),
                    "end the list with a line at the margin",
                )
            units, i = self._units(item.children, i, in_point or unit.kind in _POINTS)
            children += units
        return unit.with_children(tuple(children)) if children else unit

    def _own(self, line: Line, number: int, in_point: bool, default: Kind) -> Provision:
        """A unit without its children, from its line."""
        notes = line.notes
        if line.printed is not None and not notes.kind:
            told = signs.read_label(line.printed, in_point, self.language)
            if told is None:
                raise self.fail(
                    number,
                    Message("a label that tells no unit: {printed}", printed=line.printed),
                    "say what it is in a note, for example `*(khoản 1a)*`",
                )
            kind, label, mark = told
        elif notes.kind:
            kind, label = notes.kind
            mark = self._mark(line.printed, notes, signs.usual(kind, label, False, self.language))
        else:
            kind, label, mark = default, "", ""
        if not (line.text or line.printed is not None or line.noted or line.heading):
            raise self.fail(number, "an empty unit", "write `*(trống)*` where the unit has no words")
        return Provision(kind, label, line.heading, line.text, mark=mark, state=notes.state)

    # -- tables and quotations -------------------------------------------------------------------------------------------------
    def _rows(self, table: Block) -> tuple[Provision, ...]:
        return tuple(self._row(row) for row in table.children)

    def _row(self, row: Block) -> Provision:
        cells: list[str] = []
        label: str | None = None
        state = State.IN_FORCE
        for number, content in enumerate(row.cells):
            line = self._take(pieces(content), row.line)
            if line.printed is not None or line.heading or (line.noted and number and not line.notes.no_cell):
                raise self.fail(row.line, Message("a mark in cell {n}", n=number + 1), _ESCAPE)
            if not number:
                state = line.notes.state
                if line.notes.kind and line.notes.kind[0] is not Kind.HANG:
                    raise self.fail(row.line, Message("a row is no {unit}", unit=line.notes.kind[0]), "write `*(hàng 1)*`")
                label = line.notes.kind[1] if line.notes.kind else None
            if not line.notes.no_cell:
                if len(cells) < number:
                    raise self.fail(
                        row.line,
                        Message("a cell behind a cell that does not exist: {n}", n=number + 1),
                        "only the last cells can be missing",
                    )
                cells.append(line.text)
        found = tuple(cells)
        return Provision(Kind.HANG, signs.row_label(found) if label is None else label, cells=found, state=state)

    def _raw(self, quote: Block) -> str:
        """The raw lines of a quotation."""
        if len(quote.children) != 1 or quote.children[0].type != "paragraph":
            remedy = Message("end every line but the last with a backslash, and escape what looks like Markdown")
            raise self.fail(quote.line, "a quotation must be lines of plain text", remedy)
        lines = [""]
        found = pieces(quote.children[0].content)
        for number, (sign, words) in enumerate(found):
            if sign == "break":
                lines.append("")
            elif sign == "note" and number == len(found) - 1 and signs.read_note(words) == ("empty", None):
                continue
            elif sign == "text":
                lines[-1] += words
            else:
                line = quote.line + len(lines) - 1
                remedy = Message("end every line but the last with a backslash") if sign == "soft" else _ESCAPE
                raise self.fail(line, "a quotation must be lines of plain text", remedy)
        return "\n".join(lines)

    # -- lines -----------------------------------------------------------------------------------------------------------------
    def _take(self, found: list[Piece], line: int, plain: bool = False) -> Line:
        """A line taken apart. In a heading (`plain`) the heading stands unmarked: words in front of notes are given as `heading`."""
        notes = Notes()
        printed: str | None = None
        heading = ""
        i = 0
        if found and found[0][0] == "bold":
            printed, i = found[0][1], 1
        front = ""
        if plain and len(found) > 1 and found[0][0] == "text" and found[1][0] == "note":
            front, i = found[0][1].removesuffix(" "), 1
        noted = False
        while True:
            j = i + 1 if i < len(found) and found[i] == ("text", " ") else i
            if j < len(found) and found[j][0] == "note":
                self._note(found[j][1], notes, line)
                noted, i = True, j + 1
            elif not plain and j < len(found) and found[j][0] == "bold" and (j > 0 and not heading):
                heading, i = found[j][1], j + 1
                break
            else:
                break
        rest = found[i:]
        text = ""
        if rest:
            if len(rest) > 1 or rest[0][0] != "text":
                self._strange(rest, line)
            text = rest[0][1]
            if i:
                if not text.startswith(" "):
                    raise self.fail(line, "no space behind a label or note", "put one space there")
                text = text[1:]
        if front:
            if text and not noted:
                raise self.fail(line, "words behind the notes", "")
            return Line(printed, notes, front, text, noted) if noted else Line(printed, notes, "", front, noted)
        return Line(printed, notes, heading, text, noted)

    def _strange(self, rest: list[Piece], line: int) -> None:
        sign, words = next((p for p in rest if p[0] != "text"), rest[0])
        if sign in ("soft", "break"):
            raise self.fail(line, "a line break inside a unit", "write the unit on one line, or put an empty line between two units")
        what = words if sign == "alien" else {"note": f"the note ({words})"}.get(sign, f"{sign} words")
        raise self.fail(line, Message("{what} inside a text", what=what), _ESCAPE)

    def _note(self, words: str, notes: Notes, line: int) -> None:
        match signs.read_note(words):
            case ("kind", (Kind() as kind, str() as label)):
                notes.kind = kind, label
            case ("state", State() as state):
                notes.state = state
            case ("level", int() as level):
                notes.level = level
            case ("empty", _):
                notes.empty = True
            case ("no-cell", _):
                notes.no_cell = True
            case ("verbatim", _):
                notes.verbatim = True
            case _:
                remedy = Message(
                    "known notes: được bãi bỏ, ngưng hiệu lực, trống, kinds of units (khoản 1a); escape asterisks that belong to the text"
                )
                raise self.fail(line, Message("an unknown note: ({words})", words=words), remedy)
