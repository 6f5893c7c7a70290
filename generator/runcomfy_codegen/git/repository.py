"""The repository that a folder is in: whether it has a commit, and the last one of a file."""

from __future__ import annotations

from pathlib import Path

from runcomfy_codegen.git.running import GitError, existing_folder, git


def has_commit(folder: Path) -> bool:
    """Return whether the repository of `folder` has a first commit; raises `GitError`."""
    git(["rev-parse", "--git-dir"], folder)
    try:
        git(["rev-parse", "--verify", "--quiet", "HEAD^{commit}"], folder)
    except GitError:
        return False
    return True


def last_commit(file: Path, form: str = "%H") -> str:
    """Return the last commit that changed `file`, in the `form` of `git log`; "" if none did.

    Raises `GitError` if there is no repository, or no commit yet.
    """
    path = str(file.absolute())
    return git(["log", "-1", f"--format={form}", "--", path], file.parent).decode().strip()


def is_in_repository(folder: Path) -> bool:
    """Return whether `folder` is in a repository.

    Git is not asked: it may be missing, or refuse the repository of another user.
    """
    existing = existing_folder(folder).resolve()
    return any((parent / ".git").exists() for parent in (existing, *existing.parents))
