# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 133d426a4f28ef23b681b303b061be9f
"""Negate schemas, keyword by keyword: describe the values that break them."""

from collections.abc import Callable, Iterator
from itertools import combinations
from typing import Any

from ..._runtime.json_value import is_array, is_object

Schema = Any
"""An object, true or false."""

TYPES = ("string", "integer", "number", "boolean", "object", "array", "null")
"""The types of JSON Schema."""


def negations(schema: Schema) -> Iterator[Schema]:
    """Yield schemas such that a value which breaks `schema` fits one of them.

    They may allow other values too, since a validator decides in the end. A `$ref` in `schema`
    is ignored.
    """
    if is_object(schema):
        for keyword, limit in schema.items():
            if keyword in _NEGATIONS:
                yield from _NEGATIONS[keyword](limit, schema)
    elif schema is False:
        yield True


def negated(schema: Schema) -> Schema:
    """Return the schema of all values that break `schema`."""
    return {"not": schema}


def _type(declared: Any, _: Schema) -> Iterator[Schema]:
    names = declared if is_array(declared) else [declared]
    others = [name for name in TYPES if name not in names]
    if "number" in names and "integer" in others:
        others.remove("integer")
    yield {"type": others}


def _items(items: Schema, _: Schema) -> Iterator[Schema]:
    yield {"type": "array", "contains": negated(items)}


def _prefix_items(members: list[Schema], _: Schema) -> Iterator[Schema]:
    for index, member in enumerate(members):
        prefix = [*[True] * index, negated(member)]
        yield {"type": "array", "prefixItems": prefix, "minItems": len(prefix)}


def _contains(member: Schema, _: Schema) -> Iterator[Schema]:
    yield {"type": "array", "items": negated(member)}


def _properties(properties: dict[str, Schema], _: Schema) -> Iterator[Schema]:
    for name, member in properties.items():
        yield _object(properties={name: negated(member)}, required=[name])


def _pattern_properties(rows: dict[str, Schema], _: Schema) -> Iterator[Schema]:
    for pattern, member in rows.items():
        yield _object(patternProperties={pattern: negated(member)}, minProperties=1)


def _additional_properties(further: Schema, schema: Schema) -> Iterator[Schema]:
    known = dict.fromkeys(schema.get("properties", ()), True)
    patterns = dict.fromkeys(schema.get("patternProperties", ()), True)
    yield _object(
        properties=known,
        patternProperties=patterns,
        additionalProperties=negated(further),
        minProperties=len(known) + 1,
    )


def _property_names(member: Schema, _: Schema) -> Iterator[Schema]:
    yield _object(propertyNames=negated(member), minProperties=1)


def _required(names: list[str], _: Schema) -> Iterator[Schema]:
    for name in names:
        yield _object(properties={name: False})


def _dependent_required(rows: dict[str, list[str]], _: Schema) -> Iterator[Schema]:
    for name, others in rows.items():
        for other in others:
            yield _object(required=[name], properties={other: False})


def _dependent_schemas(rows: dict[str, Schema], _: Schema) -> Iterator[Schema]:
    for name, member in rows.items():
        yield _object(required=[name], allOf=[negated(member)])


def _any_of(members: list[Schema], _: Schema) -> Iterator[Schema]:
    yield {"allOf": [negated(member) for member in members]}


def _one_of(members: list[Schema], _: Schema) -> Iterator[Schema]:
    yield {"allOf": [negated(member) for member in members]}
    for pair in combinations(members, 2):
        yield {"allOf": [*pair]}


def _all_of(members: list[Schema], _: Schema) -> Iterator[Schema]:
    yield from map(negated, members)


def _if(test: Schema, schema: Schema) -> Iterator[Schema]:
    yield {"allOf": [test, negated(schema.get("then", True))]}
    yield {"allOf": [negated(test), negated(schema.get("else", True))]}


def _object(**keywords: Any) -> Schema:
    return {"type": "object", **keywords}


def _bound(
    kind: str, keyword: str, step: int = 0
) -> Callable[[Any, Schema], Iterator[Schema]]:
    """Return the negation of a bound: another bound, `step` further."""
    return lambda limit, _: iter([{"type": kind, keyword: limit + step}])


def _of_type(kind: str) -> Callable[[Any, Schema], Iterator[Schema]]:
    """Return an approximate negation of a keyword about `kind`: any value of that type."""
    return lambda _, __: iter([{"type": kind}])


_NEGATIONS: dict[str, Callable[[Any, Schema], Iterator[Schema]]] = {
    "type": _type,
    "enum": lambda _, __: iter([True]),
    "const": lambda _, __: iter([True]),
    "minimum": _bound("number", "exclusiveMaximum"),
    "maximum": _bound("number", "exclusiveMinimum"),
    "exclusiveMinimum": _bound("number", "maximum"),
    "exclusiveMaximum": _bound("number", "minimum"),
    "multipleOf": _of_type("number"),
    "minLength": _bound("string", "maxLength", -1),
    "maxLength": _bound("string", "minLength", 1),
    "pattern": _of_type("string"),
    "minItems": _bound("array", "maxItems", -1),
    "maxItems": _bound("array", "minItems", 1),
    "uniqueItems": lambda _, __: iter([{"type": "array", "minItems": 2}]),
    "items": _items,
    "prefixItems": _prefix_items,
    "contains": _contains,
    "minContains": _of_type("array"),
    "maxContains": _of_type("array"),
    "minProperties": _bound("object", "maxProperties", -1),
    "maxProperties": _bound("object", "minProperties", 1),
    "properties": _properties,
    "patternProperties": _pattern_properties,
    "additionalProperties": _additional_properties,
    "propertyNames": _property_names,
    "required": _required,
    "dependentRequired": _dependent_required,
    "dependentSchemas": _dependent_schemas,
    "anyOf": _any_of,
    "oneOf": _one_of,
    "allOf": _all_of,
    "not": lambda inner, _: iter([inner]),
    "if": _if,
}
"""Keyword: yields schemas such that a value which breaks the keyword fits one of them."""
