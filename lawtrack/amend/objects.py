"""Objects that name no unit: "một số điều, khoản của …", "các văn bản sau đây", "từ, cụm từ tại các điều sau đây"."""

from __future__ import annotations

from collections.abc import Sequence

from lawtrack.amend.cited import kind_at
from lawtrack.amend.references import Role, label_at, read_refs, starts_ref, unit_at
from lawtrack.amend.regulations import names_regulation
from lawtrack.amend.tokens import Sort, Token, word_set
from lawtrack.law.provision import Kind

_GENERIC = word_set(
    "điều khoản điểm mục chương phần tiết cụm từ ngữ mẫu biểu phụ lục danh nội dung quy định số dấu phẩy chấm tên đoạn gạch đầu dòng "
    "tiểu cơ quan luật văn bản nghị thông tư quyết pháp lệnh lỗi kỹ thuật sai sót chính tả phạm"
)


def announced_words(tokens: Sequence[Token], i: int) -> int:
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


def ends(tokens: Sequence[Token], i: int) -> bool:
    """Whether only the close of the sentence is left: "như sau:", ".", "sau đây"."""
    return all(t.low in ("như", "sau", "đây", ":", ".", ";", ",", "/", "cụ", "thể", "là") and t.sort is not Sort.QUOTE for t in tokens[i:])


def paragraph_object(tokens: Sequence[Token], i: int) -> tuple[int, bool]:
    """(index behind paragraphs or sentences that come in and bear no number: "một đoạn", "câu sau đây", "nội dung như sau"; whether they
    are called "nội dung"); (`i`, False) where none are named here."""
    j = i
    while j < len(tokens) and tokens[j].low in ("một", "các", "những", "thêm", "01") and not starts_ref(tokens, j):
        j += 1
    content = [t.low for t in tokens[j : j + 2]] == ["nội", "dung"]
    if starts_ref(tokens, j) or not (content or (j < len(tokens) and tokens[j].low in ("đoạn", "khổ", "câu"))):
        return i, False
    j += 2 if content else 1
    while j < len(tokens) and tokens[j].low in ("văn", "mới", "như", "sau", "đây") and starts_behind(tokens, j) is False:
        j += 1
    behind = tokens[j].low if j < len(tokens) and tokens[j].sort is not Sort.QUOTE else ":"
    return (j, content) if behind in ("vào", "sau", "trước", "tại", ":", ".") else (i, False)


def starts_behind(tokens: Sequence[Token], i: int) -> bool:
    """Whether "sau", "trước" or "vào" begins the place of an insertion here ("sau khoản 2"), and is no filling word ("như sau")."""
    return tokens[i].low in ("sau", "trước") and starts_ref(tokens, i + 1)


_LOOSE = word_set("các những ngành nghề toàn bộ mới sau đây")
_LISTING = word_set(", và các sau những")


def generic_object(tokens: Sequence[Token], i: int) -> tuple[int, bool, bool]:
    """(index behind the filling words of the object, whether they are a generic object, whether "một số" was said): "một số điểm,
    khoản của", "các văn bản sau đây", "ngành, nghề"."""
    begin, some, noun = i, False, False
    while i < len(tokens) and tokens[i].sort is Sort.WORD and not starts_ref(tokens, i):
        low = tokens[i].low
        if low == "từ" and [t.low for t in tokens[i + 1 : i + 2]] == ["ngày"]:
            break
        if (end := how_many(tokens, i)) > i:
            i = end
        elif low in ("một", "như") and i + 1 < len(tokens) and tokens[i + 1].low in (("số", "phần") if low == "một" else ("sau",)):
            some = some or low == "một"  # "một số điều", "một phần Thông tư"
            i += 2
        elif low in _LOOSE and not (low == "sau" and starts_ref(tokens, i + 1)):
            i += 1
        elif low in _GENERIC and (some or noun or tokens[i - 1].low in _LISTING or low in ("nội", "lỗi", "sai")) and not _named(tokens, i):
            noun = True
            i += 1
        elif low in ("của", "tại", "trong") and i > begin:
            i += 1
            if kind_at(tokens, i) or names_regulation(tokens, i):
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
    dated = noun and [t.low for t in tokens[i : i + 3] if t.low != "kể"][:2] == ["từ", "ngày"]
    return i, some or ends(tokens, i) or dated or (noun and bool(kind_at(tokens, i))), some


def how_many(tokens: Sequence[Token], i: int) -> int:
    """The index behind "một đoạn", "01 khoản", "hai điểm mới": units that only the quotation labels; `i` where a label follows."""
    if not (tokens[i].low in _FEW or tokens[i].low.isdigit()):
        return i
    unit = unit_at(tokens, i + 1)
    if not unit or unit[0] is Kind.PHAN or label_at(tokens, unit[1], unit[0]):
        return i  # "một phần" is a share
    return unit[1] + 1 if unit[1] < len(tokens) and tokens[unit[1]].low == "mới" else unit[1]


_FEW = word_set("một hai ba bốn năm sáu")


def _named(tokens: Sequence[Token], i: int) -> bool:
    """Whether an act is named here, not only kinds of acts ("các Nghị định và quy định sau")."""
    kind = kind_at(tokens, i)
    if not kind or kind[1] >= len(tokens):
        return False
    behind = tokens[kind[1]]
    return behind.sort in (Sort.NUMBER, Sort.WORD) and behind.low not in ("sau", "và", "như")


def order_of(tokens: Sequence[Token], i: int) -> int:
    """The index behind "số thứ tự (của)" in front of units: what changes is their number; `i` where that does not stand here."""
    if [t.low for t in tokens[i : i + 3]] != ["số", "thứ", "tự"]:
        return i
    j = i + 3 + (i + 3 < len(tokens) and tokens[i + 3].low in ("của", "các"))
    return j if starts_ref(tokens, j) else i


def standing_at(tokens: Sequence[Token], i: int) -> int:
    """The index behind "(các) quy định tại", "nội dung quy định tại" in front of units that are meant as a whole ("bãi bỏ quy định tại
    khoản 3 Điều 42"); `i` where the words only describe a part of them ("… tại khoản 3 về thẩm quyền")."""
    j = _standing(tokens, i)
    return i if j > i and describes_part(tokens, i) else j


def describes_part(tokens: Sequence[Token], i: int) -> bool:
    """Whether what stands at `i` is a subject within units ("các quy định tại khoản 3 Điều 42 về phí"): the units hold it, and are not
    meant as a whole."""
    j = _standing(tokens, i)
    end = read_refs(tokens, j, Role.OBJECT)[1] if j > i else len(tokens)
    return end < len(tokens) and tokens[end].low in ("về", "liên")


def _standing(tokens: Sequence[Token], i: int) -> int:
    j = i + (i < len(tokens) and tokens[i].low in ("các", "những"))
    begin = j
    for words in (["nội", "dung"], ["quy", "định"]):
        j += 2 * ([t.low for t in tokens[j : j + 2]] == words and tokens[j].text[:1].islower())
    if j == begin or j >= len(tokens) or tokens[j].low not in ("tại", "của"):
        return i
    return j + 1 if starts_ref(tokens, j + 1) else i


def describing(tokens: Sequence[Token], i: int) -> bool:
    """Whether a description of what goes begins here ("các quy định về …", "những nội dung …")."""
    i += i < len(tokens) and tokens[i].low in ("các", "những")
    return [t.low for t in tokens[i : i + 2]] in (["quy", "định"], ["nội", "dung"])
