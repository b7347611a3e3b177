"""INSERT: neighbours, containers, labels."""

from datetime import date

import pytest
from engine_samples import (
    DAY,
    LATER,
    act,
    after,
    article,
    chapter,
    clause,
    insert_after,
    law,
    operation,
    paragraph,
    point,
    refused,
    section,
    text,
)

from lawtrack.law import Action, Kind, Position, Provision, Reason

INSERT = Action.INSERT
BASE = act(
    chapter(
        "I", "CHUNG", article("1", "Một", clause("1", "m."), clause("2", "Gồm:", point("a", "x;"), point("b", "y."), paragraph("Cuối.")))
    ),
    chapter(
        "II", "RIÊNG", section("1", "ĐẦU", article("2", "Hai", paragraph("h."))), section("2", "SAU", article("3", "Ba", paragraph("b.")))
    ),
    chapter("III", "KẾT", article("4", "Bốn", paragraph("k."))),
)


def labels(got: list[str]) -> list[str]:
    return [line.split(".")[0] for line in got if line.startswith(("Điều", "Chương", "Mục"))]


def test_an_article_behind_the_last_of_a_chapter_stays_in_it() -> None:
    got = after(BASE, insert_after("dieu-1", article("1a", "Một a", paragraph("z."))))
    assert labels(got) == ["Chương I", "Điều 1", "Điều 1a", "Chương II", "Mục 1", "Điều 2", "Mục 2", "Điều 3", "Chương III", "Điều 4"]


def test_an_article_in_front_of_another() -> None:
    got = after(BASE, operation(INSERT, "dieu-2", article("1a", "Một a", paragraph("z.")), position=Position.BEFORE))
    assert labels(got)[2:5] == ["Chương II", "Mục 1", "Điều 1a"]


@pytest.mark.parametrize("place", [{"address": "chuong-ii.dieu-4"}, {"address": "dieu-4", "within": "chuong-ii"}])
def test_in_front_of_the_next_chapter_and_into_this_one_is_the_end_of_this_one(place: dict[str, str]) -> None:
    change = operation(
        INSERT, place["address"], article("3a", "Ba a", paragraph("z.")), position=Position.BEFORE, within=place.get("within", "")
    )
    assert labels(after(BASE, change))[-5:] == ["Mục 2", "Điều 3", "Điều 3a", "Chương III", "Điều 4"]


def test_several_units_come_in_their_order() -> None:
    got = after(BASE, insert_after("dieu-1", article("1a", "A"), article("1b", "B"), article("1c", "C")))
    assert labels(got)[1:5] == ["Điều 1", "Điều 1a", "Điều 1b", "Điều 1c"]


def test_a_chain_of_insertions() -> None:
    got = after(BASE, insert_after("dieu-1", article("1a", "A")), insert_after("dieu-1a", article("1b", "B")))
    assert labels(got)[1:4] == ["Điều 1", "Điều 1a", "Điều 1b"]


def test_insertions_of_different_years_beside_one_neighbour_keep_the_order_of_labels() -> None:
    later = insert_after("dieu-1.khoan-1", clause("1b", "Hai."), day=date(2022, 7, 1), by=LATER)
    built = law(BASE, insert_after("dieu-1.khoan-1", clause("1a", "Một.")), later)
    assert text(built.edition(BASE.key, date(2022, 7, 1)).document)[2:5] == ["1. m.", "1a. Một.", "1b. Hai."]


def test_a_point_behind_the_last_stands_in_front_of_the_closing_paragraph() -> None:
    got = after(BASE, insert_after("dieu-1.khoan-2.diem-b", point("c", "z.")))
    assert got[4:8] == ["a) x;", "b) y.", "c) z.", "Cuối."]


def test_a_point_placed_by_its_label_alone() -> None:
    got = after(BASE, operation(INSERT, "dieu-1.khoan-2", point("c", "z."), position=Position.INTO))
    assert got[4:8] == ["a) x;", "b) y.", "c) z.", "Cuối."]
    got = after(BASE, operation(INSERT, "dieu-1.khoan-2", point("a1", "z;"), position=Position.INTO))
    assert got[4:7] == ["a) x;", "a1) z;", "b) y."]


def test_the_letter_dd_comes_behind_d() -> None:
    base = act(article("1", "A", clause("1", "Gồm:", *(point(p, "x;") for p in "abcdđeg"))))
    got = after(base, operation(INSERT, "dieu-1.khoan-1", point("đ1", "mới;"), position=Position.INTO))
    assert [line[:2] for line in got[2:]] == ["a)", "b)", "c)", "d)", "đ)", "đ1", "e)", "g)"]


def test_an_article_placed_by_its_label_alone() -> None:
    got = after(BASE, operation(INSERT, "", article("2a", "Hai a"), position=Position.INTO))
    assert labels(got)[3:6] == ["Mục 1", "Điều 2", "Điều 2a"]
    assert labels(after(BASE, operation(INSERT, "", article("5", "Năm"), position=Position.INTO)))[-1] == "Điều 5"


def test_a_chapter_that_is_named_receives_the_article_whatever_its_number() -> None:
    got = after(BASE, operation(INSERT, "chuong-iii", article("2a", "Hai a"), position=Position.INTO))
    assert labels(got)[-3:] == ["Chương III", "Điều 2a", "Điều 4"]


def test_an_article_in_front_of_the_first_bears_a_letter() -> None:
    got = after(BASE, operation(INSERT, "dieu-1.khoan-1", clause("1a", "đầu."), position=Position.BEFORE))
    assert got[2:4] == ["1a. đầu.", "1. m."]


def test_a_chapter_behind_the_last_article_of_another() -> None:
    got = after(BASE, insert_after("dieu-3", chapter("IIa", "MỚI", article("3a", "Ba a"))))
    assert labels(got)[-6:] == ["Mục 2", "Điều 3", "Chương IIa", "Điều 3a", "Chương III", "Điều 4"]


def test_a_chapter_that_would_cut_another_in_two_is_refused() -> None:
    change = refused(BASE, insert_after("dieu-2", chapter("IIa", "MỚI", article("2a", "Hai a"))))
    assert change.refusal and change.refusal.reason is Reason.TARGET_AMBIGUOUS


def test_a_section_behind_a_section() -> None:
    got = after(BASE, insert_after("chuong-ii.muc-2", section("3", "BA", article("3a", "Ba a"))))
    assert labels(got)[-6:] == ["Mục 2", "Điều 3", "Mục 3", "Điều 3a", "Chương III", "Điều 4"]


def test_a_paragraph_at_the_end_and_at_the_start() -> None:
    got = after(BASE, operation(INSERT, "dieu-1.khoan-1", paragraph("Thêm."), position=Position.END))
    assert got[2:5] == ["1. m.", "Thêm.", "2. Gồm:"]
    got = after(BASE, operation(INSERT, "dieu-1.khoan-1", paragraph("Mở đầu:"), position=Position.BEFORE))
    assert got[1:4] == ["Điều 1. Một", "Mở đầu:", "1. m."]
    got = after(BASE, operation(INSERT, "dieu-1.khoan-1", paragraph("Trước."), position=Position.START))
    assert got[2:4] == ["1. Trước.", "m."]


def test_a_label_in_force_is_not_given_twice() -> None:
    change = refused(BASE, insert_after("dieu-1.khoan-1", clause("2", "Khác.")))
    assert change.refusal and change.refusal.reason is Reason.ALREADY_THERE
    assert change.refusal.found == "Gồm:"


def test_a_repealed_place_is_a_neighbour_and_takes_its_own_label_again() -> None:
    base = act(article("1", "A", clause("1", "m."), clause("2", "h."), clause("3", "b.")))
    gone = operation(Action.REPEAL, "dieu-1.khoan-2")
    assert after(base, gone, insert_after("dieu-1.khoan-2", clause("2a", "mới.")))[2:] == ["2. (được bãi bỏ)", "2a. mới.", "3. b."]
    assert after(base, gone, insert_after("dieu-1.khoan-1", clause("2", "lại.")))[1:] == ["1. m.", "2. lại.", "3. b."]


def test_rows_of_an_annex() -> None:
    def row(label: str, name: str) -> Provision:
        return Provision(Kind.HANG, label, cells=(label, name))

    annex = Provision(Kind.PHU_LUC, "II", "DANH MỤC", children=(Provision(Kind.BANG, children=(row("1", "Gạo"), row("2", "Muối"))),))
    base = act(article("1", "A", paragraph("x.")), annex)
    got = after(base, operation(INSERT, "phu-luc-ii.hang-1", row("1a", "Ngô"), position=Position.BEFORE))
    assert got[3:] == ["1a | Ngô", "1 | Gạo", "2 | Muối"]
    got = after(base, operation(INSERT, "phu-luc-ii", row("1a", "Ngô"), position=Position.INTO))
    assert got[3:] == ["1 | Gạo", "1a | Ngô", "2 | Muối"]


def test_a_clause_into_an_article_of_paragraphs_is_refused() -> None:
    change = refused(BASE, operation(INSERT, "dieu-4", clause("2", "hai."), position=Position.INTO))
    assert change.refusal and change.refusal.reason is Reason.TARGET_MISSING


def test_identity_of_what_comes_in() -> None:
    change = insert_after("dieu-1", article("1a", "A", clause("1", "x")))
    unit = law(BASE, change).changes(BASE.key)[0].after[0]
    assert (unit.uid, unit.children[0].uid) == ("20/2021/NĐ-CP#dieu-1a", "20/2021/NĐ-CP#dieu-1a.khoan-1")
    assert unit.causes == unit.children[0].causes == (change.id,)
    assert law(BASE, change).changes(BASE.key)[0].day == DAY
