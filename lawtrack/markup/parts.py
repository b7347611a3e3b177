"""What the reader of Markdown holds while it reads."""

from __future__ import annotations

from dataclasses import dataclass, field

from lawtrack.law import Kind, Provision, State


@dataclass(slots=True)
class Open:
    """A unit in the making."""

    provision: Provision
    rank: int = 0
    children: list[Provision | Open] = field(default_factory=list)

    def done(self) -> Provision:
        children = tuple(child.done() if isinstance(child, Open) else child for child in self.children)
        return self.provision.with_children(children) if children else self.provision


@dataclass(slots=True)
class Notes:
    """What the notes behind a label say."""

    kind: tuple[Kind, str] | None = None
    state: State = State.IN_FORCE
    level: int | None = None
    empty: bool = False
    no_cell: bool = False
    verbatim: bool = False


@dataclass(slots=True)
class Line:
    """A line taken apart: the bold label, notes, the bold heading, and the rest."""

    printed: str | None
    notes: Notes
    heading: str
    text: str
    noted: bool
