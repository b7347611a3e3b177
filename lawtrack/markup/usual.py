"""The blocks of Markdown in its usual print: what a canonical file is nearly all made of, read line by line.

Only what CommonMark can read in one way is taken here: a paragraph on one line between empty lines, items behind "- " indented by twos,
headings, quotations whose every line has its ">", one thematic break. Whatever else a line holds, the parser of Markdown reads it
(`lawtrack.markup.blocks`), a part of the file at a time: from one heading to the next.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field

DEPTH = 40
"""How deep lists may be nested."""


@dataclass(slots=True)
class Block:
    """One block.

    type      "heading", "paragraph", "list", "item", "quote", "table", "row", "rule"; what has no place in a canonical file
              is "numbered list", "code" or "HTML"
    line      the first line, from 1
    content   the inline Markdown of a heading or paragraph; the sign of a rule
    cells     of a row: the inline Markdown of each cell
    level     of a heading: the number of hashes
    """

    type: str
    line: int
    content: str = ""
    level: int = 0
    children: list[Block] = field(default_factory=list)
    cells: list[str] = field(default_factory=list)


# What may open another block than a paragraph, or reads otherwise than it stands (CommonMark 0.31.2, sections 4 and 5).
_ODD = r"[\s\-+#>~=:|<`]|\*(?!\*?[^\s*])|_(?![^\s_])"
_PLAIN = re.compile(rf"(?!{_ODD}|[0-9]{{1,9}}[.)](?:\s|$)).")
_PLAIN_ON = re.compile(rf"(?!{_ODD}|0*1[.)](?:\s|$)).")  # of the lines of a paragraph behind the first only "1." opens a list
_HEADING = re.compile(r"(#{1,6}) (\S.*)")
_ALWAYS_PARSED = re.compile("[\t\r\0]|```|~~~")
_DEEP = 12


def parts(text: str) -> Iterator[tuple[int, list[str]]] | None:
    """(lines in front of it, its lines) of each part of a file: what stands from one heading to the next does not depend on the rest. None
    for a text with signs that reach over headings (fences) or are not what they look like (tabs)."""
    return None if _ALWAYS_PARSED.search(text) else _parts(text.split("\n"))


def _parts(lines: list[str]) -> Iterator[tuple[int, list[str]]]:
    start = 0
    for at, line in enumerate(lines):
        if at > start and line[:1] == "#" and not lines[at - 1] and _HEADING.match(line):
            yield start, lines[start:at]
            start = at
    yield start, lines[start:]


def usual(lines: list[str], first_line: int) -> list[Block] | None:
    """The blocks of a part, `first_line` being the number of its first line; None where a line is not as usual."""
    top: list[Block] = []
    items: list[Block] = []  # the open items, outermost first
    last = ""  # the type of the block on the line before; "" behind an empty line
    for number, line in enumerate(lines, first_line):
        if not line:
            last = ""
            continue
        bare = line.lstrip(" ")
        depth, odd = divmod(len(line) - len(bare), 2)
        if odd or depth > len(items) or depth > _DEEP or line[-1].isspace():
            return None
        if bare.startswith("- ") and last in ("", "item") and _PLAIN.match(bare, 2):
            del items[depth:]
            beside = items[-1].children if items else top
            if not beside or beside[-1].type != "list":
                beside.append(Block("list", number))
            items.append(Block("item", number, children=[Block("paragraph", number, bare[2:])]))
            beside[-1].children.append(items[-1])
            last = "item"
        elif last == "quote" and bare.startswith("> ") and depth == len(items) and _PLAIN_ON.match(bare, 2):
            quote = (items[-1].children if items else top)[-1].children[0]
            quote.content = f"{quote.content}\n{bare[2:]}"
        elif last or (block := _block(bare, number, depth)) is None:
            return None
        else:
            del items[depth:]
            (items[-1].children if items else top).append(block)
            last = block.type
    return top


def _block(bare: str, number: int, depth: int) -> Block | None:
    """The block behind an empty line, or None where it is not as usual."""
    if _PLAIN.match(bare):
        return Block("paragraph", number, bare)
    if bare.startswith("> ") and _PLAIN.match(bare, 2):
        return Block("quote", number, children=[Block("paragraph", number, bare[2:])])
    if not depth and (heading := _HEADING.fullmatch(bare)) and not bare.endswith("#"):
        return Block("heading", number, heading[2], len(heading[1]))
    return Block("rule", number, "-") if bare == "---" and not depth else None
