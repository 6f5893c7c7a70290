"""Findings for a terminal: a block for each model."""

from __future__ import annotations

from collections.abc import Iterator

from runcomfy_codegen.diff.comparison import Comparison
from runcomfy_codegen.diff.finding import Finding
from runcomfy_codegen.diff.formats.counting import summary
from runcomfy_codegen.reading.files import SERVICE
from runcomfy_codegen.untrusted_text import printable


def as_text(comparison: Comparison) -> str:
    """The findings by model, then one line that sums them up."""
    lines = [
        line
        for model_id, found in comparison.by_model().items()
        for line in _block(model_id, found)
    ]
    return "".join(f"{printable(line)}\n" for line in (*lines, summary(comparison)))


def _block(model_id: str, findings: list[Finding]) -> Iterator[str]:
    yield model_id or SERVICE
    for finding in findings:
        place = f" {finding.pointer}" if finding.pointer else ""
        yield f"  {finding.verdict!s:<10}  {finding.rule}{place}"
        yield f"              {finding.words}"
    yield ""
