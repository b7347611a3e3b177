"""From drafts to operations: the act they speak of, the day they hold from, what this act gives them, and their names."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lawtrack.amend.acts import Acts
from lawtrack.amend.cited import Cited
from lawtrack.amend.days import excepted, leaves_standing, own_effect, until
from lawtrack.amend.described import whole_unit
from lawtrack.amend.draft import Draft
from lawtrack.amend.effects import Effects
from lawtrack.amend.enclosed import payload
from lawtrack.law.address import Address
from lawtrack.law.catalogue import Catalogue
from lawtrack.law.document import Document
from lawtrack.law.effect import Effect
from lawtrack.law.message import Message
from lawtrack.law.operation import Action, Operation, Origin, Target
from lawtrack.law.refusal import Reason, Refusal
from lawtrack.text.fold import fold
from lawtrack.text.numbers import kind_of

WHOLE_ACTS = (Action.REPEAL_DOCUMENT, Action.REPLACE_DOCUMENT)


@dataclass(slots=True)
class Bench:
    """What is the same for all operations of one act."""

    document: Document
    catalogue: Catalogue
    acts: Acts
    effects: Effects
    made: int = 0
    counts: dict[Address, int] = field(default_factory=dict)
    enclosed: dict[str, tuple[Address, ...]] = field(default_factory=dict)  # by operation

    @property
    def erratum(self) -> bool:
        """Whether the act only puts misprints right (Decree 78/2025/NĐ-CP, article 9)."""
        return "đính chính" in fold(self.document.meta.title)

    def operations(
        self, drafts: Sequence[Draft], origin: Origin, lines: Sequence[str], act: Cited | None, via: tuple[str, Address] | None = None
    ) -> list[Operation]:
        """The operations of a command; `lines` are its own and those above it, from the nearest, which may name its day; `act` is the one
        its frame speaks of, `via` the line of an article that leaves the command to an annex, and its address."""
        effect = self._effect(drafts, origin, lines, via)
        return [self._operation(draft, origin, effect, draft.act or act) for draft in drafts]

    def _operation(self, draft: Draft, origin: Origin, effect: Effect, act: Cited | None) -> Operation:
        number, problem = self.acts.resolve(act)
        if self.erratum and draft.action in (Action.REPLACE_TEXT, Action.DELETE_TEXT):
            draft = replace(draft, action=Action.CORRECT)
        if draft.described and draft.through is None and whole_unit(self.catalogue.document(number), draft.address, draft.described):
            draft = replace(draft, action=Action.REPEAL, refusal=None)
        if draft.action in WHOLE_ACTS:
            problem = problem or _above(kind_of(self.document.number) or self.document.meta.kind, number)
            problem = problem or (_partly(number, effect.scope) if leaves_standing(excepted(origin.text)) else None)
        n = self.counts[origin.address] = self.counts.get(origin.address, 0) + 1
        self.made += 1
        name = f"{self.document.number}#{origin.address}/{n}"
        if draft.enclosed:
            self.enclosed[name] = draft.enclosed
        return Operation(
            id=name,
            origin=origin,
            action=draft.action,
            target=Target(number, draft.address, draft.part, act.words if act else "", draft.through, draft.within),
            effect=effect,
            order=self.made - 1,
            payload=draft.payload,
            position=draft.position,
            find=draft.find,
            put=draft.put,
            anchor=draft.anchor,
            place=draft.place,
            nth=draft.nth,
            refusal=draft.refusal or problem,
        )

    def _effect(self, drafts: Sequence[Draft], origin: Origin, lines: Sequence[str], via: tuple[str, Address] | None) -> Effect:
        meta, general = self.document.meta, self.effects.general
        effect = next((found for line in lines if (found := own_effect(line, meta, general)) is not None), None)
        if effect is None and via is not None:
            effect = own_effect(via[0], meta, general)
            if effect is None and self.effects.of(origin.address) == general:
                effect = self.effects.of(via[1])
        effect = effect or self.effects.of(origin.address)
        if any(d.action in WHOLE_ACTS for d in drafts) and (kept := excepted(origin.text)):
            effect = replace(effect, scope=kept)
        if any(d.action in (Action.SUSPEND, Action.OVERLAY) for d in drafts):
            effect = replace(effect, end=until(origin.text))
        return effect

    def settled(self, operations: Sequence[Operation]) -> list[Operation]:
        """`operations`, all those of the act, with what its annexes and forms bring in."""
        wanted = frozenset(address for enclosed in self.enclosed.values() for address in enclosed)
        return [self._given(o, self.enclosed[o.id], wanted) if o.id in self.enclosed else o for o in operations]

    def _given(self, operation: Operation, enclosed: Sequence[Address], wanted: frozenset[Address]) -> Operation:
        if operation.refusal is not None:
            return operation
        units = payload(self.document.body, enclosed, wanted)
        return replace(operation, refusal=units) if isinstance(units, Refusal) else replace(operation, payload=units)


_RANKS = {"luật": 3, "bộ luật": 3, "pháp lệnh": 3, "nghị định": 2, "thông tư": 1, "thông tư liên tịch": 1}


def _partly(number: str, kept: str) -> Refusal:
    """An act that ends but for some of its provisions: which units go is for an editor."""
    return Refusal(
        Reason.SCOPE_LIMITED,
        Message("{act} ends, but some of its provisions stay in force: “{words}”", act=number, words=kept),
        found=kept,
        remedy=Message("enter the repeal of the other provisions in the ledger"),
    )


def _above(kind: str, number: str) -> Refusal | None:
    """An act is repealed by the body that issued it or one above it (Law 64/2025/QH15, article 8): a circular that seems to repeal a
    decree names it for another reason."""
    own, other = _RANKS.get(kind), _RANKS.get(kind_of(number))
    if own is None or other is None or other <= own:
        return None
    return Refusal(
        Reason.TARGET_AMBIGUOUS,
        Message("an act of the kind {kind} cannot repeal {act}: the act may be named for another reason", kind=kind, act=number),
        found=number,
        remedy=Message("decide, and enter the operation in the ledger"),
    )
