"""Tables that list acts and provisions that go: "STT | Tên loại, số, ký hiệu | Trích yếu | Nội dung bãi bỏ".

The heading of a column tells what stands in it. What no heading explains is not guessed: the row is left to an editor.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from enum import Enum, auto

from lawtrack.amend.cited import Cited, read_act
from lawtrack.amend.provenance import without_provenance
from lawtrack.amend.tokens import Sort, tokenize
from lawtrack.law.message import Message
from lawtrack.law.provision import ABOVE, Kind, Provision
from lawtrack.text.numbers import NUMBER, kind_of


class _Column(Enum):
    NUMBER = auto()  # the number of the row
    ACT = auto()  # kind and number of the act
    TITLE = auto()  # its title, day and issuer
    UNITS = auto()  # what of it goes
    DAY = auto()  # from which day
    REASON = auto()  # why: changes nothing
    OTHER = auto()


_COLUMNS = (
    (_Column.NUMBER, re.compile(r"^(?:stt|tt|số tt|số thứ tự|no)\.?$")),
    (_Column.ACT, re.compile(r"ký hiệu|số hiệu|tên loại")),
    (_Column.REASON, re.compile(r"lý do|lí do|căn cứ")),
    (_Column.DAY, re.compile(r"(?:ngày|thời điểm|thời gian)\s+(?:hết|ngưng)")),
    (_Column.TITLE, re.compile(r"trích yếu|tên gọi|(?:ngày|thời gian|thời điểm|cơ quan)[\s,]*(?:tháng[\s,]*năm\s+)?ban hành")),
    (_Column.UNITS, re.compile(r"\b(?:điều|khoản|điểm|phần|nội dung|quy định)\b")),
    (_Column.ACT, re.compile(r"văn bản|^(?:nghị định|thông tư|quyết định)")),
)
_WHOLE = re.compile(
    r"^\W*(?:bãi bỏ\s+)?(?:toàn bộ|toàn văn|cả văn bản)(?:\s+(?:văn bản|nội dung|nghị định|thông tư|quyết định))?\W*$", re.IGNORECASE
)
_COUNTED = re.compile(r"^\(?\d{1,2}\)?$")


@dataclass(frozen=True, slots=True)
class Row:
    """One row: the act, the words that name what of it goes ("" for the whole), the day it goes where the row tells one. `problem` says why
    the row cannot be read; `open` that its cell for what goes is empty; `section` that it is only a heading ("II. THÔNG TƯ")."""

    unit: Provision
    act: Cited | None = None
    units: str = ""
    day: str = ""
    problem: Message | None = None
    open: bool = False
    section: bool = False


def rows_of(table: Provision) -> Iterator[Row]:
    """The rows of a table below its heading, in order; acts merged over several rows are repeated. A table whose heading does not
    say which column names the act gives every row with a `problem`."""
    columns: list[_Column] = []
    act_cells = ""
    for unit in (u for u in table.children if u.kind is Kind.HANG):
        if not columns and not unit.label:
            columns = _columns(unit.cells)
            continue
        filled = [c.strip() for c in unit.cells if c.strip() and c != ABOVE]
        if columns and filled and all(_COUNTED.match(c) for c in filled):
            continue  # "(1) | (2) | (3)"
        if not columns or len(columns) != len(unit.cells):
            yield Row(unit, problem=Message("the heading of the table does not tell which column names the act"))
            continue
        row, act_cells = _row(unit, columns, act_cells)
        yield row


def _columns(cells: tuple[str, ...]) -> list[_Column]:
    found = [next((c for c, words in _COLUMNS if words.search(_folded(cell))), _Column.OTHER) for cell in cells]
    if _Column.ACT not in found:
        # "Tên văn bản" beside "Số, ký hiệu" is a title; alone it names the act
        titles = [n for n, c in enumerate(found) if c is _Column.TITLE and "tên" in _folded(cells[n])]
        if len(titles) != 1:
            return []
        found[titles[0]] = _Column.ACT
    return found


def _folded(cell: str) -> str:
    return " ".join(cell.lower().split())


def _row(unit: Provision, columns: list[_Column], above: str) -> tuple[Row, str]:
    def cell(*kinds: _Column) -> str:
        return " ".join(c.strip() for c, k in zip(unit.cells, columns, strict=True) if k in kinds and c.strip() and c != ABOVE)

    act_words, units = cell(_Column.ACT), cell(_Column.UNITS)
    merged = [k for c, k in zip(unit.cells, columns, strict=True) if c == ABOVE]
    numbered = bool(NUMBER.search(act_words))
    if not numbered and not merged and not units and (not unit.label or sum(bool(c.strip()) for c in unit.cells) <= 2):
        return Row(unit, section=True), ""
    if not act_words and (_Column.ACT in merged or (not unit.label and units)):
        act_words = above
    act = _act(act_words)
    problem = None
    if act is None:
        problem = Message("which act is meant is not said, or more than one is")
    elif other := cell(_Column.OTHER):
        problem = Message("a column of the list is not understood: “{words}”", words=other)
    elif _Column.OTHER in merged or _Column.DAY in merged:
        problem = Message("a cell is empty below one that is not: whether it says the same is not known")
    empty = _Column.UNITS in columns and not units
    return Row(unit, act, "" if _WHOLE.match(units) else _spoken(units), cell(_Column.DAY), problem, empty), act_words


def _act(words: str) -> Cited | None:
    """The one act a cell names, read to its end."""
    tokens = list(without_provenance(tokenize(words)[0], words))
    if tokens and tokens[0].sort is Sort.NUMBER:
        return Cited(kind_of(tokens[0].text), number=tokens[0].text, words=words) if len(tokens) == 1 else None
    found = read_act(tokens, 0, words)
    if found is None or found[0].own or not found[0].number:
        return None
    rest = [t for t in tokens[found[1] :] if t.sort is not Sort.MARK]
    return found[0] if not rest else None


def _spoken(units: str) -> str:
    """The lines of a cell as one list: "- Điều 3 - Khoản 2 Điều 5" printed with dashes is a list of two."""
    text = re.sub(r"\s*<br\s*/?>\s*", "; ", units)
    text = re.sub(r"(?:^|(?<=[\s;.,]))[-–+•]\s+", "; ", text)
    return re.sub(r"\s*[;.]\s*(?:;\s*)+", "; ", text).strip(" ;")
