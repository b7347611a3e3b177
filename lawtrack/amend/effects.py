"""When the operations of an act hold: the general day, and the clauses that except some of its provisions.

Wordings: Law 64/2025/QH15, articles 53-55; Decree 78/2025/NĐ-CP, article 67. A clause speaks of provisions of the amending act
("Khoản 5 Điều 1 của Luật này có hiệu lực từ ngày …"): it gives its day to the operations those provisions command.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from lawtrack.amend.carrying import complete
from lawtrack.amend.provenance import without_provenance
from lawtrack.amend.references import Role, read_refs
from lawtrack.amend.tokens import Sort, Token, tokenize, word_set
from lawtrack.law.address import Address, addressed
from lawtrack.law.document import Document, Meta
from lawtrack.law.effect import Bounded, Effect, Event, Unknown, When, no_day
from lawtrack.law.message import Message
from lawtrack.law.provision import Kind, Provision
from lawtrack.text.dates import days_after, find_dates
from lawtrack.text.effect_dates import general_effect

_TAKES_EFFECT = re.compile(r"có hiệu lực(?:\s+thi hành)?", re.IGNORECASE)
_OWN = re.compile(r"^(?:Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Thông tư(?: liên tịch)?|Quyết định)\s+này\b", re.IGNORECASE)
_BEHIND = re.compile(
    r"sau\s+(\d+)\s*(?:\([^)]*\)\s*)?ngày,?\s+kể\s+từ\s+ngày\s+(?:Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Thông tư|Quyết định)"
    r"(?:\s+này)?\s+có\s+hiệu\s+lực",
    re.IGNORECASE,
)
_SIGNED = re.compile(r"(?:kể\s+)?từ\s+ngày\s+(?:ký|ban\s+hành)", re.IGNORECASE)
_ADOPTED = re.compile(
    r"(?:kể\s+)?từ\s+ngày\s+(?:Luật|Nghị quyết|Pháp lệnh|Bộ luật)?\s*(?:này\s+)?được\s+(?:Quốc hội\s+)?thông\s+qua", re.IGNORECASE
)
_PROMULGATED = re.compile(r"(?:kể\s+)?từ\s+ngày\s+(?:được\s+)?công\s+bố", re.IGNORECASE)
# The President promulgates a law within fifteen days of its adoption: Constitution of 2013, article 88(1); of 1992, article 103.
_TO_PROMULGATE = 15
_FROM = re.compile(r"(?:kể\s+)?từ\s+ngày\s+", re.IGNORECASE)
_UNTIL = re.compile(r"(?:đến\s+(?:hết\s+)?ngày|cho\s+đến\s+(?:khi|ngày))", re.IGNORECASE)
_OWN_DAY = re.compile(
    r"(?:Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Thông tư(?: liên tịch)?|Quyết định)\s+này\s+có\s+hiệu\s+lực", re.IGNORECASE
)
_SCOPE = re.compile(r"\b((?:chỉ )?(?:áp dụng )?đối với\s+.+)$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Rule:
    """`effect` for what the provisions at `addresses` of the amending act command."""

    addresses: tuple[Address, ...]
    effect: Effect


@dataclass(frozen=True, slots=True)
class Effects:
    """The general effect of an act and its exceptions, the narrower over the wider. `doubts` are exceptions that name a subject and no
    provision: to which operations they give their day is for an editor."""

    general: Effect = Effect()
    rules: tuple[Rule, ...] = ()
    clauses: frozenset[Address] = frozenset()
    doubts: tuple[Message, ...] = ()

    def of(self, source: Address) -> Effect:
        """The effect of an operation commanded at `source`."""
        best: tuple[int, Effect] | None = None
        for rule in self.rules:
            for address in rule.addresses:
                if source.within(address) and (best is None or len(address) >= best[0]):
                    best = (len(address), rule.effect)
        return best[1] if best else self.general


def read_effects(document: Document) -> Effects:
    """The effects an act states of itself. `Meta.effective` is the general day where it is known, else the clause is."""
    rules: list[Rule] = []
    clauses: set[Address] = set()
    general: Effect | None = None
    meta = document.meta
    doubts: list[Message] = []
    statements = list(_statements(document))
    stating = {a.get(Kind.DIEU) for a, text, _ in statements if _TAKES_EFFECT.search(text) and _OWN.match(text.strip())}
    for address, text, unit in statements:
        if not _TAKES_EFFECT.search(text):
            continue
        own = _OWN.match(text.strip())
        if own:
            clauses.add(address)
            if general is None:
                start = meta.effective or when(text, meta)
                general = Effect(start, basis=text)
            rules += _excepted(text, meta)
        elif address.get(Kind.DIEU) not in stating:
            continue
        lead = _announcing(text, bool(own)) if unit.children else ""
        if lead:
            listed, unread = _listed(lead, unit, meta, general, address)
            rules += listed
            doubts += [_unplaced(address, line) for line in unread]
            clauses |= {address, *(a for a, p in addressed(unit, address) if p in unit.children)}
        elif not own and (named := _rules(text, meta, general)):
            clauses.add(address)
            rules += named
        elif not own and _SUBJECT.match(text) and not isinstance(when(text, meta), (Unknown, Event)):
            doubts.append(_unplaced(address, text))
    if general is None:
        general = Effect(meta.effective) if meta.effective else Effect(Unknown(Message("the act does not say when it takes effect")))
    return Effects(general, tuple(rules), frozenset(clauses), tuple(doubts))


def _unplaced(address: Address, words: str) -> Message:
    return Message("{place:address}: to which commands this day belongs is not said: “{words}”", place=address, words=words)


def _statements(document: Document) -> Iterator[tuple[Address, str, Provision]]:
    """Sentences of the act's own articles, quotations left out, each with its unit."""
    inside: Address | None = None
    for address, provision in addressed(document.body):
        if provision.kind in (Kind.TRICH, Kind.PHU_LUC, Kind.QUY_CHE):
            inside = address
        if inside is not None and address.within(inside):
            continue
        for text in (provision.heading if not provision.children else "", provision.text):
            if text:
                yield address, text, provision


def when(text: str, meta: Meta) -> When:
    """The day a statement of effect names, as far as it can be known."""
    match = _TAKES_EFFECT.search(text)
    tail = text[match.start() :] if match else text
    tail = re.split(r",?\s+trừ\s+", tail, maxsplit=1)[0]
    if behind := _BEHIND.search(tail):
        if meta.effective is not None:
            return days_after(meta.effective, int(behind.group(1)))
        return Unknown(Message("“{words}”: the general day of effect is not known", words=behind.group(0)))
    day, why = general_effect(tail, meta.issued, meta.published, meta.published)
    if day:
        return day
    if _ADOPTED.search(tail):
        return meta.issued or Unknown(Message("the day of adoption is not known"))
    if _PROMULGATED.search(tail):
        if meta.published:
            return meta.published
        if meta.issued:
            return Bounded(meta.issued, days_after(meta.issued, _TO_PROMULGATE), Message("from promulgation, whose day is not known"))
        return Unknown(Message("from promulgation, whose day is not known"))
    if "is not known" in why:
        return Unknown(no_day(why))
    if begins := _FROM.search(tail):
        return Event(tail[begins.end() :].strip(" .;"))
    return Unknown(Message("no day is named: “{words}”", words=text))


def own_effect(text: str, meta: Meta, general: Effect) -> Effect | None:
    """The effect a command names for itself ("hết hiệu lực kể từ ngày Luật này được thông qua"); None where it names none or the
    act's own day."""
    begins = _FROM.search(text)
    if not begins:
        return None
    tail = text[begins.start() :]
    if _ADOPTED.match(tail) or _SIGNED.match(tail):
        return Effect(meta.issued or Unknown(Message("the day of adoption is not known")), basis=text)
    if _OWN_DAY.match(tail[begins.end() - begins.start() :]):
        return general
    dates = find_dates(tail)
    if dates and dates[0][0] <= begins.end() - begins.start() + 1:
        return Effect(dates[0][2], basis=text)
    return None


def until(text: str) -> When | None:
    """The end a suspension or an overlay names ("cho đến khi Luật … có hiệu lực thi hành", "đến ngày 01/3/2027"); None where none is
    named."""
    match = _UNTIL.search(text)
    if not match:
        return None
    tail = text[match.end() :]
    dates = find_dates("ngày " + tail)
    if dates and dates[0][0] <= len("ngày "):
        return days_after(dates[0][2], 1) if "hết" in match.group(0) else dates[0][2]
    return Event(re.split(r"\s+đối\s+với\b|[.;:]", tail, maxsplit=1)[0].strip())


def excepted(text: str) -> str:
    """What a statement that an act expires leaves standing (", trừ trường hợp quy định tại khoản 4 Điều này"), or ""."""
    match = _EXCEPTING.search(text)
    return match.group(1).rstrip(" .;:") if match else ""


# "loại trừ", "bù trừ", "khấu trừ", "giảm trừ" are words of subjects; an exception is of provisions or cases.
_EXCEPTING = re.compile(
    r"(?<!loại)(?<!bù)(?<!khấu)(?<!giảm)(?<!phòng)(?<!diệt),?\s+(trừ\s+(?!và\b|vào\b|cho\b|đi\b|lẫn\b)[^\n]+)$",
    re.IGNORECASE | re.MULTILINE,
)


def _scope(text: str) -> str:
    match = _SCOPE.search(text)
    return match.group(1).strip(" .;") if match else ""


def _rules(text: str, meta: Meta, general: Effect | None) -> list[Rule]:
    """The rules of "Quy định tại khoản 3 Điều 75 của Luật này có hiệu lực từ ngày …". Where only a described part of a provision takes
    effect on another day ("quy định về sách giáo khoa tại khoản 8 Điều 1"), the provision lies between the two days."""
    match = _TAKES_EFFECT.search(text)
    day = when(text, meta)
    if match is None or isinstance(day, Unknown):
        return []
    head = text[: match.start()]
    tokens = without_provenance(tokenize(head)[0], head)
    rules: list[Rule] = []
    i, described = 0, False
    while i < len(tokens):
        refs, j = read_refs(tokens, i, Role.OBJECT)
        if not refs:
            described = described or (tokens[i].sort is Sort.WORD and tokens[i].low not in _PLAIN)
            i += 1
            continue
        if not _of_this_act(tokens[j:]):
            return []
        found = tuple(r.address for r in complete(refs, Address()) if not r.unclear)
        rules.append(Rule(found, Effect(_between(general, day, text) if described else day, scope=_scope(text), basis=text)))
        i, described = j, False
    return rules if not described else []


def _announcing(text: str, own: bool) -> str:
    """The words that give the provisions in the lines below their day, or "": the whole statement, or what the general one excepts."""
    if not _AHEAD.search(text):
        return ""
    if not own:
        return "" if _EXPIRES.search(text) else text
    excepts = _EXCEPTS.search(text)
    return text[excepts.end() :] if excepts and _TAKES_EFFECT.search(text, excepts.end()) else ""


def _listed(lead: str, unit: Provision, meta: Meta, general: Effect | None, here: Address) -> tuple[list[Rule], list[str]]:
    """The rules of "Các quy định sau đây của Luật này có hiệu lực từ ngày …: a) Quy định tại khoản 13 Điều 1 về …": the day stands above,
    the provisions in the lines below. And the lines that name no provision of this act."""
    day = when(lead, meta)
    if isinstance(day, Unknown):
        return [], [lead]
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
        rules.append(Rule(tuple(addresses), Effect(_between(general, day, line) if described else day, scope=_scope(lead), basis=line)))
    return rules, unread


_EXPIRES = re.compile(r"\bhết\s+hiệu\s+lực\b", re.IGNORECASE)
_AHEAD = re.compile(r"\bsau(?:\s+đây)?\b[^.;]*:\s*$", re.IGNORECASE)
_EXCEPTS = re.compile(r",?\s+trừ\s+", re.IGNORECASE)
_SUBJECT = re.compile(r"^(?:Các\s+|Những\s+)?(?:quy\s+định|nội\s+dung)\b", re.IGNORECASE)
_PLAIN = word_set("thì sẽ mà trường hợp quy định các tại riêng nội dung của và những này luật nghị thông tư quyết bộ pháp lệnh")


def _between(general: Effect | None, day: When, text: str) -> When:
    first = general.start if general else None
    why = Message("a part of the provision takes effect on another day: “{words}”", words=text)
    if isinstance(first, date) and isinstance(day, date):
        return Bounded(min(first, day), max(first, day), why)
    return Unknown(why)


def _of_this_act(tokens: Sequence[Token]) -> bool:
    """Whether the provisions in front are of this act: "của Luật này" follows, or more of the list, or nothing."""
    low = [t.low for t in tokens[:5] if t.low not in ("của", "tại")]
    return not low or low[0] in (",", "và") or "này" in low


def _excepted(text: str, meta: Meta) -> list[Rule]:
    """ ", trừ khoản 3 Điều 1 có hiệu lực từ ngày …" inside the general clause."""
    rules = []
    for part in re.split(r",?\s+trừ\s+", text)[1:]:
        match = _TAKES_EFFECT.search(part)
        if match:
            rules += _rules(part, meta, Effect(meta.effective or when(text, meta)))
    return rules
