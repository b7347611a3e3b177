"""The days an act gives to provisions of its own, its own end, and the day to which another act puts it off (Law 64/2025/QH15,
articles 53-57)."""

from __future__ import annotations

from datetime import date

import pytest
from amend_samples import document, read, short

from lawtrack.law.effect import Bounded, Event
from lawtrack.law.operation import Action, Operation
from lawtrack.law.refusal import Reason

GENERAL = date(2025, 7, 1)
FROM_JULY = "Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2025"


def ponds(closing: str) -> list[Operation]:
    """What an ordinary law with this closing article says of itself and others."""
    act = document(
        f"""
LUẬT
AO HỒ
Điều 1. Phạm vi điều chỉnh
Luật này quy định về ao hồ.
Điều 2. Phí
1. Phí do Chính phủ quy định.
2. Phí được thu qua mạng.
Điều 3. Lấn ao
Không ai được lấn ao.
Điều 4. Hiệu lực thi hành
{closing}
""",
        "31/2025/QH15",
        effective=GENERAL,
    )
    return list(read(act).operations)


def test_provisions_with_a_day_of_their_own_take_effect_on_it() -> None:
    found = ponds(
        f"1. {FROM_JULY}, trừ khoản 2 Điều 2 có hiệu lực từ ngày 01 tháng 01 năm 2026 và trường hợp quy định tại khoản 2 Điều này.\n"
        "2. Quy định tại Điều 3 của Luật này có hiệu lực từ ngày 01 tháng 4 năm 2025."
    )
    assert [short(o) for o in found] == ["enact dieu-2.khoan-2", "enact dieu-3"]
    assert [o.effect.start for o in found] == [date(2026, 1, 1), date(2025, 4, 1)]
    assert {o.target.document for o in found} == {"31/2025/QH15"}
    assert [str(o.origin.address) for o in found] == ["dieu-4.khoan-1", "dieu-4.khoan-2"]


def test_a_described_part_of_a_provision_leaves_it_uncertain_between_the_days() -> None:
    (one,) = ponds(
        f"1. {FROM_JULY}.\n2. Quy định về thu qua mạng tại khoản 2 Điều 2 của Luật này có hiệu lực từ ngày 01 tháng 01 năm 2026."
    )
    assert isinstance(one.effect.start, Bounded)
    assert (one.effect.start.not_before, one.effect.start.not_after) == (GENERAL, date(2026, 1, 1))


def test_the_same_day_as_the_act_says_nothing_of_its_own() -> None:
    assert ponds(f"1. {FROM_JULY}.\n2. Quy định tại Điều 3 của Luật này có hiệu lực từ ngày 01 tháng 7 năm 2025.") == []
    assert ponds(f"{FROM_JULY}.") == []


def test_a_provision_that_commands_gives_its_day_to_its_operations_alone() -> None:
    act = document(
        f"""
LUẬT
SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT AO HỒ
Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Ao hồ số 12/2015/QH13.
Điều 1. Sửa đổi, bổ sung một số điều của Luật Ao hồ
1. Bãi bỏ khoản 2 Điều 3.
Điều 2. Hiệu lực thi hành
1. {FROM_JULY}.
2. Quy định tại khoản 1 Điều 1 của Luật này có hiệu lực từ ngày 01 tháng 01 năm 2026.
""",
        effective=GENERAL,
    )
    (only,) = read(act).operations
    assert (only.action, only.effect.start) == (Action.REPEAL, date(2026, 1, 1))


# -- the end of the act itself -------------------------------------------------------------------------------------------
def test_an_act_that_ends_by_its_own_words() -> None:
    (whole,) = ponds(f"{FROM_JULY} đến hết ngày 28 tháng 02 năm 2027.")
    assert (whole.action, str(whole.target.address)) == (Action.ENACT, "")
    assert (whole.effect.start, whole.effect.end) == (GENERAL, date(2027, 3, 1))


@pytest.mark.parametrize(
    ("closing", "end"),
    [
        (f"{FROM_JULY} đến trước ngày 01 tháng 3 năm 2027.", date(2027, 3, 1)),
        (f"1. {FROM_JULY}.\n2. Luật này hết hiệu lực kể từ ngày 01 tháng 3 năm 2027.", date(2027, 3, 1)),
        (f"{FROM_JULY} và hết hiệu lực sau ngày 01 tháng 3 năm 2027.", date(2027, 3, 2)),
        (f"1. {FROM_JULY}.\n2. Luật này được thực hiện đến hết ngày 28 tháng 02 năm 2027.", date(2027, 3, 1)),
        (f"1. {FROM_JULY} và được thực hiện trong 05 năm.", None),
        (f"1. {FROM_JULY}.\n2. Luật này được thực hiện trong 05 năm kể từ ngày Luật này có hiệu lực thi hành.", date(2030, 7, 1)),
    ],
)
def test_the_wordings_of_an_end(closing: str, end: date | None) -> None:
    assert [o.effect.end for o in ponds(closing) if o.action is Action.ENACT] == ([end] if end else [])


def test_an_act_that_ends_with_a_happening() -> None:
    (whole,) = ponds(f"1. {FROM_JULY}.\n2. Luật này hết hiệu lực khi Luật Hoa có hiệu lực thi hành.")
    assert whole.effect.end == Event("Luật Hoa có hiệu lực thi hành")
    assert whole.effect.start == GENERAL


def test_whether_the_last_day_belongs_to_it_is_asked_and_an_exception_is_shown() -> None:
    (whole,) = ponds(f"1. {FROM_JULY} đến ngày 01 tháng 3 năm 2027, trừ trường hợp quy định tại khoản 2 Điều này.\n2. Chính phủ hướng dẫn.")
    assert isinstance(whole.effect.end, Bounded)
    assert (whole.effect.end.not_before, whole.effect.end.not_after) == (date(2027, 3, 1), date(2027, 3, 2))
    assert whole.effect.scope == "trừ trường hợp quy định tại khoản 2 Điều này"


@pytest.mark.parametrize(
    "closing",
    [
        f"{FROM_JULY}.\n2. Giấy phép cấp trước ngày Luật này có hiệu lực được dùng đến hết ngày 28 tháng 02 năm 2027.",
        f"{FROM_JULY}; hồ sơ đã nộp thì tiếp tục thực hiện đến hết ngày 28 tháng 02 năm 2027.",
        "Luật này có hiệu lực thi hành, việc thu phí theo quy định cũ được tiếp tục đến hết ngày 28 tháng 02 năm 2027.",
    ],
)
def test_what_goes_on_until_a_day_is_not_the_end_of_the_act(closing: str) -> None:
    assert [o for o in ponds(closing) if o.effect.end is not None or o.action is Action.MANUAL] == []


def test_the_words_an_act_that_ends_brought_to_others_are_asked_about() -> None:
    act = document(
        f"""
NGHỊ QUYẾT
VỀ CƠ CHẾ ĐẶC THÙ
Điều 1. Sửa đổi, bổ sung một số điều của Luật Ao hồ số 12/2015/QH13
1. Bãi bỏ khoản 2 Điều 3.
2. Bãi bỏ khoản 3 Điều 3.
Điều 2. Hiệu lực thi hành
{FROM_JULY.replace("Luật", "Nghị quyết")} đến hết ngày 28 tháng 02 năm 2027.
""",
        "5/2025/QH15",
        effective=GENERAL,
    )
    first, second, whole, asked = read(act).operations
    assert (first.effect.end, second.effect.end) == (None, None)
    assert whole.action is Action.ENACT
    assert (asked.action, asked.target.document, asked.effect.start) == (Action.MANUAL, "12/2015/QH13", date(2027, 3, 1))
    assert asked.refusal is not None and asked.refusal.reason is Reason.AMENDER_CHANGED


def test_an_act_that_ends_and_only_describes_a_change_brought_no_words_to_ask_about() -> None:
    act = document(
        f"""
NGHỊ QUYẾT
VỀ CƠ CHẾ ĐẶC THÙ
Điều 1. Bãi bỏ quy định của một số luật
1. Bãi bỏ các quy định về phí tại khoản 1 Điều 3 của Luật Ao hồ số 12/2015/QH13.
2. Bãi bỏ khoản 3 Điều 4 của Luật Rừng số 13/2015/QH13.
Điều 2. Hiệu lực thi hành
{FROM_JULY.replace("Luật", "Nghị quyết")} đến hết ngày 28 tháng 02 năm 2027.
""",
        "5/2025/QH15",
        effective=GENERAL,
    )
    asked = [o for o in read(act).operations if o.refusal is not None]
    assert [(o.target.document, o.refusal.reason) for o in asked if o.refusal] == [
        ("12/2015/QH13", Reason.DESCRIPTIVE),
        ("13/2015/QH13", Reason.AMENDER_CHANGED),
    ]


# -- another act puts it off ---------------------------------------------------------------------------------------------
def put_off(line: str) -> list[Operation]:
    act = document(
        f"""
NGHỊ QUYẾT
VỀ VIỆC LÙI HIỆU LỰC THI HÀNH MỘT SỐ QUY ĐỊNH
Điều 1. Lùi thời hạn thi hành
1. {line}
Điều 2. Hiệu lực thi hành
Nghị quyết này có hiệu lực thi hành từ ngày 01 tháng 6 năm 2026.
""",
        "14/2026/QH15",
        effective=date(2026, 6, 1),
    )
    return list(read(act).operations)


@pytest.mark.parametrize(
    ("line", "found", "end"),
    [
        (
            "Lùi thời hạn thi hành khoản 2 Điều 2 của Luật Ao hồ số 31/2025/QH15 đến ngày 01 tháng 01 năm 2027.",
            ["suspend dieu-2.khoan-2"],
            date(2027, 1, 1),
        ),
        (
            "Lùi thời điểm có hiệu lực của các quy định tại Điều 2 và Điều 3 Luật số 31/2025/QH15 sang ngày 01 tháng 01 năm 2027.",
            ["suspend dieu-2", "suspend dieu-3"],
            date(2027, 1, 1),
        ),
        (
            "Lùi hiệu lực thi hành của Luật Ao hồ số 31/2025/QH15 từ ngày 01 tháng 7 năm 2026 đến hết ngày 31 tháng 12 năm 2026.",
            ["suspend act"],
            date(2027, 1, 1),
        ),
        (
            "Lùi hiệu lực thi hành của Luật Ao hồ số 31/2025/QH15 đến ngày Luật Sông ngòi có hiệu lực thi hành.",
            ["suspend act"],
            Event("Luật Sông ngòi có hiệu lực thi hành"),
        ),
    ],
)
def test_what_another_act_puts_off_has_no_effect_until_then(line: str, found: list[str], end: object) -> None:
    made = put_off(line)
    assert [short(o) for o in made] == found
    assert {o.target.document for o in made} == {"31/2025/QH15"}
    assert all(o.effect.end == end for o in made)


@pytest.mark.parametrize(
    "line",
    [
        "Lùi thời hạn thi hành khoản 2 Điều 2 của Luật Ao hồ số 31/2025/QH15 đối với hộ nghèo đến ngày 01 tháng 01 năm 2027.",
        "Lùi thời hạn thi hành khoản 2 Điều 2 của Luật Ao hồ số 31/2025/QH15 thêm 12 tháng.",
    ],
)
def test_what_is_put_off_for_some_or_without_a_day_is_for_an_editor(line: str) -> None:
    (one,) = put_off(line)
    assert (one.action, one.target.document, str(one.target.address)) == (Action.MANUAL, "31/2025/QH15", "dieu-2.khoan-2")


def test_a_payment_that_is_put_off_is_no_command() -> None:
    assert put_off("Lùi thời hạn thanh toán phí đến ngày 01 tháng 01 năm 2027.") == []
