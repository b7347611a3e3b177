"""Words for units and the labels behind them: "khoản 2", "đoạn mở đầu", "cột (4)", "mẫu “Đơn đề nghị”"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lawtrack.amend.tokens import Sort, Token
from lawtrack.law.address import TITLED, ordinal_key
from lawtrack.law.provision import Kind
from lawtrack.text.labels import ORDINALS, roman

# Large to small; a unit is named below every unit of smaller rank.
RANK = {
    Kind.QUY_CHE: 0,
    Kind.PHU_LUC: 0,
    Kind.MAU: 1,
    Kind.PHAN: 2,
    Kind.CHUONG: 3,
    Kind.MUC: 4,
    Kind.TIEU_MUC: 5,
    Kind.DIEU: 6,
    Kind.KHOAN: 7,
    Kind.DIEM: 8,
    Kind.TIET: 9,
    Kind.DOAN: 10,
    Kind.GACH: 10,
    Kind.HANG: 10,
    Kind.BANG: 10,
    Kind.CAU: 11,
    Kind.COT: 11,
}
_UNITS: tuple[tuple[tuple[str, ...], Kind], ...] = (
    (("gạch", "đầu", "dòng"), Kind.GACH),
    (("gạch", "ngang", "đầu", "dòng"), Kind.GACH),
    (("số", "thứ", "tự"), Kind.HANG),
    (("tiểu", "mục"), Kind.TIEU_MUC),
    (("phụ", "lục"), Kind.PHU_LUC),
    (("mẫu", "biểu"), Kind.MAU),
    (("biểu", "mẫu"), Kind.MAU),
    (("phụ", "biểu"), Kind.MAU),
    (("mẫu",), Kind.MAU),
    (("biểu",), Kind.MAU),
    (("điểm",), Kind.DIEM),
    (("khoản",), Kind.KHOAN),
    (("điều",), Kind.DIEU),
    (("mục",), Kind.MUC),
    (("chương",), Kind.CHUONG),
    (("phần",), Kind.PHAN),
    (("tiết",), Kind.TIET),
    (("đoạn",), Kind.DOAN),
    (("khổ",), Kind.DOAN),
    (("câu",), Kind.CAU),
    (("cột",), Kind.COT),
    (("bảng",), Kind.BANG),
)
_UNIT_WORDS = frozenset(words[0] for words, _ in _UNITS)
_TABLES = (("biểu",), ("phụ", "biểu"))  # numbered apart from the forms called mẫu
_LABEL = {
    Kind.DIEM: re.compile(r"[a-zđ]\d{0,2}|[a-zđ](?:\.\d+)+|\d+(?:\.\d+)*[a-zđ]?"),
    Kind.TIET: re.compile(r"[ivx]+|[a-zđ]\d*(?:\.\d+)*|\d+"),
    Kind.KHOAN: re.compile(r"\d+[a-zđ]{0,2}"),
    Kind.DIEU: re.compile(r"\d+[a-zđ]{0,2}\d?"),
    Kind.MUC: re.compile(r"\d+(?:\.\d+)*[a-zđ]?|[ivx]+[a-zđ]?|[a-zđ]"),
    Kind.TIEU_MUC: re.compile(r"\d+(?:\.\d+)*[a-zđ]?|[ivx]+[a-zđ]?"),
    Kind.CHUONG: re.compile(r"[ivxl]+(?:-?[a-zđ])?|\d+[a-zđ]?"),
    Kind.PHAN: re.compile(r"[ivx]+|\d+|[a-eđ]"),
    Kind.PHU_LUC: re.compile(r"[ivxl]+(?:[.-]?\d+)?[a-zđ]?|\d+(?:[.-]\w+)*[a-zđ]?|[a-eđ]|\d[\w./-]*"),
    Kind.MAU: re.compile(r"(?:\d|[a-zđ]\d)[\w./-]*"),
    Kind.HANG: re.compile(r"\d+[a-zđ]?(?:\.\d+)*"),
}
_LEADS = ("mở đầu", "đầu", "đầu tiên", "dẫn", "dẫn đầu")
_TAILS = ("cuối", "cuối cùng", "kết")
INNER = ("của", "tại", "thuộc", "trong", "ở")


def unit_at(tokens: Sequence[Token], i: int) -> tuple[Kind, int, str] | None:
    """(kind, index behind the word, what stands in front of its labels) of the word for a unit at `i`, or None."""
    if i >= len(tokens) or tokens[i].low not in _UNIT_WORDS:
        return None
    if tokens[i].low == "phần" and i + 1 < len(tokens) and tokens[i + 1].low in ("mở", "dẫn"):
        return Kind.DOAN, i + 1, ""  # "phần mở đầu", "phần dẫn"
    for words, kind in _UNITS:
        if words[0] == tokens[i].low and all(word_at(tokens, i + n, w) for n, w in enumerate(words)):
            return kind, i + len(words), "biểu " if words in _TABLES else ""
    return None


def label_at(tokens: Sequence[Token], i: int, kind: Kind) -> tuple[str, int] | None:
    """(label, index behind it) of a label that a unit of this kind can have, or None."""
    if i >= len(tokens):
        return None
    low = tokens[i].low
    if kind in (Kind.TIET, Kind.DIEM) and low == "(" and i + 2 < len(tokens) and tokens[i + 2].low == ")":
        inner = label_at(tokens, i + 1, kind if kind is Kind.DIEM else Kind.TIET)
        return (inner[0], i + 3) if inner else None
    if kind is Kind.COT:
        return column_at(tokens, i)
    if kind is Kind.BANG:
        return None  # (a table has no number of its own; "Bảng 1" is its title)
    if kind in (Kind.PHU_LUC, Kind.MAU) and low == "số" and i + 1 < len(tokens):
        return label_at(tokens, i + 1, kind)
    if kind is Kind.CAU and low in ("dẫn", "mở", "kết"):
        return None  # ("câu dẫn" may be the whole opening paragraph)
    if kind in (Kind.DOAN, Kind.GACH, Kind.CAU):
        return ordinal_at(tokens, i)
    if kind is Kind.PHAN and low == "thứ" and i + 1 < len(tokens):
        for n in (2, 1):
            words = " ".join(t.low for t in tokens[i + 1 : i + 1 + n])
            if words in ORDINALS or words == "bốn":
                return "thứ " + words, i + 1 + n
        return None
    if tokens[i].sort is not Sort.WORD or not (pattern := _LABEL.get(kind)) or not pattern.fullmatch(low):
        return None
    if kind is Kind.CHUONG and not low[0].isdigit() and roman(low) is None and roman(low[:-1].rstrip("-")) is None:
        return None
    return tokens[i].text, i + 1


def ordinal_at(tokens: Sequence[Token], i: int) -> tuple[str, int] | None:
    """(key of an ordinal, index behind it): "thứ hai", "2", "đầu" (as "mở đầu"), "cuối"; None where none stands at `i`."""
    for n in (3, 2, 1):
        words = " ".join(t.low for t in tokens[i : i + n] if t.sort is Sort.WORD)
        if len(words.split()) != n:
            continue
        if words in _TAILS:
            return "cuối", i + n
        if words in _LEADS:
            return "mở đầu", i + n
        if words.isdigit() or (words.startswith("thứ ") and (words[4:].isdigit() or words[4:] in ORDINALS)):
            return ordinal_key(words), i + n
    return None


def column_at(tokens: Sequence[Token], i: int) -> tuple[str, int] | None:
    """A column by its number, as the table prints it ("(4)") or counts it ("thứ tư", "số 4"), or by its name in quotation marks."""
    i += word_at(tokens, i, "số") and i + 1 < len(tokens)
    if tokens[i].sort is Sort.QUOTE:
        return tokens[i].text, i + 1
    if tokens[i].low == "(" and i + 2 < len(tokens) and tokens[i + 2].low == ")" and tokens[i + 1].low.isdigit():
        return tokens[i + 1].text, i + 3
    order = ordinal_at(tokens, i)
    return order if order and order[0].isdigit() else None


def word_at(tokens: Sequence[Token], i: int, *words: str) -> bool:
    """Whether one of `words` stands at `i`."""
    return i < len(tokens) and tokens[i].sort is Sort.WORD and tokens[i].low in words


_TITLE_ENDS = ("bằng", "thành", "tại", "ban", "kèm", "như", "của", "thuộc", "trong", "vào", "theo")


def title_at(tokens: Sequence[Token], i: int) -> tuple[str, int] | None:
    """The title of a form named by it alone ("mẫu “Đơn đề nghị cấp phép”", "mẫu Đơn đề nghị cấp phép tại Phụ lục II"): a form answers
    only if it has just these words for its title."""
    if i < len(tokens) and tokens[i].sort is Sort.QUOTE:
        return TITLED + tokens[i].text, i + 1
    j = i
    while j < len(tokens) and tokens[j].sort is Sort.WORD and tokens[j].low not in _TITLE_ENDS:
        j += 1
    if j - i < 2 or not tokens[i].text[:1].isupper() or any(c.isdigit() for t in tokens[i:j] for c in t.text):
        return None
    return TITLED + " ".join(t.text for t in tokens[i:j]), j


def note_at(tokens: Sequence[Token], i: int) -> int:
    """The index behind "(phần, mục) ghi chú", "chú thích"; 0 where that does not stand at `i`."""
    i += word_at(tokens, i, "phần", "mục")
    words = [t.low for t in tokens[i : i + 2]]
    return i + 2 if words in (["ghi", "chú"], ["chú", "thích"]) else 0


def column_of(tokens: Sequence[Token], i: int, kind: Kind) -> tuple[str, int] | None:
    """The column behind a row ("số thứ tự 3, cột (4)", "mục 3 cột 5"); None where none stands there."""
    j = i + (i < len(tokens) and tokens[i].low == ",")
    j += word_at(tokens, j, *INNER)
    unit = unit_at(tokens, j)
    if kind not in (Kind.HANG, Kind.MUC, Kind.DIEM, Kind.KHOAN) or not unit or unit[0] is not Kind.COT:
        return None
    return label_at(tokens, unit[1], Kind.COT)


def tiet_at(tokens: Sequence[Token], i: int) -> tuple[str, int] | None:
    """ "(iii)" glued behind a point ("điểm b(iii) khoản 2")."""
    if i + 2 < len(tokens) and tokens[i].low == "(" and tokens[i + 2].low == ")" and tokens[i].start == tokens[i - 1].end:
        return tokens[i + 1].text, i + 3
    return None


def annex_alone(tokens: Sequence[Token], i: int) -> bool:
    """Whether "Phụ lục" without a number is a whole reference here ("Phụ lục ban hành kèm theo …")."""
    return i >= len(tokens) or tokens[i].sort is not Sort.WORD or tokens[i].low in ("ban", "kèm", "về", "của", "như", "bằng", "danh")


def list_goes_on(tokens: Sequence[Token], i: int) -> bool:
    """Behind a one-letter label of a loose kind: whether what follows shows that it was a label and not a word."""
    return (
        i >= len(tokens)
        or tokens[i].sort is Sort.MARK
        or tokens[i].low in ("và", "vào", "của", "tại", "ban", "kèm", "như", "chương", "phần", "phụ", "trong", "bằng")
    )
