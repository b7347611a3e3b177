"""Words of documents on lines of ours."""

from __future__ import annotations

import re

_CONTROL = re.compile(r"[\x00-\x1f\x7f\u0085\u2028\u2029]+")


def one_line(text: str, width: int = 0) -> str:
    """`text` on one line, without control characters; cut at a word where it is longer than `width`."""
    if not text.isprintable() or "  " in text or text != text.strip():
        text = " ".join(_CONTROL.sub(" ", text).split())
    return text if not width or len(text) <= width else text[:width].rsplit(" ", 1)[0] + " …"
