"""Every message of the code and of the templates stands in the Vietnamese catalogue, and nothing else does."""

import ast
import re
from collections.abc import Iterator
from pathlib import Path
from types import ModuleType

import pytest

import lawtrack.history.errors
import lawtrack.ingest.model
import lawtrack.markup.errors
from lawtrack.law import Message, Reason, Refusal
from lawtrack.law.errors import LawtrackError
from lawtrack.publish.catalogue import PARTS, Messages, catalogue, entries
from lawtrack.publish.speech import Speech
from lawtrack.text.repair import RULES

PACKAGE = Path(__file__).parents[2] / "lawtrack"
PUBLISH = PACKAGE / "publish"


def known_errors(room: ModuleType) -> list[type]:
    return [e for e in vars(room).values() if isinstance(e, type) and issubclass(e, LawtrackError)]


TEMPLATE = re.compile(r'_\("((?:[^"\\]|\\.)*)"')
COUNT = re.compile(r'_\.count\("((?:[^"\\]|\\.)*)", "((?:[^"\\]|\\.)*)"')


PLACE = re.compile(r"\{\w+(?:!r)?(?::\w+)?\}")
ERRORS = {
    "Failure",
    "fail",
    *(e.__name__ for room in (lawtrack.history.errors, lawtrack.ingest.model, lawtrack.markup.errors) for e in known_errors(room)),
}


def translated() -> dict[str, tuple[str, ...]]:
    return {m: t for po in (PUBLISH / "locale").glob("vi.*po") for m, t in entries(po.read_text(encoding="utf-8")).items() if m}


def said(tree: ast.AST) -> Iterator[tuple[int, ast.expr]]:
    """Every sentence a module makes: line, and what is given for its template."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "Message" and node.args:
            yield node.lineno, node.args[0]


def sentences() -> set[str]:
    """What the lower rooms say: refusals, doubts, remedies, reasons."""
    found: set[str] = set()
    for path in PACKAGE.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Call) and getattr(node.func, "id", getattr(node.func, "attr", "")) in ERRORS:
                words = [*node.args, *(k.value for k in node.keywords if k.arg == "remedy")]
                found |= {w.value for w in words if isinstance(w, ast.Constant) and isinstance(w.value, str) and " " in w.value}
    given = [a for path in PACKAGE.rglob("*.py") for _, a in said(ast.parse(path.read_text(encoding="utf-8")))]
    return found | {a.value for a in given if isinstance(a, ast.Constant) and re.search(r"[a-z]", PLACE.sub("", a.value))}


def messages() -> set[str]:
    found = set()
    for path in (*PUBLISH.rglob("*.py"), *(PACKAGE / "cli").rglob("*.py")):
        own = ("say", "N_", "_") if PUBLISH in path.parents else ("tell", "spoken")
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr if isinstance(node.func, ast.Attribute) else ""
            words = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
            if name in own or (name == "self" and isinstance(node.func, ast.Name)):
                found |= set(words[:1])
            elif name == "count" and len(words) == 2:
                found.add("\0".join(words))
    for path in (PUBLISH / "templates").iterdir():
        text = path.read_text(encoding="utf-8")
        found |= {m.replace('\\"', '"') for m in TEMPLATE.findall(text)}
        found |= {"\0".join(pair) for pair in COUNT.findall(text)}
    return found


def help_texts() -> set[str]:
    """What `--help` says of every command: its paragraphs, options, and what stands around them."""
    import click

    from lawtrack.cli.helping import FRAME, WORDS, paragraphs
    from lawtrack.cli.main import COMMANDS, Commands, cli

    assert isinstance(cli, Commands)
    found = {*FRAME, *WORDS, *paragraphs(cli.help or "")}
    for command in (cli, *(cli.get_command(click.Context(cli), name) for name in COMMANDS)):
        assert command is not None
        found |= {*paragraphs(command.help or ""), *(p.help for p in command.params if isinstance(p, click.Option) and p.help)}
    return found


def test_the_catalogue_holds_every_message_and_no_other() -> None:
    have = set(translated())
    kinds = {"law", "code"}  # kinds of act are spoken in English only
    from lawtrack.cli.main import COMMANDS  # here: the package holds a function of the same name until its module is imported

    used = messages() | sentences() | help_texts() | {name for name, _ in RULES} | set(COMMANDS.values()) | {"Commands", "Error"}
    assert used - have - kinds - {"{act}: {authority}"} == set()
    assert have - used - {"{act}: {authority}"} == set()


def test_a_message_stands_in_one_place_of_the_catalogue() -> None:
    """The parts are joined: of two translations of one message, the later would be said everywhere."""
    once = re.compile(r'^msgid "(.+)"$', re.MULTILINE)
    found = [m for po in (PUBLISH / "locale").glob("vi.*po") for m in once.findall(po.read_text(encoding="utf-8"))]
    assert sorted(found) == sorted(set(found))


def test_a_translation_keeps_the_places_of_its_message() -> None:
    for message, translations in translated().items():
        places = set(PLACE.findall(message))
        for translation in translations:
            assert translation and set(PLACE.findall(translation)) == places, message


def test_a_sentence_of_the_code_is_written_out() -> None:
    """What is put together while the program runs stands in no catalogue. Only what reads sentences back makes them otherwise."""
    readers = {PACKAGE / "history" / "codec.py", PACKAGE / "markup" / "records.py"}
    for path in set(PACKAGE.rglob("*.py")) - readers:
        for line, given in said(ast.parse(path.read_text(encoding="utf-8"))):
            assert isinstance(given, ast.Constant), f"{path.name}:{line}"


@pytest.mark.parametrize("reason", Reason)
def test_every_reason_says_what_to_do_in_vietnamese(reason: Reason) -> None:
    refusal = Refusal(reason, Message("{place:address} is repealed", place="dieu-12.khoan-7"))
    say = Speech("vi")
    label, words = say.details(refusal)[-1]
    assert (label, words) == ("Cách xử lý", say.sentence(refusal.remedy)) and words != Speech("en").sentence(refusal.remedy)
    assert say.why(refusal).endswith("Khoản 7 Điều 12 đã bị bãi bỏ")


def test_a_message_without_words_in_a_language_is_said_in_english() -> None:
    po = 'msgid "one \\"a\\""\nmsgid_plural "many"\nmsgstr[0] "m"\n"ột \\"a\\""\n\nmsgid "b"\nmsgstr "c"\n'
    said = Messages([po])
    assert [said.ngettext('one "a"', "many", n) for n in (1, 5)] == ['một "a"', 'một "a"']
    assert [said.ngettext("1 act", "{n} acts", n) for n in (1, 5)] == ["1 act", "{n} acts"]
    assert (said.gettext("b"), said.gettext("not there")) == ("c", "not there")
    assert catalogue("vi").gettext("Search") == "Tìm kiếm"
    assert catalogue("en").gettext("Search") == "Search"


def test_a_part_is_read_when_those_before_it_do_not_hold_what_is_asked() -> None:
    read: list[str] = []

    def parts() -> Iterator[str]:
        for part in ("a", "b", "c"):
            read.append(part)
            yield f'msgid "{part}"\nmsgstr "{part * 2}"\n'

    said = Messages(parts())
    assert (said.gettext("b"), read) == ("bb", ["a", "b"])
    assert (said.gettext("a"), said.gettext("none"), read) == ("aa", "none", ["a", "b", "c"])
    assert {f"vi{part}.po" for part in PARTS} == {path.name for path in (PUBLISH / "locale").iterdir()}


def test_a_broken_catalogue_names_its_line() -> None:
    with pytest.raises(ValueError, match="line 2"):
        entries('msgid "a"\nmsgword "b"\n')
    with pytest.raises(ValueError, match="line 3"):
        entries('msgid "a"\nmsgstr "b"\n"c\n')
