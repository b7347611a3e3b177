"""Hard-wrapped text and page furniture."""

import textwrap

from hypothesis import given
from hypothesis import strategies as st

from lawtrack.ingest import Given, read_source
from lawtrack.law import Kind
from lawtrack.law.address import addressed

PARAGRAPHS = [
    "Điều 1. Trách nhiệm của cơ quan quản lý chợ nổi và của người bán hàng trên sông trong việc giữ gìn vệ sinh",
    "1. Cơ quan quản lý chợ nổi có trách nhiệm hướng dẫn, kiểm tra và xử lý vi phạm của người bán hàng theo quy định tại Điều 12 "
    "của Nghị định này và của pháp luật có liên quan đến hoạt động thương mại, dịch vụ trên sông, trên biển.",
    "Trường hợp chợ nổi nằm trên địa bàn của nhiều tỉnh thì Ủy ban nhân dân các tỉnh đó cùng phối hợp thực hiện theo kế hoạch chung.",
    "a) Bố trí nơi neo đậu, nơi tập kết rác và phương tiện cứu hộ, cứu nạn cần thiết cho người bán, người mua và khách tham quan;",
    "b) Thu phí theo quy định.",
    "2. Người bán hàng phải bảo đảm chất lượng hàng hóa, không được xả rác xuống sông và phải tuân theo hướng dẫn của cơ quan "
    "quản lý chợ nổi.",
    "Điều 2. Hiệu lực thi hành",
    "Nghị định này có hiệu lực từ ngày 01 tháng 5 năm 2021.",
]
FRONT = ["NGHỊ ĐỊNH", "Quy định về chợ nổi", "Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;", "Chính phủ ban hành Nghị định."]
FURNITURE = "Ký bởi: CỔNG THÔNG TIN\nCơ quan: VĂN PHÒNG\nNgày ký: 2021-05-22 16:22:05\n\nCÔNG BÁO/Số 242/Ngày 22-04-2021\n5\n \n"


def wrapped(paragraphs: list[str], width: int) -> list[str]:
    return [line for p in paragraphs for line in textwrap.wrap(p, width, break_on_hyphens=False)]


def texts(text: str) -> list[str]:
    body = read_source(text.encode(), "a.txt").document.body
    return [p.heading or p.text for p in body.walk() if p.heading or p.text]


EXPECTED = texts("\n".join(FRONT + PARAGRAPHS))


def test_wrapped_lines_are_joined() -> None:
    assert texts("\n".join(FRONT + wrapped(PARAGRAPHS, 76))) == EXPECTED


@given(st.integers(60, 90), st.integers(6, 22))
def test_furniture_in_the_middle_of_a_sentence_is_taken_out(width: int, place: int) -> None:
    lines = wrapped(PARAGRAPHS, width)
    at = place % len(lines)
    lines[at:at] = FURNITURE.split("\n")
    imported = read_source("\n".join(FRONT + lines).encode(), "a.txt")
    printed = " ".join(p.text for p in imported.document.body.walk())
    assert "CÔNG BÁO" not in printed
    assert "Ký bởi" not in printed
    assert "VĂN PHÒNG" not in printed
    assert {x.why for x in imported.left_out} == {"running head", "page number", "signature stamp"}
    assert imported.kept == 1.0


def test_a_short_line_that_ends_a_sentence_ends_the_paragraph() -> None:
    lines = wrapped(PARAGRAPHS, 76)
    body = read_source("\n".join(FRONT + lines).encode(), "a.txt").document.body
    clause = next(p for a, p in addressed(body) if str(a) == "dieu-1.khoan-1")
    assert [c.kind for c in clause.children] == [Kind.DOAN, Kind.DIEM, Kind.DIEM]


def test_a_number_broken_by_a_line_is_put_together() -> None:
    lines = FRONT + wrapped([*PARAGRAPHS, PARAGRAPHS[1].replace("1. ", "Đoạn theo Thông tư số 12/2020/TT-\nBLĐTBXH ")], 74)
    text = "\n".join(lines).replace("12/2020/TT- BLĐTBXH", "12/2020/TT-\nBLĐTBXH")
    assert any("12/2020/TT-BLĐTBXH" in t for t in texts(text))


def test_a_text_that_is_not_wrapped_is_left_as_it_is() -> None:
    text = "\n".join(FRONT + PARAGRAPHS)
    imported = read_source(text.encode(), "a.txt")
    assert imported.repairs == ()
    assert len(texts(text)) == len(PARAGRAPHS)


def test_a_list_of_numbers_in_a_table_is_no_page_number() -> None:
    text = "\n".join([*FRONT, "Điều 1. Biểu phí", "Mức phí được quy định như sau:", "STT", "1", "Ghe nhỏ", "2", "Ghe lớn", "3", "Bè"])
    imported = read_source(text.encode(), "a.txt")
    assert imported.left_out == ()
    assert [p.text for p in imported.document.body.walk() if p.text.isdigit()] == ["1", "2", "3"]


def test_a_wrapped_markdown_text_goes_on_with_a_name_in_capitals() -> None:
    sentences = "Căn cứ kế hoạch huy động đã được Thủ tướng Chính phủ phê duyệt, Bộ trưởng\nBộ Công an ban hành quyết định huy động."
    fillers = "\n\n".join(
        f"{n}\\. Cơ quan, tổ chức có trách nhiệm thực hiện đầy đủ các yêu cầu về huy động\ntiềm lực khoa học và công nghệ theo quy định."
        for n in range(2, 9)
    )
    source = f"**NGHỊ ĐỊNH**\n\n**Về huy động**\n\n**Điều 1.** **Quyết định**\n\n1\\. {sentences}\n\n{fillers}\n"
    (article,) = read_source(source.encode(), "a.md", Given(number="1/2020/NĐ-CP")).document.body.children
    assert article.children[0].text.endswith("Bộ trưởng Bộ Công an ban hành quyết định huy động.")
    assert len(article.children) == 8 and not any(clause.children for clause in article.children)


def test_the_number_of_the_act_that_is_amended_is_no_number_of_the_amending_act() -> None:
    source = (
        "NGHỊ ĐỊNH\nSửa đổi, bổ sung một số điều của Nghị định số 5/2020/NĐ-CP\nĐiều 1. Sửa đổi\n1. Bãi bỏ Điều 3.\n"
        "Điều 2. Hiệu lực thi hành\nNghị định này có hiệu lực từ ngày 01 tháng 5 năm 2021.\n"
    )
    own = read_source(source.encode(), "a.txt", Given(number="9/2021/NĐ-CP"))
    base = read_source(source.encode(), "a.txt", Given(number="05/2020/NĐ-CP"))
    assert not any("amends" in doubt.message for doubt in own.doubts)
    assert any("05/2020/NĐ-CP is the number of the act this one amends" in doubt.message for doubt in base.doubts)


def test_a_list_of_units_of_several_acts_is_one_paragraph() -> None:
    listed = (
        "3. Bãi bỏ Điều 57 của Luật Chợ nổi và ghe thuyền, bến bãi số 66/2006/QH11; "
        "Điều 2 của Luật số 34/2009/QH12 sửa đổi một số điều về bến thuyền."
    )
    lines = ["3. Bãi bỏ Điều 57 của Luật Chợ nổi và ghe thuyền, bến bãi số 66/2006/QH11;", listed.split("; ")[1]]
    assert texts("\n".join(FRONT + wrapped(PARAGRAPHS, 70) + lines)) == [*EXPECTED, listed.removeprefix("3. ")]


def test_new_words_under_their_label_begin_behind_a_command_that_fills_its_line() -> None:
    command = "Sửa đổi, bổ sung khoản 3 Điều 14 của Nghị định số 5/2018/NĐ-CP về chợ nổi trên sông Hậu"
    lines = [*wrapped(FRONT + PARAGRAPHS[1:3], len(command) + 4), f"Điều 1. {command}", "“3. Chợ nổi đóng cửa khi có bão.”."]
    body = read_source("\n".join(lines).encode(), "a.txt").document.body
    assert [p.text for p in body.walk() if p.kind is Kind.TRICH] == ["“3. Chợ nổi đóng cửa khi có bão.”."]
