"""`schemas/accepted.toml`: findings of `diff` that are known, and do not fail a check for a while.

[[accepted]]
rule = "maximum-lowered"
model = "kling/kling-3.0/standard/image-to-video"      # "" for the protocol of all models
pointer = "input.json#/properties/duration/maximum"
until = 2026-12-31                                     # the last day on which it counts
why = "no caller used more than ten seconds"
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import Any

from runcomfy_codegen.diagnostics.collector import Collector
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.json_schema.values import is_array, is_object
from runcomfy_codegen.reading.files import ACCEPTED_FILE
from runcomfy_codegen.reading.toml_file import read_toml
from runcomfy_codegen.reading.toml_lines import TomlLines

_KEYS = ("rule", "model", "pointer", "until", "why")


@dataclass(frozen=True)
class AcceptedFinding:
    """One entry: the finding that it is about, and its reason."""

    rule: str
    model: str
    place: str
    """Where the finding is, as text; the key in the file is `pointer`."""
    until: date
    why: str
    line: int = field(default=0, compare=False)
    """The line of the file; 0 if it is not known."""

    def __str__(self) -> str:
        """Return `maximum-lowered of kling/kling-3.0 input.json#/properties/duration/maximum`."""
        return " ".join(filter(None, [self.rule, "of", self.model, self.place]))


@dataclass(frozen=True)
class AcceptedFindings:
    """The file of a schemas folder."""

    file: str = ACCEPTED_FILE
    entries: tuple[AcceptedFinding, ...] = ()


def load_accepted(schemas: Path) -> tuple[AcceptedFindings, list[Diagnostic]]:
    """Read the file of a schemas folder; returns its entries, or errors for all that is wrong."""
    collector = Collector((schemas / ACCEPTED_FILE).as_posix())
    toml = read_toml(schemas / ACCEPTED_FILE, "invalid-accepted", collector)
    table = toml.table if toml else {}
    rows = table.get("accepted", [])
    lines = TomlLines(toml.text if toml else "")
    foreign = sorted(table.keys() - {"accepted"}, key=lines.of)
    if foreign or not is_array(rows):
        line = lines.of(*foreign[:1] or ["accepted"])
        collector.add("invalid-accepted", "", "is not a list of tables [[accepted]]", line=line)
        rows = []
    entries = [
        _entry(row, f"/accepted/{index}", lines.of("accepted", index), collector)
        for index, row in enumerate(rows)
    ]
    return AcceptedFindings(collector.file, tuple(filter(None, entries))), collector.diagnostics


def _entry(row: Any, pointer: str, line: int, collector: Collector) -> AcceptedFinding | None:
    """Return the entry of a table; None if something is wrong with it, which is noted."""
    problem = _problem(row)
    if problem:
        collector.add("invalid-accepted", pointer, problem, line=line)
        return None
    place = row["pointer"]
    return AcceptedFinding(
        row["rule"], row["model"], place, until=row["until"], why=row["why"], line=line
    )


def _problem(row: Any) -> str:
    if not is_object(row) or row.keys() != set(_KEYS):
        return f"an entry has the keys {', '.join(_KEYS)}"
    for key in _KEYS:
        if key != "until" and not isinstance(row[key], str):
            return f"{key} is not a string"
    if type(row["until"]) is not date:
        return "until is not a date such as 2026-12-31, without quotes"
    return "" if row["why"].strip() else "why is empty"
