"""Footnotes of a consolidation, in the wording official consolidations use.

Ordinance 01/2012/UBTVQH13, articles 12-17: the numbering is kept; an amended, added or repealed unit carries a mark, its note names the act
and the day of effect; a repealed unit keeps its number with the words "(được bãi bỏ)". Where one unit was changed more than once the notes
count: "lần thứ nhất", "lần thứ hai".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date

from lawtrack.law.address import Address
from lawtrack.law.change import Change
from lawtrack.law.document import Meta
from lawtrack.law.operation import Action, Part
from lawtrack.law.provision import Kind
from lawtrack.publish.redline import tokens
from lawtrack.publish.speech import Speech
from lawtrack.publish.texts import Acts
from lawtrack.text.dates import vietnamese
from lawtrack.text.labels import ORDINALS
from lawtrack.text.numbers import same_key

_UNITS = {
    Kind.PHAN: "Phần",
    Kind.CHUONG: "Chương",
    Kind.MUC: "Mục",
    Kind.TIEU_MUC: "Tiểu mục",
    Kind.DIEU: "Điều",
    Kind.KHOAN: "Khoản",
    Kind.DIEM: "Điểm",
    Kind.TIET: "Tiết",
    Kind.GACH: "Gạch đầu dòng",
    Kind.DOAN: "Đoạn",
    Kind.PHU_LUC: "Phụ lục",
    Kind.MAU: "Mẫu",
    Kind.BANG: "Bảng",
    Kind.HANG: "Nội dung",
}
_DONE = {
    Action.SUBSTITUTE: "được sửa đổi, bổ sung",
    Action.INSERT: "được bổ sung",
    Action.REPEAL: "được bãi bỏ",
    Action.OVERLAY: "được áp dụng theo nội dung khác",
    Action.SUSPEND: "bị ngưng hiệu lực",
    Action.REVIVE: "tiếp tục có hiệu lực",
    Action.UNWRAP: "được bãi bỏ tên",
}
_NAMED = ("luật", "bộ luật", "pháp lệnh")
# How a title begins that says what the act does: a sentence takes it up in small letters.
_DOES = re.compile(
    r"(?:sửa đổi|bổ sung|bãi bỏ|thay thế|đính chính|quy định|quy chế|hướng dẫn|ban hành|(?:tạm )?ngưng|kéo dài|điều chỉnh|phê duyệt|"
    r"công bố|thí điểm|tổ chức|về)\b",
    re.IGNORECASE,
)
_PARTS = {Part.LEAD: "Đoạn mở đầu của", Part.TAIL: "Đoạn cuối của", Part.HEADING: "Tên"}


def notes(unit: Kind, changes: Sequence[Change], acts: Acts) -> list[str]:
    """The notes of one unit, oldest first, in Vietnamese: the language of consolidations."""
    whole = [c for c in changes if c.operation.action is Action.SUBSTITUTE and c.operation.target.part is Part.WHOLE]
    out = []
    for change in changes:
        turn = ""
        if len(whole) > 1 and any(c is change for c in whole):
            n = next(i for i, c in enumerate(whole) if c is change)
            turn = f" lần thứ {ORDINALS[n]}" if n < len(ORDINALS) else f" lần thứ {n + 1}"
        out.append(f"{_subject(unit, change, turn)} {_source(change, acts)}.")
    return out


def _subject(unit: Kind, change: Change, turn: str) -> str:
    operation = change.operation
    this = f"{_UNITS.get(unit, 'Nội dung')} này"
    match operation.action:
        case Action.REPLACE_TEXT:
            return f"{_words(operation.find)} được thay thế bằng {_words(operation.put, lower=True)}"
        case Action.DELETE_TEXT:
            return f"{_words(operation.find)} được bãi bỏ"
        case Action.INSERT_TEXT:
            return f"{_words(operation.put)} được bổ sung"
        case Action.CORRECT:
            return f"{_words(operation.find)} được đính chính thành {_words(operation.put, lower=True)}"
        case Action.RETITLE:
            return f"Tên {this} được sửa đổi"
        case Action.RENUMBER:
            return f"Số thứ tự {this.lower()} được sửa đổi"
    part = _PARTS.get(operation.target.part)
    return f"{f'{part} {this.lower()}' if part else this} {_DONE.get(operation.action, 'được sửa đổi')}{turn}"


def _words(text: str, lower: bool = False) -> str:
    """Quoted words with what they are called: a sign, a word, a phrase."""
    found = [t for t in tokens(text) if not t.isspace()]
    name = "dấu" if found and not any(t[0].isalnum() for t in found) else "từ" if len(found) == 1 else "cụm từ"
    return f"{name if lower else name.capitalize()} “{text}”"


def _source(change: Change, acts: Acts) -> str:
    operation = change.operation
    meta = acts.get(same_key(operation.origin.document))
    address = operation.origin.address
    if address and address.steps[-1].kind is Kind.DOAN:  # notes cite paragraphs by what they stand in
        address = Address(address.steps[:-1])
    place = f"{address.vietnamese()} của " if address else ""
    return f"theo quy định tại {place}{named(meta, operation.origin.document)}, {_effect(change)}"


def named(meta: Meta | None, number: str, whole: bool = False) -> str:
    """An act as a note names it: "Luật số 51/2024/QH15 sửa đổi, bổ sung một số điều của Luật Bảo hiểm y tế"; a law that has a name by it:
    "Luật Bảo hiểm y tế số 25/2008/QH12". `whole`: with the day it was signed and who issued it, as under the title of a consolidation."""
    if meta is None:
        return f"văn bản số {number}"
    kind = Speech("vi").kind(meta.kind) or "văn bản"
    kind = f"{kind[:1].upper()}{kind[1:]}"
    signed = f" {vietnamese(meta.issued)}" if whole and meta.issued else ""
    by = f" của {meta.issuer}" if whole and meta.issuer else ""
    if meta.kind in _NAMED and not _DOES.match(meta.title):
        return f"{kind} {meta.title} số {meta.number}{signed}{by}"
    title = meta.title if meta.title.isupper() or not _DOES.match(meta.title) else meta.title[:1].lower() + meta.title[1:]
    return f"{kind} số {meta.number}{signed}{by} {title}".strip()


def _effect(change: Change) -> str:
    effect = change.operation.effect
    if isinstance(effect.start, date) and not effect.scope:
        return f"có hiệu lực kể từ {vietnamese(effect.start)}"
    if isinstance(effect.start, date):
        return f"có hiệu lực kể từ {vietnamese(effect.start)} ({effect.scope})"
    return f"có hiệu lực {Speech('vi').effect(effect)}"
