"""Small acts in the style of real ones, and a short print of operations, so that the cases read as a lawyer reads them."""

from __future__ import annotations

from datetime import date

from lawtrack.amend import Reading, read_act
from lawtrack.law.catalogue import Catalogue
from lawtrack.law.document import Document, Meta
from lawtrack.law.operation import Operation, Part
from lawtrack.outline import outline

PONDS = "12/2015/QH13"


def document(text: str, number: str = "30/2020/QH14", language: str = "vi", **meta: object) -> Document:
    """An act from its lines; the day of effect is 01/7/2021 where no other is given."""
    read = outline(text.strip().splitlines(), language)
    facts = {"issued": date(2020, 11, 20), "effective": date(2021, 7, 1), **meta}
    return Document(
        Meta(number, kind=read.kind, title=read.title, language=language, **facts),  # type: ignore[arg-type]
        read.body,
        read.head,
        read.preamble,
        read.tail,
    )


def amending(commands: str, **meta: object) -> Document:
    """A law whose article 1 amends the (invented) law on ponds with these clauses."""
    return document(
        f"""
LUẬT
SỬA ĐỔI, BỔ SUNG MỘT SỐ ĐIỀU CỦA LUẬT AO HỒ
Quốc hội ban hành Luật sửa đổi, bổ sung một số điều của Luật Ao hồ số {PONDS}.
Điều 1. Sửa đổi, bổ sung một số điều của Luật Ao hồ
{commands.strip()}
Điều 2. Hiệu lực thi hành
Luật này có hiệu lực thi hành từ ngày 01 tháng 7 năm 2021.
""",
        **meta,
    )


def read(act: Document, *others: Document) -> Reading:
    """The reading of `act` with these acts in the workspace."""
    return read_act(act, Catalogue.of(others))


def operations(commands: str) -> list[str]:
    """The operations of clauses of article 1, in print."""
    return [short(op) for op in read(amending(commands)).operations]


def short(op: Operation) -> str:
    """`substitute dieu-5.khoan-2`, `insert after dieu-7: dieu-7a dieu-7b`, `replace_text “a” → “b” in dieu-3`, `refused(reason) …`."""
    where = str(op.target.address) or "act"
    if op.target.part is not Part.WHOLE:
        where += f" ({op.target.part})"
    if op.target.through is not None:
        where += f" to {op.target.through.last}"
    if op.target.within:
        where += f" within {op.target.within}"
    if op.refusal is not None:
        return f"refused({op.refusal.reason}) {where}"
    words = []
    if op.find or op.put:
        words = [f"“{op.find}” → “{op.put}”" if op.find and op.put else f"“{op.find or op.put}”"]
    if op.place is not None:
        words += [f"{op.place} “{op.anchor}”" if op.anchor else str(op.place)]
    if words:
        return " ".join((str(op.action), *words, "in" if op.find or op.place else "on", where))
    payload = " ".join(f"{p.kind}-{p.label}" if p.label else str(p.kind) for p in op.payload)
    if op.position is not None:
        return f"{op.action} {op.position} {where}: {payload}"
    return f"{op.action} {where}"
