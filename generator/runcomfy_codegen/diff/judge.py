"""Findings, each with the verdict that its rule has or was given."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from runcomfy_codegen.diff.finding import Finding, Verdict
from runcomfy_codegen.diff.rules import RULES


@dataclass
class Judge:
    """Makes findings; the ranks of the rules may have been set by the override file."""

    ranks: Mapping[str, Verdict] = field(default_factory=dict[str, Verdict])

    def finding(
        self, rule: str, model_id: str, pointer: str, words: str, before: Any, after: Any
    ) -> Finding:
        """A finding under `rule`, with its verdict."""
        verdict = self.ranks.get(rule, RULES[rule].verdict)
        return Finding(rule, model_id, pointer, before, after, verdict, words)
