"""The words of a commit of the law history: a subject a lawyer reads, what was done to which unit, and trailers for machines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from lawtrack.history.tracks import BEGIN, ENACT, END, EXPIRE, Row
from lawtrack.history.words import one_line
from lawtrack.law import Action

_VERBS = {
    ENACT: "ban hành",
    EXPIRE: "hết hiệu lực",
    END: "hết thời hạn áp dụng quy định đối với",
    BEGIN: "bắt đầu thi hành một số quy định của",
    Action.ENACT: "ban hành",
    Action.CORRECT: "đính chính",
    Action.SUSPEND: "ngưng hiệu lực",
    Action.REVIVE: "tiếp tục hiệu lực",
    Action.REPEAL_DOCUMENT: "bãi bỏ",
    Action.REPLACE_DOCUMENT: "thay thế",
    Action.OVERLAY: "quy định tạm thời đối với",
}
_AMEND = "sửa đổi, bổ sung"
_DONE = {
    BEGIN: "có hiệu lực",
    Action.SUBSTITUTE: "sửa đổi, bổ sung",
    Action.INSERT: "bổ sung",
    Action.REPEAL: "bãi bỏ",
    Action.RETITLE: "sửa đổi tên",
    Action.REPLACE_TEXT: "thay thế từ, cụm từ",
    Action.DELETE_TEXT: "bỏ từ, cụm từ",
    Action.INSERT_TEXT: "bổ sung từ, cụm từ",
    Action.RENUMBER: "sửa đổi thứ tự",
    Action.UNWRAP: "bỏ tên, giữ nội dung",
}
_LISTED = 200


@dataclass(frozen=True, slots=True)
class Act:
    """What the trailers say of an act: number, title with its kind, ISO day of issue, authority, blobs of its source and ledger."""

    number: str
    title: str = ""
    issued: str = ""
    authority: str = ""
    source: str = ""
    ledger: str = ""


def compose(act: Act, day: str, rows: Iterable[Row]) -> str:
    """The message of the commit of what `act` did on `day` (an ISO day, or "" where it is not known). An enactment alone has the act's
    title below the subject; every other row its own line."""
    rows = tuple(dict.fromkeys(rows))
    body = []
    if any(row.what == ENACT for row in rows) and act.title:
        body.append(one_line(act.title, 400))
    changes = [row for row in rows if row.what not in (ENACT, EXPIRE)]
    for document in dict.fromkeys(row.document for row in changes):
        own = [_line(row) for row in changes if row.document == document]
        body.append("\n".join([f"{one_line(document)}:", *own[:_LISTED]]))
        if len(own) > _LISTED:
            body[-1] += f"\n… và {len(own) - _LISTED} thay đổi khác"
    parts = [_subject(act, rows), *body, _trailers(act, day, rows)]
    return "\n\n".join(parts) + "\n"


def _subject(act: Act, rows: tuple[Row, ...]) -> str:
    done: dict[str, list[str]] = {}
    for row in rows:
        if row.what in (ENACT, EXPIRE):
            done.setdefault(_VERBS[row.what], [])
        else:
            verb = _VERBS.get(row.what, _AMEND)
            if row.document not in done.setdefault(verb, []):
                done[verb].append(row.document)
    if _VERBS[ENACT] in done:
        done.pop(_VERBS[BEGIN], None)  # from its first day an act holds as a whole, or as its closing article says
    if len(done) > 1:
        done.pop(_VERBS[ENACT], None)  # an act that changes others comes into force by that: the change is what matters
    parts = []
    for verb, documents in done.items():
        named = ", ".join(one_line(d) for d in documents[:3])
        more = f" và {len(documents) - 3} văn bản khác" if len(documents) > 3 else ""
        parts.append(f"{verb} {named}{more}".strip())
    reported = " (chỉ biết qua báo chí)" if act.authority == "reported" else ""
    return f"{one_line(act.number)}: {'; '.join(parts)}{reported}"


def _line(row: Row) -> str:
    unit = row.unit or "cả văn bản"
    verb = _DONE.get(row.what, _VERBS.get(row.what, _AMEND)) if row.what != END else "hết thời hạn áp dụng"
    return one_line(f"- {unit}: {verb}" + (f" ({row.at})" if row.at else ""))


def _trailers(act: Act, day: str, rows: tuple[Row, ...]) -> str:
    out = [("Act", act.number), ("Effective-Date", day or "unknown")]
    out += [("Effective-Bounds", bounds) for bounds in dict.fromkeys(row.bounds for row in rows if row.bounds)]
    if act.issued:
        out.append(("Issued", act.issued))
    ids = [row.id.removeprefix(f"{act.number}#") for row in rows if row.id]
    out.append(("Operations", f"{len(ids)} ({', '.join(ids)})" if ids else "0"))
    out.append(("Authority", act.authority or "unknown"))
    if act.source:
        out.append(("Source-Blob", act.source))
    if act.ledger:
        out.append(("Ledger-Blob", act.ledger))
    return "\n".join(f"{key}: {one_line(value)}" for key, value in out)
