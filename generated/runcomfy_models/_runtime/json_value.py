# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 0da15f52a81a13dc34b24a94f8115f06
"""Values of parsed JSON: their types, their depth, and when two are equal."""

import json
from collections import Counter
from collections.abc import Hashable
from decimal import Decimal, InvalidOperation
from math import isfinite
from typing import Any, TypeGuard

MAX_LEVELS = 100
"""Levels of nesting that a value may have: far beyond any model's input, and well below
what Python's stack allows."""

SCALARS = frozenset({str, int, float, bool, type(None)})
"""Python types of JSON values that contain no others."""


def is_object(value: Any) -> TypeGuard[dict[str, Any]]:
    """Whether `value` is a dict, Python's form of a JSON object."""
    return isinstance(value, dict)


def is_array(value: Any) -> TypeGuard[list[Any]]:
    """Whether `value` is a list, Python's form of a JSON array."""
    return isinstance(value, list)


def is_number(value: Any) -> TypeGuard[int | float]:
    """Whether `value` is a JSON number: finite, and not a bool."""
    if isinstance(value, float):
        return isfinite(value)
    return isinstance(value, int) and not isinstance(value, bool)


def is_text(value: Any) -> TypeGuard[str]:
    """Whether `value` is a string that UTF-8 can encode, without lone surrogates."""
    if not isinstance(value, str):
        return False
    try:
        return value.isascii() or bool(value.encode())
    except UnicodeEncodeError:
        return False


def is_json(value: Any, levels: int = MAX_LEVELS) -> bool:
    """Whether `value` can be sent as JSON and is nested no deeper than `levels`."""
    if value is None or isinstance(value, bool) or is_number(value) or is_text(value):
        return True
    if levels == 0:
        return False
    if is_array(value):
        return all(is_json(item, levels - 1) for item in value)
    return is_object(value) and all(
        is_text(key) and is_json(item, levels - 1) for key, item in value.items()
    )


def is_nested_within(value: Any, levels: int = MAX_LEVELS) -> bool:
    """Whether `value` is nested no deeper than `levels`."""
    if is_object(value):
        value = list(value.values())
    if not is_array(value):
        return True
    return levels > 0 and all(is_nested_within(item, levels - 1) for item in value)


def is_encodable(value: Any) -> bool:
    """Whether UTF-8 can encode every string in `value`, which is not nested too deep."""
    if is_array(value):
        return all(map(is_encodable, value))
    if is_object(value):
        return all(map(is_encodable, [*value, *value.values()]))
    return is_text(value) or not isinstance(value, str)


def json_key(value: Any) -> Hashable:
    """Return a key that is equal for two values exactly if they are equal as JSON.

    1 and 1.0 are equal, 1 and true are not.
    """
    if is_array(value):
        return ("array", *map(json_key, value))
    if is_object(value):
        return frozenset((key, json_key(item)) for key, item in value.items())
    return (type(value) is bool, value)


class RepeatedName(ValueError):
    """An object has a name twice: one of its values would be lost silently."""

    def __init__(self, name: str) -> None:
        """Keep the `name`."""
        super().__init__(f"{name!r} is there twice")
        self.name = name


def parse_json(text: str) -> Any:
    """Parse JSON that a person or a program wrote as input.

    Raises `json.JSONDecodeError`, `RepeatedName`, and `RecursionError`.
    """
    return json.loads(text, object_pairs_hook=_members)


def _members(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    members = dict(pairs)
    if len(members) < len(pairs):
        raise RepeatedName(Counter(name for name, _ in pairs).most_common(1)[0][0])
    return members


def parse_with_decimals(text: str) -> Any:
    """Parse JSON whose numbers keep the digits that were written, as `Decimal`.

    A number that `Decimal` cannot represent becomes None. Raises `ValueError` for text that is
    not JSON.
    """
    return _DECIMAL_DECODER.decode(text)


def _decimal(text: str) -> Decimal | None:
    try:
        return Decimal(text)
    except InvalidOperation:  # an absurd exponent
        return None


_DECIMAL_DECODER = json.JSONDecoder(parse_float=_decimal, parse_int=_decimal)
