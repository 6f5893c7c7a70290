"""Summarize a comparison: the version bump, and the numbers of models and findings."""

from __future__ import annotations

from runcomfy_codegen.diff.comparison import Comparison

_ADDED, _GONE = "model-added", "model-gone"


def models_by_state(comparison: Comparison) -> dict[str, list[str]]:
    """Return the model_ids that were added, changed, and removed (`gone`)."""
    models: dict[str, list[str]] = {"added": [], "changed": [], "gone": []}
    for model_id, findings in comparison.by_model().items():
        rules = {finding.rule for finding in findings}
        state = "added" if _ADDED in rules else "gone" if _GONE in rules else "changed"
        if model_id:
            models[state].append(model_id)
    return models


def model_counts(comparison: Comparison) -> str:
    """Return the number of models in each state: `1 added, 2 changed`."""
    parts = [f"{len(ids)} {state}" for state, ids in models_by_state(comparison).items() if ids]
    return ", ".join(parts) or "none"


def summary_line(comparison: Comparison) -> str:
    """Return `major: models: 1 added, 2 changed; findings: 3 breaking, 1 words`."""
    if not comparison.findings:
        return "nothing changed"
    counts = [f"{count} {verdict}" for verdict, count in comparison.counts().items() if count]
    return f"{comparison.bump}: models: {model_counts(comparison)}; findings: {', '.join(counts)}"
