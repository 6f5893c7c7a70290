"""One difference between two schemas, before a rule judges it."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from runcomfy_codegen.diff.common_prefix import common_prefix_length
from runcomfy_codegen.inclusion.schema_pair import without_uris
from runcomfy_codegen.json_schema.values import ABSENT
from runcomfy_codegen.untrusted_text import MAX_VALUE_CHARS, code_span

CONTEXT_CHARS = 24
"""Characters of a long text that are shown before the first difference."""

_ALWAYS_EFFECTIVE = frozenset(
    {"property-gone", "property-new", "property-new-required", "property-new-ruled"}
)
"""Kinds that callers always notice: an argument or attribute is added or removed."""


@dataclass(frozen=True)
class Change:
    """A difference at one place, with its effect on which values are valid."""

    kind: str
    """A key of the tables in `diff.rules_by_kind`."""
    pointer: str
    before: Any
    after: Any
    narrows: bool = False
    """Whether values may have become invalid."""
    widens: bool = False
    """Whether values may have become valid."""
    message: str = ""
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
    old, new = from_where_they_differ(_json_text(before), _json_text(after))
    return f"{subject} changed from {code_span(old)} to {code_span(new)}"


def from_where_they_differ(old: str, new: str) -> tuple[str, str]:
    """Return both texts, without most of their common beginning if one is too long to be shown."""
    start = common_prefix_length(old, new) - CONTEXT_CHARS
    if start <= 0 or max(len(old), len(new)) <= MAX_VALUE_CHARS:
        return old, new
    return f"…{old[start:]}", f"…{new[start:]}"


def json_code(value: Any) -> str:
    """Return a JSON value as a code span."""
    return code_span(_json_text(value))


def _json_text(value: Any) -> str:
    return json.dumps(without_uris(value), ensure_ascii=False)
