"""Read the schemas folder at a git revision, without checking it out."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from runcomfy_codegen.git import commits
from runcomfy_codegen.git.running import GitError
from runcomfy_codegen.git.tree import blobs_of, contents_of
from runcomfy_codegen.reading.files import SHARED_SOURCES

_MAX_BYTES = 500_000_000
"""Size limit of all files together. A thousand models have about ten million bytes."""

MAX_NAMED_MODELS = 100
"""Number of models from which all files are listed, instead of those of each model."""


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
        blobs = blobs_of(self.commit, self.folder, _paths_of(only))
        if not blobs and not self.folder.is_dir():
            raise GitError(f"{self.name} has no folder {self.folder.as_posix()}")
        if sum(blob.size for blob in blobs) > _MAX_BYTES:
            raise GitError(f"{self}: more than {_MAX_BYTES} bytes")
        yield from contents_of(blobs, self.folder)


def _paths_of(only: Collection[str] | None) -> list[str] | None:
    """Return the paths to list for the models `only`; None for all."""
    if only is None or len(only) >= MAX_NAMED_MODELS:
        return None
    return [*SHARED_SOURCES, *(f"{model_id}/" for model_id in only)]


def find_revision(name: str, folder: Path) -> Revision:
    """Return the revision `name` of `folder`.

    Raises `GitError` if the revision does not exist, or there is no repository or no git.
    """
    commit = commits.find_commit(name, folder)
    if commit is None:
        raise GitError(
            f"{name!r} is neither a folder nor a revision of this repository "
            "(in CI: was the whole history fetched?)"
        )
    return Revision(name, commit, folder)


def merge_base(old: Revision, new: Revision) -> Revision:
    """Return the last common ancestor of two revisions; raises `GitError` without one."""
    commit = commits.merge_base(old.commit, new.commit, old.folder)
    if commit is None:
        raise GitError(f"{old.name} and {new.name} have no common ancestor")
    return Revision(f"{old.name}...{new.name}", commit, old.folder)
