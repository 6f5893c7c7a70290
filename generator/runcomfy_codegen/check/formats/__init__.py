"""The formats of `check`: one module each."""

from collections.abc import Callable, Mapping

from runcomfy_codegen.check.formats.github import as_github
from runcomfy_codegen.check.formats.json_format import as_json
from runcomfy_codegen.check.formats.junit import as_junit
from runcomfy_codegen.check.formats.text import as_text
from runcomfy_codegen.check.result import CheckResult

FORMATS: Mapping[str, Callable[[CheckResult], str]] = {
    "text": as_text,
    "json": as_json,
    "github": as_github,
    "junit": as_junit,
}
"""Name of a format: the function that formats a result, final newline included."""

__all__ = ["FORMATS"]
