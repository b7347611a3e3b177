"""`lawtrack plan`: what an amending act will do, before anything is written."""

from __future__ import annotations

from collections import Counter

import click

from lawtrack.cli.common import Exit, colour, fitted, page, print_json, spoken, tell, width, workspace_of
from lawtrack.cli.helping import Command
from lawtrack.cli.records import change_record
from lawtrack.cli.tongue import wish


@click.command("plan", cls=Command)
@click.argument("acts", nargs=-1)
@click.option("--all", "everything", is_flag=True, help="Every act that changes another.")
@click.option(
    "--account", is_flag=True, help="Show the act with each stretch of text claimed by a command, quotation, recital … or by nothing."
)
@click.option("--summary", is_flag=True, help="Only the summary: what each act loses and gains, what is refused and why.")
@click.option("--refused", is_flag=True, help="Only what is refused or left to an editor.")
@click.option("--write", is_flag=True, help="Write the ledger beside the act (….ops.yaml) for an editor to review; nothing is applied.")
@click.option("--format", "style", type=click.Choice(["terminal", "json"]), default="terminal", show_default=True)
@click.pass_context
def command(
    ctx: click.Context, acts: tuple[str, ...], everything: bool, account: bool, summary: bool, refused: bool, write: bool, style: str
) -> int:
    """Dry run: each operation of ACTS with its target, the words before and after, and what is refused and why.

    \b
    lawtrack plan 12/2017/QH14
    lawtrack plan 12/2017/QH14 --summary
    lawtrack plan --all --format json
    lawtrack plan 12/2017/QH14 --account
    """
    from lawtrack.cli.selection import acts_meant
    from lawtrack.history.places import ledger_of

    workspace = workspace_of(ctx)
    entries = acts_meant(workspace, acts, everything)
    if account:
        from lawtrack.cli.account import show_account

        return show_account(workspace, entries, style)
    if write:
        for entry in entries:
            tell("ledger: {path}", path=workspace.write_ledger(entry.number, entry.language))
    if everything:
        numbers = {entry.number for entry in entries}
        changes = [c for c in workspace.law().all_changes() if c.operation.origin.document in numbers]
    else:
        changes = [
            c
            for entry in {e.path: e for e in entries}.values()
            for c in workspace.changes_by(entry)
            if c.operation.origin.document == entry.number
        ]
    order = {entry.number: n for n, entry in enumerate(entries)}
    changes.sort(key=lambda c: (order[c.operation.origin.document], c.operation.order))
    if refused:
        changes = [c for c in changes if c.outcome != "applied"]
    outcomes = Counter(str(c.outcome) for c in changes)
    if style == "json":
        doubts = [{"document": e.number, "message": d} for e in entries for d in workspace.doubts(e)]
        print_json("lawtrack.plan/1", operations=[change_record(c) for c in changes], outcomes=dict(outcomes), doubts=doubts)
    else:
        from lawtrack.publish.outlook import plan

        metas = workspace.metas()
        parts = []
        for entry in entries:
            mine = [c for c in changes if c.operation.origin.document == entry.number]
            own, unsure = workspace.document(entry.number, entry.language), workspace.doubts(entry)
            parts.append(plan(own, mine, metas, width(), colour(), wish(), summary, unsure))
        if entries and not everything:
            act = entries[0].number
            if not workspace.has_ledger(entries[0]):
                told = spoken("Next: lawtrack plan {act} --write for the ledger to decide in, lawtrack apply {act} to apply.", act=act)
            else:
                told = spoken("Next: decide in the ledger {path}, then lawtrack apply {act}.", act=act, path=ledger_of(entries[0].path))
            parts.append(fitted(told) + "\n")
        page("\n".join(parts) if parts else spoken("No act here changes another.") + "\n")
    return Exit.FINDINGS if outcomes["refused"] or outcomes["manual"] else Exit.DONE
