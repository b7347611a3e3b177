"""Workspaces for the tests of the command line: made once, read by many tests; a test that writes takes a copy."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from .acts import AMENDER, BASE, ENGLISH, ORPHAN
from .running import done

TEXTS = {"base": BASE, "amender": AMENDER, "english": ENGLISH, "orphan": ORPHAN}


@pytest.fixture(autouse=True)
def plain(monkeypatch: pytest.MonkeyPatch) -> None:
    """No colours, no pager, 80 columns, whatever the terminal of the tests is."""
    monkeypatch.setenv("NO_COLOR", "1")
    monkeypatch.setenv("COLUMNS", "80")


@pytest.fixture(scope="session")
def sources(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The small acts as files."""
    folder = tmp_path_factory.mktemp("sources")
    for name, text in TEXTS.items():
        (folder / f"{name}.txt").write_text(text, encoding="utf-8")
    return folder


@pytest.fixture(scope="session")
def imported(tmp_path_factory: pytest.TempPathFactory, sources: Path) -> Path:
    """A workspace with the act and the act that amends it. Not to be changed."""
    folder = tmp_path_factory.mktemp("imported") / "ws"
    done("init", folder)
    done("-C", folder, "import", sources / "base.txt", sources / "amender.txt")
    return folder


@pytest.fixture(scope="session")
def applied(tmp_path_factory: pytest.TempPathFactory, imported: Path) -> Path:
    """The same with the amendments applied. Not to be changed."""
    folder = tmp_path_factory.mktemp("applied") / "ws"
    shutil.copytree(imported, folder)
    done("-C", folder, "apply", "--all", code=1)
    return folder


@pytest.fixture
def copy(tmp_path: Path) -> Callable[[Path], Path]:
    """Gives a copy of a workspace that may be changed."""

    def copied(workspace: Path) -> Path:
        return Path(shutil.copytree(workspace, tmp_path / "copy"))

    return copied
