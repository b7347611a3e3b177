"""What the text says of itself: number, dates, issuer, signer, language."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date

from lawtrack.law.effect import no_day
from lawtrack.law.message import Message
from lawtrack.law.provision import CONTAINERS, Kind, Provision
from lawtrack.outline import Outlined
from lawtrack.text.dates import LONG, first_date
from lawtrack.text.effect_dates import general_effect
from lawtrack.text.numbers import NUMBER, UNYEARED, tidy

# "Số: 63/2020/NĐ-CP", "Luật số: 03/2022/QH15"; in old laws "CỦA QUỐC HỘI NƯỚC … SỐ 28/2001/QH10"
_NUMBER_LINE = re.compile(
    r"(?:^|[|_*-]|CỘNG H.{0,20}VIỆT NAM\s)\W*(?:(?:Bộ luật|Luật|Pháp lệnh|Nghị quyết|Nghị định|Thông tư|"
    r"Quyết định)\s+)?(?:[Ss]ố|SỐ|No\.?|Number)(?:\s+hiệu)?"
    r"\s*[:|]?\s*(?=\d)|^CỦA .{5,80}\sSỐ\s+(?=\d)"
)
_PLACE_DATE = re.compile(
    r"(?:ngày\s+\d{1,2}\s+tháng\s+\d{1,2}\s+năm\s+\d{4}|(?:January|February|March|April|May|June|July|August|September|October|November|December)\s+\d{1,2},?\s+\d{4})",
    re.IGNORECASE,
)
_ORDER_DAY = (
    r"Lệnh\s+(?:(?:của\s+Chủ tịch nước|số\s+\S+)[\s,]*){1,2}"
    r"ngày\s+\d{1,2}(?:\s+tháng\s+|\s*[/-]\s*)\d{1,2}(?:\s+năm\s+|\s*[/-]\s*)\d{4}"
)
_ORDER = re.compile(rf"công bố theo {_ORDER_DAY}|{_ORDER_DAY}.{{0,60}}?công bố")
_EFFECT_TITLE = re.compile(r"hiệu lực|điều khoản thi hành|thi hành|effect|entry into force|implementation", re.IGNORECASE)
_EFFECT = re.compile(
    r"(?:[Ll]uật|[Pp]háp lệnh|[Nn]ghị quyết|[Nn]ghị định|[Tt]hông tư|[Qq]uyết định|[Hh]iến pháp)(?: liên tịch)? này.{0,60}?có hiệu\s?lực|"
    r"This .{0,40}(?:comes?|takes?|enters?|shall)",
    re.DOTALL,
)
# "Thông tư có hiệu lực thi hành từ ngày …": without "này", in an article on effect
_BARE_EFFECT = re.compile(
    r"^(?:Luật|Pháp lệnh|Nghị quyết|Nghị định|Thông tư(?: liên tịch)?|Quyết định) có hiệu lực(?: thi hành)?"
    r"[\s,]+(?:kể\s+|ngay\s+)?(?:từ|sau)\b"
)
ACT = r"(?:Bộ luật|Luật|Pháp lệnh|Nghị định|Nghị quyết|Quyết định|Thông tư(?: liên tịch)?)"
# How an official consolidation names its acts under the title (Ordinance 01/2012/UBTVQH13, article 12)
CONSOLIDATES = re.compile(
    rf"{ACT}\s.{{0,900}}?có hiệu lực.{{0,80}}?\d{{4}}\d{{0,2}},?\s+(?:đã\s+)?được\s+(?:sửa đổi|bổ sung|đính chính).{{0,60}}?\s(?:bởi|theo)"
)
# the closing formula of councils and courts says when the act takes effect, too
_ADOPTED_WITH_EFFECT = re.compile(r"(?:Nghị quyết|Luật|Bộ luật|Pháp lệnh) này\s.{0,200}?thông qua\s.{0,80}?(?=có hiệu lực)")
_ISSUERS = (
    (r"UBTVQH\d+$", "Ủy ban Thường vụ Quốc hội"),
    (r"QH\d+$", "Quốc hội"),
    (r"NĐ-CP$|NQ-CP$", "Chính phủ"),
    (r"QĐ-TTg$|CT-TTg$", "Thủ tướng Chính phủ"),
    (r"L-CTN$", "Chủ tịch nước"),
)
_ENACTS = re.compile(
    r"((?:Bộ trưởng|Chính phủ|Quốc hội|Thủ tướng|Chủ tịch|Thống đốc|Hội đồng|Ủy ban|Uỷ ban|Chánh án|Viện trưởng|Tổng|"
    r"The ).{0,90}?)\s+(?:hereby\s+)?(?:ban hành|quyết định|promulgates?|issues?)\b"
)
_BODIES = re.compile(
    r"(?:BỘ|ỦY BAN|UỶ BAN|CHÍNH PHỦ|QUỐC HỘI|THỦ TƯỚNG|CHỦ TỊCH|HỘI ĐỒNG|NGÂN HÀNG|TÒA ÁN|VIỆN|KIỂM TOÁN|THANH TRA|TỔNG|"
    r"BẢO HIỂM|THE GOVERNMENT|MINISTRY|NATIONAL ASSEMBLY)\b"
)
_VIETNAMESE = re.compile(r"[ăâđêôơưàáảãạằắẳẵặầấẩẫậèéẻẽẹềếểễệìíỉĩịòóỏõọồốổỗộờớởỡợùúủũụừứửữựỳýỷỹỵ]", re.IGNORECASE)


def language_of(text: str) -> str:
    """ "vi" or "en", by the share of letters that only Vietnamese has."""
    letters = sum(map(str.isalpha, text[:20000])) or 1
    return "vi" if len(_VIETNAMESE.findall(text[:20000])) > 0.05 * letters else "en"


def is_consolidation(number: str, read: Outlined) -> bool:
    """Whether the text is an official consolidation (văn bản hợp nhất): its number says so, or its head names the acts it is made of."""
    return "VBHN" in number.upper() or any(CONSOLIDATES.match(line) for line in read.preamble)


def number_of(head: Iterable[str]) -> str | None:
    """The number that the head prints ("Số: 63/2020/NĐ-CP"), tidied."""
    for line in head:
        found = _NUMBER_LINE.search(line)
        if found:
            rest = line[found.end() :]
            number = NUMBER.match(rest) or UNYEARED.match(rest)
            if number:
                return tidy(number.group(0))
    return None


def issued_of(head: Iterable[str], tail: Iterable[str]) -> date | None:
    """The day of signature: of the place-and-date line, or of the adoption clause of a law."""
    for line in head:
        if _PLACE_DATE.search(line):
            return first_date(line)
    for line in tail:
        if "thông qua" in line and (found := LONG.search(line)):
            return first_date(found.group(0))
    return None


def promulgated_of(lines: Iterable[str]) -> date | None:
    """The day of the order of the President that promulgates the act, where the text names it ("Lệnh số 10/2005/L-CTN ngày … công bố")."""
    for line in lines:
        if found := _ORDER.search(line):
            return first_date(found.group(0))
    return None


def issuer_of(head: Iterable[str], preamble: Iterable[str], number: str) -> str:
    """Who issued the act: told by the symbol of its number for the central bodies, else by the enacting words ("Bộ trưởng Bộ Xây
    dựng ban hành …"), else by the first line of the head, as printed."""
    for pattern, name in _ISSUERS:
        if re.search(pattern, number):
            return name
    for line in reversed(list(preamble)):
        if found := _ENACTS.match(line):
            return found.group(1).strip()
    for line in list(head)[:3]:
        words = re.sub(r"[-–—_\s|]+$", "", line.strip())
        if _BODIES.match(words) and len(words) < 80:
            return words.split("CỘNG H")[0].strip()
    return ""


def bases_of(preamble: Iterable[str]) -> tuple[str, ...]:
    """The legal bases: recitals that begin with "Căn cứ" or "Pursuant to", without the last punctuation."""
    return tuple(s.strip().rstrip(";.,") for s in preamble if re.match(r"Căn cứ|Pursuant to", s.strip(), re.IGNORECASE))


def signers_of(tail: Iterable[str]) -> tuple[str, ...]:
    """The signatory: a line of the tail that is a name alone, or the name behind the office."""
    lines = [s.strip() for s in tail]
    for line in reversed(lines):
        words = re.sub(
            r"^(?:(?:PHÓ )?CHỦ TỊCH QUỐC HỘI|CHỦ TỊCH NƯỚC|(?:PHÓ )?THỦ TƯỚNG|BỘ TRƯỞNG|THỨ TRƯỞNG|(?:PHÓ )?THỐNG ĐỐC)\s*", "", line
        )
        parts = words.split()
        if (
            2 <= len(parts) <= 5
            and all(p[0].isupper() and p[1:].islower() for p in parts if p.isalpha())
            and all(p.isalpha() for p in parts)
        ):
            return (words,)
    return ()


def effective_of(outlined: Outlined, issued: date | None, published: date | None) -> tuple[date | None, Message | None]:
    """The general day of effect by the act's own effect clause, or the reason why there is none. Articles under a title
    that speaks of effect come first, the last article first."""
    promulgated = promulgated_of([*outlined.head, *outlined.tail])
    articles = list(_articles(outlined.body))
    titled = [a for a in reversed(articles) if _EFFECT_TITLE.search(a.heading)]
    why = Message("no effect clause was found")
    for article in [*titled, *reversed(articles)]:
        for words in _sentences(article):
            if _EFFECT.search(words) or (article in titled and _BARE_EFFECT.match(words)):
                day, basis = general_effect(words, issued, published, promulgated)
                if day:
                    return day, None
                if "is not known" in basis:
                    why = no_day(basis)
    for line in outlined.tail:
        # "Nghị quyết này đã được Hội đồng nhân dân … thông qua ngày … và có hiệu lực từ ngày …"
        if (adopted := _ADOPTED_WITH_EFFECT.match(line)) and (day := general_effect(line[adopted.end() :], issued)[0]):
            return day, None
    return None, why


def _articles(unit: Provision) -> Iterable[Provision]:
    """The articles of the act itself, without those of annexes and attached regulations; in an act without articles its sections."""
    for child in unit.children:
        if child.kind is Kind.DIEU:
            yield child
        elif child.kind in CONTAINERS:
            inner = list(_articles(child))
            yield from inner or (child,)


def _sentences(article: Provision) -> Iterable[str]:
    yield article.heading
    for unit in article.walk():
        if unit.kind is not Kind.TRICH and unit.text:
            yield unit.text
