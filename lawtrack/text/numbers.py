"""Numbers and symbols of acts in any common spelling: `63/2020/NĐ-CP`, `63/2020/ND-CP`, `63-2020-nd-cp`.

Patterns by family: Decree 78/2025/NĐ-CP and its predecessors; leading zeros vary (4/2025 and 04/2025 are one number) and scans
carry Cyrillic letters or Eth for Đ ("NÐ-СР").
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from lawtrack.text.fold import strip_marks

_CYRILLIC = str.maketrans({"С": "C", "Р": "P", "Н": "H", "Т": "T", "В": "B", "О": "O", "А": "A", "Е": "E", "К": "K", "М": "M", "Х": "X"})
NUMBER = re.compile(
    r"\b(\d+(?:\.\d+)?(?:[a-z])?)\s*/\s*((?:1[89]|20)\d\d)\s*/\s*"
    r"((?:TTLT\s*/\s*)?[A-ZĐÐa-zđ&][A-ZĐÐa-zđ&0-9]*(?:\s*[-–]\s*[A-ZĐÐ&][A-ZĐÐa-zđ&0-9]*)*)"  # TTLT/BTP-BTNMT, as joint circulars had it
)
# A number without a year: 766/QĐ-TTg, 118/VBHN-VPQH, 66-NQ/TW; until 1996 also 64/CP, 17/HĐBT, 832/TTg
UNYEARED = re.compile(r"\b(\d+(?:\.\d+)?)\s*/\s*([A-ZĐÐ]{2,}[A-ZĐÐ0-9]*(?:-[A-ZĐÐ][A-Za-zĐÐ0-9]*)+|(?:CP|H[ĐÐ]BT|TTg)\b)")


def tidy(number: str) -> str:
    """`number` with homoglyphs, Eth, spaces and dashes put right and without leading zeros added or taken: the form to show."""
    number = unicodedata.normalize("NFC", number).translate(_CYRILLIC).replace("Ð", "Đ").replace("ð", "đ")
    return re.sub(r"\s*([/-])\s*", r"\1", number.replace("–", "-")).strip(" .;,")


def slug(number: str) -> str:
    """The file name of an act: `63/2020/NĐ-CP` gives `63-2020-nd-cp`."""
    return re.sub(r"[^a-z0-9]+", "-", strip_marks(tidy(number)).lower()).strip("-")


@lru_cache(maxsize=65536)
def same_key(number: str) -> str:
    """A key that is equal for two spellings of one number: the slug without leading zeros."""
    return re.sub(r"^0+(?=\d)", "", slug(number))


def find_numbers(text: str) -> list[str]:
    """Every number with a year in `text`, in order, tidied."""
    return [tidy(m.group(0)) for m in NUMBER.finditer(unicodedata.normalize("NFC", text))]


def year_of(number: str) -> int | None:
    """The year in a number, or None (VBHN, "Không số")."""
    match = re.search(r"/((?:1[89]|20)\d\d)/", tidy(number)) or re.search(r"(?:^|-)((?:19|20)\d\d)-", slug(number))
    return int(match.group(1)) if match else None


# Symbol of a number → kind of act, in the words acts use of themselves.
_KINDS = (
    (r"/N[ĐD]-CP$", "nghị định"),
    (r"/NQ-|/NQLT|-NQ/", "nghị quyết"),
    (r"/Q[ĐD]-", "quyết định"),
    (r"/TTLT", "thông tư liên tịch"),
    (r"/TT-", "thông tư"),
    (r"/VBHN-", "văn bản hợp nhất"),
    (r"/PL-UBTVQH|/UBTVQH", "pháp lệnh"),
    (r"/L-CTN$", "lệnh"),
    (r"/CT-", "chỉ thị"),
    (r"/QH\d+$", "luật"),
)


def kind_of(number: str) -> str:
    """The kind of act its number speaks of ("nghị định", "luật", …), or "" where the number does not tell."""
    upper = tidy(number)
    for pattern, kind in _KINDS:
        if re.search(pattern, upper):
            return kind
    return ""
