"""One difference between two schemas; it is not judged yet."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from runcomfy_codegen.diff.finding import ABSENT, code_span
from runcomfy_codegen.inclusion.schema_pair import with_local_references

_ALWAYS_EFFECTIVE = frozenset(
    {"property-gone", "property-new", "property-new-required", "property-new-ruled"}
)
"""Kinds that callers always notice: an argument or attribute is added or removed."""


@dataclass(frozen=True)
class Change:
    """A difference at one place, with its effect on which values are valid."""

    kind: str
    """A key of the tables in `diff.kinds`."""
    pointer: str
    before: Any
    after: Any
    narrows: bool = False
    """Whether values may have become invalid."""
    widens: bool = False
    """Whether values may have become valid."""
    words: str = ""
    """A sentence for people."""

    @property
    def is_effective(self) -> bool:
        """Whether a program may notice the change."""
        return self.narrows or self.widens or self.kind in _ALWAYS_EFFECTIVE


def describe(subject: str, before: Any, after: Any) -> str:
    """Return a sentence that says how `subject` changed."""
    if before is ABSENT:
        return f"{subject} is now {json_code(after)}"
    if after is ABSENT:
        return f"{subject} {json_code(before)} was removed"
    return f"{subject} changed from {json_code(before)} to {json_code(after)}"


def json_code(value: Any) -> str:
    """Return a JSON value as a code span."""
    return code_span(json.dumps(with_local_references(value), ensure_ascii=False))
