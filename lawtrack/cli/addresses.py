"""Addresses as users type them, in any face."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable

from lawtrack.cli.common import Failure
from lawtrack.law import Address, Provision
from lawtrack.law.address import at_path, resolve
from lawtrack.law.message import Message


def parse_address(text: str) -> Address:
    """The address in whichever face it is written, its letters composed or not; raises Failure with the faces shown."""
    text = unicodedata.normalize("NFC", text)
    faces: tuple[Callable[[str], Address], ...] = (Address.parse, Address.parse_vietnamese, Address.parse_english, Address.parse_eid)
    for face in faces:
        try:
            return face(text)
        except ValueError:
            continue
    raise Failure(
        Message("{text!r} is not an address", text=text),
        'write dieu-7.khoan-2.diem-a, "điểm a khoản 2 Điều 7" or "Point a, Clause 2, Article 7"',
        code=2,
    )


def units_at(root: Provision, address: Address) -> list[tuple[Address, Provision]]:
    """The provisions an address names in a tree."""
    return [(address, at_path(root, path)) for path in resolve(root, address)]
