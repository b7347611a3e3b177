"""Labels at the beginning of a line: what unit a line may open.

Forms: Decree 78/2025/NĐ-CP, articles 63-64, and the older ones that texts in force still carry ("Điều 5:", "2-", "5)", "a.",
"Chương 1", "Mục I"). A mark is only a possibility: whether the line opens that unit is a question of sequence, answered by
`lawtrack.outline.grow`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from lawtrack.law.provision import Kind
from lawtrack.text.fold import CAPITALS
from lawtrack.text.labels import roman


class Style(StrEnum):
    """How a list is numbered: members of one list share a style."""

    WORD = "word"  # "Điều 5.", "Chương II": the kind is written out
    NUMBER = "number"  # 1.  1-  1)
    LETTER = "letter"  # a)  a.  đ1)
    DECIMAL = "decimal"  # 1.2.  b.1)
    ROMAN = "roman"  # i)  ii)
    CAPITAL_ROMAN = "capital-roman"  # I.  II-
    CAPITAL = "capital"  # A.
    PAREN_NUMBER = "paren-number"  # (1)
    PAREN_LETTER = "paren-letter"  # (a)
    PAREN_ROMAN = "paren-roman"  # (i)
    BULLET = "bullet"  # - – + •


@dataclass(frozen=True, slots=True)
class Mark:
    """A label read at the beginning of a line.

    kind    of a unit whose word is written out, GACH for bullets, None where only sequence can tell
    label   without punctuation
    printed as it stands in the line
    rest    the line behind it
    firm    False for a form that also begins ordinary sentences ("Điều 5 Luật này …")
    """

    style: Style
    label: str
    printed: str
    rest: str
    kind: Kind | None = None
    firm: bool = True

    def unusual(self, language: str = "vi") -> str:
        """The label as printed, where its words are not the usual ones of an annex ("Phụ lục số 01"); else ""."""
        usual = f"{'Appendix' if language == 'en' else 'Phụ lục'} {self.label}".split()
        return "" if self.printed.lower().rstrip(".:–- ").split() == [w.lower() for w in usual] else self.printed


_ROMAN_LABEL = r"[IVXLCl]+[a-zđ]?(?![\wđĐ])"
_ORDINAL = r"(?:thứ|THỨ|Thứ)\s+(?:\w+)(?:\s+(?:một|hai|MỘT|HAI))?"
_ARTICLE_VI = re.compile(r"[ĐÐ](?:iều|IỀU)\s*(\d{1,4}(?:[a-zđð]{1,3}\d{0,2})?)(?![\w/])\s*([.:–-]?)(?:(?<=[.:])\s?[–-](?=[\s\w]))?\s*")
_ARTICLE_EN = re.compile(r"(?:Article|ARTICLE)\s*(\d{1,4}(?:[a-zđ]{1,3}\d{0,2})?)(?![\w/])\s*([.:–-]?)\s*")
_CONTAINERS_VI = (
    (Kind.PHAN, re.compile(rf"(?:Phần|PHẦN)\s+({_ORDINAL}|{_ROMAN_LABEL}|\d+[a-zđ]?(?!\w))")),
    (Kind.CHUONG, re.compile(rf"(?:Chương|CHƯƠNG)\s+({_ROMAN_LABEL}|\d+[a-zđ]?(?!\w))")),
    (Kind.TIEU_MUC, re.compile(rf"(?:Tiểu mục|TIỂU MỤC|Tiểu Mục)\s+(\d+[a-zđ]?(?!\w)|{_ROMAN_LABEL})")),
    (Kind.MUC, re.compile(rf"(?:Mục|MỤC)\s+(\d+[a-zđ]?(?!\w)|{_ROMAN_LABEL})")),
)
_CONTAINERS_EN = (
    (Kind.PHAN, re.compile(rf"(?:Part|PART)\s+((?:One|Two|Three|Four|Five|Six|Seven|Eight)\b|{_ROMAN_LABEL}|\d+(?!\w))")),
    (Kind.CHUONG, re.compile(rf"(?:Chapter|CHAPTER)\s+({_ROMAN_LABEL}|\d+[a-z]?(?!\w))")),
    (Kind.TIEU_MUC, re.compile(rf"(?:Sub-?section|SUB-?SECTION)\s+(\d+[a-z]?(?!\w)|{_ROMAN_LABEL})")),
    (Kind.MUC, re.compile(rf"(?:Section|SECTION)\s+(\d+[a-z]?(?!\w)|{_ROMAN_LABEL})")),
)
_ANNEX_VI = re.compile(
    r"(?:Phụ lục|PHỤ LỤC|Phụ Lục)"
    r"(?:\s+(?:(?:số|SỐ|Số)\s*)?([IVXLC]+\.\d{1,2}(?![\w./])|[IVXLC]+[a-zA-Z]?\b|\d+[a-zA-ZđĐ]?\b(?![./]\d)|[A-Z]\b))?"
    r"\s*[.:–-]?\s*"
)
_ANNEX_EN = re.compile(r"(?:Appendix|APPENDIX|Annex|ANNEX)(?:\s+(?:(?:No|NO)\.?\s*)?([IVXLC]+\b|\d+[a-z]?\b|[A-Z]\b))?\s*[.:–-]?\s*")
_CITED = re.compile(
    r"(?:của|Luật|Bộ luật|Nghị định|Thông tư|Nghị quyết|Hiến pháp|Pháp lệnh|Quyết định|Quy chế|Chương|Mục|Phần|này|of|this)\b"
)

_NUMBER = re.compile(r"(\d{1,3}(?:[a-zđð]{1,2}\d?)?)\s?([.)/–-])(?![\d)])(?!\s*[\d,.]+\s*%?\s*$)\s*(?=\S|$)")
# 1.2. or 5.4: not a sum ("30.000 đồng"), and words with a capital behind it
_DECIMAL = re.compile(rf"(\d{{1,3}}(?:\.\d{{1,2}})+[a-zđ]?)\s?[.)]?\s+(?=[{CAPITALS}]|[“\"(]|$)")
# "1 3. …": a number of two figures that a scan has broken; only sequence can bear it out
_BROKEN_NUMBER = re.compile(rf"(\d) (\d)\s?[.)]\s+(?=[{CAPITALS}])")
_LETTER = re.compile(rf"((?:[a-zđð]|đđ|dd|aa|bb|cc|ee)\d{{0,2}})\s?([.)/]|[–-](?=\s+[{CAPITALS}]))(?=\s|[A-ZĐÀ-Ỹ“\"]|$)\s*")
# b.1) below b), as circulars on taxes number their tiết
_LETTER_DECIMAL = re.compile(rf"([a-zđð](?:\.\d{{1,2}})+)\s?(?:[.)]\s*|\s+)(?=[{CAPITALS}]|[“\"(]|$)")
_LOWER_ROMAN = re.compile(r"([ivx]{1,5})\)\s*")
_PAREN = re.compile(r"\(\s?(\d{1,2}|[ivx]{1,5}|[a-zđ]\d?)\s?\)\s*")
_CAPITAL_ROMAN = re.compile(r"([IVXL]{1,6}(?:[a-zđ](?=\.))?)\s?([.)/–-])(?=\s)\s*")
_CAPITAL = re.compile(r"([A-HĐ])\s?([.)/–-])(?=\s)\s*")
_BULLET = re.compile(r"([-–—+•▪●○◦*−])(?=\s|[^\W\d_])\s*")


def _title_follows(rest: str) -> bool:
    """Whether what stands behind an unpunctuated label can be a title: nothing, or words with a capital that are no citation."""
    return not rest or (rest.lstrip('“"(')[:1].isupper() and not _CITED.match(rest))


def _word_mark(line: str, language: str) -> Mark | None:
    article = (_ARTICLE_EN if language == "en" else _ARTICLE_VI).match(line)
    if article:
        rest = line[article.end() :]
        if article.group(2) in (".", ":") or _title_follows(rest):
            firm = article.group(2) in (".", ":") or not rest
            return Mark(Style.WORD, article.group(1), line[: article.end()].rstrip(), rest, Kind.DIEU, firm)
        return None
    for kind, pattern in _CONTAINERS_EN if language == "en" else _CONTAINERS_VI:
        found = pattern.match(line)
        if found:
            rest = line[found.end() :]
            clean = rest.lstrip(" .:–-")
            if rest[:1] and rest[0] not in " .:–-":
                return None
            marked = rest.lstrip()[:1] in (".", ":")
            if not (marked or _title_follows(clean)) or (clean and len(line) > 300):
                return None
            label = _roman_label(re.sub(r"\s+", " ", found.group(1)))
            return Mark(Style.WORD, label, found.group(0), clean, kind, bool(not clean or rest.lstrip()[:1] in ".:–-" or clean.isupper()))
    annex = (_ANNEX_EN if language == "en" else _ANNEX_VI).match(line)
    if annex:
        rest = line[annex.end() :]
        cited = _CITED.match(rest) and not annex.group(0).rstrip().endswith((".", ":"))
        if (not rest or rest[0].isupper() or rest[0] == "(") and not cited and len(line) < 200:
            return Mark(
                Style.WORD, annex.group(1) or "", annex.group(0).strip(), rest, Kind.PHU_LUC, not rest or annex.group(0)[:7].isupper()
            )
    return None


_GLUED = re.compile(r"(?:(Chương|CHƯƠNG)|(Mục|MỤC)|(Phần|PHẦN))\s+(?:([IVXLC]+)|(\d{1,3}))(?=[A-ZĐÀ-Ỹ]{2})")


def _glued_marks(line: str) -> tuple[Mark, ...]:
    """The readings of a label that is glued to a title in capitals ("Chương VIIĐIỀU KHOẢN"), the longest numeral first:
    sequence decides."""
    found = _GLUED.match(line)
    if not found or not line[found.end() :].split(" ", 1)[0].isupper():
        return ()
    kind = Kind.CHUONG if found.group(1) else Kind.MUC if found.group(2) else Kind.PHAN
    digits = found.group(5)
    start = found.start(5) if digits else found.start(4)
    ends = [found.end()] if digits else range(found.end(4), start, -1)
    return tuple(
        Mark(Style.WORD, line[start:end], line[:end], line[end:].strip(), kind, firm=False)
        for end in ends
        if digits or roman(line[start:end]) is not None
    )


def _roman_label(label: str) -> str:
    """The label with a lower-case l read as I where the rest is Roman: scans print "VIla" for VIIa."""
    if "l" in label:
        fixed = label.replace("l", "I")
        if roman(fixed.rstrip("abcdđeghik")) is not None:
            return fixed
    if re.match(r"(?:THỨ|Thứ)\s", label):
        return label.lower()
    return label


@lru_cache(maxsize=16384)  # a line is looked at by several passes
def marks(line: str, language: str = "vi") -> tuple[Mark, ...]:
    """Every way in which the beginning of `line` can be read as a label, the likeliest first; empty for a plain paragraph."""
    first = line[:1]
    if not first:
        return ()
    if first in "ĐÐPCMTASpc" and (word := _word_mark(line, language)):
        return (word,)
    if first in "CMP" and (glued := _glued_marks(line)):
        return glued
    found: list[Mark] = []
    if first.isdigit():
        if m := _DECIMAL.match(line):
            found.append(Mark(Style.DECIMAL, m.group(1), m.group(0).rstrip(), line[m.end() :]))
        elif m := _NUMBER.match(line):
            found.append(Mark(Style.NUMBER, m.group(1), m.group(1) + m.group(2), line[m.end() :]))
        elif m := _BROKEN_NUMBER.match(line):
            found.append(Mark(Style.NUMBER, m.group(1) + m.group(2), m.group(0).rstrip(), line[m.end() :], firm=False))
    elif first == "(":
        if m := _PAREN.match(line):
            label = m.group(1)
            printed, rest = m.group(0).rstrip(), line[m.end() :]
            if label.isdigit():
                found.append(Mark(Style.PAREN_NUMBER, label, printed, rest))
            else:
                if roman(label) is not None:
                    found.append(Mark(Style.PAREN_ROMAN, label, printed, rest))
                if not label[1:] or label[1:].isdigit():
                    found.append(Mark(Style.PAREN_LETTER, label, printed, rest))
    elif m := _BULLET.match(line):
        found.append(Mark(Style.BULLET, "", m.group(1), line[m.end() :], Kind.GACH))
    elif first.islower():
        if m := _LETTER_DECIMAL.match(line):
            found.append(Mark(Style.DECIMAL, m.group(1).replace("ð", "đ"), m.group(0).rstrip(), line[m.end() :]))
        elif m := _LETTER.match(line):
            found.append(
                Mark(Style.LETTER, m.group(1).replace("ð", "đ"), m.group(1) + m.group(2), line[m.end() :], None, m.group(2) == ")")
            )
        if (m := _LOWER_ROMAN.match(line)) and roman(m.group(1)) is not None:
            found.append(Mark(Style.ROMAN, m.group(1), m.group(0).rstrip(), line[m.end() :]))
    else:
        if (m := _CAPITAL_ROMAN.match(line)) and roman(m.group(1).rstrip("abcdđeghik")) is not None:
            found.append(Mark(Style.CAPITAL_ROMAN, m.group(1), m.group(1) + m.group(2), line[m.end() :]))
        if m := _CAPITAL.match(line):
            found.append(Mark(Style.CAPITAL, m.group(1), m.group(1) + m.group(2), line[m.end() :]))
    return tuple(found)
