"""The operations of an act as they are read: each with the words it stands in, and the units that gave it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field

from lawtrack.amend.account import text_start
from lawtrack.amend.acts import Cited
from lawtrack.amend.bench import WHOLE_ACTS, Bench
from lawtrack.amend.chains import Gap
from lawtrack.amend.draft import Draft
from lawtrack.amend.effects import Unplaced
from lawtrack.amend.frames import Frame
from lawtrack.law.address import Address, addressed
from lawtrack.law.document import Document
from lawtrack.law.message import Message
from lawtrack.law.operation import Action, Operation, Origin
from lawtrack.law.provision import Kind, Provision
from lawtrack.law.refusal import Reason, Refusal
from lawtrack.text.numbers import same_key


@dataclass(slots=True)
class Emission:
    """The operations read so far. `addresses` and `places` (start and end in the text) are those of the units of `document`, by
    identity; `claimed` tells the operations of each unit by their names."""

    document: Document
    bench: Bench
    addresses: dict[int, Address]
    places: dict[int, tuple[int, int]]
    operations: list[Operation] = field(default_factory=list)
    claimed: dict[int, list[str]] = field(default_factory=dict)
    _told: set[str] = field(default_factory=set)

    def at(self, unit: Provision, line: str) -> tuple[str, Address]:
        """A line and the address of the unit it stands in."""
        return line, self.addresses.get(id(unit), Address())

    def emit(self, made: Sequence[Draft], unit: Provision, frame: Frame, line: str, dated: str = "") -> None:
        """Adds the operations of the command `line`, which stands in `unit` below the lines of `frame`. `dated`: words that name the day
        of effect, where they are not those of the line."""
        address = self.addresses.get(id(unit), Address())
        start, end = self.places.get(id(unit), (0, 0))
        start = text_start(unit, start, self.document.meta.language) if unit.kind is not Kind.TRICH else start
        told = [text for text, once in frame.lines if not (once and text in self._told)]
        self._told.update(text for text, _ in frame.lines)
        origin = Origin(self.document.number, address, start, end, "\n".join((*told, line)), self.document.meta.language)
        new = self.bench.operations(made, origin, dated or line, frame.act, frame.via)
        self.operations += new
        self.claimed.setdefault(id(unit), []).extend(o.id for o in new)

    def emit_unplaced(self, statements: Sequence[Unplaced]) -> list[Message]:
        """Adds, for each act whose provisions are changed here, an operation for an editor with each statement that gives a subject, and no
        provision, a day of its own: any of the operations on that act may be meant. The statements come back as doubts where no provision
        of another act is changed."""
        changed = [o.target.document for o in self.operations if o.target.document and o.action not in WHOLE_ACTS]
        targets = [n for n in dict.fromkeys(changed) if n != self.document.number]
        if not targets:
            return [
                Message("{place:address}: to which commands this day belongs is not said: “{words}”", place=s.address, words=s.words)
                for s in statements
            ]
        units = dict(addressed(self.document.body))
        for said in statements:
            refusal = Refusal(
                Reason.SCOPE_LIMITED,
                Message("a subject takes effect on a day of its own, and which commands are meant is not said"),
                found=said.words,
                remedy=Message("give the operations it speaks of their day in the ledger"),
            )
            made = [Draft(Action.MANUAL, act=Cited("", number=number, words=number), refusal=refusal) for number in targets]
            self.emit(made, units[said.address], Frame(), said.words, said.dated)
        return []

    def emit_gaps(self, found: Sequence[Gap]) -> None:
        """Adds an operation for an editor for every act changed here that an act not in hand is said to have amended before."""
        changed = {same_key(o.target.document) for o in self.operations}
        for gap in found:
            if same_key(gap.target) not in changed:
                continue
            message = Message("{act} was amended by {amender}, which is not in hand", act=gap.target, amender=gap.missing)
            refusal = Refusal(Reason.AMENDER_MISSING, message, found=gap.words)
            act = Cited("", number=gap.target, words=gap.target)
            origin = Origin(self.document.number, gap.address, text=gap.words, language=self.document.meta.language)
            self.operations += self.bench.operations([Draft(Action.MANUAL, act=act, refusal=refusal)], origin, gap.words, None)
