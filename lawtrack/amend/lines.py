"""A command whose line the print has broken, put together again."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from lawtrack.law.provision import Kind, Provision

_HYPHEN = re.compile(r"[^\W_]-$")
_UNFINISHED = re.compile(r"(?:[^\W_]|[,-]|“[^”]*)$")
# "…; bổ sung nội dung: ⏎ “…” ⏎ tại cuối khoản 8.": quoted words on lines of their own, and the place behind them
_ANNOUNCES = re.compile(r"\b(?:nội dung|cụm từ|từ|đoạn|câu|dấu)\s*:?$", re.IGNORECASE)
_GOES_ON = re.compile(r"(?:tại|vào|bằng|thành|sau|trước|trong|ở)\b")

_QUOTED = re.compile(r"[“\"][^“”]+[”\"]\s*(?:tại|vào|bằng|thành|sau|trước|trong|ở)\b")


def whole_line(
    unit: Provision, line: str, below: Sequence[Provision], is_command: Callable[[str], bool]
) -> tuple[str, list[Provision], list[Provision]]:
    """(the command in `unit` with what stands below and goes on with it, what is left below, the units that went into the line):
    "… tại điểm d khoản 4 ⏎ Điều 89.", "Thông tư số 13/2022/TT- ⏎ BLĐTBXH". A command line ends with punctuation, a heading never with a
    hyphen, and what stands behind one that does goes on with it."""
    taken: list[Provision] = []
    rest = list(below)
    unfinished = _HYPHEN if unit.kind is Kind.DIEU else _UNFINISHED
    if not is_command(line):
        return line, rest, taken
    quoted = list(unit.children[:2])
    if [c.kind for c in quoted] == [Kind.TRICH, Kind.DOAN] and _ANNOUNCES.search(line) and _GOES_ON.match(quoted[1].text):
        line = f"{line} {' '.join(quoted[0].text.split())} {quoted[1].text}"
        taken += quoted
        rest = [c for c in rest if c is not quoted[1]]
    elif rest and rest[0].kind is Kind.DOAN and _ANNOUNCES.search(line) and _QUOTED.match(rest[0].text):
        line = f"{line} {rest[0].text}"
        taken.append(rest.pop(0))
    while rest and rest[0].kind is Kind.DOAN and not rest[0].children and unfinished.search(line):
        line = f"{line}{'' if _HYPHEN.search(line) else ' '}{rest[0].text}"
        taken.append(rest.pop(0))
    return line, rest, taken
