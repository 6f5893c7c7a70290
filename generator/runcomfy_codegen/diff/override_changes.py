"""Overrides that matter to callers: names of modules and attributes."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.diff.comparing.change import was_is
from runcomfy_codegen.diff.finding import ABSENT, Absent, Finding
from runcomfy_codegen.diff.judge import Judge
from runcomfy_codegen.planning.folder_plan import plan_folder
from runcomfy_codegen.reading.files import OVERRIDES
from runcomfy_codegen.reading.override_form import ModelOverrides
from runcomfy_codegen.reading.overrides import Overrides

Pinned = str | Absent
"""A name, or `ABSENT` where none is pinned."""


def unmatched(schemas: Path, overrides: Overrides) -> list[Diagnostic]:
    """The overrides that match nothing in `schemas`; planning all models is what tells."""
    if not overrides.models:
        return []
    found = plan_folder(schemas).diagnostics
    return [one for one in found if one.code == "unused-override"]


def compare_overrides(
    old: Overrides, new: Overrides, models: set[str], judge: Judge
) -> Iterator[Finding]:
    """The findings about names that callers write, of `models` that are there on both sides."""
    for model_id in sorted(models & (old.models.keys() | new.models.keys())):
        before, after = old.of(model_id), new.of(model_id)
        for rule, place, was, now in _names(before, after):
            if was != now:
                words = was_is(f"the {rule.removesuffix('-renamed')}'s name", was, now)
                yield judge.finding(rule, model_id, place, words, was, now)


def _names(
    before: ModelOverrides, after: ModelOverrides
) -> Iterator[tuple[str, str, Pinned, Pinned]]:
    """Rule, place, name before and after of each name that one of both sets."""
    yield "module-renamed", f"{OVERRIDES}#", before.module or ABSENT, after.module or ABSENT
    for place in sorted(before.names.keys() | after.names.keys()):
        was, now = (one.names.get(place, ABSENT) for one in (before, after))
        yield "attribute-renamed", place, was, now
