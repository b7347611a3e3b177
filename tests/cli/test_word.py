"""Files of Word through the command line: into a file of that name, from a workspace, of all acts, and without a workspace."""

from __future__ import annotations

import zipfile
from pathlib import Path
from xml.etree import ElementTree

import pytest

from .running import done

BASE = "05/2020/NĐ-CP"
AT = ("--at", "2022-07-01")


def lines(path: Path) -> list[str]:
    """The words of the paragraphs of a file of Word."""
    with zipfile.ZipFile(path) as archive:
        root = ElementTree.fromstring(archive.read("word/document.xml"))
    space = root.tag.removesuffix("document")
    return ["".join(t.text or "" for t in p.iter(f"{space}t")) for p in root.iter(f"{space}p")]


def test_the_ending_makes_a_file_of_word(applied: Path, tmp_path: Path) -> None:
    target = tmp_path / "hợp nhất.docx"
    done("-C", applied, "consolidate", BASE, *AT, "--output", target)
    assert "1. Chợ phiên họp vào ngày Chủ nhật và ngày mồng một âm lịch." in lines(target)
    once = target.read_bytes()
    done("-C", applied, "consolidate", BASE, *AT, "--format", "docx", "--output", target)
    assert target.read_bytes() == once


def test_import_reads_the_same_articles_back(applied: Path, tmp_path: Path) -> None:
    def articles(text: str) -> str:
        return text[text.index("Điều 1.") : text.index("Nơi nhận")]

    target, again = tmp_path / "a.docx", tmp_path / "ws"
    done("-C", applied, "consolidate", BASE, *AT, "--output", target)
    done("init", again)
    done("-C", again, "import", target)
    said = done("-C", applied, "consolidate", BASE, *AT).out
    assert articles(done("-C", again, "consolidate", BASE, *AT).out) == articles(said)


def test_a_draft_goes_into_a_file_of_word_with_its_notes(applied: Path, tmp_path: Path) -> None:
    done("-C", applied, "consolidate", BASE, *AT, "--format", "draft", "--output", tmp_path / "a.docx")
    assert lines(tmp_path / "a.docx")[0].startswith("DỰ THẢO")
    with zipfile.ZipFile(tmp_path / "a.docx") as archive:
        assert (
            "Khoản này được sửa đổi, bổ sung theo quy định tại khoản 1 Điều 1 của Nghị định số"
            in archive.read("word/footnotes.xml").decode()
        )


def test_all_acts_go_into_a_folder(applied: Path, tmp_path: Path) -> None:
    done("-C", applied, "consolidate", "--all", *AT, "--format", "docx", "--output", tmp_path / "out")
    assert {p.name for p in (tmp_path / "out").iterdir()} == {"05-2020-nd-cp.docx", "31-2022-nd-cp.docx"}
    assert "b) Có lễ hội;" in lines(tmp_path / "out" / "05-2020-nd-cp.docx")


def test_no_workspace_is_needed(sources: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    call = ("consolidate", sources / "base.txt", "--with", sources / "amender.txt", *AT)
    done(*call, "--output", "a.docx")
    done(*call, "--format", "draft", "--output", "b.docx")
    assert "d) Có hỏa hoạn." in lines(tmp_path / "a.docx")
    assert lines(tmp_path / "b.docx")[0].startswith("DỰ THẢO")
    ran = done(*call, "--format", "docx", code=2)
    assert ran.out == "" and "cannot be shown here" in ran.err


@pytest.mark.parametrize(
    ("words", "told", "remedy"),
    [
        (("--format", "docx"), "cannot be shown here", "--output text.docx"),
        (("--format", "docx", "--output", "a.txt"), "the ending .docx", "ends in .docx"),
        (("--format", "docx", "--output", "/dev/stdout"), "the ending .docx", "ends in .docx"),
        (("--format", "html", "--output", "a.docx"), "--format html makes another", "leave --format out"),
        (("--output", "a.pdf"), "no .pdf is written here", "ends in .docx"),
        (("--format", "draft", "--output", "a.doc"), "no .doc is written here", "ends in .docx"),
    ],
)
def test_what_word_could_not_open_is_refused(
    applied: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, words: tuple[str, ...], told: str, remedy: str
) -> None:
    monkeypatch.chdir(tmp_path)
    ran = done("-C", applied, "consolidate", BASE, *words, code=2)
    said = " ".join(ran.err.split())
    assert ran.out == "" and told in said and remedy in said and list(tmp_path.iterdir()) == []


def test_all_acts_cannot_be_shown_as_files_of_word(applied: Path) -> None:
    ran = done("-C", applied, "consolidate", "--all", "--format", "docx", code=2)
    assert ran.out == "" and "cannot be shown here" in ran.err
