"""What the writer writes on: the lines of a file, the headings open at a place, and articles printed before."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from lawtrack.law import Provision


@dataclass(frozen=True, slots=True)
class Printed:
    """A unit under a heading of its own, with no other heading below it, as it was printed."""

    unit: Provision
    language: str
    text: str
    after_item: bool


class Sheet:
    """The lines of the file: blocks with an empty line between them, items of a list without. `before` are articles as they were printed
    before, by the identity of their unit; `articles` those of this file."""

    def __init__(self, language: str, before: Mapping[int, Printed] = MappingProxyType({})) -> None:
        self.lines: list[str] = []
        self.language = language
        self.after_item = False
        self.before = before
        self.articles: dict[int, Printed] = {}

    def again(self, unit: Provision) -> bool:
        """Puts in an article that was printed before; False where it was not."""
        known = self.before.get(id(unit))
        if known is None or known.unit is not unit or known.language != self.language:
            return False
        self.lines.append(known.text)
        self.after_item = known.after_item
        self.articles[id(unit)] = known
        return True

    def keep(self, unit: Provision, start: int) -> None:
        """Remembers an article printed from line `start` on."""
        text = "\n".join(self.lines[start:])
        self.lines[start:] = [text]
        self.articles[id(unit)] = Printed(unit, self.language, text, self.after_item)

    def block(self, line: str) -> None:
        if self.lines:
            self.lines.append("")
        self.lines.append(line)
        self.after_item = False

    def more(self, line: str) -> None:
        self.lines.append(line)

    def item(self, line: str) -> None:
        if self.lines and not self.after_item:
            self.lines.append("")
        self.lines.append(line)
        self.after_item = True

    def text(self) -> str:
        return "\n".join(self.lines) + "\n"


class Headings:
    """The headings open at this place, as the reader will see them: their ranks, outermost first."""

    def __init__(self) -> None:
        self.ranks: list[int] = []

    def heading(self, rank: int) -> int:
        """The number of headings that stay open above a new one of that rank."""
        depth = len(self.ranks)
        while depth and self.ranks[depth - 1] >= rank:
            depth -= 1
        return depth
