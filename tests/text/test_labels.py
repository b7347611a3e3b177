"""Labels: alphabet, order, succession."""

import random

import pytest

from lawtrack.text.labels import POINTS, first, follows, key, ordinal, roman, sort_key, to_roman, unkey


def test_the_point_alphabet_has_dd_and_none_of_the_other_marked_letters() -> None:
    assert len(POINTS) == 23
    assert "đ" in POINTS
    assert not set(POINTS) & set("ăâêôơưfjwz")


@pytest.mark.parametrize(
    ("before", "after"),
    [
        ("3", "4"),
        ("3", "3a"),
        ("3a", "3b"),
        ("3b", "4"),
        ("d", "đ"),
        ("đ", "e"),
        ("đ", "đ1"),
        ("đ1", "đ2"),
        ("đ2", "e"),
        ("e", "g"),
        ("III", "IV"),
    ],
)
def test_succession(before: str, after: str) -> None:
    assert follows(before, after)


@pytest.mark.parametrize(("before", "after"), [("3", "5"), ("d", "e"), ("3", "a"), ("b", "a"), ("4", "4"), ("3", "3b"), ("e", "f")])
def test_what_does_not_succeed(before: str, after: str) -> None:
    assert not follows(before, after)


def test_order_of_inserted_units() -> None:
    articles = ["98", "98a", "98b", "98c", "98d", "98đ", "98e", "98g", "98h", "99"]
    assert sorted(random.Random(1).sample(articles, len(articles)), key=sort_key) == articles
    points = ["d", "đ", "đ1", "đ2", "e"]
    assert sorted(random.Random(1).sample(points, len(points)), key=sort_key) == points


@pytest.mark.parametrize("label", ["đ", "đ1", "45a", "98đ", "aa", "d"])
def test_keys_are_unkeyed(label: str) -> None:
    assert unkey(key(label)) == label


def test_keys_of_decimal_labels() -> None:
    assert key("5.4") == "5-4"
    assert key("d") != key("đ")


@pytest.mark.parametrize("value", [1, 4, 9, 14, 40, 90, 400, 1994, 2026])
def test_roman_numerals_both_ways(value: int) -> None:
    assert roman(to_roman(value)) == value
    assert roman("IIII") is None
    assert roman("") is None


def test_ordinals() -> None:
    assert ordinal("thứ nhất") == 1
    assert ordinal("thứ tư") == ordinal("thứ bốn") == 4
    assert ordinal("đầu") == 1
    assert ordinal("khác") is None


def test_lists_begin() -> None:
    assert first("1") and first("a") and first("I") and not first("b")
