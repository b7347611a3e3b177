"""The model of the law: frozen values, no I/O. Floor 2 of the house: imports only `lawtrack.text`."""

from lawtrack.law.address import Address, Step
from lawtrack.law.change import Change, Edition, Outcome, Status
from lawtrack.law.document import Authority, Document, Meta, Source
from lawtrack.law.effect import Bounded, Effect, Event, Unknown, When
from lawtrack.law.message import Message
from lawtrack.law.operation import Action, Operation, Origin, Part, Place, Position, Target
from lawtrack.law.provision import ABOVE, Kind, Provision, State
from lawtrack.law.refusal import Reason, Refusal

__all__ = [
    "ABOVE",
    "Action",
    "Address",
    "Authority",
    "Bounded",
    "Change",
    "Document",
    "Edition",
    "Effect",
    "Event",
    "Kind",
    "Message",
    "Meta",
    "Operation",
    "Origin",
    "Outcome",
    "Part",
    "Place",
    "Position",
    "Provision",
    "Reason",
    "Refusal",
    "Source",
    "State",
    "Status",
    "Step",
    "Target",
    "Unknown",
    "When",
]
