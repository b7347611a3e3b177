"""What every form draws from: the units of an act that may be aimed at, and the command that comes of it."""

from __future__ import annotations

import random
import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field

from drafting.speech import Speech, Style
from drafting.tree import ENCLOSED, LETTERS, Tree, Unit, phrase
from drafting.words import Words
from lawtrack.text.fold import fold

Edit = Callable[[Tree], None]
_TABLES = ("bang", "hang", "trich", "mau", "phu-luc")


@dataclass
class Command:
    """One command.

    text     the sentence, verb first, without its label; `{act}` where the act may be named
    edits    what it does to the act
    touches  the articles and containers that no other command of the same act may aim at
    quote    new words, with their marks
    below    the commands it stands over
    refused  it must not be applied: there is nothing right to do
    inline   the sentence ends as it stands: no "như sau:"
    """

    form: str
    text: str
    edits: list[Edit]
    touches: list[Unit]
    quote: list[str] = field(default_factory=list)
    below: list[Command] = field(default_factory=list)
    refused: bool = False
    inline: bool = False
    alone: bool = False


class Draft:
    """One drafter at one act: what was aimed at already stays untouched."""

    def __init__(self, rng: random.Random, tree: Tree, style: Style, words: Words) -> None:
        self.rng, self.tree, self.style, self.words = rng, tree, style, words
        self.speech = Speech(rng, tree, style)
        self.locked: set[int] = set()
        seen: dict[str, int] = {}
        self._articles: list[Unit] = []
        self.root = next((u for u in tree.root.children if u.kind == "quy-che"), tree.root)  # a decision is amended in its regulation
        for unit in self._body(self.root):
            if unit.kind == "dieu":
                seen[unit.label] = seen.get(unit.label, 0) + 1
                self._articles.append(unit)
        self.labels = set(seen)
        self._articles = [a for a in self._articles if seen[a.label] == 1 and not a.gone and re.fullmatch(r"\d+[a-zđ]?", a.label)]

    def _body(self, unit: Unit) -> list[Unit]:
        return [u for c in unit.children if c.kind not in ENCLOSED for u in (c, *self._body(c))]

    # -- what may be aimed at -------------------------------------------------------------------------------------------
    def articles(self) -> list[Unit]:
        """Articles no command of this act aims at yet, in a drawn order."""
        free = [a for a in self._articles if not self.taken(a)]
        return self.rng.sample(free, len(free))

    def open_articles(self) -> list[Unit]:
        """Articles that no command aims at as a whole; their clauses may be aimed at. One in hand comes first now and then."""
        free = [a for a in self._articles if a.id not in self.locked]
        drawn = self.rng.sample(free, len(free))
        if self.rng.random() < 0.3:
            drawn.sort(key=lambda a: not self.taken(a))
        return drawn

    def containers(self, *kinds: str) -> list[Unit]:
        """Chapters, sections of which no article is aimed at yet, of unique names, in a drawn order."""
        found = [u for u in self._body(self.root) if u.kind in kinds and not u.gone]
        names = [self.speech.place(u) for u in found]
        free = [u for u, n in zip(found, names, strict=True) if names.count(n) == 1 and not self.taken(u)]
        return self.rng.sample(free, len(free))

    def taken(self, unit: Unit) -> bool:
        """Whether a command aims at the unit, or at one below."""
        return any(u.id in self.locked for u in unit.walk())

    def all_articles(self) -> list[Unit]:
        """Every article of a unique number, in order."""
        return self._articles

    def siblings(self, article: Unit) -> list[Unit]:
        """The units around the article."""
        return self.tree.parent(article).children

    def unique(self, parent: Unit, kind: str) -> list[Unit]:
        """The children of a kind whose label no sibling shares and whose list is in order."""
        units = parent.of(kind)
        labels = [u.label.lower() for u in units]
        good = re.compile(r"\d+[a-zđ]?" if kind == "khoan" else rf"[{LETTERS}]\d?")
        return [u for u in units if labels.count(u.label.lower()) == 1 and good.fullmatch(u.label) and not u.gone]

    def clauses(self, article: Unit) -> list[Unit]:
        """The clauses of an article that can be named and that no command of this act aims at yet."""
        return [c for c in self.unique(article, "khoan") if not self.taken(c)]

    def points(self, unit: Unit) -> list[Unit]:
        """The points of a clause, or of an article, that can be named."""
        return self.unique(unit, "diem")

    def some_clause(self, good: Callable[[Unit], bool] = lambda _: True) -> tuple[Unit, Unit] | None:
        """An article and a clause of it."""
        for article in self.open_articles():
            if found := [c for c in self.clauses(article) if good(c)]:
                return article, self.rng.choice(found)
        return None

    def some_point(self, good: Callable[[Unit], bool] = lambda _: True) -> tuple[Unit, Unit, Unit] | None:
        """An article, a clause and a point of it."""
        for article in self.open_articles():
            found = [(c, p) for c in self.clauses(article) for p in self.points(c) if good(p)]
            if found:
                return article, *self.rng.choice(found)
        return None

    def whole(self, unit: Unit) -> bool:
        """Whether the unit can be quoted line by line: no tables in it."""
        return not any(u.kind in _TABLES for u in unit.walk())

    def last(self, unit: Unit) -> bool:
        """Whether the unit is the last of its kind under its parent."""
        return self.tree.parent(unit).of(unit.kind)[-1] is unit

    # -- words -----------------------------------------------------------------------------------------------------------
    def phrase(self, units: Sequence[Unit], tries: int = 12) -> str | None:
        """Words that stand in the first unit, in small letters and in every unit at least once, always whole and always alike."""
        lines = [u.words for u in units[0].walk() if u.kind != "dieu" and u.kind not in _TABLES and u.words and not u.gone]
        if not lines:
            return None
        for _ in range(tries):
            tokens = self.rng.choice(lines).split()
            n = self.rng.randint(2, 5)
            if len(tokens) < n + 2:
                continue
            at = self.rng.randrange(1, len(tokens) - n)
            if not all(t.isalpha() and t.islower() for t in tokens[at : at + n]) or not tokens[at - 1].islower():
                continue
            words = " ".join(tokens[at : at + n])
            if all(self.alike(u, words) for u in units):
                return words
        return None

    def parted(self, unit: Unit, words: str) -> bool:
        """Whether a comma stands beside the words: with words of a list goes their comma, said or not."""
        return any(re.search(rf",\s*{re.escape(words)}|{re.escape(words)}\s*,", u.words) for u in unit.walk())

    def alike(self, unit: Unit, words: str) -> bool:
        """Whether the words stand in the unit, every time whole, in one spelling, and not in a title."""
        text = "\n".join(u.words for u in unit.walk() if not u.gone)
        exact = len(phrase(words).findall(text))
        if unit.kind == "dieu" and words.lower() in unit.words.lower():
            return False
        return exact > 0 and fold(text).count(fold(words)) == exact  # (thủy and thuỷ are one word)

    def verb(self) -> str:
        """The verb of a substitution."""
        return self.rng.choice(("Sửa đổi, bổ sung",) * 6 + ("Sửa đổi", "Sửa đổi", "Thay thế"))
