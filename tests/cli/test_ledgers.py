"""A ledger written for review is committed by `apply`, whether or not an editor touched it."""

import shutil
import subprocess
from pathlib import Path

from .running import done


def test_a_ledger_left_as_written_is_committed(imported: Path, tmp_path: Path) -> None:
    workspace = Path(shutil.copytree(imported, tmp_path / "ws"))
    done("-C", workspace, "plan", "--all", "--write", code=1)
    status = ["git", "status", "--porcelain"]
    assert "ops.yaml" in subprocess.run(status, cwd=workspace, capture_output=True, text=True, check=True).stdout
    done("-C", workspace, "apply", "--all", code=1)
    assert subprocess.run(status, cwd=workspace, capture_output=True, text=True, check=True).stdout == ""
