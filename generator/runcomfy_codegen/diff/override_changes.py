"""Overrides that matter to callers: names of modules and attributes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Any

from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.diff.comparing.change import was_is
from runcomfy_codegen.diff.finding import ABSENT, Finding
from runcomfy_codegen.diff.judge import Judge
from runcomfy_codegen.planning.folder_plan import load_library
from runcomfy_codegen.reading.files import OVERRIDES
from runcomfy_codegen.reading.overrides import Overrides


def unmatched(schemas: Path, overrides: Overrides) -> list[Diagnostic]:
    """The overrides that match nothing in `schemas`; planning all models is what tells."""
    if not overrides.models:
        return []
    found = load_library(schemas).diagnostics
    return [one for one in found if one.code == "unused-override"]


def compare_overrides(
    old: Overrides, new: Overrides, models: set[str], judge: Judge
) -> Iterator[Finding]:
    """The findings about names that callers write, of `models` that are there on both sides."""
    for model_id in sorted(models & (old.models.keys() | new.models.keys())):
        before, after = (one.models.get(model_id, {}) for one in (old, new))
        for rule, place, was, now in _names(before, after):
            if was != now:
                words = was_is(f"the {rule.removesuffix('-renamed')}'s name", was, now)
                yield judge.finding(rule, model_id, place, words, was, now)


def _names(before: dict[str, Any], after: dict[str, Any]) -> Iterator[tuple[str, str, Any, Any]]:
    """Rule, place, name before and after of each name that one of the tables sets."""
    module = (table.get("module", ABSENT) for table in (before, after))
    yield "module-renamed", f"{OVERRIDES}#", *module
    names, others = before.get("names", {}), after.get("names", {})
    for place in sorted(names.keys() | others.keys()):
        yield "attribute-renamed", place, names.get(place, ABSENT), others.get(place, ABSENT)
