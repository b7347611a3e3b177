"""Every message of the code and of the templates stands in the Vietnamese catalogue, and nothing else does."""

import ast
import gettext
import io
import re
from pathlib import Path

import pytest

from lawtrack.publish.catalogue import catalogue, compiled, entries

PUBLISH = Path(__file__).parents[2] / "lawtrack" / "publish"
TEMPLATE = re.compile(r'_\("((?:[^"\\]|\\.)*)"')
COUNT = re.compile(r'_\.count\("((?:[^"\\]|\\.)*)", "((?:[^"\\]|\\.)*)"')


def messages() -> set[str]:
    found = set()
    for path in PUBLISH.rglob("*.py"):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if not isinstance(node, ast.Call):
                continue
            name = node.func.id if isinstance(node.func, ast.Name) else node.func.attr if isinstance(node.func, ast.Attribute) else ""
            words = [a.value for a in node.args if isinstance(a, ast.Constant) and isinstance(a.value, str)]
            if name in ("say", "N_", "_") or (name == "self" and isinstance(node.func, ast.Name)):
                found |= set(words[:1])
            elif name == "count" and len(words) == 2:
                found.add("\0".join(words))
    for path in (PUBLISH / "templates").iterdir():
        text = path.read_text(encoding="utf-8")
        found |= {m.replace('\\"', '"') for m in TEMPLATE.findall(text)}
        found |= {"\0".join(pair) for pair in COUNT.findall(text)}
    return found


def test_the_catalogue_holds_every_message_and_no_other() -> None:
    have = set(entries((PUBLISH / "locale" / "vi.po").read_text(encoding="utf-8"))) - {""}
    kinds = {"law", "code"}  # kinds of act are spoken in English only
    used = messages()
    assert used - have - kinds - {"{act}: {authority}"} == set()
    assert have - used - {"{act}: {authority}"} == set()


def test_a_translation_keeps_the_places_of_its_message() -> None:
    for message, translations in entries((PUBLISH / "locale" / "vi.po").read_text(encoding="utf-8")).items():
        if message:
            places = set(re.findall(r"\{\w+\}", message))
            for translation in translations:
                assert set(re.findall(r"\{\w+\}", translation)) == places, message


def test_compiled_catalogues_are_what_gettext_reads() -> None:
    po = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=UTF-8\\n"\n\nmsgid "one"\nmsgid_plural "many"\nmsgstr[0] "một"\n'
    read = gettext.GNUTranslations(io.BytesIO(compiled(po)))
    assert read.ngettext("one", "many", 5) == "một" or read.ngettext("one", "many", 1) == "một"
    assert catalogue("vi").gettext("Search") == "Tìm kiếm"
    assert catalogue("en").gettext("Search") == "Search"


def test_a_broken_catalogue_names_its_line() -> None:
    with pytest.raises(ValueError, match="line 2"):
        entries('msgid "a"\nmsgword "b"\n')
