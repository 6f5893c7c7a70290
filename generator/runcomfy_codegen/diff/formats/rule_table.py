"""Format the table of rules, as `diff --rules` prints it."""

from __future__ import annotations

import json
from collections.abc import Mapping

from runcomfy_codegen.diff.finding import Verdict
from runcomfy_codegen.diff.finding_rules import FINDING_RULES


def rule_table(output_format: str, verdicts: Mapping[str, Verdict]) -> str:
    """Return every rule with its verdict, which `verdicts` may override, and its reason."""
    rows = [
        {"rule": name, "verdict": str(verdicts.get(name, rule.verdict)), "reason": rule.reason}
        for name, rule in FINDING_RULES.items()
    ]
    if output_format == "json":
        return json.dumps(rows, indent=2) + "\n"
    if output_format == "markdown":
        lines = [f"| {' | '.join(row.values())} |" for row in rows]
        return "\n".join(["| rule | verdict | reason |", "|---|---|---|", *lines]) + "\n"
    width = max(map(len, FINDING_RULES))
    return "".join(
        f"{row['rule']:<{width}}  {row['verdict']:<10}  {row['reason']}\n" for row in rows
    )
