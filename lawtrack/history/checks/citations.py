"""Citations in the words of law: "khoản 2 Điều 7 của Luật này", "điểm a khoản 1 Điều này", "Article 5 of this Decree".

Units are named from small to large (Decree 78/2025/NĐ-CP, article 68); whose they are is said behind them. The grammar of lists and
ranges is that of commands (`lawtrack.amend.references`). What leaves open which unit is meant is no citation here: a finding has to be
sure.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lawtrack.amend.carrying import complete
from lawtrack.amend.cited import Cited, read_act
from lawtrack.amend.references import Role, read_refs, unit_at
from lawtrack.amend.tokens import Sort, Token, tokenize
from lawtrack.law import Address, Kind, Part, Step
from lawtrack.law.provision import ENCLOSED

_MAYBE = re.compile(r"\b(?:điều|khoản|điểm|chương)\s+(?:\d|[a-zđ]\d*\b|[ivxl]+\b)|/(?:1[89]|20)\d\d/", re.IGNORECASE)
_MAYBE_EN = re.compile(r"\b(?:articles?|clauses?|points?)\s", re.IGNORECASE)
_INNER = ("của", "tại", "thuộc", "trong", "theo")
_ATTACHED = (("quy", "chế"), ("quy", "định"), ("điều", "lệ"), ("nội", "quy"), ("quy", "trình"))
_CITED = (Kind.CHUONG, Kind.DIEU, Kind.KHOAN, Kind.DIEM)
_WORDS = ("chương", "điều", "khoản", "điểm")


@dataclass(frozen=True, slots=True)
class Citation:
    """One unit a sentence names.

    words     as printed, with whose the unit is
    address   of the unit in its act
    act       the other act as cited; None: the act that speaks
    said      whether the words say whose the unit is ("của Luật này", "Điều này"); else it is taken as the act's own
    """

    words: str
    address: Address
    act: Cited | None = None
    said: bool = True


def citations(text: str, here: Address, language: str = "vi") -> Iterator[Citation]:
    """The citations of a sentence that stands at `here`. Words in quotation marks cite nothing."""
    if language == "vi":
        if _MAYBE.search(text):
            yield from _Sentence(text, here).citations()
    elif language == "en" and _MAYBE_EN.search(text):
        yield from _english(text, here)


class _Sentence:
    def __init__(self, text: str, here: Address) -> None:
        self.text = text
        self.here = here
        self.root = here.root.steps
        self.tokens: Sequence[Token] = tokenize(text)[0]

    def citations(self) -> Iterator[Citation]:
        i = 0
        while i < len(self.tokens):
            found, i = self._at(i)
            yield from found

    def _at(self, i: int) -> tuple[list[Citation], int]:
        tokens = self.tokens
        refs, k = read_refs(tokens, i, Role.PLACE) if tokens[i].low in _WORDS else ([], i)
        if not refs:
            act = read_act(tokens, i, self.text)
            if act and act[0].number:
                return [Citation(act[0].words, Address(), act[0])], max(act[1], i + 1)
            return [], i + 1
        base, k = self._this(k)
        said = base is not None
        act_cited: Cited | None = None
        root = self.root
        j = k + 1 if self._low(k) in _INNER else k
        if found := read_act(tokens, j, self.text):
            k = found[1]
            said = True
            root = ()
            act_cited = None if found[0].own else found[0]
        elif any(tuple(t.low for t in tokens[j : j + 3]) == (*words, "này") for words in _ATTACHED):
            if not self.root or self.root[0].kind is not Kind.QUY_CHE:
                return [], j + 3
            said, k = True, j + 3
        elif j > k or (k < len(tokens) and tokens[k].sort is Sort.WORD and tokens[k].text[:1].isupper()) or self._low(k) == "(":
            return [], k  # of something this grammar does not know: a treaty, a plan, a form
        words = self.text[tokens[i].start : tokens[k - 1].end]
        own = tuple(s for s in (base or ()) if s.kind not in ENCLOSED)
        out = []
        for ref in complete(refs, Address(own)):
            if ref.this or ref.unclear or ref.top is Kind.MAU or ref.part is Part.HEADING:
                continue
            for steps in (ref.steps, (*ref.steps[:-1], ref.through) if ref.through and ref.steps else ()):
                address = _cut(steps)
                if address:
                    place = address if act_cited else Address((*root, *address))
                    out.append(Citation(words, place, act_cited, said))
        return out, max(k, i + 1)

    def _low(self, i: int) -> str:
        return self.tokens[i].low if i < len(self.tokens) else ""

    def _this(self, i: int) -> tuple[Address | None, int]:
        """The unit "Điều này" or "khoản này" at `i` means, and the index behind it."""
        j = i + 1 if self._low(i) in _INNER else i
        unit = unit_at(self.tokens, j)
        if unit is None or self._low(unit[1]) != "này":
            return None, i
        cut = next((n for n, step in enumerate(self.here, 1) if step.kind is unit[0]), 0)
        return (Address(self.here.steps[:cut]) if cut else None), unit[1] + 1


def _cut(steps: Sequence[Step]) -> Address:
    """The address as far as units with labels of their own go; empty where no article or chapter is named."""
    kinds = [s.kind for s in steps]
    if Kind.DIEU in kinds:
        steps = steps[kinds.index(Kind.DIEU) :]
    elif Kind.CHUONG in kinds and kinds[-1] is Kind.CHUONG:
        steps = steps[-1:]
    else:
        return Address()
    kept = []
    for step in steps:
        if step.kind not in _CITED:
            break
        kept.append(step)
    return Address(tuple(kept))


# -- English -------------------------------------------------------------------------------------------------------------
_POINT = r"[a-z]{1,2}\d?"
_FIGURE = r"\d+[a-z]{0,2}"


def _listed(word: str, label: str) -> str:
    return rf"{label}(?:\s*(?:,\s*and|,\s*or|,|and|or)\s*(?:{word}s?\s+)?{label}\b)*"


_EN = re.compile(
    rf"(?:\bPoints?\s+(?P<diem>{_listed('Point', _POINT)})\s*,?\s+(?:of\s+)?)?"
    rf"(?:\bClauses?\s+(?P<khoan>{_listed('Clause', _FIGURE)})\s*,?\s+(?:of\s+)?)?"
    rf"(?:(?P<this>\bthis\s+Article)|\bArticles?\s+(?P<dieu>{_listed('Article', _FIGURE)}))"
    r"(?P<of>\s*,?\s*of\s+(?P<own>this\s+\w+)?)?"
)
_LABEL = re.compile(rf"(?<![a-z])(?!(?:and|or)\b)(?:{_FIGURE}|{_POINT})\b")


def _english(text: str, here: Address) -> Iterator[Citation]:
    root = here.root.steps
    for match in _EN.finditer(text):
        if match["of"] and not match["own"]:
            continue  # of another act
        if match["this"]:
            cut = next((n for n, step in enumerate(here, 1) if step.kind is Kind.DIEU), 0)
            bases = [Address(here.steps[:cut])] if cut else []
        else:
            own = () if match["own"] and not match["own"].lower().endswith("regulation") else root
            bases = [Address(own).child(Kind.DIEU, label) for label in _labels(match["dieu"], "Article")]
        clauses, points = _labels(match["khoan"], "Clause"), _labels(match["diem"], "Point")
        if clauses and len(bases) == 1:
            bases = [bases[0].child(Kind.KHOAN, label) for label in clauses]
        if points and len(bases) == 1:
            bases = [bases[0].child(Kind.DIEM, label) for label in points]
        if match["this"] and not clauses and not points:
            continue
        words = text[match.start() : match.end()].strip(" ,")
        for base in bases:
            yield Citation(words, base, None, bool(match["own"] or match["this"]))


def _labels(text: str | None, word: str) -> list[str]:
    return _LABEL.findall(re.sub(rf"\b{word}s?\b", " ", text)) if text else []
