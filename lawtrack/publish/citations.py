"""Cross-references in the words of law, as links: to a provision of the same act that exists, to an act whose page exists.

Only a reference that can mean nothing else is linked: "Điều 9" followed by "của Luật Đất đai" is another act's article and stays plain.
An article that commands ("Sửa đổi, bổ sung khoản 3 Điều 13") speaks of other acts' articles without saying so: nothing in it is linked
within the act. Citations name units from small to large (Decree 78/2025/NĐ-CP, article 68).
"""

from __future__ import annotations

import re
from collections.abc import Callable

from markupsafe import Markup

from lawtrack.law.address import Address
from lawtrack.law.provision import Kind
from lawtrack.publish.html import safe
from lawtrack.text.numbers import NUMBER

_UNIT = r"(?:điểm\s+[a-zđ]\d*\s+)?(?:khoản\s+\d+[a-zđ]*\s+)?Điều\s+\d+[a-zđ]*"
_VI = re.compile(
    r"(?:điểm\s+(?P<diem>[a-zđ]\d*)\s+)?(?:khoản\s+(?P<khoan>\d+[a-zđ]*)\s+)?Điều\s+(?:(?P<dieu>\d+[a-zđ]*)\b|(?P<this>này)\b)"
)
_EN = re.compile(
    r"(?:Points?\s+(?P<diem>[a-z]{1,2}\d*),?\s+)?(?:Clause\s+(?P<khoan>\d+[a-z]*),?\s+)?(?:(?P<this>this\s+Article)|Article\s+(?P<dieu>\d+[a-z]*))\b"
)
# Further units of a list, and then whose they are.
_MORE = re.compile(rf"(?:\s*(?:,|;|và|hoặc|đến|các|{_UNIT}|điểm\s+[a-zđ]\d*|khoản\s+\d+[a-zđ]*|\d+[a-zđ]*\b))*\s*")
_MORE_EN = re.compile(
    r"(?:\s*(?:,|;|and|or|to|Articles?|Clauses?|Points?|\d+[a-z]*\b|\b[a-z]{1,2}\d*\b(?!\w)))*?\s*(?=of\b|$|[^\s,;\w]|\w)"
)
_KINDS = (
    r"(?:Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Thông tư|Quyết định|Hiến pháp|Hiệp định|Công ước|Điều lệ|Quy chế|Quy định|Nội quy)"
)
_FOREIGN = re.compile(rf"(?:của\s+|tại\s+|trong\s+)?{_KINDS}\b(?!\s+này)|(?:của|tại)\s+(?!{_KINDS}\s+này)")
_FOREIGN_EN = re.compile(r"of\s+(?!this\b)")

_COMMAND = re.compile(
    r"^(?:Sửa đổi|Bổ sung|Bãi bỏ|Hủy bỏ|Thay thế|Thay cụm|Thay từ|Bỏ |To amend|To add|To annul|To replace)"
    r"|(?:như sau:|as follows:)\s*$|bãi bỏ (?:các )?(?:điểm|khoản|Điều)"
)

Find = Callable[[Address], str]
"""The link to a provision of this act, "" where there is none."""
Act = Callable[[str], str]
"""The link to the page of an act, "" where there is none."""


def commands(text: str) -> bool:
    """Whether a line may change other acts."""
    return bool(_COMMAND.search(text)) and bool(_VERB.search(text))


_VERB = re.compile(r"(?i:sửa đổi|bổ sung|bãi bỏ|hủy bỏ|thay thế|thay cụm|thay từ|\bbỏ\b|amend|\badd|annul|replace|repeal)")


def linked(text: str, language: str, here: Address, find: Find, act: Act) -> Markup:
    """`text` escaped, with its cross-references as links. `here` is the address of the line, for "Điều này"."""
    hits = _found(text, language, here, find, act)
    if not hits:
        return safe(text)
    out = Markup("")
    at = 0
    for start, end, href in sorted(hits):
        if start < at:
            continue
        out += safe(text[at:start]) + Markup('<a class="ref" href="{}">{}</a>').format(href, safe(text[start:end]))
        at = end
    return out + safe(text[at:])


def _found(text: str, language: str, here: Address, find: Find, act: Act) -> list[tuple[int, int, str]]:
    hits = []
    for match in NUMBER.finditer(text) if "/" in text else ():
        if href := act(match.group(0)):
            hits.append((match.start(), match.end(), href))
    pattern, more, foreign = (_EN, _MORE_EN, _FOREIGN_EN) if language == "en" else (_VI, _MORE, _FOREIGN)
    for match in pattern.finditer(text) if ("rticle" if language == "en" else "Điều") in text else ():
        rest = more.match(text, match.end())
        if not match.group("this") and foreign.match(text, rest.end() if rest else match.end()):
            continue
        address = _address(match, here)
        if address and (href := find(address)):
            hits.append((match.start(), match.end(), href))
    return hits


def _address(match: re.Match[str], here: Address) -> Address | None:
    if match.group("this"):
        size = next((n for n, step in enumerate(here, 1) if step.kind is Kind.DIEU), 0)
        if not size or not (match.group("khoan")):
            return None  # "Điều này" alone is where the reader stands
        base = Address(here.steps[:size])
    else:
        base = here.root.child(Kind.DIEU, match.group("dieu"))
    for kind in (Kind.KHOAN, Kind.DIEM):
        if label := match.group(str(kind)):
            base = base.child(kind, label)
    return base
