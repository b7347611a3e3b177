"""Who amended an act before, as another act tells it: "Luật Ao hồ số 12/2015/QH13 đã được sửa đổi, bổ sung theo Luật số 48/2018/QH14".

Such a chain is no command. It proves something else: an amending act that is named there and is not in hand leaves a gap in the text of the
act it amended (Decree 78/2025/NĐ-CP, article 68: an act is cited with the acts that amended it).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lawtrack.amend.acts import Acts
from lawtrack.amend.cited import kind_at, read_act
from lawtrack.amend.provenance import provenance_end
from lawtrack.amend.tokens import Sort, Token, tokenize
from lawtrack.law.address import Address, addressed
from lawtrack.law.catalogue import Catalogue
from lawtrack.law.document import Document
from lawtrack.law.provision import ENCLOSED, Kind
from lawtrack.text.numbers import same_key


@dataclass(frozen=True, slots=True)
class Gap:
    """An act in hand, the number of one that amended it and is not, and the words that say so with the unit they stand in."""

    target: str
    missing: str
    address: Address
    words: str


def gaps(document: Document, acts: Acts, catalogue: Catalogue) -> list[Gap]:
    """What the chains of `document` prove to be missing, each pair of acts once, in their order."""
    found: dict[tuple[str, str], Gap] = {}
    for address, line in _lines(document):
        if "được sửa đổi" not in line and "được bổ sung" not in line:
            continue
        for target, amenders in _chains(line, acts):
            if catalogue.find(target) is None:
                continue
            for number in amenders:
                if catalogue.find(number) is None and same_key(number) not in (same_key(target), document.key):
                    found.setdefault((same_key(target), same_key(number)), Gap(target, number, address, line))
    return list(found.values())


def _lines(document: Document) -> Iterator[tuple[Address, str]]:
    yield from ((Address(), line) for line in document.preamble)
    inside: Address | None = None
    for address, unit in addressed(document.body):
        if unit.kind in (Kind.TRICH, *ENCLOSED):
            inside = address
        if inside is None or not address.within(inside):
            yield from ((address, line) for line in (unit.heading, unit.text) if line)


def _chains(line: str, acts: Acts) -> Iterator[tuple[str, list[str]]]:
    """(number of the act, numbers of those that amended it) for every act of a line that has its chain behind it."""
    tokens = tokenize(line)[0]
    for i in range(len(tokens)):
        act = read_act(tokens, i, line) if kind_at(tokens, i) else None
        if act is None or sum(t.sort is Sort.NUMBER for t in tokens[i : act[1]]) > 1:
            continue  # another act stands in its title: whose chain follows is not sure
        begin = act[1]
        while begin < len(tokens) and tokens[begin].low in ("(", ","):
            begin += 1
        end = provenance_end(tokens, begin, line) if begin < len(tokens) else begin
        number, problem = acts.resolve(act[0])
        if number and problem is None and (numbers := _named(tokens, begin, end, line)):
            yield number, numbers


def _named(tokens: Sequence[Token], i: int, end: int, line: str) -> list[str]:
    """The numbers of the acts named in a chain, those in the title of another left out."""
    numbers: list[str] = []
    while i < end:
        act = read_act(tokens, i, line) if kind_at(tokens, i) else None
        numbers += [act[0].number] if act and act[0].number else []
        i = act[1] if act else i + 1
    return numbers
