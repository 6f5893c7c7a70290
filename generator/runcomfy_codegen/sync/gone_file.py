"""Keep `gone.toml`: which models were removed, and when."""

from __future__ import annotations

from collections.abc import Collection
from datetime import date
from pathlib import Path

from runcomfy_codegen.diagnostics.diagnostic import DiagnosticsError
from runcomfy_codegen.reading.former_ids import GoneIds, load_gone


def updated_gone(
    schemas: Path, removed: Collection[str], stored: Collection[str], today: date
) -> str:
    """Return the text of the file after `removed` were removed `today`; "" without an entry.

    Models that are `stored` again lose their entries. Raises `DiagnosticsError`.
    """
    gone, problems = load_gone(schemas)
    if problems:
        raise DiagnosticsError(problems)
    since = {**dict.fromkeys(removed, today), **gone.since}
    remaining = {
        model_id: day
        for model_id, day in since.items()
        if model_id in removed or model_id not in stored
    }
    return GoneIds(remaining).dump() if remaining else ""
