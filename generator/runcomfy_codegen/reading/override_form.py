"""Read and check the table of one model in `overrides.toml`."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from runcomfy_codegen.diagnostics.codes import CODES
from runcomfy_codegen.diagnostics.diagnostic import Severity
from runcomfy_codegen.json_schema.values import is_array, is_object

TEXT_KEYS = ("module", "docs_url")


@dataclass(frozen=True)
class Waiver:
    """A diagnostic that may pass."""

    code: str
    place: str | None = None
    """Document and pointer (`input.json#/required/1`); None for every place."""


@dataclass(frozen=True)
class ModelOverrides:
    """The maintainer's decisions for one model."""

    module: str | None = None
    """Dotted name of its module."""
    docs_url: str | None = None
    names: Mapping[str, str] = field(default_factory=dict[str, str])
    """Document and pointer (`input.json#/properties/x`): the name of an attribute or type."""
    waivers: tuple[Waiver, ...] = ()

    def waiver_for(self, code: str, place: str) -> int | None:
        """Return the index of the first waiver for `code` at `place`; None if there is none."""
        for index, waiver in enumerate(self.waivers):
            if waiver.code == code and waiver.place in (None, place):
                return index
        return None


def is_waivable(code: str) -> bool:
    """Whether an override may let diagnostics of this code pass."""
    known = CODES.get(code)
    return known is not None and (known.waivable or known.severity < Severity.ERROR)


def read_table(table: Any) -> tuple[ModelOverrides, list[str]]:
    """Return the valid entries of one model's table, and what is wrong with the others."""
    if not is_object(table):
        return ModelOverrides(), ["is not a table"]
    known = (*TEXT_KEYS, "names", "waive")
    problems = [f"has an unknown key {key!r}" for key in table if key not in known]
    texts = {key: table[key] for key in TEXT_KEYS if isinstance(table.get(key), str)}
    problems += [f"{key} is not a string" for key in TEXT_KEYS if key in table.keys() - texts]
    names, name_problems = _names(table.get("names", {}))
    waivers, waiver_problems = _waivers(table.get("waive", []))
    overrides = ModelOverrides(**texts, names=names, waivers=waivers)
    return overrides, [*problems, *name_problems, *waiver_problems]


def _names(names: Any) -> tuple[dict[str, str], list[str]]:
    rows = names if is_object(names) else {}
    valid = {place: name for place, name in rows.items() if isinstance(name, str)}
    is_valid = is_object(names) and len(valid) == len(rows)
    return valid, [] if is_valid else ["names is not a table of strings"]


def _waivers(waivers: Any) -> tuple[tuple[Waiver, ...], list[str]]:
    """Read waivers in both forms: an array of tables, or a table from place to code."""
    rows: Any = waivers
    if is_object(waivers):
        rows = [{"code": code, "at": place} for place, code in waivers.items()]
    if not is_array(rows):
        return (), ["waive is not an array of tables"]
    checked = [(row, _waiver_problem(row)) for row in rows]
    valid = tuple(Waiver(row["code"], row.get("at")) for row, problem in checked if not problem)
    return valid, [problem for _, problem in checked if problem]


def _waiver_problem(row: Any) -> str:
    """Return what is wrong with one waiver; empty if nothing is."""
    if not is_object(row) or not isinstance(row.get("code"), str):
        return "waive needs tables with a code"
    if row.keys() - {"code", "at", "why"}:
        return "a waiver has the keys code, at and why only"
    if not isinstance(row.get("at", ""), str):
        return "the waiver's at is not a string"
    if row["code"] not in CODES:
        return f"there is no diagnostic {row['code']!r}"
    if not is_waivable(row["code"]):
        return f"{row['code']!r} is an error that cannot be waived"
    return ""
