"""Ledgers as YAML: easy to read, easy to edit by hand, exact both ways. The format: docs/format.md."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from lawtrack.law import Operation, Provision
from lawtrack.law.message import Message
from lawtrack.markup.errors import FormatError, refuse_conflict
from lawtrack.markup.front import FORMAT, check_format
from lawtrack.markup.ledger import Decision, Entry, Ledger
from lawtrack.markup.reader import read_units
from lawtrack.markup.records import Codec, hints, text
from lawtrack.markup.writer import write_units
from lawtrack.markup.yamlfile import Bare, Node, dump, key_line, load, mapping

HEADER = """\
# What lawtrack reads in the act, one entry an operation, and what an editor decides about it.
#
# decision: machine      as read; nobody has looked yet
#           accepted     as read, and right
#           rejected     not to be applied; `note` says why
#           overridden   the fields of the entry are yours; move what was read below `machine:`
#           added        an operation of your own, under an id of your own
# Sign with `by:` and `on: YYYY-MM-DD`; remarks go into `note:` (comments are not kept). Addresses are written dieu-45a.khoan-2.diem-dd,
# days YYYY-MM-DD, words without their quotation marks, payloads as canonical Markdown. The format: docs/format.md.
"""
HEADER_VI = """\
# Những gì lawtrack đọc được trong văn bản, mỗi lệnh một mục, và quyết định của biên tập viên.
#
# decision: machine      máy đọc; chưa ai xem
#           accepted     máy đọc đúng
#           rejected     không áp dụng; `note` nêu lý do
#           overridden   nội dung của mục do biên tập viên ghi; phần máy đọc chuyển xuống dưới `machine:`
#           added        lệnh do biên tập viên thêm, với một id riêng
# Ký bằng `by:` và `on: NĂM-THÁNG-NGÀY`; ghi chú đặt trong `note:` (dòng bắt đầu bằng # không được giữ).
# Vị trí viết dieu-45a.khoan-2.diem-dd, ngày viết NĂM-THÁNG-NGÀY, từ ngữ không kèm ngoặc kép, nội dung mới viết bằng Markdown chuẩn.
# Định dạng: docs/format.md.
"""
_HEAD = ("act", "act_sha256", "language", "reviewed", "reviewed_by")
_MINE = ("decision", "by", "on", "note")


def _codec(language: str) -> Codec:
    def write_payload(units: tuple[Provision, ...]) -> object:
        return write_units(units, language)

    def read_payload(node: Node, path: str) -> tuple[Provision, ...]:
        return read_units(text(node, path, "payload"), path, node.line + 1, language)

    return Codec({tuple[Provision, ...]: (write_payload, read_payload)})


def write_ledger(ledger: Ledger) -> str:
    """The text of `<slug>.ops.yaml`. Raises ValueError for a payload that canonical Markdown cannot hold."""
    codec = _codec(ledger.language)
    head = codec.pairs(ledger, always=("act", "language"), only=_HEAD)
    header = HEADER_VI if ledger.language == "vi" else HEADER
    out = [header.rstrip("\n"), *dump([("format", Bare(FORMAT)), *head]), ""]
    out.append("operations:" if ledger.entries else "operations: []")
    for number, entry in enumerate(ledger.entries):
        lines = dump(_entry(entry, codec), "    ")
        out += [*([""] if number else []), "  - " + lines[0].lstrip(), *lines[1:]]
    return "\n".join(out) + "\n"


def _entry(entry: Entry, codec: Codec) -> list[tuple[str, object]]:
    operation = codec.pairs(entry.operation)
    mine = codec.pairs(entry, always=("decision",), only=_MINE)
    machine: list[tuple[str, object]] = [("machine", codec.pairs(entry.machine))] if entry.machine else []
    return [operation[0], *mine, *operation[1:], *machine]


def read_ledger(content: str, path: str = "") -> Ledger:
    """The ledger of `<slug>.ops.yaml`. Raises FormatError with line and remedy: broken YAML, unknown keys, bad addresses and days, an
    unreadable payload, a rejection without a reason, two operations of one id."""
    refuse_conflict(content, path)
    node = load(content.replace("\r\n", "\n"), path)
    found = mapping(node, path, "ledger")
    check_format(node, path, "ledger")
    known = ("format", *_HEAD, "operations")
    for name in found:
        if name not in known:
            raise FormatError(
                Message("ledger: unknown key {name}", name=name),
                path,
                key_line(node, name),
                Message("known keys: {names}", names=", ".join(known)),
            )
    head = Node(node.line, pairs=[(key, value) for key, value in node.pairs or [] if key.text in _HEAD])
    language = text(found["language"], path, "language") if "language" in found else "vi"
    codec = _codec(language)
    listed = found.get("operations")
    if listed is None or listed.items is None:
        line = listed.line if listed else node.line
        raise FormatError("ledger: operations must be a list", path, line, "write `operations: []`, or one `- id: …` an operation")
    entries = [_read_entry(item, codec, path) for item in listed.items]
    seen: set[str] = set()
    for entry, item in zip(entries, listed.items, strict=True):
        if entry.operation.id in seen:
            raise FormatError(
                Message("two operations have the id {id}", id=entry.operation.id), path, item.line, "give the added one an id of its own"
            )
        seen.add(entry.operation.id)
    values = {name: getattr(codec.record(Ledger, head, path, "ledger"), name) for name in _HEAD}
    return Ledger(**values, entries=tuple(entries))


def _read_entry(node: Node, codec: Codec, path: str) -> Entry:
    found = mapping(node, path, "operation")
    for name in found:
        if name not in (*_MINE, "machine") and name not in {field.name for field in fields(Operation)}:
            known = ", ".join([*_MINE, "machine", *(field.name for field in fields(Operation))])
            raise FormatError(
                Message("operation: unknown key {name}", name=name), path, key_line(node, name), Message("known keys: {known}", known=known)
            )
    mine = Node(node.line, pairs=[(key, value) for key, value in node.pairs or [] if key.text in _MINE])
    rest = Node(node.line, pairs=[(key, value) for key, value in node.pairs or [] if key.text not in (*_MINE, "machine")])
    operation = codec.record(Operation, rest, path, "operation")
    machine = codec.record(Operation, found["machine"], path, "machine") if "machine" in found else None
    values: dict[str, Any] = {}
    for name, value in mapping(mine, path, "operation").items():
        values[name] = codec.read(value, hints(Entry)[name], path, name)
    if values.get("decision") is Decision.REJECTED and not values.get("note", "").strip():
        raise FormatError("a rejection without its reason", path, key_line(node, "decision"), "add `note: why`")
    if (values.get("decision") is Decision.OVERRIDDEN) != (machine is not None):
        remedy = Message("an overridden entry keeps the operation as read below `machine:`; no other entry has one")
        raise FormatError("decision and machine do not go together", path, node.line, remedy)
    return Entry(operation, **values, machine=machine)
