"""Whether one label follows another, by the style in which a list is numbered; and doubts about it."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lawtrack.law.message import Message
from lawtrack.outline.marks import Style
from lawtrack.text.labels import follows, roman


@dataclass(frozen=True, slots=True)
class Doubt:
    """What an editor should look at: line (counted from 1, in the lines given), message, and the words in question."""

    line: int
    message: Message
    words: str = ""

    @property
    def said(self) -> Message:
        """All of it in one line."""
        if self.words:
            return Message("line {n}: {message}: {words}", n=self.line, message=self.message, words=self.words)
        return Message("line {n}: {message}", n=self.line, message=self.message)

    def __str__(self) -> str:
        return str(self.said)


def succeeds(before: str, after: str, style: Style | None) -> bool:
    """Whether a list of that style goes on from one label to the other."""
    if style is Style.DECIMAL:
        one, two = before.split("."), after.split(".")
        return len(one) == len(two) and one[:-1] == two[:-1] and follows(one[-1], two[-1])
    if style in (Style.CAPITAL_ROMAN, Style.ROMAN, Style.PAREN_ROMAN):
        return _roman_follows(before, after)
    return follows(before.replace("dd", "đ"), after.replace("dd", "đ"))


def _roman_follows(before: str, after: str) -> bool:
    one, two = roman(before), roman(after)
    if one is not None and two is not None:
        return two == one + 1
    # VII → VIIa → VIII: a suffix letter behind the numeral
    return follows(_arabic(before), _arabic(after))


def _arabic(label: str) -> str:
    found = re.fullmatch(r"([IVXLC]+)([a-zđ]?)", label)
    value = roman(found.group(1)) if found else None
    return f"{value}{found.group(2)}" if found and value else label
