"""Labels of provisions: alphabets, keys, order and succession.

Points run a b c d đ e g h i k l m n o p q r s t u v x y; ă â ê ô ơ ư f j w z are not used (measured on some 35,000 labels of
255 laws). Inserted units take a suffix of the same alphabet (Điều 98đ), inserted points a figure (điểm đ1): Decree
78/2025/NĐ-CP, article 69(4). A label is not an identity, and label order is not document order.
"""

from __future__ import annotations

import re
from functools import lru_cache

POINTS = "abcdđeghiklmnopqrstuvxy"
_ROMAN = {"i": 1, "v": 5, "x": 10, "l": 50, "c": 100, "d": 500, "m": 1000}
_ROMAN_FORM = re.compile(r"m{0,3}(?:cm|cd|d?c{0,3})(?:xc|xl|l?x{0,3})(?:ix|iv|v?i{0,3})", re.IGNORECASE)
_SPLIT = re.compile(r"(\d+)([a-zđ]*)$")
ORDINALS = ("nhất", "hai", "ba", "tư", "năm", "sáu", "bảy", "tám", "chín", "mười", "mười một", "mười hai")
_ORDINAL_SPELLINGS = {"bốn": "tư", "bẩy": "bảy", "hai mươi": "hai mươi"}


@lru_cache(maxsize=16384)
def key(label: str) -> str:
    """The key of a label in addresses: lower case, đ as `dd`, dots as hyphens. `key("ĐĐ1")` is `dddd1`; `key("5.4")` is `5-4`."""
    flat = label.strip().lower().replace("ð", "đ").replace("đ", "dd")
    return re.sub(r"[^a-z0-9à-ỹ]+", "-", flat).strip("-")


def unkey(text: str) -> str:
    """The Vietnamese label of a key: `dd` is đ."""
    return text.replace("dd", "đ")


def roman(label: str) -> int | None:
    """The value of a Roman numeral ("IV" gives 4), or None."""
    if not label or not _ROMAN_FORM.fullmatch(label):
        return None
    values = [_ROMAN[c] for c in label.lower()]
    return sum(-v if i + 1 < len(values) and v < values[i + 1] else v for i, v in enumerate(values))


def to_roman(value: int) -> str:
    """The Roman numeral of `value` (1 to 3999)."""
    pairs = (
        (1000, "M"),
        (900, "CM"),
        (500, "D"),
        (400, "CD"),
        (100, "C"),
        (90, "XC"),
        (50, "L"),
        (40, "XL"),
        (10, "X"),
        (9, "IX"),
        (5, "V"),
        (4, "IV"),
        (1, "I"),
    )
    out = ""
    for number, sign in pairs:
        while value >= number:
            out, value = out + sign, value - number
    return out


def ordinal(label: str) -> int | None:
    """The value of an ordinal in words ("thứ nhất", "nhất", "thứ tư"; "đầu" is 1), or None."""
    word = re.sub(r"^thứ\s+", "", label.strip().lower())
    word = {"đầu": "nhất", "đầu tiên": "nhất", "nhì": "hai"}.get(word, _ORDINAL_SPELLINGS.get(word, word))
    if word in ORDINALS:
        return ORDINALS.index(word) + 1
    return int(word) if word.isdigit() else None


@lru_cache(maxsize=16384)
def sort_key(label: str) -> tuple[int, int, int, str]:
    """An order for sibling labels of one kind, used only to place a unit whose command names no neighbour (append)
    and to read a range. Numbers with letters (8 < 8a < 8đ < 9), points with figures (đ < đ1 < e), Roman numerals."""
    low = label.strip().lower().replace("ð", "đ").replace("dd", "đ")
    if match := _SPLIT.fullmatch(low):
        suffix = match.group(2)
        rank = 0
        for c in suffix:
            rank = rank * 32 + (POINTS.find(c) + 1 if c in POINTS else 31)
        return (0, int(match.group(1)), rank, suffix)
    if len(low) >= 1 and low[0] in POINTS and (low[1:].isdigit() or not low[1:]):
        return (1, POINTS.index(low[0]), int(low[1:] or 0), "")
    if (value := roman(low)) is not None:
        return (2, value, 0, "")
    if match := re.fullmatch(r"([ivxlcdm]+)([a-zđ])", low):
        return (2, roman(match.group(1)) or 0, POINTS.find(match.group(2)) + 1, "")
    return (3, 0, 0, low)


def follows(before: str, after: str) -> bool:
    """Whether `after` can stand directly behind `before` in a list: 3→4, 3→3a, 3a→3b, 3b→4, d→đ, đ→e, đ→đ1, đ2→e, III→IV."""
    one, two = sort_key(before), sort_key(after)
    if one[0] != two[0]:
        return False
    if two[1] == one[1]:
        return two[2] == one[2] + 1
    return two[1] == one[1] + 1 and two[2] <= 1 and (two[2] == 0 or one[0] == 0)


def first(label: str) -> bool:
    """Whether a list begins with this label: 1, a, I, i, "thứ nhất"."""
    return label.strip().lower() in {"1", "a", "i", "01", "thứ nhất", "nhất"}


@lru_cache(maxsize=1 << 14)
def number_key(name: str) -> str:
    """The key `name` in a form under which "II", "2" and "thứ hai" are one number, a letter behind it kept."""
    if name.startswith(("thứ-", "thu-")):
        value = ordinal(name.replace("-", " "))
        return str(value) if value else name
    if match := re.fullmatch(r"(?:số-|so-)?0*(\d+)(-?[a-zđ]*)", name):
        return match.group(1) + match.group(2)
    if match := re.fullmatch(r"(\D*-)0*(\d+.*)", name):  # the forms of an annex: "mẫu-số-01"
        return match.group(1) + match.group(2)
    if match := re.fullmatch(r"([ivxl]+)(-?[a-zđ]?)", name):
        whole = roman(name)
        if whole is not None:
            return str(whole)
        value = roman(match.group(1))
        return f"{value}{match.group(2)}" if value else name
    return name
