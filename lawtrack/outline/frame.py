"""The parts of an act around its articles: head, title, preamble, tail, annexes, attached regulations.

Components: Decree 78/2025/NĐ-CP, article 71(2): national motto, issuer, number, place and date, kind and trích yếu, content, signature,
nơi nhận; annexes, and texts "ban hành kèm theo" with a body of their own (article 63(4)).
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from lawtrack.law.message import Message
from lawtrack.law.provision import Kind
from lawtrack.outline.forms import form_at, hangs
from lawtrack.outline.marks import Mark, Style, marks
from lawtrack.outline.sequence import Doubt

KINDS_VI = (
    "THÔNG TƯ LIÊN TỊCH",
    "NGHỊ QUYẾT LIÊN TỊCH",
    "VĂN BẢN HỢP NHẤT",
    "BỘ LUẬT",
    "LUẬT",
    "PHÁP LỆNH",
    "NGHỊ ĐỊNH",
    "NGHỊ QUYẾT",
    "QUYẾT ĐỊNH",
    "THÔNG TƯ",
    "CHỈ THỊ",
    "SẮC LỆNH",
    "SẮC LUẬT",
    "LỆNH",
    "HIẾN PHÁP",
)
KINDS_EN = (
    "JOINT CIRCULAR",
    "CIRCULAR",
    "DECREE",
    "LAW",
    "CODE",
    "ORDINANCE",
    "RESOLUTION",
    "DECISION",
    "DIRECTIVE",
    "CONSTITUTION",
    "ORDER",
)
_FOOTNOTE = re.compile(r"(?:\[?\d{1,2}\]?|\*)?\s*$")
_RECITAL = re.compile(
    r"(?:(?:Bộ luật|Luật|Pháp lệnh|Nghị định|Thông tư|Nghị quyết|Quyết định)\s.{0,200}?số \d+/.{0,40}(?:ngày|có hiệu lực|của)|"
    r"Căn cứ|Theo đề nghị|Xét đề nghị|Xét |Thực hiện|Để |Sau khi|Quốc hội ban hành|Chính phủ ban hành|Ủy ban Thường vụ|"
    r"Uỷ ban Thường vụ|"
    r"(?:Luật|Bộ luật|Nghị định|Thông tư|Pháp lệnh|Nghị quyết|Quyết định) này\b|Bộ trưởng .{3,80} ban hành|"
    r"Pursuant|At the (?:request|proposal)|In (?:furtherance|order)|Considering|The (?:Government|National Assembly|"
    r"Minister).{0,80}(?:promulgate|hereby|issue))",
    re.IGNORECASE,
)
_ISSUER = re.compile(
    r"(?:CHÍNH PHỦ|QUỐC HỘI|[ỦU][YỶ] BAN|BỘ TRƯỞNG|BỘ (?:CÔNG|TÀI|TƯ|QUỐC|NỘI|Y|XÂY|GIÁO|KHOA|VĂN|LAO|NÔNG|KẾ|NGOẠI|GIAO|"
    r"THÔNG|DÂN)|THỦ TƯỚNG|CHỦ (?:TỊCH|NHIỆM)|"
    r"HỘI ĐỒNG|THỐNG ĐỐC|TỔNG |CHÁNH ÁN|VIỆN TRƯỞNG|TÒA ÁN|TOÀ ÁN|VIỆN KIỂM SÁT|KIỂM TOÁN|NGÂN HÀNG|THANH TRA|THE GOVERNMENT|"
    r"THE MINISTER|THE PRIME MINISTER)",
)
_OF_ASSEMBLY = re.compile(r"CỦA (?:QUỐC HỘI|[ỦU][YỶ] BAN THƯỜNG VỤ|CHÍNH PHỦ|CHỦ TỊCH)|SỐ:?\s+\d|NGÀY\s+\d")
_ADOPTED = re.compile(
    r"(?:Bộ luật|Luật|Pháp lệnh|Nghị quyết|Hiến pháp) này\s+(?:đã\s+)?(?:được|đã).{0,200}thông qua|This (?:Law|Code|Ordinance|"
    r"Resolution) (?:is|was|has been) (?:passed|adopted|ratified)",
    re.DOTALL,
)
_SIGNATURE = re.compile(
    r"(?:TM|KT|TL|TUQ|Q|T/M|K/T|PP)\s?\.\s|"
    r"(?:(?:PHÓ )?CHỦ TỊCH|(?:PHÓ )?THỦ TƯỚNG|BỘ TRƯỞNG|THỨ TRƯỞNG|(?:PHÓ )?THỐNG ĐỐC|(?:PHÓ )?CHÁNH ÁN|(?:PHÓ )?VIỆN TRƯỞNG|"
    r"(?:PHÓ )?TỔNG KIỂM TOÁN|(?:PHÓ )?CHỦ NHIỆM|"
    r"XÁC THỰC VĂN BẢN|ON BEHALF OF|FOR THE |PRIME MINISTER|MINISTER|DEPUTY MINISTER|CHAIRMAN|CHAIRWOMAN|PRESIDENT)\b"
)
_RECIPIENTS = re.compile(r"(?:Nơi nhận|Recipients?|Deliver to)\s*:?", re.IGNORECASE)
# the list of recipients on the line of its heading: "Nơi nhận:- Ban Bí thư …;- Thủ tướng …"
_LISTS = re.compile(r"\s*[-–+]\s?[^\W\d_].*[;,]\s*[-–+]\s?[^\W\d_]")
_ISSUED_WITH = re.compile(
    r"\(?\s*(?:Ban hành (?:kèm|cùng) (?:theo|với)|Kèm theo|\(?Attached (?:to|with)|Issued (?:together )?with|"
    r"Promulgated (?:together )?with)",
    re.IGNORECASE,
)
_ATTACHED = re.compile(
    r"(?:QUY CHẾ|QUY ĐỊNH|ĐIỀU LỆ|QUY TRÌNH|QUY CHUẨN|NỘI QUY|HƯỚNG DẪN|CHƯƠNG TRÌNH|BẢN QUY ĐỊNH|CHUẨN MỰC|REGULATIONS?|CHARTER)\b"
)
_LIST = re.compile(r"(?:DANH MỤC|BIỂU|BẢNG|LIST|SCHEDULE)\b")


@dataclass(frozen=True, slots=True)
class Opening:
    """What stands in front of the articles; `body` is the first line of the body, `repeated` what is printed twice."""

    head: tuple[str, ...]
    kind: str
    title: str
    preamble: tuple[str, ...]
    body: int
    titled: bool
    repeated: tuple[Doubt, ...] = ()


def _kind_line(line: str, language: str) -> str:
    text = _FOOTNOTE.sub("", line.strip()).strip(" :")
    return text if text in (KINDS_EN if language == "en" else KINDS_VI) else ""


def _glued(line: str, language: str) -> str:
    for kind in KINDS_EN if language == "en" else KINDS_VI:
        rest = line[len(kind) :]
        if line.startswith(kind) and rest.strip()[:1].isupper() and not rest.startswith((" SỐ", "S ")):
            return kind
    return ""


def is_body(mark: Mark) -> bool:
    """Whether a mark can begin the body."""
    return (
        mark.style is Style.WORD
        and mark.kind in (Kind.PHAN, Kind.CHUONG, Kind.MUC, Kind.DIEU)
        and (mark.firm or mark.label in ("1", "I", "thứ nhất"))
    )


def opening(lines: Sequence[str], language: str) -> Opening:
    """Splits what stands in front of the articles."""
    body = next((i for i, line in enumerate(lines) if any(map(is_body, marks(line, language)))), None)
    at = kind_at = None
    kind = ""
    for at, line in enumerate(lines[: body if body is not None else 80]):
        if kind := _kind_line(line, language):
            kind_at = at
            break
    first_words: list[str] = []
    if kind_at is None:
        for at, line in enumerate(lines[: body if body is not None else 40]):
            if kind := _glued(line.strip(), language):
                kind_at = at
                first_words = [line.strip()[len(kind) :].strip()]
                break
    if body is None:
        body = _unnumbered_body(lines, 0 if kind_at is None else kind_at + 1, language)
    if kind_at is None:
        recital = next((i for i, line in enumerate(lines[:body]) if _RECITAL.match(line.strip())), body)
        return Opening(
            tuple(s for s in lines[:recital] if s.strip()), "", "", tuple(s for s in lines[recital:body] if s.strip()), body, False
        )
    at = kind_at + 1
    repeated: list[Doubt] = []
    head = [s.strip() for s in lines[:kind_at] if s.strip()]
    while at < body:
        line = lines[at].strip()
        if not first_words and _OF_ASSEMBLY.match(line):
            of, about = _split_about(line)
            head.append(of)
            first_words += [about] if about else []
            at += 1
            continue
        if line and (
            _RECITAL.match(line)
            or (_ISSUER.match(line) and line.isupper() and first_words)
            or _kind_line(line, language)
            or not re.search(r"\w", line)
        ):
            break
        if line and line.casefold() == " ".join(first_words).casefold():
            repeated.append(Doubt(at + 1, Message("title printed again"), line))
        elif line:
            first_words.append(line)
        at += 1
    preamble = tuple(s.strip() for s in lines[at:body] if s.strip())
    return Opening(tuple(head), kind.lower(), " ".join(first_words), preamble, body, True, tuple(repeated))


def _split_about(line: str) -> tuple[str, str]:
    """ "CỦA QUỐC HỘI … SỐ 23/2004/QH11 NGÀY … VỀ GIAO THÔNG …" cut in front of its title."""
    found = re.search(r"\sVỀ\s", line)
    return (line[: found.start()].strip(), line[found.start() :].strip()) if found else (line, "")


def _unnumbered_body(lines: Sequence[str], start: int, language: str) -> int:
    """The first line of the body of an act without articles: the first label behind the recitals."""
    for at in range(start, len(lines)):
        if any(m.label in ("1", "I", "A") and m.rest for m in marks(lines[at], language)):
            return at
    return len(lines)


def heads_annex(lines: Sequence[str], at: int, language: str) -> bool:
    """Whether an annex, a form or an attached regulation begins at the line."""
    line = lines[at].strip()
    if not line or len(line) > 200:
        return False
    found = marks(line, language)
    if found and found[0].kind is Kind.PHU_LUC:
        if "." in found[0].label:
            return issued_itself(lines, at, language)  # "Phụ lục I.2": lists and cells name such annexes on lines of their own
        return (found[0].firm and not line.endswith((".", ";", ","))) or line.isupper() or _issued_with(lines, at + 1)
    if form := form_at(line):
        before = next((lines[i] for i in range(at - 1, -1, -1) if lines[i].strip()), "")
        return not form.titled and not form.printed.endswith(".") and not hangs(before)
    return heads_regulation(lines, at) or (bool(_LIST.match(line)) and line.isupper() and _issued_with(lines, at + 1))


def heads_regulation(lines: Sequence[str], at: int) -> bool:
    """Whether a regulation "ban hành kèm theo" begins at the line."""
    line = lines[at].strip()
    return bool(_ATTACHED.match(line)) and line.isupper() and _issued_with(lines, at + 1)


def issued_itself(lines: Sequence[str], at: int, language: str) -> bool:
    """Whether the annex named at the line has its own "(Ban hành kèm theo …)", in front of any other annex."""
    behind = next(
        (i for i in range(at + 1, len(lines)) if (m := marks(lines[i].strip(), language)) and m[0].kind is Kind.PHU_LUC), len(lines)
    )
    return _issued_with(lines[:behind], at + 1)


def _issued_with(lines: Sequence[str], at: int) -> bool:
    seen = 0
    for line in lines[at:]:
        if line.strip():
            if _ISSUED_WITH.match(line.strip()):
                return True
            seen += 1
            if seen > 8:
                break
    return False


def list_name(line: str) -> tuple[str, str]:
    """ "DANH MỤC" and the words behind it."""
    found = _LIST.match(line.strip())
    return (found.group(0), line.strip()[found.end() :].strip()) if found else ("", line.strip())


def is_issued_with(line: str) -> bool:
    """Whether the line is the "(Ban hành kèm theo …)" below an annex heading."""
    return bool(_ISSUED_WITH.match(line.strip()))


def begins_tail(lines: Sequence[str], at: int, language: str) -> bool:
    """Whether the tail of the act, or what is behind it, begins at the line."""
    line = lines[at].strip()
    if not line:
        return False
    if (found := _RECIPIENTS.match(line)) and (len(line) < 40 or _LISTS.match(line[found.end() :])):
        return True
    if _SIGNATURE.match(line) and len(line) < 120 and line.split("(")[0][:18].isupper():
        return True
    return bool(_ADOPTED.match(line)) or heads_annex(lines, at, language)
