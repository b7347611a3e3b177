"""Effects: what holds on a day, what does not, and what cannot be told."""

from datetime import date

import pytest

from lawtrack.law import Bounded, Effect, Event, Kind, Provision, State, Unknown
from lawtrack.law.plain import own_line

JAN, FEB, MAR = date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1)


@pytest.mark.parametrize(
    ("effect", "day", "holds"),
    [
        (Effect(FEB), JAN, False),
        (Effect(FEB), FEB, True),
        (Effect(JAN, MAR), FEB, True),
        (Effect(JAN, MAR), MAR, False),  # the end is not included
        (Effect(Bounded(JAN, MAR)), date(2025, 12, 31), False),
        (Effect(Bounded(JAN, MAR)), JAN, None),
        (Effect(Bounded(JAN, MAR)), FEB, None),
        (Effect(Bounded(JAN, MAR)), MAR, True),
        (Effect(Event("khi luật mới có hiệu lực")), MAR, False),
        (Effect(Unknown("không nêu")), MAR, False),
        (Effect(JAN, Event("khi luật mới có hiệu lực")), MAR, True),
        (Effect(JAN, Bounded(FEB, MAR)), date(2026, 2, 10), None),
    ],
)
def test_holds(effect: Effect, day: date, holds: bool | None) -> None:
    assert effect.holds(day) is holds


def test_bounds_the_wrong_way_round_are_refused() -> None:
    with pytest.raises(ValueError, match="wrong way round"):
        Bounded(MAR, JAN)


def test_the_first_certain_day() -> None:
    assert Effect(Bounded(JAN, MAR)).first_day == MAR
    assert Effect(Event("…")).first_day is None


def test_a_suspended_unit_says_so_in_the_text() -> None:
    clause = Provision(Kind.KHOAN, "8", text="Mức phí do Sở quy định.", state=State.SUSPENDED)
    assert own_line(clause) == "8. (ngưng hiệu lực) Mức phí do Sở quy định."
    assert own_line(clause, "en") == "8. (suspended) Mức phí do Sở quy định."
