"""Who makes a commit."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Person:
    """Who a commit names."""

    name: str
    email: str

    def clean(self) -> Person:
        """Without the signs that would end an identity."""
        drop = {ord(c): " " for c in "<>\n\r\0"}
        return Person(" ".join(self.name.translate(drop).split()) or "lawtrack", "".join(self.email.translate(drop).split()))
