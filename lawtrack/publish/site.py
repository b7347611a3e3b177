"""The published site: every page and file, written where it changed."""

from __future__ import annotations

import json
from dataclasses import dataclass, replace
from hashlib import sha256
from importlib.resources import files
from pathlib import Path
from typing import Any

from lawtrack.publish import search
from lawtrack.publish.files import File, Marks
from lawtrack.publish.html import ASSETS, Site, asset
from lawtrack.publish.model import SiteModel
from lawtrack.publish.plan import plan, searched

MANIFEST = ".manifest.json"
SCHEMA = "lawtrack/site/2"
# The folders that hold nothing but what the site puts there.
_OWN = ("assets", "van-ban", "bao-cao", "search")


@dataclass(frozen=True)
class Built:
    """What a build did, paths from the root of the site. `kept`: there already, byte for byte."""

    written: tuple[str, ...]
    kept: tuple[str, ...]
    removed: tuple[str, ...]


def site(root: Path, model: SiteModel) -> Built:
    """Writes the site under `root` and returns what was done.

    A file that is made from what it was made from in the last build, and is there, is kept without being made again; a file that would be
    the same is not written. What stands in the folders of the site and is no part of it goes; nothing else under `root` is touched.
    What the last build was made from stands in `.manifest.json`, which is no part of the site (a `.gitignore` says so): without it the
    same bytes come out. Raises OSError where a file cannot be written, ValueError for two acts at one address.
    """
    before = _manifest(root / MANIFEST)
    marks, code = Marks(), _code()

    def mark(inputs: object) -> str:
        return sha256(f"{code}\n{model.title}\n{model.base}\n{marks.of(inputs)}".encode("utf-8", "surrogatepass")).hexdigest()

    todo = sorted([*plan(model), *_search(root, model, before, mark(model.entries))], key=lambda f: f.path)
    paths = frozenset(f.path for f in todo)
    whole = Site(model.title, model.base, frozenset(p for p in paths if not p.endswith(".en.html")), model.acts, _mains(model))
    written: list[str] = []
    kept: list[str] = []
    manifest: dict[str, dict[str, Any]] = {}
    for file in todo:
        digest = file.inputs if isinstance(file.inputs, _Same) else mark(file.inputs)
        old = before.get(file.path)
        same = old and old["inputs"] == digest and all(whole.has(p) is held for p, held in old["links"].items())
        if old and same and (root / file.path).is_file():
            kept.append(file.path)
            manifest[file.path] = old
            continue
        around = replace(whole, asked={})
        (written if _write(root / file.path, file.make(around)) else kept).append(file.path)
        manifest[file.path] = {"inputs": digest, "links": dict(sorted(around.asked.items()))}
    removed = _remove(root, paths)
    _write(root / ".gitignore", f"/{MANIFEST}\n")
    _write(root / MANIFEST, json.dumps({"schema": SCHEMA, "files": manifest}, ensure_ascii=False, indent=0, sort_keys=True) + "\n")
    return Built(tuple(written), tuple(kept), tuple(removed))


class _Same(str):
    """The mark of a file that is known to be as it was."""


def _search(root: Path, model: SiteModel, before: dict[str, dict[str, Any]], mark: str) -> list[File]:
    """The files of the index: those of the last build where they are made from the same acts; only making an index shows which they are."""
    old = [p for p, known in before.items() if p.startswith("search/")]
    if old and all(before[p]["inputs"] == mark and (root / p).is_file() for p in old):
        return [File(p, _Same(mark), lambda around: "") for p in old]
    made = search.files(model, searched(model))
    return [File(path, _Same(mark), lambda around, text=text: text) for path, text in made.items()]  # type: ignore[misc]


def _remove(root: Path, paths: frozenset[str]) -> list[str]:
    """Removes what stands in the site's own folders and is no part of it. Links are never followed out of the site."""
    gone = []
    for folder in _OWN:
        if (root / folder).is_symlink():
            continue
        for path in sorted((root / folder).rglob("*"), reverse=True):
            name = path.relative_to(root).as_posix()
            if path.is_symlink() or path.is_file():
                if name not in paths:
                    path.unlink()
                    gone.append(name)
            elif not any(path.iterdir()):
                path.rmdir()
    return sorted(gone)


def write_assets(folder: Path) -> None:
    """Writes stylesheet and script into `folder`, for a report that stands alone."""
    for name in ASSETS:
        _write(folder / name, asset(name))


def _code() -> str:
    """A mark of everything pages are made with: a new template makes new pages."""
    mark = sha256()
    package = files("lawtrack.publish")
    for folder in (package, *(package.joinpath(n) for n in ("templates", "assets", "locale"))):
        for entry in sorted(folder.iterdir(), key=lambda e: e.name):
            if entry.is_file() and not entry.name.endswith(".pyc"):
                mark.update(entry.name.encode() + b"\0" + entry.read_bytes())
    return mark.hexdigest()


def _manifest(path: Path) -> dict[str, dict[str, Any]]:
    """The files of the last build; none where there was none, or it was written by another version of this or cut short."""
    if not path.is_file():
        return {}
    try:
        value = json.loads(path.read_text(encoding="utf-8"))
    except ValueError:
        return {}
    return dict(value["files"]) if isinstance(value, dict) and value.get("schema") == SCHEMA else {}


def _write(path: Path, content: str) -> bool:
    """Writes a file where its bytes change; whether they did."""
    new = content.encode("utf-8")
    if path.is_file() and path.read_bytes() == new:
        return False
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(new)
    return True


def _mains(model: SiteModel) -> dict[str, str]:
    return {key: entries[0].meta.language for key, entries in model.works.items()}
