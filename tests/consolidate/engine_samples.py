"""Small acts and operations for the tests of the engine."""

from __future__ import annotations

from datetime import date
from itertools import count

from lawtrack.consolidate import Law
from lawtrack.law import (
    Action,
    Address,
    Change,
    Document,
    Effect,
    Kind,
    Meta,
    Operation,
    Origin,
    Part,
    Position,
    Provision,
    Target,
)
from lawtrack.law.plain import lines

BASE, AMENDER, LATER = "10/2020/NĐ-CP", "20/2021/NĐ-CP", "30/2022/NĐ-CP"
DAY = date(2021, 7, 1)
ISSUED = {
    AMENDER: date(2021, 5, 4),
    LATER: date(2022, 3, 1),
    "15/2021/NĐ-CP": date(2021, 4, 1),
    "25/2021/NĐ-CP": date(2021, 6, 1),
    "05/2021/TT-BTC": date(2021, 6, 20),
}
_orders = count()


def chapter(label: str, heading: str, *children: Provision) -> Provision:
    return Provision(Kind.CHUONG, label, heading, children=children)


def section(label: str, heading: str, *children: Provision) -> Provision:
    return Provision(Kind.MUC, label, heading, children=children)


def article(label: str, heading: str, *children: Provision) -> Provision:
    return Provision(Kind.DIEU, label, heading, children=children)


def clause(label: str, text: str, *children: Provision) -> Provision:
    return Provision(Kind.KHOAN, label, text=text, children=children)


def point(label: str, text: str, *children: Provision) -> Provision:
    return Provision(Kind.DIEM, label, text=text, children=children)


def paragraph(text: str) -> Provision:
    return Provision(Kind.DOAN, text=text)


def bullet(text: str) -> Provision:
    return Provision(Kind.GACH, text=text)


def act(*children: Provision, number: str = BASE, effective: date | None = date(2020, 3, 1), **meta: object) -> Document:
    facts = {"kind": "nghị định", "title": "Quy định thử", "issued": date(2020, 1, 15), **meta}
    return Document(Meta(number, effective=effective, **facts), Provision(Kind.VAN_BAN, children=children))  # type: ignore[arg-type]


def amender(number: str = AMENDER) -> Document:
    return Document(Meta(number, "nghị định", issued=ISSUED.get(number), effective=DAY), Provision(Kind.VAN_BAN))


def operation(action: Action, address: str, *payload: Provision, day: date | Effect = DAY, by: str = AMENDER, **more: object) -> Operation:
    """An operation on BASE (`on` for another act). The order is that of the calls."""
    n = next(_orders)
    place = more.pop("place_in_act", f"dieu-1.khoan-{n}")
    through = more.pop("through", None)
    target = Target(
        str(more.pop("on", BASE)),
        Address.parse(address),
        more.pop("part", Part.WHOLE),  # type: ignore[arg-type]
        through=Address.parse(str(through)) if through else None,
        within=Address.parse(str(more.pop("within", ""))),
    )
    return Operation(
        f"{by}#{place}/{n}",
        Origin(by, Address.parse(str(place)), text=str(more.pop("text", "")), language=str(more.pop("language", "vi"))),
        action,
        target,
        day if isinstance(day, Effect) else Effect(day),
        n,
        payload,
        **more,  # type: ignore[arg-type]
    )


def insert_after(address: str, *payload: Provision, **more: object) -> Operation:
    return operation(Action.INSERT, address, *payload, position=Position.AFTER, **more)  # type: ignore[arg-type]


def law(base: Document, *operations: Operation, also: tuple[Document, ...] = ()) -> Law:
    numbers = {o.origin.document for o in operations} - {base.number} - {d.number for d in also}
    return Law([base, *also, *(amender(n) for n in sorted(numbers))], operations)


def text(document: Document) -> list[str]:
    return [line for _, _, line in lines(document.body)]


def after(base: Document, *operations: Operation, day: date = DAY) -> list[str]:
    """The lines of the base on the day the operations take effect; every one of them must apply."""
    built = law(base, *operations)
    refused = [c for c in built.changes(base.key) if c.refusal]
    assert not refused, [str(c.refusal) for c in refused]
    return text(built.edition(base.key, day).document)


def refused(base: Document, *operations: Operation) -> Change:
    """The last change, which must be a refusal; and the text must be what the others make of it."""
    built = law(base, *operations)
    change = next(c for c in built.all_changes() if c.operation is operations[-1])
    assert change.refusal is not None, "it applied"
    rest = law(base, *operations[:-1])
    assert text(built.edition(base.key, DAY).document) == text(rest.edition(base.key, DAY).document)
    return change
