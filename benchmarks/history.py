"""Benchmarks of the law history, each a ratio against a limit measured in the same run on the same content.

    python benchmarks/history.py            a quick run: 100 acts, 500 commits
    python benchmarks/history.py --full     2,000 acts of 40 KB, 10,000 commits

What is measured, and the limits, stand in docs/history.md. Exit code 1 where a limit is missed.
"""

from __future__ import annotations

import argparse
import gc
import json
import os
import random
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

from lawtrack.cli.main import collect_rarely
from lawtrack.history import Workspace
from lawtrack.history.build import Builder
from lawtrack.history.engine import Engine, Text
from lawtrack.history.library import Library
from lawtrack.history.message import Act
from lawtrack.history.places import ledger_of, place_of
from lawtrack.history.state import State
from lawtrack.law import Action, Address, Document, Effect, Kind, Meta, Operation, Origin, Provision, Target
from lawtrack.markup import Decision, Entry, Ledger, write, write_ledger

WORDS = (  # noqa: SIM905
    "cơ quan nhà nước có thẩm quyền quyết định việc tổ chức thực hiện quy định tại khoản này trong phạm vi cả nước theo "
    "pháp luật về doanh nghiệp bảo đảm an toàn trật tự lợi ích hợp pháp của người dân và của Nhà nước khi thi hành"
).split()
START = date(1980, 1, 1)


def sentence(r: random.Random) -> str:
    return " ".join(r.choices(WORDS, k=28)).capitalize() + "."


def meta(i: int) -> Meta:
    day = START + timedelta(days=i % 7000)
    number = f"{i + 1}/{day.year}/QH{i % 15 + 1}"
    return Meta(number, "luật", f"Luật số {i}", "Quốc hội", day, effective=day + timedelta(days=45))


def base(i: int) -> Document:
    """An act of about 40 KB."""
    r = random.Random(i)
    articles = tuple(
        Provision(Kind.DIEU, str(a), f"Điều thứ {a}", children=tuple(Provision(Kind.KHOAN, str(k), text=sentence(r)) for k in range(1, 6)))
        for a in range(1, 45)
    )
    return Document(meta(i), Provision(Kind.VAN_BAN, children=articles))


def operations(i: int, count: int, days: list[date]) -> list[Operation]:
    """What act `i` does to others: other words for one clause of another act on each of the days."""
    made = []
    for k, day in enumerate(days):
        r = random.Random(i * 100 + k)
        target = meta((i * 7 + k * 13 + 1) % count)
        clause = str(r.randrange(1, 6))
        where = Address.parse(f"dieu-44.khoan-{k % 5 + 1}")
        made.append(
            Operation(
                f"{meta(i).number}#{where}/{k}",
                Origin(meta(i).number, where),
                Action.SUBSTITUTE,
                Target(target.number, Address.parse(f"dieu-{r.randrange(1, 45)}.khoan-{clause}")),
                Effect(day),
                k,
                (Provision(Kind.KHOAN, clause, text=sentence(r)),),
            )
        )
    return made


def fill(ws: Workspace, acts: int) -> None:
    """Sources and ledgers of a workspace, written as files: each act takes effect once and changes four others on four days."""
    for i in range(acts):
        days = [date(2000, 1, 1) + timedelta(days=(4 * i + 2001 * k) % 8800) for k in range(4)]
        for path, text in files(base(i), operations(i, acts, days)).items():
            (ws.root / path).parent.mkdir(parents=True, exist_ok=True)
            (ws.root / path).write_text(text, encoding="utf-8")
    ws.refresh()


def files(document: Document, does: list[Operation]) -> dict[str, str]:
    """Path → text of an act and its ledger."""
    place = place_of(document)
    ledger = Ledger(document.number, entries=tuple(Entry(operation, Decision.ADDED) for operation in does))
    return {place: write(document), ledger_of(place): write_ledger(ledger)}


def clock(work: Callable[[], object]) -> float:
    gc.collect()
    start = time.perf_counter()
    work()
    return time.perf_counter() - start


class Made:
    """Versions made beforehand: what is left is the writing."""

    def __init__(self, engine: Engine) -> None:
        self._acts = engine.acts()
        self._groups = list(engine.groups())
        self._texts = {paths: list(engine.texts(paths)) for paths, _ in self._groups}

    def acts(self) -> dict[str, Act]:
        return dict(self._acts)

    def groups(self) -> Iterator[tuple[tuple[str, ...], str]]:
        yield from self._groups

    def texts(self, paths: tuple[str, ...]) -> list[Text]:
        return self._texts[paths]


def bare(made: Made, stream: Path) -> int:
    """The limit: the same blobs, grouped by document, and as many commits with the same messages; nothing else. Returns the commits."""
    from lawtrack.history.line import lay
    from lawtrack.history.state import Step
    from lawtrack.history.store import blob_of

    tracks: dict[str, list[Step]] = {}
    marks: dict[str, int] = {}
    with stream.open("wb") as out:
        for paths, _ in made.groups():
            for text in made.texts(paths):
                data = text.text.encode()
                blob = blob_of(data)
                tracks.setdefault(text.path, []).append(Step.of(text.path, text.day, text.act, text.rows, blob))
                if blob not in marks:
                    marks[blob] = len(marks) + 1
                    out.write(b"blob\nmark :%d\ndata %d\n%s\n" % (marks[blob], len(data), data))
        plans = lay(tracks, made.acts())
        for plan in plans:
            message = plan.message.encode()
            out.write(b"commit refs/heads/bare\ncommitter a <b> %d +0700\ndata %d\n%s\n" % (plan.epoch, len(message), message))
            for path, blob in plan.files.items():
                out.write(b"M 100644 :%d %s\n" % (marks[blob], path.encode()))
        out.write(b"done\n")
    return len(plans)


def megabytes(repository: Path) -> float:
    subprocess.run(["git", "-C", str(repository), "prune-packed", "-q"], check=True)
    return sum(p.stat().st_size for p in (repository / "objects" / "pack").iterdir()) / 1e6 if (repository / "objects").exists() else 0.0


def adding(ws: Workspace, i: int, acts: int, day: date) -> float:
    """Seconds of a build after one more act, which changes one other on a day."""
    new = replace(base(i), meta=replace(meta(i), issued=day, effective=day))
    ws.change({path: text.encode() for path, text in files(new, operations(i, acts, [day])).items()}, "One act more", commit=False)
    return clock(lambda: ws.history.build())


class Report:
    """Figures with their limits."""

    def __init__(self) -> None:
        self.missed = 0

    def line(self, what: str, figure: str, ratio: float, limit: float, least: bool = False) -> None:
        good = ratio >= limit if least else ratio <= limit
        self.missed += not good
        sign = "at least" if least else "at most"
        print(f"{'ok  ' if good else 'MISS'} {what}: {ratio:.3g} ({sign} {limit:g}); {figure}", flush=True)


def writing(ws: Workspace, work: Path, report: Report, rounds: int) -> State:
    library = Library(ws.store, ws.cache, applied=True)
    made = Made(Engine(library))
    stream, marks = work / "stream", work / "marks"
    commits = bare(made, stream)
    limits, ours = [], []
    state = State()
    for _ in range(rounds):  # in turns, so that both see the same machine
        target = work / "bare.git"
        shutil.rmtree(target, ignore_errors=True)
        subprocess.run(["git", "init", "-q", "--bare", "--template=", str(target)], check=True)
        with stream.open("rb") as given:
            command = ["git", "-C", str(target), "fast-import", "--quiet", "--done"]
            start = time.perf_counter()
            subprocess.run(command, stdin=given, check=True)
            limits.append(time.perf_counter() - start)
        again = Workspace.init(work / "again")
        builder = Builder(again.gate, made, again.settings, State(), marks)

        def build(builder: Builder = builder) -> None:
            nonlocal state
            state = builder.run()

        ours.append(clock(build))
        sizes = megabytes(target), megabytes(again.root / ".git")
        again.gate.close()
        shutil.rmtree(again.root)
    limit, our = min(limits), min(ours)
    figure = f"{commits / our:.0f} commits a second against {commits / limit:.0f}; {commits} commits, best of {rounds}"
    report.line("writing versions and commits against bare grouped fast-import", figure, limit / our, 0.7, least=True)
    report.line("pack against bare", f"{sizes[1]:.1f} MB against {sizes[0]:.1f} MB", sizes[1] / sizes[0], 1.1)
    stream.unlink()
    return state


def reading(ws: Workspace, report: Report, count: int) -> None:
    reader = ws.history.reader()
    r = random.Random(5)
    numbers = [e.number for e in ws.entries()]
    asked = [(r.choice(numbers), START + timedelta(days=r.randrange(9000))) for _ in range(count)]
    names = [blob for number, day in asked if (blob := reader.blob_at(reader.path(number), day))]

    def plain() -> None:
        process = subprocess.Popen(["git", "-C", str(ws.root), "cat-file", "--batch"], stdin=subprocess.PIPE, stdout=subprocess.PIPE)
        assert process.stdin and process.stdout
        for name in names:
            process.stdin.write(f"{name}\n".encode())
            process.stdin.flush()
            size = int(process.stdout.readline().split()[2])
            process.stdout.read(size + 1)
        process.stdin.close()
        process.wait()
        process.stdout.close()

    def ours() -> None:
        for number, day in asked:
            reader.text_at(number, day)

    ours()
    limit, our = min(clock(plain) for _ in range(3)), min(clock(ours) for _ in range(3))
    ratio = (our / len(asked)) / (limit / len(names))
    report.line("text at a date against cat-file", f"{1000 * our / len(asked):.3f} ms against {1000 * limit / len(names):.3f} ms", ratio, 3)


def cold(ws: Workspace, work: Path, report: Report) -> None:
    number = ws.entries()[0].number
    environment = {**os.environ, "PYTHONPYCACHEPREFIX": str(work / "bytecode")}  # modules compiled, as an installed program has them
    environment.pop("PYTHONDONTWRITEBYTECODE", None)
    lawtrack = [sys.executable, "-m", "lawtrack"] if shutil.which("lawtrack") is None else ["lawtrack"]
    command = [*lawtrack, "-C", str(ws.root), "consolidate", number, "--at", "2010-01-01"]

    def run(words: list[str]) -> float:
        return clock(lambda: subprocess.run(words, env=environment, check=True, capture_output=True))

    first = run(command)
    pairs = [(run(command), run([sys.executable, "-c", "import click"])) for _ in range(8)][1:]
    our, limit = min(p[0] for p in pairs), min(p[1] for p in pairs)
    figure = f"{1000 * our:.0f} ms against {1000 * limit:.0f} ms; the very first time {1000 * first:.0f} ms"
    report.line("cold consolidate against import click", figure, our / limit, 5)


def main() -> int:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--full", action="store_true", help="10,000 commits over 2,000 acts")
    parser.add_argument("--keep", type=Path, help="work in this folder and leave it there")
    options = parser.parse_args()
    acts = 2000 if options.full else 100
    work = options.keep or Path(tempfile.mkdtemp(prefix="lawtrack-benchmark-"))
    shutil.rmtree(work, ignore_errors=True)
    work.mkdir(parents=True)
    report = Report()
    collect_rarely()  # as every command does
    try:
        ws = Workspace.init(work / "ws")
        fill(ws, acts)
        full = clock(lambda: ws.history.build())
        commits = 5 * acts
        memory = sum(resource.getrusage(who).ru_maxrss for who in (resource.RUSAGE_SELF, resource.RUSAGE_CHILDREN)) / 1024
        print(f"     full build from sources and ledgers, engine and all: {full:.1f} s, {commits / full:.0f} commits a second", flush=True)
        report.line("memory of the full build, in GB", f"{memory:.0f} MB", memory / 1024, 1)

        one = adding(ws, acts, acts, date(2025, 1, 1))
        if options.full:
            report.line("adding the newest act against the full build", f"{1000 * one:.0f} ms against {full:.1f} s", one / full, 0.02)
        else:  # of a small build the constant costs are more than the limit
            print(f"     adding the newest act: {1000 * one:.0f} ms", flush=True)
        old = adding(ws, acts + 1, acts, date(2012, 1, 1))
        print(f"     adding an act of 2012, everything behind it made again: {1000 * old:.0f} ms", flush=True)
        again = clock(lambda: ws.history.build())
        print(f"     a build with nothing to do: {1000 * again:.0f} ms", flush=True)
        reading(ws, report, 2000)
        writing(ws, work, report, 2 if options.full else 5)
        cold(ws, work, report)
    finally:
        if options.keep is None:
            shutil.rmtree(work, ignore_errors=True)
    print(json.dumps({"missed": report.missed}))
    return 1 if report.missed else 0


if __name__ == "__main__":
    raise SystemExit(main())
