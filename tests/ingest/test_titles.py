"""Where the title of an article ends, in texts wrapped at a column."""

import textwrap

import pytest

from lawtrack.ingest import Given, read_source
from lawtrack.law import Kind, Provision

WIDTH = 74
FRONT = ["NGHỊ ĐỊNH", "Quy định về chợ nổi", "Căn cứ Luật Tổ chức Chính phủ ngày 19 tháng 6 năm 2015;", "Chính phủ ban hành Nghị định."]
FILLER = [
    p
    for n in range(1, 9)
    for p in (
        f"Điều {n}. Việc thứ {n} của chợ nổi",
        f"{n}. Ủy ban nhân dân tỉnh Vĩnh Hòa hướng dẫn chủ chợ, người bán hàng và tổ chức có liên quan, cơ quan quản lý đường thủy "
        "thực hiện quy định tại Điều này và kiểm tra việc thu phí, giữ gìn vệ sinh, neo đậu ghe thuyền tại chợ theo kế hoạch.",
    )
]
NUMBER = Given(number="5/2021/NĐ-CP")


def wrapped(paragraphs: list[str], width: int = WIDTH) -> list[str]:
    return [line for p in paragraphs for line in textwrap.wrap(p, width, break_on_hyphens=False)]


def article(lines: list[str], label: str = "9") -> Provision:
    body = read_source("\n".join([*FRONT, *wrapped(FILLER), *lines]).encode(), "a.txt", NUMBER).document.body
    (found,) = [p for p in body.walk() if p.kind is Kind.DIEU and p.label == label]
    return found


def parts(unit: Provision) -> list[str]:
    return [unit.heading, *(c.text for c in unit.children)]


def test_a_title_that_fills_its_line_ends_where_a_sentence_begins() -> None:
    title = "Thu phí chợ nổi và việc sử dụng tiền phí thu được trên sông rạch"
    assert len("Điều 9. " + title) > WIDTH - 4
    paragraph = "Tổ chức được giao quản lý chợ nổi thu phí của người bán hàng theo các quy định sau đây:"
    assert parts(article([f"Điều 9. {title}", *wrapped([paragraph]), "1. Một."])) == [title, paragraph, "Một."][:3]


def test_a_paragraph_that_begins_with_a_name_is_told_by_its_end() -> None:
    title = "Vĩnh Hòa và việc quản lý chợ nổi của địa phương trên sông rạch"
    paragraph = "Vĩnh Hòa quản lý chợ nổi trong các trường hợp sau đây:"
    assert parts(article([f"Điều 9. {title}", *wrapped([paragraph]), "1. Một."])) == [title, paragraph, "Một."]


@pytest.mark.parametrize("behind", ["1. Một.", "a) A;", "Điều 10. Khác"])
def test_a_title_goes_on_with_a_name_where_a_label_follows(behind: str) -> None:
    found = article(
        ["Điều 9. Trách nhiệm giữ gìn vệ sinh và trật tự chợ nổi của Ủy ban nhân dân", "Vĩnh Hòa và của người bán hàng", behind]
    )
    assert found.heading == "Trách nhiệm giữ gìn vệ sinh và trật tự chợ nổi của Ủy ban nhân dân Vĩnh Hòa và của người bán hàng"


def test_the_number_of_an_act_in_a_title_is_not_cut() -> None:
    found = article(["Điều 9. Sửa đổi một số quy định về phí của Thông tư số 12/2020/TT-", "BTCHN ngày 02 tháng 3 năm 2020", "1. Một."])
    assert found.heading == "Sửa đổi một số quy định về phí của Thông tư số 12/2020/TT-BTCHN ngày 02 tháng 3 năm 2020"


def test_a_title_on_the_line_below_its_label() -> None:
    title = "Thu phí chợ nổi và việc sử dụng tiền phí thu được trên các sông rạch nhỏ"
    found = article(["Điều 9.", title, *wrapped(["Cơ quan được giao quản lý chợ nổi thu phí của người bán hàng theo quy định."])])
    assert parts(found) == [title, "Cơ quan được giao quản lý chợ nổi thu phí của người bán hàng theo quy định."]


def test_a_short_title_ends_whatever_its_last_word() -> None:
    found = article(["Điều 9. Ghe thuyền nước ngoài", *wrapped(["Ủy ban nhân dân tỉnh cho phép ghe thuyền nước ngoài vào chợ nổi."])])
    assert parts(found) == ["Ghe thuyền nước ngoài", "Ủy ban nhân dân tỉnh cho phép ghe thuyền nước ngoài vào chợ nổi."]


def test_a_title_may_end_with_what_is_enclosed() -> None:
    title, paragraph = "Thời hạn nộp đơn và các giấy tờ nộp kèm theo", "Thời hạn nộp đơn là 10 ngày kể từ ngày mở chợ."
    assert parts(article([f"Điều 9. {title}", paragraph, "Điều 10. Khác"])) == [title, paragraph]


def test_an_opening_sentence_in_front_of_points_is_not_part_of_the_title() -> None:
    title, opening = "Giấy tờ của chủ ghe bán hàng trên các chợ nổi của Vĩnh Hòa mùa lũ", "Vĩnh Hòa quy định các giấy tờ sau đây:"
    assert parts(article([f"Điều 9. {title}", opening, "a) Đăng ký ghe;", "b) Giấy khám sức khỏe."]))[:2] == [title, opening]


def test_a_sentence_without_a_title_is_not_cut_at_a_name() -> None:
    sentences = [
        f"Điều {n}. Giao chủ tịch các xã, phường và thủ trưởng của những cơ quan quản lý việc {n} tại các chợ trên sông thi hành."
        for n in range(2, 9)
    ]
    last = ["Điều 9. Chánh Văn phòng, Vụ trưởng Vụ Pháp chế và thủ trưởng cơ quan ở", "Vĩnh Hòa chịu trách nhiệm thi hành Quyết định này."]
    text = "\n".join(["QUYẾT ĐỊNH", "Về chợ nổi", "Căn cứ Luật;", "Điều 1. Duyệt.", *wrapped(sentences), *last])
    body = read_source(text.encode(), "a.txt", NUMBER).document.body
    assert parts(body.children[-1]) == ["", " ".join(last)[len("Điều 9. ") :]]


def test_a_quoted_article_keeps_its_title_and_its_paragraph_apart() -> None:
    title = "Thu phí chợ nổi và việc sử dụng tiền phí thu được trên sông nhỏ"
    lines = [
        "Điều 9. Sửa đổi, bổ sung một số điều của Nghị định số 1/2019/NĐ-CP",
        "1. Sửa đổi, bổ sung Điều 15 như sau:",
        f"“Điều 15. {title}",
        *wrapped(["Người bán hàng nộp phí cho tổ chức được giao quản lý chợ nổi theo quy định sau đây:"]),
        "1. Một.”.",
    ]
    (quotation,) = [p for p in article(lines).walk() if p.kind is Kind.TRICH]
    assert quotation.text.split("\n") == [
        f"“Điều 15. {title}",
        "Người bán hàng nộp phí cho tổ chức được giao quản lý chợ nổi theo quy định sau đây:",
        "1. Một.”.",
    ]


def test_a_code_broken_from_its_word_belongs_to_the_quoted_title() -> None:
    lines = [
        "Điều 9. Sửa đổi, bổ sung một số điều của Nghị định số 1/2019/NĐ-CP",
        "1. Sửa đổi, bổ sung tên Điều 5 và Điều 6 như sau:",
        "a) “Điều 5. Người quản lý chợ nổi hạng nhất của tỉnh - Mã số:",
        "V.09.02.01”;",
        "b) “Điều 6. Người quản lý chợ nổi hạng hai của tỉnh - Mã số:",
        "V.09.02.02”.",
    ]
    assert [p.text for p in article(lines).walk() if p.kind is Kind.TRICH] == [
        "“Điều 5. Người quản lý chợ nổi hạng nhất của tỉnh - Mã số: V.09.02.01”;",
        "“Điều 6. Người quản lý chợ nổi hạng hai của tỉnh - Mã số: V.09.02.02”.",
    ]


@pytest.mark.parametrize(
    ("last", "next_line", "whole"),
    [
        ("Thông tư số 12/2016/TTLT-BCA-", "BQPHN", "12/2016/TTLT-BCA-BQPHN"),
        ("Thông tư số 12/2016/", "TT-BTCHN", "12/2016/TT-BTCHN"),
        ("Thông tư số 12/", "2016/TT-BTCHN", "12/2016/TT-BTCHN"),
    ],
)
def test_numbers_of_acts_broken_by_a_line(last: str, next_line: str, whole: str) -> None:
    found = article(["Điều 9. Dẫn chiếu", f"Chủ chợ thực hiện theo {last}", f"{next_line} về chợ."])
    assert parts(found)[1] == f"Chủ chợ thực hiện theo Thông tư số {whole} về chợ."


def test_a_dash_of_a_name_at_the_beginning_of_a_line_is_no_bullet() -> None:
    lines = [
        "Điều 9. Cơ quan",
        "Chủ chợ báo cáo kết quả thu phí hằng năm với các cơ quan của Bộ Lao động",
        "- Thương binh và Xã hội theo mẫu.",
    ]
    assert parts(article(lines))[1:] == [" ".join(lines[1:])]


# -- annexes -------------------------------------------------------------------------------------------------------------
ISSUED = "(Ban hành kèm theo Nghị định số 5/2021/NĐ-CP ngày 02/3/2021 của Chính phủ)"


def annexes(*lines: str) -> list[Provision]:
    text = "\n".join([*FRONT, *wrapped(FILLER), "TM. CHÍNH PHỦ", "THỦ TƯỚNG", "Nguyễn Văn A", *lines])
    return [p for p in read_source(text.encode(), "a.txt", NUMBER).document.body.children if p.kind is Kind.PHU_LUC]


def test_the_heading_of_an_annex_goes_on_behind_a_comma() -> None:
    one, two = annexes(
        "Phụ lục I. Nội dung chi tiết của hợp đồng thuê chỗ đối với người bán rau,",
        "quả và hoa tại chợ nổi Vĩnh Hòa",
        ISSUED,
        "1. Một.",
        "Phụ lục II. Chương trình tập huấn cho người bán hàng trên sông",
        ISSUED,
        "1. Hai.",
    )
    assert (one.label, one.heading) == (
        "I",
        "Nội dung chi tiết của hợp đồng thuê chỗ đối với người bán rau, quả và hoa tại chợ nổi Vĩnh Hòa",
    )
    assert (two.label, two.heading) == ("II", "Chương trình tập huấn cho người bán hàng trên sông")
    assert [[c.text for c in a.children] for a in (one, two)] == [[ISSUED, "Một."], [ISSUED, "Hai."]]


def test_an_annex_begins_though_the_line_before_it_is_not_ended() -> None:
    (one, two) = annexes(
        "PHỤ LỤC I",
        "DANH MỤC",
        ISSUED,
        "1. Người bán hàng được cung cấp miễn phí chỗ neo đậu ghe thuyền tại chợ nổi hoặc",
        "được trả chi phí này",
        "Phụ lục II. Những người được miễn phí tại chợ nổi",
        ISSUED,
        "1. Một.",
    )
    assert (two.label, two.heading) == ("II", "Những người được miễn phí tại chợ nổi")
    assert one.children[-1].text.endswith("được trả chi phí này")
