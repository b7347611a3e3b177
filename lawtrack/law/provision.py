"""Provisions: the tree of a legal text.

Units: Law 64/2025/QH15, article 7(2), and Decree 78/2025/NĐ-CP, article 63: phần, chương, mục, tiểu mục, điều, khoản, điểm.
Below and between them acts have units the rules do not name and commands address all the same: đoạn (unnumbered paragraph),
gạch đầu dòng (bullet), tiết, annexes, tables and their rows.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field, replace
from enum import StrEnum

ABOVE = "〃"
"""The text of a table cell merged with the cell above it."""


class Kind(StrEnum):
    """The kinds of unit; the value is the word of addresses."""

    VAN_BAN = "van-ban"  # the document itself: root of the tree
    QUY_CHE = "quy-che"  # a regulation "ban hành kèm theo": its own root, numbering restarts
    PHU_LUC = "phu-luc"  # annex
    MAU = "mau"  # a form ("Mẫu số 02"), of an annex or by itself
    PHAN = "phan"
    CHUONG = "chuong"
    MUC = "muc"
    TIEU_MUC = "tieu-muc"
    DIEU = "dieu"
    KHOAN = "khoan"
    DIEM = "diem"
    TIET = "tiet"  # a labelled unit below điểm: (i), b1) native, i)
    GACH = "gach"  # a bullet
    DOAN = "doan"  # an unnumbered paragraph
    BANG = "bang"  # a table
    HANG = "hang"  # a row of a table
    CAU = "cau"  # a sentence of a paragraph: addressed, never a unit of the tree
    COT = "cot"  # a cell of a row, by its column: addressed, never a unit of the tree
    TRICH = "trich"  # a quotation in an amending act: raw lines, quotation marks and all, in `text`


CONTAINERS = (Kind.PHAN, Kind.CHUONG, Kind.MUC, Kind.TIEU_MUC)
ENCLOSED = (Kind.QUY_CHE, Kind.PHU_LUC, Kind.MAU)
"""What is issued with an act and stands behind its articles: numbering restarts in each."""
ROOTS = (Kind.VAN_BAN, *ENCLOSED)
INNER = (Kind.CAU, Kind.COT)
"""Stretches of the words of a unit that commands address: the last step of an address, and no units."""
UNLABELLED = (Kind.DOAN, Kind.GACH, Kind.BANG, Kind.TRICH)


class State(StrEnum):
    """Whether the words of a provision hold on the day the tree is read for."""

    IN_FORCE = "in-force"
    REPEALED = "repealed"  # kept as a place: label, no words ("được bãi bỏ", Ordinance 01/2012/UBTVQH13, article 16)
    SUSPENDED = "suspended"  # words kept, of no effect for now ("ngưng hiệu lực")


@dataclass(frozen=True, slots=True)
class Provision:
    """One unit.

    label     as printed, without its punctuation: "45a", "đ1", "VIIa", "thứ nhất"; "" for unlabelled kinds
    heading   the title of a điều, container or annex; "" for the rest
    text      the unit's own words: for khoản, điểm, tiết, gạch, đoạn what stands behind the label, one paragraph. A điều has none: its
              opening paragraphs are đoạn children. TRICH keeps raw lines joined by "\\n".
    children  in document order, never sorted by label
    cells     of a HANG only: one text a column, `ABOVE` where merged with the row above
    mark      the label as printed where it is not the usual print of its kind ("1-", "(iii)", "a.", "Điều 5:"), else ""
    state     see `State`
    uid       identity: act and address under which the unit came into being ("63/2020/NĐ-CP#dieu-5.khoan-2"); survives renumbering.
              Given by the engine, "" in a document that was only read. Not compared.
    causes    ids of the operations that made the unit what it is, oldest first. Given by the engine. Not compared.
    """

    kind: Kind
    label: str = ""
    heading: str = ""
    text: str = ""
    children: tuple[Provision, ...] = ()
    cells: tuple[str, ...] = ()
    mark: str = ""
    state: State = State.IN_FORCE
    uid: str = field(default="", compare=False)
    causes: tuple[str, ...] = field(default=(), compare=False)

    def walk(self) -> Iterator[Provision]:
        """This unit and every unit below it, in document order."""
        waiting = [self]
        while waiting:
            unit = waiting.pop()
            yield unit
            waiting += unit.children[::-1]

    def with_children(self, children: tuple[Provision, ...]) -> Provision:
        """A copy with other children."""
        return replace(self, children=children)

    @property
    def repealed(self) -> bool:
        """Whether only the place of the unit is left."""
        return self.state is State.REPEALED
