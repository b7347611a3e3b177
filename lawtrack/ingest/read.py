"""From the bytes of a source to a document."""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterable
from pathlib import PurePath

from lawtrack.ingest import facts
from lawtrack.ingest.articles import mend_articles
from lawtrack.ingest.contents import strip_contents
from lawtrack.ingest.formats import text_of
from lawtrack.ingest.furniture import strip_furniture
from lawtrack.ingest.labels import mend_labels
from lawtrack.ingest.model import Given, Imported, LeftOut, Line
from lawtrack.ingest.openings import mend_openings
from lawtrack.ingest.unreadable import no_articles, refuse_broken_letters
from lawtrack.ingest.words import doubtful_words, mend_words
from lawtrack.ingest.wrap import join_wrapped
from lawtrack.law.document import Document, Meta, Source
from lawtrack.law.message import Message
from lawtrack.law.plain import plain
from lawtrack.law.provision import ABOVE, Kind
from lawtrack.outline import Doubt, outline
from lawtrack.text.fold import fold
from lawtrack.text.numbers import find_numbers, kind_of, same_key, tidy
from lawtrack.text.repair import repair_line


def amends(title: str) -> bool:
    """Whether the title says that the act amends another (Decree 78/2025/NĐ-CP, article 69(2))."""
    return fold(title).startswith(("sửa đổi", "bổ sung", "bãi bỏ", "đính chính", "amending", "amend"))


def read_source(data: bytes, name: str, given: Given | None = None) -> Imported:
    """Reads the text of an act from a file of any supported format.

    data    the bytes of the file
    name    its name, whose ending helps to know the format
    given   what is known from outside; wins over the text

    Raises IngestError for an empty or binary file, an unknown format, a text without articles or numbered clauses, a scan.
    """
    given = given or Given()
    source = text_of(data, name)
    repairs = []
    lines = []
    for line in source.lines:
        text, done = repair_line(line.text, line.number)
        if "  " in text:
            text = re.sub(r"(?<=\S) {2,}", " ", text)
        repairs += done
        lines.append(Line(text, line.number))
    refuse_broken_letters([line.text for line in lines])
    lines, left_out = strip_furniture(lines)
    language = given.language or facts.language_of("\n".join(line.text for line in lines))
    lines, contents = strip_contents(lines, language)
    left_out += contents
    letters = _letters(line.text for line in lines)
    lines, joined, _ = join_wrapped(lines, language)
    lines, parted = mend_words(lines, language)
    lines, mended = mend_articles(lines, language)
    lines, labelled = mend_labels(lines, language)
    lines, opened = mend_openings(lines, language)
    mended += labelled + opened
    repairs += joined + parted + mended
    for repair in mended:
        for words, sign in ((repair.before, -1), (repair.after, 1)):
            for c, n in _letters([words]).items():
                letters[c] = letters.get(c, 0) + sign * n
    read = outline([line.text for line in lines], language)
    left_out += [LeftOut(lines[d.line - 1].number, d.words, d.message) for d in read.repeated]
    doubts = [Doubt(lines[d.line - 1].number if 0 < d.line <= len(lines) else d.line, d.message, d.words) for d in read.doubts]
    doubts += source.doubts + doubtful_words(lines, language)
    if not any(p.kind in (Kind.DIEU, Kind.KHOAN) for p in read.body.walk()):
        raise no_articles([line.text for line in lines], source.format)
    printed = facts.number_of(read.head) or facts.number_of(read.tail)
    number = tidy(given.number) if given.number else printed
    if not number:
        number = ""
        doubts.append(Doubt(1, Message("the number of the act does not stand in the text: give it with --number")))
    elif printed and same_key(printed) != same_key(number):
        doubts.append(Doubt(1, Message("the text prints the number {printed}; given is {number}", printed=printed, number=number)))
    issued = given.issued or facts.issued_of(read.head, read.tail)
    if issued is None:
        doubts.append(Doubt(1, Message("the day of signature does not stand in the text")))
    effective, why = (given.effective, None) if given.effective else facts.effective_of(read, issued, given.published)
    if why is not None:
        doubts.append(Doubt(1, Message("the day of effect is not known: {why}", why=why)))
    title = given.title or read.title
    if not title:
        doubts.append(Doubt(1, Message("the title does not stand in the text: give it with --title")))
    elif number and amends(title) and any(same_key(found) == same_key(number) for found in find_numbers(title)):
        doubts.append(
            Doubt(1, Message("{number} is the number of the act this one amends: give the amending act its own number", number=number))
        )
    if facts.is_consolidation(printed or number, read):
        doubts.append(
            Doubt(
                1,
                Message(
                    "this is a consolidation, made of several acts: import the act as enacted and the acts that amend it, and compare them "
                    "with lawtrack verify ACT --against FILE"
                ),
            )
        )
    meta = Meta(
        number=number,
        kind=(given.kind or read.kind or kind_of(number)).lower(),
        title=title,
        issuer=given.issuer or facts.issuer_of(read.head, read.preamble, number),
        issued=issued,
        published=given.published,
        effective=effective,
        expired=given.expired,
        language=language,
        authority=given.authority,
        signers=facts.signers_of(read.tail),
        bases=facts.bases_of(read.preamble),
        source=Source(PurePath(name).name, hashlib.sha256(data).hexdigest(), given.note),
    )
    document = Document(meta, read.body, read.head, read.preamble, read.tail)
    kept = _kept(letters, _letters(d.words for d in read.repeated), document)
    return Imported(document, tuple(repairs), tuple(sorted(doubts, key=lambda d: d.line)), tuple(source.left_out + left_out), kept)


def _letters(texts: Iterable[str]) -> dict[str, int]:
    return {c: n for c, n in Counter("".join(texts).casefold()).items() if c.isalnum()}


def _kept(source: dict[str, int], repeated: dict[str, int], document: Document) -> float:
    """The share of the source's letters and digits that the document holds, letter by letter; what is printed twice counts once."""
    source = {c: n - repeated.get(c, 0) for c, n in source.items()}
    total = sum(source.values())
    if not total:
        return 1.0
    here = _letters([plain(document).replace(ABOVE, "")])
    return sum(min(n, here.get(c, 0)) for c, n in source.items()) / total
