"""Commands that an act leaves to its annexes: lists of what goes, and rules that hold in place of those of other acts.

A row of a list is a command where it names its act, and the units of it, in full. Everything else of the annex is left to an editor, with
its words: nothing in it is passed over. A list of acts "to be amended" ("văn bản cần sửa đổi") orders others to amend them, and changes
none.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from types import ModuleType

from lawtrack.amend.account import Role
from lawtrack.amend.carrying import complete
from lawtrack.amend.cited import Cited, read_act
from lawtrack.amend.clauses import Clause, Sentence, Verb
from lawtrack.amend.draft import Draft, manual
from lawtrack.amend.drafts import drafts
from lawtrack.amend.emission import Emission
from lawtrack.amend.frames import Frame
from lawtrack.amend.listed import Row, rows_of
from lawtrack.amend.pointing import Pointing, as_a_whole, in_part
from lawtrack.amend.provenance import without_provenance
from lawtrack.amend.references import Ref, read_refs
from lawtrack.amend.references import Role as Standing
from lawtrack.amend.tokens import Sort, tokenize
from lawtrack.law.address import Address, addressed
from lawtrack.law.message import Message
from lawtrack.law.operation import Action
from lawtrack.law.plain import own_line
from lawtrack.law.provision import CONTAINERS, Kind, Provision
from lawtrack.law.refusal import Reason, Refusal

_FUTURE = re.compile(r"\bcần\s+(?:được\s+)?(?:sửa|bãi|thay|ban\s+hành|hoàn\s+thiện)", re.IGNORECASE)
_ISSUED = re.compile(r"^\(?\s*(?:ban hành\s+)?kèm theo\b", re.IGNORECASE)
_HEADER = re.compile(r"^(?:STT|TT|Số TT|Số thứ tự)\.?$", re.IGNORECASE)
_GOING = re.compile(r"\b(?:bãi bỏ|hết hiệu lực)\b", re.IGNORECASE)
# where a line begins to say what is to be done
_NOT = re.compile(r"\W*không\s+(?:thực\s+hiện|áp\s+dụng)\b", re.IGNORECASE)
_PREDICATE = re.compile(
    r"\b(?:được\s+)?(?:thực\s+hiện|áp\s+dụng)\s+(?:theo|như)\b|\bnhư\s+sau\b|\b(?:phải|bảo\s+đảm|đáp\s+ứng|thuộc\s+thẩm\s+quyền)\b",
    re.IGNORECASE,
)


@dataclass(slots=True)
class Annexes:
    """Reads annexes of one act. `children` reads units below a frame as it reads the articles of the act."""

    emission: Emission
    roles: dict[int, Role]
    tongue: ModuleType
    children: Callable[[Sequence[Provision], Frame], bool]
    doubts: list[Message]
    read: set[int] = field(default_factory=set)

    def follow(self, unit: Provision, line: str, pointing: Pointing, frame: Frame) -> None:
        """Reads the annexes that `line`, which stands in `unit`, points to."""
        below = replace(
            frame, sentence=None, base=Address(), act=None, lines=((line, False),), zone=True, inside=True, via=self.emission.at(unit, line)
        )
        for address in pointing.annexes:
            annex = self._annex(address)
            if annex is None:
                unnamed = Message("the annex to which this line leaves what changes does not stand in this act")
                named = Message("{place:address}, to which this line leaves what changes, does not stand in this act", place=address)
                refusal = Refusal(
                    Reason.PAYLOAD_MISSING,
                    named if address.last and address.last.key else unnamed,
                    found=line,
                    remedy=Message("import the act with its annexes"),
                )
                self.emission.emit([Draft(Action.MANUAL, refusal=refusal)], unit, replace(frame, lines=()), line)
                continue
            self.emission.claimed.setdefault(id(unit), [])
            if id(annex) in self.read:
                continue
            self.read.add(id(annex))
            said = annex.with_children(tuple(c for c in annex.children if c.kind is not Kind.MAU))
            if pointing.lists:
                self._list(said.children, replace(below, partly=pointing.partly))
            else:
                self._rules(said, below)

    def _annex(self, address: Address) -> Provision | None:
        """The annex of that address; for one named without a number the only annex, or the only one whose title says that acts go."""
        body = self.emission.document.body
        annexes = [(a, p) for a, p in addressed(body) if p.kind is Kind.PHU_LUC]
        if address.last and address.last.key:
            found = [p for a, p in annexes if a == address]
            return found[0] if len(found) == 1 else None
        if len(annexes) > 1:
            annexes = [(a, p) for a, p in annexes if _GOING.search(p.heading)]
        return annexes[0][1] if len(annexes) == 1 else None

    # -- lists of what goes --------------------------------------------------------------------------------------------
    def _list(self, units: Sequence[Provision], frame: Frame) -> None:
        units = list(units)
        if any(u.kind is Kind.DOAN and _HEADER.match(u.text) for u in units):
            # the cells of a table, printed one below the other
            self._by_hand([u for u in units if not _ISSUED.match(u.text)], frame, Message("the rows of the table cannot be told apart"))
            return
        asked = Sentence(frame.lines[0][0], (Clause(Verb.REPEAL, generic=True),), opens=True)
        for unit in units:
            if unit.kind is Kind.BANG:
                for row in rows_of(unit):
                    frame = self._row(row, frame)
            elif unit.kind in CONTAINERS:
                self.roles[id(unit)] = Role.FORMALITY
                self._list(unit.children, _turned(frame, unit.heading))
            elif unit.kind is Kind.DOAN and (_ISSUED.match(unit.text) or unit.text.isupper()):
                self.roles[id(unit)] = Role.FORMALITY
                frame = _turned(frame, unit.text)
            elif any(c.kind is Kind.BANG for c in unit.children):
                self.roles[id(unit)] = Role.FORMALITY
                self._list(unit.children, _turned(frame, unit.text))
            elif any(c.kind in (Kind.DOAN, Kind.TRICH) for c in unit.walk() if c is not unit):
                self._by_hand([unit], frame, Message("paragraphs without a number stand behind the item"))
            else:
                turned = _turned(frame, unit.text)
                if not self.children([unit], replace(turned, sentence=asked)):
                    self._by_hand([unit], frame, Message("the item names neither an act nor a provision"))
                if not _names_act(unit.text):
                    frame = turned

    def _row(self, row: Row, frame: Frame) -> Frame:
        """Reads a row of a table; the frame for the rows behind it."""
        line = own_line(row.unit, self.emission.document.meta.language)
        if row.section:
            self.roles[id(row.unit)] = Role.FORMALITY
            return _turned(frame, line)
        self.roles[id(row.unit)] = Role.COMMAND
        made = self._going(row, frame)
        since = f" kể từ ngày {row.day}" if row.day and not row.day.lower().startswith(("kể", "từ")) else f" {row.day}"
        self.emission.emit(made, row.unit, frame, line, dated=since if row.day else "")
        return frame

    def _going(self, row: Row, frame: Frame) -> list[Draft]:
        if row.problem or row.act is None:
            refusal = Refusal(
                Reason.NOT_UNDERSTOOD,
                row.problem or Message("which act is meant is not said, or more than one is"),
                found=own_line(row.unit),
            )
            return [Draft(Action.MANUAL, act=row.act, refusal=refusal)]
        if row.open and not frame.wholly:
            refusal = Refusal(Reason.NOT_UNDERSTOOD, Message("the row does not say what of the act goes"), found=own_line(row.unit))
            return [Draft(Action.MANUAL, act=row.act, refusal=refusal)]
        if not row.units:
            return partly([Draft(Action.REPEAL_DOCUMENT, act=row.act)], frame.partly)
        sentence = self.tongue.read_sentence(row.units if self.tongue.is_command(row.units) else f"Bãi bỏ {row.units}")
        sentence = replace(sentence, clauses=tuple(_without_act(c) for c in sentence.clauses))
        made = [d if d.act is not None else replace(d, act=row.act) for d in drafts(sentence, Address(), None)]
        if made and not frame.wholly:
            return made
        whole = Message("the list is of acts that go as a whole, and the row names a part")
        problem = whole if made else Message("what goes is not named as a unit")
        return [Draft(Action.MANUAL, act=row.act, refusal=Refusal(Reason.NOT_UNDERSTOOD, problem, found=row.units))]

    def _by_hand(self, units: Sequence[Provision], frame: Frame, why: Message) -> None:
        """Leaves units to an editor, one operation each; paragraphs that follow each other share one."""
        before: Provision | None = None
        for unit in units:
            for part in unit.walk():
                self.roles[id(part)] = Role.UNCLAIMED
            if unit.kind is Kind.DOAN and before is not None and before.kind is Kind.DOAN:
                self.emission.claimed.setdefault(id(unit), []).append(self.emission.operations[-1].id)
                continue
            before = unit
            words = "\n".join(filter(None, (own_line(p) for p in unit.walk())))
            refusal = Refusal(Reason.UNCLAIMED_TEXT, Message("a list of what goes: {why}", why=why), found=words[:300])
            self.emission.emit([Draft(Action.MANUAL, refusal=refusal)], unit, frame, words)

    # -- rules in place of those of other acts ---------------------------------------------------------------------------
    def _rules(self, unit: Provision, frame: Frame, below: bool = False) -> None:
        """Finds the provisions of other acts that the annex says something else of: the widest unit that names them stands for all
        below it but commands (`below`)."""
        for child in unit.children:
            line = child.heading or child.text
            if child.kind in (Kind.DIEM, Kind.TIET) and not child.label[:1].isdigit() and not _NOT.match(unit.heading or unit.text):
                continue  # what a procedure asks for, not which one is meant
            if _FUTURE.search(line):
                self.doubts.append(
                    Message(
                        "{place:address}: acts to be amended later are listed; the list changes none",
                        place=self.emission.addresses[id(child)],
                    )
                )
                if child.kind in CONTAINERS:
                    continue
                return
            if self.tongue.is_command(line) and self._commands(child, line, frame):
                continue
            told = self.tongue.is_command(line) or bool(_NOT.match(line))
            if (told or not below) and (found := about(line)):
                told = told or bool(_NOT.match(unit.heading or unit.text))
                self.emission.emit([_overruled(line, ref, act, told) for ref, act in found], child, frame, line, dated=frame.lines[0][0])
                self.roles[id(child)] = Role.COMMAND
                self._rules(child, frame, below=True)
            else:
                self._rules(child, frame, below)

    def _commands(self, unit: Provision, line: str, frame: Frame) -> bool:
        """Reads a line of the annex that commands what is to be done to units of another act; whether it is one."""
        sentence = self.tongue.read_sentence(line)
        if sentence.act is None or sentence.act.own or any(c.described for c in sentence.clauses):
            return False
        self.roles[id(unit)] = Role.COMMAND
        made = [d if d.act is not None else replace(d, act=sentence.act) for d in drafts(sentence, Address(), None)]
        self.emission.emit(made, unit, frame, line)
        return bool(made)


def partly(made: Sequence[Draft], in_part_only: bool) -> list[Draft]:
    """`made`, with acts refused that would go as a whole where the command says that a part of them goes."""
    if not in_part_only:
        return list(made)
    refusal = Refusal(Reason.DESCRIPTIVE, Message("the act goes in part, and which part is not said"))
    return [replace(d, action=Action.MANUAL, refusal=refusal) if d.action is Action.REPEAL_DOCUMENT else d for d in made]


def _turned(frame: Frame, heading: str) -> Frame:
    """The frame below a heading of the list ("I. Văn bản bãi bỏ một phần")."""
    if in_part(heading):
        return replace(frame, partly=True, wholly=False)
    if as_a_whole(heading):
        return replace(frame, partly=False, wholly=True)
    return frame


def _names_act(line: str) -> bool:
    return any(t.sort is Sort.NUMBER for t in tokenize(line)[0])


def _without_act(clause: Clause) -> Clause:
    """A row may name its act again beside the units ("Điều 3 Thông tư này"): the column tells which it is."""
    return replace(clause, objects=tuple(replace(r, act=None) if r.act is not None and r.act.own else r for r in clause.objects))  # type: ignore[attr-defined]


def about(line: str) -> list[tuple[Ref, Cited]]:
    """The units of other acts, named by number, that a line speaks of ("Thủ tục … quy định tại khoản 1 Điều 40 Nghị định số …"); those by
    which what it speaks of is to be done ("… được thực hiện theo Điều 94 Nghị định số …") left out."""
    negated = _NOT.match(line)
    if predicate := _PREDICATE.search(line, negated.end() if negated else 0):
        line = line[: predicate.start()]
    tokens = list(without_provenance(tokenize(line)[0], line))
    out: list[tuple[Ref, Cited]] = []
    waiting: list[Ref] = []
    i = 0
    while i < len(tokens):
        refs, end = read_refs(tokens, i, Standing.OBJECT)
        if refs:
            waiting += refs
            i = end
            continue
        act = read_act(tokens, i, line)
        if act is None:
            i += 1
            continue
        if act[0].number and waiting:
            out += [(r, act[0]) for r in complete(waiting, Address()) if not r.unclear]
        waiting = []
        i = act[1]
    return out


def _overruled(line: str, ref: Ref, act: Cited, told: bool) -> Draft:
    elsewhere = Message("the annex rules on what this provision governs, and changes none of its words")
    message = Message("the change is described, not quoted") if told else elsewhere
    refusal = Refusal(
        Reason.DESCRIPTIVE, message, found=line, remedy=Message("decide whether the provision is to be marked, and enter it in the ledger")
    )
    return replace(manual(ref, Address(), refusal, act), act=act)
