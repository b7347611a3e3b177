"""The grammar of one sentence of command: tokens → clauses.

Five slots: VERB, OBJECT, PLACE, ACT, "như sau:" (see docs/language.md). Read from left to right without going back; what the
grammar does not know is kept as `unread`, so that nothing half understood is applied.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lawtrack.amend.acts import Cited, kind_at, listed, read_act
from lawtrack.amend.clauses import Clause, Sentence, Verb, Words
from lawtrack.amend.objects import announced_words, describing, ends, generic_object
from lawtrack.amend.provenance import without_provenance
from lawtrack.amend.references import Ref, Role, read_refs, separator_at, starts_ref
from lawtrack.amend.tokens import Sort, Token, tokenize
from lawtrack.amend.verbs import APPLIED, OWN_SUBJECT, is_command, opening, overlay_at, passive, verb_at
from lawtrack.amend.wording import quoted_at, read_words, starts_words
from lawtrack.law.address import Step
from lawtrack.law.operation import Place, Position
from lawtrack.law.provision import CONTAINERS, Kind
from lawtrack.text.fold import strip_marks

__all__ = ["is_command", "read_sentence"]


@dataclass(slots=True)
class _Reader:
    """The state of reading one sentence."""

    tokens: Sequence[Token]
    text: str
    clauses: list[Clause] = field(default_factory=list)
    scope: list[Ref] = field(default_factory=list)
    act: Cited | None = None
    remarks: list[str] = field(default_factory=list)

    # References that stand in front of an act belong to it, back to the act before.
    def claim(self, cited: Cited, since: int) -> None:
        def mine(refs: tuple[Ref, ...]) -> tuple[Ref, ...]:
            return tuple(replace(r, act=cited) if r.act is None else r for r in refs)

        for n in range(since, len(self.clauses)):
            c = self.clauses[n]
            words = tuple(replace(w, places=mine(w.places)) for w in c.words)
            self.clauses[n] = replace(c, objects=mine(c.objects), at=mine(c.at), words=words)


def read_sentence(text: str) -> Sentence:
    """The clauses of one command line. Never raises: what is not understood is `unread` in its clause."""
    if own := OWN_SUBJECT.match(text):
        return replace(read_sentence(text[own.end() :]), text=text)
    raw, doubts = tokenize(text)
    if begin := overlay_at(text):
        return _overlay(text, begin, doubts)
    tokens = list(without_provenance(raw, text))
    places, act, begin = opening(tokens, text)
    tokens = tokens[begin:]
    opens = bool(tokens) and (
        tokens[-1].low == ":" or [t.low for t in tokens[-2:]] == ["như", "sau"] or "như sau" in " ".join(t.low for t in tokens[-4:])
    )
    tokens = _active(tokens)
    reader = _Reader(tokens, text)
    i = 0
    while i < len(tokens):
        i = _clause(reader, i)
    if begin:
        here = tuple(replace(r, act=act) for r in places)
        reader.clauses = [replace(c, words=tuple(_there(w, here) for w in c.words)) for c in reader.clauses]
        reader.act = reader.act or act
    return Sentence(text, tuple(reader.clauses), reader.act, tuple(reader.scope), opens, (*doubts, *reader.remarks))


def _overlay(text: str, begin: int, doubts: list[str]) -> Sentence:
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
    return change if change.places else replace(change, places=places, whole=not places)


def _active(tokens: list[Token]) -> list[Token]:
    """A passive sentence with its verb in front ("Điều 8 được sửa đổi, bổ sung như sau" → "sửa đổi, bổ sung Điều 8 như sau")."""
    if verb_at(tokens, 0):
        return tokens
    out: list[Token] = []
    rest = tokens
    while rest and (found := passive(rest)):
        at, behind, _verb = found
        end = next((n for n in range(behind, len(rest)) if rest[n].low == ";"), len(rest))
        out += [*rest[at + 1 : behind], *rest[:at], *rest[behind:end], *rest[end : end + 1]]
        rest = rest[end + 1 :]
    return out + rest if out else tokens


def _clause(reader: _Reader, i: int) -> int:
    """Reads the clause that begins at `i`; the index behind it."""
    tokens = reader.tokens
    joined, i = separator_at(tokens, i)
    if i >= len(tokens):
        return i
    since = len(reader.clauses)
    end = _one_clause(reader, i)
    if since < len(reader.clauses):
        reader.clauses[since] = replace(reader.clauses[since], joined=joined)
    return end


def _one_clause(reader: _Reader, i: int) -> int:
    tokens = reader.tokens
    found = verb_at(tokens, i)
    if not found:
        return _without_verb(reader, i)
    verb, i = found
    while (sep := separator_at(tokens, i))[0] and (more := verb_at(tokens, sep[1])):
        i = more[1]  # "Sửa đổi, bổ sung, thay thế, bãi bỏ một số điều": the first verb of a heading stands for all
    if i + 1 < len(tokens) and tokens[i].low == ":":
        i += 1
    if starts_words(tokens, i) or (i < len(tokens) and tokens[i].sort is Sort.QUOTE):
        return _words_clause(reader, verb, i)
    return _unit_clause(reader, verb, i)


def _without_verb(reader: _Reader, i: int) -> int:
    """Places or an act at the head of a line below a frame ("a) Khoản 1 Điều 69 … của Luật …;"), or words nobody knows."""
    tokens = reader.tokens
    since = len(reader.clauses)
    refs, j = read_refs(tokens, i, Role.OBJECT)
    if refs:
        reader.scope += refs
        return _of_act(reader, j, since)
    if act := read_act(tokens, i, reader.text):
        reader.act = reader.act or act[0]
        reader.clauses.append(Clause(Verb.EXPIRE, acts=(act[0],), generic=True))
        return act[1]
    return _unread(reader, i)


# What may follow a unit without changing what is said of it: a day of its own, what the unit is about.
_SINCE = re.compile(r"(?:kể\s+)?từ\s+ngày\b|quy\s+định\s+(?:về|việc)\b", re.IGNORECASE)
_OPERATIVE = re.compile(r"bãi\s+bỏ|hết\s+hiệu\s+lực|thay\s+thế|sửa\s+đổi|bổ\s+sung", re.IGNORECASE)


def _unread(reader: _Reader, i: int) -> int:
    """Takes words the grammar does not know, up to the next clause, into the clause before."""
    tokens = reader.tokens
    begin = i
    i += 1
    while i < len(tokens) and not (tokens[i].low == ";" or (tokens[i - 1].low in (",", ";", "và") and verb_at(tokens, i))):
        i += 1
    words = reader.text[tokens[begin].start : tokens[i - 1].end].strip(" .:;,")
    if begin and tokens[begin - 1].low == "." and tokens[begin].text[:1].isupper() and not _OPERATIVE.search(words):
        reader.remarks.append(f"a sentence behind the command commands nothing: {words}")
        return i
    if (
        words
        and not _SINCE.match(words)
        and strip_marks(words).lower() not in ("nhu sau", "sau day", "nhu sau day", "cu the nhu sau", "lai nhu sau")
    ):
        if reader.clauses:
            last = reader.clauses[-1]
            reader.clauses[-1] = replace(last, unread=(last.unread + " " + words).strip())
        else:
            reader.clauses.append(Clause(Verb.SUBSTITUTE, unread=words))
    return i


def _of_act(reader: _Reader, i: int, since: int) -> int:
    """Reads "của Luật …", "ban hành kèm theo Thông tư số …" behind references; the index behind it."""
    tokens = reader.tokens
    j = i
    while j < len(tokens) and (
        tokens[j].low in ("của", "tại", "thuộc", "trong", "ban", "hành", "kèm", "theo", "về", "quy", "định") and tokens[j].sort is Sort.WORD
    ):
        if (tokens[j].low == "về") and not kind_at(tokens, j + 1):
            break
        j += 1
    act = read_act(tokens, j, reader.text)
    if not act and (attached := _attached(tokens, i)):
        act = read_act(tokens, attached, reader.text)
        if act and not act[0].own:
            _inside_attached(reader, since)
    if not act:
        return _annex_name(reader, i)
    cited, j = act
    last = reader.clauses[-1] if reader.clauses else None
    if cited.own and last is not None and last.verb is not Verb.REPEAL:
        # "Bổ sung Phụ lục I ban hành kèm theo Thông tư này": this act gives what comes in, and is not changed itself
        reader.clauses[-1] = replace(last, by_act=cited)
        return j
    reader.claim(cited, since)
    reader.scope = [replace(r, act=cited) if r.act is None else r for r in reader.scope]
    reader.act = reader.act or cited
    return j


_REGULATIONS = (("quy", "chế"), ("quy", "định"), ("điều", "lệ"), ("quy", "trình"), ("bản", "quy"), ("nội", "quy"), ("chương", "trình"))


def _attached(tokens: Sequence[Token], i: int) -> int:
    """The index of the act behind "của Quy chế … ban hành kèm theo Nghị định số …"; 0 where no attached regulation is named at `i`."""
    j = i + 1 if i < len(tokens) and tokens[i].low in ("của", "tại", "trong") else i
    named = j < len(tokens) and (
        tokens[j].sort is Sort.QUOTE or (tokens[j].text[:1].isupper() and tuple(t.low for t in tokens[j : j + 2]) in _REGULATIONS)
    )
    if not named:
        return 0
    while j + 2 < len(tokens) and tokens[j].low not in (";", ":"):
        if (tokens[j].low, tokens[j + 1].low) == ("kèm", "theo") and kind_at(tokens, j + 2):
            return j + 2
        j += 1
    return 0


def _inside_attached(reader: _Reader, since: int) -> None:
    """The units named so far stand in the regulation attached to the act that follows."""

    def inside(refs: tuple[Ref, ...]) -> tuple[Ref, ...]:
        root = Step(Kind.QUY_CHE, "")
        return tuple(replace(r, steps=(root, *r.steps)) if r.act is None and r.steps[:1] != (root,) else r for r in refs)

    for n in range(since, len(reader.clauses)):
        c = reader.clauses[n]
        changed = tuple(replace(w, places=inside(w.places)) for w in c.words)
        reader.clauses[n] = replace(c, objects=inside(c.objects), at=inside(c.at), words=changed)
    reader.scope = list(inside(tuple(reader.scope)))


def _annex_name(reader: _Reader, i: int) -> int:
    """The name of an annex behind its number ("Phụ lục IV về Danh mục ngành, nghề …"): description, up to the end of the object."""
    tokens = reader.tokens
    if i < len(tokens) and tokens[i].low in ("về", "danh") and i > 0:
        while i < len(tokens) and not (
            tokens[i].low in (":", ";")
            or [t.low for t in tokens[i : i + 2]] in (["như", "sau"], ["ban", "hành"], ["kèm", "theo"])
            or tokens[i].sort is Sort.QUOTE
            or (tokens[i].low == "bằng")
        ):
            i += 1
        if i < len(tokens) and tokens[i].low in ("ban", "kèm"):
            return _of_act(reader, i, 0)
    return i


def _words_clause(reader: _Reader, verb: Verb, i: int) -> int:
    since = len(reader.clauses)
    words, acts, i, unread = read_words(reader.tokens, i, verb, reader.text, lambda n: bool(verb_at(reader.tokens, n)))
    reader.clauses.append(Clause(verb, words=words, unread=unread))
    if acts:
        reader.act = reader.act or acts[-1]
        reader.claim(acts[-1], since) if len(acts) == 1 else None
    return i


def _unit_clause(reader: _Reader, verb: Verb, i: int) -> int:
    tokens, since = reader.tokens, len(reader.clauses)
    described_from = i
    if (end := announced_words(tokens, i)) != i:
        reader.clauses.append(Clause(verb, generic=True))
        return _of_act(reader, end, since)
    i, generic, some = generic_object(tokens, i)
    objects, j = read_refs(tokens, i, Role.OBJECT)
    if not objects and verb is Verb.REPEAL and not generic and not kind_at(tokens, i):
        return _described(reader, described_from)
    if generic and objects and some:
        reader.scope += objects
        objects = []
    i = j
    if not objects and not generic and (act := read_act(tokens, i, reader.text)):
        reader.clauses.append(Clause(verb, acts=(act[0],)))
        i = act[1]
    else:
        reader.clauses.append(Clause(verb, objects=tuple(objects), generic=generic and not objects))
    while i < len(tokens):
        begin = i
        i = _of_act(reader, i, since)
        if i == begin:
            i = _tail(reader, since, i)
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
                if last.position is not None:
                    reader.clauses.append(Clause(verb, objects=tuple(more)))
                else:
                    reader.clauses[-1] = replace(last, objects=(*last.objects, *more))
                continue
            if sep and (act := read_act(tokens, j, reader.text)):
                last = reader.clauses[-1]
                one_more = listed(last.acts[-1] if last.acts else reader.act, act[0], sep)
                reader.clauses[-1] = replace(last, acts=(*last.acts, one_more))
                i = act[1]
                continue
            if verb_at(tokens, i) and i > 0 and tokens[i - 1].low in (",", ";", "và"):
                return i
            if not objects and not reader.clauses[-1].acts and (act := read_act(tokens, i, reader.text)):
                reader.clauses[-1] = replace(reader.clauses[-1], acts=(act[0],), generic=generic)
                reader.act = reader.act or act[0]
                i = act[1]
                continue
            return _unread(reader, i) if not ends(tokens, i) else len(tokens)
    return i


_EDGES: dict[Position | None, Place] = {Position.END: Place.END, Position.START: Place.START}


def _tail(reader: _Reader, since: int, i: int) -> int:
    """Reads one phrase behind the object: where an insertion goes, what a unit becomes, what it holds; the index behind it."""
    tokens = reader.tokens
    clause = reader.clauses[-1]
    if tokens[i].sort is Sort.QUOTE and i and tokens[i - 1].low in (":", "sau"):
        reader.clauses[-1] = replace(clause, quoted=(*clause.quoted, tokens[i].text))
        return i + 1
    low = [t.low for t in tokens[i : i + 3] if t.sort is not Sort.QUOTE]
    if not low:
        return i
    edge = clause.verb is Verb.INSERT and clause.at and not clause.objects and _EDGES.get(clause.position)
    if edge and low[:2] == ["nội", "dung"] and (quoted := quoted_at(tokens, i)):
        # "Bổ sung vào cuối khoản 3 Điều 48 nội dung: “…”"
        change = Words(put=quoted[0], place=edge, places=tuple(r.said(Role.PLACE) for r in clause.at))
        reader.clauses[-1] = replace(clause, at=(), position=None, words=(change,))
        return quoted[1]
    if clause.verb is Verb.INSERT or (clause.verb is Verb.SUBSTITUTE and low[0] in ("vào",)):
        j = i + 1 if low[0] == "và" and low[1:2] and low[1] in ("vào", "sau", "trước") else i
        words = [t.low for t in tokens[j : j + 3]]
        into = words[:1] == ["vào"]
        k = j + 1 if into else j
        side = tokens[k].low if k < len(tokens) else ""
        if side in ("sau", "trước", "cuối", "đầu") and [t.low for t in tokens[k : k + 2]] != ["sau", "đây"]:
            k += 1
            while k < len(tokens) and tokens[k].low in ("của", "vị", "trí", "các", "liền"):
                k += 1
            refs, end = read_refs(tokens, k, Role.ANCHOR if side in ("sau", "trước") else Role.RECEIVER)
            if refs:
                position = {"sau": Position.AFTER, "trước": Position.BEFORE, "cuối": Position.END, "đầu": Position.START}[side]
                return _positioned(reader, refs, position, end)
        elif into:
            refs, end = read_refs(tokens, k, Role.RECEIVER)
            if refs:
                return _positioned(reader, refs, Position.INTO, end)
            if act := read_act(tokens, k, reader.text):
                reader.claim(act[0], since)
                reader.act = reader.act or act[0]
                return act[1]
    if low[0] in ("trong", "tại", "của", "thuộc", "ở", "vào"):
        refs, end = read_refs(tokens, i + 1, Role.RECEIVER)
        if refs and clause.verb is Verb.INSERT:
            return _positioned(reader, refs, None, end)
        if refs:
            if clause.by:
                # "bằng Phụ lục số 1 … thuộc Phụ lục II": an annex inside an annex of this act
                reader.clauses[-1] = replace(clause, by=tuple(replace(r, form=True) for r in clause.by))
                return _of_act(reader, end, since)
            if clause.objects:
                prefix = refs[0].steps
                objects = tuple(
                    replace(r, steps=(*prefix, *r.steps)) if len(refs) == 1 and r.steps[:1] != prefix[:1] else r for r in clause.objects
                )
                reader.clauses[-1] = replace(clause, objects=objects)
            else:
                reader.scope += refs
            return end
    if low[0] in ("gồm", "bao"):
        k = i + 1 if low[0] == "gồm" else i + 2
        refs, end = read_refs(tokens, k, Role.OBJECT)
        if refs:
            return end
    if low[0] == "thành":
        refs, end = read_refs(tokens, i + 1, Role.OBJECT)
        if refs and [t.low for t in tokens[end : end + 2]] in (["ban", "hành"], ["kèm", "theo"]):
            reader.clauses[-1] = replace(clause, by=tuple(refs))  # "Sửa Mẫu số 6 thành Mẫu số 29 ban hành kèm theo Thông tư này"
            return _of_act(reader, end, len(reader.clauses))
        if refs:
            reader.clauses[-1] = replace(clause, verb=Verb.RENUMBER, at=tuple(refs))
            return end
    if low[0] == "bằng":
        refs, end = read_refs(tokens, i + 1, Role.OBJECT)
        if not refs and [t.low for t in tokens[i + 1 : i + 3]] == ["lần", "lượt"]:
            refs, end = read_refs(tokens, i + 3, Role.OBJECT)
        k = end if refs else i + 1
        while k < len(tokens) and tokens[k].low in ("ban", "hành", "kèm", "theo", "của", "tại", "các", "tương", "ứng"):
            k += 1
        act = read_act(tokens, k, reader.text)
        if refs or act:
            reader.clauses[-1] = replace(clause, by=tuple(refs), by_act=act[0] if act else None)
            return act[1] if act else end
    if low[:2] == ["như", "sau"]:
        return i + 2
    if low[0] in (":", ".", "/"):
        return i + 1
    if low[0] in ("-", "–") and clause.objects and clause.objects[-1].steps and clause.objects[-1].steps[-1].kind in CONTAINERS:
        # the name of a container behind its number ("Mục 3 Chương II - Giáo dục nghề nghiệp gồm …")
        while i < len(tokens) and tokens[i].low not in ("gồm", "bao", ";", ":", ".") and tokens[i].sort is not Sort.QUOTE:
            i += 1
        return i
    if low[0] == "là" and clause.objects:
        return i
    return i


def _positioned(reader: _Reader, refs: list[Ref], position: Position | None, end: int) -> int:
    clause = reader.clauses[-1]
    if (
        position is None
        or (clause.at and clause.position is Position.INTO)
        or (clause.at and clause.position in (Position.AFTER, Position.BEFORE))
    ):
        # A container named besides the neighbour ("trong Mục 4 Chương VIII", "vào Chương VIII và vào trước Điều 99").
        if clause.position in (Position.AFTER, Position.BEFORE) and clause.at:
            at = tuple(replace(r, within=refs[0].steps) for r in clause.at)
            reader.clauses[-1] = replace(clause, at=at)
            return end
        if position is None:
            reader.clauses[-1] = replace(clause, at=tuple(r.said(Role.RECEIVER) for r in refs), position=Position.INTO)
            return end
        at = tuple(replace(r, within=clause.at[0].steps) for r in refs)
        reader.clauses[-1] = replace(clause, at=at, position=position)
        return end
    reader.clauses[-1] = replace(clause, at=tuple(refs), position=position)
    return end


def _described(reader: _Reader, i: int) -> int:
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
        if kind_at(tokens, i):
            break
        i += 1
    words = reader.text[tokens[begin].start : tokens[i - 1].end] if i > begin else ""
    reader.clauses.append(Clause(Verb.REPEAL, objects=tuple(refs), described=words.strip(" :;.") or "?"))
    after = _of_act(reader, i, since)
    return after if after > begin else i + 1
