"""What a command says of a unit or an act besides: what it is about, from which day. It changes nothing of what is named, and ends
where the list of what is named goes on, or an exception begins."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lawtrack.amend.cited import read_act
from lawtrack.amend.references import separator_at, starts_ref
from lawtrack.amend.tokens import Token
from lawtrack.amend.verbs import verb_at

_SINCE = re.compile(r"(?:kể\s+)?từ\s+ngày\b|quy\s+định\s+(?:về|việc)\b", re.IGNORECASE)
_EXCEPTS = ("trừ", "ngoại", "riêng", "nhưng", "còn", "chỉ")


def said_of(tokens: Sequence[Token], i: int, text: str) -> tuple[int, bool]:
    """(the index behind what is said of a unit or an act and changes nothing of it: its day, what it is about; whether it is open to
    which units it belongs, or of which act they are), (`i`, False) where nothing of that kind begins here. What stands behind "," or "và"
    may be of the same day, and where the words name units, one of them."""
    if i >= len(tokens) or not (begins := _SINCE.match(text, tokens[i].start)):
        return i, False
    j, several, about = i + 1, not begins.group().lower().startswith("quy"), False
    while j < len(tokens) and tokens[j].low != ";":
        act = read_act(tokens, j, text)
        if act and tokens[j - 1].low == "của" and not act[0].own:
            return j - 1, False
        about = about or (act is not None and bool(act[0].number))  # "quy định về thi hành Luật Sen số …"
        separator, behind = separator_at(tokens, j)
        more = separator and (starts_ref(tokens, behind) or (read_act(tokens, behind, text) is not None))
        if more or (separator and behind < len(tokens) and (verb_at(tokens, behind) or tokens[behind].low in _EXCEPTS)):
            return j, about or (bool(more) and several)
        if tokens[j].low == "trừ" and starts_ref(tokens, j + 1):
            return j, about
        several = several or starts_ref(tokens, j)
        j += 1
    return j, about
