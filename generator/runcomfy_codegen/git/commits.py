"""Commits of the repository that a folder is in, and a file as of one of them."""

from __future__ import annotations

from pathlib import Path

from runcomfy_codegen.git.running import GitError, git


def find_commit(name: str, folder: Path) -> str | None:
    """Return the commit of the revision `name`; None if there is none.

    Raises `GitError` if there is no repository or no git.
    """
    git(["rev-parse", "--git-dir"], folder)
    try:
        found = git(
            ["rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}"], folder
        )
    except GitError:
        return None
    return found.decode().strip()


def merge_base(first: str, second: str, folder: Path) -> str | None:
    """Return the last common ancestor of two commits; None if they have none."""
    try:
        return git(["merge-base", first, second], folder).decode().strip()
    except GitError:
        return None


def last_commit(file: Path, form: str = "%H") -> str:
    """Return the last commit that changed `file`, in the `form` of `git log`; "" if none did.

    Raises `GitError` if there is no repository, or no commit yet.
    """
    path = str(file.absolute())
    return git(["log", "-1", f"--format={form}", "--", path], file.parent).decode().strip()


def text_at_head(file: Path) -> str:
    """Return the text of `file` as of `HEAD`; raises `GitError` if it has no such file."""
    return git(["show", f"HEAD:./{file.name}"], file.parent).decode("utf-8", "replace")


def tags_of_head(pattern: str, folder: Path) -> list[str]:
    """Return the tags of `HEAD` and of its ancestors that match `pattern`; raises `GitError`."""
    listed = git(["tag", "--merged", "HEAD", "--list", pattern], folder)
    return listed.decode("utf-8", "replace").split()
