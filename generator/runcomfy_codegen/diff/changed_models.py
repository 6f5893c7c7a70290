"""Which models a folder holds otherwise than a commit: git knows, without reading any of them."""

from __future__ import annotations

from runcomfy_codegen.diff.revisions import Revision, git
from runcomfy_codegen.reading.files import MODEL_FILES, OVERRIDES


def differing(revision: Revision) -> frozenset[str] | None:
    """The model_ids whose files in the working tree are others, gone or new; None: any may be.

    Any may be where the overrides are others: they are about all models.
    """
    changed = ["diff", "--name-only", "--no-renames", "--relative", "-z", revision.commit]
    untracked = ["ls-files", "--others", "-z"]
    listed = (git([*command, "--", "."], revision.folder) for command in (changed, untracked))
    places = {place for names in listed for place in _decoded(names)}
    if OVERRIDES in places:
        return None
    parts = (place.rpartition("/") for place in places)
    return frozenset(above for above, _, name in parts if name in MODEL_FILES)


def _decoded(names: bytes) -> list[str]:
    return [name for name in names.decode("utf-8", "surrogateescape").split("\0") if name]
