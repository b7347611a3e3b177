"""YAML as lawtrack writes and reads it: strings only, every value with its line, keys in a fixed order.

Reading builds its own nodes from the events of libyaml, without types (`NO` is a word, `12:30` is not 750), without aliases, and with a
limit on nesting: the composer of libyaml overruns the stack on deeply nested input.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lawtrack.law.message import Message
from lawtrack.markup.errors import FormatError

_DEPTH = 30


@dataclass(slots=True)
class Node:
    """A value as read: a text, a list of nodes, or pairs of (key, value)."""

    line: int
    text: str | None = None
    items: list[Node] | None = None
    pairs: list[tuple[Node, Node]] | None = None


def load(text: str, path: str = "", first_line: int = 1) -> Node:
    """The value a YAML text holds (an empty text holds ""). Raises FormatError with the line: broken YAML, aliases, tags, deep nesting."""
    import yaml  # here, since writing does without it

    loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)
    stack: list[Node] = []
    done: list[Node] = []
    waiting: list[Node | None] = []
    try:
        for event in yaml.parse(text, Loader=loader):
            line = first_line + (event.start_mark.line if event.start_mark else 0)
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise FormatError("anchors and aliases are not allowed", path, line, "write the value out")
            if (tag := getattr(event, "tag", None)) is not None:
                raise FormatError(Message("tags are not allowed: {tag}", tag=tag), path, line, "put the value in quotation marks")
            if isinstance(event, yaml.DocumentStartEvent) and done:
                raise FormatError("a second YAML document", path, line, "keep one document in the file")
            if isinstance(event, yaml.CollectionEndEvent):
                stack.pop()
                waiting.pop()
                continue
            if isinstance(event, yaml.ScalarEvent):
                node = Node(line, text=event.value)
            elif isinstance(event, yaml.SequenceStartEvent):
                node = Node(line, items=[])
            elif isinstance(event, yaml.MappingStartEvent):
                node = Node(line, pairs=[])
            else:
                continue
            if not stack:
                done.append(node)
            elif (items := stack[-1].items) is not None:
                items.append(node)
            elif (key := waiting[-1]) is None:
                if node.text is None:
                    raise FormatError("a key must be one line of text", path, line, "")
                waiting[-1] = node
            else:
                pairs = stack[-1].pairs
                assert pairs is not None
                pairs.append((key, node))
                waiting[-1] = None
            if node.text is None:
                if len(stack) == _DEPTH:
                    raise FormatError("nested too deeply", path, line, "")
                stack.append(node)
                waiting.append(None)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        what = getattr(error, "problem", None) or str(error).splitlines()[0]
        remedy = Message("put the value in quotation marks, or mend the indentation")
        raise FormatError(Message("broken YAML: {what}", what=what), path, first_line + (mark.line if mark else 0), remedy) from None
    return done[0] if done else Node(first_line, text="")


def mapping(node: Node, path: str, what: str) -> dict[str, Node]:
    """The pairs of a node by key; raises FormatError where it is no mapping or a key stands twice."""
    if node.pairs is None:
        raise FormatError(Message("{what} must be a mapping of keys to values", what=what), path, node.line, "write `key: value` lines")
    found: dict[str, Node] = {}
    for key, value in node.pairs:
        name = key.text or ""
        if name in found:
            raise FormatError(Message("{what}: the key {name} stands twice", what=what, name=name), path, key.line, "keep one of the two")
        found[name] = value
    return found


def key_line(node: Node, name: str) -> int:
    """The line of a key."""
    return next((key.line for key, _ in node.pairs or [] if key.text == name), node.line)


# -- writing ---------------------------------------------------------------------------------------------------------------
_FIRST = set("-?:,[]{}#&*!|>'\"%@`=~<")
_LONG_KEY = 500  # YAML takes a longer key only behind a question mark (1,024 bytes)
_TYPED = re.compile(r"(?i)(?:null|true|false|yes|no|on|off|y|n|[-+.]?[0-9][0-9_.,:e+-]*|\.inf|\.nan)")
_ODD = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff\ufeff\ufffe\uffff]")


def scalar(text: str) -> str:
    """`text` on one line: bare where every reader of YAML takes it for these very words, else in double quotation marks."""
    if (
        text
        and text[0] not in _FIRST
        and text == text.strip()
        and ": " not in text
        and " #" not in text
        and not text.endswith(":")
        and not text.startswith("...")
        and not _ODD.search(text)
        and not _TYPED.fullmatch(text)
    ):
        return text
    body = text.replace("\\", "\\\\").replace('"', '\\"')
    return '"' + _ODD.sub(_code, body) + '"'


def _code(match: re.Match[str]) -> str:
    char = match.group()
    named = {"\n": "\\n", "\t": "\\t", "\r": "\\r"}.get(char)
    value = ord(char)
    return named or (f"\\x{value:02x}" if value < 256 else f"\\u{value:04x}" if value < 65536 else f"\\U{value:08x}")


@dataclass(frozen=True, slots=True)
class Bare:
    """A text that is written as it is: dates, figures."""

    text: str


def dump(pairs: list[tuple[str, object]], indent: str = "") -> list[str]:
    """The lines of a mapping. A value is a text (a block where it has several lines), a `Bare`, a list of values or of pairs."""
    out: list[str] = []
    for key, value in pairs:
        name = key if key == "on" else scalar(key)  # a key of ours, though YAML 1.1 has a meaning for the word
        if len(name) < _LONG_KEY:
            out += _entry(f"{indent}{name}:", value, indent + "  ")
        else:
            out += [f"{indent}? {name}", *_entry(f"{indent}:", value, indent + "  ")]
    return out


def _entry(start: str, value: object, indent: str) -> list[str]:
    if isinstance(value, Bare):
        return [f"{start} {value.text}"]
    if isinstance(value, str) and "\n" in value and _blockable(value):
        lines = value.removesuffix("\n").split("\n")
        return [f"{start} {'|' if value.endswith(chr(10)) else '|-'}", *(indent + line if line else "" for line in lines)]
    if isinstance(value, str):
        return [f"{start} {scalar(value)}"]
    if not isinstance(value, list):
        raise TypeError(f"cannot be written: {value!r}")
    if value and isinstance(value[0], tuple):
        return [start, *dump(value, indent)]
    if not value:
        return [f"{start} []"]
    return [start, *(line for item in value for line in _item(item, indent))]


def _item(value: object, indent: str) -> list[str]:
    if isinstance(value, list) and value and isinstance(value[0], tuple):
        lines = dump(value, indent + "  ")
        return [f"{indent}- {lines[0].lstrip()}", *lines[1:]]
    return _entry(f"{indent}-", value, indent + "  ")


def _blockable(text: str) -> bool:
    """Whether a literal block gives the text back: it begins with no blank and ends in one line break at most."""
    return not text.startswith((" ", "\n", "\t")) and not text.endswith("\n\n") and not _ODD.search(text.replace("\n", ""))
