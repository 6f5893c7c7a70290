"""`[verdicts]` of `overrides.toml`: the verdicts of a maintainer, in place of ours."""

from __future__ import annotations

from typing import Any

from runcomfy_codegen.diagnostics.codes import diagnose
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.diff.finding import Verdict
from runcomfy_codegen.diff.finding_rules import unknown_rule
from runcomfy_codegen.reading.overrides import VERDICTS_TABLE, Overrides

VERDICTS = tuple(map(str, Verdict))
"""The verdicts as they are written in the file."""


def overridden_verdicts(overrides: Overrides) -> dict[str, Verdict]:
    """Return the verdict that `overrides` gives to each rule; invalid entries are left out."""
    return {
        rule: Verdict[verdict.upper()]
        for rule, verdict in overrides.verdicts.items()
        if not _problem(rule, verdict)
    }


def verdict_problems(overrides: Overrides) -> list[Diagnostic]:
    """Return an error for each entry whose rule or verdict does not exist."""
    return [
        diagnose("invalid-override", overrides.file, "", f"[{VERDICTS_TABLE}] {problem}")
        for rule, verdict in overrides.verdicts.items()
        if (problem := _problem(rule, verdict))
    ]


def _problem(rule: str, verdict: Any) -> str:
    if unknown := unknown_rule(rule):
        return unknown
    if verdict not in VERDICTS:
        return f"{rule!r} cannot be {verdict!r}: it is one of {', '.join(VERDICTS)}"
    return ""
