"""The schemas folder at a git revision, read by git's plumbing; nothing is checked out."""

from __future__ import annotations

import subprocess
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from runcomfy_codegen.reading.files import SHARED_FILES

MAX_BYTES = 500_000_000
"""Of all files together; a thousand models have some ten million."""

MAX_NAMED_MODELS = 100
"""Models for which git is asked for all of them instead."""

_FILE_MODES = ("100644", "100755")


class RevisionError(Exception):
    """A revision that cannot be read; the message says which and why."""


@dataclass(frozen=True)
class Revision:
    """A folder of a repository as one commit has it."""

    name: str
    """As the user wrote it."""
    commit: str
    folder: Path
    """The folder in the working tree that is meant; it need not exist there."""

    def __str__(self) -> str:
        """As it is printed: `HEAD~1:schemas`."""
        return f"{self.name}:{self.folder.as_posix()}"

    def files(self, only: Collection[str] | None = None) -> Iterator[tuple[PurePosixPath, bytes]]:
        """Every ordinary file below the folder, with its path there; or those of `only` models.

        None where the folder is newer than the commit. Raises `RevisionError` where there is no
        such folder today either.
        """
        rows = self._rows(only)
        if not rows and not self.folder.is_dir():
            raise RevisionError(f"{self.name} has no folder {self.folder.as_posix()}")
        if sum(size for _, _, size in rows) > MAX_BYTES:
            raise RevisionError(f"{self}: more than {MAX_BYTES} bytes")
        names = "".join(f"{blob}\n" for _, blob, _ in rows).encode()
        data = git(["cat-file", "--batch"], self.folder, names)
        at = 0
        for path, _, size in rows:
            start = data.index(b"\n", at) + 1
            at = start + size + 1
            yield path, data[start : start + size]

    def _rows(self, only: Collection[str] | None) -> list[tuple[PurePosixPath, str, int]]:
        """Path below the folder, blob and size of each ordinary file, or of `only` models."""
        top = _prefix(self.folder)
        within = ["--", *_within(top, only)]
        listed = git(
            ["ls-tree", "-r", "-z", "--long", "--full-tree", self.commit, *within], self.folder
        )
        rows: list[tuple[PurePosixPath, str, int]] = []
        for entry in filter(None, listed.decode("utf-8", "surrogateescape").split("\0")):
            facts, _, path = entry.partition("\t")
            mode, _, blob, size = facts.split()
            below = PurePosixPath(path).relative_to(top)
            if mode in _FILE_MODES and ".." not in below.parts:
                rows.append((below, blob, int(size)))
        return rows


def _within(top: str, only: Collection[str] | None) -> Iterator[str]:
    """The paths that are listed; nothing for all of the repository."""
    above = f"{top}/" if top else ""
    if only is not None and len(only) < MAX_NAMED_MODELS:
        yield from (
            f"{above}{name}" for name in (*SHARED_FILES, *(f"{folder}/" for folder in only))
        )
    elif above:
        yield above


def find(name: str, folder: Path) -> Revision:
    """The revision that `name` means in the repository of `folder`.

    Raises `RevisionError` where there is none of that name, no repository, or no git.
    """
    git(["rev-parse", "--git-dir"], folder)
    try:
        commit = git(
            ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"], folder
        )
    except RevisionError:
        raise RevisionError(
            f"{name!r} is neither a folder nor a revision of this repository "
            "(in CI: was all of its history fetched?)"
        ) from None
    return Revision(name, commit.decode().strip(), folder)


def merge_base(one: Revision, other: Revision) -> Revision:
    """The last commit that both have in their past; raises `RevisionError` without one."""
    try:
        commit = git(["merge-base", one.commit, other.commit], one.folder)
    except RevisionError:
        raise RevisionError(f"{one.name} and {other.name} have no commit in common") from None
    return Revision(f"{one.name}...{other.name}", commit.decode().strip(), one.folder)


def git(arguments: list[str], folder: Path, stdin: bytes = b"") -> bytes:
    """What git prints when it is run in `folder`, or in the nearest folder above that exists.

    Raises `RevisionError` with git's own words where it fails.
    """
    place = _existing(folder)
    try:
        done = subprocess.run(  # noqa: S603  arguments are a list, revisions never options
            ["git", "-C", str(place), *arguments],  # noqa: S607  git is where the user has it
            input=stdin,
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise RevisionError(f"git cannot be run: {error.strerror}") from None
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise RevisionError(lines[0].removeprefix("fatal: ") if lines else "git failed")
    return done.stdout


def _existing(folder: Path) -> Path:
    place = folder.absolute()
    while not place.is_dir():
        place = place.parent
    return place


def _prefix(folder: Path) -> str:
    """The path of `folder` from the top of its repository; empty for the top."""
    place = _existing(folder)
    above = git(["rev-parse", "--show-prefix"], place).decode("utf-8", "surrogateescape").strip()
    rest = folder.absolute().relative_to(place).as_posix()
    return (PurePosixPath(above) / rest).as_posix().removeprefix(".")
