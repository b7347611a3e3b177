"""An amending act around its commands, as laws, decrees and circulars are laid out."""

from __future__ import annotations

import random
import re
from dataclasses import dataclass
from datetime import date

from drafting.draft import Command
from drafting.speech import Style
from drafting.tree import LETTERS, Tree
from lawtrack.law import Document, Kind

_MAKERS = {"luật": "QUỐC HỘI", "bộ luật": "QUỐC HỘI", "nghị định": "CHÍNH PHỦ"}
_DAY = date(2030, 7, 1)
_STOPS = (".", ":", ";", "”", "”.", "”;", '"', '".', '";')
_RECITALS = (
    "Căn cứ kết quả tổng kết việc thi hành và báo cáo giải trình, tiếp thu, chỉnh lý của cơ quan chủ trì soạn thảo sau khi lấy ý kiến của "
    "các bộ, cơ quan ngang bộ, cơ quan thuộc Chính phủ, các tổ chức có liên quan và ý kiến của nhân dân trong thời gian đăng tải trên "
    "cổng thông tin điện tử theo quy định của pháp luật về ban hành văn bản;",
    "Trên cơ sở xem xét sự cần thiết, tính hợp hiến, hợp pháp, tính thống nhất với hệ thống pháp luật và tính khả thi của các quy định "
    "được sửa đổi trong thực tiễn quản lý và trong hoạt động của các cơ quan, tổ chức, đơn vị và cá nhân chịu sự tác động trực tiếp;",
)


@dataclass(frozen=True)
class Aimed:
    """An act and the commands on it."""

    base: Document
    tree: Tree
    style: Style
    commands: list[Command]


@dataclass(frozen=True)
class Drafted:
    """An amending act: its number, its text, and for each command where it stands ("dieu-1.khoan-3")."""

    number: str
    text: str
    at: dict[int, str]


def kind_of(base: Document) -> str:
    """The kind of an act that may amend this one."""
    kind = base.meta.kind or "thông tư"
    return "luật" if kind == "bộ luật" else kind


def name_of(base: Document, numbered: bool = True) -> str:
    """The act as a drafter names it: "Luật Đo lường số 04/2011/QH13", "Nghị định số 63/2020/NĐ-CP"."""
    kind = (base.meta.kind or "thông tư").capitalize()
    title = " ".join(base.meta.title.split())
    if any(u.kind is Kind.QUY_CHE for u in base.body.children):
        return f"Quy chế quản lý bến thuyền du lịch ban hành kèm theo {kind} số {base.number}"
    if kind_of(base) == "luật" and title and len(title) < 90 and not re.search(r"[“”\"0-9]", title):
        title = title[0].upper() + title[1:].lower()
        title = re.sub(r"^Về ", "", title)
        return f"{kind} {title[0].upper() + title[1:]}" + (f" số {base.number}" if numbered else "")
    return f"{kind} số {base.number}"


def long_name(base: Document) -> str:
    """The act as it is named once, with its day, issuer and title: "Nghị định số 63/2020/NĐ-CP ngày 08 tháng 6 năm 2020 của Chính phủ
    quy định …"."""
    kind, day = (base.meta.kind or "thông tư").capitalize(), base.meta.issued
    title = " ".join(base.meta.title.split())
    if (
        kind_of(base) in ("luật", "quyết định")
        or day is None
        or not title
        or title.isupper()
        or re.search(r"[“”\"]|sửa đổi", title, re.IGNORECASE)
    ):
        return name_of(base)
    issuer = "Chính phủ" if kind == "Nghị định" else base.meta.issuer.capitalize() or "Bộ trưởng Bộ Tài chính"
    said = f"{day.day:02d} tháng {day.month:02d} năm {day.year}" if day.month < 3 else f"{day.day:02d} tháng {day.month} năm {day.year}"
    return f"{kind} số {base.number} ngày {said} của {issuer} {title[0].lower()}{title[1:]}"


def _clean(sentence: str) -> str:
    return re.sub(r"\s+", " ", sentence).strip()


def written(
    command: Command, label: str, act: str, whole: str, announce: bool = True, inner: str = "letters", stop: str = "."
) -> list[str]:
    """A command with its label and everything below it, in lines."""
    text = _clean(command.text.replace("{act}", act).replace("{the act}", whole))
    first = f"{label} {text}".strip()
    if command.below:
        out = [f"{first}{' như sau' if not text.endswith('sau đây') else ''}:"]
        for i, sub in enumerate(command.below):
            last = i == len(command.below) - 1
            mark = f"{LETTERS[i]})" if inner == "letters" else f"{i + 1}."
            out += written(sub, mark, "", whole, True, stop="." if last else ";")
        return out
    if command.quote:
        return [first + (" như sau:" if announce else ""), *command.quote]
    return [first + stop]


def _head(rng: random.Random, kind: str, base: Document, number: str, title: str) -> list[str]:
    maker = _MAKERS.get(kind, base.meta.issuer.upper() or "BỘ TÀI CHÍNH")
    said = "Luật số" if kind == "luật" else "Số"
    return [
        maker,
        f"{said}: {number}",
        "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
        "Độc lập - Tự do - Hạnh phúc",
        "Hà Nội, ngày 15 tháng 5 năm 2030",
        kind.upper(),
        title.upper() if kind == "luật" else title,
        "Căn cứ Hiến pháp nước Cộng hòa xã hội chủ nghĩa Việt Nam;"
        if kind == "luật"
        else "Căn cứ Luật Tổ chức Chính phủ ngày 18 tháng 02 năm 2025;",
        *_RECITALS,
        f"{maker.capitalize()} ban hành {kind.capitalize()} {title[0].lower() + title[1:]}.",
    ]


def number_like(base: Document, n: int, year: int = 2030) -> str:
    """The number of an act of that year by the issuer of the base."""
    found = re.search(r"/([^/]*)$", base.number)
    symbol = found.group(1) if found else "TT-BTC"
    return f"{n}/{year}/{'QH17' if symbol.startswith('QH') else symbol}"


def later(rng: random.Random, aimed: Aimed, n: int, before: str) -> Drafted:
    """A classic act of the next year on an act that `before` has amended, named with that history."""
    kind = kind_of(aimed.base)
    called = f"{kind.capitalize()} số {before}"
    said = rng.choice(("theo", "bởi", "tại"))
    history = rng.choice((f" đã được sửa đổi, bổ sung một số điều {said} {called}", f" (đã được sửa đổi, bổ sung {said} {called})"))
    drafted = classic(rng, aimed, n, history)
    text = drafted.text.replace(f"{n}/2030/", f"{n}/2031/").replace("năm 2030", "năm 2031")
    return Drafted(number_like(aimed.base, n, 2031), text, drafted.at)


def classic(rng: random.Random, aimed: Aimed, n: int, history: str = "") -> Drafted:
    """Article 1 with a clause for each command; changes of words and repeals may have an article of their own behind it. `history` stands
    behind the name of the act in the heading of article 1."""
    base, style = aimed.base, aimed.style
    kind, name = kind_of(base), name_of(base)
    number = number_like(base, n)
    full = long_name(base) if rng.random() < 0.5 else name
    title = f"Sửa đổi, bổ sung một số điều của {full}"
    lines, at = _head(rng, kind, base, number, title), {}
    tails = [c for c in aimed.commands if c.form[0] in "CD" and not c.below] if rng.random() < 0.4 else []
    mains = [c for c in aimed.commands if c not in tails]
    article = 0
    for commands, heading in ((mains, f"Sửa đổi, bổ sung một số điều của {full}{history}"), (tails, "")):
        if not commands:
            continue
        article += 1
        if not heading:
            heading = rng.choice(
                (f"Bãi bỏ, thay thế một số điều, khoản, cụm từ của {name}", f"Thay thế, bãi bỏ một số cụm từ, điều, khoản, điểm của {name}")
            )
        lines.append(f"Điều {article}. {heading}{rng.choice(('', ' như sau:')) if commands is mains else ''}")
        for i, command in enumerate(commands):
            act = rng.choice(("", "", "", f" của {name}")) if rng.random() < 0.2 else ""
            lines += written(command, f"{i + 1}.", act, name)
            at[id(command)] = f"dieu-{article}.khoan-{i + 1}"
    lines += _effect(kind, article + 1)
    return Drafted(number, "\n".join(_wrapped(lines, style)) + "\n", at)


def _effect(kind: str, article: int) -> list[str]:
    return [
        f"Điều {article}. Hiệu lực thi hành",
        f"{kind.capitalize()} này có hiệu lực thi hành từ ngày {_DAY:%d} tháng {_DAY.month} năm {_DAY.year}.",
    ]


def headings(rng: random.Random, aimed: Aimed, n: int) -> Drafted:
    """One article for each command, the command its heading, with or without "như sau:" (the style since Decree 78/2025/NĐ-CP)."""
    base, style = aimed.base, aimed.style
    kind, name = kind_of(base), name_of(base)
    number = number_like(base, n)
    title = f"Sửa đổi, bổ sung một số điều của {name}"
    lines, at = _head(rng, kind, base, number, title), {}
    announce = rng.random() < 0.4
    for i, command in enumerate(aimed.commands):
        attached = any(u.kind is Kind.QUY_CHE for u in base.body.children)
        act = f" {rng.choice(('của ', '' if not command.below else 'của '))}{name}" if rng.random() < 0.15 else ""
        act = f" của {name}" if attached else act
        out = written(command, f"Điều {i + 1}.", act, name, announce, inner="numbers", stop=rng.choice(("", ".")))
        if command.below and not announce:
            out[0] = out[0].removesuffix(" như sau:").removesuffix(":")
        lines += out
        at[id(command)] = f"dieu-{i + 1}"
    lines += _effect(kind, len(aimed.commands) + 1)
    return Drafted(number, "\n".join(_wrapped(lines, style)) + "\n", at)


def omnibus(rng: random.Random, aims: list[Aimed], n: int) -> Drafted:
    """One article for each act."""
    base, style = aims[0].base, aims[0].style
    kind = kind_of(base)
    number = number_like(base, n)
    names = [name_of(a.base) for a in aims]
    title = (
        f"Sửa đổi, bổ sung một số điều của {', '.join(names[:-1])} và {names[-1]}"
        if rng.random() < 0.5
        else f"Sửa đổi, bổ sung một số điều của các {kind} có liên quan đến kinh doanh"
    )
    lines, at = _head(rng, kind, base, number, title), {}
    for i, aimed in enumerate(aims):
        full = long_name(aimed.base) if rng.random() < 0.5 else names[i]
        lines.append(f"Điều {i + 1}. Sửa đổi, bổ sung một số điều của {full}{rng.choice(('', ' như sau:'))}")
        for k, command in enumerate(aimed.commands):
            lines += written(command, f"{k + 1}.", "", names[i])
            at[id(command)] = f"dieu-{i + 1}.khoan-{k + 1}"
    lines += _effect(kind, len(aims) + 1)
    return Drafted(number, "\n".join(_wrapped(lines, style)) + "\n", at)


def closing(rng: random.Random, aims: list[Aimed], n: int) -> Drafted:
    """An act about something else whose closing article amends others: a clause for each act, or for each command."""
    base, style = aims[0].base, aims[0].style
    kind = kind_of(base)
    number = number_like(base, n)
    lines, at = _head(rng, kind, base, number, "Quản lý bến thuyền du lịch"), {}
    lines += [
        "Điều 1. Phạm vi điều chỉnh",
        f"{kind.capitalize()} này quy định về quản lý bến thuyền du lịch.",
        "Điều 2. Trách nhiệm của chủ bến",
        "1. Bố trí người trực tại bến.",
        "2. Thông báo lịch đón khách trước 24 giờ.",
    ]
    names = [name_of(a.base) for a in aims]
    lines.append(f"Điều 3. Sửa đổi, bổ sung, bãi bỏ một số điều của các {kind} có liên quan")
    clause = 0
    for aimed, name in zip(aims, names, strict=True):
        if len(aimed.commands) > 1 or rng.random() < 0.5:
            clause += 1
            full = long_name(aimed.base) if rng.random() < 0.5 else name
            lines.append(f"{clause}. Sửa đổi, bổ sung một số điều của {full} như sau:")
            flat = [c for c in aimed.commands if not c.below]
            for k, command in enumerate(flat):
                lines += written(command, f"{LETTERS[k]})", "", name, stop="." if k == len(flat) - 1 else ";")
                at[id(command)] = f"dieu-3.khoan-{clause}"
        else:
            clause += 1
            full = long_name(aimed.base) if rng.random() < 0.5 else name
            lines += written(aimed.commands[0], f"{clause}.", f" của {full}", name)
            at[id(aimed.commands[0])] = f"dieu-3.khoan-{clause}"
    lines += _effect(kind, 4)
    return Drafted(number, "\n".join(_wrapped(lines, style)) + "\n", at)


def _wrapped(lines: list[str], style: Style) -> list[str]:
    """The lines as a PDF breaks them."""
    if not style.wrapped:
        return lines
    return [part for line in lines for part in _broken(line, style.wrapped)]


def _broken(line: str, width: int) -> list[str]:
    """A paragraph in lines of about one width. No line ends where a sentence does or begins with a capital: whether a paragraph
    begins there cannot be told from the text alone."""
    out: list[str] = []
    words = line.split()
    here: list[str] = []
    for word in words:
        while here and len(" ".join([*here, word])) > width:
            spots = [i for i in range(3 * len(here) // 4, len(here)) if not here[i - 1].endswith(_STOPS) and (*here, word)[i][:1].islower()]
            if not spots:
                break
            out.append(" ".join(here[: spots[-1]]))
            here = here[spots[-1] :]
        here.append(word)
    return [*out, " ".join(here)]
