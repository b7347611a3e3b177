"""Labels damaged by a scan, and labels in the line of the one before."""

import pytest

from lawtrack.ingest import Given, Imported, read_source
from lawtrack.law import Kind

FRONT = "NGHỊ ĐỊNH\nQuy định về chợ nổi\nCăn cứ Luật Chợ;\nĐiều 1. Chợ nổi\n"


def imported(*lines: str) -> Imported:
    return read_source((FRONT + "\n".join(lines)).encode(), "a.txt", Given(number="5/2021/NĐ-CP"))


def labels(found: Imported, kind: Kind) -> list[str]:
    return [p.label for p in found.document.body.walk() if p.kind is kind]


@pytest.mark.parametrize("printed", ["1 3.", "I3.", "l3.", "1 3 ."])
def test_a_number_that_both_neighbours_prove(printed: str) -> None:
    found = imported(*(f"{n}. Việc {n}." for n in range(1, 13)), f"{printed} Mười ba.", "14. Mười bốn.")
    assert labels(found, Kind.KHOAN) == [str(n) for n in range(1, 15)]
    (repair,) = found.repairs
    assert (repair.before, repair.after) == (printed, "13.")
    assert not any(p.mark for p in found.document.body.walk())


@pytest.mark.parametrize("printed", ["1)", "i)", "I)"])
def test_an_ell_that_both_neighbours_prove(printed: str) -> None:
    found = imported("1. Gồm:", *(f"{c}) Việc;" for c in "abcdđeghik"), f"{printed} Việc;", "m) Việc.")
    assert labels(found, Kind.DIEM) == list("abcdđeghiklm")
    assert [(r.before, r.after) for r in found.repairs] == [(printed, "l)")]


@pytest.mark.parametrize(
    "lines",
    [
        ["1. Gồm:", "h) Hát;", "i) I;", "k) Ca."],
        ["1. Gồm:", "a) A, gồm:", "1) Một;", "2) Hai;", "b) Bê."],
        ["12. Mười hai.", "I3. Mười ba."],
        ["1. Gồm:", "k) Ca;", "1) Một;", "n) Nờ."],
    ],
)
def test_what_is_not_proved_is_left(lines: list[str]) -> None:
    assert imported(*lines).repairs == ()


def test_the_numeral_of_a_chapter_is_told() -> None:
    lines = ["Chương I", "MỘT", "Điều 1. A", "Chữ.", "Chương Ila", "HAI", "Điều 2. B", "Chữ."]
    found = read_source(("NGHỊ ĐỊNH\nVề chợ\nCăn cứ Luật;\n" + "\n".join(lines)).encode(), "a.txt", Given(number="5/2021/NĐ-CP"))
    assert labels(found, Kind.CHUONG) == ["I", "IIa"]
    assert [(r.before, r.after) for r in found.repairs] == [("Chương Ila", "Chương IIa")]


def test_a_clause_in_the_line_of_the_one_before() -> None:
    found = imported("1. Một.", "2. Hai, theo quy định. 3. Ba.", "4. Bốn.")
    assert labels(found, Kind.KHOAN) == ["1", "2", "3", "4"]
    assert [r.rule for r in found.repairs] == ["a label in the line of the one before"]


def test_a_point_behind_a_paragraph_of_the_point_before() -> None:
    found = imported("1. Gồm:", "a) A:", "Đoạn của a; b) Bê;", "c) Xê.")
    assert labels(found, Kind.DIEM) == ["a", "b", "c"]


def test_a_number_in_a_sentence_is_no_label_where_the_list_lacks_none() -> None:
    found = imported("1. Một. 2. Hai cũng là một số.", "2. Hai.", "5. Năm.")
    assert labels(found, Kind.KHOAN) == ["1", "2", "5"]
    assert found.repairs == ()


def test_labels_in_a_quotation_are_mended_too() -> None:
    found = imported(
        "1. Sửa đổi, bổ sung Điều 3 như sau:",
        "“Điều 3. Chợ",
        *(f"{n}. Việc {n}." for n in range(1, 11)),
        "1 1. Mười một.",
        "12. Mười hai.”.",
        "2. Bãi bỏ Điều 4.",
    )
    (quotation,) = [p.text for p in found.document.body.walk() if p.kind is Kind.TRICH]
    assert "\n11. Mười một.\n" in quotation
    assert len(found.repairs) == 1
