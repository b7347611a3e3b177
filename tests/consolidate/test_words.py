"""REPLACE_TEXT, DELETE_TEXT, INSERT_TEXT."""

import pytest
from engine_samples import DAY, act, after, article, chapter, clause, law, operation, paragraph, point, refused

from lawtrack.law import Action, Kind, Part, Place, Provision, Reason

PUT, CUT, ADD = Action.REPLACE_TEXT, Action.DELETE_TEXT, Action.INSERT_TEXT
BASE = act(
    chapter(
        "I",
        "THU LỆ PHÍ",
        article(
            "1",
            "Thu lệ phí",
            clause("1", "Lệ phí do Bộ A thu, lệ phí khác do Bộ B thu.", point("a", "lệ phí nhà;"), point("b", "giá.")),
            clause("2", "Không thu lệ phí."),
        ),
        article("2", "Miễn", paragraph("Miễn, giảm lệ phí, giá cho người già, trẻ em.")),
    )
)


def test_every_place_in_the_target_and_none_outside_it() -> None:
    got = after(BASE, operation(PUT, "dieu-1.khoan-1", find="lệ phí", put="phí"))
    assert got == [
        "Chương I. THU LỆ PHÍ",
        "Điều 1. Thu lệ phí",
        "1. Phí do Bộ A thu, phí khác do Bộ B thu.",
        "a) phí nhà;",
        "b) giá.",
        "2. Không thu lệ phí.",
        "Điều 2. Miễn",
        "Miễn, giảm lệ phí, giá cho người già, trẻ em.",
    ]


def test_an_article_is_meant_with_its_heading_and_a_heading_without_its_article() -> None:
    assert after(BASE, operation(PUT, "dieu-1", find="lệ phí", put="phí"))[1] == "Điều 1. Thu phí"
    got = after(BASE, operation(PUT, "dieu-1", find="lệ phí", put="phí", part=Part.HEADING))
    assert got[1:3] == ["Điều 1. Thu phí", "1. Lệ phí do Bộ A thu, lệ phí khác do Bộ B thu."]


def test_the_whole_act_and_what_is_shown_of_it() -> None:
    built = law(BASE, operation(PUT, "", find="lệ phí", put="phí"))
    change = built.changes(BASE.key)[0]
    assert [(u.kind, u.label) for u in change.before] == [(Kind.CHUONG, "I"), (Kind.DIEU, "1"), (Kind.DIEU, "2")]
    assert [u.heading for u in change.after] == ["THU PHÍ", "Thu phí", "Miễn"]


def test_words_that_are_not_there_are_refused_with_what_is() -> None:
    change = refused(BASE, operation(PUT, "dieu-2", find="học phí", put="phí"))
    assert change.refusal and change.refusal.reason is Reason.PHRASE_MISSING
    assert "Miễn, giảm lệ phí" in change.refusal.found


def test_another_count_than_the_command_speaks_of_is_refused() -> None:
    change = refused(BASE, operation(PUT, "dieu-1.khoan-1", find="lệ phí", put="phí", count=2))
    assert change.refusal and change.refusal.reason is Reason.PHRASE_COUNT
    assert "3 times" in change.refusal.message


def test_words_that_hold_the_old_ones_are_not_doubled() -> None:
    base = act(article("1", "A", clause("1", "phí, lệ phí và lệ phí")))
    assert after(base, operation(PUT, "dieu-1.khoan-1", find="lệ phí", put="phí, lệ phí"))[1] == "1. phí, lệ phí và phí, lệ phí"
    change = refused(base, *[operation(PUT, "dieu-1.khoan-1", find="lệ phí", put="phí, lệ phí") for _ in range(2)])
    assert change.refusal and change.refusal.reason is Reason.ALREADY_THERE


def test_a_mark_beside_given_words() -> None:
    got = after(BASE, operation(PUT, "dieu-2", find=",", put="hoặc", anchor="trẻ em", place=Place.BEFORE))
    assert got[-1] == "Miễn, giảm lệ phí, giá cho người già hoặc trẻ em."
    got = after(BASE, operation(CUT, "dieu-2", find=",", anchor="Miễn", place=Place.AFTER))
    assert got[-1] == "Miễn giảm lệ phí, giá cho người già, trẻ em."


def test_a_mark_that_never_stands_beside_the_words_is_refused() -> None:
    change = refused(BASE, operation(CUT, "dieu-2", find=",", anchor="giảm", place=Place.AFTER))
    assert change.refusal and change.refusal.reason is Reason.PHRASE_MISSING and "never beside" in change.refusal.message


def test_deleting_leaves_one_space_and_the_marks() -> None:
    assert after(BASE, operation(CUT, "dieu-2", find=", giá"))[-1] == "Miễn, giảm lệ phí cho người già, trẻ em."
    assert after(BASE, operation(CUT, "dieu-2", find="cho người già"))[-1] == "Miễn, giảm lệ phí, giá, trẻ em."


@pytest.mark.parametrize(
    ("where", "anchor", "put", "expected"),
    [
        (Place.AFTER, "giá", ", phạt", "Miễn, giảm lệ phí, giá, phạt cho người già, trẻ em."),
        (Place.BEFORE, "trẻ em", "phụ nữ,", "Miễn, giảm lệ phí, giá cho người già, phụ nữ, trẻ em."),
        (Place.BEFORE, "miễn", "xét", "Xét miễn, giảm lệ phí, giá cho người già, trẻ em."),
        (Place.START, "", "Được", "Được Miễn, giảm lệ phí, giá cho người già, trẻ em."),
        (Place.END, "", ", người bệnh", "Miễn, giảm lệ phí, giá cho người già, trẻ em, người bệnh."),
    ],
)
def test_words_come_in(where: Place, anchor: str, put: str, expected: str) -> None:
    assert after(BASE, operation(ADD, "dieu-2.doan-1", anchor=anchor, put=put, place=where))[-1] == expected


def test_words_come_in_each_time_the_anchor_stands() -> None:
    got = after(BASE, operation(ADD, "dieu-1.khoan-1", anchor="thu", put="hộ", place=Place.AFTER))
    assert got[2] == "1. Lệ phí do Bộ A thu hộ, lệ phí khác do Bộ B thu hộ."


def test_words_that_stand_there_already_are_refused() -> None:
    change = refused(BASE, operation(ADD, "dieu-2", anchor="giảm", put="lệ phí", place=Place.AFTER))
    assert change.refusal and change.refusal.reason is Reason.ALREADY_THERE


def test_words_at_the_end_of_a_clause_with_points_are_at_its_last_words() -> None:
    got = after(BASE, operation(ADD, "dieu-1.khoan-1", put="tăng thêm", place=Place.END))
    assert got[4] == "b) giá tăng thêm."


def test_words_at_the_start_of_an_article_of_clauses_are_refused() -> None:
    change = refused(BASE, operation(ADD, "dieu-1", put="Khi", place=Place.START))
    assert change.refusal and change.refusal.reason is Reason.TARGET_AMBIGUOUS


def test_cells_of_a_table() -> None:
    table = Provision(Kind.BANG, children=(Provision(Kind.HANG, "1", cells=("1", "lệ phí", "Bộ A")),))
    base = act(article("1", "A", paragraph("x.")), Provision(Kind.PHU_LUC, "I", "BẢNG", children=(table,)))
    assert after(base, operation(PUT, "phu-luc-i", find="lệ phí", put="phí"))[-1] == "1 | phí | Bộ A"


def test_a_phrase_cut_by_a_paragraph_is_not_found() -> None:
    base = act(article("1", "A", clause("1", "thu lệ", paragraph("phí nhà."))))
    change = refused(base, operation(PUT, "dieu-1.khoan-1", find="lệ phí", put="phí"))
    assert change.refusal and change.refusal.reason is Reason.PHRASE_MISSING


def test_causes_stand_on_the_units_whose_words_changed() -> None:
    change = operation(PUT, "dieu-1", find="lệ phí", put="phí")
    unit = law(BASE, change).changes(BASE.key)[0].after[0]
    changed = [u.label for u in unit.walk() if u.causes == (change.id,)]
    assert changed == ["1", "1", "a", "2"]


def test_capitals_inside_a_name_may_differ_and_of_a_single_word_may_not() -> None:
    base = act(article("1", "A", paragraph("Tiền do Ban chỉ đạo trung ương và mỗi bộ giao.")))
    got = after(base, operation(PUT, "dieu-1", find="Ban Chỉ đạo Trung ương", put="Ban Chỉ đạo quốc gia"))
    assert got[1] == "Tiền do Ban Chỉ đạo quốc gia và mỗi bộ giao."
    change = refused(base, operation(PUT, "dieu-1", find="Bộ", put="Sở"))
    assert change.refusal and change.refusal.reason is Reason.PHRASE_MISSING


def test_where_the_phrase_stands_as_quoted_other_capitals_are_left() -> None:
    base = act(article("1", "A", clause("1", "vốn nhà nước"), clause("2", "và vốn Nhà nước")))
    assert after(base, operation(PUT, "dieu-1", find="vốn nhà nước", put="vốn công"))[1:] == ["1. vốn công", "2. và vốn Nhà nước"]


def test_a_long_phrase_is_the_same_with_other_capitals() -> None:
    base = act(article("1", "A", clause("1", "Theo Quy tắc đạo đức luật sư."), clause("2", "Trái quy tắc đạo đức luật sư.")))
    got = after(base, operation(PUT, "", find="Quy tắc đạo đức luật sư", put="Quy tắc đạo đức luật sư Việt Nam"))
    assert got[1:] == ["1. Theo Quy tắc đạo đức luật sư Việt Nam.", "2. Trái quy tắc đạo đức luật sư Việt Nam."]


def test_commands_of_one_act_speak_of_the_words_before_it() -> None:
    base = act(article("1", "Gửi", clause("1", "Tổng cục Hồ lập danh sách; Cục Hồ gửi; Chi cục Hồ nhận.")))
    target = "dieu-1.khoan-1"
    chain = [
        operation(PUT, target, find="Tổng cục Hồ", put="Cục Hồ"),
        operation(PUT, target, find="Cục Hồ", put="cơ quan hồ cấp tỉnh"),
        operation(PUT, target, find="Chi cục Hồ", put="cơ quan hồ cơ sở"),
    ]
    assert after(base, *chain)[1] == "1. Cục Hồ lập danh sách; cơ quan hồ cấp tỉnh gửi; cơ quan hồ cơ sở nhận."


def test_of_phrases_that_overlap_the_longest_is_meant() -> None:
    base = act(article("1", "Gửi", clause("1", "Trạm Hồ, Trạm Hồ khu vực nhận; Trạm Hồ gửi.")))
    short = operation(PUT, "dieu-1.khoan-1", find="Trạm Hồ", put="bến")
    long = operation(PUT, "dieu-1.khoan-1", find="Trạm Hồ, Trạm Hồ khu vực", put="các bến")
    assert after(base, short, long)[1] == "1. Các bến nhận; bến gửi."


def test_words_that_only_another_command_of_the_act_wrote_are_not_there() -> None:
    base = act(article("1", "Gửi", clause("1", "Nội dung do Bộ A quy định.")))
    first = operation(PUT, "dieu-1.khoan-1", find="Nội dung", put="Phần")
    second = operation(ADD, "dieu-1.khoan-1", put="chính", anchor="Phần", place=Place.AFTER)
    change = law(base, first, second).changes(base.key)[1]
    assert change.refusal is not None and change.refusal.reason is Reason.PHRASE_MISSING


@pytest.mark.parametrize(
    ("title", "find", "put", "expected"),
    [
        ("Quy định về lệ phí chợ", "lệ phí", "phí", "Quy định về phí chợ"),
        ("QUY ĐỊNH VỀ LỆ PHÍ CHỢ", "lệ phí", "phí", "QUY ĐỊNH VỀ PHÍ CHỢ"),
    ],
)
def test_words_of_the_title_of_the_act(title: str, find: str, put: str, expected: str) -> None:
    base = act(article("1", "Thu lệ phí", paragraph("Thu lệ phí.")), title=title)
    built = law(base, operation(PUT, "", find=find, put=put, part=Part.HEADING))
    edition = built.edition(base.key, DAY).document
    assert (edition.meta.title, [p.heading for p in edition.body.children]) == (expected, ["Thu lệ phí"])


def test_words_that_are_not_in_the_title_are_refused() -> None:
    change = refused(BASE, operation(CUT, "", find="lệ phí", part=Part.HEADING))
    assert change.refusal and change.refusal.reason is Reason.PHRASE_MISSING


@pytest.mark.parametrize(
    ("put", "expected"),
    [
        ("và phí chợ", "2. Không thu lệ phí và phí chợ."),
        ("; trường hợp khác thì thu.", "2. Không thu lệ phí; trường hợp khác thì thu."),
        ("và phí chợ.", "2. Không thu lệ phí và phí chợ."),
        ("Phí chợ thì thu.", "2. Không thu lệ phí. Phí chợ thì thu."),
    ],
)
def test_words_at_the_end_take_the_place_of_the_mark_they_go_on_over(put: str, expected: str) -> None:
    assert expected in after(BASE, operation(ADD, "dieu-1.khoan-2", put=put, place=Place.END))
