"""Whether an act holds, and why."""

from datetime import date

from engine_samples import AMENDER, DAY, LATER, act, article, law, operation, paragraph
from engine_samples import BASE as NUMBER

from lawtrack.law import Action, Bounded, Effect, Event, Outcome, Reason, Refusal, Status
from lawtrack.law.message import Message

BASE = act(article("1", "A", paragraph("a.")), article("2", "B", paragraph("b.")))
PARENT = "5/2019/QH14"


def test_amended_in_part_names_the_provision() -> None:
    edition = law(BASE, operation(Action.REPEAL, "dieu-2", place_in_act="dieu-7")).edition(NUMBER, DAY)
    assert edition.status is Status.PARTLY_EXPIRED and f"Article 7, {AMENDER}" in edition.why
    assert law(BASE).edition(NUMBER, DAY).status is Status.IN_FORCE


def test_replaced_by_another_act_the_text_stays_readable_and_nothing_amends_it_any_more() -> None:
    late = operation(Action.REPEAL, "dieu-2", day=date(2023, 1, 1), by=LATER)
    built = law(BASE, operation(Action.REPLACE_DOCUMENT, "", place_in_act="dieu-9.khoan-2"), late)
    edition = built.edition(NUMBER, date(2023, 1, 1))
    assert edition.status is Status.EXPIRED and "Clause 2, Article 9, 20/2021/NĐ-CP" in edition.why
    assert edition.document.body == BASE.body
    change = built.changes(NUMBER)[-1]
    assert change.outcome is Outcome.REFUSED and change.refusal and change.refusal.reason is Reason.TARGET_REPEALED
    assert built.days(NUMBER) == (date(2020, 3, 1), DAY)


def test_suspended_as_a_whole_and_revived() -> None:
    stop = operation(Action.SUSPEND, "", day=Effect(DAY, Event("khi Luật mới có hiệu lực")))
    built = law(BASE, stop, operation(Action.REVIVE, "", day=date(2023, 1, 1), by=LATER))
    statuses = [built.edition(NUMBER, d).status for d in (date(2021, 6, 30), DAY, date(2023, 1, 1))]
    assert statuses == [Status.IN_FORCE, Status.SUSPENDED, Status.IN_FORCE]


def test_the_start_is_the_act_s_own_clause_then_its_dates() -> None:
    undated = law(act(article("1", "A"), effective=None)).edition(NUMBER, date(2020, 2, 1))
    assert undated.status is Status.UNKNOWN
    assert undated.why.startswith("in force not before")
    nothing = law(act(article("1", "A"), effective=None, issued=None)).edition(NUMBER, date(1900, 1, 1))
    assert nothing.status is Status.UNKNOWN and nothing.document.body.children
    bounded = operation(Action.ENACT, "", by=NUMBER, day=Effect(Bounded(date(2026, 2, 13), date(2026, 4, 1))))
    built = law(act(article("1", "A"), effective=None), bounded)
    statuses = [built.edition(NUMBER, d).status for d in (date(2026, 2, 12), date(2026, 2, 13), date(2026, 4, 1))]
    assert statuses == [Status.NOT_YET, Status.UNCERTAIN, Status.IN_FORCE]


def test_an_end_known_from_outside() -> None:
    assert law(act(article("1", "A"), expired=date(2022, 1, 1))).edition(NUMBER, date(2022, 1, 1)).status is Status.EXPIRED


def _detailing(end: date) -> Status:
    """A decree that details an act which is replaced on `end`."""
    parent = act(article("1", "P", paragraph("p.")), number=PARENT, effective=date(2019, 7, 1))
    child = act(article("1", "A", paragraph("a.")), details=(PARENT,))
    gone = operation(Action.REPLACE_DOCUMENT, "", on=PARENT, by=LATER, day=end)
    return law(child, gone, also=(parent,)).edition(NUMBER, date(2026, 1, 1)).status


def test_what_details_an_act_expires_with_it_under_the_law_of_2015_and_stays_under_that_of_2025() -> None:
    assert _detailing(date(2025, 3, 31)) is Status.EXPIRED
    assert _detailing(date(2025, 4, 1)) is Status.IN_FORCE


def test_what_details_a_repealed_provision_expires_with_it() -> None:
    parent = act(article("1", "P", paragraph("p.")), article("2", "Q", paragraph("q.")), number=PARENT, effective=date(2019, 7, 1))
    child = act(article("1", "A", paragraph("a.")), details=(f"{PARENT}#dieu-1", f"{PARENT}#dieu-2"))
    gone = operation(Action.REPEAL, "dieu-1", on=PARENT, by=LATER, day=date(2023, 1, 1))
    edition = law(child, gone, also=(parent,)).edition(NUMBER, date(2024, 1, 1))
    assert edition.status is Status.PARTLY_EXPIRED and "154(4)" in edition.why


def test_two_acts_that_detail_each_other_are_no_trap() -> None:
    one = act(article("1", "A", paragraph("a.")), details=(PARENT,))
    two = act(article("1", "P", paragraph("p.")), number=PARENT, details=(NUMBER,))
    assert law(one, also=(two,)).edition(NUMBER, date(2022, 1, 1)).status is Status.IN_FORCE


def test_an_act_that_ends_but_for_some_provisions_is_partly_expired() -> None:
    left = Refusal(Reason.SCOPE_LIMITED, Message("some provisions stay"))
    ends = operation(Action.REPEAL_DOCUMENT, "", day=Effect(DAY, scope="trừ Điều 1 tiếp tục có hiệu lực"), refusal=left)
    built = law(BASE, ends)
    edition = built.edition(NUMBER, DAY)
    assert edition.status is Status.PARTLY_EXPIRED and "trừ Điều 1 tiếp tục có hiệu lực" in edition.why
    assert built.edition(NUMBER, date(2021, 6, 30)).status is Status.IN_FORCE
    assert built.changes(NUMBER)[0].outcome is Outcome.REFUSED


def test_an_expired_act_says_for_which_cases_it_goes_on() -> None:
    kept = "trừ trường hợp quy định tại khoản 4 Điều này"
    edition = law(BASE, operation(Action.REPLACE_DOCUMENT, "", day=Effect(DAY, scope=kept))).edition(NUMBER, DAY)
    assert edition.status is Status.EXPIRED and kept in edition.why


def test_a_provision_with_a_day_of_its_own_stands_in_the_text_and_is_awaited() -> None:
    later = operation(Action.ENACT, "dieu-2", on=NUMBER, by=NUMBER, day=date(2021, 1, 1))
    built = law(BASE, later)
    assert built.days(NUMBER) == (date(2020, 3, 1), date(2021, 1, 1))
    before, after = built.edition(NUMBER, date(2020, 12, 31)), built.edition(NUMBER, date(2021, 1, 1))
    assert before.document.body == after.document.body == BASE.body
    assert [str(c.address) for c in before.awaited] == ["dieu-2"] and after.awaited == ()
    assert (before.status, after.status) == (Status.IN_FORCE, Status.IN_FORCE)


def test_a_provision_that_waits_for_an_event_is_awaited_until_an_editor_knows_the_day() -> None:
    event = operation(Action.ENACT, "dieu-2", on=NUMBER, by=NUMBER, day=Effect(Event("khi Luật mới có hiệu lực")))
    assert [str(c.address) for c in law(BASE, event).edition(NUMBER, date(2030, 1, 1)).awaited] == ["dieu-2"]


def test_an_act_with_an_end_of_its_own_expires_on_it() -> None:
    whole = operation(Action.ENACT, "", on=NUMBER, by=NUMBER, day=Effect(date(2020, 3, 1), date(2022, 3, 1)))
    built = law(BASE, whole)
    assert [built.edition(NUMBER, d).status for d in (date(2022, 2, 28), date(2022, 3, 1))] == [Status.IN_FORCE, Status.EXPIRED]
    assert built.days(NUMBER) == (date(2020, 3, 1), date(2022, 3, 1))
    assert built.edition(NUMBER, date(2021, 1, 1)).why.endswith("no longer in force from 1 March 2022")


def test_the_end_of_an_act_says_what_it_excepts() -> None:
    effect = Effect(date(2020, 3, 1), date(2022, 3, 1), scope="trừ trường hợp quy định tại khoản 2 Điều này")
    built = law(BASE, operation(Action.ENACT, "", on=NUMBER, by=NUMBER, day=effect))
    assert "trừ trường hợp" in built.edition(NUMBER, date(2022, 3, 1)).why
