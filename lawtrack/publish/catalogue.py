"""Message catalogues: gettext `.po` files read as they are, compiled in memory, so that no build step and no tool is needed.

Messages are written in English in the code; `locale/vi.po` has them in Vietnamese, and beside it `vi.reasons.po` the sentences that the
lower rooms say (`lawtrack.law.message`).
"""

from __future__ import annotations

import gettext
import io
import json
import struct
from functools import cache
from pathlib import Path

LANGUAGES = ("vi", "en")


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
            fields[current] += str(json.loads(line))  # a string of a catalogue is one of JSON too
        except (ValueError, KeyError) as error:
            raise ValueError(f"line {number}: {error}") from error
    close()
    return found


def compiled(po: str) -> bytes:
    """The `.mo` form of a `.po` file (the GNU format, little endian, keys sorted)."""
    pairs = sorted((key.encode(), "\0".join(values).encode()) for key, values in entries(po).items())
    head, table = 28, 8 * len(pairs)
    ids, strings = b"", b""
    id_rows, string_rows = [], []
    for key, value in pairs:
        id_rows.append((len(key), len(ids)))
        string_rows.append((len(value), len(strings)))
        ids += key + b"\0"
        strings += value + b"\0"
    start = head + 2 * table
    rows = [n for length, at in id_rows for n in (length, start + at)] + [
        n for length, at in string_rows for n in (length, start + len(ids) + at)
    ]
    return struct.pack(f"<7I{len(rows)}I", 0x950412DE, 0, len(pairs), head, head + table, 0, start, *rows) + ids + strings


@cache
def catalogue(language: str) -> gettext.NullTranslations:
    """The messages in `language`; English for a language that has no catalogue."""
    if language not in LANGUAGES or language == "en":
        return gettext.NullTranslations()
    parts = sorted(Path(__file__).with_name("locale").glob(f"{language}.*po"))
    po = "\n".join(part.read_text(encoding="utf-8") for part in parts)
    return gettext.GNUTranslations(io.BytesIO(compiled(po)))
