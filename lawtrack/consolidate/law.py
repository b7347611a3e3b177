"""The law: documents and operations, and what follows from them. Pure: the same values give the same answers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date
from functools import cached_property

from lawtrack.consolidate.amenders import Settled, settle
from lawtrack.consolidate.past import Parent, Past, told
from lawtrack.law.address import Address
from lawtrack.law.change import Change, Edition, Outcome, Status
from lawtrack.law.document import Document
from lawtrack.law.message import Message
from lawtrack.law.operation import Operation
from lawtrack.law.refusal import Reason, Refusal
from lawtrack.text.numbers import same_key

_AMENDING = ("sửa đổi", "amend", "về việc sửa đổi", "on amend")


class Law:
    """Every act in hand, with every operation read from them.

    documents   acts as enacted, each in one language; no two with one key and language
    operations  in any order: the timeline decides

    Raises ValueError where two documents answer to one key and language.
    """

    def __init__(self, documents: Sequence[Document], operations: Sequence[Operation]) -> None:
        self._documents: dict[tuple[str, str], Document] = {}
        for document in documents:
            spot = (document.key, document.meta.language)
            if spot in self._documents:
                raise ValueError(f"two documents answer to {document.number} ({document.meta.language})")
            self._documents[spot] = document
        self._operations = tuple(operations)
        self._pasts: dict[tuple[str, str], Past] = {}
        self._asking: set[tuple[str, date]] = set()

    # -- questions -------------------------------------------------------------------------------------------------------
    def changes(self, key: str, language: str = "vi") -> tuple[Change, ...]:
        """Every operation on the act, in the order in which they apply, with what it did or why it did nothing. An operation on a
        command that has changed this act is among them: an erratum of the command as applied, its repeal as a question (manual).
        KeyError where the act is not in hand."""
        return self._past(key, language).changes

    def edition(self, key: str, day: date, language: str = "vi") -> Edition:
        """The act as in force on `day`. KeyError where it is not in hand."""
        return self._past(key, language).edition(day)

    def days(self, key: str, language: str = "vi") -> tuple[date, ...]:
        """The act's first day, and the days on which its text or its standing as a whole changes. KeyError where it is not in hand."""
        return self._past(key, language).days

    def enacted(self, key: str, language: str = "vi") -> Document:
        """The act as enacted, with the identity of each unit. KeyError where it is not in hand."""
        return self._past(key, language).enacted

    def keys(self) -> tuple[tuple[str, str], ...]:
        """(key, language) of every act in hand."""
        return tuple(self._documents)

    def all_changes(self) -> tuple[Change, ...]:
        """One change for every operation given, in the order given, those on acts not in hand among them (refused). Where an operation
        both changed an amending act and raises a question about the act that one amended, the change given here is manual, with
        the question, and with what the operation did to the amending act's own text."""
        return self._told_of(range(len(self._operations)), {key for key, _ in self._documents})

    def changes_by(self, number: str) -> tuple[Change, ...]:
        """What `all_changes` gives for the operations of one act. Only the acts they touch are replayed."""
        key = same_key(number)
        mine = dict.fromkeys(i for i, operation in enumerate(self._operations) if same_key(operation.origin.document) == key)
        settled = self._settled
        changed = {i for m, i in (*settled.asked, *settled.held, *settled.errata, *settled.added) if m in mine}  # commands of other acts
        return self._told_of(mine, {same_key(self._operations[i].target.document) for i in (*mine, *changed)})

    def _told_of(self, positions: Iterable[int], keys: set[str]) -> tuple[Change, ...]:
        """The changes of the operations at these positions; `keys` are of the acts they touch."""
        asked: dict[int, Change] = {}
        own: dict[int, Change] = {}
        for key, language in self._documents:
            if key not in keys:
                continue
            past = self._past(key, language)
            for i, change in past.numbered:
                if i in past.foreign and change.operation.target.document and same_key(change.operation.target.document) != key:
                    if change.outcome is not Outcome.APPLIED:
                        asked.setdefault(i, change)
                elif i not in own or language == change.operation.origin.language:
                    own[i] = change
        return tuple(self._told(self._operations[i], own.get(i), asked.get(i)) for i in positions)

    # -- inside ----------------------------------------------------------------------------------------------------------
    @staticmethod
    def _told(operation: Operation, own: Change | None, asked: Change | None) -> Change:
        if own is None:
            return unresolved(operation)
        if asked is not None and own.outcome is Outcome.APPLIED:
            return replace(own, outcome=asked.outcome, refusal=asked.refusal)
        return own

    @cached_property
    def _issued(self) -> dict[str, date | None]:
        return {key: document.meta.issued or document.meta.published for (key, _), document in self._documents.items()}

    @cached_property
    def _settled(self) -> Settled:
        amending = {d.key for d in self._documents.values() if d.meta.title.lower().startswith(_AMENDING)}
        return settle(self._operations, self._issued, amending)

    @cached_property
    def _by_target(self) -> dict[str, list[int]]:
        out: dict[str, list[int]] = {}
        for i, operation in enumerate(self._operations):
            if operation.target.document:
                out.setdefault(same_key(operation.target.document), []).append(i)
        return out

    def _past(self, key: str, language: str) -> Past:
        spot = (same_key(key), language)
        if spot not in self._pasts:
            if spot not in self._documents:
                raise KeyError(f"{key} ({language}) is not in hand")
            document = self._documents[spot]
            self._pasts[spot] = Past(
                document, self._operations, self._on(*spot), self._settled, self._issued, lambda day: self._parents(document, day)
            )
        return self._pasts[spot]

    def _on(self, key: str, language: str) -> list[int]:
        """Positions of the operations on the act: those read in its language, and of acts that were not read in it those read in
        another, of which only the ones without words can apply."""
        every = self._by_target.get(key, [])
        speaks = {same_key(self._operations[i].origin.document) for i in every if self._operations[i].origin.language == language}
        return [
            i
            for i in every
            if self._operations[i].origin.language == language or same_key(self._operations[i].origin.document) not in speaks
        ]

    def _parents(self, document: Document, day: date) -> list[Parent]:
        """The acts and provisions which the document details, as they stand on the day."""
        out: list[Parent] = []
        for detail in document.meta.details:
            number, _, place = detail.partition("#")
            key = same_key(number)
            past = next((self._past(k, language) for k, language in self._documents if k == key), None)
            if past is None or key == document.key or (key, day) in self._asking:
                continue
            self._asking.add((key, day))
            try:
                status, since, why = past.ended(day)
                if status is not Status.EXPIRED and place:
                    status, since, why = past.unit_ended(Address.parse(place), day) or (status, since, why)
            finally:
                self._asking.discard((key, day))
            out.append((detail, status, since, why))
        return out


def unresolved(operation: Operation) -> Change:
    """The change of an operation on an act that is not in hand."""
    named = operation.target.document or operation.target.cited
    message = Message("{act} is not in hand", act=named) if named else Message("the act it names is not in hand")
    refusal = Refusal(Reason.UNKNOWN_DOCUMENT, message, expected=named)
    return told(operation, operation.refusal or refusal)
