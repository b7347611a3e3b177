"""From lines of law text to provisions: labels, nesting, quotations, tables. Pure; stands on `lawtrack.law`.

`outline(lines)` reads a whole act, `units(lines)` the inside of one quotation.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from lawtrack.law.message import Message
from lawtrack.law.provision import Kind, Provision
from lawtrack.outline import frame
from lawtrack.outline.grow import Grower
from lawtrack.outline.marks import Style, marks
from lawtrack.outline.node import Node, freeze
from lawtrack.outline.sequence import Doubt

__all__ = ["Doubt", "Outlined", "outline", "units"]


_MOTTO = ("CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI", "SOCIALIST REPUBLIC", "THE SOCIALIST REPUBLIC")


@dataclass(frozen=True, slots=True)
class Outlined:
    """An act in its parts: what `Document` needs besides what is known from outside.

    kind     as the act calls itself, in lower case ("nghị định", "decree"); "" where no line says it
    doubts   what an editor should look at, in the order of the lines
    repeated lines left out because they print again what stands there already: the heading of a table on its next page, of a chapter in
             the next issue of the Gazette
    """

    head: tuple[str, ...] = ()
    kind: str = ""
    title: str = ""
    preamble: tuple[str, ...] = ()
    body: Provision = Provision(Kind.VAN_BAN)
    tail: tuple[str, ...] = ()
    doubts: tuple[Doubt, ...] = ()
    repeated: tuple[Doubt, ...] = ()


def outline(lines: Sequence[str], language: str = "vi") -> Outlined:
    """Reads a whole act, one paragraph a line. Every word of `lines` stands in the result; what could not be placed is a paragraph
    of the unit in front of it, and the `doubts` say where sequence or quotations are out of order."""
    lines = [line.strip(" \r\n") if "\t" in line.lstrip() else line.strip() for line in lines]
    front = frame.opening(lines, language)
    root = Node(Kind.VAN_BAN)
    grower = Grower(lines, root, language, stop=lambda at: frame.begins_tail(lines, at, language))
    at = grower.grow(front.body)
    doubts, repeated = list(grower.doubts), list(grower.repeated)
    if not front.titled:
        doubts.insert(0, Doubt(1, Message("no line names the kind of the act")))
    if not grower.articles:
        doubts.insert(0, Doubt(front.body + 1, Message("no article was found")))
    behind = next((i for i in range(at, len(lines)) if frame.heads_annex(lines, i, language)), len(lines))
    tail = tuple(s.strip() for s in lines[at:behind] if s.strip())
    for start, end in _annexes(lines, behind, language):
        grower = _annex(lines, start, end, root, language)
        doubts += grower.doubts
        repeated += grower.repeated
    return Outlined(
        front.head,
        front.kind,
        front.title,
        front.preamble,
        freeze(root),
        tail,
        tuple(sorted(doubts, key=lambda d: d.line)),
        tuple(sorted(repeated, key=lambda d: d.line)),
    )


def _annexes(lines: Sequence[str], start: int, language: str) -> list[tuple[int, int]]:
    starts: list[int] = []
    labels: set[str] = set()
    for i in (i for i in range(start, len(lines)) if frame.heads_annex(lines, i, language)):
        label = next((m.label for m in marks(lines[i], language) if m.kind is Kind.PHU_LUC), "")
        # "Phụ lục I" a second time, and not issued with the act: a cell of a table that names the annex of another act
        if not label or label not in labels or frame.issued_itself(lines, i, language):
            starts.append(i)
            labels.add(label)
    # a list heading ("DANH MỤC …") right below "Phụ lục I" is its title, not an annex of its own
    kept = [
        s
        for i, s in enumerate(starts)
        if i == 0 or any(line.strip() and not frame.is_issued_with(line) for line in lines[_title_end(lines, starts[i - 1]) : s])
    ]
    return list(zip(kept, [*kept[1:], len(lines)], strict=False))


def _title_end(lines: Sequence[str], start: int) -> int:
    """The line behind the heading of an annex: its label, its title in capitals."""
    at = start + 1
    while at < len(lines) and (not lines[at].strip() or (lines[at].strip().isupper() and "|" not in lines[at] and "\t" not in lines[at])):
        at += 1
    # the letterhead of a form: the issuer and the national motto are no title
    return start + 1 if any(line.strip().startswith(_MOTTO) for line in lines[start + 1 : at]) else at


def _annex(lines: Sequence[str], start: int, end: int, root: Node, language: str) -> Grower:
    mark = next((m for m in marks(lines[start], language) if m.kind is Kind.PHU_LUC), None)
    at = min(_title_end(lines, start), end)
    title = [s.strip() for s in lines[start + 1 : at] if s.strip()]
    if frame.heads_regulation(lines, start):
        node = Node(Kind.QUY_CHE, heading=" ".join([lines[start].strip(), *title]), style=Style.WORD, line=start)
    elif mark:
        heading = " ".join(filter(None, [mark.rest.strip(), *title]))
        node = Node(Kind.PHU_LUC, label=mark.label, heading=heading, mark=mark.unusual(language), style=Style.WORD, line=start)
    else:
        name, rest = frame.form_name(lines[start])
        printed = name or frame.list_name(lines[start])[0]
        more = "" if name else frame.list_name(lines[start])[1]
        node = Node(Kind.PHU_LUC, name, " ".join(filter(None, [more, *title])), mark=printed, style=Style.WORD, line=start)
        if name and rest:
            node.children.append(Node(Kind.DOAN, text=rest, line=start))
    if node.kind is Kind.PHU_LUC and not node.heading and at < end:
        first = lines[at].strip()
        behind = next((i for i in range(at + 1, end) if lines[i].strip()), end)
        if (
            len(first) < 200
            and not marks(first, language)
            and first[:1] != "("
            and behind < end
            and frame.is_issued_with(lines[behind])
            and "\t" not in first
        ):
            node.heading, at = first, at + 1
    root.children.append(node)
    grower = Grower(lines, node, language, annex=node.kind is Kind.PHU_LUC)
    grower.grow(at, end)
    return grower


def units(lines: Sequence[str], language: str = "vi", annex: bool = False) -> tuple[Provision, ...]:
    """Reads the inside of one quotation, its outer quotation marks taken off: units of any level, in order. A bare paragraph is a DOAN.
    `annex`: it is quoted from an annex, where "VII." and "B." head sections."""
    root = Node(Kind.TRICH)
    grower = Grower(
        [line.strip(" \r\n") if "\t" in line.lstrip() else line.strip() for line in lines], root, language, free=True, annex=annex
    )
    grower.grow()
    return tuple(_untitled(freeze(child)) for child in root.children)


def _untitled(unit: Provision) -> Provision:
    """In acts whose articles have no titles the sentence behind "Điều 9." opens the article: one that announces a list (":") is no
    title, for titles announce nothing."""
    children = tuple(map(_untitled, unit.children))
    if unit.kind is Kind.DIEU and unit.heading.endswith(":"):
        return replace(unit, heading="", children=(Provision(Kind.DOAN, text=unit.heading), *children))
    return replace(unit, children=children) if children != unit.children else unit
