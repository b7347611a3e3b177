"""Labels of forms at the beginning of a line: "Mẫu số 01", "Mẫu số 02. Đơn đề nghị", "MẪU SỐ 01a/TB", "Biểu số 3".

Forms have no rule of their own in Decree 78/2025/NĐ-CP; acts number them as they like, each annex anew. A label is only a possibility:
whether a form begins there, or only a list names it, is answered by `lawtrack.outline.annexes`.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

_WORD = r"(?:Mẫu biểu|MẪU BIỂU|Biểu mẫu|BIỂU MẪU|Mẫu|MẪU|Phụ biểu|PHỤ BIỂU|Biểu|BIỂU|Form|FORM)"
_LABEL = r"(?:\d[0-9A-Za-zĐđ]*|[A-ZĐ]\d+[a-zđ]?)(?:[./-][0-9A-Za-zĐđ]+)*|[IVX]+(?![\wĐđ])"
_NUMBERED = r"(?:\s*(?:số|SỐ|Số|No\.?))?\s*:?"
# the mark of a footnote behind a label is kept with it as printed
_FORM = re.compile(rf"(?P<word>{_WORD}){_NUMBERED}\s*(?P<label>{_LABEL})(?:\[\d{{1,3}}\])?(?P<stop>\s*[.:–-](?=\s|$))?(?=\s|[.…(]|$)\s*")
# "Mẫu số 05 Phụ lục I ban hành …", "Mẫu số 02 và …": a citation
_CITED = re.compile(r"Phụ lục\b|PHỤ LỤC\b|Mẫu số\b|(?:Thông tư|Nghị định|Quyết định)\s+(?:liên tịch|số|này)\b")
# "...(1)...", "(tên doanh nghiệp)": what is to be filled in, no title
_BLANK = re.compile(r"[.…_(\[*]")
# words behind which the sentence goes on
_HANGING = re.compile(r"(?:theo|tại|và|hoặc|các|bằng|thành|của|là|với|từ|đến|[,;])$")


@dataclass(frozen=True, slots=True)
class FormMark:
    """A label of a form.

    label    what follows the word: "01", "01a/TB"; with "biểu" in front for a Biểu, which is numbered apart from the forms
    printed  as it stands in the line
    rest     the line behind it
    titled   whether `rest` is a title
    """

    label: str
    printed: str
    rest: str = ""
    titled: bool = False


def form_at(line: str) -> FormMark | None:
    """The label of a form with which a line begins, where what stands behind it can be a title, a blank or an issuing note; None for
    another line, a citation ("Mẫu số 05 ban hành kèm theo …") among them."""
    line = line.strip()
    found = _FORM.match(line)
    if not found or len(line) > 400:
        return None
    rest, label = line[found.end() :], found["label"]
    numbered = bool(re.search(r"(?:số|No\.?)", found.group(0), re.IGNORECASE))
    if not re.search(r"\d", label) and not (numbered and not rest):
        return None
    if found["word"].lower().endswith("biểu") and not found["word"].lower().startswith("mẫu"):
        label = f"biểu {label}"
    printed = line[: found.end()].rstrip()
    if not rest or _BLANK.match(rest) or rest.startswith("Ban hành"):
        return FormMark(label, printed, rest)
    if _CITED.match(rest) or not (rest[0].isupper() or rest.startswith("về ")) or line.endswith(";"):
        return None
    return FormMark(label, printed, rest, titled=True)


def hangs(line: str) -> bool:
    """Whether a line breaks off in a sentence that the label of a form can go on with ("… thực hiện theo")."""
    return bool(_HANGING.search(line.rstrip()))
