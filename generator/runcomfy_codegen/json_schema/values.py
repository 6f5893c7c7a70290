"""JSON values: type guards, equality, and a mark for values that do not exist."""

from __future__ import annotations

from collections.abc import Hashable
from enum import Enum
from typing import Any, Final, TypeGuard

Schema = dict[str, Any]
"""A JSON Schema that is an object; `true` and `false` are schemas, too."""


class Absent(Enum):
    """The type of `ABSENT`."""

    ABSENT = "absent"


ABSENT: Final = Absent.ABSENT
"""Marks a value that does not exist; None is JSON's null."""


def is_object(value: object) -> TypeGuard[dict[str, Any]]:
    """Whether `value` is a JSON object."""
    return isinstance(value, dict)


def is_array(value: object) -> TypeGuard[list[Any]]:
    """Whether `value` is a JSON array."""
    return isinstance(value, list)


def is_number(value: object) -> TypeGuard[int | float]:
    """Whether `value` is a JSON number; in Python, true and false are integers as well."""
    return isinstance(value, int | float) and not isinstance(value, bool)


def array_or_empty(value: Any) -> list[Any]:
    """Return `value` if it is an array; anything else counts as an empty one."""
    return value if is_array(value) else []


def is_schema(value: object) -> bool:
    """Whether `value` may be a schema: an object, true or false."""
    return is_object(value) or isinstance(value, bool)


def json_key(value: object) -> Hashable:
    """Return a key that two values share exactly if they are equal as JSON.

    1 equals 1.0, and does not equal true.
    """
    if is_array(value):
        return ("array", *map(json_key, value))
    if is_object(value):
        return frozenset((key, json_key(item)) for key, item in value.items())
    return (type(value) is bool, value)
