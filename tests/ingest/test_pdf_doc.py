"""pdf with text, scans, and .doc through a converter."""

import os
from pathlib import Path

import pytest

from lawtrack.ingest import Given, IngestError, read_source
from lawtrack.law import Kind

LINES = [
    "LAW",
    "FLOATING MARKETS",
    "Pursuant to the Constitution;",
    "Article 1. Scope",
    "This Law provides for floating markets on rivers, canals and lakes.",
    "Article 2. Prohibited acts",
    "1. Throwing waste into the river.",
    "2. Selling goods of unknown origin:",
    "a) By boat;",
    "b) On the bank.",
]


def pdf(lines: list[str]) -> bytes:
    """A pdf of one page, written by hand."""
    content = "BT /F1 11 Tf 14 TL 60 780 Td " + " ".join("({}) Tj T*".format(line.replace(")", "\\)")) for line in lines) + " ET"
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>",
        f"<< /Length {len(content)} >>\nstream\n{content}\nendstream",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = "%PDF-1.4\n", []
    for i, text in enumerate(objects, 1):
        places.append(len(out))
        out += f"{i} 0 obj\n{text}\nendobj\n"
    start = len(out)
    out += f"xref\n0 {len(objects) + 1}\n0000000000 65535 f \n" + "".join(f"{p:010d} 00000 n \n" for p in places)
    return (out + f"trailer << /Size {len(objects) + 1} /Root 1 0 R >>\nstartxref\n{start}\n%%EOF").encode()


def test_a_pdf_with_text() -> None:
    pytest.importorskip("pdfminer")
    document = read_source(pdf(LINES), "a.pdf", Given(number="1/2020/QH14")).document
    assert document.meta.language == "en"
    assert [(p.kind, p.label) for p in document.body.walk()][1:] == [
        (Kind.DIEU, "1"),
        (Kind.DOAN, ""),
        (Kind.DIEU, "2"),
        (Kind.KHOAN, "1"),
        (Kind.KHOAN, "2"),
        (Kind.DIEM, "a"),
        (Kind.DIEM, "b"),
    ]


def test_a_scan_asks_for_ocr() -> None:
    pytest.importorskip("pdfminer")
    with pytest.raises(IngestError, match="scan") as caught:
        read_source(pdf([]), "a.pdf")
    assert "OCR" in caught.value.remedy


def test_a_broken_pdf_is_an_error_of_its_own_kind() -> None:
    pytest.importorskip("pdfminer")
    with pytest.raises(IngestError):
        read_source(b"%PDF-1.4\nnothing of a pdf follows", "a.pdf")


@pytest.fixture
def converter(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    tool = tmp_path / "antiword"
    monkeypatch.setenv("PATH", f"{tmp_path}{os.pathsep}/bin{os.pathsep}/usr/bin")
    return tool


OLE = b"\xd0\xcf\x11\xe0" + b"\0" * 600


def test_a_doc_through_its_converter(converter: Path) -> None:
    converter.write_text("#!/bin/sh\ncat <<'END'\n" + "\n".join(LINES) + "\nEND\n", encoding="utf-8")
    converter.chmod(0o755)
    body = read_source(OLE, "a.doc", Given(number="1/2020/QH14")).document.body
    assert [c.label for c in body.children] == ["1", "2"]


def test_a_converter_that_fails_is_named(converter: Path) -> None:
    converter.write_text("#!/bin/sh\necho it is no Word document >&2\nexit 1\n", encoding="utf-8")
    converter.chmod(0o755)
    with pytest.raises(IngestError, match="antiword could not read the file: it is no Word document"):
        read_source(OLE, "a.doc")
