"""The operations of an act as they are read: each with the words it stands in, and the units that gave it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lawtrack.amend.account import text_start
from lawtrack.amend.bench import WHOLE_ACTS, Bench
from lawtrack.amend.chains import Gap
from lawtrack.amend.cited import Cited
from lawtrack.amend.days import excepted
from lawtrack.amend.draft import Draft
from lawtrack.amend.effects import Effects, Ending, Unplaced
from lawtrack.amend.frames import Frame
from lawtrack.law.address import Address, addressed
from lawtrack.law.document import Document
from lawtrack.law.effect import Effect
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
        dates = (dated or line, *(text for text, _ in reversed(frame.lines)))  # a day above a list is that of its items
        new = self.bench.operations(made, origin, dates, frame.act, frame.via)
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

    def emit_own(self, effects: Effects) -> None:
        """Adds the entry into force of the act's own provisions that have another day than the act ("trừ khoản 2 Điều 24 có hiệu lực từ
        ngày …"), and of the act itself where it states its end. A provision that commands gives its day to its operations instead."""
        own = Cited("", own=True)
        if effects.ends is not None:
            scope = "; ".join(words for words in (effects.general.scope, excepted(effects.ends.words)) if words)
            effect = replace(effects.general, end=effects.ends.end, scope=scope)
            self._add(Draft(Action.ENACT, act=own), effects.ends.stated, effects.ends.words, effect)
            self._emit_ended(effects.ends)
        told: set[Address] = set()
        for rule in effects.rules:
            for address in rule.addresses:
                effect = effects.of(address)
                commands = any(o.origin.address.within(address) for o in self.operations)
                if address in told or effect.start == effects.general.start or commands or rule.stated.within(address):
                    continue  # (a chapter may hold the closing article that says so)
                told.add(address)
                self._add(Draft(Action.ENACT, address, act=own), rule.stated, rule.effect.basis, effect)

    def _emit_ended(self, ends: Ending) -> None:
        """Adds, for each act whose words are changed here, the question what becomes of them when this act ends."""
        brings = (o for o in self.operations if o.action not in (*WHOLE_ACTS, Action.ENACT))
        worded = (o for o in brings if o.refusal is None or o.refusal.reason is not Reason.DESCRIPTIVE)  # a rule over it brings no words
        changed = [o.target.document for o in worded if o.target.document]
        message = Message("{act} ends by its own words: whether the words it brought stay is for an editor", act=self.document.number)
        refusal = Refusal(
            Reason.AMENDER_CHANGED,
            message,
            found=ends.words,
            remedy=Message("add operations to the ledger that say what now holds, or accept the text as it stands"),
        )
        for number in dict.fromkeys(n for n in changed if n != self.document.number):
            draft = Draft(Action.MANUAL, act=Cited("", number=number, words=number), refusal=refusal)
            self._add(draft, ends.stated, ends.words, Effect(ends.end, basis=ends.words))

    def _add(self, draft: Draft, address: Address, words: str, effect: Effect) -> None:
        origin = Origin(self.document.number, address, text=words, language=self.document.meta.language)
        self.operations += [replace(o, effect=effect) for o in self.bench.operations([draft], origin, (words,), None)]

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
            self.operations += self.bench.operations([Draft(Action.MANUAL, act=act, refusal=refusal)], origin, (gap.words,), None)
