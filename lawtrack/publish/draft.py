"""A draft of a consolidation (văn bản hợp nhất), for the editor who has to certify one: all amendments passed, footnotes in official
wording.

Not the text in force on a day: like an official consolidation it holds what takes effect later as well, and says when in its notes. It is a
draft by a machine: the place of the certification stays empty, and says so.
"""

from __future__ import annotations

from collections.abc import Iterator

from lawtrack.law.address import Address, addressed
from lawtrack.law.change import Change, Edition, Outcome
from lawtrack.law.plain import mark_of
from lawtrack.law.provision import Kind, Provision
from lawtrack.publish.footnotes import named, notes
from lawtrack.publish.rows import own_words
from lawtrack.publish.speech import Speech
from lawtrack.publish.texts import Acts
from lawtrack.text.dates import vietnamese
from lawtrack.text.numbers import same_key


def draft(edition: Edition, acts: Acts | None = None) -> str:
    """The draft as plain text. `edition` is the act's last one, with every change applied. Raises ValueError for an act that is not in
    Vietnamese: consolidations are made of originals."""
    document = edition.document
    if document.meta.language != "vi":
        raise ValueError(
            f"{document.number}: a consolidation is made of the Vietnamese original, not of the text in {document.meta.language!r}"
        )
    acts = acts or {}
    changes = [c for c in edition.applied if c.outcome is Outcome.APPLIED]
    placed = _placed(document.body, changes)
    told: list[str] = []
    body = list(_lines(document.body, placed, acts, told))
    say = Speech("vi")
    out = ["[DỰ THẢO VĂN BẢN HỢP NHẤT do máy tính lập, chưa được kiểm tra, chưa được chứng nhận]"]
    out += [f"[{n}]" for n in (say.notice(document.meta.authority), say.mended(document.meta)) if n]
    out += [
        "",
        *document.head,
        *(s for s in (document.meta.kind.upper(), document.meta.title) if s),
        *_acts(edition, changes, acts),
        *document.preamble,
    ]
    out += [*body, *document.tail, "", "Chú thích:", *(f"[{n}] {note}" for n, note in enumerate(told, 1))]
    out += ["", "Phần chứng nhận: để trống."]
    left = [c for c in changes if not any(c is x for found in placed.values() for x in found)]
    out += _appendix("Thay đổi không gắn được với một đơn vị của văn bản:", left, say)
    out += _appendix("Lệnh không được đưa vào văn bản:", list(edition.refused), say)
    return "\n".join(out) + "\n"


def _acts(edition: Edition, changes: list[Change], acts: Acts) -> list[str]:
    """Under the title: the act with its day of effect, and every act that changed it (article 12)."""
    meta = edition.document.meta
    since = f", có hiệu lực thi hành kể từ {vietnamese(meta.effective)}" if meta.effective else ""
    numbers = list(dict.fromkeys(c.operation.origin.document for c in changes))
    if not numbers:
        return [named(meta, meta.number, whole=True) + since + "."]
    out = [named(meta, meta.number, whole=True) + since + ", được sửa đổi, bổ sung bởi:"]
    for n, number in enumerate(numbers, 1):
        found = acts.get(same_key(number))
        day = f", có hiệu lực thi hành kể từ {vietnamese(found.effective)}" if found and found.effective else ""
        source = Speech("vi").authority(found.authority) if found and Speech("vi").notice(found.authority) else ""
        out.append(f"{n}. {named(found, number, whole=True)}{day}{f' ({source})' if source else ''}" + ("." if n == len(numbers) else ";"))
    return out


def _placed(root: Provision, changes: list[Change]) -> dict[int, list[Change]]:
    """The changes of each unit: of the outermost unit that names the operation among its causes, else of the unit at the address."""
    units = list(addressed(root))
    by_address: dict[Address, Provision] = dict(units)
    out: dict[int, list[Change]] = {}
    for change in changes:
        owner = next((p for _, p in units if change.operation.id in p.causes), None)
        owner = owner or by_address.get(change.address) or by_address.get(change.operation.target.address)
        if owner is not None:
            out.setdefault(id(owner), []).append(change)
    return out


def _lines(root: Provision, placed: dict[int, list[Change]], acts: Acts, told: list[str]) -> Iterator[str]:
    for _, unit in addressed(root):
        marks = ""
        for note in notes(unit.kind, placed.get(id(unit), []), acts):
            told.append(note)
            marks += f"[{len(told)}]"
        label, words = mark_of(unit), own_words(unit)
        if unit.kind is Kind.BANG and marks:
            yield marks
        elif label or words or marks:
            yield f"{label}{marks} {words}".strip() if label else f"{words}{marks}"


def _appendix(title: str, changes: list[Change], say: Speech) -> list[str]:
    if not changes:
        return []
    out = ["", title]
    for change in changes:
        refusal = change.refusal or change.operation.refusal
        why = f": {say.why(refusal)}" if refusal else ""
        operation = change.operation
        out.append(f"- {say.subject(change)} {say.action(operation.action)} ({say.source(operation, operation.origin.document)}){why}")
    return out
