"""Finding quoted words in the text of a law, under Vietnamese spelling.

Equal for the search: the two placements of the tone mark (hoà, hòa), composed and decomposed letters, runs of white space, kinds of
quotation marks and dashes, white space in front of a punctuation mark. Not equal: case, but for the first letter at the start of a
sentence, and for headings printed in capitals. A match ends where a word ends: "khoản 1" is not found in "khoản 1a", "5" not in
"5.000".
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from lawtrack.text.fold import fold_tone

_QUOTES = str.maketrans(dict.fromkeys("“”„‟", '"') | dict.fromkeys("‘’`", "'") | dict.fromkeys("–—‐‑−", "-") | {"ð": "đ", "Ð": "Đ"})
_INVISIBLE = frozenset("\u200b\u200c\u200d\u2060\ufeff\u00ad")
_CLOSING = frozenset(",.;:)!?")
# What stands between the end of a sentence and the first letter of the next.
_SENTENCE = re.compile(r"(?:^|[.:;!?…])[\s\"'(\-]*$")


@lru_cache(maxsize=1 << 16)
def _keyed(text: str) -> tuple[str, tuple[int, ...] | None]:
    """The text as it is searched, and for each of its characters the offset in `text` (None: the same)."""
    plain = fold_tone(text).translate(_QUOTES)
    if len(plain) == len(text) and not re.search(r"\s\s|[^\S ]|\s[,.;:)!?]|\(\s", plain) and _INVISIBLE.isdisjoint(plain):
        return plain, None
    # Letter by letter: a base letter with the marks that follow it is one character of the key.
    out: list[str] = []
    places: list[int] = []
    i = 0
    while i < len(text):
        end = i + 1
        while end < len(text) and unicodedata.combining(text[end]):
            end += 1
        letter = unicodedata.normalize("NFC", text[i:end])
        if letter.isspace():
            if out and out[-1] != " " and out[-1] != "(":
                out.append(" ")
                places.append(i)
        elif letter not in _INVISIBLE:
            if letter in _CLOSING and out and out[-1] == " ":
                out.pop()
                places.pop()
            out.extend(letter)
            places.extend([i] * len(letter))
        i = end
    key = fold_tone("".join(out)).translate(_QUOTES)
    return key, tuple(places)


def _word(char: str) -> bool:
    return char.isalnum() or char == "_" or bool(unicodedata.combining(char))


def _cut(key: str, start: int, end: int) -> bool:
    """Whether key[start:end] begins or ends inside a word or a number."""
    if start and _word(key[start]) and _word(key[start - 1]):
        return True
    if end < len(key) and _word(key[end - 1]) and _word(key[end]):
        return True
    if start > 1 and key[start].isdigit() and key[start - 1] in ".," and key[start - 2].isdigit():
        return True
    return end + 1 < len(key) and key[end - 1].isdigit() and key[end] in ".," and key[end + 1].isdigit()


def starts_sentence(text: str, offset: int) -> bool:
    """Whether a sentence, or a part of a list of sentences, starts at `offset`."""
    return bool(
        _SENTENCE.search(text[max(0, offset - 12) : offset].translate(_QUOTES) if offset > 12 else text[:offset].translate(_QUOTES))
    )


def _variants(phrase: str) -> tuple[str, ...]:
    first = phrase[:1]
    other = first.lower() if first.isupper() else first.upper()
    return (phrase, other + phrase[1:]) if other != first and len(other) == 1 else (phrase,)


def find_phrase(text: str, phrase: str, any_case: bool = False) -> list[tuple[int, int]]:
    """Every place of `phrase` in `text` as (start, end), in order, none overlapping another.

    A phrase quoted in lower case is also found with a capital where a sentence starts, and the other way round. In a text
    printed all in capitals, and with `any_case`, case does not count.
    """
    sought = _keyed(phrase)[0].strip()
    if not sought:
        return []
    key, places = _keyed(text)
    capitals = key.isupper() and any(c.isalpha() for c in key)
    if capitals and len(key.upper()) == len(key):
        sought = sought.upper()
    elif any_case and len(key.lower()) == len(key):
        key, sought = key.lower(), sought.lower()
    found: list[tuple[int, int]] = []
    for n, variant in enumerate(_variants(sought)):
        at = key.find(variant)
        while at >= 0:
            end = at + len(variant)
            if not _cut(key, at, end) and (n == 0 or starts_sentence(key, at)):
                found.append((at, end))
                at = key.find(variant, end)
            else:
                at = key.find(variant, at + 1)
    found.sort()
    apart: list[tuple[int, int]] = []
    for start, end in found:
        if not apart or start >= apart[-1][1]:
            apart.append((start, end))
    if places is None:
        return apart
    return [(places[start], _end(text, places[end - 1])) for start, end in apart]


def _end(text: str, last: int) -> int:
    """The offset behind the letter at `last` with its marks."""
    last += 1
    while last < len(text) and unicodedata.combining(text[last]):
        last += 1
    return last


def fitted(text: str, start: int, end: int, phrase: str, put: str) -> str:
    """`put` as it reads in place of text[start:end], which `phrase` was found as: with the capital of a sentence's start where the
    text has one and the phrase has none, or the other way round, or where a name gives way to common words; all in capitals where the
    text is. A sentence begins with a capital: Decree 30/2020/NĐ-CP, annex II, part I."""
    here = text[start:end]
    if here.isupper() and text.isupper() and not phrase.strip().isupper():
        return put.upper()
    if here[:1].isupper() and put[:1].islower() and " " in put and (not text[:start].strip() or text[:start].rstrip().endswith(".")):
        return put[0].upper() + put[1:]
    if not here or not put or not phrase or here[0].lower() != phrase.strip()[:1].lower() or here[0] == phrase.strip()[0]:
        return put
    return (put[0].upper() if here[0].isupper() else put[0].lower()) + put[1:]


def tidy_gap(text: str, at: int) -> str:
    """`text` after words went at offset `at`: one space where two met, none at the ends or in front of a punctuation mark, one comma
    where two would stand side by side."""
    before, after = text[:at], text[at:]
    if before.rstrip().endswith(",") and after.lstrip().startswith(","):
        before = before.rstrip()[:-1]
    if before.endswith((" ", "\u00a0")) or not before:
        after = after.lstrip(" \u00a0")
    if (after[:1] in _CLOSING and after) or not after:
        before = before.rstrip(" \u00a0")
    return before + after


def joined(before: str, words: str, after: str) -> str:
    """`words` set between two stretches of text, with a space where two words would touch and none in front of punctuation."""
    left = before.rstrip(" ") if words[:1] in _CLOSING else before
    gap_left = "" if not left or left[-1].isspace() or left[-1] in "(“‘/" or words[:1] in _CLOSING or not words else " "
    right = after.lstrip(" ") if after.lstrip(" ")[:1] in _CLOSING else after
    gap_right = "" if not right or right[0].isspace() or right[0] in _CLOSING or right[0] in "”’/" or words[-1:].isspace() else " "
    return left + gap_left + words + gap_right + right


_WORD = re.compile(r"[^\W_]+")
_SIGNS = ",;:.()"


def with_separator(text: str, start: int, end: int) -> tuple[int, int]:
    """The stretch that goes when the words at `start` to `end` are deleted: with the comma that made them a member of a list, where it
    would separate nothing any more. So do official consolidations: "học phí, [lệ phí tuyển sinh] là khoản tiền" keeps no comma, nor does
    "sinh viên của [chương trình cao đẳng], chương trình đại học". A comma the command itself quotes is the command's business, and one
    that may belong to the sentence stays."""
    gone = text[start:end].strip()
    if not gone or gone[0] in _SIGNS or gone[-1] in _SIGNS:
        return start, end
    before, after = text[:start].rstrip(" \u00a0"), text[end:].lstrip(" \u00a0")
    words = [w.lower() for w in _WORD.findall(gone)]
    if before.endswith(",") and not after.startswith(","):
        member = len(words) > 1 and set(words) & {w.lower() for w in _WORD.findall(before)[-3:]}
        if not after or after[0] in ".;:" or re.match(r"(?:và|hoặc)\b", after) or member:
            return len(before) - 1, end
    elif after.startswith(","):
        following = [w.lower() for w in _WORD.findall(after)[:1]]
        first = not before or before[-1] in ";:("
        if first or (len(words) > 1 and words[:1] == following):
            rest = after[1:].lstrip(" \u00a0")
            return start, len(text) - len(rest)
    return start, end
