"""The files of a folder as of a commit, without checking it out."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from pathlib import Path, PurePosixPath
from typing import NamedTuple

from runcomfy_codegen.git.repository import path_in_repository
from runcomfy_codegen.git.running import git, records

_FILE_MODES = ("100644", "100755")
"""Git's modes of ordinary files: symbolic links are not followed, submodules not entered."""


class Blob(NamedTuple):
    """A file as of a commit."""

    path: PurePosixPath
    """Relative to the folder."""
    digest: str
    size: int


def blobs_of(commit: str, folder: Path, only: Iterable[str] | None = None) -> list[Blob]:
    """Return the files of `folder`, or those that the paths `only` in it are or contain.

    Raises `GitError`.
    """
    top = path_in_repository(folder)
    command = ["ls-tree", "-r", "-z", "--long", "--full-tree", commit, "--"]
    listed = git([*command, *_listed_paths(top, only)], folder)
    blobs: list[Blob] = []
    for entry in records(listed):
        facts, _, path = entry.partition("\t")
        mode, _, digest, size = facts.split()
        relative = PurePosixPath(path).relative_to(top)
        # A hostile tree object may contain `..`; the files may be written to a folder later.
        if mode in _FILE_MODES and ".." not in relative.parts:
            blobs.append(Blob(relative, digest, int(size)))
    return blobs


def _listed_paths(top: str, only: Iterable[str] | None) -> Iterator[str]:
    """Yield the paths to list; if it yields none, the whole repository is listed."""
    prefix = f"{top}/" if top else ""
    if only is not None:
        yield from (f"{prefix}{name}" for name in only)
    elif prefix:
        yield prefix


def contents_of(blobs: Collection[Blob], folder: Path) -> Iterator[tuple[PurePosixPath, bytes]]:
    """Yield the path and the content of each of `blobs`; raises `GitError`."""
    digests = "".join(f"{blob.digest}\n" for blob in blobs).encode()
    data = git(["cat-file", "--batch"], folder, digests)
    # Each file comes as a line with its size, the content, and a line break.
    end = 0
    for blob in blobs:
        start = data.index(b"\n", end) + 1
        end = start + blob.size + 1
        yield blob.path, data[start : start + blob.size]
