"""Random timelines: the history says what the engine says on every day; going on equals building anew; order of import does not matter."""

from __future__ import annotations

from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from lawtrack.consolidate import Law
from lawtrack.history import Library, Workspace
from lawtrack.history.build import Builder
from lawtrack.history.engine import Engine
from lawtrack.history.lawref import Reader
from lawtrack.history.places import ledger_of, place_of
from lawtrack.history.settings import Settings
from lawtrack.history.state import State
from lawtrack.history.store import blob_of
from lawtrack.history.tracks import first_day, standing
from lawtrack.law import Action, Bounded, Document, Operation, Position, Provision, Unknown
from lawtrack.markup import Decision, Entry, Ledger, write, write_ledger
from tests.history.conftest import act, amender, dieu, khoan, op

BASES = ("1/2000/QH10", "2/2001/QH10")
START = date(2000, 1, 1)


class Held:
    """Sources and ledgers in memory."""

    def __init__(self) -> None:
        self._data: dict[str, bytes] = {}

    def put(self, document: Document, operations: list[Operation] | None = None) -> None:
        path = place_of(document)
        self._data[path] = write(document).encode()
        if operations is not None:
            ledger = Ledger(document.number, entries=tuple(Entry(o, Decision.ADDED, note="test") for o in operations))
            self._data[ledger_of(path)] = write_ledger(ledger).encode()

    def files(self) -> dict[str, str]:
        return {path: blob_of(self._data[path]) for path in sorted(self._data)}

    def data(self, path: str) -> bytes:
        return self._data[path]


days = st.integers(0, 400).map(lambda n: START + timedelta(days=n))
starts = st.one_of(
    days,
    days,
    days,
    st.just(Unknown("chưa rõ")),
    st.tuples(days, st.integers(0, 60)).map(lambda p: Bounded(p[0], p[0] + timedelta(days=p[1]))),
)
places = st.sampled_from(["dieu-1.khoan-1", "dieu-1.khoan-2", "dieu-1.khoan-3", "dieu-2.khoan-1", "dieu-2"])
kinds = st.sampled_from(["substitute", "insert", "repeal", "replace", "renumber", "suspend", "revive", "correct", "expire", "restore"])


def operation(number: str, n: int, kind: str, target: str, place: str, start: object, word: int) -> Operation:
    unit: tuple[Provision, ...] = (khoan(place[-1], f"Lời mới {word}."),) if "khoan" in place else (dieu("2", f"Lời mới {word}."),)
    new = (khoan(f"{place[-1]}a", f"Thêm {word}."),) if "khoan" in place else (dieu("2a", f"Thêm {word}."),)
    day = start if isinstance(start, date) else START
    made = {
        "substitute": lambda: op(number, n, Action.SUBSTITUTE, target, place, start, unit),  # type: ignore[arg-type]
        "insert": lambda: op(number, n, Action.INSERT, target, place, start, new, position=Position.AFTER),  # type: ignore[arg-type]
        "repeal": lambda: op(number, n, Action.REPEAL, target, place, start),  # type: ignore[arg-type]
        "replace": lambda: op(number, n, Action.REPLACE_TEXT, target, place, start, find="hội", put=f"hội {word}"),  # type: ignore[arg-type]
        "renumber": lambda: op(number, n, Action.RENUMBER, target, place, start, put="9"),  # type: ignore[arg-type]
        "suspend": lambda: op(number, n, Action.SUSPEND, target, place, day, end=day + timedelta(days=1 + word)),
        "revive": lambda: op(number, n, Action.REVIVE, target, place, start),  # type: ignore[arg-type]
        "correct": lambda: op(number, n, Action.CORRECT, target, place, start, find="mỗi", put="từng"),  # type: ignore[arg-type]
        "expire": lambda: op(number, n, Action.REPEAL_DOCUMENT, target, "", start),  # type: ignore[arg-type]
        "restore": lambda: op(number, n, Action.OVERLAY, target, place, day, unit, end=day + timedelta(days=1 + word)),
    }
    return made[kind]()


@st.composite
def timelines(draw: st.DrawFn, targets: tuple[str, ...] = BASES) -> list[tuple[Document, list[Operation]]]:
    """Amending acts with what they do, in the order in which they are entered."""
    acts = []
    one_operation = st.tuples(kinds, st.sampled_from(targets), places, starts, st.integers(1, 40))
    one_act = st.tuples(days, st.integers(0, 30), st.lists(one_operation, min_size=1, max_size=3))
    for i, (effective, before, commands) in enumerate(draw(st.lists(one_act, min_size=1, max_size=4))):
        number = f"{10 + i}/2000/QH10"
        made = [operation(number, n + 1, *command) for n, command in enumerate(commands)]
        acts.append((amender(number, effective, effective - timedelta(days=before)), made))
    return draw(st.permutations(acts))


@pytest.fixture(scope="module")
def place(tmp_path_factory: pytest.TempPathFactory) -> Workspace:
    return Workspace.init(tmp_path_factory.mktemp("timelines") / "ws")


def bases() -> list[Document]:
    body = (dieu("1", "Luật này về hội làng.", "Hội họp mỗi năm.", "Hội có quỹ mỗi làng."), dieu("2", "Mỗi hội một làng.", "Hội bầu."))
    return [act(number, *body, kind="luật", effective=START + timedelta(days=50 * i), issued=START) for i, number in enumerate(BASES)]


def built(place: Workspace, held: Held, old: State | None = None) -> State:
    library = Library(held, place.cache, applied=True)
    return Builder(place.gate, Engine(library), Settings(), old or State(), Path(place.cache.folder / "marks")).run()


@settings(max_examples=30, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(timelines())
def test_history_equals_the_engine_however_it_came_about(place: Workspace, acts: list[tuple[Document, list[Operation]]]) -> None:
    held, state = Held(), State()
    for base in bases():
        held.put(base)
    for document, operations in acts:
        state = built(place, held, state)
        held.put(document, operations)
    state = built(place, held, state)

    other = Held()
    for document, operations in acts[::-1]:
        other.put(document, operations)
    for base in bases()[::-1]:
        other.put(base)
    anew = built(place, other)
    assert anew == state, "going on, and another order of import, give the same commits"

    documents = [*bases(), *(document for document, _ in acts)]
    law = Law(documents, [o for _, operations in acts for o in operations])
    reader = Reader(place, {path: track.line for path, track in state.tracks.items()})
    for document in documents:
        start = first_day(law, document)
        assert start is not None
        asked = {day + timedelta(days=n) for day in (start, *law.days(document.key), *reader.days(place_of(document))) for n in (-1, 0, 1)}
        for day in sorted(asked):
            expected = write(standing(law.edition(document.key, day))) if day >= start else None
            assert reader.text_at(document.number, day) == expected, f"{document.number} on {day}"


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(timelines((*BASES, "10/2000/QH10", "11/2000/QH10", "99/1999/QH9")))
def test_what_an_act_does_is_told_by_the_acts_it_touches(place: Workspace, acts: list[tuple[Document, list[Operation]]]) -> None:
    held = Held()
    for base in bases():
        held.put(base)
    for document, operations in acts:
        held.put(document, operations)
    library = Library(held, place.cache)
    whole = library.law().all_changes()
    for document, operations in acts:
        told = library.changes_by(library.entry(document.number))
        assert told == tuple(c for c in whole if c.operation.origin.document == document.number) and len(told) == len(operations)


def test_the_timelines_reach_what_they_are_for(place: Workspace) -> None:
    """A guard: one hand-made timeline has suspension, its end, an unknown day and a bound, and all of them are in the history."""
    held = Held()
    for base in bases():
        held.put(base)
    number = "10/2000/QH10"
    made = [
        operation(number, 1, "suspend", BASES[0], "dieu-1.khoan-1", START + timedelta(days=100), 10),
        operation(number, 2, "substitute", BASES[0], "dieu-1.khoan-2", Unknown("x"), 1),
        operation(number, 3, "insert", BASES[0], "dieu-1.khoan-3", Bounded(START + timedelta(days=90), START + timedelta(days=120)), 2),
    ]
    held.put(amender(number, START + timedelta(days=80)), made)
    state = built(place, held)
    path = place_of(bases()[0])
    assert [s.day for s in state.tracks[path].line] == ["2000-01-01", "2000-04-10", "2000-04-21", "2000-04-30"]
    assert [row.what for s in state.tracks[path].line for row in s.rows] == ["enact", "suspend", "end", "insert"]
    assert len(state.tracks[path].side) == len(state.side) == 1
