"""Runs the command line in this process as a shell would: arguments in, output, messages and exit code out."""

from __future__ import annotations

import contextlib
import hashlib
import io
import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest import mock

from lawtrack.cli.main import cli, run


@dataclass(frozen=True)
class Ran:
    """What a call of the command line gave."""

    code: int
    out: str
    err: str

    @property
    def json(self) -> Any:
        """Its output as JSON."""
        return json.loads(self.out)

    def lines(self) -> list[str]:
        """Every line a person sees."""
        return (self.out + self.err).splitlines()


def lawtrack(*words: str | Path) -> Ran:
    """Calls `lawtrack WORDS…`."""
    out, err = io.StringIO(), io.StringIO()
    with (
        mock.patch.object(sys, "argv", ["lawtrack", *map(str, words)]),
        contextlib.redirect_stdout(out),
        contextlib.redirect_stderr(err),
        contextlib.suppress(SystemExit),
    ):
        code = 0
        try:
            run(cli)
        except SystemExit as left:
            code = int(left.code or 0)
    return Ran(code, out.getvalue(), err.getvalue())


def done(*words: str | Path, code: int = 0) -> Ran:
    """Calls `lawtrack WORDS…` and expects its exit code."""
    ran = lawtrack(*words)
    assert ran.code == code, f"lawtrack {' '.join(map(str, words))}: exit {ran.code}, expected {code}\n{ran.out}\n{ran.err}"
    return ran


def hashes(folder: Path) -> dict[str, str]:
    """Path → SHA-256 of every file below a folder, what lawtrack may always throw away (`.lawtrack/`) left out."""
    return {
        str(file.relative_to(folder)): hashlib.sha256(file.read_bytes()).hexdigest()
        for file in sorted(folder.rglob("*"))
        if file.is_file() and ".lawtrack" not in file.relative_to(folder).parts
    }
