"""The outcome of `check`, as people, programs and CI read it: a format a file."""

from collections.abc import Callable, Mapping

from runcomfy_codegen.check.formats.github import as_github
from runcomfy_codegen.check.formats.json_rows import as_json
from runcomfy_codegen.check.formats.junit import as_junit
from runcomfy_codegen.check.formats.text import as_text
from runcomfy_codegen.check.outcome import Checked

FORMATS: Mapping[str, Callable[[Checked], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "junit": as_junit,
}
"""Name of a format: what prints an outcome in it, final newline included."""

__all__ = ["FORMATS"]
