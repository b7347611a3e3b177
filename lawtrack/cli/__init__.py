"""The command line: the only code that prints, prompts or exits. Floor 5."""

from __future__ import annotations


def main() -> None:
    """The entry point of the `lawtrack` command."""
    from lawtrack.cli.main import cli, run

    run(cli)
