"""From versions to commits: order, dates, messages, going on from an earlier build."""

from __future__ import annotations

import os
import random
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest

from lawtrack.history import BadInput, GitFailed, Workspace
from lawtrack.history.build import SCRATCH, SCRATCH_SIDE, Builder
from lawtrack.history.engine import Text
from lawtrack.history.message import Act
from lawtrack.history.person import Person
from lawtrack.history.settings import Settings
from lawtrack.history.state import State
from lawtrack.history.stream import Stream
from lawtrack.history.tracks import Row
from lawtrack.text.numbers import same_key
from tests.history.test_workspace import git


class Given:
    """Versions given outright."""

    def __init__(self, *texts: Text, acts: tuple[Act, ...] = ()) -> None:
        self._texts = texts
        self._acts = {same_key(act.number): act for act in acts}

    def acts(self) -> dict[str, Act]:
        return self._acts

    def groups(self) -> Iterator[tuple[tuple[str, ...], str]]:
        for path in dict.fromkeys(text.path for text in self._texts):
            yield (path,), repr([t for t in self._texts if t.path == path])

    def texts(self, paths: tuple[str, ...]) -> Iterator[Text]:
        yield from (text for text in self._texts if text.path in paths)


def version(name: str, day: str, by: str, text: str, what: str = "substitute") -> Text:
    return Text(f"statutes/luat/2000/{name}.vi.md", day, by, (Row(what, f"{by}#dieu-1/1", "khoản 1 Điều 1", "Điều 1", f"{name}"),), text)


ACTS = (Act("9/2001/QH10", issued="2001-05-01"), Act("10/2001/QH10", issued="2001-04-01"), Act("1/1959/SL", issued="1959-01-01"))
TEXTS = (
    version("a", "1959-02-01", "1/1959/SL", "một\n", "enact"),
    version("a", "2002-01-01", "10/2001/QH10", "hai\n"),
    version("a", "2002-01-01", "9/2001/QH10", "ba\n"),
    version("b", "2002-01-01", "9/2001/QH10", "bốn\n", "enact"),
    version("a", "2002-03-01", "9/2001/QH10", "năm\n"),
    version("a", "", "11/2003/QH11", "sáu\n"),
)


def build(ws: Workspace, *texts: Text, old: State | None = None, settings: Settings | None = None) -> State:
    marks = ws.cache.folder / "marks"
    return Builder(ws.gate, Given(*texts, acts=ACTS), settings or Settings(), old or State(), marks).run()


def test_commits_stand_in_legal_order_one_an_act_and_day(ws: Workspace) -> None:
    state = build(ws, *TEXTS)
    assert [(m.day, m.act) for m in state.line] == [
        ("1959-02-01", "1/1959/SL"),
        ("2002-01-01", "10/2001/QH10"),
        ("2002-01-01", "9/2001/QH10"),
        ("2002-03-01", "9/2001/QH10"),
    ]
    names = git(ws, "log", "--reverse", "--name-only", "--format=%x01", SCRATCH, "--").split("\x01\n")[1:]
    assert [sorted(n.split()) for n in names][2] == ["statutes/luat/2000/a.vi.md", "statutes/luat/2000/b.vi.md"]
    assert git(ws, "show", f"{SCRATCH}:statutes/luat/2000/a.vi.md") == "năm\n"
    assert git(ws, "show", f"{SCRATCH_SIDE}:statutes/luat/2000/a.vi.md") == "sáu\n"
    assert git(ws, "rev-parse", f"{SCRATCH_SIDE}^").strip() == state.tip, "the unknown stands on the line, never in it"
    assert git(ws, "fsck", "--strict", "--no-dangling").strip() == ""


def test_days_are_hanoi_midnights_and_clamped_before_1970(ws: Workspace) -> None:
    build(ws, *TEXTS)
    dates = git(ws, "log", "--reverse", "--format=%aI %cI %(trailers:key=Effective-Date,valueonly)", SCRATCH, "--").split("\n")
    assert dates[0] == "1970-01-01T07:00:00+07:00 1970-01-01T07:00:00+07:00 1959-02-01"
    assert dates[2] == "2002-01-01T00:00:00+07:00 2002-01-01T00:00:00+07:00 2002-01-01"


def test_the_message_is_for_a_lawyer_and_the_trailers_for_machines(ws: Workspace) -> None:
    build(ws, *TEXTS)
    assert git(ws, "log", "-1", "--format=%B", SCRATCH, "--").rstrip("\n") == "\n".join(
        [
            "9/2001/QH10: sửa đổi, bổ sung a",
            "",
            "a:",
            "- khoản 1 Điều 1: sửa đổi, bổ sung (Điều 1)",
            "",
            "Act: 9/2001/QH10",
            "Effective-Date: 2002-03-01",
            "Issued: 2001-05-01",
            "Operations: 1 (dieu-1/1)",
            "Authority: unknown",
        ]
    )


def test_commits_before_a_change_keep_their_hashes(ws: Workspace) -> None:
    first = build(ws, *TEXTS)
    more = version("c", "2002-02-01", "12/2001/QH10", "mới\n", "enact")
    second = build(ws, *TEXTS, more, old=first)
    assert [m.commit for m in second.line[:3]] == [m.commit for m in first.line[:3]]
    assert second.line[3].act == "12/2001/QH10"
    assert second == build(ws, *TEXTS, more), "going on equals building anew"
    back = build(ws, *TEXTS, old=second)
    assert back == first


def test_nothing_new_starts_no_git(ws: Workspace, monkeypatch: pytest.MonkeyPatch) -> None:
    first = build(ws, *TEXTS)
    monkeypatch.setattr(ws.gate, "start", lambda *words: pytest.fail(f"git {words}"))
    assert build(ws, *TEXTS, old=first) == first


def test_another_identity_makes_another_history(ws: Workspace) -> None:
    first = build(ws, *TEXTS)
    other = build(ws, *TEXTS, old=first, settings=Settings(name="Sở Tư pháp"))
    assert not {m.commit for m in first.line} & {m.commit for m in other.line}
    assert git(ws, "log", "-1", "--format=%an", SCRATCH, "--").strip() == "Sở Tư pháp"


def test_the_same_commits_under_any_environment(ws: Workspace, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = build(ws, *TEXTS)
    config = tmp_path / "config"
    config.write_text(
        "[core]\n\tautocrlf = true\n\tcompression = 0\n[commit]\n\tgpgSign = true\n[user]\n\tname = X\n\temail = y@z\n"
        "[i18n]\n\tcommitEncoding = ISO-8859-1\n[init]\n\tdefaultBranch = other\n"
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(config))
    monkeypatch.setenv("TZ", "America/New_York")
    monkeypatch.setenv("LANG", "tr_TR.UTF-8")
    monkeypatch.setenv("LC_ALL", "tr_TR.UTF-8")
    monkeypatch.setenv("GIT_AUTHOR_DATE", "2001-01-01T00:00:00")
    monkeypatch.setenv("GIT_COMMITTER_NAME", "Z")
    monkeypatch.setenv("GIT_DIR", str(tmp_path / "nowhere"))
    old = os.umask(0o077)
    try:
        other = Workspace.init(tmp_path / "other")
        texts = list(TEXTS)
        again = build(other, *[t for t in texts if t.path.endswith("b.vi.md")], *[t for t in texts if not t.path.endswith("b.vi.md")])
    finally:
        os.umask(old)
    assert [m.commit for m in again.line + again.side] == [m.commit for m in first.line + first.side]


def test_versions_of_a_document_are_deltas_of_each_other(ws: Workspace) -> None:
    r = random.Random(1)
    lines = ["".join(r.choices("abcdefgh ", k=200)) for _ in range(200)]
    texts = []
    for year in range(1980, 2020):
        lines[r.randrange(200)] = "".join(r.choices("abcdefgh ", k=200))
        texts += [version(name, f"{year}-01-01", f"{year}/{year}/QH1", "\n".join([name, *lines])) for name in "abc"]
    build(ws, *texts)
    git(ws, "update-ref", "refs/heads/law", SCRATCH)
    subprocess.run(["git", "repack", "-q", "-d"], cwd=ws.root, check=True)  # gathers loose objects too, as unpackLimit left them
    kilobytes = int(dict(row.split(": ") for row in git(ws, "count-objects", "-v").splitlines())["size-pack"])
    assert kilobytes < 600, "120 texts of 40 KB with a line changed each"


@pytest.mark.parametrize("path", ["../x", "a/../b", ".git/config", "a/.GIT/x", "a b", 'a"b', "a\nb", "/a", "", "-a", "ă", "a//b"])
def test_a_path_that_is_not_ours_never_reaches_the_stream(path: str, tmp_path: Path) -> None:
    with (tmp_path / "stream").open("wb") as out, pytest.raises(BadInput):
        Stream(out).file(path, "0" * 40)


@pytest.mark.parametrize("name", ["a <b>", "a\nb", "a>", "\0"])
def test_an_identity_that_breaks_the_stream_is_refused(name: str, tmp_path: Path) -> None:
    with (tmp_path / "stream").open("wb") as out, pytest.raises(BadInput):
        Stream(out).commit("refs/heads/law", 1, Person(name, "x"), 0, "m", None)


def test_words_of_a_document_cannot_write_trailers_or_commands(ws: Workspace) -> None:
    evil = "1/2000/QH10\nAuthority: official\n\ncommit refs/heads/main\ndata 0\n"
    rows = (Row("substitute", f"{evil}#x/1", "khoản 1\n\nAct: fake", "Điều 1\x85Act: fake", evil),)
    text = Text("statutes/luat/2000/a.vi.md", "2000-01-01", evil, rows, "một\ndone\ncommit refs/heads/main\n")
    head = git(ws, "rev-parse", "main")
    build(ws, text)
    assert git(ws, "rev-parse", "main") == head
    trailers = git(ws, "log", "-1", "--format=%(trailers)", SCRATCH, "--").splitlines()
    assert [t.split(":")[0] for t in trailers if t] == ["Act", "Effective-Date", "Operations", "Authority"]
    assert [t for t in trailers if t.startswith("Authority:")] == ["Authority: unknown"]


def test_a_failure_of_git_is_told_and_moves_nothing(ws: Workspace) -> None:
    with pytest.raises(GitFailed), ws.gate.importing() as stream:
        stream.commit("refs/heads/law", 1, Person("a", "b"), 0, "m", "1" * 40)
    assert ws.gate.tip("refs/heads/law") is None


def test_a_failure_of_ours_moves_nothing(ws: Workspace) -> None:
    with pytest.raises(ZeroDivisionError), ws.gate.importing() as stream:
        stream.commit("refs/heads/law", 1, Person("a", "b"), 0, "m", None)
        raise ZeroDivisionError
    assert ws.gate.tip("refs/heads/law") is None
