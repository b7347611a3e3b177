"""What a page says of an act to machines: JSON-LD, in the terms of schema.org's Legislation and of ELI.

Viet Nam has no official ELI; the identifiers are the addresses of these pages, and nothing claims to be more. An act known only from
reports, a draft or a translation has no legal value here, a computed text has none either (`UnofficialLegalValue`).
"""

from __future__ import annotations

import json

from markupsafe import Markup

from lawtrack.law.change import Edition, Status
from lawtrack.publish.html import Page, clean
from lawtrack.publish.model import Entry
from lawtrack.text.numbers import same_key

_FORCE = {
    Status.IN_FORCE: "InForce",
    Status.PARTLY_EXPIRED: "PartiallyInForce",
    Status.EXPIRED: "NotInForce",
    Status.NOT_YET: "NotInForce",
    Status.SUSPENDED: "NotInForce",
}


def legislation(entry: Entry, edition: Edition, page: Page) -> Markup:
    """The JSON-LD of an act's page, as a script element of data."""
    meta = entry.meta
    value: dict[str, object] = {
        "@context": ["https://schema.org", {"eli": "http://data.europa.eu/eli/ontology#"}],
        "@type": "Legislation",
        "@id": page.absolute(page.path),
        "url": page.absolute(),
        "name": page.say.name(meta),
        "headline": meta.title,
        "inLanguage": meta.language,
        "legislationIdentifier": meta.number,
        "eli:id_local": meta.number,
        "legislationType": meta.kind,
        "legislationJurisdiction": "VN",
        "legislationLegalValue": "https://schema.org/UnofficialLegalValue",
        "temporalCoverage": f"{edition.at.isoformat()}/..",
    }
    if meta.issuer:
        value["legislationPassedBy"] = {"@type": "GovernmentOrganization", "name": meta.issuer}
    for name, also, day in (
        ("legislationDate", "eli:date_document", meta.issued),
        ("datePublished", "eli:date_publication", meta.published),
        ("legislationDateOfApplicability", "eli:first_date_entry_in_force", meta.effective),
    ):
        if day:
            value[name] = value[also] = day.isoformat()
    if force := _FORCE.get(edition.status):
        value["legislationLegalForce"] = f"https://schema.org/{force}"
    changers = sorted({c.operation.origin.document for c in (*edition.applied, *edition.uncertain)} - {meta.number})
    changed = sorted({c.operation.target.document for c in entry.made if c.operation.target.document} - {meta.number})
    for name, numbers in (("eli:changed_by", changers), ("legislationChanges", changed)):
        if numbers:
            value[name] = [{"@type": "Legislation", "legislationIdentifier": n, **_name(n, page)} for n in numbers]
    text = clean(json.dumps({k: v for k, v in value.items() if v != ""}, ensure_ascii=False, indent=1))
    return Markup('<script type="application/ld+json">{}</script>').format(Markup(text.replace("<", "\\u003c").replace("&", "\\u0026")))


def _name(number: str, page: Page) -> dict[str, str]:
    meta = page.site.acts.get(same_key(number))
    return {"name": page.say.name(meta)} if meta else {}
