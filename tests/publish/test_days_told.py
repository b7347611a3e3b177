"""What texts and pages say of provisions with a day of their own."""

from dataclasses import replace
from datetime import date

import pytest
from publish_samples import law

from lawtrack.law import (
    Action,
    Address,
    Change,
    Edition,
    Effect,
    Event,
    Message,
    Operation,
    Origin,
    Outcome,
    Provision,
    Reason,
    Refusal,
    State,
    Status,
    Target,
)
from lawtrack.law.address import index
from lawtrack.law.effect import When
from lawtrack.publish.act_page import page_day, page_document
from lawtrack.publish.model import Entry
from lawtrack.publish.speech import Speech
from lawtrack.publish.texts import own_days, text

LATER = date(2030, 1, 1)


def enacted(place: str, start: When, outcome: Outcome = Outcome.APPLIED) -> Change:
    number = law().number
    operation = Operation(f"{number}#{place}/1", Origin(number), Action.ENACT, Target(number, Address.parse(place)), Effect(start))
    day = start if isinstance(start, date) else None
    refusal = None if outcome is Outcome.APPLIED else Refusal(Reason.EFFECT_UNKNOWN, Message(""))
    return Change(operation, outcome, day, Address.parse(place), refusal=refusal)


def first_articles() -> list[str]:
    return [str(a) for a in index(law().body) if str(a).startswith("dieu-") and len(a) == 1][:2]


def edition(*coming: Change, **more: object) -> Edition:
    return Edition(law(), date(2029, 1, 1), Status.IN_FORCE, coming=coming, **more)  # type: ignore[arg-type]


def test_provisions_of_one_day_are_said_in_one_line_above_the_text_and_the_words_stay() -> None:
    one, two = first_articles()
    found = edition(enacted(one, LATER), enacted(two, LATER))
    names = ", ".join(Address.parse(a).vietnamese() for a in (one, two))
    lines = text(found).split("\n")
    assert lines[:2] == [f"[{names}: chưa có hiệu lực, từ 01/01/2030]", ""]
    assert "\n".join(lines[2:]) == text(edition())


def test_a_provision_that_waits_for_an_event_says_for_which() -> None:
    one, _ = first_articles()
    found = edition(refused=(enacted(one, Event("khi Luật Sông có hiệu lực"), Outcome.REFUSED),))
    assert own_days(found, Speech("en")) == [
        f"{Address.parse(one).english()}: not yet in force, when it happens: khi Luật Sông có hiệu lực"
    ]


def test_what_holds_before_its_act_is_said_too() -> None:
    one, _ = first_articles()
    early = Edition(law(), date(2029, 1, 1), Status.NOT_YET, applied=(enacted(one, date(2028, 6, 1)),))
    assert own_days(early, Speech("vi")) == [f"{Address.parse(one).vietnamese()}: đã có hiệu lực, từ 01/6/2028"]
    assert own_days(replace(early, status=Status.IN_FORCE), Speech("vi")) == []


@pytest.mark.parametrize("state", [State.REPEALED, State.SUSPENDED])
def test_a_provision_repealed_or_put_off_before_its_day_is_not_awaited_on_it(state: State) -> None:
    one, _ = first_articles()
    document = law()
    unit = index(document.body)[Address.parse(one)]

    def marked(found: Provision) -> Provision:
        return replace(found, state=state) if found is unit else found.with_children(tuple(map(marked, found.children)))

    held = replace(document, body=marked(document.body))
    assert own_days(replace(edition(enacted(one, LATER)), document=held), Speech("vi")) == []


def test_the_page_of_a_day_and_the_list_of_versions_say_it() -> None:
    one, _ = first_articles()
    entry = Entry(law(), (edition(enacted(one, LATER)),))
    words = "chưa có hiệu lực, từ 01/01/2030"
    assert words in page_day(entry, 0)
    assert words in page_document(entry)
    assert words not in page_day(Entry(law(), (edition(),)), 0)
