"""Commands in English translations of Vietnamese acts, in the two styles in use:

    Clause 1 Article 5 is amended as follows: …          Article 45a is added after Article 45 as follows: …
    To amend and supplement Clause 1, Article 5 as follows: …          To annul Clause 2, Article 3.

Translations have no legal force; they are read so that the English expression of an act can follow the Vietnamese one.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lawtrack.amend.cited import Cited
from lawtrack.amend.clauses import Clause, Sentence, Verb, Words
from lawtrack.amend.references import RANK, Ref, Role
from lawtrack.amend.tokens import Sort, Token, tokenize, word_set
from lawtrack.law.address import Step
from lawtrack.law.catalogue import name_key
from lawtrack.law.operation import Part, Place, Position
from lawtrack.law.provision import Kind
from lawtrack.text.labels import key

_UNITS = {
    "point": Kind.DIEM,
    "item": Kind.DIEM,
    "clause": Kind.KHOAN,
    "article": Kind.DIEU,
    "section": Kind.MUC,
    "chapter": Kind.CHUONG,
    "part": Kind.PHAN,
    "appendix": Kind.PHU_LUC,
    "annex": Kind.PHU_LUC,
    "form": Kind.MAU,
    "paragraph": Kind.DOAN,
}
_LABEL = re.compile(r"\d+[a-zđ]{0,2}|[a-zđ]{1,2}\d?|[ivxl]+[a-z]?", re.IGNORECASE)
_VERBS = (
    (("amend", "and", "supplement"), Verb.SUBSTITUTE),
    (("amended", "and", "supplemented"), Verb.SUBSTITUTE),
    (("amend",), Verb.SUBSTITUTE),
    (("amended",), Verb.SUBSTITUTE),
    (("revised",), Verb.SUBSTITUTE),
    (("add",), Verb.INSERT),
    (("added",), Verb.INSERT),
    (("supplement",), Verb.INSERT),
    (("supplemented",), Verb.INSERT),
    (("insert",), Verb.INSERT),
    (("inserted",), Verb.INSERT),
    (("replace",), Verb.REPLACE),
    (("replaced",), Verb.REPLACE),
    (("repeal",), Verb.REPEAL),
    (("repealed",), Verb.REPEAL),
    (("annul",), Verb.REPEAL),
    (("annulled",), Verb.REPEAL),
    (("abrogate",), Verb.REPEAL),
    (("abrogated",), Verb.REPEAL),
    (("remove",), Verb.REPEAL),
    (("removed",), Verb.REPEAL),
    (("delete",), Verb.REPEAL),
    (("deleted",), Verb.REPEAL),
)
_FILL = word_set(
    "the as follows following new : . ; , and to be is are of in at from by with phrase phrases word words a an number some articles s"
)
_ACTS = {
    "law": "luật",
    "code": "bộ luật",
    "decree": "nghị định",
    "circular": "thông tư",
    "ordinance": "pháp lệnh",
    "decision": "quyết định",
}
_OPENS = re.compile(r"^\W*(?:to\s+)?(?:amend|add|supplement|insert|replace|repeal|annul|abrogate|remove|delete)\b", re.IGNORECASE)
_PASSIVE = re.compile(
    r"^\W*(?:the\s+(?:title|heading|name|phrase|word|phrases|words)|points?|clauses?|articles?|sections?|chapters?|append\w+|annex\w*)\b.*?\b"
    r"(?:is|are|shall be)\s+(?:hereby\s+)?"
    r"(?:amended|added|supplemented|inserted|replaced|repealed|annulled|abrogated|removed|deleted|revised)\b",
    re.IGNORECASE,
)
_FRAME = re.compile(r"^\W*amend(?:ments?|ing)\b.*\b(?:articles?|law|decree|circular|code)\b", re.IGNORECASE)


def is_command(text: str) -> bool:
    """Whether an English line opens like a command."""
    return bool(_OPENS.match(text) or _PASSIVE.match(text) or _FRAME.match(text))


def read_sentence(text: str) -> Sentence:
    """The clauses of an English command line."""
    act, cited = _act(text)
    tokens, doubts = tokenize(text.replace(cited, "", 1) if cited else text)
    verb = next((v for i in range(len(tokens)) for w, v in _VERBS if tuple(t.low for t in tokens[i : i + len(w)]) == w), None)
    opens = bool(re.search(r"as follows|:\s*$", text))
    if verb is None:
        return Sentence(text, (Clause(Verb.SUBSTITUTE, generic=True),), act, (), opens, tuple(doubts))
    if any(t.sort is Sort.QUOTE for t in tokens) and re.search(r"\b(?:phrase|word)s?\b", text, re.IGNORECASE):
        clause = _words(tokens, verb)
    else:
        clause = _units(tokens, verb)
    if act is not None:
        clause = replace(
            clause,
            objects=tuple(replace(r, act=act) for r in clause.objects),
            at=tuple(replace(r, act=act) for r in clause.at),
            words=tuple(replace(w, places=tuple(replace(p, act=act) for p in w.places)) for w in clause.words),
        )
    return Sentence(text, (clause,), act, (), opens, tuple(doubts))


def _act(text: str) -> tuple[Cited | None, str]:
    """The act a sentence names, and its words with the preposition in front."""
    match = re.search(
        r"(?:\bof\s+(?:the\s+)?(?:Government's\s+)?)?\b(Law|Code|Decree|Circular|Ordinance|Decision)\b((?:\s+on\s+[^,.;:“\"]+?)?)(?:,?\s+No\.?\s*([\w./-]+))?(?=\s+(?:dated|as|is|are|of)\b|[,.;:]|\s*$)",
        text,
    )
    if not match or not (match.group(2) or match.group(3)):
        return None, ""
    kind = _ACTS[match.group(1).lower()]
    name = name_key(f"{match.group(1)}{match.group(2)}")
    return Cited(kind, name, (match.group(3) or "").rstrip("."), words=match.group(0)), match.group(0)


def _units(tokens: Sequence[Token], verb: Verb) -> Clause:
    side = next((i for i, t in enumerate(tokens) if t.low in ("after", "before") and t.sort is Sort.WORD), None)
    refs, unread = _refs(tokens if side is None else tokens[:side], Role.OBJECT)
    if verb is Verb.INSERT and side is not None:
        at, rest = _refs(tokens[side + 1 :], Role.ANCHOR)
        position = Position.AFTER if tokens[side].low == "after" else Position.BEFORE
        return Clause(verb, tuple(refs), tuple(at), position, unread=(unread + rest).strip())
    into = next((i for i, t in enumerate(tokens) if t.low in ("to", "into") and i > 1 and _unit(tokens, i + 1)), None)
    if verb is Verb.INSERT and into is not None:
        refs, unread = _refs(tokens[:into], Role.OBJECT)
        at, rest = _refs(tokens[into + 1 :], Role.RECEIVER)
        return Clause(verb, tuple(refs), tuple(at), Position.INTO, unread=(unread + rest).strip())
    return Clause(verb, tuple(refs), generic=not refs, unread=unread.strip() if refs else "")


def _unit(tokens: Sequence[Token], i: int) -> Kind | None:
    if i >= len(tokens) or tokens[i].sort is not Sort.WORD:
        return None
    low = tokens[i].low
    return _UNITS.get(low) or _UNITS.get(low[:-1] if low.endswith("s") else low) or (Kind.PHU_LUC if low == "appendices" else None)


def _refs(tokens: Sequence[Token], role: Role) -> tuple[list[Ref], str]:
    """References, small to large with or without commas ("Point dd, Clause 2, Article 7"), and words that are none."""
    refs: list[Ref] = []
    unread = ""
    heading = False
    i = 0
    pending: list[Ref] = []  # units of the chain under way, still without their larger units
    while i < len(tokens):
        low = tokens[i].low
        if low in ("title", "heading", "name"):
            heading, i = True, i + 1
            continue
        kind = _unit(tokens, i)
        labels, j = _labels(tokens, i + 1) if kind else ([], i)
        if kind is None or not labels:
            if kind is None and low not in _FILL and not any(low in words for words, _ in _VERBS):
                unread += " " + tokens[i].text
            i += 1
            continue
        part = Part.HEADING if heading else Part.WHOLE
        steps = [Step(kind, key(label)) for label in labels]
        larger = pending and RANK[kind] < RANK[pending[-1].steps[0].kind] and len(steps) == 1
        if larger:
            pending = [replace(r, steps=(steps[0], *r.steps)) if RANK[r.steps[0].kind] > RANK[kind] else r for r in pending]
        else:
            if pending and RANK[kind] < RANK[pending[-1].steps[0].kind]:
                refs += pending
                pending = []
            pending += [Ref(steps=(step,), part=part, role=role, joined=",") for step in steps]
        if kind is Kind.DIEU:
            refs += pending
            pending = []
        heading = False
        i = j
    return refs + pending, unread


def _labels(tokens: Sequence[Token], i: int) -> tuple[list[str], int]:
    labels: list[str] = []
    while (
        i < len(tokens)
        and tokens[i].sort is Sort.WORD
        and _LABEL.fullmatch(tokens[i].text)
        and tokens[i].low not in ("is", "to", "as", "of", "in")
    ):
        labels.append(tokens[i].text.replace("dd", "đ"))
        i += 1
        j = i
        while j < len(tokens) and tokens[j].low in (",", "and"):
            j += 1
        if j == i or j >= len(tokens) or not _LABEL.fullmatch(tokens[j].text) or _unit(tokens, j):
            break
        i = j
    return labels, i


def read_references(tokens: Sequence[Token]) -> tuple[list[Ref], str]:
    """The units a stretch of English names, small to large, and the words in it that are none."""
    return _refs(tokens, Role.OBJECT)


def is_unit_word(token: Token) -> bool:
    """Whether a word names a kind of unit ("clause", "articles")."""
    return _unit((token,), 0) is not None


def _words(tokens: Sequence[Token], verb: Verb) -> Clause:
    quotes = [(i, t.text) for i, t in enumerate(tokens) if t.sort is Sort.QUOTE]
    anchor, place = "", None
    for i, words in quotes:
        before = [t.low for t in tokens[max(0, i - 3) : i] if t.sort is Sort.WORD]
        if "after" in before or "before" in before:
            anchor, place = words, Place.AFTER if "after" in before else Place.BEFORE
    rest = [w for _, w in quotes if w != anchor or not anchor]
    plain = [t for t in tokens if t.sort is not Sort.QUOTE and t.low not in ("after", "before")]
    places, unread = _refs(plain, Role.PLACE)
    if verb is Verb.REPLACE and len(rest) == 2:
        change = Words(rest[0], rest[1], anchor, place, tuple(places))
    elif verb is Verb.INSERT and len(rest) == 1:
        change = Words("", rest[0], anchor, place, tuple(places))
    elif verb is Verb.REPEAL and len(rest) == 1:
        change = Words(rest[0], "", anchor, place, tuple(places))
    else:
        return Clause(verb, objects=tuple(places), unread=" ".join(t.text for t in tokens))
    return Clause(verb, words=(change,), unread=unread.strip())
