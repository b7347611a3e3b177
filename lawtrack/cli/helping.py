"""Help, and calls that are off, in the language of the reader: what the command line library says by itself is English alone."""

from __future__ import annotations

import inspect
import re
from pathlib import Path

import click

from lawtrack.cli.common import Failure
from lawtrack.cli.tongue import settle, speech, wish
from lawtrack.law.errors import LawtrackError
from lawtrack.law.message import Message

# What stands for a value in usage lines and options, and what the library prints around them.
WORDS = re.findall("[A-Z]+", "OPTIONS COMMAND ARGS FILES FOLDER ACTS ACT DOCUMENTS DOCUMENT ADDRESS FIND PUT SPAN DATE TEXT PATH")
FRAME = ("Usage", "Options", "default: ", "required", "Show this message and exit.", "Show the version and exit.")
_WORD = re.compile(r"\b[A-Z]{3,}\b")
_EXAMPLE = re.compile(r"(.*\S)( {2,})(\S.*)")


def paragraphs(text: str) -> list[str]:
    """What of a help text is a sentence of the catalogue: its paragraphs, and what stands beside an example."""
    found = []
    for paragraph in inspect.cleandoc(text).split("\n\n"):
        if paragraph.startswith("\b"):
            found += [match[3] for line in paragraph.split("\n") if (match := _EXAMPLE.fullmatch(line))]
        else:
            found.append(" ".join(paragraph.split()))
    return found


def _told(text: str) -> str:
    speak = speech()

    def example(line: str) -> str:
        match = _EXAMPLE.fullmatch(line)
        return match[1] + match[2] + speak(match[3]) if match else line

    return "\n\n".join(
        "\n".join(map(example, p.split("\n"))) if p.startswith("\b") else speak(" ".join(p.split()))
        for p in inspect.cleandoc(text).split("\n\n")
    )


def _named(words: str) -> str:
    """Words that stand for a value, in the language: "[OPTIONS] FILES..."."""
    return _WORD.sub(lambda match: speech()(match[0]) if match[0] in WORDS else match[0], words)


def listen(ctx: click.Context | None) -> None:
    """Takes the language of the workspace the call is about, where nothing else says one and there is a workspace."""
    from lawtrack.history.settings import Settings, root_of

    if wish():
        return
    try:
        settle(Settings.load(root_of((ctx and ctx.find_root().params.get("workspace")) or Path())).language)
    except LawtrackError:
        return  # no workspace, or none that can be read: it says no language


class Command(click.Command):
    """A command whose help is said in the language of the reader."""

    def parse_args(self, ctx: click.Context, args: list[str]) -> list[str]:
        try:
            return super().parse_args(ctx, args)
        except click.UsageError as problem:
            problem.ctx = problem.ctx or ctx
            raise

    def format_help(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        listen(ctx)
        super().format_help(ctx, formatter)

    def format_usage(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_usage(ctx.command_path, _named(" ".join(self.collect_usage_pieces(ctx))), f"{speech()('Usage')}: ")

    def format_help_text(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        formatter.write_paragraph()
        with formatter.indentation():
            formatter.write_text(_told(self.help or ""))

    def format_options(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        speak = speech()
        frame = {"[default: ": f"[{speak('default: ')}", "required]": f"{speak('required')}]"}
        rows = []
        for option in self.get_params(ctx):
            record = option.get_help_record(ctx) if isinstance(option, click.Option) else None
            if isinstance(option, click.Option) and record:
                own = option.help or ""
                extra = record[1].removeprefix(own)
                for said, put in frame.items():
                    extra = extra.replace(said, put)
                rows.append((_named(record[0]), speak(own) + extra if own else extra.strip()))
        with formatter.section(speak("Options")):
            formatter.write_dl(rows)


def failure(problem: click.ClickException) -> LawtrackError:
    """What is off in a call, as every other failure is told."""
    ctx = getattr(problem, "ctx", None)
    listen(ctx)
    if isinstance(problem, click.NoSuchOption) and problem.possibilities:
        remedy: str = Message("did you mean {names}?", names=", ".join(sorted(problem.possibilities)))
    else:
        remedy = Message("see {command} --help", command=ctx.command_path if ctx else "lawtrack")
    return Failure(_said(problem), remedy, code=problem.exit_code)


def _said(problem: click.ClickException) -> str:
    match problem:
        case click.NoSuchOption():
            return Message("there is no option {option}", option=problem.option_name)
        case click.BadOptionUsage():
            option = _option(problem)
            if option is not None and option.is_flag:
                return Message("the option {option} takes no value", option=problem.option_name)
            return Message("the option {option} needs a value", option=problem.option_name)
        case click.MissingParameter():
            return Message("{name} is missing", name=_hint(problem))
        case click.BadParameter(param=click.Parameter(type=click.Choice(choices=choices))):
            return Message("{name} takes one of these: {choices}", name=_hint(problem), choices=", ".join(map(str, choices)))
        case click.BadParameter() if problem.param is not None:
            return Message("{name}: {fault}", name=_hint(problem), fault=problem.message)
    if surplus := re.fullmatch(r"Got unexpected extra arguments? \((.*)\)", problem.message):
        return Message("more was given than the command takes: {words}", words=surplus[1])
    return problem.message


def _option(problem: click.BadOptionUsage) -> click.Option | None:
    options = problem.ctx.command.get_params(problem.ctx) if problem.ctx else []
    return next((o for o in options if isinstance(o, click.Option) and problem.option_name in o.opts), None)


def _hint(problem: click.BadParameter) -> str:
    param = problem.param
    if isinstance(param, click.Option):
        return " / ".join(param.opts)
    return _named(str(param.human_readable_name if param is not None else problem.param_hint))
