"""Message catalogues: gettext `.po` files read as they are, so that no build step and no tool is needed.

Messages are written in English in the code; `locale/vi.po` has them in Vietnamese, and beside it `vi.reasons.po` the sentences that the
lower rooms say (`lawtrack.law.message`).
"""

from __future__ import annotations

import json
from collections.abc import Iterable
from functools import cache
from pathlib import Path

LANGUAGES = ("vi", "en")
PARTS = ("", ".terminal", ".reasons", ".errors", ".check", ".verify", ".help")
"""The files of a language, what is asked most first: `vi.po`, `vi.terminal.po`, …"""


def entries(po: str) -> dict[str, tuple[str, ...]]:
    """msgid (or "msgid\\0msgid_plural") → the translations, of the text of a `.po` file. Raises ValueError with the line."""
    found: dict[str, tuple[str, ...]] = {}
    fields: dict[str, str] = {}
    current = ""

    def close() -> None:
        if "msgid" in fields:
            key = "\0".join(fields[k] for k in ("msgid", "msgid_plural") if k in fields)
            found[key] = tuple(v for k, v in fields.items() if k.startswith("msgstr"))
        fields.clear()

    for number, line in enumerate(po.splitlines(), 1):
        line = line.strip()
        if not line or line.startswith("#"):
            continue
        if not line.startswith('"'):
            current, _, line = line.partition(" ")
            if current == "msgid":
                close()
            if not current.startswith(("msgid", "msgstr")) or current in fields:
                raise ValueError(f"line {number}: not a line of a catalogue: {current}")
            fields[current] = ""
        try:
            words = line[1:-1]
            plain = "\\" not in line and '"' not in words and line == f'"{words}"'
            fields[current] += words if plain else str(json.loads(line))  # a string of a catalogue is one of JSON too
        except (ValueError, KeyError) as error:
            raise ValueError(f"line {number}: {error}") from error
    close()
    return found


class Messages:
    """The messages in one language, in parts that are read when the parts before them do not hold what is asked. What no part has words for
    is said in English, as it stands in the code."""

    def __init__(self, parts: Iterable[str]) -> None:
        self._parts = iter(parts)
        self._translations: dict[str, tuple[str, ...]] = {}

    def gettext(self, message: str) -> str:
        """The translation of `message`."""
        return (self._find(message) or (message,))[0]

    def ngettext(self, one: str, many: str, n: int) -> str:
        """The translation for `n` things. Vietnamese has one form for any number."""
        found = self._find(f"{one}\0{many}")
        return found[0] if found else one if n == 1 else many

    def _find(self, key: str) -> tuple[str, ...] | None:
        while key not in self._translations:
            part = next(self._parts, None)
            if part is None:
                return None
            self._translations |= entries(part)
        return self._translations[key]


@cache
def catalogue(language: str) -> Messages:
    """The messages in `language`; English for a language that has no catalogue."""
    parts = PARTS if language in LANGUAGES and language != "en" else ()
    folder = Path(__file__).with_name("locale")
    return Messages((folder / f"{language}{part}.po").read_text(encoding="utf-8") for part in parts)
