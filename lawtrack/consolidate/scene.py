"""What one operation may look at, and what it gives back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from lawtrack.consolidate.tree import Path, Tree
from lawtrack.law.address import Address
from lawtrack.law.document import Meta
from lawtrack.law.message import Message
from lawtrack.law.operation import Operation, Part
from lawtrack.law.provision import Provision, State
from lawtrack.law.refusal import Reason, Refusal

Written = Mapping[tuple[str, int], tuple[str, tuple[tuple[int, int], ...]]]
"""Identity of a unit and cell → its text, and the stretches of it that were written. Of no meaning once the text is another."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A renumbering that took place: the unit, its labels, the day, the act (key) that did it, and the identity of the unit it left, where
    it went to stand in another."""

    uid: str
    old: str
    new: str
    day: date
    act: str
    left: str = ""


@dataclass(frozen=True, slots=True)
class Scene:
    """One act between two operations.

    meta      of the act, whose title an operation may change
    now       its tree as it stands
    before    its tree as it stood before the first operation of the same amending act on the same day: labels and ordinals in a
              command are those its drafters had before them
    moved     renumberings of earlier days and acts
    issued    when the amending act was issued
    moving    identities of the units which the same act renumbers on the same day
    dropped   ids of operations whose commands the same act repeals
    whole     whether the act as a whole is in force, suspended or expired (REPEALED)
    longer    phrases of other commands of the same act on the same target that hold this one's: at a place both fit, they are meant
    failed    renumberings that were refused: later acts may name their units by numbers this text has not given
    held      ids of suspensions that hold until a stated day
    written   words which earlier commands of the same act on the same day wrote: its commands speak of the words before it, so none
              of them works on what another wrote
    """

    meta: Meta
    now: Tree
    before: Tree
    day: date
    moved: tuple[Moved, ...] = ()
    issued: date | None = None
    moving: frozenset[str] = frozenset()
    dropped: frozenset[str] = frozenset()
    whole: State = State.IN_FORCE
    longer: tuple[str, ...] = ()
    failed: tuple[Operation, ...] = ()
    held: frozenset[str] = frozenset()
    written: Written = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Spot:
    """A unit found, or a part of it: of its own words the stretch `span` alone, of a row the cell `cell`."""

    path: Path
    unit: Provision
    part: Part = Part.WHOLE
    span: tuple[int, int] | None = None
    cell: int | None = None

    @property
    def inner(self) -> bool:
        """Whether a sentence or a cell is meant, and no unit."""
        return self.span is not None or self.cell is not None


@dataclass(frozen=True, slots=True)
class Done:
    """What an operation did.

    tree            as it stands now
    address         of the unit acted on as it stood before, or of the first unit that came in
    before, after   the units acted on
    meta            where the act's title changed
    moved           renumberings that took place
    whole           what becomes of the act as a whole, where that changes
    written         words this operation wrote, with those of the scene where they moved
    """

    tree: Tree
    address: Address
    before: tuple[Provision, ...] = ()
    after: tuple[Provision, ...] = ()
    meta: Meta | None = None
    moved: tuple[Moved, ...] = ()
    whole: State | None = None
    written: Written = field(default_factory=dict)


Result = Done | Refusal


def missing(operation: Operation, message: Message, found: str = "") -> Refusal:
    """The refusal for a target that is not there."""
    return Refusal(Reason.TARGET_MISSING, message, expected=operation.target.address.vietnamese(), found=found)


def called(unit: Provision) -> str:
    """A unit by kind and label, as acts name it: "khoản 3"."""
    return Address.of((unit.kind, unit.label)).vietnamese()


def excerpt(text: str, width: int = 160) -> str:
    """The first words of `text`, for a message."""
    text = " ".join(text.split())
    return text if len(text) <= width else text[:width].rsplit(" ", 1)[0] + " …"
