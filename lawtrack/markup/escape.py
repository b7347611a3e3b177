"""Text of law → Markdown that reads as that text, with as few backslashes as can be.

CommonMark 0.31.2: block structure (section 4 and 5) decides by the first characters of a line, inlines (section 6) by a few signs.
A line without such signs, which is nearly every line of an act, is itself.
"""

from __future__ import annotations

import re

_SIGNS = re.compile(r"[\\`*_<&\]]")
_START = re.compile(r"[-+*#>~=_:|\[]|[0-9]{1,9}[.)](?:[ \t]|$)")
_UNFIT = re.compile("[\x00-\x08\x0a-\x1f\x7f-\x9f\ud800-\udfff]")
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z][A-Za-z0-9]*);")
_TAG = re.compile(r"<[A-Za-z/!?]")
_RUN = re.compile(r"[*_]+")
_BLOCK = re.compile(
    r"""[-+*](?=[ \t]|$)        # a bullet
      | \#{1,6}(?=[ \t]|$)     # a heading
      | >                      # a quotation
      | ~~~                    # a fence
      | (?:-[ \t]*){3,}$       # a thematic break
      | =+[ \t]*$              # the underline of a heading
      | [-|:][-|: \t]*$        # the second line of a table, another underline
      | \[(?=.*\]:)            # a link definition
    """,
    re.VERBOSE,
)
_NUMBER = re.compile(r"([0-9]{1,9})[.)](?=[ \t]|$)")


class Unfit(ValueError):
    """A text holds a character that no line of Markdown can carry."""


def inline(text: str) -> str:
    """`text` with its signs of emphasis, code, links, tags and entities escaped; nothing is done for the start and the ends of a line."""
    if not _SIGNS.search(text):
        return text
    text = text.replace("\\", "\\\\").replace("`", "\\`")
    text = _ENTITY.sub(lambda m: "\\" + m.group(), text)
    text = _TAG.sub(lambda m: "\\" + m.group(), text)
    text = text.replace("](", "\\](")
    return _RUN.sub(_run, text)


def _run(match: re.Match[str]) -> str:
    """A run of asterisks or underscores: one kind alone between spaces is no sign, nor are underscores inside a word."""
    run, before, after = match.group(), match.string[: match.start()], match.string[match.end() :]
    if len(set(run)) == 1 and before.endswith((" ", "\t")) and after.startswith((" ", "\t")) and before.strip() and after.strip():
        return run
    if set(run) == {"_"} and before[-1:].isalnum() and after[:1].isalnum():
        return run
    return "".join("\\" + c for c in run)


def ends(text: str, escaped: str) -> str:
    """`escaped` with the white space at the ends of `text` as character references, since Markdown drops it."""
    if not text or not (text[0].isspace() or text[-1].isspace()):
        return escaped
    bare = escaped.strip()
    if not bare:
        return "".join(map(_reference, text))
    front, back = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    return "".join(map(_reference, front)) + bare + "".join(map(_reference, back))


def _reference(space: str) -> str:
    return f"&#{ord(space)};"


def check(text: str) -> str:
    """`text` itself; raises Unfit where it holds a line break, another control character or half of a surrogate pair."""
    if match := _UNFIT.search(text):
        raise Unfit(f"a text cannot hold the character U+{ord(match.group()):04X}")
    return text


def span(text: str) -> str:
    """`text` for a place inside a line: behind a label, in bold, in a table's cell (see `cell`). Raises Unfit."""
    check(text)
    return ends(text, inline(text))


def line(text: str, inside: bool = False) -> str:
    """`text` as a line of its own: what would begin a block is escaped too. `inside` a paragraph, behind its first line, only a
    list from 1 begins. Raises Unfit."""
    out = span(text)
    if not _START.match(text):
        return out
    if match := _NUMBER.match(text):
        return out if inside and int(match[1]) != 1 else out[: match.end(1)] + "\\" + out[match.end(1) :]
    return "\\" + out if _BLOCK.match(text) and not out.startswith("\\") else out


def cell(text: str) -> str:
    """`text` as a cell of a table, where a bar ends the cell. Raises Unfit."""
    return span(text).replace("|", "\\|")


def heading(text: str) -> str:
    """`text` as the end of a heading, where hashes at the end would be dropped. Raises Unfit."""
    out = span(text)
    if out.endswith("#") and (match := re.search(r"(?:^|(?<=[ \t]))#+$", out)):
        return out[: match.start()] + "\\" + out[match.start() :]
    return out
