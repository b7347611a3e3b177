"""Probable misprints: words that the other texts at hand print otherwise in the same place.

No dictionary: the texts speak for themselves. A word is suspected where one that differs by a single letter, mark or tone stands far more
often between its neighbours ("quá trình lụa chọn": everywhere else "lựa chọn"), where no Vietnamese syllable is spelled so, or where a word
stands twice that nobody else doubles. Nothing here is certain, and nothing is changed: an editor looks.

The measure is how much likelier the other word is between these two neighbours, each word's own frequency considered (the logarithm of the
quotient, counts smoothed); the bounds were chosen on 58 laws and kept on others. docs/check.md says how often it is right.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import islice, pairwise
from math import log

from lawtrack.text.fold import fold_tone, strip_marks
from lawtrack.text.syllables import has_marks, has_vowel, possible

_WORD = re.compile(r"[^\W\d_]+")
_BOUND = re.compile(r"[-–/\d]")
_Y = str.maketrans("ýỳỷỹỵy", "íìỉĩịi")
_SPELLINGS = {frozenset(("hàng", "hằng"))}
_RARE = 2  # so often at most a pair with the suspected word stands anywhere
_KNOWN = 4  # so often at least the likely word stands
_BINDS = 10  # so often at least two words stand together that are bound to each other
_SMOOTH = 3.0


@dataclass(frozen=True, slots=True)
class Suspicion:
    """One suspicion.

    text, start, end   which of the texts, and where in it the word stands
    printed, likely    the word, and what it should be; two words and "" where one stands twice
    shown, meant       both with the neighbour that speaks for the likely word ("lụa chọn", "lựa chọn")
    times              how often `meant` stands in the texts, or a doubled word stands there once
    """

    text: int
    start: int
    end: int
    printed: str
    likely: str
    shown: str
    meant: str
    times: int


@dataclass(frozen=True, slots=True)
class _Run:
    """Words of a text that follow each other with one space between them, folded; `number` counts the runs of the text."""

    text: int
    number: int
    words: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Spot:
    """A word with its neighbours; None where a sentence, a figure or a sign bounds it."""

    run: _Run
    at: int
    left: str | None
    word: str
    right: str | None


def misprints(texts: Sequence[str]) -> list[Suspicion]:
    """Every suspicion in `texts`, in their order; the texts themselves are what is compared."""
    return _Finder(texts).found()


def _runs(text: str) -> Iterator[list[re.Match[str]]]:
    run: list[re.Match[str]] = []
    for word in _WORD.finditer(text):
        if run and text[run[-1].end() : word.start()] != " ":
            yield run
            run = []
        run.append(word)
    if run:
        yield run


@lru_cache(maxsize=65536)
def _key(word: str) -> str:
    return fold_tone(word).lower()


class _Finder:
    """Counts of the words and of their neighbourhoods, and what they say."""

    def __init__(self, texts: Sequence[str]) -> None:
        self.texts = texts
        self.runs = [
            _Run(number, n, tuple(_key(word.group()) for word in run))
            for number, text in enumerate(texts)
            for n, run in enumerate(_runs(text))
        ]
        self.words: Counter[str] = Counter()
        self.pairs: Counter[tuple[str, str]] = Counter()
        for run in self.runs:
            self.words.update(run.words)
            self.pairs.update(pairwise(run.words))
        self.total = sum(self.words.values())
        self.before: Counter[str] = Counter()  # how often a word has one behind it, and one before it
        self.behind: Counter[str] = Counter()
        for (one, two), n in self.pairs.items():
            self.before[one] += n
            self.behind[two] += n

    def found(self) -> list[Suspicion]:
        """Every suspicion, in the order of the texts."""
        spots = [spot for run in self.runs for spot in self._spots(run)]
        self._count_between(spots)
        self._learn_neighbours(spots)
        return [hit for spot in spots for hit in (self._judge(spot),) if hit]

    # -- what is looked at ---------------------------------------------------------------------------------------------
    def _spots(self, run: _Run) -> Iterator[_Spot]:
        """The words that stand beside a neighbour hardly ever, or beside themselves."""
        words, pairs = run.words, self.pairs
        last = len(words) - 1
        for at, word in enumerate(words):
            if len(word) < 2:
                continue
            left = words[at - 1] if at else None
            right = words[at + 1] if at < last else None
            if (left and pairs[left, word] <= _RARE) or (right and pairs[word, right] <= _RARE + (word == right)):
                yield _Spot(run, at, left, word, right)

    def _count_between(self, spots: list[_Spot]) -> None:
        """What stands between the neighbours of the spots, how often."""
        self.between: dict[tuple[str, str], Counter[str]] = {}
        for spot in spots:
            right = _behind_double(spot) if spot.right == spot.word else spot.right
            if spot.left and right:
                self.between[spot.left, right] = Counter()
        for run in self.runs:
            words = run.words
            for one, word, two in zip(words, words[1:], words[2:], strict=False):
                if (one, two) in self.between:
                    self.between[one, two][word] += 1

    def _learn_neighbours(self, spots: list[_Spot]) -> None:
        """The word that another nearly always has beside it; and all that stand beside the words that are no syllables."""
        wrong = [s for s in spots if not possible(s.word)]
        self.next: dict[str, set[str]] = {s.left: set() for s in wrong if s.left}
        self.previous: dict[str, set[str]] = {s.right: set() for s in wrong if s.right}
        self.bound_next: dict[str, str] = {}
        self.bound_previous: dict[str, str] = {}
        for (one, two), n in self.pairs.items():
            if n >= 3 and one in self.next:
                self.next[one].add(two)
            if n >= 3 and two in self.previous:
                self.previous[two].add(one)
            if n >= _BINDS and n >= 0.8 * self.before[one]:
                self.bound_next[one] = two
            if n >= _BINDS and n >= 0.8 * self.behind[two]:
                self.bound_previous[two] = one

    # -- what is said --------------------------------------------------------------------------------------------------
    def _judge(self, spot: _Spot) -> Suspicion | None:
        if spot.right == spot.word:
            return self._doubled(spot)
        if not has_vowel(spot.word) or spot.left == spot.word:
            return None
        wrong = not possible(spot.word)
        if wrong and not has_marks(spot.word):  # a foreign word
            return None
        likely = {v for v in self._candidates(spot, wrong) if self.words[v] >= _KNOWN and _near(spot.word, v) and possible(v)}
        if not likely:
            return None
        own = self._weight(spot, spot.word, 1)
        gain, best = max((self._weight(spot, v, 0) - own, v) for v in likely)
        if not self._enough(spot, best, gain, wrong):
            return None
        run = self._words(spot)
        if not any(has_marks(word) for word in spot.run.words):  # typed without marks: a file name, English
            return None
        if _abbreviation(run, spot.at) or _bounded(self.texts[spot.run.text], run[spot.at]):
            return None
        return self._hit(spot, run, best)

    def _words(self, spot: _Spot) -> list[re.Match[str]]:
        """The run of the spot as printed."""
        return next(islice(_runs(self.texts[spot.run.text]), spot.run.number, None))

    def _candidates(self, spot: _Spot, wrong: bool) -> set[str]:
        """What stands between these neighbours elsewhere, or beside one of them nearly always."""
        found = {v for v, n in self._between(spot).items() if n >= 2}
        if spot.left in self.bound_next:
            found.add(self.bound_next[spot.left])
        if spot.right in self.bound_previous:
            found.add(self.bound_previous[spot.right])
        if wrong:
            found |= self.next[spot.left] if spot.left else set()
            found |= self.previous[spot.right] if spot.right else set()
        return found

    def _between(self, spot: _Spot) -> Counter[str]:
        return self.between.get((spot.left, spot.right), Counter()) if spot.left and spot.right else Counter()

    def _enough(self, spot: _Spot, likely: str, gain: float, wrong: bool) -> bool:
        """Whether the likely word is so much likelier that an editor should look."""
        left, right = self._pair(spot.left, likely), self._pair(likely, spot.right)
        if wrong:
            return max(left, right) >= 3 and gain > 10
        share_left = left / self.before[spot.left] if spot.left else 0.0
        share_right = right / self.behind[spot.right] if spot.right else 0.0
        both = self._between(spot)[likely]
        if both >= 2 and gain >= 20:
            return True
        if both >= 3 and both >= 3 * self._between(spot)[spot.word] and max(share_left, share_right) >= 0.1 and gain >= 13.5:
            return True
        alone = self._pair(spot.left, spot.word) <= 1 and self._pair(spot.word, spot.right) <= 1
        bound = (share_left >= 0.8 and left >= _BINDS) or (share_right >= 0.8 and right >= _BINDS)
        return alone and bound and (both >= 1 or not spot.left or not spot.right) and gain > 10

    def _pair(self, one: str | None, two: str | None) -> int:
        return self.pairs[one, two] if one and two else 0

    def _weight(self, spot: _Spot, word: str, own: int) -> float:
        """The logarithm of how likely `word` is at the spot; `own`: how many of its occurrences are the spot itself."""
        share = (self.words[word] - own) / self.total or 0.5 / self.total
        weight = -log(share)
        for pair, around in (((spot.left, word), self.before), ((word, spot.right), self.behind)):
            neighbour = pair[0] if around is self.before else pair[1]
            if neighbour is None:
                weight += log(share)
            else:
                weight += log((self._pair(*pair) - own + _SMOOTH * share) / (around[neighbour] - 1 + _SMOOTH))
        return weight

    def _doubled(self, spot: _Spot) -> Suspicion | None:
        """A word that stands twice: everywhere else once between these neighbours, or in front of a figure."""
        right = _behind_double(spot)
        if right and spot.left:
            times = self.between[spot.left, right][spot.word]
            if times <= 5 or self.pairs[spot.word, right] >= 0.5 * self.before[spot.word]:
                return None
        run = self._words(spot)
        one, two = run[spot.at], run[spot.at + 1]
        if right is None and re.match(r" \d", self.texts[spot.run.text][two.end() :]):
            times = self.words[spot.word]
        elif not (right and spot.left):
            return None
        return Suspicion(spot.run.text, one.start(), two.end(), f"{one.group()} {two.group()}", "", "", "", times)

    def _hit(self, spot: _Spot, run: list[re.Match[str]], likely: str) -> Suspicion:
        """The suspicion, told with the neighbour that speaks for it most."""
        word = run[spot.at]
        put = _cased(likely, word.group())
        left, right = self._pair(spot.left, likely), self._pair(likely, spot.right)
        share_left = left / self.before[spot.left] if spot.left else 0.0
        share_right = right / self.behind[spot.right] if spot.right else 0.0
        if share_left >= share_right:
            beside = run[spot.at - 1].group()
            shown, meant, times = f"{beside} {word.group()}", f"{beside} {put}", left
        else:
            beside = run[spot.at + 1].group()
            shown, meant, times = f"{word.group()} {beside}", f"{put} {beside}", right
        return Suspicion(spot.run.text, word.start(), word.end(), word.group(), put, shown, meant, times)


def _behind_double(spot: _Spot) -> str | None:
    """The word behind one that stands twice."""
    return spot.run.words[spot.at + 2] if spot.at + 2 < len(spot.run.words) else None


def _abbreviation(run: list[re.Match[str]], at: int) -> bool:
    """Whether a word in capitals stands among others: an abbreviation, a Roman numeral."""
    return run[at].group().isupper() and not all(word.group().isupper() for word in run[max(0, at - 1) : at + 2])


def _bounded(text: str, word: re.Match[str]) -> bool:
    """Whether a hyphen or a figure is written together with the word: a foreign name, a symbol."""
    return bool(_BOUND.match(text[word.end() : word.end() + 1]) or _BOUND.match(text[word.start() - 1 : word.start()] or " "))


def _cased(word: str, like: str) -> str:
    if like.isupper():
        return word.upper()
    return word.capitalize() if like[:1].isupper() else word


@lru_cache(maxsize=65536)
def _letters(word: str) -> str:
    return unicodedata.normalize("NFD", word)


def _near(one: str, two: str) -> bool:
    """Whether two words differ by one letter, mark or tone, or by a mark on another letter; two spellings of one word are not near."""
    a, b = _letters(one), _letters(two)
    if abs(len(a) - len(b)) > 1 or a == b:
        return False
    if len(a) > len(b):
        a, b = b, a
    head = next((i for i, (c, d) in enumerate(zip(a, b, strict=False)) if c != d), len(a))
    if a[head + (len(a) == len(b)) :] != b[head + 1 :] and not (sorted(a) == sorted(b) and strip_marks(one) == strip_marks(two)):
        return False
    return one.translate(_Y) != two.translate(_Y) and frozenset((one, two)) not in _SPELLINGS
