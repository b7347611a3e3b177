"""The catalogue: which act a name or a number means."""

from __future__ import annotations

from datetime import date

from lawtrack.law.catalogue import Catalogue
from lawtrack.law.document import Document, Meta

ACTS = Catalogue.of(
    [
        Document(Meta("13/2003/QH11", kind="luật", title="ĐẤT ĐAI", issued=date(2003, 11, 26))),
        Document(Meta("45/2013/QH13", kind="luật", title="Đất đai", issued=date(2013, 11, 29))),
        Document(Meta("65/2006/QH11", kind="luật", title="LUẬT SƯ", issued=date(2006, 6, 29))),
        Document(Meta("63/2020/NĐ-CP", kind="decree", title="On the security industry", language="en")),
        Document(Meta("63/2020/NĐ-CP", kind="nghị định", title="Công nghiệp an ninh")),
        Document(Meta("77/2006/QH11", kind="luật", title="Thể dục, thể thao")),
    ]
)


def test_by_number_in_any_spelling() -> None:
    assert ACTS.find("063/2020/ND-CP") == "63/2020/NĐ-CP"
    assert ACTS.find("64/2020/NĐ-CP") is None
    text = ACTS.document("63-2020-nd-cp")
    assert text is not None
    assert text.meta.language == "vi"


def test_by_name_and_year() -> None:
    assert ACTS.named("Luật Đất đai") == ("13/2003/QH11", "45/2013/QH13")
    assert ACTS.named("Luật đất đai", 2013) == ("45/2013/QH13",)
    assert ACTS.named("Luật Đất đai", before=date(2009, 6, 18)) == ("13/2003/QH11",)


def test_case_tone_and_punctuation_of_names_are_folded() -> None:
    assert ACTS.named("Luật Thể dục thể thao") == ("77/2006/QH11",)
    assert ACTS.named("Luật luật sư") == ("65/2006/QH11",)
    assert ACTS.named("Luật Ao hồ") == ()
