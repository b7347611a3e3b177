"""The verbs of command, and whether a line opens like one.

A verb may open an ordinary sentence too ("Bỏ chạy để trốn tránh trách nhiệm", "Bổ sung vốn điều lệ"): a command goes on with what commands
act on.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache

from lawtrack.amend.cited import Cited, act_title, kind_at, read_act
from lawtrack.amend.clauses import Verb
from lawtrack.amend.objects import how_many, order_of
from lawtrack.amend.provenance import without_provenance
from lawtrack.amend.quoted import starts_words
from lawtrack.amend.references import Ref, Role, read_refs, starts_ref, unit_at
from lawtrack.amend.regulations import names_regulation
from lawtrack.amend.tokens import Sort, Token, tokenize, word_set

# Longest first. A verb of several words is one verb ("sửa đổi, bổ sung").
VERBS: tuple[tuple[tuple[str, ...], Verb], ...] = (
    # "Sửa đổi và ban hành kèm theo các Mẫu số 01, 02": this act gives them anew
    (("sửa", "đổi", ",", "bổ", "sung", "và", "ban", "hành", "kèm", "theo"), Verb.SUBSTITUTE),
    (("sửa", "đổi", "và", "ban", "hành", "kèm", "theo"), Verb.SUBSTITUTE),
    (("thay", "thế", "và", "ban", "hành", "kèm", "theo"), Verb.REPLACE),
    (("sửa", "đổi", ",", "bổ", "sung"), Verb.SUBSTITUTE),
    (("sửa", "đổi", "và", "bổ", "sung"), Verb.SUBSTITUTE),
    (("bổ", "sung", ",", "sửa", "đổi"), Verb.SUBSTITUTE),
    (("sửa", "đổi", "bổ", "sung"), Verb.SUBSTITUTE),
    (("sửa", "đổi", "lại"), Verb.SUBSTITUTE),
    (("điều", "chỉnh", ",", "bổ", "sung"), Verb.SUBSTITUTE),
    (("điều", "chỉnh"), Verb.SUBSTITUTE),
    (("sửa", "đổi"), Verb.SUBSTITUTE),
    (("sửa", "lại"), Verb.SUBSTITUTE),
    (("chỉnh", "sửa"), Verb.CORRECT),
    (("đính", "chính"), Verb.CORRECT),
    (("bổ", "sung", "thêm"), Verb.INSERT),
    (("bổ", "sung", "mới"), Verb.INSERT),
    (("bổ", "sung"), Verb.INSERT),
    (("thêm",), Verb.INSERT),
    (("bãi", "bỏ", "hiệu", "lực", "của"), Verb.REPEAL),
    (("bãi", "bỏ"), Verb.REPEAL),
    (("hủy", "bỏ"), Verb.REPEAL),
    (("xóa", "bỏ"), Verb.REPEAL),
    (("loại", "bỏ"), Verb.REPEAL),
    (("bỏ",), Verb.REPEAL),
    (("chấm", "dứt", "hiệu", "lực", "của"), Verb.REPEAL),
    (("chấm", "dứt", "hiệu", "lực"), Verb.REPEAL),
    (("thay", "thế"), Verb.REPLACE),
    (("thay", "đổi"), Verb.REPLACE),
    (("thay",), Verb.REPLACE),
    (("chuyển",), Verb.RENUMBER),
    (("đưa",), Verb.RENUMBER),
    (("gộp",), Verb.RECAST),
    (("tách",), Verb.RECAST),
    (("đánh", "số", "lại"), Verb.RENUMBER),
    (("đánh", "lại", "số", "thứ", "tự"), Verb.RENUMBER),
    (("đánh", "số", "thứ", "tự", "lại"), Verb.RENUMBER),
    (("đổi", "số", "thứ", "tự"), Verb.RENUMBER),
    (("trở",), Verb.RENUMBER),  # "khoản 4 trở thành khoản 3"
    (("sửa",), Verb.CORRECT),
)


_FIRST_WORDS = frozenset(words[0] for words, _ in VERBS) | {"đổi"}


def verb_at(tokens: Sequence[Token], i: int) -> tuple[Verb, int] | None:
    """(verb, index behind it) at `i`, or None."""
    if i >= len(tokens) or tokens[i].sort is not Sort.WORD or tokens[i].low not in _FIRST_WORDS:
        return None
    for words, verb in VERBS:
        there = tokens[i : i + len(words)] if words[0] == tokens[i].low else ()
        if tuple(t.low for t in there if t.sort is not Sort.QUOTE) == words:
            return verb, i + len(words)
    if tokens[i].low == "đổi" and i + 1 < len(tokens) and tokens[i + 1].low in ("tên", "thành", "cụm", "từ", "các"):
        return Verb.SUBSTITUTE, i + 1  # "Đổi tên Chương V thành “…”", "khoản 3 được đổi thành khoản 4"
    return None


@lru_cache(maxsize=1024)  # of one line it is asked several times
def is_command(text: str) -> bool:
    """Whether a line opens like a command: with a verb, or with a unit or words that "được" a verb says something of."""
    if now := NOW.match(text):
        return is_command(text[now.end() :])
    if own := OWN_SUBJECT.match(text):
        text = text[own.end() :]
        tokens = tokenize(text)[0]
        verb = verb_at(tokens, 0)
        repeals = verb is not None and verb[0] is Verb.REPEAL and (text.rstrip().endswith(":") or _act_follows(tokens, verb[1], text))
        if verb is None or not (repeals or starts_ref(tokens, verb[1])):
            return False  # "Nghị định này sửa đổi, bổ sung một số điều của …": what the act is about
    first = _FIRST.match(text)
    if not first:
        return False
    if first.group(1).lower() in ("tại", "trong") or (("“" in text or '"' in text) and _THERE.match(text)):
        tokens = without_provenance(tokenize(text)[0], text)
        verb = verb_at(tokens, begin) if (begin := opening(tokens, text)[2]) else None
        if verb is not None:
            return starts_words(tokens, verb[1])
    if first.group(1).lower() in _VERB_WORDS and verb_at(tokens := tokenize(text)[0], 0):
        return _plausible(tokens, text)
    if overlay_at(text):
        return True
    if not _BEING.search(text):
        return False
    tokens = without_provenance(tokenize(text)[0], text)
    _refs, _act, begin = opening(tokens, text)
    return passive(tokens[begin:]) is not None


def _act_follows(tokens: Sequence[Token], i: int, text: str) -> bool:
    """Whether an act named by its number follows ("bãi bỏ các Thông tư số …"), or what is said of it ("các quy định về … tại …")."""
    while i < len(tokens) and tokens[i].low in ("các", "những", "toàn", "bộ") and not kind_at(tokens, i):
        i += 1
    if [t.low for t in tokens[i : i + 2]] in (["quy", "định"], ["nội", "dung"]) and any(t.sort is Sort.NUMBER for t in tokens[i:]):
        return True
    act = read_act(tokens, i, text)
    return act is not None and bool(act[0].number)


# "Nay bãi bỏ khoản 3 Điều 5", in older acts.
NOW = re.compile(r"^Nay,?\s+(?=\w)", re.IGNORECASE)
# "Thông tư này sửa đổi, bổ sung Điều 1 Thông tư số …": the act speaks of itself.
OWN_SUBJECT = re.compile(
    r"^(?:Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Thông tư(?: liên tịch)?|Quyết định)\s+này\s+"
    r"(?=(?:sửa đổi|bổ sung|bãi bỏ|thay thế)\b)",
    re.IGNORECASE,
)
_FIRST = re.compile(r"\W*(\w+)")
# What is said of a unit: "được" and a verb, or in older acts the verb alone in front of what it announces.
_BEING = re.compile(
    r"\bđược\s+(?:sửa|bổ|bãi|thay|hủy|huỷ|chuyển|gộp|tách|đính|bỏ|đổi|đánh|điều\s+chỉnh)|\bbị\s+(?:bãi|hủy|huỷ)\s+bỏ\b"
    r"|\b(?:sửa\s+đổi|bổ\s+sung|điều\s+chỉnh)\b[^“”]*:\s*$|\bthay\s+(?:thế\s+)?bằng\b|\b(?:trở|chuyển)\s+thành\b",
    re.IGNORECASE,
)
# "Khoản 3 Điều 22: bỏ cụm từ “…”"
_THERE = re.compile(r"[^“”\"]*\d[^“”\":,]*[:,]?\s+(?:thay|bãi|bỏ|sửa|bổ|đính)\b[^“”\"]*[“\"]", re.IGNORECASE)
_VERB_WORDS = _FIRST_WORDS | {"huỷ", "xoá"}
_BEFORE_OBJECT = word_set("các một số những toàn bộ thêm mới lại nội dung như sau đây ngành nghề : vào cuối đầu và ,")
_OBJECT_WORDS = word_set("luật nghị thông cụm từ quy điều khoản mẫu biểu danh dấu tên tiêu phụ văn chữ đoạn câu hiệu lỗi số phần")


def _plausible(tokens: Sequence[Token], text: str) -> bool:
    """A verb may open an ordinary sentence too ("Bỏ chạy để trốn tránh trách nhiệm", "Thay đổi nơi cư trú", "Bổ sung vốn"): a
    command goes on with what commands act on."""
    found = verb_at(tokens, 0)
    assert found
    verb, i = found
    while i < len(tokens) and tokens[i].low in (",", "và") and (more := verb_at(tokens, i + 1)):
        i = more[1]
    if order_of(tokens, i) > i:
        return True
    while i < len(tokens) and tokens[i].low in _BEFORE_OBJECT and not starts_ref(tokens, i) and how_many(tokens, i) == i:
        i += 1
    if i < len(tokens) and tokens[i].low == "của" and tokens[i - 1].low == "dung":
        i += 1  # "nội dung của Điều 10", "một số nội dung của các Nghị định sau"
        while i < len(tokens) and tokens[i].low in _BEFORE_OBJECT and not kind_at(tokens, i) and not starts_ref(tokens, i):
            i += 1
    if i < len(tokens) and how_many(tokens, i) > i:
        return _names_something(tokens, i + 1)
    if i >= len(tokens):
        return len(tokens) > found[1]
    several = any(t.low in ("số", "các", "những", "sau", "toàn") for t in tokens[found[1] : i])
    if (
        verb in (Verb.RENUMBER, Verb.RECAST)
        or (tokens[0].low, tokens[1].low) == ("thay", "đổi")
        or (verb is Verb.CORRECT and found[1] == 1)
    ):
        # common words of ordinary sentences ("Chuyển mục đích sử dụng đất", "Sửa một phần bản án")
        return starts_words(tokens, i) or starts_ref(tokens, i)
    return bool(
        starts_ref(tokens, i)
        or starts_words(tokens, i)
        or act_title(tokens, i)
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


def passive(tokens: Sequence[Token]) -> tuple[int, int, int, Verb] | None:
    """(index behind the subject, index of the verb, index behind it, verb) of a passive command, or None: "Điều 8 được sửa đổi …", in older
    acts "Điều 8 sửa đổi như sau:"."""
    begin = 0
    if not (starts_ref(tokens, 0) or starts_words(tokens, 0)):
        begin = _announced(tokens)
        if not begin:
            return None
    refs, behind = read_refs(tokens, begin, Role.OBJECT)
    if refs and (bare := verb_at(tokens, behind)) and bare[0] in (Verb.SUBSTITUTE, Verb.INSERT) and tokens[-1].low == ":":
        return behind, behind, bare[1], bare[0]
    if refs and [t.low for t in tokens[behind : behind + 2]] in (["trở", "thành"], ["chuyển", "thành"]):
        return behind, behind, behind + 1, Verb.RENUMBER
    if refs and not any(t.sort is Sort.QUOTE for t in tokens):
        # what is said of units follows them and their act directly
        verb = next((i for i in range(behind, len(tokens)) if tokens[i].low in ("được", "bị")), len(tokens))
        if verb > behind and not (tokens[behind].low in ("của", "tại") or kind_at(tokens, behind) or names_regulation(tokens, behind)):
            return None
    for i, token in enumerate(tokens):
        if i < behind:
            continue  # (a list of units may be parted by semicolons)
        if token.low == "thay" and i and starts_words(tokens, 0) and (found := verb_at(tokens, i)):
            return i, i, found[1], found[0]  # "Cụm từ “A” tại Điều 5 thay bằng cụm từ “B”"
        if token.low in ("được", "bị") and token.sort is Sort.WORD and (i == 0 or tokens[i - 1].low != "đã"):
            found = verb_at(tokens, i + 1)
            if found and (token.low == "được" or found[0] is Verb.REPEAL):  # "Khoản 4 Điều 25 bị bãi bỏ"
                return i, i + 1, found[1], found[0]
        if token.sort is Sort.MARK and token.low in (":", ";"):
            return None
    return None


def _announced(tokens: Sequence[Token]) -> int:
    """The index of the unit that units announced by kind stand in ("Các khoản sau đây của Điều 15 được sửa đổi"); 0 for anything else."""
    i = next((n for n, t in enumerate(tokens) if t.low in ("của", "tại")), 0)
    kinds = [t.low for t in tokens[:i]]
    plain = kinds[:1] == ["các"] and set(kinds[1:]) <= {"điều", "khoản", "điểm", "sau", "đây", ",", "và"} and len(kinds) > 1
    return i + 1 if plain and starts_ref(tokens, i + 1) else 0


def opening(tokens: Sequence[Token], text: str) -> tuple[list[Ref], Cited | None, int]:
    """(places, act, index behind) of a sentence that says first where words are changed ("Trong Luật X, cụm từ “…” được thay bằng …",
    "Tại khoản 3 Điều 22, bỏ cụm từ “…”", "Khoản 3 Điều 22: bỏ cụm từ “…”"); ([], None, 0) for any other."""
    said = bool(tokens) and tokens[0].low in ("trong", "tại")
    if not said and not starts_ref(tokens, 0):
        return [], None, 0
    refs, i = read_refs(tokens, int(said), Role.PLACE)
    if i < len(tokens) and tokens[i].low == "của":
        i += 1
    act = read_act(tokens, i, text)
    i = act[1] if act else i
    if (not refs and not act) or i >= len(tokens):
        return [], None, 0
    i -= not said and verb_at(tokens, i) is not None  # "Điểm a khoản 2 Điều 14 bổ sung cụm từ …"
    if tokens[i].low not in (",", ":") and said:
        return [], None, 0
    verb = verb_at(tokens, i + 1)
    if not verb and not said:
        return [], None, 0
    if not starts_words(tokens, verb[1] if verb else i + 1):
        return [], None, 0
    return refs, act[0] if act else None, i + 1


_OVERLAY = re.compile(r"^(?:kể\s+)?từ\s+ngày\s+[^,]*?\s(?:cho\s+)?đến\s+[^,]*,\s*", re.IGNORECASE)
APPLIED = re.compile(
    r"\s*(?:được|thì|sẽ)?\s*(?:được\s+)?(?:áp\s+dụng|thực\s+hiện)(?:\s+theo\s+quy\s+định)?\s+(?:như\s+)?sau\b.*$", re.IGNORECASE
)


def overlay_at(text: str) -> int:
    """The index behind the period of "Từ ngày … đến hết ngày …, khoản 2 Điều 3 của Nghị định … được áp dụng như sau:"; 0 for any other
    sentence."""
    match = _OVERLAY.match(text)
    return match.end() if match and APPLIED.search(text) else 0
