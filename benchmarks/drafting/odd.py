"""Acts of older or odder layout, made out of one at hand: its words in another structure."""

from __future__ import annotations

import random
from dataclasses import replace

from lawtrack.law import Document, Kind, Provision, State

_MARKS = {Kind.KHOAN: ("{}-", "{})", "{}/"), Kind.DIEM: ("{}-", "{}/", "{}.")}
_DASHES = ("Có biển chỉ dẫn;", "Có sổ theo dõi;", "Có người trực.")
_CLOSING = "Các nội dung nêu trên được niêm yết tại trụ sở."


def odd(rng: random.Random, base: Document) -> Document:
    """The act with some of: articles without titles, labels printed otherwise, dashes, closing paragraphs, labels with a letter, places of
    repealed units; or as the regulation attached to a decision."""
    marks = {kind: rng.choice(forms) for kind, forms in _MARKS.items()} if rng.random() < 0.4 else {}
    untitled = rng.random() < 0.25
    body = _odd(rng, base.body, marks, untitled)
    meta = base.meta
    if rng.random() < 0.3 and not any(u.kind in (Kind.QUY_CHE, Kind.PHU_LUC, Kind.MAU) for u in body.walk()):
        rule = Provision(Kind.QUY_CHE, heading="QUY CHẾ Quản lý bến thuyền du lịch", children=body.children)
        issued = Provision(Kind.DOAN, text="Ban hành kèm theo Quyết định này Quy chế quản lý bến thuyền du lịch.")
        effect = Provision(Kind.DOAN, text="Quyết định này có hiệu lực thi hành từ ngày 01 tháng 3 năm 2012.")
        heads = (
            Provision(Kind.DIEU, "1", "Ban hành Quy chế", children=(issued,)),
            Provision(Kind.DIEU, "2", "Hiệu lực thi hành", children=(effect,)),
        )
        body = replace(body, children=(*heads, rule))
        meta = replace(
            meta,
            number="15/2012/QĐ-TTg",
            kind="quyết định",
            title="Về việc ban hành Quy chế quản lý bến thuyền du lịch",
            issuer="Thủ tướng Chính phủ",
        )
    return replace(base, body=body, meta=meta, tail=(), preamble=())


def _odd(rng: random.Random, unit: Provision, marks: dict[Kind, str], untitled: bool) -> Provision:
    children: list[Provision] = []
    for child in unit.children:
        child = _odd(rng, child, marks, untitled)
        if child.kind in marks:
            child = replace(child, mark=marks[child.kind].format(child.label))
        chance = rng.random()
        plain = child.kind in (Kind.KHOAN, Kind.DIEM) and child.label.isalnum()
        if plain and chance < 0.02:
            child = replace(child, text="", children=(), state=State.REPEALED)
        elif plain and not child.children and chance < 0.06:
            dashes = tuple(Provision(Kind.GACH, text=t) for t in _DASHES[: rng.randint(2, 3)])
            child = replace(child, text=f"{child.text.rstrip('.;')}:", children=dashes)
        elif plain and chance < 0.09:
            child = replace(child, children=(*child.children, Provision(Kind.DOAN, text=_CLOSING)))
        children.append(child)
        last = children[-1].label
        free = f"{last}a" if child.kind is Kind.KHOAN else f"{last}1"
        if (
            plain
            and 0.09 < chance < 0.12
            and last[-1:].isdigit() == (child.kind is Kind.KHOAN)
            and all(c.label != free for c in unit.children)
        ):
            mark = marks[child.kind].format(free) if child.kind in marks else ""
            children.append(Provision(child.kind, free, text=_CLOSING, mark=mark))
    heading = "" if untitled and unit.kind is Kind.DIEU else unit.heading
    return replace(unit, heading=heading, children=tuple(children))
