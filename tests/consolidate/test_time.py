"""Order, bounds, ends, conflicts, errata."""

from datetime import date
from itertools import permutations

from engine_samples import AMENDER, DAY, LATER, act, amender, article, clause, insert_after, law, operation, paragraph, text
from engine_samples import BASE as NUMBER

from lawtrack.consolidate import Law
from lawtrack.law import Action, Bounded, Effect, Event, Outcome, Place, Reason, State, Status, Unknown

PUT, SUB, REPEAL = Action.REPLACE_TEXT, Action.SUBSTITUTE, Action.REPEAL
BASE = act(article("1", "Thu", clause("1", "Thu 10 đồng."), clause("2", "Nộp ngay.")), article("2", "Khác", paragraph("x.")))


def line(built: Law, day: date, n: int = 1) -> str:
    return text(built.edition(NUMBER, day).document)[n]


def test_operations_apply_by_day_whatever_the_order_given() -> None:
    one = operation(PUT, "dieu-1.khoan-1", find="10", put="20")
    two = operation(PUT, "dieu-1.khoan-1", find="20", put="30", day=date(2022, 1, 1), by=LATER)
    three = operation(PUT, "dieu-1.khoan-1", find="30", put="40", day=date(2023, 1, 1), by=AMENDER)
    for order in permutations((one, two, three)):
        built = law(BASE, *order)
        days = (date(2021, 6, 30), DAY, date(2022, 1, 1), date(2030, 1, 1))
        assert [line(built, d) for d in days] == ["1. Thu 10 đồng.", "1. Thu 20 đồng.", "1. Thu 30 đồng.", "1. Thu 40 đồng."]
        assert built.days(NUMBER) == (date(2020, 3, 1), DAY, date(2022, 1, 1), date(2023, 1, 1))


def test_what_has_no_day_is_never_applied() -> None:
    for when in (Event("khi Luật Giá có hiệu lực"), Unknown("ngày để trống")):
        built = law(BASE, operation(REPEAL, "dieu-2", day=Effect(when)))
        change = built.changes(NUMBER)[0]
        assert change.refusal and change.refusal.reason is Reason.EFFECT_UNKNOWN and change.day is None
        assert text(built.edition(NUMBER, date(2050, 1, 1)).document)[-1] == "x."


def test_between_two_bounds_both_texts_are_given() -> None:
    effect = Effect(Bounded(date(2026, 1, 1), date(2026, 3, 1), "không rõ khoản nào"))
    built = law(BASE, operation(PUT, "dieu-1.khoan-1", find="10", put="20", day=effect))
    before, between, behind = (built.edition(NUMBER, d) for d in (date(2025, 12, 31), date(2026, 1, 15), date(2026, 3, 1)))
    assert (text(before.document)[1], before.other, len(before.coming)) == ("1. Thu 10 đồng.", None, 1)
    assert text(between.document)[1] == "1. Thu 10 đồng."
    assert between.other is not None and text(between.other)[1] == "1. Thu 20 đồng."
    assert [c.operation.put for c in between.uncertain] == ["20"] and not between.applied and not between.coming
    assert (text(behind.document)[1], behind.other) == ("1. Thu 20 đồng.", None)
    assert built.days(NUMBER)[-1] == date(2026, 3, 1)


def test_what_ends_leaves_the_text_as_if_it_had_not_been_and_keeps_what_came_meanwhile() -> None:
    pilot = operation(Action.OVERLAY, "dieu-1.khoan-1", clause("1", "Thu 5 đồng."), day=Effect(DAY, date(2022, 7, 1)))
    other = operation(PUT, "dieu-1.khoan-2", find="ngay", put="sau 5 ngày", day=date(2022, 1, 1), by=LATER)
    built = law(BASE, pilot, other)
    assert [line(built, d) for d in (DAY, date(2022, 6, 30), date(2022, 7, 1))] == ["1. Thu 5 đồng."] * 2 + ["1. Thu 10 đồng."]
    assert line(built, date(2022, 7, 1), 2) == "2. Nộp sau 5 ngày."
    assert pilot not in [c.operation for c in built.edition(NUMBER, date(2022, 7, 1)).applied]


def test_a_suspension_holds_until_its_end_or_its_revival() -> None:
    stop = operation(Action.SUSPEND, "dieu-1.khoan-1", day=Effect(DAY, Event("cho đến khi có văn bản mới")))
    go = operation(Action.REVIVE, "dieu-1.khoan-1", day=date(2023, 1, 1), by=LATER)
    built = law(BASE, stop, go)
    states = [built.edition(NUMBER, d).document.body.children[0].children[0].state for d in (date(2021, 6, 30), DAY, date(2023, 1, 1))]
    assert states == [State.IN_FORCE, State.SUSPENDED, State.IN_FORCE]


def test_two_acts_on_one_day_on_different_words() -> None:
    built = law(
        BASE, operation(PUT, "dieu-1.khoan-1", find="10", put="20"), operation(PUT, "dieu-1.khoan-1", find="Thu", put="Nộp", by=LATER)
    )
    assert line(built, DAY) == "1. Nộp 20 đồng."


def test_two_acts_on_one_day_on_the_same_words_are_refused_both() -> None:
    one = operation(SUB, "dieu-1.khoan-1", clause("1", "Thu 20 đồng."))
    two = operation(SUB, "dieu-1", article("1", "Thu", clause("1", "Thu 30 đồng.")), by=LATER)
    three = operation(REPEAL, "dieu-2", by=LATER)
    built = law(BASE, one, two, three)
    changes = {c.operation.id: c for c in built.changes(NUMBER)}
    assert line(built, DAY) == "1. Thu 10 đồng."
    for mine, other in ((one, two), (two, one)):
        refusal = changes[mine.id].refusal
        assert refusal and refusal.reason is Reason.CONFLICT_SAME_DAY and refusal.others == (other.id,)
    assert changes[three.id].outcome is Outcome.APPLIED


def test_two_acts_that_say_the_same_do_not_conflict() -> None:
    new = clause("1", "Thu 20 đồng.")
    built = law(BASE, operation(SUB, "dieu-1.khoan-1", new), operation(SUB, "dieu-1.khoan-1", new, by=LATER))
    assert line(built, DAY) == "1. Thu 20 đồng."


def test_an_act_may_suspend_on_the_day_what_an_earlier_act_inserts() -> None:
    # Circulars 06/2023/TT-NHNN and 10/2023/TT-NHNN, both of effect on 01/9/2023
    inserted = insert_after("dieu-1.khoan-2", clause("3", "Mới."))
    built = law(BASE, operation(Action.SUSPEND, "dieu-1.khoan-3", by=LATER), inserted)
    assert built.edition(NUMBER, DAY).document.body.children[0].children[2].state is State.SUSPENDED
    assert all(c.outcome is Outcome.APPLIED for c in built.changes(NUMBER))


def test_on_one_day_the_act_issued_first_comes_first_whatever_its_number() -> None:
    new = insert_after("dieu-1.khoan-2", clause("3", "Mới."))
    built = law(BASE, new, operation(PUT, "dieu-1.khoan-3", find="Mới", put="Khác", by="05/2021/TT-BTC"))
    assert line(built, DAY, 3) == "3. Khác."
    assert [c.operation.origin.document for c in built.changes(NUMBER)] == [AMENDER, "05/2021/TT-BTC"]


def test_a_later_command_of_the_same_act_finds_the_words_the_earlier_brought() -> None:
    built = law(BASE, operation(SUB, "dieu-1.khoan-1", clause("1", "Thu 20 đồng.")), operation(PUT, "dieu-1.khoan-1", find="20", put="25"))
    assert line(built, DAY) == "1. Thu 25 đồng."


def test_an_erratum_holds_from_the_first_day_of_what_it_corrects() -> None:
    fix = operation(Action.CORRECT, "dieu-1.khoan-2", find="ngay", put="trong ngày", day=date(2024, 5, 5), by=LATER)
    built = law(BASE, fix)
    assert line(built, date(2020, 3, 1), 2) == "2. Nộp trong ngày."
    assert [(c.outcome, c.day) for c in built.changes(NUMBER)] == [(Outcome.APPLIED, date(2020, 3, 1))]


def test_an_erratum_of_words_that_came_later_holds_from_their_first_day() -> None:
    came = operation(SUB, "dieu-1.khoan-2", clause("2", "Nộp trong tháng."))
    fix = operation(Action.CORRECT, "dieu-1.khoan-2", find="tháng", put="quý", day=date(2024, 5, 5), by=LATER)
    built = law(BASE, came, fix)
    assert [line(built, d, 2) for d in (date(2021, 6, 30), DAY)] == ["2. Nộp ngay.", "2. Nộp trong quý."]
    assert built.changes(NUMBER)[-1].day == DAY


def test_an_erratum_whose_words_never_stood_there_is_refused() -> None:
    built = law(BASE, operation(Action.CORRECT, "dieu-1.khoan-2", find="năm", put="tháng"))
    change = built.changes(NUMBER)[0]
    assert change.refusal and change.refusal.reason is Reason.PHRASE_MISSING


def test_an_operation_on_an_act_not_in_hand() -> None:
    change = law(BASE, operation(REPEAL, "dieu-1", on="99/1999/NĐ-CP")).all_changes()[0]
    assert change.refusal and change.refusal.reason is Reason.UNKNOWN_DOCUMENT


def test_two_languages_of_one_act_are_amended_each_by_its_own_words() -> None:
    english = act(
        article("1", "Fees", clause("1", "Fees are 10 dong."), clause("2", "At once.")),
        article("2", "Other", paragraph("x.")),
        language="en",
    )
    put = operation(PUT, "dieu-1.khoan-1", find="10 đồng", put="20 đồng")
    gone = operation(REPEAL, "dieu-2")
    built = Law([BASE, english, amender()], [put, gone])
    got = text(built.edition(NUMBER, DAY, "en").document)
    assert got[1:3] == ["1. Fees are 10 dong.", "2. At once."] and "được bãi bỏ" in got[3]
    refusal = next(c.refusal for c in built.changes(NUMBER, "en") if c.refusal)
    assert refusal and refusal.reason is Reason.PAYLOAD_MISSING
    translated = operation(PUT, "dieu-1.khoan-1", find="10 dong", put="20 dong", language="en")
    built = Law([BASE, english, amender()], [put, gone, translated])
    assert text(built.edition(NUMBER, DAY, "en").document)[1] == "1. Fees are 20 dong."
    assert line(built, DAY) == "1. Thu 20 đồng."
    assert all(c.outcome is Outcome.APPLIED for c in built.all_changes())


def test_before_its_first_day_an_act_is_given_as_enacted() -> None:
    edition = law(BASE).edition(NUMBER, date(2020, 1, 1))
    assert edition.status is Status.NOT_YET and text(edition.document)[1] == "1. Thu 10 đồng."


def test_words_inserted_twice_on_one_day_are_refused_once() -> None:
    add = [
        operation(Action.INSERT_TEXT, "dieu-1.khoan-1", anchor="10 đồng", put="mỗi lần", place=Place.AFTER, by=b) for b in (AMENDER, LATER)
    ]
    built = law(BASE, *add)
    assert line(built, DAY) == "1. Thu 10 đồng mỗi lần."
    assert [c.refusal.reason if c.refusal else None for c in built.changes(NUMBER)] == [None, Reason.ALREADY_THERE]
