"""Format findings as JSON."""

from __future__ import annotations

import json
from typing import Any

from runcomfy_codegen.diff.comparison import Comparison
from runcomfy_codegen.diff.formats.summary import models_by_state


def as_json(comparison: Comparison) -> str:
    """Return a JSON object with `summary` (bump, counts, models) and `findings`."""
    document = {"summary": summary(comparison), "findings": finding_rows(comparison)}
    return json.dumps(document, indent=2) + "\n"


def summary(comparison: Comparison) -> dict[str, Any]:
    """Return the part of the version to raise, the worst verdict, and the counts."""
    return {
        "bump": comparison.bump,
        "worst": str(comparison.worst) if comparison.worst else None,
        "findings": len(comparison.findings),
        **comparison.counts(),
        "models": models_by_state(comparison),
    }


def finding_rows(comparison: Comparison) -> list[dict[str, Any]]:
    """Return the findings as JSON objects."""
    return [finding.as_row() for finding in comparison.findings]
