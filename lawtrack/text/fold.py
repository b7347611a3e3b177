"""Folding Vietnamese text for comparison. The folded form is a key: it is never stored or shown."""

from __future__ import annotations

import re
import unicodedata

# The capitals of Vietnamese, for a class of a pattern: ranges of code points mix them with small letters ("Ủ" lies between "à" and "ỹ").
CAPITALS = "A-ZÐÀÁÂÃÈÉÊÌÍÒÓÔÕÙÚÝĂĐĨŨƠƯẠẢẤẦẨẪẬẮẰẲẴẶẸẺẼẾỀỂỄỆỈỊỌỎỐỒỔỖỘỚỜỞỠỢỤỦỨỪỬỮỰỲỴỶỸ"

# "hoà" and "hòa" spell one word; both placements of the tone mark are in official use.
_OLD = ("oà", "oá", "oả", "oã", "oạ", "oè", "oé", "oẻ", "oẽ", "oẹ", "uỳ", "uý", "uỷ", "uỹ", "uỵ")
_NEW = ("òa", "óa", "ỏa", "õa", "ọa", "òe", "óe", "ỏe", "õe", "ọe", "ùy", "úy", "ủy", "ũy", "ụy")
_TONES = dict(zip(_OLD, _NEW, strict=True))
# The tone sits on the second vowel of an open syllable alone ("hoà", not "hoàn"; "quý" has the vowel y, not uy).
_TONE = re.compile(rf"(?<![qQ])({'|'.join(_OLD)})(?![a-zà-ỹđ])", re.IGNORECASE)

_QUOTES = str.maketrans({"”": "“", "„": "“", "‟": "“", '"': "“", "’": "‘", "'": "‘", "`": "‘"})
_DASHES = str.maketrans({"–": "-", "—": "-", "‐": "-", "‑": "-", "−": "-"})
_INVISIBLE = re.compile("[\u200b\u200c\u200d\u2060\ufeff\u00ad]")


def _tone(match: re.Match[str]) -> str:
    old = match.group(1)
    new = _TONES[old.lower()]
    if old.isupper():
        return new.upper()
    return new[0].upper() + new[1:] if old[0].isupper() else new


def fold_tone(text: str) -> str:
    """`text` in NFC with the tone mark of oa, oe, uy on the first vowel ("hoà" → "hòa"); the length never changes
    for text already in NFC, so that offsets found in the folded text hold in the text."""
    return _TONE.sub(_tone, unicodedata.normalize("NFC", text))


def fold(text: str) -> str:
    """A key under which two spellings of the same words are equal: NFC, tone placement, case, kinds of quotation
    marks and dashes, white space, invisible characters."""
    text = _INVISIBLE.sub("", text)
    return " ".join(fold_tone(text).translate(_QUOTES).translate(_DASHES).lower().replace("ð", "đ").split())


def strip_marks(text: str) -> str:
    """Letters without diacritics, đ as d: for file names and for search, never for identity."""
    flat = unicodedata.normalize("NFD", text.replace("đ", "d").replace("Đ", "D").replace("ð", "d").replace("Ð", "D"))
    return "".join(c for c in flat if not unicodedata.combining(c))
