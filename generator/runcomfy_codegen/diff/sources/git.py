"""Run git."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path


class RevisionError(Exception):
    """A revision that cannot be read; the message says which one, and why."""


def git(arguments: list[str], folder: Path, stdin: bytes = b"") -> bytes:
    """Run git in `folder`, or in the nearest parent that exists, and return its output.

    Raises `RevisionError` with git's own message if it fails.
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
        raise RevisionError(f"git cannot be run: {error.strerror}") from None
    if done.returncode:
        lines = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise RevisionError(lines[0].removeprefix("fatal: ") if lines else "git failed")
    return done.stdout


def _environment() -> dict[str, str]:
    """Return the environment for git, without a `GIT_DIR` that has no `GIT_WORK_TREE` beside it.

    Git sets it in hooks, and would take the folder that it runs in for the top of the working tree.
    """
    keeps_all = "GIT_WORK_TREE" in os.environ
    return {name: value for name, value in os.environ.items() if keeps_all or name != "GIT_DIR"}


def has_commit(folder: Path) -> bool:
    """Return whether the repository of `folder` has a first commit; raises `RevisionError`."""
    git(["rev-parse", "--git-dir"], folder)
    try:
        git(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"], folder)
    except RevisionError:
        return False
    return True


def last_commit(file: Path, form: str = "%H") -> str:
    """Return the last commit that changed `file`, in the `form` of `git log`; "" if none did.

    Raises `RevisionError` if there is no repository, or no commit yet.
    """
    path = str(file.absolute())
    return git(["log", "-1", f"--format={form}", "--", path], file.parent).decode().strip()


def is_in_repository(folder: Path) -> bool:
    """Return whether `folder` is in a repository.

    Git is not asked: it may be missing, or refuse the repository of another user.
    """
    existing = existing_folder(folder).resolve()
    return any((parent / ".git").exists() for parent in (existing, *existing.parents))


def existing_folder(folder: Path) -> Path:
    """Return the absolute path of `folder`, or of the nearest parent that exists."""
    existing = folder.absolute()
    while not existing.is_dir():
        existing = existing.parent
    return existing
