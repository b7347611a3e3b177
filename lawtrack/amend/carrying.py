"""Carrying larger units back to the references that are named without them.

"khoản 1, điểm a khoản 2 và khoản 3 Điều 161": the article stands once, behind all that it holds.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from lawtrack.amend.references import RANK, Ref, Role
from lawtrack.law.address import Address, Step
from lawtrack.law.message import Message
from lawtrack.law.operation import Part
from lawtrack.law.provision import CONTAINERS, ENCLOSED, Kind

_REGULATION = Step(Kind.QUY_CHE, "")


def complete(refs: Sequence[Ref], base: Address) -> list[Ref]:
    """`refs` in the order of the sentence, each with the larger units it is named without: from the reference behind it, else from
    `base`, the unit the lines above speak of. "khoản 2, Điều 5" with nothing else to complete it is one unit. A reference that
    stays open gets `unclear`."""
    # a unit of a regulation is carried like any other, and stands in the regulation when it is whole
    inside = [
        r.steps[:1] == (_REGULATION,) and (len(r.steps) > 1 or r.named is not None or r.part is not Part.WHOLE)  # "tên điều … của Quy chế"
        for r in refs
    ]
    refs = [replace(r, steps=r.steps[1:]) if within else r for r, within in zip(refs, inside, strict=True)]
    above = Address(base.steps[1:]) if base.steps[:1] == (_REGULATION,) else base
    done: list[Ref | None] = list(refs)
    after: Ref | None = None
    attached = False
    for i in range(len(refs) - 1, -1, -1):
        ref = refs[i]
        if after is not None and (after.act is not ref.act or attached is not inside[i]):
            if _open_to(ref, above) and inside[i] <= attached:
                ref, inside[i] = replace(ref, act=after.act), attached
            else:
                after = None
        if ref.this or ref.entitled:
            continue
        if _ends_forms(refs, i):
            after = None
        done[i], drop = _completed(ref, after, above)
        if drop:
            follow = next(j for j in range(i + 1, len(refs)) if done[j] is not None)
            done[follow] = None
        after, attached = done[i], inside[i]
    for i, open_ref in enumerate(done):
        if open_ref is not None and open_ref.this:
            before = next((r.steps for r in reversed(done[:i]) if r is not None and not r.this and not r.unclear), above.steps)
            done[i] = _pointed(open_ref, before)
    whole = [(_numbered(_spelled(_titled(done, i))), inside[i]) for i, r in enumerate(done) if r is not None]
    return [_rooted(_attached(r) if within else r, base) for r, within in whole]


def _attached(ref: Ref) -> Ref:
    """The unit in the regulation attached to the act, its container too."""
    if ref.unclear or not ref.steps or ref.steps[0] == _REGULATION:
        return ref
    return replace(ref, steps=(_REGULATION, *ref.steps), within=(_REGULATION, *ref.within) if ref.within else ())


def _open_to(ref: Ref, base: Address) -> bool:
    """Whether a unit named without an act and without what holds it can only belong to what follows in the sentence ("sửa đổi khoản 2 và bổ
    sung khoản 4a vào sau khoản 4 Điều 11 của Luật …"): the lines above do not say where it stands."""
    if ref.act is not None or ref.unclear or ref.this or ref.entitled or ref.top is None:
        return False
    if ref.named is not None:
        return not any(s.kind is ref.top for s in base.steps)
    return ref.top in (Kind.KHOAN, Kind.DIEM, Kind.TIET) and not _below(base, RANK[ref.top])


def _ends_forms(refs: Sequence[Ref], i: int) -> bool:
    """Whether "và" ends a list of forms at `i`, and the sentence goes on with others ("Mẫu số 01 và Mẫu số 02, Mẫu số 07 Phụ lục I"): the
    annex of those that follow is not said of the list."""
    forms = [len(r.steps) == 1 and r.top is Kind.MAU and r.act is refs[i].act for r in refs[max(0, i - 1) : i + 1]]
    return len(forms) == 2 and all(forms) and refs[i - 1].joined == "và" and refs[i].joined == ","


def _numbered(ref: Ref) -> Ref:
    """ "điểm 3 Điều 4": in older acts the numbered unit of an article, its clause, is called a point (and its point "tiết")."""
    n = next((n for n, s in enumerate(ref.steps) if s.kind is Kind.DIEU), len(ref.steps))
    below = ref.steps[n + 1 : n + 2]
    if (
        (n and ref.steps[0].kind is Kind.PHU_LUC)
        or not below
        or below[0].kind is not Kind.DIEM
        or not re.fullmatch(r"\d+[a-z]*", below[0].key)
    ):
        return ref
    rest = tuple(Step(Kind.DIEM, s.key) if s.kind is Kind.TIET and s.key.isalpha() else s for s in ref.steps[n + 2 :])
    return replace(ref, steps=(*ref.steps[: n + 1], Step(Kind.KHOAN, below[0].key), *rest))


def _spelled(ref: Ref) -> Ref:
    """ "tiết b.1 khoản 2": the label tells the point it stands in."""
    at = next((n for n, s in enumerate(ref.steps) if s.kind is Kind.TIET and re.match(r"[a-zđ]+-\d", s.key)), None)
    if at is None or (at and ref.steps[at - 1].kind in (Kind.DIEM, Kind.TIET)):
        return ref
    return replace(ref, steps=(*ref.steps[:at], Step(Kind.DIEM, ref.steps[at].key.split("-")[0]), *ref.steps[at:]))


def _rooted(ref: Ref, base: Address) -> Ref:
    """Below a line that speaks of an attached regulation, units without an act of their own stand in it."""
    root = base.steps[:1]
    if not root or root[0].kind is not Kind.QUY_CHE or ref.act is not None or not ref.steps or ref.unclear:
        return ref
    if ref.steps[0].kind in ENCLOSED:
        return ref
    return replace(ref, steps=(*root, *ref.steps), within=(*root, *ref.within) if ref.within else ())


def from_before(ref: Ref, before: Sequence[Ref]) -> Ref:
    """A reference that stays open, in a clause behind others that all speak of one article ("Khoản 4 Điều 187 được sửa đổi; bổ sung khoản
    5"): it stands in the unit named last. Any other as it is."""
    articles = {(r.act, r.steps[: n + 1]) for r in before for n, s in enumerate(r.steps) if s.kind is Kind.DIEU}
    if not ref.unclear or ref.top not in (Kind.KHOAN, Kind.DIEM) or len(articles) != 1 or any(r.unclear for r in before):
        return ref
    above = tuple(s for s in before[-1].steps if RANK[s.kind] < RANK[ref.top])
    return replace(ref, steps=(*above, *ref.steps), unclear=Message(""), act=before[-1].act) if above else ref


def beside(ref: Ref, objects: Sequence[Ref]) -> Ref:
    """A neighbour that stays open behind what comes in ("bổ sung khoản 5a Điều 12 vào sau khoản 5"): it stands in the same unit. Any other
    as it is."""
    if not objects or any(not o.steps or o.steps[-1].kind is not ref.top for o in objects) or len(ref.steps) != 1:
        return ref
    return from_before(ref, objects)


def _pointed(ref: Ref, before: tuple[Step, ...]) -> Ref:
    """ "Điều này": the unit of that kind in the reference before it."""
    cut = next((n for n, s in enumerate(before) if s.kind is ref.named), None)
    if cut is None:
        return replace(ref, unclear=Message("which {unit:kind} is meant is not said", unit=ref.named))
    return replace(ref, steps=before[: cut + 1], named=None)


def _titled(done: Sequence[Ref | None], i: int) -> Ref:
    """A list that is nothing but "tên Điều 26, Điều 27" leaves open whether the title or the whole of Điều 27 is meant."""
    ref = done[i]
    assert ref is not None
    others = [r for r in done if r is not None and r.role is ref.role and r.act is ref.act]
    first, plain = others[0], others[1:]
    if first.part is not Part.HEADING or not first.steps or first.joined not in (",", "và") or ref is first:
        return ref
    alike = (first.steps[:-1], first.steps[-1].kind)
    if not all(r.part is Part.WHOLE and r.steps and (r.steps[:-1], r.steps[-1].kind) == alike for r in plain):
        return ref
    if first.steps[-1].kind in CONTAINERS:
        return replace(ref, part=Part.HEADING)
    if first.steps[-1].kind is not Kind.DIEU:
        return ref
    if ref.role is Role.OBJECT:
        return replace(ref, titled=True)  # the quotation tells
    return replace(ref, unclear=Message("the title of this unit or the whole of it: the list begins with a title"))


def _completed(ref: Ref, after: Ref | None, base: Address) -> tuple[Ref, bool]:
    """(the reference with its larger units, whether the reference behind it was only its larger unit)."""
    if ref.unclear:
        return ref, False
    top = ref.top
    if top is None:  # "đoạn mở đầu" alone
        prefix = _sibling_of(ref, after) or base.steps
        return (replace(ref, steps=prefix), False) if prefix else (replace(ref, unclear=Message("no unit is named")), False)
    rank = RANK[top]
    if ref.named is not None:  # "tên điều"
        source = after.steps if after is not None and any(s.kind is top for s in after.steps) else base.steps
        cut = next((n for n, s in enumerate(source) if s.kind is top), None)
        if cut is None:
            return replace(ref, unclear=Message("the {unit:kind} is not named", unit=top)), False
        return replace(ref, steps=source[: cut + 1], named=None), False
    if top in (Kind.MAU, Kind.PHU_LUC):
        return _enclosed(ref, after, base), False
    if after is not None and _in_part(ref, after):
        return replace(ref, steps=(*after.steps, *ref.steps), joined=after.joined), True
    if rank <= RANK[Kind.CHUONG] or top is Kind.DIEU:
        annex = base.steps[:1] if top in (Kind.PHAN, Kind.CHUONG) and base.steps and base.steps[0].kind is Kind.PHU_LUC else ()
        return replace(ref, steps=(*annex, *ref.steps)), False
    if after is not None and not after.unclear:
        above = tuple(s for s in after.steps if RANK[s.kind] < rank)
        bare = len(above) == len(after.steps) and after.part is Part.WHOLE
        if above and (not bare or (after.role is Role.RECEIVER and ref.role is not after.role)):
            return replace(ref, steps=(*above, *ref.steps)), False
        told = any(s.kind is not Kind.DIEU or top is Kind.KHOAN for s in _below(base, rank)[-1:])  # a point stands in a clause
        if above and bare and not told and ref.joined == "," and after.role is ref.role:
            return replace(ref, steps=(*above, *ref.steps), joined=after.joined), True
    prefix = _below(base, rank)
    if prefix:
        return replace(ref, steps=(*prefix, *ref.steps)), False
    if top in (Kind.MUC, Kind.TIEU_MUC, Kind.HANG):
        return ref, False
    return replace(ref, unclear=Message("the unit above {place:address} is not named", place=Address(ref.steps))), False


def _in_part(ref: Ref, after: Ref) -> bool:
    """Whether the part behind a chapter and a comma is the part it stands in ("Chương VII, Phần thứ nhất"), and no unit of its own."""
    named = ref.top is Kind.CHUONG and [s.kind for s in after.steps] == [Kind.PHAN]
    return named and ref.joined == "," and ref.role is after.role and after.part is Part.WHOLE


def _sibling_of(ref: Ref, after: Ref | None) -> tuple[Step, ...]:
    """The unit that "đoạn mở đầu" belongs to, where units of it follow in the list ("đoạn mở đầu và điểm a khoản 2 Điều 9"); () where
    they do not tell."""
    if after is None or after.unclear or after.role is not ref.role or ref.joined not in (",", "và"):
        return ()
    return after.steps if after.part in (Part.LEAD, Part.TAIL) else after.steps[:-1]


def _enclosed(ref: Ref, after: Ref | None, base: Address) -> Ref:
    """A form or an annex: "Mẫu số 03, Mẫu số 12 Phụ lục III", "Phụ lục 1A, Phụ lục 1B thuộc Phụ lục I"."""
    last = ref.steps[-1].kind
    if len(ref.steps) == 1 and ref.joined in (",", "và") and after is not None and not after.unclear:
        if len(after.steps) > 1 and after.steps[-1].kind is last:
            return replace(ref, steps=(*after.steps[:-1], *ref.steps))
        if last is Kind.MAU and ref.joined == "," and [s.kind for s in after.steps] == [Kind.PHU_LUC]:
            open_ = Message("{place:address} may be one of {other:address}, or not", place=ref.address, other=after.address)
            return replace(ref, unclear=open_)
    above = tuple(s for s in base.steps if s.kind is Kind.PHU_LUC)
    return replace(ref, steps=(*above, *ref.steps)) if ref.top is Kind.MAU else ref


def _below(base: Address, rank: int) -> tuple[Step, ...]:
    steps = tuple(s for s in base.steps if RANK.get(s.kind, 99) < rank)
    inside_article = rank > RANK[Kind.DIEU]
    # (in acts without articles clauses stand in parts and sections)
    holds = (Kind.DIEU, Kind.PHU_LUC, Kind.MAU, *((Kind.PHAN, Kind.MUC) if base.steps[-1:] == steps[-1:] else ()))
    return steps if not inside_article or any(s.kind in holds for s in steps) else ()
