"""`lawtrack plan --account`: an act with every stretch of its text claimed by something, or by nothing."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import TYPE_CHECKING

from lawtrack.cli.common import Exit, colour, page, print_json, width
from lawtrack.cli.tongue import speech
from lawtrack.law.message import Message
from lawtrack.law.plain import plain

if TYPE_CHECKING:
    from lawtrack.history import Entry, Library

_STYLES = {"command": "bold", "quotation": "green", "effect": "yellow", "unclaimed": "red", "recital": "dim", "formality": "dim"}

_ROLES = {
    "command": Message("command"),
    "quotation": Message("quotation"),
    "recital": Message("recital"),
    "effect": Message("effect"),
    "formality": Message("formality"),
    "provision": Message("provision"),
    "unclaimed": Message("unclaimed"),
}


def show_account(workspace: Library, entries: Sequence[Entry], style: str) -> int:
    """Prints the account of each act; the exit code is FINDINGS where operative text is claimed by nothing."""
    from lawtrack.publish.terminal import wrap

    say = speech()
    records, out, open_text = [], [], 0
    for entry in entries:
        reading = workspace.read(entry.number, entry.language)
        text = plain(workspace.document(entry.number, entry.language))
        letters: Counter[str] = Counter()
        claims = []
        out += wrap([(entry.number, "bold")], "", width(), colour())
        for claim in reading.account.claims:
            words = text[claim.start : claim.end].rstrip("\n")
            letters[str(claim.role)] += sum(c.isalnum() for c in words)
            claims.append({"start": claim.start, "end": claim.end, "role": str(claim.role), "operations": list(claim.operations)})
            for line in words.split("\n"):
                count = f" ({len(claim.operations)})" if claim.operations and str(claim.role) == "command" else ""
                name = _STYLES.get(str(claim.role), "")
                out += wrap([(f"{say.told(_ROLES[claim.role])}{count}", "dim"), ("  ", ""), (line, name)], "", width(), colour(), " " * 14)
        whole = sum(letters.values()) or 1
        told = ", ".join(f"{say.told(_ROLES[role])} {100 * n / whole:.1f} %" for role, n in letters.most_common())
        out += ["", *wrap([(told, "bold")], "", width(), colour(), "  "), ""]
        open_text += letters["unclaimed"]
        records.append({"document": entry.number, "characters": len(text), "claims": claims})
    if style == "json":
        print_json("lawtrack.account/1", acts=records)
    else:
        page("\n".join(out) + "\n")
    return Exit.FINDINGS if open_text else Exit.DONE
