"""Carry out a plan: write and remove files, each of them atomically."""

from __future__ import annotations

import contextlib
from datetime import date
from pathlib import Path

from runcomfy_codegen.atomic_write import remove_temporary_files, write_if_changed
from runcomfy_codegen.reading.files import GONE_FILE, MODEL_FILES
from runcomfy_codegen.sync.gone_file import updated_gone
from runcomfy_codegen.sync.plan import SyncPlan


def apply(plan: SyncPlan, schemas: Path, today: date) -> tuple[str, ...]:
    """Write and remove files below `schemas` as planned; return the names of those written.

    Records models that are removed `today` in `gone.toml`, and removes temporary files of killed
    runs. Raises `OSError`; running `sync` again then does the rest.
    """
    remove_temporary_files(schemas)
    written = [name for name, text in plan.files.items() if write_if_changed(schemas / name, text)]
    if plan.remove or (schemas / GONE_FILE).is_file():
        stored = {name.rpartition("/")[0] for name in plan.files}
        if text := updated_gone(schemas, plan.remove, stored, today):
            write_if_changed(schemas / GONE_FILE, text)
        else:
            (schemas / GONE_FILE).unlink(missing_ok=True)
    for model_id in plan.remove:
        _remove(schemas / model_id, schemas)
    return tuple(written)


def _remove(folder: Path, top: Path) -> None:
    """Remove a model's documents, and the folders above it that become empty."""
    for name in MODEL_FILES:
        (folder / name).unlink(missing_ok=True)
    for parent in (folder, *folder.parents):
        if parent == top:
            return
        with contextlib.suppress(OSError):  # not empty: another model, or a file of the user
            parent.rmdir()
