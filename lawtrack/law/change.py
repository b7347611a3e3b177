"""What operations did: the values the engine gives and the publications show."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from lawtrack.law.address import Address
from lawtrack.law.document import Document
from lawtrack.law.message import Message
from lawtrack.law.operation import Action, Operation
from lawtrack.law.provision import Provision
from lawtrack.law.refusal import Reason, Refusal


class Outcome(StrEnum):
    """What became of an operation. `applied` includes what will apply on a known future day."""

    APPLIED = "applied"
    REFUSED = "refused"
    MANUAL = "manual"


class Status(StrEnum):
    """Whether an act holds on a day. Rules: Law 64/2025/QH15, articles 53-57; before 01/4/2025 Law 80/2015/QH13, articles 151-154."""

    NOT_YET = "not-yet"
    IN_FORCE = "in-force"
    PARTLY_EXPIRED = "partly-expired"  # amended or repealed in part
    SUSPENDED = "suspended"
    EXPIRED = "expired"
    UNCERTAIN = "uncertain"
    UNKNOWN = "unknown"  # no date of effect is known


@dataclass(frozen=True, slots=True)
class Change:
    """One operation and what it did.

    day      the first day of effect; None where it is not known
    address  of the unit acted on, in the target as it stood before; for insertions of the first unit that came in
    before   the units acted on as they stood (empty for insertions); after: as they stand (empty where a unit vanished)
    refusal  why not, for outcomes other than applied
    """

    operation: Operation
    outcome: Outcome
    day: date | None = None
    address: Address = Address()
    before: tuple[Provision, ...] = ()
    after: tuple[Provision, ...] = ()
    refusal: Refusal | None = None


@dataclass(frozen=True, slots=True)
class Edition:
    """An act as it stands on a day.

    document   the text; where something is uncertain, as if the uncertain changes did not hold yet
    other      the text if every uncertain change held already; None where nothing is uncertain
    uncertain  changes whose bounds include the day
    applied    changes that hold on the day; coming: changes with a later first day; refused: changes that never reached the text
    status, why
               whether the act holds on the day, and the reason in words (an act and a provision)
    """

    document: Document
    at: date
    status: Status
    why: Message = Message("")
    other: Document | None = None
    uncertain: tuple[Change, ...] = ()
    applied: tuple[Change, ...] = ()
    coming: tuple[Change, ...] = ()
    refused: tuple[Change, ...] = ()

    @property
    def awaited(self) -> tuple[Change, ...]:
        """The entries into force still to come of provisions to which the act gives a later day, or a day that is not known, than its own
        (Law 64/2025/QH15, article 53): their words stand in the text and do not hold yet."""
        if self.status is Status.EXPIRED:
            return ()
        unknown = (c for c in self.refused if c.refusal is not None and c.refusal.reason is Reason.EFFECT_UNKNOWN)
        return tuple(c for c in (*self.coming, *unknown) if c.operation.action is Action.ENACT and c.operation.target.address)
