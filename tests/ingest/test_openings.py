"""What a file lost or ran together at the opening of an article, and spaces between and inside words."""

import pytest

from lawtrack.ingest import Given, Imported, read_source
from lawtrack.law import Document, Kind

HEAD = "NGHỊ ĐỊNH\nQuy định về chợ nổi\nCăn cứ Luật Chợ;\n"


def imported(*lines: str) -> Imported:
    return read_source((HEAD + "\n".join(lines)).encode(), "a.txt", Given(number="5/2021/NĐ-CP"))


def clauses(document: Document) -> list[tuple[str, str]]:
    return [(p.label, p.text) for p in document.body.walk() if p.kind is Kind.KHOAN]


def paragraphs(document: Document) -> list[str]:
    return [p.text for p in document.body.walk() if p.kind is Kind.DOAN]


def test_the_first_clause_without_its_label() -> None:
    found = imported("Điều 1. Bến của chợ nổi", "Bến do Ủy ban nhân dân cấp xã lập.", "2. Bến phải có cọc neo.", "3. Bến phải có đèn.")
    assert [label for label, _ in clauses(found.document)] == ["1", "2", "3"]
    assert paragraphs(found.document) == []
    assert [r.rule for r in found.repairs] == ["label of the first clause lost: the next is the second"]


@pytest.mark.parametrize(
    "opening",
    [
        "Người bán hàng phải làm các việc sau đây:",
        "Người bán hàng phải làm các việc như sau.",  # announces a list whose first clause may be what is lost
        "Người bán hàng phải neo ghe;",
        "neo ghe vào cọc của bến chợ.",
        "…",
    ],
)
def test_an_opening_that_may_be_none_stays(opening: str) -> None:
    found = imported("Điều 1. Người bán hàng", opening, "2. Giữ vệ sinh mặt nước.", "3. Treo đèn.")
    assert [label for label, _ in clauses(found.document)] == ["2", "3"]
    assert found.repairs == ()


def test_a_clause_behind_a_quotation_does_not_number_the_quoted_article() -> None:
    command = "1. Sửa đổi, bổ sung Điều 3 như sau:"
    found = imported("Điều 1. Sửa đổi một số điều", command, "“Điều 3. Bến", "Bến do cấp xã lập và giữ gìn.”.", "2. Bãi bỏ Điều 5.")
    assert found.repairs == ()
    assert [p.text for p in found.document.body.walk() if p.kind is Kind.TRICH] == ["“Điều 3. Bến\nBến do cấp xã lập và giữ gìn.”."]


def test_two_paragraphs_in_front_of_the_second_clause_stay() -> None:
    found = imported("Điều 1. Bến", "Bến do cấp xã lập và giữ gìn.", "Bến phải có đèn sáng suốt đêm.", "2. Bến phải có cọc.")
    assert [label for label, _ in clauses(found.document)] == ["2"]


def test_an_article_without_a_title_stays() -> None:
    found = imported("Điều 1.", "Bến do Ủy ban nhân dân cấp xã lập.", "2. Bến phải có cọc neo.")
    assert [label for label, _ in clauses(found.document)] == ["2"]


def test_a_label_without_its_stop() -> None:
    found = imported("Điều 1. Bến", "1 Bến do cấp xã lập.", "2. Bến phải có cọc.")
    assert clauses(found.document)[0] == ("1", "Bến do cấp xã lập.")


def test_the_first_clause_in_the_line_of_the_opening() -> None:
    found = imported("Điều 1. Bến", "Bến phải có:1. Cọc neo;", "2. Đèn.")
    assert paragraphs(found.document) == ["Bến phải có:"]
    assert clauses(found.document) == [("1", "Cọc neo;"), ("2", "Đèn.")]


def test_the_first_clause_in_the_line_of_the_title() -> None:
    found = imported("Điều 1. Hiệu lực thi hành1. Nghị định này có hiệu lực từ ngày 01 tháng 3 năm 2021.", "2. Bãi bỏ Nghị định cũ.")
    article = found.document.body.children[0]
    assert article.heading == "Hiệu lực thi hành"
    assert [c.label for c in article.children] == ["1", "2"]
    assert found.kept == 1.0


def test_a_title_whose_list_begins_late_stays_whole() -> None:
    found = imported("Điều 1. Bến chợ", "2. Bến phải có cọc neo.", "3. Bến phải có đèn.")
    assert found.document.body.children[0].heading == "Bến chợ"
    assert [label for label, _ in clauses(found.document)] == ["2", "3"]


def test_a_sentence_that_takes_up_its_title() -> None:
    found = imported(
        "Điều 1. Bến",
        "Chữ.",
        "Điều 2. Sử dụng kết quả đo mực nước Kết quả đo mực nước được ghi vào sổ của bến.",
    )
    article = found.document.body.children[1]
    assert article.heading == "Sử dụng kết quả đo mực nước"
    assert [c.text for c in article.children] == ["Kết quả đo mực nước được ghi vào sổ của bến."]


@pytest.mark.parametrize(
    "line",
    [
        "Điều 2. Quyền của chủ bến Chủ bến được thu phí neo đậu.",  # two words prove nothing: it may be a name
        "Điều 2. Ủy ban nhân dân cấp xã Ủy ban nhân dân cấp huyện lập bến.",  # names have capitals wherever they stand
    ],
)
def test_a_title_that_nothing_bounds_stays(line: str) -> None:
    found = imported("Điều 1. Bến", "Chữ.", line)
    assert [r.rule for r in found.repairs] == []


@pytest.mark.parametrize(("printed", "read"), [("abcđđe", "abcdđe"), ("abcdde", "abcdđe")])
def test_a_stroke_that_both_neighbours_prove(printed: str, read: str) -> None:
    found = imported("Điều 1. Bến", "1. Gồm:", *(f"{c}) Việc {n};" for n, c in enumerate(printed)))
    assert [p.label for p in found.document.body.walk() if p.kind is Kind.DIEM] == list(read)
    assert len(found.repairs) == 1


def test_a_stroke_that_one_side_alone_speaks_for_stays() -> None:
    found = imported("Điều 1. Bến", "1. Gồm:", "a) Một;", "b) Hai;", "c) Ba;", "đ) Bốn.")
    assert [p.label for p in found.document.body.walk() if p.kind is Kind.DIEM] == list("abcđ")
    assert found.repairs == ()


def test_a_space_is_put_between_two_words() -> None:
    found = imported(
        "Điều 1. Bến",
        "1. Người ViệtNam ở bến.",
        "2. Pháp luật Việt Nam về chợ, theo khoản 1.",
        "3. Quy định tạikhoản 1, tại khoản 2 và tại khoản 3.",
    )
    one, _, three = (text for _, text in clauses(found.document))
    assert one == "Người Việt Nam ở bến."
    assert three.startswith("Quy định tại khoản 1,")
    assert [(r.before, r.after) for r in found.repairs] == [("ViệtNam", "Việt Nam"), ("tạikhoản", "tại khoản")]
    assert found.kept == 1.0


def test_a_space_is_taken_out_of_a_word() -> None:
    found = imported("Điều 1. Bến", "1. Vùng nư ớc của bến.", "2. Mực nước của bến.")
    assert clauses(found.document)[0] == ("1", "Vùng nước của bến.")
    assert [(r.before, r.after) for r in found.repairs] == [("nư ớc", "nước")]


@pytest.mark.parametrize(
    "words",
    [
        "Cây côca và cây cô đơn.",  # a foreign word: its halves stand nowhere side by side
        "Chiều dài là mét, ký hiệu là m; nơi làm việc.",  # "m" is no piece of "làm"
        "Bộ LĐTBXH; ĐăkLăk; kilôgam.",
        "Đề nghị quyđịnh rõ.",  # the text has no "quy định": the spelling alone proves nothing
    ],
)
def test_words_that_nothing_proves_stay(words: str) -> None:
    found = imported("Điều 1. Bến", f"1. {words}", "2. Chữ.")
    assert clauses(found.document)[0] == ("1", words)
    assert found.repairs == ()


def test_a_word_that_is_no_syllable_is_a_doubt() -> None:
    found = imported(
        "Điều 1. Bến", "1. Người bán đã thiêt lập bến; thiêt bị của bến.", "2. Cây côca, mô-đun, Mác-bớc, kilôgam, BLĐTBXH, ký hiệu xtơ."
    )
    assert [(d.line, str(d.message)) for d in found.doubts if "Vietnamese" in d.message] == [
        (5, "“thiêt” is no Vietnamese word: probably a misprint")
    ]
    assert clauses(found.document)[0][1].startswith("Người bán đã thiêt lập")
