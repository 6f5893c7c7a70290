"""How many models and findings there are, in one line."""

from __future__ import annotations

from runcomfy_codegen.diff.comparison import Comparison

_ADDED, _GONE = "model-added", "model-gone"


def models(comparison: Comparison) -> dict[str, list[str]]:
    """The model_ids that were added, that changed, and that are gone."""
    found: dict[str, list[str]] = {"added": [], "changed": [], "gone": []}
    for model_id, findings in comparison.by_model().items():
        rules = {finding.rule for finding in findings}
        state = "added" if _ADDED in rules else "gone" if _GONE in rules else "changed"
        if model_id:
            found[state].append(model_id)
    return found


def summary(comparison: Comparison) -> str:
    """`major: models: 1 added, 2 changed; findings: 3 breaking, 1 words`."""
    if not comparison.findings:
        return "nothing changed"
    counts = [f"{count} {verdict}" for verdict, count in comparison.counts().items() if count]
    return f"{comparison.bump}: models: {model_counts(comparison)}; findings: {', '.join(counts)}"


def model_counts(comparison: Comparison) -> str:
    """`1 added, 2 changed`: how many models came, changed and went."""
    parts = [f"{len(ids)} {state}" for state, ids in models(comparison).items() if ids]
    return ", ".join(parts) or "none"
