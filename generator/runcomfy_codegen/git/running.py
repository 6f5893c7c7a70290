"""Run git."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


class GitError(Exception):
    """A command of git that failed, or a revision that cannot be read; the message says why."""


def git(arguments: list[str], folder: Path, stdin: bytes = b"") -> bytes:
    """Run git in `folder`, or in the nearest parent that exists, and return its output.

    Raises `GitError` with git's own message if it fails.
    """
    try:
        done = subprocess.run(  # noqa: S603  arguments are a list, revisions never options
            ["git", "-C", str(existing_folder(folder)), *arguments],  # noqa: S607  found in PATH
            input=stdin,
            env=_environment(),
            capture_output=True,
            check=False,
        )
    except OSError as error:
        raise GitError(f"git cannot be run: {error.strerror}") from None
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise GitError(lines[0].removeprefix("fatal: ") if lines else "git failed")
    return done.stdout


def records(output: bytes) -> list[str]:
    """Return the records that git has printed with `-z`, each ended by a zero byte."""
    return list(filter(None, output.decode("utf-8", "surrogateescape").split("\0")))


def existing_folder(folder: Path) -> Path:
    """Return the absolute path of `folder`, or of the nearest parent that exists."""
    existing = folder.absolute()
    while not existing.is_dir():
        existing = existing.parent
    return existing


def _environment() -> dict[str, str]:
    """Return the environment for git, without a `GIT_DIR` that has no `GIT_WORK_TREE` beside it.

    Git sets it in hooks, and would take the folder that it runs in for the top of the working tree.
    """
    keeps_all = "GIT_WORK_TREE" in os.environ
    return {name: value for name, value in os.environ.items() if keeps_all or name != "GIT_DIR"}
