"""RENUMBER, and labels seen through it."""

from datetime import date

from engine_samples import BASE as NUMBER
from engine_samples import DAY, LATER, act, after, article, clause, insert_after, law, operation, paragraph, refused, text

from lawtrack.law import Action, Outcome, Reason

RENUMBER, REPEAL = Action.RENUMBER, Action.REPEAL
BASE = act(article("7", "Cấm", *(clause(str(n), f"nội dung {n}.") for n in range(1, 7))))
# As Law 19/2008/QH12, article 2, does it: one goes, those behind it move up.
MOVE = (
    operation(REPEAL, "dieu-7.khoan-3"),
    operation(RENUMBER, "dieu-7.khoan-4", put="3"),
    operation(RENUMBER, "dieu-7.khoan-5", put="4"),
    operation(RENUMBER, "dieu-7.khoan-6", put="5"),
)
MOVED = ["1. nội dung 1.", "2. nội dung 2.", "3. (được bãi bỏ)", "3. nội dung 4.", "4. nội dung 5.", "5. nội dung 6."]


def test_clauses_move_up() -> None:
    assert after(BASE, *MOVE)[1:] == MOVED


def test_clauses_move_down_in_the_order_of_the_command() -> None:
    got = after(
        BASE,
        operation(RENUMBER, "dieu-7.khoan-5", put="6"),
        operation(RENUMBER, "dieu-7.khoan-6", put="7"),
        insert_after("dieu-7.khoan-4", clause("5", "mới.")),
    )
    assert got[5:] == ["5. mới.", "6. nội dung 5.", "7. nội dung 6."]


def test_old_labels_count_in_the_same_act() -> None:
    words = operation(Action.REPLACE_TEXT, "dieu-7.khoan-5", find="nội dung 5", put="nội dung năm")
    assert after(BASE, *MOVE, words)[5] == "4. nội dung năm."


def test_a_quotation_bears_the_new_label_of_the_unit_the_old_label_names() -> None:
    new = operation(Action.SUBSTITUTE, "dieu-7.khoan-5", clause("4", "nội dung mới."))
    assert after(BASE, *MOVE, new)[5] == "4. nội dung mới."


def test_an_act_issued_later_speaks_of_the_new_labels() -> None:
    words = operation(Action.REPLACE_TEXT, "dieu-7.khoan-4", find="nội dung 5", put="nội dung năm", by=LATER, day=date(2022, 7, 1))
    built = law(BASE, *MOVE, words)
    assert text(built.edition(NUMBER, date(2022, 7, 1)).document)[5] == "4. nội dung năm."


def test_a_label_that_moved_away_is_refused_with_the_new_one() -> None:
    built = law(BASE, *MOVE, operation(REPEAL, "dieu-7.khoan-6", by=LATER, day=date(2022, 7, 1)))
    change = built.changes(NUMBER)[-1]
    assert change.outcome is Outcome.REFUSED and change.refusal
    assert "is now Clause 5, Article 7" in change.refusal.message


def test_an_act_issued_before_the_renumbering_took_effect_means_the_old_unit() -> None:
    earlier = "15/2021/NĐ-CP"
    six = operation(REPEAL, "dieu-7.khoan-6", by=earlier, day=date(2021, 8, 1))
    assert text(law(BASE, *MOVE, six).edition(NUMBER, date(2021, 8, 1)).document)[-1] == "5. (được bãi bỏ)"
    four = operation(REPEAL, "dieu-7.khoan-4", by=earlier, day=date(2021, 8, 1))
    change = law(BASE, *MOVE, four).changes(NUMBER)[-1]
    assert change.refusal and change.refusal.reason is Reason.TARGET_AMBIGUOUS


def test_a_number_in_use_is_not_given_again() -> None:
    change = refused(BASE, operation(RENUMBER, "dieu-7.khoan-5", put="2"))
    assert change.refusal and change.refusal.reason is Reason.ALREADY_THERE


def test_identity_survives() -> None:
    built = law(BASE, *MOVE)
    unit = built.edition(NUMBER, DAY).document.body.children[0].children[4]
    assert (unit.label, unit.uid, unit.causes) == ("4", "10/2020/NĐ-CP#dieu-7.khoan-5", (MOVE[2].id,))


def test_an_article_renumbered_onto_a_repealed_number_is_the_one_that_is_found() -> None:
    base = act(article("33", "Cũ", paragraph("a.")), article("34", "Mới", paragraph("b.")))
    moved = (operation(REPEAL, "dieu-33"), operation(RENUMBER, "dieu-34", put="33"))
    words = operation(Action.REPLACE_TEXT, "dieu-33", find="b", put="c", by=LATER, day=date(2022, 7, 1))
    got = text(law(base, *moved, words).edition(NUMBER, date(2022, 7, 1)).document)
    assert got == ["Điều 33. (được bãi bỏ)", "Điều 33. Mới", "c."]
