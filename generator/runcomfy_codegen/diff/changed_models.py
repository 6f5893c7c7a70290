"""Ask git which files or models differ from a commit, without reading any."""

from __future__ import annotations

from runcomfy_codegen.diff.git import git
from runcomfy_codegen.diff.revisions import Revision
from runcomfy_codegen.reading.files import MODEL_FILES, OVERRIDES


def changed_models(revision: Revision) -> frozenset[str] | None:
    """Return the model_ids whose files in the working tree differ from `revision`.

    None stands for all models: the overrides, which concern all of them, differ.
    """
    paths = changed_paths(revision)
    if OVERRIDES in paths:
        return None
    parts = (path.rpartition("/") for path in paths)
    return frozenset(folder for folder, _, name in parts if name in MODEL_FILES)


def changed_paths(revision: Revision) -> frozenset[str]:
    """Return the paths below the folder that differ from `revision`, or that git does not know."""
    changed = ["diff", "--name-only", "--no-renames", "--relative", "-z", revision.commit]
    untracked = ["ls-files", "--others", "-z"]
    outputs = (git([*command, "--", "."], revision.folder) for command in (changed, untracked))
    return frozenset(path for output in outputs for path in _split(output))


def _split(output: bytes) -> list[str]:
    return [path for path in output.decode("utf-8", "surrogateescape").split("\0") if path]
