"""From a probable misprint to a text that says it was put right, and back."""

from __future__ import annotations

from pathlib import Path

import pytest

from .running import Ran, done, hashes, lawtrack

NUMBER = "7/2021/NĐ-CP"
SOURCE = "NGHỊ ĐỊNH\nQuy định về chợ nổi\nCăn cứ Luật Chợ;\n" + "\n".join(
    f"Điều {n}. {title}\n1. Trong quá trình lựa chọn {what}, người bán được hỏi ý kiến.\n2. Việc lựa chọn {what} phải công khai."
    for n, (title, what) in enumerate((("Bến", "bến"), ("Ghe", "ghe"), ("Cầu", "cầu"), ("Phao", "phao"), ("Đèn", "đèn")) * 12, 1)
)
WRONG = "Điều 61. Chỗ neo\n1. Trong quá trình lụa chọn chỗ neo, người bán được hỏi ý kiến.\n2. Chỗ neo có số.\n"


@pytest.fixture
def workspace(tmp_path: Path) -> Path:
    done("init", tmp_path / "ws")
    (tmp_path / "a.txt").write_text(f"{SOURCE}\n{WRONG}", encoding="utf-8")
    done("-C", tmp_path / "ws", "import", tmp_path / "a.txt", "--number", NUMBER, "--issued", "2021-01-04", "--effective", "2021-03-01")
    return tmp_path / "ws"


def mend(workspace: Path, *words: str, code: int = 0) -> Ran:
    return done("-C", workspace, "mend", NUMBER, *words, "--why", "chữ in sai", code=code)


def spelling(workspace: Path) -> list[dict[str, object]]:
    found: list[dict[str, object]] = done("-C", workspace, "check", "--only", "spelling", "--format", "json").json["diagnostics"]
    return found


def test_a_misprint_that_was_found_before_is_told_in_vietnamese(workspace: Path) -> None:
    """The findings are kept: the second call reads them back."""
    spelling(workspace)
    told = " ".join(done("--lang", "vi", "-C", workspace, "check", "--only", "spelling").out.split())
    assert "cảnh báo: có thể in sai: “" in told and "; nơi khác viết “" in told
    assert "→ đối chiếu với bản nguồn; nếu đúng là in sai: lawtrack mend " in told


def test_the_suspicion_names_the_words_the_place_and_the_remedy(workspace: Path) -> None:
    (found,) = spelling(workspace)
    assert (found["code"], found["address"]) == ("spelling-misprint", "dieu-61.khoan-1")
    assert "“lựa chọn”, 120 times" in str(found["message"])
    assert "lawtrack mend 7/2021/NĐ-CP dieu-61.khoan-1 'lụa chọn' 'lựa chọn'" in str(found["remedy"])
    line = (workspace / str(found["path"])).read_text(encoding="utf-8").splitlines()[int(str(found["line"])) - 1]
    assert "lụa chọn" in line


def test_mending_shows_before_and_after_and_the_text_cites_it(workspace: Path) -> None:
    shown = mend(workspace, "khoản 1 Điều 61", "lụa chọn", "lựa chọn").out
    assert "- 1. Trong quá trình lụa chọn" in shown
    assert "+ 1. Trong quá trình lựa chọn" in shown
    assert spelling(workspace) == []
    text = done("-C", workspace, "show", NUMBER, "--at", "2021-05-01").out
    assert "Lỗi in của bản nguồn đã được sửa ở đây: khoản 1 Điều 61: “lụa chọn” → “lựa chọn”" in text
    assert "1. Trong quá trình lựa chọn chỗ neo" in text


def test_mending_speaks_vietnamese(workspace: Path) -> None:
    words = ("mend", NUMBER, "dieu-61.khoan-1", "lụa chọn", "lựa chọn", "--why", "chữ in sai")
    assert "Không ghi gì." in done("--lang", "vi", "-C", workspace, *words, "--dry-run").err
    told = " ".join(done("--lang", "vi", "-C", workspace, *words).err.split())
    assert "đính chính: " in told and "Cập nhật lịch sử luật và sổ lệnh bằng: lawtrack apply --all" in told
    again = " ".join(lawtrack("--lang", "vi", "-C", workspace, *words).err.split())
    assert "không có “lụa chọn” ở đó" in again


def test_importing_the_source_again_gives_the_mended_text(workspace: Path) -> None:
    mend(workspace, "dieu-61.khoan-1", "lụa chọn", "lựa chọn")
    mend(workspace, "dieu-61.khoan-2", "có số", "có số hiệu")
    before = hashes(workspace)
    done("-C", workspace, "import", workspace.parent / "a.txt", "--number", NUMBER, "--issued", "2021-01-04", "--effective", "2021-03-01")
    files = {path: sha for path, sha in hashes(workspace).items() if not path.startswith(".git/")}
    assert files == {path: sha for path, sha in before.items() if not path.startswith(".git/")}


def test_undo_takes_it_back(workspace: Path) -> None:
    before = {path: sha for path, sha in hashes(workspace).items() if not path.startswith(".git/")}
    mend(workspace, "dieu-61.khoan-1", "lụa chọn", "lựa chọn")
    done("-C", workspace, "undo")
    assert {path: sha for path, sha in hashes(workspace).items() if not path.startswith(".git/")} == before


def test_a_dry_run_writes_nothing(workspace: Path) -> None:
    before = hashes(workspace)
    assert "lựa chọn" in mend(workspace, "dieu-61.khoan-1", "lụa chọn", "lựa chọn", "--dry-run").out
    assert hashes(workspace) == before


@pytest.mark.parametrize(
    ("words", "code"),
    [
        (("dieu-61.khoan-1", "không có", "x"), 3),
        (("dieu-61.khoan-1", "n", "m"), 3),  # stands there more than once
        (("dieu-600", "lụa", "lựa"), 3),
        (("dieu-61.khoan-1", "lụa", "lụa"), 2),
        (("chỗ nào đó", "lụa", "lựa"), 2),
    ],
)
def test_what_cannot_be_mended_is_refused_and_nothing_is_written(workspace: Path, words: tuple[str, ...], code: int) -> None:
    before = hashes(workspace)
    mend(workspace, *words, code=code)
    assert hashes(workspace) == before


def test_a_reason_is_asked_for(workspace: Path) -> None:
    assert lawtrack("-C", workspace, "mend", NUMBER, "dieu-61.khoan-1", "lụa", "lựa").code == 2
