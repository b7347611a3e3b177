"""Which spellings Vietnamese allows."""

import pytest

from lawtrack.text.syllables import has_vowel, possible

WORDS = """
điều khoản nghiêng quốc giếng gìn gì già quý quyết khuya thuở thuế mùa của quà hòa hoà thủy thuỷ uỷ khỏe khoẻ hoạn huỳnh ngoằn xoong
yêu yến ướt rượu hươu người khuỷu oải nghĩa giữa ghi kể được
"""
WRONG = "thiêt phưong luât đaị nôp nâi khỏẹ ớc nguời việtnam qịnh cê ka ngi kýý hạọt"


@pytest.mark.parametrize("word", WORDS.split())
def test_words(word: str) -> None:
    assert possible(word)


@pytest.mark.parametrize("word", WRONG.split())
def test_no_words(word: str) -> None:
    assert not possible(word)


def test_abbreviations_have_no_vowel() -> None:
    assert not has_vowel("nđ")
    assert has_vowel("ệ")
