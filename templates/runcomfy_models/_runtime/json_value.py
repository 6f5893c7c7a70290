"""Values of parsed JSON: what they are, and when two are equal."""

from math import isfinite
from typing import Any, TypeGuard


def is_object(value: Any) -> TypeGuard[dict[str, Any]]:
    """Whether `value` is a dict, which parsed JSON has for an object."""
    return isinstance(value, dict)


def is_array(value: Any) -> TypeGuard[list[Any]]:
    """Whether `value` is a list, which parsed JSON has for an array."""
    return isinstance(value, list)


def is_json(value: Any) -> bool:
    """Whether `value` can be written as JSON, with every key a string."""
    if value is None or isinstance(value, str | bool | int):
        return True
    if isinstance(value, float):
        return isfinite(value)
    if is_array(value):
        return all(map(is_json, value))
    keys_are_strings = is_object(value) and {str}.issuperset(map(type, value))
    return keys_are_strings and all(map(is_json, value.values()))


def same_json(one: Any, other: Any) -> bool:
    """Whether two values are equal as JSON: 1 is 1.0, and true is not 1."""
    if isinstance(one, bool) or isinstance(other, bool):
        return one is other
    if is_array(one) and is_array(other):
        return len(one) == len(other) and all(map(same_json, one, other))
    if is_object(one) and is_object(other):
        return one.keys() == other.keys() and all(
            same_json(one[key], other[key]) for key in one
        )
    return bool(one == other)
