"""The published reports of the shipped acts are committed, and are what the sources give."""

import re
from pathlib import Path

from click.testing import CliRunner

from lawtrack.cli.main import cli

ROOT = Path(__file__).parents[2]
EDITION = re.search(r"^EDITION \?= (\S+)$", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE).group(1)  # type: ignore[union-attr]


def files(folder: Path) -> dict[str, bytes]:
    return {str(p.relative_to(folder)): p.read_bytes() for p in sorted(folder.rglob("*")) if p.is_file() and p.name != ".manifest.json"}


def differing(one: dict[str, bytes], two: dict[str, bytes]) -> list[str]:
    return sorted(name for name in one.keys() | two.keys() if one.get(name) != two.get(name))


def test_the_committed_site_is_up_to_date(tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["-C", str(ROOT), "site", "--at", EDITION, "--output", str(tmp_path)])
    assert done.exit_code == 0, done.output
    committed = {name: data for name, data in files(ROOT / "reports").items() if not name.startswith("texts/")}
    assert not differing(files(tmp_path), committed), "run make and commit reports/"


def test_the_committed_texts_are_up_to_date(tmp_path: Path) -> None:
    done = CliRunner().invoke(cli, ["-C", str(ROOT), "consolidate", "--all", "--at", EDITION, "--output", str(tmp_path)])
    assert done.exit_code == 0, done.output
    assert not differing(files(tmp_path), files(ROOT / "reports" / "texts")), "run make and commit reports/"


def test_a_notice_stands_once_in_an_entry_of_the_feed() -> None:
    summaries = re.findall(r"<summary>(.*?)</summary>", (ROOT / "reports" / "feed.xml").read_text(encoding="utf-8"), re.DOTALL)
    notices = [re.findall(r"\[[^\]]+\]", summary) for summary in summaries]
    assert any(len(found) > 1 for found in notices)
    assert all(len(found) == len(set(found)) for found in notices)
