"""Rows of a table printed below their command without quotation marks, as tables are:

    Bổ sung số thứ tự 132a vào sau số thứ tự 132 của Phụ lục IV như sau:
    | STT | Ngành, nghề |
    | 132a | Kinh doanh sản phẩm … |

A source that prints the cells one below the other tells the row all the same where the lines of the heading and of the rows named come
out even; else nothing is put together.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from lawtrack.amend.clauses import Sentence, Verb
from lawtrack.law.address import Address
from lawtrack.law.operation import Part
from lawtrack.law.provision import Kind, Provision
from lawtrack.text.labels import key

_HEADER = re.compile(r"^(?:STT|TT|Số TT|Số thứ tự)\.?$", re.IGNORECASE)


def rows_below(sentence: Sentence, base: Address, below: Sequence[Provision]) -> tuple[Provision | None, list[Provision]]:
    """The table whose rows the command names (`base`: the unit the lines above speak of), and the units `below` the command that print it;
    (None, []) where no table stands there."""
    labels = _named(sentence, base)
    if below and below[0].kind is Kind.BANG and _whole_table(sentence):
        return below[0], [below[0]]
    if not labels or not below:
        return None, []
    if below[0].kind is Kind.BANG:
        return below[0], [below[0]]
    lines: list[Provision] = []
    for unit in below:
        if unit.kind is not Kind.DOAN or unit.children:
            break
        lines.append(unit)
    first = next((n for n, u in enumerate(lines) if key(u.text) == labels[0]), 0)
    if first < 2 or not _HEADER.match(lines[0].text) or len(lines) != first * (len(labels) + 1):
        return None, []
    rows = [lines[n : n + first] for n in range(first, len(lines), first)]
    if [key(r[0].text) for r in rows] != labels:
        return None, []
    made = tuple(Provision(Kind.HANG, label=r[0].text, cells=tuple(u.text for u in r)) for r in rows)
    return Provision(Kind.BANG, children=made), lines


def _whole_table(sentence: Sentence) -> bool:
    """Whether the command gives one table the place of another ("Thay thế bảng tại khoản 2 Điều 5 như sau:")."""
    refs = [r for c in sentence.clauses if c.verb in (Verb.SUBSTITUTE, Verb.REPLACE) for r in c.objects]
    return sentence.opens and len(refs) == 1 and bool(refs[0].steps) and refs[0].steps[-1].kind is Kind.BANG


_ROWS = (Kind.HANG, Kind.MUC, Kind.KHOAN, Kind.DIEM)


def _named(sentence: Sentence, base: Address) -> list[str]:
    """The labels of the rows that a command announces; [] where it announces anything else. In an annex a row may be called mục, khoản or
    điểm."""
    refs = [r for c in sentence.clauses if c.verb in (Verb.SUBSTITUTE, Verb.INSERT, Verb.REPLACE) for r in c.objects]
    if not sentence.opens or any(c.words or c.unread for c in sentence.clauses):
        return []
    told = [*refs, *(r for c in sentence.clauses for r in c.at), *sentence.scope]
    annexed = any(s.kind is Kind.PHU_LUC for s in (*base.steps, *(s for r in told for s in r.steps)))
    kinds = _ROWS if annexed else (Kind.HANG,)
    if not all(r.steps and r.steps[-1].kind in kinds and r.through is None and r.part is Part.WHOLE for r in refs):
        return []
    return [r.steps[-1].key for r in refs]
