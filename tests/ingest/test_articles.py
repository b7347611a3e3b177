"""Misprints of the word that heads an article."""

from __future__ import annotations

import pytest

from lawtrack.ingest.articles import mend_articles
from lawtrack.ingest.model import Line


def mended(*texts: str) -> list[str]:
    return [line.text for line in mend_articles([Line(t, n) for n, t in enumerate(texts, 1)])[0]]


@pytest.mark.parametrize(("word", "right"), [("Điền", "Điều"), ("Điêu", "Điều"), ("Diều", "Điều"), ("ĐIÊU", "ĐIỀU")])
def test_a_letter_of_the_word_is_put_right_between_its_neighbours(word: str, right: str) -> None:
    lines = ("Điều 4. Chợ", "Chợ họp sáng.", f"{word} 5. Hiệu lực", "Từ ngày ký.")
    assert mended(*lines, "Điều 6. Thi hành")[2] == f"{right} 5. Hiệu lực"
    assert mended(*lines)[2] == f"{right} 5. Hiệu lực", "the last article has none behind it"


@pytest.mark.parametrize(
    "lines",
    [
        ("Điều 4. Chợ", "Điền 7. Hiệu lực", "Điều 5. Thi hành"),  # its number does not follow
        ("Điều 4. Chợ", "Điền 5. Hiệu lực", "Điều 5. Thi hành"),  # article 5 is there
        ("Điền 5. Hiệu lực", "Điều 6. Thi hành"),  # nothing stands before it
        ("Điều 4. Chợ", "Điểm 5. Hiệu lực"),  # another word
        ("Điều 4. Chợ", "Điền 5 ô trống"),  # no heading
    ],
)
def test_what_the_neighbours_do_not_prove_stays(lines: tuple[str, ...]) -> None:
    assert mended(*lines) == list(lines)


def test_the_repair_is_told() -> None:
    _, repairs = mend_articles([Line("Điều 4. Chợ", 1), Line("Điền 5. Hiệu lực", 2)])
    assert [(r.line, r.before, r.after) for r in repairs] == [(2, "Điền", "Điều")]
