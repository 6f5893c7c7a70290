"""The suffix of templates, and the parts of their lines that are printed as they are."""

from __future__ import annotations

import re

TEMPLATE_SUFFIX = ".jinja"

_TAG = re.compile(r"\{\{.*?\}\}|\{%.*?%\}|\{#.*?#\}")
"""An expression, a statement or a comment of Jinja."""


def literal_parts(line: str) -> list[str]:
    """Return the parts of a template's line that are printed as they are: those between tags."""
    return _TAG.split(line)
