"""What a row of parts says about values: types, bounds, sizes, what a property or item may be."""

from __future__ import annotations

import math
import re
from collections.abc import Callable, Iterator
from typing import Any

from runcomfy_codegen.diff.inclusion.alternatives import Row
from runcomfy_codegen.json_schema.keywords import JSON_TYPES
from runcomfy_codegen.json_schema.values import is_array

MAX_RANGE = 64
"""Integers of a range that are tried one by one."""


def types(row: Row) -> frozenset[str]:
    """The JSON types that a value of `row` may have; `number` includes `integer`."""
    found = JSON_TYPES
    for part in row:
        if "type" in part:
            found &= with_integer(part["type"])
    return found


def with_integer(declared: Any) -> frozenset[str]:
    """The types that a `type` keyword names, `integer` added where it says `number`."""
    names = frozenset(declared if is_array(declared) else [declared])
    return names | {"integer"} if "number" in names else names


def lower(row: Row) -> tuple[float, bool]:
    """The least number of `row`, and whether that itself is left out."""
    found = [(part["minimum"], False) for part in row if "minimum" in part]
    found += [(part["exclusiveMinimum"], True) for part in row if "exclusiveMinimum" in part]
    return _whole_lower(max(found, default=(-math.inf, False)), _integers(row))


def upper(row: Row) -> tuple[float, bool]:
    """The greatest number of `row`, and whether that itself is left out."""
    mirrored = tuple(
        {mirror: -part[key] for key, mirror in _MIRRORS.items() if key in part} for part in row
    )
    found = [(part["minimum"], False) for part in mirrored if "minimum" in part]
    found += [(part["exclusiveMinimum"], True) for part in mirrored if "exclusiveMinimum" in part]
    value, strict = _whole_lower(max(found, default=(-math.inf, False)), _integers(row))
    return -value, strict


_MIRRORS = {"maximum": "minimum", "exclusiveMaximum": "exclusiveMinimum"}


def _integers(row: Row) -> bool:
    return "number" not in types(row)


def _whole_lower(bound: tuple[float, bool], whole: bool) -> tuple[float, bool]:
    """`bound` as the least integer, where only integers count."""
    value, strict = bound
    if not whole or value == -math.inf:
        return bound
    return (math.floor(value) + 1 if strict else math.ceil(value)), False


def least(row: Row, keyword: str) -> float:
    """The size from which `row` allows values: the greatest of its `min…` keywords."""
    found = max((part.get(keyword, 0) for part in row), default=0)
    if keyword == "minProperties":
        return max(found, len(required(row)))
    return found


def most(row: Row, keyword: str) -> float:
    """The size up to which `row` allows values: the least of its `max…` keywords."""
    found = min((part.get(keyword, math.inf) for part in row), default=math.inf)
    if keyword == "maxItems":
        closed = (len(part.get("prefixItems", ())) for part in row if part.get("items") is False)
        return min([found, *closed])
    if keyword == "maxProperties":
        return min([found, *(len(part.get("properties", ())) for part in row if is_closed(part))])
    return found


def required(row: Row) -> set[str]:
    """The names that an object of `row` has."""
    return {name for part in row for name in part.get("required", ())}


def is_closed(part: dict[str, Any]) -> bool:
    """Whether `part` names every property that there may be."""
    return part.get("additionalProperties") is False and not part.get("patternProperties")


def named(row: Row) -> set[str]:
    """The properties that `row` has something to say of by name."""
    return {name for part in row for name in part.get("properties", ())}


def of_property(row: Row, name: str) -> tuple[Any, ...]:
    """What `row` says of the property `name`: schemas that hold together."""
    return tuple(schema for part in row for schema in _of_property(part, name))


def _of_property(part: dict[str, Any], name: str) -> Iterator[Any]:
    known = name in part.get("properties", ())
    if known:
        yield part["properties"][name]
    for pattern, schema in part.get("patternProperties", {}).items():
        match = matches(pattern, name)
        known = known or match is not False  # an unreadable one may match
        if match:
            yield schema
    if not known and "additionalProperties" in part:
        yield part["additionalProperties"]


def matches(pattern: str, text: str) -> bool | None:
    """Whether `pattern` is found in `text`; None where the pattern cannot be read."""
    try:
        return re.search(pattern, text) is not None
    except re.error:
        return None


def of_item(row: Row, index: int) -> tuple[Any, ...]:
    """What `row` says of the item at `index`: schemas that hold together."""
    return tuple(schema for part in row for schema in _of_item(part, index))


def _of_item(part: dict[str, Any], index: int) -> Iterator[Any]:
    prefix = part.get("prefixItems", ())
    if index < len(prefix):
        yield prefix[index]
    elif "items" in part:
        yield part["items"]


def prefix(row: Row) -> int:
    """How many first items `row` tells apart."""
    return max((len(part.get("prefixItems", ())) for part in row), default=0)


def values(row: Row, fits: Callable[[Any, Any], bool], ranges: bool = False) -> list[Any] | None:
    """Every value of `row`, or None where it does not list them; with `ranges` of integers."""
    listed = _listed(row)
    if listed is None and ranges:
        listed = _range(row)
    if listed is None:
        return None
    return [value for value in listed if all(fits(part, value) for part in row)]


_SMALL = (("null", None), ("boolean", True), ("boolean", False))
"""Every value of the types that have few."""


def _listed(row: Row) -> list[Any] | None:
    for part in row:
        if "const" in part:
            return [part["const"]]
        if is_array(part.get("enum")):
            return list(part["enum"])
    kinds = types(row)
    if kinds <= {"null", "boolean"}:
        return [value for kind, value in _SMALL if kind in kinds]
    return None


def _range(row: Row) -> list[int] | None:
    first, last = lower(row)[0], upper(row)[0]
    if types(row) <= {"integer"} and last - first < MAX_RANGE:
        return list(range(int(first), int(last) + 1))
    return None
