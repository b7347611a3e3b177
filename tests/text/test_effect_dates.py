"""The general day of effect, from the words of an effect clause."""

from datetime import date

import pytest

from lawtrack.text.effect_dates import general_effect

SIGNED, PUBLISHED, PROMULGATED = date(2020, 6, 8), date(2007, 11, 26), date(2020, 6, 17)


@pytest.mark.parametrize(
    ("words", "day"),
    [
        ("Nghị định này có hiệu lực thi hành từ ngày 01 tháng 8 năm 2020.", date(2020, 8, 1)),
        ("Luật này có hiệu lực kể từ ngày 01/7/2025, trừ quy định tại khoản 2 Điều này.", date(2025, 7, 1)),
        ("Nghị định này có hiệu lực thi hành từ 01 tháng 8 năm 2024.", date(2024, 8, 1)),
        ("Nghị định này có hiệu lực thi hành kể từ 31 tháng 6 năm 2024.", None),
        ("Luật này có hiệu lực từ ngày công bố.", PROMULGATED),
        ("Luật này có hiệu lực sau 15 ngày kể từ ngày công bố.", date(2020, 7, 2)),
        ("Thông tư này có hiệu lực kể từ ngày ký ban hành.", SIGNED),
        ("Thông tư này có hiệu lực thi hành sau 45 ngày kể từ ngày ký.", date(2020, 7, 23)),
        ("Nghị định này có hiệu lực thi hành sau 15 ngày, kể từ ngày đăng Công báo.", date(2007, 12, 11)),
        ("Nghị định này có hiệu lực sau mười lăm ngày kể từ ngày đăng Công báo.", date(2007, 12, 11)),
        ("Thông tư này có hiệu lực thi hành sau 06 tháng, kể từ ngày ký ban hành.", date(2020, 12, 8)),
        ("Thông tư này có hiệu lực thi hành kể từ ngày30 tháng 11năm 2020.", date(2020, 11, 30)),
        ("Thông tư này có hiệu lực và áp dụng từ ngày 01 tháng 10 năm 2020.", date(2020, 10, 1)),
        ("Thông tư này có hiệu lực kể từ ngày ký và được áp dụng từ ngày 25 tháng 8 năm 2020.", SIGNED),
        ("Thông tư này có hiệu lực từ ngày 01 tháng 8 năm 2020 và được áp dụng từ ngày 01 tháng 7 năm 2020.", date(2020, 8, 1)),
        ("Nghị định này có hiệu lực kể từ ngày Luật Sen ngày 26 tháng 11 năm 2014 có hiệu lực.", None),
        ("This Decree comes into force from August 01, 2020.", date(2020, 8, 1)),
    ],
)
def test_days(words: str, day: date | None) -> None:
    found, basis = general_effect(words, SIGNED, PUBLISHED, PROMULGATED)
    assert found == day
    assert basis


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("Nghị định này có hiệu lực sau 15 ngày, kể từ ngày đăng Công báo.", "publication"),
        ("Nghị định này có hiệu lực kể từ ngày ký.", "signature"),
        ("Luật này có hiệu lực từ ngày công bố.", "promulgation"),
        ("Thông tư này có hiệu lực sau 10 ngày làm việc kể từ ngày ký.", "working days"),
        ("Luật này có hiệu lực cùng ngày với Luật khác.", "no day"),
    ],
)
def test_what_cannot_be_computed_is_said(words: str, why: str) -> None:
    day, basis = general_effect(words)
    assert day is None
    assert why in basis
