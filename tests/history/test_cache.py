"""What a workspace remembers is never read for another source, another ledger or other code."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from lawtrack.history import Workspace, cache
from lawtrack.law import Action
from lawtrack.markup import Decision, Entry, Ledger, write_ledger
from tests.history.conftest import act, amender, dieu, khoan, op

BASE, AMENDER = "63/2020/NĐ-CP", "10/2022/NĐ-CP"
DAY = date(2023, 1, 1)


def change(words: str) -> str:
    """The ledger of the amending act, with these words for clause 2."""
    operation = op(AMENDER, 1, Action.SUBSTITUTE, BASE, "dieu-1.khoan-2", date(2022, 7, 1), (khoan("2", words),))
    return write_ledger(Ledger(AMENDER, entries=(Entry(operation, Decision.ADDED, note="test"),)))


def second_clause(root: Path) -> str:
    """The words of clause 2 as a new process reads them."""
    return Workspace.find(root).edition(BASE, DAY).document.body.children[0].children[1].text


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """A workspace whose memory of the text in force was made false: what is answered from memory shows it."""
    ws = Workspace.init(tmp_path / "ws")
    ws.add(act(BASE, dieu("1", "Nghị định này quy định về hội làng.", "Hội họp mỗi năm.")))
    ws.add(amender(AMENDER, date(2022, 7, 1)))
    ws.write_ledgers({ws.entry(AMENDER).path: change("Hội họp hai năm một lần.")}, commit=True)
    assert second_clause(ws.root) == "Hội họp hai năm một lần."
    kept = [path for path in (ws.root / ".lawtrack" / "editions").glob("*/*") if "hai năm" in path.read_text(encoding="utf-8")]
    assert kept
    for path in kept:
        path.write_text(path.read_text(encoding="utf-8").replace("hai năm", "BA NĂM"), encoding="utf-8")
    assert second_clause(ws.root) == "Hội họp BA NĂM một lần.", "the same sources and the same code are answered from memory"
    return ws.root


def test_another_ledger_is_not_answered_from_memory(root: Path) -> None:
    ws = Workspace.find(root)
    ws.write_ledgers({ws.entry(AMENDER).path: change("Hội họp mỗi tháng.")})
    assert second_clause(root) == "Hội họp mỗi tháng."


def test_another_source_is_not_answered_from_memory(root: Path) -> None:
    path = root / Workspace.find(root).entry(BASE).path
    path.write_text(path.read_text(encoding="utf-8").replace("về hội làng.\n", "về hội xã.\n"), encoding="utf-8")
    assert second_clause(root) == "Hội họp hai năm một lần."


def test_other_code_is_not_answered_from_memory(root: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(cache, "code_stamp", lambda: "other code")
    assert second_clause(root) == "Hội họp hai năm một lần."


def test_a_lost_memory_is_no_loss(root: Path) -> None:
    for path in sorted((root / ".lawtrack").rglob("*"), reverse=True):
        path.rmdir() if path.is_dir() else path.unlink()
    assert second_clause(root) == "Hội họp hai năm một lần."


@pytest.mark.parametrize("room", ["text", "law", "outline", "markup", "amend", "consolidate", "consolidate/apply", "history"])
def test_the_stamp_of_the_code_is_another_when_a_file_of_a_room_is(room: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name in ("text", "law", "outline", "markup", "amend", "consolidate/apply", "history"):
        (tmp_path / name).mkdir(parents=True)
    monkeypatch.setattr(cache, "__file__", str(tmp_path / "history" / "cache.py"))
    (tmp_path / room / "rule.py").write_text("rule = 1\n")
    first = cache.code_stamp()
    assert cache.code_stamp() == first
    (tmp_path / room / "rule.py").write_text("rule = 10\n")
    assert cache.code_stamp() != first
