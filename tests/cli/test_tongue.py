"""The language of the command line: who says it, in which order, and what is said in it."""

import re
import shlex
from pathlib import Path

import click
import pytest

from lawtrack.cli.main import COMMANDS, Commands, cli
from lawtrack.history.desk import Desk

from .running import lawtrack

VARIABLES = ("LAWTRACK_LANG", "LC_ALL", "LC_MESSAGES", "LANG")


@pytest.fixture(autouse=True)
def nobody_says(monkeypatch: pytest.MonkeyPatch) -> None:
    for name in VARIABLES:
        monkeypatch.delenv(name, raising=False)


def test_without_a_wish_lawtrack_speaks_english(tmp_path: Path) -> None:
    assert lawtrack("-C", tmp_path, "status").err.startswith("Error: ")


@pytest.mark.parametrize(("variable", "value"), [("LANG", "vi_VN.UTF-8"), ("LC_ALL", "vi_VN"), ("LAWTRACK_LANG", "vi")])
def test_the_terminal_says(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, variable: str, value: str) -> None:
    monkeypatch.setenv(variable, value)
    told = lawtrack("-C", tmp_path, "status").err
    assert told.startswith("Lỗi: ") and "kho văn bản ở đây" in told and "Cách xử lý: tạo kho bằng lawtrack init" in told
    assert lawtrack("--lang", "en", "-C", tmp_path, "status").err.startswith("Error: ")


def test_the_workspace_says_and_the_call_says_otherwise(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lawtrack("init", tmp_path / "ws")
    settings = tmp_path / "ws" / "lawtrack.toml"
    settings.write_text('language = "vi"\n' + settings.read_text(encoding="utf-8"), encoding="utf-8")
    assert "không có văn bản nào mang số 1/2020/NĐ-CP" in lawtrack("-C", tmp_path / "ws", "show", "1/2020/NĐ-CP").err
    assert "no act in this workspace" in lawtrack("--lang", "en", "-C", tmp_path / "ws", "show", "1/2020/NĐ-CP").err
    settings.write_text(settings.read_text(encoding="utf-8").replace('"vi"', '"fr"', 1), encoding="utf-8")
    broken = lawtrack("-C", tmp_path / "ws", "status")
    assert broken.code == 3 and "'fr'" in broken.err


def test_commands_are_listed_in_the_language() -> None:
    assert "xem trước: văn bản sửa đổi sẽ làm gì" in lawtrack("--lang", "vi", "--help").out


def test_a_plan_of_a_vietnamese_act_in_english(imported: Path) -> None:
    english = lawtrack("--lang", "en", "-C", imported, "plan", "--all", "--summary").out
    assert "can be applied" in english and "áp dụng được" not in english
    assert "áp dụng được" in lawtrack("-C", imported, "plan", "--all", "--summary").out


def test_an_account_and_a_blame_name_roles_and_decisions_in_the_language(applied: Path) -> None:
    for tongue, roles, decision in (
        ("vi", ("lệnh (", "trích dẫn ", "căn cứ "), "(máy đọc)"),
        ("en", ("command (", "quotation ", "recital "), "(machine)"),
    ):
        account = lawtrack("--lang", tongue, "-C", applied, "plan", "31/2022/NĐ-CP", "--account").out
        assert all(any(line.startswith(role) for line in account.splitlines()) for role in roles)
        assert decision in lawtrack("--lang", tongue, "-C", applied, "blame", "05/2020/NĐ-CP", "--at", "2030-01-01").out


@pytest.mark.parametrize("name", ["", *COMMANDS])
def test_help_is_said_in_the_language(name: str) -> None:
    words = [name] if name else []
    told = lawtrack("--lang", "vi", *words, "--help").out
    assert told.startswith("Cách dùng: lawtrack ") and "Tùy chọn:\n" in told and "Hiện hướng dẫn này rồi thoát." in told
    assert not re.search(r"\b(the|of|Options|Usage|default|required)\b", told)
    assert lawtrack(*words, "--help").out.startswith("Usage: lawtrack ")


def test_help_is_said_as_the_workspace_says_and_asks_no_more_of_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    lawtrack("init", tmp_path / "ws")
    settings = tmp_path / "ws" / "lawtrack.toml"
    settings.write_text('language = "vi"\n' + settings.read_text(encoding="utf-8"), encoding="utf-8")
    with monkeypatch.context() as patch:
        patch.setattr(Desk, "_recover", lambda self: pytest.fail("help opened the workspace, which may complete a change"))
        assert "Cách dùng" in lawtrack("-C", tmp_path / "ws", "plan", "--help").out
    assert lawtrack("-C", tmp_path / "ws", "plan").err.startswith("Lỗi: nêu số của một hoặc nhiều văn bản")


@pytest.mark.parametrize("name", COMMANDS)
def test_the_examples_of_a_help_are_calls_that_can_be_made(name: str) -> None:
    assert isinstance(cli, Commands)
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    examples = re.findall(r"^ +lawtrack (\S.*?)(?:  .*)?$", command.help or "", re.MULTILINE)
    assert any(shlex.split(example)[0] == name for example in examples)
    for example in examples:
        called, *words = shlex.split(example)
        other = cli.get_command(click.Context(cli), called)
        assert other is not None
        other.make_context(called, words, parent=click.Context(cli))


@pytest.mark.parametrize(
    ("words", "told"),
    [
        (("plam",), "không có lệnh plam\n  Cách xử lý: có phải ý là plan"),
        (("plan", "--foo"), "không có tùy chọn --foo"),
        (("plan", "--sumary"), "có phải ý là --summary"),
        (("plan", "--all=3"), "tùy chọn --all không nhận giá trị"),
        (("diff", "1/2020/NĐ-CP"), "thiếu NGÀY..NGÀY"),
        (("diff", "1/2020/NĐ-CP", "2024"), "NGÀY..NGÀY: “2024” không phải là hai ngày"),
        (("show", "1/2020/NĐ-CP", "--at"), "tùy chọn --at cần có giá trị đi kèm\n  Cách xử lý: xem lawtrack show --help"),
        (("show", "1/2020/NĐ-CP", "--at", "31/2/2024"), "--at: lịch không có ngày “31/2/2024”"),
        (("show", "1/2020/NĐ-CP", "--at", "nay?"), "--at: “nay?” không phải là ngày"),
        (("show", "1/2020/NĐ-CP", "--format", "pdf"), "--format chỉ nhận một trong các giá trị: text, json"),
        (("undo", "x"), "thừa tham số: x"),
        (("mend", "1/2020/NĐ-CP", "dieu-1", "a", "b"), "thiếu --why"),
    ],
)
def test_a_call_that_is_off_is_told_in_the_language(tmp_path: Path, words: tuple[str, ...], told: str) -> None:
    ran = lawtrack("--lang", "vi", "-C", tmp_path, *words)
    assert ran.code == 2
    assert ran.err.startswith("Lỗi: ") and told in ran.err
