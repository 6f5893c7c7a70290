"""Ask git which files or models differ from a commit, without reading any."""

from __future__ import annotations

from pathlib import Path

from runcomfy_codegen.diff.sources.git import git
from runcomfy_codegen.diff.sources.revisions import Revision
from runcomfy_codegen.reading.files import MODEL_FILES, OVERRIDES, RULES


def changed_models(revision: Revision) -> frozenset[str] | None:
    """Return the model_ids whose files in the working tree differ from `revision`.

    Returns None for all models, if a shared file differs that may be about any of them. `diff`
    compares `service.json` by itself, and no `gone.toml`.
    """
    paths = changed_paths(revision)
    if not paths.isdisjoint((OVERRIDES, RULES)):
        return None
    parts = (path.rpartition("/") for path in paths)
    return frozenset(folder for folder, _, name in parts if name in MODEL_FILES)


def changed_paths(revision: Revision) -> frozenset[str]:
    """Return the paths below the folder that differ from `revision`, or that git does not know."""
    changed = ["diff", "--name-only", "--no-renames", "--relative", "-z", revision.commit]
    untracked = ["ls-files", "--others", "-z"]
    return _paths(changed, revision.folder) | _paths(untracked, revision.folder)


def uncommitted_paths(folder: Path) -> frozenset[str]:
    """Return the paths below `folder` in a repository that has no commit yet: all files."""
    return _paths(["ls-files", "--cached", "--others", "-z"], folder)


def _paths(command: list[str], folder: Path) -> frozenset[str]:
    """Return the paths that a command of git prints for `folder`, each ended by a zero byte."""
    output = git([*command, "--", "."], folder).decode("utf-8", "surrogateescape")
    return frozenset(filter(None, output.split("\0")))
