"""Sentences for people: English as they stand, and kept so that any language can say them."""

import copy
import pickle
from datetime import date

import pytest

from lawtrack.law import Address, Kind, Message
from lawtrack.law.message import filled

PLACE = Address.of((Kind.DIEU, "12"), (Kind.KHOAN, "7"))
MOVED = Message("{place:address} is now {unit:kind} {n}, from {day:day}", place=PLACE, unit=Kind.DIEM, n=3, day=date(2024, 7, 1))


def test_a_sentence_is_a_string_in_english() -> None:
    assert MOVED == "Clause 7, Article 12 is now point 3, from 1 July 2024"
    assert isinstance(MOVED, str) and str(MOVED) == MOVED


def test_its_values_are_plain_words_to_write_down() -> None:
    assert dict(MOVED.values) == {"place": "dieu-12.khoan-7", "unit": "diem", "n": "3", "day": "2024-07-01"}


def test_another_language_prints_places_and_days_its_own_way() -> None:
    said = filled("{place:address} nay là {unit:kind} {n}, từ ngày {day:day}", MOVED.values, "vi")
    assert said == "khoản 7 Điều 12 nay là điểm 3, từ ngày 01/7/2024"


def test_the_empty_address_is_the_act_itself() -> None:
    assert Message("{place:address} bears no number", place=Address()) == "the act bears no number"
    assert filled("{place:address} không có số", {"place": ""}, "vi") == "văn bản không có số"


def test_braces_in_words_of_the_law_change_nothing() -> None:
    assert Message("“{words}” is there", words="{đ} và {}") == "“{đ} và {}” is there"
    assert Message("a {sentence} without values") == "a {sentence} without values"


@pytest.mark.parametrize("copied", [copy.deepcopy, lambda m: pickle.loads(pickle.dumps(m))])
def test_a_copy_can_still_be_said(copied: object) -> None:
    twin = copied(MOVED)  # type: ignore[operator]
    assert (twin, twin.template, dict(twin.values)) == (MOVED, MOVED.template, dict(MOVED.values))


def test_a_place_of_no_known_kind_is_a_fault() -> None:
    with pytest.raises(ValueError, match="colour"):
        Message("{x:colour}", x="red")
