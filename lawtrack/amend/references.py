"""References to units: "điểm b và điểm c khoản 1, điểm b và điểm d khoản 2 Điều 60", "các điều từ Điều 5 đến Điều 18", "tên Mục 2".

Drafters name units from small to large (Decree 78/2025/NĐ-CP, article 68) and give the larger unit once, at the end, for all that
stand in front of it: `complete` carries it back. What stays without its larger unit is completed from the line above, and where that
does not tell it is marked unclear, never guessed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from lawtrack.amend.tokens import Sort, Token
from lawtrack.amend.units import (
    INNER,
    RANK,
    annex_alone,
    column_of,
    label_at,
    list_goes_on,
    note_at,
    tiet_at,
    title_at,
    unit_at,
    word_at,
)
from lawtrack.law.address import NOTE, TITLED, Address, Step
from lawtrack.law.message import Message
from lawtrack.law.operation import Part
from lawtrack.law.provision import ENCLOSED, Kind
from lawtrack.text.labels import key

_ORDERED = (Kind.DOAN, Kind.GACH, Kind.CAU)
_HEADINGS = ("tên", "tiêu đề", "tên gọi", "tiêu đề của", "tên của", "tên gọi của")


_SKIPPED = ("các", "những", "tại", "cả")


class Role(StrEnum):
    """What a reference is in its command."""

    OBJECT = "object"
    ANCHOR = "anchor"  # the neighbour of an insertion
    RECEIVER = "receiver"  # the unit that receives an insertion
    PLACE = "place"  # where words are changed


@dataclass(frozen=True, slots=True)
class Ref:
    """One unit as the command names it: `steps` large to small, as far as named. `through` ends a range. `joined` is the separator
    behind it: "," ";" "và" or "". `named` is the kind of a title without a label ("tên điều"). `act` is the number-less handle of the
    act it belongs to, set by the reader of sentences."""

    steps: tuple[Step, ...] = ()
    part: Part = Part.WHOLE
    through: Step | None = None
    named: Kind | None = None
    role: Role = Role.OBJECT
    joined: str = ""
    within: tuple[Step, ...] = ()
    act: object | None = None
    unclear: Message = Message("")
    titled: bool = False  # behind a title in a list: its title or the whole of it
    entitled: bool = False  # the title of the act itself ("tên Thông tư"): no unit of its tree
    this: bool = False  # "Điều này", "khoản này": the unit named last
    at: int = 0

    @property
    def address(self) -> Address:
        """The address; containers above an article are left out, as articles number through the act."""
        kinds = [s.kind for s in self.steps]
        if Kind.DIEU not in kinds:
            return Address(self.steps)
        root = tuple(s for s in self.steps if s.kind in ENCLOSED)
        return Address(root + self.steps[kinds.index(Kind.DIEU) :])

    @property
    def container(self) -> Address:
        """The containers named above an article, or behind a neighbour ("trong Mục 4 Chương VIII")."""
        kinds = [s.kind for s in self.steps]
        above = self.steps[: kinds.index(Kind.DIEU)] if Kind.DIEU in kinds and len(kinds) > 1 and kinds[0] is not Kind.QUY_CHE else ()
        return Address(self.within or above)

    @property
    def top(self) -> Kind | None:
        """The largest unit named."""
        return self.steps[0].kind if self.steps else self.named

    def said(self, role: Role) -> Ref:
        """This reference in another role."""
        return replace(self, role=role)


def starts_ref(tokens: Sequence[Token], i: int) -> bool:
    """Whether a reference with its label begins at `i` (plural words and titles included)."""
    return bool(_item(tokens, i))


def read_refs(tokens: Sequence[Token], i: int, role: Role) -> tuple[list[Ref], int]:
    """The references from `i` on and the index behind them; an empty list where none begins. Separators belong to the list only
    where another reference follows."""
    refs: list[Ref] = []
    while True:
        item = _item(tokens, i)
        if not item:
            break
        found, i = item
        refs = _shared(refs, found)
        refs += [r.said(role) for r in found]
        sep, j = separator_at(tokens, i)
        if not sep or not _item(tokens, j):
            break
        refs[-1] = replace(refs[-1], joined=sep)
        i = j
    return _columns_apart(refs), i


def _columns_apart(refs: list[Ref]) -> list[Ref]:
    """`refs`; a column beside rows or annexes without one ("cột 4, số thứ tự 3 và số thứ tự 5") may be said of them too: that is open."""
    loose = [r for r in refs if r.steps and not any(s.kind is Kind.DIEU for s in r.steps)]
    columns = [r.steps[-1].kind is Kind.COT for r in loose]
    if not any(columns) or all(columns):
        return refs
    open_ = Message("which rows the column is said of is open")
    return [replace(r, unclear=open_) if any(r is x for x in loose) else r for r in refs]


def _shared(refs: list[Ref], found: Sequence[Ref]) -> list[Ref]:
    """`refs` in front of units spread over several larger ones ("khoản 1 và khoản 3 các điều 5, 6"): those without a larger unit of their
    own stand in each of these too."""
    above = list(dict.fromkeys(r.steps[:-1] for r in found if r.steps))
    if len(above) < 2 or len({r.steps[-1:] for r in found}) * len(above) != len(found):
        return refs
    n, rank = len(refs), RANK[above[0][-1].kind]
    while n and refs[n - 1].joined in (",", "và") and refs[n - 1].steps and RANK[refs[n - 1].steps[0].kind] > rank:
        n -= 1
    return [*refs[:n], *(replace(r, steps=(*a, *r.steps), joined=",") for r in refs[n:] for a in above)]


def separator_at(tokens: Sequence[Token], i: int) -> tuple[str, int]:
    """(separator, index behind it): ",", ";", "và", "hoặc" and their combinations count as one; ("", i) where there is none."""
    seps = []
    while i < len(tokens) and (tokens[i].low in (",", ";", "và", "hoặc", "&") and tokens[i].sort is not Sort.QUOTE):
        seps.append(tokens[i].low)
        i += 1
    if not seps:
        return "", i
    return (";" if ";" in seps else "và" if seps[-1] in ("và", "hoặc", "&") else ","), i


def _heading_at(tokens: Sequence[Token], i: int) -> int:
    """The index behind "tên", "tiêu đề", "tên gọi" (with "của"), or `i`."""
    for n in (3, 2, 1):
        if " ".join(t.low for t in tokens[i : i + n]) in _HEADINGS:
            return i + n
    return i


def _item(tokens: Sequence[Token], i: int) -> tuple[list[Ref], int] | None:
    """One item of a list: units of one kind with one chain of larger units behind them."""
    begin = i
    while word_at(tokens, i, *_SKIPPED) or (word_at(tokens, i, "nội") and word_at(tokens, i + 1, "dung")):
        i += 1 if word_at(tokens, i, *_SKIPPED) else 2
    j = _heading_at(tokens, i)
    heading, i = j > i, j
    while word_at(tokens, i, "các", "những"):
        i += 1
    ranged = word_at(tokens, i, "từ")
    if ranged:
        i += 1
    if not heading and not ranged and (note := note_at(tokens, i)) and (whose := _parents(tokens, note, Kind.DOAN))[0]:
        return [Ref(steps=(*whose[0], Step(Kind.DOAN, NOTE)), at=begin)], whose[1]
    unit = unit_at(tokens, i)
    if not unit:
        sep, j = separator_at(tokens, i)
        if heading and sep in (",", "và") and unit_at(tokens, j) and _item(tokens, j):
            return [Ref(part=Part.HEADING, named=Kind.DIEU, at=begin)], i  # "tên và khoản 1 Điều 64"
        return None
    kind, i, prefix = unit
    if heading and (twice := unit_at(tokens, i)) and twice[0] is kind:
        i = twice[1]  # "tên điều Điều 220 và Điều 221": the doubled word spreads the title over the list
        return _titles(tokens, i, kind, begin)
    if not ranged and word_at(tokens, i, "từ") and (inner := unit_at(tokens, i + 1)):
        ranged, i = True, inner[1] if inner[0] is kind else i
    if i + 1 < len(tokens) and tokens[i].low == ":" and word_at(tokens, i - 2, "các") and label_at(tokens, i + 1, kind):
        i += 1  # "tại các Điều: 60, 61 và 62"
    label = label_at(tokens, i, kind)
    if label is None and kind is Kind.MAU and not prefix and not heading:
        label = title_at(tokens, i)
    if label is None and word_at(tokens, i, "này") and kind is not Kind.PHU_LUC:
        part = Part.HEADING if heading else Part.WHOLE
        return [Ref(part=part, named=kind, this=True, at=begin)], i + 1
    if label is None:
        if heading and kind in (Kind.DIEU, Kind.KHOAN, Kind.MUC, Kind.CHUONG):
            return [Ref(part=Part.HEADING, named=kind, at=begin)], i
        if kind is Kind.PHU_LUC and not heading and annex_alone(tokens, i):
            return [Ref(steps=(Step(kind, ""),), at=begin)], i
        if kind is Kind.BANG and not heading and (above := _parents(tokens, i, kind))[0]:
            return [Ref(steps=(*above[0], Step(kind, "")), at=begin)], above[1]
        return None
    labels: list[tuple[str, str | None]] = []
    below: tuple[Step, ...] = ()
    part = Part.HEADING if heading else Part.WHOLE
    while label is not None:
        name, i = label
        end, i = _range_end(tokens, i, kind)
        if kind is Kind.DIEM and (item := tiet_at(tokens, i)):
            below, i = (Step(Kind.TIET, key(item[0])),), item[1]
        labels.append((name, end))
        if end is None and (column := column_of(tokens, i, kind)):
            below, i = (Step(Kind.COT, key(column[0])),), column[1]
        sep, j = separator_at(tokens, i)
        label = label_at(tokens, j, kind) if sep in (",", "và") and not below and kind not in _ORDERED else None
        if label and kind in (Kind.PHU_LUC, Kind.MAU, Kind.MUC, Kind.PHAN) and not list_goes_on(tokens, label[1]):
            label = None
    if kind is Kind.COT and i < len(tokens) and tokens[i].low == "," and (row := unit_at(tokens, i + 1)) and row[0] is Kind.HANG:
        i += 1  # "cột (4), số thứ tự 3 Phụ lục II": the cell of that row
    parents, i = _parents(tokens, i, kind)
    refs = []
    for name, end in labels:
        if kind in (Kind.DOAN, Kind.GACH) and name in ("mở đầu", "cuối") and kind is Kind.DOAN:
            refs.append(Ref(steps=parents, part=Part.LEAD if name == "mở đầu" else Part.TAIL, joined=",", at=begin))
            continue
        if kind is Kind.DIEM and name[1:2] == "." and name[0].isalpha():
            kind = Kind.TIET  # "điểm b.1": the first part of b
        if kind is Kind.CAU:
            part, parents = _paragraph_of(parents)
            name = {"mở đầu": "1", "cuối": "cuoi"}.get(name, name)
        step = Step(kind, key(prefix + name) if not name.startswith(TITLED) else TITLED + key(name[len(TITLED) :]))
        last = Step(kind, key(prefix + end)) if end else None
        refs.append(Ref(steps=(*parents, step, *below), part=part, through=last, joined=",", at=begin))
    refs[-1] = replace(refs[-1], joined="")
    return _in_each(tokens, refs, i)


def _paragraph_of(parents: tuple[Step, ...]) -> tuple[Part, tuple[Step, ...]]:
    """The part and the unit a sentence stands in: "câu đầu tiên đoạn mở đầu khoản 2"."""
    last = parents[-1] if parents else None
    part = {key("mở đầu"): Part.LEAD, key("cuối"): Part.TAIL}.get(last.key) if last and last.kind is Kind.DOAN else None
    return (part, parents[:-1]) if part else (Part.WHOLE, parents)


def _in_each(tokens: Sequence[Token], refs: list[Ref], i: int) -> tuple[list[Ref], int]:
    """ "khoản 1 các điều 5, 6 và 7", "điểm b các khoản 1, 2 Điều 8": the units stand in each of the larger units behind them."""
    j = i + word_at(tokens, i, *INNER)
    several = _item(tokens, j) if word_at(tokens, j, "các", "những") else None
    if not several or not all(r.steps and RANK[r.steps[-1].kind] < RANK[refs[0].top or Kind.QUY_CHE] for r in several[0]):
        return refs, i
    above, end = several
    if any(r.through or r.part is not Part.WHOLE or r.steps[-1].kind is Kind.MAU for r in above):
        return refs, i
    # (the larger units may themselves be named without their own: they are completed with the rest)
    spread = [replace(r, steps=(*a.steps, *r.steps), joined=",") for a in above for r in refs]
    spread[-1] = replace(spread[-1], joined="")
    return spread, end


def _titles(tokens: Sequence[Token], i: int, kind: Kind, begin: int) -> tuple[list[Ref], int] | None:
    refs: list[Ref] = []
    while label := label_at(tokens, i, kind):
        name, i = label
        refs.append(Ref(steps=(Step(kind, key(name)),), part=Part.HEADING, joined="và", at=begin))
        sep, j = separator_at(tokens, i)
        following = unit_at(tokens, j) if sep else None
        if not following or following[0] is not kind:
            break
        i = following[1]
    return (refs, i) if refs else None


def _range_end(tokens: Sequence[Token], i: int, kind: Kind) -> tuple[str | None, int]:
    """The last label of a range ("… đến khoản 11", "… đến hết Điều 18"), and the index behind it."""
    if not word_at(tokens, i, "đến", "tới"):
        return None, i
    j = i + 1
    if word_at(tokens, j, "hết"):
        j += 1
    unit = unit_at(tokens, j)
    if unit and unit[0] is kind:
        j = unit[1]
    label = label_at(tokens, j, kind)
    return (label[0], label[1]) if label else (None, i)


def _parents(tokens: Sequence[Token], i: int, kind: Kind) -> tuple[tuple[Step, ...], int]:
    """The chain of larger units behind a unit, large to small, and the index behind it."""
    chain: list[Step] = []
    rank = RANK[kind]
    while True:
        j = i
        if inside := word_at(tokens, j, *INNER):
            j += 1
        unit = unit_at(tokens, j)
        if unit and unit[0] is Kind.BANG and kind in (Kind.HANG, Kind.COT) and word_at(tokens, unit[1], *INNER):
            j = unit[1] + 1  # "số thứ tự 3 của bảng tại khoản 2": the one table of that unit
            unit = unit_at(tokens, j)
        # "mục 1 Phụ lục II": an annex numbers its own sections, so that a section may stand in an annex and a row in a section.
        annexed = inside and unit is not None and unit[0] is kind is Kind.PHU_LUC  # "Phụ lục 1A thuộc Phụ lục I"
        if not unit or (RANK[unit[0]] >= rank and not (annexed and not chain)):
            break
        label = label_at(tokens, unit[1], unit[0])
        if not label:
            if unit[0] is Kind.PHU_LUC and annex_alone(tokens, unit[1]):
                label = ("", unit[1])
            else:
                break
        sep, k = separator_at(tokens, label[1])
        if sep in (",", "và") and label_at(tokens, k, unit[0]) and unit[0] in (Kind.KHOAN, Kind.DIEM, Kind.DIEU):
            break  # "một số điểm của khoản 1, 2": a list cannot be a parent
        chain.append(Step(unit[0], key(unit[2] + label[0])))
        rank, i = RANK[unit[0]], label[1]
    return tuple(reversed(chain)), i
