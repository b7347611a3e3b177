"""Texts as portals, converters and old machines leave them: the same act is read from each, or the import says why it is not."""

from __future__ import annotations

import json
import unicodedata

import pytest

from lawtrack.ingest import Given, Imported, IngestError, read_source
from lawtrack.law import Kind

HEAD = ["CHÍNH PHỦ", "Số: 8/2021/NĐ-CP", "Hà Nội, ngày 04 tháng 01 năm 2021", "NGHỊ ĐỊNH", "Quy định về chợ nổi", "Căn cứ Luật Chợ;"]
BODY = [
    "Chương I",
    "QUY ĐỊNH CHUNG",
    "Điều 1. Phạm vi điều chỉnh",
    "Nghị định này quy định về chợ nổi.",
    "Điều 2. Bến của chợ nổi",
    "1. Bến do Ủy ban nhân dân cấp xã lập, gồm:",
    "a) Cọc neo;",
    "b) Đèn.",
    "2. Bến được bảo vệ.",
    "Điều 3. Hiệu lực thi hành",
    "Nghị định này có hiệu lực từ ngày 01 tháng 3 năm 2021.",
]
LINES = [*HEAD, *BODY, "Nơi nhận:", "- Bộ Chợ;", "TM. CHÍNH PHỦ", "Nguyễn Văn A"]
TEXT = "\n".join(LINES) + "\n"
CONTENTS = [line for line in BODY if line.startswith(("Điều", "Chương"))]


def read(text: str, name: str = "a.txt") -> Imported:
    return read_source(text.encode(), name, Given())


def units(found: Imported) -> list[tuple[str, str, str]]:
    return [(p.kind.value, p.label, p.heading + p.text) for p in found.document.body.walk() if p.kind is not Kind.VAN_BAN]


def page(lines: list[str]) -> str:
    return '<html><body><div class="content1">' + "\n".join(lines) + "</div></body></html>"


def anchored(line: str, dash: str = "") -> str:
    if not line.startswith("Điều"):
        return f"<p>{line}</p>"
    label, _, title = line.partition(". ")
    name = f"dieu_{label.split()[1]}"
    return f'<p><a name="{name}"><b>{label}.</b>{dash}</a> <a name="{name}_name"><b>{title}</b></a>&nbsp;</p>'


@pytest.mark.parametrize(
    ("text", "name"),
    [
        (unicodedata.normalize("NFD", TEXT), "a.txt"),
        (TEXT.replace("Đ", "Ð").replace("đ", "ð"), "a.txt"),
        (TEXT.replace("nghị", "ng\u00adhị").replace("Điều", "Đi\u00adều").replace("Chương", "\u200bChương"), "a.txt"),
        (TEXT.replace(" ", "\u00a0"), "a.txt"),
        (TEXT.replace("\n", "\r\n"), "a.txt"),
        (TEXT.replace("\n", "\n\n"), "a.txt"),
        (TEXT.replace("1. Bến", "1.\tBến").replace("a) ", "a)\t").replace("Điều 1. ", "Điều 1.\t"), "a.txt"),
        (page([f"<p>{line}</p>" for line in LINES]), "a.html"),
        (page(["<br>".join(LINES)]), "a.html"),
        (page([anchored(line) for line in LINES]), "a.html"),
        (page([f'<p><span lang="VI"><span>{line[:3]}</span><span>{line[3:]}</span></span></p>' for line in LINES]), "a.html"),
        (page(["<table><tr><td>", *(f"<p>{line}</p>" for line in LINES), "</td></tr></table>"]), "a.html"),
        ("\n\n".join(f"**{line}**" if line.startswith(("Điều", "Chương")) else line for line in LINES), "a.md"),
        ("\n\n".join(f"### {line}" if line.startswith("Điều") else line for line in LINES), "a.md"),
        ("\n\n".join([*HEAD, *CONTENTS, *BODY, *LINES[-4:]]), "a.txt"),
        ("\n".join(["MỤC LỤC", *(f"{line} ........ {n}" for n, line in enumerate(CONTENTS, 3)), *LINES]), "a.txt"),
        (page([f"<p>{line}</p>" for line in ["Mục lục", *CONTENTS, *LINES]]), "a.html"),
    ],
)
def test_the_same_act_in_many_forms(text: str, name: str) -> None:
    found = read(text, name)
    assert units(found) == units(read(TEXT))
    assert found.document.number == "8/2021/NĐ-CP"
    assert found.document.meta.title == "Quy định về chợ nổi"
    assert found.kept == 1.0


@pytest.mark.parametrize("form", ["{label}: {title}", "{label} - {title}", "{label} – {title}", "{label}.- {title}", "{label}. – {title}"])
def test_titles_behind_any_sign(form: str) -> None:
    lines = [form.format(label=x.partition(". ")[0], title=x.partition(". ")[2]) if x.startswith("Điều") else x for x in LINES]
    assert units(read("\n".join(lines))) == units(read(TEXT))


def test_points_with_a_dash() -> None:
    assert units(read(TEXT.replace("\na) ", "\na- ").replace("\nb) ", "\nb- "))) == units(read(TEXT))


def test_a_table_of_contents_is_told() -> None:
    found = read("\n".join([*CONTENTS, *LINES]))
    assert [(x.words, str(x.why)) for x in found.left_out] == [(words, "table of contents") for words in CONTENTS]


def test_articles_that_stand_once_are_no_table_of_contents() -> None:
    lines = [
        *HEAD,
        "Điều 1. Bến",
        "Điều 2. Ghe",
        "Điều 3. Cầu",
        "Điều 4. Hiệu lực",
        "Nghị định này có hiệu lực từ ngày 01 tháng 3 năm 2021.",
    ]
    found = read("\n".join(lines))
    assert [p.label for p in found.document.body.children] == ["1", "2", "3", "4"]
    assert found.left_out == ()


TCVN3 = "NghÞ ®Þnh\nQuy ®Þnh vÒ chî næi\n§iÒu 1. Ph¹m vi ®iÒu chØnh\n1. NghÞ ®Þnh nµy quy ®Þnh vÒ chî næi.\n2. BÕn ®îc b¶o vÖ.\n"
VNI = "Quy ñònh veà chôï noåi\nÑieàu 1. Phaïm vi ñieàu chænh\n1. Nghò ñònh naøy quy ñònh veà chôï noåi.\n2. Beán ñöôïc baûo veä.\n"
VIQR = "Quy ddi.nh ve^` cho+. no^?i\nDDie^`u 1. Pha.m vi\n1. Nghi. ddi.nh na`y quy ddi.nh ve^` cho+. no^?i.\n2. Be^'n ddu+o+.c ba?o ve^..\n"
BARE = "Quy dinh ve cho noi\nDieu 1. Pham vi\n1. Nghi dinh nay quy dinh ve cho noi.\n2. Ben theo khoan 1.\nDieu 2. Hieu luc thi hanh\n"


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (TCVN3, "TCVN3"),
        (VNI, "VNI"),
        (VIQR, "VIQR"),
        (BARE, "without its marks"),
        (TEXT.encode().decode("latin-1"), "UTF-8 that was read as another encoding"),
        ("".join("?" if ord(c) > 255 else c for c in TEXT), "letters of the text were lost"),
        (json.dumps({"content": TEXT}), "JSON"),
        (json.dumps([{"dieu": 1, "text": "Phạm vi"}]), "JSON"),
        (TEXT.replace("\n", " "), "in one line"),
        (TEXT.replace("\n", "\\n"), "in one line"),
    ],
)
def test_what_cannot_be_read_is_refused_with_the_cause(text: str, told: str) -> None:
    with pytest.raises(IngestError) as refused:
        read(text)
    assert told in refused.value.message
    assert refused.value.remedy


def test_english_is_no_broken_vietnamese() -> None:
    lines = ["DECREE", "On floating markets", "Article 1. Scope", "1. This Decree regulates floating markets; what of them? Nothing."]
    assert read("\n".join([*lines, "2. It takes effect on March 1, 2021."])).document.meta.language == "en"
