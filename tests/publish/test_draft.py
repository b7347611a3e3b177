"""The draft of a consolidation: notes in official wording, numbering kept, nothing certified."""

from dataclasses import replace
from datetime import date

import pytest
from publish_samples import changes, editions, english, metas, split

from lawtrack.law import Action, Address, Edition, Kind, Meta, Part, Status, Target
from lawtrack.publish.draft import draft
from lawtrack.publish.footnotes import named, notes


def test_units_carry_marks_and_notes_name_act_and_day() -> None:
    found = draft(editions()[3], metas()).splitlines()
    by = "của Luật số 21/2022/QH15 sửa đổi, bổ sung một số điều của Luật Cây xanh đô thị, có hiệu lực kể từ ngày 01 tháng 01 năm 2023."
    assert found[found.index("Chú thích:") + 1 : found.index("Chú thích:") + 5] == [
        f"[1] Khoản này được sửa đổi, bổ sung theo quy định tại khoản 1 Điều 1 {by}",
        f"[2] Khoản này được bãi bỏ theo quy định tại khoản 3 Điều 1 {by}",
        f"[3] Cụm từ “cây di sản” được thay thế bằng cụm từ “cây được bảo tồn” theo quy định tại khoản 4 Điều 1 {by}",
        f"[4] Điều này được bổ sung theo quy định tại khoản 2 Điều 1 {by}",
    ]
    for line in (
        "2.[1] Chăm sóc cây xanh đô thị gồm các việc sau đây:",
        "4.[2] (được bãi bỏ)",
        "Điều 3a.[4] Cây cổ thụ",
        "g) Gắn biển tên cây.",
    ):
        assert line in found


def test_the_head_lists_the_acts_and_what_is_known_of_them() -> None:
    found = draft(editions()[3], metas())
    assert (
        "Luật Cây xanh đô thị số 11/2019/QH14 ngày 14 tháng 6 năm 2019 của Quốc hội, có hiệu lực thi hành kể từ ngày 01 tháng 01 năm 2020, "
        "được sửa đổi, bổ sung bởi:\n"
    ) in found
    assert "\n1. Luật số 21/2022/QH15" in found and "sửa đổi, bổ sung một số điều của Luật Cây xanh đô thị, có hiệu lực" in found
    assert (
        "2. Luật số 33/2025/QH15 ngày 10 tháng 12 năm 2025 của Quốc hội sửa đổi Luật Cây xanh đô thị, "
        "có hiệu lực thi hành kể từ ngày 01 tháng 01 năm 2026 (chỉ biết qua báo chí)." in found
    )


def test_an_act_is_named_as_consolidations_name_it() -> None:
    act = Meta("6/2023/TT-BCT", "thông tư", "Sửa đổi Thông tư số 5/2020/TT-BCT", "Bộ trưởng Bộ Công Thương", issued=date(2023, 6, 28))
    assert named(act, "") == "Thông tư số 6/2023/TT-BCT sửa đổi Thông tư số 5/2020/TT-BCT"
    whole = "Thông tư số 6/2023/TT-BCT ngày 28 tháng 6 năm 2023 của Bộ trưởng Bộ Công Thương sửa đổi Thông tư số 5/2020/TT-BCT"
    assert named(act, "", whole=True) == whole
    assert named(replace(act, title="QUY ĐỊNH VỀ CHỢ"), "") == "Thông tư số 6/2023/TT-BCT QUY ĐỊNH VỀ CHỢ"
    assert named(None, "6/2023/TT-BCT") == "văn bản số 6/2023/TT-BCT"


def test_a_note_cites_a_paragraph_by_the_article_it_stands_in() -> None:
    first = changes()[0]
    origin = replace(first.operation.origin, address=Address.parse("dieu-1.doan-1"))
    told = notes(Kind.KHOAN, [replace(first, operation=replace(first.operation, origin=origin))], metas())[0]
    assert " theo quy định tại Điều 1 của Luật số 21/2022/QH15 " in told


def test_it_says_that_it_is_a_draft_and_lists_what_was_refused() -> None:
    found = draft(editions()[3], metas())
    assert found.startswith("[DỰ THẢO VĂN BẢN HỢP NHẤT do máy tính lập")
    assert "XÁC THỰC" not in found.upper()
    assert "Lệnh không được đưa vào văn bản:\n- Điều 4 chờ biên tập viên quyết định (khoản 5 Điều 1 của 21/2022/QH15)" in found


def test_a_day_that_is_not_known_is_said() -> None:
    assert "có hiệu lực trong khoảng từ 01/01/2026 đến 01/3/2026, chưa rõ ngày nào" in notes(Kind.DIEU, [split()], metas())[0]


def test_two_substitutions_are_counted_and_parts_are_named() -> None:
    first = changes()[0]
    both = notes(Kind.KHOAN, [first, first_again := replace(first)], metas())
    assert first_again is not first
    assert both[0].startswith("Khoản này được sửa đổi, bổ sung lần thứ nhất theo") and "lần thứ hai" in both[1]
    operation = replace(first.operation, target=Target("x", part=Part.LEAD))
    assert notes(Kind.KHOAN, [replace(first, operation=operation)], {})[0].startswith(
        "Đoạn mở đầu của khoản này được sửa đổi, bổ sung theo quy định"
    )


@pytest.mark.parametrize(
    ("action", "find", "put", "told"),
    [
        (Action.REPLACE_TEXT, ",", "hoặc", "Dấu “,” được thay thế bằng từ “hoặc”"),
        (Action.DELETE_TEXT, "06 tháng,", "", "Cụm từ “06 tháng,” được bãi bỏ"),
        (Action.INSERT_TEXT, "", "và đất", "Cụm từ “và đất” được bổ sung"),
        (Action.CORRECT, "thưa", "thừa", "Từ “thưa” được đính chính thành từ “thừa”"),
        (Action.RETITLE, "", "Tên mới", "Tên Điều này được sửa đổi"),
        (Action.RENUMBER, "", "5", "Số thứ tự điều này được sửa đổi"),
    ],
)
def test_each_action_has_its_wording(action: Action, find: str, put: str, told: str) -> None:
    change = changes()[3]
    operation = replace(change.operation, action=action, find=find, put=put)
    assert notes(Kind.DIEU, [replace(change, operation=operation)], metas())[0].startswith(
        told + " theo quy định tại khoản 4 Điều 1 của Luật số"
    )


def test_a_translation_is_not_consolidated() -> None:
    with pytest.raises(ValueError, match="Vietnamese original"):
        draft(Edition(english(), date(2020, 1, 1), Status.IN_FORCE))
