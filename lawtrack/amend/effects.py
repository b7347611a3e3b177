"""When the operations of an act hold: the general day, and the statements that except some of its provisions or subjects.

Wordings: Law 64/2025/QH15, articles 53-55; Decree 78/2025/NĐ-CP, article 67. A statement speaks of provisions of the amending act
("Khoản 5 Điều 1 của Luật này có hiệu lực từ ngày …"): it gives its day to the operations those provisions command. Where it speaks of some
subjects only ("… đối với hộ kinh doanh có hiệu lực từ ngày …"), both wordings hold between the two days, each for some.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from lawtrack.amend.carrying import complete
from lawtrack.amend.days import TAKES, ending, unquoted, when
from lawtrack.amend.provenance import without_provenance
from lawtrack.amend.references import Role, read_refs
from lawtrack.amend.statements import OWN_ACT, TAKES_EFFECT, statements
from lawtrack.amend.tokens import Sort, Token, tokenize, word_set
from lawtrack.law.address import Address, addressed, at_path, resolve
from lawtrack.law.document import Document, Meta
from lawtrack.law.effect import Bounded, Effect, Event, Unknown, When, some_only
from lawtrack.law.message import Message
from lawtrack.law.provision import CONTAINERS, ENCLOSED, Kind, Provision

_OWN = re.compile(rf"^{OWN_ACT}\b", re.IGNORECASE)
_TAKES_ITSELF = re.compile(rf"^\W*{OWN_ACT}(?:\s+sẽ)?\s+{TAKES.pattern}", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rule:
    """`effect` for the provisions at `addresses` of the act and for what they command; with a scope, for some subjects only. `stated`: the
    unit that says so."""

    addresses: tuple[Address, ...]
    effect: Effect
    stated: Address = Address()


@dataclass(frozen=True, slots=True)
class Ending:
    """The end an act states of itself: when, the unit that says so, and its words."""

    end: When
    stated: Address
    words: str


@dataclass(frozen=True, slots=True)
class Unplaced:
    """The words of a statement on a subject, the unit at `address` that states it, and the words that name its day."""

    address: Address
    words: str
    dated: str


@dataclass(frozen=True, slots=True)
class Effects:
    """The general effect of an act and its exceptions, the narrower over the wider.

    clauses   addresses of the units that state them
    ends      when the act ends by its own words, with these words; None where it does not say
    unplaced  statements that name a subject and no provision: to which operations they give their day is for an editor
    """

    general: Effect = Effect()
    rules: tuple[Rule, ...] = ()
    clauses: frozenset[Address] = frozenset()
    unplaced: tuple[Unplaced, ...] = ()
    ends: Ending | None = None

    def of(self, source: Address) -> Effect:
        """The effect of an operation commanded at `source`."""
        found = [(len(a), rule.effect) for rule in self.rules for a in rule.addresses if source.within(a)]
        whole = [(n, effect) for n, effect in found if not effect.scope]
        depth = max((n for n, _ in whole), default=-1)
        base = next((effect for n, effect in reversed(whole) if n == depth), self.general)
        for n, effect in found:
            if effect.scope and n >= depth:
                base = _for_some(base, effect)
        return base


def _for_some(base: Effect, some: Effect) -> Effect:
    """The effect of what holds for some subjects from another day: for each from its own, for all from the last."""
    scope = "; ".join(dict.fromkeys(s for s in (base.scope, some.scope) if s))
    days = [d for w in (base.start, some.start) for d in ((w.not_before, w.not_after) if isinstance(w, Bounded) else (w,))]
    known = [d for d in days if isinstance(d, date)]
    if some.start == base.start:
        return replace(base, scope=scope)
    if len(known) < len(days):
        return replace(base, start=Unknown(some_only(some.scope)), scope=scope)
    return replace(base, start=Bounded(min(known), max(known), some_only(some.scope)), scope=scope)


def read_effects(document: Document) -> Effects:
    """The effects an act states of itself. `Meta.effective` is the general day where it is known, else the statement is."""
    meta = document.meta
    lines = list(own_lines(document))
    stating = {a.get(Kind.DIEU) for a, text, _ in lines if TAKES.search(text) and (_OWN.match(text.strip()) or TAKES_EFFECT.match(text))}
    found = _Found(meta)
    for address, text, unit in lines:
        closing = address.get(Kind.DIEU) in stating
        parts = statements(text) if closing else [text]
        for part in parts:
            if _OWN.match(part.strip()) or (closing and TAKES_EFFECT.match(part)):
                found.own(address, part, unit)
            elif closing:
                found.other(address, part, unit)
    general = found.general
    if general is None:
        general = Effect(meta.effective) if meta.effective else Effect(Unknown(Message("the act does not say when it takes effect")))
    rules = tuple(replace(r, addresses=by_article(r.addresses, document)) for r in found.rules)
    return Effects(general, rules, frozenset(found.clauses), tuple(found.unplaced), found.ends)


def by_article(addresses: Sequence[Address], document: Document) -> tuple[Address, ...]:
    """The addresses with the articles of a chapter or section for itself: an article is addressed without its containers."""
    names = {id(p): a for a, p in addressed(document.body)}
    out: list[Address] = []
    for address in addresses:
        last = address.last
        places = resolve(document.body, address) if last is not None and last.kind in CONTAINERS else []
        inside = [names[id(p)] for path in places for p in at_path(document.body, path).walk() if p.kind is Kind.DIEU]
        out += inside or [address]
    return tuple(out)


def own_lines(document: Document) -> Iterator[tuple[Address, str, Provision]]:
    """The lines of the act's own articles, quotations left out, each with its unit."""
    inside: Address | None = None
    for address, provision in addressed(document.body):
        if provision.kind in (Kind.TRICH, *ENCLOSED):
            inside = address
        if inside is not None and address.within(inside):
            continue
        for text in (provision.heading if not provision.children else "", provision.text):
            if text:
                yield address, text, provision


class _Found:
    """What the statements read so far come to."""

    def __init__(self, meta: Meta) -> None:
        self.meta = meta
        self.general: Effect | None = None
        self.rules: list[Rule] = []
        self.clauses: set[Address] = set()
        self.unplaced: list[Unplaced] = []
        self.ends: Ending | None = None

    def own(self, address: Address, text: str, unit: Provision) -> None:
        """A statement in which the act speaks of itself."""
        end = ending(text, self.meta.effective)
        if self.ends is None and end is not None:
            self.ends = Ending(end, address, text)
        if end is not None:
            self.clauses.add(address)
        if not _TAKES_ITSELF.match(text) and (end is not None or not TAKES.search(text)):
            return
        self.clauses.add(address)
        if self.general is None:
            applied = _APPLIED_TOO.search(text)
            self.general = Effect(self.meta.effective or when(text, self.meta), scope=applied.group(1) if applied else "", basis=text)
        if lead := _announcing(text, own=True) if unit.children else "":
            self._list(address, lead, unit)
            return
        for part in (one for several in _EXCEPTS.split(text)[1:] for one in _AND_ANOTHER.split(several)):
            if _predicate(part):
                self._place(address, part)

    def other(self, address: Address, text: str, unit: Provision) -> None:
        """A statement about provisions or subjects."""
        if TAKES.search(text) and unit.children and (lead := _announcing(text, own=False)):
            self._list(address, lead, unit)
        else:
            for part in _AND_ANOTHER.split(text):
                self._place(address, part)

    def _list(self, address: Address, lead: str, unit: Provision) -> None:
        rules, unread = _listed(lead, unit, self.meta, self.general, address)
        self.rules += [replace(r, stated=address) for r in rules]
        self.unplaced += [Unplaced(address, line, lead) for line in unread]
        self.clauses |= {address, *(a for a, p in addressed(unit, address) if p in unit.children)}

    def _place(self, address: Address, text: str) -> None:
        said = text
        if first := _DAY_FIRST.match(text):
            said = f"{text[first.end() :].strip(' .;')} được áp dụng {first.group('day')}"
        predicate = _predicate(unquoted(said))
        if predicate is None:
            return
        if rules := _rules(said, predicate, self.meta, self.general):
            told = [replace(r.effect, basis=text, scope=text.strip(" .;") if r.effect.scope else "") for r in rules]
            self.rules += [replace(r, stated=address, effect=effect) for r, effect in zip(rules, told, strict=True)]
            self.clauses.add(address)
        elif _WHOLE.match(text):
            if self.general is not None:
                self.general = replace(self.general, scope="; ".join(s for s in (self.general.scope, text.strip(" .;")) if s))
            self.clauses.add(address)
        elif _SUBJECT.match(text) and not isinstance(_day(text, predicate, self.meta), (Unknown, Event)):
            self.unplaced.append(Unplaced(address, text, text))
            self.clauses.add(address)


# "áp dụng từ kỳ tính thuế năm 2026" says for which facts the new words hold: shown, not computed.
_APPLIED_TOO = re.compile(
    r"((?:và\s+)?(?:được\s+)?áp\s+dụng\s+(?:(?:kể\s+)?từ|(?:cho|đối\s+với)\s+(?:cả\s+)?(?:các\s+)?(?:kỳ|năm))\b[^.;]*)", re.IGNORECASE
)
# "Từ ngày 01/7/2026, áp dụng quy định tại khoản 2 Điều 1 của Luật này"
_DAY_FIRST = re.compile(
    r"^\W*(?P<day>(?:kể\s+)?từ\s+ngày\s+\d[^,]*),\s*(?:thì\s+)?(?:áp\s+dụng|thực\s+hiện)\s+(?:theo\s+)?(?=(?:các\s+)?quy\s+định\s+tại\s)",
    re.IGNORECASE,
)
_PREDICATE = re.compile(
    r"(?P<takes>có\s+hiệu\s+lực(?:\s+thi\s+hành)?)|(?:(?:được|sẽ)\s+)?(?:áp\s+dụng|thực\s+hiện)(?:\s+thực\s+hiện)?\s+"
    r"(?:kể\s+)?(?=từ\s+(?:ngày\s|01|\d|kỳ|năm))",
    re.IGNORECASE,
)
_SUBORDINATE = re.compile(r"\b(?:trước|sau|từ|đến|tới)\s+(?:ngày|khi|thời\s+điểm)\b[^,;]*$|\bcho\s+đến\s+khi\b[^,;]*$", re.IGNORECASE)
_WHOLE = re.compile(
    rf"^\W*(?:các\s+|những\s+)?(?:quy\s+định|nội\s+dung|chế\s+độ|mức\s+hỗ\s+trợ|chính\s+sách|chế\s+độ,\s+chính\s+sách)\s+(?:quy\s+định\s+)?"
    rf"(?:tại|của|trong)\s+{OWN_ACT}\s+(?:được\s+|sẽ\s+)?(?:áp\s+dụng|thực\s+hiện)\b",
    re.IGNORECASE,
)
_SUBJECT = re.compile(
    r"^\W*(?:riêng\s+)?(?:đối\s+với\s+)?(?:các\s+|những\s+)?(?:quy\s+định|nội\s+dung|đối\s+tượng|mức|thủ\s+tục|điểm|khoản|điều|phụ\s+lục|mục|chương)\b",
    re.IGNORECASE,
)
_SCOPE = re.compile(r"(?:^|[\s,])((?:chỉ\s+)?(?:áp\s+dụng\s+)?đối\s+với\s+)", re.IGNORECASE)
_EXPIRES = re.compile(r"\bhết\s+hiệu\s+lực\b", re.IGNORECASE)
_AHEAD = re.compile(r"\bsau(?:\s+đây)?\b[^.;]*:\s*$", re.IGNORECASE)
_EXCEPTS = re.compile(r",?\s+trừ\s+", re.IGNORECASE)
# "trừ khoản 1 … có hiệu lực từ ngày … 2026 và khoản 3 … có hiệu lực từ ngày …": each with its day
_AND_ANOTHER = re.compile(r"(?<=\d{4})\s*(?:[,;]\s*(?:và\s+)?|\svà\s+)(?=(?:các\s+)?(?:điểm|khoản|điều|quy\s+định)\s)", re.IGNORECASE)
_PLAIN = word_set(
    "thì sẽ mà trường hợp quy định các tại riêng nội dung của và những này luật nghị thông tư quyết bộ pháp lệnh được đối với"
)


def _predicate(text: str) -> re.Match[str] | None:
    """The main predicate of a statement of effect or of application; None where there is none, or only one inside a time ("trước ngày
    Luật này có hiệu lực")."""
    for match in _PREDICATE.finditer(text):
        if not _SUBORDINATE.search(text, 0, match.start()) and not text[: match.start()].rstrip().lower().endswith(("hết", "trái với")):
            return match
    return None


def _day(text: str, predicate: re.Match[str], meta: Meta) -> When:
    """The day the predicate names."""
    if predicate.group("takes"):
        return when(text[predicate.start() :], meta)
    return when(f"có hiệu lực {text[predicate.end() :]}", meta)


def _rules(text: str, predicate: re.Match[str], meta: Meta, general: Effect | None) -> list[Rule]:
    """The rules of "Quy định tại khoản 3 Điều 75 của Luật này có hiệu lực từ ngày …". Where only a described part of a provision takes
    effect on another day ("quy định về sách giáo khoa tại khoản 8 Điều 1"), the provision lies between the two days."""
    day = _day(text, predicate, meta)
    applied = not predicate.group("takes")
    head = text[: predicate.start()]
    scope = text.strip(" .;") if applied or _for_subjects(head, text[predicate.start() :]) else ""
    tokens = without_provenance(tokenize(head)[0], head)
    if isinstance(day, Unknown) and not scope and not (tokens and _SUBJECT.match(head)):
        return []
    rules: list[Rule] = []
    i, described = 0, False
    while i < len(tokens):
        refs, j = read_refs(tokens, i, Role.OBJECT)
        if not refs:
            described = described or (tokens[i].sort is Sort.WORD and tokens[i].low not in _PLAIN)
            i += 1
            continue
        if not _of_this_act(tokens[j:]):
            return rules if scope else []
        found = tuple(r.address for r in complete(refs, Address()) if not r.unclear)
        start: When = day
        if scope:
            start = day if not isinstance(day, (Unknown, Event)) or not applied else (general.start if general else day)
        elif described:
            start = between(general, day, text)
        rules.append(Rule(found, Effect(start, scope=scope, basis=text)))
        i, described = j, False
    return rules if scope or not described else []


def _for_subjects(head: str, tail: str) -> bool:
    """Whether a statement is of some subjects only: "đối với …" behind the provisions, or behind the day."""
    return bool(_SCOPE.search(tail)) or any(m.start() > 0 for m in _SCOPE.finditer(head))


def _announcing(text: str, own: bool) -> str:
    """The words that give the provisions in the lines below their day, or "": the whole statement, or what the general one excepts."""
    if not _AHEAD.search(text):
        return ""
    if not own:
        return "" if _EXPIRES.search(text) else text
    excepts = _EXCEPTS.search(text)
    return text[excepts.end() :] if excepts and TAKES.search(text, excepts.end()) else ""


def _listed(lead: str, unit: Provision, meta: Meta, general: Effect | None, here: Address) -> tuple[list[Rule], list[str]]:
    """The rules of "Các quy định sau đây của Luật này có hiệu lực từ ngày …: a) Quy định tại khoản 13 Điều 1 về …": the day stands above,
    the provisions in the lines below. And the lines that name no provision of this act."""
    day = when(lead, meta)
    if isinstance(day, Unknown):
        return [], [lead]
    scope = lead.strip(" .;:") if _for_subjects("", lead) else ""
    rules: list[Rule] = []
    unread: list[str] = []
    for line in (c.text for c in unit.children if c.text):
        tokens = without_provenance(tokenize(line)[0], line)
        addresses: list[Address] = []
        described, foreign, i = False, False, 0
        while i < len(tokens):
            refs, j = read_refs(tokens, i, Role.OBJECT)
            if not refs:
                described = described or (tokens[i].sort is Sort.WORD and tokens[i].low not in _PLAIN)
                foreign = foreign or tokens[i].sort is Sort.NUMBER
                i += 1
                continue
            inside = [t.low for t in tokens[j : j + 2]] == ["điều", "này"]
            base = Address(tuple(s for s in here.steps if s.kind is Kind.DIEU)) if inside else Address()
            addresses += [r.address for r in complete(refs, base) if not r.unclear]
            i = j + 2 * inside
        if not addresses or foreign:
            unread.append(line)
            continue
        rules.append(
            Rule(tuple(addresses), Effect(between(general, day, line) if described and not scope else day, scope=scope, basis=line))
        )
    return rules, unread


def between(general: Effect | None, day: When, text: str) -> When:
    """The time between the general day and the one that `text` gives to a described part of a provision."""
    first = general.start if general else None
    why = Message("a part of the provision takes effect on another day: “{words}”", words=text)
    if isinstance(first, date) and isinstance(day, date):
        return Bounded(min(first, day), max(first, day), why)
    return Unknown(why)


def _of_this_act(tokens: Sequence[Token]) -> bool:
    """Whether the provisions in front are of this act: "của Luật này" follows, or more of the list, or nothing."""
    low = [t.low for t in tokens[:5] if t.low not in ("của", "tại")]
    return not low or low[0] in (",", ";", "và", "thì", "mà", "sẽ", "đối", "được") or "này" in low
