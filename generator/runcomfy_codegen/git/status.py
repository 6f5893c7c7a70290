"""Ask git which files it tracks, and which differ from a commit, without reading any."""

from __future__ import annotations

from pathlib import Path

from runcomfy_codegen.git.running import existing_folder, git, records


def tracked_files(suffix: str, folder: Path) -> list[Path]:
    """Return the files with `suffix` in the whole repository of `folder`; raises `GitError`."""
    listed = git(["ls-files", "-z", "--", f":/*{suffix}"], folder)
    here = existing_folder(folder)  # the paths are relative to it
    return [here / name for name in records(listed)]


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
    """Return the paths that a command of git prints for `folder`."""
    return frozenset(records(git([*command, "--", "."], folder)))
