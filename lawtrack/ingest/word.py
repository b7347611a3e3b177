"""docx to lines: paragraphs in order, tables as rows, the numbers that Word writes by itself. docx is a zip of XML; both are bounded."""

from __future__ import annotations

import io
import zipfile
from xml.etree import ElementTree

from lawtrack.ingest.grids import Cell, grid_lines
from lawtrack.ingest.model import IngestError, LeftOut, Line, Text
from lawtrack.law.message import Message
from lawtrack.outline import Doubt
from lawtrack.text.labels import to_roman

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
_MC = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_LIMIT = 200_000_000
_GONE = (f"{_W}del", f"{_W}moveFrom")
_TRACKED = (*_GONE, f"{_W}ins", f"{_W}moveTo")
_TEXTS = (f"{_W}t", f"{_W}delText")


def _part(archive: zipfile.ZipFile, name: str) -> ElementTree.Element | None:
    if name not in archive.namelist():
        return None
    if archive.getinfo(name).file_size > _LIMIT:
        raise IngestError(
            Message("{name} in the file is larger than {n} MB", name=name, n=_LIMIT // 1000000), remedy="save the document without pictures"
        )
    data = archive.read(name)
    if b"<!DOCTYPE" in data[:2000] or b"<!ENTITY" in data[:2000]:
        raise IngestError(
            Message("{name} in the file declares XML entities, which no word processor does", name=name), remedy="save the document again"
        )
    try:
        return ElementTree.fromstring(data)
    except ElementTree.ParseError as error:
        raise IngestError(
            Message("{name} in the file is broken: {error}", name=name, error=error), remedy="save the document again"
        ) from error


class _Numbers:
    """The automatic numbers of paragraphs."""

    def __init__(self, numbering: ElementTree.Element | None, styles: ElementTree.Element | None) -> None:
        self.levels: dict[str, dict[int, tuple[str, str, int]]] = {}
        self.lists: dict[str, str] = {}
        self.counts: dict[str, dict[int, int]] = {}
        self.styles: dict[str, ElementTree.Element] = {}
        if numbering is not None:
            for abstract in numbering.iter(f"{_W}abstractNum"):
                self.levels[abstract.get(f"{_W}abstractNumId", "")] = {
                    int(level.get(f"{_W}ilvl", "0")): (_value(level, "numFmt"), _value(level, "lvlText"), int(_value(level, "start") or 1))
                    for level in abstract.iter(f"{_W}lvl")
                }
            for number in numbering.iter(f"{_W}num"):
                self.lists[number.get(f"{_W}numId", "")] = _value(number, "abstractNumId")
        if styles is not None:
            for style in styles.iter(f"{_W}style"):
                found = style.find(f"{_W}pPr/{_W}numPr")
                if found is not None:
                    self.styles[style.get(f"{_W}styleId", "")] = found

    def of(self, paragraph: ElementTree.Element) -> str:
        """The number that stands in front of the paragraph, with the space behind it; "" where it has none."""
        properties = paragraph.find(f"{_W}pPr")
        if properties is None:
            return ""
        numbered = properties.find(f"{_W}numPr")
        if numbered is None:
            numbered = self.styles.get(_value(properties, "pStyle"))
        if numbered is None:
            return ""
        abstract = self.lists.get(_value(numbered, "numId"), "")
        level = int(_value(numbered, "ilvl") or 0)
        levels = self.levels.get(abstract, {})
        if level not in levels:
            return ""
        kind, pattern, start = levels[level]
        if kind == "bullet":
            return "- "
        if kind == "none":
            return ""
        counts = self.counts.setdefault(abstract, {})
        counts[level] = counts.get(level, start - 1) + 1
        for deeper in [k for k in counts if k > level]:
            del counts[deeper]
        for i in range(level + 1):
            form = levels.get(i, ("decimal", "", 1))
            pattern = pattern.replace(f"%{i + 1}", _printed(counts.get(i, form[2]), form[0]))
        return f"{pattern} " if pattern else ""


def _value(element: ElementTree.Element, name: str) -> str:
    found = element.find(f"{_W}{name}")
    return found.get(f"{_W}val", "") if found is not None else ""


def _printed(value: int, form: str) -> str:
    if form in ("lowerLetter", "upperLetter"):
        letters = chr(ord("a") + (value - 1) % 26) * ((value - 1) // 26 + 1)
        return letters.upper() if form == "upperLetter" else letters
    if form in ("lowerRoman", "upperRoman"):
        return to_roman(value) if form == "upperRoman" else to_roman(value).lower()
    return f"{value:02d}" if form == "decimalZero" else str(value)


def _words(element: ElementTree.Element, out: list[str]) -> None:
    """The words of an element in order: deleted runs, field codes and second copies (mc:Fallback) left aside."""
    for child in element:
        tag = child.tag
        if tag == f"{_W}t":
            out.append(child.text or "")
        elif tag == f"{_W}tab":
            out.append(" ")
        elif tag in (f"{_W}br", f"{_W}cr"):
            out.append("\n")
        elif tag == f"{_W}noBreakHyphen":
            out.append("-")
        elif tag not in (*_GONE, f"{_W}instrText", f"{_W}pPr", f"{_W}rPr", f"{_MC}Fallback"):
            _words(child, out)


def _paragraph(paragraph: ElementTree.Element, numbers: _Numbers) -> list[str]:
    out: list[str] = []
    _words(paragraph, out)
    text = "".join(out)
    lines = [" ".join(s.split()) for s in text.split("\n")]
    if any(lines):
        number = numbers.of(paragraph)
        first = next(i for i, s in enumerate(lines) if s)
        lines[first] = number + lines[first]
    return lines


def _table(table: ElementTree.Element, numbers: _Numbers) -> list[str]:
    rows = []
    for row in table.iter(f"{_W}tr"):
        cells = []
        for cell in row.findall(f"{_W}tc"):
            properties = cell.find(f"{_W}tcPr")
            across, above = 1, False
            if properties is not None:
                span = _value(properties, "gridSpan")
                across = min(int(span), 100) if span.isdigit() and int(span) else 1
                merge = properties.find(f"{_W}vMerge")
                above = merge is not None and merge.get(f"{_W}val", "continue") != "restart"
            paragraphs = [s for p in cell.iter(f"{_W}p") for s in _paragraph(p, numbers)]
            cells.append(Cell(paragraphs, across, above=above))
        rows.append(cells)
    return grid_lines(rows)


def docx_text(data: bytes) -> Text:
    """The lines of a docx; raises IngestError where it is damaged or no docx."""
    try:
        archive = zipfile.ZipFile(io.BytesIO(data))
    except zipfile.BadZipFile as error:
        raise IngestError("the docx is damaged", remedy="save the document again") from error
    with archive:
        document = _part(archive, "word/document.xml")
        if document is None:
            raise IngestError("the archive holds no Word document", remedy="give a docx, not another kind of archive")
        numbers = _Numbers(_part(archive, "word/numbering.xml"), _part(archive, "word/styles.xml"))
        notes = _part(archive, "word/footnotes.xml")
    lines: list[Line] = []
    body = document.find(f"{_W}body")
    blocks = _blocks(body) if body is not None else []
    for count, block in enumerate(blocks, 1):
        found = _table(block, numbers) if block.tag == f"{_W}tbl" else _paragraph(block, numbers)
        lines += [Line(s, count) for s in found]
    left = []
    for note in notes.iter(f"{_W}footnote") if notes is not None else ():
        out: list[str] = []
        _words(note, out)
        if words := " ".join("".join(out).split()):
            left.append(LeftOut(0, words, Message("footnote")))
    return Text(lines, left_out=left + _deleted(blocks), format="docx", doubts=_tracked(blocks))


def _deleted(blocks: list[ElementTree.Element]) -> list[LeftOut]:
    """What Word shows as deleted: its words are not read."""
    why = Message("deleted with tracked changes")
    gone = [(n, run) for n, block in enumerate(blocks, 1) for tag in _GONE for run in block.iter(tag)]
    return [LeftOut(n, words, why) for n, run in gone if (words := "".join(t.text or "" for t in run.iter() if t.tag in _TEXTS).strip())]


def _tracked(blocks: list[ElementTree.Element]) -> list[Doubt]:
    """A doubt where changes are tracked and nobody has decided about them: which of the two texts was signed, the file does not tell."""
    changed = [(n, block) for n, block in enumerate(blocks, 1) if any(block.find(f".//{tag}") is not None for tag in _TRACKED)]
    if not changed:
        return []
    return [
        Doubt(
            changed[0][0],
            Message(
                "changes are tracked in the file and read as accepted, in {n} paragraphs: accept or reject them in Word and import again",
                n=len(changed),
            ),
        )
    ]


def _blocks(body: ElementTree.Element) -> list[ElementTree.Element]:
    """Paragraphs and tables in order, also those inside content controls."""
    out = []
    for child in body:
        if child.tag in (f"{_W}p", f"{_W}tbl"):
            out.append(child)
        elif child.tag == f"{_W}sdt":
            content = child.find(f"{_W}sdtContent")
            if content is not None:
                out += _blocks(content)
    return out
