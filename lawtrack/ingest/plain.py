"""Bytes to lines: plain text and Markdown of any shape."""

from __future__ import annotations

import html
import re

from lawtrack.ingest.grids import stacked_tables
from lawtrack.ingest.model import IngestError, LeftOut, Line, Text
from lawtrack.ingest.wrap import Column
from lawtrack.law.message import Message
from lawtrack.outline.marks import Style, marks

_MARKDOWN = re.compile(r"^\s{0,3}#{1,6}\s+\S|\*\*[^*\n]+\*\*|\d\\[.)]|^\s*\|(?:\s*:?-{2,}:?\s*\|)+\s*$|\]\(\S+\)", re.MULTILINE)


def decode(data: bytes) -> str:
    """The text of the bytes: UTF-8, UTF-16 with its mark, or windows-1258 where it is neither; raises IngestError for binary data."""
    if not data.strip():
        raise IngestError("the file is empty", remedy="give a file that holds the text of an act")
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16")
    if b"\0" in data[:4096]:
        raise IngestError("the file is binary and of no known format", remedy="give docx, doc, pdf with text, HTML, Markdown or plain text")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        raise IngestError("the file is not UTF-8", line, "convert it to UTF-8 first, for example with iconv") from error


def looks_like_markdown(text: str) -> bool:
    """Whether the text carries Markdown: headings, bold words, escaped list numbers, links, tables."""
    return len(_MARKDOWN.findall(text[:60000])) >= 2


# a tab behind a label, as word processors write lists: no column. A row of a table ends without the mark of a sentence.
_TABBED = re.compile(
    r"(\s*(?:(?:Điều|ĐIỀU|Chương|CHƯƠNG|Mục|MỤC|Phần|PHẦN)\s+\w+[.:]?(?=\t[^\t]*$)|(?:\d{1,3}[a-zđ]?[.)]|[a-zđ]\d?\)|[-+•])(?=\t[^\t]*[.;:,]\s*$)))\t"
)


def plain_text(text: str) -> Text:
    """Plain text as lines."""
    rows = (_TABBED.sub(r"\1 ", s) if "\t" in s else s for s in re.split(r"\r\n|\r|\n|\u2028|\v", text))
    lines, left = stacked_tables([Line(s, i) for i, s in enumerate(rows, 1)])
    return Text(lines, soft=True, left_out=left, format="text")


_FRONT = re.compile(r"---[ \t]*\r?\n(?:.*\n)*?---[ \t]*(?:\r?\n|$)")
_FENCE = re.compile(r"\s{0,3}(?:```|~~~)")
_HEADING = re.compile(r"\s{0,3}#{1,6}(?:\s+|$)(.*?)\s*#*\s*$")
_ITEM = re.compile(r"\s*[-*+]\s+(.*)$")
_QUOTE = re.compile(r"\s{0,3}>\s?")
_LINK = re.compile(r"(!?)\[((?:[^\[\]]|\[[^\[\]]*\])*)\]\(((?:[^()\s]|\([^()\s]*\)|\s)*?)\)")
_TAG = re.compile(r"</?[a-zA-Z][^<>]*>|<!--.*?-->", re.DOTALL)
_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_ESCAPE = re.compile(r"\\([!-/:-@\[-`{-~])")
_BOLD = re.compile(r"\*{2,}|(?<!\w)_{2}(?=\S)|(?<=\S)_{2}(?!\w)")
_STAR = re.compile(r"(?<![\w*])\*(?=[^\s*])([^*\n]*?[^\s*])\*(?![\w*])")
_UNDER = re.compile(r"(?<![\w_])_(?=[^\s_])([^_\n]*?[^\s_])_(?![\w_])")
_LOOSE_UNDER = re.compile(r"(?<=\w)_ _(?=\w)|(?<=\w)_(?=\s)|(?<=\s)_(?=\w)")
_FILL = re.compile(r"_{3,}")


def markdown(text: str) -> Text:
    """Markdown as lines of plain words, one block a line: the levels of headings and the bullets that a conversion put in front of labels
    are dropped, soft line breaks inside a block are joined, hard ones kept, links keep their words."""
    left: list[LeftOut] = []
    out: list[Line] = []
    block: list[tuple[str, int]] = []

    def flush() -> None:
        if block:
            # a link may run over a line break inside its address: links are read in the joined block
            joined = "\n".join(s for s, _ in block)
            start = block[0][1]
            words_of = _inline(joined, start, left).split("\n")
            for i, words in enumerate(words_of if wrapped else _soft_breaks(words_of)):
                out.append(Line(words.strip(), block[min(i, len(block) - 1)][1] if "](" not in joined else start))
            block.clear()

    # a text wrapped at a column is joined by that measure; in others a break is only read as a space in mid-sentence
    wrapped = Column([Line(line) for line in text.splitlines()]).wrapped
    front = _FRONT.match(text)
    behind = text[: front.end()].count("\n") if front else 0
    if front:
        left.append(LeftOut(1, " ".join(front.group(0).split())[:200], Message("front matter")))
    for number, raw in enumerate(re.split(r"\r\n|\r|\n", text), 1):
        if number <= behind:
            continue
        if _FENCE.match(raw):
            flush()
            continue
        line = _QUOTE.sub("", raw) if _QUOTE.match(raw) else raw
        if not line.strip():
            flush()
            out.append(Line("", number))
            continue
        if "\t" in line.lstrip() or line.lstrip().startswith("|"):
            flush()
            out.append(
                Line(
                    _inline(line.rstrip(), number, left).rstrip()
                    if "\t" not in line
                    else "\t".join(_inline(c, number, left).strip() for c in line.rstrip("\r\n").split("\t")),
                    number,
                )
            )
            continue
        heading = _HEADING.match(line)
        item = _ITEM.match(line)
        if item and not heading:
            inner = _HEADING.match(item.group(1)) or None
            words = inner.group(1) if inner else item.group(1)
            bare = _inline(words, number, []).strip()
            found = marks(bare)
            flush()
            invented = inner is not None or (bool(found) and found[0].style is not Style.BULLET)
            block.append((words.rstrip(" -") if inner else words if invented else f"- {words}", number))
            continue
        if heading:
            flush()
            out.append(Line("", number))
            out.append(Line(_inline(heading.group(1), number, left).strip(), number))
            out.append(Line("", number))
            continue
        block.append((line.strip() if not line.endswith(("  ", "\\")) else line.strip().removesuffix("\\"), number))
        if line.endswith(("  ", "\\")):
            flush()
            out.append(Line("\v", number))
    flush()
    return Text(_hard_breaks(out), soft=True, left_out=left, format="markdown")


def _soft_breaks(lines: list[str]) -> list[str]:
    """A line break inside a block is a space, where the next line goes on with the sentence."""
    out: list[str] = []
    for line in lines:
        words = line.strip()
        if out and words and (words[0].islower() or words[0].isdigit()) and not marks(words):
            out[-1] = f"{out[-1]} {words}"
        else:
            out.append(words)
    return out


def _hard_breaks(lines: list[Line]) -> list[Line]:
    """A hard break keeps two lines apart, as a blank line does."""
    return [Line("", line.number) if line.text == "\v" else line for line in lines]


def _inline(text: str, number: int, left: list[LeftOut]) -> str:
    def link(found: re.Match[str]) -> str:
        target = re.sub(r"\s+", "", found.group(3))
        left.append(LeftOut(number, target, Message("image") if found.group(1) else Message("address of a link")))
        return "" if found.group(1) else found.group(2)

    text = _LINK.sub(link, text)
    text = _BREAK.sub("\n", text)
    text = _TAG.sub("", text)
    text = _BOLD.sub("", text)
    fills: list[str] = []
    text = _FILL.sub(lambda m: fills.append(m.group(0)) or f"\0{len(fills) - 1}\0", text)  # type: ignore[func-returns-value]
    for pattern in (_STAR, _UNDER):
        text = pattern.sub(r"\1", text)
    text = _LOOSE_UNDER.sub(lambda m: " " if " " in m.group(0) else "", text)
    text = re.sub(r"\0(\d+)\0", lambda m: fills[int(m.group(1))], text)
    text = _ESCAPE.sub(r"\1", text)
    return html.unescape(re.sub(r"[ \xa0]{2,}", " ", text))
