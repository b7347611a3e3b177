"""Chains of amendments told by other acts: what they prove to be missing from the texts in hand."""

from __future__ import annotations

from datetime import date

from amend_samples import document, read

from lawtrack.law.operation import Action
from lawtrack.law.refusal import Reason

PONDS = document("LUẬT\nAO HỒ\nĐiều 3. Ao\n1. Một.\n2. Hai.", "12/2015/QH13", issued=date(2015, 6, 1))
MIDDLE = document(
    "LUẬT\nSỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT AO HỒ\nĐiều 1. Bãi bỏ khoản 1 Điều 3", "9/2017/QH14", issued=date(2017, 6, 1)
)
TITLE = "LUẬT\nSỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT AO HỒ"
ENACTS = "Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Ao hồ số 12/2015/QH13"
BODY = "Điều 1. Bãi bỏ khoản 2 Điều 3\nĐiều 2. Hiệu lực thi hành\nLuật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2021."
CHAIN = "đã được sửa đổi, bổ sung một số điều theo Luật số 9/2017/QH14 và Luật số 48/2018/QH14"


def missing(act, *others) -> list[tuple[str, str]]:
    found = [o for o in read(act, *others).operations if o.refusal and o.refusal.reason is Reason.AMENDER_MISSING]
    assert all(o.action is Action.MANUAL and not o.target.address for o in found)
    return [(o.target.document, o.refusal.message.values["amender"]) for o in found]


def test_an_amending_act_of_the_chain_that_is_not_in_hand_is_told() -> None:
    act = document(f"{TITLE}\n{ENACTS} {CHAIN}.\n{BODY}")
    assert missing(act, PONDS, MIDDLE) == [("12/2015/QH13", "48/2018/QH14")]
    assert missing(act, PONDS) == [("12/2015/QH13", "9/2017/QH14"), ("12/2015/QH13", "48/2018/QH14")]


def test_where_the_amended_act_itself_is_not_in_hand_nothing_can_be_missing_from_it() -> None:
    assert missing(document(f"{TITLE}\n{ENACTS} {CHAIN}.\n{BODY}"), MIDDLE) == []


def test_a_chain_in_a_command_and_one_in_brackets() -> None:
    act = document(
        f"""
NGHỊ ĐỊNH
Quy định về sen
Điều 1. Sen
Sen trồng ở ao.
Điều 2. Điều khoản thi hành
1. Nghị định này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2021.
2. Bãi bỏ khoản 1 Điều 3 của Luật Ao hồ số 12/2015/QH13 {CHAIN}.
3. Bãi bỏ khoản 2 Điều 3 của Luật Ao hồ số 12/2015/QH13 (được sửa đổi, bổ sung theo Luật số 50/2019/QH14).
""",
        "31/2021/NĐ-CP",
    )
    assert missing(act, PONDS, MIDDLE) == [("12/2015/QH13", "48/2018/QH14"), ("12/2015/QH13", "50/2019/QH14")]


def test_recitals_of_an_act_that_changes_another_one_tell_nothing() -> None:
    text = BODY.replace("khoản 2 Điều 3", "khoản 2 Điều 3 Nghị định số 10/2020/NĐ-CP")
    act = document(f"NGHỊ ĐỊNH\nBãi bỏ một số quy định\nCăn cứ Luật Ao hồ số 12/2015/QH13 {CHAIN};\n{text}", "31/2021/NĐ-CP")
    assert missing(act, PONDS) == []


def test_the_chain_of_the_next_act_in_a_list_is_not_that_of_an_amender_in_front_of_it() -> None:
    lotus = document("LUẬT\nSEN\nĐiều 3. Sen\n1. Một.", "4/2014/QH13", issued=date(2014, 6, 1))
    chains = (
        "đã được sửa đổi, bổ sung một số điều theo Luật số 9/2017/QH14, Luật Sen số 4/2014/QH13 "
        "đã được sửa đổi, bổ sung một số điều theo Luật số 26/2018/QH14."
    )
    act = document(
        f"{TITLE} VÀ LUẬT SEN\n{ENACTS} {chains}\nĐiều 1. Sửa đổi, bổ sung một số điều của Luật Ao hồ\n1. Bãi bỏ khoản 2 Điều 3.\n"
        "Điều 2. Sửa đổi, bổ sung một số điều của Luật Sen\n1. Bãi bỏ khoản 1 Điều 3."
    )
    assert missing(act, PONDS, MIDDLE, lotus) == [("4/2014/QH13", "26/2018/QH14")]
