"""Read the schemas folder at a git revision, without checking it out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from runcomfy_codegen.git.running import GitError, existing_folder, git
from runcomfy_codegen.reading.files import SHARED_SOURCES

_MAX_BYTES = 500_000_000
"""Size limit of all files together. A thousand models have about ten million bytes."""

MAX_NAMED_MODELS = 100
"""Number of models from which all files are listed, instead of those of each model."""

_FILE_MODES = ("100644", "100755")
"""Git's modes of ordinary files: symbolic links are not followed, submodules not entered."""


class _Blob(NamedTuple):
    path: PurePosixPath
    """Relative to the schemas folder."""
    digest: str
    size: int


@dataclass(frozen=True)
class Revision:
    """A folder of a repository as of one commit."""

    name: str
    """As the user wrote it."""
    commit: str
    folder: Path
    """The path of the folder in the working tree; it need not exist there."""

    def __str__(self) -> str:
        """Return `HEAD~1:schemas`."""
        return f"{self.name}:{self.folder.as_posix()}"

    def files(self, only: Collection[str] | None = None) -> Iterator[tuple[PurePosixPath, bytes]]:
        """Yield the path and the content of each file, or of those of the models `only`.

        Yields nothing if the folder is newer than the commit. Raises `GitError` if there is
        no such folder in the working tree either.
        """
        blobs = self._blobs(only)
        if not blobs and not self.folder.is_dir():
            raise GitError(f"{self.name} has no folder {self.folder.as_posix()}")
        if sum(blob.size for blob in blobs) > _MAX_BYTES:
            raise GitError(f"{self}: more than {_MAX_BYTES} bytes")
        digests = "".join(f"{blob.digest}\n" for blob in blobs).encode()
        data = git(["cat-file", "--batch"], self.folder, digests)
        # Each file comes as a line with its size, the content, and a line break.
        end = 0
        for blob in blobs:
            start = data.index(b"\n", end) + 1
            end = start + blob.size + 1
            yield blob.path, data[start : start + blob.size]

    def _blobs(self, only: Collection[str] | None) -> list[_Blob]:
        top = _path_in_repository(self.folder)
        command = ["ls-tree", "-r", "-z", "--long", "--full-tree", self.commit, "--"]
        listed = git([*command, *_listed_paths(top, only)], self.folder)
        blobs: list[_Blob] = []
        for entry in filter(None, listed.decode("utf-8", "surrogateescape").split("\0")):
            facts, _, path = entry.partition("\t")
            mode, _, digest, size = facts.split()
            relative = PurePosixPath(path).relative_to(top)
            # A hostile tree object may contain `..`; the files are written to a folder later.
            if mode in _FILE_MODES and ".." not in relative.parts:
                blobs.append(_Blob(relative, digest, int(size)))
        return blobs


def _listed_paths(top: str, only: Collection[str] | None) -> Iterator[str]:
    """Yield the paths to list; if it yields none, the whole repository is listed."""
    prefix = f"{top}/" if top else ""
    if only is not None and len(only) < MAX_NAMED_MODELS:
        folders = (f"{model_id}/" for model_id in only)
        yield from (f"{prefix}{name}" for name in (*SHARED_SOURCES, *folders))
    elif prefix:
        yield prefix


def find_revision(name: str, folder: Path) -> Revision:
    """Return the revision `name` of `folder`.

    Raises `GitError` if the revision does not exist, or there is no repository or no git.
    """
    git(["rev-parse", "--git-dir"], folder)
    try:
        commit = git(
            ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"], folder
        )
    except GitError:
        raise GitError(
            f"{name!r} is neither a folder nor a revision of this repository "
            "(in CI: was the whole history fetched?)"
        ) from None
    return Revision(name, commit.decode().strip(), folder)


def merge_base(old: Revision, new: Revision) -> Revision:
    """Return the last common ancestor of two revisions; raises `GitError` without one."""
    try:
        commit = git(["merge-base", old.commit, new.commit], old.folder)
    except GitError:
        raise GitError(f"{old.name} and {new.name} have no common ancestor") from None
    return Revision(f"{old.name}...{new.name}", commit.decode().strip(), old.folder)


def _path_in_repository(folder: Path) -> str:
    """Return the path of `folder` from the top of its repository; empty for the top itself."""
    existing = existing_folder(folder)
    prefix = git(["rev-parse", "--show-prefix"], existing)
    parent = PurePosixPath(prefix.decode("utf-8", "surrogateescape").strip())
    missing_part = folder.absolute().relative_to(existing).as_posix()
    return (parent / missing_part).as_posix().removeprefix(".")
