"""RETITLE: a heading becomes other words."""

from __future__ import annotations

import re
from dataclasses import replace

from lawtrack.consolidate.identity import touched
from lawtrack.consolidate.inner import column_of, names_row, table_of
from lawtrack.consolidate.resolve import locate
from lawtrack.consolidate.scene import Done, Result, Scene, missing
from lawtrack.consolidate.tree import key
from lawtrack.law.message import Message
from lawtrack.law.operation import Operation
from lawtrack.law.provision import CONTAINERS, ENCLOSED, INNER, Kind
from lawtrack.law.refusal import Reason, Refusal

_HEADED = (*CONTAINERS, Kind.DIEU, *ENCLOSED)
_NAMED = re.compile(r"^(Phần|Chương|Mục|Tiểu mục|Điều|Phụ lục)\s+((?:thứ\s+)?[\wđĐ]+)\s*[.:\-–]?\s*\n?\s*", re.IGNORECASE)


def retitle(scene: Scene, operation: Operation) -> Result:
    """The heading of the target becomes `put`; of the whole act: its title. A khoản or điểm with a title has it as its own words."""
    last = operation.target.address.last
    if last is not None and last.kind in INNER:
        return _column(scene, operation)
    spot = locate(scene, operation)
    if isinstance(spot, Refusal):
        return spot
    put = " ".join(operation.put.split())
    if not put:
        return Refusal(Reason.PAYLOAD_MISSING, Message("the new heading is missing"), expected=operation.target.address.vietnamese())
    if not spot.path:
        put = re.sub(rf"^{re.escape(scene.meta.kind)}\s+", "", put, flags=re.IGNORECASE) if scene.meta.kind else put
        return Done(scene.now, operation.target.address, meta=replace(scene.meta, title=put))
    if spot.unit.repealed:
        return Refusal(Reason.TARGET_REPEALED, Message("{place:address} is repealed", place=operation.target.address))
    if spot.unit.kind in _HEADED:
        if match := _NAMED.match(put):
            if key(match.group(2)) != key(spot.unit.label):
                return Refusal(
                    Reason.LABEL_MISMATCH,
                    Message(
                        "the command names {place:address}, the quotation is “{words}”",
                        place=operation.target.address,
                        words=match.group(0).strip(),
                    ),
                    expected=spot.unit.label,
                    found=match.group(2),
                )
            put = put[match.end() :]
        after = touched(spot.unit, operation, heading=put)
    elif spot.unit.kind in (Kind.KHOAN, Kind.DIEM, Kind.TIET) and spot.unit.text:
        put = re.sub(rf"^{re.escape(spot.unit.label)}\s*[.)]\s*", "", put)
        after = touched(spot.unit, operation, text=put)
    else:
        return missing(operation, Message("{place:address} has no heading", place=operation.target.address))
    return Done(scene.now.replaced(spot.path, after), scene.now.address(spot.path), (spot.unit,), (after,))


def _column(scene: Scene, operation: Operation) -> Result:
    """The name of a column in the one table of a unit, where one row of it holds the names."""
    address = operation.target.address
    holder = locate(scene, operation, address.parent)
    if isinstance(holder, Refusal):
        return holder
    table = table_of(scene.now, holder.path)
    row = names_row(scene.now.at(table)) if table is not None else None
    column = column_of(scene.now.at(table), address.steps[-1].key) if table is not None else None
    if table is None or row is None or column is None or address.steps[-1].kind is not Kind.COT:
        return missing(operation, Message("{place:address} holds no one table with a row of names for its columns", place=address.parent))
    path = (*table, row)
    old = scene.now.at(path)
    put = " ".join(operation.put.split())
    after = touched(old, operation, cells=(*old.cells[:column], put, *old.cells[column + 1 :]))
    return Done(scene.now.replaced(path, after), scene.now.address(path), (old,), (after,))
