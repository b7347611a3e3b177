"""Whole acts: their parts, and what drafters and scans do to their numbering."""

from hypothesis import given
from strategies import acts

from lawtrack.law import ABOVE, Kind, Provision
from lawtrack.law.address import addressed
from lawtrack.law.plain import plain
from lawtrack.outline import Outlined, outline

ACT = """CHÍNH PHỦ
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Số: 5/2021/NĐ-CP
Hà Nội, ngày 02 tháng 3 năm 2021
NGHỊ ĐỊNH
Quy định về chợ nổi
Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;
Chính phủ ban hành Nghị định quy định về chợ nổi.
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi điều chỉnh
Nghị định này quy định về chợ nổi.
Điều 2. Giải thích từ ngữ
1. Chợ nổi là chợ họp trên sông.
2. Người bán gồm:
a) Người bán trên ghe;
b) Người bán trên bờ.
Chương II ĐIỀU KHOẢN THI HÀNH
Điều 3. Hiệu lực thi hành
Nghị định này có hiệu lực từ ngày 01 tháng 5 năm 2021.
Nơi nhận:
- Ban Bí thư;
TM. CHÍNH PHỦ
THỦ TƯỚNG
Nguyễn Văn A
PHỤ LỤC I
DANH MỤC CHỢ NỔI
(Ban hành kèm theo Nghị định số 5/2021/NĐ-CP)
1. Chợ thứ nhất
2. Chợ thứ hai"""


def read(text: str, language: str = "vi") -> Outlined:
    return outline(text.split("\n"), language)


def body(text: str) -> Provision:
    return read("LUẬT\nTHỬ\nCăn cứ Hiến pháp;\n" + text).body


def labels(root: Provision, kind: Kind) -> list[str]:
    return [p.label for p in root.walk() if p.kind is kind]


def test_the_parts_of_an_act() -> None:
    act = read(ACT)
    assert act.head[2] == "Số: 5/2021/NĐ-CP"
    assert (act.kind, act.title) == ("nghị định", "Quy định về chợ nổi")
    assert [line[:7] for line in act.preamble] == ["Căn cứ ", "Chính p"]
    assert act.tail == ("Nơi nhận:", "- Ban Bí thư;", "TM. CHÍNH PHỦ", "THỦ TƯỚNG", "Nguyễn Văn A")
    assert [(c.kind, c.label, c.heading) for c in act.body.children] == [
        (Kind.CHUONG, "I", "QUY ĐỊNH CHUNG"),
        (Kind.CHUONG, "II", "ĐIỀU KHOẢN THI HÀNH"),
        (Kind.PHU_LUC, "I", "DANH MỤC CHỢ NỔI"),
    ]
    assert labels(act.body, Kind.DIEU) == ["1", "2", "3"]
    assert act.doubts == ()


def test_a_title_printed_twice_is_one_title() -> None:
    act = read(ACT.replace("Quy định về chợ nổi\n", "QUY ĐỊNH VỀ CHỢ NỔI\nQuy định về chợ nổi\n", 1))
    assert act.title == "QUY ĐỊNH VỀ CHỢ NỔI"
    assert [(d.line, d.words) for d in act.repeated] == [(7, "Quy định về chợ nổi")]


def test_no_word_is_lost() -> None:
    act = read(ACT)
    printed = "\n".join([*act.head, act.kind, act.title, *act.preamble, *act.tail])
    for unit in act.body.walk():
        printed += f" {unit.heading} {unit.text} {unit.label}"
    here = {w.strip(".,;:()").lower() for w in printed.split()}
    for word in ACT.replace("Chương", "").replace("Điều", "").replace("PHỤ LỤC", "").split():
        assert word.strip(".,;:()").lower() in here, word


@given(acts())
def test_an_orderly_act_printed_and_read_again_is_the_same(act) -> None:
    text = plain(act)
    again = outline(text.splitlines())
    assert [(p.kind, p.label, p.text) for p in again.body.walk()] == [(p.kind, p.label, p.text) for p in act.body.walk()]


def test_an_attached_regulation_has_its_own_articles() -> None:
    act = read(
        "QUYẾT ĐỊNH\nBan hành Quy chế\nCăn cứ Luật;\nĐiều 1. Ban hành kèm theo Quyết định này Quy chế chợ nổi.\n"
        "Điều 2. Quyết định này có hiệu lực từ ngày ký.\nCHỦ TỊCH\nTrần B\nQUY CHẾ\nCHỢ NỔI\n"
        "(Ban hành kèm theo Quyết định số 1/2020/QĐ-UBND)\n"
        "Chương I\nCHUNG\nĐiều 1. Phạm vi\nChữ.\nĐiều 2. Đối tượng\nChữ."
    )
    assert [c.kind for c in act.body.children] == [Kind.DIEU, Kind.DIEU, Kind.QUY_CHE]
    regulation = act.body.children[2]
    assert regulation.heading == "QUY CHẾ CHỢ NỔI"
    assert labels(regulation, Kind.DIEU) == ["1", "2"]
    assert act.tail == ("CHỦ TỊCH", "Trần B")
    assert act.doubts == ()


def test_an_article_without_a_title_keeps_its_sentence_as_text() -> None:
    found = body("Điều 1. Phê duyệt đề án.\nĐiều 2. Luật này có hiệu lực từ ngày ký.")
    assert [(a.heading, [c.text for c in a.children]) for a in found.children] == [
        ("", ["Phê duyệt đề án."]),
        ("", ["Luật này có hiệu lực từ ngày ký."]),
    ]


def test_old_forms_of_labels() -> None:
    found = body(
        "Chương 1: NHỮNG QUY ĐỊNH CHUNG\nMục I\nTÊN\nĐiều 1:\nĐoạn mở đầu, gồm:\n1- Một;\n2- Hai:\na. A;\nb. B.\nĐiều 2\nTên điều hai\nChữ."
    )
    assert labels(found, Kind.CHUONG) == ["1"]
    assert labels(found, Kind.MUC) == ["I"]
    assert labels(found, Kind.KHOAN) == ["1", "2"]
    assert labels(found, Kind.DIEM) == ["a", "b"]
    assert [a.heading for a in found.walk() if a.kind is Kind.DIEU] == ["", "Tên điều hai"]


def test_a_cited_article_or_year_at_the_beginning_of_a_line_is_no_label() -> None:
    found = body("Điều 1. Tên\n1. Theo quy định tại\nĐiều 9 Luật này.\n2. Hai.\nĐiều 2. Tên\nChữ.")
    assert labels(found, Kind.DIEU) == ["1", "2"]
    assert [c.text for c in found.children[0].children[0].children] == ["Điều 9 Luật này."]


def test_gaps_and_repetitions_are_doubts_not_losses() -> None:
    act = read("LUẬT\nTHỬ\nCăn cứ;\nĐiều 1. A\n1. Một.\n3. Ba.\nĐiều 2. B\na) A;\nb) B;\nb) C.\nĐiều 4. D\nChữ.")
    assert labels(act.body, Kind.KHOAN) == ["1", "3"]
    assert labels(act.body, Kind.DIEM) == ["a", "b", "b"]
    assert labels(act.body, Kind.DIEU) == ["1", "2", "4"]
    assert [(d.line, d.message) for d in act.doubts] == [
        (6, "3. follows 1"),
        (10, "b) stands twice"),
        (11, "article 4 follows article 2"),
    ]


def test_a_second_list_in_one_clause_belongs_to_the_clause() -> None:
    act = read("LUẬT\nTHỬ\nCăn cứ;\nĐiều 1. A\n1. Hồ sơ gồm:\na) A;\nb) B.\nBản sao gồm:\na) C;\nb) D.")
    clause = act.body.children[0].children[0]
    assert [(c.kind, c.label) for c in clause.children] == [
        (Kind.DIEM, "a"),
        (Kind.DIEM, "b"),
        (Kind.DOAN, ""),
        (Kind.DIEM, "a"),
        (Kind.DIEM, "b"),
    ]
    assert "begins again" in act.doubts[0].message


def test_points_on_one_line_are_cut_apart() -> None:
    act = read("LUẬT\nTHỬ\nCăn cứ;\nĐiều 1. A\n1. Gồm:\na) Một;\nb) Hai; c) Ba; d) Bốn\nđ) Năm.")
    assert labels(act.body, Kind.DIEM) == ["a", "b", "c", "d", "đ"]
    assert len(act.doubts) == 2


def test_numbers_below_a_point_are_items_of_it() -> None:
    found = body("Điều 1. A\n1. Gồm:\na) Nhóm một:\n1. Thứ nhất;\n2. Thứ hai;\nb) Nhóm hai.\n2. Hai.")
    clause = found.children[0].children[0]
    assert [(c.kind, c.label) for c in clause.children] == [(Kind.DIEM, "a"), (Kind.DIEM, "b")]
    assert [(c.kind, c.label, c.mark) for c in clause.children[0].children] == [(Kind.TIET, "1", "1."), (Kind.TIET, "2", "2.")]
    assert [c.label for c in found.children[0].children] == ["1", "2"]


def test_numbers_with_another_sign_behind_them_are_another_list() -> None:
    found = body("Điều 1. A\n1. Gồm:\n1) Thứ nhất.\n2. Hai:\n1) Thứ nhất;\n2) Thứ hai.\n3. Ba.")
    article = found.children[0]
    assert [(c.label, [t.label for t in c.children]) for c in article.children] == [("1", ["1"]), ("2", ["1", "2"]), ("3", [])]


def test_a_label_glued_to_its_title_is_read_by_sequence() -> None:
    found = body("Chương I\nMỘT\nĐiều 1. A\nChữ.\nChương IIHAI\nĐiều 2. B\nChữ.\nChương IIIĐIỀU KHOẢN\nĐiều 3. C\nChữ.")
    assert [(c.label, c.heading) for c in found.children] == [("I", "MỘT"), ("II", "HAI"), ("III", "ĐIỀU KHOẢN")]


def test_a_chapter_printed_again_in_the_next_issue_is_one_chapter() -> None:
    act = read("LUẬT\nTHỬ\nCăn cứ;\nChương I\nMỘT\nĐiều 1. A\nChữ.\nChương I\nMỘT\nĐiều 2. B\nChữ.")
    assert [c.label for c in act.body.children] == ["I"]
    assert labels(act.body, Kind.DIEU) == ["1", "2"]
    assert [d.line for d in act.repeated] == [8, 9]


def test_a_table_of_an_annex_goes_on_behind_its_repeated_heading() -> None:
    act = read(
        "LUẬT\nTHỬ\nCăn cứ;\nĐiều 1. A\nChữ.\nPhụ lục\nDANH MỤC\nSTT\tTên\tAi làm\n"
        "1\tMột\tCơ sở được giao nhiệm vụ\n2\tHai\t\n\nSTT\tTên\tAi làm\n3\tBa\tCơ sở khác"
    )
    (table,) = [p for p in act.body.walk() if p.kind is Kind.BANG]
    assert [row.cells for row in table.children] == [
        ("STT", "Tên", "Ai làm"),
        ("1", "Một", "Cơ sở được giao nhiệm vụ"),
        ("2", "Hai", ABOVE),
        ("3", "Ba", "Cơ sở khác"),
    ]
    assert len(act.repeated) == 1


def test_an_english_act() -> None:
    act = read(
        "DECREE\nMARKETS\nPursuant to the Law on Markets dated June 19, 2015;\nThe Government hereby promulgates a Decree on markets.\n"
        "Chapter I\nGENERAL\nArticle 1. Scope\nThis Decree provides for markets.\nArticle 2. Cases\n"
        "1. Cases:\na) A;\nd) Not next;\nON BEHALF OF THE GOVERNMENT\nTran B",
        "en",
    )
    assert (act.kind, act.title, len(act.preamble)) == ("decree", "MARKETS", 2)
    assert labels(act.body, Kind.DIEU) == ["1", "2"]
    assert act.tail == ("ON BEHALF OF THE GOVERNMENT", "Tran B")
    assert [d.message for d in act.doubts] == ["d) follows a"]


def test_recipients_in_one_line_begin_the_tail() -> None:
    act = read("LUẬT\nTHỬ\nCăn cứ;\nĐiều 1. A\nChữ.\nNơi nhận:- Ban Bí thư;- Các bộ;- Lưu: VT.\nKT. BỘ TRƯỞNGTHỨ TRƯỞNGTrần B")
    assert act.tail == ("Nơi nhận:- Ban Bí thư;- Các bộ;- Lưu: VT.", "KT. BỘ TRƯỞNGTHỨ TRƯỞNGTrần B")
    assert [c.text for c in act.body.children[0].children] == ["Chữ."]


def test_a_sentence_about_a_place_of_receipt_is_no_tail() -> None:
    act = read("LUẬT\nTHỬ\nCăn cứ;\nĐiều 1. A\nNơi nhận hồ sơ do chủ chợ bố trí tại bến chính của chợ nổi.\nĐiều 2. B\nChữ.")
    assert act.tail == ()
    assert labels(act.body, Kind.DIEU) == ["1", "2"]


def test_the_letterhead_of_a_form_is_no_title() -> None:
    act = read(ACT + "\nMẫu số 01\nTÊN CHỢ\nCỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nĐƠN XIN BÁN HÀNG\nTôi là:")
    form = act.body.children[-1].children[-1]
    assert (form.kind, form.label, form.heading) == (Kind.MAU, "01", "")
    assert [c.text for c in form.children][:2] == ["TÊN CHỢ", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"]


def test_two_thousand_articles_stand_in_their_order() -> None:
    text = ACT.split("\n")[:8] + [
        line
        for n in range(1, 2001)
        for line in (f"Điều {n}. Tên điều", "1. " + "quy định về chợ nổi " * 12, "a) " + "người bán " * 15 + ";", "b) Khác.", "2. Hai.")
    ]
    act = outline(text)
    assert labels(act.body, Kind.DIEU) == [str(n) for n in range(1, 2001)]


def test_an_annex_with_a_number_of_two_parts_stands_where_it_is_issued() -> None:
    lines = """NGHỊ QUYẾT
Về cắt giảm thủ tục
Điều 1. Nội dung
Cắt giảm theo các Phụ lục ban hành kèm theo Nghị quyết này.
KT. BỘ TRƯỞNG
Phụ lục I
DANH MỤC CÁC PHỤ LỤC
(Kèm theo Nghị quyết số 9/2026/NQ-CP)
Phụ lục I.1
Thủ tục về chợ
Phụ lục I.2
Thủ tục về bến bãi
Phụ lục I.1
THỦ TỤC VỀ CHỢ
(Kèm theo Nghị quyết số 9/2026/NQ-CP)
1. Không thực hiện thủ tục cấp biển chợ.
Phụ lục I.2
THỦ TỤC VỀ BẾN BÃI
(Kèm theo Nghị quyết số 9/2026/NQ-CP)
1. Không thực hiện thủ tục cấp biển bến.""".splitlines()
    annexes = [(a, p) for a, p in addressed(outline(lines).body) if p.kind is Kind.PHU_LUC]
    assert [str(a) for a, _ in annexes] == ["phu-luc-i", "phu-luc-i-1", "phu-luc-i-2"]
    assert [a.vietnamese() for a, _ in annexes][1:] == ["Phụ lục I.1", "Phụ lục I.2"]
    assert [c.text for c in annexes[0][1].children][1:] == ["Phụ lục I.1", "Thủ tục về chợ", "Phụ lục I.2", "Thủ tục về bến bãi"]


def test_a_cell_that_names_the_annex_of_another_act_opens_none() -> None:
    lines = """NGHỊ QUYẾT
Về cắt giảm thủ tục
Điều 1. Nội dung
Cắt giảm theo các Phụ lục ban hành kèm theo Nghị quyết này.
KT. BỘ TRƯỞNG
Phụ lục I
THỦ TỤC VỀ CHỢ
(Kèm theo Nghị quyết số 9/2026/NQ-CP)
TT
Nghị định số 10/2020/NĐ-CP
Điểm c khoản 1 Điều 3
Phụ lục I
Bộ Công Thương
Phụ lục II
THỦ TỤC VỀ BẾN BÃI
(Kèm theo Nghị quyết số 9/2026/NQ-CP)
1. Không thực hiện thủ tục cấp biển bến.""".splitlines()
    assert [p.label for p in outline(lines).body.children if p.kind is Kind.PHU_LUC] == ["I", "II"]
