"""HTML to lines. Nothing of the page is run or loaded."""

from __future__ import annotations

import re
from html.parser import HTMLParser

from lawtrack.ingest.grids import Cell, grid_lines
from lawtrack.ingest.model import LeftOut, Line, Text
from lawtrack.law.message import Message

_SILENT = {"script", "style", "noscript", "svg", "select", "button", "iframe", "template", "object", "textarea", "title", "nav", "footer"}
_BLOCKS = (
    {"p", "div", "h1", "h2", "h3", "h4", "h5", "h6", "li", "ul", "ol", "section", "article", "blockquote", "pre", "hr"}
    | {"tr", "table", "center", "header", "main", "form", "dl", "dt", "dd", "body", "figure"}
)  # fmt: skip
_MAX_DEPTH = 200


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.lines: list[Line] = []
        self.left: list[LeftOut] = []
        self.words: list[str] = []
        self.silent = 0
        self.tables: list[list[list[Cell]]] = []
        self.begun = 1

    # -- text ----------------------------------------------------------------------------------------------------------
    def flush(self) -> None:
        text = re.sub(r"\s+", " ", "".join(self.words)).strip()
        self.words = []
        if not text:
            return
        if self.tables and self.tables[-1] and self.tables[-1][-1]:
            self.tables[-1][-1][-1].paragraphs.append(text)
        else:
            self.lines.append(Line(text, self.begun))

    def handle_data(self, data: str) -> None:
        if self.silent:
            if data.strip():
                self.left.append(LeftOut(self.getpos()[0], " ".join(data.split())[:60], Message("part of the page that is no text")))
            return
        if not self.words:
            self.begun = self.getpos()[0]
        self.words.append(data)

    # -- tags ----------------------------------------------------------------------------------------------------------
    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in _SILENT:
            self.silent += 1
        if self.silent:
            return
        if tag == "br":
            self.flush()
        elif tag == "table" and len(self.tables) < _MAX_DEPTH:
            self.flush()
            self.tables.append([])
        elif tag == "tr" and self.tables:
            self.flush()
            self.tables[-1].append([])
        elif tag in ("td", "th") and self.tables:
            self.flush()
            if not self.tables[-1]:
                self.tables[-1].append([])
            known = dict(attrs)
            self.tables[-1][-1].append(Cell([], _span(known.get("colspan")), _span(known.get("rowspan"))))
        elif tag in _BLOCKS:
            self.flush()

    def handle_endtag(self, tag: str) -> None:
        if tag in _SILENT:
            self.silent = max(0, self.silent - 1)
            return
        if self.silent:
            return
        if tag in _BLOCKS or tag in ("td", "th"):
            self.flush()
        if tag == "table" and self.tables:
            grid = self.tables.pop()
            lines = grid_lines(grid)
            if self.tables and self.tables[-1] and self.tables[-1][-1]:
                self.tables[-1][-1][-1].paragraphs += lines
            else:
                self.lines += [Line(s, self.getpos()[0]) for s in lines]


def _span(value: str | None) -> int:
    return min(int(value), 100) if value and value.isdigit() and int(value) > 0 else 1


def html_text(text: str) -> Text:
    """The lines of a page: one a block element, tables as rows."""
    reader = _Reader()
    reader.feed(text)
    reader.close()
    reader.flush()
    while reader.tables:  # a page cut off inside a table
        reader.lines += [Line(s, reader.getpos()[0]) for s in grid_lines(reader.tables.pop())]
    return Text(reader.lines, left_out=reader.left, format="html")
