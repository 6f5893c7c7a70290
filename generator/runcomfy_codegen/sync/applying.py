"""Carrying a plan out: each file whole or not at all."""

from __future__ import annotations

import contextlib
from pathlib import Path

from runcomfy_codegen.atomic_write import write_if_changed
from runcomfy_codegen.reading.files import MODEL_FILES
from runcomfy_codegen.sync.plan import Plan


def apply(plan: Plan, schemas: Path) -> tuple[str, ...]:
    """Write and remove what `plan` says below `schemas`; returns the files that were written.

    Raises `OSError`; what was done until then is whole, and the next run does the rest.
    """
    written = [name for name, text in plan.files.items() if write_if_changed(schemas / name, text)]
    for model_id in plan.remove:
        _remove(schemas / model_id, schemas)
    return tuple(written)


def _remove(folder: Path, top: Path) -> None:
    """Remove a model's documents, and the folders above it that hold nothing else."""
    for name in MODEL_FILES:
        (folder / name).unlink(missing_ok=True)
    for place in (folder, *folder.parents):
        if place == top:
            return
        with contextlib.suppress(OSError):  # not empty: another model, or something of the user's
            place.rmdir()
