"""Official consolidations: footnotes taken out, marks detached, head and certification read."""

from __future__ import annotations

import json
import os
from datetime import date
from pathlib import Path

import pytest

from lawtrack.ingest.note_marks import detach, place, sign, without_signs
from lawtrack.ingest.note_words import parse_note
from lawtrack.ingest.vbhn import read_official
from lawtrack.law.address import Address, index
from lawtrack.law.official import Said
from lawtrack.law.plain import plain
from lawtrack.law.provision import State

RULE = " " * 42
WIDE = " " * 107

GAZETTE = f"""
CÔNG BÁO/Số 11 + 12/Ngày 20-02-2024
31

VĂN BẢN HỢP NHẤT - BỘ XÂY DỰNG

CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
Độc lập - Tự do - Hạnh phúc

THÔNG TƯ
Quy định về chăm sóc cây xanh đô thị

Thông tư số 05/2020/TT-BXD ngày 10 tháng 3 năm 2020 của Bộ trưởng Bộ Xây
dựng quy định về chăm sóc cây xanh; cây cổ thụ, có hiệu lực kể từ ngày 01 tháng 5 năm
2020, được sửa đổi, bổ sung bởi:
1. Thông tư số 09/2022/TT-BXD ngày 15 tháng 8 năm 2022 của Bộ trưởng Bộ Xây
dựng, có hiệu lực kể từ ngày 01 tháng 10 năm 2022;
2. Thông tư số 01/2024/TT-BXD ngày 05 tháng 01 năm 2024 của Bộ trưởng Bộ Xây
dựng, có hiệu lực kể từ ngày 20 tháng 02 năm 2024.
Căn cứ Luật Xây dựng ngày 18 tháng 6 năm 2014;
Bộ trưởng Bộ Xây dựng ban hành Thông tư quy định về chăm sóc cây xanh đô thị.1
Chương I
QUY ĐỊNH CHUNG2
Điều 1. Phạm vi điều chỉnh
1.3 Thông tư này quy định việc chăm sóc cây xanh trên các tuyến đường, trong
công viên và vườn hoa của đô thị, kể cả cây trồng mới trong hai năm gần
{RULE}
1 Thông tư số 09/2022/TT-BXD có căn cứ ban hành như sau:
“Căn cứ Luật Xây dựng ngày 18 tháng 6 năm 2014;
Theo đề nghị của Cục trưởng Cục Hạ tầng kỹ thuật;
2 Tên Chương này được sửa đổi theo quy định tại khoản 1 Điều 1 của Thông tư số
09/2022/TT-BXD, có hiệu lực kể từ ngày 01 tháng 10 năm 2022.
3 Khoản này được sửa đổi, bổ sung theo quy định tại khoản 2 Điều 1 của Thông tư số
09/2022/TT-BXD, có hiệu lực kể từ ngày 01 tháng 10 năm 2022 quy định về việc chăm sóc
cây

32
CÔNG BÁO/Số 11 + 12/Ngày 20-02-2024

đây nhất.
2. Thông tư này không áp dụng đối với cây trong vườn nhà.
34. (được bãi bỏ)
4. Cây cổ thụ do Ủy ban nhân dân cấp tỉnh quản lý.
{WIDE}
trong công viên.
4 Khoản này được bãi bỏ theo quy định tại Điều 2 của Thông tư số 01/2024/TT-BXD, có hiệu
lực kể từ ngày 20 tháng 02 năm 2024.

CÔNG BÁO/Số 11 + 12/Ngày 20-02-2024
33

Điều 2.5 (được bãi bỏ)
Điều 3. Trách nhiệm chăm sóc cây xanh6
1. Đơn vị chăm sóc phải:
a) Tưới nước hằng ngày;
b)7 Cắt tỉa cành khô trước mùa mưa;
c) Bón phân mỗi năm một lần.
2. Chi phí chăm sóc tính theo đơn giá năm 20238.
Trong quá trình thực hiện nếu có vướng mắc, đề nghị phản ánh về Bộ Xây dựng./.
BỘ XÂY DỰNG
Số: 12/VBHN-BXD
XÁC THỰC VĂN BẢN HỢP NHẤT
Hà Nội, ngày 01 tháng 02 năm 2024
KT. BỘ TRƯỞNG
THỨ TRƯỞNG
Lê Văn Xanh
{RULE}
5 Điều này được bãi bỏ theo quy định tại Điều 2 của Thông tư số 01/2024/TT-BXD, có hiệu
lực kể từ ngày 20 tháng 02 năm 2024.
6 Tên Điều này được sửa đổi theo quy định tại khoản 3 Điều 1 của Thông tư số
09/2022/TT-BXD, có hiệu lực kể từ ngày 01 tháng 10 năm 2022.
7 Điểm này được sửa đổi, bổ sung theo quy định tại điểm a khoản 4 Điều 1 của Thông tư số
09/2022/TT-BXD, có hiệu lực kể từ ngày 01 tháng 10 năm 2022.
8 Cụm từ “năm 2019” được thay thế bằng cụm từ “năm 2023” theo quy định tại khoản 5 Điều
1 của Thông tư số 01/2024/TT-BXD, có hiệu lực kể từ ngày 20 tháng 02 năm 2024.

34
CÔNG BÁO/Số 11 + 12/Ngày 20-02-2024

Mẫu số 01
ĐƠN XIN CHẶT CÂY
Kính gửi: Sở Xây dựng
"""


@pytest.fixture(scope="module")
def gazette():
    return read_official(GAZETTE.encode(), "12-vbhn.txt")


def test_head_and_certification_are_read_and_taken_out(gazette) -> None:
    official = gazette.official
    assert official.document.number == "12/VBHN-BXD"
    assert official.base == "05/2020/TT-BXD"
    assert [(a.number, a.issued, a.effective) for a in official.amenders] == [
        ("09/2022/TT-BXD", date(2022, 8, 15), date(2022, 10, 1)),
        ("01/2024/TT-BXD", date(2024, 1, 5), date(2024, 2, 20)),
    ]
    assert official.certified == date(2024, 2, 1)
    text = plain(official.document)
    for gone in ("được sửa đổi, bổ sung bởi", "XÁC THỰC", "Lê Văn Xanh", "CÔNG BÁO", "có hiệu lực kể từ ngày 20", "Theo đề nghị của Cục"):
        assert gone not in text
    assert gazette.doubts == ()


def test_the_articles_read_as_if_there_were_no_footnotes(gazette) -> None:
    units = index(gazette.official.document.body)
    assert units[Address.parse("chuong-i")].heading == "QUY ĐỊNH CHUNG"
    assert units[Address.parse("dieu-1.khoan-1")].text == (
        "Thông tư này quy định việc chăm sóc cây xanh trên các tuyến đường, trong công viên và vườn hoa của đô thị, kể cả cây trồng mới "
        "trong hai năm gần đây nhất."
    )
    assert [u.label for u in units[Address.parse("dieu-1")].children] == ["1", "2", "3", "4"]
    assert units[Address.parse("dieu-3")].heading == "Trách nhiệm chăm sóc cây xanh"
    assert units[Address.parse("dieu-3.khoan-1.diem-b")].text == "Cắt tỉa cành khô trước mùa mưa;"
    assert units[Address.parse("dieu-3.khoan-2")].text == "Chi phí chăm sóc tính theo đơn giá năm 2023."


def test_repealed_units_are_places(gazette) -> None:
    units = index(gazette.official.document.body)
    for address in ("dieu-1.khoan-3", "dieu-2"):
        assert units[Address.parse(address)].state is State.REPEALED
        assert not units[Address.parse(address)].text + units[Address.parse(address)].heading
    assert units[Address.parse("dieu-1.khoan-4")].state is State.IN_FORCE


def test_each_footnote_knows_its_unit(gazette) -> None:
    placed = [(n.number, str(n.address)) for n in gazette.official.notes]
    assert placed == [
        ("1", ""),
        ("2", "chuong-i"),
        ("3", "dieu-1.khoan-1"),
        ("4", "dieu-1.khoan-3"),
        ("5", "dieu-2"),
        ("6", "dieu-3"),
        ("7", "dieu-3.khoan-1.diem-b"),
        ("8", "dieu-3.khoan-2"),
    ]
    third = gazette.official.notes[2]
    assert third.text.endswith("trong công viên."), "a footnote goes on behind the rule of the next page"


def test_what_follows_the_certification_is_no_article(gazette) -> None:
    last = index(gazette.official.document.body)[Address.parse("dieu-3")]
    assert "ĐƠN XIN" not in " ".join(u.text for u in last.walk())


PORTAL = """CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
LUẬT
CÂY XANH
Luật Cây xanh số 11/2019/QH14 ngày 14 tháng 6 năm 2019 của Quốc hội, có hiệu lực kể từ ngày 01 tháng 01 năm 2020, được sửa đổi, bổ sung bởi:
Luật số 21/2022/QH15 ngày 16 tháng 6 năm 2022 của Quốc hội sửa đổi, bổ sung một số điều của Luật Cây xanh, có hiệu lực từ ngày 01/01/2023.
Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Quốc hội ban hành Luật Cây xanh. [1]
Điều 1. Phạm vi điều chỉnh
1. 2 Luật này quy định về cây xanh.
2. Luật này không áp dụng với rừng.
Điều 2. Hiệu lực thi hành[3]
Luật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2020.
VĂN PHÒNG QUỐC HỘI
Số: 7/VBHN-VPQH
XÁC THỰC VĂN BẢN HỢP NHẤT
Hà Nội, ngày 05 tháng 02 năm 2023
CHỦ NHIỆM
Nguyễn Văn Lá
[1] Luật số 21/2022/QH15 có căn cứ ban hành như sau:
“Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;
Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Cây xanh.”.
2 Khoản này được sửa đổi theo quy định tại khoản 1 Điều 1 của Luật số 21/2022/QH15, có hiệu lực kể từ ngày 01 tháng 01 năm 2023.
3 Điều 2 của Luật số 21/2022/QH15 quy định như sau:
“Điều 2. Hiệu lực thi hành
1. Luật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2023.”
"""


def test_footnotes_behind_the_certification_of_a_text_without_pages() -> None:
    read = read_official(PORTAL.encode(), "7-vbhn.txt")
    official = read.official
    assert [(n.number, str(n.address), n.said) for n in official.notes] == [
        ("1", "", Said.BASIS),
        ("2", "dieu-1.khoan-1", Said.AMENDED),
        ("3", "dieu-2", Said.CLAUSES),
    ]
    units = index(official.document.body)
    assert units[Address.parse("dieu-1.khoan-1")].text == "Luật này quy định về cây xanh."
    assert [str(a) for a in units if a.get(a.steps[0].kind) and len(a) == 1] == ["dieu-1", "dieu-2"]
    assert units[Address.parse("dieu-2")].children[-1].text == "Luật này có hiệu lực thi hành từ ngày 01 tháng 01 năm 2020."
    assert official.certified == date(2023, 2, 5)


MINISTRY = """BỘ XÂY DỰNG
CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
THÔNG TƯ1
Quy định về ghế đá công viên
Căn cứ Luật Xây dựng ngày 18 tháng 6 năm 2014;
Bộ trưởng Bộ Xây dựng ban hành Thông tư quy định về ghế đá công viên.
Điều 1. Phạm vi điều chỉnh
Thông tư này quy định về ghế đá đặt tại công viên.
Điều 2. Ghế đá
1. Ghế đá được đặt dưới bóng cây.
22. Ghế đá được lau mỗi tuần.
3. Ghế đá hỏng được thay.
XÁC THỰC VĂN BẢN HỢP NHẤT
Số: 3/VBHN-BXD
Hà Nội, ngày 22 tháng 4 năm 2026
BỘ TRƯỞNG
1 Văn bản này được hợp nhất từ 02 Thông tư sau:
- Thông tư số 5/2020/TT-BXD ngày 10 tháng 3 năm 2020 của Bộ trưởng Bộ Xây dựng, có hiệu lực thi hành từ ngày 01 tháng 5 năm 2020;
- Thông tư số 9/2026/TT-BXD ngày 02 tháng 3 năm 2026 của Bộ trưởng Bộ Xây dựng, có hiệu lực thi hành từ ngày 01 tháng 4 năm 2026.
Văn bản hợp nhất này không thay thế 02 Thông tư nêu trên.
2 Khoản này được bổ sung theo quy định tại Điều 1 Thông tư số 9/2026/TT-BXD, có hiệu lực thi hành từ ngày 01 tháng 4 năm 2026.
"""


def test_the_acts_may_be_named_in_a_footnote_at_the_title() -> None:
    official = read_official(MINISTRY.encode(), "3-vbhn.txt").official
    assert official.base == "5/2020/TT-BXD"
    assert [(a.number, a.issued, a.effective) for a in official.amenders] == [("9/2026/TT-BXD", date(2026, 3, 2), date(2026, 4, 1))]
    assert (official.document.meta.kind, official.document.meta.title) == ("thông tư", "Quy định về ghế đá công viên")
    assert [(n.number, str(n.address)) for n in official.notes] == [("1", ""), ("2", "dieu-2.khoan-2")]
    assert [u.label for u in index(official.document.body)[Address.parse("dieu-2")].children] == ["1", "2", "3"]


def test_a_mark_that_is_not_there_is_a_doubt() -> None:
    text = PORTAL.replace("Điều 2. Hiệu lực thi hành[3]", "Điều 2. Hiệu lực thi hành")
    read = read_official(text.encode(), "7-vbhn.txt")
    assert [d.message for d in read.doubts] == ["the mark of footnote 3 was not found"]
    assert read.official.notes[2].address is None


@pytest.mark.parametrize(
    ("text", "tokens", "clean"),
    [
        ("3. Trồng cây.\n4.49 (được bãi bỏ)\n5. Tưới cây.", ["49"], "3. Trồng cây.\n4. (được bãi bỏ)\n5. Tưới cây."),
        ("4. Trồng cây.\n58. (được bãi bỏ)\n6. Tưới cây.", ["8"], "4. Trồng cây.\n5. (được bãi bỏ)\n6. Tưới cây."),
        ("1. Trồng cây.\n218. Tưới cây.\n3. Tỉa cây.", ["18"], "1. Trồng cây.\n2. Tưới cây.\n3. Tỉa cây."),
        ("Điều 4. Một\nĐiều 5.11 (được bãi bỏ)\nĐiều 6. Hai", ["11"], "Điều 4. Một\nĐiều 5. (được bãi bỏ)\nĐiều 6. Hai"),
        ("a) Một;\nb)10 Hai;", ["10"], "a) Một;\nb) Hai;"),
        ("(i) Một;\n(ii)24 Hai;", ["24"], "(i) Một;\n(ii) Hai;"),
        ("d) Một;\nđ) 4 (được bãi bỏ);", ["4"], "d) Một;\nđ) (được bãi bỏ);"),
        ("Điều 36. Bảo đảm tiền trồng22\n1. Một.", ["22"], "Điều 36. Bảo đảm tiền trồng\n1. Một."),
        ("Chương II\nTỔ CHỨC THỰC HIỆN45,46\nĐiều 9. Một", ["45", "46"], "Chương II\nTỔ CHỨC THỰC HIỆN\nĐiều 9. Một"),
        ("Ban hành Thông tư. 1, 2\nĐiều 1. Một", ["1", "2"], "Ban hành Thông tư.\nĐiều 1. Một"),
        ("1. Áp dụng Luật số 11/2019/QH1413 cho cây.", ["13"], "1. Áp dụng Luật số 11/2019/QH14 cho cây."),
        ("Mẫu số 0117: Đơn xin", ["17"], "Mẫu số 01: Đơn xin"),
        ("3. Một\n1 của cây\n4. 56 Hai", ["56"], "3. Một\n1 của cây\n4. Hai"),
        ("Điều 7. Mức trần 6\n 5\n1. Một.", ["56"], "Điều 7. Mức trần\n1. Một."),
    ],
)
def test_marks_are_detached(text: str, tokens: list[str], clean: str) -> None:
    found, ok = detach(text, tokens, 0)
    assert all(ok)
    assert all(sign(i) in found for i in range(len(tokens)))
    assert [without_signs(line) for line in found.split("\n") if line.strip()] == [s for s in clean.split("\n") if s.strip()]


@pytest.mark.parametrize(
    ("text", "token"),
    [
        ("1. Trong thời hạn 10 ngày làm việc.\n2. Phạt 5 lần.", "10"),  # a number of the sentence
        ("8. Trồng cây.\n9. Tưới cây.\n10. Tỉa cây.", "1"),  # a label of two figures
        ("1. Hệ số 2,34 của bậc 1.", "34"),
        ("1. Năm 2020 và năm 2021 có mưa.", "20"),
    ],
)
def test_numbers_of_the_text_are_not_marks(text: str, token: str) -> None:
    assert place(text, [token]) == [None]


def test_marks_are_placed_in_their_order() -> None:
    text = "1.2 Một.\n2.3 Hai năm một lần.\n3. Ba."
    found, _ = detach(text, ["2", "3"], 5)
    assert found == f"1. {sign(5)}Một.\n2. {sign(6)}Hai năm một lần.\n3. Ba."


@pytest.mark.parametrize(
    ("text", "said", "subject", "find", "put", "causes"),
    [
        (
            "Cụm từ “vườn ươm làng” được thay bằng từ “vườn ươm” theo quy định tại khoản 3 Điều 6 của Luật số 21/2022/QH15 sửa "
            "đổi một điều, có hiệu lực kể từ ngày 01 tháng 01 năm 2023.",
            Said.REPLACED,
            "Cụm từ",
            "vườn ươm làng",
            "vườn ươm",
            [("21/2022/QH15", "dieu-6.khoan-3", date(2023, 1, 1))],
        ),
        (
            "Khoản này được sửa đổi, bổ sung lần thứ nhất theo quy định tại khoản 8 Điều 1 của Luật số 21/2022/QH15, có hiệu lực kể từ "
            "ngày 01 tháng 01 năm 2023. Khoản này được sửa đổi, bổ sung lần thứ hai theo quy định tại điểm b khoản 2 Điều 1 của Luật số "
            "33/2025/QH15, có hiệu lực kể từ ngày 01/7/2025.",
            Said.AMENDED,
            "Khoản này",
            "",
            "",
            [("21/2022/QH15", "dieu-1.khoan-8", date(2023, 1, 1)), ("33/2025/QH15", "dieu-1.khoan-2.diem-b", date(2025, 7, 1))],
        ),
        (
            "Từ “vỉa hè,” được bãi bỏ theo quy định tại điểm d khoản 1 Điều 30 của Luật số 21/2022/QH15, có hiệu lực từ ngày 01/01/2023.",
            Said.REPEALED,
            "Từ",
            "vỉa hè,",
            "",
            [("21/2022/QH15", "dieu-30.khoan-1.diem-d", date(2023, 1, 1))],
        ),
        (
            "Điều này được bổ sung bởi Điều 2 Thông tư số 3/2023/TT-BXD, có hiệu lực thi hành kể từ ngày 15/02/2024.",
            Said.ADDED,
            "Điều này",
            "",
            "",
            [("3/2023/TT-BXD", "dieu-2", date(2024, 2, 15))],
        ),
        (
            "Khoản này ngưng hiệu lực thi hành theo quy định tại Điều 1 của Thông tư số 4/2023/TT-BXD, có hiệu lực kể từ ngày 01/9/2023.",
            Said.SUSPENDED,
            "Khoản này",
            "",
            "",
            [("4/2023/TT-BXD", "dieu-1", date(2023, 9, 1))],
        ),
        (
            "Quy định về cây xanh trong trường học tại Mục này hết hiệu lực kể từ ngày 01 tháng 3 năm 2024 theo quy định tại khoản 2 "
            "Điều 9 của Luật số 33/2025/QH15, có hiệu lực kể từ ngày 01 tháng 3 năm 2025.",
            Said.EXPIRED,
            "",
            "",
            "",
            [("33/2025/QH15", "dieu-9.khoan-2", date(2025, 3, 1))],
        ),
        (
            "Số thứ tự điều này được sửa đổi theo quy định tại Khoản 2 Điều 1 của Nghị định số 5/2024/NĐ-CP, có hiệu lực từ 01/11/2024.",
            Said.RENUMBERED,
            "Số thứ tự điều này",
            "",
            "",
            [("5/2024/NĐ-CP", "dieu-1.khoan-2", date(2024, 11, 1))],
        ),
    ],
)
def test_what_footnotes_say(text, said, subject, find, put, causes) -> None:
    note = parse_note("5", text)
    assert (note.said, note.subject, note.find, note.put) == (said, subject, find, put)
    assert [(c.act, str(c.address), c.effective) for c in note.causes] == causes


SHARED = Path(os.environ.get("LAWTRACK_SHARED", Path(__file__).parents[2].parent / "shared"))


@pytest.mark.skipif(not (SHARED / "corpus" / "consolidated").exists(), reason="the corpus of official consolidations is not here")
def test_real_consolidations_lose_no_article_and_no_footnote() -> None:
    """Article numbers run up without a gap, and the footnotes of the articles are counted without one."""
    corpus = SHARED / "corpus" / "consolidated"
    for name in ("tt39-2016-vbhn21-2024", "tt07-2023-vbhn156", "bhyt-vbhn28-2020"):
        entry = next(e for e in json.loads((corpus / "index.json").read_text(encoding="utf-8")) if e["id"] == name)
        read = read_official((corpus / name / entry["official"]).read_bytes(), entry["official"])
        labels = [a.steps[0].key for a in index(read.official.document.body) if len(a) == 1 and str(a).startswith("dieu-")]
        plain_labels = [int(x) for x in labels if x.isdigit()]
        assert plain_labels == list(range(1, max(plain_labels) + 1)), name
        assert [n.number for n in read.official.notes] == [str(i + 1) for i in range(len(read.official.notes))], name
        assert read.doubts == (), name
