"""Findings for a pull request: a line, a table for each model, and details folded away.

Whatever comes from a page stands in code spans and code blocks alone, so that it can neither
lay out the page nor mention anybody.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterator
from typing import Any

from runcomfy_codegen.diff.comparison import Comparison
from runcomfy_codegen.diff.finding import Finding, Verdict, code
from runcomfy_codegen.diff.formats.counting import summary
from runcomfy_codegen.reading.files import SERVICE
from runcomfy_codegen.untrusted_text import printable

MAX_CHARS = 60_000
"""Characters: GitHub takes 65,536 in the text of a pull request."""

MAX_DETAIL_LINES = 40
"""Lines of a value that the details show."""

MAX_POINTER_CHARS = 400
"""Characters of a place that are cut."""

_PIPE = re.compile(r"(\\*)\|")

_HEAD = "| verdict | rule | where | what |\n|---|---|---|---|\n"


def as_markdown(comparison: Comparison) -> str:
    """The comparison as Markdown of at most `MAX_CHARS`; what does not fit is counted."""
    text = f"**{summary(comparison)}**\n"
    blocks = [_block(model_id, found) for model_id, found in comparison.by_model().items()]
    blocks.append(_details(comparison.findings))
    for index, block in enumerate(blocks):
        if len(text) + len(block) > MAX_CHARS:
            return f"{text}\n… and more: {len(blocks) - index} parts are left out\n"
        text += block
    return text


def _block(model_id: str, findings: list[Finding]) -> str:
    """The table of one model; matters of words are told in the details."""
    telling = [one for one in findings if one.verdict > Verdict.WORDS]
    more = len(findings) - len(telling)
    rows = "".join(map(_row, telling))
    note = f"\n{more} more: matters of words\n" if more else ""
    heading = code(model_id or SERVICE, MAX_POINTER_CHARS)
    return f"\n### {heading}\n\n{_HEAD + rows if rows else ''}{note}"


def _row(finding: Finding) -> str:
    place = code(finding.pointer, MAX_POINTER_CHARS) if finding.pointer else ""
    cells = (str(finding.verdict), finding.rule, place, finding.words)
    return "| " + " | ".join(map(_in_a_cell, cells)) + " |\n"


def _in_a_cell(text: str) -> str:
    """`text` that ends no cell: a pipe there has an odd number of backslashes before it."""
    return _PIPE.sub(lambda match: match[1] + "\\" * (1 + len(match[1]) % 2) + "|", text)


def _details(findings: tuple[Finding, ...]) -> str:
    """Matters of words, and every value that is too large for a table."""
    telling = [one for one in findings if one.verdict is Verdict.WORDS or any(_large_sides(one))]
    if not telling:
        return ""
    body = "".join(line for finding in telling for line in _detail(finding))
    return f"\n<details><summary>Details</summary>\n\n{body}\n</details>\n"


def _detail(finding: Finding) -> Iterator[str]:
    where = " ".join(
        code(text, MAX_POINTER_CHARS) for text in (finding.model_id, finding.pointer) if text
    )
    yield f"- **{finding.verdict}** {finding.rule} {where}: {finding.words}\n"
    for name, value in _large_sides(finding):
        yield f"\n  {name}:\n\n  ```json\n{_indented(value)}  ```\n\n"


def _large_sides(finding: Finding) -> Iterator[tuple[str, Any]]:
    for name, value in (("before", finding.before), ("after", finding.after)):
        if isinstance(value, dict | list):
            yield name, value


def _indented(value: Any) -> str:
    lines = json.dumps(value, indent=2, ensure_ascii=False).split("\n")
    cut = lines[:MAX_DETAIL_LINES] + (["…"] if len(lines) > MAX_DETAIL_LINES else [])
    return "".join(f"  {printable(line)}\n" for line in cut)
