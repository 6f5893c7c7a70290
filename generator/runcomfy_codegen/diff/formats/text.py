"""Format findings for a terminal."""

from __future__ import annotations

from collections.abc import Iterator

from runcomfy_codegen.diff.comparison import Comparison
from runcomfy_codegen.diff.finding import Finding
from runcomfy_codegen.diff.formats.summary import summary_line
from runcomfy_codegen.reading.files import SERVICE_FILE
from runcomfy_codegen.untrusted_text import printable


def as_text(comparison: Comparison) -> str:
    """Return the findings of each model, and a line with the summary."""
    lines = (*model_lines(comparison), summary_line(comparison))
    return "".join(f"{printable(line)}\n" for line in lines)


def model_lines(comparison: Comparison) -> Iterator[str]:
    """Yield the lines of each model, and an empty one after it."""
    for model_id, findings in comparison.by_model().items():
        yield from _model(model_id, findings)


def _model(model_id: str, findings: list[Finding]) -> Iterator[str]:
    yield model_id or SERVICE_FILE
    for finding in findings:
        place = f" {finding.place}" if finding.place.document else ""
        yield f"  {finding.verdict!s:<10}  {finding.rule}{place}"
        yield f"              {finding.message}"
        if finding.hint:
            yield f"              hint: {finding.hint}"
    yield ""
