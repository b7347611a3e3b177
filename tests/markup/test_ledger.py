"""Ledgers: exact both ways, decisions stand, and an editor's slip is a message with file and line."""

from __future__ import annotations

from dataclasses import fields, replace
from datetime import date

import pytest
from hypothesis import HealthCheck, Phase, given, settings
from hypothesis import strategies as st
from strategies import operations as any_operations
from strategies import texts

from lawtrack.law import (
    Action,
    Address,
    Bounded,
    Effect,
    Event,
    Kind,
    Message,
    Operation,
    Origin,
    Part,
    Place,
    Position,
    Provision,
    Reason,
    Refusal,
    Target,
    Unknown,
)
from lawtrack.markup import Decision, Drifted, Entry, FormatError, Ledger, merge, operations, read_ledger, write_ledger

ACT = "12/2017/QH14"
NO_SHRINKING = (Phase.explicit, Phase.reuse, Phase.generate)  # a document shrinks for minutes
SLOW = settings(max_examples=25, phases=NO_SHRINKING, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large])


@st.composite
def ledgers(draw: st.DrawFn) -> Ledger:
    """Any ledger."""
    found = draw(st.lists(any_operations(), max_size=2, unique_by=lambda operation: operation.id))
    entries = []
    for operation in found:
        decision = draw(st.sampled_from(Decision))
        note = draw(texts(1).filter(lambda t: bool(t.strip())) if decision is Decision.REJECTED else texts())
        machine = draw(any_operations()) if decision is Decision.OVERRIDDEN else None
        entries.append(Entry(operation, decision, draw(texts()), draw(st.none() | st.dates()), note, machine))
    language = draw(st.sampled_from(("vi", "en")))
    return Ledger(ACT, draw(texts()), language, draw(st.none() | st.dates()), draw(texts()), tuple(entries))


@SLOW
@given(ledgers())
def test_a_ledger_comes_back(ledger: Ledger) -> None:
    text = write_ledger(ledger)
    assert read_ledger(text) == ledger
    assert write_ledger(read_ledger(text)) == text


# An operation with no field at its default: if the model gets a field that this does not set, the test below fails.
FULL = Operation(
    id=f"{ACT}#dieu-1.khoan-3/1",
    origin=Origin(ACT, Address.parse("dieu-1.khoan-3"), 120, 171, "3. Sửa đổi, bổ sung khoản 2 Điều 9 như sau:", "en"),
    action=Action.SUBSTITUTE,
    target=Target(
        "100/2015/QH13",
        Address.parse("dieu-9.khoan-2"),
        Part.LEAD,
        "Bộ luật Hình sự số 100/2015/QH13",
        Address.parse("dieu-9.khoan-4"),
        Address.parse("chuong-ii"),
    ),
    effect=Effect(date(2018, 1, 1), Bounded(date(2026, 1, 1), date(2026, 3, 1), "không rõ"), "doanh nghiệp nhỏ", "khoản 1 Điều 3"),
    order=3,
    payload=(Provision(Kind.KHOAN, "2", text="Doanh nghiệp gồm:", children=(Provision(Kind.DIEM, "đ", text="Hợp tác xã."),)),),
    position=Position.AFTER,
    find="cụm từ",
    put="từ",
    anchor="trao đổi",
    place=Place.BEFORE,
    count=2,
    nth=3,
    refusal=Refusal(Reason.PHRASE_COUNT, "thấy 3", "2", "3", "sửa số lần", ("khác",)),
    also=(f"{ACT}#dieu-1.khoan-3/2",),
)


@pytest.mark.parametrize("value", [FULL, FULL.origin, FULL.target, FULL.effect, FULL.refusal], ids=lambda v: type(v).__name__)
def test_every_field_of_the_model_is_kept(value: object) -> None:
    names = {f.name for f in fields(value)}  # type: ignore[arg-type]
    for field in fields(value):  # type: ignore[arg-type]
        assert getattr(value, field.name) != field.default, f"set {field.name} in FULL, so that this test covers it"
    text = write_ledger(Ledger(ACT, entries=(Entry(FULL),)))
    found = read_ledger(text).entries[0].operation
    assert found == FULL
    assert {name for name in names if f"{name}:" in text} == names


def test_a_sentence_can_still_be_said_when_it_comes_back() -> None:
    said = Message("“{words}” is not in {place:address}", words="một phần", place="dieu-2.khoan-1")
    refusal = Refusal(Reason.PHRASE_MISSING, said)
    text = write_ledger(Ledger(ACT, entries=(Entry(replace(FULL, refusal=refusal)),)))
    back = read_ledger(text).entries[0].operation.refusal
    assert back == refusal and back.message.template == said.template and dict(back.message.values) == dict(said.values)
    with pytest.raises(FormatError, match="no sentence"):
        read_ledger(text.replace("place: dieu-2.khoan-1", "place: điều 2"))


def test_other_words_of_a_refusal_are_no_other_reading() -> None:
    then = replace(FULL, refusal=Refusal(Reason.TARGET_MISSING, Message("so nói hôm qua")))
    now = replace(FULL, refusal=Refusal(Reason.TARGET_MISSING, Message("nay nói khác")))
    ledger, drift = merge(Ledger(ACT, entries=(Entry(then, Decision.ACCEPTED),)), [now])
    assert drift == () and ledger.entries[0].operation.refusal == now.refusal
    other = replace(now, refusal=Refusal(Reason.PHRASE_MISSING, Message("nay nói khác")))
    assert merge(ledger, [other])[1]


def test_a_field_nobody_taught_the_ledger_is_an_error_not_a_loss() -> None:
    from lawtrack.markup.records import Codec

    with pytest.raises(TypeError, match="no form for"):
        Codec().value(1.5, float)


@pytest.mark.parametrize(
    "start", [date(2020, 1, 1), Event("khi Luật có hiệu lực"), Unknown("không nói"), Bounded(date(2026, 1, 1), date(2026, 3, 1))]
)
def test_every_kind_of_effect(start: object) -> None:
    operation = replace(FULL, effect=Effect(start))  # type: ignore[arg-type]
    assert read_ledger(write_ledger(Ledger(ACT, entries=(Entry(operation),)))).entries[0].operation == operation


SIMPLE = Operation(
    "1/2021/NĐ-CP#dieu-1.khoan-1/1",
    Origin("1/2021/NĐ-CP", Address.parse("dieu-1.khoan-1"), 0, 44, "1. Sửa đổi, bổ sung khoản 2 Điều 5 như sau:"),
    Action.SUBSTITUTE,
    Target("63/2020/NĐ-CP", Address.parse("dieu-5.khoan-2")),
    Effect(date(2021, 3, 1)),
    payload=(
        Provision(Kind.KHOAN, "2", text="Tiêu chí gồm:", children=(Provision(Kind.DIEM, "a", text="Có tính năng đặc thù;"),)),
        Provision(Kind.KHOAN, "2a", text="Không có số 1. hay dấu *."),
    ),
)


def test_it_reads_well() -> None:
    ledger = Ledger("1/2021/NĐ-CP", "ab" * 32, entries=(Entry(SIMPLE, Decision.ACCEPTED, "NVA", date(2021, 2, 1), "đã đối chiếu"),))
    text = write_ledger(ledger)
    assert text.startswith("# Những gì lawtrack đọc được trong văn bản")
    assert write_ledger(replace(ledger, language="en")).startswith("# What lawtrack reads in the act")
    assert text.split("#dieu-5")[0].count("\n#") >= 5
    assert text.partition("format: 1\n")[2] == (
        f"""act: 1/2021/NĐ-CP
act_sha256: {"ab" * 32}
language: vi

operations:
  - id: 1/2021/NĐ-CP#dieu-1.khoan-1/1
    decision: accepted
    by: NVA
    on: 2021-02-01
    note: đã đối chiếu
    origin:
      document: 1/2021/NĐ-CP
      address: dieu-1.khoan-1
      end: 44
      text: "1. Sửa đổi, bổ sung khoản 2 Điều 5 như sau:"
    action: substitute
    target:
      document: 63/2020/NĐ-CP
      address: dieu-5.khoan-2
    effect:
      start: 2021-03-01
    payload: |
      - **2.** Tiêu chí gồm:
        - **a)** Có tính năng đặc thù;
      - **2a.** Không có số 1. hay dấu \\*.
"""
    )


# -- decisions -------------------------------------------------------------------------------------------------------------
def op(n: int, put: str = "mới") -> Operation:
    """The n-th operation of a small act."""
    origin = Origin(ACT, Address.of((Kind.DIEU, "1"), (Kind.KHOAN, str(n))), n * 100, n * 100 + 50, f"{n}. Thay cụm từ")
    return Operation(f"{ACT}#dieu-1.khoan-{n}/1", origin, Action.REPLACE_TEXT, Target("100/2015/QH13"), order=n - 1, find="cũ", put=put)


def test_what_is_applied() -> None:
    mine = replace(op(3), put="của biên tập viên")
    own = replace(op(9), id="own/1")
    ledger = Ledger(
        ACT,
        entries=(
            Entry(op(1)),
            Entry(op(2), Decision.REJECTED, "NVA", date(2026, 1, 2), "câu này không sửa luật"),
            Entry(mine, Decision.OVERRIDDEN, machine=op(3)),
            Entry(own, Decision.ADDED),
            Entry(op(4), Decision.ACCEPTED),
        ),
    )
    one, two, three, four, five = operations(ledger)
    assert (one, three, four, five) == (op(1), mine, own, op(4))
    assert two.refusal is not None and two.refusal.reason is Reason.REJECTED
    assert "câu này không sửa luật" in two.refusal.message and "NVA" in two.refusal.message
    assert replace(two, refusal=None) == op(2)


def test_entries_nobody_decided_about_follow_the_machine() -> None:
    old = Ledger.of(ACT, [op(1), op(2), op(3)])
    new, drifts = merge(old, [op(1, "khác"), op(3), op(4)], act_sha256="f" * 64)
    assert [entry.operation for entry in new.entries] == [op(1, "khác"), op(3), op(4)]
    assert new.act_sha256 == "f" * 64
    assert not drifts


@pytest.mark.parametrize("decision", [Decision.ACCEPTED, Decision.REJECTED, Decision.OVERRIDDEN])
def test_a_decision_stands_and_its_drift_is_listed(decision: Decision) -> None:
    machine = op(2) if decision is Decision.OVERRIDDEN else None
    decided = Entry(op(2, "quyết định") if machine else op(2), decision, note="lý do", machine=machine)
    old = Ledger(ACT, entries=(Entry(op(1)), decided, Entry(op(3))))

    same, drifts = merge(old, [op(1), op(2), op(3)])
    assert same == old and not drifts

    changed, drifts = merge(old, [op(1), op(2, "khác"), op(3)])
    assert changed == old
    assert [(d.what, d.entry, d.now) for d in drifts] == [(Drifted.CHANGED, decided, op(2, "khác"))]

    gone, drifts = merge(old, [op(1), op(3)])
    assert gone == old
    assert [(d.what, d.now) for d in drifts] == [(Drifted.GONE, None)]
    assert decided.operation.id in str(drifts[0])


def test_an_added_operation_keeps_its_place_and_never_drifts() -> None:
    own = Entry(replace(op(9), id="own/1"), Decision.ADDED)
    old = Ledger(ACT, entries=(Entry(op(1)), own, Entry(op(2))))
    new, drifts = merge(old, [op(1), op(2), op(3)])
    assert [entry.operation.id for entry in new.entries] == [op(1).id, "own/1", op(2).id, op(3).id]
    assert not drifts
    taken, drifts = merge(old, [op(1), replace(op(4), id="own/1")])
    assert own in taken.entries and len(taken.entries) == 2
    assert [d.what for d in drifts] == [Drifted.TAKEN]


def test_a_reading_that_only_moved_in_the_act_is_the_same_reading() -> None:
    old = Ledger(ACT, entries=(Entry(op(2), Decision.ACCEPTED, "NVA"),))
    moved = replace(op(2), order=7, origin=replace(op(2).origin, start=900, end=950))
    new, drifts = merge(old, [moved])
    assert new.entries == (Entry(moved, Decision.ACCEPTED, "NVA"),)
    assert not drifts


# -- slips -----------------------------------------------------------------------------------------------------------------
GOOD = write_ledger(Ledger("1/2021/NĐ-CP", entries=(Entry(SIMPLE),)))


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("    action: substitute", "    akction: substitute", "akction: substitute", "unknown key akction"),
        ("    action: substitute", "    action: change", "action: change", "change is not known"),
        ("      address: dieu-5.khoan-2", "      address: điều 5", "address: điều 5", "not a step of an address"),
        ("      address: dieu-5.khoan-2", "      adress: dieu-5", "adress: dieu-5", "unknown key adress"),
        ("      start: 2021-03-01", "      start: 2021-02-30", "start: 2021-02-30", "no day of the calendar"),
        ("      start: 2021-03-01", "      start: 01/3/2021", "start: 01/3/2021", "no day of the calendar"),
        ("    decision: machine", "    decision: rejected", "decision: rejected", "without its reason"),
        ("    decision: machine", "    decision: overridden", "- id:", "do not go together"),
        ("    decision: machine", "    decision: perhaps", "decision: perhaps", "perhaps is not known"),
        ("        - **a)** Có", "        1. Có", "1. Có", "numbered list"),
        ("      - **2a.** Không", "      - **2a.**Không", "**2a.**Không", "an asterisk that opens"),
        ("    effect:\n", "    effect: [\n", "", "broken YAML"),
        ("format: 1\n", "format: 2\n", "format: 2", "format 2 is not known"),
    ],
)
def test_a_slip_is_named_with_its_line(old: str, new: str, line: str, says: str) -> None:
    text = GOOD.replace(old, new, 1)
    assert text != GOOD
    with pytest.raises(FormatError, match=says) as caught:
        read_ledger(text, "amendments/x.ops.yaml")
    error = caught.value
    assert str(error).startswith("amendments/x.ops.yaml:")
    assert error.remedy
    if line:
        assert line in text.split("\n")[error.line - 1]


def test_two_operations_of_one_id() -> None:
    entry = GOOD[GOOD.index("  - id") :]
    with pytest.raises(FormatError, match="two operations have the id") as caught:
        read_ledger(GOOD + entry)
    assert caught.value.line == GOOD.count("\n") + 1
    with pytest.raises(ValueError, match="two operations"):
        Ledger.of(ACT, [op(1), op(1)])


def test_hostile_yaml_is_refused_and_harms_nobody() -> None:
    for text in (
        "[" * 100_000,
        "- " * 100_000,
        "a: &x [b]\nc: *x\n",
        "a: !!python/object:os.system x\n",
        "{a: b}: c\n",
        "a: b\n---\nc: d\n",
    ):
        with pytest.raises(FormatError):
            read_ledger(text)


def test_words_that_yaml_would_take_for_something_else_stay_words() -> None:
    for word in ("NO", "12:30", "null", "1e5", "0x1f", "~", "2020-06-08", "=", "- x", "a: b", "x #y", "”", "# không", "'", '"', "\\"):
        operation = replace(op(1), find=word, put=f"{word} ")
        assert read_ledger(write_ledger(Ledger(ACT, entries=(Entry(operation),)))).entries[0].operation == operation
