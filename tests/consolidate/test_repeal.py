"""REPEAL and UNWRAP."""

from engine_samples import act, after, article, bullet, chapter, clause, law, operation, paragraph, point, refused, section

from lawtrack.law import Action, Part, Reason, State

REPEAL = Action.REPEAL
BASE = act(
    chapter(
        "I",
        "CHUNG",
        section(
            "1",
            "ĐẦU",
            article("1", "Một", clause("1", "m."), clause("1a", "ma."), clause("2", "Gồm:", bullet("x"), bullet("y"), bullet("z"))),
        ),
        section("2", "SAU", article("2", "Hai", paragraph("Mở:"), clause("1", "c.", paragraph("Cuối.")))),
    ),
    chapter("II", "RIÊNG", article("2a", "Hai a", paragraph("h.")), article("3", "Ba", paragraph("b."))),
)


def test_the_number_stays_as_a_place() -> None:
    got = after(BASE, operation(REPEAL, "dieu-1.khoan-1"))
    assert got[3:5] == ["1. (được bãi bỏ)", "1a. ma."]


def test_a_range_takes_in_the_suffixed_units_between() -> None:
    got = after(BASE, operation(REPEAL, "dieu-1.khoan-1", through="dieu-1.khoan-2"))
    assert got[3:6] == ["1. (được bãi bỏ)", "1a. (được bãi bỏ)", "2. (được bãi bỏ)"]


def test_a_range_of_units_that_leave_no_place() -> None:
    got = after(BASE, operation(REPEAL, "dieu-1.khoan-2.gach-1", through="dieu-1.khoan-2.gach-2"))
    assert got[5:7] == ["2. Gồm:", "- z"]


def test_a_range_of_articles_runs_through_chapters() -> None:
    built = law(BASE, operation(REPEAL, "dieu-2", through="dieu-3"))
    change = built.changes(BASE.key)[0]
    assert [u.label for u in change.before] == ["2", "2a", "3"]
    assert all(u.state is State.REPEALED and not u.children for u in change.after)


def test_ordinals_are_those_of_the_text_before_the_act() -> None:
    got = after(BASE, operation(REPEAL, "dieu-1.khoan-2.gach-1"), operation(REPEAL, "dieu-1.khoan-2.gach-3"))
    assert got[5:7] == ["2. Gồm:", "- y"]


def test_a_container_leaves_its_own_place_and_those_of_its_articles() -> None:
    got = after(BASE, operation(REPEAL, "chuong-ii"))
    assert got[-3:] == ["Chương II (được bãi bỏ)", "Điều 2a. (được bãi bỏ)", "Điều 3. (được bãi bỏ)"]


def test_a_heading_alone() -> None:
    got = after(BASE, operation(REPEAL, "chuong-i.muc-1", part=Part.HEADING))
    assert got[1:3] == ["Mục 1", "Điều 1. Một"]


def test_opening_and_closing_paragraphs() -> None:
    assert "Mở:" not in after(BASE, operation(REPEAL, "dieu-2", part=Part.LEAD))
    assert "Cuối." not in after(BASE, operation(REPEAL, "dieu-2.khoan-1", part=Part.TAIL))


def test_repealed_twice() -> None:
    change = refused(BASE, operation(REPEAL, "dieu-3"), operation(REPEAL, "dieu-3"))
    assert change.refusal and change.refusal.reason is Reason.TARGET_REPEALED


def test_containers_go_and_their_articles_stay() -> None:
    got = after(BASE, operation(Action.UNWRAP, "chuong-i.muc-1"), operation(Action.UNWRAP, "chuong-i.muc-2"))
    assert got[:3] == ["Chương I. CHUNG", "Điều 1. Một", "1. m."]
    assert not [line for line in got if line.startswith("Mục")]


def test_only_containers_are_unwrapped() -> None:
    change = refused(BASE, operation(Action.UNWRAP, "dieu-1"))
    assert change.refusal and change.refusal.reason is Reason.TARGET_MISSING


def test_points_below_a_repealed_clause_are_gone() -> None:
    base = act(article("1", "A", clause("1", "Gồm:", point("a", "x;"))))
    change = refused(base, operation(REPEAL, "dieu-1.khoan-1"), operation(REPEAL, "dieu-1.khoan-1.diem-a"))
    assert change.refusal and change.refusal.reason is Reason.TARGET_MISSING
