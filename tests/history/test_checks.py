"""The checks: each fault is found, on its line, and nothing else is."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from strategies import documents

from lawtrack.history import Workspace
from lawtrack.history.checks import Diagnostic, Severity, check
from lawtrack.history.checks.citations import citations
from lawtrack.history.checks.lines import positions
from lawtrack.history.checks.numbering import faults, rows
from lawtrack.law import Action, Address, Authority, Bounded, Document, Kind, Position, Provision, Source
from lawtrack.law.address import index
from lawtrack.markup import Decision, Ledger, write, write_ledger
from lawtrack.markup import Entry as Row

from .conftest import act, amender, dieu, khoan, op

AT = date(2024, 1, 1)
BASE = "5/2020/NĐ-CP"
AMENDER = "9/2022/NĐ-CP"


def point(label: str, text: str) -> Provision:
    """A point."""
    return Provision(Kind.DIEM, label, text=text)


def base(*more: Provision, **facts: object) -> Document:
    """An act whose articles cite each other."""
    two = Provision(Kind.KHOAN, "2", text="Lễ vật gồm:", children=(point("a", "Bánh;"), point("b", "Hoa;"), point("c", "Quả.")))
    return act(
        BASE,
        dieu("1", "Hội làng họp mỗi năm một lần.", "Ngày họp do già làng định theo khoản 1 Điều này."),
        Provision(Kind.DIEU, "2", "Lễ vật", children=(khoan("1", "Lễ vật do các nhà góp."), two, khoan("3", "Lễ vật được chia đều."))),
        dieu("3", "Nhà nào thiếu lễ vật quy định tại điểm c khoản 2 Điều 2 của Nghị định này thì góp sau.", "Chia theo khoản 3 Điều 2."),
        *more,
        **facts,
    )


def found(ws: Workspace, *kinds: str, at: date = AT, full: bool = False) -> list[Diagnostic]:
    """What these checks find."""
    ws.refresh()
    return list(check(ws, at, full, kinds))


def codes(ws: Workspace, *kinds: str, at: date = AT) -> list[str]:
    """The codes of what these checks find."""
    return [d.code for d in found(ws, *kinds, at=at)]


def line(ws: Workspace, found: Diagnostic) -> str:
    """The words of the line a finding names."""
    return (ws.root / found.path).read_text(encoding="utf-8").splitlines()[found.line - 1]


def amended(ws: Workspace, *operations: object, decisions: tuple[Row, ...] = (), **facts: object) -> None:
    """Adds an amending act whose ledger holds these operations."""
    document = amender(AMENDER, date(2022, 7, 1), date(2022, 5, 15), **facts)
    ws.add(document)
    entry = ws.entry(AMENDER)
    sha = hashlib.sha256((ws.root / entry.path).read_bytes()).hexdigest()
    rows = decisions or tuple(Row(o, Decision.ADDED, "A. Nguyễn", date(2022, 6, 1)) for o in operations)  # type: ignore[arg-type]
    ws.write_ledgers({entry.path: write_ledger(Ledger(AMENDER, sha, entries=rows))}, commit=True)


# -- a workspace without faults ------------------------------------------------------------------------------------------
def test_a_sound_workspace_has_no_findings(ws: Workspace) -> None:
    ws.add(base())
    assert found(ws) == []


def test_checking_changes_no_file(ws: Workspace) -> None:
    ws.add(base())
    amended(ws, op(AMENDER, 1, Action.REPEAL, BASE, "dieu-2.khoan-3", date(2022, 7, 1)))
    ws.history.build()
    before = {p: p.read_bytes() for p in ws.root.rglob("*") if p.is_file() and ".lawtrack" not in p.parts}
    check(ws, AT, full=True)
    assert {p: p.read_bytes() for p in ws.root.rglob("*") if p.is_file() and ".lawtrack" not in p.parts} == before


# -- lines ---------------------------------------------------------------------------------------------------------------
@settings(max_examples=60, deadline=None, suppress_health_check=list(HealthCheck))
@given(documents())
def test_every_unit_has_a_line_and_the_lines_rise(document: Document) -> None:
    text = write(document)
    places = positions(document, text)
    assert list(places) == list(index(document.body))
    lines = list(places.values())
    assert lines == sorted(lines)
    assert all(1 <= n <= text.count("\n") for n in lines)


def test_the_line_of_a_unit_holds_its_words() -> None:
    document = base()
    text = write(document)
    for address, unit in index(document.body).items():
        printed = text.splitlines()[positions(document, text)[address] - 1]
        assert (unit.text or unit.heading) in printed


def test_units_behind_a_quotation_stand_behind_all_its_lines() -> None:
    quotation = Provision(Kind.TRICH, text="“1. Bánh.\n2. Hoa.\n3. Quả.”")
    one = Provision(Kind.KHOAN, "1", text="Sửa đổi Điều 1 như sau:", children=(quotation,))
    document = act(AMENDER, Provision(Kind.DIEU, "1", "X", children=(one, khoan("2", "Hoa."), khoan("3", "Quả."))))
    text = write(document)
    places = positions(document, text)
    for label in "123":
        assert text.splitlines()[places[Address.parse(f"dieu-1.khoan-{label}")] - 1].startswith(f"- **{label}.**")


# -- sources -------------------------------------------------------------------------------------------------------------
def test_a_file_that_cannot_be_read_does_not_hide_the_others(ws: Workspace) -> None:
    ws.add(base())
    ws.add(act("6/2020/NĐ-CP", effective=date(2020, 1, 1), issued=date(2020, 6, 8)))
    file = ws.root / "statutes/nghi-dinh/2020/5-2020-nd-cp.vi.md"
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("#### Điều 2.", "#### Khúc 2."), encoding="utf-8")
    first, second = found(ws)
    assert (first.code, first.severity, first.line) == (
        "source-unreadable",
        Severity.ERROR,
        text[: text.index("#### Điều 2.")].count("\n") + 1,
    )
    assert (second.code, second.path) == ("date-retroactive", "statutes/nghi-dinh/2020/6-2020-nd-cp.vi.md")


def test_a_file_that_is_not_canonical(ws: Workspace) -> None:
    file = ws.add(base())
    text = file.read_text(encoding="utf-8")
    file.write_text(text.replace("- **2.** Lễ vật gồm:", "* **2.** Lễ vật gồm:"), encoding="utf-8")
    (one, *_) = found(ws, "source")
    assert one.code == "source-not-canonical"
    assert "Lễ vật" in line(ws, one) or "Lễ vật" in one.remedy


def test_a_file_in_the_wrong_place_and_a_number_that_stands_twice(ws: Workspace) -> None:
    file = ws.add(base())
    wrong = ws.root / "statutes/luat/2020/5-2020-nd-cp.vi.md"
    wrong.parent.mkdir(parents=True)
    wrong.write_bytes(file.read_bytes())
    assert sorted(codes(ws, "source")) == ["source-place", "source-twice"]
    file.unlink()
    (one,) = found(ws, "source")
    assert one.remedy == "git mv statutes/luat/2020/5-2020-nd-cp.vi.md statutes/nghi-dinh/2020/5-2020-nd-cp.vi.md"


def test_a_raw_file_that_is_no_longer_the_one(ws: Workspace) -> None:
    raw = ws.root / "statutes/sources/x.txt"
    raw.parent.mkdir(parents=True)
    raw.write_text("a", encoding="utf-8")
    ws.add(base(source=Source("x.txt", "ca978112ca1bbdcafac231b39a23dc4da786eff8147c4e72b9807785afee48bb")))
    assert codes(ws, "source") == []
    raw.write_text("b", encoding="utf-8")
    (one,) = found(ws, "source")
    assert one.code == "source-changed"
    assert "sha256" in line(ws, one)


def test_bytes_that_are_no_text(ws: Workspace) -> None:
    ws.add(base()).write_bytes(b"\xff\xfe\x00")
    assert codes(ws) == ["source-unreadable"]


# -- numbering -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("labels", "told"),
    [
        ("1 2 3", None),
        ("1 2 2a 2b 3", None),
        ("1 2 4", "3"),
        ("1 2 6", "3 to 5"),
        ("1 2 2", "twice"),
        ("2 3", "begins"),
        ("a b c d đ e g h i k", None),
        ("a b d", "c"),
        ("a b đ e", "c, d"),
        ("a b đ đ1 e", "c, d"),
        ("1 2 2b 3", "label"),
    ],
)
def test_a_row_of_labels(labels: str, told: str | None) -> None:
    kind = Kind.KHOAN if labels[0].isdigit() else Kind.DIEM
    row = [(Address.of((kind, label)), Provision(kind, label)) for label in labels.split()]
    messages = [message for _, message in faults(row)]
    assert len(messages) == (told is not None), messages
    assert told is None or told in messages[0]


def test_articles_number_through_chapters_and_chapters_through_parts() -> None:
    def chapter(label: str, *articles: str) -> Provision:
        return Provision(Kind.CHUONG, label, "X", children=tuple(dieu(a, "Một.") for a in articles))

    one = Provision(Kind.PHAN, "thứ nhất", "X", children=(chapter("I", "1", "2"), chapter("II", "3")))
    two = Provision(Kind.PHAN, "thứ hai", "X", children=(chapter("III", "4"), chapter("V", "6")))
    body = Provision(Kind.VAN_BAN, children=(one, two))
    assert [m for row in rows(body) for _, m in faults(row)] == [
        "missing in front of Chương V Phần thứ hai: 4",
        "missing in front of Điều 6: 5",
    ]
    anew = Provision(Kind.PHAN, "thứ hai", "X", children=(chapter("I", "4"), chapter("II", "5")))
    assert [m for row in rows(Provision(Kind.VAN_BAN, children=(one, anew))) for _, m in faults(row)] == []


def test_a_gap_is_found_on_its_line_and_parts_of_a_text_have_none(ws: Workspace) -> None:
    ws.add(act(BASE, dieu("1", "Một."), dieu("3", "Hai.")))
    (one,) = found(ws, "numbering")
    assert (one.code, one.address) == ("numbering-gap", "dieu-3")
    assert line(ws, one).startswith("#### Điều 3.")
    ws.add(act(BASE, dieu("1", "Một."), dieu("3", "Hai."), authority=Authority.REPORTED), replace=True)
    assert found(ws, "numbering") == []


# -- ledgers -------------------------------------------------------------------------------------------------------------
REPEAL = op(AMENDER, 1, Action.REPEAL, BASE, "dieu-2.khoan-3", date(2022, 7, 1))


def test_a_ledger_of_an_act_that_was_changed_since(ws: Workspace) -> None:
    ws.add(base())
    amended(ws, REPEAL)
    assert codes(ws, "ledger") == []
    ws.add(amender(AMENDER, date(2022, 7, 1), date(2022, 5, 16)), replace=True)
    (one,) = found(ws, "ledger")
    assert (one.code, one.severity) == ("ledger-stale", Severity.ERROR)
    assert line(ws, one).startswith("act_sha256:")


def test_decisions_the_machine_reads_otherwise_now(ws: Workspace) -> None:
    ws.add(base())
    amended(ws, decisions=(Row(REPEAL, Decision.ACCEPTED, "A. Nguyễn", date(2022, 6, 1)),))
    (one,) = found(ws, "ledger")
    assert one.code == "ledger-drift"
    assert REPEAL.id in line(ws, one)
    amended(ws, decisions=(Row(REPEAL),))
    assert codes(ws, "ledger") == ["ledger-behind"]


def test_targets_that_are_not_here_and_what_is_refused_are_notes(ws: Workspace) -> None:
    ws.add(base())
    away = op(AMENDER, 2, Action.REPEAL, "1/1999/NĐ-CP", "dieu-2", date(2022, 7, 1))
    nowhere = op(AMENDER, 3, Action.REPEAL, BASE, "dieu-77", date(2022, 7, 1))
    amended(ws, REPEAL, away, nowhere)
    notes = found(ws, "ledger")
    assert [(d.code, d.severity) for d in notes] == [("ledger-target-absent", Severity.NOTE), ("ledger-refused", Severity.NOTE)]
    assert "1/1999/NĐ-CP" in notes[0].message
    assert "1 of 3 operations" in notes[1].message
    assert "1 × the provision is not there" in notes[1].message
    assert [away.id in line(ws, notes[0]), nowhere.id in line(ws, notes[1])] == [True, True]


def test_a_broken_ledger_is_an_error_on_its_line_and_the_rest_is_checked(ws: Workspace) -> None:
    ws.add(act("6/2020/NĐ-CP", effective=date(2020, 1, 1), issued=date(2020, 6, 8)))
    ws.add(base())
    amended(ws, decisions=(Row(REPEAL, Decision.REJECTED, "A. Nguyễn", date(2022, 6, 1), "không rõ"),))
    path = ws.root / "amendments/nghi-dinh/2022/9-2022-nd-cp.ops.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("    note: không rõ\n", ""), encoding="utf-8")
    one, other = found(ws)
    assert (one.code, one.severity) == ("ledger-unreadable", Severity.ERROR)
    assert "reason" in one.message
    assert line(ws, one).strip() == "decision: rejected"
    assert other.code == "date-retroactive"


def test_a_ledger_without_its_act(ws: Workspace) -> None:
    ws.add(base())
    amended(ws, REPEAL)
    (ws.root / "amendments/nghi-dinh/2022/9-2022-nd-cp.vi.md").unlink()
    assert codes(ws, "ledger") == ["ledger-alone"]


# -- cross-references ----------------------------------------------------------------------------------------------------
def cited(text: str, here: str = "dieu-9.khoan-1.diem-a", language: str = "vi") -> list[tuple[str, str, bool]]:
    """(address, other act, whether the words say whose) of each citation."""
    return [(str(c.address), c.act.words if c.act else "", c.said) for c in citations(text, Address.parse(here), language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("theo khoản 2 Điều 7 của Luật này", [("dieu-7.khoan-2", "", True)]),
        ("theo khoản 2 Điều 7", [("dieu-7.khoan-2", "", False)]),
        ("tại điểm đ khoản 1 Điều này", [("dieu-9.khoan-1.diem-dd", "", True)]),
        ("tại điểm b khoản này", [("dieu-9.khoan-1.diem-b", "", True)]),
        ("tại các điểm a, b và c khoản 2 Điều 4 Nghị định này", [(f"dieu-4.khoan-2.diem-{p}", "", True) for p in "abc"]),
        ("tại các điều 8, 9 và 10 của Luật này", [(f"dieu-{n}", "", True) for n in (8, 9, 10)]),
        ("từ Điều 5 đến Điều 8 của Luật này", [("dieu-5", "", True), ("dieu-8", "", True)]),
        ("khoản 1 Điều 2 và điểm a khoản 3 Điều 4 của Luật này", [("dieu-2.khoan-1", "", True), ("dieu-4.khoan-3.diem-a", "", True)]),
        ("quy định tại Chương II của Luật này", [("chuong-ii", "", True)]),
        ("theo Điều 3 Luật Đất đai", [("dieu-3", "Luật Đất đai", True)]),
        ("theo Điều 3 của Nghị định số 5/2020/NĐ-CP", [("dieu-3", "Nghị định số 5/2020/NĐ-CP", True)]),
        ("theo Điều 3 của Công ước", []),
        ("theo quy định tại Điều này", []),
        ("thay cụm từ “khoản 2 Điều 7 của Luật này”", []),
        ("điều kiện và khoản vay, điểm đến của 2 người", []),
        ("khoản 1 và khoản 2", []),
    ],
)
def test_a_citation_is_read_or_left_alone(text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert cited(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("under Clause 2, Article 7 of this Law", [("dieu-7.khoan-2", "", True)]),
        ("in Points a, b and dd, Clause 1 of this Article", [(f"dieu-9.khoan-1.diem-{p}", "", True) for p in ("a", "b", "dd")]),
        ("Clauses 1 and 2, Article 4", [("dieu-4.khoan-1", "", False), ("dieu-4.khoan-2", "", False)]),
        ("Articles 5 and 6 of this Decree", [("dieu-5", "", True), ("dieu-6", "", True)]),
        ("Article 5 of the Law on Land", []),
        ("an article of this kind", []),
    ],
)
def test_an_english_citation_is_read_or_left_alone(text: str, expected: list[tuple[str, str, bool]]) -> None:
    assert cited(text, language="en") == expected


def test_a_citation_inside_an_attached_regulation_is_of_the_regulation() -> None:
    assert cited("theo khoản 1 Điều 5 Quy chế này", "quy-che.dieu-2.doan-1") == [("quy-che.dieu-5.khoan-1", "", True)]
    assert cited("theo khoản 1 Điều này", "quy-che.dieu-2.doan-1") == [("quy-che.dieu-2.khoan-1", "", True)]
    assert cited("theo Điều 5 Nghị định này", "quy-che.dieu-2.doan-1") == [("dieu-5", "", True)]


def test_a_reference_to_a_repealed_unit_names_what_repealed_it(ws: Workspace) -> None:
    ws.add(base())
    amended(ws, op(AMENDER, 1, Action.REPEAL, BASE, "dieu-2.khoan-2.diem-c", date(2022, 7, 1)), REPEAL_2)
    assert found(ws, "reference", at=date(2022, 6, 30)) == []
    said, bare = found(ws, "reference", at=date(2022, 7, 1))
    assert (said.code, said.severity, said.address) == ("reference-repealed", Severity.WARNING, "dieu-3.khoan-1")
    assert f"khoản 1 Điều 1 of {AMENDER}, 2022-07-01" in said.message
    assert "điểm c khoản 2 Điều 2" in line(ws, said)
    assert (bare.code, bare.severity, bare.address) == ("reference-repealed", Severity.NOTE, "dieu-3.khoan-2"), "whose it is is not said"


REPEAL_2 = op(AMENDER, 2, Action.REPEAL, BASE, "dieu-2.khoan-3", date(2022, 7, 1))


def test_a_reference_into_an_article_that_was_repealed_whole(ws: Workspace) -> None:
    ws.add(base())
    amended(ws, op(AMENDER, 1, Action.REPEAL, BASE, "dieu-2", date(2022, 7, 1)))
    assert [(d.code, AMENDER in d.message) for d in found(ws, "reference")] == [("reference-repealed", True)] * 2


def test_a_reference_to_a_renumbered_unit(ws: Workspace) -> None:
    ws.add(base())
    move = op(AMENDER, 1, Action.RENUMBER, BASE, "dieu-2.khoan-3", date(2022, 7, 1), put="4")
    new = op(
        AMENDER, 2, Action.INSERT, BASE, "dieu-2.khoan-2", date(2022, 7, 1), (khoan("3", "Lễ vật để trên mâm."),), position=Position.AFTER
    )
    amended(ws, move)
    (one,) = found(ws, "reference")
    assert (one.code, one.address) == ("reference-renumbered", "dieu-3.khoan-2")
    amended(ws, move, new)
    (one,) = found(ws, "reference")
    assert one.code == "reference-moved", "the number is there, and is another unit's"


def test_a_reference_to_a_unit_that_a_new_wording_left_out(ws: Workspace) -> None:
    ws.add(base())
    new = Provision(Kind.KHOAN, "2", text="Lễ vật gồm:", children=(point("a", "Bánh;"), point("b", "Hoa.")))
    amended(ws, op(AMENDER, 1, Action.SUBSTITUTE, BASE, "dieu-2.khoan-2", date(2022, 7, 1), (new,)))
    (one,) = found(ws, "reference")
    assert (one.code, one.address) == ("reference-removed", "dieu-3.khoan-1")
    assert AMENDER in one.message


def test_a_reference_that_an_amendment_brought_is_shown_in_the_ledger(ws: Workspace) -> None:
    ws.add(base())
    words = khoan("1", "Theo khoản 8 Điều 2 của Nghị định này.")
    change = op(AMENDER, 1, Action.SUBSTITUTE, BASE, "dieu-3.khoan-1", date(2022, 7, 1), (words,))
    amended(ws, change)
    (one,) = found(ws, "reference")
    assert one.code == "reference-missing"
    assert one.path.endswith("9-2022-nd-cp.ops.yaml")
    assert change.id in line(ws, one)


def test_references_to_other_acts(ws: Workspace) -> None:
    ws.add(base())
    ws.add(
        act(
            "6/2020/NĐ-CP",
            dieu(
                "1",
                f"Theo khoản 3 Điều 2 Nghị định số {BASE}.",
                f"Theo khoản 7 Điều 2 của Nghị định số {BASE}.",
                "Theo Điều 9 Luật Hội hè.",
            ),
        )
    )
    (one,) = found(ws, "reference")
    assert (one.code, one.address) == ("reference-missing", "dieu-1.khoan-2")
    assert BASE in one.message


def test_what_is_known_in_part_misses_nothing(ws: Workspace) -> None:
    ws.add(act(BASE, dieu("3", "Theo Điều 1 của Nghị định này."), authority=Authority.REPORTED))
    assert found(ws, "reference") == []


def test_between_two_bounds_a_unit_of_either_text_counts_as_there(ws: Workspace) -> None:
    ws.add(base(dieu("4", "Theo khoản 4 Điều 2 của Nghị định này.")))
    bounds = Bounded(date(2022, 7, 1), date(2022, 9, 1))
    new = op(AMENDER, 1, Action.INSERT, BASE, "dieu-2.khoan-3", bounds, (khoan("4", "Lễ vật để dành."),), position=Position.AFTER)
    amended(ws, new)
    assert codes(ws, "reference", at=date(2022, 6, 30)) == ["reference-missing"]
    assert codes(ws, "reference", at=date(2022, 8, 1)) == []
    assert codes(ws, "reference", at=date(2022, 9, 1)) == []


def test_an_amending_act_cites_for_itself_only_where_it_says_so(ws: Workspace) -> None:
    ws.add(base())
    articles = (dieu("1", "Bãi bỏ khoản 3 Điều 2."), dieu("2", "Theo Điều 50.", "Theo Điều 60 của Nghị định này."))
    document = act(AMENDER, *articles, effective=date(2022, 7, 1), issued=date(2022, 5, 15), title="Sửa đổi, bổ sung Nghị định về hội làng")
    ws.add(document)
    ws.write_ledgers({ws.entry(AMENDER).path: write_ledger(Ledger.of(AMENDER, [REPEAL_2, REPEAL]))}, commit=True)
    mine = [d for d in found(ws, "reference") if d.path.endswith("9-2022-nd-cp.vi.md")]
    assert [(d.code, d.address) for d in mine] == [("reference-missing", "dieu-2.khoan-2")]


# -- translations --------------------------------------------------------------------------------------------------------
def english(*articles: Provision) -> Document:
    """The act in English."""
    return act(BASE, *articles, language="en", kind="decree", title="Village feasts", authority=Authority.TRANSLATION)


def test_a_translation_with_the_same_units_is_sound(ws: Workspace) -> None:
    ws.add(base())
    document = base()
    ws.add(replace(document, meta=replace(document.meta, language="en", kind="decree", authority=Authority.TRANSLATION)))
    assert found(ws, "translation", "source") == []


def test_units_of_one_language_alone(ws: Workspace) -> None:
    ws.add(act(BASE, dieu("1", "Một.", "Hai."), dieu("2", "Ba.")))
    ws.add(english(dieu("1", "One."), dieu("2", "Three.", "Four.")))
    one, two = found(ws, "translation")
    assert (one.code, one.address, one.path[-6:]) == ("translation-structure", "dieu-2.khoan-2", ".en.md")
    assert (two.code, two.address, two.path[-6:]) == ("translation-structure", "dieu-1.khoan-2", ".vi.md")
    assert "Four." in line(ws, one)
    assert "Hai." in line(ws, two)


def test_a_translation_that_did_not_follow(ws: Workspace) -> None:
    ws.add(act(BASE, dieu("1", "Một.", "Hai.")))
    ws.add(english(dieu("1", "One.", "Two.")))
    new = op(AMENDER, 1, Action.SUBSTITUTE, BASE, "dieu-1.khoan-2", date(2022, 7, 1), (khoan("2", "Hai hai."),))
    amended(ws, new)
    assert found(ws, "translation", at=date(2022, 6, 30)) == []
    (one,) = found(ws, "translation", at=date(2022, 7, 1))
    assert (one.code, one.address) == ("translation-stale", "dieu-1.khoan-2")
    assert "Two." in line(ws, one)


# -- dates ---------------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize(
    ("facts", "code", "severity", "field"),
    [
        ({"effective": date(2020, 6, 1)}, "date-retroactive", Severity.WARNING, "effective"),
        ({"published": date(2020, 6, 1)}, "date-published", Severity.ERROR, "published"),
        ({"expired": date(2020, 8, 1)}, "date-expired", Severity.ERROR, "expired"),
        ({"issued": date(2019, 6, 8)}, "date-number", Severity.WARNING, "issued"),
        ({"effective": None}, "date-unknown", Severity.NOTE, "issued"),
    ],
)
def test_dates_of_an_act(ws: Workspace, facts: dict[str, object], code: str, severity: Severity, field: str) -> None:
    ws.add(base(**facts))
    (one,) = found(ws, "date")
    assert (one.code, one.severity) == (code, severity)
    assert line(ws, one).startswith(f"{field}:")


def test_dates_of_operations(ws: Workspace) -> None:
    ws.add(base())
    ws.add(act("6/2023/NĐ-CP", issued=date(2023, 6, 8), effective=date(2023, 8, 1)))
    back = op(AMENDER, 1, Action.REPEAL, BASE, "dieu-2.khoan-1", date(2021, 1, 1))
    ends = op(AMENDER, 2, Action.SUSPEND, BASE, "dieu-1", date(2022, 8, 1), end=date(2022, 7, 1))
    early = op(AMENDER, 3, Action.REPEAL, "6/2023/NĐ-CP", "dieu-1.khoan-1", date(2023, 9, 1))
    amended(ws, back, ends, early)
    assert [(d.code, d.severity) for d in found(ws, "date")] == [
        ("date-retroactive", Severity.WARNING),
        ("date-ends", Severity.ERROR),
        ("date-amender", Severity.ERROR),
    ]
    assert all(o.id in line(ws, d) for o, d in zip((back, ends, early), found(ws, "date"), strict=True))


# -- integrity -----------------------------------------------------------------------------------------------------------
def test_integrity_holds_until_a_source_changes(ws: Workspace) -> None:
    ws.add(base())
    assert [d.code for d in found(ws, "integrity", full=True)] == ["integrity-none"]
    ws.history.build()
    assert found(ws, "integrity", full=True) == []
    ws.add(act("6/2020/NĐ-CP"))
    (one,) = found(ws, "integrity", full=True)
    assert (one.code, one.severity, one.path) == ("integrity-differs", Severity.ERROR, "refs/heads/law")


def test_paths_of_findings_are_files_of_the_workspace(ws: Workspace) -> None:
    ws.add(base(dieu("7", "Theo Điều 99 của Nghị định này.")))
    amended(ws, op(AMENDER, 3, Action.REPEAL, BASE, "dieu-77", date(2022, 7, 1)))
    listed = found(ws)
    assert len(listed) >= 3
    assert listed == sorted(listed, key=lambda d: (d.path, d.line))
    assert all((ws.root / Path(d.path)).is_file() and d.line >= 1 and d.remedy for d in listed)
