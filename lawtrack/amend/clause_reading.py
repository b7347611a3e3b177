"""One clause of a sentence of command, behind its verb: the words it changes, the units it is about, what it describes, and the words
nobody knows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lawtrack.amend.asides import said_of
from lawtrack.amend.belonging import Heard, of_act
from lawtrack.amend.cited import act_title, kind_at, listed, one_more, read_act, whole_act
from lawtrack.amend.clauses import Clause, Verb
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
from lawtrack.amend.quoted import starts_words
from lawtrack.amend.references import RANK, Ref, Role, read_refs, separator_at, starts_ref, unit_at
from lawtrack.amend.regulations import issuing_act, names_regulation
from lawtrack.amend.tails import read_tail
from lawtrack.amend.tokens import Sort, Token
from lawtrack.amend.verbs import verb_at
from lawtrack.amend.wording import SOME_UNITS, read_words
from lawtrack.law.address import Step
from lawtrack.law.message import Message
from lawtrack.law.operation import Part, Position
from lawtrack.law.provision import Kind
from lawtrack.text.fold import strip_marks

_OPERATIVE = re.compile(r"bãi\s+bỏ|hết\s+hiệu\s+lực|thay\s+thế|sửa\s+đổi|bổ\s+sung", re.IGNORECASE)


def unread(reader: Heard, i: int) -> int:
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


def words_clause(reader: Heard, verb: Verb, i: int) -> int:
    """Reads a change of words from `i` on; the index behind it."""
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


def unit_clause(reader: Heard, verb: Verb, i: int) -> int:
    """Reads what `verb` does to units, acts or a regulation from `i` on; the index behind it."""
    tokens, since = reader.tokens, len(reader.clauses)
    described_from = i
    if (end := announced_words(tokens, i)) != i:
        if end < len(tokens) and tokens[end].low == ":" and starts_words(tokens, end + 1):
            return words_clause(reader, verb, end + 1)  # "Thay thế một số cụm từ như sau: cụm từ “A” bằng …"
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
            i = words_clause(reader, verb, i)
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
                return words_clause(reader, verb, j)
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
                return unread(reader, i) if not ends(tokens, i) else len(tokens)
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
