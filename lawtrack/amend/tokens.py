"""A command sentence as tokens: words, quotations, punctuation, each with its place.

`và` is the beginning of `vào`, and a name may hold the words of a command: so sentences are read by whole tokens, never by
patterns over characters.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache

from lawtrack.law.message import Message
from lawtrack.text.fold import fold_tone
from lawtrack.text.numbers import NUMBER, UNYEARED, tidy


class Sort(StrEnum):
    """What a token is."""

    WORD = "word"
    QUOTE = "quote"  # words between quotation marks; `text` is without the outer marks
    NUMBER = "number"  # the number of an act
    MARK = "mark"  # punctuation


@dataclass(frozen=True, slots=True)
class Token:
    """One token: `low` is the folded text to compare, `start` and `end` its place in the sentence (marks of a quotation included)."""

    sort: Sort
    text: str
    low: str
    start: int
    end: int


OPENERS = '“"„‟«'
CLOSERS = '”"»'
_WORD = re.compile(r"[^\W_]+(?:[./-](?=[^\W_])[^\W_]+)*")
_GLUED = re.compile(r"(\d+[a-zđ]?)(của|và|như|tại)$")
_MARKS = {"''": '"', "``": '"', "‘‘": "“", "’’": "”"}
# A quotation that was never closed ends where the sentence goes on in the words that follow quoted words.
_RUNS_ON = re.compile(r"\s+(?:bằng|thành|vào\s+(?:sau|trước)|sau|trước)\s+(?:các\s+)?(?:cụm\s+từ|từ|dấu)\s*$", re.IGNORECASE)


def word_set(text: str) -> frozenset[str]:
    """The words of `text` as a set."""
    return frozenset(text.split())


def tokenize(sentence: str) -> tuple[list[Token], list[Message]]:
    """The tokens of a sentence and the doubts its quotation marks raise."""
    doubts: list[Message] = []
    text = sentence
    for odd, even in _MARKS.items():
        text = text.replace(odd, even + " " * (len(odd) - 1))
    tokens: list[Token] = []
    at = 0
    while at < len(text):
        char = text[at]
        if char.isspace():
            at += 1
        elif char in OPENERS + "”":
            end, inner, doubt = _quotation(text, at)
            tokens.append(Token(Sort.QUOTE, inner, inner, at, end))
            doubts += [doubt] if doubt else []
            at = end
        elif char.isdigit() and (number := (NUMBER.match(text, at) or UNYEARED.match(text, at))):
            value = number.group(0)
            tokens.append(Token(Sort.NUMBER, tidy(value), tidy(value).lower(), at, number.end()))
            at = number.end()
        elif word := _WORD.match(text, at):
            tokens += _words(word.group(0), at)
            at = word.end()
        else:
            tokens.append(Token(Sort.MARK, char, char, at, at + 1))
            at += 1
    return tokens, doubts


def _words(word: str, at: int) -> list[Token]:
    """A word, parted where the print glues a label to the next word ("21của")."""
    if word[0].isdigit() and (glued := _GLUED.match(word.lower())):
        cut = glued.end(1)
        return [_word(word[:cut], at), _word(word[cut:], at + cut)]
    return [_word(word, at)]


def _word(word: str, at: int) -> Token:
    return Token(Sort.WORD, word, _low(word), at, at + len(word))


@lru_cache(maxsize=16384)
def _low(word: str) -> str:
    return fold_tone(word).lower().replace("ð", "đ")


def _quotation(text: str, at: int) -> tuple[int, str, Message | None]:
    """(end, words, doubt) of the quotation that opens at `at`. Marks inside are balanced where they are curly; a straight mark
    closes where no word follows it directly."""
    depth, i = 1, at + 1
    while i < len(text):
        char = text[i]
        if char == "“" and not text[i - 1].isspace() and not text[i + 1 : i + 2].isalnum() and text[i - 1] not in "(“":
            depth -= 1  # an opening mark printed where the closing one belongs
            if depth == 0:
                return i + 1, text[at + 1 : i], None
        elif char == "“":
            run = _RUNS_ON.search(text, at + 1, i)
            if depth == 1 and run:
                return (
                    run.start(),
                    text[at + 1 : run.start()].strip(),
                    Message("a quotation is not closed: {words}", words=text[at : run.start()]),
                )
            depth += 1
        elif char in "”»" or (char == '"' and _closes(text, i)):
            depth -= 1
            if depth == 0:
                return i + 1, text[at + 1 : i], None
        i += 1
    # Never closed: an opener too many inside ("“a “b” c") closes at the last closing mark; else the rest is the quotation.
    last = max(text.rfind("”"), text.rfind('"'))
    if last > at:
        return last + 1, text[at + 1 : last], Message("quotation marks do not balance: {words}", words=text[at : last + 1])
    return len(text), text[at + 1 :].rstrip(" ."), Message("a quotation is not closed: {words}", words=text[at:])


def _closes(text: str, i: int) -> bool:
    after = text[i + 1] if i + 1 < len(text) else " "
    before = text[i - 1]
    return not after.isalnum() or not (before.isspace() or before in "(“")
