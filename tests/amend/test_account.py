"""The account: every character of an act belongs to something, whatever the act says."""

from __future__ import annotations

from itertools import pairwise

from amend_samples import amending, document, read
from hypothesis import example, given, settings
from hypothesis import strategies as st

from lawtrack.amend import Role
from lawtrack.law.plain import plain


def said(act, role: Role) -> list[str]:
    text = plain(act)
    return [text[c.start : c.end].strip() for c in read(act).account.of(role)]


def test_each_line_has_its_role() -> None:
    act = amending("1. Sửa đổi, bổ sung khoản 2 Điều 7 như sau:\n“2. Ao phải có bờ.”.\n2. Chủ ao phải làm theo các quy định mới.")
    assert said(act, Role.COMMAND) == ["Điều 1. Sửa đổi, bổ sung một số điều của Luật Ao hồ", "1. Sửa đổi, bổ sung khoản 2 Điều 7 như sau:"]
    assert said(act, Role.QUOTATION) == ["“2. Ao phải có bờ.”."]
    assert said(act, Role.UNCLAIMED) == ["2. Chủ ao phải làm theo các quy định mới."]
    assert said(act, Role.EFFECT) == ["Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2021."]


def test_a_claim_names_the_operations_it_gave_rise_to() -> None:
    reading = read(amending("1. Bãi bỏ khoản 2 và khoản 3 Điều 7."))
    (claim,) = [c for c in reading.account.claims if c.operations]
    assert claim.operations == tuple(o.id for o in reading.operations)
    text = plain(amending("1. Bãi bỏ khoản 2 và khoản 3 Điều 7."))
    origin = reading.operations[0].origin
    assert text[origin.start : origin.end] == "Bãi bỏ khoản 2 và khoản 3 Điều 7."


LINES = st.lists(
    st.sampled_from(
        [
            "Điều 1. Sửa đổi, bổ sung một số điều của Luật Ao hồ",
            "Điều 2. Hiệu lực thi hành",
            "1. Sửa đổi, bổ sung khoản 2 Điều 7 như sau:",
            "“2. Ao phải có bờ.”.",
            "“2. Ao phải",
            "có bờ.”;",
            "a) Bãi bỏ điểm b",
            "Bỏ cụm từ “ao tại khoản 1.",
            "3. Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2021.",
            "Luật Sen số 1/2001/QH10 hết hiệu lực.",
            "- gạch",
            "| 1 | ô |",
            "Phụ lục I",
            "Chương II",
            "CHỦ TỊCH",
            "Trong Luật này, cụm từ “a” được thay bằng cụm từ",
            "như sau:",
            "",
        ]
    ),
    max_size=14,
)


@given(LINES)
@settings(max_examples=100, deadline=None)
@example(["Phụ lục I"])  # an empty line stands in front of an annex, also of one without words
def test_the_account_covers_any_act_exactly(lines: list[str]) -> None:
    act = document("\n".join(["LUẬT", "SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT AO HỒ", "Điều 1. Ao", *lines]))
    reading = read(act)
    claims = reading.account.claims
    assert claims[0].start == 0
    assert all(one.end == two.start and one.start < one.end for one, two in pairwise(claims))
    assert claims[-1].end == len(plain(act))
    assert len({o.id for o in reading.operations}) == len(reading.operations)
    assert read(act) == reading
