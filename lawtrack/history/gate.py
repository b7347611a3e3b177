"""The one door to Git, through GitPython.

No user's or system's configuration, no hooks, no replaced objects, no prompts: what is built here depends on the sources alone. Nothing
that comes from a document stands on a command line: paths and content go in through standard input.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any

from lawtrack.history.errors import Conflict, GitFailed
from lawtrack.law.message import Message

if TYPE_CHECKING:
    import subprocess

    from git import Repo

    from lawtrack.history.batch import Batch
    from lawtrack.history.person import Person
    from lawtrack.history.stream import Stream

_CONFIG = {
    "core.hooksPath": os.devnull,
    "core.autocrlf": "false",
    "core.safecrlf": "false",
    "core.quotePath": "false",
    "core.fsmonitor": "false",
    "commit.gpgSign": "false",
    "gc.auto": "0",
    "maintenance.auto": "false",
    "i18n.commitEncoding": "utf-8",
}
_SAFE = {
    "GIT_CONFIG_GLOBAL": os.devnull,
    "GIT_CONFIG_SYSTEM": os.devnull,
    "GIT_CONFIG_NOSYSTEM": "1",
    "GIT_ATTR_NOSYSTEM": "1",
    "GIT_NO_REPLACE_OBJECTS": "1",
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_NAMESPACE": "",
    "LC_ALL": "C",
    "TZ": "UTC",
    "GIT_CONFIG_COUNT": str(len(_CONFIG)),
    **{f"GIT_CONFIG_KEY_{i}": key for i, key in enumerate(_CONFIG)},
    **{f"GIT_CONFIG_VALUE_{i}": value for i, value in enumerate(_CONFIG.values())},
}
NULL = "0" * 40


def need_git() -> None:
    """Raises GitFailed where there is no git on this machine."""
    if not (os.environ.get("GIT_PYTHON_GIT_EXECUTABLE") or shutil.which("git")):
        raise GitFailed("git was not found on this machine", "install git (https://git-scm.com) and run the command again")


class Gate:
    """A workspace's repository."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._repo: Repo | None = None
        self._batch: Batch | None = None

    @property
    def repo(self) -> Repo:
        """The repository; raises Conflict where there is none."""
        if self._repo is None:
            need_git()
            from git import InvalidGitRepositoryError, NoSuchPathError, Repo

            try:
                repo = Repo(self.root, expand_vars=False)
            except (InvalidGitRepositoryError, NoSuchPathError):
                raise Conflict(
                    "the workspace is not a Git repository", Message("make it one: lawtrack init {root}", root=self.root), self.root
                ) from None
            folder = str(repo.git_dir)
            repo.git.update_environment(**_SAFE, GIT_DIR=folder, GIT_WORK_TREE=str(self.root), GIT_INDEX_FILE=str(Path(folder) / "index"))
            self._repo = repo
        return self._repo

    @staticmethod
    def create(root: Path) -> None:
        """Makes `root` a repository with the branch main, without templates or hooks."""
        from git.cmd import Git

        git = Git(root)
        git.update_environment(**_SAFE, GIT_DIR=str(root / ".git"), GIT_WORK_TREE=str(root))
        git.execute(["git", "init", "--quiet", "--template=", "--initial-branch=main"])

    # -- asking --------------------------------------------------------------------------------------------------------
    def ask(self, *words: str, given: bytes | None = None) -> bytes:
        """Standard output of a git command whose words are ours; `given` goes to its standard input. Raises GitFailed."""
        process = self.start(*words)
        out, err = process.communicate(given or b"")
        if process.returncode:
            raise GitFailed(
                Message("git {command}: {words}", command=words[0], words=err.decode("utf-8", "replace").strip()),
                "put the repository right with git",
                self.root,
            )
        return out

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        """A running git process with pipes."""
        import subprocess

        git = self.repo.git
        started: Any = git.execute(["git", *words], istream=subprocess.PIPE, as_process=True)
        process: subprocess.Popen[bytes] = started.proc
        started.proc = None  # ours to end: the wrapper would kill it when it is forgotten
        return process

    def head(self) -> str:
        """The full name of the branch that is checked out; raises Conflict where none is."""
        name = self._head()
        if not name.startswith("ref: refs/heads/"):
            raise Conflict("no branch is checked out", "check out the branch of the sources: git switch main", self.root)
        return name.removeprefix("ref: ")

    def _head(self) -> str:
        return (Path(self.repo.git_dir) / "HEAD").read_text(encoding="utf-8").strip()

    def tip(self, ref: str) -> str | None:
        """The commit a full ref name stands at, or None."""
        for line in self.ask("for-each-ref", "--format=%(objectname) %(refname)", "--", ref).decode().splitlines():
            commit, _, name = line.partition(" ")
            if name == ref:
                return commit
        return None

    def files_at(self, commit: str) -> dict[str, str]:
        """Path → blob of every file of a commit."""
        found = {}
        for row in self.ask("ls-tree", "-r", "-z", "--full-tree", commit, "--").split(b"\0"):
            if row:
                facts, _, path = row.partition(b"\t")
                mode, kind, blob = facts.split()
                if kind == b"blob" and mode in (b"100644", b"100755"):
                    found[path.decode("utf-8", "surrogateescape")] = blob.decode()
        return found

    def blobs_at(self, commit: str, paths: Iterable[str]) -> dict[str, str]:
        """Path → blob for those of the paths that a commit holds."""
        names = list(paths)
        asked = "".join(f"{commit}:{name}\n" for name in names).encode()
        answers = self.ask("cat-file", "--batch-check=%(objectname)", given=asked).decode().splitlines()
        return {name: answer for name, answer in zip(names, answers, strict=True) if not answer.endswith(" missing")}

    def commit_before(self, epoch: int) -> str | None:
        """The last commit of what is checked out that was made not after `epoch`, or None."""
        head = self._head()
        start = self.tip(head.removeprefix("ref: ")) if head.startswith("ref: ") else head
        if start is None:
            return None
        out = self.ask("rev-list", "--first-parent", "--max-count=1", f"--before={epoch}", start, "--")
        return out.decode().strip() or None

    def batch(self) -> Batch:
        """The one reading process of this repository, started when it is first needed."""
        if self._batch is None:
            from lawtrack.history.batch import Batch

            self._batch = Batch(self.start("cat-file", "--batch"))
        return self._batch

    def close(self) -> None:
        """Ends the reading process."""
        if self._batch is not None:
            self._batch.close()
            self._batch = None

    # -- writing -------------------------------------------------------------------------------------------------------
    def author(self, fallback: Person) -> Person:
        """Who works here, as Git is told elsewhere (environment, repository, the user's own configuration), else `fallback`."""
        from git.cmd import Git
        from git.exc import GitCommandError

        from lawtrack.history.person import Person

        try:
            told = str(Git(self.root).execute(["git", "-c", "user.useConfigOnly=true", "var", "GIT_AUTHOR_IDENT"]))
        except GitCommandError:  # nobody is named
            return fallback
        name, _, rest = told.partition(" <")
        return Person(name, rest.partition(">")[0]).clean()

    def commit(self, files: Mapping[str, bytes | None], message: str, author: Person, epoch: int, branch: str, parent: str | None) -> str:
        """Commits `files` (None: gone) to `branch`, the one checked out, on top of `parent`, its tip (raises GitFailed where it has moved
        on), and brings the index along; whatever else is staged stays staged. Returns the commit."""
        with self.importing(force=False) as stream:
            stream.commit(branch, 1, author, epoch, message, parent)
            for path, data in files.items():
                if data is None:
                    stream.delete(path)
                else:
                    stream.inline(path, data)
            stream.ask(1)
        self.stage(files)
        return stream.told.decode().strip()

    def stage(self, paths: Iterable[str]) -> None:
        """Brings Git's index along with the working tree for these paths."""
        rows = [path.encode() + b"\0" for path in paths]
        if rows:
            self.ask("update-index", "--add", "--remove", "-z", "--stdin", given=b"".join(rows))

    @contextmanager
    def importing(self, force: bool = True, marks: Path | None = None) -> Iterator[Stream]:
        """A `git fast-import` process as a `Stream`; it is ended and its success checked when the block is left. Left by an exception,
        the process is killed and no ref has moved."""
        from lawtrack.history.stream import Stream

        words = ["fast-import", "--quiet", "--date-format=raw", "--done", "--depth=50"]
        if force:
            words.append("--force")
        if marks is not None:
            words.append(f"--export-marks={marks}")
        process = self.start(*words)
        assert process.stdin is not None
        try:
            stream = Stream(process.stdin)
            yield stream
            stream.done()
        except BrokenPipeError:
            _, err = process.communicate()
            raise GitFailed(
                Message("git fast-import: {words}", words=err.decode("utf-8", "replace").strip()[:500]), "see the message", self.root
            ) from None
        except BaseException:
            process.kill()
            process.communicate()
            raise
        stream.told, err = process.communicate()
        if process.returncode:
            raise GitFailed(
                Message("git fast-import: {words}", words=err.decode("utf-8", "replace").strip()[:500]), "see the message", self.root
            )

    def move(self, moves: list[tuple[str, str | None, str | None]]) -> None:
        """Moves refs together or not at all: (full name, new commit or None to delete, the commit it has to stand at now or None)."""
        lines = []
        for ref, new, old in moves:
            if new is None and old is None:
                continue
            lines.append(f"delete {ref}\0{old}\0" if new is None else f"update {ref}\0{new}\0{old or NULL}\0")
        if lines:
            self.ask("update-ref", "-z", "--stdin", "--no-deref", given="".join(lines).encode())
