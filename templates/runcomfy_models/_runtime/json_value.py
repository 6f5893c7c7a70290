"""Values of parsed JSON: what they are, and when two are equal."""

from collections.abc import Hashable
from math import isfinite
from typing import Any, TypeGuard

LEVELS = 100
"""How deep a value may be nested: far beyond any model's input, short of Python's stack."""

SHALLOW = LEVELS // 2
"""How deep a value that may be anything usually is, at the most."""

PLAIN = frozenset({str, int, float, bool, type(None)})
"""Types of values with nothing in them."""


def is_object(value: Any) -> TypeGuard[dict[str, Any]]:
    """Whether `value` is a dict, which parsed JSON has for an object."""
    return isinstance(value, dict)


def is_array(value: Any) -> TypeGuard[list[Any]]:
    """Whether `value` is a list, which parsed JSON has for an array."""
    return isinstance(value, list)


def is_number(value: Any) -> TypeGuard[int | float]:
    """Whether `value` is a JSON number: finite, and neither true nor false."""
    if isinstance(value, float):
        return isfinite(value)
    return isinstance(value, int) and not isinstance(value, bool)


def is_text(value: Any) -> TypeGuard[str]:
    """Whether `value` is a string that UTF-8 can hold: no half of a surrogate pair."""
    if not isinstance(value, str):
        return False
    try:
        return value.isascii() or bool(value.encode())
    except UnicodeEncodeError:
        return False


def is_json(value: Any, levels: int = LEVELS) -> bool:
    """Whether `value` can be sent as JSON, with every key a string."""
    if value is None or isinstance(value, bool) or is_number(value) or is_text(value):
        return True
    if levels == 0:
        return False
    if is_array(value):
        return all(is_json(item, levels - 1) for item in value)
    return is_object(value) and all(
        is_text(key) and is_json(item, levels - 1) for key, item in value.items()
    )


def is_within(value: Any, levels: int = LEVELS) -> bool:
    """Whether `value` is nested no deeper than `levels`."""
    if is_object(value):
        value = list(value.values())
    if not is_array(value):
        return True
    return levels > 0 and all(is_within(item, levels - 1) for item in value)


def json_key(value: Any) -> Hashable:
    """What two values have in common exactly when they are equal as JSON."""
    if is_array(value):
        return ("array", *map(json_key, value))
    if is_object(value):
        return frozenset((key, json_key(item)) for key, item in value.items())
    return (type(value) is bool, value)
