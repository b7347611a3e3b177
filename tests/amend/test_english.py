"""Commands in the two English styles of translated acts."""

from __future__ import annotations

import pytest
from amend_samples import document, read, short

CASES = [
    ("1. Clause 1 Article 5 is amended as follows:\n“1. The pond has a bank.”.", ["substitute dieu-5.khoan-1"]),
    ("1. To amend and supplement Clause 1, Article 5 as follows:\n“1. The pond has a bank.”.", ["substitute dieu-5.khoan-1"]),
    (
        "1. Points a and dd Clause 2 Article 7 are amended and supplemented as follows:\n“a) One;\ndd) Two.”.",
        ["substitute dieu-7.khoan-2.diem-a", "substitute dieu-7.khoan-2.diem-dd"],
    ),
    ("1. Article 45a is added after Article 45 as follows:\n“Article 45a. Carp\nCarp is fish.”.", ["insert after dieu-45: dieu-45a"]),
    ("1. To add Clause 4 to Article 30 as follows:\n“4. Four.”.", ["insert into dieu-30: khoan-4"]),
    ("1. To annul Clause 2, Article 3 and Article 9.", ["repeal dieu-3.khoan-2", "repeal dieu-9"]),
    (
        "1. The phrase “village pond” is replaced with the phrase “commune pond” in Clause 2 Article 6 and Point a Clause 1 Article 7.",
        [
            "replace_text “village pond” → “commune pond” in dieu-6.khoan-2",
            "replace_text “village pond” → “commune pond” in dieu-7.khoan-1.diem-a",
        ],
    ),
    ("1. To remove the phrase “and planning” in Clause 1, Article 48.", ["delete_text “and planning” in dieu-48.khoan-1"]),
    (
        "1. The phrase “, lotus” is added after the phrase “carp” in Clause 3 Article 4.",
        ["insert_text “, lotus” after “carp” in dieu-4.khoan-3"],
    ),
]


@pytest.mark.parametrize(("command", "expected"), CASES)
def test_an_english_command_gives_its_operations(command: str, expected: list[str]) -> None:
    act = document(
        f"""
LAW
ON AMENDMENTS TO THE LAW ON PONDS
Article 1. Amendments to some articles of the Law on Ponds No. 12/2015/QH13
{command}
Article 2. Effect
This Law takes effect from July 01, 2021.
""",
        language="en",
    )
    ops = read(act).operations
    assert [short(o) for o in ops] == expected
    assert {o.target.document for o in ops} == {"12/2015/QH13"}
    assert {o.origin.language for o in ops} == {"en"}
