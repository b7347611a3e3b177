"""Imports point one way: a room imports lower floors, itself, and nothing else of lawtrack."""

import ast
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent / "lawtrack"
FLOOR3 = {"ingest", "markup", "amend", "consolidate", "publish"}
MAY = {
    "text": set(),
    "law": {"text"},
    "outline": {"text", "law"},
    **{room: {"text", "law", "outline"} for room in FLOOR3},
    "history": {"text", "law", "outline", *FLOOR3},
    "cli": {"text", "law", "outline", "history", *FLOOR3},
}


def imported_rooms(path: Path) -> set[str]:
    rooms = set()
    for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
        names = (
            [node.module or ""]
            if isinstance(node, ast.ImportFrom)
            else [a.name for a in node.names]
            if isinstance(node, ast.Import)
            else []
        )
        if isinstance(node, ast.ImportFrom) and node.level:
            names = ["lawtrack." + path.parent.name]
        rooms |= {name.split(".")[1] for name in names if name.startswith("lawtrack.")}
    return rooms


@pytest.mark.parametrize("room", sorted(MAY))
def test_a_room_imports_only_lower_floors(room: str) -> None:
    for path in (ROOT / room).rglob("*.py"):
        wrong = imported_rooms(path) - MAY[room] - {room}
        assert not wrong, f"{path.relative_to(ROOT.parent)} imports {sorted(wrong)}"


def test_every_room_is_known() -> None:
    assert {p.name for p in ROOT.iterdir() if p.is_dir() and (p / "__init__.py").exists()} == set(MAY)


@pytest.mark.parametrize("room", ["text", "law", "outline", "amend", "consolidate", "markup"])
def test_pure_rooms_do_no_input_or_output(room: str) -> None:
    for path in (ROOT / room).rglob("*.py"):
        source = path.read_text(encoding="utf-8")
        for word in ("import os", "import subprocess", "import git", "import click", "open(", "print(", "from pathlib"):
            assert word not in source, f"{path.relative_to(ROOT.parent)}: {word}"
