"""A sentence as far as it is heard, and the act its units belong to."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lawtrack.amend.acts import Cited, kind_at, read_act
from lawtrack.amend.clauses import Clause, Verb
from lawtrack.amend.references import Ref, Role, read_refs, unit_at
from lawtrack.amend.regulations import issuing_act, regulation_alone
from lawtrack.amend.tokens import Sort, Token
from lawtrack.law.address import Step
from lawtrack.law.message import Message
from lawtrack.law.provision import Kind


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


def _annex_name(reader: Heard, i: int) -> int:
    """The name of an annex behind its number ("Phụ lục IV về Danh mục ngành, nghề …"): description, up to the end of the object."""
    tokens = reader.tokens
    if i < len(tokens) and tokens[i].low in ("về", "danh") and i > 0:
        while i < len(tokens) and not (
            tokens[i].low in (":", ";")
            or [t.low for t in tokens[i : i + 2]] in (["như", "sau"], ["ban", "hành"], ["kèm", "theo"])
            or tokens[i].sort is Sort.QUOTE
            or (tokens[i].low == "bằng")
        ):
            named = unit_at(tokens, i + 1) if tokens[i].low in ("tại", "của", "thuộc") else None
            refs, end = read_refs(tokens, i + 1, Role.OBJECT) if named and named[0] is Kind.PHU_LUC else ([], i)
            if refs and reader.clauses and not reader.clauses[-1].objects:
                reader.scope += refs  # "Danh mục phí, lệ phí tại Phụ lục số 01": the lines below speak of that annex
                i = end
            else:
                i += 1
        if i < len(tokens) and tokens[i].low in ("ban", "kèm"):
            return of_act(reader, i, 0)
    return i
