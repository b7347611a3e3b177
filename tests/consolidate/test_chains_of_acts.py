"""Chains: several acts on one base and on each other, issued in one order and effective in another."""

from dataclasses import replace
from datetime import date, timedelta

from engine_samples import AMENDER, DAY, LATER, act, amender, article, clause, law, operation, text
from engine_samples import BASE as NUMBER
from hypothesis import given
from hypothesis import strategies as st
from strategies import acts
from test_engine_properties import AMENDERS, changes_to

from lawtrack.consolidate import Law
from lawtrack.law import Action, Document, Effect, Event, Kind, Meta, Operation, Outcome, Provision, Reason, State

THIRD = "05/2021/TT-BTC"  # issued on 20/6/2021, between the two others
SUB, PUT, MOVE = Action.SUBSTITUTE, Action.REPLACE_TEXT, Action.RENUMBER
BASE = act(article("1", "Thu", clause("1", "Thu 10 đồng."), clause("2", "Nộp ngay."), clause("3", "Ghi sổ.")))


def commands(number: str, title: str = "Sửa đổi, bổ sung một số điều", issued: date = date(2021, 5, 4)) -> Document:
    body = tuple(article(str(n), "Sửa đổi", clause("1", "Một."), clause("2", "Hai.")) for n in (1, 2))
    return Document(Meta(number, "nghị định", title, issued=issued, effective=DAY), Provision(Kind.VAN_BAN, children=body))


def outcomes(built: Law, key: str = NUMBER) -> dict[str, str]:
    return {c.operation.id: str(c.refusal.reason if c.refusal else c.outcome) for c in built.changes(key)}


def clauses(built: Law, day: date) -> list[str]:
    return text(built.edition(NUMBER, day).document)[1:]


# -- order of issue, order of effect ------------------------------------------------------------------------------------


def test_older_words_do_not_replace_newer_ones_but_may_change_a_phrase_of_them() -> None:
    newer = operation(SUB, "dieu-1.khoan-1", clause("1", "Thu 20 đồng mỗi lần."), day=date(2022, 4, 1), by=LATER)
    older = operation(SUB, "dieu-1", article("1", "Thu", clause("1", "Thu 15 đồng.")), day=date(2022, 7, 1))
    built = law(BASE, older, newer)
    assert outcomes(built)[older.id] == "conflict-order" and outcomes(built)[newer.id] == "applied"
    assert clauses(built, date(2023, 1, 1))[0] == "1. Thu 20 đồng mỗi lần."
    phrase = operation(PUT, "dieu-1.khoan-1", find="mỗi lần", put="một lần", day=date(2022, 7, 1))
    assert clauses(law(BASE, phrase, newer), date(2023, 1, 1))[0] == "1. Thu 20 đồng một lần."
    beside = operation(SUB, "dieu-1.khoan-2", clause("2", "Nộp sau."), day=date(2022, 7, 1))
    assert clauses(law(BASE, beside, newer), date(2023, 1, 1))[:2] == ["1. Thu 20 đồng mỗi lần.", "2. Nộp sau."]


def test_an_act_that_reaches_back_applies_where_nothing_lies_between() -> None:
    back = operation(SUB, "dieu-1.khoan-1", clause("1", "Thu 15 đồng."), day=date(2021, 1, 1), by=LATER)
    assert clauses(law(BASE, back), date(2021, 1, 1))[0] == "1. Thu 15 đồng."
    beside = operation(SUB, "dieu-1.khoan-2", clause("2", "Nộp sau."))
    assert clauses(law(BASE, back, beside), DAY)[:2] == ["1. Thu 15 đồng.", "2. Nộp sau."]
    between = operation(SUB, "dieu-1.khoan-1", clause("1", "Thu 20 đồng."))
    built = law(BASE, back, between)
    assert outcomes(built) == {back.id: "conflict-order", between.id: "applied"}
    coming = operation(PUT, "dieu-1.khoan-1", find="10", put="20", day=date(2030, 1, 1))
    assert outcomes(law(BASE, back, coming))[back.id] == "applied"


def test_a_number_given_since_is_not_looked_up_in_the_older_text() -> None:
    moves = [operation(MOVE, f"dieu-1.khoan-{n}", put=str(n + 1)) for n in (3, 2)]
    back = operation(Action.REPEAL, "dieu-1.khoan-3", day=date(2021, 1, 1), by=LATER)
    assert outcomes(law(BASE, *moves, back))[back.id] == "conflict-order"


# -- renumberings that fail ---------------------------------------------------------------------------------------------


def test_a_row_of_renumberings_is_not_left_half_done() -> None:
    for order in ((3, 2, 1), (1, 2, 3)):
        moves = [operation(MOVE, f"dieu-1.khoan-{n}", put=str(n + 1)) for n in order]
        other = operation(SUB, "dieu-1.khoan-3", clause("3", "Ghi sổ mới."), by=THIRD)
        built = law(BASE, *moves, other)
        assert set(outcomes(built).values()) == {"conflict-same-day", "already-there"}
        assert clauses(built, DAY) == ["1. Thu 10 đồng.", "2. Nộp ngay.", "3. Ghi sổ."]


def test_behind_a_refused_renumbering_its_numbers_name_nothing_certain() -> None:
    move = operation(MOVE, "dieu-1.khoan-2", put="4")
    other = operation(SUB, "dieu-1.khoan-2", clause("2", "Nộp sau."), by=THIRD)
    for number in ("2", "4"):
        later = operation(Action.REPEAL, f"dieu-1.khoan-{number}", day=date(2023, 1, 1), by=LATER)
        assert outcomes(law(BASE, move, other, later))[later.id] == "target-ambiguous"
    beside = operation(Action.REPEAL, "dieu-1.khoan-3", day=date(2023, 1, 1), by=LATER)
    assert outcomes(law(BASE, move, other, beside))[beside.id] == "applied"


# -- commands on commands -----------------------------------------------------------------------------------------------


def upon(action: Action, address: str, day: date | Effect, **more: object) -> Operation:
    return operation(action, address, on=AMENDER, by=LATER, day=day, **more)  # type: ignore[arg-type]


CHANGE = operation(SUB, "dieu-1.khoan-1", clause("1", "Thu 20 đồng."), place_in_act="dieu-1.khoan-1", day=date(2023, 1, 1))


def test_a_waiting_command_takes_effect_when_it_is_revived_and_not_before_its_own_day() -> None:
    stop = upon(Action.SUSPEND, "dieu-1.khoan-1", Effect(date(2022, 4, 1), Event("cho đến khi có quy định mới")))
    for back, first in ((date(2022, 10, 1), date(2023, 1, 1)), (date(2024, 1, 1), date(2024, 1, 1))):
        go = upon(Action.REVIVE, "dieu-1.khoan-1", back)
        built = law(BASE, CHANGE, stop, go, also=(commands(AMENDER),))
        assert [clauses(built, d)[0] for d in (first - timedelta(days=1), first)] == ["1. Thu 10 đồng.", "1. Thu 20 đồng."]


def test_a_waiting_command_that_is_repealed_never_comes_back() -> None:
    stop = upon(Action.SUSPEND, "dieu-1.khoan-1", Effect(date(2022, 4, 1)))
    gone = upon(Action.REPEAL, "dieu-1.khoan-1", date(2022, 6, 1))
    go = upon(Action.REVIVE, "dieu-1.khoan-1", date(2024, 1, 1))
    built = law(BASE, CHANGE, stop, gone, go, also=(commands(AMENDER),))
    assert outcomes(built)[CHANGE.id] == "amender-changed"
    assert clauses(built, date(2025, 1, 1))[0] == "1. Thu 10 đồng."


def test_a_day_that_is_a_happening_is_not_made_a_date_by_a_postponement() -> None:
    waits = replace(CHANGE, effect=Effect(Event("khi Luật Chợ có hiệu lực")))
    stop = upon(Action.SUSPEND, "dieu-1.khoan-1", Effect(date(2022, 4, 1), date(2022, 7, 1)))
    assert outcomes(law(BASE, waits, stop, also=(commands(AMENDER),)))[CHANGE.id] == "effect-unknown"


def test_words_put_in_front_of_the_quoted_ones_are_put_in_once() -> None:
    fix = upon(Action.CORRECT, "dieu-1.khoan-1", date(2023, 4, 1), find="20 đồng", put="120 đồng và 20 đồng")
    built = law(BASE, CHANGE, fix, also=(commands(AMENDER),))
    again = law(BASE, *(c.operation for c in built.all_changes()), also=(commands(AMENDER),))
    for found in (built, again):
        assert clauses(found, date(2023, 1, 1))[0] == "1. Thu 120 đồng và 20 đồng."


def test_what_is_done_to_a_command_whose_act_has_expired_does_nothing_here() -> None:
    now = replace(CHANGE, effect=Effect(DAY))
    ended = upon(Action.REPEAL_DOCUMENT, "", date(2022, 4, 1))
    stop = operation(Action.SUSPEND, "dieu-1.khoan-1", on=AMENDER, by=THIRD, day=Effect(date(2022, 7, 1), date(2023, 1, 1)))
    built = law(BASE, now, ended, stop, also=(commands(AMENDER),))
    assert built.edition(NUMBER, date(2022, 7, 1)).document.body.children[0].children[0].state is State.IN_FORCE
    assert outcomes(built, AMENDER)[stop.id] == "target-repealed" and outcomes(built)[ended.id] == "amender-changed"


def test_a_suspended_command_does_not_suspend_words_that_others_have_put_in_their_place() -> None:
    now = replace(CHANGE, effect=Effect(DAY))
    since = operation(SUB, "dieu-1.khoan-1", clause("1", "Thu 30 đồng."), day=date(2022, 4, 1), by=LATER)
    stop = upon(Action.SUSPEND, "dieu-1.khoan-1", Effect(date(2022, 7, 1), date(2023, 1, 1)))
    built = law(BASE, now, since, stop, also=(commands(AMENDER),))
    assert built.edition(NUMBER, date(2022, 7, 1)).document.body.children[0].children[0].state is State.IN_FORCE
    assert [c.refusal.reason for c in built.changes(NUMBER) if c.operation is stop and c.refusal] == [Reason.TARGET_MISSING]


def test_the_end_of_an_ordinary_act_is_asked_where_it_rules_for_a_time() -> None:
    ordinary = commands(AMENDER, "Quy định về siêu thị")
    pilot = operation(Action.OVERLAY, "dieu-1.khoan-1", clause("1", "Thu 5 đồng."), day=Effect(DAY, date(2024, 1, 1)))
    ended = upon(Action.REPEAL_DOCUMENT, "", date(2022, 4, 1))
    asked = [c for c in law(BASE, pilot, ended, also=(ordinary,)).changes(NUMBER) if c.operation is ended]
    assert [c.outcome for c in asked] == [Outcome.MANUAL]


def test_a_paragraph_that_a_repealed_command_took_away_is_asked_too() -> None:
    base = act(article("1", "Thu", Provision(Kind.DOAN, text="Một."), Provision(Kind.DOAN, text="Hai.")))
    gone = operation(Action.REPEAL, "dieu-1.doan-2", place_in_act="dieu-1.khoan-1")
    undone = upon(Action.REPEAL, "dieu-1.khoan-1", date(2022, 4, 1))
    asked = [c for c in law(base, gone, undone, also=(commands(AMENDER),)).changes(NUMBER) if c.operation is undone]
    assert [c.outcome for c in asked] == [Outcome.MANUAL]


# -- what holds of every chain ------------------------------------------------------------------------------------------


@st.composite
def chains(draw: st.DrawFn) -> tuple[Document, list[Operation], list[date]]:
    """An act and operations of three others, some for a time only; their days lie around those on which the acts were issued."""
    base = draw(acts(NUMBER))
    days = [date(2021, 3, 1), DAY, date(2022, 1, 1), date(2022, 7, 1), date(2023, 1, 1)]
    actions = (SUB, Action.INSERT, Action.REPEAL, PUT, MOVE, Action.SUSPEND, Action.OVERLAY)
    found = []
    for n in range(1, draw(st.integers(2, 6)) + 1):
        made = draw(changes_to(base, n, day=draw(st.sampled_from(days)), actions=actions))
        if made.action in (Action.SUSPEND, Action.OVERLAY) and made.effect.first_day != days[-1]:
            later = [d for d in days if made.effect.first_day and d > made.effect.first_day]
            made = replace(made, effect=replace(made.effect, end=draw(st.sampled_from(later))))
        found.append(made)
    return base, found, days


@given(chains())
def test_what_is_refused_is_in_no_text_and_what_made_a_unit_is_in_the_log(chain: tuple[Document, list[Operation], list[date]]) -> None:
    base, found, days = chain
    built = Law([base, *map(amender, AMENDERS)], found)
    refused = {c.operation.id for c in built.changes(NUMBER) if c.refusal}
    for day in days:
        edition = built.edition(NUMBER, day)
        applied = {c.operation.id for c in edition.applied}
        assert not applied & refused
        assert {c for u in edition.document.body.walk() for c in u.causes} <= applied


@given(chains())
def test_no_two_units_in_force_bear_one_number_that_bore_two_before(chain: tuple[Document, list[Operation], list[date]]) -> None:
    base, found, days = chain

    def twins(unit: Provision) -> bool:
        row = [(c.kind, c.label) for c in unit.children if c.label and not c.repealed]
        return len(row) != len(set(row)) or any(twins(c) for c in unit.children)

    built = Law([base, *map(amender, AMENDERS)], found)
    assert twins(base.body) or not any(twins(built.edition(NUMBER, day).document.body) for day in days)
