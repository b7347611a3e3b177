"""Changes an act leaves to its annexes: lists of acts and provisions that go."""

from __future__ import annotations

from datetime import date

import pytest
from amend_samples import document, read, short

from lawtrack.amend.account import Role
from lawtrack.amend.days import when
from lawtrack.amend.pointing import pointed
from lawtrack.law.document import Meta

HEAD = """
THÔNG TƯ
Bãi bỏ một số văn bản quy phạm pháp luật về chợ
Căn cứ Luật Ban hành văn bản quy phạm pháp luật;
Điều 1. Bãi bỏ văn bản
Bãi bỏ các văn bản quy phạm pháp luật, quy định tại Danh mục ban hành kèm theo Thông tư này{day}.
Điều 2. Hiệu lực thi hành
Thông tư này có hiệu lực thi hành từ ngày 01 tháng 9 năm 2021.{more}
KT. BỘ TRƯỞNG
DANH MỤC VĂN BẢN BÃI BỎ
(Ban hành kèm theo Thông tư số 40/2021/TT-BCT ngày 01 tháng 7 năm 2021)
"""


def listed(rows: str, day: str = "", more: str = "") -> list[str]:
    act = document(HEAD.format(day=day, more=more) + rows.strip(), "40/2021/TT-BCT", effective=date(2021, 9, 1))
    return [f"{op.target.document} {short(op)}" for op in read(act).operations]


def test_items_name_acts_or_units_of_them() -> None:
    assert listed("""
1. Thông tư số 05/2010/TT-BCT ngày 01 tháng 3 năm 2010 hướng dẫn về chợ đầu mối.
2. Điều 3 và khoản 2 Điều 5 Thông tư số 08/2012/TT-BCT ngày 01/3/2012 quy định về chợ nổi.
3. Thông tư số 09/2012/TT-BCT quy định về bến xe:
a) Điều 4;
b) Điểm a khoản 1 Điều 7.
""") == [
        "05/2010/TT-BCT repeal_document act",
        "08/2012/TT-BCT repeal dieu-3",
        "08/2012/TT-BCT repeal dieu-5.khoan-2",
        "09/2012/TT-BCT repeal dieu-4",
        "09/2012/TT-BCT repeal dieu-7.khoan-1.diem-a",
    ]


def test_a_list_of_acts_that_go_in_part_repeals_none_as_a_whole() -> None:
    assert listed("""
I. VĂN BẢN BÃI BỎ TOÀN BỘ
1. Thông tư số 05/2010/TT-BCT hướng dẫn về chợ đầu mối.
II. VĂN BẢN BÃI BỎ MỘT PHẦN
1. Thông tư số 06/2010/TT-BCT hướng dẫn về chợ đêm.
""") == ["05/2010/TT-BCT repeal_document act", "06/2010/TT-BCT refused(descriptive) act"]


def test_a_table_tells_by_its_heading_what_goes() -> None:
    assert listed("""
| TT | Tên loại | Số, ký hiệu | Trích yếu | Quy định bị bãi bỏ |
| --- | --- | --- | --- | --- |
| 1 | Thông tư | 05/2010/TT-BCT | Về chợ đầu mối | Toàn bộ |
| 2 | Thông tư | 06/2010/TT-BCT | Về chợ đêm | từ Điều 3 đến Điều 5 |
| | | | | Mẫu số 02 |
""") == [
        "05/2010/TT-BCT repeal_document act",
        "06/2010/TT-BCT repeal dieu-3 to dieu-5",
        "06/2010/TT-BCT repeal mau-02",
    ]


@pytest.mark.parametrize(
    "rows",
    [
        # no heading, two acts in a row, an act without its number
        "| 1 | Thông tư số 05/2010/TT-BCT | Điều 3 |",
        "| TT | Tên văn bản |\n| --- | --- |\n| 1 | Thông tư số 05/2010/TT-BCT và Thông tư số 06/2010/TT-BCT |",
        "| TT | Tên văn bản | Điều |\n| --- | --- | --- |\n| 1 | Thông tư hướng dẫn về chợ | Điều 3 |",
        "| TT | Tên văn bản | Điều |\n| --- | --- | --- |\n| 1 | Thông tư số 05/2010/TT-BCT | khoản 3 |",
    ],
)
def test_a_row_that_leaves_something_open_is_refused(rows: str) -> None:
    assert [op.split(" ", 1)[1].startswith("refused") for op in listed(rows)] == [True]


def test_the_cells_of_a_table_printed_one_below_the_other_are_not_put_together() -> None:
    act = document(
        HEAD.format(day="", more="") + "TT\nTên văn bản\nQuy định bãi bỏ\n1\nThông tư số 05/2010/TT-BCT\nKhoản 2\nĐiều 5", "40/2021/TT-BCT"
    )
    reading = read(act)
    assert reading.operations
    assert {op.refusal.reason for op in reading.operations if op.refusal} == {"unclaimed-text"}
    assert all(op.refusal for op in reading.operations)


def test_rows_hold_from_the_day_of_the_line_that_points_to_them() -> None:
    rows = "1. Thông tư số 05/2010/TT-BCT hướng dẫn về chợ đầu mối."
    for day, more, start in [
        ("", "", date(2021, 9, 1)),
        (" kể từ ngày 01 tháng 10 năm 2021", "", date(2021, 10, 1)),
        ("", "\nĐiều 1 của Thông tư này có hiệu lực thi hành từ ngày 01 tháng 11 năm 2021.", date(2021, 11, 1)),
    ]:
        act = document(HEAD.format(day=day, more=more) + rows, "40/2021/TT-BCT", effective=date(2021, 9, 1))
        operation = read(act).operations[0]
        assert (str(operation.origin.address), operation.effect.start) == ("phu-luc.khoan-1", start)


def test_an_annex_that_takes_effect_some_days_behind_the_act() -> None:
    more = "\nPhụ lục Danh mục văn bản của Thông tư này có hiệu lực sau 30 ngày kể từ ngày Thông tư có hiệu lực."
    assert when(more, Meta("40/2021/TT-BCT", effective=date(2021, 9, 1))) == date(2021, 10, 1)


def test_one_of_several_statements_of_a_line_points_to_an_annex() -> None:
    act = document(
        HEAD.format(day="", more="")
        .replace("Bãi bỏ các văn bản quy phạm pháp luật, quy định tại Danh mục ban hành kèm theo Thông tư này.", "")
        .replace(
            "01 tháng 9 năm 2021.",
            "01 tháng 9 năm 2021. Bãi bỏ các thông tư tại Danh mục ban hành kèm theo Thông tư này. "
            "Thông tư số 07/2010/TT-BCT hết hiệu lực kể từ ngày Thông tư này có hiệu lực.",
        )
        + "1. Thông tư số 05/2010/TT-BCT hướng dẫn về chợ đầu mối.",
        "40/2021/TT-BCT",
    )
    assert {f"{op.target.document} {short(op)}" for op in read(act).operations} == {
        "05/2010/TT-BCT repeal_document act",
        "07/2010/TT-BCT repeal_document act",
    }


def test_an_annex_that_is_not_in_hand_is_told() -> None:
    act = document("\n".join(HEAD.format(day="", more="").splitlines()[:-3]), "40/2021/TT-BCT")
    assert [short(op) for op in read(act).operations] == ["refused(payload-missing) act"]


def test_what_the_annex_itself_says_is_not_a_list() -> None:
    assert pointed("Các quy định tại Phụ lục I ban hành kèm theo Thông tư này hết hiệu lực từ ngày 01 tháng 01 năm 2025.") is None
    assert (
        pointed("Thông tư số 1/2010/TT-BCT tại Danh mục ban hành kèm theo Pháp lệnh về phí hết hiệu lực kể từ ngày Luật này có hiệu lực.")
        is None
    )
    assert pointed("Bãi bỏ Phụ lục I ban hành kèm theo Thông tư số 05/2010/TT-BCT.") is None


def test_the_act_that_lists_keeps_its_annex() -> None:
    act = document(HEAD.format(day="", more="") + "1. Thông tư số 05/2010/TT-BCT hướng dẫn về chợ đầu mối.", "40/2021/TT-BCT")
    reading = read(act)
    assert all(op.target.document != act.number for op in reading.operations)
    assert len(reading.account.of(Role.COMMAND)) >= 2
