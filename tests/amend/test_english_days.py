"""The days an English expression gives to provisions of its own, as its Vietnamese original does."""

from __future__ import annotations

from datetime import date

import pytest
from amend_samples import document, read, short

from lawtrack.law.effect import Bounded, Event
from lawtrack.law.operation import Operation

GENERAL, LATER = date(2025, 7, 1), date(2026, 1, 1)
FROM_JULY = "This Law takes effect from July 01, 2025"


def ponds(closing: str) -> list[Operation]:
    """What an English law with this closing article says of itself."""
    text = f"""
LAW
ON PONDS
Article 1. Scope
This Law provides for ponds.
Article 2. Fees
1. Fees are set by the Government.
2. Fees are collected online.
Article 3. Encroachment
No one may encroach upon a pond.
Article 4. Effect
{closing}
"""
    return list(read(document(text, "31/2025/QH15", language="en", effective=GENERAL)).operations)


@pytest.mark.parametrize(
    ("closing", "wanted"),
    [
        (f"{FROM_JULY}, except Clause 2, Article 2, which takes effect from January 01, 2026.", {"enact dieu-2.khoan-2": LATER}),
        (
            f"1. {FROM_JULY}, except for the cases specified in Clause 2 of this Article.\n"
            "2. Article 3 and Clause 1, Article 2 of this Law come into force as of January 01, 2026.",
            {"enact dieu-3": LATER, "enact dieu-2.khoan-1": LATER},
        ),
        (
            f"1. {FROM_JULY}.\n2. The following provisions take effect from January 01, 2026:\n"
            "a) Clause 2, Article 2;\nb) Article 3 of this Law.",
            {"enact dieu-2.khoan-2": LATER, "enact dieu-3": LATER},
        ),
        (f"1. {FROM_JULY}.\n2. Article 5 of the Law on Lakes takes effect from January 01, 2026.", {}),
        (f"{FROM_JULY}. Papers issued before this Law takes effect remain valid.", {}),
    ],
)
def test_provisions_with_a_day_of_their_own(closing: str, wanted: dict[str, date]) -> None:
    assert {short(o): o.effect.start for o in ponds(closing)} == wanted


@pytest.mark.parametrize(
    "said",
    [
        "The regulations on online collection in Clause 2, Article 2 of this Law take effect from January 01, 2026.",
        "Clause 2, Article 2 of this Law for household businesses takes effect from January 01, 2026.",
    ],
)
def test_a_part_of_a_provision_or_some_subjects_leave_it_between_the_days(said: str) -> None:
    (one,) = ponds(f"1. {FROM_JULY}.\n2. {said}")
    assert isinstance(one.effect.start, Bounded)
    assert (one.effect.start.not_before, one.effect.start.not_after) == (GENERAL, LATER)


def test_a_day_that_depends_on_a_happening_is_an_event() -> None:
    (one,) = ponds(f"{FROM_JULY}; Article 3 shall take effect from the date the Government issues the list.")
    assert one.effect.start == Event("the date the Government issues the list")


def test_commands_take_the_day_of_the_clause_that_holds_them() -> None:
    text = """
LAW
AMENDING THE LAW ON PONDS
Article 1. Amendments to the Law on Ponds No. 12/2015/QH13
1. Clause 1 Article 5 of the Law on Ponds No. 12/2015/QH13 is repealed.
2. Clause 2 Article 5 of the Law on Ponds No. 12/2015/QH13 is repealed.
Article 2. Effect
This Law takes effect from July 01, 2025, except Clause 2, Article 1 of this Law, which takes effect from January 01, 2026.
"""
    found = read(document(text, "40/2025/QH15", language="en", effective=GENERAL)).operations
    assert [(short(o), o.effect.start) for o in found] == [("repeal dieu-5.khoan-1", GENERAL), ("repeal dieu-5.khoan-2", LATER)]
