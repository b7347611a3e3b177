"""Words, renumbering, annexes and forms: wordings of drafters, and beside each a case that stays refused."""

from __future__ import annotations

import pytest
from amend_samples import document, operations, read, short

CASES = {
    "thành for bằng, behind the act": (
        "1. Thay thế cụm từ “ao” tại khoản 2 Điều 5 Luật Sen số 44/2016/QH14 (được sửa đổi tại Luật số 9/2019/QH14) thành “hồ”.",
        ["replace_text “ao” → “hồ” in dieu-5.khoan-2"],
    ),
    "a phrase without the new words": (
        "1. Thay thế cụm từ “ao” tại khoản 2 Điều 5 Luật Sen số 44/2016/QH14.",
        ["refused(not-understood) dieu-5.khoan-2"],
    ),
    "a colon before the phrases, the new words behind the places": (
        "1. Thay thế các cụm từ: “A” tại điểm a khoản 1 Điều 3 và cụm từ “B” tại khoản 2 Điều 4 thành “C”.",
        ["replace_text “A” → “C” in dieu-3.khoan-1.diem-a", "replace_text “B” → “C” in dieu-4.khoan-2"],
    ),
    "the title of the act among the places": (
        "1. Thay thế cụm từ “A” bằng cụm từ “B” tại tên Luật, tên Chương II, khoản 1 Điều 3.",
        [
            "replace_text “A” → “B” in act (heading)",
            "replace_text “A” → “B” in chuong-ii (heading)",
            "replace_text “A” → “B” in dieu-3.khoan-1",
        ],
    ),
    "the title of the act behind the places": (
        "1. Thay thế cụm từ “A” bằng cụm từ “B” tại khoản 1 Điều 3 và tên Luật.",
        ["replace_text “A” → “B” in dieu-3.khoan-1", "replace_text “A” → “B” in act (heading)"],
    ),
    "the title of the act quoted anew": (
        "1. Sửa đổi tên của Luật như sau:\n“Ao, hồ và đầm”.",
        ["retitle “Ao, hồ và đầm” on act (heading)"],
    ),
    "the title of the act and an article": (
        "1. Sửa đổi tên gọi của Luật và Điều 1 như sau:\n“Ao, hồ và đầm\nĐiều 1. Phạm vi\nLuật này quy định về ao.”.",
        ["refused(label-mismatch) act (heading)", "substitute dieu-1", "refused(label-mismatch) dieu-1"],
    ),
    "words at the end, the place said first": (
        "1. Bổ sung vào cuối khoản 3 Điều 48 nội dung: “; và cá con”.\n2. Bổ sung nội dung: “, cá con” vào cuối khoản 2 Điều 4.",
        ["insert_text “; và cá con” end in dieu-48.khoan-3", "insert_text “, cá con” end in dieu-4.khoan-2"],
    ),
    "a sentence at the end may be a paragraph": (
        "1. Bổ sung vào cuối khoản 3 Điều 48 nội dung: “Cá con thả lại ao.”.",
        ["refused(target-ambiguous) dieu-48.khoan-3"],
    ),
    "a range is renumbered unit by unit": (
        "1. Các khoản từ khoản 5 đến khoản 7 của Điều 7 được chuyển thành khoản 4 đến khoản 6.",
        ["renumber “4” on dieu-7.khoan-5", "renumber “5” on dieu-7.khoan-6", "renumber “6” on dieu-7.khoan-7"],
    ),
    "ranges of different length": (
        "1. Các khoản từ khoản 5 đến khoản 7 của Điều 7 được chuyển thành khoản 4 đến khoản 5.",
        ["refused(unsupported) dieu-7.khoan-5"],
    ),
    "what makes room for a number that cannot be given stays too": (
        "1. Bỏ điểm 3, sửa đổi điểm 4 thành điểm 3 tại mục 2 Mẫu số 01, Mẫu số 02.",
        ["refused(unsupported) phu-luc-mẫu-số-01.muc-2.diem-3", "refused(unsupported) phu-luc-mẫu-số-01.muc-2.diem-4"],
    ),
    "a form with another number is another form": (
        "1. Sửa Mẫu số 1 thành Mẫu số 28.",
        ["refused(unsupported) phu-luc-mẫu-số-1"],
    ),
    "a unit of a form is called mục and printed as a clause": (
        "1. Sửa đổi, bổ sung mục 4 Phần III Mẫu số 01 như sau:\n“4. Số tiền phải nộp”.",
        ["substitute phu-luc-mẫu-số-01.phan-iii.muc-4"],
    ),
    "a unit of a form with another number": (
        "1. Sửa đổi, bổ sung mục 4 Phần III Mẫu số 01 như sau:\n“5. Số tiền phải nộp”.",
        ["refused(label-mismatch) phu-luc-mẫu-số-01.phan-iii.muc-4", "refused(label-mismatch) phu-luc-mẫu-số-01.phan-iii.muc-4"],
    ),
    "a section of an act is no clause": (
        "1. Sửa đổi, bổ sung Mục 4 Chương III như sau:\n“4. Số tiền phải nộp”.",
        ["refused(label-mismatch) chuong-iii.muc-4", "refused(label-mismatch) chuong-iii.muc-4"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_wording(name: str) -> None:
    text, expected = CASES[name]
    assert operations(text) == expected


def _with_annexes(command: str, annexes: str) -> list[str]:
    act = document(
        f"""
LUẬT
SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT AO HỒ
Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Ao hồ số 12/2015/QH13.
Điều 1. Sửa đổi, bổ sung một số điều của Luật Ao hồ
1. {command}
Điều 2. Hiệu lực thi hành
Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2021.
{annexes}
"""
    )
    return [f"{short(op)}: {op.payload[0].label}" if op.payload else short(op) for op in read(act).operations]


LIST = "Phụ lục I\nDANH MỤC CÁ\n1. Cá chép.\n2. Cá trê."
FORMS = "Mẫu số 04\nĐƠN XIN ĐÀO AO\nKính gửi: Ủy ban nhân dân xã.\nMẫu số 06\nĐƠN XIN THẢ CÁ\nKính gửi: Ủy ban nhân dân xã."
COMMAND = "Thay thế Phụ lục I bằng Phụ lục I ban hành kèm theo Luật này."


def test_an_annex_replaced_by_the_annex_of_this_act() -> None:
    assert _with_annexes(COMMAND, LIST) == ["substitute phu-luc-i: I"]


def test_an_annex_with_forms_behind_it_is_not_replaced_by_its_first_page() -> None:
    assert _with_annexes(COMMAND, f"{LIST}\n{FORMS}") == ["refused(unsupported) phu-luc-i"]


def test_forms_are_not_replaced() -> None:
    command = "Thay thế các Mẫu số 02, 04 Phụ lục I bằng lần lượt các Mẫu số 02, 04 Phụ lục I ban hành kèm theo Luật này."
    assert _with_annexes(command, f"{LIST}\n{FORMS}") == [
        "refused(unsupported) phu-luc-i.phu-luc-mẫu-số-02",
        "refused(unsupported) phu-luc-i.phu-luc-mẫu-số-04",
    ]
