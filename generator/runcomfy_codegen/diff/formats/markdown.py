"""Format findings for a pull request: a summary, a table for each model, and folded details.

Text from a page appears only in code spans and code blocks, so that it cannot contain markup or
mentions.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from runcomfy_codegen.diff.comparison import Comparison
from runcomfy_codegen.diff.finding import Finding, Verdict
from runcomfy_codegen.diff.formats.summary import summary_line
from runcomfy_codegen.reading.files import SERVICE_FILE
from runcomfy_codegen.untrusted_text import code_span, printable

MAX_REPORT_CHARS = 60_000
"""Characters of the whole text. GitHub accepts 65,536 in a pull request."""

MAX_DETAIL_LINES = 40
"""Lines of each value in the details."""

MAX_POINTER_CHARS = 400
"""Characters of each pointer."""

_PIPE = re.compile(r"(\\*)\|")

_TABLE_HEAD = "| verdict | rule | where | what |\n|---|---|---|---|\n"


def as_markdown(comparison: Comparison) -> str:
    """Return Markdown of `MAX_REPORT_CHARS` or fewer; parts that do not fit are left out."""
    head = f"**{summary_line(comparison)}**\n"
    return with_fitting_parts(head, markdown_parts(comparison), MAX_REPORT_CHARS)


def markdown_parts(comparison: Comparison) -> list[str]:
    """Return a table for each model, and the details."""
    tables = [_model(model_id, findings) for model_id, findings in comparison.by_model().items()]
    return [*tables, _details(comparison.findings)]


def with_fitting_parts(text: str, parts: list[str], max_chars: int) -> str:
    """Return `text` with as many of `parts` as fit, and the number of those that do not."""
    for index, part in enumerate(parts):
        if len(text) + len(part) > max_chars:
            return f"{text}\n… {len(parts) - index} more parts are left out\n"
        text += part
    return text


def _model(model_id: str, findings: list[Finding]) -> str:
    """Return the table of one model; findings about words are listed in the details."""
    listed = [finding for finding in findings if finding.verdict > Verdict.WORDS]
    unlisted = len(findings) - len(listed)
    rows = "".join(map(_row, listed))
    note = f"\n{unlisted} more in the details: words only\n" if unlisted else ""
    heading = code_span(model_id or SERVICE_FILE, MAX_POINTER_CHARS)
    return f"\n### {heading}\n\n{_TABLE_HEAD + rows if rows else ''}{note}"


def _row(finding: Finding) -> str:
    place = code_span(finding.place, MAX_POINTER_CHARS) if finding.place.document else ""
    hint = f" (hint: {code_span(finding.hint, MAX_POINTER_CHARS)})" if finding.hint else ""
    cells = (str(finding.verdict), finding.rule, place, finding.message + hint)
    return "| " + " | ".join(map(_escape_pipes, cells)) + " |\n"


def _escape_pipes(text: str) -> str:
    # GitHub splits a row before it reads code spans, and a pipe after an even number of
    # backslashes ends the cell.
    return _PIPE.sub(lambda match: match[1] + "\\" * (1 + len(match[1]) % 2) + "|", text)


def _details(findings: tuple[Finding, ...]) -> str:
    """Return the findings about words, and all that have values too large for a table."""
    listed = [
        finding
        for finding in findings
        if finding.verdict is Verdict.WORDS or any(_large_values(finding))
    ]
    if not listed:
        return ""
    body = "".join(line for finding in listed for line in _detail(finding))
    return f"\n<details><summary>Details</summary>\n\n{body}\n</details>\n"


def _detail(finding: Finding) -> Iterator[str]:
    texts = filter(None, (finding.model_id, str(finding.place)))
    place = " ".join(code_span(text, MAX_POINTER_CHARS) for text in texts)
    yield f"- **{finding.verdict}** {finding.rule} {place}: {finding.message}\n"
    for name, value in _large_values(finding):
        yield f"\n  {name}:\n\n  ```json\n{_indented(value)}  ```\n\n"


def _large_values(finding: Finding) -> Iterator[tuple[str, Any]]:
    for name, value in (("before", finding.before), ("after", finding.after)):
        if isinstance(value, dict | list):
            yield name, value


def _indented(value: Any) -> str:
    lines = json.dumps(value, indent=2, ensure_ascii=False).split("\n")
    ellipsis = ["…"] if len(lines) > MAX_DETAIL_LINES else []
    return "".join(f"  {printable(line)}\n" for line in (*lines[:MAX_DETAIL_LINES], *ellipsis))
