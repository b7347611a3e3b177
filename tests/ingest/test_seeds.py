"""The source documents in hand: every unit at its level, every letter kept."""

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from lawtrack.ingest import Given, Imported, read_source
from lawtrack.law import ABOVE, Kind, Provision
from lawtrack.law.address import addressed

SOURCES = Path(__file__).parents[2] / "statutes" / "sources"
DECREE, TRANSLATION, OLD = "000_cf1c52eefc2f4ea7.txt", "001_019565e74ad360a4.txt", "003_845a4d60368b7417.txt"


@cache
def read(name: str, given: Given | None = None) -> Imported:
    path = SOURCES / name
    if not path.exists():
        pytest.skip(f"{path} is not there")
    return read_source(path.read_bytes(), name, given)


def tree(name: str) -> list[str]:
    return [
        str(a)
        for a, p in addressed(read(name).document.body)
        if p.kind in (Kind.CHUONG, Kind.DIEU, Kind.KHOAN, Kind.DIEM, Kind.TIET) or p.kind is Kind.HANG
    ]


def count(name: str, kind: Kind) -> int:
    return sum(p.kind is kind for p in read(name).document.body.walk())


def test_the_decree_has_its_chapters_articles_clauses_and_points() -> None:
    body = read(DECREE).document.body
    assert [(c.label, c.heading[:12]) for c in body.children if c.kind is Kind.CHUONG] == [
        ("I", "NHỮNG QUY ĐỊ"),
        ("II", "TỔ CHỨC VÀ H"),
        ("III", "CHÍNH SÁCH, "),
        ("IV", "TRÁCH NHIỆM "),
        ("V", "ĐIỀU KHOẢN T"),
    ]
    assert [a.label for a in body.walk() if a.kind is Kind.DIEU] == [str(n) for n in range(1, 24)]
    assert all(a.heading and not a.text for a in body.walk() if a.kind is Kind.DIEU)
    assert (count(DECREE, Kind.KHOAN), count(DECREE, Kind.DIEM)) == (72, 43)
    article = next(a for a in body.walk() if a.kind is Kind.DIEU and a.label == "11")
    assert [(c.label, [p.label for p in c.children]) for c in article.children] == [("1", ["a", "b", "c", "d", "đ"]), ("2", ["a", "b"])]


def test_the_facts_the_decree_prints() -> None:
    document = read(DECREE).document
    meta = document.meta
    assert (meta.number, meta.kind, meta.title) == ("63/2020/NĐ-CP", "nghị định", "Quy định về công nghiệp an ninh")
    assert (meta.issuer, meta.issued, meta.effective) == ("Chính phủ", date(2020, 6, 8), date(2020, 8, 1))
    assert meta.signers == ("Nguyễn Xuân Phúc",)
    assert [b[:20] for b in meta.bases] == ["Căn cứ Luật Tổ chức ", "Căn cứ Luật Công an "]
    assert len(document.preamble) == 4
    assert document.tail[0] == "Nơi nhận:"
    assert document.tail[-1] == "Nguyễn Xuân Phúc"


@pytest.mark.parametrize("name", [DECREE, TRANSLATION])
def test_the_annex_is_a_table_of_nineteen_rows_in_two_groups(name: str) -> None:
    (annex,) = [c for c in read(name).document.body.children if c.kind is Kind.PHU_LUC]
    (table,) = [c for c in annex.children if c.kind is Kind.BANG]
    assert [row.label for row in table.children if row.label] == [*map(str, range(1, 11)), *map(str, range(1, 10))]
    groups = [i for i, row in enumerate(table.children) if not row.label and not any(row.cells[1:])]
    assert groups == [1, 12]
    assert all(len(row.cells) == 3 for row in table.children)


def test_the_third_column_is_merged() -> None:
    table = next(p for p in read(DECREE).document.body.walk() if p.kind is Kind.BANG)
    merged = [row.cells[2] == ABOVE for row in table.children if row.label]
    assert merged == [False, True, True, True, False, True, True, True, True, True, False, *[True] * 8]


def test_both_languages_are_one_tree() -> None:
    assert tree(TRANSLATION) == tree(DECREE)
    english = read(TRANSLATION, Given(number="63/2020/NĐ-CP")).document
    assert english.meta.language == "en"
    assert english.key == read(DECREE).document.key
    point = [p for a, p in addressed(english.body) if str(a) == "dieu-11.khoan-1.diem-dd"]
    assert point[0].label == "dd"


def test_the_old_decree() -> None:
    given = Given(number="169/2007/NĐ-CP", issued=date(2007, 11, 19), published=date(2007, 11, 26))
    imported = read(OLD, given)
    body = imported.document.body
    assert [c.label for c in body.children] == ["I", "II", "III", "IV"]
    assert [a.label for a in body.walk() if a.kind is Kind.DIEU] == [str(n) for n in range(1, 28)]
    assert imported.document.meta.effective == date(2007, 12, 11)
    assert imported.doubts == ()
    linked = [p.text for p in body.walk() if "43/2007/NĐ-CP" in p.text]
    assert len(linked) == 1
    assert "](" not in linked[0]
    assert "số 43/2007/NĐ-CP ngày 26 tháng 3 năm 2007" in linked[0]
    assert [x.why for x in imported.left_out] == ["address of a link", "rule"]


def test_what_the_old_decree_does_not_say_is_doubted() -> None:
    imported = read(OLD)
    assert (imported.document.meta.number, imported.document.meta.issued, imported.document.meta.effective) == ("", None, None)
    assert len(imported.doubts) == 3


@pytest.mark.parametrize("name", [DECREE, TRANSLATION, OLD])
def test_every_letter_is_kept(name: str) -> None:
    assert read(name).kept == 1.0


@pytest.mark.parametrize("name", [DECREE, TRANSLATION, OLD])
def test_no_markup_is_left_in_the_words(name: str) -> None:
    def words(unit: Provision) -> str:
        return f"{unit.heading} {unit.text} {' '.join(unit.cells)}"

    for unit in read(name).document.body.walk():
        assert not any(sign in words(unit) for sign in ("**", "\\", "](", "<b>", "##", "\n")), words(unit)


def test_every_repair_of_the_decree_is_told() -> None:
    repairs = read(DECREE).repairs
    assert [r.rule for r in repairs] == ["broken paragraph joined"]
    assert "mục ⏎ đích" in repairs[0].before
