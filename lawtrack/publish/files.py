"""A file of the site before it is made, and a mark of what it is made from."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, fields, is_dataclass
from hashlib import sha256

from lawtrack.law.change import Change, Edition
from lawtrack.law.document import Document
from lawtrack.publish.events import Event
from lawtrack.publish.html import Site
from lawtrack.publish.model import Entry

_WHOLE = (Document, Change)
_OPENED = (Edition, Entry, Event)


@dataclass(frozen=True)
class File:
    """A file to be: what it is made from, and how. `make` may ask the site it is given for other pages."""

    path: str
    inputs: object
    make: Callable[[Site], str]


class Marks:
    """Marks of values: equal for equal values, on any machine. Documents and changes are marked once, however many files show them."""

    def __init__(self) -> None:
        self._known: dict[int, tuple[object, str]] = {}

    def of(self, value: object) -> str:
        """The mark of a value: of the model, of plain Python, or lists of these."""
        if isinstance(value, (list, tuple)):
            return "(" + ",".join(map(self.of, value)) + ")"
        if isinstance(value, (*_WHOLE, *_OPENED)) and is_dataclass(value):
            if id(value) not in self._known:
                told = repr(value) if isinstance(value, _WHOLE) else "".join(self.of(getattr(value, f.name)) for f in fields(value))
                # the value is kept, so that its id is not given to another
                self._known[id(value)] = (value, sha256(told.encode("utf-8", "surrogatepass")).hexdigest())
            return self._known[id(value)][1]
        return repr(value)
