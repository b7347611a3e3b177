"""The `lawtrack` group: commands are loaded when they are called, so that `--help` and short commands start quickly."""

from __future__ import annotations

import gc
import importlib
import os
import sys
from pathlib import Path

import click

from lawtrack import __version__
from lawtrack.cli.common import Exit, Failure, failure_text, tell
from lawtrack.cli.helping import Command, failure, listen
from lawtrack.cli.tongue import LANGUAGES, ask, speech
from lawtrack.law.errors import LawtrackError
from lawtrack.law.message import Message

COMMANDS = {
    "init": "a new workspace",
    "import": "files in: any supported format to canonical Markdown",
    "plan": "dry run: what an amending act will do",
    "apply": "write the ledgers and build the law history",
    "mend": "put a misprint of a source right",
    "undo": "take the last import, mend or apply back",
    "consolidate": "the text in force on a day",
    "show": "one act or provision on a day",
    "diff": "what changed between two days",
    "log": "the changes of an act, newest first",
    "blame": "which provision of which act put these words here",
    "status": "every act: in force, amended, expired, and why",
    "report": "the HTML change report of an act",
    "site": "the whole published site",
    "edition": "fixed points of the law history, and what changed between them",
    "check": "faults in sources, ledgers and references",
    "verify": "our text against an official consolidation",
}
MODULES = {"import": "import_"}


class Commands(Command, click.Group):
    """Finds a command's module by its name."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        return list(COMMANDS)

    def get_command(self, ctx: click.Context, name: str) -> click.Command | None:
        if name not in COMMANDS:
            return None
        module = importlib.import_module(f"lawtrack.cli.{MODULES.get(name, name)}")
        command: click.Command = module.command
        return command

    def resolve_command(self, ctx: click.Context, args: list[str]) -> tuple[str | None, click.Command | None, list[str]]:
        if args[0] not in COMMANDS and not args[0].startswith("-"):
            import difflib

            like = difflib.get_close_matches(args[0], COMMANDS, 3)
            seen = Message("see {command} --help", command="lawtrack")
            remedy = Message("did you mean {names}?", names=", ".join(like)) if like else seen
            listen(ctx)
            raise Failure(Message("there is no command {name}", name=args[0]), remedy, code=Exit.USAGE)
        return super().resolve_command(ctx, args)

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        super().format_options(ctx, formatter)
        self.format_commands(ctx, formatter)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        with formatter.section(speech()("Commands")):
            formatter.write_dl([(name, speech()(words)) for name, words in COMMANDS.items()])


@click.command(cls=Commands, context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 100})
@click.version_option(__version__, prog_name="lawtrack")
@click.option(
    "-C", "workspace", type=click.Path(path_type=Path), default=Path(), help="Run in this workspace instead of the current folder."
)
@click.option(
    "--lang",
    type=click.Choice(LANGUAGES),
    expose_value=False,
    is_eager=True,
    callback=lambda ctx, param, value: ask(value),
    help="The language spoken. Default: LAWTRACK_LANG, lawtrack.toml, the terminal.",
)
@click.pass_context
def cli(ctx: click.Context, workspace: Path) -> None:
    """Tracks how law changes: acts as structured Markdown in Git, amending acts read as written, the text in force on any day.

    \b
    lawtrack import decree.docx            an act in
    lawtrack plan 12/2026/NĐ-CP            what it will change: nothing is written
    lawtrack apply 12/2026/NĐ-CP           ledger and law history
    lawtrack consolidate 63/2020/NĐ-CP     the text in force today
    """
    ctx.obj = workspace


def collect_rarely() -> None:
    """Lets Python look for cycles of dead values less often: trees of law are large and hold none, and the looking doubles the time of
    reading them."""
    gc.set_threshold(100_000, 20, 100)


def run(group: click.Group) -> None:
    """Runs the command line and leaves with the documented exit code; known failures are one screen, never a traceback."""
    collect_rarely()
    ask(None)
    try:
        code = group.main(prog_name="lawtrack", standalone_mode=False)
    except click.exceptions.Abort:
        tell("Stopped. Nothing is half-written.")
        sys.exit(Exit.STOPPED)
    except click.ClickException as problem:
        sys.exit(_told(failure(problem)))
    except BrokenPipeError:
        sys.stderr.close()
        sys.exit(Exit.DONE)
    except LawtrackError as problem:
        sys.exit(_told(problem))
    except OSError as problem:
        if problem.filename:
            sys.exit(_told(Failure(problem.strerror or str(problem), "check the path and its permissions", str(problem.filename))))
        sys.exit(_fault(problem))
    except Exception as problem:  # the one border to the shell: every fault is told and has its exit code
        sys.exit(_fault(problem))
    sys.exit(code if isinstance(code, int) else Exit.DONE)


def _told(problem: LawtrackError) -> int:
    """Prints a known error; its exit code."""
    click.echo(failure_text(problem), err=True)
    return problem.exit_code


def _fault(problem: Exception) -> int:
    """Prints a fault of the program itself, with its traceback where one is asked for; its exit code."""
    if os.environ.get("LAWTRACK_TRACEBACK"):
        raise problem
    return _told(
        Failure(
            Message(
                "a fault of lawtrack itself ({name}: {problem}); nothing is half-written", name=type(problem).__name__, problem=problem
            ),
            "run the command again with LAWTRACK_TRACEBACK=1 set and report what it prints",
            code=Exit.FAULT,
        )
    )


__all__ = ["Exit", "Failure", "cli", "run"]
