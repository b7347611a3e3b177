"""SUBSTITUTE and RETITLE."""

import pytest
from engine_samples import DAY, act, after, article, bullet, chapter, clause, law, operation, paragraph, point, refused

from lawtrack.law import Action, Part, Reason

SUB = Action.SUBSTITUTE
BASE = act(
    chapter(
        "I",
        "QUY ĐỊNH CHUNG",
        article(
            "1",
            "Điều kiện",
            paragraph("Tổ chức phải có:"),
            clause("1", "Trụ sở;"),
            clause("2", "Giấy tờ gồm:", point("a", "Đơn;"), point("b", "Bản sao."), paragraph("Bản sao phải công chứng.")),
        ),
        article("2", "Thời hạn", clause("1", "Năm ngày."), clause("2", "Mười ngày.")),
    )
)


def test_a_clause_is_replaced_with_all_below_it() -> None:
    got = after(BASE, operation(SUB, "dieu-1.khoan-2", clause("2", "Giấy tờ gồm:", point("a", "Tờ khai."))))
    assert got == [
        "Chương I. QUY ĐỊNH CHUNG",
        "Điều 1. Điều kiện",
        "Tổ chức phải có:",
        "1. Trụ sở;",
        "2. Giấy tờ gồm:",
        "a) Tờ khai.",
        "Điều 2. Thời hạn",
        "1. Năm ngày.",
        "2. Mười ngày.",
    ]


def test_the_paragraph_behind_the_last_point_stays_when_the_point_is_replaced() -> None:
    got = after(BASE, operation(SUB, "dieu-1.khoan-2.diem-b", point("b", "Bản chính.")))
    assert got[4:8] == ["2. Giấy tờ gồm:", "a) Đơn;", "b) Bản chính.", "Bản sao phải công chứng."]


def test_an_article_may_be_named_with_its_chapter() -> None:
    got = after(BASE, operation(SUB, "chuong-i.dieu-2", article("2", "Thời hạn mới", paragraph("Một ngày."))))
    assert got[-2:] == ["Điều 2. Thời hạn mới", "Một ngày."]


def test_the_opening_paragraph_of_a_clause_leaves_its_points() -> None:
    got = after(BASE, operation(SUB, "dieu-1.khoan-2", paragraph("2. Hồ sơ gồm:"), part=Part.LEAD))
    assert got[4:6] == ["2. Hồ sơ gồm:", "a) Đơn;"]


def test_the_opening_paragraph_of_an_article_leaves_its_clauses() -> None:
    got = after(BASE, operation(SUB, "dieu-1", paragraph("Cá nhân phải có:"), part=Part.LEAD))
    assert got[1:4] == ["Điều 1. Điều kiện", "Cá nhân phải có:", "1. Trụ sở;"]


def test_the_closing_paragraph_is_the_one_behind_the_numbered_units() -> None:
    got = after(BASE, operation(SUB, "dieu-1.khoan-2", paragraph("Không cần công chứng."), part=Part.TAIL))
    assert got[5:8] == ["a) Đơn;", "b) Bản sao.", "Không cần công chứng."]


def test_a_paragraph_may_be_named_by_its_ordinal() -> None:
    base = act(article("1", "A", clause("1", "Một.", paragraph("Hai."), paragraph("Ba."))))
    assert after(base, operation(SUB, "dieu-1.khoan-1.doan-2", paragraph("HAI.")))[1:] == ["1. Một.", "HAI.", "Ba."]
    assert after(base, operation(SUB, "dieu-1.khoan-1.doan-cuoi", paragraph("BA.")))[1:] == ["1. Một.", "Hai.", "BA."]
    assert after(base, operation(SUB, "dieu-1.khoan-1.doan-1", paragraph("MỘT.")))[1:] == ["1. MỘT.", "Hai.", "Ba."]


def test_a_bullet_may_be_named_by_its_ordinal() -> None:
    base = act(article("1", "A", clause("1", "Gồm:", bullet("gạo"), bullet("muối"))))
    assert after(base, operation(SUB, "dieu-1.khoan-1.gach-2", bullet("đường")))[2:] == ["- gạo", "- đường"]


def test_identity_is_kept_by_label_and_given_anew_to_what_is_new() -> None:
    change = operation(SUB, "dieu-1.khoan-2", clause("2", "Giấy tờ gồm:", point("a", "Đơn;"), point("b", "Ảnh;"), point("c", "Thẻ.")))
    built = law(BASE, change)
    unit = built.changes(BASE.key)[0].after[0]
    assert unit.uid == "10/2020/NĐ-CP#dieu-1.khoan-2"
    assert [(c.uid, c.causes) for c in unit.children] == [
        ("10/2020/NĐ-CP#dieu-1.khoan-2.diem-a", ()),
        ("10/2020/NĐ-CP#dieu-1.khoan-2.diem-b", (change.id,)),
        ("20/2021/NĐ-CP#dieu-1.khoan-2.diem-c", (change.id,)),
    ]


def test_a_quotation_with_another_label_is_refused() -> None:
    change = refused(BASE, operation(SUB, "dieu-2.khoan-1", clause("2", "Hai mươi ngày.")))
    assert change.refusal and change.refusal.reason is Reason.LABEL_MISMATCH
    assert (change.refusal.expected, change.refusal.found) == ("khoản 1", "khoản 2")


def test_a_missing_unit_is_refused_and_never_inserted() -> None:
    change = refused(BASE, operation(SUB, "dieu-2.khoan-3", clause("3", "Mới.")))
    assert change.refusal and change.refusal.reason is Reason.TARGET_MISSING
    assert "khoản 1, 2" in change.refusal.found


def test_a_repealed_unit_cannot_be_replaced() -> None:
    change = refused(BASE, operation(Action.REPEAL, "dieu-2"), operation(SUB, "dieu-2", article("2", "Lại", paragraph("Có."))))
    assert change.refusal and change.refusal.reason is Reason.TARGET_REPEALED


def test_an_opening_paragraph_that_is_not_there_is_refused() -> None:
    change = refused(BASE, operation(SUB, "dieu-2", paragraph("Mở đầu:"), part=Part.LEAD))
    assert change.refusal and change.refusal.reason is Reason.TARGET_MISSING


def test_two_opening_paragraphs_are_refused() -> None:
    base = act(article("1", "A", paragraph("Một."), paragraph("Hai:"), clause("1", "x")))
    change = refused(base, operation(SUB, "dieu-1", paragraph("Mới:"), part=Part.LEAD))
    assert change.refusal and change.refusal.reason is Reason.TARGET_AMBIGUOUS


@pytest.mark.parametrize("put", ["Hồ sơ", "Điều 1. Hồ sơ"])
def test_a_heading_is_replaced_alone(put: str) -> None:
    got = after(BASE, operation(Action.RETITLE, "dieu-1", put=put, part=Part.HEADING))
    assert got[1:3] == ["Điều 1. Hồ sơ", "Tổ chức phải có:"]


def test_a_chapter_heading_may_stand_on_two_lines() -> None:
    got = after(BASE, operation(Action.RETITLE, "chuong-i", put="Chương I\nPHẠM VI", part=Part.HEADING))
    assert got[0] == "Chương I. PHẠM VI"


def test_a_heading_with_another_label_is_refused() -> None:
    change = refused(BASE, operation(Action.RETITLE, "dieu-1", put="Điều 3. Hồ sơ", part=Part.HEADING))
    assert change.refusal and change.refusal.reason is Reason.LABEL_MISMATCH


def test_the_title_of_the_act_itself() -> None:
    built = law(BASE, operation(Action.RETITLE, "", put="Quy định mới", part=Part.HEADING))
    assert built.edition(BASE.key, DAY).document.meta.title == "Quy định mới"


TWO = act(
    article("1", "Phạm vi", paragraph("Nghị định này nói về ao."), paragraph("Ao gồm cả bờ.")),
    article("2", "Thời hạn", clause("1", "Năm ngày."), clause("2", "Mười ngày.")),
    article("3", "Bờ ao", paragraph("Bờ gồm:"), clause("1", "Đất."), clause("2", "Đá.")),
)


def test_a_paragraph_without_title_takes_the_place_of_the_paragraphs_and_the_title_stays() -> None:
    got = after(TWO, operation(SUB, "dieu-1", article("1", "", paragraph("Nghị định này nói về hồ.")), part=Part.BODY))
    assert got[:3] == ["Điều 1. Phạm vi", "Nghị định này nói về hồ.", "Điều 2. Thời hạn"]


def test_all_clauses_without_title_take_the_place_of_the_clauses() -> None:
    new = article("2", "", clause("1", "Một ngày."), clause("2", "Hai ngày."), clause("3", "Ba ngày."))
    got = after(TWO, operation(SUB, "dieu-2", new, part=Part.BODY))
    assert got[3:7] == ["Điều 2. Thời hạn", "1. Một ngày.", "2. Hai ngày.", "3. Ba ngày."]


@pytest.mark.parametrize(
    ("target", "new"),
    [
        ("dieu-2", article("2", "", paragraph("Một ngày."))),
        ("dieu-3", article("3", "", clause("1", "Gạch."), clause("2", "Sỏi."))),
    ],
    ids=["a paragraph for clauses", "an opening paragraph would be lost"],
)
def test_words_without_title_that_may_be_less_than_the_article_are_refused(target: str, new: object) -> None:
    change = refused(TWO, operation(SUB, target, new, part=Part.BODY))
    assert change.refusal and change.refusal.reason is Reason.LABEL_MISMATCH
