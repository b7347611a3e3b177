"""How units are marked in canonical Markdown: the words that name kinds, the notes in italics, and what a printed label means.

A printed label tells kind and label of nearly every unit ("Điều 5.", "2.", "đ)"). Where it does not, a note in italics and round
brackets stands behind it: `**1-** *(điểm 1)*`. Text of law never stands in italics in a canonical file, so that a note cannot be confused
with words of the law that look like it.
"""

from __future__ import annotations

import re
from functools import lru_cache

from lawtrack.law import Kind, Provision, State
from lawtrack.law.plain import mark_of
from lawtrack.law.provision import CONTAINERS

RANK = {Kind.QUY_CHE: 0, **{kind: n for n, kind in enumerate((Kind.PHU_LUC, Kind.MAU, *CONTAINERS, Kind.DIEU))}}
"""The units that are headings; one ends all open units of the same or a greater rank."""
HASHES = {kind: "####" if kind is Kind.DIEU else "###" if kind in (Kind.MAU, Kind.MUC, Kind.TIEU_MUC) else "##" for kind in RANK}

_VI = {
    Kind.QUY_CHE: "kèm theo",
    Kind.PHU_LUC: "phụ lục",
    Kind.MAU: "mẫu",
    Kind.PHAN: "phần",
    Kind.CHUONG: "chương",
    Kind.MUC: "mục",
    Kind.TIEU_MUC: "tiểu mục",
    Kind.DIEU: "điều",
    Kind.KHOAN: "khoản",
    Kind.DIEM: "điểm",
    Kind.TIET: "tiết",
    Kind.GACH: "gạch đầu dòng",
    Kind.DOAN: "đoạn",
    Kind.BANG: "bảng",
    Kind.HANG: "hàng",
    Kind.TRICH: "trích",
}
_EN = {
    Kind.QUY_CHE: "attached",
    Kind.PHU_LUC: "appendix",
    Kind.MAU: "form",
    Kind.PHAN: "part",
    Kind.CHUONG: "chapter",
    Kind.MUC: "section",
    Kind.TIEU_MUC: "sub-section",
    Kind.DIEU: "article",
    Kind.KHOAN: "clause",
    Kind.DIEM: "point",
    Kind.TIET: "item",
    Kind.GACH: "bullet",
    Kind.DOAN: "paragraph",
    Kind.BANG: "table",
    Kind.HANG: "row",
    Kind.TRICH: "quotation",
}
_STATES = {
    "vi": {State.REPEALED: "được bãi bỏ", State.SUSPENDED: "ngưng hiệu lực"},
    "en": {State.REPEALED: "repealed", State.SUSPENDED: "suspended"},
}
_OTHERS = {
    "vi": {"empty": "trống", "no-cell": "không có ô", "verbatim": "như in"},
    "en": {"empty": "empty", "no-cell": "no cell", "verbatim": "as printed"},
}
_KIND_OF = {word: kind for words in (_VI, _EN) for kind, word in words.items()}
_STATE_OF = {word: state for words in _STATES.values() for state, word in words.items()}
_OTHER_OF = {word: name for words in _OTHERS.values() for name, word in words.items()}
_KIND_NOTE = re.compile(rf"({'|'.join(sorted(map(re.escape, _KIND_OF), key=len, reverse=True))})(?: (.*))?", re.DOTALL)
_LEVEL_NOTE = re.compile(r"(?:cấp|level) ([0-9]{1,3})")

Note = tuple[str, object]
"""A note as read: ("kind", (kind, label)), ("state", state), ("level", depth), or ("empty" | "no-cell" | "verbatim", None)."""


def _side(language: str) -> str:
    return "en" if language == "en" else "vi"


def kind_note(kind: Kind, label: str, language: str) -> str:
    """The words that name a unit: "điểm 1"."""
    word = (_EN if language == "en" else _VI)[kind]
    return f"{word} {label}" if label else word


def state_note(state: State, language: str) -> str:
    """The words of a state: "được bãi bỏ" (Ordinance 01/2012/UBTVQH13, article 16)."""
    return _STATES[_side(language)][state]


def other_note(name: str, language: str) -> str:
    """The words for an empty text, a cell that does not exist, a label to be taken as printed."""
    return _OTHERS[_side(language)][name]


def level_note(depth: int, language: str) -> str:
    """The words that say below which open unit the next one stands: 0 is the document."""
    return f"{'level' if language == 'en' else 'cấp'} {depth}"


def read_note(words: str) -> Note | None:
    """What a note says, in either language; None where it is none."""
    if words in _STATE_OF:
        return "state", _STATE_OF[words]
    if words in _OTHER_OF:
        return _OTHER_OF[words], None
    if match := _LEVEL_NOTE.fullmatch(words):
        return "level", int(match.group(1))
    if match := _KIND_NOTE.fullmatch(words):
        return "kind", (_KIND_OF[match.group(1)], match.group(2) or "")
    return None


# -- labels as printed -----------------------------------------------------------------------------------------------------
_LABEL = r"[0-9A-Za-zĐđ]+(?:[.\-/][0-9A-Za-zĐđ]+)*"
_WORDS = {
    Kind.TIEU_MUC: "tiểu mục|sub-section",
    Kind.MUC: "mục|section",
    Kind.PHAN: "phần|part",
    Kind.CHUONG: "chương|chapter",
    Kind.PHU_LUC: "phụ lục|appendix",
    Kind.MAU: "mẫu số|form",
    Kind.DIEU: "điều|article",
}
_HEADING = re.compile(
    "(?i:" + "|".join(f"(?P<{kind.name}>{words})" for kind, words in _WORDS.items()) + ")"
    rf"(?: (?P<label>{_LABEL}|(?i:thứ) \w+(?: \w+)?))?(?:(?P<stop>[.:])(?: (?P<heading>.*))?)?"
)
_NUMERAL = re.compile(r"([IVXLCDM]+)\.")
_ITEM = re.compile(rf"(?P<open>\()?(?P<label>{_LABEL})(?P<close>\W*)")


@lru_cache(maxsize=4096)
def usual(kind: Kind, label: str, titled: bool, language: str) -> str:
    """The label as a unit of that kind usually prints it, `titled` where a heading follows; "" for units that print none."""
    return "" if kind is Kind.GACH else mark_of(Provision(kind, label, "x" if titled else ""), language)


def split_heading(text: str) -> tuple[str, str] | None:
    """(label as printed, heading) of the plain text of a heading: "Điều 5. Tên" gives ("Điều 5.", "Tên"); None where the first words
    tell no kind."""
    match = _HEADING.fullmatch(text)
    if not match:
        return None
    heading = match["heading"] or ""
    return (text[: match.start("heading") - 1], heading) if match["heading"] is not None else (text, "")


@lru_cache(maxsize=4096)
def read_container(printed: str, titled: bool, language: str) -> tuple[Kind, str, str] | None:
    """(kind, label, mark) of the printed label of a heading ("Điều 5.", "Chương II"), or None where it tells no kind."""
    match = _HEADING.fullmatch(printed)
    if not match and (numeral := _NUMERAL.fullmatch(printed)):
        return Kind.MUC, numeral[1], printed
    if not match or match["heading"]:
        return None
    kind = next(kind for kind in _WORDS if match[kind.name] is not None)
    label = match["label"] or ""
    return kind, label, "" if printed == usual(kind, label, titled, language) else printed


@lru_cache(maxsize=4096)
def read_label(printed: str, in_point: bool, language: str) -> tuple[Kind, str, str] | None:
    """(kind, label, mark) of a printed label in a list, `in_point` where it stands below a điểm or tiết; None where it tells nothing."""
    match = _ITEM.fullmatch(printed)
    if not match:
        return None if any(c.isalnum() for c in printed) else (Kind.GACH, "", printed)
    label, close = match["label"], match["close"]
    if match["open"]:
        kind = Kind.TIET
    elif (close == "." and label.isupper()) or (label[0].isdigit() and (close == "." or not in_point)):
        kind = Kind.KHOAN
    else:
        kind = Kind.TIET if in_point else Kind.DIEM
    return kind, label, "" if printed == usual(kind, label, False, language) else printed


_ROW = re.compile(r"([0-9]{1,4}[a-zđ]?[0-9]?|[0-9]+(?:\.[0-9]+)+)\.?")


def row_label(cells: tuple[str, ...]) -> str:
    """The label a row of a table is taken to have: the number in its first cell, or "" where there is none."""
    match = _ROW.fullmatch(cells[0]) if cells else None
    return match.group(1) if match else ""
