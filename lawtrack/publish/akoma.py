"""An edition as Akoma Ntoso 3.0 (OASIS LegalDocML): the text in force on a day, its names, its days and what changed it.

Standard: https://docs.oasis-open.org/legaldocml/akn-core/v1.0/. One version of one language; where a day is uncertain both readings stand
in the text, and the document says that it has several versions. The same edition gives the same bytes.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from xml.etree.ElementTree import Element, SubElement, tostring

from lawtrack.law.change import Edition
from lawtrack.law.document import Document
from lawtrack.law.provision import ENCLOSED, Kind
from lawtrack.publish.akoma_body import Writer
from lawtrack.publish.akoma_meta import NAMESPACE, OWN, document_type, identification, metadata, subtype
from lawtrack.publish.akoma_time import Timeline
from lawtrack.publish.akoma_tree import Node, nodes
from lawtrack.publish.html import clean
from lawtrack.publish.speech import Speech
from lawtrack.publish.texts import Acts, notices, reading_labels

_CITATION = re.compile(r"(?:Căn cứ|Pursuant to|On the basis of|Based on)\b", re.IGNORECASE)
_FLOWING = {"p", "num", "heading", "subheading", "caption"}
"""Elements in which white space is text."""


def akn(edition: Edition, acts: Acts | None = None) -> str:
    """The edition as an XML document."""
    acts = acts or {}
    document = edition.document
    say = Speech(document.meta.language)
    tree = nodes(edition)
    time = Timeline(edition)
    doubted = edition.other is not None
    labels = reading_labels(edition, say)[1:3] if doubted else ("", "")
    writer = Writer(document.meta.language, time.of_node, (labels[0], labels[1]))

    top = Element("akomaNtoso", {"xmlns": NAMESPACE, "xmlns:lawtrack": OWN})
    contains = "multipleVersions" if doubted else "singleVersion"
    act = SubElement(top, document_type(document.meta), name=subtype(document.meta) or "act", contains=contains)
    text = Element("text")
    _preface(text, document, notices(edition, acts, say))
    _preamble(text, document)
    behind = next((i for i, n in enumerate(tree) if n.unit.kind in ENCLOSED), len(tree))
    body = SubElement(text, "body", eId="body")
    writer.units(body, tree[:behind])
    if len(body) == 0:  # the schema wants one unit at least
        SubElement(body, "hcontainer", eId="body__hcontainer_1", name="empty")
    _conclusions(text, document)
    if tree[behind:]:
        _attachments(text, edition, tree[behind:], writer, contains)
    metadata(act, edition, acts, tree, time)
    act.extend(text)
    _indent(top, "\n")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{tostring(top, encoding="unicode")}\n'


def _preface(parent: Element, document: Document, told: Sequence[str]) -> None:
    meta = document.meta
    if not (told or document.head or meta.kind or meta.title):
        return
    preface = SubElement(parent, "preface", eId="preface")
    if told:
        container = SubElement(preface, "container", eId="preface__container_1", name="notices", status="editorial")
        _paragraphs(container, told)
    if document.head:
        _paragraphs(SubElement(preface, "container", eId="preface__container_2", name="head"), document.head)
    if meta.kind or meta.title:
        title = SubElement(preface, "longTitle", eId="preface__longtitle")
        for tag, words in (("docType", meta.kind.upper()), ("docTitle", meta.title)):
            if words:
                SubElement(SubElement(title, "p"), tag).text = clean(words)


def _preamble(parent: Element, document: Document) -> None:
    if not document.preamble:
        return
    preamble = SubElement(parent, "preamble", eId="preamble")
    citations, n, groups = None, 0, 0
    for line in document.preamble:
        if not _CITATION.match(line.strip()):
            citations = None
            SubElement(preamble, "p").text = clean(line)
            continue
        if citations is None:
            groups += 1
            citations = SubElement(preamble, "citations", eId=f"preamble__cits_{groups}")
        n += 1
        SubElement(SubElement(citations, "citation", eId=f"preamble__cit_{n}"), "p").text = clean(line)


def _conclusions(parent: Element, document: Document) -> None:
    if not document.tail:
        return
    conclusions = SubElement(parent, "conclusions", eId="conclusions")
    for line in document.tail:
        paragraph = SubElement(conclusions, "p")
        if line.strip() in document.meta.signers:
            paragraph = SubElement(paragraph, "signature")
        paragraph.text = clean(line)


def _attachments(parent: Element, edition: Edition, tree: Sequence[Node], writer: Writer, contains: str) -> None:
    """What is issued with the act: a document each, with its own names."""
    attachments = SubElement(parent, "attachments")
    for node in tree:
        enclosed = node.unit.kind in ENCLOSED
        attachment = SubElement(attachments, "attachment")
        name = {Kind.PHU_LUC: "annex", Kind.MAU: "form"}.get(node.unit.kind, "regulation")
        if enclosed:
            writer.attributes(attachment, node)
            writer.title(attachment, node.unit)
        document = SubElement(attachment, "doc", name=name, contains=contains)
        identification(SubElement(document, "meta"), edition, node.eid)
        main = SubElement(document, "mainBody", eId=f"{node.eid}__body")
        if enclosed:
            main.extend(writer.lead(node.unit))
            writer.blocks(main, node.children)
        else:
            writer.blocks(main, [node])
        if len(main) == 0:
            SubElement(main, "p")


def _paragraphs(parent: Element, lines: Sequence[str]) -> None:
    for line in lines:
        SubElement(parent, "p").text = clean(line)


def _indent(element: Element, margin: str) -> None:
    """Line ends between elements, none in what flows as text."""
    if element.tag in _FLOWING or len(element) == 0:
        return
    element.text = margin + " "
    for child in element:
        _indent(child, margin + " ")
        child.tail = margin + " "
    element[-1].tail = margin
