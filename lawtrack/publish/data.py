"""Editions, changes and documents as JSON values, for machines. Every object handed out carries its `schema`."""

from __future__ import annotations

import json as _json
from collections.abc import Sequence
from datetime import date
from typing import Any

from lawtrack.law.address import addressed
from lawtrack.law.change import Change, Edition
from lawtrack.law.document import Document, Meta
from lawtrack.law.effect import Bounded, Effect, Event, Unknown, When
from lawtrack.law.operation import Operation
from lawtrack.law.plain import own_line
from lawtrack.law.provision import Provision, State
from lawtrack.law.refusal import Refusal
from lawtrack.publish.speech import Speech
from lawtrack.publish.texts import Acts, notices

EDITION = "lawtrack.edition/1"
REPORT = "lawtrack.report/1"

Json = dict[str, Any]


def dumps(value: object) -> str:
    """JSON as it is published: readable, in the order given, ending in a line end."""
    return _json.dumps(value, ensure_ascii=False, indent=1) + "\n"


def json(edition: Edition, acts: Acts | None = None) -> str:
    """The edition as JSON: what is known of the act, its status, its provisions with address, state and causes, and the changes."""
    return dumps(edition_value(edition, acts))


def report_json(act: Document, changes: Sequence[Change]) -> str:
    """The report of an act as JSON."""
    return dumps({"schema": REPORT, "act": meta_value(act.meta), "changes": [change_value(c) for c in changes]})


def edition_value(edition: Edition, acts: Acts | None = None) -> Json:
    """The edition as a JSON value; see `json`."""
    language = edition.document.meta.language
    value: Json = {
        "schema": EDITION,
        "document": meta_value(edition.document.meta),
        "at": edition.at.isoformat(),
        "status": str(edition.status),
        "why": edition.why,
        "notices": notices(edition, acts or {}, Speech(language)),
        "provisions": body_value(edition.document.body, language),
    }
    if edition.other is not None:
        value["provisions_if_uncertain_changes_hold"] = body_value(edition.other.body, language)
    for name in ("applied", "uncertain", "coming", "refused"):
        value[name] = [change_value(c) for c in getattr(edition, name)]
    return value


def body_value(root: Provision, language: str) -> list[Json]:
    """Every provision below `root`, flat, in document order."""
    out = []
    for address, provision in addressed(root):
        unit: Json = {"address": str(address), "kind": str(provision.kind)}
        for name in ("label", "heading", "text", "uid"):
            if found := getattr(provision, name):
                unit[name] = found
        if provision.cells:
            unit["cells"] = list(provision.cells)
        if provision.state is not State.IN_FORCE:
            unit["state"] = str(provision.state)
        if provision.causes:
            unit["causes"] = list(provision.causes)
        if line := own_line(provision, language):
            unit["line"] = line
        out.append(unit)
    return out


def meta_value(meta: Meta) -> Json:
    """What is known of an act; what is not known is left out."""
    value: Json = {"number": meta.number}
    for name in ("kind", "title", "issuer", "issued", "published", "effective", "expired", "language", "authority"):
        found = getattr(meta, name)
        if found:
            value[name] = found.isoformat() if isinstance(found, date) else str(found)
    for name in ("signers", "bases", "amends", "details"):
        if found := getattr(meta, name):
            value[name] = list(found)
    if meta.source.file or meta.source.note:
        value["source"] = {k: v for k in ("file", "sha256", "note") if (v := getattr(meta.source, k))}
    if meta.extra:
        value["extra"] = dict(meta.extra)
    return value


def change_value(change: Change) -> Json:
    """One change: the operation, its outcome, and the lines before and after."""
    value = operation_value(change.operation)
    value["outcome"] = str(change.outcome)
    value["day"] = change.day.isoformat() if change.day else None
    if change.address:
        value["address"] = str(change.address)
    value["before"] = unit_lines(change.before)
    value["after"] = unit_lines(change.after)
    if refusal := change.refusal or change.operation.refusal:
        value["refusal"] = refusal_value(refusal)
    return value


def unit_lines(units: Sequence[Provision], language: str = "vi") -> list[str]:
    """The lines of some units and of all below them."""
    return [line for unit in units for p in unit.walk() if (line := own_line(p, language))]


def operation_value(operation: Operation) -> Json:
    """One operation: where it is commanded, what it acts on, its effect."""
    value: Json = {
        "id": operation.id,
        "document": operation.origin.document,
        "source": str(operation.origin.address),
        "span": [operation.origin.start, operation.origin.end],
        "text": operation.origin.text,
        "action": str(operation.action),
        "target_document": operation.target.document or None,
        "target": str(operation.target.address) or None,
        "part": str(operation.target.part),
        "effect": effect_value(operation.effect),
    }
    if operation.target.cited and not operation.target.document:
        value["cited"] = operation.target.cited
    for name in ("find", "put", "anchor", "place", "position", "count", "nth"):
        if (found := getattr(operation, name)) not in ("", None):
            value[name] = found if isinstance(found, int) else str(found)
    return value


def effect_value(effect: Effect) -> Json:
    """From when, until when, for whom, by which words."""
    value: Json = {"start": when_value(effect.start)}
    if effect.end is not None:
        value["end"] = when_value(effect.end)
    for name in ("scope", "basis"):
        if found := getattr(effect, name):
            value[name] = found
    return value


def when_value(when: When) -> str | Json:
    """A day, or an object that says why there is none."""
    match when:
        case Bounded():
            return {"not_before": when.not_before.isoformat(), "not_after": when.not_after.isoformat(), "why": when.why}
        case Event():
            return {"event": when.text}
        case Unknown():
            return {"unknown": when.why}
        case _:
            return when.isoformat()


def refusal_value(refusal: Refusal) -> Json:
    """Why not, and what an editor can do."""
    value: Json = {"reason": str(refusal.reason), "message": refusal.message}
    for name in ("expected", "found", "remedy"):
        if found := getattr(refusal, name):
            value[name] = found
    if refusal.others:
        value["others"] = list(refusal.others)
    return value
