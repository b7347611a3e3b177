"""What stands behind the object of a command: where an insertion goes, what a unit becomes, what takes its place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from lawtrack.amend.belonging import Heard, of_act
from lawtrack.amend.cited import read_act
from lawtrack.amend.clauses import Verb, Words
from lawtrack.amend.objects import ends
from lawtrack.amend.quoted import quoted_at
from lawtrack.amend.references import RANK, Ref, Role, read_refs, starts_ref
from lawtrack.amend.tokens import Sort, Token
from lawtrack.law.address import Step
from lawtrack.law.operation import Part, Place, Position
from lawtrack.law.provision import CONTAINERS, Kind

_EDGES: dict[Position | None, Place] = {Position.END: Place.END, Position.START: Place.START}


def read_tail(reader: Heard, since: int, i: int) -> int:
    """Reads one phrase behind the object: where an insertion goes, what a unit becomes, what it holds; the index behind it."""
    tokens = reader.tokens
    clause = reader.clauses[-1]
    if tokens[i].sort is Sort.QUOTE and i and tokens[i - 1].low in (":", "sau"):
        reader.clauses[-1] = replace(clause, quoted=(*clause.quoted, tokens[i].text))
        return i + 1
    low = [t.low for t in tokens[i : i + 3] if t.sort is not Sort.QUOTE]
    if not low:
        return i
    if (clause.verb is not Verb.INSERT or low[0] == "với") and (end := _announced(tokens, i)) > i:
        return end
    if (retitled := _new_title(reader, i)) > i:
        return retitled
    if clause.verb is Verb.INSERT and clause.at and low[0] in ("đoạn", "câu") and ends(tokens, i + 1):
        reader.clauses[-1] = replace(clause, sentence=low[0] == "câu")
        return i + 1  # "Bổ sung vào cuối khoản 4 đoạn sau:"
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
        near = k
        while k < len(tokens) and tokens[k].low in ("liền", "ngay", "kế", "tiếp"):
            k += 1
        side = tokens[k].low if k < len(tokens) else ""
        side = "sau" if side == "theo" and k > near else side  # "tiếp theo Điều 69"
        if side in ("sau", "trước", "cuối", "đầu") and [t.low for t in tokens[k : k + 2]] != ["sau", "đây"]:
            k += 1
            while k < len(tokens) and tokens[k].low in ("của", "vị", "trí", "các", "liền"):
                k += 1
            refs, end = read_refs(tokens, k, Role.ANCHOR if side in ("sau", "trước") else Role.RECEIVER)
            refs, end = _first_pair(tokens, refs, end)
            if refs:
                position = {"sau": Position.AFTER, "trước": Position.BEFORE, "cuối": Position.END, "đầu": Position.START}[side]
                return _positioned(reader, refs, position, end)
        elif into:
            refs, end = _first_pair(tokens, *read_refs(tokens, k, Role.RECEIVER))
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
                # "bằng Mẫu số 1 ban hành kèm theo … tại Phụ lục II": a form in an annex of this act
                reader.clauses[-1] = replace(clause, by=tuple(replace(r, steps=(*refs[0].steps, *r.steps)) for r in clause.by))
                return of_act(reader, end, since)
            if clause.objects:
                prefix = refs[0].steps
                objects = tuple(
                    replace(r, steps=(*prefix, *r.steps)) if len(refs) == 1 and r.steps[:1] != prefix[:1] else r for r in clause.objects
                )
                reader.clauses[-1] = replace(clause, objects=objects)
            else:
                reader.scope += refs
            return end
    if (end := held(tokens, i)) > i:
        return end
    if low[0] == "thành":
        k = i + 1 + (i + 1 < len(tokens) and tokens[i + 1].low == ":")
        if clause.objects and k < len(tokens) and tokens[k].sort is Sort.QUOTE:
            # "Sửa đổi tên Chương V thành “Chương V. …”"
            reader.clauses[-1] = replace(clause, quoted=(*clause.quoted, tokens[k].text))
            return k + 1
        refs, end = _first_pair(tokens, *read_refs(tokens, i + 1, Role.OBJECT))
        if refs and [t.low for t in tokens[end : end + 2]] in (["ban", "hành"], ["kèm", "theo"]):
            reader.clauses[-1] = replace(clause, by=tuple(refs))  # "Sửa Mẫu số 6 thành Mẫu số 29 ban hành kèm theo Thông tư này"
            return of_act(reader, end, len(reader.clauses))
        if refs:
            verb = Verb.RECAST if clause.verb is Verb.RECAST else Verb.RENUMBER
            reader.clauses[-1] = replace(clause, verb=verb, at=tuple(refs))
            return end
    if clause.verb is Verb.RENUMBER and not clause.at and (moved := _moved(reader, i)) > i:
        return moved
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
    if low[:2] in (["như", "sau"], ["tương", "ứng"]):
        return i + 2
    if low[0] == "mới" and clause.verb is Verb.INSERT and clause.objects:
        return i + 1
    if (end := _enclosing(reader, i)) != i:
        return end
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


def held(tokens: Sequence[Token], i: int) -> int:
    """The index behind "gồm các Điều 32, 33" or ", bao gồm các điều 11, 12", which tells what the container in front of it holds; `i` for
    anything else."""
    k = i + (tokens[i].low == "," if i < len(tokens) else 0)
    if k >= len(tokens) or tokens[k].low not in ("gồm", "bao") or tokens[k].sort is Sort.QUOTE:
        return i
    k += 2 if tokens[k].low == "bao" else 1
    refs, end = read_refs(tokens, k, Role.OBJECT)
    for n, ref in enumerate(refs[:-1]):
        if ref.joined == ";":  # "Chương VII gồm Điều 46 và Điều 47; các điều 50, 51"
            return next(j for j in range(refs[n + 1].at - 1, k, -1) if tokens[j].low not in (",", ";", "và")) + 1
    return end if refs else i


def _first_pair(tokens: Sequence[Token], refs: list[Ref], end: int) -> tuple[list[Ref], int]:
    """The neighbours of the first of several insertions ("Điều 43a vào sau Điều 43, Điều 47a vào sau Điều 47") and the index behind them:
    what stands in front of the next "vào" comes in itself. So too "khoản 3 thành khoản 2, khoản 4 thành khoản 3"."""
    here = [r for r in refs if r.at == refs[0].at]
    following = tokens[end].low if end < len(tokens) and tokens[end].sort is Sort.WORD else ""
    if len(here) == len(refs) or not (
        following in ("vào", "thành") or (following in ("sau", "trước") and read_refs(tokens, end + 1, Role.ANCHOR)[0])
    ):
        return refs, end
    i = refs[len(here)].at
    while tokens[i - 1].low in (",", ";", "và"):
        i -= 1
    return here, i


def _announced(tokens: Sequence[Token], i: int) -> int:
    """The index behind "bằng đoạn sau", "bằng nội dung sau", "mới" in front of "như sau"; `i` where anything else stands."""
    j = i + 1 if tokens[i].low in ("bằng", "thành", "với") else i
    while j < len(tokens) and tokens[j].low in ("các", "nội", "dung", "quy", "định", "đoạn", "câu", "mới") and tokens[j].sort is Sort.WORD:
        j += 1
    close = next((n for n in range(j, len(tokens)) if tokens[n].sort is Sort.QUOTE), len(tokens))
    if j == i or j >= len(tokens) or tokens[j].low not in ("sau", "như") or not ends(tokens[:close], j):
        return i
    return j if close == len(tokens) else close


def _new_title(reader: Heard, i: int) -> int:
    """ "… tên Điều 22 thành “…”", "… từ “…” thành “…”": the quoted words are the title; the index behind them, else `i`."""
    tokens, clause = reader.tokens, reader.clauses[-1]
    if not clause.objects or any(r.part is not Part.HEADING for r in clause.objects):
        return i
    old = quoted_at(tokens, i) if tokens[i].low in ("từ", "cụm") else None
    j = old[1] if old else i
    if j + 1 >= len(tokens) or tokens[j].low not in ("thành", "bằng") or not (new := quoted_at(tokens, j + 1)):
        return i
    reader.clauses[-1] = replace(clause, quoted=(*clause.quoted, new[0]))
    return new[1]


def _moved(reader: Heard, i: int) -> int:
    """ "từ Chương I sang Chương II", "sang Mục 2 Chương III": what holds the objects from then on; the index behind it, else `i`."""
    tokens, clause = reader.tokens, reader.clauses[-1]
    j = i
    if tokens[j].low == "từ" and (origin := read_refs(tokens, j + 1, Role.RECEIVER))[0]:
        j = origin[1]
    if j >= len(tokens) or tokens[j].low not in ("sang", "vào", "về", "đến"):
        return i
    refs, end = read_refs(tokens, j + 1, Role.RECEIVER)
    one = len(refs) == 1 and refs[0].part is Part.WHOLE and not refs[0].through and refs[0].steps
    if any(len(r.steps) == 1 and r.steps[0].kind is not Kind.DIEU for r in _moving(reader)):
        return i  # "khoản 3 sang Điều 7": of which article the clause is now is not said
    before = reader.clauses[-2] if not clause.objects and len(reader.clauses) > 1 else None
    if one and before is not None and before.verb is Verb.RENUMBER and before.at and all(len(r.steps) == 1 for r in before.at):
        # "Chuyển Điều 12 thành Điều 15a và chuyển sang Chương II": the new number stands there
        at = tuple(replace(r, steps=(*refs[0].steps, *r.steps)) for r in before.at)
        reader.clauses[-2:] = [replace(before, at=at)]
        return end
    if not clause.objects:
        return i
    if not one or any(not r.steps or r.through or RANK[r.steps[-1].kind] <= RANK[refs[0].steps[-1].kind] for r in clause.objects):
        return i
    reader.clauses[-1] = replace(clause, at=tuple(replace(refs[0], steps=(*refs[0].steps, r.steps[-1])) for r in clause.objects))
    return end


def _moving(reader: Heard) -> tuple[Ref, ...]:
    """The units that the clause under way, or the one before it, gives another place."""
    return next((c.objects for c in reversed(reader.clauses[-2:]) if c.objects), ())


_ENCLOSING = ("các", "mẫu", "biểu", "nội", "dung", "quy", "định", "tại", "ban", "hành", "kèm", "theo")


def _enclosing(reader: Heard, i: int) -> int:
    """The index behind "(theo mẫu tại Phụ lục kèm theo Thông tư này)": the annexes of this act that give what comes in."""
    tokens = reader.tokens
    bracket = tokens[i].low == "("
    j = i + bracket
    if j >= len(tokens) or tokens[j].low != "theo" or tokens[j].sort is not Sort.WORD:
        return i
    j += 1
    while j < len(tokens) and tokens[j].low in _ENCLOSING and not starts_ref(tokens, j):
        j += 1
    refs, end = read_refs(tokens, j, Role.OBJECT)
    while refs and end < len(tokens) and tokens[end].low in _ENCLOSING:
        end += 1
    act = read_act(tokens, end, reader.text) if refs else None
    if not act or not act[0].own:
        return i
    reader.clauses[-1] = replace(reader.clauses[-1], by=tuple(refs), by_act=act[0])
    return act[1] + (bracket and act[1] < len(tokens) and tokens[act[1]].low == ")")


def _container(refs: Sequence[Ref]) -> tuple[Step, ...]:
    """The container named besides a neighbour; "Mục 2, Chương III" is one."""
    named = [r for r in refs if r.steps and r.steps[-1].kind in CONTAINERS] or refs[:1]
    return tuple(s for r in reversed(named) for s in r.steps)


def _positioned(reader: Heard, refs: list[Ref], position: Position | None, end: int) -> int:
    clause = reader.clauses[-1]
    if (
        position is None
        or (clause.at and clause.position is Position.INTO)
        or (clause.at and clause.position in (Position.AFTER, Position.BEFORE))
    ):
        # A container named besides the neighbour ("trong Mục 4 Chương VIII", "vào Chương VIII và vào trước Điều 99").
        if clause.position in (Position.AFTER, Position.BEFORE) and clause.at:
            if position in (Position.AFTER, Position.BEFORE) and position is not clause.position:
                return end  # "vào sau Điều 5 và trước Điều 6"
            at = tuple(replace(r, within=_container(refs)) for r in clause.at)
            reader.clauses[-1] = replace(clause, at=at)
            return end
        if position is None:
            reader.clauses[-1] = replace(clause, at=tuple(r.said(Role.RECEIVER) for r in refs), position=Position.INTO)
            return end
        at = tuple(replace(r, within=_container(clause.at)) for r in refs)
        reader.clauses[-1] = replace(clause, at=at, position=position)
        return end
    reader.clauses[-1] = replace(clause, at=tuple(refs), position=position)
    return end
