"""Operations on operations: acts that repeal, suspend, change or correct the commands of amending acts."""

from datetime import date

from engine_samples import AMENDER, DAY, LATER, act, article, clause, insert_after, law, operation, paragraph, text
from engine_samples import BASE as NUMBER

from lawtrack.consolidate import Law
from lawtrack.law import Action, Document, Effect, Event, Kind, Meta, Operation, Outcome, Provision, Reason, State, Status

BASE = act(article("1", "Thu", clause("1", "Thu 10 đồng."), clause("2", "Nộp ngay.")))
COMMANDS = Document(
    Meta(AMENDER, "nghị định", "Sửa đổi, bổ sung một số điều", issued=date(2021, 5, 4), effective=DAY),
    Provision(
        Kind.VAN_BAN,
        children=(
            article("1", "Sửa đổi", clause("1", "Sửa đổi khoản 1 như sau: Thu 20 đồng."), clause("2", "Bổ sung khoản 3: Nộp 20 đồng.")),
        ),
    ),
)
CHANGE = operation(
    Action.SUBSTITUTE, "dieu-1.khoan-1", clause("1", "Thu 20 đồng."), place_in_act="dieu-1.khoan-1", text="Sửa đổi khoản 1 Điều 1"
)
ADDED = insert_after("dieu-1.khoan-2", clause("3", "Nộp 20 đồng."), place_in_act="dieu-1.khoan-2")
BEFORE, BEHIND = date(2021, 6, 20), date(2022, 7, 1)


def meta(action: Action, address: str, day: date | Effect, *payload: Provision, **more: object) -> Operation:
    return operation(action, address, *payload, on=AMENDER, by=LATER, day=day, **more)  # type: ignore[arg-type]


def world(*operations: Operation) -> Law:
    return law(BASE, CHANGE, ADDED, *operations, also=(COMMANDS,))


def test_a_command_repealed_before_its_effect_never_applies() -> None:
    gone = meta(Action.REPEAL, "dieu-1.khoan-1", BEFORE)
    built = world(gone)
    assert text(built.edition(NUMBER, DAY).document) == ["Điều 1. Thu", "1. Thu 10 đồng.", "2. Nộp ngay.", "3. Nộp 20 đồng."]
    change = next(c for c in built.changes(NUMBER) if c.operation is CHANGE)
    assert change.refusal and change.refusal.reason is Reason.AMENDER_CHANGED and change.refusal.others == (gone.id,)
    assert LATER in change.refusal.message
    assert text(built.edition(AMENDER, DAY).document)[1] == "1. (được bãi bỏ)"


def test_a_whole_amending_act_repealed_before_its_effect() -> None:
    built = world(meta(Action.REPEAL_DOCUMENT, "", BEFORE))
    assert text(built.edition(NUMBER, DAY).document)[1:] == ["1. Thu 10 đồng.", "2. Nộp ngay."]
    assert built.edition(AMENDER, DAY).status is Status.EXPIRED


def test_after_its_effect_the_consequence_is_asked() -> None:
    gone = meta(Action.REPEAL, "dieu-1.khoan-1", BEHIND)
    built = world(gone)
    assert text(built.edition(NUMBER, BEHIND).document)[1] == "1. Thu 20 đồng."
    assert text(built.edition(AMENDER, BEHIND).document)[1] == "1. (được bãi bỏ)"
    asked = next(c for c in built.changes(NUMBER) if c.operation is gone)
    assert asked.outcome is Outcome.MANUAL and asked.refusal and asked.refusal.reason is Reason.AMENDER_CHANGED
    assert asked.refusal.others == (CHANGE.id,)
    assert asked in built.edition(NUMBER, BEHIND).refused
    own = next(c for c in built.changes(AMENDER) if c.operation is gone)
    assert own.outcome is Outcome.APPLIED
    told = [c for c in built.all_changes() if c.operation is gone]
    assert [c.outcome for c in told] == [Outcome.MANUAL] and told[0].before == own.before


def test_what_an_act_does_alone_is_what_the_whole_law_says_it_does() -> None:
    gone = meta(Action.REPEAL, "dieu-1.khoan-1", BEHIND)
    fix = meta(Action.CORRECT, "dieu-1.khoan-2", BEHIND, find="20 đồng", put="200 đồng")
    held = meta(Action.SUSPEND, "dieu-1.khoan-2", Effect(BEHIND, date(2023, 7, 1)))
    for first in (gone, fix, held):
        built = world(first)
        for number in (AMENDER, LATER):
            told = world(first).changes_by(number)
            assert told == tuple(c for c in built.all_changes() if c.operation.origin.document == number) and told


def test_nothing_is_asked_where_the_words_are_gone_by_then() -> None:
    # Circular 12/2024/TT-NHNN replaces article 24 and repeals the command that had last changed it
    gone = meta(Action.REPEAL, "dieu-1.khoan-1", BEHIND)
    new = operation(Action.SUBSTITUTE, "dieu-1.khoan-1", clause("1", "Thu 30 đồng."), day=BEHIND, by=LATER)
    built = world(gone, new)
    assert [c.operation for c in built.changes(NUMBER)] == [CHANGE, ADDED, new]
    assert all(c.outcome is Outcome.APPLIED for c in built.all_changes())


def test_a_label_is_free_for_the_act_that_repeals_the_command_which_brought_it() -> None:
    # Circular 12/2024/TT-NHNN repeals the command that inserted khoản 5 of article 26, and inserts a khoản 5
    gone = meta(Action.REPEAL, "dieu-1.khoan-2", BEHIND)
    new = insert_after("dieu-1.khoan-2", clause("3", "Nộp 30 đồng."), day=BEHIND, by=LATER)
    built = world(new, gone)
    assert text(built.edition(NUMBER, BEHIND).document)[3] == "3. Nộp 30 đồng."
    assert all(c.outcome is Outcome.APPLIED for c in built.all_changes())


def test_a_command_rewritten_before_its_effect_is_not_applied_as_it_was() -> None:
    built = world(meta(Action.SUBSTITUTE, "dieu-1.khoan-1", BEFORE, clause("1", "Sửa đổi khoản 1: Thu 15 đồng.")))
    change = next(c for c in built.changes(NUMBER) if c.operation is CHANGE)
    assert change.refusal and change.refusal.reason is Reason.AMENDER_CHANGED
    assert text(built.edition(NUMBER, DAY).document)[1] == "1. Thu 10 đồng."


def test_an_erratum_of_a_command_corrects_its_quotation() -> None:
    # Decision 372/QĐ-BTC corrects circular 138/2025/TT-BTC before the circular's own effect
    fix = meta(Action.CORRECT, "dieu-1.khoan-1", BEHIND, find="20 đồng", put="200 đồng")
    built = world(fix)
    assert text(built.edition(NUMBER, DAY).document)[1:] == ["1. Thu 200 đồng.", "2. Nộp ngay.", "3. Nộp 20 đồng."]
    told = next(c for c in built.changes(NUMBER) if c.operation is fix)
    assert (told.outcome, told.day) == (Outcome.APPLIED, DAY)
    corrected = next(c for c in built.changes(NUMBER) if c.operation.id == CHANGE.id)
    assert corrected.after[0].text == corrected.operation.payload[0].text == "Thu 200 đồng."
    again = law(BASE, *(c.operation for c in built.all_changes()), also=(COMMANDS,))
    assert text(again.edition(NUMBER, DAY).document) == text(built.edition(NUMBER, DAY).document)
    assert text(built.edition(AMENDER, DAY).document)[1] == "1. Sửa đổi khoản 1 như sau: Thu 200 đồng."


def test_a_suspended_command_suspends_what_it_inserted() -> None:
    built = world(meta(Action.SUSPEND, "dieu-1.khoan-2", Effect(BEHIND, date(2023, 7, 1))))
    states = [built.edition(NUMBER, d).document.body.children[0].children[2].state for d in (DAY, BEHIND, date(2023, 7, 1))]
    assert states == [State.IN_FORCE, State.SUSPENDED, State.IN_FORCE]


def test_a_command_suspended_before_its_effect_waits_for_the_end() -> None:
    built = world(meta(Action.SUSPEND, "dieu-1.khoan-1", Effect(BEFORE, date(2023, 1, 1))))
    assert [text(built.edition(NUMBER, d).document)[1] for d in (DAY, date(2023, 1, 1))] == ["1. Thu 10 đồng.", "1. Thu 20 đồng."]
    built = world(meta(Action.SUSPEND, "dieu-1.khoan-1", Effect(BEFORE, Event("đến khi có quy định mới"))))
    change = next(c for c in built.changes(NUMBER) if c.operation.id == CHANGE.id)
    assert change.refusal and change.refusal.reason is Reason.EFFECT_UNKNOWN and change.day is None


def test_a_range_of_commands() -> None:
    built = world(meta(Action.REPEAL, "dieu-1.khoan-1", BEFORE, through="dieu-1.khoan-2"))
    assert text(built.edition(NUMBER, DAY).document)[1:] == ["1. Thu 10 đồng.", "2. Nộp ngay."]


def test_paragraphs_of_the_amender_below_no_command_ask_nothing() -> None:
    other = act(article("1", "x", paragraph("y.")), number="15/2021/NĐ-CP")
    gone = operation(Action.REPEAL, "dieu-1", on="15/2021/NĐ-CP", by=LATER, day=BEHIND)
    built = law(BASE, CHANGE, ADDED, gone, also=(COMMANDS, other))
    assert all(c.outcome is Outcome.APPLIED for c in built.all_changes())


def test_the_end_of_an_amending_act_is_asked_and_that_of_an_ordinary_act_is_not() -> None:
    ended = meta(Action.REPEAL_DOCUMENT, "", BEHIND)
    assert [c.outcome for c in world(ended).changes(NUMBER) if c.operation is ended] == [Outcome.MANUAL]
    ordinary = Document(Meta(AMENDER, "nghị định", "Quy định về siêu thị", issued=date(2021, 5, 4), effective=DAY), COMMANDS.body)
    built = law(BASE, CHANGE, ADDED, ended, also=(ordinary,))
    assert not [c for c in built.changes(NUMBER) if c.operation is ended]
    assert text(built.edition(NUMBER, BEHIND).document)[1] == "1. Thu 20 đồng."


def test_an_erratum_of_a_refused_command_is_not_told_as_applied_here() -> None:
    wrong = operation(Action.SUBSTITUTE, "dieu-1.khoan-9", clause("9", "Thu 20 đồng."), place_in_act="dieu-1.khoan-1")
    fix = meta(Action.CORRECT, "dieu-1.khoan-1", BEHIND, find="20 đồng", put="200 đồng")
    built = law(BASE, wrong, fix, also=(COMMANDS,))
    assert [c.operation.id for c in built.changes(NUMBER)] == [wrong.id]
