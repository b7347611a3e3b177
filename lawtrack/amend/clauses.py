"""What a sentence of command says, before it is known which tree and which quotation it speaks of."""

from __future__ import annotations

from dataclasses import dataclass, field
from enum import StrEnum

from lawtrack.amend.cited import Cited
from lawtrack.amend.references import Ref
from lawtrack.law.message import Message
from lawtrack.law.operation import Place, Position


class Verb(StrEnum):
    """The verbs of command."""

    SUBSTITUTE = "substitute"
    INSERT = "insert"
    REPEAL = "repeal"
    REPLACE = "replace"
    CORRECT = "correct"
    RENUMBER = "renumber"
    RECAST = "recast"  # units merged into fewer, or one split into several
    SUSPEND = "suspend"
    REVIVE = "revive"
    OVERLAY = "overlay"  # "từ ngày … đến ngày … được áp dụng như sau"
    EXPIRE = "expire"  # "hết hiệu lực"


@dataclass(frozen=True, slots=True)
class Words:
    """One change of words: `find` and `put` as quoted, `anchor` with `place`, and the places it is made at (empty: not said here)."""

    find: str = ""
    put: str = ""
    anchor: str = ""
    place: Place | None = None
    places: tuple[Ref, ...] = ()
    whole: bool = False  # "trong toàn bộ Nghị định"
    sentence: bool = False  # what comes in is called "câu"
    nth: int | None = None  # "xuất hiện lần thứ hai": which of the places of `find` or `anchor`; 0 is the last
    act: Cited | None = None  # the act that is meant as a whole, where the words name it


@dataclass(frozen=True, slots=True)
class Clause:
    """One verb with what belongs to it.

    objects   units acted on (SUBSTITUTE, REPEAL) or to come in (INSERT)
    at        the neighbours or the receiver of an insertion, the new names of a renumbering
    words     changes of words
    acts      whole acts acted on
    generic   the object is only "một số điều, khoản": a frame for what follows
    by        what stands in the place of the objects ("bằng Phụ lục … ban hành kèm theo Thông tư này")
    described the change is described, not quoted ("các nội dung quy định về … tại …"): the description
    content   what comes in is called "nội dung": words or a paragraph, which is not said
    sentence  what comes in is called "câu"
    unread    words the grammar does not know: the command is heard, not understood
    """

    verb: Verb
    objects: tuple[Ref, ...] = ()
    at: tuple[Ref, ...] = ()
    position: Position | None = None
    words: tuple[Words, ...] = ()
    acts: tuple[Cited, ...] = ()
    generic: bool = False
    by: tuple[Ref, ...] = ()
    by_act: Cited | None = None
    described: str = ""
    content: bool = False
    sentence: bool = False
    unread: str = ""
    joined: str = ""  # the separator in front: "", ",", "và", ";"
    quoted: tuple[str, ...] = ()  # units quoted in the line itself ("… như sau: “c) …”")


@dataclass(frozen=True, slots=True)
class Sentence:
    """A command line: its clauses; `act`, the act that the line as a whole is about; `scope`, units that the line sets for the lines
    below ("một số khoản của Điều 8"); `opens`, whether words or lines are announced ("như sau:"); `attached`, whether the line speaks
    of the regulation attached to the act ("một số điều của Quy chế … ban hành kèm theo …")."""

    text: str
    clauses: tuple[Clause, ...]
    act: Cited | None = None
    scope: tuple[Ref, ...] = ()
    opens: bool = False
    doubts: tuple[Message, ...] = field(default=())
    attached: bool = False

    @property
    def whole(self) -> bool:
        """Whether nothing has to follow: units or acts to repeal, words with their places, what comes in named with its act."""
        return any(
            (c.verb is Verb.REPEAL and (c.objects or c.acts)) or any(w.places or w.whole for w in c.words) or c.by or c.by_act
            for c in self.clauses
        )
