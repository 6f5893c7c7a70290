"""Propose objects: the properties that a schema names, and those that it asks for."""

from collections.abc import Iterable, Iterator
from itertools import chain
from math import inf
from typing import TYPE_CHECKING, Any

from ..._runtime.json_value import is_object
from .negations import Schema
from .ways import Goal

if TYPE_CHECKING:
    from .search import Search

VARIANTS = 3
"""Objects that are proposed with the same names and other values."""


def objects(goal: Goal, search: "Search") -> Iterator[dict[str, Any]]:
    """Yield objects with all properties that `goal` names, then with those it needs."""
    needed = _needed(goal)
    named = [*chain.from_iterable(goal.each("properties"))]
    if not (needed or named) and any(map(is_object, goal.each("additionalProperties"))):
        named = ["key"]  # of a map, whose names may be any
    for names in ([*needed, *named], needed) if search.fills_all else (needed,):
        for variant in range(VARIANTS):
            yield _object(names, goal, search, variant)


def _needed(goal: Goal) -> list[str]:
    """Return the names that an object has to have, and those that come with them."""
    names = list(chain.from_iterable(goal.each("required")))
    for name in names:  # grows on the way
        for rows in goal.each("dependentRequired"):
            names += [other for other in rows.get(name, ()) if other not in names]
    return names


def _object(
    names: Iterable[str], goal: Goal, search: "Search", variant: int
) -> dict[str, Any]:
    """Return an object with `names`, except those without a value, and more if it needs more."""
    least = max(goal.each("minProperties"), default=0)
    most = min(goal.each("maxProperties"), default=inf)
    value: dict[str, Any] = {}
    for name in dict.fromkeys(names):
        if len(value) < most:
            value |= _property(name, goal, search, variant)
    for name in _spare_names(goal, search):
        if len(value) >= least:
            break
        value |= _property(name, goal, search, variant)
    return value


def _property(name: str, goal: Goal, search: "Search", variant: int) -> dict[str, Any]:
    """Return an object of that one property, or an empty one if no value fits."""
    if not all(search.fits(schema, name) for schema in goal.each("propertyNames")):
        return {}
    inside = goal.inside(_schemas_of(name, goal, search), name)
    return dict(zip([name], search.some(inside, variant), strict=False))


def _schemas_of(name: str, goal: Goal, search: "Search") -> tuple[Schema, ...]:
    """Return the schemas that the property `name` has to fit."""
    found = [
        one for schema in goal.schemas for one in _own_schemas(name, schema, search)
    ]
    return tuple(found or goal.each("unevaluatedProperties"))


def _own_schemas(name: str, schema: Schema, search: "Search") -> list[Schema]:
    """Return what one schema says of the property `name`."""
    named = [schema["properties"][name]] if name in schema.get("properties", ()) else []
    rows = schema.get("patternProperties", {}).items()
    matching = [one for pattern, one in rows if search.fits({"pattern": pattern}, name)]
    further = (
        [schema["additionalProperties"]] if "additionalProperties" in schema else []
    )
    return [*named, *matching] or further


def _spare_names(goal: Goal, search: "Search") -> Iterator[str]:
    """Yield names that an object may have beyond those that it needs."""
    yield from chain.from_iterable(goal.each("properties"))
    patterns = chain.from_iterable(goal.each("patternProperties"))
    for extra in (*({"pattern": pattern} for pattern in patterns), True):
        texts = ({"type": "string"}, extra, *goal.each("propertyNames"))
        yield from search.values(goal.inside(texts, "name"))
