"""The documents that are shipped: the checkout is a workspace, and a newcomer's first commands are run in it."""

from __future__ import annotations

import os
import re
import shutil
from pathlib import Path

import pytest

from lawtrack.law import Kind
from lawtrack.law.address import Address, index
from lawtrack.markup import read, read_ledger, write

from .running import done

ROOT = Path(__file__).parents[2]
SEEDS = Path(os.environ.get("LAWTRACK_SHARED", ROOT.parent / "shared")) / "seeds"
LAW = "38/2024/QH15"
FUND = "the current law provides for a defense-security industry fund"
FUNDS = ("A Defense Industry Fund, to be managed by", "A Security Industry Development Investment Fund, managed by")
REPORTED = "press reports"
FILES = sorted(p.relative_to(ROOT).as_posix() for folder in ("statutes", "amendments") for p in (ROOT / folder).rglob("*.md"))


@pytest.fixture(scope="module")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The shipped documents as a workspace of their own."""
    folder = tmp_path_factory.mktemp("shipped")
    shutil.copy(ROOT / "lawtrack.toml", folder)
    for name in ("statutes", "amendments"):
        shutil.copytree(ROOT / name, folder / name)
    return folder


# -- the fund ------------------------------------------------------------------------------------------------------------
def test_before_the_bounds_there_is_one_fund(shipped: Path) -> None:
    text = done("-C", shipped, "consolidate", LAW, "--at", "2025-12-31").out
    assert FUND in text
    assert not any(fund in text for fund in FUNDS)
    assert "45a" not in text
    assert "ncertain" not in text
    assert REPORTED in text


def test_between_the_bounds_both_texts_and_the_doubt(shipped: Path) -> None:
    text = done("-C", shipped, "consolidate", LAW, "--at", "2026-01-15").out
    assert FUND in text
    assert all(fund in text for fund in FUNDS)
    assert "Uncertain" in text
    assert text.index(FUND) < text.index(FUNDS[0]) < text.index("Article 45a.\n")
    assert "119/2025/QH15" in text
    assert "1 January 2026 and 1 March 2026" in text
    assert REPORTED in text


def test_after_the_bounds_two_funds_and_the_new_articles(shipped: Path) -> None:
    text = done("-C", shipped, "consolidate", LAW, "--at", "2026-03-15").out
    assert FUND not in text
    assert all(fund in text for fund in FUNDS)
    assert "ncertain" not in text
    assert [line for line in text.splitlines() if line.startswith("Article")] == [
        "Article 22.",
        "Article 45a.",
        "Article 45b.",
        "Article 45c.",
        "Article 45d.",
    ]
    assert REPORTED in text


@pytest.mark.parametrize("style", ["text", "html", "json", "akn"])
@pytest.mark.parametrize("number", [LAW, "60/2026/NĐ-CP", "119/2025/QH15"])
def test_what_is_reported_says_so_in_every_format(shipped: Path, number: str, style: str) -> None:
    text = done("-C", shipped, "consolidate", number, "--at", "2026-03-15", "--format", style).out
    assert "reported" in text.lower() or REPORTED in text
    assert "XÁC THỰC" not in text.upper()


def test_the_difference_names_act_bounds_and_authority(shipped: Path) -> None:
    ran = done("-C", shipped, "diff", LAW, "2025-12-31..2026-03-15")
    flat = " ".join(ran.out.split())
    for word in ("119/2025/QH15", "Article 22", "Article 45a", "1 January 2026", "1 March 2026", "press reports"):
        assert word in flat, word
    assert max(map(len, ran.lines())) <= 80
    rows = done("-C", shipped, "diff", LAW, "2025-12-31..2026-03-15", "--format", "json").json
    assert rows["authority"] == "reported"
    assert {(c["effect"]["from"]["not_before"], c["effect"]["from"]["not_after"]) for c in rows["changes"]} == {
        ("2026-01-01", "2026-03-01")
    }


def test_the_log_and_the_status_of_the_law(shipped: Path) -> None:
    log = done("-C", shipped, "log", LAW)
    assert log.out.count("119/2025/QH15") == 5
    assert max(map(len, log.lines())) <= 80
    rows = done("-C", shipped, "status", LAW, "--at", "2026-01-15", "--format", "json").json["documents"]
    assert [(r["authority"], r["uncertain"]) for r in rows] == [("reported", 5)]


def test_the_check_of_the_shipped_documents_finds_no_error(shipped: Path) -> None:
    found = done("-C", shipped, "check", "--at", "2026-03-15", "--format", "json").json
    assert found["counts"]["error"] == 0
    assert {d["code"] for d in found["diagnostics"]} <= {"date-unknown"}, "the two languages of 63/2020 have the same units"


# -- the files -----------------------------------------------------------------------------------------------------------
@pytest.mark.parametrize("path", FILES)
def test_every_file_is_canonical(path: str) -> None:
    text = (ROOT / path).read_text(encoding="utf-8")
    assert write(read(text, path)) == text


@pytest.mark.parametrize(
    ("raw", "path", "options"),
    [
        ("000_cf1c52eefc2f4ea7.txt", "statutes/nghi-dinh/2020/63-2020-nd-cp.vi.md", ()),
        (
            "001_019565e74ad360a4.txt",
            "statutes/nghi-dinh/2020/63-2020-nd-cp.en.md",
            ("--number", "63/2020/NĐ-CP", "--issued", "2020-06-08", "--issuer", "The Government"),
        ),
        (
            "003_845a4d60368b7417.txt",
            "statutes/nghi-dinh/2007/169-2007-nd-cp.vi.md",
            ("--number", "169/2007/NĐ-CP", "--issued", "2007-11-19", "--published", "2007-11-26", "--issuer", "Chính phủ"),
        ),
    ],
    ids=["63/2020 vi", "63/2020 en", "169/2007 vi"],
)
def test_importing_a_source_gives_the_committed_file(tmp_path: Path, raw: str, path: str, options: tuple[str, ...]) -> None:
    done("init", tmp_path / "ws")
    if (errata := ROOT / path.replace(".md", ".errata.yaml")).exists():
        (tmp_path / "ws" / path).parent.mkdir(parents=True)
        shutil.copy(errata, (tmp_path / "ws" / path).parent)
    record = done("-C", tmp_path / "ws", "import", ROOT / "statutes/sources" / raw, *options, "--format", "json").json["documents"][0]
    assert (tmp_path / "ws" / path).read_text(encoding="utf-8") == (ROOT / path).read_text(encoding="utf-8")
    assert record["kept"] >= 0.999, record["left_out"]


def test_the_two_languages_of_63_2020_have_the_same_units() -> None:
    trees = [read((ROOT / f"statutes/nghi-dinh/2020/63-2020-nd-cp.{language}.md").read_text(encoding="utf-8")) for language in ("vi", "en")]
    labelled = (Kind.CHUONG, Kind.DIEU, Kind.KHOAN, Kind.DIEM)
    vi, en = ([a for a, u in index(tree.body).items() if u.kind in labelled] for tree in trees)
    assert vi == en
    assert sum(a.last is not None and a.last.kind is Kind.DIEU for a in vi) == 23
    assert sum(a.last is not None and a.last.kind is Kind.CHUONG for a in vi) == 5
    assert any(a.last is not None and a.last.key == "dd" for a in en)


# -- the reported acts ---------------------------------------------------------------------------------------------------
_SPAN = re.compile(r"(\d\w+\.txt), characters (\d+) to (\d+)")


def slices(text: str) -> list[str]:
    """The words of the press sources at the spans a text names."""
    return [(SEEDS / name).read_text(encoding="utf-8")[int(a) : int(b)] for name, a, b in _SPAN.findall(text)]


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the press sources are not here")
@pytest.mark.parametrize(
    "path",
    [
        "statutes/luat/2024/38-2024-qh15.en.md",
        "statutes/nghi-dinh/2026/60-2026-nd-cp.en.md",
        "amendments/bill/2025/bill-of-autumn-2025-on-the-defense-and-security-industry.en.md",
        "amendments/luat/2025/119-2025-qh15.en.md",
    ],
)
def test_reported_words_are_the_words_of_the_source(path: str) -> None:
    document = read((ROOT / path).read_text(encoding="utf-8"))
    units = index(document.body)
    spans = {Address.parse(key.removeprefix("span ")): value for key, value in document.meta.extra if key.startswith("span ")}
    for address, span in spans.items():
        assert " ".join(u.text for u in units[address].walk() if u.text) == slices(span)[0]
    told = [a for a, u in units.items() if u.text or u.heading]
    assert told, "a document of words"
    assert all(any(a.within(s) for s in spans) for a in told), "every word has its span"


@pytest.mark.skipif(not SEEDS.is_dir(), reason="the press sources are not here")
def test_reported_operations_bring_the_words_of_the_source() -> None:
    ledger = read_ledger((ROOT / "amendments/luat/2025/119-2025-qh15.en.ops.yaml").read_text(encoding="utf-8"))
    brought = 0
    for entry in ledger.entries:
        words = [u.text for unit in entry.operation.payload for u in unit.walk() if u.text]
        assert words == slices(entry.note)
        assert not any(u.heading for unit in entry.operation.payload for u in unit.walk())
        brought += len(words)
    assert brought == 8
