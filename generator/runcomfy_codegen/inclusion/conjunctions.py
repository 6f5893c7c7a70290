"""Derive what a conjunction says about values: types, bounds, sizes, properties and items."""

from __future__ import annotations

import math
from collections.abc import Callable, Iterator
from typing import Any, NamedTuple

from runcomfy_codegen.json_schema.keywords import JSON_TYPES
from runcomfy_codegen.json_schema.value_types import type_names
from runcomfy_codegen.json_schema.values import is_array, is_object
from runcomfy_codegen.patterns import UnsupportedPatternError, matcher, shortest_match

Conjunction = tuple[dict[str, Any], ...]
"""Simple schemas that a value must all satisfy: none has `$ref`, `allOf`, `anyOf` or `oneOf`."""


class Bound(NamedTuple):
    """One end of a range."""

    value: float
    is_exclusive: bool = False


MAX_RANGE = 64
"""Largest range of integers whose values are tried one by one."""

FINITE_TYPES: dict[str, tuple[Any, ...]] = {"null": (None,), "boolean": (True, False)}
"""Every value of the types that have finitely many."""


def possible_types(conjunction: Conjunction) -> frozenset[str]:
    """Return the JSON types that a valid value may have.

    A value may be any number only if both `number` and `integer` are among them.
    """
    types = JSON_TYPES
    for part in conjunction:
        if "type" in part:
            types &= with_integer(part["type"])
        if is_object(excluded := part.get("not")) and excluded.keys() == {"type"}:
            types -= with_integer(excluded["type"])
    return types - {"number"} if any(whole_steps(conjunction)) else types


def whole_steps(conjunction: Conjunction) -> Iterator[int]:
    """Yield each `multipleOf` that is a whole number: its multiples are integers."""
    for part in conjunction:
        step = part.get("multipleOf", 0.5)
        if step == int(step):
            yield int(step)


def with_integer(declared: Any) -> frozenset[str]:
    """Return the types of a keyword `type`, and `integer` if `number` is one of them."""
    names = frozenset(type_names(declared))
    return names | {"integer"} if "number" in names else names


def lower_bound(conjunction: Conjunction) -> Bound:
    """Return the greatest lower bound."""
    return _greatest_bound(conjunction, "minimum", "exclusiveMinimum", sign=1)


def upper_bound(conjunction: Conjunction) -> Bound:
    """Return the least upper bound."""
    # It is the greatest lower bound of the negated values.
    value, is_exclusive = _greatest_bound(conjunction, "maximum", "exclusiveMaximum", sign=-1)
    return Bound(-value, is_exclusive)


def _greatest_bound(conjunction: Conjunction, inclusive: str, exclusive: str, sign: int) -> Bound:
    bounds = [Bound(sign * part[inclusive]) for part in conjunction if inclusive in part]
    limits = (sign * part[exclusive] for part in conjunction if exclusive in part)
    bounds += [Bound(limit, is_exclusive=True) for limit in limits]
    value, is_exclusive = bound = max(bounds, default=Bound(-math.inf))
    if value == -math.inf or "number" in possible_types(conjunction):
        return bound
    return Bound(math.floor(value) + 1 if is_exclusive else math.ceil(value))


def min_size(conjunction: Conjunction, keyword: str) -> float:
    """Return the least size that is valid under `keyword`, which is `min…`."""
    size = max((part.get(keyword, 0) for part in conjunction), default=0)
    if keyword == "minProperties":
        return max(size, len(required_names(conjunction)))
    if keyword == "minLength":
        patterns = (part["pattern"] for part in conjunction if "pattern" in part)
        return max([size, *map(shortest_match, patterns)])
    return size


def max_size(conjunction: Conjunction, keyword: str) -> float:
    """Return the greatest size that is valid under `keyword`, which is `max…`."""
    size = min((part.get(keyword, math.inf) for part in conjunction), default=math.inf)
    if keyword == "maxItems":
        closed = [part for part in conjunction if part.get("items") is False]
        return min([size, *(len(part.get("prefixItems", ())) for part in closed)])
    if keyword == "maxProperties":
        closed = [part for part in conjunction if is_closed(part)]
        return min([size, *(len(part.get("properties", ())) for part in closed)])
    return size


def required_names(conjunction: Conjunction) -> set[str]:
    """Return the names of required properties."""
    return {name for part in conjunction for name in part.get("required", ())}


def is_closed(part: dict[str, Any]) -> bool:
    """Return whether `part` allows only the properties that it names."""
    return part.get("additionalProperties") is False and not part.get("patternProperties")


def named_properties(conjunction: Conjunction) -> set[str]:
    """Return the names in `properties`."""
    return {name for part in conjunction for name in part.get("properties", ())}


def property_schemas(conjunction: Conjunction, name: str) -> tuple[Any, ...]:
    """Return the schemas that the property `name` must satisfy."""
    return tuple(schema for part in conjunction for schema in _property_schemas(part, name))


def _property_schemas(part: dict[str, Any], name: str) -> Iterator[Any]:
    is_covered = name in part.get("properties", ())
    if is_covered:
        yield part["properties"][name]
    for pattern, schema in part.get("patternProperties", {}).items():
        is_match = matches(pattern, name)
        is_covered = is_covered or is_match is not False  # None: it may match
        if is_match:
            yield schema
    if not is_covered and "additionalProperties" in part:
        yield part["additionalProperties"]


def matches(pattern: str, text: str) -> bool | None:
    """Return whether `text` contains a match of `pattern`, or None if that is not known."""
    try:
        return matcher(pattern)(text)
    except UnsupportedPatternError:
        return None


def item_schemas(conjunction: Conjunction, index: int) -> tuple[Any, ...]:
    """Return the schemas that the item at `index` must satisfy."""
    return tuple(schema for part in conjunction for schema in _item_schemas(part, index))


def _item_schemas(part: dict[str, Any], index: int) -> Iterator[Any]:
    prefix = part.get("prefixItems", ())
    if index < len(prefix):
        yield prefix[index]
    elif "items" in part:
        yield part["items"]


def prefix_length(conjunction: Conjunction) -> int:
    """Return the number of items that have their own schemas, from `prefixItems`."""
    return max((len(part.get("prefixItems", ())) for part in conjunction), default=0)


def possible_values(
    conjunction: Conjunction, is_valid: Callable[[Any, Any], bool], ranges: bool = False
) -> list[Any] | None:
    """Return all valid values, or None if they cannot be listed.

    With `ranges`, those of small ranges of integers are listed, too.
    """
    listed = _listed_values(conjunction)
    if listed is None and ranges:
        listed = _values_of_range(conjunction)
    if listed is None:
        return None
    return [value for value in listed if all(is_valid(part, value) for part in conjunction)]


def _listed_values(conjunction: Conjunction) -> list[Any] | None:
    for part in conjunction:
        if "const" in part:
            return [part["const"]]
        if is_array(part.get("enum")):
            return list(part["enum"])
    types = possible_types(conjunction)
    if types <= FINITE_TYPES.keys():
        return [value for name in FINITE_TYPES if name in types for value in FINITE_TYPES[name]]
    return None


def _values_of_range(conjunction: Conjunction) -> list[int] | None:
    first, last = lower_bound(conjunction).value, upper_bound(conjunction).value
    if possible_types(conjunction) <= {"integer"} and last - first < MAX_RANGE:
        return list(range(int(first), int(last) + 1))
    return None
