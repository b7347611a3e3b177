"""The history of a target inside a command ("đã được sửa đổi, bổ sung một số điều theo Luật số 32/2013/QH13", "(đã được sửa đổi tại khoản
1 Điều 1 Thông tư số …)") is not another target: it is taken out before the command is read."""

from __future__ import annotations

from collections.abc import Sequence

from lawtrack.amend.cited import kind_at, read_act
from lawtrack.amend.references import Role, read_refs, separator_at, unit_at
from lawtrack.amend.tokens import Sort, Token
from lawtrack.law.provision import Kind

_DONE = (("sửa", "đổi"), ("bổ", "sung"), ("thay", "thế"), ("bãi", "bỏ"), ("đính", "chính"), ("ban", "hành"), ("quy", "định"))
_PARTS = frozenset({"lần", "xuất", "vị", "dòng", "hàng", "cột", "câu", "trang"})
_LIMITS = ("trừ", "không", "áp", "riêng", "chỉ", "ngoại", "đối", "ý", "trước")
"""What opens a bracket that says how far the command reaches."""
_BY = ("theo", "bởi", "tại", "bằng", "trong")


def without_provenance(tokens: Sequence[Token], text: str) -> list[Token]:
    """`tokens` without parentheses and without the clauses that tell who amended the target before."""
    out: list[Token] = []
    i = 0
    while i < len(tokens):
        if tokens[i].low == "(" and not _label(tokens, i):
            close = _bracket_end(tokens, i)
            inside = [t.low for t in tokens[i + 1 : close - 1]]
            unit = unit_at(tokens, i + 1)
            limits = inside[:1] and (inside[0] in _LIMITS or (inside[0] == "sau" and inside[1:2] != ["đây"]) or "lần" in inside[1:3])
            part = (unit and unit[0] in (Kind.DOAN, Kind.GACH, Kind.CAU)) or _PARTS.issuperset(inside[:1] or ["-"])
            if (inside[:1] == ["theo"] and inside[-1:] == ["này"]) or limits or part:
                # "(theo mẫu tại Phụ lục kèm theo Thông tư này)" is what comes in, "(trừ khoản 3)" what stays, "(02 lần)" how often;
                # "(đoạn thứ hai)" and "(lần xuất hiện thứ hai)" name a part
                out += tokens[i:close]
            i = close
            continue
        end = provenance_end(tokens, i, text)
        if end > i:
            if out and out[-1].low == ",":
                out.pop()
            i = end
            continue
        out.append(tokens[i])
        i += 1
    return out


def _label(tokens: Sequence[Token], i: int) -> bool:
    """Whether a bracket holds a label: "điểm b(iii)", "tiết (iv)", "cột (4)"."""
    if not i or i + 2 >= len(tokens) or tokens[i + 2].low != ")":
        return False
    return tokens[i].start == tokens[i - 1].end or tokens[i - 1].low in ("tiết", "điểm", "cột", "chú", "thích")


def _bracket_end(tokens: Sequence[Token], i: int) -> int:
    depth = 0
    for j in range(i, len(tokens)):
        depth += (tokens[j].low == "(") - (tokens[j].low == ")")
        if depth == 0:
            return j + 1
    return i + 1


def provenance_end(tokens: Sequence[Token], i: int, text: str) -> int:
    """The index behind a provenance that begins at `i`; `i` where none begins."""
    j = i
    said = tokens[j].low == "đã" and j + 1 < len(tokens) and tokens[j + 1].low == "được"
    if said:
        j += 1
    if j >= len(tokens) or tokens[j].low != "được":
        return i
    j += 1
    verbs = 0
    while j + 1 < len(tokens):
        if (tokens[j].low, tokens[j + 1].low) in _DONE:
            verbs, j = verbs + 1, j + 2
        elif verbs and tokens[j].low in (",", "và") and (tokens[j + 1].low, tokens[j + 2].low if j + 2 < len(tokens) else "") in _DONE:
            j += 1
        else:
            break
    if not verbs:
        return i
    k = j
    words = ("một", "số", "điều", "khoản", "điểm", "của", "lần", "thứ", "nhất", "hai", "ba", "tư", "quy", "định", "nội", "dung", "năm")
    while (
        k < len(tokens) and tokens[k].sort is Sort.WORD and (tokens[k].low in words or tokens[k].low.isdigit()) and not kind_at(tokens, k)
    ):
        k += 1
    if k >= len(tokens) or not (tokens[k].low in _BY or (said and kind_at(tokens, k))):
        return j if said else i
    end, by_act = _sources_end(tokens, k, text)
    # "Cụm từ “A” tại Điều 20 được thay thế bằng cụm từ “B”" tells what is done now: history names the act that did it
    return end if said or (by_act and tokens[k].low != "bằng") else i


def _sources_end(tokens: Sequence[Token], i: int, text: str) -> tuple[int, bool]:
    """The index behind "theo Luật số … và Luật số …", "tại khoản 1 Điều 1 Thông tư số …", and whether an act or a unit is named there."""
    by_unit, any_act = False, False
    while i < len(tokens):
        while i < len(tokens) and tokens[i].low in (*_BY, "quy", "định", "của", "các"):
            i += 1
        refs, j = read_refs(tokens, i, Role.OBJECT)
        if refs:
            by_unit = by_unit or not any_act
            i = j
            continue
        act = read_act(tokens, i, text)
        if not act:
            break
        any_act, i = True, act[1]
        sep, j = separator_at(tokens, i)
        if not sep or sep == ";":
            break
        following = read_refs(tokens, j, Role.OBJECT)[0]
        kind = kind_at(tokens, j)
        numbered = kind and kind[1] < len(tokens) and (tokens[kind[1]].low == "số" or tokens[kind[1]].sort is Sort.NUMBER)
        if not (numbered or (following and by_unit)):
            break
        i = j
    return i, any_act or by_unit
