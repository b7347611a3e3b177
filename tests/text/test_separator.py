"""The comma that goes with a member of a list, and the comma that stays."""

import pytest

from lawtrack.text.phrase import tidy_gap, with_separator


def deleted(text: str, words: str) -> str:
    at = text.index(words)
    start, end = with_separator(text, at, at + len(words))
    return tidy_gap(text[:start] + text[end:], start)


@pytest.mark.parametrize(
    ("text", "words", "left"),
    [
        ("Phí neo đậu, phí vệ sinh là khoản tiền phải nộp", "phí vệ sinh", "Phí neo đậu là khoản tiền phải nộp"),
        ("người bán của chợ nổi cấp tỉnh, chợ nổi cấp xã", "chợ nổi cấp tỉnh", "người bán của chợ nổi cấp xã"),
        ("Sở Xây dựng, Sở Công Thương và Sở Y tế", "Sở Công Thương", "Sở Xây dựng và Sở Y tế"),
        ("cấp giấy phép, thu hồi giấy phép.", "thu hồi giấy phép", "cấp giấy phép."),
        ("Gồm: bến, chợ", "bến", "Gồm: chợ"),
        # a comma of the sentence stays
        ("người bán hàng nữ, cơ quan quản lý chợ", "nữ", "người bán hàng, cơ quan quản lý chợ"),
        ("Khi có lũ, ngay lập tức người bán phải rời bến", "ngay lập tức", "Khi có lũ, người bán phải rời bến"),
        # a comma the command quotes is the command's
        ("quy hoạch, kế hoạch", "quy hoạch,", "kế hoạch"),
        ("Sở Xây dựng, Sở Công Thương có trách nhiệm", ", Sở Công Thương", "Sở Xây dựng có trách nhiệm"),
    ],
)
def test_deleting_a_member_of_a_list(text: str, words: str, left: str) -> None:
    assert deleted(text, words) == left
