"""What has been heard of changes of words so far: which words go, which come in, where; and how they pair up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lawtrack.amend.cited import Cited
from lawtrack.amend.clauses import Verb, Words
from lawtrack.amend.references import Ref
from lawtrack.amend.tokens import Token
from lawtrack.law.operation import Place
from lawtrack.text.phrase import find_phrase, tidy_gap


@dataclass(slots=True)
class Change:
    """One change of words, as far as it was heard."""

    finds: list[str] = field(default_factory=list)
    puts: list[str] = field(default_factory=list)
    anchor: str = ""
    place: Place | None = None
    places: list[Ref] = field(default_factory=list)
    whole: bool = False
    act: Cited | None = None
    closed: bool = False
    sentence: bool = False  # quoted as "câu “…”"
    nth: int | None = None  # which of the places of the words
    inside: str = ""  # the quoted phrase the words stand in ("từ “và” trong cụm từ “A và B”")


@dataclass(slots=True)
class HeardWords:
    """The changes of one verb, filled from left to right. What does not pair up is `unread`."""

    tokens: Sequence[Token]
    verb: Verb
    text: str
    changes: list[Change] = field(default_factory=list)
    acts: list[Cited] = field(default_factory=list)
    putting: bool = False
    unread: str = ""
    first: tuple[str, Place] | None = None  # the anchor, said before the words that come in

    def quoted(self, words: str, behind: int) -> None:
        """Takes quoted words that end in front of token `behind`: those that go, or those that come in."""
        last = self.changes[-1] if self.changes else None
        if self.putting and last is not None and last.puts and behind < len(self.tokens) and self.tokens[behind].low in ("bằng", "thành"):
            self.putting = False  # "“A” bằng “B” và dấu “,” bằng từ “C”": the next pair begins
        if self.verb is Verb.INSERT:
            if last is not None and not last.closed and not last.anchor and last.place is None and self.putting:
                last.puts.append(words)
            else:
                self.changes.append(Change(puts=[words]))
                if self.first:
                    self.changes[-1].anchor, self.changes[-1].place = self.first
                    self.first = None
        elif self.putting and last is not None and (open_ := self.waiting(last)):
            for change in open_:
                change.puts.append(words)
        elif last is None or last.closed or last.puts or last.anchor or self.verb is Verb.REPEAL:
            self.changes.append(Change(finds=[words]))
            self.putting = False
        else:
            last.finds.append(words)

    def waiting(self, last: Change) -> list[Change]:
        """The changes that still wait for the words to put in."""
        return [c for c in self.changes if not c.puts or (c is last and len(c.puts) < len(c.finds))]

    def beside_each(self, pending: list[Change], anchors: Sequence[str], place: Place, end: int) -> int:
        """Words beside several anchors: one beside each, or as many, in their order."""
        if len(pending) == 1:
            copies = [Change(puts=list(pending[0].puts)) for _ in anchors[1:]]
            self.changes += copies
            pending = [*pending, *copies]
        if len(pending) != len(anchors):
            self.unread += " " + "; ".join(anchors)
        for change, anchor in zip(pending, anchors, strict=False):
            change.anchor, change.place = anchor, place
        self.putting = False
        return end

    def all_of(self, cited: Cited | None) -> None:
        """The changes that have no place yet are made throughout the act."""
        for change in self.changes:
            if not change.closed:
                change.whole = change.closed = True
                change.act = cited if cited is not None and not cited.own else None

    def act(self, cited: Cited) -> None:
        """The places named so far stand in this act."""
        self.acts.append(cited)
        for change in self.changes:
            change.places = [replace(r, act=cited) if r.act is None else r for r in change.places]

    def words(self) -> tuple[Words, ...]:
        """The changes in pairs."""
        out: list[Words] = []
        for c in self.changes:
            if c.inside:
                out += self._phrase(c)
            elif self.verb is Verb.INSERT:
                out += [Words("", put, c.anchor, c.place, tuple(c.places), c.whole, c.sentence, c.nth, c.act) for put in c.puts]
            elif self.verb is Verb.REPEAL:
                out += [Words(find, "", c.anchor, c.place, tuple(c.places), c.whole, nth=c.nth, act=c.act) for find in c.finds]
            elif not c.puts:
                out += [Words(find, "", c.anchor, c.place, tuple(c.places), c.whole, act=c.act) for find in c.finds]
                self.unread += " (bằng …?)"
            elif len(c.puts) == len(c.finds):
                out += [
                    Words(f, p, c.anchor, c.place, tuple(c.places), c.whole, nth=c.nth, act=c.act)
                    for f, p in zip(c.finds, c.puts, strict=True)
                ]
            elif len(c.puts) == 1:
                out += [Words(find, c.puts[0], c.anchor, c.place, tuple(c.places), c.whole, nth=c.nth, act=c.act) for find in c.finds]
            else:
                self.unread += " " + "; ".join((*c.finds, *c.puts))
        return tuple(out)

    def _phrase(self, c: Change) -> list[Words]:
        """A change within a quoted phrase, as a change of that phrase."""
        find, put = c.finds[0] if c.finds else "", c.puts[0] if c.puts else ""
        spans = find_phrase(c.inside, find) if find else []
        if (
            c.nth is not None
            or len(spans) != 1
            or len(c.finds) > 1
            or len(c.puts) > 1
            or c.anchor
            or bool(put) is (self.verb is Verb.REPEAL)
        ):
            self.unread += f" (“{c.inside}” …?)"
            return [Words(find, put, c.anchor, c.place, tuple(c.places), c.whole, act=c.act)]
        start, end = spans[0]
        new = c.inside[:start] + put + c.inside[end:] if put else tidy_gap(c.inside[:start] + c.inside[end:], start)
        return [Words(c.inside, new, "", c.place, tuple(c.places), c.whole, act=c.act)]
