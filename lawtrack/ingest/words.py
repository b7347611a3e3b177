"""Words that have lost the space between them, and words with a space inside.

Spaces are the medium's, not the law's: a file loses or gains them where print was turned into text. They are put right where the spelling
itself proves it: the letters as they stand are no Vietnamese syllable, one reading makes them syllables, and the text has that reading
elsewhere. Letters are never changed.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from itertools import chain, pairwise

from lawtrack.ingest.model import Line
from lawtrack.law.message import Message
from lawtrack.outline import Doubt
from lawtrack.text.repair import Repair
from lawtrack.text.syllables import has_marks, has_vowel, possible, resembles

_WORD = re.compile(r"[^\W\d_]+")


class _Seen:
    """The words of a text; which of them are `wrong`; and how often two words stand side by side with one space between them that would
    make up a wrong one. Words are counted and judged once each, however often a text has them."""

    def __init__(self, lines: list[Line]) -> None:
        self._lines = [(line, _WORD.findall(line.text)) for line in lines]
        self._printed = Counter(chain.from_iterable(words for _, words in self._lines))
        self.words: Counter[str] = Counter()
        for word, count in self._printed.items():
            self.words[word.lower()] += count
        self.wrong = {w for w in self.words if has_marks(w) and has_vowel(w) and not possible(w)}
        pairs = {(w[:i], w[i:]) for w in self.wrong for i in range(1, len(w)) if possible(w[:i]) and possible(w[i:])}
        self.pairs: Counter[tuple[str, str]] = Counter()
        for line, has in self.lines_with({first for first, _ in pairs}):
            if has:
                found = pairwise(_WORD.finditer(line.text))
                beside = ((a.group().lower(), b.group().lower()) for a, b in found if line.text[a.end() : b.start()] == " ")
                self.pairs.update(pair for pair in beside if pair in pairs)

    def lines_with(self, words: set[str]) -> Iterator[tuple[Line, bool]]:
        """Every line, and whether it has one of the words, in small letters or others."""
        printed = {word for word in self._printed if word.lower() in words}
        for line, found in self._lines:
            yield line, not printed.isdisjoint(found)


def mend_words(lines: list[Line], language: str = "vi") -> tuple[list[Line], list[Repair]]:
    """The lines with a space put between words that ran together and taken out of words that came apart, and what was done."""
    if language != "vi":
        return lines, []
    seen = _Seen(lines)
    wrong = seen.wrong
    if not wrong:
        return lines, []
    out: list[Line] = []
    repairs: list[Repair] = []
    for line, has in seen.lines_with(wrong):
        text = line.text
        if has:
            text = _part(text, line.number, seen, wrong, repairs)
            text = _join(text, line.number, seen, wrong, repairs)
        out.append(line if text is line.text else Line(text, line.number, line.page))
    return out, repairs


def doubtful_words(lines: list[Line], language: str = "vi") -> list[Doubt]:
    """A doubt for each word that begins as a Vietnamese syllable does and is none ("thiêt"): a misprint of one letter or tone. Words with a
    hyphen and words of several syllables are foreign ("mô-đun", "kilôgam"), others are abbreviations."""
    if language != "vi":
        return []
    printed = [_WORD.findall(line.text) for line in lines]
    doubtful = {word for word in set().union(*printed) if _doubtful(word)}
    found: dict[str, Doubt] = {}
    for line, words in zip(lines, printed, strict=True):
        if doubtful.isdisjoint(words):
            continue
        for word in _WORD.finditer(line.text):
            low = word.group().lower()
            if word.group() not in doubtful or low in found:
                continue
            around = line.text[max(0, word.start() - 1) : word.start()] + line.text[word.end() : word.end() + 1]
            if not re.search(r"[-–/\d]", around):
                there = line.text[max(0, word.start() - 30) : word.end() + 30]
                found[low] = Doubt(line.number, Message("“{word}” is no Vietnamese word: probably a misprint", word=word.group()), there)
    return list(found.values())


def _doubtful(word: str) -> bool:
    low = word.lower()
    return has_marks(low) and not possible(low) and resembles(low) and not word.isupper()


def _part(text: str, number: int, seen: _Seen, wrong: set[str], repairs: list[Repair]) -> str:
    """ "ViệtNam": the one place where a space makes two syllables that stand side by side elsewhere, more often than they ran together."""

    def put(found: re.Match[str]) -> str:
        word = found.group()
        low = word.lower()
        if low not in wrong or word.isupper():
            return word
        places = [
            i
            for i in range(1, len(word))
            if possible(low[:i]) and possible(low[i:]) and seen.pairs[low[:i], low[i:]] > (0 if word[i].isupper() else seen.words[low])
        ]
        if len(places) != 1:
            return word
        parted = f"{word[: places[0]]} {word[places[0] :]}"
        repairs.append(Repair(number, word, parted, Message("space missing between two words")))
        return parted

    return _WORD.sub(put, text)


def _join(text: str, number: int, seen: _Seen, wrong: set[str], repairs: list[Repair]) -> str:
    """ "nư ớc": two pieces of which one is no syllable, and that together are a word of the text."""
    words = list(_WORD.finditer(text))
    for a, b in reversed(list(pairwise(words))):
        one, two = a.group(), b.group()
        low = one.lower() + two.lower()
        if text[a.end() : b.start()] == " " and two.islower() and {one.lower(), two} & wrong and possible(low) and seen.words[low]:
            repairs.append(Repair(number, f"{one} {two}", one + two, Message("space inside a word")))
            text = text[: a.end()] + text[b.start() :]
    return text
