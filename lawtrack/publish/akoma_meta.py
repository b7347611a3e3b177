"""What an Akoma Ntoso document says of itself: names, days, what changed it.

Viet Nam has no official scheme of identifiers for Akoma Ntoso; the names follow its naming convention and claim to be no more:
`/akn/vn/act/nghi-dinh/2020-06-08/63-2020-nd-cp/vie@2026-01-15`. Where the kind or the day of an act is not known its step is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from xml.etree.ElementTree import Element, SubElement

from lawtrack.law.change import Change, Edition
from lawtrack.law.document import Authority, Meta
from lawtrack.law.effect import Bounded
from lawtrack.law.operation import Action
from lawtrack.publish.akoma_time import Timeline
from lawtrack.publish.akoma_tree import Node, eid_of
from lawtrack.publish.html import clean
from lawtrack.publish.speech import Speech
from lawtrack.publish.texts import Acts, notices
from lawtrack.text.numbers import same_key, slug, year_of

NAMESPACE = "http://docs.oasis-open.org/legaldocml/ns/akn/3.0"
OWN = "urn:lawtrack:akn:1"
EDITOR = "#lawtrack"
_LANGUAGES = {"vi": "vie", "en": "eng"}

TEXTUAL = {
    Action.SUBSTITUTE: "substitution",
    Action.INSERT: "insertion",
    Action.REPEAL: "repeal",
    Action.RETITLE: "substitution",
    Action.REPLACE_TEXT: "substitution",
    Action.DELETE_TEXT: "repeal",
    Action.INSERT_TEXT: "insertion",
    Action.RENUMBER: "renumbering",
    Action.UNWRAP: "repeal",
    Action.OVERLAY: "substitution",
    Action.CORRECT: "substitution",
    Action.MANUAL: "substitution",
}
OTHER = {
    Action.ENACT: ("forceMod", "entryIntoForce"),
    Action.REPLACE_DOCUMENT: ("forceMod", "endOfEnactment"),
    Action.REPEAL_DOCUMENT: ("forceMod", "endOfEnactment"),
    Action.SUSPEND: ("efficacyMod", "inapplication"),
    Action.REVIVE: ("efficacyMod", "entryIntoEfficacy"),
}
"""Changes of force, not of words."""


def document_type(meta: Meta | None) -> str:
    """`bill` for a draft, else `act`."""
    return "bill" if meta is not None and meta.authority is Authority.DRAFT else "act"


def subtype(meta: Meta) -> str:
    """The kind of act in names: "nghi-dinh", for every language of the act."""
    return slug(Speech("vi").kind(meta.kind)) if meta.kind else ""


def work(number: str, meta: Meta | None) -> str:
    """The name of an act over all its languages and days."""
    year = year_of(number)
    day = meta.issued.isoformat() if meta and meta.issued else str(year) if year else ""
    steps = ("", "akn", "vn", document_type(meta), subtype(meta) if meta else "", day, slug(number) or "khong-so")
    return "/".join(s for n, s in enumerate(steps) if s or n == 0)


def identification(parent: Element, edition: Edition, component: str = "main") -> None:
    """What the text is as a work, as an expression (language and day) and as a file."""
    meta = edition.document.meta
    name = work(meta.number, meta)
    language = _LANGUAGES.get(meta.language, meta.language)
    version = f"{name}/{language}@{edition.at.isoformat()}"
    author = "#issuer" if meta.issuer else "#unknown"
    element = SubElement(parent, "identification", source=EDITOR)
    known = [(n, d) for n, d in (("issued", meta.issued), ("published", meta.published), ("effective", meta.effective)) if d]
    first = known[:1] or [("not-known--day-of-this-version", edition.at)]
    one = _level(element, "FRBRWork", f"{name}/!{component}", name, first, author)
    SubElement(one, "FRBRcountry", value="vn")
    for tag, value in (("FRBRsubtype", subtype(meta)), ("FRBRnumber", meta.number), ("FRBRname", meta.title)):
        if value:
            SubElement(one, tag, value=clean(value))
    two = _level(element, "FRBRExpression", f"{version}/!{component}", version, [("version", edition.at)], EDITOR)
    SubElement(two, "FRBRauthoritative", value="false")
    SubElement(two, "FRBRlanguage", language=language)
    if meta.authority is Authority.TRANSLATION and meta.language != "vi":
        original = f"{name}/vie@{edition.at.isoformat()}"
        SubElement(two, "FRBRtranslation", href=original, fromLanguage="vie", authoritative="false", by="#unknown")
    file = _level(element, "FRBRManifestation", f"{version}/!{component}.xml", f"{version}.xml", [("version", edition.at)], EDITOR)
    SubElement(file, "FRBRformat", value="application/akn+xml")


def _level(parent: Element, tag: str, this: str, uri: str, days: Sequence[tuple[str, date]], author: str) -> Element:
    element = SubElement(parent, tag)
    SubElement(element, "FRBRthis", value=this)
    SubElement(element, "FRBRuri", value=uri)
    for name, day in days:
        SubElement(element, "FRBRdate", date=day.isoformat(), name=name)
    SubElement(element, "FRBRauthor", href=author)
    return element


def metadata(parent: Element, edition: Edition, acts: Acts, tree: Sequence[Node], time: Timeline) -> None:
    """The `meta` of the act: everything known of it that is no word of the law."""
    element = SubElement(parent, "meta")
    meta = edition.document.meta
    say = Speech(meta.language)
    identification(element, edition)
    if meta.published:
        SubElement(element, "publication", date=meta.published.isoformat(), name="cong-bao", showAs="Công báo")
    analysis = _analysis(edition, acts, tree, time)
    time.lifecycle(element)
    if analysis is not None:
        element.append(analysis)
    time.temporal(element)
    _references(element, meta, acts, time, say)
    _notes(element, edition, say)
    own = SubElement(element, "proprietary", source=EDITOR)
    facts = {"at": edition.at.isoformat(), "status": str(edition.status), "authority": str(meta.authority)}
    SubElement(own, "lawtrack:edition", facts)
    for notice in notices(edition, acts, say):
        SubElement(own, "lawtrack:notice").text = clean(notice)


def _analysis(edition: Edition, acts: Acts, tree: Sequence[Node], time: Timeline) -> Element | None:
    changes = [(c, True) for c in edition.applied] + [(c, False) for c in edition.uncertain]
    if not changes:
        return None
    analysis = Element("analysis", source=EDITOR)
    passive = SubElement(analysis, "passiveModifications")
    made, standing = _made(tree)
    for n, (change, certain) in enumerate(changes, 1):
        passive.append(_modification(change, certain, f"pmod_{n}", edition, acts, made, standing, time))
    return analysis


def _made(tree: Sequence[Node]) -> tuple[dict[str, list[str]], set[str]]:
    """By operation the eIds of the outermost units that name it among their causes; and every eId."""
    made: dict[str, list[str]] = {}
    standing: set[str] = set()

    def walk(node: Node, above: frozenset[str]) -> None:
        standing.add(node.eid)
        causes = frozenset(node.unit.causes)
        for cause in dict.fromkeys(node.unit.causes):
            if cause not in above:
                made.setdefault(cause, []).append(node.eid)
        for child in node.children:
            walk(child, above | causes)

    for node in tree:
        walk(node, frozenset())
    return made, standing


def _modification(
    change: Change,
    certain: bool,
    eid: str,
    edition: Edition,
    acts: Acts,
    made: dict[str, list[str]],
    standing: set[str],
    time: Timeline,
) -> Element:
    operation = change.operation
    tag, kind = OTHER.get(operation.action) or ("textualMod", TEXTUAL[operation.action])
    attributes = {"eId": eid, "type": kind, "lawtrack:operation": clean(operation.id), "lawtrack:action": str(operation.action)}
    if str(operation.target.part) != "whole":
        attributes["lawtrack:part"] = str(operation.target.part)
    if operation.effect.scope:
        attributes["lawtrack:scope"] = clean(operation.effect.scope)
    start = operation.effect.start
    if not certain:
        attributes["lawtrack:uncertain"] = "true"
        if isinstance(start, Bounded):
            attributes |= {"lawtrack:notBefore": start.not_before.isoformat(), "lawtrack:notAfter": start.not_after.isoformat()}
    element = Element(tag, attributes)
    number, place = operation.origin.document, eid_of(operation.origin.address)
    here = same_key(number) == edition.document.key and place in standing
    act = "" if here else work(number, acts.get(same_key(number)))
    SubElement(element, "source", href=act + (f"#{place}" if place else ""))
    for href in _destinations(change, edition, made, standing):
        SubElement(element, "destination", href=href)
    if certain and (period := time.of_change(change)):
        SubElement(element, "force", period=period)
    if tag == "textualMod":
        words = (("old", operation.find), ("new", operation.put)) if operation.action is not Action.RENUMBER else ()
        for name, text in words:
            if text:
                SubElement(SubElement(element, name), "lawtrack:words").text = clean(text)
    return element


def _destinations(change: Change, edition: Edition, made: dict[str, list[str]], standing: set[str]) -> list[str]:
    """The units the change made what they are; where it left none, the unit in the text before it, named by its act."""
    address = change.address or change.operation.target.address
    if found := made.get(change.operation.id):
        return [f"#{eid}" for eid in found]
    base = work(edition.document.number, edition.document.meta)
    if not address:
        return [base]
    eid = eid_of(address)
    return [f"#{eid}" if eid in standing and change.operation.action in OTHER else f"{base}#{eid}"]


def _references(parent: Element, meta: Meta, acts: Acts, time: Timeline, say: Speech) -> None:
    element = SubElement(parent, "references", source=EDITOR)
    own = work(meta.number, meta)
    SubElement(element, "original", eId="original", href=own, showAs=clean(say.name(meta)))
    for number, eid in time.sources.items():
        _reference(element, "passiveRef", eid, number, acts, say)
    for n, number in enumerate(meta.amends, 1):
        _reference(element, "activeRef", f"activeref_{n}", number, acts, say)
    SubElement(element, "TLCOrganization", eId="lawtrack", href="/akn/ontology/organization/vn/lawtrack", showAs="lawtrack")
    if meta.issuer:
        name = slug(meta.issuer) or "issuer"
        SubElement(element, "TLCOrganization", eId="issuer", href=f"/akn/ontology/organization/vn/{name}", showAs=clean(meta.issuer))
    if not meta.issuer or meta.authority is Authority.TRANSLATION:
        shown = say("not known")
        SubElement(element, "TLCOrganization", eId="unknown", href="/akn/ontology/organization/vn/unknown", showAs=shown)
    SubElement(element, "TLCConcept", eId="force", href="/akn/ontology/concept/vn/force", showAs=say("In force"))


def _reference(parent: Element, tag: str, eid: str, number: str, acts: Acts, say: Speech) -> None:
    meta = acts.get(same_key(number))
    shown = say.name(meta) if meta else number
    SubElement(parent, tag, eId=eid, href=work(number, meta), showAs=clean(shown))


def _notes(parent: Element, edition: Edition, say: Speech) -> None:
    """The operations that never reached the text, and why."""
    if not edition.refused:
        return
    element = SubElement(parent, "notes", source=EDITOR)
    for n, told in enumerate(_refused(edition.refused, say), 1):
        note = SubElement(element, "note", {"eId": f"note_{n}", "class": "refused"})
        SubElement(note, "p").text = clean(told)


def _refused(changes: Iterable[Change], say: Speech) -> Iterable[str]:
    for change in changes:
        operation = change.operation
        refusal = change.refusal or operation.refusal
        head = f"{say.outcome(change.outcome)}: {say.subject(change)} {say.action(operation.action)}"
        source = say.source(operation, operation.origin.document)
        yield f"{head} ({source})" + (f": {say.why(refusal)}" if refusal else "")
