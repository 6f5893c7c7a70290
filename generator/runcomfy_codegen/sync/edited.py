"""Ask git which files of `schemas/` were edited and are not committed: overwriting loses them."""

from __future__ import annotations

from pathlib import Path

from runcomfy_codegen.diff.changed_models import changed_paths
from runcomfy_codegen.diff.git import RevisionError
from runcomfy_codegen.diff.revisions import find_revision


def edited_files(schemas: Path) -> frozenset[str]:
    """Return the paths below `schemas` that differ from the last commit.

    Without a commit git cannot tell, so there are none.
    """
    try:
        return changed_paths(find_revision("HEAD", schemas))
    except RevisionError:
        return frozenset()
