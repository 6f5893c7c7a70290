"""Judges of keywords about objects: properties, names, sizes, dependencies."""

from __future__ import annotations

from typing import Any

from runcomfy_codegen.inclusion.conjunctions import (
    Conjunction,
    is_closed,
    matches,
    max_size,
    named_properties,
    property_schemas,
    required_names,
)
from runcomfy_codegen.inclusion.judge import Judge, Proof
from runcomfy_codegen.inclusion.sizes import at_least, at_most
from runcomfy_codegen.json_schema.values import Schema


def _required(_: Proof, conjunction: Conjunction, __: Schema, names: Any) -> bool:
    return required_names(conjunction).issuperset(names)


def _properties(proof: Proof, conjunction: Conjunction, _: Schema, schemas: Schema) -> bool:
    return all(
        proof.implies(property_schemas(conjunction, name), schema)
        for name, schema in schemas.items()
    )


def _pattern_properties(proof: Proof, conjunction: Conjunction, _: Schema, schemas: Schema) -> bool:
    return all(_pattern_property(proof, conjunction, *pair) for pair in schemas.items())


def _pattern_property(proof: Proof, conjunction: Conjunction, pattern: str, schema: Any) -> bool:
    names = {name for name in named_properties(conjunction) if matches(pattern, name) is not False}
    return _all_imply(proof, conjunction, schema, names) and any(
        _unnamed_match_implies(proof, part, pattern, schema) for part in (*conjunction, {})
    )


def _unnamed_match_implies(proof: Proof, part: Schema, pattern: str, schema: Any) -> bool:
    """Return whether a property of `part` that it does not name, and that matches, fits `schema`.

    Other patterns of `part` may match the same name, so all of them must imply `schema`.
    """
    patterns = part.get("patternProperties", {})
    if pattern in patterns and proof.implies((patterns[pattern],), schema):
        return True
    others = [part.get("additionalProperties", True), *patterns.values()]
    return all(proof.implies((other,), schema) for other in others)


def _additional_properties(
    proof: Proof, conjunction: Conjunction, wide: Schema, schema: Any
) -> bool:
    patterns = wide.get("patternProperties", {})
    names = {
        name
        for name in named_properties(conjunction) - wide.get("properties", {}).keys()
        if not any(matches(pattern, name) for pattern in patterns)
    }
    if max_size(conjunction, "maxProperties") < 1:
        return True
    return _all_imply(proof, conjunction, schema, names) and any(
        _unnamed_other_implies(proof, part, schema, patterns) for part in (*conjunction, {})
    )


def _unnamed_other_implies(proof: Proof, part: Schema, schema: Any, excluded: Schema) -> bool:
    """Return whether a property of `part` that it does not name fits `schema`.

    Properties that match a pattern in `excluded` do not count.
    """
    patterns = part.get("patternProperties", {})
    others = [part.get("additionalProperties", True)]
    others += [patterns[pattern] for pattern in patterns.keys() - excluded.keys()]
    return all(proof.implies((other,), schema) for other in others)


def _all_imply(proof: Proof, conjunction: Conjunction, schema: Any, names: set[str]) -> bool:
    return all(proof.implies(property_schemas(conjunction, name), schema) for name in names)


def _property_names(proof: Proof, conjunction: Conjunction, _: Schema, schema: Any) -> bool:
    stated = (part["propertyNames"] for part in conjunction if "propertyNames" in part)
    if any(proof.implies((name_schema,), schema) for name_schema in stated):
        return True
    names = named_properties(conjunction)
    return any(map(is_closed, conjunction)) and all(
        proof.pair.is_valid(schema, name) for name in names
    )


def _dependent_required(
    _: Proof, conjunction: Conjunction, __: Schema, dependencies: Schema
) -> bool:
    return all(
        set(names) <= _present_with(conjunction, name) or _is_forbidden(conjunction, name)
        for name, names in dependencies.items()
    )


def _present_with(conjunction: Conjunction, name: str) -> set[str]:
    """Return the properties that an object must have if it has `name`."""
    names = required_names(conjunction) | {name}
    for part in conjunction:
        names |= set(part.get("dependentRequired", {}).get(name, ()))
    return names


def _is_forbidden(conjunction: Conjunction, name: str) -> bool:
    return any(schema is False for schema in property_schemas(conjunction, name))


def _dependent_schemas(
    proof: Proof, conjunction: Conjunction, _: Schema, dependencies: Schema
) -> bool:
    return all(
        _is_forbidden(conjunction, name)
        or proof.implies((*conjunction, *_dependent_schemas_of(conjunction, name)), schema)
        for name, schema in dependencies.items()
    )


def _dependent_schemas_of(conjunction: Conjunction, name: str) -> list[Any]:
    tables = (part.get("dependentSchemas", {}) for part in conjunction)
    return [table[name] for table in tables if name in table]


JUDGES: dict[str, Judge] = {
    "required": _required,
    "properties": _properties,
    "patternProperties": _pattern_properties,
    "additionalProperties": _additional_properties,
    "propertyNames": _property_names,
    "minProperties": at_least("minProperties"),
    "maxProperties": at_most("maxProperties"),
    "dependentRequired": _dependent_required,
    "dependentSchemas": _dependent_schemas,
}
