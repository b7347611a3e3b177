"""An operation as a command gives it, before the act and the day of effect are known; and those that are left to an editor."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lawtrack.amend.cited import Cited
from lawtrack.amend.clauses import Clause, Verb
from lawtrack.amend.references import Ref
from lawtrack.law.address import Address
from lawtrack.law.message import Message
from lawtrack.law.operation import Action, Part, Place, Position
from lawtrack.law.provision import Provision
from lawtrack.law.refusal import Reason, Refusal

NOTHING_FOLLOWS = Message("the words that are announced do not follow")


@dataclass(frozen=True, slots=True)
class Draft:
    """An operation without its act, effect and origin. `act` None: the act of the frame. `enclosed`: the annexes and forms of this act that
    come in."""

    action: Action
    address: Address = Address()
    part: Part = Part.WHOLE
    act: Cited | None = None
    through: Address | None = None
    within: Address = Address()
    payload: tuple[Provision, ...] = ()
    position: Position | None = None
    find: str = ""
    put: str = ""
    anchor: str = ""
    place: Place | None = None
    nth: int | None = None
    refusal: Refusal | None = None
    described: str = ""
    enclosed: tuple[Address, ...] = ()


def cited(ref: Ref) -> Cited | None:
    """The act the reference names; None where the frame tells it."""
    return ref.act if isinstance(ref.act, Cited) else None


def through(ref: Ref) -> Address | None:
    """The last unit of a range; None where one unit is named."""
    return Address((*ref.address.steps[:-1], ref.through)) if ref.through else None


# -- refused -------------------------------------------------------------------------------------------------------------
def manual(ref: Ref | None, base: Address, refusal: Refusal, act: Cited | None = None) -> Draft:
    """A draft for an editor at `ref`, or at `base` where no unit is named."""
    if ref is None:
        return Draft(Action.MANUAL, base, act=act, refusal=refusal)
    return Draft(Action.MANUAL, ref.address, ref.part, ref.act if isinstance(ref.act, Cited) else act, refusal=refusal)


def first(clause: Clause) -> Ref | None:
    """The unit that stands for the clause where only one can be named."""
    places = tuple(p for w in clause.words for p in w.places)
    return next(iter((*clause.at, *places) if clause.verb is Verb.INSERT else (*clause.objects, *clause.at, *places)), None)


def not_understood(clause: Clause, base: Address) -> Draft:
    """The refusal of a clause with words the grammar does not know."""
    refusal = Refusal(
        Reason.NOT_UNDERSTOOD,
        Message("these words of the command were not understood: “{words}”", words=clause.unread),
        found=clause.unread,
    )
    return manual(first(clause), base, refusal)


def described(clause: Clause, base: Address) -> list[Draft]:
    """The refusals of a clause that describes what changes: one for each unit or act it names."""
    refusal = Refusal(
        Reason.DESCRIPTIVE,
        Message("the change is described, not quoted: “{words}”", words=clause.described),
        found=clause.described,
    )
    made = [replace(manual(r, base, refusal), described=clause.described, through=through(r)) for r in clause.objects]
    made += [manual(None, Address(), refusal, act) for act in clause.acts]
    return made or [manual(None, base, refusal)]


def unclear(refs: object) -> list[Draft]:
    """The refusals of references that may mean more than one unit."""
    return [
        manual(r, Address(), Refusal(Reason.TARGET_AMBIGUOUS, r.unclear, found=r.address.vietnamese()))
        for r in refs  # type: ignore[attr-defined]
    ]


def mismatch(ref: Ref | None, base: Address, message: Message, found: str, reason: Reason = Reason.LABEL_MISMATCH) -> Draft:
    """A draft for an editor that sets what was `found` against the unit the command names."""
    return manual(ref, base, Refusal(reason, message, expected=ref.address.vietnamese() if ref else "", found=found))


def unquoted(made: Sequence[Draft], below: Sequence[str]) -> list[Draft]:
    """`made`, told with the lines that stand `below` the command where announced words do not follow in quotation marks."""
    problem = Message("the words that are announced do not follow in quotation marks")
    found = " ¦ ".join(below)[:300]
    return [
        replace(d, refusal=replace(d.refusal, message=problem, found=found))
        if below and d.refusal is not None and d.refusal.message == NOTHING_FOLLOWS
        else d
        for d in made
    ]
