"""`lawtrack show`: an act or one provision on a day."""

from __future__ import annotations

from datetime import date

import click

from lawtrack.cli.common import DAY, Failure, library_of, page, print_json, today
from lawtrack.cli.helping import Command
from lawtrack.cli.tongue import speech
from lawtrack.law.message import Message


@click.command("show", cls=Command)
@click.argument("document")
@click.argument("address", required=False)
@click.option("--at", "day", type=DAY, help="On this day. Default: today.")
@click.option("--known", type=DAY, help="As it was known on that day.")
@click.option("--language", type=click.Choice(["vi", "en"]))
@click.option("--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True)
@click.pass_context
def command(
    ctx: click.Context, document: str, address: str | None, day: date | None, known: date | None, language: str | None, style: str
) -> None:
    """DOCUMENT, or the provision at ADDRESS ("điểm a khoản 2 Điều 7", dieu-7.khoan-2.diem-a, "Point a, Clause 2, Article 7").

    \b
    lawtrack show 63/2020/NĐ-CP "khoản 2 Điều 7"
    lawtrack show 38/2024/QH15 dieu-45a --at 2026-03-15
    """
    from lawtrack.cli.addresses import parse_address, units_at
    from lawtrack.law.plain import lines
    from lawtrack.law.provision import Kind, Provision
    from lawtrack.publish.texts import notices, text

    workspace = library_of(ctx, known)
    entry = workspace.entry(document, language)
    edition = workspace.edition(entry.number, day or today(), entry.language)
    acts = workspace.metas()
    if address is None:
        if style == "json":
            from lawtrack.publish.data import json

            click.echo(json(edition, acts), nl=False)
        else:
            page(text(edition, acts))
        return

    where = parse_address(address)
    say = speech(entry.language)
    readings = (
        [("", edition.document)] if edition.other is None else [(say("OLD TEXT"), edition.document), (say("NEW TEXT"), edition.other)]
    )
    found = [(label, unit, at) for label, tree in readings for at, unit in units_at(tree.body, where)]
    if not found:
        raise Failure(
            Message("{number} has no {place:address} on {at:day}", number=entry.number, place=where, at=edition.at),
            Message("list what there is: lawtrack show {number}", number=entry.number),
        )
    out = [f"[{notice}]" for notice in notices(edition, acts, say)]
    if style == "json":
        units = [
            {
                "address": str(at),
                "reading": label,
                "lines": _lines(unit),
                "uid": unit.uid,
                "state": str(unit.state),
                "causes": list(unit.causes),
            }
            for label, unit, at in found
        ]
        print_json(
            "lawtrack.show/1", document=entry.number, at=edition.at.isoformat(), authority=str(entry.authority), notices=out, units=units
        )
        return
    for label, unit, _ in found:
        if label:
            out.append(f"— {label} —")
        out += [line for _, _, line in lines(Provision(Kind.VAN_BAN, children=(unit,)), entry.language)]
    page("\n".join(out) + "\n")


def _lines(unit: object) -> list[str]:
    from lawtrack.cli.records import unit_lines

    return unit_lines((unit,))  # type: ignore[arg-type]
