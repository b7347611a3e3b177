"""Lines read as they usually stand give the blocks the parser of Markdown gives, whatever stands in them."""

from __future__ import annotations

import subprocess
import sys

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lawtrack.markup.blocks import blocks, parsed
from lawtrack.markup.errors import FormatError
from lawtrack.markup.usual import parts, usual

_OPENERS = [
    "- ",
    "-",
    "> ",
    ">",
    "* ",
    "+ ",
    "1. ",
    "2. ",
    "01) ",
    "12)",
    "# ",
    "#### ",
    "#",
    "####### ",
    "---",
    "***",
    "- - -",
    "===",
    "| ",
]
_OPENERS += ["~~~", "```", "<div>", "[a]: ", "**", "*(", "*", "_", "_(", "\\", ":", "", "", "", "", "", "="]
_WORDS = [
    "**1.** Một",
    "**a)**",
    "chữ",
    "Chữ\\",
    "*(trống)*",
    "5. Năm",
    "1. Một",
    "|",
    "| a | b |",
    "--- | ---",
    "|---|",
    "# ",
    "#",
    " ",
    "\u00a0",
    "-",
]
_WORDS += ["\t", "_", "*", ">", "`", "=", "\x0b", "\u2028", "", "\\#", "&#32;", "- con", "> con", "\r"]
_LINE = st.tuples(
    st.sampled_from(["", "", "", "  ", "  ", "    ", " ", "   ", "      "]),
    st.lists(st.sampled_from(_OPENERS), max_size=2),
    st.lists(st.sampled_from(_WORDS), max_size=3),
).map(lambda parts: parts[0] + "".join(parts[1]) + " ".join(parts[2]))
_TEXT = st.lists(st.one_of(_LINE, st.just("")), max_size=14).map("\n".join)


def _read(reader: object, text: str) -> object:
    try:
        return reader(text, "x.md", 7)  # type: ignore[operator]
    except FormatError as problem:
        return str(problem), problem.line


@settings(max_examples=400, deadline=None)
@given(_TEXT)
@example("- Một\n\n  chữ\n\n- Hai\n  - con\n- Ba\n")
@example("- Một\n\nchữ\n\n- Hai\n\n  > trích\\\n  > 5. dòng\n\n## Điều 2. Hai\n\n---\n\ncuối")
@example("- Một\nnối dài\n\n> a\nlười\n\n- # con\n\n## Hai ##\n\nbốn\n===")
@example("## Một\n\n| a | b |\n| --- | --- |\n| 1 | 2 |\n\n## Hai\n\n- chữ\n\n      mã\n")
@example("- Một\n\n  | a |\n  | --- |\n  | 1 | 2 |\n")
@example("```\n\n# mã\n\n```\n")
@example("Một\rHai\nBa |\n---")
def test_the_blocks_are_those_of_the_parser(text: str) -> None:
    assert _read(blocks, text) == _read(parsed, text)


def test_a_file_in_its_usual_print_needs_no_parser() -> None:
    text = (
        "Lời đầu\n\n# LUẬT. Về một việc\n\n*Căn cứ Hiến pháp;*\n\n#### Điều 1. Một\n\nMở đầu:\n\n"
        "- **1.** Khoản\n  - **a)** Điểm\n\n    Đoạn\n\n  - gạch\n- **2.** Hai\n\n  > “5. Năm”\\\n  > 6. Sáu\n\n---\n\nCuối"
    )
    assert all(usual(lines, 1 + before) is not None for before, lines in parts(text) or ())


@pytest.mark.parametrize(
    "line", ["1. Một", "* a", "+ a", "#Một", "| a |", "<b>", "a ", "   ba", "- ", "-  hai", "- 1) a", "> > a", ">a", "***", "- ***"]
)
def test_a_line_that_markdown_may_read_otherwise_goes_to_the_parser(line: str) -> None:
    assert usual(["chữ", "", line], 1) is None


def test_who_only_writes_loads_no_parser() -> None:
    asked = "import sys; from lawtrack.markup import write; print(*{'markdown_it', 'yaml'} & set(sys.modules))"
    assert subprocess.run([sys.executable, "-c", asked], capture_output=True, text=True, check=True).stdout.strip() == ""


def test_every_name_of_the_room_is_there() -> None:
    from lawtrack import markup

    assert all(hasattr(markup, name) for name in markup.__all__) and not hasattr(markup, "nothing")
