"""Words, renumbering: wordings of drafters, and beside each a case that stays refused."""

from __future__ import annotations

import pytest
from amend_samples import operations

CASES = {
    "a form by its title": (
        "1. Bãi bỏ mẫu “Đơn xin ao” tại Phụ lục II.\n2. Bãi bỏ mẫu Đơn xin ao tại Phụ lục II.",
        ["repeal phu-luc-ii.mau-ten-ddơn-xin-ao", "repeal phu-luc-ii.mau-ten-ddơn-xin-ao"],
    ),
    "a form called by a common word": ("1. Bãi bỏ mẫu đơn xin ao.", ["refused(unclaimed-text) act"]),
    "a cell, the row or the column first": (
        "1. Thay cụm từ “ao” bằng cụm từ “hồ” tại số thứ tự 3, cột (4) Phụ lục II.\n"
        "2. Bỏ cụm từ “ao” tại cột thứ 4 số thứ tự 3 Phụ lục II.",
        ["replace_text “ao” → “hồ” in phu-luc-ii.hang-3.cot-4", "delete_text “ao” in phu-luc-ii.hang-3.cot-4"],
    ),
    "a column and several rows": (
        "1. Thay cụm từ “ao” bằng cụm từ “hồ” tại cột 4, số thứ tự 3 và số thứ tự 5 Phụ lục II.",
        ["refused(target-ambiguous) hang-3.cot-4", "refused(target-ambiguous) phu-luc-ii.hang-5"],
    ),
    "columns of forms, the act named by its kind": (
        "1. Bãi bỏ từ “ao” tại cột thứ 5 và cột thứ 10 Mẫu số 03 ban hành kèm theo Thông tư liên tịch.",
        ["delete_text “ao” in mau-03.cot-5", "delete_text “ao” in mau-03.cot-10"],
    ),
    "the note of an annex, and one of several": (
        "1. Bãi bỏ phần ghi chú tại Phụ lục II.\n2. Bãi bỏ ghi chú (2) của Phụ lục II.",
        ["repeal phu-luc-ii.doan-ghi-chu", "refused(unclaimed-text) act"],
    ),
    "what was printed and what it should be": (
        "1. Tại khoản 2 Điều 5, đã in: “ao”; nay sửa lại là: “hồ”.\n2. Cụm từ “ao” tại khoản 3 Điều 5 nay đọc là “hồ”.",
        ["replace_text “ao” → “hồ” in dieu-5.khoan-2", "replace_text “ao” → “hồ” in dieu-5.khoan-3"],
    ),
    "a unit, and the words in it that change": (
        "1. Sửa đổi khoản 2 Điều 5: thay “ao” bằng “hồ”.\n2. Đính chính khoản 3 Điều 5 từ “ao” thành “hồ”.",
        ["replace_text “ao” → “hồ” in dieu-5.khoan-2", "replace_text “ao” → “hồ” in dieu-5.khoan-3"],
    ),
    "a place by page and line": (
        "1. Tại khoản 2 Điều 5, dòng thứ 3 trang 2, đã in là “ao” nay sửa lại là “hồ”.",
        ["refused(not-understood) dieu-5.khoan-2"],
    ),
    "a unit that goes to another, the larger unit behind both": (
        "1. Chuyển điểm c khoản 1 thành điểm a khoản 2 Điều 6.",
        ["renumber “a” on dieu-6.khoan-1.diem-c within dieu-6.khoan-2"],
    ),
    "a new number said alone": ("1. Chuyển khoản 3 Điều 5 thành khoản 4.", ["renumber “4” on dieu-5.khoan-3"]),
    "articles that go to another chapter": (
        "1. Chuyển Điều 12 và Điều 13 từ Chương I sang Chương II.",
        ["renumber “12” on dieu-12 within chuong-ii", "renumber “13” on dieu-13 within chuong-ii"],
    ),
    "a new number, and behind it the chapter it stands in": (
        "1. Chuyển Điều 12 thành Điều 15a và chuyển sang Chương II.\n2. Chuyển Điều 13 thành Điều 9a và chuyển sang Mục 2 Chương III.",
        ["renumber “15a” on dieu-12 within chuong-ii", "renumber “9a” on dieu-13 within chuong-iii.muc-2"],
    ),
    "a clause of an article that is not named goes to another": (
        "1. Chuyển khoản 3 sang Điều 7.\n2. Chuyển khoản 3 thành khoản 4 và chuyển sang Điều 7.",
        ["refused(not-understood) khoan-3", "refused(target-ambiguous) khoan-3", "refused(not-understood) act"],
    ),
    "a clause that becomes a point": (
        "1. Chuyển khoản 3 Điều 5 thành điểm a khoản 2 Điều 5.",
        ["refused(unsupported) dieu-5.khoan-3"],
    ),
    "units merged, and one without words": (
        "1. Gộp các điểm b và c khoản 1 Điều 5 thành điểm b như sau:\n“b) Ao, hồ;”.\n2. Gộp khoản 1 và khoản 2 Điều 6 thành khoản 1.",
        ["substitute dieu-5.khoan-1.diem-b to diem-c", "refused(payload-missing) dieu-6.khoan-1"],
    ),
    "a sentence by its number": (
        "1. Bỏ câu thứ hai điểm a khoản 2 và câu cuối khoản 3 Điều 5.",
        ["repeal dieu-5.khoan-2.diem-a.cau-2", "repeal dieu-5.khoan-3.cau-cuoi"],
    ),
    "a paragraph beside a sentence, and the lead called a sentence": (
        "1. Bổ sung đoạn sau vào sau câu thứ nhất khoản 2 Điều 5: “Ao cạn.”\n2. Bỏ câu dẫn khoản 2 Điều 5.",
        ["refused(target-ambiguous) dieu-5.khoan-2.cau-1", "refused(descriptive) act"],
    ),
    "a sentence of the opening paragraph": (
        "1. Sửa đổi câu đầu tiên đoạn mở đầu khoản 2 Điều 5 như sau: “Chủ ao nộp phí.”",
        ["substitute dieu-5.khoan-2.cau-1 (lead)"],
    ),
    "a part named in a bracket": (
        "1. Thay thế cụm từ “ao” bằng cụm từ “hồ” tại khoản 1 (câu thứ hai) Điều 5.",
        ["refused(not-understood) khoan-1"],
    ),
    "two places of one phrase in one command": (
        "1. Thay thế cụm từ “ao” xuất hiện lần thứ hai và lần thứ ba tại khoản 3 Điều 5 bằng cụm từ “hồ”.",
        ["refused(not-understood) dieu-5.khoan-3"],
    ),
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
    "a whole act and an annex of it": (
        "1. Thay thế cụm từ “A” bằng cụm từ “B” tại Luật Ao hồ số 12/2015/QH13 và Phụ lục I kèm theo.",
        ["refused(not-understood) phu-luc-i"],
    ),
    "throughout the act and in an annex of it": (
        "1. Thay thế cụm từ “A” bằng cụm từ “B” trong toàn bộ Luật Ao hồ số 12/2015/QH13 và Phụ lục I.",
        ["refused(not-understood) phu-luc-i"],
    ),
    "so many times": (
        "1. Thay thế cụm từ “A” tại Điều 5 (02 lần) bằng cụm từ “C”.",
        ["refused(not-understood) dieu-5"],
    ),
    "the places first, again and again": (
        "1. Tại Điều 5 và tại Điều 6, bỏ cụm từ “A” và tại khoản 2 Điều 7, thay cụm từ “B” bằng cụm từ “C”; tại Điều 8, bỏ cụm từ “D”.",
        ["delete_text “A” in dieu-5", "delete_text “A” in dieu-6", "replace_text “B” → “C” in dieu-7.khoan-2", "delete_text “D” in dieu-8"],
    ),
    "a place behind a semicolon": (
        "1. Thay cụm từ “A” bằng cụm từ “B”; bổ sung cụm từ “C” vào sau cụm từ “D” tại khoản 3 Điều 13.",
        ["replace_text “A” → “B” in dieu-13.khoan-3", "insert_text “C” after “D” in dieu-13.khoan-3"],
    ),
    "a second sentence": (
        "1. Bổ sung cụm từ “C” vào sau cụm từ “D” tại khoản 3 Điều 13. Bổ sung nội dung: “; trừ ao nhỏ.” vào cuối khoản 4 Điều 13.",
        ["insert_text “C” after “D” in dieu-13.khoan-3", "insert_text “; trừ ao nhỏ.” end in dieu-13.khoan-4"],
    ),
    "quoted words on lines of their own": (
        "1. Bãi bỏ cụm từ “A”; bổ sung nội dung:\n“, trừ ao nhỏ”\ntại cuối khoản 8 Điều 17.\n2. Bãi bỏ Điều 5.",
        ["delete_text “A” in dieu-17.khoan-8", "insert_text “, trừ ao nhỏ” end in dieu-17.khoan-8", "repeal dieu-5"],
    ),
    "the recitals among the places": (
        "1. Thay thế cụm từ “A” bằng cụm từ “B” tại phần căn cứ ban hành, Điều 29.",
        ["refused(target-ambiguous) act", "replace_text “A” → “B” in dieu-29"],
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
        ["refused(unsupported) mau-01.muc-2.diem-3", "refused(unsupported) mau-01.muc-2.diem-4"],
    ),
    "a form with another number is another form": (
        "1. Sửa Mẫu số 1 thành Mẫu số 28.",
        ["refused(unsupported) mau-1"],
    ),
    "a unit of a form is called mục and printed as a clause": (
        "1. Sửa đổi, bổ sung mục 4 Phần III Mẫu số 01 như sau:\n“4. Số tiền phải nộp”.",
        ["substitute mau-01.phan-iii.muc-4"],
    ),
    "a unit of a form with another number": (
        "1. Sửa đổi, bổ sung mục 4 Phần III Mẫu số 01 như sau:\n“5. Số tiền phải nộp”.",
        ["refused(label-mismatch) mau-01.phan-iii.muc-4", "refused(label-mismatch) mau-01.phan-iii.muc-4"],
    ),
    "what an annex is about, and what else goes": (
        "1. Bãi bỏ Phụ lục II về danh mục ao, khoản 2 Điều 5 và Điều 7 về bờ ao.",
        ["repeal phu-luc-ii", "repeal dieu-5.khoan-2", "repeal dieu-7"],
    ),
    "verbs in what an annex is about are no commands": (
        "1. Bãi bỏ Phụ lục II về đơn cấp, sửa đổi, bổ sung giấy phép, thay thế cụm từ “bờ” bằng cụm từ “mép” tại Điều 3.",
        ["repeal phu-luc-ii", "replace_text “bờ” → “mép” in dieu-3"],
    ),
    "what an annex is about stands in front of the next command": (
        "1. Bãi bỏ Phụ lục II về danh mục ao, sửa đổi khoản 2 Điều 5 như sau:\n“2. Ao có bờ.”.",
        ["repeal phu-luc-ii", "substitute dieu-5.khoan-2"],
    ),
    "units in what an annex is about, and one more": (
        "1. Bãi bỏ Phụ lục II về danh mục ao tại khoản 1 Điều 5 và khoản 2 Điều 6.",
        ["refused(not-understood) phu-luc-ii"],
    ),
    "an exception behind what an annex is about": (
        "1. Bãi bỏ Phụ lục II về danh mục ao, trừ mục 3.",
        ["refused(not-understood) phu-luc-ii"],
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
