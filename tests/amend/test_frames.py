"""Where commands stand: omnibus acts, headings, closing articles, chapters; and which act each speaks of."""

from __future__ import annotations

from datetime import date

from amend_samples import amending, document, operations, read, short

from lawtrack.law.refusal import Reason


def told(act, *others):
    return [(op.target.document, short(op)) for op in read(act, *others).operations]


def test_an_article_for_each_law() -> None:
    act = document(
        """
LUẬT
SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA 3 LUẬT CÓ LIÊN QUAN ĐẾN AO HỒ
Quốc hội ban hành Luật sửa đổi, bổ sung một số điều có liên quan đến ao hồ của Luật Ao hồ số 12/2015/QH13, Luật Sen, súng số 44/2016/QH14 \
đã được sửa đổi, bổ sung một số điều theo Luật số 9/2019/QH14 và Luật Bờ kè số 45/2016/QH14.
Điều 1. Sửa đổi, bổ sung một số điều của Luật Ao hồ
1. Bãi bỏ khoản 2 Điều 3.
Điều 2. Sửa đổi, bổ sung khoản 3 Điều 8 của Luật Sen, súng
Sửa đổi, bổ sung khoản 3 Điều 8 như sau:
“3. Sen trồng ở ao.”.
Điều 3. Bỏ cụm từ tại các luật
1. Bỏ từ “quy hoạch,” tại các điều, khoản, điểm của các luật sau đây:
a) Khoản 1 Điều 69 và điểm a khoản 1 Điều 70 của Luật Sen, súng;
b) Khoản 2 Điều 5 của Luật Bờ kè.
Điều 4. Hiệu lực thi hành
Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2021.
"""
    )
    assert told(act) == [
        ("12/2015/QH13", "repeal dieu-3.khoan-2"),
        ("44/2016/QH14", "substitute dieu-8.khoan-3"),
        ("44/2016/QH14", "delete_text “quy hoạch,” in dieu-69.khoan-1"),
        ("44/2016/QH14", "delete_text “quy hoạch,” in dieu-70.khoan-1.diem-a"),
        ("45/2016/QH14", "delete_text “quy hoạch,” in dieu-5.khoan-2"),
    ]


def test_headings_that_are_commands_without_nhu_sau() -> None:
    act = document(
        """
NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Nghị định số 85/2024/NĐ-CP quy định về ao hồ
Chính phủ ban hành Nghị định sửa đổi, bổ sung một số điều của Nghị định số 85/2024/NĐ-CP ngày 10 tháng 7 năm 2024 quy định về ao hồ.
Điều 1. Sửa đổi, bổ sung điểm b khoản 1 Điều 9
“b) Ao của xã;”.
Điều 2. Sửa đổi, bổ sung một số khoản của Điều 10
1. Sửa đổi, bổ sung khoản 1:
“1. Một.”.
2. Bổ sung khoản 4 vào sau khoản 3:
“4. Bốn.”.
Điều 3. Bãi bỏ Điều 12
Điều 4. Bổ sung Điều 37a vào Mục 3 Chương III và sau Điều 37
“Điều 37a. Sen
Sen trồng ở ao.”.
""",
        "50/2026/NĐ-CP",
    )
    assert told(act) == [
        ("85/2024/NĐ-CP", "substitute dieu-9.khoan-1.diem-b"),
        ("85/2024/NĐ-CP", "substitute dieu-10.khoan-1"),
        ("85/2024/NĐ-CP", "insert after dieu-10.khoan-3: khoan-4"),
        ("85/2024/NĐ-CP", "repeal dieu-12"),
        ("85/2024/NĐ-CP", "insert after dieu-37 within chuong-iii.muc-3: dieu-37a"),
    ]


def test_commands_hidden_in_the_closing_articles_of_an_ordinary_law() -> None:
    act = document(
        """
LUẬT
NUÔI TRỒNG
Quốc hội ban hành Luật Nuôi trồng.
Điều 1. Quyền
1. Người nuôi cá có quyền:
a) Sửa đổi, bổ sung điều lệ của hội nuôi cá;
b) Bãi bỏ một phần hoặc toàn bộ thỏa thuận.
Điều 2. Hiệu lực thi hành
1. Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2021.
2. Bãi bỏ khoản 3 Điều 28 và các điều 31, 33 của Luật Ao hồ số 12/2015/QH13.
3. Luật Thủy sản số 17/2003/QH11 hết hiệu lực kể từ ngày Luật này có hiệu lực thi hành, trừ trường hợp quy định tại Điều 3 của Luật này.
4. Các pháp lệnh sau đây hết hiệu lực kể từ ngày Luật này có hiệu lực thi hành:
a) Pháp lệnh Ao số 42/2002/PL-UBTVQH10;
b) Pháp lệnh Hồ số 20/2004/PL-UBTVQH11.
"""
    )
    reading = read(act)
    assert [(o.target.document, short(o)) for o in reading.operations] == [
        ("12/2015/QH13", "repeal dieu-28.khoan-3"),
        ("12/2015/QH13", "repeal dieu-31"),
        ("12/2015/QH13", "repeal dieu-33"),
        ("17/2003/QH11", "repeal_document act"),
        ("42/2002/PL-UBTVQH10", "repeal_document act"),
        ("20/2004/PL-UBTVQH11", "repeal_document act"),
    ]
    assert reading.operations[3].effect.scope == "trừ trường hợp quy định tại Điều 3 của Luật này"


def test_a_decree_that_stands_in_the_place_of_another() -> None:
    act = document(
        """
NGHỊ ĐỊNH
Quy định về sen
Điều 1. Sen
Sen trồng ở ao.
Điều 2. Hiệu lực thi hành
1. Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2021.
2. Nghị định này thay thế Nghị định số 60/2018/NĐ-CP ngày 20 tháng 4 năm 2018 của Chính phủ quy định về sen.
""",
        "31/2021/NĐ-CP",
    )
    assert told(act) == [("60/2018/NĐ-CP", "replace_document act")]


def test_operations_on_an_amending_act_keep_its_own_addresses() -> None:
    act = document(
        """
THÔNG TƯ
Bãi bỏ một số quy định về ao hồ
Điều 1. Bãi bỏ một số quy định
1. Bãi bỏ khoản 8, điểm b khoản 9 Điều 1 Thông tư số 06/2023/TT-AHO.
2. Sửa đổi, bổ sung khoản 3 Điều 2 Luật số 32/2013/QH13 như sau:
“3. Ba.”.
Điều 2. Hiệu lực thi hành
Thông tư này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2024.
""",
        "12/2024/TT-AHO",
    )
    assert told(act) == [
        ("06/2023/TT-AHO", "repeal dieu-1.khoan-8"),
        ("06/2023/TT-AHO", "repeal dieu-1.khoan-9.diem-b"),
        ("32/2013/QH13", "substitute dieu-2.khoan-3"),
    ]


def test_suspension_until_an_event_and_revival() -> None:
    act = document(
        """
NGHỊ QUYẾT
Về việc tạm ngưng hiệu lực của Nghị định số 46/2026/NĐ-CP
Điều 1. Tạm ngưng hiệu lực áp dụng cho đến khi Luật Ao hồ (sửa đổi) có hiệu lực thi hành đối với Nghị định số 46/2026/NĐ-CP.
Điều 2. Nghị định số 15/2018/NĐ-CP tiếp tục có hiệu lực từ ngày Nghị quyết này có hiệu lực thi hành.
Điều 3. Hiệu lực thi hành
Nghị quyết này có hiệu lực thi hành từ ngày 04 tháng 02 năm 2026.
""",
        "15/2026/NQ-CP",
    )
    suspended, revived = read(act).operations
    assert (suspended.target.document, short(suspended)) == ("46/2026/NĐ-CP", "suspend act")
    assert getattr(suspended.effect.end, "text", "") == "Luật Ao hồ (sửa đổi) có hiệu lực thi hành"
    assert (revived.target.document, short(revived)) == ("15/2018/NĐ-CP", "revive act")


def test_an_act_cited_by_name_alone_is_found_in_the_workspace_or_asked_for() -> None:
    law = document("LUẬT\nSEN, SÚNG\nĐiều 1. Sen\nSen.", "44/2016/QH14")
    act = amending("1. Bãi bỏ khoản 2 Điều 3 của Luật Sen, súng.")
    (op,) = read(act, law).operations
    assert op.target.document == "44/2016/QH14"
    (op,) = read(act).operations
    assert (op.target.document, op.refusal.reason) == ("", Reason.UNKNOWN_DOCUMENT)
    newer = document("LUẬT\nSEN, SÚNG\nĐiều 1. Sen\nSen.", "18/2018/QH14")
    (op,) = read(act, law, newer).operations
    assert (op.refusal.reason, op.refusal.others) == (Reason.AMBIGUOUS_DOCUMENT, ("18/2018/QH14", "44/2016/QH14"))


def test_a_described_repeal_takes_the_units_whose_titles_state_the_subject() -> None:
    law = document(
        """
LUẬT
BẢO HIỂM AO
Chương III
CÁC CHẾ ĐỘ
Mục 3
CHẾ ĐỘ TAI NẠN LAO ĐỘNG
Điều 42. Đối tượng
1. Người nuôi cá.
Mục 4
HƯU TRÍ
Điều 44. Chi
1. Chi cho mọi chế độ.
""",
        "58/2014/QH13",
    )
    act = document(
        """
LUẬT
AN TOÀN AO
Điều 9. Hiệu lực thi hành
1. Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2021.
2. Các quy định về bảo hiểm tai nạn lao động tại Mục 3 Chương III, khoản 1 Điều 44 của Luật Bảo hiểm ao số 58/2014/QH13 hết hiệu lực \
kể từ ngày Luật này có hiệu lực thi hành.
"""
    )
    assert told(act, law) == [("58/2014/QH13", "repeal chuong-iii.muc-3"), ("58/2014/QH13", "refused(descriptive) dieu-44.khoan-1")]


def test_a_command_broken_by_the_print_goes_on() -> None:
    ops = read(amending("1. Thay thế cụm từ “ao” bằng cụm từ “hồ” tại điểm d khoản 4\nĐiều này cũng như trên.")).operations
    assert all(o.refusal is not None for o in ops)
    ops = read(amending("1. Thay thế cụm từ “ao làng” bằng cụm từ\n“hồ” tại khoản 4 Điều 9.")).operations
    assert [short(o) for o in ops] == ["replace_text “ao làng” → “hồ” in dieu-9.khoan-4"]


def closing(*lines: str, number: str = "30/2020/TT-AHO", kind: str = "THÔNG TƯ") -> list[tuple[str, str]]:
    clauses = "\n".join(f"{n}. {line}" for n, line in enumerate(lines, 2))
    text = (
        f"{kind}\nQuy định về ao\nĐiều 1. Ao\nAo có bờ.\nĐiều 2. Hiệu lực thi hành\n1. Có hiệu lực từ ngày 01 tháng 7 năm 2021.\n{clauses}"
    )
    return told(document(text, number))


def test_units_of_an_attached_regulation() -> None:
    assert closing(
        "Bãi bỏ Chương II và Điều 30 của Quy chế nuôi cá ban hành kèm theo Thông tư số 54/2011/TT-AHO ngày 15 tháng 11 năm 2011."
    ) == [
        ("54/2011/TT-AHO", "repeal quy-che.chuong-ii"),
        ("54/2011/TT-AHO", "repeal quy-che.dieu-30"),
    ]


def test_an_act_that_may_belong_to_the_title_of_another_is_asked() -> None:
    line = (
        "Bãi bỏ Thông tư số 19/2014/TT-AHO sửa đổi, bổ sung một số điều của Thông tư số 88/2008/TT-AHO, Thông tư số 17/2010/TT-AHO; "
        "Thông tư số 5/2009/TT-AHO."
    )
    assert closing(line) == [
        ("19/2014/TT-AHO", "repeal_document act"),
        ("17/2010/TT-AHO", "refused(target-ambiguous) act"),
        ("5/2009/TT-AHO", "repeal_document act"),
    ]


def test_a_circular_does_not_repeal_the_decrees_its_predecessor_names() -> None:
    line = (
        "Thông tư số 7/2000/TT-AHO hướng dẫn thi hành Nghị định số 174/1999/NĐ-CP và Nghị định số 64/2003/NĐ-CP hết hiệu lực từ ngày "
        "Thông tư này có hiệu lực."
    )
    assert closing(line) == [("7/2000/TT-AHO", "repeal_document act")]
    assert closing("Bãi bỏ Nghị định số 64/2003/NĐ-CP.") == [("64/2003/NĐ-CP", "refused(target-ambiguous) act")]


def test_permits_that_expire_are_no_acts() -> None:
    assert (
        closing(
            "Giấy phép cấp theo Nghị định số 5/2010/NĐ-CP hết hiệu lực thì chủ ao phải xin lại.",
            "Trường hợp giấy phép đã hết hiệu lực thì chủ ao nộp hồ sơ theo Điều 5 của Luật Ao hồ số 12/2015/QH13.",
        )
        == []
    )


def test_the_act_speaks_of_itself() -> None:
    act = document(
        """
THÔNG TƯ
Quy định về ao
Điều 1. Phạm vi
Thông tư này sửa đổi, bổ sung một số điều của các thông tư về ao.
Điều 2. Hiệu lực thi hành
1. Thông tư này sửa đổi, bổ sung Điều 1 Thông tư số 33/2013/TT-AHO như sau:
“Điều 1. Ao
Ao có bờ.”.
""",
        "19/2018/TT-AHO",
    )
    assert told(act) == [("33/2013/TT-AHO", "substitute dieu-1")]


def test_an_annex_of_this_act_takes_the_place_of_another() -> None:
    act = document(
        """
NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của Nghị định số 85/2024/NĐ-CP quy định về ao hồ
Điều 1. Thay thế Phụ lục I ban hành kèm theo Nghị định số 85/2024/NĐ-CP bằng Phụ lục I ban hành kèm theo Nghị định này
Điều 2. Thay thế Mẫu số 02 Phụ lục II bằng Mẫu số 02 ban hành kèm theo Nghị định này
Điều 3. Hiệu lực thi hành
Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2026.
Phụ lục I
DANH MỤC AO
1. Ao Đông.
2. Ao Tây.
""",
        "50/2026/NĐ-CP",
    )
    first, second = read(act).operations
    assert (short(first), [p.heading for p in first.payload]) == ("substitute phu-luc-i", ["DANH MỤC AO"])
    assert second.refusal.reason is Reason.PAYLOAD_MISSING


def _closing(lines: str):
    return document(
        "LUẬT\nVỀ SEN\nĐiều 1. Sen\n1. Trồng sen.\nĐiều 2. Hiệu lực thi hành\n"
        f"1. Luật này có hiệu lực từ ngày 01 tháng 7 năm 2021.\n{lines}"
    )


def test_a_command_that_lacks_nothing_is_no_frame_for_the_paragraph_behind_it() -> None:
    act = _closing("2. Bãi bỏ Điều 3, khoản 4 Điều 18 Nghị định số 10/2024/NĐ-CP.\nBãi bỏ khoản 6 Điều 39 Nghị định số 10/2024/NĐ-CP.")
    assert told(act) == [
        ("10/2024/NĐ-CP", "repeal dieu-3"),
        ("10/2024/NĐ-CP", "repeal dieu-18.khoan-4"),
        ("10/2024/NĐ-CP", "repeal dieu-39.khoan-6"),
    ]


def test_a_suspended_act_whose_name_holds_the_words_that_may_stand_in_front_of_it() -> None:
    act = _closing(
        "2. Ngưng hiệu lực thi hành khoản 8 và khoản 9 Điều 8 của Thông tư số 39/2016/TT-NHNN quy định về hoạt động cho vay đối với "
        "khách hàng (đã được bổ sung theo Thông tư số 06/2023/TT-NHNN) từ ngày 01 tháng 9 năm 2021.\n"
        "3. Tạm ngưng hiệu lực áp dụng cho đến khi có quy định mới đối với Nghị định số 46/2020/NĐ-CP."
    )
    assert told(act) == [
        ("39/2016/TT-NHNN", "suspend dieu-8.khoan-8"),
        ("39/2016/TT-NHNN", "suspend dieu-8.khoan-9"),
        ("46/2020/NĐ-CP", "suspend act"),
    ]


def test_a_suspension_of_nothing_that_can_be_named_is_told() -> None:
    (op,) = read(_closing("2. Tạm ngưng hiệu lực các việc khác.")).operations
    assert op.refusal and op.refusal.reason is Reason.NOT_UNDERSTOOD


def test_words_with_their_places_are_a_command_of_their_own() -> None:
    act = amending("1. Thay cụm từ “ao” bằng cụm từ “hồ” tại Điều 3.\nBãi bỏ khoản 2 Điều 5.")
    assert [s for _, s in told(act)] == ["replace_text “ao” → “hồ” in dieu-3", "repeal dieu-5.khoan-2"]


def test_a_regulation_attached_to_a_decision_is_changed_and_not_the_decision() -> None:
    act = document(
        """
QUYẾT ĐỊNH
Sửa đổi, bổ sung một số điều của Quyết định số 5/2018/QĐ-TTg và Quy chế thả cá ban hành kèm theo Quyết định số 7/2018/QĐ-TTg
Thủ tướng Chính phủ ban hành Quyết định sửa đổi, bổ sung một số điều của Quyết định số 5/2018/QĐ-TTg về phí câu cá.
Điều 1. Sửa đổi, bổ sung một số điều của Quyết định số 5/2018/QĐ-TTg ngày 10 tháng 7 năm 2018 về phí câu cá
1. Bãi bỏ Điều 2.
Điều 2. Sửa đổi, bổ sung một số điều của Quy chế thả cá (sau đây gọi là Quy chế) ban hành kèm theo Quyết định số 7/2018/QĐ-TTg như sau:
1. Điều 2 được sửa đổi, bổ sung như sau:
“Điều 2. Mùa thả
1. Thả cá vào tháng Hai.”.
2. Sửa đổi, bổ sung khoản 1 Điều 3 của Quy chế như sau:
“1. Cá giống phải khỏe.”.
3. Bổ sung Điều 3a sau Điều 3 như sau:
“Điều 3a. Mật độ
1. Mỗi mét một con.”.
4. Thay thế cụm từ “cá con” bằng cụm từ “cá giống” tại khoản 1 Điều 5 và Điều 6 Quy chế này.
5. Bãi bỏ Chương IV.
Điều 3. Sửa đổi, bổ sung khoản 2 Điều 4 của Quy chế câu cá ban hành theo Quyết định số 9/2018/QĐ-TTg như sau:
“2. Không câu đêm.”.
""",
        "30/2020/QĐ-TTg",
    )
    assert told(act) == [
        ("5/2018/QĐ-TTg", "repeal dieu-2"),
        ("7/2018/QĐ-TTg", "substitute quy-che.dieu-2"),
        ("7/2018/QĐ-TTg", "substitute quy-che.dieu-3.khoan-1"),
        ("7/2018/QĐ-TTg", "insert after quy-che.dieu-3: dieu-3a"),
        ("7/2018/QĐ-TTg", "replace_text “cá con” → “cá giống” in quy-che.dieu-5.khoan-1"),
        ("7/2018/QĐ-TTg", "replace_text “cá con” → “cá giống” in quy-che.dieu-6"),
        ("7/2018/QĐ-TTg", "repeal quy-che.chuong-iv"),
        ("9/2018/QĐ-TTg", "substitute quy-che.dieu-4.khoan-2"),
    ]


def test_an_article_that_names_the_whole_act_it_changes() -> None:
    act = document(
        """
THÔNG TƯ
Sửa đổi, bổ sung một số điều của Thông tư số 15/2013/TT-AH, Thông tư số 16/2013/TT-AH để đơn giản thủ tục đào ao
Bộ trưởng ban hành Thông tư sửa đổi, bổ sung như sau:
Điều 1. Sửa đổi, bổ sung Thông tư số 15/2013/TT-AH ngày 06/11/2013 hướng dẫn thi hành một số điều của Luật Ao hồ như sau:
1. Sửa đổi khoản 4 Điều 7 như sau:
“4. Ao phải có bờ.”.
Điều 2. Bổ sung Thông tư số 16/2013/TT-AH ngày 07/11/2013 như sau:
1. Bổ sung khoản 7 Điều 5 như sau:
“7. Ao chung.”.
""",
        "30/2014/TT-AH",
    )
    assert told(act) == [
        ("15/2013/TT-AH", "substitute dieu-7.khoan-4"),
        ("16/2013/TT-AH", "insert into dieu-5: khoan-7"),
    ]


def test_the_number_of_one_act_behind_the_name_of_another_is_asked() -> None:
    ponds = document("LUẬT\nAO HỒ\nĐiều 1. Ao\nAo.", "12/2015/QH13", issued=date(2015, 6, 1))
    lotus = document("LUẬT\nSEN\nĐiều 1. Sen\nSen.", "44/2016/QH14", issued=date(2016, 6, 1))
    act = amending("1. Bãi bỏ khoản 2 Điều 3 của Luật Sen số 12/2015/QH13.\n2. Bãi bỏ khoản 2 Điều 3 của Luật Sen số 45/2016/QH14.")
    both, unknown = read(act, ponds, lotus).operations
    assert (both.target.document, both.refusal.reason, both.refusal.others) == (
        "12/2015/QH13",
        Reason.AMBIGUOUS_DOCUMENT,
        ("44/2016/QH14",),
    )
    assert (unknown.target.document, unknown.refusal.reason) == ("45/2016/QH14", Reason.UNKNOWN_DOCUMENT)
    (op,) = read(amending("1. Bãi bỏ khoản 2 Điều 3 của Luật Sen số 9/1999/QH10."), ponds, lotus).operations
    assert op.refusal is None  # an older law of that name, not in hand


def test_a_heading_that_is_not_understood_still_names_the_act_of_its_article() -> None:
    act = document(
        """
LUẬT
SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT AO HỒ VÀ LUẬT SEN
Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Ao hồ số 12/2015/QH13; Luật Sen số 44/2016/QH14.
Điều 1. Sửa đổi, bổ sung một số điều của Luật Ao hồ
1. Bãi bỏ Điều 3.
Điều 2. Sửa đổi, bổ sung điểm g khoản 4 mục I của Biểu giá sen tại Điều 7 của Luật Sen
Sửa đổi, bổ sung điểm g khoản 4 mục I của Biểu giá sen tại Điều 7 như sau:
“g) Sen trắng: 3.”.
"""
    )
    assert [(n, w.partition(" ")[0]) for n, w in told(act)] == [("12/2015/QH13", "repeal"), ("44/2016/QH14", "refused(not-understood)")]


def test_a_form_named_by_its_title_is_no_act() -> None:
    act = document(
        """
NGHỊ ĐỊNH
Quy định về sen
Điều 1. Sen
Sen trồng ở ao.
Điều 2. Điều khoản thi hành
1. Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2021.
2. Bãi bỏ Quyết định về việc giảm tiền thuê ao thực hiện theo Mẫu số 02 tại Phụ lục II ban hành kèm theo Nghị định số 10/2020/NĐ-CP.
""",
        "31/2021/NĐ-CP",
    )
    ((number, words),) = told(act)
    assert number == "10/2020/NĐ-CP"
    assert words.endswith("phu-luc-ii.mau-02")


def test_a_duty_of_others_to_amend_their_own_acts_changes_nothing() -> None:
    duty = "2. Chính phủ có trách nhiệm sửa đổi, bổ sung quy định về đèn lồng tại các văn bản do mình ban hành để phù hợp với Luật này."
    assert operations(f"1. Bãi bỏ Điều 3.\n{duty}") == ["repeal dieu-3"]
    assert len(operations("1. Bãi bỏ Điều 3.\n2. Quy định về đèn lồng được sửa đổi để phù hợp với Luật này.")) == 2


def test_one_article_over_parts_of_several_decrees() -> None:
    act = document(
        """
NGHỊ ĐỊNH
Bãi bỏ một số nội dung của các Nghị định về ao hồ
Điều 1. Bãi bỏ một số nội dung của các Nghị định sau
1. Nghị định số 14/2015/NĐ-CP:
a) Điều 8, khoản 2 Điều 9;
b) Cụm từ “hồ” tại Điều 11.
2. Khoản 3 Điều 13 Nghị định số 15/2016/NĐ-CP.
Điều 2. Hiệu lực thi hành
Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2021.
""",
        "30/2021/NĐ-CP",
    )
    assert told(act) == [
        ("14/2015/NĐ-CP", "repeal dieu-8"),
        ("14/2015/NĐ-CP", "repeal dieu-9.khoan-2"),
        ("14/2015/NĐ-CP", "delete_text “hồ” in dieu-11"),
        ("15/2016/NĐ-CP", "repeal dieu-13.khoan-3"),
    ]


def test_the_lines_below_a_title_of_changes_that_is_not_understood_are_told() -> None:
    act = document(
        """
NGHỊ ĐỊNH
Sửa đổi, bổ sung một số điều của các Nghị định về ao hồ
Điều 1. Bãi bỏ theo phương án đơn giản hóa đã phê duyệt
1. Thủ tục cấp phép đào ao.
Điều 2. Tổ chức thực hiện
1. Bộ Ao hồ hướng dẫn Nghị định này.
""",
        "30/2021/NĐ-CP",
    )
    assert [(str(op.origin.address), op.refusal and op.refusal.reason) for op in read(act).operations] == [
        ("dieu-1.khoan-1", Reason.UNCLAIMED_TEXT)
    ]
