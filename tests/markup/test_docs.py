"""The examples of docs/format.md are what the code writes, and a real seed keeps its form."""

from __future__ import annotations

import re
from pathlib import Path

from lawtrack.law import Action, Meta, Operation
from lawtrack.markup import read, read_errata, read_ledger, read_units, write, write_errata, write_ledger, write_units
from lawtrack.markup.ledgerfile import _HEAD, _MINE
from lawtrack.markup.records import hints

TEXT = (Path(__file__).parents[2] / "docs" / "format.md").read_text(encoding="utf-8")
EXAMPLES = re.findall(r"^```(markdown|yaml)\n(.*?)^```$", TEXT, re.MULTILINE | re.DOTALL)


def without_comments(text: str) -> str:
    return re.sub(r"^#.*\n", "", text, flags=re.MULTILINE)


def test_the_examples_are_canonical() -> None:
    document, fragment = (text for kind, text in EXAMPLES if kind == "markdown")
    assert write(read(document)) == document
    assert write_units(read_units(fragment)) == fragment
    ledger, errata = (text for kind, text in EXAMPLES if kind == "yaml")
    assert without_comments(write_ledger(read_ledger(ledger))) == ledger
    assert without_comments(write_errata(read_errata(errata))) == errata


def test_every_key_is_documented() -> None:
    names = {*hints(Meta), *hints(Operation), *_HEAD, *_MINE}
    nested = {name for field in ("origin", "target", "effect") for name in hints(hints(Operation)[field])}
    missing = {name for name in names | nested | {action.value for action in Action} if not re.search(rf"\b{name}\b", TEXT)}
    assert not missing, f"docs/format.md does not mention {sorted(missing)}"
