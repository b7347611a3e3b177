"""The settings of a workspace: `lawtrack.toml`."""

from __future__ import annotations

import re
from dataclasses import dataclass
from pathlib import Path

from lawtrack.history.errors import BadSettings, NoWorkspace
from lawtrack.law.message import Message

NAME = "lawtrack.toml"
_REF = re.compile(r"refs/heads/[A-Za-z0-9][A-Za-z0-9_-]*(?:/[A-Za-z0-9][A-Za-z0-9_-]*)*")
_TEXT = """\
# Settings of a lawtrack workspace.
format = 1
# The language lawtrack speaks here: "vi" or "en". Without this line: that of the terminal.
# language = "vi"

[law]
# The branch of the law's own history, and the one for changes whose day is not known. Both are built, never written by hand.
ref = "refs/heads/law"
unknown = "refs/heads/law-unknown"
# Who the commits of the law history name: one fixed identity, so that every machine builds the same commits.
name = "lawtrack"
email = "law@lawtrack.invalid"
"""


def root_of(start: Path | str) -> Path:
    """The root of the workspace `start` lies in; raises NoWorkspace."""
    here = Path(start).absolute()
    for folder in (here, *here.parents):
        if (folder / NAME).is_file():
            return folder
    raise NoWorkspace(
        Message("no workspace here or above ({name} was not found)", name=NAME),
        "make one with lawtrack init DIR, or name one with -C DIR",
        here,
    )


@dataclass(frozen=True, slots=True)
class Settings:
    """What `lawtrack.toml` says. `ref` and `unknown` are full names of branches; `name` and `email` stand in every commit of the law.
    `language` is the one the command line speaks, "" where the workspace does not say."""

    ref: str = "refs/heads/law"
    unknown: str = "refs/heads/law-unknown"
    name: str = "lawtrack"
    email: str = "law@lawtrack.invalid"
    language: str = ""

    @classmethod
    def load(cls, root: Path) -> Settings:
        """The settings of the workspace at `root`; raises BadSettings, naming the key and what it should be."""
        import tomllib

        path = root / NAME
        try:
            data = tomllib.loads(path.read_text(encoding="utf-8"))
        except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
            raise BadSettings(
                Message("cannot be read: {problem}", problem=problem),
                "put the line right, or write the file anew with `lawtrack init`",
                path,
            ) from None
        if data.get("format") != 1:
            raise BadSettings(
                Message("format {found!r} is not known; this version knows 1", found=data.get("format")),
                "use the version of lawtrack that wrote it",
                path,
            )
        law = data.get("law", {})
        if not isinstance(law, dict) or not all(isinstance(v, str) for v in law.values()):
            raise BadSettings("[law] takes words in quotation marks", "see docs/history.md", path)
        if unknown := sorted(law.keys() - {"ref", "unknown", "name", "email"}):
            raise BadSettings(Message("[law] has no setting {name!r}", name=unknown[0]), "it has ref, unknown, name and email", path)
        if (language := data.get("language", "")) not in ("", "vi", "en"):
            raise BadSettings(
                Message("language {language!r} is not known", language=language), 'write language = "vi" or language = "en"', path
            )
        settings = cls(**law, language=language)
        for key in ("ref", "unknown"):
            if not _REF.fullmatch(getattr(settings, key)) or len(getattr(settings, key)) > 200:
                raise BadSettings(
                    Message("law.{key}: not a branch: {found!r}", key=key, found=getattr(settings, key)),
                    'write it as "refs/heads/law"',
                    path,
                )
        if settings.ref == settings.unknown or f"{settings.ref}/" in settings.unknown or f"{settings.unknown}/" in settings.ref:
            raise BadSettings("law.ref and law.unknown cannot be one branch, nor one below the other", "give them different names", path)
        for key in ("name", "email"):
            if not getattr(settings, key).strip() or re.search(r"[<>\x00-\x1f\x7f]", getattr(settings, key)):
                raise BadSettings(
                    Message("law.{key}: not a part of an identity: {found!r}", key=key, found=getattr(settings, key)),
                    "use plain words",
                    path,
                )
        return settings


def fresh() -> str:
    """The text of a new workspace's settings."""
    return _TEXT
