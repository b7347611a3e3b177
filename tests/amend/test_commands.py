"""Command sentences of the catalogue in docs/language.md, and the operations they are."""

from __future__ import annotations

import pytest
from amend_samples import amending, operations, read, short

from lawtrack.law.message import Message
from lawtrack.law.refusal import Reason

CASES = {
    # -- substitution ------------------------------------------------------------------------------------------------
    "A1 an article": (
        "1. Sửa đổi, bổ sung Điều 4 như sau:\n“Điều 4. Thả cá\n1. Được thả cá chép.\n2. Không thả cá trê.”.",
        ["substitute dieu-4"],
    ),
    "A2 a clause": ("1. Sửa đổi, bổ sung khoản 2 Điều 7 như sau:\n“2. Ao phải có bờ.”.", ["substitute dieu-7.khoan-2"]),
    "A3 a point with đ": (
        "1. Sửa đổi, bổ sung điểm đ khoản 1 Điều 9 như sau:\n“đ) Bờ ao bằng đất;”.",
        ["substitute dieu-9.khoan-1.diem-dd"],
    ),
    "A4 clauses of one article, the article said above": (
        "1. Sửa đổi, bổ sung một số khoản của Điều 8 như sau:\na) Sửa đổi, bổ sung khoản 4 như sau:\n“4. Bốn.”;\n"
        "b) Bổ sung khoản 4a vào sau khoản 4 như sau:\n“4a. Bốn a.”;\nc) Bãi bỏ khoản 6.",
        ["substitute dieu-8.khoan-4", "insert after dieu-8.khoan-4: khoan-4a", "repeal dieu-8.khoan-6"],
    ),
    "A5 two points": (
        "1. Sửa đổi, bổ sung điểm a và điểm b khoản 1 Điều 3 như sau:\n“a) Một;\nb) Hai;”.",
        ["substitute dieu-3.khoan-1.diem-a", "substitute dieu-3.khoan-1.diem-b"],
    ),
    "A6 a list of points": (
        "1. Sửa đổi, bổ sung các điểm a, d và đ khoản 1 Điều 3 như sau:\n“a) Một;\nd) Hai;\nđ) Ba.”.",
        ["substitute dieu-3.khoan-1.diem-a", "substitute dieu-3.khoan-1.diem-d", "substitute dieu-3.khoan-1.diem-dd"],
    ),
    "A7 clauses that only the quotation names": (
        "1. Sửa đổi, bổ sung một số khoản của Điều 6 như sau:\n“2. Hai.\n5. Năm.”.",
        ["substitute dieu-6.khoan-2", "substitute dieu-6.khoan-5"],
    ),
    "A8 opening words of a clause, its number repeated": (
        "1. Sửa đổi, bổ sung đoạn mở đầu khoản 2 Điều 5 như sau:\n“2. Chủ ao có quyền:”.",
        ["substitute dieu-5.khoan-2 (lead)"],
    ),
    "A9 the last paragraph, the second paragraph": (
        "1. Sửa đổi, bổ sung khổ cuối khoản 1 Điều 20 như sau:\n“Chủ ao chịu trách nhiệm.”.\n"
        "2. Sửa đổi, bổ sung đoạn 2 khoản 1 Điều 40 như sau:\n“Ao chung do xã quản lý.”.",
        ["substitute dieu-20.khoan-1 (tail)", "substitute dieu-40.khoan-1.doan-2"],
    ),
    "A10 a bullet": (
        "1. Sửa đổi gạch đầu dòng thứ nhất của điểm g khoản 1 Điều 2 như sau:\n“- Cá chép.”.",
        ["substitute dieu-2.khoan-1.diem-g.gach-1"],
    ),
    "A11 title and clause, and clauses that come in": (
        "1. Sửa đổi, bổ sung tên điều, khoản 1; bổ sung các khoản 1a và 1b vào sau khoản 1 Điều 9 như sau:\n"
        "“Điều 9. Đào ao\n1. Một.\n1a. Một a.\n1b. Một b.”.",
        ["retitle “Đào ao” on dieu-9 (heading)", "substitute dieu-9.khoan-1", "insert after dieu-9.khoan-1: khoan-1a khoan-1b"],
    ),
    "A12 the title of a chapter on two lines": (
        "1. Sửa đổi, bổ sung tên Chương IV như sau:\n“Chương IV\nNUÔI CÁ, TRỒNG SEN”.",
        ["retitle “NUÔI CÁ, TRỒNG SEN” on chuong-iv (heading)"],
    ),
    "A13 the title of a section without its label": (
        "1. Sửa đổi tên Mục 2 Chương V như sau:\n“BẢO VỆ BỜ AO”.",
        ["retitle “BẢO VỆ BỜ AO” on chuong-v.muc-2 (heading)"],
    ),
    "A14 the heading of a clause is its opening words": (
        "1. Sửa đổi, bổ sung tiêu đề khoản 2 Điều 16 như sau:\n“2. Trình tự đào ao:”.",
        ["substitute dieu-16.khoan-2 (lead)"],
    ),
    "A15 a whole section": (
        "1. Sửa đổi, bổ sung Mục 2 Chương II như sau:\n“Mục 2\nĐÀO AO\nĐiều 11. Phép\n1. Phải xin phép.\nĐiều 12. Hạn\nHạn là một năm.”.",
        ["substitute chuong-ii.muc-2"],
    ),
    # -- insertion ---------------------------------------------------------------------------------------------------
    "B1 an article": (
        "1. Bổ sung Điều 43a vào sau Điều 43 như sau:\n“Điều 43a. Sen\nSen do chủ ao trồng.”.",
        ["insert after dieu-43: dieu-43a"],
    ),
    "B2 in a container": (
        "1. Bổ sung Điều 20a vào sau Điều 20 trong Mục 4 Chương VIII như sau:\n“Điều 20a. Sen\nSen do chủ ao trồng.”.",
        ["insert after dieu-20 within chuong-viii.muc-4: dieu-20a"],
    ),
    "B3 several articles and one that changes": (
        "1. Sửa đổi, bổ sung Điều 91 và bổ sung Điều 91a, 91b vào sau Điều 91 như sau:\n"
        "“Điều 91. Một\nLời một.\nĐiều 91a. Hai\nLời hai.\nĐiều 91b. Ba\nLời ba.”.",
        ["substitute dieu-91", "insert after dieu-91: dieu-91a dieu-91b"],
    ),
    "B4 before": (
        "1. Bổ sung Điều 12a vào trước Điều 13 trong Mục 1 Chương I Phần thứ hai như sau:\n“Điều 12a. Sen\nSen do chủ ao trồng.”.",
        ["insert before dieu-13 within phan-thứ-hai.chuong-i.muc-1: dieu-12a"],
    ),
    "B5 into a chapter and before": (
        "1. Bổ sung Điều 98h vào Chương VIII và vào trước Điều 99 như sau:\n“Điều 98h. Sen\nSen do chủ ao trồng.”.",
        ["insert before dieu-99 within chuong-viii: dieu-98h"],
    ),
    "B6 a clause, without “vào”": (
        "1. Bổ sung khoản 8a sau khoản 8 Điều 2 như sau:\n“8a. Tám a.”.",
        ["insert after dieu-2.khoan-8: khoan-8a"],
    ),
    "B7 a clause before the first": (
        "1. Bổ sung khoản 1a vào trước khoản 1 Điều 79 như sau:\n“1a. Một a.”.",
        ["insert before dieu-79.khoan-1: khoan-1a"],
    ),
    "B8 the label tells the place": (
        "1. Bổ sung khoản 3 vào Điều 16 như sau:\n“3. Ba.”.\n2. Bổ sung khoản 9 Điều 3 như sau:\n“9. Chín.”.\n"
        "3. Bổ sung Điều 17a như sau:\n“Điều 17a. Sen\nSen do chủ ao trồng.”.",
        ["insert into dieu-16: khoan-3", "insert into dieu-3: khoan-9", "insert into act: dieu-17a"],
    ),
    "B9 points": (
        "1. Bổ sung các điểm d, đ và e vào sau điểm c khoản 1 Điều 23 như sau:\n“d) Bốn;\nđ) Năm;\ne) Sáu.”.",
        ["insert after dieu-23.khoan-1.diem-c: diem-d diem-đ diem-e"],
    ),
    "B10 a point between points, and one that changes": (
        "1. Sửa đổi, bổ sung điểm b và bổ sung điểm b1 vào sau điểm b khoản 1 Điều 32 như sau:\n“b) Hai;\nb1) Hai rưỡi;”.",
        ["substitute dieu-32.khoan-1.diem-b", "insert after dieu-32.khoan-1.diem-b: diem-b1"],
    ),
    "B11 a section": (
        "1. Bổ sung Mục 3 vào sau Mục 2 Chương IV như sau:\n“Mục 3\nSEN\nĐiều 93a. Trồng sen\nSen do chủ ao trồng.”.",
        ["insert after chuong-iv.muc-2: muc-3"],
    ),
    "B13 an opening paragraph": (
        "1. Bổ sung đoạn mở đầu vào trước khoản 1 Điều 44 như sau:\n“Chủ ao có các quyền sau đây:”.",
        ["insert before dieu-44.khoan-1: doan"],
    ),
    "receivers of two kinds in one sentence": (
        "1. Sửa đổi, bổ sung tên Điều 26; bổ sung điểm d vào khoản 1, bổ sung khoản 3 và khoản 4 vào Điều 26 như sau:\n"
        "“Điều 26. Tên mới\nd) Bốn;\n3. Ba.\n4. Bốn.”.",
        ["retitle “Tên mới” on dieu-26 (heading)", "insert into dieu-26.khoan-1: diem-d", "insert into dieu-26: khoan-3 khoan-4"],
    ),
    # -- repeal ------------------------------------------------------------------------------------------------------
    "C1 a list": (
        "1. Bãi bỏ các Điều 32, 33 và 51, điểm b khoản 1 Điều 63, khoản 3 và khoản 4 Điều 79.",
        [
            "repeal dieu-32",
            "repeal dieu-33",
            "repeal dieu-51",
            "repeal dieu-63.khoan-1.diem-b",
            "repeal dieu-79.khoan-3",
            "repeal dieu-79.khoan-4",
        ],
    ),
    "C2 a container and what it holds": ("1. Bãi bỏ Chương VIII gồm các điều từ Điều 67 đến Điều 78.", ["repeal chuong-viii"]),
    "C2 a container and what it holds, behind a comma": (
        "1. Bãi bỏ Chương IV, bao gồm các điều 11, 12 và 13; Điều 20.",
        ["repeal chuong-iv", "repeal dieu-20"],
    ),
    "C3 ranges": (
        "1. Bãi bỏ từ khoản 1 đến khoản 11 Điều 1; các điều từ Điều 5 đến Điều 18.",
        ["repeal dieu-1.khoan-1 to khoan-11", "repeal dieu-5 to dieu-18"],
    ),
    "C4 “bỏ”": (
        "1. Bỏ điểm đ khoản 2, điểm b khoản 3 Điều 72; điểm g khoản 2 Điều 74.",
        ["repeal dieu-72.khoan-2.diem-dd", "repeal dieu-72.khoan-3.diem-b", "repeal dieu-74.khoan-2.diem-g"],
    ),
    "C5 the titles of sections alone": (
        "1. Bãi bỏ tên Mục 1, Mục 2 trong Chương III.",
        ["unwrap chuong-iii.muc-1", "unwrap chuong-iii.muc-2"],
    ),
    "C6 described": (
        "1. Bãi bỏ các nội dung quy định về thuế ao tại khoản 3 Điều 27.",
        ["refused(descriptive) dieu-27.khoan-3"],
    ),
    "repeal and change in one sentence, the article said once": (
        "1. Bãi bỏ khoản 1 và sửa đổi, bổ sung khoản 3 Điều 88 như sau:\n“3. Ba.”.",
        ["repeal dieu-88.khoan-1", "substitute dieu-88.khoan-3"],
    ),
    # -- words -------------------------------------------------------------------------------------------------------
    "D1 at many places": (
        "1. Thay thế cụm từ “ao làng” bằng cụm từ “ao xã” tại khoản 11 Điều 3, điểm a và điểm b khoản 2 Điều 35;",
        [
            "replace_text “ao làng” → “ao xã” in dieu-3.khoan-11",
            "replace_text “ao làng” → “ao xã” in dieu-35.khoan-2.diem-a",
            "replace_text “ao làng” → “ao xã” in dieu-35.khoan-2.diem-b",
        ],
    ),
    "D2 the verb said once": (
        "1. Thay thế từ “đào” bằng từ “nạo” tại khoản 2 Điều 8; cụm từ “bờ đất” bằng cụm từ “bờ kè” tại Điều 30.",
        ["replace_text “đào” → “nạo” in dieu-8.khoan-2", "replace_text “bờ đất” → “bờ kè” in dieu-30"],
    ),
    "D3 pairs at two points of one clause": (
        "1. Thay thế cụm từ “a” bằng cụm từ “b” tại điểm đ khoản 2 và cụm từ “c” bằng cụm từ “d” tại điểm e khoản 2 Điều 54;",
        ["replace_text “a” → “b” in dieu-54.khoan-2.diem-dd", "replace_text “c” → “d” in dieu-54.khoan-2.diem-e"],
    ),
    "D4 deletion": (
        "1. Bỏ cụm từ “06 tháng,” tại khoản 3 và điểm c khoản 5 Điều 17.\n2. Bãi bỏ cụm từ “, Bộ Ao” tại khoản 2 Điều 22.",
        [
            "delete_text “06 tháng,” in dieu-17.khoan-3",
            "delete_text “06 tháng,” in dieu-17.khoan-5.diem-c",
            "delete_text “, Bộ Ao” in dieu-22.khoan-2",
        ],
    ),
    "D5 addition": (
        "1. Bổ sung cụm từ “, sen” vào sau từ “cá” tại khoản 4 Điều 2.",
        ["insert_text “, sen” after “cá” in dieu-2.khoan-4"],
    ),
    "D6 at the start, and at the end": (
        "1. Bổ sung cụm từ “Dẫn đến” vào đầu điểm e khoản 2 Điều 9; bổ sung cụm từ “trong năm” vào cuối khoản 3 Điều 9.",
        ["insert_text “Dẫn đến” start in dieu-9.khoan-2.diem-e", "insert_text “trong năm” end in dieu-9.khoan-3"],
    ),
    "D7 punctuation, a new neighbour behind each place": (
        "1. Thay thế dấu “,” bằng từ “hoặc” trước từ “cá” tại điểm i khoản 1, trước từ “sen” tại điểm m khoản 1 Điều 52;\n"
        "2. Bỏ dấu phẩy sau cụm từ “200.000 đồng” tại khoản 1 Điều 76.",
        [
            "replace_text “,” → “hoặc” before “cá” in dieu-52.khoan-1.diem-i",
            "replace_text “,” → “hoặc” before “sen” in dieu-52.khoan-1.diem-m",
            "delete_text “,” after “200.000 đồng” in dieu-76.khoan-1",
        ],
    ),
    "D8 in titles": (
        "1. Thay thế cụm từ “ao” bằng cụm từ “hồ” tại tên Chương II, tên Mục 2 Chương II, khoản 2 Điều 4.",
        [
            "replace_text “ao” → “hồ” in chuong-ii (heading)",
            "replace_text “ao” → “hồ” in chuong-ii.muc-2 (heading)",
            "replace_text “ao” → “hồ” in dieu-4.khoan-2",
        ],
    ),
    "D8 the doubled word spreads the title": (
        "1. Bỏ cụm từ “của xã” tại tên điều Điều 20 và Điều 21.",
        ["delete_text “của xã” in dieu-20 (heading)", "delete_text “của xã” in dieu-21 (heading)"],
    ),
    "D10 places inherited from the line above": (
        "1. Sửa đổi, bổ sung một số điểm của khoản 2 Điều 6 như sau:\n"
        "a) Thay thế cụm từ “ao” bằng cụm từ “hồ” tại điểm b;\nb) Bãi bỏ điểm c.",
        ["replace_text “ao” → “hồ” in dieu-6.khoan-2.diem-b", "repeal dieu-6.khoan-2.diem-c"],
    ),
    "D10 in the whole act, said first, passive": (
        "1. Trong Luật Ao hồ số 12/2015/QH13, cụm từ “ao làng” được thay bằng cụm từ “ao xã”; cụm từ “bờ” được thay bằng cụm từ “kè”.",
        ["replace_text “ao làng” → “ao xã” in act", "replace_text “bờ” → “kè” in act"],
    ),
    "D11 correction": (
        "1. Chỉnh sửa cụm từ “khoản 1 Điều 8” thành cụm từ “khoản 2 Điều 16” tại Điều 10.",
        ["replace_text “khoản 1 Điều 8” → “khoản 2 Điều 16” in dieu-10"],
    ),
    "a quotation never closed inside a sentence": (
        "1. Thay từ “đào bằng cụm từ “nạo vét” tại khoản 4 Điều 11;",
        ["replace_text “đào” → “nạo vét” in dieu-11.khoan-4"],
    ),
    "places before the new words": (
        "1. Thay thế cụm từ “ao làng” tại điểm a khoản 2 Điều 3 bằng cụm từ “ao xã”.",
        ["replace_text “ao làng” → “ao xã” in dieu-3.khoan-2.diem-a"],
    ),
    "two verbs, the place behind the last": (
        "1. Thay cụm từ “ao” bằng cụm từ “hồ” và bỏ cụm từ “sâu” tại khoản 2 Điều 16;",
        ["replace_text “ao” → “hồ” in dieu-16.khoan-2", "delete_text “sâu” in dieu-16.khoan-2"],
    ),
    # -- the rest ----------------------------------------------------------------------------------------------------
    "renumbering": (
        "1. Bãi bỏ điểm d và sửa đổi điểm đ thành điểm d khoản 1 Điều 18.",
        ["repeal dieu-18.khoan-1.diem-d", "renumber “d” on dieu-18.khoan-1.diem-dd"],
    ),
    "passive style": ("1. Điều 8 được sửa đổi, bổ sung như sau:\n“Điều 8. Cá\nCá do chủ ao nuôi.”.", ["substitute dieu-8"]),
    "quoted in the line itself": (
        "1. Bổ sung điểm c vào sau điểm b khoản 10 Điều 5 như sau: “c) Ba.”.",
        ["insert after dieu-5.khoan-10.diem-b: diem-c"],
    ),
    "“Điều này”": (
        "1. Bỏ cụm từ “cá” tại khoản 1 Điều 55 và sửa đổi, bổ sung khoản này như sau:\n“1. Một.”.",
        ["delete_text “cá” in dieu-55.khoan-1", "substitute dieu-55.khoan-1"],
    ),
    "a point of the next clause behind the points of a quoted clause": (
        "1. Sửa đổi, bổ sung điểm c khoản 1, khoản 2 và điểm d khoản 3 Điều 35 như sau:\n“c) Ba;\n2. Hai:\na) Một;\nb) Hai;\nd) Bốn.”.",
        ["substitute dieu-35.khoan-1.diem-c", "substitute dieu-35.khoan-2", "substitute dieu-35.khoan-3.diem-d"],
    ),
    "forms in a list that ends before an annex is named": (
        "1. Bỏ cụm từ “ao” tại các Mẫu số 01, Mẫu số 05 và Mẫu số 06, Mẫu số 02, Mẫu số 03 Phụ lục I.",
        [
            "delete_text “ao” in mau-01",
            "delete_text “ao” in mau-05",
            "delete_text “ao” in mau-06",
            "delete_text “ao” in phu-luc-i.mau-02",
            "delete_text “ao” in phu-luc-i.mau-03",
        ],
    ),
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_a_command_gives_its_operations(case: str) -> None:
    command, expected = CASES[case]
    assert operations(command) == expected


REFUSED = {
    "a unit the quotation lacks": (
        "1. Sửa đổi, bổ sung khoản 1 và khoản 2 Điều 4 như sau:\n“1. Một.”.",
        ["substitute dieu-4.khoan-1", "refused(label-mismatch) dieu-4.khoan-2"],
    ),
    "a unit the command does not name": (
        "1. Sửa đổi, bổ sung khoản 1 Điều 4 như sau:\n“1. Một.\n2. Hai.”.",
        ["substitute dieu-4.khoan-1", "refused(label-mismatch) dieu-4.khoan-1"],
    ),
    "paragraphs behind a point, inside the clause that is quoted around it": (
        "1. Sửa đổi, bổ sung điểm a khoản 2 Điều 4 như sau:\n“2. Tiền thuê ao:\na) Tính như sau:\nTiền thuê\nTrong đó:\nGiá ao.”.",
        ["refused(label-mismatch) dieu-4.khoan-2.diem-a"],
    ),
    "no quotation": ("1. Sửa đổi, bổ sung khoản 1 Điều 4 như sau:", ["refused(payload-missing) dieu-4.khoan-1"]),
    "an article never named": ("1. Bãi bỏ khoản 3.", ["refused(target-ambiguous) khoan-3"]),
    "title or whole": (
        "1. Bổ sung cụm từ “, hồ” vào sau cụm từ “ao” tại tên Điều 26, Điều 27.",
        ["insert_text “, hồ” after “ao” in dieu-26 (heading)", "refused(target-ambiguous) dieu-27"],
    ),
    "words the grammar does not know": (
        "1. Sửa đổi, bổ sung khoản 2 Điều 4 theo phương án của xã như sau:\n“2. Hai.”.",
        ["refused(not-understood) dieu-4.khoan-2"],
    ),
    "words that no command claims": ("1. Chủ ao phải làm theo các quy định mới.", ["refused(unclaimed-text) act"]),
    "a place that is no unit": (
        "1. Thay thế cụm từ “ao” bằng cụm từ “hồ” tại phần căn cứ ban hành, Điều 29.",
        ["refused(target-ambiguous) act", "replace_text “ao” → “hồ” in dieu-29"],
    ),
}


@pytest.mark.parametrize("case", REFUSED, ids=str)
def test_what_is_not_certain_is_refused_where_it_stands(case: str) -> None:
    command, expected = REFUSED[case]
    assert operations(command) == expected


def test_new_words_without_quotation_marks_are_shown_to_the_editor() -> None:
    (told,) = read(amending("1. Sửa đổi, bổ sung mục 5 phần B Phụ lục I như sau:\n5\nLệ phí ao hồ")).operations
    assert told.refusal is not None and told.refusal.reason is Reason.PAYLOAD_MISSING
    assert told.refusal.message == Message("the words that are announced do not follow in quotation marks")
    assert told.refusal.found == "5 ¦ Lệ phí ao hồ"


def test_the_chain_of_earlier_amendments_is_no_target() -> None:
    commands = (
        "1. Sửa đổi, bổ sung điểm b khoản 2 Điều 18 (đã được sửa đổi, bổ sung bởi khoản 3 Điều 21 Luật số 69/2018/QH14) như sau:\n"
        "“b) Hai;”.\n"
        "2. Sửa đổi, bổ sung khoản 3 Điều 4 đã được sửa đổi, bổ sung theo khoản 1 Điều 1 Luật số 69/2018/QH14 như sau:\n“3. Ba.”."
    )
    ops = read(amending(commands)).operations
    assert [(short(o), o.target.document) for o in ops] == [
        ("substitute dieu-18.khoan-2.diem-b", "12/2015/QH13"),
        ("substitute dieu-4.khoan-3", "12/2015/QH13"),
    ]


def test_the_words_of_a_quotation_are_kept_exactly() -> None:
    commands = (
        "1. Sửa đổi, bổ sung khoản 3 Điều 2 như sau:\n“3. “Ao làng” là ao do làng đào;”.\n"
        '2. Sửa đổi, bổ sung điểm a khoản 1 Điều 3 như sau:\n"a) Một.”;'
    )
    ops = read(amending(commands)).operations
    assert [o.payload[0].text for o in ops] == ["“Ao làng” là ao do làng đào;", "Một."]


def test_a_clause_quoted_without_its_number_takes_the_number_of_the_command() -> None:
    (op,) = read(amending("1. Sửa đổi, bổ sung khoản 1 Điều 27 như sau:\n“Thả cá từng đợt: mỗi đợt một lần.”.")).operations
    assert (op.payload[0].label, op.payload[0].text) == ("1", "Thả cá từng đợt: mỗi đợt một lần.")


def test_operations_carry_the_words_of_the_act() -> None:
    ops = read(amending("1. Sửa đổi, bổ sung một số khoản của Điều 8 như sau:\na) Bãi bỏ khoản 4;\nb) Bãi bỏ khoản 6.")).operations
    assert [o.id for o in ops] == ["30/2020/QH14#dieu-1.khoan-1.diem-a/1", "30/2020/QH14#dieu-1.khoan-1.diem-b/1"]
    assert "Sửa đổi, bổ sung một số khoản của Điều 8 như sau:" in ops[0].origin.text
    assert ops[1].origin.text.endswith("Bãi bỏ khoản 6.")
