"""When operations hold: Law 64/2025/QH15, articles 53-57, and the wordings of older acts."""

from __future__ import annotations

from datetime import date

import pytest
from amend_samples import document, read, short

from lawtrack.law.effect import Bounded, Event, Unknown


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


def test_the_exception_in_the_same_sentence_and_a_scope() -> None:
    closing = (
        "Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2025, trừ khoản 1 và khoản 3 Điều 1 có hiệu lực thi hành từ ngày "
        "01 tháng 10 năm 2025 đối với ao chung."
    )
    ops = read(act(closing, effective=GENERAL)).operations
    assert [o.effect.start for o in ops] == [date(2025, 10, 1), GENERAL, date(2025, 10, 1)]
    assert [o.effect.scope for o in ops] == ["đối với ao chung", "", "đối với ao chung"]


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
    first, second, third = starts(LISTED, effective=GENERAL)
    assert (first, second) == (date(2025, 3, 1), GENERAL)
    assert isinstance(third, Bounded)
    assert (third.not_before, third.not_after) == (date(2025, 3, 1), GENERAL)


def test_a_day_for_a_subject_that_names_no_provision_is_told() -> None:
    (doubt,) = read(act(LISTED, effective=GENERAL)).doubts
    assert "quy định về bờ ao" in doubt.lower()
    closing = (
        "1. Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2025.\n"
        "2. Quy định về bờ ao có hiệu lực thi hành từ ngày 01 tháng 3 năm 2025."
    )
    (doubt,) = read(act(closing, effective=GENERAL)).doubts
    assert "Quy định về bờ ao" in doubt


def test_the_exceptions_of_the_general_day_in_a_list() -> None:
    closing = (
        "1. Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2025, trừ các quy định sau đây của Luật này thì có hiệu lực thi hành "
        "từ ngày 01 tháng 01 năm 2026:\na) Khoản 2 Điều 1;\nb) Khoản 3 Điều 4 của Luật Sen số 80/2015/QH13."
    )
    reading = read(act(closing, effective=GENERAL))
    assert [op.effect.start for op in reading.operations] == [GENERAL, date(2026, 1, 1), GENERAL]
    assert len(reading.doubts) == 1
