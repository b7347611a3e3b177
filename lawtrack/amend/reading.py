"""Reading an act: its tree is walked, its commands are heard in their frames, and each character is accounted for.

Frames (docs/language.md): an article whose clauses are commands; an article per amended act; a clause "một số khoản của Điều 8" over
points; an article whose heading is the command; the closing article of an ordinary act. What a line does not say it has from the lines
above it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from types import ModuleType

from lawtrack.amend import english, english_effects, grammar
from lawtrack.amend.account import Account, Role, account, spans
from lawtrack.amend.acts import Acts, acts_of, amends
from lawtrack.amend.annexes import Annexes, partly
from lawtrack.amend.bench import Bench
from lawtrack.amend.carrying import complete
from lawtrack.amend.chains import gaps
from lawtrack.amend.cited import Cited
from lawtrack.amend.clauses import Clause, Sentence, Verb
from lawtrack.amend.closing import closing_clauses, described_ending
from lawtrack.amend.draft import Draft, unquoted
from lawtrack.amend.drafts import drafts
from lawtrack.amend.effects import Effects, read_effects
from lawtrack.amend.emission import Emission
from lawtrack.amend.frames import Frame, common_unit, spoken
from lawtrack.amend.lines import whole_line
from lawtrack.amend.looks import lettered, only_places, place_quoted, quoted, takes_effect
from lawtrack.amend.pointing import pointed
from lawtrack.amend.provenance import without_provenance
from lawtrack.amend.quotations import payload_of
from lawtrack.amend.quoted import changes_words, orders_others
from lawtrack.amend.rows import rows_below
from lawtrack.amend.statements import statements
from lawtrack.amend.tokens import Sort, tokenize
from lawtrack.law.address import Address, addressed
from lawtrack.law.catalogue import Catalogue
from lawtrack.law.document import Document
from lawtrack.law.message import Message
from lawtrack.law.operation import Action, Operation
from lawtrack.law.provision import CONTAINERS, ENCLOSED, Kind, Provision
from lawtrack.law.refusal import Reason, Refusal
from lawtrack.text.numbers import same_key

# Headings of the articles of ordinary acts in which commands stand (Decree 78/2025/NĐ-CP, articles 66 and 67).
_ZONE = re.compile(
    r"^(?:điều khoản|quy định)\s+(?:thi hành|chuyển tiếp|áp dụng)|hiệu lực\s+(?:thi hành|của|và)|^hiệu lực\W*$"
    r"|(?:tổ chức|hướng dẫn|trách nhiệm)\s+thi hành",
    re.IGNORECASE,
)
_CHANGES = re.compile(r"(?:sửa\s+đổi|bổ\s+sung|bãi\s+bỏ|h[ủu][ỷy]\s+bỏ|thay\s+thế|đính\s+chính)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Reading:
    """What an act commands: the operations in its order, the account of its characters, and what an editor should look at."""

    operations: tuple[Operation, ...] = ()
    account: Account = Account()
    doubts: tuple[Message, ...] = ()


def read_act(document: Document, catalogue: Catalogue) -> Reading:
    """Reads what `document` commands. Pure; targets are named by number where the act, its preamble or `catalogue` tells it."""
    return _Reader(document, catalogue).read()


@dataclass(slots=True)
class _Reader:
    document: Document
    catalogue: Catalogue
    tongue: ModuleType = grammar  # reads sentences of the act's language
    acts: Acts = field(init=False)
    effects: Effects = field(init=False)
    emission: Emission = field(init=False)
    annexes: Annexes = field(init=False)
    doubts: list[Message] = field(default_factory=list)
    roles: dict[int, Role] = field(default_factory=dict)
    addresses: dict[int, Address] = field(default_factory=dict)
    joined: set[int] = field(default_factory=set)  # paragraphs that only open, or go on with the line before
    unclaimed: Provision | None = None  # the unit last found unclaimed, which its neighbours join
    wordless: Provision | None = None  # the command whose words do not follow, if nothing but what may be these words came since

    def read(self) -> Reading:
        body = self.document.body
        self.tongue = english if self.document.meta.language == "en" else grammar
        self.addresses = {id(p): a for a, p in addressed(body)}
        articles = [p for p in body.walk() if p.kind is Kind.DIEU]
        self.acts = acts_of(self.document, self.catalogue, [p.heading for p in articles])
        self.effects = (english_effects.read_effects if self.tongue is english else read_effects)(self.document)
        bench = Bench(self.document, self.catalogue, self.acts, self.effects)
        self.emission = Emission(self.document, bench, self.addresses, spans(self.document))
        self.annexes = Annexes(self.emission, self.roles, self.tongue, self._children, self.doubts)
        main = [c for c in body.children if c.kind not in ENCLOSED]
        self._children(main, Frame(zone=bool(self.acts.default) or amends(self.document)))
        for child in body.children:
            if child.kind in ENCLOSED:
                self._annex(child)
        self._unheard()
        self.doubts += self.emission.emit_unplaced(self.effects.unplaced)
        self.emission.emit_own(self.effects)
        self.emission.emit_gaps(gaps(self.document, self.acts, self.catalogue))
        operations = tuple(bench.settled(self.emission.operations))
        return Reading(operations, account(self.document, self.roles, self.emission.claimed), tuple(self.doubts))

    def _unheard(self) -> None:
        """A line taken for a command that gave no operation, and announces none below it, is not passed over."""
        for unit in self.document.body.walk():
            heard = self.roles.get(id(unit)) is not Role.COMMAND or id(unit) in self.joined or not unit.text
            if heard or unit.text.rstrip().endswith(":") or any(self.emission.claimed.get(id(p)) for p in unit.walk()):
                continue
            message = Message("the line opens like a command, and no operation was read in it")
            refusal = Refusal(Reason.NOT_UNDERSTOOD, message, found=unit.text)
            self.emission.emit([Draft(Action.MANUAL, refusal=refusal)], unit, Frame(), unit.text)

    def _annex(self, annex: Provision) -> None:
        """Annexes are what the act enacts or puts into another act; a quotation in them is kept as such."""
        for unit in annex.walk():
            if unit.kind is Kind.TRICH:
                self.roles[id(unit)] = Role.QUOTATION

    # -- walking -------------------------------------------------------------------------------------------------------
    def _children(self, children: Sequence[Provision], frame: Frame) -> bool:
        """Reads siblings in order. A paragraph that only opens sets the frame for those behind it. Whether an operation was found."""
        found = False
        skip: set[int] = set()
        for n, unit in enumerate(children):
            if n in skip:
                continue
            if unit.kind is Kind.TRICH:
                if id(unit) not in self.roles:
                    self._stray(unit, frame)
                continue
            if self.roles.get(id(unit)) is Role.QUOTATION:
                continue  # rows of the command in front
            quotes: list[Provision] = []
            if unit.kind is Kind.DOAN and not any(c.kind is Kind.TRICH for c in unit.children):
                # an unnumbered command has its quotation beside it
                k = n + 1
                while k < len(children) and (children[k].kind is Kind.TRICH or (unit.text.endswith(":") and quoted(children[k]))):
                    quotes.append(children[k])
                    skip.add(k)
                    k += 1
            done, frame = self._unit(unit, frame, quotes, children[n + 1 :])
            found = found or done
        return found

    def _stray(self, quotation: Provision, frame: Frame) -> None:
        """A quotation no command announced."""
        self.roles[id(quotation)] = Role.UNCLAIMED if frame.zone else Role.QUOTATION
        if frame.zone:
            refusal = Refusal(
                Reason.UNCLAIMED_TEXT,
                Message("a quotation that no command announces"),
                found=quotation.text[:200],
            )
            self.emission.emit([Draft(Action.MANUAL, frame.base, refusal=refusal)], quotation, frame, quotation.text.split("\n")[0])

    def _unit(self, unit: Provision, frame: Frame, beside: list[Provision], after: Sequence[Provision]) -> tuple[bool, Frame]:
        """Reads one unit: (whether it gave operations, the frame for its siblings)."""
        line = unit.heading if unit.kind in (Kind.DIEU, *CONTAINERS) else unit.text
        quotes = [c for c in unit.children if c.kind is Kind.TRICH] + beside
        inner = [c for c in unit.children if c.kind is not Kind.TRICH]
        if unit.kind not in CONTAINERS:
            line, inner, taken = whole_line(unit, line, inner, self.tongue.is_command)
            self.roles.update((id(p), Role.QUOTATION if p.kind is Kind.TRICH else Role.COMMAND) for p in taken)
            self.joined.update(id(p) for p in taken)
            quotes = [q for q in quotes if id(q) not in self.joined]
        if not quotes and unit.kind not in CONTAINERS and self.tongue.is_command(line):
            table, cells = rows_below(self.tongue.read_sentence(line), frame.base, inner or (after if unit.kind is Kind.DOAN else ()))
            if table is not None:
                quotes.append(table)
                self.roles.update((id(part), Role.QUOTATION) for cell in cells for part in cell.walk())
        for label in [c for c in inner if not c.text and not c.heading and c.kind is not Kind.BANG]:
            # "như sau: a) “Điều 5. …” b) “Điều 6. …”": points that hold nothing but a quotation of the command above them
            quotes += [c for c in label.children if c.kind is Kind.TRICH]
            self.roles[id(label)] = Role.COMMAND
        inner = [c for c in inner if id(c) not in self.roles]
        if unit.kind in CONTAINERS:
            return self._container(unit, frame), frame
        if unit.kind is Kind.DIEU:
            untitled = not line and bool(inner) and bool(closing_clauses(inner[0].text))
            titled = bool(_ZONE.search(line)) or self.tongue.is_command(line) or takes_effect(inner)
            frame = replace(frame, zone=frame.zone or untitled or titled or bool(quotes))
        elif frame.zone and not quotes and len(parts := statements(line)) > 1:
            for part in parts[:-1]:
                self._statement(unit, part, frame)
            line = parts[-1]
        if not quotes and self._pointing(unit, line, frame):
            self._children(inner, replace(frame, sentence=None))
            return True, frame
        closing = closing_clauses(line) if (frame.zone or unit.kind is Kind.DIEU) and not quotes else None
        if closing and (frame.zone or any(c.acts or c.objects for c in closing)):
            return self._closing(unit, line, closing, inner, frame)
        if not line or not (self.tongue.is_command(line) or (frame.sentence is not None and only_places(line, frame.sentence))):
            if unit.kind is not Kind.DIEU and frame.zone and not frame.inside and not quotes and (ended := described_ending(line)):
                return self._closing(unit, line, ended, inner, frame)
            return self._plain(unit, inner, quotes, frame)
        sentence = self.tongue.read_sentence(line)
        if not self._meant(sentence, frame, quotes):
            return self._plain(unit, inner, quotes, frame)
        self.doubts += [
            Message("{place:address}: {doubt}", place=self.addresses.get(id(unit), Address()), doubt=d) for d in sentence.doubts
        ]
        below = self._below(sentence, frame, line, once=unit.kind in (Kind.DIEU, Kind.DOAN))
        if frame.sentence is not None and below.sentence is None and not self.tongue.is_command(line):
            below = replace(below, sentence=frame.sentence)  # "1. Thông tư số …: a) Điều 4; b) …": still what the line above asks for
        if quotes and not (unit.kind is Kind.DIEU and inner and self.tongue.is_command(inner[0].text)):
            self._command(unit, sentence, frame, quotes, line)
            self._children(inner, replace(below, sentence=None, lines=()))
            return True, frame
        if self._framing(unit, sentence, inner, after):
            self.roles[id(unit)] = Role.COMMAND
            if unit.kind is Kind.DOAN and not inner:
                self.joined.add(id(unit))
                return False, below
            if self._children(unit.children, below):
                return True, frame
            if inner:
                return False, frame
        self._command(unit, sentence, frame, quotes, line)
        self._children(inner, replace(below, sentence=None, lines=()))
        return True, frame

    def _statement(self, unit: Provision, line: str, frame: Frame) -> None:
        """One of several statements of a line of a closing article, not the last."""
        if self._pointing(unit, line, frame):
            return
        if closing := closing_clauses(line):
            self._closing(unit, line, closing, (), frame)
        elif self.tongue.is_command(line):
            self._command(unit, self.tongue.read_sentence(line), frame, (), line)
        elif ended := described_ending(line):
            self._closing(unit, line, ended, (), frame)

    def _pointing(self, unit: Provision, line: str, frame: Frame) -> bool:
        """Reads the annexes to which a line leaves what changes; whether it does."""
        pointing = pointed(line) if frame.via is None else None
        if pointing is not None:
            self.roles[id(unit)] = Role.COMMAND
            self.joined.add(id(unit))
            self.annexes.follow(unit, line, pointing, frame)
        return pointing is not None

    def _container(self, unit: Provision, frame: Frame) -> bool:
        """A chapter of an amending act may be headed by the command for all its articles."""
        self.roles[id(unit)] = Role.FORMALITY
        if unit.heading and self.tongue.is_command(unit.heading):
            sentence = self.tongue.read_sentence(unit.heading)
            if sentence.act is not None and not sentence.act.own:
                frame = replace(frame, act=sentence.act, zone=True)
        return self._children(unit.children, frame)

    def _meant(self, sentence: Sentence, frame: Frame, quotes: Sequence[Provision]) -> bool:
        """Whether a line that opens like a command is one: it stands where commands are expected, carries a quotation, or names
        units of another act."""
        if frame.zone or quotes:
            return True
        return sentence.act is not None and not sentence.act.own and any(c.objects or c.words for c in sentence.clauses)

    def _framing(self, unit: Provision, sentence: Sentence, inner: Sequence[Provision], after: Sequence[Provision]) -> bool:
        """Whether a line without a quotation of its own only opens: it announces lines, and commands or places follow below."""
        generic = all(c.generic or c.described or (c.words and not any(w.places for w in c.words)) for c in sentence.clauses)
        candidates = inner or (after if unit.kind is Kind.DOAN else ())
        commanding = any(self.tongue.is_command(c.text) or c.kind is Kind.TRICH or place_quoted(c) for c in candidates)
        if unit.kind is Kind.DIEU:
            return bool(inner) and (commanding or generic)
        if not candidates or (not sentence.opens and sentence.whole):
            return False
        return commanding if not generic else bool(candidates) and (sentence.opens or commanding)

    def _below(self, sentence: Sentence, frame: Frame, line: str, once: bool) -> Frame:
        """The frame for the lines below a line."""
        act = sentence.act if sentence.act is not None and not sentence.act.own else frame.act
        if sentence.act is None and self._names_another(line):
            act = Cited("", words=line)  # an act is named here in words that were not understood: no other is taken for it
        base = frame.base if act is frame.act else Address()
        if sentence.attached:
            base = Address.of((Kind.QUY_CHE, ""))
        refs = [*(r for c in sentence.clauses for r in (*c.objects, *c.at)), *sentence.scope]
        done = [r for r in complete(refs, base) if not r.unclear]
        if done:
            common = common_unit([r.address for r in done])
            base = common if common else base
        asks = sentence if sentence.clauses and not any(c.objects or c.acts for c in sentence.clauses) else None
        heading = once and not line.rstrip().endswith(".")
        if asks is None and (sentence.opens or heading) and {c.verb for c in sentence.clauses} == {Verb.SUBSTITUTE}:
            asks = Sentence(line, (Clause(Verb.SUBSTITUTE, generic=True),), opens=True)  # "khoản 1 và khoản 3 như sau: a) Khoản 1: “…”"
        return replace(frame, act=act, base=base, sentence=asks, lines=(*frame.lines, (line, once)), zone=True, inside=True)

    def _names_another(self, line: str) -> bool:
        """Whether a line gives the number of an act that is not the one the whole amending act is about."""
        tokens = without_provenance(tokenize(line)[0], line)
        return any(t.sort is Sort.NUMBER and same_key(t.text) != same_key(self.acts.default) for t in tokens)

    # -- commands ------------------------------------------------------------------------------------------------------
    def _plain(self, unit: Provision, inner: Sequence[Provision], quotes: Sequence[Provision], frame: Frame) -> tuple[bool, Frame]:
        address, below = self.addresses.get(id(unit), Address()), frame
        if self.emission.claimed.get(id(unit)):
            pass  # an earlier statement of the line is a command
        elif address in self.effects.clauses:
            self.roles[id(unit)] = Role.EFFECT
        elif unit.kind is Kind.DIEU or (not quotes and orders_others(unit.text)):
            self.roles[id(unit)] = Role.FORMALITY
            if _CHANGES.match(unit.heading) and amends(self.document):
                below = replace(frame, zone=True, inside=True)  # a title of changes that is not understood: its lines are told
        elif not quotes and unit.text and (frame.inside or (frame.zone and changes_words(unit.text))):
            self._unclaimed(unit, frame)
            return True, frame
        if quotes and frame.zone and unit.text:
            sentence = self.tongue.read_sentence(unit.text)
            if any(c.objects for c in sentence.clauses) or sentence.scope:
                sentence = Sentence(
                    unit.text, (Clause(Verb.SUBSTITUTE, objects=sentence.scope or sentence.clauses[0].objects, unread=unit.text),)
                )
            self._command(
                unit,
                sentence if sentence.clauses else Sentence(unit.text, (Clause(Verb.SUBSTITUTE, unread=unit.text),)),
                replace(frame, sentence=None),
                quotes,
                unit.text,
            )
        found = self._children([c for c in unit.children if c.kind is not Kind.TRICH or id(c) not in self.roles], below)
        return found or bool(quotes), frame

    def _unclaimed(self, unit: Provision, frame: Frame) -> None:
        """Words of an amending article that no command claims: an operation for an editor, with all that stands below."""
        for part in unit.walk():
            self.roles[id(part)] = Role.UNCLAIMED
        # beside a command whose words are missing, the next number is no part of them
        beside = self.wordless is not None and unit.kind is self.wordless.kind is not Kind.DOAN
        if self.unclaimed is not None and not beside and self.emission.operations and self.emission.operations[-1].refusal is not None:
            # the paragraph before was unclaimed too, or announced words that did not follow in quotation marks
            self.emission.claimed.setdefault(id(unit), []).append(self.emission.operations[-1].id)
            self.unclaimed = unit
            return
        self.unclaimed, self.wordless = unit, None
        refusal = Refusal(
            Reason.UNCLAIMED_TEXT,
            Message("words of an amending article that no command claims"),
            found=unit.text[:300],
        )
        self.emission.emit([Draft(Action.MANUAL, frame.base, refusal=refusal)], unit, frame, unit.text)

    def _command(self, unit: Provision, sentence: Sentence, frame: Frame, quotes: Sequence[Provision], line: str) -> None:
        asked = frame.sentence
        base = frame.base
        if sentence.act is not None and not sentence.act.own:
            base = Address()
        if asked is not None and not self.tongue.is_command(line):
            sentence = spoken(asked, line, self.tongue)
        inline = [Provision(Kind.TRICH, text=f"“{words}”") for c in sentence.clauses for words in c.quoted]
        payload = payload_of([*inline, *quotes], self.document.meta.language, lettered(sentence)) if quotes or inline else None
        if payload is not None and not payload.closed:
            self.doubts.append(Message("{place:address}: a quotation is not closed", place=self.addresses.get(id(unit), Address())))
        below = [c for c in unit.children if c.kind is not Kind.TRICH and id(c) not in self.joined]
        if below:
            sentence = replace(sentence, opens=True)  # what stands below may be the new words, though not quoted
        made = partly(unquoted(drafts(sentence, base, payload), [c.text for c in below]), frame.partly)
        if not made:
            refusal = Refusal(
                Reason.NOT_UNDERSTOOD,
                Message("the line opens like a command and names nothing to act on"),
                found=line,
            )
            made = [Draft(Action.MANUAL, base, refusal=refusal)]
        self.roles[id(unit)] = Role.COMMAND
        for quotation in quotes:
            self.roles[id(quotation)] = Role.QUOTATION
        if sentence.act is not None:
            made = [d if d.act is not None else replace(d, act=sentence.act) for d in made]
        self.emission.emit(made, unit, frame, line)
        missing = made[-1].refusal is not None and made[-1].refusal.reason is Reason.PAYLOAD_MISSING
        self.unclaimed = self.wordless = unit if missing else None

    def _closing(
        self, unit: Provision, line: str, clauses: Sequence[Clause], inner: Sequence[Provision], frame: Frame
    ) -> tuple[bool, Frame]:
        """A statement that acts, or parts of acts, expire or are replaced: (whether it gave operations, the frame for its siblings)."""
        if unit.kind is Kind.DIEU and inner:
            clauses = [c if c.objects or c.acts else replace(c, unread="") for c in clauses]  # a heading: what is meant stands below
        made = drafts(Sentence(line, tuple(clauses)), Address(), None)
        if made:
            self.emission.emit(made, unit, replace(frame, lines=()), line)
        self.roles[id(unit)] = Role.COMMAND
        if made:
            self._children(inner, frame)
            return True, frame
        asked = Sentence(line, (Clause(clauses[0].verb, generic=True),), opens=True)
        below = replace(frame, sentence=asked, lines=((line, True),), base=Address())
        if inner:
            return self._children(inner, below), frame
        if unit.kind is Kind.DOAN and line.rstrip().endswith(":"):
            self.joined.add(id(unit))
            return False, below  # the acts are listed in the paragraphs that follow
        return False, frame
