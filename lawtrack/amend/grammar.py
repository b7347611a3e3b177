"""The grammar of one sentence of command: tokens → clauses.

Five slots: VERB, OBJECT, PLACE, ACT, "như sau:" (see docs/language.md). Read from left to right without going back; what the
grammar does not know is kept as `unread`, so that nothing half understood is applied.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field, replace

from lawtrack.amend.acts import Cited, kind_at, listed, read_act
from lawtrack.amend.clauses import Clause, Sentence, Verb, Words
from lawtrack.amend.provenance import without_provenance
from lawtrack.amend.references import Ref, Role, label_at, read_refs, separator_at, starts_ref, unit_at
from lawtrack.amend.tokens import Sort, Token, tokenize, word_set
from lawtrack.amend.wording import read_words, starts_words
from lawtrack.law.address import Step
from lawtrack.law.operation import Position
from lawtrack.law.provision import CONTAINERS, Kind
from lawtrack.text.fold import strip_marks

# Longest first. A verb of several words is one verb ("sửa đổi, bổ sung").
VERBS: tuple[tuple[tuple[str, ...], Verb], ...] = (
    (("sửa", "đổi", ",", "bổ", "sung"), Verb.SUBSTITUTE),
    (("sửa", "đổi", "và", "bổ", "sung"), Verb.SUBSTITUTE),
    (("bổ", "sung", ",", "sửa", "đổi"), Verb.SUBSTITUTE),
    (("sửa", "đổi", "bổ", "sung"), Verb.SUBSTITUTE),
    (("sửa", "đổi", "lại"), Verb.SUBSTITUTE),
    (("sửa", "đổi"), Verb.SUBSTITUTE),
    (("sửa", "lại"), Verb.SUBSTITUTE),
    (("chỉnh", "sửa"), Verb.CORRECT),
    (("đính", "chính"), Verb.CORRECT),
    (("bổ", "sung", "thêm"), Verb.INSERT),
    (("bổ", "sung", "mới"), Verb.INSERT),
    (("bổ", "sung"), Verb.INSERT),
    (("thêm",), Verb.INSERT),
    (("bãi", "bỏ"), Verb.REPEAL),
    (("hủy", "bỏ"), Verb.REPEAL),
    (("xóa", "bỏ"), Verb.REPEAL),
    (("loại", "bỏ"), Verb.REPEAL),
    (("bỏ",), Verb.REPEAL),
    (("thay", "thế"), Verb.REPLACE),
    (("thay", "đổi"), Verb.REPLACE),
    (("thay",), Verb.REPLACE),
    (("chuyển",), Verb.RENUMBER),
    (("đánh", "số", "lại"), Verb.RENUMBER),
    (("sửa",), Verb.CORRECT),
)
_GENERIC = word_set(
    "điều khoản điểm mục chương phần tiết cụm từ ngữ mẫu biểu phụ lục danh nội dung quy định số dấu phẩy chấm tên đoạn gạch đầu dòng "
    "tiểu cơ quan luật văn bản nghị thông tư quyết pháp lệnh lỗi kỹ thuật sai sót chính tả phạm"
)


def verb_at(tokens: Sequence[Token], i: int) -> tuple[Verb, int] | None:
    """(verb, index behind it) at `i`, or None."""
    if i >= len(tokens) or tokens[i].sort is not Sort.WORD:
        return None
    for words, verb in VERBS:
        if len(tokens) >= i + len(words) and all(
            tokens[i + n].low == w and tokens[i + n].sort is not Sort.QUOTE for n, w in enumerate(words)
        ):
            return verb, i + len(words)
    return None


def is_command(text: str) -> bool:
    """Whether a line opens like a command: with a verb, or with a unit or words that "được" a verb says something of."""
    if own := _OWN_SUBJECT.match(text):
        text = text[own.end() :]
        tokens = tokenize(text)[0]
        verb = verb_at(tokens, 0)
        if verb is None or not starts_ref(tokens, verb[1]):
            return False  # "Nghị định này sửa đổi, bổ sung một số điều của …": what the act is about
    first = _FIRST.match(text)
    if not first:
        return False
    if first.group(1).lower() in _VERB_WORDS:
        tokens, _ = tokenize(text)
        return bool(verb_at(tokens, 0)) and _plausible(tokens, text)
    if overlay_at(text):
        return True
    if not _BEING.search(text):
        return False
    tokens = without_provenance(tokenize(text)[0], text)
    _refs, _act, begin = _opening(tokens, text)
    return _passive(tokens[begin:]) is not None


# "Thông tư này sửa đổi, bổ sung Điều 1 Thông tư số …": the act speaks of itself.
_OWN_SUBJECT = re.compile(
    r"^(?:Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Thông tư(?: liên tịch)?|Quyết định)\s+này\s+"
    r"(?=(?:sửa đổi|bổ sung|bãi bỏ|thay thế)\b)",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\W*(\w+)")
_BEING = re.compile(r"\bđược\s+(?:sửa|bổ|bãi|thay|hủy|huỷ|chuyển|đính|bỏ)", re.IGNORECASE)
_VERB_WORDS = frozenset({words[0] for words, _ in VERBS} | {"huỷ", "xoá"})
_BEFORE_OBJECT = word_set("các một số những toàn bộ thêm mới lại nội dung như sau ngành nghề : vào cuối đầu và ,")
_OBJECT_WORDS = word_set("luật nghị thông cụm từ quy điều khoản mẫu biểu danh dấu tên tiêu phụ văn chữ đoạn câu hiệu lỗi số phần")


def _plausible(tokens: Sequence[Token], text: str) -> bool:
    """A verb may open an ordinary sentence too ("Bỏ chạy để trốn tránh trách nhiệm", "Thay đổi nơi cư trú", "Bổ sung vốn"): a
    command goes on with what commands act on."""
    found = verb_at(tokens, 0)
    assert found
    verb, i = found
    while i < len(tokens) and tokens[i].low in (",", "và") and (more := verb_at(tokens, i + 1)):
        i = more[1]
    while i < len(tokens) and tokens[i].low in _BEFORE_OBJECT and not starts_ref(tokens, i):
        i += 1
    if i >= len(tokens):
        return len(tokens) > found[1]
    several = any(t.low in ("số", "các", "những", "sau", "toàn") for t in tokens[found[1] : i])
    if verb is Verb.RENUMBER or (tokens[0].low, tokens[1].low) == ("thay", "đổi") or (verb is Verb.CORRECT and found[1] == 1):
        # common words of ordinary sentences ("Chuyển mục đích sử dụng đất", "Sửa một phần bản án")
        return starts_words(tokens, i) or starts_ref(tokens, i)
    return bool(
        starts_ref(tokens, i)
        or starts_words(tokens, i)
        or tokens[i].sort in (Sort.QUOTE, Sort.NUMBER)
        or read_act(tokens, i, text)
        or (several and (unit_at(tokens, i) or tokens[i].low in _OBJECT_WORDS or kind_at(tokens, i)))
        or (tokens[i].low in _OBJECT_WORDS and _names_something(tokens, i))
        or tokens[i].low in ("cụm", "lỗi", "dấu")
        or (tokens[i].low == "từ" and tokens[i + 1 : i + 2] and tokens[i + 1].low in (",", "ngữ", "và"))
        or verb_at(tokens, i)
    )


def _names_something(tokens: Sequence[Token], i: int) -> bool:
    """Whether units, an act by number, or "một số luật" follow."""
    low = [t.low for t in tokens]
    return any(
        starts_ref(tokens, n) or tokens[n].sort is Sort.NUMBER or (low[n : n + 2] == ["một", "số"] and low[n + 2 : n + 3] != [])
        for n in range(i, len(tokens))
    )


def _passive(tokens: Sequence[Token]) -> tuple[int, int, Verb] | None:
    """(index of "được", index behind the verb, verb) of a passive command, or None."""
    if not (starts_ref(tokens, 0) or starts_words(tokens, 0)):
        return None
    refs, behind = read_refs(tokens, 0, Role.OBJECT)
    if refs and not any(t.sort is Sort.QUOTE for t in tokens):
        # what is said of units follows them and their act directly
        verb = next((i for i in range(behind, len(tokens)) if tokens[i].low == "được"), len(tokens))
        if verb > behind and not (tokens[behind].low in ("của", "tại") or kind_at(tokens, behind)):
            return None
    for i, token in enumerate(tokens):
        if token.low == "được" and token.sort is Sort.WORD and (i == 0 or tokens[i - 1].low != "đã") and (found := verb_at(tokens, i + 1)):
            return i, found[1], found[0]
        if token.sort is Sort.MARK and token.low in (":", ";"):
            return None
    return None


@dataclass(slots=True)
class _Reader:
    """The state of reading one sentence."""

    tokens: Sequence[Token]
    text: str
    clauses: list[Clause] = field(default_factory=list)
    scope: list[Ref] = field(default_factory=list)
    act: Cited | None = None
    remarks: list[str] = field(default_factory=list)

    # References that stand in front of an act belong to it, back to the act before.
    def claim(self, cited: Cited, since: int) -> None:
        def mine(refs: tuple[Ref, ...]) -> tuple[Ref, ...]:
            return tuple(replace(r, act=cited) if r.act is None else r for r in refs)

        for n in range(since, len(self.clauses)):
            c = self.clauses[n]
            words = tuple(replace(w, places=mine(w.places)) for w in c.words)
            self.clauses[n] = replace(c, objects=mine(c.objects), at=mine(c.at), words=words)


def _opening(tokens: Sequence[Token], text: str) -> tuple[list[Ref], Cited | None, int]:
    """(places, act, index behind) of a sentence that says first where words are changed ("Trong Luật X, cụm từ “…” được thay bằng …");
    ([], None, 0) for any other."""
    if not tokens or tokens[0].low not in ("trong", "tại"):
        return [], None, 0
    refs, i = read_refs(tokens, 1, Role.PLACE)
    if i < len(tokens) and tokens[i].low == "của":
        i += 1
    act = read_act(tokens, i, text)
    i = act[1] if act else i
    if (not refs and not act) or i >= len(tokens) or tokens[i].low not in (",", ":") or not starts_words(tokens, i + 1):
        return [], None, 0
    return refs, act[0] if act else None, i + 1


def read_sentence(text: str) -> Sentence:
    """The clauses of one command line. Never raises: what is not understood is `unread` in its clause."""
    if own := _OWN_SUBJECT.match(text):
        return replace(read_sentence(text[own.end() :]), text=text)
    raw, doubts = tokenize(text)
    if begin := overlay_at(text):
        return _overlay(text, begin, doubts)
    tokens = list(without_provenance(raw, text))
    places, act, begin = _opening(tokens, text)
    tokens = tokens[begin:]
    opens = bool(tokens) and (
        tokens[-1].low == ":" or [t.low for t in tokens[-2:]] == ["như", "sau"] or "như sau" in " ".join(t.low for t in tokens[-4:])
    )
    tokens = _active(tokens)
    reader = _Reader(tokens, text)
    i = 0
    while i < len(tokens):
        i = _clause(reader, i)
    if begin:
        here = tuple(replace(r, act=act) for r in places)
        reader.clauses = [replace(c, words=tuple(_there(w, here) for w in c.words)) for c in reader.clauses]
        reader.act = reader.act or act
    return Sentence(text, tuple(reader.clauses), reader.act, tuple(reader.scope), opens, (*doubts, *reader.remarks))


_OVERLAY = re.compile(r"^(?:kể\s+)?từ\s+ngày\s+[^,]*?\s(?:cho\s+)?đến\s+[^,]*,\s*", re.IGNORECASE)
_APPLIED = re.compile(
    r"\s*(?:được|thì|sẽ)?\s*(?:được\s+)?(?:áp\s+dụng|thực\s+hiện)(?:\s+theo\s+quy\s+định)?\s+(?:như\s+)?sau\b.*$", re.IGNORECASE
)


def overlay_at(text: str) -> int:
    """The index behind the period of "Từ ngày … đến hết ngày …, khoản 2 Điều 3 của Nghị định … được áp dụng như sau:"; 0 for any other
    sentence."""
    match = _OVERLAY.match(text)
    return match.end() if match and _APPLIED.search(text) else 0


def _overlay(text: str, begin: int, doubts: list[str]) -> Sentence:
    named = _APPLIED.sub("", text[begin:])
    tokens = without_provenance(tokenize(named)[0], named)
    refs, i = read_refs(tokens, 0, Role.OBJECT)
    i += i < len(tokens) and tokens[i].low in ("của", "tại")
    act = read_act(tokens, i, named)
    cited, i = act if act else (None, i)
    unread = "" if refs and i >= len(tokens) else named
    objects = tuple(replace(r, act=cited) for r in refs)
    return Sentence(text, (Clause(Verb.OVERLAY, objects=objects, unread=unread),), cited, (), True, tuple(doubts))


def _there(change: Words, places: tuple[Ref, ...]) -> Words:
    return change if change.places else replace(change, places=places, whole=not places)


def _active(tokens: list[Token]) -> list[Token]:
    """A passive sentence with its verb in front ("Điều 8 được sửa đổi, bổ sung như sau" → "sửa đổi, bổ sung Điều 8 như sau")."""
    if verb_at(tokens, 0):
        return tokens
    out: list[Token] = []
    rest = tokens
    while rest and (found := _passive(rest)):
        at, behind, _verb = found
        end = next((n for n in range(behind, len(rest)) if rest[n].low == ";"), len(rest))
        out += [*rest[at + 1 : behind], *rest[:at], *rest[behind:end], *rest[end : end + 1]]
        rest = rest[end + 1 :]
    return out + rest if out else tokens


def _clause(reader: _Reader, i: int) -> int:
    """Reads the clause that begins at `i`; the index behind it."""
    tokens = reader.tokens
    joined, i = separator_at(tokens, i)
    if i >= len(tokens):
        return i
    since = len(reader.clauses)
    end = _one_clause(reader, i)
    if since < len(reader.clauses):
        reader.clauses[since] = replace(reader.clauses[since], joined=joined)
    return end


def _one_clause(reader: _Reader, i: int) -> int:
    tokens = reader.tokens
    found = verb_at(tokens, i)
    if not found:
        return _without_verb(reader, i)
    verb, i = found
    while (sep := separator_at(tokens, i))[0] and (more := verb_at(tokens, sep[1])):
        i = more[1]  # "Sửa đổi, bổ sung, thay thế, bãi bỏ một số điều": the first verb of a heading stands for all
    if i + 1 < len(tokens) and tokens[i].low == ":":
        i += 1
    if starts_words(tokens, i) or (i < len(tokens) and tokens[i].sort is Sort.QUOTE):
        return _words_clause(reader, verb, i)
    return _unit_clause(reader, verb, i)


def _without_verb(reader: _Reader, i: int) -> int:
    """Places or an act at the head of a line below a frame ("a) Khoản 1 Điều 69 … của Luật …;"), or words nobody knows."""
    tokens = reader.tokens
    since = len(reader.clauses)
    refs, j = read_refs(tokens, i, Role.OBJECT)
    if refs:
        reader.scope += refs
        return _of_act(reader, j, since)
    if act := read_act(tokens, i, reader.text):
        reader.act = reader.act or act[0]
        reader.clauses.append(Clause(Verb.EXPIRE, acts=(act[0],), generic=True))
        return act[1]
    return _unread(reader, i)


_SINCE = re.compile(r"(?:kể\s+)?từ\s+ngày\b|quy\s+định\s+(?:về|việc)\b", re.IGNORECASE)
_OPERATIVE = re.compile(r"bãi\s+bỏ|hết\s+hiệu\s+lực|thay\s+thế|sửa\s+đổi|bổ\s+sung", re.IGNORECASE)
"""What may follow a unit without changing what is said of it: a day of its own, what the unit is about."""


def _unread(reader: _Reader, i: int) -> int:
    """Takes words the grammar does not know, up to the next clause, into the clause before."""
    tokens = reader.tokens
    begin = i
    i += 1
    while i < len(tokens) and not (tokens[i].low == ";" or (tokens[i - 1].low in (",", ";", "và") and verb_at(tokens, i))):
        i += 1
    words = reader.text[tokens[begin].start : tokens[i - 1].end].strip(" .:;,")
    if begin and tokens[begin - 1].low == "." and tokens[begin].text[:1].isupper() and not _OPERATIVE.search(words):
        reader.remarks.append(f"a sentence behind the command commands nothing: {words}")
        return i
    if (
        words
        and not _SINCE.match(words)
        and strip_marks(words).lower() not in ("nhu sau", "sau day", "nhu sau day", "cu the nhu sau", "lai nhu sau")
    ):
        if reader.clauses:
            last = reader.clauses[-1]
            reader.clauses[-1] = replace(last, unread=(last.unread + " " + words).strip())
        else:
            reader.clauses.append(Clause(Verb.SUBSTITUTE, unread=words))
    return i


def _of_act(reader: _Reader, i: int, since: int) -> int:
    """Reads "của Luật …", "ban hành kèm theo Thông tư số …" behind references; the index behind it."""
    tokens = reader.tokens
    j = i
    while j < len(tokens) and (
        tokens[j].low in ("của", "tại", "thuộc", "trong", "ban", "hành", "kèm", "theo", "về", "quy", "định") and tokens[j].sort is Sort.WORD
    ):
        if (tokens[j].low == "về") and not kind_at(tokens, j + 1):
            break
        j += 1
    act = read_act(tokens, j, reader.text)
    if not act and (attached := _attached(tokens, i)):
        act = read_act(tokens, attached, reader.text)
        if act and not act[0].own:
            _inside_attached(reader, since)
    if not act:
        return _annex_name(reader, i)
    cited, j = act
    last = reader.clauses[-1] if reader.clauses else None
    if cited.own and last is not None and last.verb is not Verb.REPEAL:
        # "Bổ sung Phụ lục I ban hành kèm theo Thông tư này": this act gives what comes in, and is not changed itself
        reader.clauses[-1] = replace(last, by_act=cited)
        return j
    reader.claim(cited, since)
    reader.scope = [replace(r, act=cited) if r.act is None else r for r in reader.scope]
    reader.act = reader.act or cited
    return j


_REGULATIONS = (("quy", "chế"), ("quy", "định"), ("điều", "lệ"), ("quy", "trình"), ("bản", "quy"), ("nội", "quy"), ("chương", "trình"))


def _attached(tokens: Sequence[Token], i: int) -> int:
    """The index of the act behind "của Quy chế … ban hành kèm theo Nghị định số …"; 0 where no attached regulation is named at `i`."""
    j = i + 1 if i < len(tokens) and tokens[i].low in ("của", "tại", "trong") else i
    named = j < len(tokens) and (
        tokens[j].sort is Sort.QUOTE or (tokens[j].text[:1].isupper() and tuple(t.low for t in tokens[j : j + 2]) in _REGULATIONS)
    )
    if not named:
        return 0
    while j + 2 < len(tokens) and tokens[j].low not in (";", ":"):
        if (tokens[j].low, tokens[j + 1].low) == ("kèm", "theo") and kind_at(tokens, j + 2):
            return j + 2
        j += 1
    return 0


def _inside_attached(reader: _Reader, since: int) -> None:
    """The units named so far stand in the regulation attached to the act that follows."""

    def inside(refs: tuple[Ref, ...]) -> tuple[Ref, ...]:
        root = Step(Kind.QUY_CHE, "")
        return tuple(replace(r, steps=(root, *r.steps)) if r.act is None and r.steps[:1] != (root,) else r for r in refs)

    for n in range(since, len(reader.clauses)):
        c = reader.clauses[n]
        changed = tuple(replace(w, places=inside(w.places)) for w in c.words)
        reader.clauses[n] = replace(c, objects=inside(c.objects), at=inside(c.at), words=changed)
    reader.scope = list(inside(tuple(reader.scope)))


def _annex_name(reader: _Reader, i: int) -> int:
    """The name of an annex behind its number ("Phụ lục IV về Danh mục ngành, nghề …"): description, up to the end of the object."""
    tokens = reader.tokens
    if i < len(tokens) and tokens[i].low in ("về", "danh") and i > 0:
        while i < len(tokens) and not (
            tokens[i].low in (":", ";")
            or [t.low for t in tokens[i : i + 2]] in (["như", "sau"], ["ban", "hành"], ["kèm", "theo"])
            or tokens[i].sort is Sort.QUOTE
            or (tokens[i].low == "bằng")
        ):
            i += 1
        if i < len(tokens) and tokens[i].low in ("ban", "kèm"):
            return _of_act(reader, i, 0)
    return i


def _words_clause(reader: _Reader, verb: Verb, i: int) -> int:
    since = len(reader.clauses)
    words, acts, i, unread = read_words(reader.tokens, i, verb, reader.text, lambda n: bool(verb_at(reader.tokens, n)))
    reader.clauses.append(Clause(verb, words=words, unread=unread))
    if acts:
        reader.act = reader.act or acts[-1]
        reader.claim(acts[-1], since) if len(acts) == 1 else None
    return i


def _unit_clause(reader: _Reader, verb: Verb, i: int) -> int:
    tokens, since = reader.tokens, len(reader.clauses)
    described_from = i
    if (end := _announced_words(tokens, i)) != i:
        reader.clauses.append(Clause(verb, generic=True))
        return _of_act(reader, end, since)
    i, generic, some = _generic(tokens, i)
    objects, j = read_refs(tokens, i, Role.OBJECT)
    if not objects and verb is Verb.REPEAL and not generic and not kind_at(tokens, i):
        return _described(reader, described_from)
    if generic and objects and some:
        reader.scope += objects
        objects = []
    i = j
    if not objects and not generic and (act := read_act(tokens, i, reader.text)):
        reader.clauses.append(Clause(verb, acts=(act[0],)))
        i = act[1]
    else:
        reader.clauses.append(Clause(verb, objects=tuple(objects), generic=generic and not objects))
    while i < len(tokens):
        begin = i
        i = _of_act(reader, i, since)
        if i == begin:
            i = _tail(reader, since, i)
        if i == begin:
            sep, j = separator_at(tokens, i)
            if sep and (verb_at(tokens, j) or j >= len(tokens)):
                return j if j >= len(tokens) else i
            if sep and verb is Verb.REPEAL and not starts_ref(tokens, j) and not starts_words(tokens, j) and _describing(tokens, j):
                return _described(reader, j)
            if sep and starts_words(tokens, j) and verb in (Verb.REPEAL, Verb.REPLACE, Verb.INSERT):
                return _words_clause(reader, verb, j)
            if sep and not starts_ref(tokens, j) and (k := _generic(tokens, j))[0] > j and k[2] and starts_ref(tokens, k[0]):
                # "tên điều và một số khoản của Điều 9"
                more, i = read_refs(tokens, k[0], Role.OBJECT)
                reader.scope += more
                reader.clauses.append(Clause(verb, generic=True))
                continue
            if sep and starts_ref(tokens, j):
                more, i = read_refs(tokens, j, Role.OBJECT)
                last = reader.clauses[-1]
                if last.position is not None:
                    reader.clauses.append(Clause(verb, objects=tuple(more)))
                else:
                    reader.clauses[-1] = replace(last, objects=(*last.objects, *more))
                continue
            if sep and (act := read_act(tokens, j, reader.text)):
                last = reader.clauses[-1]
                one_more = listed(last.acts[-1] if last.acts else reader.act, act[0], sep)
                reader.clauses[-1] = replace(last, acts=(*last.acts, one_more))
                i = act[1]
                continue
            if verb_at(tokens, i) and i > 0 and tokens[i - 1].low in (",", ";", "và"):
                return i
            if not objects and not reader.clauses[-1].acts and (act := read_act(tokens, i, reader.text)):
                reader.clauses[-1] = replace(reader.clauses[-1], acts=(act[0],), generic=generic)
                reader.act = reader.act or act[0]
                i = act[1]
                continue
            return _unread(reader, i) if not _ends(tokens, i) else len(tokens)
    return i


def _announced_words(tokens: Sequence[Token], i: int) -> int:
    """The index behind an object that only announces changes of words ("từ, cụm từ, dấu phẩy tại các điều, khoản sau đây"); the places
    it names are those of the lines below."""
    if starts_ref(tokens, i):
        return i
    nouns = ("một", "số", "các", "những", "cụm", "từ", "ngữ", "dấu", "phẩy", "chấm", ",", "và")
    j = i
    while j < len(tokens) and tokens[j].low in nouns and tokens[j].sort is not Sort.QUOTE:
        j += 1
    if not any(t.low in ("từ", "dấu") for t in tokens[i:j]):
        return i
    while j < len(tokens) and tokens[j].sort is not Sort.QUOTE and not kind_at(tokens, j) and tokens[j].low not in (";", ":"):
        refs, k = read_refs(tokens, j, Role.OBJECT)
        if not refs and tokens[j].low not in _ANNOUNCING:
            return i
        j = k if refs else j + 1
    return i if j < len(tokens) and tokens[j].sort is Sort.QUOTE else j


_ANNOUNCING = _GENERIC | word_set("tại vào trong ở của như sau đây . , và các một")


def _ends(tokens: Sequence[Token], i: int) -> bool:
    """Whether only the close of the sentence is left: "như sau:", ".", "sau đây"."""
    return all(t.low in ("như", "sau", "đây", ":", ".", ";", ",", "/", "cụ", "thể", "là") and t.sort is not Sort.QUOTE for t in tokens[i:])


_LOOSE = word_set("các những ngành nghề toàn bộ mới sau đây")
_LISTING = word_set(", và các sau những")


def _generic(tokens: Sequence[Token], i: int) -> tuple[int, bool, bool]:
    """(index behind the filling words of the object, whether they are a generic object, whether "một số" was said): "một số điểm,
    khoản của", "các văn bản sau đây", "ngành, nghề"."""
    begin, some, noun = i, False, False
    while i < len(tokens) and tokens[i].sort is Sort.WORD and not starts_ref(tokens, i):
        low = tokens[i].low
        if low in ("một", "như") and i + 1 < len(tokens) and tokens[i + 1].low == ("số" if low == "một" else "sau"):
            some = some or low == "một"
            i += 2
        elif low in _LOOSE:
            i += 1
        elif low in _GENERIC and (some or noun or tokens[i - 1].low in _LISTING or low in ("nội", "lỗi", "sai")) and not _named(tokens, i):
            noun = True
            i += 1
        elif low in ("của", "tại", "trong") and i > begin:
            i += 1
            if kind_at(tokens, i):
                return i - 1, True, some
        else:
            break
        while (
            i + 1 < len(tokens)
            and tokens[i].low in (",", "và")
            and tokens[i + 1].low in _GENERIC | _LOOSE
            and not starts_ref(tokens, i + 1)
        ):
            i += 1
    dated = noun and [t.low for t in tokens[i : i + 3]] == ["kể", "từ", "ngày"]
    return i, some or _ends(tokens, i) or dated or (noun and bool(kind_at(tokens, i))), some


def _named(tokens: Sequence[Token], i: int) -> bool:
    """Whether an act is named here, not only kinds of acts ("các Nghị định và quy định sau")."""
    kind = kind_at(tokens, i)
    if not kind or kind[1] >= len(tokens):
        return False
    behind = tokens[kind[1]]
    return behind.sort in (Sort.NUMBER, Sort.WORD) and behind.low not in ("sau", "và", "như")


def _tail(reader: _Reader, since: int, i: int) -> int:
    """Reads one phrase behind the object: where an insertion goes, what a unit becomes, what it holds; the index behind it."""
    tokens = reader.tokens
    clause = reader.clauses[-1]
    if tokens[i].sort is Sort.QUOTE and i and tokens[i - 1].low in (":", "sau"):
        reader.clauses[-1] = replace(clause, quoted=(*clause.quoted, tokens[i].text))
        return i + 1
    low = [t.low for t in tokens[i : i + 3] if t.sort is not Sort.QUOTE]
    if not low:
        return i
    if clause.verb is Verb.INSERT or (clause.verb is Verb.SUBSTITUTE and low[0] in ("vào",)):
        j = i + 1 if low[0] == "và" and low[1:2] and low[1] in ("vào", "sau", "trước") else i
        words = [t.low for t in tokens[j : j + 3]]
        into = words[:1] == ["vào"]
        k = j + 1 if into else j
        side = tokens[k].low if k < len(tokens) else ""
        if side in ("sau", "trước", "cuối", "đầu") and [t.low for t in tokens[k : k + 2]] != ["sau", "đây"]:
            k += 1
            while k < len(tokens) and tokens[k].low in ("của", "vị", "trí", "các", "liền"):
                k += 1
            refs, end = read_refs(tokens, k, Role.ANCHOR if side in ("sau", "trước") else Role.RECEIVER)
            if refs:
                position = {"sau": Position.AFTER, "trước": Position.BEFORE, "cuối": Position.END, "đầu": Position.START}[side]
                return _positioned(reader, refs, position, end)
        elif into:
            refs, end = read_refs(tokens, k, Role.RECEIVER)
            if refs:
                return _positioned(reader, refs, Position.INTO, end)
            if act := read_act(tokens, k, reader.text):
                reader.claim(act[0], since)
                reader.act = reader.act or act[0]
                return act[1]
    if low[0] in ("trong", "tại", "của", "thuộc", "ở", "vào"):
        refs, end = read_refs(tokens, i + 1, Role.RECEIVER)
        if refs and clause.verb is Verb.INSERT:
            return _positioned(reader, refs, None, end)
        if refs:
            if clause.by:
                # "bằng Phụ lục số 1 … thuộc Phụ lục II": an annex inside an annex of this act
                reader.clauses[-1] = replace(clause, by=tuple(replace(r, form=True) for r in clause.by))
                return _of_act(reader, end, since)
            if clause.objects:
                prefix = refs[0].steps
                objects = tuple(
                    replace(r, steps=(*prefix, *r.steps)) if len(refs) == 1 and r.steps[:1] != prefix[:1] else r for r in clause.objects
                )
                reader.clauses[-1] = replace(clause, objects=objects)
            else:
                reader.scope += refs
            return end
    if low[0] in ("gồm", "bao"):
        k = i + 1 if low[0] == "gồm" else i + 2
        refs, end = read_refs(tokens, k, Role.OBJECT)
        if refs:
            return end
    if low[0] == "thành":
        refs, end = read_refs(tokens, i + 1, Role.OBJECT)
        if refs and [t.low for t in tokens[end : end + 2]] in (["ban", "hành"], ["kèm", "theo"]):
            reader.clauses[-1] = replace(clause, by=tuple(refs))  # "Sửa Mẫu số 6 thành Mẫu số 29 ban hành kèm theo Thông tư này"
            return _of_act(reader, end, len(reader.clauses))
        if refs:
            reader.clauses[-1] = replace(clause, verb=Verb.RENUMBER, at=tuple(refs))
            return end
    if low[0] == "bằng":
        refs, end = read_refs(tokens, i + 1, Role.OBJECT)
        k = end if refs else i + 1
        while k < len(tokens) and tokens[k].low in ("ban", "hành", "kèm", "theo", "của", "tại", "các", "tương", "ứng"):
            k += 1
        act = read_act(tokens, k, reader.text)
        if refs or act:
            reader.clauses[-1] = replace(clause, by=tuple(refs), by_act=act[0] if act else None)
            return act[1] if act else end
    if low[:2] == ["như", "sau"]:
        return i + 2
    if low[0] in (":", ".", "/"):
        return i + 1
    if low[0] in ("-", "–") and clause.objects and clause.objects[-1].steps and clause.objects[-1].steps[-1].kind in CONTAINERS:
        # the name of a container behind its number ("Mục 3 Chương II - Giáo dục nghề nghiệp gồm …")
        while i < len(tokens) and tokens[i].low not in ("gồm", "bao", ";", ":", ".") and tokens[i].sort is not Sort.QUOTE:
            i += 1
        return i
    if low[0] == "là" and clause.objects:
        return i
    return i


def _positioned(reader: _Reader, refs: list[Ref], position: Position | None, end: int) -> int:
    clause = reader.clauses[-1]
    if (
        position is None
        or (clause.at and clause.position is Position.INTO)
        or (clause.at and clause.position in (Position.AFTER, Position.BEFORE))
    ):
        # A container named besides the neighbour ("trong Mục 4 Chương VIII", "vào Chương VIII và vào trước Điều 99").
        if clause.position in (Position.AFTER, Position.BEFORE) and clause.at:
            at = tuple(replace(r, within=refs[0].steps) for r in clause.at)
            reader.clauses[-1] = replace(clause, at=at)
            return end
        if position is None:
            reader.clauses[-1] = replace(clause, at=tuple(r.said(Role.RECEIVER) for r in refs), position=Position.INTO)
            return end
        at = tuple(replace(r, within=clause.at[0].steps) for r in refs)
        reader.clauses[-1] = replace(clause, at=at, position=position)
        return end
    reader.clauses[-1] = replace(clause, at=tuple(refs), position=position)
    return end


def _describing(tokens: Sequence[Token], i: int) -> bool:
    """Whether a description of what goes begins here ("các quy định về …", "những nội dung …")."""
    i += i < len(tokens) and tokens[i].low in ("các", "những")
    return [t.low for t in tokens[i : i + 2]] in (["quy", "định"], ["nội", "dung"])


def _described(reader: _Reader, i: int) -> int:
    """A repeal that describes what goes ("các nội dung quy định về … tại khoản 3 Điều 27"): the places named last are its targets."""
    tokens, since, begin = reader.tokens, len(reader.clauses), i
    refs: list[Ref] = []
    while i < len(tokens) and tokens[i].low != ";":
        if tokens[i].low in ("tại", "của", "trong") or (i > 0 and tokens[i - 1].low in (":", ",")):
            found, j = read_refs(tokens, i + 1 if tokens[i].low in ("tại", "của", "trong") else i, Role.OBJECT)
            if found:
                refs += found
                i = j
                continue
        if kind_at(tokens, i):
            break
        i += 1
    words = reader.text[tokens[begin].start : tokens[i - 1].end] if i > begin else ""
    reader.clauses.append(Clause(Verb.REPEAL, objects=tuple(refs), described=words.strip(" :;.") or "?"))
    after = _of_act(reader, i, since)
    return after if after > begin else i + 1


def _label(tokens: Sequence[Token], i: int) -> bool:
    unit = unit_at(tokens, i)
    return bool(unit and label_at(tokens, unit[1], unit[0]))
