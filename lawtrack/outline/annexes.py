"""What stands behind an act: its annexes and attached regulations, and the forms of an annex.

An annex holds the forms printed behind its heading, most often behind a list of them, in which each is named once before it comes. An
annex inside another ("Phụ lục 1A" of "PHỤ LỤC I") is one that is numbered otherwise and has no "(Ban hành kèm theo …)" of its own.
A form that has one stands by itself.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from itertools import pairwise

from lawtrack.law.message import Message
from lawtrack.law.provision import Kind
from lawtrack.outline import frame
from lawtrack.outline.forms import form_at, hangs
from lawtrack.outline.grow import Grower
from lawtrack.outline.marks import Style, marks
from lawtrack.outline.node import Node
from lawtrack.outline.sequence import Doubt
from lawtrack.text.labels import key, number_key, roman, sort_key

_MOTTO = ("CỘNG HÒA XÃ HỘI", "CỘNG HOÀ XÃ HỘI", "SOCIALIST REPUBLIC", "THE SOCIALIST REPUBLIC")
# lines between two entries of a list of forms; a form is longer
_ENTRY = 8
# the share of entries that are so short; one may be a row of a table that has come apart
_LISTED = 0.8
# "(Kèm theo Quyết định số ....../QĐ-UBND ngày … )": the number is to be filled in, and what it heads is part of a form
_UNNUMBERED = re.compile(r"số\s*:?\s*(?:[.…_/(\[]|$)|của\s*[.…]{2}")


@dataclass(slots=True)
class Head:
    """A heading: its line, kind, label, label as printed, what stands behind it on the line and whether that is its title; `issued`,
    whether "(Ban hành kèm theo …)" belongs to it, and `blank`, whether the act named there is to be filled in; `firm`, whether no
    sentence begins so."""

    line: int
    kind: Kind
    label: str
    mark: str
    rest: str = ""
    titled: bool = False
    issued: bool = False
    blank: bool = False
    firm: bool = True

    @property
    def name(self) -> tuple[Kind, str]:
        """What it is called."""
        return self.kind, key(self.label)


@dataclass(slots=True)
class _Part:
    head: Head
    inner: list[Head] = field(default_factory=list)


def grow_annexes(lines: Sequence[str], start: int, root: Node, language: str) -> tuple[list[Doubt], list[Doubt]]:
    """Grows the annexes of `lines[start:]` below `root`; (doubts, lines left out because they print a heading again)."""
    doubts: list[Doubt] = []
    repeated: list[Doubt] = []
    heads = [h for i in range(start, len(lines)) if (h := _head(lines, i, language))]
    parts, again = _parts(lines, heads)
    for n, part in enumerate(parts):
        end = parts[n + 1].head.line if n + 1 < len(parts) else len(lines)
        skipped = {i for h in again if part.head.line < h.line < end for i in _printed_again(lines, h)}
        repeated += [Doubt(i + 1, Message("heading printed again"), lines[i]) for i in sorted(skipped)]
        kept = ["" if i in skipped else line for i, line in enumerate(lines)]
        inner = _forms(lines, part, end)
        node = _grow(kept, part.head, inner[0].line if inner else end, root, language, doubts, repeated)
        for k, head in enumerate(inner):
            _grow(kept, head, inner[k + 1].line if k + 1 < len(inner) else end, node, language, doubts, repeated)
    return doubts, repeated


# -- headings --------------------------------------------------------------------------------------------------------------
def _head(lines: Sequence[str], at: int, language: str) -> Head | None:
    line = lines[at].strip()
    if not line or line.startswith("|") or "\t" in line:
        return None
    before = next((lines[i] for i in range(at - 1, -1, -1) if lines[i].strip()), "")
    if frame.heads_regulation(lines, at):
        return Head(at, Kind.QUY_CHE, "", "", line, True, *_issued(lines, at, language))
    if (form := form_at(line)) and not hangs(before):
        note = form.rest if frame.is_issued_with(form.rest) else ""
        issued, blank = (True, bool(_UNNUMBERED.search(note))) if note else _issued(lines, at, language, 1)
        return Head(at, Kind.MAU, form.label, form.printed, form.rest, form.titled, issued and not blank)
    if mark := next((m for m in marks(line, language) if m.kind is Kind.PHU_LUC), None):
        if hangs(before) or line.endswith((";", ",")) or (mark.rest and line.endswith(".")):
            return None
        if "." in mark.label and not frame.issued_itself(lines, at, language):
            return None  # "Phụ lục I.2": lists and cells name such annexes on lines of their own
        rest = mark.rest.strip()
        firm = frame.heads_annex(lines, at, language)
        return Head(at, Kind.PHU_LUC, mark.label, mark.unusual(language), rest, bool(rest), *_issued(lines, at, language), firm)
    if frame.heads_annex(lines, at, language):
        name, rest = frame.list_name(line)
        return Head(at, Kind.PHU_LUC, "", name, rest, bool(rest), *_issued(lines, at, language))
    return None


def _issued(lines: Sequence[str], at: int, language: str, within: int = 8) -> tuple[bool, bool]:
    """Whether "(Ban hành kèm theo …)" stands below the heading, no other heading in between, and whether its number is to be filled in."""
    seen = 0
    for line in (s.strip() for s in lines[at + 1 :]):
        if not line:
            continue
        if frame.is_issued_with(line):
            return True, bool(_UNNUMBERED.search(line))
        seen += 1
        if seen >= within or form_at(line) or any(m.kind is Kind.PHU_LUC for m in marks(line, language)):
            break
    return False, False


def _style(label: str) -> str:
    return "" if not label else "roman" if roman(label) is not None else "number" if label[0].isdigit() else "letter"


def _parts(lines: Sequence[str], heads: list[Head]) -> tuple[list[_Part], list[Head]]:
    """The annexes and the forms that stand by themselves, each with the headings that may stand in it, and the headings that are
    printed again on a later page."""
    named = any(h.issued and not h.blank for h in heads)
    styles = {_style(h.label) for h in heads if h.issued and not h.blank and h.kind is Kind.PHU_LUC}
    parts: list[_Part] = []
    again: list[Head] = []
    for head in heads:
        if head.blank and named and parts:
            continue  # an annex of what a form is filled in for
        last = next((p.head for p in reversed(parts) if p.head.kind is Kind.PHU_LUC), None)
        if head.kind is Kind.MAU:
            if parts and parts[-1].head.kind is not Kind.MAU and not head.issued:
                parts[-1].inner.append(head)
            else:
                parts.append(_Part(head))
        elif last and head.issued and head.name == last.name and _title(lines, head) == _title(lines, last):
            again.append(head)
        elif head.issued or (head.firm and (not styles or not parts or _goes_on(last, head, styles))):
            parts.append(_Part(head))
        elif parts and head.label and head.kind is Kind.PHU_LUC and _style(head.label) not in styles:
            parts[-1].inner.append(head)
    return _by_title(lines, parts), again


def _goes_on(last: Head | None, head: Head, styles: set[str]) -> bool:
    """Whether a heading without "(Ban hành kèm theo …)", in an act whose annexes have it, goes on with their numbers."""
    style = _style(head.label)
    if not style or style not in styles:
        return False
    return last is None or _style(last.label) != style or _value(last) < _value(head)


def _value(head: Head) -> tuple[int, int, int, str]:
    return sort_key(number_key(key(head.label)))


def _by_title(lines: Sequence[str], parts: list[_Part]) -> list[_Part]:
    """Without the headings ("DANH MỤC …", "CHƯƠNG TRÌNH …") right below "Phụ lục I": they are its title, no annexes of their own."""
    out: list[_Part] = []
    for part in parts:
        above = out[-1].head if out else None
        if (
            above is not None
            and above.kind is Kind.PHU_LUC
            and not part.head.label
            and part.head.kind is not Kind.MAU
            and not any(line.strip() and not frame.is_issued_with(line) for line in lines[title_end(lines, above.line) : part.head.line])
        ):
            out[-1].inner += part.inner
        else:
            out.append(part)
    return out


def _title(lines: Sequence[str], head: Head) -> str:
    below = [s.strip() for s in lines[head.line + 1 : title_end(lines, head.line)] if s.strip()]
    return " ".join([head.rest, *below]).strip()


def _printed_again(lines: Sequence[str], head: Head) -> range:
    end = title_end(lines, head.line)
    while end < len(lines) and (not lines[end].strip() or frame.is_issued_with(lines[end])):
        end += 1
        if frame.is_issued_with(lines[end - 1]):
            break
    return range(head.line, end)


def title_end(lines: Sequence[str], start: int) -> int:
    """The line behind the heading of an annex: its label, its title in capitals."""
    at = start + 1
    while at < len(lines) and (not lines[at].strip() or (lines[at].strip().isupper() and "|" not in lines[at] and "\t" not in lines[at])):
        if form_at(lines[at]):
            break
        at += 1
    # the letterhead of a form: the issuer and the national motto are no title
    return start + 1 if any(line.strip().startswith(_MOTTO) for line in lines[start + 1 : at]) else at


# -- forms -----------------------------------------------------------------------------------------------------------------
def _forms(lines: Sequence[str], part: _Part, end: int) -> list[Head]:
    """The headings of the forms of an annex: those behind its list of forms. A label that stands on its line alone in one place and with
    words behind it in another begins the form where it stands alone."""
    if part.head.kind is Kind.MAU:
        return []
    found = part.inner
    thin = [_thin(lines, a, b) for a, b in pairwise([*(h.line for h in found), end])]
    again = next((n for n, head in enumerate(found) if any(head.name == h.name for h in found[:n])), None)
    listed = 0
    if again is not None:
        entries = max((n for n in range(again) if thin[n]), default=-1) + 1
        behind = {h.name for h in found[entries:]}
        if sum(thin[:entries]) >= _LISTED * entries and any(h.name in behind for h in found[:entries]):
            listed = entries
    elif len(found) > 1 and all(thin):
        return []  # a list, and no form behind it
    heads = found[listed:]
    alone = {h.name for h in heads if not h.titled}
    return [h for h in heads if not (h.titled and h.name in alone)]


def _thin(lines: Sequence[str], start: int, end: int) -> bool:
    """Whether what stands between two labels is no more than an entry of a list."""
    between = [s for s in lines[start:end] if s.strip()]
    return len(between) <= _ENTRY and not any(s.strip().startswith(_MOTTO) for s in between)


# -- growing ---------------------------------------------------------------------------------------------------------------
def _grow(lines: Sequence[str], head: Head, end: int, parent: Node, language: str, doubts: list[Doubt], repeated: list[Doubt]) -> Node:
    at = head.line + 1 if head.kind is Kind.MAU else min(title_end(lines, head.line), end)
    title = [s.strip() for s in lines[head.line + 1 : at] if s.strip()]
    heading = " ".join(filter(None, [head.rest if head.titled else "", *title]))
    node = Node(head.kind, head.label, heading, mark=head.mark, style=Style.WORD, line=head.line)
    if head.kind is Kind.MAU:
        usual = f"{'Form' if language == 'en' else 'Mẫu số'} {head.label}"
        node.mark = "" if head.mark == (f"{usual}." if heading else usual) else head.mark
    if head.rest and not head.titled:
        node.children.append(Node(Kind.DOAN, text=head.rest, line=head.line))
    elif node.kind is Kind.PHU_LUC and not node.heading:
        node.heading, at = _small_title(lines, at, end, language)
    parent.children.append(node)
    grower = Grower(lines, node, language, annex=node.kind is not Kind.QUY_CHE)
    grower.grow(at, end)
    doubts += grower.doubts
    repeated += grower.repeated
    return node


def _small_title(lines: Sequence[str], at: int, end: int, language: str) -> tuple[str, int]:
    """A title in small letters above "(Ban hành kèm theo …)", and the line behind it."""
    while at < end and not lines[at].strip():
        at += 1
    words = lines[at].strip() if at < end else ""
    behind = next((i for i in range(at + 1, end) if lines[i].strip()), end)
    if (
        words
        and len(words) < 200
        and not marks(words, language)
        and not form_at(words)
        and words[0] != "("
        and "\t" not in words
        and behind < end
        and frame.is_issued_with(lines[behind])
    ):
        return words, at + 1
    return "", at
