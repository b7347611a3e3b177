"""Changes and listings for a terminal. Pure functions: they return text, the caller prints it."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from lawtrack.law.change import Change, Outcome
from lawtrack.law.document import Authority, Meta
from lawtrack.law.effect import Effect
from lawtrack.law.operation import Origin
from lawtrack.law.refusal import Refusal
from lawtrack.publish.redline import Kind, Segment
from lawtrack.publish.rows import Row, folded, provisions
from lawtrack.publish.speech import GROUPS, Speech, group_of
from lawtrack.publish.texts import Acts
from lawtrack.text.numbers import same_key

WIDTH = 80
_RESET = "\x1b[0m"
_STYLES = {"bold": "1", "dim": "2", "red": "31", "green": "32", "yellow": "33", "delete": "31;9", "insert": "32;4"}
# Control characters of a source never reach the terminal: an act is data, not commands to the screen.
_CONTROL = re.compile(r"[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069]")


def clean(text: str) -> str:
    """`text` on one line, without characters that steer a terminal."""
    return " ".join(_CONTROL.sub("", text.replace("\n", " ").replace("\t", " ")).split(" ")).strip(" ")


@lru_cache(maxsize=16384)  # asked of every word
def cells(text: str) -> int:
    """The columns `text` takes on a terminal: combining marks none, wide letters two."""
    return sum(0 if unicodedata.combining(c) else 2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


def style(text: str, name: str, colour: bool) -> str:
    """`text` in an ANSI style, or as it is without colour."""
    return f"\x1b[{_STYLES[name]}m{text}{_RESET}" if colour and text else text


def wrap(pieces: Iterable[tuple[str, str]], indent: str, width: int = WIDTH, colour: bool = False, hang: str | None = None) -> list[str]:
    """(text, style) pieces as lines of at most `width` columns; a word longer than a line is cut. Styles end with their line.
    `hang` is the indent of further lines."""
    hang = indent if hang is None else hang
    out: list[str] = []
    line, used, fresh = indent, cells(indent), True
    for text, name in pieces:
        for token in re.findall(r"\s+|\S+", clean_inline(text)):
            blank = token.isspace()
            token = " " if blank else token
            if blank and fresh:
                continue
            if not blank and not fresh and used + cells(token) > width:
                out.append(line.rstrip(" ") if not colour else line)
                line, used, fresh = hang, cells(hang), True
            while used + cells(token) > width and not blank:
                room = max(1, width - used)
                head, token = token[:room], token[room:]
                line += style(head, name, colour) if name else head
                out.append(line)
                line, used, fresh = hang, cells(hang), True
            if blank and used + 1 > width:
                continue
            if not token:
                continue
            line += style(token, name, colour) if name and not blank else token
            used += cells(token)
            fresh = False
    if not fresh:
        out.append(line.rstrip(" "))
    return out


def clean_inline(text: str) -> str:
    """`clean`, with the white space at both ends kept."""
    return _CONTROL.sub("", text.replace("\n", " ").replace("\t", " "))


def redline(segments: Sequence[Segment], colour: bool) -> list[tuple[str, str]]:
    """Segments as pieces for `wrap`: deletions red and struck, insertions green and underlined; [-…-]{+…+} without colour."""
    out = []
    for s in segments:
        if s.kind is Kind.EQUAL:
            out.append((s.text, ""))
        elif colour:
            out.append((s.text, str(s.kind)))
        else:
            out.append((f"[-{s.text}-]" if s.kind is Kind.DELETE else f"{{+{s.text}+}}", ""))
    return out


def row_lines(row: Row, indent: str, width: int, colour: bool) -> list[str]:
    """One line of law before and after."""
    pad = indent + "  " * min(row.depth, 4)
    gap = [(" ", "")] if row.mark and row.words else []
    if row.kind in (Kind.INSERT, Kind.DELETE):
        whole = "".join(s.text for s in row.mark) + (" " if gap else "") + "".join(s.text for s in row.words)
        return wrap(redline([Segment(row.kind, whole)], colour), pad, width, colour, pad + "  ")
    return wrap([*redline(row.mark, colour), *gap, *redline(row.words, colour)], pad, width, colour, pad + "  ")


def body(rows: Sequence[Row], say: Speech, indent: str, width: int, colour: bool) -> Iterator[str]:
    """Rows with their unchanged neighbours folded into a line that counts them."""
    for fold, run in folded(rows):
        if fold:
            told = say.count("… {n} line unchanged …", "… {n} lines unchanged …", len(run))
            yield indent + style(told, "dim", colour)
            continue
        for row in run:
            yield from row_lines(row, indent, width, colour)


@dataclass(frozen=True, slots=True)
class Above:
    """What was said above an operation already, and is not said again: the act, the effect, the refusal, the command."""

    act: bool = False
    effect: Effect | None = None
    refusal: Refusal | None = None
    origin: Origin | None = None


def change_lines(change: Change, say: Speech, acts: Acts, width: int = WIDTH, colour: bool = False, above: Above = Above()) -> list[str]:
    """One operation: what it does and where, the command as the act words it, the law before and after, or why not. What the heading
    `above` says is left out."""
    operation = change.operation
    sign = GROUPS[group_of(operation.action)][0]
    bad = change.outcome is not Outcome.APPLIED
    named = "" if above.act else f" · {operation.target.document or operation.target.cited or '?'}"
    title = f"{say.subject(change)}{named}: {say.action(operation.action)}"
    head = [(("✗ " + say.outcome(change.outcome).upper() + " ") if bad else sign + " ", "red" if bad else "bold"), (title, "bold")]
    out = wrap(head, "", width, colour, "  ")
    place = say.place(operation) if above.act else say.source(operation, operation.origin.document)
    effect = say.effect(operation.effect)
    effect = "" if above.effect is not None and effect == say.effect(above.effect) else f" · {effect}"
    again = above.origin is not None and (above.origin.address, above.origin.text) == (operation.origin.address, operation.origin.text)
    out += wrap([(place + (say(" (the same command)") if again else "") + effect, "dim")], "  ", width, colour)
    if operation.origin.text and not again:
        for line in f"“{operation.origin.text.strip()}”".split("\n"):  # headings above the command stand on lines of their own
            out += wrap([(clean(line), "")], "  │ ", width, colour)
    refusal = change.refusal or operation.refusal
    if bad and refusal and refusal != above.refusal:
        out += refusal_lines(refusal, say, "  ", width, colour)
    if change.before or change.after:
        out += body(provisions(change.before, change.after, say.language), say, "    ", width, colour)
    return out


def refusal_lines(refusal: Refusal, say: Speech, indent: str, width: int, colour: bool) -> list[str]:
    """Why not, and below it what was expected and found and what to do."""
    out = wrap([(say("Why: "), "red"), (say.why(refusal), "")], f"{indent}✗ ", width, colour, f"{indent}  ")
    for label, words in say.details(refusal):
        out += wrap([(f"{label}: ", "yellow"), (words, "")], f"{indent}  ", width, colour, f"{indent}    ")
    return out


def changed(changes: Sequence[Change], acts: Acts | None = None, width: int = WIDTH, colour: bool = False, language: str = "vi") -> str:
    """Changes of any acts, as `lawtrack diff` and `lawtrack log` show them: each with its act, its authority and its bounds."""
    say = Speech(language)
    out: list[str] = []
    for change in changes:
        out += [*change_lines(change, say, acts or {}, width, colour)]
        act = (acts or {}).get(same_key(change.operation.origin.document))
        if act and act.authority is not Authority.OFFICIAL:
            out += wrap(
                [(f"! {say(_SOURCE, act=act.number, authority=say.authority(act.authority))}", "yellow")], "  ", width, colour, "    "
            )
        out.append("")
    return "\n".join(out[:-1]) + "\n" if out else ""


_SOURCE = "{act}: {authority}"


def table(head: Sequence[str], rows: Sequence[Sequence[str]], width: int = WIDTH, colour: bool = False) -> str:
    """A table of plain columns, no wider than `width`: the last column wraps under itself, the others keep their words."""
    texts = [[clean(str(c)) for c in row] for row in rows]
    sizes = [max([cells(h), *(cells(r[i]) for r in texts)]) for i, h in enumerate(head)]
    spare = width - sum(sizes[:-1]) - 2 * (len(head) - 1)
    if spare < 16:  # too little room: the widest of the first columns gives way
        widest = max(range(len(head) - 1), key=lambda i: sizes[i], default=0)
        sizes[widest] = max(8, sizes[widest] - (16 - spare))
        spare = max(16, width - sum(sizes[:-1]) - 2 * (len(head) - 1))
    out = []
    for n, row in enumerate([[clean(h) for h in head], *texts]):
        columns = [
            wrap([(c, "bold" if n == 0 else "")], "", sizes[i] if i < len(row) - 1 else spare, colour) or [""] for i, c in enumerate(row)
        ]
        for level in range(max(map(len, columns))):
            parts = [c[level] if level < len(c) else "" for c in columns]
            padded = [p + " " * (sizes[i] - cells(_ANSI.sub("", p))) for i, p in enumerate(parts[:-1])]
            out.append("  ".join([*padded, parts[-1]]).rstrip(" "))
    return "\n".join(out) + "\n"


_ANSI = re.compile(r"\x1b\[[\d;]*m")


def named(meta: Meta, language: str = "vi") -> str:
    """An act in one line of a listing: kind, number, title."""
    return f"{Speech(language).name(meta)} {meta.title}".strip()
