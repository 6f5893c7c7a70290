# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 474cbd2d52280d9922533b0e047ea4a2
"""Propose objects: with all properties that a schema names, or only with required ones."""

from collections.abc import Iterable, Iterator
from itertools import chain
from math import inf
from typing import Any

from ..._runtime.json_value import is_object
from .constraints import Constraints
from .interfaces import VARIANTS, Search
from .negations import Schema


def objects(constraints: Constraints, search: Search) -> Iterator[dict[str, Any]]:
    """Yield objects with all properties that `constraints` names, then with those it needs."""
    needed = _needed(constraints)
    named = [*chain.from_iterable(constraints.each("properties"))]
    if not (needed or named) and any(
        map(is_object, constraints.each("additionalProperties"))
    ):
        named = ["key"]  # a map, with arbitrary names
    for names in ([*needed, *named], needed) if search.fills_all else (needed,):
        for variant in range(VARIANTS):
            yield _object(names, constraints, search, variant)


def _needed(constraints: Constraints) -> list[str]:
    """Return the names that an object has to have, and those that these require."""
    names = list(chain.from_iterable(constraints.each("required")))
    for name in names:  # the list grows while it is read
        for rows in constraints.each("dependentRequired"):
            names += [other for other in rows.get(name, ()) if other not in names]
    return names


def _object(
    names: Iterable[str], constraints: Constraints, search: Search, variant: int
) -> dict[str, Any]:
    """Return an object with `names`, except those without a value, and more if it needs more."""
    least = max(constraints.each("minProperties"), default=0)
    most = min(constraints.each("maxProperties"), default=inf)
    value: dict[str, Any] = {}
    for name in dict.fromkeys(names):
        if len(value) < most:
            value |= _property(name, constraints, search, variant)
    for name in _spare_names(constraints, search):
        if len(value) >= least:
            break
        value |= _property(name, constraints, search, variant)
    return value


def _property(
    name: str, constraints: Constraints, search: Search, variant: int
) -> dict[str, Any]:
    """Return an object of that one property, or an empty one if no value fits."""
    if not all(
        search.fits(schema, name) for schema in constraints.each("propertyNames")
    ):
        return {}
    inside = constraints.inside(_schemas_of(name, constraints, search), name)
    return dict(zip([name], search.some(inside, variant), strict=False))


def _schemas_of(
    name: str, constraints: Constraints, search: Search
) -> tuple[Schema, ...]:
    """Return the schemas that the property `name` has to fit."""
    schemas = [
        inner
        for outer in constraints.schemas
        for inner in _own_schemas(name, outer, search)
    ]
    return tuple(schemas or constraints.each("unevaluatedProperties"))


def _own_schemas(name: str, schema: Schema, search: Search) -> list[Schema]:
    """Return the schemas that one schema has for the property `name`."""
    named = [schema["properties"][name]] if name in schema.get("properties", ()) else []
    matching = [
        member
        for pattern, member in schema.get("patternProperties", {}).items()
        if search.fits({"pattern": pattern}, name)
    ]
    further = (
        [schema["additionalProperties"]] if "additionalProperties" in schema else []
    )
    return [*named, *matching] or further


def _spare_names(constraints: Constraints, search: Search) -> Iterator[str]:
    """Yield names that an object may have beyond those that it needs."""
    yield from chain.from_iterable(constraints.each("properties"))
    patterns = chain.from_iterable(constraints.each("patternProperties"))
    for extra in (*({"pattern": pattern} for pattern in patterns), True):
        texts = ({"type": "string"}, extra, *constraints.each("propertyNames"))
        yield from search.values(constraints.inside(texts, "name"))
