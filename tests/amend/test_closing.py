"""Closing articles of ordinary acts: which acts, and which units of them, end, and from when."""

from __future__ import annotations

import pytest
from amend_samples import document, read, short

from lawtrack.amend import read_act
from lawtrack.law.catalogue import Catalogue
from lawtrack.law.effect import Effect, Unknown
from lawtrack.law.operation import Operation
from lawtrack.law.refusal import Reason

NUMBER = "31/2021/TT-AHO"


def closing(lines: str, heading: str = "Hiệu lực thi hành", **meta: object) -> list[Operation]:
    """The operations of a circular on ponds whose last article holds these lines."""
    act = document(
        f"""
THÔNG TƯ
Quy định về nuôi sen
Điều 1. Sen
Sen trồng ở ao.
Điều 2. {heading}
{lines.strip()}
""",
        NUMBER,
        **meta,
    )
    return list(read(act).operations)


def told(lines: str, heading: str = "Hiệu lực thi hành") -> list[tuple[str, str]]:
    return [(op.target.document, short(op)) for op in closing(lines, heading)]


EFFECT = "Thông tư này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2021"
OLD = "Thông tư số 5/2010/TT-AHO ngày 03 tháng 02 năm 2010 của Bộ trưởng Bộ Ao hồ quy định về sen"


@pytest.mark.parametrize("join", [" và ", ", ", "; ", ", đồng thời ", " "])
def test_one_sentence_gives_the_day_and_what_is_replaced(join: str) -> None:
    assert told(f"{EFFECT}{join}thay thế {OLD}.") == [("5/2010/TT-AHO", "replace_document act")]


def test_every_statement_of_a_line_is_heard() -> None:
    line = (
        f"{EFFECT} và thay thế {OLD}; bãi bỏ Điều 6 Thông tư số 33/2017/TT-AHO ngày 29 tháng 12 năm 2017. "
        "Quyết định số 16/2007/QĐ-AHO ngày 28 tháng 3 năm 2007 về bờ ao hết hiệu lực thi hành."
    )
    assert told(line) == [
        ("5/2010/TT-AHO", "replace_document act"),
        ("33/2017/TT-AHO", "repeal dieu-6"),
        ("16/2007/QĐ-AHO", "repeal_document act"),
    ]


def test_what_is_replaced_and_what_is_repealed_in_one_sentence() -> None:
    line = f"1. Thông tư này thay thế {OLD} và bãi bỏ Thông tư số 8/2014/TT-AHO ngày 30 tháng 12 năm 2014 về súng."
    assert told(line) == [("5/2010/TT-AHO", "replace_document act"), ("8/2014/TT-AHO", "repeal_document act")]


def test_verbs_in_the_title_of_the_replaced_act_are_no_statements() -> None:
    title = "sửa đổi, bổ sung, thay thế, bãi bỏ một số điều của Thông tư số 4/2008/TT-AHO về sen"
    assert told(f"Thông tư này thay thế Thông tư số 5/2010/TT-AHO {title}.") == [("5/2010/TT-AHO", "replace_document act")]


def test_an_article_that_says_when_the_act_takes_effect_is_a_closing_article() -> None:
    lines = f"1. {EFFECT}.\n2. {OLD} hết hiệu lực kể từ ngày Thông tư này có hiệu lực."
    assert told(lines, "Tổ chức thực hiện") == [("5/2010/TT-AHO", "repeal_document act")]


@pytest.mark.parametrize(
    "lead", ["Thông tư này thay thế các Thông tư sau đây:", "Thông tư này bãi bỏ:", "Bãi bỏ hiệu lực của các văn bản sau đây:"]
)
def test_acts_in_the_lines_below(lead: str) -> None:
    lines = f"1. {lead}\na) {OLD};\nb) Thông tư số 8/2014/TT-AHO ngày 30 tháng 12 năm 2014 về súng."
    assert [number for number, _ in told(lines)] == ["5/2010/TT-AHO", "8/2014/TT-AHO"]


def test_acts_in_the_paragraphs_that_follow() -> None:
    lines = (
        f"{EFFECT} và thay thế:\n"
        f"{OLD};\nThông tư số 8/2014/TT-AHO ngày 30 tháng 12 năm 2014 về súng.\n"
        "Trong quá trình thực hiện, vướng mắc được phản ánh về Bộ Ao hồ."
    )
    assert [number for number, _ in told(lines)] == ["5/2010/TT-AHO", "8/2014/TT-AHO"]


def test_a_law_named_in_front_of_its_number_has_no_second_name_behind_it() -> None:
    laws = "Luật Ao hồ số 1/1997/QH10 và Luật sửa đổi, bổ sung một số điều của Luật Ao hồ số 10/2003/QH11"
    assert [n for n, _ in told(f"1. {laws} hết hiệu lực kể từ ngày Thông tư này có hiệu lực.")] == ["1/1997/QH10", "10/2003/QH11"]


def test_what_is_left_of_a_list_is_told() -> None:
    line = f"Thông tư này thay thế {OLD}, Điều 3 và những quy định khác về súng của Thông tư số 67/2007/TT-AHO ngày 13 tháng 4 năm 2007."
    whole, *rest = told(line)
    assert whole == ("5/2010/TT-AHO", "replace_document act")
    assert [words.partition(" ")[0] for _, words in rest] == ["refused(not-understood)"]


def test_a_chapter_ends_with_the_articles_it_is_said_to_hold() -> None:
    line = "Chương IV, bao gồm các điều 11, 12 của Thông tư số 5/2010/TT-AHO hết hiệu lực thi hành kể từ ngày Thông tư này có hiệu lực."
    assert told(f"1. {line}") == [("5/2010/TT-AHO", "repeal chuong-iv")]


@pytest.mark.parametrize(
    "line",
    [
        "Bãi bỏ quy trình đo ao ban hành kèm theo Quyết định số 16/2007/QĐ-AHO ngày 28 tháng 3 năm 2007.",
        "Thông tư này bãi bỏ các quy định về sen của Quyết định số 16/2007/QĐ-AHO ngày 28 tháng 3 năm 2007.",
        "Chuẩn đo ao số 910 ban hành theo Quyết định số 16/2007/QĐ-AHO hết hiệu lực kể từ ngày Thông tư này có hiệu lực.",
        "Chuẩn đo ao số 910 ban hành theo Quyết định số 16/2007/QĐ-AHO hết hiệu lực thi hành.",
        "Các mẫu sổ ban hành kèm theo Thông tư này thay thế các mẫu sổ ban hành kèm theo Quyết định số 16/2007/QĐ-AHO.",
    ],
)
def test_what_is_only_described_is_left_to_an_editor(line: str) -> None:
    assert told(f"1. {line}") == [("16/2007/QĐ-AHO", "refused(descriptive) act")]


@pytest.mark.parametrize(
    "line",
    [
        "Giấy phép cấp theo Thông tư số 5/2010/TT-AHO hết hiệu lực kể từ ngày Thông tư này có hiệu lực.",
        "Trường hợp Thông tư số 5/2010/TT-AHO được sửa đổi, thay thế thì áp dụng văn bản mới.",
        "Hồ sơ nộp trước ngày Thông tư này có hiệu lực thực hiện theo Thông tư số 5/2010/TT-AHO và các văn bản thay thế.",
    ],
)
def test_rules_about_permits_and_files_end_no_act(line: str) -> None:
    assert told(f"1. {line}") == []


def test_an_exception_is_that_of_its_own_statement() -> None:
    lines = (
        f"1. {EFFECT}, trừ trường hợp quy định tại khoản 3 Điều này và thay thế {OLD}.\n"
        "2. Thông tư số 8/2014/TT-AHO về bù trừ và thanh toán tiền ao hết hiệu lực từ ngày Thông tư này có hiệu lực, trừ Điều 4.\n"
        "3. Thông tư số 9/2014/TT-AHO về các khoản nợ loại trừ khi bán ao hết hiệu lực từ ngày Thông tư này có hiệu lực."
    )
    ops = closing(lines)
    assert [op.effect.scope for op in ops] == ["", "trừ Điều 4", ""]
    assert [op.refusal.reason if op.refusal else None for op in ops] == [None, Reason.SCOPE_LIMITED, None]


@pytest.mark.parametrize(
    ("kept", "ends"),
    [
        ("trừ trường hợp quy định tại khoản 4 Điều này", True),
        ("trừ các điều 3, 4 và khoản 1 Điều 26 tiếp tục có hiệu lực cho đến khi có quy định mới", False),
        ("trừ các quy định về bờ ao tại Điều 9 tiếp tục được thực hiện đến hết ngày 31 tháng 12 năm 2025", False),
        ("trừ quy định về bờ ao của hợp tác xã", False),
    ],
)
def test_an_act_some_of_whose_provisions_stay_is_not_simply_ended(kept: str, ends: bool) -> None:
    (op,) = closing(f"1. {OLD} hết hiệu lực kể từ ngày Thông tư này có hiệu lực, {kept}.")
    assert (op.effect.scope, op.refusal is None) == (kept, ends)


def test_the_exception_above_a_list_is_of_each_act_in_it() -> None:
    lines = f"1. Các Thông tư sau đây hết hiệu lực kể từ ngày Thông tư này có hiệu lực, trừ trường hợp quy định tại Điều 3:\na) {OLD}."
    (op,) = closing(lines)
    assert isinstance(op.effect, Effect)
    assert op.effect.scope == "trừ trường hợp quy định tại Điều 3"


def test_a_line_that_opens_changes_of_words_replaces_no_act() -> None:
    lines = (
        "1. Thay thế một số cụm từ tại một số điều của Luật Sen số 36/2005/QH11 như sau:\n"
        "a) Thay thế cụm từ “ao” bằng cụm từ “hồ” tại khoản 4 Điều 100."
    )
    assert told(lines) == [("36/2005/QH11", "replace_text “ao” → “hồ” in dieu-100.khoan-4")]


def test_the_title_of_an_act_goes_on_with_units_of_a_law_without_number() -> None:
    line = (
        "2. Bãi bỏ Điều 2 của Luật số 34/2009/QH12 sửa đổi, bổ sung Điều 26 của Luật Chợ nổi và Điều 21 của Luật Đèn lồng; "
        "Điều 4 của Luật số 38/2009/QH12 và Điều 9 của Luật Vườn cây số 5/2010/QH12."
    )
    assert told(line) == [("34/2009/QH12", "repeal dieu-2"), ("38/2009/QH12", "repeal dieu-4"), ("5/2010/QH12", "repeal dieu-9")]


def test_rules_described_in_an_act_are_those_of_that_act() -> None:
    line = "2. Bãi bỏ Điều 7 của Luật Ao hồ số 66/2006/QH11; các quy định về đèn lồng trong Luật Chợ nổi số 15/2008/QH12."
    repealed, described = closing(line)
    assert (repealed.target.document, short(repealed)) == ("66/2006/QH11", "repeal dieu-7")
    assert described.target.document == "15/2008/QH12"
    assert described.refusal is not None and described.refusal.reason is Reason.DESCRIPTIVE


def test_the_name_of_the_act_itself_is_that_of_the_act_before_it() -> None:
    act = document(
        """
LUẬT
ĐÈN LỒNG
Điều 1. Đèn
Đèn treo ở bến.
Điều 2. Hiệu lực thi hành
2. Bãi bỏ Điều 1 của Luật Đèn lồng.
""",
        "30/2020/QH14",
    )
    (repeal,) = read_act(act, Catalogue.of([act])).operations
    assert (repeal.target.document, short(repeal)) == ("", "refused(unknown-document) dieu-1")


@pytest.mark.parametrize(
    ("line", "wanted"),
    [
        (
            "Bãi bỏ khoản 2 Điều 5 quy định về phí và khoản 3 Điều 6 quy định về bờ của {act}.",
            ["repeal dieu-5.khoan-2", "repeal dieu-6.khoan-3"],
        ),
        ("Bãi bỏ Điều 5 quy định về trình tự tại Điều 4 và Điều 6 của {act}.", ["refused(not-understood) dieu-5"]),
        ("Bãi bỏ Điều 5 của {act} kể từ ngày Thông tư này có hiệu lực, trừ khoản 2.", ["refused(not-understood) dieu-5"]),
        ("Bãi bỏ các quy định tại khoản 1 Điều 3 về phí của {act}.", ["refused(descriptive) dieu-3.khoan-1"]),
        ("Bãi bỏ các quy định tại khoản 1 Điều 3 của {act}.", ["repeal dieu-3.khoan-1"]),
        ("Điều 5 của {act} hết hiệu lực từ ngày Thông tư này có hiệu lực, trừ khoản 2.", ["refused(not-understood) dieu-5"]),
        ("Điều 5 của {act} hết hiệu lực kể từ khi Luật Hoa có hiệu lực.", ["refused(not-understood) dieu-5"]),
        ("Khoản 2 Điều 5 của {act} tiếp tục có hiệu lực đến hết ngày 31 tháng 12 năm 2026.", ["refused(not-understood) dieu-5.khoan-2"]),
    ],
)
def test_what_is_said_besides_neither_hides_a_unit_nor_widens_one(line: str, wanted: list[str]) -> None:
    assert told("1. " + line.format(act="Thông tư số 5/2010/TT-AHO")) == [("5/2010/TT-AHO", w) for w in wanted]


@pytest.mark.parametrize(
    "kept", [", trừ Điều 4 tiếp tục có hiệu lực", "; riêng Điều 4 tiếp tục có hiệu lực", ". Riêng Điều 4 vẫn còn hiệu lực"]
)
@pytest.mark.parametrize("line", ["{act} hết hiệu lực từ ngày Thông tư này có hiệu lực{kept}.", "Thông tư này thay thế {act}{kept}."])
def test_an_act_that_ends_but_for_a_provision(line: str, kept: str) -> None:
    (operation,) = closing("1. " + line.format(act="Thông tư số 5/2010/TT-AHO", kept=kept))
    assert operation.refusal is not None
    assert operation.refusal.reason is Reason.SCOPE_LIMITED
    assert "Điều 4" in operation.effect.scope


@pytest.mark.parametrize(
    ("line", "day"),
    [
        (
            "Thông tư số 2/2011/TT-AHO hướng dẫn mức thu từ ngày 01 tháng 5 năm 2011 hết hiệu lực kể từ ngày Thông tư này có hiệu lực.",
            "2021-07-01",
        ),
        ("Bãi bỏ Thông tư số 2/2011/TT-AHO hướng dẫn mức thu từ ngày 01 tháng 5 năm 2011.", "2021-07-01"),
        ("Thông tư số 2/2011/TT-AHO hết hiệu lực từ ngày 01 tháng 5 năm 2020.", "2020-05-01"),
        ("Thông tư số 2/2011/TT-AHO hết hiệu lực sau 06 tháng kể từ ngày Thông tư này có hiệu lực.", "2022-01-01"),
        ("Thông tư số 2/2011/TT-AHO hết hiệu lực sau ngày 31 tháng 12 năm 2021.", "2022-01-01"),
        ("Thông tư số 2/2011/TT-AHO hết hiệu lực từ 01/10/2021.", "2021-10-01"),
    ],
)
def test_the_day_of_an_ending(line: str, day: str) -> None:
    (operation,) = closing("1. " + line)
    assert str(operation.effect.start) == day


def test_two_days_in_one_command() -> None:
    line = "Bãi bỏ Thông tư số 2/2011/TT-AHO từ ngày 01/01/2022, Thông tư số 3/2011/TT-AHO từ ngày 01/7/2022."
    assert all(isinstance(operation.effect.start, Unknown) for operation in closing("1. " + line))


def test_each_ending_of_a_sentence_has_its_day() -> None:
    one = "Điều 5 Thông tư số 5/2010/TT-AHO hết hiệu lực từ ngày Thông tư này có hiệu lực"
    two = "Điều 6 Thông tư số 6/2010/TT-AHO hết hiệu lực từ ngày 01 tháng 10 năm 2021"
    for join in ("; ", " và "):
        found = [(op.target.document, short(op), str(op.effect.start)) for op in closing(f"1. {one}{join}{two}.")]
        assert found == [("5/2010/TT-AHO", "repeal dieu-5", "2021-07-01"), ("6/2010/TT-AHO", "repeal dieu-6", "2021-10-01")]


@pytest.mark.parametrize(
    "verb", ["Bãi bỏ các quy định sau đây từ ngày 01/10/2021:", "Các quy định sau đây hết hiệu lực kể từ ngày 01/10/2021:"]
)
def test_a_day_above_a_list_is_that_of_its_items(verb: str) -> None:
    found = closing(f"1. {verb}\na) Điều 5 Thông tư số 5/2010/TT-AHO;\nb) Khoản 1 Điều 6 Thông tư số 6/2010/TT-AHO.")
    assert [(short(op), str(op.effect.start)) for op in found] == [("repeal dieu-5", "2021-10-01"), ("repeal dieu-6.khoan-1", "2021-10-01")]


@pytest.mark.parametrize("limit", [", trừ khoản 1", " đối với ao chung"])
def test_a_suspension_but_for_a_part(limit: str) -> None:
    assert told(f"1. Tạm ngưng hiệu lực Điều 5 Thông tư số 5/2010/TT-AHO đến hết ngày 31 tháng 12 năm 2021{limit}.") == [
        ("5/2010/TT-AHO", "refused(not-understood) dieu-5")
    ]


@pytest.mark.parametrize(
    "line",
    [
        "Bãi bỏ các Thông tư số 5/2010/TT-AHO, 6/2011/TT-AHO và 7/2012/TT-AHO.",
        "Bãi bỏ Thông tư số 5/2010/TT-AHO ngày 01 tháng 02 năm 2010, số 6/2011/TT-AHO ngày 02 tháng 3 năm 2011 và số 7/2012/TT-AHO.",
        "Các Thông tư số 5/2010/TT-AHO, 6/2011/TT-AHO và 7/2012/TT-AHO hết hiệu lực kể từ ngày Thông tư này có hiệu lực.",
    ],
)
def test_acts_of_one_kind_named_by_their_numbers(line: str) -> None:
    assert told(f"1. {line}") == [(number, "repeal_document act") for number in ("5/2010/TT-AHO", "6/2011/TT-AHO", "7/2012/TT-AHO")]


def test_a_subject_within_an_act_is_not_the_act() -> None:
    assert told("1. Thông tư này thay thế các quy định về bờ ao tại Thông tư số 5/2010/TT-AHO.") == [
        ("5/2010/TT-AHO", "refused(descriptive) act")
    ]


def test_a_part_of_an_act_behind_a_semicolon_is_told() -> None:
    line = "1. Bãi bỏ toàn bộ Thông tư số 5/2010/TT-AHO; một phần Thông tư số 6/2011/TT-AHO (khoản 2 Điều 5)."
    assert [short(op) for op in closing(line)] == ["refused(not-understood) act"]
