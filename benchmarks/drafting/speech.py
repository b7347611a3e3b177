"""How a drafter names units, and how he prints new words between quotation marks."""

from __future__ import annotations

import random
from dataclasses import dataclass

from drafting.tree import CONTAINERS, ENCLOSED, Tree, Unit

NAMES = {
    "phan": "Phần",
    "chuong": "Chương",
    "muc": "Mục",
    "tieu-muc": "Tiểu mục",
    "dieu": "Điều",
    "khoan": "khoản",
    "diem": "điểm",
    "tiet": "tiết",
    "gach": "gạch đầu dòng",
    "doan": "đoạn",
}
ORDINALS = ("thứ nhất", "thứ hai", "thứ ba", "thứ tư", "thứ năm", "thứ sáu")


@dataclass(frozen=True)
class Style:
    """The habits of one drafter.

    capitals  "Khoản 2 Điều 5" everywhere, as older acts write
    commas    "điểm a, khoản 2, Điều 5"
    straight  quotation marks that do not tell opening from closing
    closers   what stands behind the new words
    unclosed  the closing mark is forgotten
    announce  "như sau:" stands in front of new words
    """

    capitals: bool = False
    commas: bool = False
    straight: bool = False
    closers: tuple[str, ...] = ("”.", "”", "”;")
    unclosed: bool = False
    announce: bool = True
    wrapped: int = 0


def style(rng: random.Random) -> Style:
    """A drafter."""
    closers = rng.choice([("”.",), ("”",), ("”;",), ("”.", "”;"), ("”.", "”")])
    return Style(
        capitals=rng.random() < 0.15,
        commas=rng.random() < 0.08,
        straight=rng.random() < 0.12,
        closers=closers,
        unclosed=rng.random() < 0.05,
        wrapped=rng.choice([70, 85, 100]) if rng.random() < 0.08 else 0,
    )


class Speech:
    """Names and quotations in one style."""

    def __init__(self, rng: random.Random, tree: Tree, style: Style) -> None:
        self.rng, self.tree, self.style = rng, tree, style

    def name(self, unit: Unit) -> str:
        """The unit by its own label: "khoản 2", "Điều 5a", "Chương II"."""
        word = NAMES[unit.kind]
        return f"{word[0].upper() + word[1:] if self.style.capitals else word} {unit.label}".strip()

    def behind(self, unit: Unit, upto: Unit | None = None) -> str:
        """What stands behind the name of a unit: " khoản 2 Điều 5"; `upto` is not said any more. An article is named without its
        chapter, a section with it."""
        parts = []
        for above in self.tree.above(unit):
            if upto is not None and above.id == upto.id:
                break
            if above.kind in ENCLOSED or (above.kind in CONTAINERS and unit.kind not in CONTAINERS):
                break
            parts.append(self.name(above))
        comma = ", " if self.style.commas else " "
        return "".join(comma + p for p in parts)

    def place(self, unit: Unit, upto: Unit | None = None) -> str:
        """The unit with what holds it: "điểm b khoản 2 Điều 5"."""
        return self.name(unit) + self.behind(unit, upto)

    def names(self, units: list[Unit]) -> str:
        """Units of one kind under one parent: "các khoản 2, 3 và 4"."""
        if len(units) == 1:
            return self.name(units[0])
        labels = [u.label for u in units]
        word = NAMES[units[0].kind]
        match self.rng.randrange(3 if len(units) == 2 else 2):
            case 0:
                low = word[0].lower() + word[1:] if word == "Điều" else word
                return f"các {low} {', '.join(labels[:-1])} và {labels[-1]}"
            case 1:
                return f"{', '.join(self.name(u) for u in units[:-1])} và {self.name(units[-1])}"
            case _:
                return f"{self.name(units[0])}, {self.name(units[1])}"

    def places(self, units: list[Unit]) -> str:
        """Places of any kind, one behind the other, each with all that holds it."""
        said = [self.place(u) for u in units]
        return said[0] if len(said) == 1 else f"{', '.join(said[:-1])} và {said[-1]}"

    def marks(self) -> tuple[str, str]:
        """The quotation marks of this drafter."""
        return ('"', '"') if self.style.straight else ("“", "”")

    def words(self, text: str) -> str:
        """Words in quotation marks inside a sentence."""
        opening, closing = self.marks()
        return f"{opening}{text}{closing}"

    def quote_each(self, units: list[Unit]) -> list[str]:
        """Each unit between marks of its own, or all between one pair."""
        if self.rng.random() < 0.85:
            return self.quote([line for u in units for line in printed(u)])
        return [line for u in units for line in self.quote(printed(u))]

    def quote(self, lines: list[str], last: bool = True) -> list[str]:
        """New words between quotation marks, with what this drafter puts behind them."""
        opening, closing = self.marks()
        closer = self.rng.choice(self.style.closers).replace("”", closing)
        if self.style.unclosed and self.rng.random() < 0.4:
            closer = ""
        return [opening + lines[0], *lines[1:-1], lines[-1] + closer] if len(lines) > 1 else [opening + lines[0] + closer]


def printed(unit: Unit, bare: bool = False) -> list[str]:
    """A unit as a quotation prints it; `bare`: without its own label. A container has its title on a line of its own."""
    own = [f"{NAMES[unit.kind]} {unit.label}", unit.words] if unit.kind in CONTAINERS else [unit.words if bare else unit.line]
    return own + [line for child in unit.children for line in printed(child)]
