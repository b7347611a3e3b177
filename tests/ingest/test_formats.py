"""Formats: the same act in any of them is the same tree; what is no act is refused with a remedy."""

import io
import zipfile
from datetime import date

import pytest

from lawtrack.ingest import Given, IngestError, read_source
from lawtrack.law import ABOVE, Kind, Provision

PLAIN = """CHÍNH PHỦ
Số: 5/2021/NĐ-CP
Hà Nội, ngày 02 tháng 3 năm 2021
NGHỊ ĐỊNH
Quy định về chợ nổi
Căn cứ Luật Tổ chức Chính phủ;
Chương I
QUY ĐỊNH CHUNG
Điều 1. Phạm vi
1. Chợ nổi gồm:
a) Chợ sớm;
b) Chợ muộn.
2. Không gồm chợ trên bờ.
Điều 2. Hiệu lực
Nghị định này có hiệu lực từ ngày 01 tháng 5 năm 2021.
TM. CHÍNH PHỦ
Nguyễn Văn An
"""

MARKDOWN = """**CHÍNH PHỦ**

Số: 5/2021/NĐ-CP

*Hà Nội, ngày 02 tháng 3 năm 2021*

**NGHỊ ĐỊNH**<br>
**Quy định về chợ nổi**

*Căn cứ Luật Tổ chức Chính phủ;*

- ## Chương I -

### QUY ĐỊNH CHUNG

# **Điều 1****. ****Phạm vi**

## 1\\. Chợ nổi gồm:

- a) Chợ sớm;
- b) Chợ [muộn](/muon.aspx?a=1
&b=2).

2\\. Không gồm
chợ trên bờ.

#### Điều 2. Hiệu lực

Nghị định này có hiệu lực từ ngày
01 tháng 5 năm 2021.

**TM. CHÍNH PHỦ**

Nguyễn Văn An
"""

HTML = (
    "<!DOCTYPE html><html><head><title>Trang</title><script>let x = 'Điều 9. Lạ';</script></head><body><table><tr><td>CHÍNH PHỦ</td>"
    "<td>Số: 5/2021/NĐ-CP</td></tr><tr><td></td><td>Hà Nội, ngày 02 tháng 3 năm 2021</td></tr></table>"
    + "".join(f"<p>{line.replace('chợ trên', 'chợ&nbsp;trên')}</p>" for line in PLAIN.splitlines()[3:])
    + "</body></html>"
)

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"


def docx(paragraphs: str, **parts: str) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", f'<w:document xmlns:w="{W}"><w:body>{paragraphs}</w:body></w:document>')
        for name, xml in parts.items():
            archive.writestr(f"word/{name}.xml", xml)
    return out.getvalue()


def paragraph(text: str, properties: str = "") -> str:
    return f"<w:p><w:pPr>{properties}</w:pPr><w:r><w:t>{text}</w:t></w:r></w:p>"


def shape(body: Provision) -> list[tuple[str, str, str, str]]:
    return [(p.kind, p.label, p.heading, p.text) for p in body.walk()]


EXPECTED = shape(read_source(PLAIN.encode(), "a.txt").document.body)


def test_the_plain_text_itself() -> None:
    assert [(k, label) for k, label, *_ in EXPECTED] == [
        (Kind.VAN_BAN, ""),
        (Kind.CHUONG, "I"),
        (Kind.DIEU, "1"),
        (Kind.KHOAN, "1"),
        (Kind.DIEM, "a"),
        (Kind.DIEM, "b"),
        (Kind.KHOAN, "2"),
        (Kind.DIEU, "2"),
        (Kind.DOAN, ""),
    ]


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (PLAIN.encode("utf-16"), "a.txt"),
        (b"\xef\xbb\xbf" + PLAIN.replace("\n", "\r\n").encode(), "a.txt"),
        (MARKDOWN.encode(), "a.md"),
        (MARKDOWN.encode(), "without-ending"),
        (HTML.encode(), "a.html"),
        (HTML.encode(), "without-ending"),
        (docx("".join(map(paragraph, PLAIN.splitlines()))), "a.docx"),
    ],
)
def test_the_same_act_in_any_format_is_the_same_tree(data: bytes, name: str) -> None:
    imported = read_source(data, name)
    assert shape(imported.document.body) == EXPECTED
    meta = imported.document.meta
    assert (meta.number, meta.kind, meta.title, meta.signers) == ("5/2021/NĐ-CP", "nghị định", "Quy định về chợ nổi", ("Nguyễn Văn An",))
    assert (str(meta.issued), str(meta.effective)) == ("2021-03-02", "2021-05-01")
    assert imported.kept == 1.0


def test_word_numbers_are_written_out() -> None:
    numbering = (
        f'<w:numbering xmlns:w="{W}"><w:abstractNum w:abstractNumId="7">'
        '<w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1."/></w:lvl>'
        '<w:lvl w:ilvl="1"><w:start w:val="1"/><w:numFmt w:val="lowerLetter"/><w:lvlText w:val="%2)"/></w:lvl>'
        '</w:abstractNum><w:num w:numId="3"><w:abstractNumId w:val="7"/></w:num></w:numbering>'
    )

    def numbered(text: str, level: int) -> str:
        return paragraph(text, f'<w:numPr><w:ilvl w:val="{level}"/><w:numId w:val="3"/></w:numPr>')

    data = docx(
        paragraph("LUẬT")
        + paragraph("Chợ")
        + paragraph("Điều 1. Tên")
        + numbered("Một:", 0)
        + numbered("A;", 1)
        + numbered("B.", 1)
        + numbered("Hai:", 0)
        + numbered("Lại A.", 1),
        numbering=numbering,
    )
    body = read_source(data, "a.docx", Given(number="1/2020/QH14")).document.body
    assert [(c.label, [p.label for p in c.children]) for c in body.children[0].children] == [("1", ["a", "b"]), ("2", ["a"])]


def test_word_deletions_are_left_out_and_insertions_kept() -> None:
    data = docx(
        paragraph("LUẬT")
        + paragraph("Điều 1. Tên")
        + "<w:p><w:r><w:t>Chợ </w:t></w:r><w:del><w:r><w:delText>cũ</w:delText></w:r></w:del><w:ins><w:r><w:t>mới</w:t></w:r></w:ins></w:p>"
    )
    read = read_source(data, "a.docx")
    assert [p.text for p in read.document.body.walk() if p.kind is Kind.DOAN] == ["Chợ mới"]
    assert [(x.words, str(x.why)) for x in read.left_out] == [("cũ", "deleted with tracked changes")]
    assert any("changes are tracked in the file and read as accepted, in 1 paragraphs" in str(d) for d in read.doubts)
    plain = read_source(docx(paragraph("LUẬT") + paragraph("Điều 1. Tên") + paragraph("Chợ mới")), "a.docx")
    assert not any("tracked" in str(d) for d in plain.doubts)


def test_a_table_of_one_row_is_a_row_where_it_begins_with_a_number() -> None:
    def table(*cells: str) -> str:
        return "<w:tbl><w:tr>" + "".join(f"<w:tc>{paragraph(c)}</w:tc>" for c in cells) + "</w:tr></w:tbl>"

    acts = [paragraph("LUẬT"), paragraph("Điều 1. Tên"), paragraph("1. Sửa đổi số thứ tự 3 như sau:"), table("3", "Bát đĩa", "6911")]
    body = read_source(docx("".join(acts)), "a.docx").document.body
    assert [row.cells for p in body.walk() if p.kind is Kind.BANG for row in p.children] == [("3", "Bát đĩa", "6911")]
    body = read_source(docx("".join([*acts[:3], table("Người gửi", "Người nhận")])), "a.docx").document.body
    assert not [p for p in body.walk() if p.kind is Kind.BANG]


def test_merged_cells_of_word_and_html() -> None:
    rows = (
        "<table><tr><th>STT</th><th>Tên</th><th>Ai</th></tr><tr><td>1</td><td>Một</td><td rowspan=2>Cơ sở</td></tr>"
        "<tr><td>2</td><td>Hai</td></tr><tr><td>3</td><td>Ba</td><td>Khác</td></tr></table>"
    )
    page = f"<html><body><p>LUẬT</p><p>Điều 1. Tên</p><p>1. Bảng:</p>{rows}<p>2. Hai.</p></body></html>"
    body = read_source(page.encode(), "a.html").document.body
    table = next(p for p in body.walk() if p.kind is Kind.BANG)
    assert [row.cells for row in table.children] == [("STT", "Tên", "Ai"), ("1", "Một", "Cơ sở"), ("2", "Hai", ABOVE), ("3", "Ba", "Khác")]
    assert [c.label for c in body.children[0].children] == ["1", "2"]


@pytest.mark.parametrize(
    ("data", "name", "message", "remedy"),
    [
        (b"", "a.txt", "empty", "holds the text"),
        (b" \n\n ", "a.md", "empty", "holds the text"),
        (b"\x00\x01\x02abc", "a.bin", "binary", "docx"),
        (b"\x89PNG\r\n\x1a\n....", "a.png", "picture", "OCR"),
        (b"{\\rtf1 abc}", "a.rtf", "RTF", ".docx"),
        ("Một bài báo không có điều khoản nào.\n".encode(), "a.txt", "no articles", "articles"),
        ("<html><body><p>Thông tư số 6/2023/TT-NHNN</p><p>Tải về</p></body></html>".encode(), "a.html", "inside the page", "download"),
        ("Điều 1. Tên\nChữ".encode() + b"\xff\xfe\xfa", "a.txt", "not UTF-8", "iconv"),
        (b"PK\x03\x04broken", "a.docx", "damaged", "save"),
        (docx("<w:p>"), "a.docx", "broken", "save"),
    ],
)
def test_what_is_no_act_is_refused_with_a_remedy(data: bytes, name: str, message: str, remedy: str) -> None:
    with pytest.raises(IngestError) as caught:
        read_source(data, name)
    assert message in str(caught.value)
    assert remedy in caught.value.remedy


def test_an_archive_that_is_no_word_document_is_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("content.xml", "<a/>")
    with pytest.raises(IngestError, match="no Word document"):
        read_source(out.getvalue(), "a.odt")


def test_entities_in_word_xml_are_refused() -> None:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("word/document.xml", '<!DOCTYPE a [<!ENTITY x "xxxxxxxxxx">]><a>&x;</a>')
    with pytest.raises(IngestError, match="entities"):
        read_source(out.getvalue(), "a.docx")


def test_doc_without_a_converter_says_what_to_install(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    with pytest.raises(IngestError, match="antiword"):
        read_source(b"\xd0\xcf\x11\xe0" + b"\0" * 600, "a.doc")


def test_the_given_number_wins_and_another_in_the_text_is_doubted() -> None:
    imported = read_source(PLAIN.encode(), "a.txt", Given(number="6/2021/NĐ-CP"))
    assert imported.document.number == "6/2021/NĐ-CP"
    assert any("5/2021/NĐ-CP" in d.message for d in imported.doubts)


@pytest.mark.parametrize(
    ("number", "head"),
    [
        ("Số: 7/VBHN-BCT", "Căn cứ Luật Thương mại;"),
        (
            "Số: 5/2021/NĐ-CP",
            "Nghị định số 5/2021/NĐ-CP ngày 02 tháng 3 năm 2021 của Chính phủ về chợ nổi, có hiệu lực kể từ ngày 01 tháng 5 năm 2021, "
            "được sửa đổi, bổ sung bởi:",
        ),
    ],
)
def test_a_consolidation_is_no_act_as_enacted(number: str, head: str) -> None:
    text = f"CHÍNH PHỦ\n{number}\nNGHỊ ĐỊNH\nQuy định về chợ nổi\n{head}\nĐiều 1. Phạm vi\nNghị định này quy định về chợ nổi."
    doubts = [str(d.message) for d in read_source(text.encode(), "a.txt").doubts]
    assert any("lawtrack verify" in doubt for doubt in doubts)
    enacted = text.replace("7/VBHN-BCT", "5/2021/NĐ-CP").replace(head, "Căn cứ Luật Thương mại;")
    assert not any("lawtrack verify" in str(d.message) for d in read_source(enacted.encode(), "a.txt").doubts)


def test_another_spelling_of_the_number_is_no_doubt() -> None:
    imported = read_source(PLAIN.encode(), "a.txt", Given(number="05/2021/NĐ-CP"))
    assert imported.doubts == ()


def test_front_matter_and_fences_are_no_text() -> None:
    imported = read_source(("---\nso_hieu: 9/2020/TT-BTC\n---\n\n```\n" + PLAIN + "```\n").encode(), "a.md")
    assert shape(imported.document.body) == EXPECTED
    assert imported.left_out[0].why == "front matter"


def test_the_source_is_named_with_its_hash() -> None:
    import hashlib

    source = read_source(PLAIN.encode(), "/some/where/a.txt", Given(note="from a library")).document.meta.source
    assert (source.file, source.note) == ("a.txt", "from a library")
    assert source.sha256 == hashlib.sha256(PLAIN.encode()).hexdigest()


def test_a_law_in_force_from_its_promulgation() -> None:
    act = "Số: 5/2005/QH11\nLUẬT\nCHỢ NỔI\nCăn cứ Hiến pháp;\nĐiều 1. Hiệu lực thi hành\nLuật này có hiệu lực từ ngày công bố.\n"
    passed = "Luật này đã được Quốc hội thông qua ngày 29 tháng 11 năm 2005.\n"
    order = "Được công bố theo Lệnh số 20/2005/L-CTN ngày 09 tháng 12 năm 2005 của Chủ tịch nước."
    unknown = read_source((act + passed).encode(), "a.txt")
    assert unknown.document.meta.effective is None
    assert any("promulgation" in d.message for d in unknown.doubts)
    assert read_source((act + passed + order).encode(), "a.txt").document.meta.effective == date(2005, 12, 9)


def test_a_resolution_that_takes_effect_by_its_closing_formula() -> None:
    text = "HỘI ĐỒNG NHÂN DÂN\nSố: 5/2021/NQ-HĐND\nHà Nội, ngày 02 tháng 3 năm 2021\nNGHỊ QUYẾT\nVề sen\nĐiều 1. Sen\nSen trồng ở ao.\n"
    formula = "Nghị quyết này đã được Hội đồng nhân dân thông qua ngày 02 tháng 3 năm 2021 và có hiệu lực từ ngày 12 tháng 3 năm 2021./.\n"
    assert read_source((text + formula).encode(), "a.txt").document.meta.effective == date(2021, 3, 12)


@pytest.mark.parametrize(
    ("kind", "words", "day"),
    [
        ("THÔNG TƯ LIÊN TỊCH", "Thông tư liên tịch này có hiệu lực thi hành kể từ ngày 15 tháng 10 năm 2021.", date(2021, 10, 15)),
        ("THÔNG TƯ", "Thông tư có hiệu lực thi hành từ ngày 15 tháng 10 năm 2021.", date(2021, 10, 15)),
        ("QUYẾT ĐỊNH", "Quyết định có hiệu lực pháp luật kể từ ngày 15 tháng 10 năm 2021 được gửi cho người nuôi cá.", None),
    ],
)
def test_the_day_of_effect_as_the_act_speaks_of_itself(kind: str, words: str, day: date | None) -> None:
    text = f"BỘ AO HỒ\nSố: 5/2021/TT-AHO\nHà Nội, ngày 02 tháng 3 năm 2021\n{kind}\nVề sen\nĐiều 1. Sen\nSen trồng ở ao.\n"
    assert read_source(f"{text}Điều 2. Hiệu lực thi hành\n{words}\n".encode(), "a.txt").document.meta.effective == day
