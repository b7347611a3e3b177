"""Official consolidations (văn bản hợp nhất) in: the consolidated text, its footnotes, the acts its head names, its certification."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date

from lawtrack.ingest.facts import ACT, CONSOLIDATES
from lawtrack.ingest.formats import text_of
from lawtrack.ingest.model import Given, Imported, LeftOut, Line
from lawtrack.ingest.note_marks import detach, signs, without_signs
from lawtrack.ingest.note_words import parse_note
from lawtrack.ingest.note_zones import CERTIFIED, separate
from lawtrack.ingest.read import read_source
from lawtrack.law.address import Address, addressed
from lawtrack.law.document import Document
from lawtrack.law.message import Message
from lawtrack.law.official import Amender, Note, Official
from lawtrack.law.provision import Kind, Provision, State
from lawtrack.outline import Doubt
from lawtrack.text.dates import find_dates, first_date
from lawtrack.text.numbers import NUMBER, UNYEARED, tidy
from lawtrack.text.repair import repair_line

_RECITALS = re.compile(
    r"\s*(?:Căn cứ|Theo đề nghị|Xét đề nghị|Thực hiện|Quốc hội ban hành|Chính phủ ban hành|Bộ trưởng .{2,60} ban hành|Điều\s+1\b)"
)
_ENTRY = re.compile(r"(?:^|\n)\s*(?:\d{1,2}\.|[-–+])\s+(?=[A-ZĐ])")
_NUMBER_LINE = re.compile(r"Số\s*:\s*(?=\d)")
_GONE = re.compile(r"\(?\s*(?:đã\s+)?(?:được\s+)?(?:bãi bỏ|bị bãi bỏ)\s*\)?\s*[.;,/]*$", re.IGNORECASE)
_STAMP = "XÁC THỰC VĂN BẢN HỢP NHẤT"
_HEADS_ANNEX = re.compile(r"\s*(?:Phụ lục|PHỤ LỤC|Mẫu\b|MẪU\b|DANH MỤC|BIỂU|QUY (?:CHẾ|ĐỊNH)|ĐIỀU LỆ)")


@dataclass(frozen=True, slots=True)
class ReadOfficial:
    """The consolidation, and the account of how it was read: what the import of its text repaired, doubted and left out, and the
    footnotes whose marks were not found (in `doubts`)."""

    official: Official
    imported: Imported
    doubts: tuple[Doubt, ...] = ()


def read_official(data: bytes, name: str) -> ReadOfficial:
    """Reads an official consolidation from a file of any supported format. Raises IngestError as `read_source` does."""
    source = text_of(data, name)
    lines = [Line(repair_line(line.text, line.number)[0], line.number, line.page) for line in source.lines]
    parts = separate(lines)
    doubts: list[Doubt] = []
    pages: list[str] = []
    done = 0
    for number, page in enumerate(parts.pages):
        text = "\n".join(line.text for line in page)
        here = [zone for zone in parts.zones if zone.page == number]
        text, found = detach(text, [zone.token for zone in here], done)
        for zone, ok in zip(here, found, strict=True):
            if not ok:
                doubts.append(Doubt(zone.line, Message("the mark of footnote {n} was not found", n=zone.token), zone.text[:120]))
        done += len(here)
        pages.append(text)
    rows = "\n".join(pages).split("\n")
    rows, head = _without_head(rows)
    rows, stamp = _without_certification(rows)
    notes = [parse_note(zone.token, zone.text, zone.line) for zone in parts.zones]
    # a Word file keeps its footnotes apart from the text, in their order, and its marks are no words of the text
    apart = [out.words for out in source.left_out if out.why == "footnote"]
    notes += [parse_note(str(len(notes) + 1 + n), words) for n, words in enumerate(apart)]
    amenders = _named(head) or _named(next((n.text for n in notes if "được hợp nhất từ" in n.text), ""))
    base = amenders[0].number if amenders else ""
    imported = read_source("\n".join(rows).encode(), f"{name}.txt", Given(number=_number(stamp) or base or None))
    document, places = _unsigned(imported.document)
    document = replace(document, meta=replace(document.meta, source=replace(document.meta.source, file=name)))
    placed = tuple(replace(note, address=_place(note, places.get(i))) for i, note in enumerate(notes))
    official = Official(document, base, tuple(amenders[1:]), _certified(stamp), placed)
    if not head and not amenders:
        doubts.append(Doubt(1, Message("the list of the acts consolidated was not found")))
    if official.certified is None:
        doubts.append(Doubt(len(lines), Message("the day of certification was not found")))
    return ReadOfficial(official, imported, tuple(doubts))


# -- head and certification ------------------------------------------------------------------------------------------------
def _without_head(rows: list[str]) -> tuple[list[str], str]:
    """The lines without the block that names the act and its amending acts (article 12 of the Ordinance), and that block."""
    body = next((i for i, row in enumerate(rows) if re.match(r"\s*Điều\s+1\s*[.:]", row)), len(rows))
    for start in range(body):
        if re.match(rf"\s*{ACT}\s", rows[start]) and CONSOLIDATES.match(" ".join(" ".join(rows[start : start + 30]).split())):
            end = next((i for i in range(start + 1, body) if _RECITALS.match(rows[i])), start + 1)
            return rows[:start] + rows[end:], "\n".join(rows[start:end])
    return rows, ""


def _named(block: str) -> tuple[Amender, ...]:
    """The acts of the head, the consolidated one first."""
    cut = re.split(r"(?:bởi|sau đây|sau)\s*:", block, maxsplit=1)
    entries = [cut[0], *(_ENTRY.split(f"\n{cut[1]}") if len(cut) > 1 else [])]
    if "hợp nhất từ" in cut[0]:
        entries = entries[1:]
    out = []
    for entry in entries:
        flat = " ".join(entry.split())
        cited = NUMBER.search(flat) or UNYEARED.search(flat)
        if not cited:
            continue
        effect = re.search(r"có hiệu lực", flat)
        issued = first_date(flat[cited.end() : cited.end() + 60])
        out.append(Amender(tidy(cited.group(0)), issued, first_date(flat[effect.end() :]) if effect else None))
    return tuple(out)


def _without_certification(rows: list[str]) -> tuple[list[str], str]:
    """The lines without the certification (article 11 of the Ordinance), and its text."""
    at = next((i for i, row in enumerate(rows) if CERTIFIED.search(row)), None)
    if at is None:
        return rows, ""
    start = at
    while start > 0 and at - start < 14:
        row = rows[start - 1].strip()
        if row and not (_NUMBER_LINE.match(row) or (row.isupper() and len(row) < 60) or row in ("-", "–")):
            break
        start -= 1
    end = at + 1
    seen = 0
    while end < len(rows) and seen < 16:
        row = rows[end].strip()
        if _HEADS_ANNEX.match(row) or len(row) > 110 or "CÔNGBÁO/" in row.replace(" ", ""):
            break
        seen += bool(row)
        end += 1
    # one line of it stays while the text is read: the articles end here, whatever follows
    return [*rows[:start], "", _STAMP, "", *rows[end:]], "\n".join(rows[start:end])


def _number(stamp: str) -> str:
    found = re.search(r"Số\s*:\s*(\d+\s*/\s*VBHN\s*-\s*[A-ZĐ&]+)", stamp)
    return tidy(found.group(1)) if found else ""


def _certified(stamp: str) -> date | None:
    found = find_dates(" ".join(stamp.split()))
    return found[0][2] if found else None


def _place(note: Note, address: Address | None) -> Address | None:
    """The unit a footnote is about: one that says "Điều này" or "Tên Điều này" is about the article, wherever in it a broken line put
    its mark."""
    if address and re.match(r"(?:Tên )?[Đđ]iều này", note.subject):
        at = next((n for n, step in enumerate(address.steps) if step.kind is Kind.DIEU), None)
        return address if at is None else Address(address.steps[: at + 1])
    return address


# -- the tree --------------------------------------------------------------------------------------------------------------
def _unsigned(document: Document) -> tuple[Document, dict[int, Address]]:
    """The document without the signs of marks and with repealed units as places, and for each footnote the unit its mark stands at."""
    places: dict[int, Address] = {}
    for row in (*document.head, document.meta.title, *document.preamble, *document.tail):
        places.update(dict.fromkeys(signs(row), Address()))
    for address, unit in addressed(document.body):
        for text in (unit.label, unit.heading, unit.text, unit.mark, *unit.cells):
            for index in signs(text):
                places.setdefault(index, address)
    meta = replace(document.meta, title=without_signs(document.meta.title), bases=tuple(map(without_signs, document.meta.bases)))
    return (
        Document(
            meta,
            _clean(document.body),
            _rows(document.head),
            _rows(document.preamble),
            tuple(row for row in _rows(document.tail) if row != _STAMP),
        ),
        places,
    )


def _rows(rows: Sequence[str]) -> tuple[str, ...]:
    return tuple(filter(None, map(without_signs, rows)))


def _clean(unit: Provision) -> Provision:
    heading, text = without_signs(unit.heading), without_signs(unit.text)
    unit = replace(
        unit,
        label=without_signs(unit.label),
        heading=heading,
        text=text,
        mark=without_signs(unit.mark),
        cells=tuple(map(without_signs, unit.cells)),
        children=tuple(map(_clean, unit.children)),
    )
    words = heading or text
    if unit.kind not in (Kind.VAN_BAN, Kind.DOAN, Kind.GACH, Kind.HANG) and not (heading and text) and _GONE.match(words):
        return replace(unit, heading="", text="", state=State.REPEALED)
    only = unit.children[0] if len(unit.children) == 1 else None
    if (
        unit.kind in (Kind.DIEU, Kind.KHOAN)
        and not words
        and only
        and only.kind is Kind.DOAN
        and _GONE.match(only.text)
        and not only.children
    ):
        return replace(unit, children=(), state=State.REPEALED)
    return unit


def left_out(read: ReadOfficial) -> tuple[LeftOut, ...]:
    """What of the file is not in the text."""
    return read.imported.left_out


__all__ = ["Note", "ReadOfficial", "read_official"]
