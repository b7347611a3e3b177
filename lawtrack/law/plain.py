"""A document as plain text, reading as the law reads: one provision a line, labels in their usual print."""

from __future__ import annotations

from collections.abc import Iterator

from lawtrack.law.address import Address, addressed
from lawtrack.law.document import Document
from lawtrack.law.provision import ENCLOSED, Kind, Provision, State

_CONTAINER_VI = {
    Kind.PHAN: "Phần",
    Kind.CHUONG: "Chương",
    Kind.MUC: "Mục",
    Kind.TIEU_MUC: "Tiểu mục",
    Kind.PHU_LUC: "Phụ lục",
    Kind.MAU: "Mẫu số",
    Kind.DIEU: "Điều",
}
_CONTAINER_EN = {
    Kind.PHAN: "Part",
    Kind.CHUONG: "Chapter",
    Kind.MUC: "Section",
    Kind.TIEU_MUC: "Sub-section",
    Kind.PHU_LUC: "Appendix",
    Kind.MAU: "Form",
    Kind.DIEU: "Article",
}
REPEALED_VI, REPEALED_EN = "(được bãi bỏ)", "(repealed)"
SUSPENDED_VI, SUSPENDED_EN = "(ngưng hiệu lực)", "(suspended)"


def mark_of(provision: Provision, language: str = "vi") -> str:
    """The label as printed with its punctuation: "Điều 5.", "Chương II.", "2.", "đ)", "(iii)", "-"; "" for paragraphs."""
    if provision.mark:
        return provision.mark
    names = _CONTAINER_EN if language == "en" else _CONTAINER_VI
    label = provision.label
    match provision.kind:
        case Kind.DIEU:
            return f"{names[Kind.DIEU]} {label}."
        case Kind.PHAN | Kind.CHUONG | Kind.MUC | Kind.TIEU_MUC | Kind.PHU_LUC | Kind.MAU:
            head = f"{names[provision.kind]} {label}".strip()
            return f"{head}." if provision.heading else head
        case Kind.KHOAN:
            return f"{label}."
        case Kind.DIEM | Kind.TIET:
            return f"{label})"
        case Kind.GACH:
            return "-"
        case _:
            return ""


def own_line(provision: Provision, language: str = "vi") -> str:
    """The provision's own line, children left out; "" for the root, tables and attached regulations without a heading."""
    if provision.kind in (Kind.VAN_BAN, Kind.BANG):
        return ""
    if provision.kind is Kind.HANG:
        return " | ".join(provision.cells)
    if provision.repealed:
        return f"{mark_of(provision, language)} {REPEALED_EN if language == 'en' else REPEALED_VI}".strip()
    held = (SUSPENDED_EN if language == "en" else SUSPENDED_VI) if provision.state is State.SUSPENDED else ""
    parts = (mark_of(provision, language), held, provision.heading, provision.text)
    return " ".join(p for p in parts if p)


def lines(root: Provision, language: str = "vi") -> Iterator[tuple[Address, Provision, str]]:
    """(address, provision, line) for every provision below `root` that prints a line, in document order."""
    for address, provision in addressed(root):
        if line := own_line(provision, language):
            yield address, provision, line


def pieces(document: Document) -> Iterator[tuple[str, Provision | None, str]]:
    """The lines of `plain` in order as (section, provision, line): section is `head`, `title`, `preamble`, `body`, `tail` or `annex`;
    the provision is None outside the tree. A TRICH is one piece, several lines long."""
    language = document.meta.language
    yield from (("head", None, line) for line in document.head)
    if document.meta.kind or document.meta.title:
        yield from (("title", None, s) for s in (document.meta.kind.upper(), document.meta.title) if s)
    yield from (("preamble", None, line) for line in document.preamble)
    children = document.body.children
    behind = next((i for i, c in enumerate(children) if c.kind in ENCLOSED), len(children))
    for section, part in (("body", children[:behind]), ("annex", children[behind:])):
        for child in part:
            for provision in child.walk():
                if line := own_line(provision, language):
                    yield section, provision, line
        if section == "body":
            yield from (("tail", None, line) for line in document.tail)


def placed(document: Document) -> Iterator[tuple[int, str, Provision | None, str]]:
    """The `pieces` with the place in `plain` where each begins. An empty line sets the closing formula and signatures apart from the last
    article, and the annexes from these."""
    at, before = 0, ""
    for section, provision, line in pieces(document):
        at += bool(at) and section != before and section in ("tail", "annex")
        yield at, section, provision, line
        at, before = at + len(line) + 1, section


def plain(document: Document) -> str:
    """The whole document as plain text: head, title, preamble, body with the tail before annexes and attached regulations, set apart as
    `placed` says."""
    out: list[str] = []
    end = 0
    for at, _, _, line in placed(document):
        out += ["\n" * (at - end), line, "\n"]
        end = at + len(line) + 1
    return "".join(out) or "\n"
