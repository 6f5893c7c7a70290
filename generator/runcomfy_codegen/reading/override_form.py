"""The form of `overrides.toml`: which entries can be used, and what is wrong with others."""

from __future__ import annotations

from typing import Any

from runcomfy_codegen.diagnostics.codes import CODES
from runcomfy_codegen.diagnostics.diagnostic import Severity
from runcomfy_codegen.json_schema.values import is_array, is_object

TEXT_KEYS = ("module", "docs_url")


def is_waivable(code: str) -> bool:
    """Whether an override may let diagnostics of this code pass."""
    known = CODES.get(code)
    return known is not None and (known.waivable or known.severity < Severity.ERROR)


def checked_table(table: Any) -> tuple[dict[str, Any], list[str]]:
    """The entries of one model's table that can be used, and what is wrong with others."""
    if not is_object(table):
        return {}, ["is not a table"]
    kept: dict[str, Any] = {}
    problems = [
        f"has an unknown key {key!r}" for key in table if key not in (*TEXT_KEYS, "names", "waive")
    ]
    for key in TEXT_KEYS:
        if isinstance(value := table.get(key, ""), str):
            kept |= {key: value} if key in table else {}
        else:
            problems.append(f"{key} is not a string")
    kept["names"] = _names(table.get("names", {}), problems)
    kept["waive"] = _waivers(table.get("waive", []), problems)
    return kept, problems


def _names(names: Any, problems: list[str]) -> dict[str, str]:
    rows = names if is_object(names) else {}
    kept = {place: name for place, name in rows.items() if isinstance(name, str)}
    if not is_object(names) or len(kept) < len(rows):
        problems.append("names is not a table of strings")
    return kept


def _waivers(waivers: Any, problems: list[str]) -> list[dict[str, str]]:
    """All waivers in one form, whether they came as tables or as lines from place to code."""
    rows: Any = waivers
    if is_object(waivers):
        rows = [{"code": code, "at": at} for at, code in waivers.items()]
    if not is_array(rows):
        problems.append("waive is not an array of tables")
        return []
    found = [(row, _waiver_problem(row)) for row in rows]
    problems += [problem for _, problem in found if problem]
    return [row for row, problem in found if not problem]


def _waiver_problem(waiver: Any) -> str:
    if not is_object(waiver) or not isinstance(waiver.get("code"), str):
        return "waive needs tables with a code"
    if waiver.keys() - {"code", "at", "why"}:
        return "a waiver knows code, at and why only"
    if not isinstance(waiver.get("at", ""), str):
        return "the waiver's at is not a string"
    if waiver["code"] not in CODES:
        return f"there is no diagnostic {waiver['code']!r}"
    if not is_waivable(waiver["code"]):
        return f"{waiver['code']!r} is an error that cannot be waived"
    return ""
