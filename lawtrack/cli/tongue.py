"""Which language the command line speaks.

`--lang`; else `LAWTRACK_LANG`; else `language` in `lawtrack.toml`; else Vietnamese where the terminal is (`LC_ALL`, `LC_MESSAGES`, `LANG`).
Where none of them says, acts are shown in their own language and lawtrack itself speaks English.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lawtrack.publish.speech import Speech

LANGUAGES = ("vi", "en")
_asked = ""
_settled = ""


def ask(language: str | None) -> None:
    """What the call asks for; begins a call."""
    global _asked, _settled
    _asked, _settled = language or "", ""


def settle(language: str) -> None:
    """What the workspace says."""
    global _settled
    _settled = language


def wish() -> str:
    """The language that was asked for, "" where none was."""
    told = os.environ.get("LAWTRACK_LANG", "").lower()
    terminal = next((v for name in ("LC_ALL", "LC_MESSAGES", "LANG") if (v := os.environ.get(name))), "")
    return _asked or (told if told in LANGUAGES else "") or _settled or ("vi" if terminal.lower().startswith("vi") else "")


def speech(own: str = "en") -> Speech:
    """What says everything in the language that was asked for, else in `own`."""
    from lawtrack.publish.speech import Speech

    return Speech(wish() or own)
