"""The statements of a closing article: one line may say when the act takes effect, what it replaces, and what it repeals.

"Thông tư này có hiệu lực từ ngày … và thay thế Thông tư số …; bãi bỏ Điều 6 Thông tư số …. Quyết định số … hết hiệu lực …": each
statement is read by itself.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_KINDS = r"(?:Bộ\s+luật|Luật|Pháp\s+lệnh|Nghị\s+quyết(?:\s+liên\s+tịch)?|Nghị\s+định|Thông\s+tư(?:\s+liên\s+tịch)?|Quyết\s+định)"
OWN_ACT = rf"{_KINDS}\s+này"
"""Pattern of the words by which an act speaks of itself."""

TAKES_EFFECT = re.compile(
    rf"^\W*(?:{OWN_ACT}(?:\s+sẽ)?\s+có\s+hiệu\s*lực|{_KINDS}\s+có\s+hiệu\s+lực(?:\s+thi\s+hành)?[\s,]+(?:kể\s+|ngay\s+)?(?:từ|sau)\b)",
    re.IGNORECASE,
)
"""The statement of an act that it takes effect; "này" is left out at times ("Thông tư có hiệu lực thi hành từ ngày …")."""

_OPENS = re.compile(
    rf"{_KINDS}|Bãi bỏ|H[ủu][ỷy] bỏ|Thay thế|Kể từ ngày|Từ ngày|Các |Những |Riêng |Điều \d|Khoản \d|Điểm [a-zđ]\b|Mục |Chương |Phụ lục|"
    r"Quy chế|Quy định|Nội dung|Đối với|Trường hợp|Tạm ngưng|Ngưng"
)
_SENTENCE = re.compile(r"(?<=[^\W\d_]|[\d)”\"])\.\s+(?=[A-ZĐ])")
_STAYS = r"[^.;]*\b(?:tiếp\s+tục|vẫn|còn)\s+(?:còn\s+)?(?:có\s+)?hiệu\s+lực"
_KEPT = re.compile(rf"Riêng\s{_STAYS}")  # what the sentence in front leaves standing
_OWN = re.compile(rf"^{OWN_ACT}\b", re.IGNORECASE)
_UNITS = r"[Đđ]iều|[Kk]hoản|[Đđ]iểm|[Mm]ục|[Cc]hương|[Pp]hụ\s+lục|[Mm]ẫu|[Qq]uy\s+(?:định|chế)|[Nn]ội\s+dung|văn\s+bản"
_ENDING = rf"(?:thay\s+thế|bãi\s+bỏ|h[ủu][ỷy]\s+bỏ)\s*(?::|(?:cho\s+)?(?:các\s+|những\s+|toàn\s+bộ\s+)*(?:{_KINDS}|{_UNITS}))"
_JOINED = re.compile(
    rf"\s*(?:[,;]\s*(?:và\s+|đồng\s+thời\s+)?|\s(?:và|đồng\s+thời)\s+|(?<=\d{{4}})\s+)(?=(?:đồng\s+thời\s+)?{_ENDING})"
    rf"|;\s*(?=(?:Các\s+)?(?:{_KINDS}|{_UNITS})[^;]*\bhết\s+hiệu\s+lực)"
    rf"|[,;]\s*(?=riêng\s(?!{_STAYS}))|;\s*(?=(?:đối\s+với\s+)?(?:các\s+)?(?:{_UNITS})[^;]*\b(?:có\s+hiệu\s+lực|áp\s+dụng\s+(?:kể\s+)?từ|thực\s+hiện\s+từ))"
)
# "Khoản 1 Điều 5 có hiệu lực từ ngày …; khoản 2 Điều 6 có hiệu lực từ ngày …": each with its day
_SERIES = re.compile(
    rf"(?:[,;]\s*(?:và\s+)?|\s+và\s+)(?=(?:[Cc]ác\s+)?(?:{_KINDS}\s(?!này)|(?:{_UNITS})\s)"
    r"(?:(?!hiệu\s+lực)[^;])*(?<!tục )(?<!vẫn )\b(?:có|hết)\s+hiệu\s+lực)"
)
_DATED = re.compile(r"\b(?:có|hết)\s+hiệu\s+lực(?:\s+thi\s+hành)?[\s,]+(?:(?:kể\s+)?từ|sau|vào|khi|đến|cho\s+đến)\b", re.IGNORECASE)
_EXCEPTING = re.compile(r"\btrừ\s", re.IGNORECASE)
_NAMED = re.compile(r"có\s+hiệu\s+lực|\d\s*/\s*[\dA-ZĐ]|năm\s+\d{4}|ngày\s+\d|\d{4}", re.IGNORECASE)
_CHANGE_OF = re.compile(r"(?:sửa\s+đổi|bổ\s+sung|đính\s+chính)\s*$", re.IGNORECASE)
_PAIRS = {"“": "”", "(": ")", '"': '"', "«": "»"}


def statements(line: str) -> list[str]:
    """The statements of `line`, in order, as they are worded: its sentences, and of a sentence in which the act speaks of itself the
    parts that say what it replaces or repeals. A line that is one statement comes back alone."""
    return [part for sentence in _sentences(line) for part in _parts(sentence)]


def _sentences(line: str) -> list[str]:
    inside = _inside(line)
    cuts = [
        m for m in _SENTENCE.finditer(line) if m.start() not in inside and _OPENS.match(line, m.end()) and not _KEPT.match(line, m.end())
    ]
    return list(_cut(line, [(m.start() + 1, m.end()) for m in cuts]))


def _parts(sentence: str) -> list[str]:
    own = _OWN.match(sentence.strip()) or TAKES_EFFECT.match(sentence)
    joined, named = (_JOINED, _NAMED) if own else (_SERIES, _DATED)
    inside = _inside(sentence)
    cuts: list[tuple[int, int]] = []
    since = 0
    for found in joined.finditer(sentence):
        complete = named.search(sentence, since, found.start()) and not _CHANGE_OF.search(sentence[: found.start()])
        if found.start() not in inside and complete and (own or not _EXCEPTING.search(sentence, since, found.start())):
            cuts.append(found.span())
            since = found.end()
    return list(_cut(sentence, cuts))


def _cut(text: str, cuts: list[tuple[int, int]]) -> Iterator[str]:
    begin = 0
    for end, following in [*cuts, (len(text), len(text))]:
        if part := text[begin:end].strip():
            yield part
        begin = following


def _inside(text: str) -> set[int]:
    """The places inside quotation marks and brackets."""
    found: set[int] = set()
    closer, begin = "", 0
    for i, char in enumerate(text):
        if closer:
            if char == closer:
                found.update(range(begin, i + 1))
                closer = ""
        elif char in _PAIRS:
            closer, begin = _PAIRS[char], i
    return found
