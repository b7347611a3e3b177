"""New words for an act, out of its own sentences and a few that fit everywhere."""

from __future__ import annotations

import random
import re

from drafting.tree import LETTERS, Unit, head_of, new

NEUTRAL = (
    "theo quy trình điện tử",
    "trong thời hạn 07 ngày làm việc",
    "bằng văn bản",
    "trên môi trường mạng",
    "công khai, minh bạch",
    "theo mẫu thống nhất",
    "tại nơi tiếp nhận hồ sơ",
    "kịp thời, đầy đủ",
    "không quá 05 ngày",
    "và các tài liệu kèm theo",
)
TITLES = (
    "Trách nhiệm phối hợp",
    "Hồ sơ, trình tự thực hiện",
    "Nguyên tắc thực hiện",
    "Chế độ báo cáo",
    "Lưu giữ tài liệu",
    "Thời hạn giải quyết",
    "Quyền của người nộp hồ sơ",
)
SENTENCES = (
    "Cơ quan tiếp nhận có trách nhiệm trả lời bằng văn bản và nêu rõ lý do.",
    "Hồ sơ được nộp trực tiếp, qua dịch vụ bưu chính hoặc trên môi trường mạng.",
    "Thời hạn giải quyết là 10 ngày làm việc kể từ ngày nhận đủ hồ sơ.",
    "Người đứng đầu đơn vị chịu trách nhiệm về tính chính xác của số liệu.",
    "Việc công bố phải bảo đảm đúng nội dung, đúng thời hạn.",
)
QUOTING = (
    "Tài liệu đóng dấu “Bản sao” chỉ được dùng để tra cứu.",
    "Người nộp ghi rõ chữ “Đã đọc” ở cuối mỗi trang.",
    "Hồ sơ thuộc diện “một cửa” được giải quyết trong ngày.",
)
DEFINED = (
    "“Hồ sơ điện tử” là hồ sơ được tạo lập trên môi trường mạng.",
    "“Ngày làm việc” không bao gồm ngày nghỉ, lễ, tết.",
)
OPENINGS = (
    "Hồ sơ đề nghị bao gồm:",
    "Người đứng đầu cơ quan có các trách nhiệm sau đây:",
    "Việc kiểm tra được thực hiện trong các trường hợp sau đây:",
    "Nội dung báo cáo gồm có:",
)
_ODD = re.compile(
    r"[“”\"|…'()\[\]]|^\W|^[a-zà-ỹđ]|như sau|sửa đổi|bãi bỏ|thay thế|bổ sung|ban hành kèm|có hiệu lực|hết hiệu lực|^\w{1,4}[.)]|\.\s",
    re.IGNORECASE,
)


class Words:
    """New words for one act."""

    def __init__(self, rng: random.Random, root: Unit) -> None:
        self.rng = rng
        pool = [u.words for u in root.walk() if u.kind in ("khoan", "diem", "doan") and 30 < len(u.words) < 500 and u.words[:1].isupper()]
        plain = [w for w in pool if not _ODD.search(w)]
        self.sentences = [w for w in plain if w.endswith(".")] or list(SENTENCES)
        self.items = [w[:-1] for w in plain if w.endswith(";")] or [s[:-1] for s in SENTENCES]
        self.openings = [w for w in plain if w.endswith(":")] or list(OPENINGS)

    def sentence(self) -> str:
        """One sentence with its full stop."""
        kind = self.rng.random()
        base = self.rng.choice(self.sentences if kind < 0.65 else SENTENCES if kind < 0.93 else QUOTING)
        return f"{base[:-1]} {self.rng.choice(NEUTRAL)}."

    def paragraph(self) -> str:
        """A sentence, or two."""
        return self.sentence() if self.rng.random() < 0.75 else f"{self.sentence()} {self.sentence()}"

    def opening(self) -> str:
        """Words in front of a list, with their colon."""
        base = self.rng.choice(self.openings if self.rng.random() < 0.5 else OPENINGS)
        return f"{base[:-1]} {self.rng.choice(NEUTRAL)}:"

    def item(self, last: bool) -> str:
        """A point with the mark behind it."""
        base = self.rng.choice(self.items if self.rng.random() < 0.7 else [s[:-1] for s in SENTENCES])
        return f"{base} {self.rng.choice(NEUTRAL)}{'.' if last else ';'}"

    def title(self) -> str:
        """The title of an article."""
        return f"{self.rng.choice(TITLES)} {self.rng.choice(NEUTRAL)}"

    def name(self) -> str:
        """The title of a chapter, in capitals."""
        return self.title().upper()

    def said(self) -> str:
        """A few words that take the place of others, or come in."""
        return self.rng.choice(NEUTRAL)

    # -- units -----------------------------------------------------------------------------------------------------------
    def points(self, n: int) -> list[Unit]:
        """Points a), b), … of a clause."""
        return [new("diem", LETTERS[i], self.item(i == n - 1)) for i in range(n)]

    def clause(self, label: str) -> Unit:
        """A clause: a paragraph, paragraphs, or a list with or without a closing paragraph."""
        shape = self.rng.random()
        if shape < 0.04:
            return new("khoan", label, f"{self.rng.choice(DEFINED)[:-1]} {self.rng.choice(NEUTRAL)}.")
        if shape < 0.5:
            return new("khoan", label, self.paragraph())
        if shape < 0.6:
            return new("khoan", label, self.sentence(), new("doan", "", self.sentence()))
        unit = new("khoan", label, self.opening(), *self.points(self.rng.randint(2, 5)))
        if shape > 0.9:
            unit.children.append(new("doan", "", self.sentence()))
        if 0.8 < shape < 0.9:
            unit.children[0].words = self.opening()
            unit.children[0].children = [new("gach", "", self.item(False)), new("gach", "", self.item(False))]
        return unit

    def point(self, label: str, last: bool) -> Unit:
        """A point."""
        return new("diem", label, self.item(last))

    def article(self, label: str, titled: bool = True) -> Unit:
        """An article: a paragraph, clauses, or an opening with points."""
        shape = self.rng.random()
        unit = new("dieu", label, self.title() if titled else "")
        if shape < 0.15:
            unit.children = [new("doan", "", self.sentence())]
        elif shape < 0.25:
            unit.children = [new("doan", "", self.sentence()), new("doan", "", self.sentence())]
        elif shape < 0.35:
            unit.children = [new("doan", "", self.opening()), *self.points(self.rng.randint(2, 4))]
        else:
            unit.children = [self.clause(str(i + 1)) for i in range(self.rng.randint(1, 4) + 1)]
            if shape > 0.85:
                unit.children.insert(0, new("doan", "", self.opening()))
        if not titled:
            unit.head = f"Điều {label}."
        return unit

    def like(self, unit: Unit, last: bool = False) -> Unit:
        """Another wording of a unit, under its label."""
        if unit.kind == "dieu":
            return self.article(unit.label, bool(unit.words))
        if unit.kind == "khoan":
            return self.clause(unit.label)
        if unit.kind == "diem":
            return self.point(unit.label, last)
        return Unit(unit.kind, unit.label, head_of(unit.kind, unit.label), self.sentence())
