"""Create findings with the verdicts of their rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from runcomfy_codegen.diff.finding import Finding, Verdict
from runcomfy_codegen.diff.finding_rules import FINDING_RULES
from runcomfy_codegen.reading.place import Place


@dataclass
class Verdicts:
    """The verdict of each rule: its own, or that of the override file."""

    overridden: Mapping[str, Verdict] = field(default_factory=dict[str, Verdict])
    """Rule: its verdict in the override file."""

    def verdict_of(self, rule: str) -> Verdict:
        """Return the verdict of the findings under `rule`, which exists."""
        return self.overridden.get(rule, FINDING_RULES[rule].verdict)

    def finding(
        self,
        rule: str,
        model_id: str,
        place: Place,
        message: str,
        *,
        before: Any,
        after: Any,
        hint: str = "",
    ) -> Finding:
        """Return a finding under `rule`, with its verdict."""
        return Finding(
            rule=rule,
            model_id=model_id,
            place=place,
            before=before,
            after=after,
            verdict=self.verdict_of(rule),
            message=message,
            hint=hint,
        )
