"""`lawtrack verify` on a consolidation made from our own text, with a head, a certification, footnotes and a few errors put in."""

from __future__ import annotations

import re
import unicodedata
from pathlib import Path

import pytest

from .running import done, lawtrack

BASE, ACT = "05/2020/NĐ-CP", "31/2022/NĐ-CP"
HEAD = f"""Nghị định số {BASE} ngày 10 tháng 02 năm 2020 của Chính phủ quy định về chợ phiên vùng cao, có hiệu lực kể từ ngày
01 tháng 4 năm 2020, được sửa đổi, bổ sung bởi:
Nghị định số {ACT} ngày 01 tháng 12 năm 2022 của Chính phủ, có hiệu lực kể từ ngày 15 tháng 01 năm 2023."""
STAMP = """BỘ CÔNG THƯƠNG
Số: 9/VBHN-BCT
XÁC THỰC VĂN BẢN HỢP NHẤT
Hà Nội, ngày 20 tháng 02 năm 2023
BỘ TRƯỞNG
"""


def consolidation(workspace: Path, note: str = "") -> str:
    """Our own text, dressed as an official consolidation."""
    text = done("-C", workspace, "consolidate", BASE, "--at", "2030-01-01").out
    lines = [line for line in text.splitlines() if not line.startswith("[")]
    start = next(i for i, line in enumerate(lines) if line.startswith("Căn cứ"))
    end = next(i for i, line in enumerate(lines) if line.startswith("Nơi nhận"))
    motto = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "NGHỊ ĐỊNH", "QUY ĐỊNH VỀ CHỢ PHIÊN VÙNG CAO"]
    return "\n".join([*motto, HEAD, *lines[start:end], STAMP, note])


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "9-vbhn.txt"


def test_our_own_text_agrees(applied: Path, file: Path) -> None:
    file.write_text(consolidation(applied), encoding="utf-8")
    ran = done("-C", applied, "verify", BASE, "--against", file)
    assert "agree" in ran.out and "9/VBHN-BCT" in ran.out


def test_a_changed_word_is_shown_as_a_redline(applied: Path, file: Path) -> None:
    file.write_text(consolidation(applied).replace("họp chợ phiên ở các xã vùng cao", "họp chợ phiên ở các xã vùng thấp"), encoding="utf-8")
    ran = done("-C", applied, "verify", BASE, "--against", file, code=1)
    assert "[-cao-]{+thấp+}" in ran.out
    assert "Điều 1" in ran.out
    for line in ran.lines():
        assert sum(0 if unicodedata.combining(c) else 1 for c in line) <= 80, line


def test_as_data(applied: Path, file: Path) -> None:
    note = f"1 Khoản này được sửa đổi theo quy định tại khoản 1 Điều 1 của Nghị định số {ACT}, có hiệu lực kể từ ngày 01 tháng 6 năm 2023."
    text = re.sub(r"^1\. Chợ phiên là", "1.1 Chợ phiên là", consolidation(applied, note), flags=re.MULTILINE)
    file.write_text(text, encoding="utf-8")
    found = done("-C", applied, "verify", BASE, "--against", file, "--format", "json", code=1).json
    assert found["schema"] == "lawtrack.verify/1"
    assert (found["document"], found["against"], found["base"], found["certified"]) == (BASE, "9/VBHN-BCT", BASE, "2023-02-20")
    assert found["differences"] == []
    assert [(f["why"], f["address"], f["note"]) for f in found["findings"]] == [("not-in-force", "dieu-2.khoan-1", "1")]


def test_another_day_compares_the_text_in_force_then(applied: Path, file: Path) -> None:
    file.write_text(consolidation(applied), encoding="utf-8")
    found = done("-C", applied, "verify", BASE, "--against", file, "--at", "2020-06-01", "--format", "json", code=1).json
    assert found["at"] == "2020-06-01"
    assert found["differences"]


def test_the_consolidation_of_another_act_is_refused(applied: Path, file: Path) -> None:
    file.write_text(consolidation(applied).replace(f"Nghị định số {BASE}", "Nghị định số 77/2011/NĐ-CP"), encoding="utf-8")
    ran = lawtrack("-C", applied, "verify", BASE, "--against", file)
    assert ran.code == 3
    assert "consolidates 77/2011/NĐ-CP" in ran.err and "lawtrack verify 77/2011/NĐ-CP" in ran.err


def test_a_missing_file_is_named(applied: Path) -> None:
    ran = lawtrack("-C", applied, "verify", BASE, "--against", "nowhere.txt")
    assert ran.code == 3
    assert "nowhere.txt" in ran.err
