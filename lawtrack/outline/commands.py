"""Lines that command an amendment, seen from outside: enough to know where a quotation begins and ends.

Reading a command is the work of `lawtrack.amend`; here only its outer form counts (Decree 78/2025/NĐ-CP, articles 66 and 69, and
the passive form of the years before 2014).
"""

from __future__ import annotations

import re

_VERB = (
    r"(?:Sửa đổi(?:,? bổ sung)?|Sửa|Bổ sung|Bãi bỏ|H(?:ủy|uỷ) bỏ|Thay thế|Thay đổi|Thay|Bỏ|Đính chính|Chỉnh sửa|Đổi|Chuyển|Đưa|Gộp|Tách|"
    r"Sắp xếp lại|Tạm ngưng|Ngưng)"
)
_UNIT = (
    r"(?:[Đđ]iều \d|[Kk]hoản \d|[Đđ]iểm [a-zđ]\d?(?!\w)|[Tt]iết [a-zđ\d(]|[Cc]hương [IVXL\d]|[Mm]ục [\dIVX]|[Pp]hần (?:thứ|"
    r"[IVX\d])|[Pp]hụ lục|"
    r"cụm từ|các từ|từ [“\"]|dấu [“\"]|tên |tiêu đề|đoạn |khổ |câu |gạch đầu dòng|số thứ tự|[Mm]ẫu số|Biểu|biểu |ngành, nghề|"
    r"(?:một số|các) (?:điều|khoản|điểm|nội dung|từ|chương|mục|tiêu chuẩn|quy định|biểu|mẫu)|quy định tại|nội dung|như sau)"
)
_ACTIVE = re.compile(rf"{_VERB}(?!\w)(?:(?![.;]\s).){{0,160}}?{_UNIT}", re.DOTALL)
_PASSIVE = re.compile(
    r"(?:[Đđ]iều \d|Khoản \d|Điểm [a-zđ]|Chương [IVX\d]|Mục \d|Phụ lục|Tên |Tiêu đề|Đoạn |Khổ |Các (?:điều|khoản|điểm|cụm từ|"
    r"mục|chương)|Cụm từ|(?:Trong|Tại) )"
    r".{0,200}?(?:được (?:sửa|bổ sung|thay|bãi bỏ|bỏ|đổi|chuyển|đính chính|gọi)|bị (?:bãi|hủy|huỷ) bỏ)",
    re.DOTALL,
)
_ENGLISH = re.compile(
    r"(?:To )?(?:[Aa]mend|[Ss]upplement|[Aa]dd|[Rr]epeal|[Aa]nnul|[Aa]bolish|[Rr]eplace|[Aa]brogate)\b.{0,120}?(?:Article|"
    r"Clause|Point|phrase|Chapter|Section|Appendix)"
    r"|.{0,160}?(?:is|are) (?:hereby )?(?:amended|supplemented|added|repealed|replaced|annulled|abrogated|inserted)",
    re.DOTALL,
)
_ANNOUNCES = re.compile(r"(?:như sau|sau đây|as follows)\s*[:.]?\s*$")
_CONTEXT = re.compile(
    r"sửa đổi|bổ sung|thay thế|bãi bỏ|đính chính|thay cụm từ|thay bằng|được sửa|được thay|chuyển thành|\bamend|\badd(?:ed)?\b|"
    r"(?:gộp|tách) (?:các )?(?:điều|khoản|điểm)\b|\breplace|\bsupplement|\brepeal",
    re.IGNORECASE,
)


def is_command(words: str, language: str = "vi") -> bool:
    """Whether `words` (a line without its label) have the form of an amending command that names a unit or a phrase."""
    head = words[:400]
    if _ACTIVE.match(head) or _PASSIVE.match(head):
        return True
    return language == "en" and bool(_ENGLISH.match(head))


def announces(words: str) -> bool:
    """Whether the words end by announcing what follows ("như sau:")."""
    return bool(_ANNOUNCES.search(words[-40:]))


def speaks_of_amendment(words: str) -> bool:
    """Whether the words of a unit make a quotation below it that of an amendment."""
    return bool(_CONTEXT.search(words))
