"""Format a report for a terminal."""

from __future__ import annotations

from runcomfy_codegen.diff.formats.text import model_lines
from runcomfy_codegen.sync.report import SyncReport
from runcomfy_codegen.untrusted_text import printable


def as_text(report: SyncReport) -> str:
    """Return the summary, the findings of each model, and the sections."""
    lines = [report.summary, "", *model_lines(report.comparison)]
    for section in report.sections:
        if section.lines:
            lines += [f"{section.title}:", *(f"  {line}" for line in section.lines), ""]
    return "".join(f"{printable(line)}\n" for line in lines).rstrip("\n") + "\n"
