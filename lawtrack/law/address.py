"""Addresses: where a provision stands, in four faces, each parsed and printed.

    canonical   dieu-45a.khoan-2.diem-dd
    vietnamese  điểm đ khoản 2 Điều 45a         (small to large: Decree 78/2025/NĐ-CP, article 68)
    english     Point dd, Clause 2, Article 45a
    eid         art_45a__para_2__point_dd       (Akoma Ntoso)

An article is addressed without its containers, since articles number through the whole document; inside an attached regulation
or an annex the root stands in front: `quy-che.dieu-5`, `phu-luc-ii.muc-3`, `phu-luc-ii.mau-04.muc-1`. đ is `dd` in keys, never `d`.
Unlabelled units are addressed by their ordinal among the paragraphs (đoạn) or bullets of their parent; the parent's own words, where it has
any, are its first đoạn, so that "đoạn 2 khoản 1" is `khoan-1.doan-2` as commands count. A sentence and a cell are the last step of an
address (`khoan-1.cau-2`, `phu-luc.hang-3.cot-4`), and no units.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from lawtrack.law.provision import CONTAINERS, ENCLOSED, UNLABELLED, Kind, Provision
from lawtrack.text.labels import key, ordinal, roman, unkey

_VI = {
    Kind.VAN_BAN: "văn bản",
    Kind.QUY_CHE: "quy định kèm theo",
    Kind.PHU_LUC: "Phụ lục",
    Kind.MAU: "Mẫu số",
    Kind.PHAN: "Phần",
    Kind.CHUONG: "Chương",
    Kind.MUC: "Mục",
    Kind.TIEU_MUC: "Tiểu mục",
    Kind.DIEU: "Điều",
    Kind.KHOAN: "khoản",
    Kind.DIEM: "điểm",
    Kind.TIET: "tiết",
    Kind.GACH: "gạch đầu dòng",
    Kind.DOAN: "đoạn",
    Kind.BANG: "bảng",
    Kind.HANG: "số thứ tự",
    Kind.CAU: "câu",
    Kind.COT: "cột",
    Kind.TRICH: "trích",
}
_EN = {
    Kind.VAN_BAN: "Document",
    Kind.QUY_CHE: "Attached Regulation",
    Kind.PHU_LUC: "Appendix",
    Kind.MAU: "Form",
    Kind.PHAN: "Part",
    Kind.CHUONG: "Chapter",
    Kind.MUC: "Section",
    Kind.TIEU_MUC: "Sub-section",
    Kind.DIEU: "Article",
    Kind.KHOAN: "Clause",
    Kind.DIEM: "Point",
    Kind.TIET: "Item",
    Kind.GACH: "Bullet",
    Kind.DOAN: "Paragraph",
    Kind.BANG: "Table",
    Kind.HANG: "Row",
    Kind.CAU: "Sentence",
    Kind.COT: "Column",
    Kind.TRICH: "Quotation",
}
_EID = {
    Kind.VAN_BAN: "doc",
    Kind.QUY_CHE: "att",
    Kind.PHU_LUC: "annex",
    Kind.MAU: "form",
    Kind.PHAN: "part",
    Kind.CHUONG: "chp",
    Kind.MUC: "sec",
    Kind.TIEU_MUC: "subsec",
    Kind.DIEU: "art",
    Kind.KHOAN: "para",
    Kind.DIEM: "point",
    Kind.TIET: "item",
    Kind.GACH: "indent",
    Kind.DOAN: "subpara",
    Kind.BANG: "table",
    Kind.HANG: "row",
    Kind.CAU: "sentence",
    Kind.COT: "column",
    Kind.TRICH: "quote",
}
_BY_SLUG = sorted(Kind, key=lambda k: -len(k.value))
_FROM_EID = {word: kind for kind, word in _EID.items()}
_ROMAN_KINDS = (Kind.CHUONG, Kind.PHAN, Kind.MUC, Kind.PHU_LUC)


TITLED = "ten-"
"""What stands in front of the key of a form that a command names by its title alone (“mẫu “Đơn đề nghị cấp phép””)."""
NOTE = "ghi-chu"
"""The key of the note of an annex or a form ("phần ghi chú của Phụ lục II"), as a step of the kind DOAN."""
_NOTE = re.compile(r"(?:ghi\s+chú|chú\s+thích)\b", re.IGNORECASE)


def is_note(text: str) -> bool:
    """Whether a paragraph begins a note ("Ghi chú: …")."""
    return bool(_NOTE.match(text.strip()))


def kind_name(kind: Kind, language: str = "vi") -> str:
    """The word for a kind of unit: "khoản", "clause"."""
    return _EN[kind].lower() if language == "en" else _VI[kind]


@dataclass(frozen=True, slots=True, order=True)
class Step:
    """One step of an address: a kind and the key of a label (`lawtrack.text.labels.key`), "" where the unit stands alone
    ("Phụ lục" without a number)."""

    kind: Kind
    key: str = ""

    def __str__(self) -> str:
        return f"{self.kind}-{self.key}" if self.key else str(self.kind)

    @property
    def label(self) -> str:
        """The label as Vietnamese acts print it: "đ", "45a", "VIIa", "thứ nhất"."""
        return _printed(self.kind, self.key)


def _printed(kind: Kind, text: str) -> str:
    label = unkey(text)
    if kind in _ROMAN_KINDS and (match := re.fullmatch(r"([ivxlcdm]+)([a-zđ]?)", text.replace("dd", "đ"))) and roman(match.group(1)):
        return match.group(1).upper() + match.group(2)
    if kind is Kind.PHU_LUC and (match := re.fullmatch(r"([ivxlc]+)-(\d+)", text)) and roman(match.group(1)):
        return f"{match.group(1).upper()}.{match.group(2)}"
    if text.startswith("thứ-"):
        return label.replace("-", " ")
    if kind is Kind.MAU and text.startswith(TITLED):
        return f"“{unkey(text[len(TITLED) :]).replace('-', ' ')}”"
    if kind is Kind.MAU:
        number, hyphen, symbol = label.partition("-")
        return number + hyphen + symbol.upper()  # "01-TTS"
    return label.replace("-", ".") if re.fullmatch(r"\d+(?:-\d+)+[a-zđ]*", label) else label


@dataclass(frozen=True, slots=True, order=True)
class Address:
    """A path of steps, large to small. Empty: the document itself."""

    steps: tuple[Step, ...] = ()

    # -- building ------------------------------------------------------------------------------------------------------
    @classmethod
    def of(cls, *pairs: tuple[Kind, str]) -> Address:
        """`Address.of((Kind.DIEU, "45a"), (Kind.DIEM, "đ"))`: labels as printed, large to small."""
        return cls(tuple(Step(kind, key(label)) for kind, label in pairs))

    def child(self, kind: Kind, label: str) -> Address:
        """The address one step down; `label` as printed."""
        return Address((*self.steps, Step(kind, key(label))))

    def joined(self, other: Address) -> Address:
        """This address with the steps of `other` below it."""
        return Address(self.steps + other.steps)

    # -- reading -------------------------------------------------------------------------------------------------------
    def __bool__(self) -> bool:
        return bool(self.steps)

    def __iter__(self) -> Iterator[Step]:
        return iter(self.steps)

    def __len__(self) -> int:
        return len(self.steps)

    @property
    def last(self) -> Step | None:
        """The innermost step."""
        return self.steps[-1] if self.steps else None

    @property
    def parent(self) -> Address:
        """The address without its innermost step."""
        return Address(self.steps[:-1])

    def get(self, kind: Kind) -> str | None:
        """The key of the step of that kind, or None."""
        return next((step.key for step in self.steps if step.kind is kind), None)

    @property
    def root(self) -> Address:
        """The attached regulation, annex or form it stands in; empty where it stands in the act itself."""
        return Address(tuple(s for s in self.steps if s.kind in ENCLOSED))

    def within(self, other: Address) -> bool:
        """Whether `other` is this address or stands above it."""
        return self.steps[: len(other.steps)] == other.steps

    # -- canonical -----------------------------------------------------------------------------------------------------
    def __str__(self) -> str:
        return ".".join(map(str, self.steps))

    @classmethod
    def parse(cls, text: str) -> Address:
        """The address of its canonical face; raises ValueError with what was wrong."""
        steps = []
        for part in filter(None, text.strip().split(".")):
            kind = next((k for k in _BY_SLUG if part == k.value or part.startswith(k.value + "-")), None)
            if kind is None:
                raise ValueError(f"not a step of an address: {part!r} (expected for example dieu-45a.khoan-2.diem-dd)")
            steps.append(Step(kind, part[len(kind.value) + 1 :]))
        return cls(tuple(steps))

    # -- Vietnamese ----------------------------------------------------------------------------------------------------
    def vietnamese(self) -> str:
        """ "điểm đ khoản 2 Điều 45a"."""
        return " ".join(f"{_VI[s.kind]} {s.label}".strip() for s in reversed(self.steps))

    @classmethod
    def parse_vietnamese(cls, text: str) -> Address:
        """The address of its Vietnamese face ("điểm đ khoản 2 Điều 45a"); raises ValueError."""
        return cls._parse_words(text, _VI)

    # -- English -------------------------------------------------------------------------------------------------------
    def english(self) -> str:
        """ "Point dd, Clause 2, Article 45a": đ is dd, since "Point d" would be ambiguous."""
        return ", ".join(
            f"{_EN[s.kind]} {s.label if s.key.startswith(TITLED) else s.label.replace('đ', 'dd')}".strip() for s in reversed(self.steps)
        )

    @classmethod
    def parse_english(cls, text: str) -> Address:
        """The address of its English face, with or without commas; raises ValueError."""
        return cls._parse_words(text.replace(",", " "), _EN)

    @classmethod
    def _parse_words(cls, text: str, words: dict[Kind, str]) -> Address:
        names = "|".join(re.escape(w) for w in sorted(words.values(), key=len, reverse=True))
        found = list(re.finditer(rf"(?<!\w)({names})(?!\w)", text, re.IGNORECASE))
        if text.strip() and (not found or text[: found[0].start()].strip()):
            raise ValueError(f"not an address: {text!r}")
        kinds = {w.lower(): k for k, w in words.items()}
        steps = []
        for i, match in enumerate(found):
            end = found[i + 1].start() if i + 1 < len(found) else len(text)
            label = text[match.end() : end].strip()
            titled = TITLED if label.startswith("“") else ""
            steps.append(Step(kinds[match.group(1).lower()], titled + key(label)))
        return cls(tuple(reversed(steps)))

    # -- Akoma Ntoso ---------------------------------------------------------------------------------------------------
    def eid(self) -> str:
        """The Akoma Ntoso eId: `art_45a__para_2__point_dd`."""
        return "__".join(f"{_EID[s.kind]}_{s.key}" if s.key else _EID[s.kind] for s in self.steps)

    @classmethod
    def parse_eid(cls, text: str) -> Address:
        """The address of an eId; raises ValueError."""
        steps = []
        for part in filter(None, text.split("__")):
            word, _, label = part.partition("_")
            if word not in _FROM_EID:
                raise ValueError(f"not a step of an eId: {part!r}")
            steps.append(Step(_FROM_EID[word], label))
        return cls(tuple(steps))


def number_of(parent: Provision, child: Provision) -> str:
    """The key a child has under its parent: of its label, or its ordinal where it has none. A label that stands twice
    among siblings of one kind gets `~2`, `~3` from the second on."""
    if child.kind in UNLABELLED or (child.kind is Kind.HANG and not child.label):
        start = 2 if child.kind is Kind.DOAN and parent.text and parent.kind is not Kind.TRICH else 1
        place = [c for c in parent.children if c.kind is child.kind and (child.kind is not Kind.HANG or not c.label)]
        offset = next(i for i, c in enumerate(place) if c is child)
        return f"x{offset + 1}" if child.kind is Kind.HANG else str(start + offset)
    name = key(child.label)
    twins = [c for c in parent.children if c.kind is child.kind and key(c.label) == name]
    at = next(i for i, c in enumerate(twins) if c is child)
    return name if at == 0 else f"{name}~{at + 1}"


def addressed(root: Provision, base: Address | None = None) -> Iterator[tuple[Address, Provision]]:
    """Every provision below `root` with its address, in document order. The second article of one number in one root (a real thing
    after renumbering) is `dieu-33~2`."""
    found: list[tuple[Address, Provision]] = []
    steps = base.steps if base else ()
    _address(root, steps, steps, {}, found)
    return iter(found)


_step = lru_cache(maxsize=16384)(Step)  # of a law the same few hundred steps, in every version


def _address(
    parent: Provision, here: tuple[Step, ...], root: tuple[Step, ...], seen: dict[str, int], found: list[tuple[Address, Provision]]
) -> None:
    for child, name in zip(parent.children, names(parent, seen), strict=True):
        steps = (*(root if child.kind is Kind.DIEU else here), _step(child.kind, name))
        found.append((Address(steps), child))
        if child.kind in ENCLOSED:
            _address(child, steps, steps, {}, found)
        elif child.children:
            _address(child, steps, root, seen, found)


def names(parent: Provision, seen: dict[str, int]) -> Iterator[str]:
    """The keys of the children of a unit, each in its turn: `seen` counts the articles of the root so far, those inside the child before
    with them."""
    counts: dict[tuple[Kind, str], int] = {}
    start = 1 if parent.text and parent.kind is not Kind.TRICH else 0
    for child in parent.children:
        if child.kind in UNLABELLED or (child.kind is Kind.HANG and not child.label):
            n = counts[child.kind, ""] = counts.get((child.kind, ""), start if child.kind is Kind.DOAN else 0) + 1
            yield f"x{n}" if child.kind is Kind.HANG else str(n)
            continue
        name = key(child.label)
        if child.kind is Kind.DIEU:
            n = seen[name] = seen.get(name, 0) + 1
        else:
            n = counts[child.kind, name] = counts.get((child.kind, name), 0) + 1
        yield name if n == 1 else f"{name}~{n}"


def index(root: Provision) -> dict[Address, Provision]:
    """Address → provision for the whole tree."""
    return dict(addressed(root))


def resolve(root: Provision, address: Address) -> list[tuple[int, ...]]:
    """Every place the address may mean, as paths of child positions from `root`. Steps may be skipped where the address is silent
    about them: `dieu-5` is found below any container, `chuong-ii.muc-1` below its phần, `khoan-2` directly below `dieu-5`.
    A place of an attached regulation or annex is found only by an address that names it."""

    def down(node: Provision, steps: tuple[Step, ...], path: tuple[int, ...]) -> Iterator[tuple[int, ...]]:
        if not steps:
            yield path
            return
        step = steps[0]
        counts: dict[tuple[Kind, str], int] = {}
        start = 1 if node.text and node.kind is not Kind.TRICH else 0
        for i, child in enumerate(node.children):
            if child.kind in UNLABELLED or (child.kind is Kind.HANG and not child.label):
                n = counts[child.kind, ""] = counts.get((child.kind, ""), start if child.kind is Kind.DOAN else 0) + 1
                name = f"x{n}" if child.kind is Kind.HANG else str(n)
            else:
                name = key(child.label)
                n = counts[child.kind, name] = counts.get((child.kind, name), 0) + 1
            if child.kind is step.kind and (name == step.key or (n > 1 and f"{name}~{n}" == step.key)):
                yield from down(child, steps[1:], (*path, i))
            elif child.kind in CONTAINERS and step.kind in (*CONTAINERS, Kind.DIEU):
                yield from down(child, steps, (*path, i))

    return list(down(root, address.steps, ()))


def at_path(root: Provision, path: Iterable[int]) -> Provision:
    """The provision at a path of child positions."""
    for i in path:
        root = root.children[i]
    return root


def ordinal_key(words: str) -> str:
    """The key of an ordinal in a command ("thứ nhất", "2", "đầu", "cuối"): "1", "2", "1", "cuoi"; raises ValueError."""
    low = words.strip().lower()
    if low in ("cuối", "cuối cùng"):
        return "cuoi"
    value = ordinal(low)
    if value is None:
        raise ValueError(f"not an ordinal: {words!r}")
    return str(value)
