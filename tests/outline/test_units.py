"""The inside of a quotation: units of any level, as amending acts quote them."""

import pytest

from lawtrack.law import Kind
from lawtrack.outline import units


def shape(text: str, language: str = "vi"):
    def of(unit):
        words = unit.heading or unit.text
        return (f"{unit.kind}:{unit.label}", words, [of(c) for c in unit.children])

    return [of(u) for u in units(text.split("\n"), language)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("8. Tám.\n8a. Tám a.", [("khoan:8", "Tám.", []), ("khoan:8a", "Tám a.", [])]),
        (
            "d) Nghiêm trị.\nKhoan hồng đối với người tự thú;",
            [("diem:d", "Nghiêm trị.", [("doan:", "Khoan hồng đối với người tự thú;", [])])],
        ),
        ("Chương IV\nKHOA HỌC VÀ CÔNG NGHỆ", [("chuong:IV", "KHOA HỌC VÀ CÔNG NGHỆ", [])]),
        ("đ1) Điểm thêm;", [("diem:đ1", "Điểm thêm;", [])]),
        ("(iii) Tiết thứ ba.", [("tiet:iii", "Tiết thứ ba.", [])]),
        ("- Gạch đầu dòng;", [("gach:", "Gạch đầu dòng;", [])]),
        ("BẢO ĐẢM HOẠT ĐỘNG BAY", [("doan:", "BẢO ĐẢM HOẠT ĐỘNG BAY", [])]),
        ("b) Bê;\n3. Ba.", [("diem:b", "Bê;", []), ("khoan:3", "Ba.", [])]),
        ("i) I;\nk) Ca;", [("diem:i", "I;", []), ("diem:k", "Ca;", [])]),
        ("2. Hai.\n5. Năm.", [("khoan:2", "Hai.", []), ("khoan:5", "Năm.", [])]),
        ("12. Mười hai;\n1 3. Mười ba.", [("khoan:12", "Mười hai;", []), ("khoan:13", "Mười ba.", [])]),
        ("a.4) Ao sâu.\na.6) Ao nông.", [("tiet:a.4", "Ao sâu.", []), ("tiet:a.6", "Ao nông.", [])]),
        ("1.13. Đầm phá.", [("diem:1.13", "Đầm phá.", [])]),
        ("Điều 5: Tên điều\nĐoạn.", [("dieu:5", "Tên điều", [("doan:", "Đoạn.", [])])]),
    ],
)
def test_units_begin_at_any_level(text: str, expected: list) -> None:
    assert shape(text) == expected


def test_a_section_holds_its_articles() -> None:
    assert shape("Mục 3\nTỔ HỢP\nĐiều 45a. Tên\n1. Một:\na) A;\nb) B.\nĐoạn sau.\n2. Hai.\nĐiều 45b. Tên khác\nChữ.") == [
        (
            "muc:3",
            "TỔ HỢP",
            [
                (
                    "dieu:45a",
                    "Tên",
                    [
                        ("khoan:1", "Một:", [("diem:a", "A;", []), ("diem:b", "B.", []), ("doan:", "Đoạn sau.", [])]),
                        ("khoan:2", "Hai.", []),
                    ],
                ),
                ("dieu:45b", "Tên khác", [("doan:", "Chữ.", [])]),
            ],
        )
    ]


def test_a_paragraph_between_points_belongs_to_the_point_before_it() -> None:
    (clause,) = units(["1. Nguyên tắc:", "a) Một.", "Xen giữa;", "b) Hai.", "Sau cùng."])
    assert [(c.kind, c.label, c.text) for c in clause.children] == [
        (Kind.DIEM, "a", "Một."),
        (Kind.DIEM, "b", "Hai."),
        (Kind.DOAN, "", "Sau cùng."),
    ]
    assert [c.text for c in clause.children[0].children] == ["Xen giữa;"]


def test_a_paragraph_announced_by_the_last_point_stays_with_it() -> None:
    (clause,) = units(["1. Cách tính:", "a) Theo công thức:", "A = B x C", "Đoạn của khoản."])
    assert [c.kind for c in clause.children] == [Kind.DIEM, Kind.DOAN]
    assert clause.children[0].children[0].text == "A = B x C"


def test_a_list_of_paragraphs_announced_by_the_last_point_stays_together() -> None:
    (clause,) = units(["1. Hồ sơ:", "a) Gồm:", "Đơn;", "Ảnh;", "Giấy.", "Đoạn của khoản."])
    assert [c.text for c in clause.children[0].children] == ["Đơn;", "Ảnh;", "Giấy."]
    assert [c.text for c in clause.children[1:]] == ["Đoạn của khoản."]


def test_a_native_fourth_level_and_an_inserted_point_differ() -> None:
    (native,) = units(["b) Gồm:", "b1) Một;", "b2) Hai."])
    assert [(c.kind, c.label) for c in native.children] == [(Kind.TIET, "b1"), (Kind.TIET, "b2")]
    followed = units(["1. Gồm:", "a) A;", "b) Gồm:", "b1) Một;", "b2) Hai;", "c) Xê."])
    assert [(c.label, len(c.children)) for c in followed[0].children] == [("a", 0), ("b", 2), ("c", 0)]
    inserted = units(["b) Bê;", "b1) Bê một;"])
    assert [(u.kind, u.label) for u in inserted] == [(Kind.DIEM, "b"), (Kind.DIEM, "b1")]


def test_parts_numbered_with_the_letter_of_their_point() -> None:
    (clause,) = units(
        ["1. Gồm:", "a) A;", "b) Gồm:", "b.1) Một;", "b.2) Hai;", "b.2.1) Hai một;", "b.3) Ba;", "c) Xê.", "c.1. Đây là ao.", "Cuối."]
    )
    assert [c.label for c in clause.children] == ["a", "b", "c", ""]
    b, c = clause.children[1], clause.children[2]
    assert [(u.kind, u.label, len(u.children)) for u in b.children] == [(Kind.TIET, "b.1", 0), (Kind.TIET, "b.2", 1), (Kind.TIET, "b.3", 0)]
    assert [(u.label, u.text) for u in c.children] == [("c.1", "Đây là ao.")]


@pytest.mark.parametrize("word", ["Đầm", "Ủy ban", "Ấp", "Ở ao", "Ao"])
def test_a_number_of_two_parts_stands_in_front_of_any_capital(word: str) -> None:
    (clause,) = units(["1. Một:", f"1.1. {word}.", f"1.2. {word}."])
    assert [(c.label, c.text) for c in clause.children] == [("1.1", f"{word}."), ("1.2", f"{word}.")]


def test_i_is_a_point_after_h_and_an_item_below_a_point() -> None:
    (below,) = units(["a) Gồm:", "i) Một;", "ii) Hai."])
    assert [(c.kind, c.label) for c in below.children] == [(Kind.TIET, "i"), (Kind.TIET, "ii")]
    assert [(u.kind, u.label) for u in units(["h) Hát;", "i) I;"])] == [(Kind.DIEM, "h"), (Kind.DIEM, "i")]


def test_marks_are_kept_only_where_they_are_unusual() -> None:
    found = units(["2- Hai;", "3- Ba."])
    assert [(u.label, u.mark) for u in found] == [("2", "2-"), ("3", "3-")]
    assert units(["2. Hai."])[0].mark == ""
    assert units(["c. Xê."])[0].mark == "c."
    assert units(["(ii) Hai."])[0].mark == "(ii)"
    assert units(["Điều 9a: Tên"])[0].mark == "Điều 9a:"


def test_english_points_run_d_dd_e() -> None:
    (clause,) = units(["1. Cases:", "c) Third;", "d) Fourth;", "dd) Fifth;", "e) Sixth."], "en")
    assert [c.label for c in clause.children] == ["c", "d", "dd", "e"]


def test_a_scanned_l_in_a_roman_numeral_is_an_i() -> None:
    assert units(["Chương VIla", "TÊN CHƯƠNG"])[0].label == "VIIa"


def test_rows_of_a_table() -> None:
    (table,) = units(["| STT | Ngành, nghề |", "|---|---|", "| 29 | Kinh doanh |", "| 29a | Kinh doanh khác |"])
    assert table.kind is Kind.BANG
    assert [(row.label, row.cells) for row in table.children] == [
        ("", ("STT", "Ngành, nghề")),
        ("29", ("29", "Kinh doanh")),
        ("29a", ("29a", "Kinh doanh khác")),
    ]


def test_a_sentence_that_announces_a_list_is_no_title() -> None:
    (article,) = units(["Điều 9. Thủ tục xếp hạng bến thuyền được quy định như sau:", "1. Chủ bến nộp hồ sơ.", "2. Sở xét hồ sơ."])
    assert article.heading == ""
    assert [child.text for child in article.children] == [
        "Thủ tục xếp hạng bến thuyền được quy định như sau:",
        "Chủ bến nộp hồ sơ.",
        "Sở xét hồ sơ.",
    ]
