"""Cases a lawyer can read: an act, what amends it, and what it says afterwards.

<action>/<case>/base.md                 the act as enacted, as plain text
                act.md, act-2.md …      the acts that amend it
                expected.md             the articles that change, as they stand on the last day; every other article must stand as enacted.
                                        With chapters or annexes in it, it is the whole text or every annex; with
                                        "QUY CHẾ" in front, the regulation attached to a decision.
                expected-<date>.md      the same on a day
                notices-<date>.md       what is said above the text on a day, line by line
                refusal.yml             every operation that is not applied: target, reason, outcome (refused where not said);
                                        without the file none may be refused
                state.yml               status of the act on the last day; addresses of suspended units
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from pathlib import Path

import pytest
import yaml

from lawtrack.amend import read_act
from lawtrack.consolidate import Law
from lawtrack.ingest import read_source
from lawtrack.law import Action, Document, Edition, State
from lawtrack.law.address import addressed
from lawtrack.law.catalogue import Catalogue
from lawtrack.law.plain import lines
from lawtrack.publish.speech import Speech
from lawtrack.publish.texts import notices

ROOT = Path(__file__).parent
CASES = sorted(path.parent for path in ROOT.glob("*/*/act.md"))
# What is not read yet, and why. A case that passes has to leave this list.
WAITING: dict[str, str] = {}


@dataclass(frozen=True)
class Played:
    base: Document
    law: Law
    last: date


def play(folder: Path) -> Played:
    documents = [read_source(p.read_bytes(), p.name).document for p in (folder / "base.md", *sorted(folder.glob("act*.md")))]
    catalogue = Catalogue.of(documents)
    law = Law(documents, [o for d in documents for o in read_act(d, catalogue).operations])
    days = law.days(documents[0].key)
    return Played(documents[0], law, days[-1])


def printed(document: Document) -> list[str]:
    return [line for _, _, line in lines(document.body)]


def articles(text: list[str]) -> dict[str, list[str]]:
    """Lines by article; those in front of the first under ""."""
    out: dict[str, list[str]] = {"": []}
    for line in text:
        if match := re.match(r"Điều (\S+)\.", line):
            out[match.group(1)] = []
        out[list(out)[-1]].append(line)
    return out


def compare(base: Document, edition: Edition, expected: Path) -> None:
    wanted = [line for line in expected.read_text(encoding="utf-8").splitlines() if line.strip()]
    got = printed(edition.document)
    if re.match(r"(?:Chương|Phần) |[A-Z]+\. ", wanted[0]):
        assert got == wanted
        return
    if enclosed := next((word for word in ("Phụ lục", "QUY CHẾ") if wanted[0].startswith(word)), None):
        assert got[next(i for i, line in enumerate(got) if line.startswith(enclosed)) :] == wanted
        return
    now, then, new = articles(got), articles(printed(base)), articles(wanted)
    for label, text in new.items():
        if label:
            assert now.get(label) == text
    assert {k: v for k, v in now.items() if k not in new or not k} == {k: v for k, v in then.items() if k not in new or not k}


def case(folder: Path) -> object:
    name = f"{folder.parent.name}/{folder.name}"
    marks = [pytest.mark.xfail(strict=True, reason=WAITING[name])] if name in WAITING else []
    return pytest.param(folder, id=name, marks=marks)


@pytest.mark.parametrize("folder", [case(folder) for folder in CASES])
def test_case(folder: Path) -> None:
    played = play(folder)
    changes = played.law.all_changes()
    assert changes, "no command was heard"
    refusals = folder / "refusal.yml"
    wanted = yaml.safe_load(refusals.read_text(encoding="utf-8")) if refusals.exists() else []
    told = [(str(c.address or c.operation.target.address), str(c.refusal.reason), str(c.outcome)) for c in changes if c.refusal]
    assert sorted(told) == sorted((w["target"], w["reason"], w.get("outcome", "refused")) for w in wanted), [
        str(c.refusal) for c in changes
    ]
    days = {None: folder / "expected.md", **{date.fromisoformat(p.stem[9:]): p for p in folder.glob("expected-*.md")}}
    for day, expected in days.items():
        edition = played.law.edition(played.base.key, day or played.last)
        if expected.exists():
            compare(played.base, edition, expected)
        else:
            assert printed(edition.document) == printed(played.base)
    for path in folder.glob("notices-*.md"):
        edition = played.law.edition(played.base.key, date.fromisoformat(path.stem[8:]))
        assert notices(edition, {}, Speech("vi")) == path.read_text(encoding="utf-8").splitlines()
    if (folder / "state.yml").exists():
        state = yaml.safe_load((folder / "state.yml").read_text(encoding="utf-8"))
        edition = played.law.edition(played.base.key, played.last)
        if "status" in state:
            assert str(edition.status) == state["status"]
        suspended = [str(a) for a, p in addressed(edition.document.body) if p.state is State.SUSPENDED]
        assert suspended == state.get("suspended", [])


def test_every_case_has_what_it_needs() -> None:
    for folder in CASES:
        names = {p.name for p in folder.iterdir()}
        assert "base.md" in names, folder
        assert names & {"expected.md", "refusal.yml", "state.yml"}, f"{folder} expects nothing"


def test_every_action_has_a_folder() -> None:
    assert {p.parent.name for p in CASES} >= {a.value for a in Action} - {"enact"}
