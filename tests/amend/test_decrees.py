"""Turns of amending decrees, circulars and decisions, older ones among them, and the operations they are."""

from __future__ import annotations

import pytest
from amend_samples import document, operations, read, short

CASES = {
    # -- what is said of a unit ------------------------------------------------------------------------------------------
    "the verb without “được”": ("1. Khoản 4 Điều 26 sửa đổi, bổ sung như sau:\n“4. Bốn.”.", ["substitute dieu-26.khoan-4"]),
    "điều chỉnh": ("1. Khoản 1 Điều 6 được điều chỉnh như sau:\n“1. Một.”.", ["substitute dieu-6.khoan-1"]),
    "an article that receives clauses": (
        "1. Điều 3 được bổ sung thêm khoản 12 và khoản 13 như sau:\n“12. Mười hai.\n13. Mười ba.”.",
        ["insert into dieu-3: khoan-12 khoan-13"],
    ),
    "a clause that receives a point behind another": (
        "1. Khoản 2 Điều 3 được bổ sung điểm b1 vào sau điểm b như sau:\n“b1) Bê một;”.",
        ["insert after dieu-3.khoan-2.diem-b: diem-b1"],
    ),
    "by these words": (
        "1. Thay thế đoạn 2 khoản 2 Điều 8 bằng đoạn sau:\n“Ao của xã.”.\n2. Thay thế khoản 2 Điều 18 bằng nội dung sau:\n“2. Hai.”.",
        ["substitute dieu-8.khoan-2.doan-2", "substitute dieu-18.khoan-2"],
    ),
    # -- titles ----------------------------------------------------------------------------------------------------------
    "a title given in the line": (
        "1. Đổi tên Điều 22 thành “Thời hạn thả cá”.\n2. Sửa đổi tên Điều 23 từ “Thả cá” thành “Thả cá lại”.",
        ["retitle “Thời hạn thả cá” on dieu-22 (heading)", "retitle “Thả cá lại” on dieu-23 (heading)"],
    ),
    "a title for an article that had none": (
        "1. Bổ sung tên Điều 5 như sau:\n“Điều 5. Bờ ao”.",
        ["retitle “Bờ ao” on dieu-5 (heading)"],
    ),
    "a title for a clause": (
        "1. Bổ sung tên khoản 2 Điều 18 như sau:\n“2. Giấy tờ khác:”.",
        ["refused(target-ambiguous) dieu-18.khoan-2 (heading)"],
    ),
    # -- what comes in ---------------------------------------------------------------------------------------------------
    "counted and not labelled": (
        "1. Bổ sung thêm 01 khoản sau khoản 2 Điều 32 như sau:\n“3. Ba.”.\n"
        "2. Bổ sung thêm một điểm (điểm đ) vào khoản 1 Điều 31 như sau:\n“đ) Đê.”.",
        ["insert after dieu-32.khoan-2: khoan-3", "insert into dieu-31.khoan-1: diem-đ"],
    ),
    "paragraphs and dashes by their count": (
        "1. Bổ sung đoạn cuối điểm b khoản 3 Điều 11 như sau:\n“Ao chung.”.\n"
        "2. Bổ sung gạch đầu dòng thứ tư điểm c khoản 2 Điều 3 như sau:\n“- Ao hồ.”.\n"
        "3. Bổ sung đoạn thứ hai vào khoản 4 Điều 5 như sau:\n“Ao riêng.”.",
        [
            "insert end dieu-11.khoan-3.diem-b: doan",
            "insert after dieu-3.khoan-2.diem-c.gach-3: gach",
            "insert after dieu-5.khoan-4.doan-1: doan",
        ],
    ),
    "a paragraph behind the opening one, and at the end": (
        "1. Bổ sung một đoạn vào sau đoạn đầu khoản 2 Điều 35 như sau:\n“Ao mới.”.\n"
        "2. Bổ sung vào cuối khoản 4 Điều 8 đoạn sau:\n“Ao cũ.”.",
        ["insert after dieu-35.khoan-2.doan-1: doan", "insert end dieu-8.khoan-4: doan"],
    ),
    "each list at its place": (
        "1. Bổ sung điểm d và điểm đ vào khoản 5; khoản 6 và khoản 7 vào Điều 25 như sau:\n“d) Dê;\nđ) Đê.\n6. Sáu.\n7. Bảy.”.",
        ["insert into dieu-25.khoan-5: diem-d diem-đ", "insert into dieu-25: khoan-6 khoan-7"],
    ),
    # -- the quotation ---------------------------------------------------------------------------------------------------
    "points of another article behind a clause": (
        "1. Sửa đổi khoản 20 Điều 61, các điểm a, c khoản 3 Điều 65 như sau:\n“20. Hai mươi.\na) A.\nc) Cê.”.",
        ["substitute dieu-61.khoan-20", "substitute dieu-65.khoan-3.diem-a", "substitute dieu-65.khoan-3.diem-c"],
    ),
    "where a clause ends is not said": (
        "1. Sửa đổi khoản 20 Điều 61, các điểm a, d khoản 3 Điều 65 như sau:\n“20. Hai mươi.\na) A.\nb) Bê.\nc) Cê.”.",
        [
            "refused(label-mismatch) dieu-61.khoan-20",
            "refused(label-mismatch) dieu-65.khoan-3.diem-a",
            "refused(label-mismatch) dieu-65.khoan-3.diem-d",
        ],
    ),
    "units in the place of fewer": (
        "1. Thay thế điểm b, điểm c khoản 2 Điều 32 bằng các điểm b, c và d sau đây:\n“b) Bê.\nc) Cê.\nd) Dê.”.\n"
        "2. Sửa đổi khoản 2 Điều 33 thành khoản 2 và khoản 3 như sau:\n“2. Hai.\n3. Ba.”.",
        [
            "substitute dieu-32.khoan-2.diem-b",
            "substitute dieu-32.khoan-2.diem-c",
            "insert into dieu-32.khoan-2: diem-d",
            "substitute dieu-33.khoan-2",
            "insert into dieu-33: khoan-3",
        ],
    ),
    "a clause quoted from its third point on": (
        "1. Sửa đổi, bổ sung khoản 2 Điều 36 như sau:\n“2. Trưởng thôn có quyền:\nc) Thả cá.”.",
        ["refused(target-ambiguous) dieu-36.khoan-2"],
    ),
    # -- parts numbered b.1 ----------------------------------------------------------------------------------------------
    "parts of a point": (
        "1. Sửa đổi tiết b.1, điểm b, khoản 1, Điều 9 như sau:\n“b.1) Ao sâu.”.\n"
        "2. Sửa đổi điểm a.4 khoản 10 Điều 7 như sau:\n“a.4) Ao nông.”.\n"
        "3. Bãi bỏ tiết đ.3.2 khoản 2 Điều 2.",
        [
            "substitute dieu-9.khoan-1.diem-b.tiet-b-1",
            "substitute dieu-7.khoan-10.diem-a.tiet-a-4",
            "repeal dieu-2.khoan-2.diem-dd.tiet-dd-3-2",
        ],
    ),
    "parts in brackets": (
        "1. Sửa đổi tiết (i) điểm b khoản 2 Điều 12 như sau:\n“(i) Một.”.\n"
        "2. Bãi bỏ đoạn thứ hai điểm c khoản 1 Điều 14 và tiết (iv) điểm a khoản 2 Điều 15.",
        ["substitute dieu-12.khoan-2.diem-b.tiet-i", "repeal dieu-14.khoan-1.diem-c.doan-2", "repeal dieu-15.khoan-2.diem-a.tiet-iv"],
    ),
    "between two neighbours": (
        "1. Bổ sung Điều 5a vào sau Điều 5 và trước Điều 6 như sau:\n“Điều 5a. Bờ ao\n1. Một.”.",
        ["insert after dieu-5: dieu-5a"],
    ),
    # -- words -----------------------------------------------------------------------------------------------------------
    "words in turn behind their places": (
        "1. Các cụm từ “ao”, “hồ” tại Điều 41 được thay thế lần lượt bằng các cụm từ “đầm”, “phá”.\n"
        "2. Thay thế cụm từ “ao” tại Điều 42 bằng cụm từ “đầm”, “phá”.",
        [
            "replace_text “ao” → “đầm” in dieu-41",
            "replace_text “hồ” → “phá” in dieu-41",
            "refused(not-understood) dieu-42",
        ],
    ),
    "the place first": (
        "1. Khoản 3 Điều 7: Thay thế cụm từ “ao” bằng cụm từ “hồ”.\n2. Bổ sung cụm từ “, đầm” ngay sau cụm từ “hồ” tại khoản 1 Điều 35.",
        ["replace_text “ao” → “hồ” in dieu-7.khoan-3", "insert_text “, đầm” after “hồ” in dieu-35.khoan-1"],
    ),
    # -- repeal ----------------------------------------------------------------------------------------------------------
    "a list that is only announced": (
        "1. Bãi bỏ các nội dung sau đây:\na) Khoản 3 Điều 1;\nb) Các điều 5, 6 và 7.",
        ["repeal dieu-1.khoan-3", "repeal dieu-5", "repeal dieu-6", "repeal dieu-7"],
    ),
    "what is regulated at a unit is the unit": (
        "1. Bãi bỏ quy định tại khoản 3 Điều 42.\n2. Bãi bỏ quy định tại khoản 4 Điều 42 về bờ ao.",
        ["repeal dieu-42.khoan-3", "refused(descriptive) dieu-42.khoan-4"],
    ),
    "an act in front of its units": (
        "1. Bãi bỏ các điều, khoản sau đây:\na) Nghị định số 2/2016/NĐ-CP: Điều 3 và khoản 1 Điều 5;\nb) Điều 4 Nghị định số 3/2016/NĐ-CP.",
        ["repeal dieu-3", "repeal dieu-5.khoan-1", "repeal dieu-4"],
    ),
    "a point and its clause below an article": (
        "1. Sửa đổi một số khoản của Điều 9 như sau:\na) Bổ sung điểm c, khoản 3 như sau:\n“c) Cê.”;\nb) Bãi bỏ khoản 4, khoản 5.",
        ["insert into dieu-9.khoan-3: diem-c", "repeal dieu-9.khoan-4", "repeal dieu-9.khoan-5"],
    ),
    "other numbers and other words": (
        "1. Bãi bỏ khoản 3 và sửa đổi khoản 4, khoản 5 Điều 13 thành khoản 3, khoản 4 như sau:\n“3. Ba.\n4. Bốn.”.",
        [
            "refused(unsupported) dieu-13.khoan-3",
            "refused(unsupported) dieu-13.khoan-4",
            "refused(unsupported) dieu-13.khoan-5",
            "refused(label-mismatch) dieu-13.khoan-5",
        ],
    ),
    "the opening words by other names": (
        "1. Sửa đổi phần mở đầu của khoản 2 Điều 11 như sau:\n“2. Hồ sơ gồm:”.\n"
        "2. Sửa đổi quy định tại khoản 3 Điều 11 như sau:\n“3. Ba.”.",
        ["substitute dieu-11.khoan-2 (lead)", "substitute dieu-11.khoan-3"],
    ),
    "the numbers alone": (
        "1. Sửa đổi số thứ tự khoản 3, khoản 4 Điều 23 thành khoản 2, khoản 3.",
        ["renumber “2” on dieu-23.khoan-3", "renumber “3” on dieu-23.khoan-4"],
    ),
    "what stays is said in brackets": (
        "1. Sửa đổi, bổ sung Điều 27 (trừ khoản 3) như sau:\n“Điều 27. Sen\n1. Một.\n2. Hai.”.\n"
        "2. Thay thế cụm từ “ao” bằng cụm từ “hồ” tại Điều 28 (không bao gồm khoản 2).",
        ["refused(not-understood) dieu-27", "refused(not-understood) dieu-28"],
    ),
    "the act above without its number": (
        "1. Khoản 3 Điều 2 của Nghị quyết được sửa đổi như sau:\n“3. Ba.”.\n"
        "2. Bổ sung điểm c khoản 1 Điều 10 với nội dung như sau:\n“c) Cê.”.",
        ["substitute dieu-2.khoan-3", "insert into dieu-10.khoan-1: diem-c"],
    ),
    "a unit in front of the verb and its words": (
        "1. Khoản 1 Điều 14, thay cụm từ “ao” bằng cụm từ “hồ”.\n2. Điểm a khoản 2 Điều 14 bổ sung cụm từ “sâu” sau cụm từ “ao”.\n"
        "3. Thay thế hai chữ “ao tù” bằng ba chữ “ao nước đọng” tại Điều 19.",
        [
            "replace_text “ao” → “hồ” in dieu-14.khoan-1",
            "insert_text “sâu” after “ao” in dieu-14.khoan-2.diem-a",
            "replace_text “ao tù” → “ao nước đọng” in dieu-19",
        ],
    ),
}


@pytest.mark.parametrize("case", CASES, ids=str)
def test_the_turns_of_decrees_and_circulars(case: str) -> None:
    commands, expected = CASES[case]
    assert operations(commands) == expected


def test_whole_acts_among_units_and_a_regulation_that_goes() -> None:
    act = document(
        """
THÔNG TƯ
Sửa đổi, bổ sung, bãi bỏ một số văn bản về ao hồ
Điều 1. Bãi bỏ một số văn bản, quy định
1. Bãi bỏ Điều 5 Thông tư số 2/2010/TT-AH; khoản 1 Điều 7 Thông tư số 3/2010/TT-AH; toàn bộ Thông tư số 4/2010/TT-AH.
2. Bãi bỏ một phần Thông tư số 5/2010/TT-AH như sau:
a) Khoản 1 Điều 3;
b) Cụm từ “ao tù” tại Điều 4.
3. Bãi bỏ Quy chế thả cá ban hành kèm theo Thông tư số 6/2010/TT-AH ngày 30 tháng 11 năm 2010.
""",
        "30/2020/TT-AH",
    )
    assert [(op.target.document, short(op)) for op in read(act).operations] == [
        ("2/2010/TT-AH", "repeal dieu-5"),
        ("3/2010/TT-AH", "repeal dieu-7.khoan-1"),
        ("4/2010/TT-AH", "repeal_document act"),
        ("5/2010/TT-AH", "repeal dieu-3.khoan-1"),
        ("5/2010/TT-AH", "delete_text “ao tù” in dieu-4"),
        ("6/2010/TT-AH", "repeal quy-che"),
    ]


def test_clauses_below_a_heading_that_names_them_give_only_their_places() -> None:
    act = document(
        """
NGHỊ ĐỊNH
Sửa đổi, bổ sung một số nghị định về ao hồ
Điều 1. Sửa đổi, bổ sung khoản 2 Điều 3, khoản 1 Điều 4 Nghị định số 54/2024/NĐ-CP
1. Khoản 2 Điều 3:
“2. Hai.”.
2. Khoản 1 Điều 4 như sau:
“1. Một.”.
""",
        "30/2026/NĐ-CP",
    )
    assert [(op.target.document, short(op)) for op in read(act).operations] == [
        ("54/2024/NĐ-CP", "substitute dieu-3.khoan-2"),
        ("54/2024/NĐ-CP", "substitute dieu-4.khoan-1"),
    ]
