"""Probable misprints, told by the texts themselves."""

import pytest

from lawtrack.text.misprints import Suspicion, misprints

# what a few acts say again and again
SOUND = [
    text.format(n=n)
    for n in (f"{what} số {i}" for what in ("ghe", "bến", "chợ", "cầu") for i in range(1, 26))
    for text in (
        "Người bán hàng trong quá trình lựa chọn {n} phải theo quy định của pháp luật.",
        "Bên mời thầu trong quá trình lựa chọn {n} phải công khai.",
        "Người đứng đầu cơ quan quản lý {n} chịu trách nhiệm trước pháp luật.",
        "Hoạt động của {n} do Ủy ban nhân dân cấp xã quản lý; hoạt động ghi trong giấy phép.",
        "Điều kiện hoạt động của {n}; thời hạn hoạt động ghi trong giấy phép.",
        "Cơ quan đại diện của {n} và người đại diện cho người bán.",
    )
]


def found(*lines: str) -> list[Suspicion]:
    return [hit for hit in misprints([*SOUND, *lines]) if hit.text >= len(SOUND)]


@pytest.mark.parametrize(
    ("line", "printed", "likely"),
    [
        ("Chủ ghe trong quá trình lụa chọn bến được hỏi ý kiến.", "lụa", "lựa"),
        ("Thời hạn hoạt dộng ghi trong giấy phép là một năm.", "dộng", "động"),
        ("Người đứng dầu cơ quan quản lý bến ký.", "dầu", "đầu"),
        ("Người bán phải theo quy định của pháp luât.", "luât", "luật"),
        ("TRONG QUÁ TRÌNH LỤA CHỌN BẾN", "LỤA", "LỰA"),
    ],
)
def test_a_word_that_all_others_print_otherwise(line: str, printed: str, likely: str) -> None:
    (hit,) = found(line)
    assert (hit.printed, hit.likely) == (printed, likely)
    assert line[hit.start : hit.end] == printed
    assert hit.printed in hit.shown
    assert hit.likely in hit.meant
    assert hit.times >= 2


@pytest.mark.parametrize(
    "line",
    [
        "Chủ ghe trong quá trình lựa chọn bến được hỏi ý kiến.",
        "Người bán lụa ở chợ.",  # a word of its own, with neighbours of its own
        "Ghe chở lụa, chọn bến gần.",
        "Hàng năm và hằng năm, sĩ quan và sỹ quan.",  # two spellings of one word
        "Cây côca, mô-đun, kilôgam.",  # foreign words
        "Bộ LĐTBXH, chương XX, VNĐ.",
    ],
)
def test_what_stands_elsewhere_too_is_no_misprint(line: str) -> None:
    assert found(line, "Người bán lụa ở chợ.", "Sĩ quan, hằng năm, hàng năm; năm nay.") == []


def test_a_word_that_stands_twice() -> None:
    lines = [f"Ghe {n} phải neo tại bến của chợ, hỏi tại Ủy ban hay tại nhà." for n in ("một", "hai", "ba", "bốn", "năm", "sáu", "bảy")]
    doubled = "Ghe lớn phải neo tại tại bến của chợ."
    (hit,) = [h for h in misprints([*lines, doubled]) if h.text == len(lines)]
    assert (hit.printed, hit.likely) == ("tại tại", "")
    assert doubled[hit.start : hit.end] == "tại tại"


def test_words_that_double_by_their_nature_stay() -> None:
    lines = [f"Hành vi vi phạm {n} bị xử phạt; kiểm định định kỳ {n}." for n in ("một", "hai", "ba", "bốn", "năm")]
    assert misprints(lines) == []


def test_no_texts_no_suspicions() -> None:
    assert misprints([]) == []
    assert misprints(["", "Một."]) == []
