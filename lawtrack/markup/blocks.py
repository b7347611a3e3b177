"""Markdown → blocks, through markdown-it-py: the structure of lists, headings, quotations and tables, each with its first line."""

from __future__ import annotations

import re

from markdown_it import MarkdownIt

from lawtrack.law.message import Message
from lawtrack.markup.errors import FormatError
from lawtrack.markup.usual import DEPTH, Block, parts, usual

_NESTING = 2 * DEPTH + 10


_CONTAINERS = {
    "bullet_list_open": "list",
    "ordered_list_open": "numbered list",
    "list_item_open": "item",
    "blockquote_open": "quote",
    "table_open": "table",
    "tr_open": "row",
}
_CLOSERS = {name.replace("_open", "_close") for name in _CONTAINERS}
_LEAVES = {"heading_open": "heading", "paragraph_open": "paragraph"}
_ENDS = re.compile(r"\r\n?|\n")  # what ends a line in Markdown
_BAR = re.compile(r"(?<!\\)\|")
_ALIENS = {"fence": "code", "code_block": "code", "html_block": "HTML"}


def _parser() -> MarkdownIt:
    markdown = MarkdownIt("commonmark", {"html": False, "maxNesting": _NESTING}).enable("table")
    # Inlines are parsed one by one, and only where a line has signs (`lawtrack.markup.inlines`).
    markdown.core.ruler.disable(["inline", "text_join"])
    # A link definition shows nothing in a viewer: here it would be a paragraph of the law lost without a word.
    markdown.block.ruler.disable("reference")
    return markdown


MARKDOWN = _parser()


def blocks(text: str, path: str = "", first_line: int = 1) -> list[Block]:
    """The blocks of `text`; `first_line` is the number of its first line in the file. Raises FormatError for lists nested too deep."""
    divided = parts(text)
    if divided is None:
        return parsed(text, path, first_line)
    out: list[Block] = []
    for start, lines in divided:
        found = usual(lines, first_line + start)
        out += parsed("\n".join(lines), path, first_line + start) if found is None else found
    return out


def parsed(text: str, path: str = "", first_line: int = 1) -> list[Block]:
    """The same, all of it by the parser of Markdown."""
    top = Block("document", first_line)
    open_blocks = [top]
    leaf: Block | None = None
    lines: list[str] = []
    for token in MARKDOWN.parse(text):
        kind, here = token.type, open_blocks[-1]
        line = first_line + token.map[0] if token.map else here.line
        if token.level >= _NESTING - 1:
            raise FormatError("nested too deeply", path, line, Message("lists may be nested {depth} deep", depth=DEPTH))
        if kind == "inline":
            if leaf is not None:
                leaf.content, leaf = token.content, None
            else:
                here.cells.append(token.content)
        elif kind in _LEAVES:
            leaf = Block(_LEAVES[kind], line, level=int(token.tag[1:]) if kind == "heading_open" else 0)
            here.children.append(leaf)
        elif kind in _CONTAINERS:
            block = Block(_CONTAINERS[kind], line)
            here.children.append(block)
            open_blocks.append(block)
        elif kind in _CLOSERS:
            closed = open_blocks.pop()
            if closed.type == "row":
                lines = lines or _ENDS.split(text)
                _whole(closed, lines[closed.line - first_line], path)
        elif kind == "hr":
            here.children.append(Block("rule", line, token.markup[:1]))
        elif kind in _ALIENS:
            here.children.append(Block(_ALIENS[kind], line))
    return top.children


def _whole(row: Block, source: str, path: str) -> None:
    """Raises FormatError where a row has other cells than the first row of its table: Markdown would drop or invent them."""
    cells = _BAR.split(source.strip())
    count = len(cells) - (cells[0] == "") - (len(cells) > 1 and cells[-1] == "")
    if count != len(row.cells):
        remedy = Message("give every row as many cells as the first one; a bar that belongs to the text takes a backslash")
        raise FormatError(
            Message("a row with {count} cells in a table of {n} columns", count=count, n=len(row.cells)), path, row.line, remedy
        )
