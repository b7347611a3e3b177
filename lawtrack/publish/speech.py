"""What pages and listings say: names of actions, reasons, states and days, in Vietnamese or English."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from lawtrack.law.address import Address, kind_name
from lawtrack.law.change import Change, Outcome, Status
from lawtrack.law.document import ERRATA, Authority, Meta
from lawtrack.law.effect import Bounded, Effect, Event, Unknown, When
from lawtrack.law.message import Message, day_words, filled
from lawtrack.law.operation import Action, Operation, Part, Position
from lawtrack.law.refusal import REASONS, Reason, Refusal
from lawtrack.publish.catalogue import catalogue


def N_(message: str) -> str:
    """Marks a message for the catalogue; translated later."""
    return message


# The groups a reader filters by: (group, sign, name). The sign says what the colour says.
GROUPS = {
    "substitute": ("≠", N_("Amended")),
    "insert": ("+", N_("Added")),
    "repeal": ("−", N_("Repealed")),
    "phrase": ("“”", N_("Words")),
    "heading": ("T", N_("Title")),
    "order": ("#", N_("Numbering")),
    "act": ("§", N_("Whole act")),
    "time": ("◷", N_("In time")),
    "correct": ("✓", N_("Correction")),
    "manual": ("?", N_("By hand")),
}
_GROUP_OF = {
    Action.SUBSTITUTE: "substitute",
    Action.INSERT: "insert",
    Action.REPEAL: "repeal",
    Action.RETITLE: "heading",
    Action.REPLACE_TEXT: "phrase",
    Action.DELETE_TEXT: "phrase",
    Action.INSERT_TEXT: "phrase",
    Action.RENUMBER: "order",
    Action.UNWRAP: "order",
    Action.ENACT: "time",
    Action.REPLACE_DOCUMENT: "act",
    Action.REPEAL_DOCUMENT: "act",
    Action.SUSPEND: "time",
    Action.REVIVE: "time",
    Action.OVERLAY: "time",
    Action.CORRECT: "correct",
    Action.MANUAL: "manual",
}
_ACTIONS = {
    Action.ENACT: N_("comes into force"),
    Action.SUBSTITUTE: N_("amended"),
    Action.INSERT: N_("added"),
    Action.REPEAL: N_("repealed"),
    Action.RETITLE: N_("title changed"),
    Action.REPLACE_TEXT: N_("words replaced"),
    Action.DELETE_TEXT: N_("words deleted"),
    Action.INSERT_TEXT: N_("words added"),
    Action.RENUMBER: N_("renumbered"),
    Action.UNWRAP: N_("heading removed, its articles kept"),
    Action.REPLACE_DOCUMENT: N_("act replaced"),
    Action.REPEAL_DOCUMENT: N_("act repealed"),
    Action.SUSPEND: N_("suspended"),
    Action.REVIVE: N_("suspension ends"),
    Action.OVERLAY: N_("other words for a time"),
    Action.CORRECT: N_("corrected"),
    Action.MANUAL: N_("to be decided by an editor"),
}
_STATUS = {
    Status.NOT_YET: ("○", N_("Not yet in force")),
    Status.IN_FORCE: ("●", N_("In force")),
    Status.PARTLY_EXPIRED: ("◐", N_("Partly expired")),
    Status.SUSPENDED: ("◫", N_("Suspended")),
    Status.EXPIRED: ("✕", N_("Expired")),
    Status.UNCERTAIN: ("?", N_("Uncertain")),
    Status.UNKNOWN: ("?", N_("Day of effect not known")),
}
_AUTHORITY = {
    Authority.OFFICIAL: N_("official text"),
    Authority.TRANSLATION: N_("translation"),
    Authority.REPORTED: N_("known from press reports only"),
    Authority.DRAFT: N_("draft bill"),
}
_NOTICES = {
    Authority.TRANSLATION: N_("Translation, not an official text: the Vietnamese original prevails."),
    Authority.REPORTED: N_("Not an official text: built from what press reports state; the wording of the act is not in hand."),
    Authority.DRAFT: N_("Draft bill: not law. Its words may never come into force as they stand here."),
}
_OUTCOMES = {Outcome.APPLIED: N_("applied"), Outcome.REFUSED: N_("refused"), Outcome.MANUAL: N_("left to an editor")}
_PARTS = {Part.HEADING: N_("title of"), Part.LEAD: N_("opening paragraph of"), Part.TAIL: N_("closing paragraph of")}

_INSERTED = {
    Position.AFTER: N_("{place} (after {anchor})"),
    Position.BEFORE: N_("{place} (before {anchor})"),
    Position.INTO: N_("{place} (into {anchor})"),
}


def group_of(action: Action) -> str:
    """The group of `GROUPS` an action belongs to."""
    return _GROUP_OF[action]


@dataclass(frozen=True, slots=True)
class Speech:
    """Everything said in one language."""

    language: str = "vi"

    def __call__(self, message: str, **values: object) -> str:
        """`message` in the language, with `{name}` places filled."""
        text = catalogue(self.language).gettext(message)
        return text.format(**values) if values else text

    def count(self, one: str, many: str, n: int, **values: object) -> str:
        """The message for `n` things, with `{n}` filled."""
        return catalogue(self.language).ngettext(one, many, n).format(n=n, **values)

    def day(self, day: date | None) -> str:
        """A day as the language writes it: "01/3/2026" (as acts do: no leading zero from the third month on), "1 March 2026"."""
        if day is None:
            return self("day not known")
        return day_words(day, self.language)

    def when(self, when: When) -> str:
        """A point in time, in words."""
        match when:
            case Bounded():
                return self(
                    "between {first} and {last}, the day is not known", first=self.day(when.not_before), last=self.day(when.not_after)
                )
            case Event():
                return self("when it happens: {event}", event=when.text)
            case Unknown():
                return self("day not known") + (f" ({self.told(when.why)})" if when.why else "")
            case _:
                return self.day(when)

    def effect(self, effect: Effect) -> str:
        """From when until when, and for whom, in words."""
        start = effect.start
        if isinstance(start, Bounded) and effect.for_some:
            said = self("from {first} for some, from {last} for all", first=self.day(start.not_before), last=self.day(start.not_after))
        else:
            said = self("from {when}", when=self.when(start)) if isinstance(start, date) else self.when(start)
        if effect.end is not None:
            said += ", " + self("until {when}", when=self.when(effect.end))
        return said + (f" ({effect.scope})" if effect.scope else "")

    def address(self, address: Address) -> str:
        """An address as the language prints it; "the whole act" for the empty one."""
        if not address:
            return self("the whole act")
        return address.english() if self.language == "en" else address.vietnamese()

    def place(self, operation: Operation) -> str:
        """The provision that commands; a report may tell what an act does without telling by which of its provisions."""
        return self.address(operation.origin.address) if operation.origin.address else self("provision not known")

    def source(self, operation: Operation, act: str) -> str:
        """The provision that commands, with its act; the act alone where the provision is not known."""
        if not operation.origin.address:
            return act
        return self("{place} of {act}", place=self.address(operation.origin.address), act=act)

    def target(self, operation: Operation) -> str:
        """What an operation acts on, in words, the act left out."""
        where = self.address(operation.target.address)
        part = _PARTS.get(operation.target.part)
        return f"{self(part)} {where}" if part else where

    def subject(self, change: Change) -> str:
        """What a change is about: the unit that came in and its place, or the unit acted on."""
        operation = change.operation
        target, about = operation.target.address, operation.about
        if operation.action is not Action.INSERT or about == (target,):
            return self.target(operation)
        place = self.units((change.address, *about[1:]) if change.outcome is Outcome.APPLIED and change.address else about)
        if not target:
            return place
        frame = _INSERTED.get(operation.position or Position.INTO, _INSERTED[Position.INTO])
        beside = operation.position in (Position.AFTER, Position.BEFORE) and target.parent == about[0].parent
        return self(frame, place=place, anchor=self.address(Address(target.steps[-1:]) if beside else target))

    def units(self, addresses: Sequence[Address]) -> str:
        """Several units of one kind in one place ("các điểm b1, b2 khoản 1 Điều 32"); of others the first."""
        first = addresses[0]
        if len(addresses) == 1 or any(
            a.parent != first.parent or a.last is None or first.last is None or a.last.kind is not first.last.kind for a in addresses
        ):
            return self.address(first)
        labels = ", ".join(self.label(a) for a in addresses)
        one = kind_name(addresses[0].steps[-1].kind, self.language)
        if self.language == "en":
            return ", ".join(filter(None, [f"{one.capitalize()}s {labels}", first.parent.english()]))
        return f"các {one} {labels} {first.parent.vietnamese()}".strip()

    def label(self, address: Address) -> str:
        """The label of the innermost unit alone: "5a"."""
        label = address.steps[-1].label
        return label.replace("đ", "dd") if self.language == "en" else label

    def action(self, action: Action) -> str:
        """What was done, in words."""
        return self(_ACTIONS[action])

    def group(self, group: str) -> str:
        """The name of a group of actions."""
        return self(GROUPS[group][1])

    def told(self, message: str) -> str:
        """A message of a lower room in the language; words that are no message of the catalogue as they are."""
        if not isinstance(message, Message):
            return catalogue(self.language).gettext(message) if message else ""
        text = catalogue(self.language).gettext(message.template) if message.template else ""
        return filled(text, message.values, self.language, self.told)

    def sentence(self, message: str) -> str:
        """`told`, beginning with a capital letter as a sentence does."""
        said = self.told(message)
        return said[:1].upper() + said[1:]

    def why(self, refusal: Refusal) -> str:
        """Why not, in one sentence: what it was here, or where nothing is said of that the kind of the reason."""
        return self.sentence(refusal.message) or self.sentence(REASONS[refusal.reason])

    def details(self, refusal: Refusal) -> list[tuple[str, str]]:
        """What stands below the reason, as (label, words): what was expected and found, unless the message says it, what the refusal
        has to do with, and what to do now."""
        message = self.told(refusal.message)
        rows = [(self("Expected"), refusal.expected), (self("Found"), refusal.found)]
        rows = [(label, words) for label, words in rows if words and words.lower() not in message.lower()]
        rows += [(self("With"), ", ".join(refusal.others))] if refusal.others else []
        return [*rows, (self("What to do"), self.sentence(refusal.remedy))]

    def reason(self, reason: Reason) -> str:
        """Why not, in words."""
        return self(REASONS[reason])

    def outcome(self, outcome: Outcome) -> str:
        """What became of it, in words."""
        return self(_OUTCOMES[outcome])

    def status(self, status: Status) -> str:
        """Whether an act holds, in words."""
        return self(_STATUS[status][1])

    def status_sign(self, status: Status) -> str:
        """The sign that stands beside the words of a status."""
        return _STATUS[status][0]

    def authority(self, authority: Authority) -> str:
        """What stands behind a text, in words."""
        return self(_AUTHORITY[authority])

    def notice(self, authority: Authority) -> str:
        """What has to be said above a text of this authority; "" for an official one."""
        return self(_NOTICES[authority]) if authority in _NOTICES else ""

    def mended(self, meta: Meta, of: bool = False) -> str:
        """What has to be said of the misprints that were put right in a text; `of`: with the number of the act. "" where there are none."""
        words = dict(meta.extra).get(ERRATA, "")
        if not words:
            return ""
        if of:
            return self("Misprints of the source of {act} put right here: {words}", act=meta.number, words=words)
        return self("Misprints of the source put right here: {words}", words=words)

    def computed(self) -> str:
        """What has to be said on every computed text. Ordinance 01/2012/UBTVQH13, article 9: the originals prevail."""
        return self("Computed text, not a certified consolidation: the acts as published prevail.")

    def name(self, meta: Meta) -> str:
        """An act by kind and number: "Nghị định 63/2020/NĐ-CP", "Decree 63/2020/NĐ-CP"."""
        kind = self.kind(meta.kind)
        return f"{kind[:1].upper()}{kind[1:]} {meta.number}".strip()

    def kind(self, kind: str) -> str:
        """The kind of act in the language; as the act says it where it is not known."""
        return (_KINDS if self.language == "en" else _KINDS_VI).get(kind, kind)


_KINDS = {
    "luật": "law",
    "bộ luật": "code",
    "nghị định": "decree",
    "nghị quyết": "resolution",
    "quyết định": "decision",
    "thông tư": "circular",
    "thông tư liên tịch": "joint circular",
    "văn bản hợp nhất": "consolidated document",
    "pháp lệnh": "ordinance",
    "lệnh": "order",
    "chỉ thị": "directive",
    "hiến pháp": "constitution",
}
_KINDS_VI = {english: vietnamese for vietnamese, english in _KINDS.items()}
