"""The inline Markdown of one line → plain pieces: text, bold, italic."""

from __future__ import annotations

import re

from markdown_it.token import Token

from lawtrack.markup.blocks import MARKDOWN

Piece = tuple[str, str]
"""("text" | "bold" | "note" | "break" | "soft" | "alien", words). A note is italic text in round brackets, given without them. What a
text of ours never holds (links, code, HTML, a stray asterisk) is "alien", with its name."""

_SIGNS = re.compile(r"[\\`*_\[\]<&!\n]")
_STRAY = re.compile(r"(?<![ \t*])\*|\*(?![ \t*])|<[A-Za-z/!?]")
"""What the writer always escapes: an asterisk that is not alone between spaces (here a bold label gone wrong: "**1.**Words"), a tag."""
_PLAIN_ITEM = re.compile(r"\*\*([^\\`*_\[\]<&!\n]+)\*\*(?: ([^\\`*_\[\]<&!\n]*))?")


def pieces(content: str) -> list[Piece]:
    """The pieces of the inline Markdown of a paragraph, heading or cell, in order; neighbouring text is one piece."""
    if not _SIGNS.search(content):
        return [("text", content)] if content else []
    if (match := _PLAIN_ITEM.fullmatch(content)) and match[1] == match[1].strip():
        return [("bold", match[1])] if match[2] is None else [("bold", match[1]), ("text", " " + match[2])]
    tokens: list[Token] = []
    MARKDOWN.inline.parse(content, MARKDOWN, {}, tokens)
    out: list[Piece] = []
    i = 0
    while i < len(tokens):
        token = tokens[i]
        if token.nesting == 1:
            end = next(j for j in range(i + 1, len(tokens)) if tokens[j].nesting == -1 and tokens[j].level == token.level)
            out.append(_marked(token, tokens[i + 1 : end]))
            i = end + 1
            continue
        i += 1
        if token.type == "text" and (stray := _STRAY.search(token.content)):
            out.append(("alien", "HTML" if stray.group().startswith("<") else "an asterisk that opens or closes nothing"))
        elif token.type in ("text", "text_special"):
            if out and out[-1][0] == "text":
                out[-1] = ("text", out[-1][1] + token.content)
            elif token.content:
                out.append(("text", token.content))
        elif token.type in ("hardbreak", "softbreak"):
            out.append(("break" if token.type == "hardbreak" else "soft", ""))
        else:
            out.append(("alien", token.type))
    return out


def _marked(token: Token, inside: list[Token]) -> Piece:
    if token.type not in ("strong_open", "em_open"):
        return "alien", token.type.removesuffix("_open")
    if any(t.type not in ("text", "text_special") for t in inside):
        return "alien", "emphasis"
    words = "".join(t.content for t in inside)
    if token.type == "strong_open":
        return "bold", words
    if token.markup == "*" and len(words) >= 2 and words[0] == "(" and words[-1] == ")":
        return "note", words[1:-1]
    return "italic", words
