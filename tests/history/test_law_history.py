"""The law history made from sources and ledgers: a function of them, dated twice, going on from what stands."""

from __future__ import annotations

import os
import shutil
import subprocess
from collections.abc import Iterable
from datetime import date
from pathlib import Path

import pytest

from lawtrack.history import BadInput, Conflict, Library, Workspace
from lawtrack.law import Action, Authority, Bounded, Document, Event, Kind, Operation, Outcome, Position, Provision, Unknown
from lawtrack.markup import Decision, Entry, Ledger, write_ledger
from tests.history.conftest import act, amender, khoan, on, op
from tests.history.faults import dies
from tests.history.test_workspace import git, state

BASE, ONE, TWO = "63/2020/NĐ-CP", "80/2021/NĐ-CP", "15/2022/NĐ-CP"


def apply(ws: Workspace, number: str, operations: Iterable[Operation], when: str = "2022-06-01") -> None:
    """Commits a ledger that adds the operations to the act."""
    entries = tuple(Entry(o, Decision.ADDED, note="test") for o in operations)
    ws.write_ledgers({ws.entry(number).path: write_ledger(Ledger(number, entries=entries))}, commit=True, when=on(when))


def second(text: str, start: object = date(2021, 7, 1), **more: object) -> Operation:
    """Clause 2 of the base act in other words."""
    return op(ONE, 1, Action.SUBSTITUTE, BASE, "dieu-1.khoan-2", start, (khoan("2", text),), **more)  # type: ignore[arg-type]


def third(text: str, start: object = date(2022, 3, 1)) -> Operation:
    """A third clause."""
    return op(TWO, 1, Action.INSERT, BASE, "dieu-1.khoan-2", start, (khoan("3", text),), position=Position.AFTER)  # type: ignore[arg-type]


SOURCES: tuple[Document, ...] = (act(BASE), amender(ONE, date(2021, 7, 1)), amender(TWO, date(2022, 3, 1)))
LEDGERS = {ONE: [second("Hội làng họp mỗi năm hai lần.")], TWO: [third("Hội làng có quỹ.")]}


def filled(root: Path, sources: Iterable[Document] = SOURCES) -> Workspace:
    ws = Workspace.init(root)
    for document in sources:
        ws.add(document, when=on("2020-06-10"))
    for number, operations in LEDGERS.items():
        apply(ws, number, operations)
    return ws


def subjects(ws: Workspace, ref: str = "law") -> list[str]:
    return git(ws, "log", "--reverse", "--format=%ad %s", "--date=short", f"refs/heads/{ref}", "--").splitlines()


# -- what it holds -------------------------------------------------------------------------------------------------------
def test_one_commit_an_act_and_day_in_legal_order(tmp_path: Path) -> None:
    ws = filled(tmp_path / "ws")
    built = ws.history.build()
    assert (built.commits, built.kept, built.documents) == (3, 0, 3)
    assert subjects(ws) == [
        "2020-08-01 63/2020/NĐ-CP: ban hành",
        "2021-07-01 80/2021/NĐ-CP: sửa đổi, bổ sung 63/2020/NĐ-CP",
        "2022-03-01 15/2022/NĐ-CP: sửa đổi, bổ sung 63/2020/NĐ-CP",
    ]
    assert git(ws, "log", "-1", "--format=", "-p", "law", "--", "statutes").splitlines()[-1] == "+- **3.** Hội làng có quỹ."
    blamed = git(ws, "blame", "-s", "-L/mỗi năm/,+1", "law", "--", ws.entry(BASE).path)
    assert blamed.split()[0] in git(ws, "log", "-1", "--format=%h", "--abbrev=8", "law~1", "--")
    trailers = dict(line.split(": ", 1) for line in git(ws, "log", "-1", "--format=%(trailers)", "law", "--").splitlines() if line)
    assert trailers["Act"] == TWO and trailers["Effective-Date"] == "2022-03-01" and trailers["Operations"] == "1 (dieu-1.khoan-1/1)"
    assert (
        git(ws, "cat-file", "-t", trailers["Source-Blob"]).strip() == git(ws, "cat-file", "-t", trailers["Ledger-Blob"]).strip() == "blob"
    )


def test_the_branch_of_the_sources_and_its_tree_are_not_touched(tmp_path: Path) -> None:
    ws = filled(tmp_path / "ws")
    before = state(ws)
    ws.history.build()
    assert state(ws) == before


def test_text_on_a_day_is_the_engines(tmp_path: Path) -> None:
    from lawtrack.markup import write

    ws = filled(tmp_path / "ws")
    ws.history.build()
    reader = ws.history.reader()
    assert reader.text_at(BASE, date(2020, 7, 31)) is None
    for day in (date(2020, 8, 1), date(2021, 6, 30), date(2021, 7, 1), date(2022, 2, 28), date(2022, 3, 1), date(2030, 1, 1)):
        assert reader.text_at("63-2020-nd-cp", day) == write(ws.edition(BASE, day).document)
    with pytest.raises(BadInput):
        reader.text_at("1/1999/NĐ-CP", date(2020, 1, 1))


def test_a_clone_without_memory_reads_the_same(tmp_path: Path) -> None:
    ws = filled(tmp_path / "ws")
    tip = ws.history.build().tip
    days = [date(2020, 7, 1), date(2021, 6, 30), date(2021, 7, 1), date(2024, 1, 1)]
    before = [ws.history.text_at(BASE, day) for day in days]
    shutil.rmtree(ws.root / ".lawtrack")
    again = Workspace.find(ws.root)
    assert [again.history.text_at(BASE, day) for day in days] == before
    assert again.history.build().tip == tip


def test_an_uncertain_day_is_committed_at_its_later_bound(tmp_path: Path) -> None:
    ws = filled(tmp_path / "ws", SOURCES)
    apply(ws, ONE, [second("Hội làng họp mỗi năm hai lần.", Bounded(date(2021, 7, 1), date(2021, 9, 1)))])
    ws.history.build()
    message = git(ws, "log", "-1", "--format=%B", "law~1", "--")
    assert "Effective-Date: 2021-09-01\nEffective-Bounds: 2021-07-01..2021-09-01\n" in message


@pytest.mark.parametrize("start", [Unknown("chưa rõ"), Event("khi Luật về hội có hiệu lực")])
def test_what_has_no_day_stands_on_the_side(tmp_path: Path, start: object) -> None:
    ws = filled(tmp_path / "ws")
    apply(ws, ONE, [second("Hội làng họp mỗi năm hai lần.", start)])
    built = ws.history.build()
    assert subjects(ws)[1].endswith("80/2021/NĐ-CP: ban hành")
    assert "hai lần" not in git(ws, "show", f"law:{ws.entry(BASE).path}")
    assert "hai lần" in git(ws, "show", f"law-unknown:{ws.entry(BASE).path}")
    assert git(ws, "rev-parse", "law-unknown^").strip() == built.tip
    assert "Effective-Date: unknown" in git(ws, "log", "-1", "--format=%B", "law-unknown", "--")
    apply(ws, ONE, [second("Hội làng họp mỗi năm hai lần.")])
    ws.history.build()
    assert ws.gate.tip("refs/heads/law-unknown") is None


def test_an_act_whose_first_day_is_not_known_stands_on_the_side_and_a_bill_nowhere(tmp_path: Path) -> None:
    ws = filled(tmp_path / "ws", (*SOURCES, act("5/2021/NĐ-CP", effective=None), act("6/2021/QH15", authority=Authority.DRAFT)))
    ws.history.build()
    assert "5-2021" not in git(ws, "ls-tree", "-r", "--name-only", "law", "--")
    assert "5-2021" in git(ws, "ls-tree", "-r", "--name-only", "law-unknown", "--")
    assert "6-2021" not in git(ws, "ls-tree", "-r", "--name-only", "law-unknown", "--")


def test_suspension_its_end_and_expiry_are_commits(tmp_path: Path) -> None:
    ws = filled(tmp_path / "ws")
    apply(ws, ONE, [op(ONE, 1, Action.SUSPEND, BASE, "dieu-1.khoan-2", date(2021, 7, 1), end=date(2021, 12, 31))])
    apply(ws, TWO, [op(TWO, 1, Action.REPEAL_DOCUMENT, BASE, "", date(2022, 3, 1))])
    ws.history.build()
    told = subjects(ws)
    assert told[1:] == [
        "2021-07-01 80/2021/NĐ-CP: ngưng hiệu lực 63/2020/NĐ-CP",
        "2021-12-31 80/2021/NĐ-CP: hết thời hạn áp dụng quy định đối với 63/2020/NĐ-CP",
        "2022-03-01 15/2022/NĐ-CP: bãi bỏ 63/2020/NĐ-CP",
    ]
    path = ws.entry(BASE).path
    assert git(ws, "show", f"law~1:{path}") == git(ws, "show", f"law~3:{path}")
    assert "status: expired" in git(ws, "show", f"law:{path}")


def test_a_provision_with_a_day_of_its_own_is_a_commit_on_it(tmp_path: Path) -> None:
    ws = filled(tmp_path / "ws")
    apply(ws, BASE, [op(BASE, 1, Action.ENACT, BASE, "dieu-1.khoan-2", date(2020, 12, 1))])
    ws.history.build()
    told = subjects(ws)
    assert told[0].endswith(f"{BASE}: ban hành")
    assert told[1] == f"2020-12-01 {BASE}: bắt đầu thi hành một số quy định của {BASE}"
    path, last = ws.entry(BASE).path, len(told) - 1
    assert "not-yet: dieu-1.khoan-2 2020-12-01" in git(ws, "show", f"law~{last}:{path}")
    assert "not-yet" not in git(ws, "show", f"law~{last - 1}:{path}")


def test_an_act_that_expires_by_its_own_words(tmp_path: Path) -> None:
    ws = filled(tmp_path / "ws", (act(BASE, expired=date(2023, 1, 1)), *SOURCES[1:]))
    ws.history.build()
    assert subjects(ws)[-1] == "2023-01-01 63/2020/NĐ-CP: hết hiệu lực"


def test_two_acts_of_one_day_are_two_commits_each_with_its_own_words(tmp_path: Path) -> None:
    ws = filled(tmp_path / "ws", (SOURCES[0], amender(TWO, date(2022, 3, 1)), amender(ONE, date(2022, 3, 1), date(2021, 6, 1))))
    apply(ws, ONE, [second("Hội làng họp mỗi năm hai lần.", date(2022, 3, 1))])
    ws.history.build()
    assert [s[11:25] for s in subjects(ws)] == [f"{BASE}:", f"{ONE}:", f"{TWO}:"]
    path = ws.entry(BASE).path
    assert "hai lần" in git(ws, "show", f"law~1:{path}") and "quỹ" not in git(ws, "show", f"law~1:{path}")
    assert "hai lần" in git(ws, "show", f"law:{path}") and "quỹ" in git(ws, "show", f"law:{path}")


def test_days_before_1970_live_in_the_trailer(tmp_path: Path) -> None:
    ws = Workspace.init(tmp_path / "ws")
    ws.add(act("197/SL", kind="sắc lệnh", effective=date(1953, 12, 19), issued=date(1953, 12, 19)))
    ws.add(act("1/1959/SL", kind="sắc lệnh", effective=date(1959, 1, 1), issued=date(1958, 12, 1)))
    ws.add(act("1/1971/NQ", kind="nghị quyết", effective=date(1971, 1, 1), issued=date(1970, 12, 1)))
    ws.history.build()
    rows = git(ws, "log", "--reverse", "--format=%at %(trailers:key=Effective-Date,valueonly)", "law", "--").split()
    assert rows == ["0", "1953-12-19", "0", "1959-01-01", str(364 * 86400 + 61200), "1971-01-01"]
    assert git(ws, "fsck", "--strict", "--no-dangling") == ""
    assert ws.history.text_at("197/SL", date(1953, 12, 19)) and not ws.history.text_at("197/SL", date(1953, 12, 18))


def test_what_is_known_from_reports_alone_says_so_in_its_subject(tmp_path: Path) -> None:
    ws = filled(tmp_path / "ws", (SOURCES[0], amender(ONE, date(2021, 7, 1), authority=Authority.REPORTED), SOURCES[2]))
    ws.history.build()
    assert subjects(ws)[1] == "2021-07-01 80/2021/NĐ-CP: sửa đổi, bổ sung 63/2020/NĐ-CP (chỉ biết qua báo chí)"
    assert "\nAuthority: reported\n" in git(ws, "log", "-1", "--format=%B", "law~1", "--")


def test_applying_reads_the_act_and_commits_what_was_read(tmp_path: Path) -> None:
    ws = Workspace.init(tmp_path / "ws")
    ws.add(SOURCES[0])
    quoted = Provision(Kind.TRICH, text="“2. Hội làng họp mỗi năm hai lần.”")
    clause_1 = Provision(Kind.KHOAN, "1", text="Sửa đổi, bổ sung khoản 2 Điều 1 như sau:", children=(quoted,))
    article = Provision(Kind.DIEU, "1", "Sửa đổi, bổ sung một số điều của Nghị định số 63/2020/NĐ-CP", children=(clause_1,))
    ws.add(act(ONE, article, effective=date(2021, 7, 1), issued=date(2021, 5, 1), title="Sửa đổi, bổ sung Nghị định số 63/2020/NĐ-CP"))
    assert [e.number for e in ws.acts_with_operations()] == [ONE]
    told: list[str] = []
    applied = ws.apply(progress=told.append)
    assert [(str(c.outcome), str(c.address)) for c in applied.changes] == [("applied", "dieu-1.khoan-2")] and told
    assert applied.law == ws.gate.tip("refs/heads/law")
    assert git(ws, "log", "-1", "--format=%s").strip() == f"Apply {ONE}"
    assert ws.history.text_at(BASE, date(2021, 7, 1)) != ws.history.text_at(BASE, date(2021, 6, 30))
    assert [day for day, _ in ws.history.reader().versions(BASE)] == [date(2020, 8, 1), date(2021, 7, 1)]
    before = state(ws)
    again = ws.apply()
    assert again.commit is None and again.built.kept == 2 and state(ws) == before
    assert [c.subject for c in ws.history.log(BASE)] == [f"{ONE}: sửa đổi, bổ sung {BASE}", f"{BASE}: ban hành"]


def test_applying_one_act_replays_no_more_than_it_touches(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    ws = filled(tmp_path / "ws")
    everything = ws.apply().changes

    def whole(library: Library) -> None:
        raise AssertionError("the whole law was asked")

    monkeypatch.setattr(Library, "law", whole)
    assert ws.apply([ONE]).changes == tuple(c for c in everything if c.operation.origin.document == ONE) != ()


# -- a function of the sources -------------------------------------------------------------------------------------------
def test_order_of_import_clock_and_machine_do_not_matter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    tip = filled(tmp_path / "one").history.build().tip
    config = tmp_path / "gitconfig"
    hooks = tmp_path / "hooks"
    hooks.mkdir()
    (hooks / "reference-transaction").write_text("#!/bin/sh\nexit 1\n")
    (hooks / "reference-transaction").chmod(0o755)
    config.write_text(
        f"[core]\n\tautocrlf = true\n\thooksPath = {hooks}\n[commit]\n\tgpgSign = true\n\ttemplate = {tmp_path}/t\n[user]\n\tname = Ai Đó\n"
        "\temail = x@y.z\n[init]\n\tdefaultBranch = trunk\n"
    )
    (tmp_path / "t").write_text("template\n")
    for name, value in {
        "GIT_CONFIG_GLOBAL": str(config),
        "TZ": "Pacific/Kiritimati",
        "LANG": "tr_TR.UTF-8",
        "LC_ALL": "C",
        "PYTHONHASHSEED": "7",
        "GIT_COMMITTER_DATE": "1999-01-01T00:00:00Z",
    }.items():
        monkeypatch.setenv(name, value)
    old = os.umask(0o077)
    try:
        other = filled(tmp_path / "two", SOURCES[::-1])
        assert other.history.build().tip == tip
    finally:
        os.umask(old)
    assert other.history.check().sound


def test_check_finds_what_was_written_by_hand(tmp_path: Path) -> None:
    ws = filled(tmp_path / "ws")
    tip = ws.history.build().tip
    assert ws.history.check().sound
    forged = git(ws, "commit-tree", "-p", "law~1", "-m", "x", "law^{tree}").strip()
    git(ws, "update-ref", "refs/heads/law", forged)
    verdict = ws.history.check()
    assert not verdict.sound and (verdict.tip, verdict.anew, verdict.first) == (forged, tip, tip)
    assert git(ws, "rev-parse", "law").strip() == forged, "a check changes nothing"
    assert "refs/lawtrack" not in git(ws, "for-each-ref")
    assert ws.history.build().tip == tip


def test_a_new_decision_rebuilds_only_what_follows(tmp_path: Path) -> None:
    ws = filled(tmp_path / "ws")
    ws.history.build()
    before = git(ws, "rev-list", "law").split()[::-1]
    apply(ws, ONE, [second("Hội làng họp ba năm một lần.")])
    built = ws.history.build()
    after = git(ws, "rev-list", "law").split()[::-1]
    assert (built.kept, before[0]) == (1, after[0]) and before[1] != after[1] and before[2] != after[2]
    assert "ba năm" in git(ws, "show", f"law:{ws.entry(BASE).path}")
    assert ws.history.check().sound


def test_what_is_not_applied_is_not_in_the_history_and_undo_takes_it_out(tmp_path: Path) -> None:
    ws = filled(tmp_path / "ws", SOURCES)
    tip = ws.history.build().tip
    again = Workspace.init(tmp_path / "again")
    again.add_all(SOURCES, when=on("2020-06-10"))
    again.history.build()
    assert "hai lần" not in git(again, "show", f"law:{again.entry(BASE).path}")
    again.change({ws.entry(n).path.replace(".vi.md", ".ops.yaml"): p for n, p in _ledgers(ws).items()}, "Apply\n\nLawtrack: apply\n", True)
    assert again.history.build().tip == tip
    undone = again.undo()
    assert undone.subject == "Apply" and "hai lần" not in git(again, "show", f"law:{again.entry(BASE).path}")
    assert again.undo().subject.startswith("Import")
    assert again.entries() == () and again.gate.tip("refs/heads/law") is None
    with pytest.raises(Conflict):
        again.undo()
    assert git(again, "status", "--porcelain") == ""


def _ledgers(ws: Workspace) -> dict[str, bytes]:
    return {n: (ws.root / ws.entry(n).path.replace(".vi.md", ".ops.yaml")).read_bytes() for n in LEDGERS}


def test_undo_refuses_to_throw_work_away(tmp_path: Path) -> None:
    ws = filled(tmp_path / "ws")
    path = ws.add(act("7/2022/NĐ-CP"))
    path.write_text(path.read_text() + "\n")
    before = state(ws)
    with pytest.raises(Conflict):
        ws.undo()
    assert state(ws) == before


def test_the_law_branch_is_never_written_while_it_is_checked_out(tmp_path: Path) -> None:
    ws = filled(tmp_path / "ws")
    tip = ws.history.build().tip
    git(ws, "worktree", "add", "-q", str(tmp_path / "law"), "law")
    apply(ws, ONE, [second("Hội làng họp ba năm một lần.")])
    with pytest.raises(Conflict) as problem:
        ws.history.build()
    assert "checked out" in problem.value.message and git(ws, "rev-parse", "law").strip() == tip


def test_it_is_built_and_read_where_no_branch_is_checked_out(tmp_path: Path) -> None:
    ws = filled(tmp_path / "ws")
    tip = ws.history.build().tip
    git(ws, "update-ref", "-d", "refs/heads/law")
    git(ws, "checkout", "-q", "--detach")
    assert ws.history.build().tip == tip
    assert {e.number for e in ws.known(date(2022, 12, 31)).entries()} == {TWO, ONE, BASE}
    with pytest.raises(Conflict):
        ws.add(act("8/2022/NĐ-CP"))


def test_the_checked_out_law_branch_of_the_workspace_itself_is_refused(tmp_path: Path) -> None:
    ws = filled(tmp_path / "ws")
    tip = ws.history.build().tip
    git(ws, "symbolic-ref", "HEAD", "refs/heads/law")
    with pytest.raises(Conflict):
        ws.history.build()
    assert ws.gate.tip("refs/heads/law") == tip


# -- dying ---------------------------------------------------------------------------------------------------------------
@pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork")
def test_killed_while_building(tmp_path: Path) -> None:
    ws = filled(tmp_path / "ws")
    old = ws.history.build().tip
    apply(ws, ONE, [second("Hội làng họp ba năm một lần.")])
    whole = ws.history.check().anew
    assert whole != old
    n, seen = 0, []
    while True:
        died = dies(lambda: Workspace.find(ws.root).history.build(), n := n + 1)
        seen.append(Workspace.find(ws.root).gate.tip("refs/heads/law"))
        if not died:
            break
    assert set(seen) == {old, whole} and seen == sorted(seen, key=lambda tip: tip == whole), (
        "the old one, then the new one, nothing between"
    )
    assert Workspace.find(ws.root).history.build().tip == whole
    assert git(ws, "fsck", "--strict", "--no-dangling") == ""


# -- editions ------------------------------------------------------------------------------------------------------------
def test_an_edition_never_moves_and_what_changed_since_is_listed(tmp_path: Path) -> None:
    ws = filled(tmp_path / "ws")
    first = ws.history.build().tip
    assert ws.history.publish(date(2026, 11, 21)) == first
    apply(ws, ONE, [second("Hội làng họp ba năm một lần.")])
    ws.add(act("9/2020/NĐ-CP"))
    ws.history.build()
    with pytest.raises(Conflict):
        ws.history.publish(date(2026, 11, 21))
    assert git(ws, "rev-parse", "edition/2026-11-21").strip() == first
    ws.history.publish(date(2026, 12, 1))
    assert list(ws.history.editions()) == [date(2026, 11, 21), date(2026, 12, 1)]
    path = ws.entry(BASE).path
    assert [(r.what, r.day, r.act, r.paths) for r in ws.history.between(date(2026, 11, 21), date(2026, 12, 1))] == [
        ("added", "2020-08-01", "9/2020/NĐ-CP", ("statutes/nghi-dinh/2020/9-2020-nd-cp.vi.md",)),
        ("changed", "2021-07-01", ONE, (path,)),
        ("changed", "2022-03-01", TWO, (path,)),
    ]
    with pytest.raises(BadInput):
        ws.history.between(date(2026, 11, 21), date(2027, 1, 1))


# -- known on a day ------------------------------------------------------------------------------------------------------
def clause(library: object, day: date) -> str:
    return library.edition(BASE, day).document.body.children[0].children[1].text  # type: ignore[attr-defined,no-any-return]


def test_an_act_entered_three_months_late(tmp_path: Path) -> None:
    ws = Workspace.init(tmp_path / "ws")
    ws.add(SOURCES[0], when=on("2020-06-10"))
    ws.add(SOURCES[1], when=on("2021-10-01"))
    apply(ws, ONE, LEDGERS[ONE], when="2021-10-01")
    day = date(2021, 8, 15)
    assert clause(ws.known(date(2021, 9, 30)), day) == "Hội làng họp mỗi năm một lần."
    assert clause(ws.known(date(2021, 10, 1)), day) == "Hội làng họp mỗi năm hai lần."
    assert ws.known(date(2020, 6, 9)).entries() == ()


def test_an_erratum_of_an_amender_before_its_effect(tmp_path: Path) -> None:
    ws = Workspace.init(tmp_path / "ws")
    ws.add(SOURCES[0], when=on("2020-06-10"))
    ws.add(amender(ONE, date(2021, 7, 1), date(2021, 5, 1)), when=on("2021-05-03"))
    apply(ws, ONE, [second("Hội làng họp mỗi năm hia lần.")], when="2021-05-03")
    erratum = "81/2021/NĐ-CP"
    ws.add(amender(erratum, date(2021, 6, 15), title="Đính chính Nghị định về hội làng"), when=on("2021-06-15"))
    mend = op(erratum, 1, Action.CORRECT, ONE, "dieu-1.khoan-1", date(2021, 6, 15), find="hia lần", put="hai lần")
    apply(ws, erratum, [mend], when="2021-06-15")
    day = date(2021, 8, 1)
    assert clause(ws.known(date(2021, 6, 14)), day) == "Hội làng họp mỗi năm hia lần."
    assert clause(ws.known(date(2021, 6, 15)), day) == clause(ws, day) == "Hội làng họp mỗi năm hai lần."
    ws.history.build()
    assert "hia" not in git(ws, "log", "-p", "--format=", "law", "--", ws.entry(BASE).path)


def test_a_decision_of_the_ledger_reversed(tmp_path: Path) -> None:
    ws = filled(tmp_path / "ws")
    path = ws.entry(ONE).path
    for day, decision in (("2022-07-01", Decision.REJECTED), ("2022-08-01", Decision.ACCEPTED)):
        entry = Entry(second("Hội làng họp mỗi năm hai lần."), decision, by="Biên tập viên", note="xem lại")
        ws.write_ledgers({path: write_ledger(Ledger(ONE, entries=(entry,)))}, commit=True, when=on(day))
    day = date(2021, 8, 1)
    assert clause(ws.known(date(2022, 6, 30)), day).endswith("hai lần.")
    assert clause(ws.known(date(2022, 7, 15)), day).endswith("một lần.")
    assert clause(ws.known(date(2022, 8, 1)), day).endswith("hai lần.")
    refused = [c for c in ws.known(date(2022, 7, 15)).law().changes("63-2020-nd-cp") if c.outcome is Outcome.REFUSED]
    assert [str(c.refusal and c.refusal.reason) for c in refused] == ["rejected"]


# -- blame ---------------------------------------------------------------------------------------------------------------
def test_blame_goes_back_through_renumbering_to_the_enacted_text(tmp_path: Path) -> None:
    ws = filled(tmp_path / "ws")
    more = [
        op(TWO, 1, Action.INSERT, BASE, "dieu-1.khoan-1", date(2022, 3, 1), (khoan("1a", "Hội làng có quỹ."),), position=Position.AFTER),
        op(TWO, 2, Action.RENUMBER, BASE, "dieu-1.khoan-2", date(2022, 3, 1), put="3"),
    ]
    apply(ws, TWO, more)
    from lawtrack.law import Address

    (found,) = ws.history.blame(BASE, date(2023, 1, 1), Address.parse("dieu-1.khoan-3"))
    assert [(str(k.day), k.act, k.action, str(k.address), str(k.at)) for k in found.links] == [
        ("2022-03-01", TWO, "renumber", "dieu-1.khoan-2", "dieu-1.khoan-2"),
        ("2021-07-01", ONE, "substitute", "dieu-1.khoan-2", "dieu-1.khoan-1"),
    ]
    assert found.enacted == (BASE, Address.parse("dieu-1.khoan-2")) and found.since == date(2020, 8, 1)
    assert found.links[1].before[0].text.endswith("một lần.") and found.links[1].decision.startswith("added")
    from lawtrack.history.blame import with_words

    ((_, link),) = with_words(ws.history.blame(BASE, date(2023, 1, 1)), "hai lần")
    assert link is not None and link.act == ONE
    ((_, link),) = with_words(ws.history.blame(BASE, date(2023, 1, 1)), "Nghị định này")
    assert link is None
    with pytest.raises(BadInput):
        ws.history.blame(BASE, date(2023, 1, 1), Address.parse("dieu-9"))


def test_a_law_history_that_is_not_there_is_told(tmp_path: Path) -> None:
    ws = Workspace.init(tmp_path / "ws")
    with pytest.raises(Conflict) as problem:
        ws.history.reader()
    assert "apply" in problem.value.remedy
    assert ws.history.build().tip is None
    assert subprocess.run(["git", "rev-parse", "-q", "--verify", "law"], cwd=ws.root, capture_output=True).returncode


def test_a_text_depends_on_what_touches_the_commands_that_change_it_and_on_nothing_else(tmp_path: Path) -> None:
    ws = filled(tmp_path / "ws", (*SOURCES, amender("90/2022/NĐ-CP", date(2022, 6, 1)), amender("91/2022/NĐ-CP", date(2022, 6, 1))))
    apply(ws, "90/2022/NĐ-CP", [op("90/2022/NĐ-CP", 1, Action.REPEAL, TWO, "dieu-1", date(2022, 2, 1))])
    apply(ws, "91/2022/NĐ-CP", [op("91/2022/NĐ-CP", 1, Action.REPEAL, TWO, "dieu-1.khoan-7", date(2022, 2, 1))])
    assert {e.number for e in ws.sources_of(ws.entry(BASE).key)} == {BASE, ONE, TWO, "90/2022/NĐ-CP"}
    assert {e.number for e in ws.sources_of(ws.entry(TWO).key)} == {TWO, "90/2022/NĐ-CP", "91/2022/NĐ-CP"}
    assert [c.outcome for c in ws.law_for(BASE).changes(ws.entry(BASE).key)] == [c.outcome for c in ws.law().changes(ws.entry(BASE).key)]
