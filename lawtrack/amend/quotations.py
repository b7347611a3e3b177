"""Quotations: the words an act puts into another act, as units, and which of them each command means.

The mark inside a quotation belongs to the provision, the mark outside to the amending sentence: `.”;` ends a provision with a full
stop and a list item of the amending act with a semicolon. Only the outer ones are taken off.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field, replace

from lawtrack.amend.references import RANK, Ref
from lawtrack.law.address import NOTE, Step, is_note
from lawtrack.law.message import Message
from lawtrack.law.operation import Part
from lawtrack.law.provision import CONTAINERS, INNER, Kind, Provision
from lawtrack.outline import units
from lawtrack.outline.quotes import closes, opening
from lawtrack.text.labels import key

_CLOSER = re.compile(r"\s*(?:[”\"»“]|''|’’)[\s.,;:/]*$")

_ALONE = re.compile(r"\s*(?:[”\"»“]|''|’’)[\s.,;:/]*")


def inside(text: str) -> tuple[list[str], bool]:
    """The lines of a quotation without its outer marks, and whether it was opened and closed."""
    lines = text.split("\n")
    skip = opening(lines[0])
    whole = bool(skip)
    last = len(lines) - 1
    closed = closes(lines[last], first=last == 0)
    if last and _ALONE.fullmatch(lines[last]):
        closed, lines[last] = True, ""  # the closing mark on a line of its own
    elif closed:
        lines[last] = _CLOSER.sub("", lines[last])
    if skip:
        lines[0] = lines[0][skip:]
    return [line for line in lines if line.strip()], whole and closed


@dataclass(slots=True)
class Slot:
    """One unit a command names, waiting for its words. `unit` is the whole unit, `words` the words of a title or a paragraph."""

    ref: Ref
    fresh: bool = False  # a unit to come in, whose larger units need not be repeated
    unit: Provision | None = None
    words: str = ""
    body: bool = False  # `unit` holds what stands below the title of an article; its title is not quoted
    quoted: Provision | None = None  # the unit whose title gave `words`
    source: Provision | None = None  # `unit` as the quotation holds it
    doubt: Message | None = None  # why the words that were found are not taken

    @property
    def step(self) -> Step | None:
        return self.ref.steps[-1] if self.ref.steps else None

    @property
    def filled(self) -> bool:
        return self.unit is not None or bool(self.words)


@dataclass(slots=True)
class Payload:
    """The units of the quotations of one command. `extra` are units that no slot claims, `context` larger units the quotation repeats
    around the one it means."""

    units: tuple[Provision, ...]
    extra: list[Provision] = field(default_factory=list)
    context: list[Provision] = field(default_factory=list)
    closed: bool = True
    behind: str = ""  # words that stand behind a quotation on its last line, and belong to none

    def fill(self, slots: Sequence[Slot]) -> None:
        """Gives each slot its words by label, in order."""
        tabled = any(u.kind is Kind.BANG for u in self.units) and any(s.ref.steps and _annexed(s) for s in slots)
        if tabled or any(s.step is not None and s.step.kind is Kind.HANG for s in slots):
            self.units = tuple(row for u in self.units for row in _rows(u))
        if self._bare(slots) or self._paragraphs(slots):
            return
        for unit in self.units:
            self._claim(unit, (), slots)
        self._loosen(slots)
        self._edges(slots)
        self._only_titles(slots)
        for level in (self.units, *(u.children for top in self.units for u in top.walk())):
            self._open_ended(level, slots)

    def _open_ended(self, units: Sequence[Provision], slots: Sequence[Slot]) -> None:
        """Paragraphs without a label behind a unit that is claimed, inside the larger unit that the quotation repeats, may be the rest of
        the claimed one or words of the larger one (so formulas printed in pieces): where the claimed unit ends is not said."""
        for n, unit in enumerate(units[:-1]):
            slot = next((s for s in slots if s.unit is not None and s.source is unit), None)
            behind = list(itertools.takewhile(lambda u: u.kind is Kind.DOAN and any(u is e for e in self.extra), units[n + 1 :]))
            if slot is not None and behind:
                slot.unit, slot.doubt = None, Message("where this unit ends in the quotation is not said")
                self.extra = [e for e in self.extra if not any(e is u for u in behind)]

    def _edges(self, slots: Sequence[Slot]) -> None:
        """The opening or closing paragraph of a unit, quoted without its label in front of or behind units of it."""
        for part, n in ((Part.LEAD, 0), (Part.TAIL, -1)):
            open_ = [s for s in slots if not s.filled and s.ref.part is part]
            paragraphs = [u for u in self.extra if u.kind is Kind.DOAN and not u.children]
            if len(open_) == 1 and len(paragraphs) == 1 and paragraphs[0] is self.units[n]:
                open_[0].words = paragraphs[0].text
                self.extra.remove(paragraphs[0])

    # -- a quotation without labels ------------------------------------------------------------------------------------
    def _bare(self, slots: Sequence[Slot]) -> bool:
        """A quotation of paragraphs alone belongs to the one unit the command names."""
        if len(slots) != 1 or not self.units:
            return False
        slot, first = slots[0], self.units[0]
        last = slot.step
        kind = last.kind if last else None
        if last is not None and kind is Kind.DIEU and slot.ref.part is Part.WHOLE and not slot.fresh and _untitled(self.units):
            slot.unit, slot.body = Provision(kind, label=last.label, children=self.units), True
            return True
        if kind is Kind.DOAN and last is not None and last.key == NOTE:
            if first.kind is not Kind.DOAN or first.children or not is_note(first.text):
                return False
            slot.unit = Provision(Kind.DOAN, text=first.text, children=self.units[1:])  # all of it is the note
            return True
        if kind is Kind.CAU and len(slot.ref.steps) > 1 and _same(slot.ref.steps[-2], first) and first.text and not first.children:
            first = Provision(Kind.DOAN, text=first.text)  # the label of the unit printed again in front of its first sentence
        if first.kind not in (Kind.DOAN, Kind.GACH):
            return False
        if slot.ref.part is Part.HEADING:
            if len(self.units) > 1:
                return False
            slot.words = first.text
        elif slot.ref.part in (Part.LEAD, Part.TAIL) or kind in (Kind.DOAN, *INNER):
            slot.words = first.text
            slot.unit = first if kind in (Kind.DOAN, *INNER) else None
            self.extra += self.units[1:]
        elif kind is Kind.GACH:
            slot.unit = replace(first, kind=Kind.GACH)
            self.extra += self.units[1:]
        elif kind in (Kind.KHOAN, Kind.DIEM, Kind.TIET) and last is not None:
            slot.unit = Provision(kind, label=last.label, text=first.text, children=self.units[1:])
        else:
            return False
        return True

    def _paragraphs(self, slots: Sequence[Slot]) -> bool:
        """Paragraphs of one unit, as many as the command names; the first may bear the label of the unit, whose own words it is."""
        steps = [s.step for s in slots]
        if not slots or any(s is None or s.kind is not Kind.DOAN for s in steps) or len({s.ref.steps[:-1] for s in slots}) > 1:
            return False
        found, above = self.units, slots[0].ref.steps[:-1]
        if len(found) == 1 and above and _same(above[-1], found[0]) and found[0].text and steps[0] == Step(Kind.DOAN, "1"):
            found = (Provision(Kind.DOAN, text=found[0].text), *found[0].children)
        if len(found) != len(slots) or any(u.kind is not Kind.DOAN or u.children for u in found):
            return False
        for slot, unit in zip(slots, found, strict=True):
            slot.unit, slot.words = unit, unit.text
        return True

    # -- by label ------------------------------------------------------------------------------------------------------
    def _claim(self, unit: Provision, above: tuple[Step, ...], slots: Sequence[Slot]) -> None:
        here = Step(unit.kind, key(unit.label))
        for slot in slots:
            if slot.filled or slot.step is None or slot.ref.part is not Part.WHOLE:
                continue
            if _same(slot.step, unit) and _fits(above, slot):
                slot.unit, slot.source = replace(unit, kind=slot.step.kind, label=_label(unit, slot.step)), unit
                self._titles(unit, slots)
                return
            if not above and _annexed(slot) and unit.kind in _LISTED and key(unit.label) == slot.step.key:
                slot.unit = slot.source = unit
                self._titles(unit, slots)
                return
        titled = self._titles(unit, slots)
        inner = [s for s in slots if not s.filled and here in s.ref.steps[:-1]]
        containing = unit.kind in CONTAINERS and any(not s.filled for s in slots)
        if unit.children and (titled or inner or containing):
            if not titled:
                self.context.append(unit)
            for child in unit.children:
                if child.kind is Kind.DOAN and any(s.ref.part is not Part.WHOLE and s.words == child.text for s in slots):
                    continue
                self._claim(child, (*above, here), slots)
        elif not titled:
            self.extra.append(unit)

    def _titles(self, unit: Provision, slots: Sequence[Slot]) -> bool:
        """Gives the title and the opening words of `unit` to the slots that mean only them; whether one did."""
        found = False
        for slot in slots:
            if slot.filled or slot.step is None or not _same(slot.step, unit):
                continue
            if slot.ref.part is Part.HEADING:
                slot.words, slot.quoted = unit.heading or unit.text or _sole(unit), unit
                found = bool(slot.words) or found
            elif slot.ref.part is Part.LEAD:
                lead = unit.text or next((c.text for c in unit.children if c.kind is Kind.DOAN), "")
                slot.words, found = lead, bool(lead) or found
            elif slot.ref.part is Part.TAIL and unit.children and unit.children[-1].kind is Kind.DOAN:
                slot.words, found = unit.children[-1].text, True
        return found

    def _only_titles(self, slots: Sequence[Slot]) -> None:
        """A title is one paragraph: where its quotation goes on with words that no command names, it is not taken."""
        for slot in slots:
            if slot.quoted is not None and any(e is c for e in self.extra for c in slot.quoted.children):
                slot.doubt = Message("a title is one paragraph, and more stands behind it in the quotation")
                slot.words = ""

    def _loosen(self, slots: Sequence[Slot]) -> None:
        """Points of the next clause printed behind a quoted clause look like its own ("c) …; 2. …; d) …" for điểm c khoản 1, khoản 2,
        điểm d khoản 3). The command names them, they stand last, and no other units answer: they are those. Where they stand otherwise,
        it is not said where the quoted clause ends."""
        n = 0
        while n < len(slots):
            missing: list[Slot] = []
            while n < len(slots) and _waits(slots[n]):
                missing.append(slots[n])
                n += 1
            if missing:
                self._out_of(slots[: n - len(missing)], missing)
            n += 1

    def _out_of(self, before: Sequence[Slot], missing: Sequence[Slot]) -> None:
        for slot in reversed(before):
            if slot.unit is None or not slot.unit.children:
                continue
            last = slot.unit.children[-len(missing) :]
            if len(last) == len(missing) and all(m.step is not None and _may_be(m.step, u) for m, u in zip(missing, last, strict=True)):
                for m, unit in zip(missing, last, strict=True):
                    m.unit = replace(unit, kind=m.step.kind) if m.step is not None else unit
                slot.unit = replace(slot.unit, children=slot.unit.children[: -len(missing)])
                return
            if any(m.step is not None and _may_be(m.step, u) for m in missing for u in slot.unit.children):
                slot.unit, slot.doubt = None, Message("where this unit ends in the quotation is not said")
                return


def _waits(slot: Slot) -> bool:
    return not slot.filled and slot.step is not None and slot.ref.part is Part.WHOLE


_SENTENCE = re.compile(r"[.;:…]$")


def _untitled(units: Sequence[Provision]) -> bool:
    """Whether these are all that stands below the title of an article: sentences, or clauses counted up from 1."""
    if all(u.kind is Kind.DOAN and not u.children for u in units):
        return all(_SENTENCE.search(u.text) for u in units)
    return len(units) > 1 and [(u.kind, u.label) for u in units] == [(Kind.KHOAN, str(n)) for n in range(1, len(units) + 1)]


def _sole(unit: Provision) -> str:
    """The words of an article that is one paragraph: a title that ends with a full stop is read so."""
    one = unit.kind is Kind.DIEU and len(unit.children) == 1 and unit.children[0].kind is Kind.DOAN
    return unit.children[0].text if one and not unit.children[0].children else ""


def _rows(unit: Provision) -> list[Provision]:
    """The rows of a table, or of lines printed with bars ("| 1a | Chợ Gò | Tỉnh C |"); any other unit as it is."""
    if unit.kind is Kind.BANG:
        rows = [child for child in unit.children if child.kind is Kind.HANG]
        heading = next((n for n, row in enumerate(rows) if row.label), 0)  # the names of the columns, printed again
        return rows[heading:]
    if unit.kind is Kind.DOAN and "|" in unit.text:
        cells = tuple(cell.strip() for cell in unit.text.strip().strip("|").split("|"))
        if all(set(cell) <= set("-: ") for cell in cells):
            return []
        return [Provision(Kind.HANG, label=cells[0], cells=cells)]
    return [unit]


def _same(step: Step, unit: Provision) -> bool:
    """Whether a quoted unit bears the name. "b3)" under a point is a tiết where the command calls it so."""
    kinds = (Kind.TIET, Kind.DIEM) if step.kind is Kind.TIET else (step.kind,)
    return unit.kind in kinds and key(unit.label) == step.key


def _may_be(step: Step, unit: Provision) -> bool:
    """Whether a unit that was read below another may be the one named: "i)" behind "d1)" looks like a sub-point of it."""
    return _same(step, unit) or (step.kind is Kind.DIEM and unit.kind is Kind.TIET and key(unit.label) == step.key)


# Annexes and forms number their units as they like, and commands call the unit "4." mục, điểm or khoản by turns.
_LISTED = (Kind.MUC, Kind.KHOAN, Kind.DIEM, Kind.HANG)


def _annexed(slot: Slot) -> bool:
    """Whether the command names a numbered unit of an annex or a form, or of an act that has sections and no articles."""
    steps = slot.ref.steps
    return (
        steps[0].kind in (Kind.PHU_LUC, Kind.MAU, Kind.PHAN, Kind.MUC)
        and steps[-1].kind in _LISTED
        and not any(s.kind is Kind.DIEU for s in steps)
    )


def _label(unit: Provision, step: Step) -> str:
    return unit.label or step.label


def _fits(above: tuple[Step, ...], slot: Slot) -> bool:
    """Whether the larger units the quotation prints around a unit are those the command names for it."""
    named = {s.kind: s.key for s in slot.ref.steps}
    return all(s.kind not in named or named[s.kind] == s.key for s in above) and all(
        RANK.get(s.kind, 99) < RANK.get(slot.ref.steps[-1].kind, 99) for s in above
    )


_BETWEEN = re.compile(r"(?<=”)\s*(?:[;,]|và)\s*(?=“)")


def _apart(text: str) -> list[str]:
    """The quotations that are printed on one line ("“Điều 30. Ao”; “Điều 31. Hồ”"), each by itself."""
    if "\n" in text or not text.startswith("“"):
        return [text]
    cuts = [m for m in _BETWEEN.finditer(text) if text.count("“", 0, m.start()) == text.count("”", 0, m.start())]
    bounds = [0, *(b for m in cuts for b in m.span()), len(text)]
    return [text[a:b] for a, b in zip(bounds[::2], bounds[1::2], strict=True)]


def _behind(text: str) -> str:
    """The words behind the mark that closes a quotation ("“3. Ba.”; chuyển khoản 3 thành khoản 4."); "" where there are none."""
    match = re.search(r"”\s*[;.,]*\s*([^\W\d_][^“”\n]*)$", text)
    if not match or not text.startswith("“"):
        return ""
    end = match.start() + 1
    return match.group(1) if text.count("“", 0, end) == text.count("”", 0, end) else ""


def payload_of(quotations: Iterable[Provision], language: str = "vi", annex: bool = False) -> Payload:
    """The units of the quotations (TRICH provisions, or a BANG printed without quotation marks) of one command; `annex`: the command
    names sections of an annex."""
    found: list[Provision] = []
    closed, behind = True, ""
    for quotation in quotations:
        if quotation.kind is Kind.BANG:
            found.append(quotation)
            continue
        for part in _apart(quotation.text):
            lines, whole = inside(part)
            closed = closed and whole
            behind = behind or ("" if whole else _behind(part))
            found += units(lines, language, annex)
    return Payload(tuple(found), closed=closed, behind=behind)
