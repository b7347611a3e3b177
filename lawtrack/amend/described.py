"""Repeals that describe what goes ("Các quy định về bảo hiểm tai nạn lao động tại Mục 3 Chương III, điểm b khoản 1 Điều 86 …").

Such a command names units and a subject. Where a unit by its own title is about that subject and nothing else, the whole unit is what is
meant: every article and container has a title that states its subject (Decree 78/2025/NĐ-CP, article 63(3)), and a point holds
one idea (63(2)), so that a point that speaks of the subject is about it. Everything else stays with an editor.
"""

from __future__ import annotations

import re

from lawtrack.law.address import Address, at_path, resolve
from lawtrack.law.catalogue import name_key
from lawtrack.law.document import Document
from lawtrack.law.provision import CONTAINERS, Kind

_SUBJECT = re.compile(r"^\W*(?:các|những)\s+quy\s+định\s+(?:về|liên\s+quan\s+đến)\s+(.+?)(?:\s+(?:quy\s+định\s+)?tại\b|$)", re.IGNORECASE)
# Words that class a subject and that a title may choose otherwise ("chế độ", "bảo hiểm" tai nạn lao động).
_CLASS = re.compile(r"^(?:việc|chế độ|bảo hiểm|hoạt động|công tác)\s+", re.IGNORECASE)
_SHORT = 3


def subject_of(description: str) -> tuple[str, ...]:
    """The subjects a description names, folded; empty where it speaks of contents within the units ("các nội dung quy định về …")."""
    match = _SUBJECT.match(description)
    if not match:
        return ()
    items = re.split(r",|\s+và\s+", match.group(1))
    found = tuple(name_key(_CLASS.sub("", item.strip())) for item in items)
    return found if all(len(item.split()) >= _SHORT for item in found) else ()


def whole_unit(document: Document | None, address: Address, description: str) -> bool:
    """Whether the unit at `address` is as a whole about what `description` says."""
    subjects = subject_of(description)
    if not subjects or document is None:
        return False
    places = resolve(document.body, address)
    if len(places) != 1:
        return False
    unit = at_path(document.body, places[0])
    if unit.kind is Kind.DIEU or unit.kind in CONTAINERS:
        words = name_key(unit.heading)
    elif unit.kind is Kind.DIEM and not unit.children:
        words = name_key(unit.text)
    else:
        return False
    return any(subject in words for subject in subjects)
