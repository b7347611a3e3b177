"""What holds for every act and every operation."""

from __future__ import annotations

from datetime import date, timedelta

from engine_samples import BASE as NUMBER
from engine_samples import amender
from hypothesis import given
from hypothesis import strategies as st
from strategies import acts, documents, operations

from lawtrack.consolidate import Law
from lawtrack.consolidate.tree import stamped
from lawtrack.law import Action, Address, Document, Effect, Kind, Operation, Origin, Outcome, Place, Position, Provision, State, Target
from lawtrack.law.address import addressed, index
from lawtrack.law.plain import plain
from lawtrack.text.labels import key

FIRST = date(2021, 1, 1)
AMENDERS = ("20/2021/NĐ-CP", "30/2022/NĐ-CP", "15/2021/NĐ-CP")
WORDS = ("quy định", "cơ quan", "nội dung mới", "phí", "Bộ Công an")


ACTIONS = (
    Action.SUBSTITUTE,
    Action.INSERT,
    Action.REPEAL,
    Action.RETITLE,
    Action.REPLACE_TEXT,
    Action.DELETE_TEXT,
    Action.INSERT_TEXT,
    Action.RENUMBER,
    Action.SUSPEND,
)


@st.composite
def changes_to(
    draw: st.DrawFn, base: Document, n: int, by: str | None = None, day: date | None = None, actions: tuple[Action, ...] = ACTIONS
) -> Operation:
    """An operation that names a unit of the act, of one of `actions`: all those that have an address."""
    places = [(a, p) for a, p in addressed(base.body) if p.kind in (Kind.DIEU, Kind.KHOAN, Kind.DIEM)]
    address, unit = draw(st.sampled_from(places))
    by = by or draw(st.sampled_from(AMENDERS))
    action = draw(st.sampled_from(actions))
    words = next((w for u in unit.walk() for w in u.text.split()[:1]), "x")
    new = draw(st.sampled_from(WORDS))
    label = unit.label + ("a" if unit.kind is not Kind.DIEM else "1")
    payload = {
        Action.SUBSTITUTE: (
            Provision(unit.kind, unit.label, new if unit.kind is Kind.DIEU else "", "" if unit.kind is Kind.DIEU else new),
        ),
        Action.INSERT: (Provision(unit.kind, label, new if unit.kind is Kind.DIEU else "", "" if unit.kind is Kind.DIEU else new),),
    }.get(action, ())
    return Operation(
        f"{by}#dieu-1.khoan-{n}/1",
        Origin(by, Address.of((Kind.DIEU, "1"), (Kind.KHOAN, str(n)))),
        action,
        Target(NUMBER, address),
        Effect(day or FIRST + timedelta(days=draw(st.integers(0, 3)))),
        n,
        payload,
        Position.AFTER if action is Action.INSERT else None,
        words,
        label if action is Action.RENUMBER else new,
        words if action is Action.INSERT_TEXT else "",
        Place.AFTER if action is Action.INSERT_TEXT else None,
    )


@st.composite
def worlds(draw: st.DrawFn, most: int = 6) -> tuple[Document, list[Operation]]:
    base = draw(acts(NUMBER))
    return base, [draw(changes_to(base, n)) for n in range(1, draw(st.integers(1, most)) + 1)]


def build(base: Document, found: list[Operation]) -> Law:
    return Law([base, *map(amender, AMENDERS)], found)


@given(documents())
def test_a_unit_is_known_by_the_act_and_the_address_under_which_it_came_into_being(document: Document) -> None:
    units = [p for _, p in addressed(stamped(document.body, NUMBER))]
    assert [(u.uid, u) for u in units] == [(f"{NUMBER}#{a}", p) for a, p in addressed(document.body)]


def test_the_numbers_of_an_annex_and_of_a_form_in_it_are_their_own() -> None:
    article = Provision(Kind.DIEU, "1", "Một")
    form = Provision(Kind.MAU, "01", children=(article,))
    body = Provision(Kind.VAN_BAN, children=(article, Provision(Kind.PHU_LUC, "I", children=(article, form, article))))
    uids = [u.uid.partition("#")[2] for u in stamped(body, NUMBER).walk()][1:]
    assert uids == [str(a) for a, _ in addressed(body)] and "phu-luc-i.mau-01.dieu-1" in uids


@given(worlds(), st.randoms(use_true_random=False))
def test_the_order_in_which_operations_are_given_does_not_matter(world: tuple[Document, list[Operation]], rng) -> None:  # type: ignore[no-untyped-def]
    base, found = world
    other = list(found)
    rng.shuffle(other)
    one, two = build(base, found), build(base, other)
    assert one.changes(NUMBER) == two.changes(NUMBER)
    assert one.days(NUMBER) == two.days(NUMBER)
    for day in one.days(NUMBER):
        assert one.edition(NUMBER, day) == two.edition(NUMBER, day)


@given(worlds())
def test_the_text_changes_on_its_days_alone_and_every_change_has_an_outcome(world: tuple[Document, list[Operation]]) -> None:
    base, found = world
    built = build(base, found)
    assert {id(c.operation) for c in built.all_changes()} == {id(o) for o in found}
    days = built.days(NUMBER)
    last = None
    for n in range(-1, 6):
        day = FIRST + timedelta(days=n)
        body = built.edition(NUMBER, day).document.body
        assert last is None or (body != last) == (day in days)
        last = body
    for change in built.changes(NUMBER):
        assert (change.refusal is None) == (change.outcome is Outcome.APPLIED)


@given(worlds(), st.integers(0, 5))
def test_leaving_out_what_was_refused_changes_nothing(world: tuple[Document, list[Operation]], n: int) -> None:
    base, found = world
    built = build(base, found)
    conflicts = any(c.refusal and c.refusal.reason.value == "conflict-same-day" for c in built.changes(NUMBER))
    kept = [c.operation for c in built.changes(NUMBER) if c.refusal is None]
    if not conflicts:
        day = FIRST + timedelta(days=n)
        assert plain(build(base, kept).edition(NUMBER, day).document) == plain(built.edition(NUMBER, day).document)


@given(st.data())
def test_nothing_outside_the_target_changes(data: st.DataObject) -> None:
    base = data.draw(acts(NUMBER))
    change = data.draw(changes_to(base, 1))
    before = {u.uid: u for u in build(base, []).edition(NUMBER, FIRST).document.body.walk()}
    after = {u.uid: u for u in build(base, [change]).edition(NUMBER, FIRST + timedelta(days=9)).document.body.walk()}
    target = change.target.address
    uid = f"{NUMBER}#{target}"
    touched = {u.uid for u in before[uid].walk()}
    for known, unit in before.items():
        if known not in touched:
            now = after[known]
            assert (now.label, now.heading, now.text, now.cells, now.state) == (unit.label, unit.heading, unit.text, unit.cells, unit.state)
            assert [c.uid for c in now.children if c.uid in before] == [c.uid for c in unit.children]
    for new in set(after) - set(before):
        assert change.action in (Action.INSERT, Action.SUBSTITUTE) and change.id in after[new].causes


@given(st.data())
def test_acts_on_different_articles_commute(data: st.DataObject) -> None:
    base = data.draw(acts(NUMBER))
    day = FIRST
    one, two = data.draw(changes_to(base, 1, AMENDERS[0], day)), data.draw(changes_to(base, 2, AMENDERS[1], day))
    if one.target.address.get(Kind.DIEU) == two.target.address.get(Kind.DIEU) or {one.action, two.action} & {Action.RENUMBER}:
        return
    both = build(base, [one, two])
    assert not any(c.refusal and c.refusal.reason.value == "conflict-same-day" for c in both.changes(NUMBER))
    swapped = [
        Operation(**{**{f: getattr(o, f) for f in o.__slots__}, "origin": Origin(by, o.origin.address)})
        for o, by in ((one, AMENDERS[1]), (two, AMENDERS[0]))
    ]
    assert both.edition(NUMBER, day).document.body == build(base, swapped).edition(NUMBER, day).document.body


@given(st.data())
def test_what_was_inserted_and_repealed_leaves_the_rest_as_it_was(data: st.DataObject) -> None:
    base = data.draw(acts(NUMBER))
    change = data.draw(changes_to(base, 1, actions=(Action.INSERT,)))
    unit = change.payload[0]
    place = change.target.address.parent.child(unit.kind, unit.label)
    gone = Operation("30/2022/NĐ-CP#dieu-1/1", Origin("30/2022/NĐ-CP"), Action.REPEAL, Target(NUMBER, place), Effect(date(2023, 1, 1)))
    built = build(base, [change, gone])
    assert all(c.refusal is None for c in built.changes(NUMBER))
    tree = built.edition(NUMBER, date(2023, 1, 1)).document.body

    def without(found: Provision) -> Provision:
        kept = tuple(without(c) for c in found.children if not (c.state is State.REPEALED and change.id in c.causes))
        return found.with_children(kept)

    assert without(tree) == base.body
    assert [p.label for p in tree.walk() if p.repealed] == [unit.label]


@given(acts(NUMBER), st.lists(operations("20/2021/NĐ-CP"), max_size=4))
def test_any_operation_whatever_is_answered(base: Document, found: list[Operation]) -> None:
    aimed = [
        Operation(
            **{**{f: getattr(o, f) for f in o.__slots__}, "target": Target(NUMBER, o.target.address, o.target.part, "", o.target.through)}
        )
        for o in found
    ]
    built = build(base, aimed)
    assert len(built.all_changes()) == len(aimed)
    for day in (date(1950, 1, 1), date(2025, 1, 1)):
        assert built.edition(NUMBER, day).document.body.kind is Kind.VAN_BAN


@given(acts(NUMBER))
def test_every_unit_of_an_enacted_act_is_found_by_its_own_address(base: Document) -> None:
    found = index(base.body)
    changes = [
        Operation(f"20/2021/NĐ-CP#x/{n}", Origin("20/2021/NĐ-CP"), Action.SUSPEND, Target(NUMBER, address), Effect(FIRST))
        for n, address in enumerate(found)
    ]
    for change, (address, unit) in zip(build(base, changes).all_changes(), found.items(), strict=True):
        assert change.refusal is None, (address, change.refusal)
        assert change.address == address
        assert (change.before[0].kind, key(change.before[0].label)) == (unit.kind, key(unit.label))
