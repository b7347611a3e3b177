"""The grammar of one sentence of command: tokens → clauses.

Five slots: VERB, OBJECT, PLACE, ACT, "như sau:" (see docs/language.md). Read from left to right without going back; what the
grammar does not know is kept as `unread`, so that nothing half understood is applied.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lawtrack.amend.asides import said_of
from lawtrack.amend.belonging import Heard, in_one_regulation, of_act
from lawtrack.amend.cited import act_title, kind_at, listed, one_more, read_act, whole_act
from lawtrack.amend.clauses import Clause, Sentence, Verb, Words
from lawtrack.amend.corrections import put_in_order, turned
from lawtrack.amend.objects import (
    announced_words,
    describes_part,
    describing,
    ends,
    generic_object,
    order_of,
    paragraph_object,
    standing_at,
)
from lawtrack.amend.partings import opens_again, together
from lawtrack.amend.provenance import without_provenance
from lawtrack.amend.quoted import starts_words
from lawtrack.amend.references import RANK, Ref, Role, read_refs, separator_at, starts_ref, unit_at
from lawtrack.amend.regulations import issuing_act, names_regulation
from lawtrack.amend.tails import read_tail
from lawtrack.amend.tokens import Sort, Token, tokenize
from lawtrack.amend.verbs import APPLIED, NOW, OWN_SUBJECT, opening, overlay_at, passive, verb_at
from lawtrack.amend.verbs import is_command as opens_like_command
from lawtrack.amend.wording import SOME_UNITS, read_words
from lawtrack.law.address import Step
from lawtrack.law.message import Message
from lawtrack.law.operation import Part, Position
from lawtrack.law.provision import Kind
from lawtrack.text.fold import strip_marks

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
        return _words_clause(reader, verb, i)
    return _unit_clause(reader, verb, i)


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
    return _unread(reader, i)


_OPERATIVE = re.compile(r"bãi\s+bỏ|hết\s+hiệu\s+lực|thay\s+thế|sửa\s+đổi|bổ\s+sung", re.IGNORECASE)


def _unread(reader: Heard, i: int) -> int:
    """Takes words the grammar does not know, up to the next clause, into the clause before."""
    tokens = reader.tokens
    begin = i
    i += 1
    while i < len(tokens) and not (tokens[i].low == ";" or (tokens[i - 1].low in (",", ";", "và") and verb_at(tokens, i))):
        i += 1
    words = reader.text[tokens[begin].start : tokens[i - 1].end].strip(" .:;,")
    if begin and tokens[begin - 1].low == "." and tokens[begin].text[:1].isupper() and not _OPERATIVE.search(words):
        reader.remarks.append(Message("a sentence behind the command commands nothing: “{words}”", words=words))
        return i
    if (
        words
        and said_of(tokens, begin, reader.text)[0] < i
        and strip_marks(words).lower() not in ("nhu sau", "sau day", "nhu sau day", "cu the nhu sau", "lai nhu sau")
    ):
        if reader.clauses:
            last = reader.clauses[-1]
            reader.clauses[-1] = replace(last, unread=(last.unread + " " + words).strip())
        else:
            reader.clauses.append(Clause(Verb.SUBSTITUTE, unread=words))
        _act_of_unread(reader, begin, i)
    return i


def _act_of_unread(reader: Heard, begin: int, end: int) -> None:
    """What is not understood still says of which act it is ("điểm g khoản 4 mục I của Biểu thuế … tại Điều 7 của Luật Sen"): the last it
    names behind "của"."""
    tokens = reader.tokens
    named = (read_act(tokens, n, reader.text) for n in range(end - 1, begin, -1) if tokens[n - 1].low == "của" and kind_at(tokens, n))
    act = next((found[0] for found in named if found), None)
    if act is not None and reader.act is None:
        reader.act = act
        reader.claim(act, len(reader.clauses) - 1)


def _words_clause(reader: Heard, verb: Verb, i: int) -> int:
    since = len(reader.clauses)
    words, acts, i, unread = read_words(reader.tokens, i, verb, reader.text, lambda n: bool(verb_at(reader.tokens, n)))
    if words and reader.tokens[-1].low in (":", "sau") and ends(reader.tokens, i) and all(w.places == words[0].places for w in words):
        some = [r for r in words[0].places if r.unclear == SOME_UNITS]
        if some and len(some) == len(words[0].places):  # "tại một số khoản của Điều 28 như sau:": which ones, the lines below tell
            reader.scope += [replace(r, unclear=Message("")) for r in some]
            words = tuple(replace(w, places=()) for w in words)
    reader.clauses.append(Clause(verb, words=words, unread=unread))
    if acts:
        reader.act = reader.act or acts[-1]
        reader.claim(acts[-1], since) if len(acts) == 1 else None
    return i


def _one_unit(tokens: Sequence[Token]) -> list[Ref]:
    """The unit in which words are announced ("bỏ cụm từ tại Điều 18 như sau:"); [] where several are named, or some of its units."""
    named = next((n for n in range(len(tokens)) if starts_ref(tokens, n)), None)
    refs = read_refs(tokens, named, Role.OBJECT)[0] if named is not None else []
    plain = len(refs) == 1 and bool(refs[0].steps) and refs[0].part is Part.WHOLE and RANK[refs[0].steps[-1].kind] >= RANK[Kind.DIEU]
    return refs if plain and not any(t.low == "khoản" for t in tokens[:named]) else []


def _unit_clause(reader: Heard, verb: Verb, i: int) -> int:
    tokens, since = reader.tokens, len(reader.clauses)
    described_from = i
    if (end := announced_words(tokens, i)) != i:
        if end < len(tokens) and tokens[end].low == ":" and starts_words(tokens, end + 1):
            return _words_clause(reader, verb, end + 1)  # "Thay thế một số cụm từ như sau: cụm từ “A” bằng …"
        reader.clauses.append(Clause(verb, generic=True))
        reader.scope += _one_unit(tokens[i:end])
        return of_act(reader, end, since)
    if verb is Verb.REPEAL and describes_part(tokens, i):
        return _described(reader, i)
    if verb is not Verb.INSERT:
        i = standing_at(tokens, i)
    if (end := order_of(tokens, i)) > i:
        verb, i = Verb.RENUMBER, end
    if verb is Verb.REPEAL and names_regulation(tokens, i) and tokens[i].sort is Sort.WORD and (issuing := issuing_act(tokens, i)):
        # "Bãi bỏ Quy chế … ban hành kèm theo Thông tư số …": the regulation goes, the act that issued it stays
        act = read_act(tokens, issuing, reader.text)
        if act and not act[0].own:
            reader.clauses.append(Clause(verb, objects=(Ref(steps=(Step(Kind.QUY_CHE, ""),), act=act[0]),)))
            return act[1]
    behind, content = paragraph_object(tokens, i) if verb is Verb.INSERT else (i, False)
    called = any(t.low == "câu" for t in tokens[i:behind])
    i, generic, some = (behind, True, False) if behind > i else generic_object(tokens, i)
    objects, j = read_refs(tokens, _form_by_title(tokens, i), Role.OBJECT)
    if (kind := act_title(tokens, i)) and verb in (Verb.SUBSTITUTE, Verb.REPLACE, Verb.CORRECT):
        # "Sửa đổi tên Thông tư như sau: “…”", "Sửa đổi tên của Nghị định số …"
        its, words = read_act(tokens, kind, reader.text), kind_at(tokens, kind)
        objects, generic = [Ref(part=Part.HEADING, entitled=True)], False
        j = words[1] if words and not (its and (its[0].number or its[0].own)) else kind
    if not objects and verb is Verb.REPEAL and not generic and not kind_at(tokens, i):
        return _described(reader, described_from)
    if generic and objects and some:
        reader.scope += objects
        objects = []
    i = j
    if not objects and not generic and (act := read_act(tokens, i, reader.text)):
        if verb in (Verb.SUBSTITUTE, Verb.INSERT) and not act[0].own:
            # "Sửa đổi, bổ sung Nghị định số … như sau:": the act in which the lines below change units
            reader.clauses.append(Clause(verb, generic=True))
            reader.act = reader.act or act[0]
        elif verb is Verb.REPEAL and tokens[act[1] : act[1] + 1] and tokens[act[1]].low == ":" and starts_ref(tokens, act[1] + 1):
            # "Nghị định số 2/2016/NĐ-CP: Điều 3, khoản 1 Điều 5"
            objects, end = read_refs(tokens, act[1] + 1, Role.OBJECT)
            reader.clauses.append(Clause(verb, objects=tuple(replace(r, act=act[0]) for r in objects)))
            act = (act[0], end)
        else:
            reader.clauses.append(Clause(verb, acts=(act[0],)))
        i = act[1]
    else:
        reader.clauses.append(Clause(verb, objects=tuple(objects), generic=generic and not objects, content=content, sentence=called))
    while i < len(tokens):
        begin = i
        i = of_act(reader, i, since)
        if i == begin:
            i = read_tail(reader, since, i)
        last = reader.clauses[-1]
        if i == begin and verb is Verb.INSERT and last.at and not last.objects and starts_ref(tokens, i):
            # "Bổ sung vào Chương XVI các điều 181a, 181b": the place said first
            more, i = read_refs(tokens, i, Role.OBJECT)
            reader.clauses[-1] = replace(last, objects=tuple(more))
        elif i == begin and verb is Verb.INSERT and last.at and not last.objects and (named := paragraph_object(tokens, i))[0] > i:
            i = named[0]
            reader.clauses[-1] = replace(last, content=named[1])
        elif (
            i == begin
            and verb is Verb.INSERT
            and last.at
            and not last.objects
            and last.position is Position.INTO
            and starts_words(tokens, i)
        ):
            # "Bổ sung vào khoản 1 Điều 51 cụm từ “A” sau cụm từ “B”"
            here = tuple(r.said(Role.PLACE) for r in reader.clauses.pop().at)
            i = _words_clause(reader, verb, i)
            changes = tuple(w if w.places else replace(w, places=here) for w in reader.clauses[-1].words)
            reader.clauses[-1] = replace(reader.clauses[-1], words=changes)
            return i
        if i == begin:
            sep, j = separator_at(tokens, i)
            if sep and (verb_at(tokens, j) or j >= len(tokens)):
                return j if j >= len(tokens) else i
            if sep and verb is Verb.REPEAL and not starts_ref(tokens, j) and not starts_words(tokens, j) and describing(tokens, j):
                return _described(reader, j)
            if sep and starts_words(tokens, j) and verb in (Verb.REPEAL, Verb.REPLACE, Verb.INSERT):
                return _words_clause(reader, verb, j)
            if sep and not starts_ref(tokens, j) and (k := generic_object(tokens, j))[0] > j and k[2] and starts_ref(tokens, k[0]):
                # "tên điều và một số khoản của Điều 9"
                more, i = read_refs(tokens, k[0], Role.OBJECT)
                reader.scope += more
                reader.clauses.append(Clause(verb, generic=True))
                continue
            if sep and starts_ref(tokens, j):
                more, i = read_refs(tokens, j, Role.OBJECT)
                last = reader.clauses[-1]
                if last.position is not None or (last.verb is Verb.RENUMBER and last.at):
                    reader.clauses.append(Clause(verb, objects=tuple(more)))
                else:
                    reader.clauses[-1] = replace(last, objects=(*last.objects, *more))
                continue
            before = reader.clauses[-1].acts[-1] if reader.clauses[-1].acts else None
            if sep and (act := read_act(tokens, whole_act(tokens, j), reader.text) or one_more(tokens, j, before)):
                last = reader.clauses[-1]
                further = listed(last.acts[-1] if last.acts else reader.act, act[0], sep)
                reader.clauses[-1] = replace(last, acts=(*last.acts, further))
                i = act[1]
                continue
            if verb_at(tokens, i) and i > 0 and tokens[i - 1].low in (",", ";", "và"):
                return i
            if not objects and not reader.clauses[-1].acts and (act := read_act(tokens, i, reader.text)):
                reader.clauses[-1] = replace(reader.clauses[-1], acts=(act[0],), generic=generic)
                reader.act = reader.act or act[0]
                i = act[1]
                continue
            behind, open_ = said_of(tokens, i, reader.text)
            if behind == i:
                return _unread(reader, i) if not ends(tokens, i) else len(tokens)
            if open_:
                said = reader.text[tokens[i].start : tokens[behind - 1].end]
                reader.clauses[-1] = replace(reader.clauses[-1], unread=f"{reader.clauses[-1].unread} {said}".strip())
            i = behind
    return i


def _form_by_title(tokens: Sequence[Token], i: int) -> int:
    """The index of the form in "Quyết định về việc giảm tiền thuê theo Mẫu số 02 tại Phụ lục II": a kind of act without a number is there
    the title of the form; `i` for anything else."""
    if not kind_at(tokens, i):
        return i
    for n in range(i + 1, len(tokens)):
        if tokens[n].sort is Sort.NUMBER or tokens[n].low in (";", ":", "số"):
            return i
        unit = unit_at(tokens, n)
        if unit and unit[0] is Kind.MAU and tokens[n - 1].low == "theo":
            return n
    return i


def _described(reader: Heard, i: int) -> int:
    """A repeal that describes what goes ("các nội dung quy định về … tại khoản 3 Điều 27"): the places named last are its targets."""
    tokens, since, begin = reader.tokens, len(reader.clauses), i
    refs: list[Ref] = []
    while i < len(tokens) and tokens[i].low != ";":
        if tokens[i].low in ("tại", "của", "trong") or (i > 0 and tokens[i - 1].low in (":", ",")):
            found, j = read_refs(tokens, i + 1 if tokens[i].low in ("tại", "của", "trong") else i, Role.OBJECT)
            if found:
                refs += found
                i = j
                continue
        if kind_at(tokens, i) and tokens[i - 1].low != "với":
            break  # (but "các quy định trái với Thông tư này")
        i += 1
    words = reader.text[tokens[begin].start : tokens[i - 1].end] if i > begin else ""
    act = None if refs else read_act(tokens, i, reader.text)
    acts = (act[0],) if act else ()  # "các quy định về đèn lồng trong Luật Chợ nổi số 8/2009/QH12": somewhere in that act
    reader.clauses.append(Clause(Verb.REPEAL, objects=tuple(refs), described=words.strip(" :;.") or "?", acts=acts))
    after = of_act(reader, i, since)
    return after if after > begin else i + 1
