"""Front matter: what is known of an act besides its words, as YAML."""

from __future__ import annotations

from lawtrack.law import Meta
from lawtrack.law.message import Message
from lawtrack.markup.errors import FormatError
from lawtrack.markup.records import Codec
from lawtrack.markup.yamlfile import Bare, Node, dump, key_line, load, mapping

FORMAT = "1"
"""The version of all formats of docs/format.md."""
_CODEC = Codec()


def write_front(meta: Meta) -> str:
    """The lines between the `---` of a canonical file."""
    pairs: list[tuple[str, object]] = [("format", Bare(FORMAT))]
    return "\n".join(dump(pairs + _CODEC.pairs(meta, always=("number", "language", "authority")))) + "\n"


def read_front(text: str, path: str = "", first_line: int = 2) -> Meta:
    """What `write_front` wrote. Raises FormatError with the line: unknown key, bad date, missing number, other version."""
    node = load(text, path, first_line)
    check_format(node, path, "front matter")
    meta = _CODEC.record(Meta, node, path, "front matter", ignore=("format",))
    assert isinstance(meta, Meta)
    if not meta.number.strip():
        raise FormatError("the act has no number", path, key_line(node, "number"), "write its number, or `Không số`")
    return meta


def check_format(node: Node, path: str, what: str) -> None:
    """Raises FormatError unless the mapping says `format: 1`."""
    found = mapping(node, path, what).get("format")
    if found is None:
        raise FormatError(
            Message("{what}: format is missing", what=what), path, node.line, Message("add `format: {format}`", format=FORMAT)
        )
    if found.text != FORMAT:
        raise FormatError(
            Message("{what}: format {text} is not known", what=what, text=found.text),
            path,
            found.line,
            Message("this lawtrack reads format {format}", format=FORMAT),
        )


def title_line(meta: Meta) -> str:
    """The words of the title: "NGHỊ ĐỊNH. Quy định về công nghiệp an ninh"; the number where there are none."""
    return ". ".join(s for s in (meta.kind.upper(), meta.title) if s) or meta.number
