"""Bad input: a one-screen message with the file, the line where there is one, what to do, and its exit code; and a workspace that is byte
for byte what it was."""

from __future__ import annotations

import shutil
import unicodedata
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from .acts import BASE
from .running import Ran, hashes, lawtrack

LEDGER = "amendments/nghi-dinh/2022/31-2022-nd-cp.ops.yaml"


@contextmanager
def untouched(workspace: Path) -> Iterator[None]:
    """Nothing in the workspace changes: sources, Git and all."""
    before = hashes(workspace)
    yield
    assert hashes(workspace) == before


def failure(ran: Ran, code: int, *words: str) -> None:
    """The call failed with this code, in one screen, saying these words and what to do."""
    told = ran.out + ran.err
    assert ran.code == code, told
    assert "Traceback" not in told
    assert len(told.splitlines()) <= 24
    flat = " ".join(told.split())
    for word in (*words, "What to do"):
        assert word in flat, f"{word!r} is not in: {told}"
    for line in told.splitlines():  # a path that is longer than a line stays whole
        assert len(unicodedata.normalize("NFC", line)) <= 80 or len(max(line.split(), key=len)) > 50, line


@pytest.mark.parametrize(
    ("name", "data"),
    [
        ("empty.txt", b""),
        ("blank.txt", b" \n\n \n"),
        ("binary.bin", bytes(range(256)) * 40),
        ("picture.txt", b"\x89PNG\r\n\x1a\n" + bytes(200)),
        ("broken.docx", b"PK\x03\x04 and then nothing of a document"),
        ("broken.pdf", b"%PDF-1.7\nnothing more"),
        ("prose.txt", "Sáng nay trời nắng. Chợ đông người.\n\nChiều có mưa.\n".encode()),
    ],
)
def test_a_file_that_is_no_act(imported: Path, tmp_path: Path, name: str, data: bytes) -> None:
    file = tmp_path / name
    file.write_bytes(data)
    with untouched(imported):
        failure(lawtrack("-C", imported, "import", file, "--number", "8/2021/NĐ-CP"), 3, name)


def test_a_file_that_is_not_there(imported: Path, tmp_path: Path) -> None:
    with untouched(imported):
        failure(lawtrack("-C", imported, "import", tmp_path / "none.txt"), 3, "none.txt", "no such file")
        failure(lawtrack("-C", imported, "import", tmp_path), 3, "is a folder")


def test_a_text_without_a_number(imported: Path, tmp_path: Path) -> None:
    file = tmp_path / "nameless.txt"
    file.write_text(BASE.replace("Số: 05/2020/NĐ-CP\n", ""), encoding="utf-8")
    with untouched(imported):
        failure(lawtrack("-C", imported, "import", file), 3, "nameless.txt", "does not say the number", "--number")


def test_a_number_taken_by_another_text(imported: Path, tmp_path: Path) -> None:
    file = tmp_path / "other.txt"
    file.write_text(BASE.replace("ngày Chủ nhật", "ngày thứ Bảy"), encoding="utf-8")
    with untouched(imported):
        failure(lawtrack("-C", imported, "import", file), 4, "05/2020/NĐ-CP", "another text")


@pytest.mark.parametrize("number", ["../../etc/passwd", "/", "..", "", "x" * 400, "--output=x", "a\nb", "CON", "\u202e1/2020/NĐ-CP"])
def test_a_number_never_leads_out_of_its_folder(imported: Path, sources: Path, tmp_path: Path, number: str) -> None:
    workspace = Path(shutil.copytree(imported, tmp_path / "ws"))
    beside = set(tmp_path.rglob("*"))
    ran = lawtrack("-C", workspace, "import", sources / "english.txt", f"--number={number}")
    assert ran.code in (0, 3), ran.err
    assert "Traceback" not in ran.err
    new = {p for p in set(tmp_path.rglob("*")) - beside if p.is_file() and not {".git", ".lawtrack"} & set(p.parts)}
    assert all(p.is_relative_to(workspace / "statutes") for p in new)
    assert len(new) == (ran.code == 0)


@pytest.mark.parametrize("command", [("consolidate",), ("plan",), ("apply",), ("log",), ("show",), ("blame",), ("report",), ("status",)])
def test_an_act_that_is_not_there(imported: Path, command: tuple[str, ...]) -> None:
    with untouched(imported):
        failure(lawtrack("-C", imported, *command, "06/2020/NĐ-CP"), 3, "06/2020/NĐ-CP", "05/2020/NĐ-CP")


def test_an_act_whose_target_is_absent(imported: Path, sources: Path, tmp_path: Path) -> None:
    workspace = Path(shutil.copytree(imported, tmp_path / "ws"))
    assert lawtrack("-C", workspace, "import", sources / "orphan.txt").code == 0
    with untouched(workspace):
        ran = lawtrack("-C", workspace, "plan", "77/2022/NĐ-CP", "--format", "json")
    assert ran.code == 1
    assert {(row["outcome"], row["reason"], row["target_document"]) for row in ran.json["operations"]} == {
        ("refused", "unknown-document", "999/2019/NĐ-CP")
    }
    told = lawtrack("-C", workspace, "plan", "77/2022/NĐ-CP")
    assert "999/2019/NĐ-CP" in told.out
    assert max(map(len, told.lines())) <= 80


@pytest.mark.parametrize("day", ["2026-02-30", "31/4/2026", "2026-13-01", "0000-01-01"])
@pytest.mark.parametrize("words", [("consolidate", "05/2020/NĐ-CP", "--at"), ("status", "--known"), ("check", "--at")])
def test_a_day_the_calendar_has_not(imported: Path, words: tuple[str, ...], day: str) -> None:
    with untouched(imported):
        ran = lawtrack("-C", imported, *words, day)
    assert ran.code == 2
    assert day in ran.err
    assert "2026-03-15" in ran.err, "the message shows how a day is written"
    assert len(ran.err.splitlines()) <= 10


def test_without_git_a_workspace_says_what_is_missing(tmp_path: Path, imported: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", str(tmp_path))
    for words in (("init", tmp_path / "ws"), ("-C", imported, "undo")):
        ran = lawtrack(*words)
        assert ran.code == 4 and "git was not found" in ran.err and "git-scm.com" in ran.err
    assert not (tmp_path / "ws").exists()


def test_days_the_wrong_way_round(imported: Path) -> None:
    ran = lawtrack("-C", imported, "diff", "05/2020/NĐ-CP", "2022-07-01..2022-06-30")
    assert ran.code == 2
    assert "swap them" in ran.err


@pytest.mark.parametrize(
    ("broken", "words"),
    [
        (lambda text: text.replace("action: substitute", "action: abolish", 1), ("abolish",)),
        (lambda text: text.replace("operations:\n", "operations:\n  - id: [\n", 1), ()),
        (lambda text: text.replace("    decision: machine\n", "    decision: rejected\n", 1), ("reason",)),
        (lambda text: text.replace("start: 2022-07-01", "start: 2022-02-30", 1), ("2022-02-30",)),
        (lambda text: text.replace("address: dieu-3.khoan-1", "address: article three", 1), ("article three",)),
    ],
    ids=["action", "yaml", "rejection", "day", "address"],
)
def test_a_broken_ledger_names_its_line(applied: Path, tmp_path: Path, broken, words: tuple[str, ...]) -> None:  # type: ignore[no-untyped-def]
    workspace = Path(shutil.copytree(applied, tmp_path / "ws"))
    text = (workspace / LEDGER).read_text(encoding="utf-8")
    assert broken(text) != text
    (workspace / LEDGER).write_text(broken(text), encoding="utf-8")
    with untouched(workspace):
        for command in (("apply", "--all"), ("plan", "--all"), ("consolidate", "05/2020/NĐ-CP")):
            ran = lawtrack("-C", workspace, *command)
            failure(ran, 3, "31-2022-nd-cp.ops.yaml:", *words)


def test_a_canonical_file_broken_by_hand_names_its_line(imported: Path, tmp_path: Path) -> None:
    workspace = Path(shutil.copytree(imported, tmp_path / "ws"))
    file = workspace / "statutes/nghi-dinh/2020/05-2020-nd-cp.vi.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("#### Điều 3.", "#### Khúc 3.", 1), encoding="utf-8")
    line = text[: text.index("#### Điều 3.")].count("\n") + 1
    with untouched(workspace):
        failure(lawtrack("-C", workspace, "consolidate", "05/2020/NĐ-CP"), 3, f"05-2020-nd-cp.vi.md:{line}")


def test_settings_that_cannot_be_read(imported: Path, tmp_path: Path) -> None:
    workspace = Path(shutil.copytree(imported, tmp_path / "ws"))
    (workspace / "lawtrack.toml").write_text("format = 99\n", encoding="utf-8")
    with untouched(workspace):
        failure(lawtrack("-C", workspace, "apply", "--all"), 3, "lawtrack.toml", "99")


def test_no_workspace_here(tmp_path: Path) -> None:
    failure(lawtrack("-C", tmp_path, "status"), 3, "lawtrack init")


def test_one_shot_with_a_bad_act(sources: Path, tmp_path: Path) -> None:
    (tmp_path / "bad.txt").write_bytes(b"")
    failure(lawtrack("consolidate", sources / "base.txt", "--with", tmp_path / "bad.txt"), 3, "bad.txt")
    failure(lawtrack("consolidate", tmp_path / "gone.txt", "--with", sources / "amender.txt"), 3, "gone.txt")
