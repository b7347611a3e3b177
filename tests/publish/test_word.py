"""Files of Word: the same words as the other formats, in paragraphs, headings, tables and footnotes a word processor knows."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date
from xml.etree import ElementTree

import pytest
from hypothesis import given
from publish_samples import dieu, doan, editions, english, khoan, law, metas, root
from strategies import documents

from lawtrack.ingest import Given, read_source
from lawtrack.law import Document, Edition, Kind, Meta, Provision, State, Status
from lawtrack.law.plain import lines, plain
from lawtrack.publish.draft import drafted
from lawtrack.publish.speech import Speech
from lawtrack.publish.texts import notices, text
from lawtrack.publish.word import word, word_draft

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
FIRST = date(2020, 1, 1)


def part(data: bytes, name: str = "word/document.xml") -> ElementTree.Element:
    return ElementTree.fromstring(zipfile.ZipFile(io.BytesIO(data)).read(name))


def words(element: ElementTree.Element) -> str:
    """What a person reads of a paragraph: new lines as blanks, marks of notes as [n]."""
    out = ""
    for found in element.iter():
        out += found.text or "" if found.tag == f"{W}t" else " " if found.tag == f"{W}br" else ""
        if found.tag == f"{W}footnoteReference":
            out += f"[{found.get(f'{W}id')}]"
    return out


def style(paragraph: ElementTree.Element) -> str:
    found = paragraph.find(f"{W}pPr/{W}pStyle")
    return "" if found is None else found.get(f"{W}val", "")


def paragraphs(data: bytes) -> list[tuple[str, str]]:
    """(style, words) of every paragraph, those of tables as well."""
    return [(style(p), words(p)) for p in part(data).iter(f"{W}p")]


def edition(document: Document, status: Status = Status.IN_FORCE) -> Edition:
    return Edition(document, FIRST, status)


def read_back(data: bytes) -> Document:
    return read_source(data, "a.docx", Given()).document


def test_units_are_headings_and_paragraphs_with_their_printed_labels() -> None:
    found = paragraphs(word(editions()[1], metas()))
    for line in (
        ("Title", "LUẬT"),
        ("Subtitle", "Cây xanh đô thị"),
        ("Preamble", "Căn cứ Hiến pháp;"),
        ("Heading2", "Chương I QUY ĐỊNH CHUNG"),
        ("Heading5", "Điều 3a. Cây cổ thụ"),
        ("Khoan", "4. (được bãi bỏ)"),
        ("Diem", "đ) Cắt tỉa cành khô, cành sâu bệnh;"),
        ("Heading1", "Phụ lục I. Danh mục cây cấm trồng"),
    ):
        assert line in found, line


def test_headings_have_levels_and_every_style_is_there() -> None:
    data = word(editions()[1], metas())
    styles = {s.get(f"{W}styleId"): s for s in part(data, "word/styles.xml").iter(f"{W}style")}
    assert {s for s, _ in paragraphs(data)} <= set(styles)
    for n in range(1, 6):
        level = styles[f"Heading{n}"].find(f"{W}pPr/{W}outlineLvl")
        assert level is not None and level.get(f"{W}val") == str(n - 1)
    based = {b.get(f"{W}val") for s in styles.values() for b in s.iter(f"{W}basedOn")}
    assert based <= set(styles)


def test_every_notice_stands_above_the_title() -> None:
    for found in editions():
        told = notices(found, metas(), Speech("vi"))
        assert [w for s, w in paragraphs(word(found, metas()))[: len(told)] if s == "Notice"] == told


def test_an_uncertain_passage_stands_twice_under_its_labels() -> None:
    found = editions()[2]
    assert found.other is not None
    told = [w for _, w in paragraphs(word(found, metas()))]
    old, new = (told.index(wanted) for wanted in ("Điều 5. Quỹ cây xanh", "Điều 5. Quỹ cây xanh và quỹ công viên"))
    assert told[old - 1] == "[Nội dung cũ, còn hiệu lực cho đến khi sửa đổi có hiệu lực]"
    assert old < new and told[new - 1].startswith("[Nội dung mới, có hiệu lực")


def test_tables_are_tables_with_merged_cells() -> None:
    data = word(edition(law()))
    (table,) = list(part(data).iter(f"{W}tbl"))
    rows = [[words(c) for c in row.findall(f"{W}tc")] for row in table.findall(f"{W}tr")]
    assert rows == [["STT", "Tên cây", "Lý do"], ["1", "Cây trúc đào", "Có độc"], ["2", "Cây bàng sữa", ""]]
    merged = [m.get(f"{W}val") for m in table.iter(f"{W}vMerge")]
    assert merged == ["restart", "continue"]
    assert table.find(f"{W}tr/{W}trPr/{W}tblHeader") is not None
    widths = [int(c.get(f"{W}w", "0")) for c in table.iter(f"{W}gridCol")]
    assert len(widths) == 3 and 9000 < sum(widths) <= 9071


def test_two_tables_stay_two_and_a_column_takes_its_longest_word() -> None:
    cells = ("1", "Giấy chứng nhận", *("x",) * 6)
    tables = [Provision(Kind.BANG, children=(Provision(Kind.HANG, cells=cells), Provision(Kind.HANG, cells=cells))) for _ in range(2)]
    body = part(word(edition(Document(Meta("1/2020/QH14", "luật", "Chợ"), root(*tables))))).find(f"{W}body")
    assert body is not None
    tags = [e.tag.removeprefix(W) for e in body]
    assert tags[-5:] == ["tbl", "p", "tbl", "p", "sectPr"]
    widths = [int(c.get(f"{W}w", "0")) for c in next(body.iter(f"{W}tblGrid"))]
    assert widths[1] > 5 * widths[0] > 5 * 300 and sum(widths) <= 9071


def test_a_mark_of_a_merged_cell_with_nothing_above_it_stays() -> None:
    rows = [("〃", "a", "b"), ("c", "〃"), ("〃", "d", "〃"), ("e", "〃", "〃"), ("g",)]
    table = Provision(Kind.BANG, children=tuple(Provision(Kind.HANG, cells=cells) for cells in rows))
    data = word(edition(Document(Meta("1/2020/QH14", "luật", "Chợ"), root(table))))
    found = [
        [words(c) + "".join(f" ({m.get(f'{W}val')})" for m in c.iter(f"{W}vMerge")) for c in row.findall(f"{W}tc")]
        for row in part(data).iter(f"{W}tr")
    ]
    assert found == [
        ["〃", "a", "b"],
        ["c (restart)", "〃"],
        [" (continue)", "d (restart)", "〃 (restart)"],
        ["e", " (continue)", " (continue)"],
        ["g"],
    ]
    assert [s.get(f"{W}val") for s in part(data).iter(f"{W}gridSpan")] == ["2", "3"]


def test_every_mark_of_a_note_has_its_note_and_every_note_its_mark() -> None:
    data = word_draft(editions()[3], metas())
    marks = [m.get(f"{W}id") for m in part(data).iter(f"{W}footnoteReference")]
    notes = {n.get(f"{W}id"): words(n).strip() for n in part(data, "word/footnotes.xml").iter(f"{W}footnote") if n.get(f"{W}type") is None}
    told = drafted(editions()[3], metas()).notes
    assert marks == [str(n) for n in range(1, len(told) + 1)] and len(told) == 5
    assert notes == {str(n): note for n, note in enumerate(told, 1)}
    assert ("Khoan", "2.[1] Chăm sóc cây xanh đô thị gồm các việc sau đây:") in paragraphs(data)
    assert ("Heading5", "Điều 3a.[4] Cây cổ thụ") in paragraphs(data)


def test_a_draft_says_so_and_leaves_the_certification_empty() -> None:
    found = paragraphs(word_draft(editions()[3], metas()))
    assert found[0][0] == "Notice" and found[0][1].startswith("DỰ THẢO VĂN BẢN HỢP NHẤT")
    told = [w for _, w in found]
    assert "Phần chứng nhận: để trống." in told and "Lệnh không được đưa vào văn bản:" in told
    assert told.index("Luật này được Quốc hội thông qua ngày 14 tháng 6 năm 2019.") < told.index("Phụ lục I. Danh mục cây cấm trồng")
    with pytest.raises(ValueError, match="Vietnamese original"):
        word_draft(edition(english()))


def test_a_row_and_a_table_carry_marks_too() -> None:
    base = editions()[3]
    change = base.applied[0]
    from lawtrack.law import Address

    moved = [
        replace(change, address=Address.parse(a), operation=replace(change.operation, id=a))
        for a in ("phu-luc-i.bang-1", "phu-luc-i.bang-1.hang-1")
    ]
    data = word_draft(replace(base, document=law(), applied=tuple(moved)), metas())
    assert len(list(part(data).iter(f"{W}footnoteReference"))) == 2
    (table,) = list(part(data).iter(f"{W}tbl"))
    assert len(list(table.iter(f"{W}footnoteReference"))) == 1


def test_the_page_is_that_of_the_decree_and_the_language_is_marked() -> None:
    data = word(edition(law()))
    size, margins = part(data).find(f".//{W}pgSz"), part(data).find(f".//{W}pgMar")
    assert size is not None and margins is not None
    assert (size.get(f"{W}w"), size.get(f"{W}h")) == ("11906", "16838")
    assert [round(int(margins.get(f"{W}{side}", "0")) / 56.7) for side in ("top", "bottom", "left", "right")] == [20, 20, 30, 20]
    for made, language in ((data, "vi-VN"), (word(edition(english())), "en-US")):
        found = part(made, "word/styles.xml").find(f".//{W}lang")
        assert found is not None and found.get(f"{W}val") == language
        core = {e.tag.rpartition("}")[2]: e.text for e in part(made, "docProps/core.xml")}
        assert set(core) == {"title", "language"} and core["language"] == language
    assert core["title"] == "Law 11/2019/QH14 Urban trees"
    footer = part(data, "word/footer1.xml")
    assert "11/2019/QH14" in words(footer) and footer.find(f".//{W}fldSimple") is not None


def test_every_relation_leads_to_a_part_with_a_type() -> None:
    archive = zipfile.ZipFile(io.BytesIO(word_draft(editions()[3], metas())))
    types = {t.get("PartName", "").lstrip("/") for t in ElementTree.fromstring(archive.read("[Content_Types].xml")) if t.get("PartName")}
    assert types == {n for n in archive.namelist() if not n.endswith(".rels") and n != "[Content_Types].xml"}
    targets = {f"word/{r.get('Target')}" for r in ElementTree.fromstring(archive.read("word/_rels/document.xml.rels"))}
    assert targets <= set(archive.namelist())


def test_the_same_edition_gives_the_same_bytes() -> None:
    assert word(editions()[3], metas()) == word(editions()[3], metas())
    assert word_draft(editions()[3], metas()) == word_draft(editions()[3], metas())
    archive = zipfile.ZipFile(io.BytesIO(word(editions()[3], metas())))
    assert {i.date_time for i in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def printed(document: Document) -> Document:
    """The act as drafters print it: a whole head, the title of its annex in capitals."""
    *chapters, annex = document.body.children
    head = ("QUỐC HỘI", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc", "Luật số: 11/2019/QH14")
    return replace(
        document,
        body=root(*chapters, replace(annex, heading="DANH MỤC CÂY CẤM TRỒNG")),
        head=(*head, "Hà Nội, ngày 14 tháng 6 năm 2019"),
    )


@pytest.mark.parametrize("found", editions()[:2])
def test_what_is_imported_again_is_the_same_act(found: Edition) -> None:
    document = printed(found.document)
    assert plain(read_back(word(edition(document)))) == plain(document)
    back = read_back(word(replace(found, document=document), metas()))  # with its notices, which are no part of the act
    assert [(a, line) for a, _, line in lines(back.body)] == [(a, line) for a, _, line in lines(document.body)]
    assert back.meta.number == document.number


HOSTILE = "<w:p>&amp; \x00\x0b\x1f\ufffe\ud800 ]]> {{ 7 * 7 }} {% raw %} \"'\u202e\u2028 \U0001f600"


def test_hostile_words_stay_words() -> None:
    act = Document(
        Meta("1/2020/QH14", "luật", HOSTILE),
        root(
            dieu("1", HOSTILE, khoan("1", HOSTILE), doan("một\nhai")),
            Provision(Kind.BANG, children=(Provision(Kind.HANG, cells=(HOSTILE, "")),)),
            Provision(Kind.DIEU, "2", "Ngưng", state=State.SUSPENDED),
        ),
        head=(HOSTILE,),
    )
    told = "<w:p>&amp;  ]]> {{ 7 * 7 }} {% raw %} \"'\u202e\u2028 \U0001f600"
    for data in (word(edition(act)), word_draft(edition(act))):
        for name in zipfile.ZipFile(io.BytesIO(data)).namelist():
            part(data, name)
        found = [w for _, w in paragraphs(data)]
        assert f"1. {told}" in found and told in found and "một hai" in found
    assert ("Heading5", "Điều 2. (ngưng hiệu lực) Ngưng") in paragraphs(word(edition(act)))


@given(documents())
def test_every_line_of_any_act_stands_in_the_file(document: Document) -> None:
    data = word(edition(document))

    def joined(lines: list[str]) -> str:
        return "".join("".join(lines).replace("〃", "").replace("|", "").replace(".", "").split())

    told = joined(text(edition(document), {}).splitlines())
    found = joined([w if s != "Notice" else f"[{w}]" for s, w in paragraphs(data)])
    assert found == told
