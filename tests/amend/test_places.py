"""Where a command acts: units spread over several larger ones, places said first, several insertions of one verb, words inside quoted
words; and beside them what stays refused."""

from __future__ import annotations

import pytest
from amend_samples import amending, document, operations, read, short

CASES = {
    "one clause of several articles": (
        "1. Thay thế cụm từ “ao” bằng cụm từ “hồ” tại khoản 1 các điều 7, 8; khoản 2 Điều 9.",
        [
            "replace_text “ao” → “hồ” in dieu-7.khoan-1",
            "replace_text “ao” → “hồ” in dieu-8.khoan-1",
            "replace_text “ao” → “hồ” in dieu-9.khoan-2",
        ],
    ),
    "one point of several clauses": (
        "1. Bãi bỏ điểm b các khoản 1 và 2 Điều 7.",
        ["repeal dieu-7.khoan-1.diem-b", "repeal dieu-7.khoan-2.diem-b"],
    ),
    "two clauses of several articles": (
        "1. Bãi bỏ khoản 1 và khoản 3 của các điều 7, 8.",
        ["repeal dieu-7.khoan-1", "repeal dieu-8.khoan-1", "repeal dieu-7.khoan-3", "repeal dieu-8.khoan-3"],
    ),
    "opening words and a point of the same clause": (
        "1. Bỏ cụm từ “cấp huyện” tại đoạn mở đầu và điểm a khoản 2 Điều 9.",
        ["delete_text “cấp huyện” in dieu-9.khoan-2 (lead)", "delete_text “cấp huyện” in dieu-9.khoan-2.diem-a"],
    ),
    "opening words of an article and one of its clauses": (
        "1. Bỏ cụm từ “cấp huyện” tại tên điều, đoạn mở đầu và khoản 2 Điều 9.",
        [
            "delete_text “cấp huyện” in dieu-9 (heading)",
            "delete_text “cấp huyện” in dieu-9 (lead)",
            "delete_text “cấp huyện” in dieu-9.khoan-2",
        ],
    ),
    "two insertions of one verb": (
        "1. Bổ sung Điều 4a vào sau Điều 4, Điều 9a vào sau Điều 9 như sau:\n“Điều 4a. Sen\n1. Một.\nĐiều 9a. Súng\n1. Một.”.",
        ["insert after dieu-4: dieu-4a", "insert after dieu-9: dieu-9a"],
    ),
    "two points of one verb, the second read as a part of the first": (
        "1. Bổ sung điểm d1 vào sau điểm d khoản 2, điểm i vào sau điểm h khoản 3 Điều 5 như sau:\n“d1) Sen;\ni) Súng.”.",
        ["insert after dieu-5.khoan-2.diem-d: diem-d1", "insert after dieu-5.khoan-3.diem-h: diem-i"],
    ),
    "the container said first": (
        "1. Bổ sung vào Chương II các điều 9a và 9b như sau:\n“Điều 9a. Sen\n1. Một.\nĐiều 9b. Súng\n1. Một.”.",
        ["insert into chuong-ii: dieu-9a dieu-9b"],
    ),
    "the neighbour said first": (
        "1. Bổ sung vào sau điểm c khoản 4 Điều 6 các điểm d và đ như sau:\n“d) Sen;\nđ) Súng.”.",
        ["insert after dieu-6.khoan-4.diem-c: diem-d diem-đ"],
    ),
    "several neighbours": (
        "1. Bổ sung điểm d vào khoản 1 và khoản 2 Điều 6 như sau:\n“d) Sen.”.",
        ["refused(unsupported) dieu-6.khoan-1"],
    ),
    "the article behind its section": (
        "1. Bổ sung Điều 9a vào trước Điều 9, Mục 3 Chương II như sau:\n“Điều 9a. Sen\n1. Một.”.",
        ["insert before dieu-9 within chuong-ii.muc-3: dieu-9a"],
    ),
    "the article said in the clause before": (
        "1. Khoản 4 Điều 8 được sửa đổi; bổ sung khoản 5 như sau:\n“4. Bốn.\n5. Năm.”.",
        ["substitute dieu-8.khoan-4", "insert into dieu-8: khoan-5"],
    ),
    "two articles said before": (
        "1. Khoản 4 Điều 8 và khoản 2 Điều 9 được sửa đổi; bổ sung khoản 5 như sau:\n“4. Bốn.\n2. Hai.\n5. Năm.”.",
        ["substitute dieu-8.khoan-4", "substitute dieu-9.khoan-2", "refused(target-ambiguous) khoan-5"],
    ),
    "the place said first, the verb active": (
        "1. Tại khoản 3 Điều 2, bỏ cụm từ “ao”.\n2. Tại Điều 3: thay cụm từ “ao” bằng cụm từ “hồ”.",
        ["delete_text “ao” in dieu-2.khoan-3", "replace_text “ao” → “hồ” in dieu-3"],
    ),
    "a whole article, a whole act": (
        "1. Thay cụm từ “ao” bằng cụm từ “hồ” trong toàn bộ Điều 5.\n2. Thay cụm từ “ao” bằng cụm từ “hồ” tại Luật Sen số 44/2016/QH14.",
        ["replace_text “ao” → “hồ” in dieu-5", "replace_text “ao” → “hồ” in act"],
    ),
    "pairs, the new words behind the places of each": (
        "1. Thay cụm từ “ao” tại Điều 1, Điều 2 bằng cụm từ “hồ” và cụm từ “sen” tại Điều 3 bằng cụm từ “súng”.",
        ["replace_text “ao” → “hồ” in dieu-1", "replace_text “ao” → “hồ” in dieu-2", "replace_text “sen” → “súng” in dieu-3"],
    ),
    "new words to choose from": (
        "1. Thay cụm từ “ao” bằng cụm từ “hồ” hoặc “đầm” tại Điều 1.",
        ["refused(not-understood) dieu-1"],
    ),
    "as many words behind the places": (
        "1. Thay các từ “ao”, “sen” tại Điều 1 lần lượt bằng “hồ”, “súng”.\n2. Thay “ao”, “sen” lần lượt bằng “hồ”, “súng” tại Điều 2.",
        [
            "replace_text “ao” → “hồ” in dieu-1",
            "replace_text “sen” → “súng” in dieu-1",
            "replace_text “ao” → “hồ” in dieu-2",
            "replace_text “sen” → “súng” in dieu-2",
        ],
    ),
    "the words of a phrase": (
        "1. Bỏ từ “và” trong cụm từ “ao và hồ” tại khoản 1 Điều 2.\n2. Thay từ “ao” tại cụm từ “ao sen” bằng từ “hồ” ở Điều 5.",
        ["replace_text “ao và hồ” → “ao hồ” in dieu-2.khoan-1", "replace_text “ao sen” → “hồ sen” in dieu-5"],
    ),
    "words that stand twice in the phrase": (
        "1. Bỏ từ “ao” trong cụm từ “ao cá, ao sen” tại khoản 1 Điều 2.",
        ["refused(not-understood) dieu-2.khoan-1"],
    ),
    "between two phrases": (
        "1. Bổ sung cụm từ “, hồ” vào sau cụm từ “ao” và trước cụm từ “của xã” tại Điều 3.",
        ["refused(not-understood) dieu-3"],
    ),
    "passive, the new words behind": (
        "1. Các cụm từ “ao”, “đầm” tại Điều 20 được thay thế bằng cụm từ “hồ”.",
        ["replace_text “ao” → “hồ” in dieu-20", "replace_text “đầm” → “hồ” in dieu-20"],
    ),
    "a colon before the pairs": (
        "1. Thay thế một số cụm từ như sau: cụm từ “ao” bằng cụm từ “hồ” tại Điều 1; cụm từ “sen” bằng cụm từ “súng” tại Điều 2.",
        ["replace_text “ao” → “hồ” in dieu-1", "replace_text “sen” → “súng” in dieu-2"],
    ),
    "a title becomes another": (
        "1. Sửa đổi tên Chương V thành “Chương V. NUÔI CÁ”.\n2. Đổi tên Điều 7 thành “Thả cá”.",
        ["retitle “NUÔI CÁ” on chuong-v (heading)", "retitle “Thả cá” on dieu-7 (heading)"],
    ),
    "a paragraph with its number": (
        "1. Bổ sung đoạn thứ hai vào khoản 3 Điều 6 như sau:\n“Cá con thả lại ao.”.\n"
        "2. Bổ sung đoạn cuối vào Điều 7 như sau:\n“Cá con thả lại ao.”.",
        ["insert after dieu-6.khoan-3.doan-1: doan", "insert end dieu-7: doan"],
    ),
    "a paragraph without a number": (
        "1. Bổ sung một đoạn vào sau đoạn thứ nhất khoản 3 Điều 6 như sau:\n“Cá con thả lại ao.”.\n"
        "2. Bổ sung vào cuối Điều 7 đoạn sau đây:\n“Cá con thả lại ao.”.",
        ["insert after dieu-6.khoan-3.doan-1: doan", "insert end dieu-7: doan"],
    ),
    "content is a sentence or a paragraph": (
        "1. Bổ sung nội dung vào cuối khoản 3 Điều 6 như sau:\n“Cá con thả lại ao.”.",
        ["refused(target-ambiguous) dieu-6.khoan-3"],
    ),
    "paragraphs, the first with the number of its clause": (
        "1. Sửa đổi, bổ sung đoạn thứ nhất và đoạn thứ ba khoản 3 Điều 6 như sau:\n“3. Ao có chủ.\nCá con thả lại ao.”.",
        ["substitute dieu-6.khoan-3.doan-1", "substitute dieu-6.khoan-3.doan-3"],
    ),
    "more paragraphs than are named": (
        "1. Sửa đổi, bổ sung đoạn thứ nhất khoản 3 Điều 6 như sau:\n“3. Ao có chủ.\nCá con thả lại ao.”.",
        ["refused(label-mismatch) dieu-6.khoan-3.doan-1"] * 2,
    ),
    "titles quoted on one line": (
        "1. Sửa đổi, bổ sung tên các điều 3 và 4 như sau:\n“Điều 3. Ao”; “Điều 4. Hồ”.",
        ["retitle “Ao” on dieu-3 (heading)", "retitle “Hồ” on dieu-4 (heading)"],
    ),
    "the title and a clause": (
        "1. Bỏ cụm từ “cá” tại tên và khoản 2 Điều 6.",
        ["delete_text “cá” in dieu-6 (heading)", "delete_text “cá” in dieu-6.khoan-2"],
    ),
    "numbers in pairs": (
        "1. Bãi bỏ khoản 2 Điều 9; chuyển khoản 3 thành khoản 2, khoản 4 thành khoản 3.\n2. Khoản 2 Điều 6 được đánh số lại thành khoản 3.",
        ["repeal dieu-9.khoan-2", "renumber “2” on dieu-9.khoan-3", "renumber “3” on dieu-9.khoan-4", "renumber “3” on dieu-6.khoan-2"],
    ),
    "a part of a clause that is no unit": (
        "1. Thay cụm từ “ao” bằng cụm từ “hồ” tại dòng thứ hai khoản 1 Điều 9.",
        ["refused(target-ambiguous) act"],
    ),
    "words in order beside others": (
        "1. Bổ sung các cụm từ “ao”, “hồ” lần lượt vào sau các cụm từ “cá”, “sen” tại Điều 1.",
        ["insert_text “ao” after “cá” in dieu-1", "insert_text “hồ” after “sen” in dieu-1"],
    ),
    "words beside each of several others": (
        "1. Bổ sung cụm từ “ao” vào sau các cụm từ “cá”, “sen” tại Điều 1.",
        ["insert_text “ao” after “cá” in dieu-1", "insert_text “ao” after “sen” in dieu-1"],
    ),
    "the new words said to answer the old": (
        "1. Thay thế các cụm từ “ao” và “cá” bằng các cụm từ tương ứng “hồ” và “sen” tại Điều 1.",
        ["replace_text “ao” → “hồ” in dieu-1", "replace_text “cá” → “sen” in dieu-1"],
    ),
    "beside words that stand at the end": (
        "1. Bổ sung cụm từ “, trong đó có sen” vào sau cụm từ “cá trong ao” cuối khoản 1 Điều 6.",
        ["insert_text “, trong đó có sen” after “cá trong ao” in dieu-6.khoan-1"],
    ),
    "some units of an article are not the article": (
        "1. Thay cụm từ “ao” bằng cụm từ “hồ” tại khoản 1 Điều 5 và một số khoản của Điều 7.",
        ["replace_text “ao” → “hồ” in dieu-5.khoan-1", "refused(target-ambiguous) dieu-7"],
    ),
    "passive behind active": (
        "1. Bãi bỏ khoản 2 Điều 7; khoản 3, khoản 4 Điều 7 được chuyển thành khoản 2, khoản 3.",
        ["repeal dieu-7.khoan-2", "renumber “2” on dieu-7.khoan-3", "renumber “3” on dieu-7.khoan-4"],
    ),
    "passive, the units parted by a semicolon": (
        "1. Điểm a khoản 1; khoản 2 Điều 5 được sửa đổi, bổ sung như sau:\n“a) A;\n2. Hai.”.",
        ["substitute dieu-5.khoan-1.diem-a", "substitute dieu-5.khoan-2"],
    ),
    "the opening paragraph of an article in front of a clause": (
        "1. Sửa đổi, bổ sung đoạn mở đầu và khoản 2 Điều 2 như sau:\n“Luật này áp dụng đối với:\n2. Chủ ao.”.",
        ["substitute dieu-2 (lead)", "substitute dieu-2.khoan-2"],
    ),
    "units that the chapter does not hold": (
        "1. Bãi bỏ Chương VII gồm Điều 46 và Điều 47; các điều 50, 51.",
        ["repeal chuong-vii", "repeal dieu-50", "repeal dieu-51"],
    ),
    "an article that is changed in a clause": (
        "1. Điều 17 được sửa đổi, bổ sung khoản 2 như sau:\n“2. Hai.”.",
        ["substitute dieu-17.khoan-2"],
    ),
    "a clause called a point": (
        "1. Điểm 3 Điều 4 được sửa đổi như sau:\n“3. Ba.”.\n2. Bãi bỏ tiết a điểm 2 Điều 5.",
        ["substitute dieu-4.khoan-3", "repeal dieu-5.khoan-2.diem-a"],
    ),
    "the same unit in its place, quoted": (
        "1. Thay thế khoản 3 Điều 9 bằng khoản 3 mới như sau:\n“3. Ba.”.",
        ["substitute dieu-9.khoan-3"],
    ),
    "the content of an article": (
        "1. Sửa đổi, bổ sung nội dung của Điều 9 như sau:\n“Điều 9. Sen\n1. Một.”.",
        ["substitute dieu-9"],
    ),
    "words of no known command, in a frame": (
        "1. Viết lại khoản 5 Điều 9 như sau:\n“5. Năm.”.",
        ["refused(not-understood) act", "refused(label-mismatch) act"],
    ),
    "older turns": (
        "1. Đổi cụm từ “ao” thành cụm từ “hồ” tại Điều 8.\n2. Cụm từ “ao” tại Điều 9 thay bằng cụm từ “hồ”.\n3. Nay bãi bỏ khoản 3 Điều 5.",
        ["replace_text “ao” → “hồ” in dieu-8", "replace_text “ao” → “hồ” in dieu-9", "repeal dieu-5.khoan-3"],
    ),
    "the closing mark on a line of its own": (
        "1. Sửa đổi, bổ sung Điều 9 như sau:\n“Điều 9. Sen\n1. Một.\n2. Hai.\n”;\n2. Bãi bỏ Điều 10.",
        ["substitute dieu-9", "repeal dieu-10"],
    ),
    "places with their words below the line that names them": (
        "1. Sửa đổi, bổ sung khoản 1 và khoản 3 Điều 12 như sau:\na) Khoản 1:\n“1. Một.”;\nb) Khoản 3:\n“3. Ba.”.",
        ["substitute dieu-12.khoan-1", "substitute dieu-12.khoan-3"],
    ),
    "clauses announced, then named": (
        "1. Các khoản sau đây của Điều 15 được sửa đổi, bổ sung:\na) Khoản 2:\n“2. Hai.”\nb) Khoản 4:\n“4. Bốn.”",
        ["substitute dieu-15.khoan-2", "substitute dieu-15.khoan-4"],
    ),
    "the article in which words are announced": (
        "1. Thay, bỏ cụm từ tại Điều 18 như sau:\na) Thay thế cụm từ “ao” bằng cụm từ “hồ” tại khoản 1;\nb) Bỏ cụm từ “cá” tại khoản 2.",
        ["replace_text “ao” → “hồ” in dieu-18.khoan-1", "delete_text “cá” in dieu-18.khoan-2"],
    ),
    "some clauses of an article, told below": (
        "1. Thay thế cụm từ “ao” bằng cụm từ “hồ” tại một số khoản của Điều 28 như sau:\na) Khoản 1;\nb) Khoản 3.",
        ["replace_text “ao” → “hồ” in dieu-28.khoan-1", "replace_text “ao” → “hồ” in dieu-28.khoan-3"],
    ),
    "some clauses of an article, not told": (
        "1. Thay thế cụm từ “ao” bằng cụm từ “hồ” tại một số khoản của Điều 28 như sau:",
        ["refused(target-ambiguous) dieu-28"],
    ),
    "a command behind a quotation, on its line": (
        "1. Bổ sung khoản 3 Điều 23 như sau:\n“3. Ba.”; sửa đổi khoản 3 hiện hành thành khoản 4.\n2. Bãi bỏ Điều 24.",
        ["refused(not-understood) dieu-23", "repeal dieu-24"],
    ),
    "a part named in brackets": (
        "1. Thay cụm từ “ao” bằng cụm từ “hồ” tại khoản 1 (đoạn thứ hai) Điều 42.",
        ["refused(not-understood) khoan-1"],
    ),
    "the anchor or the place said first": (
        "1. Bổ sung vào sau cụm từ “ao” cụm từ “, hồ” tại Điều 5.\n2. Bổ sung vào khoản 1 Điều 6 cụm từ “, hồ” sau cụm từ “ao”.",
        ["insert_text “, hồ” after “ao” in dieu-5", "insert_text “, hồ” after “ao” in dieu-6.khoan-1"],
    ),
    "the article said first, its clauses behind the words": (
        "1. Tại Điều 5, thay cụm từ “ao” ở khoản 1 bằng cụm từ “hồ”, cụm từ “sen” ở khoản 2 bằng cụm từ “súng”.",
        ["replace_text “ao” → “hồ” in dieu-5.khoan-1", "replace_text “sen” → “súng” in dieu-5.khoan-2"],
    ),
    "deleted and replaced": (
        "1. Bỏ cụm từ “ao” và thay bằng cụm từ “hồ” tại Điều 5.",
        ["replace_text “ao” → “hồ” in dieu-5"],
    ),
    "articles behind a colon": (
        "1. Thay cụm từ “ao” bằng cụm từ “hồ” tại các Điều: 6, 7.",
        ["replace_text “ao” → “hồ” in dieu-6", "replace_text “ao” → “hồ” in dieu-7"],
    ),
    "a point and a clause of several articles": (
        "1. Bãi bỏ điểm c khoản 1, khoản 2 các điều 17 và 18.",
        ["repeal dieu-17.khoan-1.diem-c", "repeal dieu-18.khoan-1.diem-c", "repeal dieu-17.khoan-2", "repeal dieu-18.khoan-2"],
    ),
    "two phrases beside one": (
        "1. Bổ sung cụm từ “ao”, “hồ” vào sau cụm từ “cá” tại Điều 1.",
        ["refused(not-understood) dieu-1"],
    ),
    "other words for new numbers": (
        "1. Bãi bỏ khoản 3 và đánh lại số thứ tự khoản 4 thành khoản 3 Điều 8.\n2. Bãi bỏ khoản 3 Điều 9; khoản 4 trở thành khoản 3.",
        ["repeal dieu-8.khoan-3", "renumber “3” on dieu-8.khoan-4", "repeal dieu-9.khoan-3", "renumber “3” on dieu-9.khoan-4"],
    ),
    "next to the neighbour": (
        "1. Bổ sung Điều 9a tiếp theo Điều 9 như sau:\n“Điều 9a. Sen\n1. Một.”.\n"
        "2. Bổ sung khoản 5 vào liền sau khoản 4 Điều 7 như sau:\n“5. Năm.”.",
        ["insert after dieu-9: dieu-9a", "insert after dieu-7.khoan-4: khoan-5"],
    ),
}


@pytest.mark.parametrize("name", CASES)
def test_places(name: str) -> None:
    text, expected = CASES[name]
    assert operations(text) == expected


def test_laws_parted_by_a_semicolon_are_several_targets() -> None:
    act = document(
        """
LUẬT
SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT AO HỒ VÀ LUẬT SEN
Quốc hội ban hành Luật bổ sung một số điều của Luật Ao hồ số 12/2015/QH13 đã được sửa đổi theo Luật số 9/2018/QH14; Luật Sen số 4/2016/QH14.
Điều 1. Sửa đổi, bổ sung quy định về lá
1. Bãi bỏ khoản 2 Điều 5.
Điều 2. Hiệu lực thi hành
Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2021.
"""
    )
    assert {op.target.document for op in read(act).operations} <= {""}


def test_commands_of_an_act_whose_target_is_not_at_hand_are_heard() -> None:
    act = document(
        """
LUẬT
SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT AO HỒ
Luật này sửa đổi, bổ sung một số điều của Luật ao hồ được Quốc hội thông qua ngày 29 tháng 6 năm 2001.
Điều 1
Sửa đổi, bổ sung một số điều của Luật ao hồ:
1. Bãi bỏ khoản 3 Điều 24.
2. Bỏ từ “cá” tại Điều 25.
Điều 2
Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2021.
"""
    )
    assert [short(op) for op in read(act).operations] == ["refused(unknown-document) dieu-24.khoan-3", "refused(unknown-document) dieu-25"]


def test_changes_of_words_in_no_known_form_are_told() -> None:
    act = document(
        """
LUẬT
SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT AO HỒ
Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Ao hồ số 12/2015/QH13.
Điều 1. Sửa đổi, bổ sung một số điều của Luật Ao hồ
1. Bãi bỏ Điều 4.
Điều 2.
1. Từ “ao” quy định tại khoản 2 Điều 5 nay sửa là “hồ”.
Điều 3. Hiệu lực thi hành
Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2021.
"""
    )
    assert [short(op) for op in read(act).operations] == ["repeal dieu-4", "refused(unclaimed-text) act"]


def test_the_closing_mark_is_no_paragraph() -> None:
    act = amending("1. Sửa đổi, bổ sung Điều 9 như sau:\n“Điều 9. Sen\n1. Một.\n2. Hai.\n”;\n2. Bãi bỏ Điều 10.")
    article = read(act).operations[0].payload[0]
    assert [c.text for c in article.children] == ["Một.", "Hai."]
