"""A workspace: filing, finding, refusing."""

from __future__ import annotations

import shutil
import subprocess
from datetime import date
from pathlib import Path

import pytest

from lawtrack.history import BadInput, BadSettings, Conflict, NoWorkspace, NumberTaken, UnknownDocument, Workspace
from lawtrack.history.gate import Gate
from tests.history.conftest import act, amender, dieu, on


def git(ws: Workspace, *words: str) -> str:
    return subprocess.run(["git", *words], cwd=ws.root, capture_output=True, text=True, check=True).stdout


def state(ws: Workspace) -> dict[str, bytes]:
    """Every file outside of Git's and our own memory, and the branch."""
    files = {
        str(p.relative_to(ws.root)): p.read_bytes()
        for p in ws.root.rglob("*")
        if p.is_file() and not {".git", ".lawtrack"} & set(p.relative_to(ws.root).parts)
    }
    return files | {"HEAD": git(ws, "rev-parse", "HEAD").encode(), "status": git(ws, "status", "--porcelain").encode()}


def test_init_makes_a_clean_repository_with_settings(ws: Workspace) -> None:
    assert git(ws, "status", "--porcelain") == ""
    assert git(ws, "branch", "--show-current").strip() == "main"
    assert ws.settings.ref == "refs/heads/law"
    assert {p.name for p in ws.root.iterdir()} >= {"lawtrack.toml", "statutes", "amendments", "reports"}


def test_init_refuses_what_is_not_empty(tmp_path: Path) -> None:
    (tmp_path / "note.txt").write_text("mine")
    with pytest.raises(Conflict):
        Workspace.init(tmp_path)
    assert [p.name for p in tmp_path.iterdir()] == ["note.txt"]


def test_init_refuses_a_workspace(ws: Workspace) -> None:
    before = state(ws)
    with pytest.raises(Conflict):
        Workspace.init(ws.root)
    assert state(ws) == before


def test_init_takes_a_repository_and_keeps_what_it_holds(tmp_path: Path) -> None:
    subprocess.run(["git", "init", "-q", "-b", "trunk", str(tmp_path)], check=True)
    (tmp_path / ".gitignore").write_text("*.tmp\n")
    ws = Workspace.init(tmp_path)
    assert (tmp_path / ".gitignore").read_text() == "*.tmp\n/.lawtrack/\n"
    assert git(ws, "branch", "--show-current").strip() == "trunk"


def test_filing_a_document_starts_few_processes(ws: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    """The tip and what it holds, the commit, the index; who works here is asked besides."""
    words: list[str] = []
    start = Gate.start

    def counted(gate: Gate, *command: str) -> subprocess.Popen[bytes]:
        words.append(command[0])
        return start(gate, *command)

    monkeypatch.setattr(Gate, "start", counted)
    made = ws.change({"notes.txt": b"one"}, "Note", commit=True)
    assert words == ["for-each-ref", "cat-file", "fast-import", "update-index"]
    assert made == git(ws, "rev-parse", "HEAD").strip()


def test_find_walks_up(ws: Workspace, tmp_path: Path) -> None:
    deep = ws.root / "statutes" / "x" / "y"
    deep.mkdir(parents=True)
    assert Workspace.find(deep).root == ws.root
    with pytest.raises(NoWorkspace) as problem:
        Workspace.find(tmp_path)
    assert "lawtrack init" in problem.value.remedy


def test_a_document_is_filed_by_kind_and_year_and_committed(ws: Workspace) -> None:
    path = ws.add(act("63/2020/NĐ-CP"), when=on("2020-06-10"))
    assert path.relative_to(ws.root).as_posix() == "statutes/nghi-dinh/2020/63-2020-nd-cp.vi.md"
    assert git(ws, "status", "--porcelain") == ""
    assert git(ws, "log", "-1", "--format=%s|%cI").strip() == "Import 63/2020/NĐ-CP|2020-06-10T12:00:00+07:00"
    assert ws.document("63-2020-nd-cp") == act("63/2020/NĐ-CP")


def test_an_act_that_changes_others_is_filed_apart(ws: Workspace) -> None:
    path = ws.add(amender("80/2021/NĐ-CP", date(2021, 7, 1)))
    assert path.relative_to(ws.root).as_posix() == "amendments/nghi-dinh/2021/80-2021-nd-cp.vi.md"


def test_the_same_text_again_changes_nothing(ws: Workspace) -> None:
    ws.add(act("63/2020/NĐ-CP"))
    before = state(ws)
    ws.add(act("63/2020/NĐ-CP"))
    assert state(ws) == before


@pytest.mark.parametrize("spelling", ["63/2020/NĐ-CP", "063/2020/ND-CP"])
def test_a_taken_number_is_refused_and_nothing_changes(ws: Workspace, spelling: str) -> None:
    ws.add(act("63/2020/NĐ-CP"))
    before = state(ws)
    with pytest.raises(NumberTaken) as problem:
        ws.add(act(spelling, dieu("1", "Lời khác.")))
    assert problem.value.exit_code == 4 and problem.value.remedy and problem.value.path
    assert state(ws) == before


def test_replace_puts_the_new_text_in_the_place_of_the_old(ws: Workspace) -> None:
    ws.add(act("63/2020/NĐ-CP"))
    ws.add(act("63/2020/NĐ-CP", kind="quyết định"), replace=True)
    assert [e.path for e in ws.entries()] == ["statutes/quyet-dinh/2020/63-2020-nd-cp.vi.md"]
    assert git(ws, "status", "--porcelain") == ""


def test_several_documents_are_one_change(ws: Workspace) -> None:
    before = state(ws)
    with pytest.raises(NumberTaken):
        ws.add_all([act("1/2020/NĐ-CP"), act("2/2020/NĐ-CP"), act("1/2020/NĐ-CP", dieu("1", "Lời khác."))])
    assert state(ws) == before


def test_two_languages_are_one_act(ws: Workspace) -> None:
    ws.add(act("63/2020/NĐ-CP", language="en"))
    ws.add(act("63/2020/NĐ-CP"))
    assert [e.language for e in ws.languages("63/2020/NĐ-CP")] == ["vi", "en"]
    assert ws.document("63/2020/NĐ-CP", "en").meta.language == "en"


def test_an_unknown_number_lists_what_is_close(ws: Workspace) -> None:
    ws.add(act("63/2020/NĐ-CP"))
    with pytest.raises(UnknownDocument) as problem:
        ws.document("64/2020/NĐ-CP")
    assert problem.value.close == ("63/2020/NĐ-CP",)
    with pytest.raises(UnknownDocument) as problem:
        ws.document("63/2020/NĐ-CP", "en")
    assert "vi" in problem.value.remedy


@pytest.mark.parametrize("number", ["", "///", "x" * 300, "..", "-"])
def test_a_number_that_cannot_name_a_file_is_refused(ws: Workspace, number: str) -> None:
    before = state(ws)
    with pytest.raises(BadInput):
        ws.add(act(number))
    assert state(ws) == before


@pytest.mark.parametrize(
    "number", ["../../etc/passwd", "--upload-pack=x/2020/QH14", "a\nb/2020/QH14", "$(touch x)/2020/QH1", "<x> 1/2020/QH1"]
)
def test_no_number_leads_out_of_the_workspace_or_into_a_command(ws: Workspace, number: str) -> None:
    try:
        path = ws.add(act(number, title="--exec <b>\nLawtrack: x", kind="../kind"))
    except BadInput:
        return
    assert path.resolve().is_relative_to(ws.root.resolve() / "statutes")
    assert set(path.name) <= set("abcdefghijklmnopqrstuvwxyz0123456789-.")


def test_a_link_in_the_way_is_not_followed(ws: Workspace, tmp_path: Path) -> None:
    (tmp_path / "outside").mkdir()
    (ws.root / "statutes" / "nghi-dinh").symlink_to(tmp_path / "outside")
    with pytest.raises(Conflict):
        ws.add(act("63/2020/NĐ-CP"))
    assert not list((tmp_path / "outside").iterdir())


def test_what_the_user_has_staged_stays_staged(ws: Workspace) -> None:
    (ws.root / "note.txt").write_text("mine")
    git(ws, "add", "note.txt")
    ws.add(act("63/2020/NĐ-CP"))
    assert git(ws, "status", "--porcelain").split() == ["A", "note.txt"]


def test_a_change_without_commit_is_left_to_the_editor(ws: Workspace) -> None:
    ws.add(act("63/2020/NĐ-CP"), commit=False)
    assert git(ws, "status", "--porcelain").strip() == "?? statutes/nghi-dinh/"
    assert ws.document("63/2020/NĐ-CP")


def test_an_edited_file_is_seen(ws: Workspace) -> None:
    path = ws.add(act("63/2020/NĐ-CP"))
    path.write_text(path.read_text().replace("mỗi năm", "hai năm"))
    assert "hai năm" in Workspace.find(ws.root).document("63/2020/NĐ-CP").body.children[0].children[1].text


@pytest.mark.parametrize(
    "text",
    [
        "format = 2\n",
        "format = 1\n[law]\nref = 5\n",
        'format = 1\n[law]\nref = "refs/heads/-x"\n',
        'format = 1\n[law]\nref = "HEAD"\n',
        'format = 1\n[law]\nref = "refs/heads/law/a"\nunknown = "refs/heads/law"\n',
        'format = 1\n[law]\nname = "a <b>"\n',
        'format = 1\n[law]\nemail = "a\\nb"\n',
        'format = 1\n[law]\nbranch = "x"\n',
        "format = \n",
    ],
)
def test_settings_that_cannot_be_are_refused(ws: Workspace, text: str) -> None:
    (ws.root / "lawtrack.toml").write_text(text)
    with pytest.raises(BadSettings) as problem:
        _ = Workspace.find(ws.root).settings
    assert problem.value.path.endswith("lawtrack.toml")


def test_the_users_hooks_signing_and_line_endings_have_no_part(ws: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    for name in ("pre-commit", "commit-msg", "post-commit", "reference-transaction"):
        (hooks / name).write_text(f"#!/bin/sh\ntouch {tmp_path}/ran\nexit 1\n")
        (hooks / name).chmod(0o755)
    config = tmp_path / "gitconfig"
    config.write_text(
        f"[core]\n\thooksPath = {hooks}\n\tautocrlf = true\n[commit]\n\tgpgSign = true\n\ttemplate = /none\n"
        "[user]\n\tname = A B\n\temail = a@b.c\n"
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    monkeypatch.delenv("GIT_AUTHOR_NAME", raising=False)
    monkeypatch.delenv("GIT_AUTHOR_EMAIL", raising=False)
    path = ws.add(act("63/2020/NĐ-CP"))
    assert not (tmp_path / "ran").exists()
    assert b"\r" not in path.read_bytes()
    assert git(ws, "cat-file", "-p", f"HEAD:{path.relative_to(ws.root)}") == path.read_text()
    assert git(ws, "log", "-1", "--format=%an <%ae>").strip() == "A B <a@b.c>"


def test_a_workspace_only_to_be_read_is_read(ws: Workspace) -> None:
    ws.add(act("63/2020/NĐ-CP"))
    shutil.rmtree(ws.root / ".lawtrack")
    (ws.root / ".lawtrack").write_text("in the way: nothing can be remembered")
    again = Workspace.find(ws.root)
    assert again.edition("63/2020/NĐ-CP", date(2021, 1, 1)).document.number == "63/2020/NĐ-CP"
