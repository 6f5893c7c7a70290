"""The formats of `diff`: one module each."""

from collections.abc import Callable, Mapping

from runcomfy_codegen.diff.comparison import Comparison
from runcomfy_codegen.diff.formats.json_format import as_json
from runcomfy_codegen.diff.formats.markdown import as_markdown
from runcomfy_codegen.diff.formats.text import as_text

FORMATS: Mapping[str, Callable[[Comparison], str]] = {
    "text": as_text,
    "json": as_json,
    "markdown": as_markdown,
}
"""Name of a format: the function that formats a comparison, final newline included."""

__all__ = ["FORMATS"]
