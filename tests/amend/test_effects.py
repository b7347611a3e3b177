"""When operations hold: Law 64/2025/QH15, articles 53-57, and the wordings of older acts."""

from __future__ import annotations

from datetime import date

import pytest
from amend_samples import document, read, short

from lawtrack.law.effect import Bounded, Event, Unknown
from lawtrack.law.operation import Action
from lawtrack.law.refusal import Reason


def act(closing: str, **meta: object):
    return document(
        f"""
LUẬT
SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT AO HỒ
Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Ao hồ số 12/2015/QH13.
Điều 1. Sửa đổi, bổ sung một số điều của Luật Ao hồ
1. Bãi bỏ khoản 2 Điều 3.
2. Bãi bỏ khoản 5 Điều 6.
3. Bãi bỏ Điều 8.
Điều 2. Hiệu lực thi hành
{closing.strip()}
""",
        **meta,
    )


def starts(closing: str, **meta: object) -> list[object]:
    return [op.effect.start for op in read(act(closing, **meta)).operations]


GENERAL = date(2025, 7, 1)


def test_a_clause_earlier_than_the_rest() -> None:
    closing = (
        "1. Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2025, trừ trường hợp quy định tại khoản 2 Điều này.\n"
        "2. Quy định tại khoản 2 Điều 1 của Luật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2025."
    )
    assert starts(closing, effective=GENERAL) == [GENERAL, date(2025, 1, 1), GENERAL]


FROM_JULY = "Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2025"
SOME = "khoản 1 và khoản 3 Điều 1 có hiệu lực thi hành từ ngày 01 tháng 10 năm 2025 đối với ao chung"


@pytest.mark.parametrize(
    "closing",
    [
        f"Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2025, trừ {SOME}.",
        f"Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2025; riêng {SOME}.",
        "1. Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2025.\n2. Quy định tại khoản 1 và khoản 3 Điều 1 của Luật này đối với ao "
        "chung có hiệu lực thi hành từ ngày 01 tháng 10 năm 2025.",
    ],
)
def test_what_holds_for_some_from_another_day_is_shown_both_ways_between_the_days(closing: str) -> None:
    ops = read(act(closing, effective=GENERAL)).operations
    starts = [o.effect.start for o in ops]
    assert starts[1] == GENERAL
    for start in (starts[0], starts[2]):
        assert isinstance(start, Bounded)
        assert (start.not_before, start.not_after) == (GENERAL, date(2025, 10, 1))
    assert ["đối với ao" in o.effect.scope for o in ops] == [True, False, True]


def test_two_subjects_of_one_provision_each_with_its_day() -> None:
    closing = (
        "1. Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2025.\n"
        "2. Khoản 2 Điều 1 của Luật này có hiệu lực từ ngày 01 tháng 8 năm 2025 đối với ao chung.\n"
        "3. Khoản 2 Điều 1 của Luật này có hiệu lực từ ngày 01 tháng 01 năm 2026 đối với ao của hợp tác xã."
    )
    effect = read(act(closing, effective=GENERAL)).operations[1].effect
    assert isinstance(effect.start, Bounded)
    assert (effect.start.not_before, effect.start.not_after) == (GENERAL, date(2026, 1, 1))
    assert "ao chung" in effect.scope and "hợp tác xã" in effect.scope


def test_a_subject_whose_day_depends_on_an_event_leaves_the_day_unknown() -> None:
    closing = (
        "1. Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2025.\n"
        "2. Khoản 2 Điều 1 của Luật này có hiệu lực kể từ ngày Luật Sen có hiệu lực đối với ao chung."
    )
    assert isinstance(starts(closing, effective=GENERAL)[1], Unknown)


@pytest.mark.parametrize(
    ("closing", "scoped"),
    [
        (
            "Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2025 và áp dụng từ kỳ tính thuế năm 2025.",
            ["và áp dụng từ kỳ tính thuế năm 2025"] * 3,
        ),
        (
            f"1. {FROM_JULY}.\n2. Khoản 3 Điều 1 của Luật này áp dụng từ kỳ tính thuế năm 2026.",
            ["", "", "Khoản 3 Điều 1 của Luật này áp dụng từ kỳ tính thuế năm 2026"],
        ),
        (
            "Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2025. Các chế độ quy định tại Luật này được áp dụng từ ngày 01 tháng 01 "
            "năm 2025.",
            ["Các chế độ quy định tại Luật này được áp dụng từ ngày 01 tháng 01 năm 2025"] * 3,
        ),
    ],
)
def test_for_which_facts_the_new_words_hold_is_shown_and_moves_no_day(closing: str, scoped: list[str]) -> None:
    ops = read(act(closing, effective=GENERAL)).operations
    assert [o.effect.start for o in ops] == [GENERAL] * 3
    assert [o.effect.scope for o in ops] == scoped


def test_a_provision_applied_from_another_day_holds_both_ways_between() -> None:
    closing = f"{FROM_JULY}. Khoản 2 Điều 1 của Luật này được áp dụng kể từ ngày 01 tháng 01 năm 2026."
    start = starts(closing, effective=GENERAL)[1]
    assert isinstance(start, Bounded)
    assert start.not_after == date(2026, 1, 1)


def test_an_exception_that_goes_on_with_thi() -> None:
    closing = f"{FROM_JULY}, trừ khoản 1, khoản 3 Điều 1 thì có hiệu lực kể từ ngày 01 tháng 02 năm 2025."
    assert starts(closing, effective=GENERAL) == [date(2025, 2, 1), GENERAL, date(2025, 2, 1)]


def test_months_behind_the_general_day() -> None:
    closing = (
        "1. Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2025.\n"
        "2. Khoản 2 Điều 1 của Luật này có hiệu lực thi hành sau 18 tháng kể từ ngày Luật này có hiệu lực thi hành."
    )
    assert starts(closing, effective=GENERAL) == [GENERAL, date(2027, 1, 1), GENERAL]


def test_words_that_only_tell_a_time_are_no_statement() -> None:
    closing = (
        "1. Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2025.\n"
        "2. Quy định tại khoản 2 Điều 1 của Luật này không làm thay đổi giấy phép cấp trước ngày Luật này có hiệu lực thi hành.\n"
        "3. Các ao đã đào trước ngày Luật này có hiệu lực thi hành được áp dụng quy định cũ đến ngày 01 tháng 01 năm 2026."
    )
    reading = read(act(closing, effective=GENERAL))
    assert [(o.effect.start, o.effect.scope) for o in reading.operations] == [(GENERAL, "")] * 3


def test_a_described_part_of_a_provision_lies_between_the_two_days() -> None:
    closing = (
        "1. Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2025.\n"
        "2. Quy định về ao chung tại khoản 2 Điều 1 của Luật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2026."
    )
    start = starts(closing, effective=GENERAL)[1]
    assert isinstance(start, Bounded)
    assert (start.not_before, start.not_after) == (GENERAL, date(2026, 1, 1))


@pytest.mark.parametrize(
    ("closing", "expected"),
    [
        ("Luật này có hiệu lực thi hành kể từ ngày ký ban hành.", date(2024, 11, 27)),
        ("Luật này có hiệu lực thi hành sau 45 ngày kể từ ngày ký.", date(2025, 1, 11)),
        ("Luật này có hiệu lực thi hành sau 15 ngày, kể từ ngày đăng Công báo.", date(2025, 1, 25)),
        ("Luật này có hiệu lực từ 01/3/2025.", date(2025, 3, 1)),
        ("Luật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2024.", date(2024, 1, 1)),
    ],
)
def test_the_general_day_as_the_act_words_it(closing: str, expected: date) -> None:
    facts = {"effective": None, "issued": date(2024, 11, 27), "published": date(2025, 1, 10)}
    assert starts(closing, **facts) == [expected] * 3


def test_by_event_and_by_promulgation_and_not_at_all() -> None:
    facts = {"effective": None, "issued": date(2024, 6, 24)}
    (event, *_) = starts("Luật này có hiệu lực thi hành kể từ ngày Luật Sen có hiệu lực thi hành.", **facts)
    assert event == Event("Luật Sen có hiệu lực thi hành")
    (event, *_) = starts("Luật này có hiệu lực kể từ ngày Luật Sen ngày 26 tháng 11 năm 2014 có hiệu lực.", **facts)
    assert event == Event("Luật Sen ngày 26 tháng 11 năm 2014 có hiệu lực")
    (bounded, *_) = starts("Luật này có hiệu lực kể từ ngày công bố.", **facts)
    assert isinstance(bounded, Bounded)
    assert (bounded.not_before, bounded.not_after) == (date(2024, 6, 24), date(2024, 7, 9))
    (unknown, *_) = starts("Chính phủ quy định chi tiết Luật này.", **facts)
    assert isinstance(unknown, Unknown)


def test_a_repeal_from_the_day_of_adoption() -> None:
    closing = (
        "1. Luật này có hiệu lực thi hành từ ngày 01 tháng 4 năm 2025.\n"
        "2. Khoản 1 Điều 46 của Luật Sen số 80/2015/QH13 hết hiệu lực thi hành từ ngày Luật này được thông qua."
    )
    op = read(act(closing, effective=date(2025, 4, 1), issued=date(2025, 2, 19))).operations[-1]
    assert (op.target.document, short(op), op.effect.start) == ("80/2015/QH13", "repeal dieu-46.khoan-1", date(2025, 2, 19))


def test_ordinary_provisions_that_speak_of_effect_are_no_effect_clauses() -> None:
    closing = (
        "1. Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2025.\n"
        "2. Giấy phép quy định tại khoản 2 Điều 1 của Luật này có hiệu lực trong 05 năm."
    )
    assert starts(closing, effective=GENERAL) == [GENERAL] * 3


LISTED = (
    "1. Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2025, trừ trường hợp quy định tại khoản 2 Điều này.\n"
    "2. Các quy định sau đây của Luật này có hiệu lực thi hành từ ngày 01 tháng 3 năm 2025:\n"
    "a) Quy định tại khoản 1 Điều 1;\nb) Quy định tại khoản 3 Điều 1 về ao của hợp tác xã;\nc) Quy định về bờ ao."
)


def test_a_day_above_the_list_of_the_provisions_it_belongs_to() -> None:
    first, second, third, _ = starts(LISTED, effective=GENERAL)
    assert (first, second) == (date(2025, 3, 1), GENERAL)
    assert isinstance(third, Bounded)
    assert (third.not_before, third.not_after) == (date(2025, 3, 1), GENERAL)


@pytest.mark.parametrize(
    "closing",
    [
        LISTED,
        "1. Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2025.\n"
        "2. Quy định về bờ ao có hiệu lực thi hành từ ngày 01 tháng 3 năm 2025.",
        "Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2025; riêng các quy định về bờ ao có hiệu lực từ ngày 01 tháng 3 năm 2025.",
    ],
)
def test_a_day_for_a_subject_that_names_no_provision_is_left_to_an_editor(closing: str) -> None:
    *_, told = read(act(closing, effective=GENERAL)).operations
    assert (told.target.document, told.action, told.refusal.reason) == ("12/2015/QH13", Action.MANUAL, Reason.SCOPE_LIMITED)
    assert told.effect.start == date(2025, 3, 1)
    assert "quy định về bờ ao" in told.origin.text.lower()


def test_where_no_provision_is_changed_such_a_day_is_a_doubt() -> None:
    ordinary = document(
        "LUẬT\nSEN\nĐiều 1. Sen\nSen trồng ở ao.\nĐiều 2. Hiệu lực thi hành\n"
        "1. Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2025.\n2. Quy định về bờ ao có hiệu lực từ ngày 01 tháng 3 năm 2026.",
        effective=GENERAL,
    )
    reading = read(ordinary)
    assert reading.operations == ()
    assert "Quy định về bờ ao" in reading.doubts[0]


def test_the_exceptions_of_the_general_day_in_a_list() -> None:
    closing = (
        "1. Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2025, trừ các quy định sau đây của Luật này thì có hiệu lực thi hành "
        "từ ngày 01 tháng 01 năm 2026:\na) Khoản 2 Điều 1;\nb) Khoản 3 Điều 4 của Luật Sen số 80/2015/QH13."
    )
    reading = read(act(closing, effective=GENERAL))
    *ops, told = reading.operations
    assert [op.effect.start for op in ops] == [GENERAL, date(2026, 1, 1), GENERAL]
    assert told.refusal.reason is Reason.SCOPE_LIMITED


def test_the_day_of_a_chapter_is_that_of_its_articles() -> None:
    act = document(
        """
NGHỊ ĐỊNH
Sửa đổi các nghị định về ao hồ
Chương I
AO
Điều 1. Bãi bỏ Điều 5 Nghị định số 10/2020/NĐ-CP
Chương II
HỒ
Điều 2. Bãi bỏ Điều 6 Nghị định số 10/2020/NĐ-CP
Điều 3. Hiệu lực thi hành
1. Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2025.
2. Quy định tại Chương II Nghị định này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2026.
""",
        "9/2025/NĐ-CP",
        effective=GENERAL,
    )
    assert [o.effect.start for o in read(act).operations] == [GENERAL, date(2026, 1, 1)]


def test_two_exceptions_in_one_sentence_each_with_its_day() -> None:
    closing = (
        f"{FROM_JULY}, trừ khoản 1 Điều 1 có hiệu lực thi hành từ ngày 01 tháng 01 năm 2026 và khoản 3 Điều 1 có hiệu lực thi hành "
        "từ ngày 01 tháng 3 năm 2026."
    )
    assert starts(closing, effective=GENERAL) == [date(2026, 1, 1), GENERAL, date(2026, 3, 1)]


def test_from_the_day_of_adoption() -> None:
    closing = "Luật này có hiệu lực thi hành từ ngày Quốc hội thông qua."
    assert starts(closing, effective=None, issued=date(2025, 6, 14)) == [date(2025, 6, 14)] * 3


@pytest.mark.parametrize(
    "closing",
    [
        f"{FROM_JULY}. Riêng khoản 1 Điều 1 có hiệu lực từ ngày 01/8/2025; các khoản 2, 3 Điều 1 có hiệu lực từ ngày 01/9/2025.",
        f"1. {FROM_JULY}.\n2. Khoản 1 Điều 1 của Luật này có hiệu lực từ ngày 01/8/2025 và các khoản 2, 3 Điều 1 của Luật này có hiệu lực "
        "từ ngày 01/9/2025.",
    ],
)
def test_two_statements_in_one_sentence_each_with_its_day(closing: str) -> None:
    assert starts(closing, effective=GENERAL) == [date(2025, 8, 1), date(2025, 9, 1), date(2025, 9, 1)]


@pytest.mark.parametrize("day", ["kể từ khi Luật Hoa có hiệu lực", "khi có quy định về bờ ao", "theo lộ trình do Chính phủ quy định"])
def test_a_provision_whose_day_is_not_known_does_not_hold_from_the_general_day(day: str) -> None:
    found = starts(f"1. {FROM_JULY}.\n2. Khoản 2 Điều 1 của Luật này có hiệu lực {day}.", effective=GENERAL)
    assert (found[0], found[2]) == (GENERAL, GENERAL)
    assert isinstance(found[1], (Event, Unknown))


def test_a_provision_applied_from_a_day_said_first() -> None:
    line = "Từ ngày 01 tháng 10 năm 2025, thực hiện quy định tại khoản 1 Điều 1 của Luật này."
    found = [op.effect for op in read(act(f"1. {FROM_JULY}.\n2. {line}", effective=GENERAL)).operations]
    assert isinstance(found[0].start, Bounded)
    assert (found[0].start.not_before, found[0].start.not_after) == (GENERAL, date(2025, 10, 1))
    assert found[0].scope == line.rstrip(".")
    assert [e.start for e in found[1:]] == [GENERAL, GENERAL]


@pytest.mark.parametrize(
    "line",
    [
        "Khoản 2 Điều 1 của Luật này hết hiệu lực từ ngày 01 tháng 01 năm 2030.",
        "Quy định tại khoản 2 Điều 1 của Luật này được thực hiện đến hết ngày 31 tháng 12 năm 2029.",
    ],
)
def test_a_provision_of_the_act_that_ends_is_told(line: str) -> None:
    told = [short(op) for op in read(act(f"1. {FROM_JULY}.\n2. {line}", effective=GENERAL)).operations]
    assert told[3:] == ["refused(not-understood) dieu-1.khoan-2"]
