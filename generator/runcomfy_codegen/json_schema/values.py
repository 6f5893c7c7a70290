"""Parsed JSON of unknown shape: telling objects and arrays apart, for people and type checkers."""

from __future__ import annotations

from collections.abc import Hashable
from typing import Any, TypeGuard


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether `value` is a JSON object."""
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[Any]]:
    """Whether `value` is a JSON array."""
    return isinstance(value, list)


def json_key(value: object) -> Hashable:
    """What two values have in common exactly when they are equal as JSON: 1 is 1.0, not true."""
    if is_array(value):
        return ("array", *map(json_key, value))
    if is_object(value):
        return frozenset((key, json_key(item)) for key, item in value.items())
    return (type(value) is bool, value)
