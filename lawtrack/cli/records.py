"""Operations and changes as JSON records: part of the contract of `--format json`, see docs/commands.md."""

from __future__ import annotations

from typing import Any

from lawtrack.law import Bounded, Change, Effect, Event, Kind, Outcome, Part, Provision, Unknown, When
from lawtrack.law.plain import lines


def effect_record(effect: Effect) -> dict[str, Any]:
    """An effect; a day as ISO, bounds as `{"not_before", "not_after"}`, an event as `{"event"}`, unknown as null."""
    return {"from": when_record(effect.start), "to": when_record(effect.end), "scope": effect.scope, "basis": effect.basis}


def when_record(when: When | None) -> Any:
    """One date of an effect."""
    if when is None or isinstance(when, Unknown):
        return None
    if isinstance(when, Event):
        return {"event": when.text}
    if isinstance(when, Bounded):
        return {"not_before": when.not_before.isoformat(), "not_after": when.not_after.isoformat()}
    return when.isoformat()


def change_record(change: Change, texts: bool = True) -> dict[str, Any]:
    """One operation and its outcome, with the words before and after."""
    op = change.operation
    about = op.about[0]
    record: dict[str, Any] = {
        "id": op.id,
        "document": op.origin.document,
        "source": str(op.origin.address),
        "text": op.origin.text,
        "action": str(op.action),
        "target_document": op.target.document or None,
        "target": str(about) if about else None,
        "part": None if op.target.part is Part.WHOLE else str(op.target.part),
        "effect": effect_record(op.effect),
        "day": change.day.isoformat() if change.day else None,
        "outcome": str(change.outcome),
        "reason": str(change.refusal.reason) if change.refusal else None,
    }
    if change.refusal:
        refusal = change.refusal
        record["refusal"] = {
            "message": refusal.message,
            "expected": refusal.expected,
            "found": refusal.found,
            "remedy": refusal.remedy,
            "others": list(refusal.others),
        }
    if op.find or op.put:
        record |= {"find": op.find, "put": op.put}
    if texts and change.outcome is Outcome.APPLIED:
        record |= {"before": unit_lines(change.before), "after": unit_lines(change.after)}
    return record


def unit_lines(units: tuple[Provision, ...], language: str = "vi") -> list[str]:
    """The lines of some units, as the law reads."""
    return [line for _, _, line in lines(Provision(Kind.VAN_BAN, children=units), language)]
