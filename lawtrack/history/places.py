"""Where a document stands in a workspace: `statutes/nghi-dinh/2020/63-2020-nd-cp.vi.md`.

Folders are sharded by kind and year, since Git writes a commit in time that grows with the folders it touches. Every part of a path is made
of a-z, 0-9 and hyphens alone, whatever a document's fields say.
"""

from __future__ import annotations

import re

from lawtrack.history.errors import BadInput
from lawtrack.law import Document, Kind
from lawtrack.law.message import Message
from lawtrack.text.fold import fold
from lawtrack.text.numbers import kind_of, slug, year_of

FOLDERS = ("statutes", "amendments")
DOCUMENT = ".md"
LEDGER = ".ops.yaml"
ERRATA = ".errata.yaml"
_LANGUAGE = re.compile(r"[a-z]{2,3}")
_PATH = re.compile(r"(?:statutes|amendments)/[a-z0-9-]+/[a-z0-9-]+/[a-z0-9-]+\.[a-z]{2,3}\.md")
# Acts whose business is to change others say so in the first words of their title (Decree 78/2025/NĐ-CP, article 66).
_AMENDING = re.compile(
    r"(?:về\s+(?:việc\s+)?)?"
    r"(?:sửa đổi|bổ sung|bãi bỏ|đính chính|thay thế (?:cụm từ|từ)|ngưng hiệu lực|amend|supplement|abolish|repeal)\w*\b"
)


def amends(document: Document) -> bool:
    """Whether the act's business is to change others: its title begins so; where it has no title, it quotes new words for other acts."""
    title = fold(document.meta.title)
    kind = fold(document.meta.kind)
    if kind and title.startswith(kind + " "):
        title = title[len(kind) + 1 :]
    if title:
        return bool(_AMENDING.match(title))
    return any(unit.kind is Kind.TRICH for unit in document.body.walk())


def place_of(document: Document) -> str:
    """The path of a document's canonical Markdown below the workspace, with forward slashes; raises BadInput where the number or the
    language cannot name a file."""
    meta = document.meta
    name = slug(meta.number)
    if not name or len(name) > 150:
        raise BadInput(
            Message("{number!r} cannot name a document", number=meta.number), "give the act's number as printed, for example 63/2020/NĐ-CP"
        )
    if not _LANGUAGE.fullmatch(meta.language):
        raise BadInput(Message("{language!r} is not the code of a language", language=meta.language), "use a code such as vi or en")
    # all languages of an act lie in one folder: the number speaks of the kind in Vietnamese
    kind = slug(meta.kind if meta.language == "vi" else kind_of(meta.number) or meta.kind)[:60] or "khac"
    year = year_of(meta.number) or (meta.issued.year if meta.issued else None)
    folder = FOLDERS[1] if amends(document) else FOLDERS[0]
    return f"{folder}/{kind}/{year or 'khong-ro'}/{name}.{meta.language}.md"


def is_document(path: str) -> bool:
    """Whether a path of a tree is the place of a document."""
    return bool(_PATH.fullmatch(path))


def ledger_of(path: str) -> str:
    """The path of the ledger beside the act at `path`: `….ops.yaml` for the Vietnamese text, `….en.ops.yaml` for another language."""
    stem = path.removesuffix(".md")
    return stem.removesuffix(".vi") + LEDGER


def errata_of(path: str) -> str:
    """The path of the errata of the source beside the document at `path`."""
    return path.removesuffix(".md") + ERRATA
