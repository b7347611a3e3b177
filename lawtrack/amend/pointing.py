"""Lines of an act that leave what changes to an annex of the act.

Where many acts or provisions go they may be listed in an annex (Decree 78/2025/NĐ-CP, article 67(4); Decree 34/2016/NĐ-CP, article 74):
"Bãi bỏ một phần các văn bản quy phạm pháp luật tại Phụ lục II ban hành kèm theo Thông tư này". Resolutions that lighten procedures leave
to an annex what is no longer carried out, and what holds instead ("Cắt giảm điều kiện kinh doanh … theo quy định tại Phụ lục II").
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from lawtrack.amend.references import Role, read_refs
from lawtrack.amend.tokens import tokenize
from lawtrack.law.address import Address
from lawtrack.law.provision import Kind

_ACT = r"(?:Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Thông tư(?: liên tịch)?|Quyết định)\s+này\b"
_ANNEX = re.compile(
    r"(?:tại|theo|trong|thuộc|ở)\s+(?:các\s+)?(?P<annex>(?:Phụ lục|Danh mục)\b(?:(?!kèm theo|\bngày\b)(?:[^.;]|\.(?=\w)))*?)"
    rf"\s*\(?(?:(?:được\s+)?ban hành\s+)?(?:kèm theo|của)?\s*{_ACT}",
    re.IGNORECASE,
)
# what goes in such a list: acts, or provisions of acts. ("Các quy định tại Phụ lục I … hết hiệu lực" ends what the annex itself says.)
_ACTS = r"(?:văn bản|nghị định|thông tư|quyết định|nghị quyết|chỉ thị|pháp lệnh)\b"
_GOING = rf"(?:{_ACTS}|(?:quy định|nội dung|điều|khoản|điểm)\b)"
_COUNT = r"(?:(?:toàn bộ|một phần|các|những|một số|\d+)\b[\s,]*(?:và|hoặc|bãi bỏ)?\s*)*"
_REPEALS = re.compile(rf"^\W*(?:bãi bỏ|hủy bỏ|huỷ bỏ)\s+{_COUNT}(?=(?:tên\s+)?{_GOING})(?!điều\s+kiện)", re.IGNORECASE)
_EXPIRE = re.compile(rf"^\W*{_COUNT}{_ACTS}[^.;]*?\b(?:hết hiệu lực|(?:bị|được)\s+bãi bỏ)", re.IGNORECASE)
_ENACTS = re.compile(rf"^\W*ban hành kèm theo\s+{_ACT}\s+(?P<annex>[^.;]*?(?:Danh mục|Phụ lục)[^.;]*\bbãi bỏ\b[^.;]*)", re.IGNORECASE)
_LIGHTENS = re.compile(
    r"^\W*(?:cắt giảm|phân cấp|phân quyền|đơn giản hóa|đơn giản hoá|bãi bỏ\s+(?:các\s+|một số\s+)?(?:thủ tục|điều kiện))\b", re.IGNORECASE
)
_IN_PART = re.compile(r"\bmột phần\b", re.IGNORECASE)
_WHOLE = re.compile(r"\btoàn bộ\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Pointing:
    """The annexes a line points to (an address without a label where the line names none), and what they hold.

    lists    acts and provisions that go: each row is a command; else rules that hold in place of those of other acts
    partly   the acts listed go in part only
    """

    annexes: tuple[Address, ...]
    lists: bool
    partly: bool = False


def pointed(line: str) -> Pointing | None:
    """Where `line` leaves what changes to an annex of its own act; None for any other line."""
    if match := _ENACTS.match(line):
        return Pointing(_named(match.group("annex")), True, in_part(line))
    lists = bool(_REPEALS.match(line) or _EXPIRE.match(line))
    if not lists and not _LIGHTENS.match(line):
        return None
    match = _ANNEX.search(line)
    return Pointing(_named(match.group("annex")), lists, lists and in_part(line)) if match else None


def in_part(line: str) -> bool:
    """Whether acts are said to go in part, and none as a whole."""
    return bool(_IN_PART.search(line)) and not _WHOLE.search(line)


def as_a_whole(line: str) -> bool:
    """Whether acts are said to go as a whole, and none in part."""
    return bool(_WHOLE.search(line)) and not _IN_PART.search(line)


def _named(words: str) -> tuple[Address, ...]:
    tokens = tokenize(words)[0]
    found: list[Address] = []
    i = 0
    while i < len(tokens):
        refs, end = read_refs(tokens, i, Role.PLACE)
        found += [r.address for r in refs if r.steps and r.steps[-1].kind is Kind.PHU_LUC]
        i = max(end, i + 1)
    labelled = tuple(a for a in found if a.last and a.last.key)
    return labelled or (Address.of((Kind.PHU_LUC, "")),)
