"""From the tracks of all documents to the commits of the law, in legal order. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime, timedelta, timezone
from functools import lru_cache

from lawtrack.history.cache import digest
from lawtrack.history.message import Act, compose
from lawtrack.history.state import Step
from lawtrack.history.tracks import Row
from lawtrack.text.numbers import same_key

HANOI = timezone(timedelta(hours=7))


@dataclass(slots=True)
class Plan:
    """A commit to be: what one act does on one day. `files` are path → blob."""

    day: str
    act: Act
    files: dict[str, str] = field(default_factory=dict)
    steps: list[Step] = field(default_factory=list)

    @property
    def source(self) -> str:
        """A hash of everything the commit is made from, its parent aside."""
        act = self.act
        ids = sorted(step.id for step in self.steps)
        return digest(self.day, act.number, act.title, act.issued, act.authority, act.source, act.ledger, *ids)

    @property
    def epoch(self) -> int:
        """Midnight in Hanoi of the day (of the issue, where no day is known), not before Git's own first second."""
        return epoch_of(self.day or self.act.issued)

    @property
    def message(self) -> str:
        """The words of the commit."""
        return compose(self.act, self.day, self.rows)

    @property
    def rows(self) -> tuple[Row, ...]:
        """What was done, document by document."""
        return tuple(row for step in self.steps for row in step.rows)


def epoch_of(day: str) -> int:
    """Seconds since 1970 at midnight in Hanoi of an ISO day; 0 for days before: Git holds none of them."""
    if not day:
        return 0
    return max(0, int(datetime.combine(date.fromisoformat(day), datetime.min.time(), HANOI).timestamp()))


@lru_cache(maxsize=65536)
def rank(act: Act) -> tuple[str, str]:
    """The place of an act among acts of one day, as the engine has it: by issue, then by number."""
    return act.issued or "9999-12-31", same_key(act.number)


def lay(tracks: Mapping[str, Iterable[Step]], acts: Mapping[str, Act]) -> list[Plan]:
    """The commits in legal order: day, issue, number. `tracks`: path → steps; `acts`: key → facts."""
    plans: dict[tuple[str, str], Plan] = {}
    keys: dict[str, str] = {}
    for path in sorted(tracks):
        for step in tracks[path]:
            key = keys.get(step.act)
            if key is None:
                key = keys[step.act] = same_key(step.act)
            plan = plans.get((step.day, key))
            if plan is None:
                plan = plans[step.day, key] = Plan(step.day, acts.get(key) or Act(step.act))
            plan.files[path] = step.blob
            plan.steps.append(step)
    order = {key: rank(act) for key in keys.values() for act in (acts.get(key) or Act(key),)}
    return [plans[place] for place in sorted(plans, key=lambda place: (place[0], order[place[1]]))]
