"""Format a report as JSON."""

from __future__ import annotations

import json
from typing import Any

from runcomfy_codegen.diff.formats.json_format import finding_rows, summary
from runcomfy_codegen.sync.report import SyncReport


def as_json(report: SyncReport) -> str:
    """Return the object of `diff`, with a list for each section, and their sizes in `summary`."""
    counts = {section.key: len(section.rows) for section in report.sections}
    document: dict[str, Any] = {
        "summary": {**summary(report.comparison), **counts},
        "findings": finding_rows(report.comparison),
        **{section.key: section.rows for section in report.sections},
    }
    return json.dumps(document, indent=2) + "\n"
