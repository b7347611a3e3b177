"""Whether it is certain where an annex or a form ends: it runs to the next heading, and a heading that a copy has lost would make it
swallow what follows. Certain is what ends where the list of forms, or the numbering, says that the next one comes.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator

from lawtrack.law.message import Message
from lawtrack.law.plain import mark_of
from lawtrack.law.provision import Kind, Provision
from lawtrack.text.labels import follows, key, number_key, sort_key

_NAMED = re.compile(r"(?:Mẫu|MẪU|Biểu|BIỂU)(?:\s+(?:mẫu|MẪU|biểu|BIỂU))?\s*(?:số|SỐ)?\s*:?\s*(\d[\w./-]*)")
_TITLE = r"\W*(?:\s+[^\Wa-zà-ỹđ\d_].*)?"  # nothing, or words with a capital
_FORM_LINE = re.compile(rf"(?:Mẫu|MẪU|Biểu|BIỂU)(?:\s+(?:mẫu|MẪU|biểu|BIỂU))?\s*(?:số|SỐ)?\s*:?\s*(\d[\w/-]*){_TITLE}")
_ANNEX_LINE = re.compile(rf"(?:Phụ lục|PHỤ LỤC)\s+(?:(?:số|SỐ)\s+)?([IVX]+|\d+[a-zA-ZđĐ]?){_TITLE}")
_ENDED = (".", ";", ",", ":")


def unbounded(holder: Provision, unit: Provision, wanted: Collection[str] | None = None) -> Message | None:
    """Why it is not certain where `unit`, a child of `holder`, ends; None where it is. `wanted`: keys of the labels that must be there,
    where numbers may be left out, as in an amending act which holds only the forms it changes; None where none may."""
    kin = [c for c in holder.children if c.kind is unit.kind]
    if sum(number_key(key(c.label)) == number_key(key(unit.label)) for c in kin) > 1:
        return Message("{unit} stands there twice", unit=_called(unit))
    if other := next(_headings_inside(unit), ""):
        return Message("“{line}” stands in it like the heading of another", line=other)
    at = next(i for i, c in enumerate(kin) if c is unit)
    following = kin[at + 1] if at + 1 < len(kin) else None
    listed = list(_listed(holder)) if unit.kind is Kind.MAU else []
    name = number_key(key(unit.label))
    expected = listed[listed.index(name) + 1 : listed.index(name) + 2] if name in listed else []
    if following is None:
        return Message("the list names {label} behind it, and no heading of it was found", label=expected[0]) if expected else None
    if number_key(key(following.label)) in expected or follows(number(unit.label), number(following.label)):
        return None
    if expected:
        return Message("the list names {label} behind it, and {unit} follows", label=expected[0], unit=_called(following))
    if wanted is None:
        return Message("{unit} follows, with a gap in the numbers", unit=_called(following))
    low, high = sort_key(number(unit.label)), sort_key(number(following.label))
    between = [w for w in wanted if low < sort_key(number(w)) < high] if low < high else list(wanted)
    labels = ", ".join(sorted(between))
    return Message("{unit} follows, and {labels} should stand between", unit=_called(following), labels=labels) if between else None


def bears_title(holder: Provision, unit: Provision, name: str) -> bool:
    """Whether `unit`, a child of `holder`, has the title of the key `name`, all of it: as its heading, as a line in capitals of its own, or
    in the list of forms in front, beside its number."""
    if key(unit.heading) == name or any(c.kind is Kind.DOAN and c.text.isupper() and key(c.text) == name for c in unit.children):
        return True
    label = number_key(key(unit.label))
    return any(number == label and title == name for number, title in _titles(holder))


def _titles(holder: Provision) -> Iterator[tuple[str, str]]:
    """(key of the number, key of the title) of each form that the text in front of the first one lists."""
    number = ""
    for child in holder.children:
        if child.kind is Kind.MAU:
            return
        for unit in child.walk():
            named = next((m for cell in unit.cells if (m := _NAMED.fullmatch(cell.strip()))), None)
            if named:
                yield from ((number_key(key(named.group(1))), key(cell)) for cell in unit.cells if cell.strip() != named.group(0))
                continue
            match = _NAMED.match(unit.text.strip())
            if match is None and number and unit.text:
                yield number, key(unit.text)  # the title on the line below its number
            rest = unit.text.strip()[match.end() :].strip(" .:–-") if match else ""
            if match and rest:
                yield number_key(key(match.group(1).rstrip("."))), key(rest)
            number = number_key(key(match.group(1))) if match and not rest else ""


def _called(unit: Provision) -> str:
    return mark_of(unit).rstrip(".:") or unit.kind


def number(label: str) -> str:
    """The number of an annex or a form without the symbol behind it: "IV" is 4, "01/TTS" is 1, "04-A" is 4a."""
    name = number_key(key(label))
    match = re.match(r"(?:biểu-)?(\d+)(?:-?(dd|[a-z])(?!\w))?", name)
    return f"{match.group(1)}{(match.group(2) or '').replace('dd', 'đ')}" if match else name


def _listed(holder: Provision) -> Iterator[str]:
    """The forms that the text in front of the first one names, in their order."""
    for child in holder.children:
        if child.kind is Kind.MAU:
            return
        for unit in child.walk():
            for text in (unit.text, unit.heading, *unit.cells):
                for match in _NAMED.finditer(text):
                    yield number_key(key(match.group(1)))


def _headings_inside(unit: Provision) -> Iterator[str]:
    """Lines in the unit that read like the heading of another annex, or of another form where it is a form."""
    nested = [i for i, c in enumerate(unit.children) if c.kind in (Kind.MAU, Kind.PHU_LUC)]
    patterns = (_ANNEX_LINE, _FORM_LINE) if unit.kind is Kind.MAU else (_ANNEX_LINE,)
    own = number_key(key(unit.label))
    for child in unit.children[nested[0] if nested else 0 :]:
        for inner in child.walk():
            text = inner.text.strip()
            found = next((m for p in patterns if (m := p.fullmatch(text))), None) if len(text) < 100 else None
            if found and not text.endswith(_ENDED) and number_key(key(found.group(1))) != own:
                yield text
