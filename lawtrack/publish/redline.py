"""Word-level redlines: what was taken out, what came in, never inside a syllable.

Vietnamese writes a word as syllables between spaces; a redline of letters ("đ|ổ→ồ|i") cannot be read. Text is cut into syllables,
signs and white space, each is mapped to one private character, and the strings of private characters are compared by
diff-match-patch, without a time limit, so that the result does not depend on the machine.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from functools import cache, lru_cache
from itertools import chain
from typing import Any

# Characters without a meaning of their own: the private use areas of Unicode.
_PRIVATE = (range(0xF0000, 0xFFFFE), range(0x100000, 0x10FFFE))
_ROOM = sum(map(len, _PRIVATE))
# Two texts that share less than this part of their syllables are shown as one text gone and another come: nobody can read the
# crumbs, and comparing them is slow.
_COMMON = 0.2


class Kind(StrEnum):
    """What became of a stretch of words."""

    EQUAL = "equal"
    INSERT = "insert"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Segment:
    """A stretch of words with one fate."""

    kind: Kind
    text: str


@cache
def _token() -> Any:
    import regex  # here: listings load this module and compare no words

    # Python's \w leaves out combining marks, which stand apart in texts not composed. A figure with its dots ("5.000.000") is one token.
    return regex.compile(r"\d+(?:[.,]\d+)+(?![\w\p{M}])|[\w\p{M}]+|[^\w\s\p{M}]|\s+")


def tokens(text: str) -> list[str]:
    """`text` as syllables, signs and white space; joined they are `text`."""
    found: list[str] = _token().findall(text)
    return found


def similarity(one: str, other: str) -> float:
    """The part of syllables two texts share, order aside: 0.0 to 1.0; 1.0 for two empty texts."""
    return shared(bag(one), bag(other))


def bag(text: str) -> Counter[str]:
    """The syllables of a text, counted, case aside."""
    return Counter(t.lower() for t in tokens(text) if t[0].isalnum())


def shared(one: Counter[str], other: Counter[str]) -> float:
    """`similarity` of two texts already counted by `bag`."""
    size = one.total() + other.total()
    if not size:
        return 1.0
    if len(other) < len(one):
        one, other = other, one
    return 2 * sum(min(n, other[t]) for t, n in one.items() if t in other) / size


@lru_cache(maxsize=20_000)  # one change is shown on several pages
def words(before: str, after: str) -> tuple[Segment, ...]:
    """The redline of two texts: segments whose deletions and equals rebuild `before` and whose insertions and equals rebuild
    `after`, to the letter. A border never falls inside a syllable. A deletion stands in front of the insertion that replaces it."""
    if before == after:
        return (Segment(Kind.EQUAL, before),) if before else ()
    one, two = tokens(before), tokens(after)
    vocabulary = {t: i for i, t in enumerate(dict.fromkeys(chain(one, two)))}
    if len(vocabulary) > _ROOM or (len(one) + len(two) > 60 and similarity(before, after) < _COMMON):
        return _tidy([(-1, before), (1, after)])
    signs = {t: chr(_PRIVATE[0][i] if i < len(_PRIVATE[0]) else _PRIVATE[1][i - len(_PRIVATE[0])]) for t, i in vocabulary.items()}
    back = {c: t for t, c in signs.items()}
    from diff_match_patch import diff_match_patch

    engine = diff_match_patch()
    engine.Diff_Timeout = 0
    diffs = engine.diff_main("".join(signs[t] for t in one), "".join(signs[t] for t in two), False)
    engine.diff_cleanupSemantic(diffs)
    return _tidy([(fate, "".join(back[c] for c in text)) for fate, text in diffs])


def _tidy(diffs: list[tuple[int, str]]) -> tuple[Segment, ...]:
    """Runs of edits as one deletion and one insertion; a gap of white space or a single sign between two edits joins them."""
    out: list[list[str]] = []  # [equal, deleted, inserted] … each group begins with its equal text
    for fate, text in diffs:
        if fate == 0 or not out:
            out.append(["", "", ""])
        out[-1][{0: 0, -1: 1, 1: 2}[fate]] += text
    joined: list[list[str]] = []
    for equal, gone, come in out:
        last = joined[-1] if joined else None
        if last and (last[1] or last[2]) and (gone or come) and equal and not equal.strip() and last[1] and last[2] and gone and come:
            last[1] += equal + gone
            last[2] += equal + come
        else:
            joined.append([equal, gone, come])
    segments = []
    for equal, gone, come in joined:
        segments += [Segment(k, t) for k, t in ((Kind.EQUAL, equal), (Kind.DELETE, gone), (Kind.INSERT, come)) if t]
    return tuple(segments)
