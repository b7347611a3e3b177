"""Editions of the law history through the command line."""

import shutil
from pathlib import Path

from .running import done, lawtrack


def test_an_edition_is_made_listed_and_compared(imported: Path, tmp_path: Path) -> None:
    workspace = Path(shutil.copytree(imported, tmp_path / "ws"))
    assert "lawtrack apply" in done("-C", workspace, "edition", "2026-01-01", code=4).err
    lawtrack("-C", workspace, "apply", "--all")
    done("-C", workspace, "edition", "2026-01-01")
    assert "2026-01-01" in done("-C", workspace, "edition").out
    assert not done("-C", workspace, "edition", "2026-01-01..2026-01-01").out.strip()
    assert "2025-01-01" in done("-C", workspace, "edition", "2025-01-01..2026-01-01", code=3).err
