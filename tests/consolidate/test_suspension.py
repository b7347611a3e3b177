"""Suspension, and what other acts do to the suspended units meanwhile."""

from datetime import date

from engine_samples import BASE as NUMBER
from engine_samples import DAY, LATER, act, article, clause, insert_after, law, operation, point

from lawtrack.consolidate import Law
from lawtrack.law import Action, Document, Effect, Event, Outcome, Reason, State
from lawtrack.law.address import Address, addressed

SUB, SUSPEND = Action.SUBSTITUTE, Action.SUSPEND
BASE = act(
    article("1", "Thu", clause("1", "Thu 10 đồng.", point("a", "một;"), point("b", "hai.")), clause("2", "Nộp ngay.")),
    article("2", "Khác", clause("1", "Khác.")),
)
END, MEANWHILE = date(2023, 1, 1), date(2022, 1, 1)
NEW_RULE = Event("cho đến khi có quy định mới")


def suspended(built: Law, day: date) -> list[str]:
    document: Document = built.edition(NUMBER, day).document
    return [str(a) for a, p in addressed(document.body) if p.state is State.SUSPENDED]


def test_new_words_of_a_unit_suspended_until_a_day_wait_for_that_day() -> None:
    stop = operation(SUSPEND, "dieu-1.khoan-2", day=Effect(DAY, END))
    new = operation(SUB, "dieu-1.khoan-2", clause("2", "Nộp sau."), day=MEANWHILE, by=LATER)
    built = law(BASE, stop, new)
    assert [suspended(built, d) for d in (DAY, MEANWHILE, END)] == [["dieu-1.khoan-2"]] * 2 + [[]]
    whole = operation(SUB, "dieu-1", article("1", "Thu", clause("2", "Nộp sau.")), day=MEANWHILE, by=LATER)
    assert suspended(law(BASE, stop, whole), MEANWHILE) == ["dieu-1.khoan-2"]


def test_a_unit_suspended_until_a_new_rule_has_it_in_its_new_words() -> None:
    stop = operation(SUSPEND, "dieu-1.khoan-2", day=Effect(DAY, NEW_RULE))
    new = operation(SUB, "dieu-1.khoan-2", clause("2", "Nộp sau."), day=MEANWHILE, by=LATER)
    assert [suspended(law(BASE, stop, new), d) for d in (DAY, MEANWHILE)] == [["dieu-1.khoan-2"], []]


def test_what_comes_into_a_suspended_article_is_suspended_with_it() -> None:
    stop = operation(SUSPEND, "dieu-2", day=Effect(DAY, NEW_RULE))
    more = insert_after("dieu-2.khoan-1", clause("2", "Nữa."), day=MEANWHILE, by=LATER)
    new = operation(SUB, "dieu-2.khoan-1", clause("1", "Khác hẳn."), day=MEANWHILE, by=LATER)
    assert suspended(law(BASE, stop, more, new), MEANWHILE) == ["dieu-2", "dieu-2.khoan-1", "dieu-2.khoan-2"]


def test_the_revival_of_an_article_leaves_what_another_act_suspends_until_a_later_day() -> None:
    all_of_it = operation(SUSPEND, "dieu-1", day=Effect(DAY, NEW_RULE))
    one = operation(SUSPEND, "dieu-1.khoan-1.diem-a", day=Effect(DAY, END), by="05/2021/TT-BTC")
    go = operation(Action.REVIVE, "dieu-1", day=MEANWHILE, by=LATER)
    built = law(BASE, all_of_it, one, go)
    assert [suspended(built, d) for d in (MEANWHILE, END)] == [["dieu-1.khoan-1.diem-a"], []]


def test_what_conflicts_with_words_for_a_time_does_not_apply_when_their_time_ends() -> None:
    stop = operation(Action.OVERLAY, "dieu-1.khoan-2", clause("2", "Nộp thử."), day=Effect(DAY, END))
    new = operation(SUB, "dieu-1.khoan-2", clause("2", "Nộp sau."), by=LATER)
    built = law(BASE, stop, new)
    assert {c.refusal.reason for c in built.changes(NUMBER) if c.refusal} == {Reason.CONFLICT_SAME_DAY}
    for day in (DAY, END):
        edition = built.edition(NUMBER, day)
        assert edition.document.body == BASE.body and not edition.applied


def test_an_older_act_that_takes_effect_later_keeps_a_suspension_it_meets() -> None:
    new = operation(SUB, "dieu-1", article("1", "Thu", clause("2", "Nộp sau.")), day=date(2022, 7, 1))
    stop = operation(SUSPEND, "dieu-1.khoan-2", day=Effect(date(2022, 4, 1), END), by=LATER)
    built = law(BASE, new, stop)
    assert all(c.outcome is Outcome.APPLIED for c in built.changes(NUMBER))
    assert [suspended(built, d) for d in (date(2022, 7, 1), END)] == [["dieu-1.khoan-2"], []]
    assert built.changes(NUMBER)[1].address == Address.parse("dieu-1")


def test_words_older_than_a_suspension_until_a_new_rule_are_no_new_rule() -> None:
    old = operation(SUB, "dieu-1.khoan-2", clause("2", "Nộp sau."), day=date(2022, 7, 1))
    stop = operation(SUSPEND, "dieu-1.khoan-2", day=Effect(date(2022, 4, 1), NEW_RULE), by=LATER)
    built = law(BASE, old, stop)
    assert [c.refusal.reason for c in built.changes(NUMBER) if c.refusal] == [Reason.CONFLICT_ORDER]
    assert suspended(built, date(2022, 7, 1)) == ["dieu-1.khoan-2"]
