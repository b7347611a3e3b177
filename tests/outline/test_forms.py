"""What stands behind an act: annexes, the lists of their forms, the forms."""

import pytest

from lawtrack.law import Kind, Provision
from lawtrack.law.address import addressed
from lawtrack.outline import Outlined, outline
from lawtrack.outline.forms import form_at

ACT = """CHÍNH PHỦ
Số: 5/2021/NĐ-CP
NGHỊ ĐỊNH
Quy định về chợ nổi
Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;
Điều 1. Phạm vi điều chỉnh
Nghị định này quy định về chợ nổi.
TM. CHÍNH PHỦ
Nguyễn Văn A
"""
FORM = "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM\nĐộc lập - Tự do - Hạnh phúc\nĐƠN XIN BÁN HÀNG\nTôi là: ......\n"
ISSUED = "(Kèm theo Nghị định số 5/2021/NĐ-CP ngày 02 tháng 3 năm 2021)\n"


def read(annexes: str) -> Outlined:
    return outline((ACT + annexes).split("\n"))


def headings(annexes: str) -> list[str]:
    body = read(annexes).body
    return [str(a) for a, unit in addressed(body) if unit.kind in (Kind.PHU_LUC, Kind.QUY_CHE, Kind.MAU)]


def texts(unit: Provision) -> list[str]:
    return [c.text for c in unit.children if c.kind is Kind.DOAN]


def test_forms_stand_in_their_annex_and_its_list_is_its_text() -> None:
    listed = "Mẫu số 01\nĐơn xin bán hàng\nMẫu số 02\nĐơn xin nghỉ bán\n"
    annexes = f"Phụ lục I\nCÁC MẪU ĐƠN\n{ISSUED}{listed}Mẫu số 01\n{FORM}Mẫu số 02\n{FORM}Phụ lục II\nDANH MỤC CHỢ\n{ISSUED}1. Chợ Gò."
    assert headings(annexes) == ["phu-luc-i", "phu-luc-i.mau-01", "phu-luc-i.mau-02", "phu-luc-ii"]
    first = read(annexes).body.children[1]
    assert texts(first) == [ISSUED.strip(), "Mẫu số 01", "Đơn xin bán hàng", "Mẫu số 02", "Đơn xin nghỉ bán"]
    assert texts(first.children[-1])[-2:] == ["ĐƠN XIN BÁN HÀNG", "Tôi là: ......"]


def test_a_list_on_lines_with_titles_and_forms_with_theirs() -> None:
    listed = "Mẫu số 01 Đơn xin bán hàng\nMẫu số 02 Đơn xin nghỉ bán\n"
    forms = f"Mẫu số 01. Đơn xin bán hàng\n{FORM}Mẫu số 02. Đơn xin nghỉ bán\n{FORM}"
    annex = read(f"Phụ lục\n{ISSUED}{listed}{forms}").body.children[-1]
    assert [(c.label, c.heading, c.mark) for c in annex.children if c.kind is Kind.MAU] == [
        ("01", "Đơn xin bán hàng", ""),
        ("02", "Đơn xin nghỉ bán", ""),
    ]


def test_a_list_whose_first_entry_is_damaged() -> None:
    listed = "Mẫu số Tên đơn 01\nMẫu số 02\nĐơn xin nghỉ bán\nMẫu số 03\nĐơn xin đổi chỗ\nMẫu số 04\nĐơn xin vào\nMẫu số 05\nĐơn xin ra\n"
    forms = "".join(f"Mẫu số 0{n}\n{FORM}" for n in range(1, 6))
    assert headings(f"Phụ lục\n{ISSUED}{listed}{forms}") == ["phu-luc", *(f"phu-luc.mau-0{n}" for n in range(1, 6))]


def test_a_list_alone_holds_no_forms() -> None:
    assert headings(f"Phụ lục\n{ISSUED}Mẫu số 01\nĐơn xin bán hàng\nMẫu số 02\nĐơn xin nghỉ bán\n") == ["phu-luc"]


def test_forms_without_an_annex_stand_by_themselves() -> None:
    note = "Ban hành kèm theo Nghị định số 5/2021/NĐ-CP ngày 02 tháng 3 năm 2021"
    annexes = f"Mẫu số 01: {note}\n{FORM}Mẫu số 03: {note}\n{FORM}"
    assert headings(annexes) == ["mau-01", "mau-03"]
    assert texts(read(annexes).body.children[-1])[0] == note


def test_a_form_issued_by_itself_is_not_of_the_annex_in_front_of_it() -> None:
    annexes = f"Phụ lục I\nDANH MỤC CHỢ\n{ISSUED}1. Chợ Gò.\nMẫu số 01\n{ISSUED}{FORM}"
    assert headings(annexes) == ["phu-luc-i", "mau-01"]


def test_the_annex_of_what_a_form_is_filled_in_for_is_text_of_the_form() -> None:
    inner = "PHỤ LỤC\nDANH SÁCH\n(Ban hành kèm theo Quyết định số ......../QĐ-UBND ngày ... tháng ... năm ...)\nHọ và tên: ......\n"
    annexes = f"Phụ lục I\nCÁC MẪU\n{ISSUED}Mẫu số 01\n{FORM}{inner}Mẫu số 02\n{FORM}"
    assert headings(annexes) == ["phu-luc-i", "phu-luc-i.mau-01", "phu-luc-i.mau-02"]
    assert "PHỤ LỤC" in texts(read(annexes).body.children[-1].children[1])


def test_annexes_inside_an_annex() -> None:
    listed = "Phụ lục 1A\nĐơn thứ nhất\nPhụ lục 1B\nĐơn thứ hai\n"
    annexes = f"PHỤ LỤC I\n{ISSUED}{listed}Phụ lục 1A\n{FORM}Phụ lục 1B\n{FORM}PHỤ LỤC II\n{ISSUED}1. Chợ Gò."
    assert headings(annexes) == ["phu-luc-i", "phu-luc-i.phu-luc-1a", "phu-luc-i.phu-luc-1b", "phu-luc-ii"]


def test_a_cell_that_names_an_annex_begins_none() -> None:
    annexes = f"Phụ lục I\nMỘT\n{ISSUED}Chợ Gò\nPhụ lục I\nChợ Bến\nPhụ lục II\nHAI\n{ISSUED}1. Chợ Đông."
    assert headings(annexes) == ["phu-luc-i", "phu-luc-ii"]


def test_the_heading_of_an_annex_printed_again_is_left_out() -> None:
    act = read(f"Phụ lục\n{ISSUED}Mẫu số 01\n{FORM}Phụ lục\n{ISSUED}Mẫu số 02\n{FORM}")
    assert [str(a) for a, u in addressed(act.body) if u.kind is Kind.MAU] == ["phu-luc.mau-01", "phu-luc.mau-02"]
    assert [d.words for d in act.repeated] == ["Phụ lục", ISSUED.strip()]


def test_a_title_that_begins_like_a_regulation_is_the_title_of_its_annex() -> None:
    (annex,) = read(f"Phụ lục II\nCHƯƠNG TRÌNH TẬP HUẤN\n{ISSUED}1. Bơi.").body.children[1:]
    assert (annex.kind, annex.label, annex.heading) == (Kind.PHU_LUC, "II", "CHƯƠNG TRÌNH TẬP HUẤN")


@pytest.mark.parametrize(
    ("line", "label", "rest", "titled"),
    [
        ("Mẫu số 01", "01", "", False),
        ("MẪU SỐ 01a/TB-TSDĐ", "01a/TB-TSDĐ", "", False),
        ("Mẫu số 04-A", "04-A", "", False),
        ("Mẫu số 04a Quyết định giao đất", "04a", "Quyết định giao đất", True),
        ("Mẫu số 02: Văn bản trả lời", "02", "Văn bản trả lời", True),
        ("Mẫu số 03 .....(1).....", "03", ".....(1).....", False),
        ("Mẫu 11[32]", "11", "", False),
        ("Biểu số 3", "biểu 3", "", False),
    ],
)
def test_labels_of_forms(line: str, label: str, rest: str, titled: bool) -> None:
    form = form_at(line)
    assert form is not None
    assert (form.label, form.rest, form.titled) == (label, rest, titled)


@pytest.mark.parametrize(
    "line",
    [
        "Mẫu số 05 Phụ lục I ban hành kèm theo Nghị định này",
        "Mẫu số 02, Mẫu số 03",
        "Mẫu số 1 thành Mẫu số 28",
        "Mẫu số 09 được bãi bỏ",
        "Mẫu số 02 Thông tư số 10/2020/TT-BTC",
        "Mẫu giấy tờ",
        "BIỂU MỨC TIỀN",
        "Biểu I",
    ],
)
def test_what_is_no_label_of_a_form(line: str) -> None:
    assert form_at(line) is None
