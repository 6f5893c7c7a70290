"""The formats of `sync`: those of `diff`, with the sections of its report."""

from collections.abc import Callable, Mapping

from runcomfy_codegen.sync.formats.json_format import as_json
from runcomfy_codegen.sync.formats.markdown import as_markdown
from runcomfy_codegen.sync.formats.text import as_text
from runcomfy_codegen.sync.report import SyncReport

FORMATS: Mapping[str, Callable[[SyncReport], str]] = {
    "text": as_text,
    "json": as_json,
    "markdown": as_markdown,
}
"""Name of a format: the function that formats a report, final newline included."""

__all__ = ["FORMATS"]
