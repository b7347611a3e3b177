"""Small acts and workspaces for the tests of history."""

from __future__ import annotations

from datetime import date, datetime
from pathlib import Path

import pytest

from lawtrack.history import Workspace
from lawtrack.history.desk import HANOI
from lawtrack.law import (
    Action,
    Address,
    Authority,
    Document,
    Effect,
    Kind,
    Meta,
    Operation,
    Origin,
    Position,
    Provision,
    Target,
    When,
)


def khoan(label: str, text: str) -> Provision:
    """A clause."""
    return Provision(Kind.KHOAN, label, text=text)


def dieu(label: str, *clauses: str, heading: str = "Quy định chung") -> Provision:
    """An article whose clauses number from 1."""
    return Provision(Kind.DIEU, label, heading, children=tuple(khoan(str(i + 1), text) for i, text in enumerate(clauses)))


def act(
    number: str,
    *articles: Provision,
    effective: date | None = date(2020, 8, 1),
    issued: date | None = date(2020, 6, 8),
    title: str = "Quy định về hội làng",
    kind: str = "nghị định",
    **more: object,
) -> Document:
    """An act of a few articles."""
    body = Provision(
        Kind.VAN_BAN, children=articles or (dieu("1", "Nghị định này quy định về hội làng.", "Hội làng họp mỗi năm một lần."),)
    )
    meta = Meta(number, kind, title, "Chính phủ", issued=issued, effective=effective, **more)  # type: ignore[arg-type]
    return Document(meta, body)


def amender(number: str, effective: date | None, issued: date | None = None, **more: object) -> Document:
    """An act whose business is to change others. What it does is given by its ledger."""
    more.setdefault("title", "Sửa đổi, bổ sung một số điều của Nghị định về hội làng")
    return act(number, dieu("1", "Nghị định này nói về hội làng."), effective=effective, issued=issued or effective, **more)  # type: ignore[arg-type]


def op(
    source: str,
    n: int,
    action: Action,
    target: str,
    place: str,
    start: When,
    payload: tuple[Provision, ...] = (),
    end: When | None = None,
    position: Position | None = None,
    **more: object,
) -> Operation:
    """The n-th operation of an act, commanded by clause n of its article 1."""
    where = Address.parse(f"dieu-1.khoan-{n}")
    return Operation(
        f"{source}#{where}/1",
        Origin(source, where, text=f"{n}. Sửa đổi, bổ sung như sau:"),
        action,
        Target(target, Address.parse(place)),
        Effect(start, end),
        n,
        payload,
        position,
        **more,  # type: ignore[arg-type]
    )


def on(day: str) -> datetime:
    """Noon of a day in Hanoi."""
    return datetime.fromisoformat(f"{day}T12:00:00").replace(tzinfo=HANOI)


@pytest.fixture
def ws(tmp_path: Path) -> Workspace:
    """A new workspace."""
    return Workspace.init(tmp_path / "ws")


__all__ = ["Authority", "act", "amender", "dieu", "khoan", "on", "op"]
