"""Real acts, where they are at hand: nothing is lost, the articles run on, no quotation swallows a command."""

import os
from functools import cache
from itertools import pairwise
from pathlib import Path

import pytest

from lawtrack.ingest import Imported, read_source
from lawtrack.law import Kind, Provision
from lawtrack.text.labels import follows

SHARED = Path(os.environ.get("LAWTRACK_SHARED") or Path(__file__).parents[2].parent / "shared")
CODIFIED = SHARED / "corpus" / "codified" / "docs"
ACTS = SHARED / "corpus" / "acts" / "docs"

pytestmark = pytest.mark.skipif(not CODIFIED.is_dir(), reason=f"the corpus is not at {SHARED}")

BASES = {"65-2006-qh11": 94, "67-2014-qh13": 76, "59-2020-qh14": 218, "45-2013-qh13": 212}
# own clauses of each article: an amending act whose quotations are told from its own text
AMENDING = {
    "35-2018-qh14": [7, 13, 6, 7, 22, 3, 16, 15, 3, 6, 12, 2, 17, 7],
    "12-2017-qh14": [141, 3],
    "34-2018-qh14": [37, 2],
    "20-2012-qh13": [37, 2],
    "64-2014-qh13": [49, 4, 2],
    "26-2018-qh14": [30, 3],
    "55-2019-qh14": [16, 7],
    "03-2022-qh15": [4, 0, 5, 0, 2, 2, 7, 0, 3, 0, 5],
}


@cache
def read(path: Path) -> Imported:
    return read_source(path.read_bytes(), path.name)


def own_articles(unit: Provision) -> list[Provision]:
    out = []
    for child in unit.children:
        if child.kind is Kind.DIEU:
            out.append(child)
        elif child.kind not in (Kind.PHU_LUC, Kind.QUY_CHE, Kind.TRICH):
            out += own_articles(child)
    return out


@pytest.mark.parametrize("name", [*BASES, *AMENDING])
def test_articles_run_from_one_without_gaps_and_no_letter_is_lost(name: str) -> None:
    imported = read(CODIFIED / f"{name}.txt")
    labels = [a.label for a in own_articles(imported.document.body)]
    assert labels[0] == "1"
    assert all(follows(a, b) for a, b in pairwise(labels))
    assert len(labels) == BASES.get(name, len(labels))
    assert imported.kept > 0.99999


@pytest.mark.parametrize("name", AMENDING)
def test_the_own_clauses_of_an_amending_act_run_on(name: str) -> None:
    for article, expected in zip(own_articles(read(CODIFIED / f"{name}.txt").document.body), AMENDING[name], strict=False):
        clauses = [c.label for c in article.children if c.kind is Kind.KHOAN]
        assert clauses == [str(n) for n in range(1, expected + 1)], article.heading


def test_wrapped_gazette_text_has_no_furniture_left() -> None:
    imported = read(ACTS / "128-2026-nd-cp.txt")
    for unit in imported.document.body.walk():
        assert "CÔNG BÁO/" not in unit.text
        assert "Ngày ký:" not in unit.text
    assert [a.label for a in own_articles(imported.document.body)] == [str(n) for n in range(1, 9)]
    assert len([x for x in imported.left_out if x.why == "running head"]) == 10
