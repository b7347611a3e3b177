"""Finding quoted words."""

import unicodedata

import pytest

from lawtrack.text.phrase import find_phrase, fitted, joined, tidy_gap


def found(text: str, phrase: str) -> list[str]:
    return [text[a:b] for a, b in find_phrase(text, phrase)]


@pytest.mark.parametrize(
    ("text", "phrase", "expected"),
    [
        ("phí, lệ phí và lệ phí khác", "lệ phí", ["lệ phí", "lệ phí"]),
        ("theo khoản 1a và khoản 1 Điều 5", "khoản 1", ["khoản 1"]),
        ("mức 5.000 đồng, 5 đồng, 1,5 đồng", "5", ["5"]),
        ("quy hoạch sử dụng đất", "quy hoạ", []),
        ("hoà giải ở cơ sở", "hòa giải", ["hoà giải"]),
        ("Uỷ ban nhân dân", "Ủy ban nhân dân", ["Uỷ ban nhân dân"]),
        ("số  hiệu\u00a0 văn   bản", "số hiệu văn bản", ["số  hiệu\u00a0 văn   bản"]),
        ('gọi là "sản phẩm"', "“sản phẩm”", ['"sản phẩm"']),
        ("tổ chức xã hội – nghề nghiệp", "xã hội - nghề nghiệp", ["xã hội – nghề nghiệp"]),
        ("Bộ Tài chính, Bộ Kế hoạch và Đầu tư, Bộ Y tế", ", Bộ Kế hoạch và Đầu tư", [", Bộ Kế hoạch và Đầu tư"]),
        ("chiến lược, quy hoạch, kế hoạch", "quy hoạch,", ["quy hoạch,"]),
        ("điểm đ và điểm đ1", "điểm đ", ["điểm đ"]),
        ("", "x", []),
        ("x", "", []),
    ],
)
def test_words_are_found_whole_under_vietnamese_spelling(text: str, phrase: str, expected: list[str]) -> None:
    assert found(text, phrase) == expected


def test_letters_taken_apart_are_the_same_letters() -> None:
    apart = unicodedata.normalize("NFD", "Ủy ban nhân dân cấp tỉnh quyết định")
    assert [unicodedata.normalize("NFC", w) for w in found(apart, "nhân dân cấp tỉnh")] == ["nhân dân cấp tỉnh"]
    assert found("quyết định", unicodedata.normalize("NFD", "quyết định")) == ["quyết định"]


def test_case_counts_but_for_the_start_of_a_sentence() -> None:
    assert found("Người quản lý công ty. Người quản lý và Người quản lý", "người quản lý") == ["Người quản lý"] * 2
    assert found("do bộ phận và Bộ chủ trì", "Bộ") == ["Bộ"]
    assert found("gồm: người đứng đầu", "Người đứng đầu") == ["người đứng đầu"]


def test_a_heading_in_capitals_has_no_case() -> None:
    assert found("QUẢN LÝ QUY HOẠCH ĐÔ THỊ", "quy hoạch") == ["QUY HOẠCH"]
    assert fitted("QUẢN LÝ QUY HOẠCH", 8, 17, "quy hoạch", "kế hoạch") == "KẾ HOẠCH"


def test_the_replacement_keeps_the_capital() -> None:
    assert fitted("Người quản lý ký.", 0, 13, "người quản lý", "người điều hành") == "Người điều hành"
    assert fitted("và người quản lý", 3, 16, "người quản lý", "Bộ trưởng") == "Bộ trưởng"
    assert fitted("Cục Chợ ký.", 0, 7, "Cục Chợ", "cơ quan chợ") == "Cơ quan chợ"
    assert fitted("Báo cáo gửi Cục Chợ.", 12, 19, "Cục Chợ", "cơ quan chợ") == "cơ quan chợ"


def test_gaps_are_tidied_and_no_other_mark_is_touched() -> None:
    assert tidy_gap("phí  và giá", 4) == "phí và giá"
    assert tidy_gap("chiến lược, , kế hoạch", 12) == "chiến lược, kế hoạch"
    assert tidy_gap("thu phí ;", 8) == "thu phí;"
    assert tidy_gap(" thu phí", 0) == "thu phí"


def test_words_are_joined_with_one_space_and_none_before_punctuation() -> None:
    assert joined("cá nhân", "và tổ chức", " nước ngoài") == "cá nhân và tổ chức nước ngoài"
    assert joined("cá nhân", ", tổ chức", "; khác") == "cá nhân, tổ chức; khác"
    assert joined("", "Dẫn đến", "gây rối") == "Dẫn đến gây rối"


def test_matches_do_not_overlap() -> None:
    assert find_phrase("a a a a", "a a") == [(0, 3), (4, 7)]
