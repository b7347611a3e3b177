"""What a hand may do to a canonical file: understood, or refused with the line; never misread."""

from __future__ import annotations

import pytest

from lawtrack.law import ABOVE, Document, Kind, Meta, Provision, State
from lawtrack.markup import FormatError, read, read_units, write, write_units

FILE = """\
---
format: 1
number: 63/2020/NĐ-CP
kind: nghị định
title: Quy định về công nghiệp an ninh
issued: 2020-06-08
language: vi
authority: official
---

# NGHỊ ĐỊNH. Quy định về công nghiệp an ninh

## Chương I. NHỮNG QUY ĐỊNH CHUNG

#### Điều 5. Tiêu chí

- **1.** Tiêu chí, gồm:
  - **a)** Sản phẩm có tính năng đặc thù;
  - **b)** Được đặt hàng.
- **2.** Danh mục.

| Số thứ tự | Nhóm sản phẩm |
| --- | --- |
| 1 | Công cụ hỗ trợ |
"""


def test_the_file_itself_is_canonical() -> None:
    assert write(read(FILE)) == FILE


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("kind: nghị", "sort: nghị", 4, "unknown key sort"),
        ("issued: 2020-06-08", "issued: 2020-06-31", 6, "no day of the calendar"),
        ("issued: 2020-06-08", "issued: 08/06/2020", 6, "no day of the calendar"),
        ("issued: 2020-06-08", "number: 64/2020/NĐ-CP", 6, "number stands twice"),
        ("number: 63/2020/NĐ-CP\n", "", 2, "number is missing"),
        ("number: 63/2020/NĐ-CP", "number:", 3, "no number"),
        ("format: 1\n", "", 2, "format is missing"),
        ("format: 1", "format: 7", 2, "format 7 is not known"),
        ("authority: official", "authority: certain", 8, "certain is not known"),
        ("title: Quy", "title: [Quy", 6, "broken YAML"),
        ("---\n\n# NGHỊ", "\n# NGHỊ", 1, "does not end"),
        ("---\nformat", "format", 1, "no front matter"),
        ("# NGHỊ ĐỊNH. Quy định về công nghiệp an ninh\n", "", 12, "the title is missing"),
        ("# NGHỊ ĐỊNH. Quy định", "# NGHỊ ĐỊNH. Qui định", 11, "not that of the front matter"),
        ("## Chương I. NHỮNG", "## NHỮNG", 13, "a heading without a known label"),
        ("#### Điều 5. Tiêu chí", "#### Điều năm. Tiêu chí", 15, "a heading without a known label"),
        ("- **1.** Tiêu", "**1.** Tiêu", 17, "a labelled unit outside a list"),
        ("- **2.** Danh", "1. Danh", 20, "a numbered list"),
        ("- **2.** Danh", "- **2.**Danh", 20, "an asterisk that opens or closes nothing"),
        ("- **2.** Danh mục.", "- **2.** Danh *mục*.", 20, "italic words inside a text"),
        ("- **2.** Danh mục.", "- **2.** [Danh mục](x).", 20, "link inside a text"),
        ("- **2.** Danh mục.", "- **2.** `Danh mục`.", 20, "code_inline inside a text"),
        ("- **2.** Danh mục.", "- **2.** Danh\n  mục.", 20, "a line break inside a unit"),
        ("- **2.** Danh mục.", "- **2.** *(được bải bỏ)*", 20, "an unknown note"),
        ("- **2.** Danh mục.", "- **bốn năm.** Danh mục.", 20, "a label that tells no unit"),
        ("- **2.** Danh mục.", "-", 20, "an item without a line"),
        ("- **2.** Danh mục.", "- ## Chương II", 20, "an item without a line"),
        ("- **2.** Danh mục.", "- **2.** Danh mục.\n\n      mã", 22, "a code has no place"),
        ("- **2.** Danh mục.", "```\nmã\n```", 20, "a code has no place"),
        ("- **2.** Danh mục.", "> a\n> b", 20, "a quotation must be lines of plain text"),
        ("- **2.** Danh mục.", "> - a", 20, "a quotation must be lines of plain text"),
        ("- **2.** Danh mục.", "\n*(cấp 4)*", 21, "no unit is open at level 4"),
        ("- **2.** Danh mục.", "\n*(bảng)*\n\nx", 21, "no table follows"),
        ("| 1 | Công", "| *(khoản 1)* 1 | Công", 24, "a row is no khoan"),
        ("| 1 | Công", "| 1 | **Công**", 24, "a mark in cell 2"),
        ("| 1 | Công", "| 1 | a | Công", 24, "a row with 3 cells in a table of 2 columns"),
        ("| 1 | Công cụ hỗ trợ |", "| 1 |", 24, "a row with 1 cells in a table of 2 columns"),
        ("- **2.** Danh mục.", "\n<!-- ghi chú -->", 21, "HTML inside a text"),
    ],
)
def test_refused_with_its_line(old: str, new: str, line: int, says: str) -> None:
    text = FILE.replace(old, new, 1)
    assert text != FILE
    with pytest.raises(FormatError) as caught:
        read(text, "statutes/x.md")
    assert says in caught.value.message
    assert caught.value.line == line
    assert str(caught.value) == f"statutes/x.md:{line}: {caught.value.message}"
    assert caught.value.remedy


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ("#### Điều 5", "## Điều 5"),  # the words decide, not the hashes
        ("## Chương I", "###### Chương I"),
        ("\n", "\r\n"),
        ("- **2.** Danh", "\n\n- **2.** Danh"),
        ("  - **a)**", "   - **a)**"),
        ("| --- | --- |", "|:--|--:|"),
        ("- **", "* **"),
    ],
)
def test_what_reads_the_same_is_the_same(old: str, new: str) -> None:
    text = FILE.replace(old, new)
    assert text != FILE
    assert read(text) == read(FILE)
    assert write(read(text)) == FILE


def test_no_words_are_lost_to_a_link_definition() -> None:
    assert read_units("[1]: Ghi chú\n") == (Provision(Kind.DOAN, text="[1]: Ghi chú"),)
    assert write_units((Provision(Kind.DOAN, text="[1]: Ghi chú"),)) == "\\[1]: Ghi chú\n"


def test_deep_nesting_is_refused_not_lost() -> None:
    text = "".join(f"{'  ' * i}- **a)** x\n" for i in range(300))
    with pytest.raises(FormatError, match="nested too deeply"):
        read_units(text)
    unit = Provision(Kind.DIEM, "a", text="x")
    for _ in range(60):
        unit = Provision(Kind.DIEM, "a", text="x", children=(unit,))
    with pytest.raises(ValueError, match="nested more than"):
        write_units((unit,))


@pytest.mark.parametrize(
    ("unit", "says"),
    [
        (Provision(Kind.KHOAN, "1", text="a\nb"), "dieu-1.khoan-1: a text cannot hold the character U\\+000A"),
        (Provision(Kind.KHOAN, "1", text="a\x00b"), "U\\+0000"),
        (Provision(Kind.KHOAN, "1", text="\ud800"), "U\\+D800"),
        (Provision(Kind.KHOAN, "1", children=(Provision(Kind.DIEU, "2"),)), "dieu-2: a dieu cannot stand here"),
        (Provision(Kind.DIEU, "2", text="lời"), "no text of its own"),
        (Provision(Kind.BANG, children=(Provision(Kind.DOAN, text="x"),)), "holds rows and nothing else"),
        (Provision(Kind.HANG, cells=("a\nb",)), "U\\+000A"),
        (Provision(Kind.VAN_BAN), "cannot stand here"),
    ],
)
def test_what_the_format_cannot_hold_is_named_with_its_address(unit: Provision, says: str) -> None:
    document = Document(Meta("1/2020/NĐ-CP"), Provision(Kind.VAN_BAN, children=(Provision(Kind.DIEU, "1", children=(unit,)),)))
    with pytest.raises(ValueError, match=says) as caught:
        write(document)
    assert str(caught.value).startswith("1/2020/NĐ-CP#")


# -- golden: how unusual things look ---------------------------------------------------------------------------------------
P = Provision


@pytest.mark.parametrize(
    ("units", "text"),
    [
        ((P(Kind.KHOAN, "3", state=State.REPEALED),), "- **3.** *(được bãi bỏ)*\n"),
        ((P(Kind.KHOAN, "3", text="Lời.", state=State.SUSPENDED),), "- **3.** *(ngưng hiệu lực)* Lời.\n"),
        ((P(Kind.DIEU, "5", state=State.REPEALED),), "#### Điều 5. *(được bãi bỏ)*\n"),
        ((P(Kind.DIEU, "5", "Tên", state=State.SUSPENDED),), "#### Điều 5. *(ngưng hiệu lực)* Tên\n"),
        ((P(Kind.DIEU, "5", "Tên", mark="Điều 5:"),), "#### Điều 5: Tên\n"),
        ((P(Kind.DIEU, "45đ", "Tên"),), "#### Điều 45đ. Tên\n"),
        ((P(Kind.CHUONG, "VIIa", "TÊN"),), "## Chương VIIa. TÊN\n"),
        ((P(Kind.CHUONG, "VIIa", "TÊN", mark="Chương VIIa"),), "## **Chương VIIa** TÊN\n"),
        ((P(Kind.PHAN, "thứ nhất", "TÊN"),), "## Phần thứ nhất. TÊN\n"),
        ((P(Kind.PHU_LUC, "", "DANH MỤC"),), "## Phụ lục. DANH MỤC\n"),
        ((P(Kind.MUC, "I", "Chung", mark="I."),), "### **I.** Chung\n"),
        ((P(Kind.QUY_CHE, "", "QUY CHẾ LÀM VIỆC"),), "## *(kèm theo)* QUY CHẾ LÀM VIỆC\n"),
        ((P(Kind.KHOAN, "1", text="Lời.", mark="1-"),), "- **1-** Lời.\n"),
        ((P(Kind.DIEM, "đ1", text="Lời;"),), "- **đ1)** Lời;\n"),
        ((P(Kind.DIEM, "1", text="Lời;"),), "- **1)** *(điểm 1)* Lời;\n"),
        ((P(Kind.TIET, "iii", text="Lời;", mark="(iii)"),), "- **(iii)** Lời;\n"),
        ((P(Kind.GACH, text="Lời;"), P(Kind.GACH, text="Lời.", mark="+")), "- Lời;\n- **+** Lời.\n"),
        ((P(Kind.KHOAN, "2", "Tiêu đề", text="Lời."),), "- **2.** **Tiêu đề** Lời.\n"),
        ((P(Kind.DOAN, text=""),), "*(trống)*\n"),
        ((P(Kind.DOAN, text="1. Lời * có dấu (*) và a_b, c_."),), "1\\. Lời * có dấu (\\*) và a_b, c\\_.\n"),
        ((P(Kind.TRICH, text="“1. Một\na) Hai\n\n2. Ba”."),), "> “1. Một\\\n> a) Hai\\\n> \\\n> 2. Ba”.\n"),
        ((P(Kind.HANG, "29a", cells=("29a", "Nghề|x")),), "*(hàng)*\n\n| 29a | Nghề\\|x |\n| --- | --- |\n"),
        (
            (
                P(
                    Kind.BANG,
                    children=(P(Kind.HANG, cells=("TT", "Tên")), P(Kind.HANG, "1", cells=("1", ABOVE)), P(Kind.HANG, cells=("Hết",))),
                ),
            ),
            "| TT | Tên |\n| --- | --- |\n| 1 | 〃 |\n| Hết | *(không có ô)* |\n",
        ),
        (
            (
                P(
                    Kind.KHOAN,
                    "1",
                    text="Gồm:",
                    children=(P(Kind.DIEM, "a", text="Một;"), P(Kind.DOAN, text="Sau."), P(Kind.DIEM, "b", text="Hai.")),
                ),
            ),
            "- **1.** Gồm:\n  - **a)** Một;\n\n  Sau.\n\n  - **b)** Hai.\n",
        ),
        (
            (P(Kind.CHUONG, "I", children=(P(Kind.DIEU, "1"),)), P(Kind.DIEU, "2")),
            "## Chương I\n\n#### Điều 1.\n\n*(cấp 0)*\n\n#### Điều 2.\n",
        ),
    ],
)
def test_it_looks_like_this(units: tuple[Provision, ...], text: str) -> None:
    assert write_units(units) == text
    assert read_units(text) == units


def test_english_notes_and_labels() -> None:
    units = (P(Kind.DIEU, "5", "Title", children=(P(Kind.DIEM, "dd", text="x;"), P(Kind.KHOAN, "2", state=State.REPEALED))),)
    text = "#### Article 5. Title\n\n- **dd)** x;\n- **2.** *(repealed)*\n"
    assert write_units(units, "en") == text
    assert read_units(text, language="en") == units
