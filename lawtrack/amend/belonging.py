"""A sentence as far as it is heard, and the act its units belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lawtrack.amend.cited import Cited, kind_at, read_act
from lawtrack.amend.clauses import Clause, Verb
from lawtrack.amend.quoted import starts_words
from lawtrack.amend.references import Ref, Role, read_refs, separator_at, starts_ref, unit_at
from lawtrack.amend.regulations import issuing_act, regulation_alone
from lawtrack.amend.tokens import Sort, Token
from lawtrack.amend.verbs import verb_at
from lawtrack.law.address import Step
from lawtrack.law.message import Message
from lawtrack.law.provision import ENCLOSED, Kind


@dataclass(slots=True)
class Heard:
    """The state of reading one sentence."""

    tokens: Sequence[Token]
    text: str
    clauses: list[Clause] = field(default_factory=list)
    scope: list[Ref] = field(default_factory=list)
    act: Cited | None = None
    attached: bool = False  # a regulation attached to the act is named
    remarks: list[Message] = field(default_factory=list)

    def claim(self, cited: Cited, since: int) -> None:
        """References that stand in front of an act belong to it, back to the act before: `since` is the first clause behind that."""

        def mine(refs: tuple[Ref, ...]) -> tuple[Ref, ...]:
            return tuple(replace(r, act=cited) if r.act is None else r for r in refs)

        for n in range(since, len(self.clauses)):
            c = self.clauses[n]
            words = tuple(replace(w, places=mine(w.places)) for w in c.words)
            self.clauses[n] = replace(c, objects=mine(c.objects), at=mine(c.at), words=words)


def of_act(reader: Heard, i: int, since: int) -> int:
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
    if not act and (attached := issuing_act(tokens, i)):
        act = read_act(tokens, attached, reader.text)
        if act and not act[0].own:
            _inside_attached(reader, since)
    if not act:
        if (alone := regulation_alone(tokens, i)) > i:
            _inside_attached(reader, since)
            return alone
        if (named := _act_above(tokens, i)) > i:
            return named
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


def _act_above(tokens: Sequence[Token], i: int) -> int:
    """The index behind "của Nghị định" without a number or a name: the act the lines above speak of; `i` for any other words."""
    found = kind_at(tokens, i + 1) if i < len(tokens) and tokens[i].low == "của" else None
    behind = tokens[found[1]] if found and found[1] < len(tokens) else None
    closed = behind is not None and (behind.sort is Sort.MARK or behind.low in ("như", "được", "bằng"))
    return found[1] if found and (closed or found[1] == len(tokens)) else i


def _inside_attached(reader: Heard, since: int) -> None:
    """The units named so far stand in the regulation attached to the act that follows, or to that of the lines above."""
    reader.attached = True

    def inside(refs: tuple[Ref, ...]) -> tuple[Ref, ...]:
        root = Step(Kind.QUY_CHE, "")
        return tuple(replace(r, steps=(root, *r.steps)) if r.act is None and r.steps[:1] != (root,) else r for r in refs)

    for n in range(since, len(reader.clauses)):
        c = reader.clauses[n]
        changed = tuple(replace(w, places=inside(w.places)) for w in c.words)
        reader.clauses[n] = replace(c, objects=inside(c.objects), at=inside(c.at), words=changed)
    reader.scope = list(inside(tuple(reader.scope)))


def in_one_regulation(clauses: Sequence[Clause]) -> list[Clause]:
    """The clauses of a sentence that names an attached regulation once, at its end: the units of those before stand in it too ("thay “A”
    bằng “B” tại Điều 5; bỏ “C” tại Điều 8 của Quy chế … kèm theo Quyết định số …"), where no other act is named."""
    refs = [r for c in clauses for r in (*c.objects, *c.at, *(p for w in c.words for p in w.places))]
    root = Step(Kind.QUY_CHE, "")
    if len({id(r.act) for r in refs if r.act is not None}) > 1 or not any(r.steps[:1] == (root,) for r in refs):
        return list(clauses)

    def inside(refs: tuple[Ref, ...]) -> tuple[Ref, ...]:
        alone = (r.act is None and r.steps and r.steps[0].kind not in ENCLOSED for r in refs)
        return tuple(replace(r, steps=(root, *r.steps)) if mine else r for r, mine in zip(refs, alone, strict=True))

    out = []
    for c in clauses:
        number = c.verb is Verb.RENUMBER and all(len(r.steps) == 1 for r in c.at)  # "thành khoản 5": no place, a number
        words = tuple(replace(w, places=inside(w.places)) for w in c.words)
        out.append(replace(c, objects=inside(c.objects), at=c.at if number else inside(c.at), words=words))
    return out


def _annex_name(reader: Heard, i: int) -> int:
    """The name of an annex, a form or another unit behind its number ("Phụ lục IV về Danh mục ngành, nghề …"): description, up to what the
    command goes on with. Where it names units itself, whether one behind "," or "và" still belongs to it cannot be told: such words stay
    unread."""
    tokens = reader.tokens
    if i >= len(tokens) or tokens[i].low not in ("về", "danh") or i == 0:
        return i
    begin, last, names_units = i, reader.clauses[-1] if reader.clauses else None, False
    while i < len(tokens) and not _name_ends(tokens, i, last):
        if tokens[i].low == "của" and (act := read_act(tokens, i + 1, reader.text)) and not act[0].own:
            return of_act(reader, i, 0)  # "khoản 2 Điều 5 về phí của Luật Sen số …"
        named = unit_at(tokens, i + 1) if tokens[i].low in ("tại", "của", "thuộc") else None
        refs, end = read_refs(tokens, i + 1, Role.OBJECT) if named and named[0] is Kind.PHU_LUC else ([], i)
        if refs and last is not None and not last.objects:
            reader.scope += refs  # "Danh mục phí, lệ phí tại Phụ lục số 01": the lines below speak of that annex
            i = end
            continue
        names_units = names_units or starts_ref(tokens, i)
        separator, behind = separator_at(tokens, i)
        if separator and starts_ref(tokens, behind):
            if names_units and last is not None:
                reader.clauses[-1] = replace(last, unread=reader.text[tokens[begin].start : tokens[i - 1].end])
            return i
        i += 1
    if i < len(tokens) and tokens[i].low in ("ban", "kèm"):
        return of_act(reader, i, 0)
    return i


def _name_ends(tokens: Sequence[Token], i: int, clause: Clause | None) -> bool:
    """Whether the words behind a unit's number that say what it is about end in front of `i`, where the command goes on."""
    low, pair = tokens[i].low, [t.low for t in tokens[i : i + 2]]
    if low in (":", ";", "bằng") or tokens[i].sort is Sort.QUOTE:
        return True
    if pair in (["như", "sau"], ["ban", "hành"], ["kèm", "theo"], [",", "trừ"]):
        return True
    if low == "thành" and (starts_ref(tokens, i + 1) or any(t.sort is Sort.QUOTE for t in tokens[i + 1 : i + 2])):
        return True
    separator, behind = separator_at(tokens, i)
    if (separator or low == ".") and _commands(tokens, behind if separator else i + 1):
        return True
    if clause is None or not clause.objects:
        return False
    if clause.verb is Verb.INSERT and low in ("vào", "sau", "trước") and not clause.at:
        k = i
        while k < len(tokens) and tokens[k].low in ("vào", "sau", "trước", "cuối", "đầu", "ngay", "liền", "kế", "tiếp"):
            k += 1
        return starts_ref(tokens, k)
    held = clause.objects[-1].steps[:1]
    annex = unit_at(tokens, i + 1) if low in ("tại", "của", "thuộc", "trong") else unit_at(tokens, i)
    return bool(held) and held[0].kind is Kind.MAU and annex is not None and annex[0] is Kind.PHU_LUC


def _commands(tokens: Sequence[Token], i: int) -> bool:
    """Whether verbs and what they change stand at `i`: "sửa đổi khoản 2", not "cấp, sửa đổi, bổ sung giấy phép"."""
    found = verb_at(tokens, i)
    while found:
        i = found[1]
        found = verb_at(tokens, separator_at(tokens, i)[1])
        if not found:
            return starts_ref(tokens, i) or starts_words(tokens, i)
    return False
