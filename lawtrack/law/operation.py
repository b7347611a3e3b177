"""Operations: what one command of an amending act does to one provision. Immutable, and pure data: no sentences to read again."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from lawtrack.law.address import Address
from lawtrack.law.effect import Effect
from lawtrack.law.provision import Kind, Provision
from lawtrack.law.refusal import Refusal


class Action(StrEnum):
    """The operation set. Sources: `docs/language.md`; Decree 78/2025/NĐ-CP, articles 66-70."""

    ENACT = "enact"  # a new act, or a provision of it with a day of its own, comes into force
    SUBSTITUTE = "substitute"  # a unit (or its part) is replaced by the payload
    INSERT = "insert"  # the payload's units come in at `position`
    REPEAL = "repeal"  # a unit (or its part) goes; its place stays
    RETITLE = "retitle"  # the heading becomes `put`
    REPLACE_TEXT = "replace_text"  # `find` becomes `put` inside the target
    DELETE_TEXT = "delete_text"  # `find` goes inside the target
    INSERT_TEXT = "insert_text"  # `put` comes in at `place` of `anchor` inside the target
    RENUMBER = "renumber"  # the target takes the label `put`, and moves to `within` where that is named
    UNWRAP = "unwrap"  # a container goes, what it held stays
    REPLACE_DOCUMENT = "replace_document"  # the target act expires, this one stands in its place
    REPEAL_DOCUMENT = "repeal_document"  # the target act expires
    SUSPEND = "suspend"  # the target is without effect from start to end
    REVIVE = "revive"  # a suspension ends
    OVERLAY = "overlay"  # other words hold from start to end
    CORRECT = "correct"  # an erratum: `find` becomes `put`, retroactively to the corrected act's own effect
    MANUAL = "manual"  # understood to change the law, not computable: an editor decides


class Part(StrEnum):
    """Which part of the target is meant."""

    WHOLE = "whole"
    HEADING = "heading"  # tên điều, tên Chương, tiêu đề khoản
    LEAD = "lead"  # đoạn mở đầu, đoạn đầu, khổ đầu: the unit's own words in front of its numbered units
    TAIL = "tail"  # đoạn cuối, khổ cuối: the last unnumbered paragraph behind them
    BODY = "body"  # the whole of an article but its title, where the new words are quoted without label and title


class Position(StrEnum):
    """Where an insertion goes."""

    AFTER = "after"  # behind the anchor unit
    BEFORE = "before"
    INTO = "into"  # into the target, at the place its label gives ("Bổ sung khoản 3 vào Điều 16")
    START = "start"
    END = "end"


class Place(StrEnum):
    """Where words go, for `insert_text`."""

    AFTER = "after"
    BEFORE = "before"
    START = "start"
    END = "end"


@dataclass(frozen=True, slots=True)
class Target:
    """What is acted on.

    document  number of the act, tidied; "" where the command's words do not resolve to one (then the operation carries a refusal)
    address   of the unit; for INSERT with AFTER/BEFORE the anchor unit, with INTO/START/END the unit that receives. Empty: the whole act
    part      of the unit
    cited     the target act as the command words it, for messages
    through   the last unit of a range ("từ khoản 1 đến khoản 11"): the target is every unit from `address` to this one as they stand in
              the tree, the suffixed ones between them included; None for a single unit
    within    for INSERT with AFTER/BEFORE: the container the command names besides the neighbour ("vào sau Điều 120 trong Mục 4
              Chương VIII"); the payload comes to stand in that container. For RENUMBER: the unit the target stands in from then on, where
              it moves ("thành khoản 2 Điều 6", "sang Chương II"). Empty: none named
    """

    document: str = ""
    address: Address = Address()
    part: Part = Part.WHOLE
    cited: str = ""
    through: Address | None = None
    within: Address = Address()


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a command stands: number of the act, address of the unit that holds it, offsets in characters into the act's plain
    text (`lawtrack.law.plain.plain`), and the command as the act words it, without its quotation. `language` of the expression of
    the act that was read: its words amend texts in that language."""

    document: str
    address: Address = Address()
    start: int = 0
    end: int = 0
    text: str = ""
    language: str = "vi"


@dataclass(frozen=True, slots=True)
class Operation:
    """One action on one target.

    id        `<number>#<address>/<n>`: stable as long as the act's text is
    order     place in the act, counted from 0: the order in which one act's operations apply on one day
    payload   the units that come in (SUBSTITUTE, INSERT, OVERLAY); for parts LEAD and TAIL one DOAN; without uids
    find, put, anchor, place
              for text operations: words as quoted, without the quotation marks. `anchor` is also "the words before or behind" of a
              replacement ("dấu “,” … sau từ “trao đổi”"), with `place`
    count     how often `find` (or `anchor`) has to stand in the target: None means once or more, each time
    nth       which of the places of `find` (or `anchor`) in the target is meant, counted from 1 in its words before the act; 0 is the
              last; None means each of them
    refusal   set where the command was heard and cannot be applied by machine; action then says what is known of it
    also      other ids that belong to the same command
    """

    id: str
    origin: Origin
    action: Action
    target: Target
    effect: Effect = Effect()
    order: int = 0
    payload: tuple[Provision, ...] = ()
    position: Position | None = None
    find: str = ""
    put: str = ""
    anchor: str = ""
    place: Place | None = None
    count: int | None = None
    nth: int | None = None
    refusal: Refusal | None = None
    also: tuple[str, ...] = field(default=())

    @property
    def about(self) -> tuple[Address, ...]:
        """The units the operation is about: for an insertion those that come in, as far as they have labels; else the target."""
        target = self.target.address
        if self.action is not Action.INSERT or not self.payload or not self.payload[0].label:
            return (target,)
        base = target if self.position in (Position.INTO, Position.START, Position.END) else target.parent
        root = base.root
        return tuple((root if u.kind is Kind.DIEU else base).child(u.kind, u.label) for u in self.payload if u.label)
