"""Refusals: what was not done, why, and what an editor can do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from lawtrack.law.message import Message


class Reason(StrEnum):
    """Why an operation does not reach the text."""

    UNKNOWN_DOCUMENT = "unknown-document"  # the act is not in the workspace
    AMBIGUOUS_DOCUMENT = "ambiguous-document"  # several acts answer to the name
    TARGET_MISSING = "target-missing"
    TARGET_AMBIGUOUS = "target-ambiguous"
    TARGET_REPEALED = "target-repealed"
    ALREADY_THERE = "already-there"  # a unit to insert stands there under that label
    PHRASE_MISSING = "phrase-missing"
    PHRASE_COUNT = "phrase-count"
    LABEL_MISMATCH = "label-mismatch"  # the quotation's label is not the command's
    PAYLOAD_MISSING = "payload-missing"  # the command announces words that do not follow
    PAYLOAD_UNREADABLE = "payload-unreadable"
    CONFLICT_SAME_DAY = "conflict-same-day"
    CONFLICT_ORDER = "conflict-order"  # acts issued in one order and effective in another, or words that hold for a time
    EFFECT_UNKNOWN = "effect-unknown"
    UNCLAIMED_TEXT = "unclaimed-text"  # operative words no command claims
    DESCRIPTIVE = "descriptive"  # the change is described, not quoted
    NOT_UNDERSTOOD = "not-understood"
    UNSUPPORTED = "unsupported"  # understood, and not built yet
    SCOPE_LIMITED = "scope-limited"  # holds for some subjects only
    REJECTED = "rejected"  # an editor's decision in the ledger
    AMENDER_MISSING = "amender-missing"  # an act that amended this one is not in the workspace
    AMENDER_CHANGED = "amender-changed"  # the provision that commands was itself repealed or changed


# Why not, in a few words.
REASONS = {
    Reason.UNKNOWN_DOCUMENT: Message("the act it changes is not in hand"),
    Reason.AMBIGUOUS_DOCUMENT: Message("several acts answer to the name"),
    Reason.TARGET_MISSING: Message("the provision is not there"),
    Reason.TARGET_AMBIGUOUS: Message("several provisions answer to the address"),
    Reason.TARGET_REPEALED: Message("the provision was repealed before"),
    Reason.ALREADY_THERE: Message("a provision of that number is there already"),
    Reason.PHRASE_MISSING: Message("the words are not there"),
    Reason.PHRASE_COUNT: Message("the words stand there more or less often than expected"),
    Reason.LABEL_MISMATCH: Message("the quotation has another number than the command"),
    Reason.PAYLOAD_MISSING: Message("the announced words do not follow"),
    Reason.PAYLOAD_UNREADABLE: Message("the quoted words cannot be read as provisions"),
    Reason.CONFLICT_SAME_DAY: Message("two acts change the same words on the same day"),
    Reason.CONFLICT_ORDER: Message("which of several acts has the last word is not said"),
    Reason.EFFECT_UNKNOWN: Message("the day of effect is not known"),
    Reason.UNCLAIMED_TEXT: Message("words that no command claims"),
    Reason.DESCRIPTIVE: Message("the change is described, not quoted"),
    Reason.NOT_UNDERSTOOD: Message("the command is not understood"),
    Reason.UNSUPPORTED: Message("the command is understood but cannot be carried out yet"),
    Reason.SCOPE_LIMITED: Message("holds for some subjects only"),
    Reason.REJECTED: Message("an editor decided against it"),
    Reason.AMENDER_MISSING: Message("an act that amended it is not in hand"),
    Reason.AMENDER_CHANGED: Message("the provision that commands was itself changed or repealed"),
}

# What an editor does now, where a refusal has nothing better to say.
REMEDIES = {
    Reason.UNKNOWN_DOCUMENT: Message("import the act, or name its number in the ledger"),
    Reason.AMBIGUOUS_DOCUMENT: Message("name the number of the act in the ledger"),
    Reason.TARGET_MISSING: Message(
        "look whether an act that added or renumbered the provision is missing here, and import it; "
        "else name the right provision in the ledger"
    ),
    Reason.TARGET_AMBIGUOUS: Message("name the provision in the ledger"),
    Reason.TARGET_REPEALED: Message("decide in the ledger whether the command has anything left to act on"),
    Reason.ALREADY_THERE: Message("look whether another command did the same; decide in the ledger"),
    Reason.PHRASE_MISSING: Message(
        "compare the words with the official print of both acts; mend the misprint, or enter the operation in the ledger"
    ),
    Reason.PHRASE_COUNT: Message("set the count in the ledger if every place is meant"),
    Reason.LABEL_MISMATCH: Message("compare the act with its official print; mend the misprint, or enter the operation in the ledger"),
    Reason.PAYLOAD_MISSING: Message("compare the act with its official print, and import it whole"),
    Reason.PAYLOAD_UNREADABLE: Message("compare the act with its official print, and enter the operation in the ledger"),
    Reason.CONFLICT_SAME_DAY: Message("decide in the ledger which words hold"),
    Reason.CONFLICT_ORDER: Message("decide in the ledger which words hold"),
    Reason.EFFECT_UNKNOWN: Message("give the date in the ledger once it is known"),
    Reason.UNCLAIMED_TEXT: Message("enter the operation in the ledger, or reject this entry there where the words command nothing"),
    Reason.DESCRIPTIVE: Message("decide which words go, and enter the operation in the ledger"),
    Reason.NOT_UNDERSTOOD: Message("enter the operation in the ledger"),
    Reason.UNSUPPORTED: Message("enter the operation in the ledger"),
    Reason.SCOPE_LIMITED: Message("note in the ledger for whom it holds"),
    Reason.REJECTED: Message("change the decision in the ledger"),
    Reason.AMENDER_MISSING: Message("import the act: until then its changes are missing here"),
    Reason.AMENDER_CHANGED: Message("decide in the ledger what now holds, if anything does"),
}


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why, in one sentence (`message`), which words or units were expected and which stood there (as the law has them), and what to do
    now: the remedy of the reason, where none is given. `others` names operations or acts in conflict."""

    reason: Reason
    message: Message
    expected: str = ""
    found: str = ""
    remedy: Message = Message("")
    others: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not self.remedy:
            object.__setattr__(self, "remedy", REMEDIES[self.reason])

    def __str__(self) -> str:
        return f"{self.reason}: {self.message}"
