"""A draft of a consolidation (văn bản hợp nhất), for the editor who has to certify one: all amendments passed, footnotes in official
wording.

Not the text in force on a day: like an official consolidation it holds what takes effect later as well, and says when in its notes. It is a
draft by a machine: the place of the certification stays empty, and says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from lawtrack.law.address import Address, addressed
from lawtrack.law.change import Change, Edition, Outcome
from lawtrack.law.plain import mark_of
from lawtrack.law.provision import ENCLOSED, Provision
from lawtrack.publish.footnotes import named, notes
from lawtrack.publish.rows import own_words
from lawtrack.publish.speech import Speech
from lawtrack.publish.texts import Acts
from lawtrack.text.dates import vietnamese
from lawtrack.text.numbers import same_key

NOTICE = "DỰ THẢO VĂN BẢN HỢP NHẤT do máy tính lập, chưa được kiểm tra, chưa được chứng nhận"
CERTIFICATION = "Phần chứng nhận: để trống."


@dataclass(frozen=True, slots=True)
class Marked:
    """A line of the text that prints something: the unit, its label and words, and the numbers of its notes. A table prints none, and is
    here for its notes alone."""

    unit: Provision
    label: str
    words: str
    notes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Draft:
    """The parts of a draft in their order, whatever it is written as.

    notices     what has to be said above the title
    acts        the lines under the title
    body        units in front of the closing formula; annexes: behind it
    notes       the texts of the notes: number n is notes[n - 1]
    appendices  what belongs to no unit and what was refused: a title and lines each
    """

    notices: tuple[str, ...]
    acts: tuple[str, ...]
    body: tuple[Marked, ...]
    annexes: tuple[Marked, ...]
    notes: tuple[str, ...]
    appendices: tuple[tuple[str, tuple[str, ...]], ...]


def drafted(edition: Edition, acts: Acts | None = None) -> Draft:
    """The parts of the draft. `edition` is the act's last one, with every change applied. Raises ValueError for an act that is not in
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
    lines = [(address.steps[0].kind in ENCLOSED, line) for address, line in _lines(document.body, placed, acts, told)]
    behind = next((n for n, (enclosed, _) in enumerate(lines) if enclosed), len(lines))
    say = Speech("vi")
    left = [c for c in changes if not any(c is x for found in placed.values() for x in found)]
    appendices = (
        ("Thay đổi không gắn được với một đơn vị của văn bản:", _appendix(left, say)),
        ("Lệnh không được đưa vào văn bản:", _appendix(edition.refused, say)),
    )
    return Draft(
        tuple(n for n in (NOTICE, say.notice(document.meta.authority), say.mended(document.meta)) if n),
        tuple(_acts(edition, changes, acts)),
        tuple(line for _, line in lines[:behind]),
        tuple(line for _, line in lines[behind:]),
        tuple(told),
        tuple(a for a in appendices if a[1]),
    )


def draft(edition: Edition, acts: Acts | None = None) -> str:
    """The draft as plain text, its notes behind it. As `drafted`."""
    document, made = edition.document, drafted(edition, acts)
    out = [*(f"[{n}]" for n in made.notices), "", *document.head, *(s for s in (document.meta.kind.upper(), document.meta.title) if s)]
    out += [*made.acts, *document.preamble, *map(_line, made.body), *document.tail, *map(_line, made.annexes)]
    out += ["", "Chú thích:", *(f"[{n}] {note}" for n, note in enumerate(made.notes, 1)), "", CERTIFICATION]
    for title, lines in made.appendices:
        out += ["", title, *lines]
    return "\n".join(out) + "\n"


def _line(line: Marked) -> str:
    marks = "".join(f"[{n}]" for n in line.notes)
    return f"{line.label}{marks} {line.words}".strip() if line.label else f"{line.words}{marks}"


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


def _lines(root: Provision, placed: dict[int, list[Change]], acts: Acts, told: list[str]) -> Iterator[tuple[Address, Marked]]:
    for address, unit in addressed(root):
        first = len(told)
        told += notes(unit.kind, placed.get(id(unit), []), acts)
        line = Marked(unit, mark_of(unit), own_words(unit), tuple(range(first + 1, len(told) + 1)))
        if line.label or line.words or line.notes:
            yield address, line


def _appendix(changes: Sequence[Change], say: Speech) -> tuple[str, ...]:
    out = []
    for change in changes:
        refusal = change.refusal or change.operation.refusal
        why = f": {say.why(refusal)}" if refusal else ""
        operation = change.operation
        out.append(f"- {say.subject(change)} {say.action(operation.action)} ({say.source(operation, operation.origin.document)}){why}")
    return tuple(out)
