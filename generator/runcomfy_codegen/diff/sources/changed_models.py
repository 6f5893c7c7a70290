"""Which models differ from a revision, without reading any."""

from __future__ import annotations

from runcomfy_codegen.diff.sources.revisions import Revision
from runcomfy_codegen.git.status import changed_paths
from runcomfy_codegen.reading.files import MODEL_FILES, OVERRIDES_FILE, RULES_FILE


def changed_models(revision: Revision) -> frozenset[str] | None:
    """Return the model_ids whose files in the working tree differ from `revision`.

    Returns None for all models, if a shared file differs that may be about any of them. `diff`
    compares `service.json` by itself, and no `gone.toml`. Raises `GitError`.
    """
    paths = changed_paths(revision.commit, revision.folder)
    if not paths.isdisjoint((OVERRIDES_FILE, RULES_FILE)):
        return None
    parts = (path.rpartition("/") for path in paths)
    return frozenset(folder for folder, _, name in parts if name in MODEL_FILES)
