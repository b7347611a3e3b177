"""Quotations of amending acts: where they begin and end, by structure."""

import pytest

from lawtrack.law import Kind, Provision
from lawtrack.law.address import addressed
from lawtrack.outline import Outlined, outline


def read(text: str, language: str = "vi") -> Outlined:
    return outline(("LUẬT\nSỬA ĐỔI LUẬT CHỢ\nCăn cứ Hiến pháp;\n" + text).split("\n"), language)


def quotations(root: Provision) -> list[tuple[str, str]]:
    return [(str(a.parent), p.text) for a, p in addressed(root) if p.kind is Kind.TRICH]


COMMANDS = """Điều 1. Sửa đổi, bổ sung một số điều của Luật Chợ
1. Sửa đổi, bổ sung Điều 3 như sau:
“Điều 3. Chợ
1. Một.
2. Hai:
a) A;
b) B.”.
2. Sửa đổi, bổ sung một số khoản của Điều 4 như sau:
a) Sửa đổi, bổ sung khoản 1 như sau:
“1. Một mới.”;
b) Bổ sung khoản 3 vào sau khoản 2 như sau:
“3. Ba.
Đoạn hai của ba.”.
3. Bãi bỏ Điều 7.
Điều 2. Hiệu lực thi hành
Luật này có hiệu lực từ ngày 01 tháng 7 năm 2021."""


def test_each_quotation_stands_under_its_command() -> None:
    act = read(COMMANDS)
    assert quotations(act.body) == [
        ("dieu-1.khoan-1", "“Điều 3. Chợ\n1. Một.\n2. Hai:\na) A;\nb) B.”."),
        ("dieu-1.khoan-2.diem-a", "“1. Một mới.”;"),
        ("dieu-1.khoan-2.diem-b", "“3. Ba.\nĐoạn hai của ba.”."),
    ]
    assert [str(a) for a, p in addressed(act.body) if p.kind is Kind.KHOAN] == ["dieu-1.khoan-1", "dieu-1.khoan-2", "dieu-1.khoan-3"]
    assert act.doubts == ()


@pytest.mark.parametrize("missing", [6, 9, 12])
def test_a_missing_closing_mark_swallows_nothing(missing: int) -> None:
    lines = COMMANDS.split("\n")
    lines[missing] = lines[missing].replace("”", "")
    whole, broken = read(COMMANDS), read("\n".join(lines))
    assert [a for a, _ in quotations(broken.body)] == [a for a, _ in quotations(whole.body)]
    assert [p.label for p in broken.body.walk() if p.kind is Kind.KHOAN] == ["1", "2", "3"]
    assert [d.message for d in broken.doubts] == ["the quotation is not closed"]


def test_a_missing_mark_in_front_of_the_next_article() -> None:
    act = read("Điều 1. Sửa đổi Luật Chợ\n1. Sửa đổi Điều 3 như sau:\n“Điều 3. Chợ\nChữ.\nĐiều 2. Hiệu lực thi hành\nChữ của luật này.")
    assert quotations(act.body) == [("dieu-1.khoan-1", "“Điều 3. Chợ\nChữ.")]
    assert [p.label for p in act.body.children] == ["1", "2"]
    assert len(act.doubts) == 1


@pytest.mark.parametrize("close", [".”.", ".”", ".”;", ";”.", ";”;", "”.", ";”", '."', ":”;", ".''", ".” ."])
@pytest.mark.parametrize("opening", ["“", '"', "”", "''"])
def test_all_shapes_of_marks(opening: str, close: str) -> None:
    act = read(f"Điều 1. Sửa đổi Luật Chợ\n1. Sửa đổi khoản 2 Điều 3 như sau:\n{opening}2. Hai mới{close}\n2. Bãi bỏ Điều 5.")
    assert quotations(act.body) == [("dieu-1.khoan-1", f"{opening}2. Hai mới{close}")]
    assert [p.label for p in act.body.walk() if p.kind is Kind.KHOAN] == ["1", "2"]


def test_several_quotations_in_a_row_are_several() -> None:
    act = read(
        "Điều 1. Sửa đổi Luật Chợ\n1. Sửa đổi điểm a và điểm b khoản 1 Điều 3 như sau:\n“a) A mới;”\n“b) B mới;”.\n2. Bãi bỏ Điều 5."
    )
    assert [t for _, t in quotations(act.body)] == ["“a) A mới;”", "“b) B mới;”."]


def test_marks_inside_a_quotation() -> None:
    act = read(
        "Điều 1. Sửa đổi Luật Chợ\n1. Sửa đổi khoản 3 Điều 3 như sau:\n“3. “Chợ nổi” là chợ họp trên sông, sau đây gọi là “chợ”.\n"
        "4. Người bán gọi là “thương hồ”.”.\n2. Thay thế cụm từ “ghe” bằng cụm từ “thuyền” tại Điều 5."
    )
    assert quotations(act.body) == [
        (
            "dieu-1.khoan-1",
            "“3. “Chợ nổi” là chợ họp trên sông, sau đây gọi là “chợ”.\n4. Người bán gọi là “thương hồ”.”.",
        )
    ]
    assert act.doubts == ()


def test_a_phrase_in_a_sentence_is_no_quotation() -> None:
    act = read("Điều 1. Sửa đổi Luật Chợ\n1. Thay thế cụm từ “ghe” bằng cụm từ “thuyền” tại khoản 1 Điều 2.\n2. Bỏ từ “sông”.")
    assert quotations(act.body) == []


def test_definitions_are_no_quotations() -> None:
    act = read(
        "Điều 1. Giải thích từ ngữ\nTrong Luật này, các từ ngữ dưới đây được hiểu như sau:\n"
        "“Chợ” là nơi mua bán;\n“Ghe” là thuyền.\nĐiều 2. B\nChữ."
    )
    assert quotations(act.body) == []
    assert [c.text[:4] for c in act.body.children[0].children] == ["Tron", "“Chợ", "“Ghe"]


def test_the_command_in_the_heading_of_an_article() -> None:
    act = read(
        "Điều 1. Sửa đổi, bổ sung điểm b khoản 1 Điều 9\n“b) Bê mới.”.\nĐiều 2. Bãi bỏ khoản 3 Điều 22.\nĐiều 3. Điều khoản thi hành\nChữ."
    )
    assert quotations(act.body) == [("dieu-1", "“b) Bê mới.”.")]
    assert [p.label for p in act.body.children] == ["1", "2", "3"]


def test_the_passive_style() -> None:
    act = read(
        "Điều 1\nSửa đổi, bổ sung một số điều của Luật Chợ:\n1. Điều 3 được sửa đổi, bổ sung như sau:\n"
        "“Điều 3\n1. Một.\n2. Hai.\n2. Điều 4 được sửa đổi, bổ sung như sau:\n“Điều 4. Bốn”"
    )
    assert quotations(act.body) == [("dieu-1.khoan-1", "“Điều 3\n1. Một.\n2. Hai."), ("dieu-1.khoan-2", "“Điều 4. Bốn”")]


def test_the_closing_article_of_an_ordinary_law_quotes_too() -> None:
    act = read(
        "Điều 1. Phạm vi\nChữ.\nĐiều 2. Sửa đổi, bổ sung một số điều của luật khác\n"
        "Sửa đổi khoản 8 Điều 8 của Luật Đường như sau:\n“8. Tám mới.”.\nĐiều 3. Hiệu lực\nChữ."
    )
    assert quotations(act.body) == [("dieu-2", "“8. Tám mới.”.")]


def test_a_quotation_that_restates_a_whole_chapter() -> None:
    act = read(
        "Điều 1. Sửa đổi Luật Chợ\n1. Sửa đổi, bổ sung Chương IV như sau:\n“Chương IV\nBỐN\n"
        "Điều 2. Hai\n1. Một.\n2. Hai.\nĐiều 3. Ba\n3. Sửa đổi giấy phép là việc của chủ chợ.”.\n"
        "2. Bãi bỏ Điều 9.\nĐiều 2. Hiệu lực thi hành\nChữ."
    )
    assert len(quotations(act.body)) == 1
    assert quotations(act.body)[0][1].endswith("của chủ chợ.”.")
    assert [p.label for p in act.body.children] == ["1", "2"]


def test_a_closing_mark_that_comes_too_early_makes_two_pieces() -> None:
    act = read(
        "Điều 1. Sửa đổi Luật Chợ\n1. Sửa đổi Điều 3 và bổ sung Điều 3a như sau:\n“Điều 3. Ba\n"
        "1. Một.”.\nĐiều 3a. Ba a\n1. Một.”.\n2. Bãi bỏ Điều 9."
    )
    assert [t for _, t in quotations(act.body)] == ["“Điều 3. Ba\n1. Một.”.", "Điều 3a. Ba a\n1. Một.”."]
    assert [d.message for d in act.doubts] == ["the quotation is closed and goes on"]


def test_a_quotation_on_the_line_of_its_label() -> None:
    act = read("Điều 1. Sửa đổi Luật Chợ\n1. Sửa đổi tên Điều 5, Điều 6 như sau:\na) “Điều 5. Năm”;\nb) “Điều 6. Sáu”.\n2. Bãi bỏ Điều 9.")
    assert quotations(act.body) == [("dieu-1.khoan-1.diem-a", "“Điều 5. Năm”;"), ("dieu-1.khoan-1.diem-b", "“Điều 6. Sáu”.")]


def test_english_quotations() -> None:
    lines = [
        "LAW",
        "AMENDING THE LAW ON MARKETS",
        "Pursuant to the Constitution;",
        "Article 1. Amendments to the Law on Markets",
        "1. Clause 1 Article 5 is amended as follows:",
        "“1. New words.”.",
        "2. Article 7 is repealed.",
    ]
    act = outline(lines, "en")
    assert quotations(act.body) == [("dieu-1.khoan-1", "“1. New words.”.")]
