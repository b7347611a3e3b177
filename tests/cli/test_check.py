"""`lawtrack check` as a person and a program see it, and the table of exit codes."""

from __future__ import annotations

import re
from collections.abc import Callable
from pathlib import Path

from lawtrack.cli.common import Exit

from .running import done, hashes

Copy = Callable[[Path], Path]
STATUTE = "statutes/nghi-dinh/2020/05-2020-nd-cp.vi.md"


def test_a_dangling_reference_is_listed_with_what_left_it_so(applied: Path) -> None:
    ran = done("-C", applied, "check", "--at", "2022-07-01")
    flat = " ".join(ran.out.split())
    assert "Cross-references" in ran.out
    assert "điểm c khoản 2 Điều 3 was repealed (repeal by khoản 3 Điều 1 of 31/2022/NĐ-CP, 2022-07-01) [reference-repealed]" in flat
    assert re.search(r"^amendments/nghi-dinh/2022/31-2022-nd-cp\.ops\.yaml:\d+: warning: ", ran.out, re.MULTILINE)
    assert ran.out.rstrip().endswith("0 errors, 1 warning, 1 note")
    assert max(map(len, ran.lines())) <= 80
    before = done("-C", applied, "check", "--at", "2022-06-30", "--only", "reference")
    assert before.out == "Nothing found.\n"


def test_findings_are_told_in_vietnamese_and_the_json_stays(applied: Path) -> None:
    told = done("--lang", "vi", "-C", applied, "check", "--at", "2022-07-01").out
    flat = " ".join(told.split())
    assert "điểm c khoản 2 Điều 3 đã bị bãi bỏ (do khoản 3 Điều 1 của 31/2022/NĐ-CP bãi bỏ, từ ngày 01/7/2022) [reference-repealed]" in flat
    assert "Dẫn chiếu" in told and ": cảnh báo: " in flat and told.rstrip().endswith("0 lỗi, 1 cảnh báo, 1 lưu ý")
    assert max(map(len, told.splitlines())) <= 80
    said = [done("--lang", tongue, "-C", applied, "check", "--at", "2022-07-01", "--format", "json").out for tongue in ("vi", "en")]
    assert said[0] == said[1]


def test_the_json_has_the_same_findings(applied: Path) -> None:
    found = done("-C", applied, "check", "--at", "2022-07-01", "--format", "json").json
    assert (found["schema"], found["at"]) == ("lawtrack.check/1", "2022-07-01")
    assert found["counts"] == {"error": 0, "warning": 1, "note": 1}
    (reference,) = [d for d in found["diagnostics"] if d["code"] == "reference-repealed"]
    assert reference["address"] == "dieu-4.khoan-2"
    assert "#dieu-1.khoan-4/1" in (applied / reference["path"]).read_text(encoding="utf-8").splitlines()[reference["line"] - 1]
    assert all({"severity", "code", "path", "line", "address", "message", "remedy"} == d.keys() for d in found["diagnostics"])


def test_an_error_makes_the_exit_code_1_and_nothing_is_changed(applied: Path, copy: Copy) -> None:
    workspace = copy(applied)
    file = workspace / STATUTE
    file.write_text(file.read_text(encoding="utf-8").replace("- **2.** Tiểu thương", "- **2.** **Tiểu thương"), encoding="utf-8")
    before = hashes(workspace)
    ran = done("-C", workspace, "check", code=1)
    assert f"{STATUTE}:" in ran.out
    assert "error:" in ran.out
    assert hashes(workspace) == before


def test_integrity_of_the_law_history(applied: Path, sources: Path, copy: Copy) -> None:
    assert done("-C", applied, "check", "--integrity", "--only", "integrity").out == "Nothing found.\n"
    workspace = copy(applied)
    done("-C", workspace, "import", sources / "english.txt", "--number", "05/2020/NĐ-CP")
    ran = done("-C", workspace, "check", "--integrity", "--only", "integrity", code=1)
    assert "lawtrack apply --all" in ran.out
    done("-C", workspace, "apply", "--all", code=1)
    done("-C", workspace, "check", "--integrity", "--only", "integrity")


def test_a_translation_left_behind(applied: Path, sources: Path, copy: Copy) -> None:
    workspace = copy(applied)
    done("-C", workspace, "import", sources / "english.txt", "--number", "05/2020/NĐ-CP")
    codes = [
        d["code"]
        for d in done("-C", workspace, "check", "--at", "2022-06-30", "--only", "translation", "--format", "json").json["diagnostics"]
    ]
    assert codes == []
    found = done("-C", workspace, "check", "--at", "2022-07-01", "--only", "translation", "--format", "json").json["diagnostics"]
    assert {d["code"] for d in found} == {"translation-stale"}
    assert {d["address"] for d in found} >= {"dieu-3.khoan-1", "dieu-3.khoan-2.diem-d", "dieu-4.khoan-2", "dieu-4a"}


def test_the_documented_exit_codes_are_the_ones_used() -> None:
    text = (Path(__file__).parents[2] / "docs/commands.md").read_text(encoding="utf-8")
    table = text[text.index("## Exit codes") :]
    assert {int(n) for n in re.findall(r"^\| (\d+) \|", table, re.MULTILINE)} == {int(code) for code in Exit}


def test_every_code_of_a_finding_is_documented() -> None:
    root = Path(__file__).parents[2]
    page = (root / "docs/check.md").read_text(encoding="utf-8")
    used = set()
    for module in (root / "lawtrack/history/checks").glob("*.py"):
        used |= set(
            re.findall(r'"((?:source|numbering|ledger|reference|translation|date|integrity)-[a-z-]+)"', module.read_text(encoding="utf-8"))
        )
    documented = set(re.findall(r"`([a-z]+-[a-z-]+)`", page))
    assert used <= documented, used - documented
    assert {c for c in documented if c.split("-")[0] in {u.split("-")[0] for u in used}} <= used
