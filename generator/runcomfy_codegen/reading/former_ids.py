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

from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.json_schema.values import is_object
from runcomfy_codegen.reading.files import GONE_FILE
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
        lines = (
            f"{quoted(model_id)} = {day.isoformat()}\n"
            for model_id, day in sorted(self.since.items())
        )
        return _HEAD + "".join(lines)


def read_renamed(table: Any) -> tuple[Renamed, dict[str, str]]:
    """Return the valid rows of the table `[renamed]`, and what is wrong with each other one.

    An id that changed twice has two rows; each former id is then the newest one.
    """
    if not is_object(table):
        return {}, {"": f"[{RENAMED_TABLE}] is not a table"}
    valid = {old: new for old, new in table.items() if _is_id(old) and _is_id(new) and old != new}
    problems = {old: "both have to be model_ids" for old in table if old not in valid}
    newest = {old: _newest(old, valid) for old in valid}
    problems |= {old: "leads back to itself" for old, new in newest.items() if not new}
    return {old: new for old, new in newest.items() if new}, {
        old: f"[{RENAMED_TABLE}] {quoted(old)} = {quoted(str(table[old]))}: {problem}"
        for old, problem in problems.items()
    }


def _newest(old: str, renamed: Renamed) -> str:
    """Return the id at the end of the chain that begins with `old`; empty for a circle."""
    seen = [old]
    while (new := renamed.get(seen[-1])) is not None:
        if new in seen:
            return ""
        seen.append(new)
    return seen[-1]


def load_gone(schemas: Path) -> tuple[GoneIds, list[Diagnostic]]:
    """Read the file of a schemas folder; returns what is valid, and errors for the rest."""
    collector = Collector((schemas / GONE_FILE).as_posix())
    since: dict[str, date] = {}
    toml = read_toml(schemas / GONE_FILE, "invalid-gone", collector)
    for model_id, day in toml.table.items() if toml else ():
        if _is_id(model_id) and type(day) is date:
            since[model_id] = day
        else:
            collector.add("invalid-gone", "", f"{quoted(model_id)} is not a model_id with a date")
    return GoneIds(since), collector.diagnostics


def _is_id(text: Any) -> bool:
    try:
        return isinstance(text, str) and bool(ModelId.parse(text))
    except InvalidModelIdError:
        return False
