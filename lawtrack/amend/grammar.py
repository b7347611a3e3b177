"""The grammar of one sentence of command: tokens → clauses.

Five slots: VERB, OBJECT, PLACE, ACT, "như sau:" (see docs/language.md). Read from left to right without going back; what the
grammar does not know is kept as `unread`, so that nothing half understood is applied.
"""

from __future__ import annotations

from dataclasses import replace

from lawtrack.amend.belonging import Heard, in_one_regulation, of_act
from lawtrack.amend.cited import read_act
from lawtrack.amend.clause_reading import unit_clause, unread, words_clause
from lawtrack.amend.clauses import Clause, Sentence, Verb, Words
from lawtrack.amend.corrections import put_in_order, turned
from lawtrack.amend.objects import (
    generic_object,
)
from lawtrack.amend.partings import opens_again, together
from lawtrack.amend.provenance import without_provenance
from lawtrack.amend.quoted import starts_words
from lawtrack.amend.references import RANK, Ref, Role, read_refs, separator_at, starts_ref
from lawtrack.amend.tokens import Sort, Token, tokenize
from lawtrack.amend.verbs import APPLIED, NOW, OWN_SUBJECT, opening, overlay_at, passive, verb_at
from lawtrack.amend.verbs import is_command as opens_like_command
from lawtrack.law.message import Message
from lawtrack.law.operation import Part

__all__ = ["is_command", "read_sentence"]


def is_command(text: str) -> bool:
    """Whether a line opens like a command, or is one of an erratum."""
    return opens_like_command(text) or turned(text)


def read_sentence(text: str) -> Sentence:
    """The clauses of one command line. Never raises: what is not understood is `unread` in its clause."""
    if own := OWN_SUBJECT.match(text) or NOW.match(text):
        return replace(read_sentence(text[own.end() :]), text=text)
    raw, doubts = tokenize(text)
    if begin := overlay_at(text):
        return _overlay(text, begin, doubts)
    tokens = without_provenance(raw, text)
    if cut := opens_again(tokens, text):
        return together(text, read_sentence(text[: tokens[cut - 1].start]), read_sentence(text[tokens[cut].start :]))
    tokens = put_in_order(tokens, text)
    places, act, begin = opening(tokens, text)
    tokens = tokens[begin:]
    opens = bool(tokens) and (
        tokens[-1].low == ":" or [t.low for t in tokens[-2:]] == ["như", "sau"] or "như sau" in " ".join(t.low for t in tokens[-4:])
    )
    tokens = _active(tokens)
    reader = Heard(tokens, text)
    i = 0
    while i < len(tokens):
        i = _clause(reader, i)
    if begin:
        here = tuple(replace(r, act=act) for r in places)
        reader.clauses = [replace(c, words=tuple(_there(w, here) for w in c.words)) for c in reader.clauses]
        reader.act = reader.act or act
    reader.clauses = in_one_regulation(reader.clauses)
    return Sentence(text, tuple(reader.clauses), reader.act, tuple(reader.scope), opens, (*doubts, *reader.remarks), reader.attached)


def _overlay(text: str, begin: int, doubts: list[Message]) -> Sentence:
    named = APPLIED.sub("", text[begin:])
    tokens = without_provenance(tokenize(named)[0], named)
    refs, i = read_refs(tokens, 0, Role.OBJECT)
    i += i < len(tokens) and tokens[i].low in ("của", "tại")
    act = read_act(tokens, i, named)
    cited, i = act if act else (None, i)
    unread = "" if refs and i >= len(tokens) else named
    objects = tuple(replace(r, act=cited) for r in refs)
    return Sentence(text, (Clause(Verb.OVERLAY, objects=objects, unread=unread),), cited, (), True, tuple(doubts))


def _there(change: Words, places: tuple[Ref, ...]) -> Words:
    """The change at the places said first; a place of its own stands in the one unit said first ("Tại Điều 53, thay … ở khoản 1 …")."""
    if not change.places:
        return replace(change, places=places, whole=not places)
    above = places[0] if len(places) == 1 and places[0].part is Part.WHOLE and places[0].steps else None
    if above is None:
        return change
    rank = RANK[above.steps[-1].kind]
    inside = (r.top is not None and RANK[r.top] > rank and r.steps for r in change.places)
    return replace(
        change,
        places=tuple(
            replace(r, steps=(*above.steps, *r.steps), act=above.act) if within else r
            for r, within in zip(change.places, inside, strict=True)
        ),
    )


def _active(tokens: list[Token]) -> list[Token]:
    """The passive parts of a sentence with their verbs in front ("Điều 8 được sửa đổi, bổ sung như sau" → "sửa đổi, bổ sung Điều 8 như
    sau"), also behind an active one ("Bãi bỏ khoản 2 Điều 7; khoản 3 được chuyển thành khoản 2")."""
    out: list[Token] = []
    rest = tokens
    while rest:
        found = None if verb_at(rest, 0) else passive(rest)
        end = next((n for n in range(found[2] if found else 0, len(rest)) if rest[n].low == ";"), len(rest))
        if found:
            subject, at, behind, verb = found
            # "Điều 3 được bổ sung khoản 12 và khoản 13 như sau": the subject receives what is named behind the verb
            more = _received(rest, behind, end) if verb is Verb.INSERT else _named_behind(rest, behind, verb)
            out += [*rest[at:more], *rest[:subject], *rest[more:end]]
        else:
            out += rest[:end]
        out += rest[end : end + 1]
        rest = rest[end + 1 :]
    return out


def _named_behind(tokens: list[Token], i: int, verb: Verb) -> int:
    """The index behind units of the subject that the verb is said of ("Điều 17 được sửa đổi, bổ sung khoản 2 như sau"); `i` where none are
    named at `i`, or what is named is no unit of one subject."""
    subject, named = read_refs(tokens, 0, Role.OBJECT)[0], read_refs(tokens, i, Role.OBJECT)
    inner = [r for r in named[0] if len(subject) == 1 and r.top is not None and subject[0].steps]
    if verb is not Verb.SUBSTITUTE or not inner or len(inner) != len(named[0]):
        return i
    return named[1] if all(RANK[r.top] > RANK[subject[0].steps[-1].kind] for r in inner if r.top is not None) else i


def _received(tokens: list[Token], i: int, end: int) -> int:
    """The index behind the units that come in and their neighbour ("khoản 4a vào sau khoản 4"); `i` where none are named at `i`."""
    i, _generic, _some = generic_object(tokens, i) if not starts_ref(tokens, i) else (i, False, False)
    refs, j = read_refs(tokens, i, Role.OBJECT)
    if not refs:
        return i
    k = j + 1 if j < end and tokens[j].low == "vào" else j
    if k < end and tokens[k].low in ("sau", "trước") and (beside := read_refs(tokens, k + 1, Role.ANCHOR))[0]:
        return beside[1]
    return j


def _clause(reader: Heard, i: int) -> int:
    """Reads the clause that begins at `i`; the index behind it."""
    tokens = reader.tokens
    joined, i = separator_at(tokens, i)
    if i + 1 < len(tokens) and tokens[i].low == "." and reader.clauses and verb_at(tokens, i + 1):
        joined, i = ";", i + 1  # "… tại khoản 3 Điều 13. Bổ sung nội dung: “…” vào cuối khoản 3 Điều 13."
    if i >= len(tokens):
        return i
    since = len(reader.clauses)
    end = _one_clause(reader, i)
    if since < len(reader.clauses):
        reader.clauses[since] = replace(reader.clauses[since], joined=joined)
    return end


def _one_clause(reader: Heard, i: int) -> int:
    tokens = reader.tokens
    found = verb_at(tokens, i)
    if not found:
        return _without_verb(reader, i)
    verb, i = found
    while (sep := separator_at(tokens, i))[0] and (more := verb_at(tokens, sep[1])):
        i = more[1]  # "Sửa đổi, bổ sung, thay thế, bãi bỏ một số điều": the first verb of a heading stands for all
    if i + 1 < len(tokens) and tokens[i].low == ":":
        i += 1
    beside = (
        verb is Verb.INSERT and [t.low for t in tokens[i : i + 2]] in (["vào", "sau"], ["vào", "trước"]) and starts_words(tokens, i + 2)
    )
    if starts_words(tokens, i) or (i < len(tokens) and tokens[i].sort is Sort.QUOTE) or beside:
        return words_clause(reader, verb, i)
    return unit_clause(reader, verb, i)


def _without_verb(reader: Heard, i: int) -> int:
    """Places or an act at the head of a line below a frame ("a) Khoản 1 Điều 69 … của Luật …;"), or words nobody knows."""
    tokens = reader.tokens
    since = len(reader.clauses)
    refs, j = read_refs(tokens, i, Role.OBJECT)
    if refs and reader.clauses:
        # "Bãi bỏ quy định về phí tại khoản 1 Điều 3; khoản 2 Điều 4": whether the subject goes there too, or the unit, is not said
        words = reader.text[tokens[i].start : tokens[j - 1].end]
        reader.clauses.append(Clause(reader.clauses[-1].verb, objects=tuple(refs), unread=words))
        return of_act(reader, j, since)
    if refs:
        reader.scope += refs
        return of_act(reader, j, since)
    if act := read_act(tokens, i, reader.text):
        reader.act = reader.act or act[0]
        reader.clauses.append(Clause(Verb.EXPIRE, acts=(act[0],), generic=True))
        return act[1]
    return unread(reader, i)
