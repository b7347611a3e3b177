"""Where a sentence ends, and where that is left open."""

import pytest

from lawtrack.text.sentences import sentences

CERTAIN = {
    "Chủ ao nuôi cá. Chủ hồ nuôi tôm.": ["Chủ ao nuôi cá.", "Chủ hồ nuôi tôm."],
    "Phí là 1.000 đồng theo Luật số 12/2020/QH14. Việc thu, v.v. do xã làm; xã báo huyện.": [
        "Phí là 1.000 đồng theo Luật số 12/2020/QH14.",
        "Việc thu, v.v. do xã làm; xã báo huyện.",
    ],
    "Theo khoản 1. Chủ ao (gồm chủ hồ. Chủ đầm) nộp phí.": ["Theo khoản 1.", "Chủ ao (gồm chủ hồ. Chủ đầm) nộp phí."],
    "Ghi “Ao. Hồ”. Chủ ao nộp": ["Ghi “Ao. Hồ”.", "Chủ ao nộp"],
    "Có hiệu lực từ ngày ký./.": ["Có hiệu lực từ ngày ký./."],
    "": [],
}


@pytest.mark.parametrize(("text", "wanted"), CERTAIN.items())
def test_sentences_whose_bounds_are_certain(text: str, wanted: list[str]) -> None:
    read = sentences(text)
    assert [text[a:b] for a, b in read.spans] == wanted
    assert read.doubts == ()


@pytest.mark.parametrize(
    "text",
    [
        "Ao ở TP. Huế.",
        "Nuôi cá, tôm, v.v. Chủ hồ nộp.",
        "Gồm: 1. Ao. Hồ.",
        "Ghi “Ao cấm câu.” Biển cao 1 m.",
        "Ông Trần A. Nguyễn.",
        "Chủ ao nuôi cá... Chủ hồ.",
        "Nuôi cá.Tôm.",
        "Thu phí. nộp xã.",
        "Nuôi cá. 05 ngày báo xã.",
        "Ghi “Ao. Hồ.",
    ],
)
def test_what_may_end_a_sentence_or_not_is_a_doubt(text: str) -> None:
    assert sentences(text).doubts


def test_a_doubt_behind_a_sentence_leaves_it_certain() -> None:
    read = sentences("Chủ ao nộp. Ao ở TP. Huế.")
    assert read.certain(0) and not read.certain(1)
    last = sentences("Ao ở TP. Huế. Chủ ao nộp.")
    assert last.alone(len(last.spans) - 1) and not last.certain(len(last.spans) - 1)
