"""The whole loop through the command line: from two files to texts in force, changes, reports and back."""

from __future__ import annotations

import json
import subprocess
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest

from .acts import AMENDER
from .running import Ran, done, hashes, lawtrack

ACT, BASE = "31/2022/NĐ-CP", "05/2020/NĐ-CP"
Copy = Callable[[Path], Path]


def body(text: str) -> list[str]:
    """The lines of the articles of a consolidated text."""
    lines = text.splitlines()
    start = next(i for i, line in enumerate(lines) if line.startswith("Điều 1."))
    return lines[start : next(i for i, line in enumerate(lines) if line.startswith("Nơi nhận"))]


def narrow(ran: Ran) -> None:
    """No line of an output made for people is wider than 80 columns."""
    for line in ran.lines():
        assert sum(0 if unicodedata.combining(c) else 1 for c in line) <= 80, line


# -- init and import -----------------------------------------------------------------------------------------------------
def test_a_workspace_is_a_git_repository_with_its_folders(tmp_path: Path) -> None:
    done("init", tmp_path / "ws")
    assert {p.name for p in (tmp_path / "ws").iterdir()} >= {".git", "lawtrack.toml", "statutes", "amendments", "reports"}


def test_the_next_command_can_be_copied_where_the_folder_has_spaces(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert 'Next: lawtrack -C "pháp luật" import FILE' in done("init", "pháp luật").err
    assert "Next: lawtrack -C ws import FILE" in done("init", "ws").err
    (tmp_path / "here").mkdir()
    monkeypatch.chdir(tmp_path / "here")
    assert "Next: lawtrack import FILE" in done("init", ".").err


def test_a_workspace_is_not_made_twice(imported: Path) -> None:
    before = hashes(imported)
    assert "already" in done("init", imported, code=4).err
    assert hashes(imported) == before


def test_acts_are_filed_by_what_they_are(imported: Path) -> None:
    assert (imported / "statutes/nghi-dinh/2020/05-2020-nd-cp.vi.md").is_file()
    assert (imported / "amendments/nghi-dinh/2022/31-2022-nd-cp.vi.md").is_file()


def test_an_import_says_what_it_kept_and_where(imported: Path, sources: Path, copy: Copy) -> None:
    ran = done("-C", copy(imported), "import", sources / "english.txt", "--number", BASE, "--format", "json").json
    assert ran["schema"] == "lawtrack.import/1"
    (record,) = ran["documents"]
    assert (record["number"], record["language"], record["authority"]) == (BASE, "en", "translation")
    assert record["effective"] == "2020-04-01"
    assert record["kept"] == 1
    assert record["path"].endswith("statutes/nghi-dinh/2020/05-2020-nd-cp.en.md")


def test_the_same_file_again_changes_nothing(imported: Path, sources: Path, copy: Copy) -> None:
    workspace = copy(imported)
    before = hashes(workspace)
    assert "word for word: nothing was changed" in done("-C", workspace, "import", sources / "base.txt").out
    after = hashes(workspace)
    del before[".git/index"], after[".git/index"]  # holds the times of files
    assert after == before


def test_of_several_files_those_that_can_be_read_are_imported(sources: Path, tmp_path: Path) -> None:
    done("init", tmp_path / "ws")
    (tmp_path / "notes.txt").write_text("Ghi chép họp, không có điều nào.", encoding="utf-8")
    files = (sources / "base.txt", tmp_path / "notes.txt", sources / "amender.txt")
    ran = done("-C", tmp_path / "ws", "import", *files, code=3)
    assert "1 of 3 files were not imported: notes.txt" in ran.err and "holds no articles" in ran.err
    assert len(list((tmp_path / "ws").rglob("*.vi.md"))) == 2
    again = done("-C", tmp_path / "ws", "import", *files, "--format", "json", code=3).json
    assert [d["unchanged"] for d in again["documents"]] == [True, True]
    assert [Path(f["file"]).name for f in again["failed"]] == ["notes.txt"]


def test_progress_of_an_import_stands_on_lines_of_its_own(sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("lawtrack.cli.common.shows_progress", lambda: True)
    done("init", tmp_path / "ws")
    ran = done("-C", tmp_path / "ws", "import", sources / "base.txt", sources / "amender.txt")
    assert ran.err.splitlines()[:2] == ["reading base.txt", "reading amender.txt"]
    assert [line for line in ran.out.splitlines() if "→" in line and not line.startswith(" ")] == [
        line for line in ran.out.splitlines() if line.startswith((BASE, ACT))
    ]


def test_an_import_names_what_it_repaired_and_left_out(sources: Path, tmp_path: Path) -> None:
    done("init", tmp_path / "ws")
    text = (sources / "base.txt").read_text(encoding="utf-8").replace("05/2020/NĐ-CP", "05/2020/NĐ- CP", 1)
    (tmp_path / "a.txt").write_text("______\n" + text, encoding="utf-8")
    ran = done("-C", tmp_path / "ws", "import", tmp_path / "a.txt")
    out = " ".join(ran.out.split())
    assert "repaired: 1 × number of an act broken by a space: line" in out and "NĐ- CP” → “" in out
    assert "left out: 1 × rule: line 1 “______”" in out


def test_the_same_words_from_another_file_change_nothing(imported: Path, sources: Path, copy: Copy, tmp_path: Path) -> None:
    workspace = copy(imported)
    place = workspace / "statutes/nghi-dinh/2020/05-2020-nd-cp.vi.md"
    before = place.read_bytes()
    text = (sources / "base.txt").read_text(encoding="utf-8")
    (tmp_path / "Bản khác.txt").write_bytes(text.replace("\n", "\r\n").encode("utf-8-sig"))
    assert "word for word: nothing was changed" in done("-C", workspace, "import", tmp_path / "Bản khác.txt").out
    assert place.read_bytes() == before
    done("-C", workspace, "import", tmp_path / "Bản khác.txt", "--replace")
    assert "Bản khác.txt" in place.read_text(encoding="utf-8")
    (tmp_path / "Bản khác.txt").write_text(text.replace("Chợ phiên họp", "Chợ họp", 1), encoding="utf-8")
    assert "another text" in done("-C", workspace, "import", tmp_path / "Bản khác.txt", code=4).err


# -- plan ----------------------------------------------------------------------------------------------------------------
def test_the_plan_keeps_the_contract_of_the_score(imported: Path) -> None:
    ran = done("-C", imported, "plan", "--all", "--format", "json", code=1).json
    assert ran["schema"] == "lawtrack.plan/1"
    rows = ran["operations"]
    for row in rows:
        assert {"document", "source", "text", "action", "target_document", "target", "outcome", "reason"} <= row.keys()
        assert row["document"] == ACT
        assert row["target_document"] == BASE
        assert (row["reason"] is None) == (row["outcome"] == "applied")
    assert [(r["source"], r["action"], r["target"], r["outcome"]) for r in rows] == [
        ("dieu-1.khoan-1", "substitute", "dieu-3.khoan-1", "applied"),
        ("dieu-1.khoan-2", "insert", "dieu-3.khoan-2.diem-d", "applied"),
        ("dieu-1.khoan-3", "repeal", "dieu-3.khoan-2.diem-c", "applied"),
        ("dieu-1.khoan-4", "replace_text", "dieu-4.khoan-2", "applied"),
        ("dieu-1.khoan-5", "insert", "dieu-4a", "applied"),
        ("dieu-1.khoan-6", "repeal", "dieu-4.khoan-9", "refused"),
    ]
    assert "Bãi bỏ khoản 9 Điều 4." in rows[-1]["text"]
    assert rows[-1]["reason"] == "target-missing"


def test_the_plan_for_people_shows_words_before_and_after(imported: Path) -> None:
    ran = done("-C", imported, "plan", ACT, code=1)
    assert "{+ và ngày mồng một âm lịch+}" in ran.out
    assert "[-Có dịch bệnh.-]" in ran.out
    assert "khoản 9 Điều 4" in ran.out
    narrow(ran)


def test_a_plan_changes_nothing(imported: Path) -> None:
    before = hashes(imported)
    done("-C", imported, "plan", "--all", code=1)
    assert hashes(imported) == before


def test_a_plan_written_is_a_ledger_for_review(imported: Path, copy: Copy) -> None:
    workspace = copy(imported)
    done("-C", workspace, "plan", ACT, "--write", code=1)
    text = (workspace / "amendments/nghi-dinh/2022/31-2022-nd-cp.ops.yaml").read_text(encoding="utf-8")
    assert text.count("decision: machine") >= 6


# -- apply, ledgers, undo ------------------------------------------------------------------------------------------------
def test_applying_gives_the_law_history_a_tip(applied: Path, imported: Path) -> None:
    ran = done("-C", applied, "apply", "--all", "--format", "json", code=1).json
    assert ran["schema"] == "lawtrack.apply/1"
    assert ran["outcomes"] == {"applied": 5, "refused": 1}
    assert (applied / ".git/refs/heads/law").read_text().strip() == ran["law"]
    assert not (imported / ".git/refs/heads/law").exists()


def test_a_rejected_operation_stays_out_of_the_text(applied: Path, copy: Copy) -> None:
    workspace = copy(applied)
    ledger = workspace / "amendments/nghi-dinh/2022/31-2022-nd-cp.ops.yaml"
    before, at, after = ledger.read_text(encoding="utf-8").partition(f"id: {ACT}#dieu-1.khoan-4/1\n    decision: machine\n")
    assert at
    decided = (
        f"id: {ACT}#dieu-1.khoan-4/1\n    decision: rejected\n    by: A. Nguyễn\n    on: 2022-06-01\n    note: hai cụm từ khác nghĩa\n"
    )
    ledger.write_text(before + decided + after, encoding="utf-8")
    done("-C", workspace, "apply", ACT, code=1)
    text = done("-C", workspace, "consolidate", BASE, "--at", "2023-01-01").out
    assert "hàng nhái" not in text
    assert "mồng một" in text
    refused = done("-C", workspace, "log", BASE, "--refused", "--format", "json").json["changes"]
    assert {c["reason"] for c in refused} == {"rejected", "target-missing"}
    assert any("hai cụm từ khác nghĩa" in c["refusal"]["message"] for c in refused)
    told = done("-C", workspace, "undo").err
    head = subprocess.run(["git", "rev-parse", "HEAD~1"], cwd=workspace, capture_output=True, text=True, check=True).stdout
    assert f"git checkout {head[:10]} -- amendments/nghi-dinh/2022/31-2022-nd-cp.ops.yaml" in " ".join(told.split())


def test_a_rejection_of_what_waited_for_an_editor_waits_no_longer(copy: Copy, imported: Path) -> None:
    workspace = copy(imported)
    act = workspace / "amendments/nghi-dinh/2022/31-2022-nd-cp.vi.md"
    text = act.read_text(encoding="utf-8")
    act.write_text(
        text.replace("#### Điều 2.", "- **9.** Điều chỉnh mức thu tại các chợ cho phù hợp.\n\n#### Điều 2.", 1), encoding="utf-8"
    )
    lawtrack("-C", workspace, "plan", ACT, "--write")
    before = json.loads(lawtrack("-C", workspace, "plan", ACT, "--format", "json").out)["outcomes"]
    ledger = workspace / "amendments/nghi-dinh/2022/31-2022-nd-cp.ops.yaml"
    head, at, rest = ledger.read_text(encoding="utf-8").partition(f"id: {ACT}#dieu-1.khoan-9/1\n    decision: machine\n")
    ledger.write_text(head + at.replace("machine", "rejected\n    note: không ra lệnh gì") + rest, encoding="utf-8")
    after = json.loads(lawtrack("-C", workspace, "plan", ACT, "--format", "json").out)["outcomes"]
    assert after.get("manual", 0) == before["manual"] - 1 and after["refused"] == before.get("refused", 0) + 1


def test_a_ledger_that_cannot_be_read_is_one_finding(applied: Path, copy: Copy) -> None:
    workspace = copy(applied)
    ledger = workspace / "amendments/nghi-dinh/2022/31-2022-nd-cp.ops.yaml"
    ledger.write_text(ledger.read_text(encoding="utf-8").replace("action:", " action:", 1), encoding="utf-8")
    found = done("-C", workspace, "check", "--only", "ledger", "--format", "json", code=1).json["diagnostics"]
    assert [d["code"] for d in found] == ["ledger-unreadable"]


def test_undo_takes_apply_and_import_back(applied: Path, copy: Copy) -> None:
    workspace = copy(applied)
    done("-C", workspace, "undo")
    assert not (workspace / "amendments/nghi-dinh/2022/31-2022-nd-cp.ops.yaml").exists()
    done("-C", workspace, "undo")
    assert not (workspace / "amendments/nghi-dinh/2022/31-2022-nd-cp.vi.md").exists()
    assert (workspace / "statutes/nghi-dinh/2020/05-2020-nd-cp.vi.md").exists()
    done("-C", workspace, "undo")
    before = hashes(workspace)
    assert "no import, mend or apply" in done("-C", workspace, "undo", code=4).err
    assert hashes(workspace) == before


# -- consolidate ---------------------------------------------------------------------------------------------------------
AFTER = """\
Điều 3. Ngày họp chợ
1. Chợ phiên họp vào ngày Chủ nhật và ngày mồng một âm lịch.
2. Việc đổi ngày họp chợ do Ủy ban nhân dân xã quyết định trong các trường hợp sau đây:
a) Có mưa lũ;
b) Có lễ hội;
c) (được bãi bỏ)
d) Có hỏa hoạn.
3. Tiểu thương được báo trước theo quy định tại khoản 2 Điều này.
Điều 4. Trách nhiệm của tiểu thương
1. Giữ vệ sinh nơi bán hàng theo quy định tại khoản 1 Điều 3 của Nghị định này.
2. Không bán hàng giả, hàng nhái theo quy định tại điểm c khoản 2 Điều 3 của Nghị định này.
Điều 4a. Trách nhiệm của Ủy ban nhân dân xã
1. Niêm yết lịch họp chợ.
2. Bố trí nơi để xe.
Điều 5. Hiệu lực thi hành"""


def test_the_text_in_force_on_each_side_of_a_day(applied: Path) -> None:
    old = done("-C", applied, "consolidate", BASE, "--at", "30/6/2022").out
    new = done("-C", applied, "consolidate", BASE, "--at", "2022-07-01")
    assert "mồng một" not in old
    assert "c) Có dịch bệnh." in old
    assert AFTER in "\n".join(body(new.out))
    assert "refused" in new.err, "what never reached the text is said beside it"


def test_json_of_a_text_names_day_status_and_units(applied: Path) -> None:
    found = done("-C", applied, "consolidate", BASE, "--at", "2022-07-01", "--format", "json").json
    assert found["schema"].startswith("lawtrack")
    told = json.dumps(found, ensure_ascii=False)
    assert "2022-07-01" in told
    assert "Có hỏa hoạn." in told
    assert f"{ACT}#dieu-1.khoan-2/1" in told


def test_markdown_of_a_text_reads_back(applied: Path) -> None:
    from lawtrack.markup import read, write

    text = done("-C", applied, "consolidate", BASE, "--at", "2022-07-01", "--format", "md").out
    assert write(read(text)) == text
    assert "- **2.** Không bán hàng giả, hàng nhái" in text


def test_several_texts_are_not_one_xml_document(applied: Path, tmp_path: Path) -> None:
    ran = done("-C", applied, "consolidate", "--all", "--format", "akn", code=2)
    assert "an XML document holds one text" in ran.err and "name a folder" in ran.err and ran.out == ""
    done("-C", applied, "consolidate", "--all", "--format", "akn", "--output", tmp_path / "out")
    assert {p.name for p in (tmp_path / "out").iterdir()} == {"05-2020-nd-cp.xml", "31-2022-nd-cp.xml"}


def test_akoma_ntoso_of_a_text_names_the_amending_provision_and_its_new_words(applied: Path) -> None:
    from xml.etree.ElementTree import fromstring

    tree = fromstring(done("-C", applied, "consolidate", BASE, "--at", "2022-07-01", "--format", "akn").out.encode())
    space = "{http://docs.oasis-open.org/legaldocml/ns/akn/3.0}"
    made = {d.get("href", "")[1:] for m in tree.iter(f"{space}textualMod") for d in m.iter(f"{space}destination")}
    units = {e.get("eId"): "".join(e.itertext()) for e in tree.iter() if e.get("eId") in made}
    assert any("Có hỏa hoạn." in words for words in units.values())
    assert any(s.get("href", "").endswith("31-2022-nd-cp#art_1__para_2") for s in tree.iter(f"{space}source"))


def test_html_of_a_text_is_whole_and_loads_nothing(applied: Path, tmp_path: Path) -> None:
    done("-C", applied, "consolidate", BASE, "--at", "2022-07-01", "--format", "html", "--output", tmp_path / "t.html")
    page = (tmp_path / "t.html").read_text(encoding="utf-8")
    assert "Có hỏa hoạn." in page
    assert 'src="http' not in page
    assert "<script>" not in page


def test_the_ending_of_a_file_says_its_format(applied: Path, tmp_path: Path) -> None:
    for name, begins in (
        ("a.html", "<!doctype html>"),
        ("a.md", "---\n"),
        ("a.json", "{"),
        ("a.xml", "<?xml "),
        ("a.txt", "[Văn bản"),
        ("a", "[Văn bản"),
    ):
        done("-C", applied, "consolidate", BASE, "--at", "2023-01-01", "--output", tmp_path / name)
        assert (tmp_path / name).read_text(encoding="utf-8").lstrip().startswith(begins), name
    assert "Văn bản vào ngày 01/01/2023" in (tmp_path / "a.html").read_text(encoding="utf-8")


def test_all_texts_go_into_a_folder_under_their_slugs(applied: Path, tmp_path: Path) -> None:
    done("-C", applied, "consolidate", "--all", "--at", "2022-07-01", "--output", tmp_path / "out")
    assert {p.name for p in (tmp_path / "out").iterdir()} == {"05-2020-nd-cp.txt", "31-2022-nd-cp.txt"}


def test_one_file_stays_whole_when_the_output_cannot_be_written(applied: Path, tmp_path: Path) -> None:
    (tmp_path / "folder").mkdir()
    ran = done("-C", applied, "consolidate", BASE, "--output", tmp_path / "folder", code=3)
    assert "folder" in ran.err


def test_one_shot_needs_no_workspace(sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    ran = done("consolidate", sources / "base.txt", "--with", sources / "amender.txt", "--at", "2022-07-01")
    assert AFTER in "\n".join(body(ran.out))
    assert "khoản 9 Điều 4" in ran.err
    assert list(tmp_path.iterdir()) == []


def test_what_was_known_on_a_day(applied: Path) -> None:
    before = done("-C", applied, "consolidate", BASE, "--known", "2001-01-01", "--at", "2022-07-01", code=3)
    assert BASE in before.err
    today = done("-C", applied, "consolidate", BASE, "--known", "today", "--at", "2022-07-01").out
    assert "mồng một" in today


# -- reading -------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("number", ["05/2020/NĐ-CP", "05/2020/ND-CP", "05-2020-nd-cp", "5/2020/NĐ-CP"])
@pytest.mark.parametrize(
    "address", ["điểm d khoản 2 Điều 3", "dieu-3.khoan-2.diem-d", "Point d, Clause 2, Article 3", "art_3__para_2__point_d"]
)
def test_a_provision_is_found_in_every_spelling(applied: Path, number: str, address: str) -> None:
    ran = done("-C", applied, "show", number, address, "--at", "2022-07-01")
    assert ran.out.splitlines()[1:] == ["d) Có hỏa hoạn."]
    assert "không phải văn bản hợp nhất được chứng nhận" in ran.out.splitlines()[0]


def test_words_typed_with_marks_apart_are_the_same_words(applied: Path, copy: Copy) -> None:
    def apart(words: str) -> str:
        return unicodedata.normalize("NFD", words)

    assert done("-C", applied, "show", apart(BASE), apart("khoản 1 Điều 3")).out == done("-C", applied, "show", BASE, "khoản 1 Điều 3").out
    assert "khoản" in done("-C", applied, "blame", BASE, "--words", apart("hàng nhái"), "--at", "2022-07-01").out
    workspace = copy(applied)
    done("-C", workspace, "mend", BASE, apart("khoản 1 Điều 3"), apart("phiên"), apart("phiện"), "--why", apart("chữ in sai"))
    assert "Chợ phiện họp" in (workspace / "statutes/nghi-dinh/2020/05-2020-nd-cp.vi.md").read_text(encoding="utf-8")


def test_show_gives_the_unit_alone_as_it_stood(applied: Path) -> None:
    assert "d) Có hỏa hoạn." in done("-C", applied, "show", BASE, "dieu-3.khoan-2.diem-d", "--at", "2022-07-01").out
    missing = done("-C", applied, "show", BASE, "dieu-3.khoan-2.diem-d", "--at", "2022-06-30", code=3)
    assert "Point d, Clause 2, Article 3" in missing.err


def test_diff_names_act_provision_and_words(applied: Path) -> None:
    ran = done("-C", applied, "diff", BASE, "2022-06-30..2022-07-01")
    assert ran.out.count("31/2022/NĐ-CP") >= 5
    assert "khoản 3 Điều 1" in ran.out
    narrow(ran)
    rows = done("-C", applied, "diff", BASE, "2022-06-30..2022-07-01", "--format", "json").json
    assert rows["schema"] == "lawtrack.diff/1"
    assert [c["source"] for c in rows["changes"]] == [f"dieu-1.khoan-{n}" for n in range(1, 6)]
    nothing = done("-C", applied, "diff", BASE, "2022-07-01..2022-07-02")
    assert "Nothing changed" in nothing.out


def test_log_is_newest_first_and_ends_with_the_enactment(applied: Path) -> None:
    ran = done("-C", applied, "log", BASE)
    assert ran.out.index("khoản 5 Điều 1") < ran.out.index("khoản 1 Điều 1")
    assert ran.out.rstrip().splitlines()[-2].startswith("01/4/2020")
    narrow(ran)
    rows = done("-C", applied, "log", BASE, "--format", "json").json
    assert (rows["schema"], len(rows["changes"])) == ("lawtrack.log/1", 6)


def test_blame_leads_back_to_the_command_and_the_enacted_text(applied: Path) -> None:
    ran = done("-C", applied, "blame", BASE, "khoản 1 Điều 3", "--at", "2022-07-01")
    assert "01/7/2022 khoản 1 Điều 1, 31/2022/NĐ-CP" in ran.out
    assert "01/4/2020 05/2020/NĐ-CP" in ran.out
    narrow(ran)
    found = done("-C", applied, "blame", BASE, "--words", "hàng nhái", "--at", "2022-07-01", "--format", "json").json
    assert [(u["address"], u["brought"]) for u in found["units"]] == [("dieu-4.khoan-2", f"{ACT}#dieu-1.khoan-4/1")]


def test_status_says_what_holds_and_why(applied: Path) -> None:
    rows = done("-C", applied, "status", "--at", "2022-07-01", "--format", "json").json
    assert {d["number"]: d["status"] for d in rows["documents"]} == {BASE: "partly-expired", ACT: "in-force"}
    rows = done("-C", applied, "status", BASE, "--at", "2020-03-31", "--format", "json").json
    assert [d["status"] for d in rows["documents"]] == ["not-yet"]
    narrow(done("-C", applied, "status"))


# -- publications --------------------------------------------------------------------------------------------------------
def test_a_report_shows_what_was_done_and_what_was_not(applied: Path, tmp_path: Path) -> None:
    done("-C", applied, "report", ACT, "--output", tmp_path / "r.html")
    page = (tmp_path / "r.html").read_text(encoding="utf-8")
    assert "<ins" in page
    assert "<del" in page
    assert "khoản 9 Điều 4" in page
    done("-C", applied, "report", BASE, "--output", tmp_path / "b.html", "--at", "2022-07-01")
    assert "Có hỏa hoạn." in (tmp_path / "b.html").read_text(encoding="utf-8")


def test_the_site_has_a_page_an_act_and_is_the_same_twice(applied: Path, tmp_path: Path) -> None:
    done("-C", applied, "site", "--output", tmp_path / "site", "--at", "2023-01-01")
    first = hashes(tmp_path / "site")
    assert "index.html" in first
    again = done("-C", applied, "site", "--output", tmp_path / "site", "--at", "2023-01-01", "--format", "json").json
    assert (again["written"], again["removed"]) == ([], [])
    assert hashes(tmp_path / "site") == first


# -- the command itself --------------------------------------------------------------------------------------------------
def test_every_command_has_help_with_an_example_in_80_columns() -> None:
    from lawtrack.cli.main import COMMANDS

    narrow(done("--help"))
    for name in COMMANDS:
        ran = lawtrack(name, "--help")
        assert ran.code == 0, name
        assert f"lawtrack {name}" in ran.out.split("\n", 1)[1], f"{name}: no example"


@pytest.mark.parametrize(
    "words",
    [("frobnicate",), ("plan",), ("plan", "--all", "1/2000/QH10"), ("consolidate", "x", "--at", "tomorrowish"), ("diff", "x", "2020")],
)
def test_a_call_whose_words_are_off_is_a_usage_error(imported: Path, words: tuple[str, ...]) -> None:
    ran = done("-C", imported, *words, code=2)
    assert ran.out == ""
    assert ran.err.strip()


def test_a_quotation_never_closed_is_told_on_the_plan_and_on_the_report(imported: Path, copy: Copy, tmp_path: Path) -> None:
    workspace = copy(imported)
    source = tmp_path / "open.txt"
    source.write_text(AMENDER.replace("31/2022", "32/2022").replace("mồng một âm lịch.”.", "mồng một âm lịch."), encoding="utf-8")
    done("-C", workspace, "import", source)
    for _ in range(2):  # read, and remembered
        assert json.loads(lawtrack("-C", workspace, "plan", "32/2022/NĐ-CP", "--format", "json").out)["doubts"] == [
            {"document": "32/2022/NĐ-CP", "message": "Clause 1, Article 1: a quotation is not closed"}
        ]
    told = lawtrack("--lang", "vi", "-C", workspace, "plan", "32/2022/NĐ-CP", "--summary").out
    assert "1 chỗ của văn bản cần xem lại" in told
    assert "Khoản 1 Điều 1: thiếu dấu đóng ngoặc kép" in told
    page = tmp_path / "report.html"
    done("-C", workspace, "report", "32/2022/NĐ-CP", "--output", page)
    assert "Khoản 1 Điều 1: thiếu dấu đóng ngoặc kép" in page.read_text(encoding="utf-8")
    assert json.loads(lawtrack("-C", workspace, "plan", "31/2022/NĐ-CP", "--format", "json").out)["doubts"] == []
