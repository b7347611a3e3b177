"""Amending acts drawn at random over real acts, read and applied, and compared with a text worked out by other means.

    drafted.py [--corpus DIR …] [--seed N] [--acts N] [--form WORDS] [--show [N]]

Without --corpus the acts of statutes/ are amended; DIR holds manifest.json (a list of acts with `file` and `number`) or index.json (sets
with a base act). For each act drawn a drafter with habits of his own (benchmarks/drafting) writes commands on units that the base really
has, in the forms of docs/language.md, and notes what becomes of the base's lines; lawtrack gets the written act alone.

    exact    the whole text is what the drafter meant
    refused  lawtrack says that it did not apply the command, with the reason
    silent   the text is another and nothing was said; or a command was applied that has to be refused
"""

from __future__ import annotations

import argparse
import json
import sys
import time
from collections import Counter
from datetime import date
from pathlib import Path

sys.path.insert(0, str(Path(__file__).parent))

from drafting.play import Result, play, usable

from lawtrack.ingest import Given, read_source
from lawtrack.law import Document
from lawtrack.markup import read

ROOT = Path(__file__).parent.parent


def shipped() -> list[Document]:
    """The Vietnamese acts of statutes/."""
    return [read(p.read_text(encoding="utf-8")) for p in sorted((ROOT / "statutes").glob("*/*/*.vi.md"))]


def corpus(folder: Path) -> list[Document]:
    """The acts of a folder with manifest.json or index.json."""
    if (folder / "manifest.json").exists():
        entries = json.loads((folder / "manifest.json").read_text(encoding="utf-8"))
    else:
        sets = json.loads((folder / "index.json").read_text(encoding="utf-8"))
        entries = [{"file": f"{s['id']}/{s['base']}", "number": s["base"].split("--")[1][:-4].replace("-", "/", 2)} for s in sets]
    out = []
    for entry in entries:
        issued = date.fromisoformat(entry["issued"]) if entry.get("issued") else None
        out.append(read_source((folder / entry["file"]).read_bytes(), entry["file"], Given(number=entry["number"], issued=issued)).document)
    return out


def table(results: list[Result]) -> list[str]:
    """The figures by form."""
    drawn = Counter(r.form for r in results)
    lines = [f"{'form':<40}{'drawn':>7}{'exact':>7}{'refused':>9}{'silent':>8}  reasons"]
    for form in sorted(drawn):
        mine = [r for r in results if r.form == form]
        count = Counter(r.outcome for r in mine)
        reasons = Counter(reason for r in mine if r.outcome == "refused" and not form.startswith("refuse") for reason in r.reasons)
        said = ", ".join(f"{reason} {n}" for reason, n in reasons.most_common())
        lines.append(f"{form:<40}{len(mine):>7}{count['exact']:>7}{count['refused']:>9}{count['silent']:>8}  {said}".rstrip())
    count = Counter(r.outcome for r in results)
    lines.append(f"{'all':<40}{len(results):>7}{count['exact']:>7}{count['refused']:>9}{count['silent']:>8}")
    return lines


def main() -> int:
    """Prints the table; 1 where a command was silently wrong."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--corpus", type=Path, action="append", default=[])
    parser.add_argument("--seed", type=int, default=1)
    parser.add_argument("--acts", type=int, default=0, help="how many acts to draw; default 20 for each base act")
    parser.add_argument("--form", default="", help="only forms whose name holds these words")
    parser.add_argument("--show", type=int, nargs="?", const=10, default=0, metavar="N", help="print the first N acts that went wrong")
    options = parser.parse_args()
    clock = time.process_time()
    found = {d.key: d for d in ([d for c in options.corpus for d in corpus(c)] or shipped()) if usable(d)}
    bases = list(found.values())
    read_in = time.process_time() - clock
    results: list[Result] = []
    for n in range(options.acts or 20 * len(bases)):
        results += play(bases, f"{options.seed}/{n}", options.form)
    wrong = [r for r in results if r.outcome == "silent" or (r.outcome == "refused" and not r.form.startswith("refuse"))]
    for result in sorted(wrong, key=lambda r: r.outcome != "silent")[: options.show]:
        print(result.shown, end="\n\n")
    print("\n".join(table(results)))
    print(f"{len(bases)} base acts, {read_in:.0f} s to read them, {time.process_time() - clock - read_in:.0f} s to draw and play")
    return any(r.outcome == "silent" for r in results)


if __name__ == "__main__":
    sys.exit(main())
