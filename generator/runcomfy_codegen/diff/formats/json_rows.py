"""Format findings as JSON."""

from __future__ import annotations

import json

from runcomfy_codegen.diff.comparison import Comparison
from runcomfy_codegen.diff.formats.summary import models_by_state


def as_json(comparison: Comparison) -> str:
    """Return a JSON object with `summary` (bump, counts, models) and `findings`."""
    summary = {
        "bump": comparison.bump,
        "findings": len(comparison.findings),
        **comparison.counts(),
        "models": models_by_state(comparison),
    }
    rows = [finding.as_row() for finding in comparison.findings]
    return json.dumps({"summary": summary, "findings": rows}, indent=2) + "\n"
