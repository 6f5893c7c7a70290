"""Ask git which files differ from a commit, without reading any."""

from __future__ import annotations

from pathlib import Path

from runcomfy_codegen.git.running import git


def changed_paths(commit: str, folder: Path) -> frozenset[str]:
    """Return the paths below `folder` that differ from `commit`, or that git does not know.

    Raises `GitError`, as the function below does.
    """
    changed = ["diff", "--name-only", "--no-renames", "--relative", "-z", commit]
    untracked = ["ls-files", "--others", "-z"]
    return _paths(changed, folder) | _paths(untracked, folder)


def uncommitted_paths(folder: Path) -> frozenset[str]:
    """Return the paths below `folder` in a repository that has no commit yet: all files."""
    return _paths(["ls-files", "--cached", "--others", "-z"], folder)


def _paths(command: list[str], folder: Path) -> frozenset[str]:
    """Return the paths that a command of git prints for `folder`, each ended by a zero byte."""
    output = git([*command, "--", "."], folder).decode("utf-8", "surrogateescape")
    return frozenset(filter(None, output.split("\0")))
