"""Editions: names for the law history as it stood, so that a citation of a commit stays good whatever is rebuilt later."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from lawtrack.history.errors import BadInput, Conflict
from lawtrack.history.gate import Gate
from lawtrack.history.gitlog import Commit, commits
from lawtrack.law.message import Message

_PREFIX = "refs/tags/edition/"


@dataclass(frozen=True, slots=True)
class Rebuilt:
    """What a later edition says otherwise about one act and day: `added`, `gone`, or `changed` (`paths`: the documents that read
    otherwise)."""

    what: str
    day: str
    act: str
    subject: str
    paths: tuple[str, ...]


def publish(gate: Gate, ref: str, day: date) -> str:
    """Names the law history as it stands `edition/<day>` and returns the commit. An edition is never moved: raises Conflict where the
    day has another, or where there is no history."""
    tip = gate.tip(ref)
    if tip is None:
        raise Conflict("there is no law history yet", "build it: lawtrack apply --all", gate.root)
    name = f"{_PREFIX}{day.isoformat()}"
    old = gate.tip(name)
    if old is not None and old != tip:
        raise Conflict(
            Message("edition/{day} names another commit, and editions never move", day=day), "name a new edition on another day", gate.root
        )
    if old is None:
        gate.move([(name, tip, None)])
    return tip


def editions(gate: Gate) -> dict[date, str]:
    """Day → commit of every edition, oldest first."""
    rows = gate.ask("for-each-ref", "--format=%(refname) %(objectname)", "--", _PREFIX).decode().splitlines()
    pairs = (row.split() for row in rows)
    return dict(sorted((date.fromisoformat(name.removeprefix(_PREFIX)), commit) for name, commit in pairs))


def between(gate: Gate, one: date, two: date) -> tuple[Rebuilt, ...]:
    """What the second edition says otherwise than the first, in legal order: acts and days that came in or went, and those whose texts read
    otherwise. A commit that only follows on another is no difference. Raises BadInput for an edition that is not there."""
    known = editions(gate)
    for day in (one, two):
        if day not in known:
            have = ", ".join(map(str, known)) or "none"
            raise BadInput(Message("there is no edition of {day}", day=day), Message("the editions are: {have}", have=have))
    old = _by_act(commits(gate, known[one], known[two]))
    new = _by_act(commits(gate, known[two], known[one]))
    found = []
    for place in sorted(old.keys() | new.keys()):
        here, there = old.get(place), new.get(place)
        if here is None and there is not None:
            found.append(Rebuilt("added", *place, there.subject, tuple(sorted(there.files))))
        elif there is None and here is not None:
            found.append(Rebuilt("gone", *place, here.subject, tuple(sorted(here.files))))
        elif here and there and here.files != there.files:
            paths = {p for p in here.files.keys() | there.files.keys() if here.files.get(p) != there.files.get(p)}
            found.append(Rebuilt("changed", *place, there.subject, tuple(sorted(paths))))
    return tuple(found)


def _by_act(found: list[Commit]) -> dict[tuple[str, str], Commit]:
    return {(commit.day, commit.act): commit for commit in found}
