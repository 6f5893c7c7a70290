"""The repository that a folder is in: whether there is one, has a commit, or is shallow."""

from __future__ import annotations

from pathlib import Path, PurePosixPath

from runcomfy_codegen.git.commits import find_commit
from runcomfy_codegen.git.running import existing_folder, git


def is_in_repository(folder: Path) -> bool:
    """Return whether `folder` is in a repository.

    Git is not asked: it may be missing, or refuse the repository of another user.
    """
    existing = existing_folder(folder).resolve()
    return any((parent / ".git").exists() for parent in (existing, *existing.parents))


def has_commit(folder: Path) -> bool:
    """Return whether the repository of `folder` has a first commit; raises `GitError`."""
    return find_commit("HEAD", folder) is not None


def is_shallow(folder: Path) -> bool:
    """Return whether the repository of `folder` lacks a part of its history; raises `GitError`."""
    return git(["rev-parse", "--is-shallow-repository"], folder).strip() == b"true"


def path_in_repository(folder: Path) -> str:
    """Return the path of `folder` from the top of its repository; empty for the top itself."""
    existing = existing_folder(folder)
    prefix = git(["rev-parse", "--show-prefix"], existing)
    parent = PurePosixPath(prefix.decode("utf-8", "surrogateescape").strip())
    missing_part = folder.absolute().relative_to(existing).as_posix()
    return (parent / missing_part).as_posix().removeprefix(".")
