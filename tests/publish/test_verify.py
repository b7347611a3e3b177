"""Our text against an official consolidation: what agrees, what differs, and why."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date

import pytest
from publish_samples import chuong, diem, dieu, doan, khoan, root

from lawtrack.law import (
    Action,
    Address,
    Change,
    Document,
    Edition,
    Kind,
    Meta,
    Operation,
    Origin,
    Outcome,
    Position,
    Provision,
    Reason,
    Refusal,
    State,
    Status,
    Target,
)
from lawtrack.law.official import Amender, Cause, Note, Official, Said
from lawtrack.publish.speech import Speech
from lawtrack.publish.terminal import cells
from lawtrack.publish.verify import Verification, Why, counted, line_key, verify
from lawtrack.publish.verify_text import data, terminal

LAW, AMENDER = "11/2019/QH14", "21/2022/QH15"
CERTIFIED = date(2022, 12, 20)


def ours(*articles: Provision, refused: tuple[Change, ...] = (), applied: tuple[Change, ...] = ()) -> Edition:
    document = Document(Meta(LAW, "luật", "Cây xanh"), root(*articles))
    return Edition(document, date(2023, 1, 1), Status.IN_FORCE, refused=refused, applied=applied)


def official(*articles: Provision, notes: tuple[Note, ...] = (), issued: date = date(2022, 6, 16)) -> Official:
    document = Document(Meta("7/VBHN-VPQH", "luật", "Cây xanh"), root(*articles))
    return Official(document, LAW, (Amender(AMENDER, issued, date(2022, 12, 1)),), CERTIFIED, notes)


def note(
    address: str, said: Said = Said.AMENDED, source: str = "dieu-1.khoan-1", effective: date = date(2022, 12, 1), number: str = "2"
) -> Note:
    return Note(
        number, "Khoản này …", said, "Khoản này", causes=(Cause(AMENDER, Address.parse(source), effective),), address=Address.parse(address)
    )


def change(
    target: str,
    action: Action = Action.SUBSTITUTE,
    outcome: Outcome = Outcome.REFUSED,
    source: str = "dieu-1.khoan-1",
    act: str = AMENDER,
    **more: object,
) -> Change:
    refusal = Refusal(Reason.LABEL_MISMATCH, "the quotation does not hold khoản 2") if outcome is Outcome.REFUSED else None
    operation = Operation(
        f"{act}#{source}/1",
        Origin(act, Address.parse(source)),
        action,
        Target(LAW, Address.parse(target)),
        refusal=refusal,
        **more,  # type: ignore[arg-type]
    )
    return Change(operation, outcome, refusal=refusal)


ONE = dieu("1", "Phạm vi điều chỉnh", doan("Luật này quy định về cây xanh tại đô thị."))
TWO = dieu("2", "Chăm sóc", khoan("1", "Tưới nước hằng ngày vào mùa khô."), khoan("2", "Cắt tỉa cành trước mùa mưa."))
TWO_B = dieu("2", "Chăm sóc", khoan("1", "Tưới nước hằng ngày vào mùa khô."), khoan("2", "Cắt tỉa cành và dọn gốc cây trước mùa bão lũ."))


def why(found: Verification) -> list[Why]:
    return [d.why for d in found.differences]


def test_equal_texts_agree() -> None:
    found = verify(ours(ONE, TWO), official(ONE, TWO))
    assert found.agrees
    assert found.share == 1.0
    assert [a.exact for a in found.articles] == [True, True]
    assert "agree" in terminal(found, Speech("en"))


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("1. Uỷ ban nhân dân hoà giải;", "1. Ủy ban nhân dân hòa giải."),
        ("2. “Cây xanh” là cây", '2. "Cây xanh" là cây[12]'),
        ("a) Trồng , chăm sóc", "a) Trồng, chăm sóc"),
        ("ĐIỀU 1. PHẠM VI", "Điều 1. Phạm vi"),
        ("Thương binh – Xã hội", "Thương binh - Xã hội"),
    ],
)
def test_what_does_not_count_as_a_difference(one: str, other: str) -> None:
    assert line_key(one) == line_key(other)


@pytest.mark.parametrize("line", ["1. (được bãi bỏ)", "Điều 17. (được bãi bỏ)", "đ) (được bãi bỏ);", "Mục 3 (được bãi bỏ)"])
def test_a_line_that_only_says_repealed_is_no_line(line: str) -> None:
    assert line_key(line) == ""


def test_a_word_more_is_a_difference() -> None:
    assert line_key("1. Tưới nước") != line_key("1. Tưới đủ nước")
    assert line_key("1. Trong 5 ngày") != line_key("1. Trong 15 ngày")


def test_a_refused_operation_on_the_unit_is_our_doubt() -> None:
    refused = change("dieu-2.khoan-2")
    found = verify(ours(ONE, TWO, refused=(refused,)), official(ONE, TWO_B, notes=(note("dieu-2.khoan-2"),)))
    (difference,) = found.differences
    assert difference.why is Why.OURS_REFUSED
    assert difference.operations == (refused.operation.id,)
    assert "the quotation does not hold" in difference.told
    assert [s.text for s in difference.words if s.kind == "insert"] and not found.agrees


def test_a_refused_operation_elsewhere_is_not() -> None:
    found = verify(ours(ONE, TWO, refused=(change("dieu-1"),)), official(ONE, TWO_B, notes=(note("dieu-2.khoan-2", source="dieu-9"),)))
    assert why(found) == [Why.OURS_UNHEARD]


def test_a_refused_insertion_explains_the_unit_it_would_have_brought() -> None:
    new = khoan("1a", "Bón phân mỗi năm.")
    refused = change("dieu-2.khoan-1", Action.INSERT, position=Position.AFTER, payload=(new,))
    theirs = replace(TWO, children=(TWO.children[0], new, TWO.children[1]))
    found = verify(ours(ONE, TWO, refused=(refused,)), official(ONE, theirs))
    assert [(str(d.address), d.why, d.ours) for d in found.differences] == [("dieu-2.khoan-1a", Why.OURS_REFUSED, "")]


def test_a_refused_replacement_of_words_everywhere_explains_units_that_hold_them() -> None:
    everywhere = change("", Action.REPLACE_TEXT, find="mùa mưa", put="mùa bão lũ")
    theirs = dieu("2", "Chăm sóc", TWO.children[0], khoan("2", "Cắt tỉa cành trước mùa bão lũ."))
    assert why(verify(ours(ONE, TWO, refused=(everywhere,)), official(ONE, theirs))) == [Why.OURS_REFUSED]


def test_unamended_words_that_differ_are_a_faulty_copy() -> None:
    assert why(verify(ours(ONE, TWO), official(ONE, TWO_B))) == [Why.COPY]


def test_words_both_took_from_one_provision_are_a_faulty_copy() -> None:
    applied = change("dieu-2.khoan-2", outcome=Outcome.APPLIED)
    two = dieu("2", "Chăm sóc", TWO.children[0], replace(TWO.children[1], causes=(applied.operation.id,)))
    found = verify(ours(ONE, two, applied=(applied,)), official(ONE, TWO_B, notes=(note("dieu-2.khoan-2"),)))
    assert why(found) == [Why.COPY]
    assert "khoản 1 Điều 1" in found.differences[0].told


def test_words_that_were_never_amended_in_the_consolidation() -> None:
    applied = change("dieu-2.khoan-2", outcome=Outcome.APPLIED)
    two = replace(TWO_B, children=(TWO.children[0], replace(TWO_B.children[1], causes=(applied.operation.id,))))
    applied = replace(applied, before=(TWO.children[1],), after=(two.children[1],))
    found = verify(ours(ONE, two, applied=(applied,)), official(ONE, TWO, notes=(note("dieu-2.khoan-2"),)))
    assert why(found) == [Why.NOT_AMENDED]
    assert found.differences[0].operations == (applied.operation.id,)


def test_words_from_an_act_that_the_head_does_not_name() -> None:
    applied = change("dieu-2.khoan-2", outcome=Outcome.APPLIED, act="30/2021/QH15")
    two = dieu("2", "Chăm sóc", TWO.children[0], replace(TWO.children[1], causes=(applied.operation.id,)))
    found = verify(ours(ONE, two, applied=(applied,)), official(ONE, TWO_B))
    assert why(found) == [Why.NOT_LISTED]
    assert "30/2021/QH15" in found.differences[0].told


def test_who_misspells_is_told_by_the_words_around() -> None:
    three = dieu("3", "Cấm", doan("Không ai được cắt tỉa cành khô khi có gió lớn."))
    wrong = dieu("2", "Chăm sóc", TWO.children[0], khoan("2", "Cắt tia cành trước mùa mưa."))
    assert why(verify(ours(ONE, TWO, three), official(ONE, wrong, three))) == [Why.SPELLING]
    assert why(verify(ours(ONE, wrong, three), official(ONE, TWO, three))) == [Why.OUR_SPELLING]


def test_a_misprint_of_both_texts_is_a_finding() -> None:
    many = [dieu(str(n), "Cắt tỉa", doan(f"Người được giao cắt tỉa cây số {n} phải có thẻ.")) for n in range(3, 60)]
    wrong = dieu("60", "Thẻ", doan("Người được giao cắt tiả cây số 60 phải có thẻ."))
    found = verify(ours(ONE, TWO, *many, wrong), official(ONE, TWO, *many, wrong))
    assert found.differences == ()
    assert [(f.why, str(f.address)) for f in found.findings] == [(Why.SPELLING, "dieu-60.doan-1")]
    assert "“cắt tiả”; elsewhere “cắt tỉa”" in found.findings[0].told


def test_two_words_spelled_both_ways_are_not_decided() -> None:
    other = dieu("2", "Chăm sóc", khoan("1", "Tưới nước hàng ngày vào mùa khô."), TWO.children[1])
    assert why(verify(ours(ONE, TWO), official(ONE, other))) == [Why.COPY]


def test_a_number_is_never_a_matter_of_spelling() -> None:
    one = dieu("1", "Phạt", doan("Phạt tiền 500.000 đồng."))
    other = dieu("1", "Phạt", doan("Phạt tiền 600.000 đồng."))
    assert why(verify(ours(one), official(other))) == [Why.COPY]


def test_line_breaks_and_punctuation_alone_are_layout() -> None:
    split = dieu("1", "Phạm vi điều chỉnh", doan("Luật này quy định về cây xanh."), doan("Đô thị có cây."))
    whole = dieu("1", "Phạm vi điều chỉnh", doan("Luật này quy định về cây xanh. Đô thị có cây"))
    found = verify(ours(whole), official(split))
    assert why(found) == [Why.LAYOUT]
    assert found.agrees
    assert not found.articles[0].exact
    assert "LAYOUT" in terminal(found, Speech("en"), layout=True)
    assert "LAYOUT" not in terminal(found, Speech("en"))


def test_a_paragraph_in_a_title_is_more_than_layout() -> None:
    wrong = dieu("1", "Phạm vi điều chỉnh Luật này quy định về cây xanh tại đô thị")
    found = verify(ours(wrong), official(ONE))
    assert why(found) == [Why.TITLE]
    assert not found.agrees


def test_layout_beside_another_difference_is_told_apart() -> None:
    split = dieu("1", "Phạm vi", doan("Một câu về cây."), doan("Hai câu về nước."), doan("Ba câu về đất và đá."))
    whole = dieu("1", "Phạm vi", doan("Một câu về cây. Hai câu về nước."), doan("Ba câu về trời và mây."))
    assert sorted(why(verify(ours(whole), official(split)))) == [Why.COPY, Why.LAYOUT]


def test_a_missing_unit() -> None:
    theirs = dieu("2", "Chăm sóc", TWO.children[0])
    found = verify(ours(ONE, TWO), official(ONE, theirs))
    assert [(str(d.address), d.why, d.theirs) for d in found.differences] == [("dieu-2.khoan-2", Why.MISSING, "")]
    explained = verify(ours(ONE, TWO), official(ONE, theirs, notes=(note("dieu-2", Said.REPEALED, "dieu-2"),)))
    assert why(explained) == [Why.OURS_UNHEARD]


def test_a_missing_article_is_listed() -> None:
    found = verify(ours(ONE, TWO), official(ONE))
    assert [str(a.address) for a in found.articles] == ["dieu-1", "dieu-2"]
    assert set(why(found)) == {Why.MISSING}


def test_expired_words_that_it_still_prints() -> None:
    gone = replace(chuong("II", "BẢO HIỂM"), state=State.REPEALED, children=(Provision(Kind.DIEU, "2", state=State.REPEALED),))
    kept = chuong("II", "BẢO HIỂM", TWO)
    found = verify(ours(ONE, gone), official(ONE, kept, notes=(note("chuong-ii", Said.EXPIRED),)))
    assert set(why(found)) == {Why.EXPIRED}
    assert len(found.differences) == 4


def test_words_not_in_force_on_the_day_of_certification() -> None:
    late = note("dieu-2.khoan-2", effective=date(2023, 7, 1))
    agreeing = verify(ours(ONE, TWO_B), official(ONE, TWO_B, notes=(late,)))
    assert [(f.why, str(f.address), f.note) for f in agreeing.findings] == [(Why.NOT_IN_FORCE, "dieu-2.khoan-2", "2")]
    assert not agreeing.agrees
    before = verify(ours(ONE, TWO), official(ONE, TWO_B, notes=(late,)))
    assert why(before) == [Why.NOT_IN_FORCE]


def test_a_day_of_effect_before_the_signature() -> None:
    found = verify(ours(ONE, TWO), official(ONE, TWO, notes=(note("dieu-2.khoan-2", effective=date(2016, 8, 16)),)))
    assert [f.why for f in found.findings] == [Why.DATE]
    assert "2016-08-16" in found.findings[0].told and "2022-06-16" in found.findings[0].told


def test_a_retroactive_act_is_no_error_of_the_footnote() -> None:
    retroactive = official(ONE, TWO, notes=(note("dieu-2.khoan-2"),), issued=date(2022, 12, 15))
    assert not verify(ours(ONE, TWO), retroactive).findings


def test_labels_out_of_order() -> None:
    twice = dieu("2", "Chăm sóc", khoan("1", "Tưới nước hằng ngày vào mùa khô."), khoan("1", "Cắt tỉa cành trước mùa mưa."))
    found = verify(ours(ONE, TWO), official(ONE, twice))
    assert [(f.why, f.told) for f in found.findings] == [(Why.LABEL, "1. stands twice")]
    both = verify(ours(ONE, twice), official(ONE, twice))
    assert not both.findings, "what ours has too is not its error"


def test_points_are_paired_by_their_label() -> None:
    one = dieu("1", "Việc", khoan("1", "Gồm:", diem("a", "Trồng cây mới;"), diem("b", "Tỉa cành khô;")))
    other = dieu("1", "Việc", khoan("1", "Gồm:", diem("a", "Trồng cây mới;"), diem("b", "Tỉa cành sâu bệnh;")))
    (difference,) = verify(ours(one), official(other)).differences
    assert str(difference.address) == "dieu-1.khoan-1.diem-b"
    assert (difference.ours, difference.theirs) == ("b) Tỉa cành khô;", "b) Tỉa cành sâu bệnh;")


def test_annexes_are_left_out() -> None:
    annex = Provision(Kind.PHU_LUC, "I", "Danh mục", children=(doan("Cây trúc đào."),))
    assert verify(ours(ONE), official(ONE, annex)).agrees


def test_the_terminal_keeps_to_its_columns_and_says_what_is_whose() -> None:
    refused = change("dieu-2.khoan-2")
    late = note("dieu-1", effective=date(2023, 7, 1), number="1")
    found = verify(ours(ONE, TWO, refused=(refused,)), official(ONE, TWO_B, notes=(late,)))
    text = terminal(found, Speech("en"))
    assert all(cells(line) <= 80 for line in text.splitlines())
    assert text.index("OUR DOUBTS") < text.index("PROBABLY ITS ERRORS")
    assert "khoản 2 Điều 2" in text and "[-" in text and "{+" in text
    assert counted(found) == {Why.OURS_REFUSED: 1, Why.NOT_IN_FORCE: 1}


def test_the_terminal_speaks_vietnamese_and_the_data_do_not() -> None:
    late = note("dieu-1", effective=date(2023, 7, 1), number="1")
    found = verify(ours(ONE, TWO), official(ONE, TWO_B, notes=(late,)))
    text = terminal(found, Speech("vi"))
    flat = " ".join(text.split())
    assert "CÓ THỂ LÀ SAI SÓT CỦA VĂN BẢN HỢP NHẤT" in text and "(chú thích 1): thể hiện nội dung của" in flat
    assert "có hiệu lực từ ngày 01/7/2023, trong khi xác thực ngày" in flat
    assert all(cells(line) <= 80 for line in text.splitlines())
    assert any("in force from 2023-07-01; certified on" in f["told"] for f in data(found)["findings"])


def test_control_characters_of_the_file_do_not_reach_the_terminal() -> None:
    theirs = dieu("1", "Phạm vi điều chỉnh", doan("Luật này \x1b[2Jquy định về cây xanh tại đô thị lớn."))
    assert "\x1b" not in terminal(verify(ours(ONE), official(theirs)), Speech("en"))


def test_the_data_rebuilds_both_texts() -> None:
    found = data(verify(ours(ONE, TWO), official(ONE, TWO_B, notes=(note("dieu-2.khoan-2"),))))
    again = json.loads(json.dumps(found, ensure_ascii=False))
    (difference,) = again["differences"]
    assert "".join(t for kind, t in difference["words"] if kind != "insert") == difference["ours"]
    assert "".join(t for kind, t in difference["words"] if kind != "delete") == difference["official"]
    assert again["document"] == LAW and again["against"] == "7/VBHN-VPQH" and again["certified"] == "2022-12-20"
    assert again["notes"][0]["causes"] == [{"act": AMENDER, "address": "dieu-1.khoan-1", "effective": "2022-12-01"}]
