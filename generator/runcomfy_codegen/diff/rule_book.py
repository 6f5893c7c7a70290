"""Create findings with the verdicts of their rules."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from runcomfy_codegen.diff.finding import Finding, Verdict
from runcomfy_codegen.diff.rules import RULES
from runcomfy_codegen.reading.place import Place


@dataclass
class RuleBook:
    """The rules, with the verdicts that the override file sets."""

    verdicts: Mapping[str, Verdict] = field(default_factory=dict[str, Verdict])
    """Rule: its verdict, if that is overridden."""

    def verdict_of(self, rule: str) -> Verdict:
        """Return the verdict of the findings under `rule`, which exists."""
        return self.verdicts.get(rule, RULES[rule].verdict)

    def finding(
        self,
        rule: str,
        model_id: str,
        place: Place,
        words: str,
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
            words=words,
            hint=hint,
        )
