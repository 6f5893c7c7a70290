"""Keywords about objects: properties, names, sizes, dependencies."""

from __future__ import annotations

from typing import Any

from runcomfy_codegen.diff.inclusion.alternatives import Row
from runcomfy_codegen.diff.inclusion.judging import Judge, Proof
from runcomfy_codegen.diff.inclusion.rows import (
    is_closed,
    matches,
    named,
    of_property,
    required,
)
from runcomfy_codegen.diff.inclusion.strings import at_least, at_most
from runcomfy_codegen.json_schema.values import Schema


def _required(_: Proof, row: Row, __: Schema, names: Any) -> bool:
    return required(row).issuperset(names)


def _properties(proof: Proof, row: Row, _: Schema, schemas: Schema) -> bool:
    return all(proof.holds(of_property(row, name), schema) for name, schema in schemas.items())


def _pattern_properties(proof: Proof, row: Row, _: Schema, schemas: Schema) -> bool:
    return all(_pattern_holds(proof, row, *pair) for pair in schemas.items())


def _pattern_holds(proof: Proof, row: Row, pattern: str, schema: Any) -> bool:
    names = {name for name in named(row) if matches(pattern, name) is not False}
    return _named_hold(proof, row, schema, names) and any(
        _others_match(proof, part, pattern, schema) for part in (*row, {})
    )


def _others_match(proof: Proof, part: Schema, pattern: str, schema: Any) -> bool:
    """Whether `part` lets a property that matches `pattern`, and has no name, fit `schema`."""
    patterns = part.get("patternProperties", {})
    if pattern in patterns and proof.holds((patterns[pattern],), schema):
        return True
    others = [part.get("additionalProperties", True), *patterns.values()]
    return all(proof.holds((other,), schema) for other in others)


def _additional(proof: Proof, row: Row, wide: Schema, schema: Any) -> bool:
    patterns = wide.get("patternProperties", {})
    left = {
        name
        for name in named(row) - wide.get("properties", {}).keys()
        if not any(matches(pattern, name) for pattern in patterns)
    }
    return _named_hold(proof, row, schema, left) and any(
        _others_hold(proof, part, schema, patterns) for part in (*row, {})
    )


def _others_hold(proof: Proof, part: Schema, schema: Any, apart: Schema) -> bool:
    """Whether a property of `part` that has no name, and matches none of `apart`, fits."""
    own = part.get("patternProperties", {})
    others = [part.get("additionalProperties", True)]
    others += [own[pattern] for pattern in own.keys() - apart.keys()]
    return all(proof.holds((other,), schema) for other in others)


def _named_hold(proof: Proof, row: Row, schema: Any, names: set[str]) -> bool:
    return all(proof.holds(of_property(row, name), schema) for name in names)


def _property_names(proof: Proof, row: Row, _: Schema, schema: Any) -> bool:
    stated = (part["propertyNames"] for part in row if "propertyNames" in part)
    if any(proof.holds((one,), schema) for one in stated):
        return True
    closed = any(is_closed(part) for part in row)
    return closed and all(proof.space.fits(schema, name) for name in named(row))


def _dependent_required(_: Proof, row: Row, __: Schema, wanted: Schema) -> bool:
    return all(
        set(names) <= _given_with(row, name) or _never(row, name) for name, names in wanted.items()
    )


def _given_with(row: Row, name: str) -> set[str]:
    """The properties that an object of `row` has where it has `name`."""
    found = required(row) | {name}
    for part in row:
        found |= set(part.get("dependentRequired", {}).get(name, ()))
    return found


def _never(row: Row, name: str) -> bool:
    return any(schema is False for schema in of_property(row, name))


def _dependent_schemas(proof: Proof, row: Row, _: Schema, wanted: Schema) -> bool:
    return all(
        _never(row, name) or proof.holds((*row, *_schemas_with(row, name)), schema)
        for name, schema in wanted.items()
    )


def _schemas_with(row: Row, name: str) -> list[Any]:
    tables = (part.get("dependentSchemas", {}) for part in row)
    return [table[name] for table in tables if name in table]


JUDGES: dict[str, Judge] = {
    "required": _required,
    "properties": _properties,
    "patternProperties": _pattern_properties,
    "additionalProperties": _additional,
    "propertyNames": _property_names,
    "minProperties": at_least("minProperties"),
    "maxProperties": at_most("maxProperties"),
    "dependentRequired": _dependent_required,
    "dependentSchemas": _dependent_schemas,
}
