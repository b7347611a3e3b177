"""Whether it is certain where an annex or a form ends."""

import pytest

from lawtrack.law import Kind, Provision
from lawtrack.law.enclosures import unbounded


def form(label: str, *lines: str) -> Provision:
    return Provision(Kind.MAU, label, children=tuple(Provision(Kind.DOAN, text=line) for line in (lines or ("Kính gửi: ......",))))


def annex(*forms: Provision, listed: str = "") -> Provision:
    text = (Provision(Kind.DOAN, text=listed),) if listed else ()
    return Provision(Kind.PHU_LUC, "I", children=(*text, *forms))


CERTAIN = {
    "the numbers run on": (annex(form("01"), form("02")), 0),
    "a letter comes in between": (annex(form("04"), form("04a"), form("05")), 1),
    "hyphens and symbols": (annex(form("04-A"), form("04-B"), form("05/TTS")), 1),
    "the last one": (annex(form("01"), form("02")), 1),
    "the list leaves a number out": (annex(form("02"), form("05"), listed="Mẫu số 02 Đơn Mẫu số 05 Tờ khai"), 0),
    "its own label again": (annex(form("01", "Mẫu số 01", "Kính gửi: ......"), form("02")), 0),
    "a sentence that names another": (annex(form("01", "Mẫu số 02 do người thuê lập."), form("02")), 0),
}
OPEN = {
    "a gap in the numbers": (annex(form("01"), form("03")), 0, "with a gap in the numbers"),
    "the list names another": (annex(form("01"), form("03"), listed="Mẫu số 01, Mẫu số 02, Mẫu số 03"), 0, "the list names 2 behind it"),
    "the list goes on": (annex(form("01"), listed="Mẫu số 01, Mẫu số 02"), 0, "no heading of it was found"),
    "a number twice": (annex(form("01"), form("02"), form("1")), 0, "stands there twice"),
    "a damaged heading inside": (annex(form("01", "Mẫu 02]"), form("03")), 0, "like the heading of another"),
    "the heading of an annex inside": (annex(form("01", "Phụ lục II")), 0, "like the heading of another"),
}


@pytest.mark.parametrize("name", CERTAIN)
def test_certain(name: str) -> None:
    holder, at = CERTAIN[name]
    assert unbounded(holder, [c for c in holder.children if c.kind is Kind.MAU][at]) is None


@pytest.mark.parametrize("name", OPEN)
def test_open(name: str) -> None:
    holder, at, why = OPEN[name]
    assert why in (unbounded(holder, [c for c in holder.children if c.kind is Kind.MAU][at]) or "")


def test_an_amending_act_holds_only_the_forms_it_changes() -> None:
    holder = annex(form("01"), form("03"))
    assert unbounded(holder, holder.children[0], wanted={"01", "03"}) is None
    assert "2 should stand between" in (unbounded(holder, holder.children[0], wanted={"01", "2", "03"}) or "")


def test_annexes_of_a_body() -> None:
    one, two, four = (Provision(Kind.PHU_LUC, label) for label in ("IV", "V", "VII"))
    body = Provision(Kind.VAN_BAN, children=(one, two, four))
    assert unbounded(body, one) is None
    assert "gap" in (unbounded(body, two) or "")
