"""Our consolidations measured against official ones.

    consolidated.py CORPUS [--set ID …] [--misses FILE]

CORPUS holds index.json: for each set a base act, its amending acts and the official consolidation, whose file names carry the numbers of
the acts. For each set all acts are read as they were published, every operation is applied, and the text on a day after the last of
them is compared with the official one, article by article: headings and every line, letter case, tone placement, quotation marks and
closing punctuation aside; lines that only say that a unit was repealed are left out on both sides, and so are annexes.

    exact     articles of the official text whose every line is the same / articles it has
    units     twice the lines that are the same by the lines of both texts
    and articles that differ in nothing but
    layout    line breaks and punctuation, the words are the same
    copies    single words in units of which neither text says that they were changed, or which both took from the same provision:
              one of the two copies at hand is faulty
    its       words that the amendment named by its own footnote replaced
    expired   words that the official text prints although by its own footnote they have expired
    refused   units on which we refused an operation
    other     the rest

Annexes and forms that were replaced or came in are measured by their words, since forms are printed in too many ways to be compared
line by line: twice the words that are the same, in their order, by the words of ours and of the stretch of the official text they stand
in, from the heading of the same number on. `before` is what the unit as it was would reach there: the difference is what the operation did.
"""

from __future__ import annotations

import argparse
import difflib
import json
import re
import sys
import time
from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import timedelta
from itertools import zip_longest
from pathlib import Path

from lawtrack.amend import read_act
from lawtrack.consolidate import Law
from lawtrack.ingest import Given, read_source
from lawtrack.ingest.vbhn import read_official
from lawtrack.law import Address, Change, Document, Edition, Kind, Outcome, Provision
from lawtrack.law.address import index
from lawtrack.law.catalogue import Catalogue
from lawtrack.law.enclosures import number
from lawtrack.law.plain import lines as lines_of
from lawtrack.law.plain import pieces
from lawtrack.publish.verify import Article, Verification, Why, verify
from lawtrack.text.fold import fold


@dataclass(frozen=True)
class Enclosure:
    """An annex or a form that an operation changed: its address, and the share of its words that the official text has in its place, now
    and as the unit stood before."""

    address: Address
    share: float
    before: float


@dataclass(frozen=True)
class Measured:
    """One set, compared."""

    name: str
    verification: Verification
    refused: tuple[Change, ...]
    enclosures: tuple[Enclosure, ...]
    seconds: float

    @property
    def kinds(self) -> Counter[str]:
        """How many articles of the official text there are of each kind."""
        return Counter(kind_of(a) for a in self.verification.articles if a.address.steps[-1].kind is Kind.DIEU and a.theirs)


COPIES = (Why.SPELLING, Why.OUR_SPELLING, Why.COPY)
REFUSED = (Why.OURS_REFUSED, Why.OURS_UNHEARD)
KINDS = ("exact", "layout", "copies", "its", "expired", "refused", "other")
WIDTHS = (8, 8, 5, 9, 9, 7)


def kind_of(article: Article) -> str:
    """Which of KINDS an article is: the first whose causes cover all that differs in it."""
    found = {d.why for d in article.differences}
    if article.exact:
        return "exact"
    covered: set[Why] = set()
    for kind, causes in (
        ("layout", (Why.LAYOUT,)),
        ("copies", COPIES),
        ("its", (Why.NOT_AMENDED,)),
        ("expired", (Why.EXPIRED,)),
        ("refused", REFUSED),
    ):
        covered |= set(causes)
        if found <= covered:
            return kind
    return "other"


def number_of(file: str) -> str:
    """The number of an act as its file name gives it: `base--39-2016-TT-NHNN.txt` is 39/2016/TT-NHNN. File names have D for Đ, as in
    NĐ-CP, QĐ-TTg, BLĐTBXH."""
    stem = Path(file).stem.split("--", 1)[1]
    number = re.sub(r"^(\d+)-(\d{4})-", r"\1/\2/", stem)
    return number.replace("BLDTBXH", "BLĐTBXH").replace("ND-CP", "NĐ-CP").replace("QD-", "QĐ-")


def documents_of(folder: Path, entry: dict[str, object]) -> list[Document]:
    """The base act and its amending acts, in the order given."""
    files = [str(entry["base"]), *map(str, entry["amending"])]  # type: ignore[call-overload]
    return [read_source((folder / f).read_bytes(), f, Given(number=number_of(f))).document for f in files]


def consolidated(documents: list[Document]) -> tuple[Edition, tuple[Change, ...]]:
    """The first act with every operation of the others applied, and what was refused: on this act, or on an act nobody knows."""
    catalogue = Catalogue.of(documents)
    operations = [operation for act in documents[1:] for operation in read_act(act, catalogue).operations]
    law = Law(documents, operations)
    base = documents[0]
    last = max(law.days(base.key))
    edition = law.edition(base.key, last + timedelta(days=1))
    unknown = tuple(c for c in law.all_changes() if c.outcome is not Outcome.APPLIED and not c.operation.target.document)
    return edition, (*edition.refused, *unknown)


_WORD = re.compile(r"[^\W_]+")


def words_of(lines: Iterable[str]) -> list[str]:
    """The words of lines, folded."""
    return [w for line in lines for w in _WORD.findall(fold(line))]


def unit_words(unit: Provision) -> list[str]:
    """The words of an annex or a form, its own label aside."""
    return words_of([unit.heading, *(line for _, _, line in lines_of(unit))])


def alike(unit: Provision, official: list[str]) -> float:
    """How much of a unit's words stand in the official text behind a heading of its number."""
    ours = unit_words(unit)
    word = "phụ lục" if unit.kind is Kind.PHU_LUC else r"(?:mẫu|biểu)"
    label = number(unit.label).upper() if unit.kind is Kind.MAU else unit.label
    # the mark of a footnote may be glued to the number
    head = re.compile(rf"\s*{word}\s*(?:số)?\s*0*{re.escape(label)}(?:\.?\d{{1,3}})?(?:\W|$)", re.IGNORECASE)
    best = 0.0
    for at in (i for i, line in enumerate(official) if head.match(line) and len(line) < 200):
        theirs: list[str] = []
        for line in official[at:]:
            theirs += words_of([line])
            if len(theirs) > 1.2 * len(ours) + 30:
                break
        blocks = [b for b in difflib.SequenceMatcher(None, ours, theirs, autojunk=False).get_matching_blocks() if b.size > 2]
        if blocks:
            span = blocks[-1].b + blocks[-1].size - blocks[0].b
            best = max(best, 2 * sum(b.size for b in blocks) / (len(ours) + span))
    return best


def enclosures(edition: Edition, official: Document) -> tuple[Enclosure, ...]:
    """The annexes and forms that operations replaced or brought in, each once."""
    theirs = [line for section, _, line in pieces(official) if section in ("tail", "annex")]
    now = index(edition.document.body)
    found: dict[Address, Enclosure] = {}
    for change in edition.applied:
        for before, unit in zip_longest(change.before, change.after):
            where = change.address if unit is not None else None
            if where is not None and unit.kind in (Kind.PHU_LUC, Kind.MAU) and not unit.repealed and where in now:
                was = alike(replace(before, label=unit.label), theirs) if before is not None else 0.0
                found[where] = Enclosure(where, alike(now[where], theirs), was)
    return tuple(found.values())


def measure(folder: Path, entry: dict[str, object]) -> Measured:
    """Reads, consolidates and compares one set."""
    clock = time.perf_counter()
    edition, refused = consolidated(documents_of(folder, entry))
    name = str(entry["official"])
    official = read_official((folder / name).read_bytes(), name).official
    own = tuple(c for c in refused if c.operation.target.document)
    found = verify(edition, official, tuple(c for c in refused if c not in own))
    held = enclosures(edition, official.document)
    return Measured(str(entry["id"]), found, own, held, time.perf_counter() - clock)


def missed(measured: Measured) -> Iterator[str]:
    """What differs in a set, a paragraph for each article."""
    found = measured.verification
    for article in found.articles:
        if article.exact or not (article.differences or article.ours != article.theirs):
            continue
        yield f"### {article.address or 'front'}: ours {article.ours}, official {article.theirs}, same {article.same}"
        for d in article.differences:
            yield f"  [{d.why}] {d.address} {f'note {d.note} ' if d.note else ''}{d.told} {' '.join(d.operations)}".rstrip()
            yield f"    ours:     {d.ours}"
            yield f"    official: {d.theirs}"
    for finding in found.findings:
        yield f"  FINDING [{finding.why}] {finding.address} note {finding.note}: {finding.told}"
    for held in measured.enclosures:
        yield f"  ENCLOSED {held.address}: {100 * held.share:.1f} %, before {100 * held.before:.1f} %"
    for change in measured.refused:
        yield f"  REFUSED {change.operation.id}: {change.refusal or change.operation.refusal} | {change.operation.origin.text[:200]}"


def line(name: str, kinds: Counter[str], share: float, refused: int, seconds: float) -> str:
    """One row of the table."""
    exact = f"{kinds['exact']}/{kinds.total()}"
    rest = "".join(f"{kinds[kind]:>{width}}" for kind, width in zip(KINDS[1:], WIDTHS, strict=True))
    return f"{name:<22}{exact:>10}{100 * share:>8.2f}%{rest}{refused:>20}{seconds:>6.1f}"


def main() -> int:
    """Prints the table; always 0: figures are no failures."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("corpus", type=Path)
    parser.add_argument("--set", action="append", dest="sets", metavar="ID", help="only this set")
    parser.add_argument("--misses", type=Path, help="write what differs here")
    options = parser.parse_args()
    entries = json.loads((options.corpus / "index.json").read_text(encoding="utf-8"))
    rows: list[Measured] = []
    papers: list[str] = []
    head = "".join(f"{kind:>{width}}" for kind, width in zip(KINDS[1:], WIDTHS, strict=True))
    print(f"{'set':<22}{'exact':>10}{'units':>9}{head}{'operations refused':>20}{'s':>6}")
    for entry in entries:
        if options.sets and entry["id"] not in options.sets:
            continue
        row = measure(options.corpus / entry["id"], entry)
        rows.append(row)
        print(line(row.name, row.kinds, row.verification.share, len(row.refused), row.seconds), flush=True)
        papers += [f"## {row.name}", *missed(row), ""]
    same = sum(a.same for r in rows for a in r.verification.articles)
    lines = sum(a.ours + a.theirs for r in rows for a in r.verification.articles)
    kinds = sum((r.kinds for r in rows), Counter[str]())
    print(line("all", kinds, 2 * same / max(1, lines), sum(len(r.refused) for r in rows), sum(r.seconds for r in rows)))
    held = [e for r in rows for e in r.enclosures]
    if held:
        shares = [100 * sum(x) / len(held) for x in ((e.share for e in held), (e.before for e in held))]
        print(f"annexes and forms that changed: {len(held)}, their words in the official text {shares[0]:.2f} %, before {shares[1]:.2f} %")
    if options.misses:
        options.misses.write_text("\n".join(papers), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
