"""Refusals: what was not done, why, and what an editor can do about it."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


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
    EFFECT_UNKNOWN = "effect-unknown"
    UNCLAIMED_TEXT = "unclaimed-text"  # operative words no command claims
    DESCRIPTIVE = "descriptive"  # the change is described, not quoted
    NOT_UNDERSTOOD = "not-understood"
    UNSUPPORTED = "unsupported"  # understood, and not built yet
    SCOPE_LIMITED = "scope-limited"  # holds for some subjects only
    REJECTED = "rejected"  # an editor's decision in the ledger
    AMENDER_CHANGED = "amender-changed"  # the provision that commands was itself repealed or changed


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why, in one sentence (`message`), what was expected and what stood there, and the remedy. `others` names operations or
    acts in conflict."""

    reason: Reason
    message: str
    expected: str = ""
    found: str = ""
    remedy: str = ""
    others: tuple[str, ...] = ()

    def __str__(self) -> str:
        return f"{self.reason}: {self.message}"
