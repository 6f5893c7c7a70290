"""Findings for a program."""

from __future__ import annotations

import json

from runcomfy_codegen.diff.comparison import Comparison
from runcomfy_codegen.diff.formats.counting import models


def as_json(comparison: Comparison) -> str:
    """One JSON object: `summary` (bump, counts, models) and `findings`, a row each."""
    summary = {
        "bump": comparison.bump,
        "findings": len(comparison.findings),
        **comparison.counts(),
        "models": models(comparison),
    }
    rows = [finding.as_row() for finding in comparison.findings]
    return json.dumps({"summary": summary, "findings": rows}, indent=2) + "\n"
