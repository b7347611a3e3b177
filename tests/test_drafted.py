"""Amending acts drawn over the shipped acts (benchmarks/drafted.py): each is read and applied as its drafter meant it, or refused where
there is nothing right to do. LAWTRACK_EXPLORE=1 draws other acts at every run."""

from __future__ import annotations

import os
import random
import sys
from dataclasses import replace
from pathlib import Path

import pytest

sys.path.insert(0, str(Path(__file__).parent.parent / "benchmarks"))

import drafted
from drafting import play as playing
from drafting.acts import Aimed
from drafting.draft import Draft
from drafting.speech import style
from drafting.tree import Tree, unit_of, without
from drafting.words import Words

SEED = str(random.randrange(10**6)) if os.environ.get("LAWTRACK_EXPLORE") else "shipped"
ACTS = 40


@pytest.fixture(scope="module")
def results() -> list[playing.Result]:
    bases = drafted.shipped()
    return [r for n in range(ACTS) for r in playing.play(bases, f"{SEED}/{n}")]


def test_every_command_is_applied_as_it_was_meant(results: list[playing.Result]) -> None:
    wrong = [r.shown for r in results if r.outcome != ("refused" if r.form.startswith("refuse") else "exact")]
    assert not wrong, "\n\n".join(wrong[:3])


def test_the_forms_of_the_catalogue_are_drawn(results: list[playing.Result]) -> None:
    forms = {r.form for r in results}
    assert len(forms) > 40
    assert all(any(f.startswith(group) for f in forms) for group in ("A", "B", "C", "D", "passive", "renumbering", "refuse"))


def test_what_is_meant_is_never_the_act_as_it_was() -> None:
    base = drafted.shipped()[0]
    tree = Tree(unit_of(base.body))
    rng = random.Random(SEED)
    draft = Draft(rng, tree, style(rng), Words(rng, tree.root))
    commands = [c for c in playing.drawn(rng, draft, 20, "") if not c.refused]
    assert len(commands) > 10
    for command in commands:
        assert playing.expected(Aimed(base, tree, draft.style, [command]), [command]) != tree.lines(), command.form


def test_an_operation_that_is_lost_is_told_as_silently_wrong(monkeypatch: pytest.MonkeyPatch) -> None:
    heard = playing.read_act

    def deaf(document, catalogue):  # type: ignore[no-untyped-def]
        reading = heard(document, catalogue)
        return replace(reading, operations=reading.operations[1:])

    monkeypatch.setattr(playing, "read_act", deaf)
    found = [r for n in range(3) for r in playing.play(drafted.shipped(), f"shipped/{n}")]
    assert any(r.outcome == "silent" for r in found)


def test_words_go_with_one_of_their_spaces() -> None:
    assert without("Vé ghi rõ biển số.", "rõ") == "Vé ghi biển số."
    assert without("Vé ghi biển số rõ.", "rõ") == "Vé ghi biển số."
    assert without("Vé đỏ, vé xanh", "Vé đỏ,") == "vé xanh"
    assert without("rõ ràng rõ", "rõ") == "ràng"
