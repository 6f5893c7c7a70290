"""The verdicts that `overrides.toml` gives to rules."""

from __future__ import annotations

from typing import Any

from runcomfy_codegen.diagnostics.codes import diagnose
from runcomfy_codegen.diagnostics.diagnostic import Diagnostic
from runcomfy_codegen.diff.finding import Verdict
from runcomfy_codegen.diff.rules import unknown_rule
from runcomfy_codegen.reading.overrides import RULES_TABLE, Overrides

VERDICTS = tuple(map(str, Verdict))
"""The verdicts as the file has them."""


def ranks(overrides: Overrides) -> dict[str, Verdict]:
    """Return the verdict that `overrides` gives to each rule; invalid entries are left out."""
    valid = {rule: rank for rule, rank in overrides.ranks.items() if not _problem(rule, rank)}
    return {rule: Verdict[rank.upper()] for rule, rank in valid.items()}


def rank_problems(overrides: Overrides) -> list[Diagnostic]:
    """Return an error for each entry whose rule or verdict does not exist."""
    problems = filter(None, (_problem(rule, rank) for rule, rank in overrides.ranks.items()))
    return [
        diagnose("invalid-override", overrides.file, "", f"[{RULES_TABLE}] {problem}")
        for problem in problems
    ]


def _problem(rule: str, rank: Any) -> str:
    if unknown := unknown_rule(rule):
        return unknown
    if rank not in VERDICTS:
        return f"{rule!r} cannot be {rank!r}: it is one of {', '.join(VERDICTS)}"
    return ""
