"""Folding, numbers of acts, dates."""

import unicodedata
from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from lawtrack.text.dates import days_after, find_dates, first_date, vietnamese
from lawtrack.text.fold import fold, fold_tone, strip_marks
from lawtrack.text.numbers import UNYEARED, find_numbers, kind_of, same_key, slug, tidy, year_of


@pytest.mark.parametrize(
    ("one", "two"), [("hoà giải", "hòa giải"), ("Uỷ ban", "Ủy ban"), ("thuỷ sản", "thủy sản"), ("“a”", '"a"'), ("A  B", "a b")]
)
def test_spellings_of_one_word_fold_together(one: str, two: str) -> None:
    assert fold(one) == fold(two)
    assert fold(unicodedata.normalize("NFD", one)) == fold(two)


@pytest.mark.parametrize("word", ["quý", "hoàn", "khuỷu", "toán", "quỹ"])
def test_words_whose_tone_has_one_place_are_left(word: str) -> None:
    assert fold_tone(word) == word


def test_different_words_stay_different() -> None:
    assert fold("đ") != fold("d")
    assert fold("má") != fold("mà")


@settings(max_examples=100, deadline=None)
@given(st.text(alphabet="aàáoòóuùủyýỷeéèhqk UỶHOÀ", max_size=30))
def test_folding_tones_keeps_every_offset(text: str) -> None:
    assert len(fold_tone(text)) == len(unicodedata.normalize("NFC", text))
    assert fold_tone(fold_tone(text)) == fold_tone(text)


def test_marks_are_stripped_for_file_names_alone() -> None:
    assert strip_marks("Nghị định Đường") == "Nghi dinh Duong"


@pytest.mark.parametrize(
    "spelling", ["63/2020/NĐ-CP", "63/2020/ND-CP", "63-2020-nd-cp", "63/2020/NÐ-СР", "063/2020/NĐ-CP", " 63 / 2020 / NĐ - CP "]
)
def test_spellings_of_one_number(spelling: str) -> None:
    assert same_key(spelling) == "63-2020-nd-cp"


def test_numbers_are_found_in_a_sentence() -> None:
    text = "Luật số 35/2018/QH14 và Nghị định số 63/2020/NĐ-CP, Thông tư 21/2021/TT-BLĐTBXH."
    assert find_numbers(text) == ["35/2018/QH14", "63/2020/NĐ-CP", "21/2021/TT-BLĐTBXH"]


def test_number_facts() -> None:
    assert year_of("63/2020/NĐ-CP") == year_of("63-2020-nd-cp") == 2020
    assert year_of("118/VBHN-VPQH") is None
    assert kind_of("63/2020/NĐ-CP") == "nghị định"
    assert kind_of("38/2024/QH15") == "luật"
    assert slug("21/2021/TT-BLĐTBXH") == "21-2021-tt-bldtbxh"
    assert tidy("63/2020/NÐ-СР") == "63/2020/NĐ-CP"


def test_dates_in_three_spellings() -> None:
    assert first_date("từ ngày 01 tháng 8 năm 2020") == date(2020, 8, 1)
    assert first_date("from August 01, 2020.") == date(2020, 8, 1)
    assert [d for _, _, d in find_dates("từ 01/7/2021 đến 31/12/2021")] == [date(2021, 7, 1), date(2021, 12, 31)]


def test_a_day_the_calendar_lacks_is_no_date() -> None:
    assert first_date("ngày 31 tháng 02 năm 2020") is None


def test_fifteen_days_after_publication() -> None:
    assert days_after(date(2007, 11, 26), 15) == date(2007, 12, 11)


def test_dates_as_acts_print_them() -> None:
    assert vietnamese(date(2020, 8, 1)) == "ngày 01 tháng 8 năm 2020"
    assert vietnamese(date(2026, 2, 13)) == "ngày 13 tháng 02 năm 2026"


def test_numbers_of_joint_circulars_and_of_acts_without_a_year() -> None:
    text = "Thông tư liên tịch số 05/2005/TTLT/BTP-BTNMT, Thông tư liên tịch số 17/2014/TTLT-BLĐTBXH-BTC"
    assert find_numbers(text) == ["05/2005/TTLT/BTP-BTNMT", "17/2014/TTLT-BLĐTBXH-BTC"]
    assert [m.group(0) for m in UNYEARED.finditer("Nghị định số 64/CP, Quyết định số 832/TTg, số 766/QĐ-TTg, 5/CPI")] == [
        "64/CP",
        "832/TTg",
        "766/QĐ-TTg",
    ]
