"""Acts as commands cite them: "Luật Đầu tư công số 39/2019/QH14", "Thông tư số 39/2016/TT-NHNN ngày … của … quy định về …"."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from lawtrack.amend.references import label_at, unit_at
from lawtrack.amend.tokens import Sort, Token, word_set
from lawtrack.law.catalogue import name_key
from lawtrack.text.dates import first_date

_KINDS = (
    ("thông", "tư", "liên", "tịch"),
    ("nghị", "quyết", "liên", "tịch"),
    ("văn", "bản", "hợp", "nhất"),
    ("bộ", "luật"),
    ("pháp", "lệnh"),
    ("nghị", "quyết"),
    ("nghị", "định"),
    ("thông", "tư"),
    ("quyết", "định"),
    ("chỉ", "thị"),
    ("hiến", "pháp"),
    ("lệnh",),
    ("luật",),
)
_KIND_WORDS = frozenset(words[0] for words in _KINDS)
# Words behind which the description of an act names units of yet another act ("quy định chi tiết khoản 1, khoản 2 Điều 5 Luật …").
_DETAILS = ("tiết", "dẫn", "hành", "điều", "bổ", "sung", "biện", "pháp")


_CLAUSE_STARTS = word_set(
    "sửa bổ bãi thay hủy huỷ bỏ đính chuyển cụm từ dấu điểm khoản điều các mục chương phần phụ mẫu tên tiêu tại và nội đoạn nghị thông "
    "luật quyết pháp bộ"
)


@dataclass(frozen=True, slots=True)
class Cited:
    """An act as cited: kind and name folded, number where given, year of a citation by name and year, the words. `own`: "Luật này".
    `open`: its title names an act of its own kind, so that an act behind "," or "và" may belong to the title; such an act is `doubtful`."""

    kind: str
    name: str = ""
    number: str = ""
    year: int | None = None
    words: str = ""
    own: bool = False
    open: bool = False
    doubtful: bool = False


def kind_at(tokens: Sequence[Token], i: int) -> tuple[str, int] | None:
    """(kind, index behind it) of the word for a kind of act at `i`. Kinds are printed with a capital ("Luật"), which tells them from
    the word in running text ("pháp luật", "quyết định")."""
    if i >= len(tokens) or tokens[i].low not in _KIND_WORDS or tokens[i].sort is not Sort.WORD or not tokens[i].text[:1].isupper():
        return None
    for words in _KINDS:
        if len(tokens) >= i + len(words) and all(tokens[i + n].low == w and tokens[i + n].sort is Sort.WORD for n, w in enumerate(words)):
            return " ".join(words), i + len(words)
    return None


def act_title(tokens: Sequence[Token], i: int) -> int:
    """The index of the kind of act behind "tên", "tên gọi của" at `i`: the title of an act is meant ("tên Thông tư"); 0 where none is."""
    j = i
    while j < len(tokens) and tokens[j].low in ("tên", "gọi", "của") and tokens[j].sort is Sort.WORD:
        j += 1
    return j if j > i and tokens[i].low == "tên" and kind_at(tokens, j) else 0


def read_act(tokens: Sequence[Token], i: int, sentence: str) -> tuple[Cited, int] | None:
    """The citation that begins at `i` and the index behind it, or None."""
    begin = i
    if not (found := kind_at(tokens, i)):
        return None
    kind, i = found
    if i < len(tokens) and tokens[i].low == "này":
        return Cited(kind, own=True, words=_slice(sentence, tokens, begin, i + 1)), i + 1
    name_end, number, year = i, "", None
    inner: set[str] = set()
    while i < len(tokens):
        token = tokens[i]
        if token.low == "số" and i + 1 < len(tokens) and tokens[i + 1].sort is Sort.NUMBER:
            number, name_end, i = tokens[i + 1].text, i, i + 2
            i, inner = _description(tokens, i, kind, name_end > found[1])
            break
        if token.sort is Sort.NUMBER:
            number, name_end, i = token.text, i, i + 1
            i, inner = _description(tokens, i, kind, name_end > found[1])
            break
        if _name_ends(tokens, i, begin):
            name_end = i
            break
        i += 1
        name_end = i
    name = _slice(sentence, tokens, begin, name_end)
    words = _slice(sentence, tokens, begin, i)
    if not number:
        bare, year = _dated(name)
        name = bare
    if not number and name_key(name) == kind:
        return None
    return Cited(kind, name_key(name), number, year, words, open=kind in inner), i


def one_more(tokens: Sequence[Token], i: int, before: Cited | None) -> tuple[Cited, int] | None:
    """A further act of the kind of `before`, of which only the number is said ("các Quyết định số 19/…, 20/… và số 21/…"), and the index
    behind it, or None."""
    if before is None or not before.number or not _number_at(tokens, i):
        return None
    at = i + (tokens[i].low == "số")
    end, inner = _description(tokens, at + 1, before.kind, False)
    number = tokens[at].text
    return replace(before, number=number, year=None, words=f"{before.kind.capitalize()} số {number}", open=before.kind in inner), end


def listed(before: Cited | None, act: Cited, separator: str) -> Cited:
    """`act` behind `before` in a list: doubtful where it may belong to the title of the act in front."""
    doubtful = before is not None and (before.open or before.doubtful) and before.kind == act.kind and separator != ";"
    return replace(act, doubtful=doubtful)


def _dated(name: str) -> tuple[str, int | None]:
    """A name without the year or date behind it, and the year ("Luật Dầu khí năm 1993", "Luật … ngày 16 tháng 6 năm 2010")."""
    if match := re.search(r"\s+(?:ngày\s+.*?)?(?:năm\s+)?((?:19|20)\d\d)\s*$", name):
        day = first_date(name[match.start() :])
        return name[: match.start()], day.year if day else int(match.group(1))
    return name, None


def _slice(sentence: str, tokens: Sequence[Token], begin: int, end: int) -> str:
    return sentence[tokens[begin].start : tokens[end - 1].end] if end > begin else ""


def _unit_follows(tokens: Sequence[Token], i: int) -> bool:
    while i < len(tokens) and tokens[i].low in ("các", "tại", "tên", "những"):
        i += 1
    unit = unit_at(tokens, i)
    if not unit:
        return False
    following = unit[1] + 1 if unit[1] < len(tokens) and tokens[unit[1]].low == "từ" else unit[1]
    inner = unit_at(tokens, following)
    return label_at(tokens, inner[1] if inner else following, unit[0]) is not None


def _behind_name(tokens: Sequence[Token], i: int) -> bool:
    """Whether the words at `i` cannot belong to a citation any more, named or numbered."""
    token = tokens[i]
    if token.sort is Sort.QUOTE or token.low in (":", ";", "(", ")"):
        return True
    if token.low == "." and (i + 1 == len(tokens) or tokens[i + 1].text[:1].isupper()):
        return True
    low = [t.low for t in tokens[i : i + 4]]
    if low[:2] == [",", "trừ"] or low[:3] == [",", "ngoại", "trừ"] or (low[:1] == ["trừ"] and _unit_follows(tokens, i + 1)):
        return True  # "trong toàn bộ Nghị định số …, trừ khoản 2 Điều 6"
    if low[:2] in (["như", "sau"], ["hết", "hiệu"], ["có", "hiệu"]) or low[:3] == ["ban", "hành", "kèm"]:
        return True
    if low[:3] == ["kể", "từ", "ngày"]:
        return True
    if low[:3] == [",", "cụm", "từ"] or low[:3] == [",", "các", "cụm"]:
        return True
    if low[:1] == [","] and low[1:2] and low[1] in ("bỏ", "bãi", "thay", "sửa", "bổ") and "cụm" in low[2:]:
        return True  # "Tại khoản 1 Điều 5 Luật Sen số …, thay thế cụm từ “…”"
    if low[:1] == ["thành"] and (
        _unit_follows(tokens, i + 1) or low[1:2] == ["cụm"] or (i + 1 < len(tokens) and tokens[i + 1].sort is Sort.QUOTE)
    ):
        return True
    if low[:1] == ["được"] and low[1:2] and low[1] in ("sửa", "bổ", "thay", "bãi", "đính", "quy"):
        return True
    if low[:3] in (["bị", "bãi", "bỏ"], ["bị", "hủy", "bỏ"], ["bị", "huỷ", "bỏ"]):
        return True
    if low[:2] == ["đã", "được"] or low[:2] == ["sau", "đây"]:
        return True
    if low[:1] == ["bằng"] and (
        len(low) == 1 or low[1] in ("cụm", "từ", "phụ", "mẫu", "biểu", "các", "danh", "dấu", "lần") or tokens[i + 1].sort is Sort.QUOTE
    ):
        return True
    if low[:1] == ["vào"] and low[1:2] and low[1] in ("sau", "trước", "cuối", "đầu"):
        return True
    return low[:1] == ["tại"] and _unit_follows(tokens, i + 1)


def _name_ends(tokens: Sequence[Token], i: int, begin: int) -> bool:
    if _behind_name(tokens, i):
        return True
    if tokens[i].low in (",", "và"):
        j = i + 1 if tokens[i + 1 : i + 2] and tokens[i + 1].low != "và" else i + 2
        other = _verb_follows(tokens, j) and not _verb_follows(tokens, begin + 1) and not _verb_follows(tokens, begin + 2)
        return bool(kind_at(tokens, j)) or _unit_follows(tokens, j) or other or j >= len(tokens)
    low = [t.low for t in tokens[i : i + 2]]
    if low == ["sửa", "đổi"] and i > begin + 2:
        return True
    return low == ["kể", "từ"] or (low[:1] == ["trong"] and _unit_follows(tokens, i + 1))


_VERBS = {("sửa", "đổi"), ("bổ", "sung"), ("bãi", "bỏ"), ("thay", "thế"), ("hủy", "bỏ"), ("thay", "cụm"), ("bỏ", "cụm"), ("bỏ", "từ")}


def _verb_follows(tokens: Sequence[Token], i: int) -> bool:
    return tuple(t.low for t in tokens[i : i + 2]) in _VERBS


_WORD_NOUNS = word_set("từ dấu chữ dung đoạn câu bằng thành : ,")


def _in_title(tokens: Sequence[Token], i: int) -> bool:
    """Words that end a name and go on inside the title of a numbered act: a quoted name, "ban hành kèm theo"."""
    if tokens[i].sort is Sort.QUOTE:
        return tokens[i - 1].low not in _WORD_NOUNS
    return [t.low for t in tokens[i : i + 3]] == ["ban", "hành", "kèm"]


def whole_act(tokens: Sequence[Token], i: int) -> int:
    """The index of the act behind "toàn bộ (nội dung) Thông tư số …"; `i` where that does not stand here."""
    if [t.low for t in tokens[i : i + 2]] != ["toàn", "bộ"]:
        return i
    j = i + 2 + 2 * ([t.low for t in tokens[i + 2 : i + 4]] == ["nội", "dung"])
    return j if kind_at(tokens, j) else i


def _next_object(tokens: Sequence[Token], i: int) -> bool:
    """Whether the next object of a list begins behind a semicolon, and not more words of a title."""
    if tokens[i].low in _CLAUSE_STARTS or whole_act(tokens, i) > i:
        return True
    said = [t.low for t in tokens[i : i + 3]]
    if said[:2] in (["một", "phần"], ["toàn", "bộ"]) or said[:1] in (["riêng"], ["trừ"]) or _number_at(tokens, i):
        return True
    return said[:2] == ["quy", "định"] and said[2:] in (["tại"], ["của"]) and _unit_follows(tokens, i + 3)


def _number_at(tokens: Sequence[Token], i: int) -> bool:
    """Whether the number of a further act follows, whose kind is said in front of the list ("Quyết định số …, số …")."""
    i += i < len(tokens) and tokens[i].low == "số"
    return i < len(tokens) and tokens[i].sort is Sort.NUMBER


def _description(tokens: Sequence[Token], i: int, kind: str, named: bool) -> tuple[int, set[str]]:
    """The index behind what describes a numbered act: its date, issuer and subject, and the kinds of acts the subject names. An act of
    such a kind behind "," or "và" belongs to the subject ("Thông tư … hướng dẫn Nghị định số … và Nghị định số …"), but not where the act
    is `named` in front of its number: a name stands once ("Luật Ao hồ số 1/1997/QH10 và Luật sửa đổi, bổ sung …")."""
    inside = False
    inner: set[str] = set()
    amending = not named and _verb_follows(tokens, i)
    while i < len(tokens):
        if tokens[i].low == ";" and i + 1 < len(tokens) and tokens[i + 1].sort is Sort.WORD and not _next_object(tokens, i + 1):
            i += 1  # a semicolon inside the title of the act
            continue
        if _in_title(tokens, i):
            i += 1
            continue
        if _behind_name(tokens, i):
            break
        if tokens[i].low in (",", "và"):
            j = i + 1
            while j < len(tokens) and tokens[j].low in (",", "và"):
                j += 1
            if whole_act(tokens, j) > j or (not inner and not inside and _number_at(tokens, j)):
                break
            if amending and inner and (end := _unit_of_name(tokens, j)):
                i = end
                continue
            if (not inside and _unit_follows(tokens, j)) or (tokens[j - 1].low == "và" and _verb_follows(tokens, j)):
                break
            if named and kind_at(tokens, j):
                break
            if (found := kind_at(tokens, j)) and not inside and (found[0] == kind or found[0] not in inner):
                following = tokens[found[1]].low if found[1] < len(tokens) else ""
                if (
                    following == "số"
                    or found[1] >= len(tokens)
                    or tokens[found[1]].sort is Sort.NUMBER
                    or tokens[found[1]].text[:1].isupper()
                ):
                    break
        elif _unit_follows(tokens, i) and tokens[i - 1].low in _DETAILS:
            inside = True
        elif (found := kind_at(tokens, i)) and found[1] < len(tokens) and tokens[found[1]].low != "này":
            inside = False
            inner.add(found[0])
        i += 1
    return i, inner


def _unit_of_name(tokens: Sequence[Token], i: int) -> int:
    """The index of the name in "Điều 21 của Luật Ao hồ", where no number stands behind the name; 0 for anything else. The title of an act
    that amends units of several laws goes on so ("Luật số 34/2009/QH12 sửa đổi, bổ sung Điều 26 của Luật Chợ nổi và Điều 21 của Luật Ao
    hồ"); an act that is to be changed itself has its number."""
    if not _unit_follows(tokens, i):
        return 0
    at = next((k for k in range(i, len(tokens)) if tokens[k].low == ";" or kind_at(tokens, k)), len(tokens))
    found = kind_at(tokens, at)
    if not found or tokens[at - 1].low != "của":
        return 0
    end = found[1]
    while end < len(tokens) and tokens[end].sort is Sort.WORD and tokens[end].low not in ("và", "số"):
        end += 1
    numbered = end < len(tokens) and (tokens[end].low == "số" or tokens[end].sort is Sort.NUMBER)
    return 0 if numbered or end == found[1] else at


# -- which act -----------------------------------------------------------------------------------------------------------
