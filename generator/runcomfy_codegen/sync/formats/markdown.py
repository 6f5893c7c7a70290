"""Format a report for a pull request. Text from upstream appears only in code spans."""

from __future__ import annotations

from runcomfy_codegen.diff.formats.markdown import (
    MAX_REPORT_CHARS,
    markdown_parts,
    with_fitting_parts,
)
from runcomfy_codegen.sync.report import Section, SyncReport
from runcomfy_codegen.untrusted_text import code_span

MAX_LINE_CHARS = 400
MAX_SECTION_CHARS = 12_000
"""Characters of one section: four hundred names have about that many."""

MAX_OPEN_LINES = 10
"""Lines that a section may have without being folded."""


def as_markdown(report: SyncReport) -> str:
    """Return Markdown of `MAX_REPORT_CHARS` or fewer; findings that do not fit are left out."""
    sections = "".join(_section(section) for section in report.sections if section.lines)
    head = f"**{report.summary}**\n{sections}"
    return with_fitting_parts(head, markdown_parts(report.comparison), MAX_REPORT_CHARS)


def _section(section: Section) -> str:
    title = section.title[0].upper() + section.title[1:]
    lines = [f"- {code_span(line, MAX_LINE_CHARS)}\n" for line in section.lines]
    body = with_fitting_parts("", lines, MAX_SECTION_CHARS)
    if len(lines) > MAX_OPEN_LINES:
        return f"\n<details><summary>{title}: {len(lines)}</summary>\n\n{body}\n</details>\n"
    return f"\n{title}:\n\n{body}"
