"""What the commands share: exit codes, failures, dates, the workspace, progress, JSON."""

from __future__ import annotations

import json
import os
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, timedelta, timezone
from enum import IntEnum
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from lawtrack.cli.tongue import settle, speech
from lawtrack.law.errors import LawtrackError
from lawtrack.law.message import Message

if TYPE_CHECKING:
    from lawtrack.history import Library, Workspace

HANOI = timezone(timedelta(hours=7))
T = TypeVar("T")


class Exit(IntEnum):
    """Exit codes: part of the contract, documented in docs/commands.md."""

    DONE = 0
    FINDINGS = 1  # refusals, mismatches, faults found by a check
    USAGE = 2  # the call's words are off
    BAD_INPUT = 3  # a file, ledger or date that cannot be used; an act that is not there
    CONFLICT = 4  # another text has the number; the workspace is not in a state for this
    FAULT = 70  # a fault of the program itself
    STOPPED = 130  # the user stopped it


class Failure(LawtrackError):
    """A known failure of a command: what, what to do, where, and the exit code."""

    def __init__(self, message: str, remedy: str = "", path: object = "", code: int = Exit.BAD_INPUT) -> None:
        super().__init__(message, remedy, path)
        self.exit_code = code


def failure_text(problem: LawtrackError) -> str:
    """A known error as one screen: what, where, what to do."""
    speak = speech()
    error, remedy = speak("Error"), speak("What to do")
    place = f"{problem.place}: " if problem.place else ""
    told = click.style(error, fg="red", bold=True) + fitted(f"{error}: {place}{speak.told(problem.message)}").removeprefix(error)
    if not problem.remedy:
        return told
    said = fitted(f"  {remedy}: {speak.told(problem.remedy)}", "    ").removeprefix(f"  {remedy}")
    return f"{told}\n  {click.style(remedy, bold=True)}{said}"


def fitted(text: str, indent: str = "  ") -> str:
    """`text` in lines that fit the terminal; a path longer than a line stays whole, so that it can be copied."""
    import textwrap

    rows = [
        textwrap.fill(row, width(), subsequent_indent=indent, break_long_words=False, break_on_hyphens=False) for row in text.split("\n")
    ]
    return "\n".join(rows)


def today() -> date:
    """The calendar day in Hanoi."""
    return datetime.now(HANOI).date()


class Day(click.ParamType):
    """A day: `2026-03-15`, `15/3/2026` or `today`."""

    name = "date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> date:
        if isinstance(value, date):
            return value
        text = str(value).strip()
        if text in ("today", "nay", "hôm nay"):
            return today()
        if match := re.fullmatch(r"(\d{4})-(\d{1,2})-(\d{1,2})", text):
            year, month, day = map(int, match.groups())
        elif match := re.fullmatch(r"(\d{1,2})/(\d{1,2})/(\d{4})", text):
            day, month, year = map(int, match.groups())
        else:
            self.fail(Message("“{text}” is not a date: write it as 2026-03-15 or 15/3/2026", text=text), param, ctx)
        try:
            return date(year, month, day)
        except ValueError:
            self.fail(Message("the calendar has no day “{text}”: write one that exists, as 2026-03-15 or 15/3/2026", text=text), param, ctx)


class Span(click.ParamType):
    """Two days: `2025-12-31..2026-03-15`."""

    name = "date..date"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> tuple[date, date]:
        if isinstance(value, tuple):
            return value
        start, dots, end = str(value).partition("..")
        if not dots:
            self.fail(Message("“{text}” is not two days: write them as 2025-12-31..2026-03-15", text=value), param, ctx)
        day = Day()
        first, last = day.convert(start or "today", param, ctx), day.convert(end or "today", param, ctx)
        if last < first:
            self.fail(Message("“{text}”: the second day comes before the first: swap them", text=value), param, ctx)
        return first, last


class Letters(click.ParamType):
    """Words, their letters composed (NFC) as the texts here are: some keyboards and file systems give letter and mark apart."""

    name = "text"

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> str:
        return unicodedata.normalize("NFC", str(value))


DAY, SPAN, LETTERS = Day(), Span(), Letters()


def workspace_of(ctx: click.Context) -> Workspace:
    """The workspace the command runs in, found upwards from -C. Raises NoWorkspace."""
    from lawtrack.history import Workspace

    workspace = Workspace.find(ctx.find_root().obj or Path())
    settle(workspace.settings.language)
    return workspace


def library_of(ctx: click.Context, known: date | None = None) -> Library:
    """What the workspace holds, for reading; `known`: as its branch held it at the end of that day."""
    workspace = workspace_of(ctx)
    return workspace.known(known) if known else workspace


def shows_progress() -> bool:
    """Whether progress belongs on stderr: only where a person looks at it."""
    return sys.stderr.isatty() and not os.environ.get("LAWTRACK_QUIET")


def progress(items: Sequence[T] | Iterable[T], label: str, length: int | None = None) -> Iterator[T]:
    """`items` with a bar on stderr, for long work; silent when piped."""
    if not shows_progress():
        yield from items
        return
    with click.progressbar(items, label=label, length=length, file=sys.stderr) as bar:
        yield from bar


def say(text: str = "") -> None:
    """A line for the person at the terminal, on stderr: the output proper stays clean for pipes."""
    click.echo(fitted(text), err=True)


def report(message: str) -> None:
    """A step of long work, for the person who waits for it."""
    if shows_progress():
        say(speech().told(message))


def spoken(message: str, **values: object) -> str:
    """A message of the command line in the language it speaks, with `{name}` places filled."""
    return speech()(message, **values)


def tell(message: str, **values: object) -> None:
    """`spoken`, for the person at the terminal."""
    say(spoken(message, **values))


def print_json(schema: str, **fields: Any) -> None:
    """One JSON object with a `schema` field ("lawtrack.plan/1")."""
    click.echo(json.dumps({"schema": schema, **fields}, ensure_ascii=False, indent=1, default=str))


def colour() -> bool:
    """Whether stdout takes colours."""
    return sys.stdout.isatty() and "NO_COLOR" not in os.environ


def width() -> int:
    """Columns of the terminal, 80 where it is not one."""
    return max(40, _terminal().columns) if sys.stdout.isatty() else 80


def _terminal() -> os.terminal_size:
    import shutil

    return shutil.get_terminal_size((80, 24))


def page(text: str) -> None:
    """Prints `text`, through a pager where it is long and a person looks at it."""
    if sys.stdout.isatty() and text.count("\n") > _terminal().lines and not os.environ.get("LAWTRACK_QUIET"):
        click.echo_via_pager(text, color=colour())
    else:
        click.echo(text, nl=not text.endswith("\n"), color=colour() or None)
