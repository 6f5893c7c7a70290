"""One difference between two schemas, before anybody says whom it breaks."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from runcomfy_codegen.diff.finding import ABSENT, code
from runcomfy_codegen.diff.inclusion.space import unlinked

ALWAYS_SAID = frozenset(
    {"property-gone", "property-new", "property-new-required", "property-new-ruled"}
)
"""Kinds that matter to a caller whatever fits: a keyword or an attribute comes or goes."""


@dataclass(frozen=True)
class Change:
    """A difference at one place, with its effect on the values that fit."""

    kind: str
    """A name of `drift.kinds`."""
    pointer: str
    before: Any
    after: Any
    narrows: bool = False
    """Whether values may have fitted before that do not any more."""
    widens: bool = False
    """Whether values may fit that did not before."""
    words: str = ""

    @property
    def matters(self) -> bool:
        """Whether a program may see a difference."""
        return self.narrows or self.widens or self.kind in ALWAYS_SAID


def was_is(what: str, before: Any, after: Any) -> str:
    """A sentence on `what`: how it was and how it is."""
    if before is ABSENT:
        return f"{what} is now {json_code(after)}"
    if after is ABSENT:
        return f"{what} was {json_code(before)} and is gone"
    return f"{what} was {json_code(before)}, is {json_code(after)}"


def json_code(value: Any) -> str:
    """A JSON value as a code span."""
    return code(json.dumps(unlinked(value), ensure_ascii=False))
