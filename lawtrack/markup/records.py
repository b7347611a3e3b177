"""Values of the model ↔ YAML, driven by the fields the model declares: a field that is added to the model is written and read
without a change here, and a field of a type nobody taught this module is an error the first time it is met."""

from __future__ import annotations

import types
import typing
from collections.abc import Callable
from dataclasses import MISSING, Field, fields, is_dataclass
from datetime import date
from enum import Enum
from typing import Any

from lawtrack.law import Address, Bounded, Event, Message, Unknown
from lawtrack.markup.errors import FormatError
from lawtrack.markup.yamlfile import Bare, Node, key_line, mapping

_HINTS: dict[type, dict[str, Any]] = {}


def hints(cls: type) -> dict[str, Any]:
    """The types of the fields of a dataclass."""
    if cls not in _HINTS:
        _HINTS[cls] = typing.get_type_hints(cls)
    return _HINTS[cls]


def _default(field: Field[Any]) -> Any:
    if field.default is not MISSING:
        return field.default
    return field.default_factory() if field.default_factory is not MISSING else MISSING


class Codec:
    """Writes and reads dataclasses. `special` holds (write, read) for types that have a form of their own."""

    def __init__(self, special: dict[Any, tuple[Callable[[Any], object], Callable[[Node, str], Any]]] | None = None) -> None:
        self.special = special or {}

    # -- writing -----------------------------------------------------------------------------------------------------------
    def pairs(self, value: Any, always: tuple[str, ...] = (), only: tuple[str, ...] = ()) -> list[tuple[str, object]]:
        """The fields of a dataclass as pairs (of `only`, where it names some), those at their default left out, except the ones named
        in `always`."""
        out: list[tuple[str, object]] = []
        for field in fields(value):
            if only and field.name not in only:
                continue
            here = getattr(value, field.name)
            if here != _default(field) or field.name in always:
                out.append((field.name, self.value(here, hints(type(value))[field.name])))
        return out

    def value(self, value: Any, hint: Any) -> object:
        """A value as `lawtrack.markup.yamlfile.dump` takes it. Raises TypeError for a type without a form."""
        if hint in self.special:
            return self.special[hint][0](value)
        if hint is str:
            return value
        if hint is Message:
            return _written(value)
        if isinstance(hint, type):
            if issubclass(hint, bool):
                return Bare("true" if value else "false")
            if issubclass(hint, Enum):
                return str(value.value)
            if issubclass(hint, int):
                return Bare(str(value))
            if issubclass(hint, date):
                return Bare(value.isoformat())
            if issubclass(hint, Address):
                return str(value)
            if is_dataclass(hint):
                return self.pairs(value) or Bare("{}")
        arguments = typing.get_args(hint)
        if typing.get_origin(hint) is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
            if typing.get_args(arguments[0]) == (str, str):
                return [(key, text) for key, text in value]
            return [self.value(item, arguments[0]) for item in value]
        if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
            return self._when(value) if Bounded in arguments else self.value(value, _inner(arguments))
        raise TypeError(f"no form for {hint!r}")

    @staticmethod
    def _when(value: Any) -> object:
        match value:
            case Event(text):
                return [("event", text)]
            case Unknown(why):
                return [("unknown", _written(why))]
            case Bounded(start, end, why):
                bounds: list[tuple[str, object]] = [("not_before", Bare(start.isoformat())), ("not_after", Bare(end.isoformat()))]
                return [*bounds, ("why", _written(why))] if why else bounds
        return Bare(value.isoformat())

    # -- reading -----------------------------------------------------------------------------------------------------------
    def record(self, cls: type, node: Node, path: str, what: str, ignore: tuple[str, ...] = ()) -> Any:
        """The dataclass a mapping holds. Raises FormatError for unknown and missing keys and for values of the wrong form."""
        found = mapping(node, path, what)
        names = {field.name: field for field in fields(cls)}
        for name in found:
            if name not in names and name not in ignore:
                raise FormatError(
                    Message("{what}: unknown key {name}", what=what, name=name),
                    path,
                    key_line(node, name),
                    Message("known keys: {names}", names=", ".join([*ignore, *names])),
                )
        values = {name: self.read(found[name], hints(cls)[name], path, name) for name in names if name in found}
        for name, field in names.items():
            if name not in values and _default(field) is MISSING:
                raise FormatError(
                    Message("{what}: {name} is missing", what=what, name=name), path, node.line, Message("add `{name}: …`", name=name)
                )
        return cls(**values)

    def read(self, node: Node, hint: Any, path: str, what: str) -> Any:
        """The value of a node. Raises FormatError."""
        if hint in self.special:
            return self.special[hint][1](node, path)
        if hint is Message:
            return _said(node, path, what)
        if isinstance(hint, type):
            if issubclass(hint, Enum):
                return choice(node, hint, path, what)
            if issubclass(hint, date):
                return day(node, path, what)
            if is_dataclass(hint) and not issubclass(hint, Address):
                return self.record(hint, node, path, what)
            return _scalar(node, hint, path, what)
        arguments = typing.get_args(hint)
        if typing.get_origin(hint) is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
            if typing.get_args(arguments[0]) == (str, str):
                if node.pairs is None:
                    raise FormatError(
                        Message("{what} must be a mapping of keys to values", what=what), path, node.line, "write `key: value` lines"
                    )
                return tuple((key.text or "", text(value, path, what)) for key, value in node.pairs)
            if node.items is None:
                raise FormatError(Message("{what} must be a list", what=what), path, node.line, "write one `- value` a line")
            return tuple(self.read(item, arguments[0], path, what) for item in node.items)
        if isinstance(hint, types.UnionType) or typing.get_origin(hint) is typing.Union:
            return self._read_when(node, path, what) if Bounded in arguments else self.read(node, _inner(arguments), path, what)
        raise TypeError(f"no form for {hint!r}")

    @staticmethod
    def _read_when(node: Node, path: str, what: str) -> Any:
        if node.pairs is None:
            return day(node, path, what)
        found = mapping(node, path, what)
        if found.keys() == {"event"}:
            return Event(text(found["event"], path, what))
        if found.keys() == {"unknown"}:
            return Unknown(_said(found["unknown"], path, what))
        if {"not_before", "not_after"} <= found.keys() <= {"not_before", "not_after", "why"}:
            bounds = day(found["not_before"], path, what), day(found["not_after"], path, what)
            try:
                return Bounded(*bounds, _said(found["why"], path, what) if "why" in found else Message(""))
            except ValueError as error:
                raise FormatError(
                    Message("{what}: {error}", what=what, error=error), path, node.line, "put the earlier day in not_before"
                ) from None
        raise FormatError(
            Message("{what} is no day", what=what),
            path,
            node.line,
            "write 2026-01-31, or `event: …`, or `unknown: …`, or `not_before: …` with `not_after: …`",
        )


def _written(sentence: str) -> object:
    """A sentence as words; one with values as its template and what fills it."""
    if not isinstance(sentence, Message) or not sentence.values:
        return str(sentence)
    return [("says", sentence.template), *((name, str(value)) for name, value in sentence.values.items())]


def _said(node: Node, path: str, what: str) -> Message:
    if node.pairs is None:
        return Message(text(node, path, what))
    values = {key.text or "": text(value, path, what) for key, value in node.pairs}
    try:
        return Message(values.pop("says"), **values)
    except (KeyError, ValueError) as error:
        raise FormatError(
            Message("{what} is no sentence: {error}", what=what, error=error), path, node.line, "write the sentence as words"
        ) from None


def _inner(arguments: tuple[Any, ...]) -> Any:
    rest = [a for a in arguments if a is not type(None)]
    if len(rest) != 1:
        raise TypeError(f"no form for a choice of {arguments!r}")
    return rest[0]


def _scalar(node: Node, hint: type, path: str, what: str) -> Any:
    words = text(node, path, what)
    if hint is str:
        return words
    if issubclass(hint, bool):
        if words not in ("true", "false"):
            raise FormatError(Message("{what}: {words} is neither true nor false", what=what, words=words), path, node.line, "")
        return words == "true"
    if issubclass(hint, int):
        if not words.isascii() or not words.isdigit():
            raise FormatError(Message("{what}: {words} is no whole number", what=what, words=words), path, node.line, "")
        return int(words)
    if issubclass(hint, Address):
        try:
            return Address.parse(words)
        except ValueError as error:
            raise FormatError(
                Message("{what}: {error}", what=what, error=error), path, node.line, "write for example dieu-45a.khoan-2.diem-dd"
            ) from None
    raise TypeError(f"no form for {hint!r}")


def text(node: Node, path: str, what: str) -> str:
    """The words of a node; raises FormatError where it holds a list or a mapping."""
    if node.text is None:
        raise FormatError(Message("{what} must be a text", what=what), path, node.line, "put the value in quotation marks")
    return node.text


def day(node: Node, path: str, what: str) -> date:
    """The date of a node; raises FormatError for anything but a real day as YYYY-MM-DD."""
    words = text(node, path, what)
    try:
        if len(words) != 10:
            raise ValueError
        return date.fromisoformat(words)
    except ValueError:
        raise FormatError(
            Message("{what}: {words} is no day of the calendar", what=what, words=words),
            path,
            node.line,
            "write YYYY-MM-DD, for example 2020-08-01",
        ) from None


def choice(node: Node, cls: type[Enum], path: str, what: str) -> Any:
    """The member of an enumeration a node names; raises FormatError with what it may be."""
    words = text(node, path, what)
    try:
        return cls(words)
    except ValueError:
        allowed = ", ".join(str(member.value) for member in cls)
        raise FormatError(
            Message("{what}: {words} is not known", what=what, words=words), path, node.line, Message("one of: {allowed}", allowed=allowed)
        ) from None
