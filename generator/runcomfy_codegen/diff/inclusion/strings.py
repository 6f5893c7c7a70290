"""Keywords about strings: length, pattern, and the medium behind a URL."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from runcomfy_codegen.diff.inclusion.alternatives import Row
from runcomfy_codegen.diff.inclusion.judging import Judge, Proof
from runcomfy_codegen.diff.inclusion.rows import least, most
from runcomfy_codegen.diff.media_rules import implies
from runcomfy_codegen.json_schema.values import Schema


def at_least(keyword: str) -> Judge:
    """The judge of a `min…` keyword about sizes."""
    return lambda _, row, __, bound: bool(least(row, keyword) >= bound)


def at_most(keyword: str) -> Judge:
    """The judge of a `max…` keyword about sizes."""
    return lambda _, row, __, bound: bool(most(row, keyword) <= bound)


def stated(keyword: str) -> Judge:
    """The judge of a keyword whose values cannot be compared: it must stand there, the same."""
    return lambda _, row, __, value: any(part.get(keyword) == value for part in row)


def _media_rules(_: Proof, row: Row, __: Schema, rules: Any) -> bool:
    known = [rule for part in row for rule in part.get("x-media-rules", ())]
    return all(any(implies(one, rule) for one in known) for rule in rules)


JUDGES: dict[str, Callable[[Proof, Row, Schema, Any], bool]] = {
    "minLength": at_least("minLength"),
    "maxLength": at_most("maxLength"),
    "pattern": stated("pattern"),
    "x-media": stated("x-media"),
    "x-media-rules": _media_rules,
}
