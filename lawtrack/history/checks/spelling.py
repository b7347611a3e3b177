"""Spelling: probable misprints, told by how the other texts of the workspace print the same words."""

from __future__ import annotations

import re
import shlex
from collections.abc import Iterator, Sequence

from lawtrack.history import codec
from lawtrack.history.cache import digest
from lawtrack.history.checks.diagnostic import Diagnostic, Severity
from lawtrack.history.checks.ground import Ground
from lawtrack.history.shelf import Entry
from lawtrack.law import Address, Message, Provision
from lawtrack.law.address import addressed
from lawtrack.text.misprints import Suspicion, misprints


def check(ground: Ground) -> tuple[Diagnostic, ...]:
    """Probable misprints in the Vietnamese texts as enacted, each with the command that mends it. Remembered for these very files: every
    text is compared with all."""
    entries = [e for e in ground.entries if e.language == "vi" and e.authority not in ("reported", "draft")]
    cache = ground.workspace.cache
    name = digest(cache.stamp, *(f"{e.path} {e.blob}" for e in entries))
    kept = cache.get("checks", name)
    if kept is not None:
        known: tuple[Diagnostic, ...] = codec.loads(kept, tuple[Diagnostic, ...])
        return known
    found = tuple(_find(ground, entries))
    cache.put("checks", name, codec.dumps(found))
    cache.keep_newest("checks", 8)
    return found


def _find(ground: Ground, entries: Sequence[Entry]) -> Iterator[Diagnostic]:
    texts: list[str] = []
    owners: list[tuple[Entry, Address, Provision]] = []
    for entry in entries:
        for address, unit in addressed(ground.document(entry).body):
            stretches = _stretches(unit)
            texts += stretches
            owners += [(entry, address, unit)] * len(stretches)
    for hit in misprints(texts):
        entry, address, unit = owners[hit.text]
        yield Diagnostic(
            Severity.WARNING,
            "spelling-misprint" if hit.likely else "spelling-twice",
            entry.path,
            ground.line(entry, address),
            _told(hit),
            _remedy(entry, address, *repair(_stretches(unit), texts[hit.text], hit)),
            str(address),
        )


def _stretches(unit: Provision) -> list[str]:
    """The words of a unit: title, text line by line, cells."""
    return [part for part in (unit.heading, *unit.text.split("\n"), *unit.cells) if part.strip()]


def _told(hit: Suspicion) -> Message:
    if not hit.likely:
        return Message("probable misprint: “{words}”: a word stands twice", words=hit.printed)
    times = Message("1 time") if hit.times == 1 else Message("{n} times", n=hit.times)
    return Message("probable misprint: “{words}”; elsewhere “{meant}”, {times}", words=hit.shown, meant=hit.meant, times=times)


def _remedy(entry: Entry, address: Address, find: str, put: str) -> Message:
    command = f"lawtrack mend {entry.number} {address} {shlex.quote(find)} {shlex.quote(put)}"
    return Message("compare with the source; if it is one: {command} --why …", command=command)


def repair(stretches: Sequence[str], text: str, hit: Suspicion) -> tuple[str, str]:
    """What to find and what to put for it: the word with the neighbour that speaks for it, and as many more as make
    it stand once in the unit."""
    words = list(re.finditer(r"\S+", text))
    start, end = hit.start, hit.end
    if hit.shown:
        start = text.rfind(hit.shown, 0, start + len(hit.shown))
        end = start + len(hit.shown)
    first = max(i for i, w in enumerate(words) if w.start() <= start)
    last = min(i for i, w in enumerate(words) if w.end() >= end)
    while sum(s.count(text[start:end]) for s in stretches) > 1 and (first > 0 or last < len(words) - 1):
        if first > 0:
            first -= 1
            start = words[first].start()
        elif last < len(words) - 1:
            last += 1
            end = words[last].end()
    put = hit.likely or hit.printed.split()[0]
    return text[start:end], text[start : hit.start] + put + text[hit.end : end]
