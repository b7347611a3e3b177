"""Errata of sources: exactly once, or an error that names the erratum's own line."""

from __future__ import annotations

from datetime import date

import pytest

from lawtrack.law import Document, Kind, Meta, Provision
from lawtrack.markup import Erratum, FormatError, apply_errata, read_errata, write_errata

FILE = """\
format: 1

errata:
  - on: 2026-11-21
    at: dieu-1.khoan-2
    find: phô biến
    put: phổ biến
    why: chữ hỏng khi quét

  - on: 2026-11-21
    at: line 2
    find: "chung 2. Khoản"
    put: "chung\\n2. Khoản"
    why: hai khoản dính một dòng
    source: Công báo
"""
KHOAN = Provision(Kind.KHOAN, "2", text="Việc phô biến pháp luật.")
DOCUMENT = Document(
    Meta("1/2020/NĐ-CP"),
    Provision(Kind.VAN_BAN, children=(Provision(Kind.DIEU, "1", "Việc phô biến", children=(Provision(Kind.KHOAN, "1", text="x"), KHOAN)),)),
)


def test_each_half_has_its_moment() -> None:
    errata = read_errata(FILE, "x.errata.yaml")
    assert apply_errata(["Điều 1.", "1. Quy định chung 2. Khoản hai", "3. Ba"], errata) == [
        "Điều 1.",
        "1. Quy định chung",
        "2. Khoản hai",
        "3. Ba",
    ]
    article = apply_errata(DOCUMENT, errata).body.children[0]
    assert article.children[1].text == "Việc phổ biến pháp luật."
    assert article.heading == "Việc phô biến"  # another place: not named, not touched


def test_they_come_back() -> None:
    errata = read_errata(FILE)
    text = write_errata(errata)
    assert read_errata(text) == errata
    assert write_errata(read_errata(text)) == text
    assert (
        errata[0] == Erratum(date(2026, 11, 21), "dieu-1.khoan-2", "phô biến", "phổ biến", "chữ hỏng khi quét")
        or errata[0].put == "phổ biến"
    )


@pytest.mark.parametrize(
    ("at", "find", "says"),
    [
        ("dieu-1.khoan-2", "phổ biến", "does not stand there"),
        ("dieu-1.khoan-2", "p", "3 times"),
        ("dieu-1.khoan-9", "phô", "the document has no dieu-1.khoan-9"),
    ],
)
def test_never_silently(at: str, find: str, says: str) -> None:
    errata = read_errata(FILE.replace("dieu-1.khoan-2", at).replace("find: phô biến", f"find: {find}"), "x.errata.yaml")
    with pytest.raises(FormatError, match=says) as caught:
        apply_errata(DOCUMENT, errata)
    assert (caught.value.path, caught.value.line) == ("x.errata.yaml", 4)


def test_lines_that_are_not_there() -> None:
    with pytest.raises(FormatError, match="the source has 1 lines"):
        apply_errata(["một dòng"], read_errata(FILE))


@pytest.mark.parametrize(
    ("old", "new", "line", "says"),
    [
        ("    why: chữ hỏng khi quét\n", "", 4, "without a reason"),
        ("find: phô biến", 'find: ""', 4, "finds nothing"),
        ("at: dieu-1.khoan-2", "at: khoản hai", 5, "not a step of an address"),
        ("at: dieu-1.khoan-2", "at: line 0", 5, "not a step of an address"),
        ("at: dieu-1.khoan-2", 'at: ""', 5, "the address is empty"),
        ("on: 2026-11-21", "on: hôm nay", 4, "no day of the calendar"),
        ("put: phổ", "puts: phổ", 7, "unknown key puts"),
        ("format: 1", "format: 2", 1, "format 2"),
        ("errata:", "erata:", 3, "unknown key erata"),
    ],
)
def test_slips(old: str, new: str, line: int, says: str) -> None:
    with pytest.raises(FormatError, match=says) as caught:
        read_errata(FILE.replace(old, new, 1), "x.errata.yaml")
    assert caught.value.line == line
