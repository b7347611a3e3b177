"""Values of the model as JSON and back, for the workspace's own cache. Never a format to exchange: canonical Markdown and ledgers are that.

Read by field names of the frozen classes, so that a cache cannot run code, whoever wrote it.
"""

from __future__ import annotations

import dataclasses
import json
from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from functools import cache
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from lawtrack.law import Message

_DECODERS: dict[Any, Callable[[Any], Any]] = {}


def dumps(value: Any) -> bytes:
    """The JSON of a value of the model, or of a list or tuple of such."""
    return json.dumps(_plain(value), ensure_ascii=False, separators=(",", ":")).encode()


def loads(data: bytes, of: Any) -> Any:
    """The value back: `of` is its type (`Operation`, `tuple[Operation, ...]`). Raises ValueError, KeyError or TypeError where the data
    is not of it."""
    return _decoder(of)(json.loads(data))


def _plain(value: Any) -> Any:
    kind: Any = type(value)
    if kind in (str, NoneType, bool, int):
        return value
    if (fields := _fields(kind)) is not None:
        values = [getattr(value, name) for name, _ in fields]
        while values and values[-1] == fields[len(values) - 1][1]:  # most fields stand at their defaults
            values.pop()
        return {kind.__name__: [_plain(item) for item in values]}
    if isinstance(value, Message):
        return {"Message": [value.template, _plain(value.values)]} if value.values else str(value)
    if isinstance(value, str):
        return str(value)
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, (tuple, list, frozenset)):
        return [_plain(item) for item in value]
    if isinstance(value, Mapping):
        return {str(k): _plain(v) for k, v in value.items()}
    raise TypeError(f"no form for {kind.__name__}")


@cache
def _fields(of: type) -> tuple[tuple[str, Any], ...] | None:
    """The names and defaults of the fields of a class of the model; None for other types."""
    return tuple((f.name, f.default) for f in dataclasses.fields(of)) if dataclasses.is_dataclass(of) else None


def _decoder(of: Any) -> Callable[[Any], Any]:
    found = _DECODERS.get(of)
    if found is None:
        found = _DECODERS[of] = _make(of)
    return found


def _make(of: Any) -> Callable[[Any], Any]:
    origin, arguments = get_origin(of), get_args(of)
    if of is Any or of in (str, int, bool, type(None)):
        return lambda data: data
    if of is Message:
        return _said
    if of is date:
        return date.fromisoformat
    if isinstance(of, type) and issubclass(of, StrEnum):
        members = {m.value: m for m in of}
        return members.__getitem__
    if origin is tuple and len(arguments) == 2 and arguments[1] is Ellipsis:
        return lambda data: tuple([_decoder(arguments[0])(item) for item in data])
    if origin is tuple:
        return lambda data: tuple(_decoder(a)(item) for a, item in zip(arguments, data, strict=True))
    if origin in (Union, UnionType):
        return _union(arguments)
    if dataclasses.is_dataclass(of) and isinstance(of, type):
        return _dataclass(of)
    raise TypeError(f"no form for {of}")


def _said(data: Any) -> Message:
    if isinstance(data, str):
        return Message(data)
    template, values = data["Message"]
    return Message(template, **{name: value if isinstance(value, str) else _said(value) for name, value in values.items()})


def _union(arguments: tuple[Any, ...]) -> Callable[[Any], Any]:
    if Message in arguments:
        return lambda data: _said(data) if isinstance(data, dict) else data
    named = {a.__name__: a for a in arguments if isinstance(a, type) and dataclasses.is_dataclass(a)}
    plain = next((a for a in arguments if a is not type(None) and a.__name__ not in named), type(None))

    def read(data: Any) -> Any:
        if data is None:
            return None
        if isinstance(data, dict):
            return _decoder(named[next(iter(data))])(data)
        return _decoder(plain)(data)

    return read


def _dataclass(of: type) -> Callable[[Any], Any]:
    name = of.__name__
    steps: list[Callable[[Any], Any]] | None = None

    def read(data: Any) -> Any:
        nonlocal steps
        if steps is None:
            hints = get_type_hints(of)
            steps = [_decoder(hints[f.name]) for f in dataclasses.fields(of)]
        given = data[name]
        return of(*[step(item) for step, item in zip(steps, given, strict=False)])

    return read
