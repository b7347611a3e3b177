"""The report of an act as Markdown, for machines and for reading in a forge: insertions bold, deletions struck."""

from __future__ import annotations

import re
from collections.abc import Sequence

from lawtrack.law.change import Change, Outcome
from lawtrack.law.document import Document
from lawtrack.publish.html import clean
from lawtrack.publish.redline import Kind, Segment
from lawtrack.publish.rows import Row, folded, provisions
from lawtrack.publish.speech import Speech
from lawtrack.publish.texts import Acts

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>#+!|~-])")


def report_markdown(act: Document, changes: Sequence[Change], acts: Acts | None = None) -> str:
    """The report of an act as CommonMark (deletions as `~~…~~`)."""
    say = Speech(act.meta.language)
    out = [f"# {_safe(say.name(act.meta))}", "", _safe(act.meta.title), "", f"*{_safe(say.computed())}*", ""]
    for notice in (say.notice(act.meta.authority), say.mended(act.meta)):
        out += [f"**{_safe(notice)}**", ""] if notice else []
    for change in changes:
        operation = change.operation
        target = operation.target.document or operation.target.cited or "?"
        out += [f"## {_safe(say.subject(change))} · {_safe(target)}: {_safe(say.action(operation.action))}", ""]
        out += [f"{_safe(say.place(operation))} · {_safe(say.effect(operation.effect))}", ""]
        if operation.origin.text:
            out += [f"> {_safe(' '.join(operation.origin.text.split()))}", ""]
        refusal = change.refusal or operation.refusal
        if change.outcome is not Outcome.APPLIED:
            why = say.why(refusal) if refusal else ""
            out += [f"**✕ {_safe(say.outcome(change.outcome))}** {_safe(why)}".rstrip(), ""]
        for fold, run in folded(provisions(change.before, change.after)):
            if fold:
                out.append("- *" + _safe(say.count("… {n} line unchanged …", "… {n} lines unchanged …", len(run))) + "*")
            else:
                out += [f"- {_line(row)}" for row in run]
        if change.before or change.after:
            out.append("")
    return "\n".join(out)


def _line(row: Row) -> str:
    if row.kind in (Kind.INSERT, Kind.DELETE):
        return _marked([Segment(row.kind, " ".join("".join(s.text for s in part) for part in (row.mark, row.words) if part))])
    return " ".join(p for p in (_marked(row.mark), _marked(row.words)) if p)


def _marked(segments: Sequence[Segment]) -> str:
    sign = {Kind.EQUAL: "", Kind.INSERT: "**", Kind.DELETE: "~~"}
    out = ""
    for s in segments:
        body = s.text.strip()
        if not body:
            out += " " if s.text else ""
            continue
        head, tail = s.text[: len(s.text) - len(s.text.lstrip())], s.text[len(s.text.rstrip()) :]
        out += f"{' ' if head else ''}{sign[s.kind]}{_safe(body)}{sign[s.kind]}{' ' if tail else ''}"
    return out


def _safe(text: str) -> str:
    return _SPECIAL.sub(r"\\\1", " ".join(clean(text).split()))
