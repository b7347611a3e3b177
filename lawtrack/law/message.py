"""Sentences for people: said in English, and kept so that they can be said in another language.

A sentence is a template with named places and the values that fill them. Values are plain words, so that a sentence can be written down
(in a ledger, in JSON) and read again; what a value is, its place tells:

    {words}           words as they are
    {place:address}   a provision ("dieu-7.khoan-2"), printed as the language prints it; the act where it is empty
    {unit:kind}       a kind of unit ("khoan")
    {day:day}         a day ("2026-03-15")
    {day:date}        a day, in English as it stands in a file
    {tongue:language} a language ("vi")
"""

from __future__ import annotations

import string
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from lawtrack.law.address import Address, kind_name
from lawtrack.law.provision import Kind

_ACT = {"vi": "văn bản", "en": "the act"}
_LANGUAGES = {"vi": {"vi": "tiếng Việt", "en": "tiếng Anh"}, "en": {"vi": "Vietnamese", "en": "English"}}
_MONTHS = ("January", "February", "March", "April", "May", "June", "July", "August", "September", "October", "November", "December")


class Message(str):
    """An English sentence that remembers its `template` and the `values` of its places. It is a string like any other: what prints
    English takes it as it is. A sentence without values stands as it is written, braces and all."""

    template: str
    values: Mapping[str, str | Message]

    def __new__(cls, template: str, /, **values: object) -> Message:
        kept = {name: _kept(value) for name, value in values.items()}
        said = super().__new__(cls, filled(template, kept))
        said.template, said.values = template, kept
        return said

    def __getnewargs_ex__(self) -> tuple[tuple[str], dict[str, str | Message]]:
        return (self.template,), dict(self.values)


def _kept(value: object) -> str | Message:
    return value if isinstance(value, Message) else value.isoformat() if isinstance(value, date) else str(value)


def day_words(day: date, language: str) -> str:
    """A day as the language writes it: "01/3/2026" (as acts do: no leading zero from the third month on), "1 March 2026"."""
    if language == "en":
        return f"{day.day} {_MONTHS[day.month - 1]} {day.year}"
    return f"{day.day:02d}/{day.month:02d}/{day.year}" if day.month < 3 else f"{day.day:02d}/{day.month}/{day.year}"


def filled(template: str, values: Mapping[str, str | Message], language: str = "en", told: Callable[[str], str] = str) -> str:
    """`template` with its places filled as `language` prints them; `told` says a sentence that is itself a value. Raises KeyError for a
    place without a value, ValueError for a value that is not what its place says."""
    return _Filler(language, told).vformat(template, (), values) if values else template


class _Filler(string.Formatter):
    def __init__(self, language: str, told: Callable[[str], str]) -> None:
        self.language, self.told = language, told

    def format_field(self, value: Any, spec: str) -> str:
        words = str(value)
        match spec:
            case "":
                return self.told(value) if isinstance(value, Message) else words
            case "address":
                address = Address.parse(words)
                return (address.english() if self.language == "en" else address.vietnamese()) or _ACT[self.language]
            case "kind":
                return kind_name(Kind(words), self.language)
            case "day":
                return day_words(date.fromisoformat(words), self.language)
            case "date":
                return words if self.language == "en" else day_words(date.fromisoformat(words), self.language)
            case "language":
                return _LANGUAGES[self.language].get(words, words)
        raise ValueError(f"no place of a sentence is a {spec}")
