"""Frames: what the lines above a line say, and the sentence both make together (docs/language.md)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from types import ModuleType

from lawtrack.amend.cited import Cited
from lawtrack.amend.clauses import Sentence, Verb
from lawtrack.law.address import Address


@dataclass(frozen=True, slots=True)
class Frame:
    """What the lines above say: the act, the unit, and the sentence whose verb or words the lines below only give places to."""

    act: Cited | None = None
    base: Address = Address()
    sentence: Sentence | None = None
    lines: tuple[tuple[str, bool], ...] = ()  # the lines above, and whether only the first operation below repeats each
    zone: bool = False  # whether commands are expected here
    inside: bool = False  # whether a line above is a command: every line here has to be one, or is unclaimed
    partly: bool = False  # whether acts go in part: one named alone is not repealed
    wholly: bool = False  # whether acts go as a whole
    via: tuple[str, Address] | None = None  # in an annex: the line that leaves the command to it, and where that stands


def common_unit(addresses: Sequence[Address]) -> Address:
    """The unit all addresses stand in, or are."""
    first = addresses[0].steps
    n = len(first)
    for address in addresses[1:]:
        n = min(n, next((k for k, (a, b) in enumerate(zip(first, address.steps, strict=False)) if a != b), min(n, len(address.steps))))
    return Address(first[:n])


_VERB_OF = {Verb.REPEAL: "Bãi bỏ", Verb.EXPIRE: "Bãi bỏ", Verb.INSERT: "Bổ sung", Verb.REPLACE: "Thay thế", Verb.CORRECT: "Đính chính"}


def spoken(asked: Sentence, line: str, tongue: ModuleType) -> Sentence:
    """The sentence that a frame and a line below it make together: the frame gives the verb, or the words to change, the line gives
    the places or the acts."""
    first = asked.clauses[0]
    if first.verb in (Verb.SUSPEND, Verb.REVIVE):
        repealed = tongue.read_sentence(f"Bãi bỏ {line}")
        return replace(repealed, text=line, clauses=tuple(replace(c, verb=first.verb) for c in repealed.clauses))
    if not first.words and not first.described:
        return replace(tongue.read_sentence(f"{_VERB_OF.get(first.verb, 'Sửa đổi, bổ sung')} {line}"), text=line)
    places = tongue.read_sentence(line)
    unread = "; ".join(c.unread for c in places.clauses if c.unread)
    out = []
    for clause in asked.clauses:
        words = tuple(replace(w, places=places.scope) for w in clause.words)
        out.append(replace(clause, words=words, objects=() if words else places.scope, generic=False, unread=clause.unread or unread))
    return Sentence(line, tuple(out), places.act or asked.act, (), False, places.doubts)
