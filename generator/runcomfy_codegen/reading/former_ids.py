"""Ids that models had: `[renamed]` in `overrides.toml`, and `gone.toml`, which `sync` keeps.

[renamed]                                # overrides.toml
"kling/kling-2" = "kling/kling-3.0"      # the old module imports the new one, for a while

"acme/one" = 2026-11-28                  # gone.toml: gone upstream since that day
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from runcomfy_codegen.diagnostics.codes import Notes
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.json_schema.values import is_object
from runcomfy_codegen.reading.files import GONE
from runcomfy_codegen.reading.model_id import InvalidModelIdError, ModelId
from runcomfy_codegen.reading.toml_file import read_toml
from runcomfy_codegen.reading.toml_text import quoted

RENAMED_TABLE = "renamed"
"""The table of `overrides.toml`."""

_HEAD = "# Models that are gone upstream, since when; kept by `runcomfy-codegen sync --prune`.\n"

Renamed = Mapping[str, str]
"""An old id: the id that the model has now."""


@dataclass(frozen=True)
class GoneIds:
    """The parsed `gone.toml`."""

    since: Mapping[str, date] = field(default_factory=dict[str, date])
    """A model_id: the day on which it was removed."""

    def dump(self) -> str:
        """Return the text of the file."""
        lines = (f"{quoted(one)} = {day.isoformat()}\n" for one, day in sorted(self.since.items()))
        return _HEAD + "".join(lines)


def read_renamed(table: Any) -> tuple[Renamed, list[str]]:
    """Return the valid rows of the table `[renamed]`, and what is wrong with the others."""
    if not is_object(table):
        return {}, [f"[{RENAMED_TABLE}] is not a table"]
    valid = {old: new for old, new in table.items() if _is_id(old) and _is_id(new) and old != new}
    problems = [
        f"[{RENAMED_TABLE}] {quoted(old)} = {quoted(str(new))}: both have to be model_ids"
        for old, new in table.items()
        if old not in valid
    ]
    return valid, problems


def load_gone(schemas: Path) -> tuple[GoneIds, list[Diagnostic]]:
    """Read the file of a schemas folder; returns what is valid, and errors for the rest."""
    notes = Notes((schemas / GONE).as_posix())
    since: dict[str, date] = {}
    read = read_toml(schemas / GONE, "invalid-gone", notes)
    for model_id, day in read.table.items() if read else ():
        if _is_id(model_id) and type(day) is date:
            since[model_id] = day
        else:
            notes.add("invalid-gone", "", f"{quoted(model_id)} is not a model_id with a date")
    return GoneIds(since), notes.diagnostics


def _is_id(text: Any) -> bool:
    try:
        return isinstance(text, str) and bool(ModelId.parse(text))
    except InvalidModelIdError:
        return False
