"""Units of law as elements of Akoma Ntoso. `docs/publish.md` says which kind becomes which element."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from xml.etree.ElementTree import Element, SubElement

from lawtrack.law.plain import REPEALED_EN, REPEALED_VI, SUSPENDED_EN, SUSPENDED_VI, mark_of
from lawtrack.law.provision import ABOVE, Kind, Provision, State
from lawtrack.publish.akoma_tree import NEW, Node
from lawtrack.publish.html import clean

_TAGS = {
    Kind.PHAN: "part",
    Kind.CHUONG: "chapter",
    Kind.MUC: "section",
    Kind.TIEU_MUC: "subsection",
    Kind.DIEU: "article",
    Kind.KHOAN: "paragraph",
    Kind.DIEM: "point",
    Kind.GACH: "indent",
    Kind.DOAN: "subparagraph",
}
_NAMED = {
    Kind.TIET: "item",
    Kind.MAU: "form",
    Kind.PHU_LUC: "annex",
    Kind.QUY_CHE: "regulation",
    Kind.BANG: "table",
    Kind.TRICH: "quotation",
}
_BLOCKS = (Kind.DOAN, Kind.BANG, Kind.HANG, Kind.TRICH)


class Writer:
    """Writes units.

    language  of the document
    period    the reference to the time for which a unit's words hold, "" where there is none
    labels    what stands above the old and above the new reading of an uncertain passage
    """

    def __init__(self, language: str, period: Callable[[Node], str], labels: tuple[str, str]) -> None:
        self.language = language
        self.period = period
        self.labels = labels
        english = language == "en"
        self.repealed = REPEALED_EN if english else REPEALED_VI
        self.suspended = SUSPENDED_EN if english else SUSPENDED_VI

    def unit(self, parent: Element, node: Node) -> None:
        """The unit and all below it, as a hierarchical element under `parent`."""
        tag = _TAGS.get(node.unit.kind)
        element = SubElement(parent, tag or "hcontainer", {} if tag else {"name": _NAMED[node.unit.kind]})
        self.attributes(element, node)
        if node.unit.kind is Kind.BANG:  # it has no line of its own
            self.fill(element, [], node.children, node.eid)
            return
        self.title(element, node.unit)
        self.fill(element, self.lead(node.unit), node.children, node.eid)

    def attributes(self, element: Element, node: Node) -> None:
        """Name, time, state and reading of a unit."""
        element.set("eId", node.eid)
        if node.wid:
            element.set("wId", node.wid)
        if period := self.period(node):
            element.set("period", period)
        if node.unit.state is not State.IN_FORCE:
            element.set("status", "removed" if node.unit.repealed else "temporarilyRemoved")
        if node.beside:
            element.set("alternativeTo", f"#{node.beside}")
        if node.reading:
            element.set("class", f"uncertain-{node.reading}")
            self._labelled(element, clean(self.labels[node.reading == NEW]))

    @staticmethod
    def _labelled(element: Element, label: str) -> None:
        """Says above a reading, or in front of its words, which one it is: no reader shall take one of two for the text in force."""
        flows = element if element.tag == "p" else next(element.iter("p"), None) if element.tag == "tr" else None
        if flows is not None:
            said = Element("remark", status="editorial")
            said.text, said.tail, flows.text = f"[{label}]", f" {flows.text or ''}", None
            flows.insert(0, said)
            return
        above = Element({"table": "caption", "quotedStructure": "p"}.get(element.tag, "subheading"))
        SubElement(above, "remark", status="editorial").text = f"[{label}]"
        element.insert(0, above)

    def title(self, element: Element, unit: Provision) -> None:
        """The number and the heading."""
        if mark := mark_of(unit, self.language):
            SubElement(element, "num").text = clean(mark)
        if unit.repealed:
            return
        held = unit.state is State.SUSPENDED and (unit.heading != "" or not unit.text)
        if unit.heading or held:
            heading = SubElement(element, "heading")
            self._words(heading, unit.heading, self.suspended, held)

    def lead(self, unit: Provision) -> list[Element]:
        """The unit's own words, as a paragraph; what stands for them where it is repealed."""
        if not unit.repealed and not unit.text:
            return []
        paragraph = Element("p")
        if unit.repealed:
            self._words(paragraph, "", self.repealed, True)
        else:
            self._words(paragraph, unit.text, self.suspended, unit.state is State.SUSPENDED and not unit.heading)
        return [paragraph]

    def fill(self, element: Element, lead: list[Element], children: Sequence[Node], eid: str) -> None:
        """What stands below a heading: paragraphs alone are the content, paragraphs in front of units the introduction, paragraphs behind
        them the closing words; one between units is a unit of its own."""
        units = [i for i, n in enumerate(children) if not _is_block(n)]
        if not units:
            if lead or children:
                self._blocks(SubElement(element, "content", eId=f"{eid}__content"), lead, children)
            return
        first, last = units[0], units[-1]
        if lead or first:
            self._blocks(SubElement(element, "intro", eId=f"{eid}__intro"), lead, children[:first])
        self.units(element, children[first : last + 1])
        if children[last + 1 :]:
            self._blocks(SubElement(element, "wrapUp", eId=f"{eid}__wrapup"), [], children[last + 1 :])

    def units(self, element: Element, children: Sequence[Node]) -> None:
        """Units, and paragraphs between them, as hierarchical elements."""
        for rows, run in groupby(children, lambda n: n.unit.kind is Kind.HANG):
            if rows:
                self._table(SubElement(SubElement(element, "hcontainer", name="table"), "content"), list(run))
                continue
            for node in run:
                if node.unit.kind in (Kind.BANG, Kind.TRICH) and _is_block(node):
                    holder = SubElement(element, "hcontainer", name=_NAMED[node.unit.kind])
                    self._blocks(SubElement(holder, "content"), [], [node])
                else:
                    self.unit(element, node)

    def blocks(self, element: Element, children: Sequence[Node]) -> None:
        """Units of any kind in an element that takes paragraphs beside units."""
        for block, run in groupby(children, _is_block):
            (self._plain if block else self.units)(element, list(run))

    def _plain(self, element: Element, children: Sequence[Node]) -> None:
        self._blocks(element, [], children)

    def _blocks(self, element: Element, lead: list[Element], children: Sequence[Node]) -> None:
        element.extend(lead)
        for rows, run in groupby(children, lambda n: n.unit.kind is Kind.HANG):
            if rows:
                self._table(element, list(run))
                continue
            for node in run:
                match node.unit.kind:
                    case Kind.BANG:
                        self.attributes(self._table(element, node.children, node.unit), node)
                    case Kind.TRICH:
                        self._quotation(element, node)
                    case _:
                        paragraph = SubElement(element, "p")
                        gone, held = node.unit.repealed, node.unit.state is State.SUSPENDED
                        self._words(paragraph, "" if gone else node.unit.text, self.repealed if gone else self.suspended, gone or held)
                        self.attributes(paragraph, node)

    def _quotation(self, element: Element, node: Node) -> None:
        paragraph = SubElement(element, "p")
        quoted = SubElement(SubElement(paragraph, "mod"), "quotedStructure")
        if node.unit.repealed:
            quoted.extend(self.lead(node.unit))
        else:
            if node.unit.state is State.SUSPENDED:
                SubElement(quoted, "p")
                self._words(quoted[0], "", self.suspended, True)
            for line in node.unit.text.split("\n"):
                SubElement(quoted, "p").text = clean(line)
        self.attributes(quoted, node)

    def _table(self, element: Element, rows: Sequence[Node], unit: Provision | None = None) -> Element:
        table = SubElement(element, "table")
        wide = max((len(r.unit.cells) for r in rows), default=1) or 1
        steady = not any(r.reading for r in rows)
        if not rows:
            SubElement(SubElement(table, "tr"), "td")
        for n, row in enumerate(rows):
            line = SubElement(table, "tr")
            tag = "th" if n == 0 and not row.unit.label and len(rows) > 1 else "td"
            texts = row.unit.cells
            above = rows[n - 1].unit.cells if n and steady else ()
            for i, text in enumerate(texts):
                if text == ABOVE and i < len(above):
                    continue
                cell = SubElement(line, tag)
                span = _span(rows[n + 1 :], i) if steady else 1
                if span > 1:
                    cell.set("rowspan", str(span))
                elif i == len(texts) - 1 and len(texts) < wide:
                    cell.set("colspan", str(wide - i))
                SubElement(cell, "p").text = clean(text)
            if len(line) == 0:
                SubElement(line, tag)
            self.attributes(line, row)
        return table

    @staticmethod
    def _words(element: Element, words: str, remark: str, wanted: bool) -> None:
        if not wanted:
            element.text = clean(words)
            return
        said = SubElement(element, "remark", status="editorial")
        said.text = remark
        said.tail = f" {clean(words)}" if words else None


def _is_block(node: Node) -> bool:
    kind = node.unit.kind
    if kind is Kind.BANG:
        return all(c.unit.kind is Kind.HANG for c in node.children)
    return kind is Kind.HANG or (kind in _BLOCKS and not (node.children or node.unit.heading or node.unit.mark))


def _span(below: Sequence[Node], column: int) -> int:
    span = 1
    for row in below:
        if column >= len(row.unit.cells) or row.unit.cells[column] != ABOVE:
            break
        span += 1
    return span
