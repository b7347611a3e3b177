"""Editions of the law history through the command line."""

import shutil
from pathlib import Path

from .running import done, failure, lawtrack


def test_an_edition_is_made_listed_and_compared(imported: Path, tmp_path: Path) -> None:
    workspace = Path(shutil.copytree(imported, tmp_path / "ws"))
    failure(lawtrack("-C", workspace, "edition", "2026-01-01"), 4, "lawtrack apply")
    lawtrack("-C", workspace, "apply", "--all")
    done("-C", workspace, "edition", "2026-01-01")
    assert "2026-01-01" in done("-C", workspace, "edition").out
    assert not done("-C", workspace, "edition", "2026-01-01..2026-01-01").out.strip()
    failure(lawtrack("-C", workspace, "edition", "2025-01-01..2026-01-01"), 3, "2025-01-01")
