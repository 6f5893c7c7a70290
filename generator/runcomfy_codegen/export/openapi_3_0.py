"""An OpenAPI document in version 3.0, for tools that do not read 3.1 yet.

Schemas of 3.0 are another dialect: no `null`, no lists of types, no conditions. What it cannot
express is left out, so that a schema allows more and never something else; a client in another
language may then accept inputs that the service refuses. Source: OpenAPI Specification 3.0.4,
"Schema Object".
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from runcomfy_codegen.export.spelled_out import one_of
from runcomfy_codegen.json_schema.value_types import type_names, type_of
from runcomfy_codegen.json_schema.values import Schema, is_array, is_object
from runcomfy_codegen.json_schema.walking import Subschema, every_schema, map_subschemas

Object = dict[str, Any]

NOT_EXACT = frozenset(
    {
        *("if", "then", "else", "contains", "minContains", "maxContains", "prefixItems"),
        *("patternProperties", "propertyNames", "dependentRequired", "dependentSchemas"),
        *("unevaluatedItems", "unevaluatedProperties", "$ref"),
    }
)
"""Keywords that 3.0 does not have, and `$ref`, which may lead to one."""

LEFT_OUT = (NOT_EXACT - {"$ref"}) | {"$comment", "$anchor", "$defs"}
"""Keywords that are left out."""

NOTHING: Object = {"not": {}}
"""A schema that no value fits, in place of `false`."""

NULL: Object = {"enum": [None]}
"""A schema that only null fits, in place of the type."""


def as_openapi_3_0(document: Object) -> Object:
    """Return `document`, which is of version 3.1, in version 3.0."""
    return {**_converted(document), "openapi": "3.0.4"}


def _converted(value: Any) -> Any:
    """Convert every schema in a part of the document that is not a schema itself."""
    if is_array(value):
        return [_converted(item) for item in value]
    if not is_object(value):
        return value
    return {key: _converted_member(key, inner) for key, inner in value.items()}


def _converted_member(key: str, value: Any) -> Any:
    if key == "schema":
        return _schema(value)
    if key == "schemas":
        return {name: _schema(schema) for name, schema in value.items()}
    return _converted(value)


def _schema(schema: Any) -> Object:
    """Return a schema of 3.0 that allows at least every value that `schema` allows."""
    if not is_object(schema):
        return NOTHING if schema is False else {}
    if "$ref" in schema:
        return _reference(schema)
    out = map_subschemas(_without_negations(schema), "", _inner)
    for convert in CONVERSIONS:
        convert(out)
    return {keyword: value for keyword, value in out.items() if keyword not in LEFT_OUT}


def _without_negations(schema: Schema) -> Schema:
    """Leave out `not`, and weaken `oneOf`, if the schemas in them cannot be converted exactly.

    There, a schema that allows more would make the outer one allow less.
    """
    out = dict(schema)
    if "not" in out and not _is_whole(out["not"]):
        del out["not"]
    if "oneOf" in out and not all(map(_is_whole, out["oneOf"])):
        members = out.pop("oneOf")
        out["allOf"] = [*out.get("allOf", ()), {"anyOf": members}]
    return out


def _is_whole(schema: Any) -> bool:
    """Whether `schema` can be converted exactly."""
    return not any(NOT_EXACT & inner.keys() for _, inner in every_schema(schema))


def _inner(subschema: Subschema) -> Any:
    return _schema(subschema.schema)


def _reference(schema: Schema) -> Object:
    """Return a reference without siblings, which 3.0 would ignore: they go beside `allOf`."""
    reference = {"$ref": schema["$ref"]}
    siblings = {keyword: value for keyword, value in schema.items() if keyword != "$ref"}
    if not siblings:
        return reference
    converted = _schema(siblings)
    return {**converted, "allOf": [reference, *converted.get("allOf", ())]}


def _type(schema: Schema) -> None:
    """Turn a list of types into alternatives, and null into `nullable`."""
    types = type_names(schema.pop("type", []))
    others = [name for name in types if name != "null"]
    nullable = {"nullable": True} if "null" in types else {}
    if len(others) == 1:
        schema |= {"type": others[0], **nullable}
    elif others:
        union = {"anyOf": [{**_of_type(name), **nullable} for name in others]}
        schema["allOf"] = [*schema.get("allOf", ()), union]
    elif nullable:
        schema |= NULL


def _of_type(name: str) -> Object:
    return {"type": name, "items": {}} if name == "array" else {"type": name}


def _nullable_member(schema: Schema) -> None:
    """Write `anyOf` of one type and null as this type, `nullable`."""
    members = schema.get("anyOf", ())
    others = [member for member in members if member != NULL]
    if (
        len(members) == len(others) + 1
        and len(others) == 1
        and others[0].keys() & {"type", "not"} == {"type"}
    ):
        del schema["anyOf"]
        schema["allOf"] = [*schema.get("allOf", ()), {**others[0], "nullable": True}]


def _const(schema: Schema) -> None:
    """Write a constant as an enum, or by `one_of` if generators would drop a schema with it."""
    if "const" not in schema:
        return
    value = schema.pop("const")
    if isinstance(value, bool | float) and "not" not in schema:
        for keyword, part in one_of(type_of(value), [value]).items():
            schema.setdefault(keyword, part)  # a type that the schema has stays
    else:
        schema["enum"] = [value]


def _exclusive(schema: Schema) -> None:
    """Turn exclusive limits into the flags that they are in 3.0."""
    tighter: dict[str, Callable[..., Any]] = {"minimum": max, "maximum": min}
    for keyword, choose in tighter.items():
        flag = f"exclusive{keyword.title()}"
        if flag not in schema:
            continue
        exclusive, inclusive = schema.pop(flag), schema.get(keyword)
        limit = exclusive if inclusive is None else choose(exclusive, inclusive)
        schema[keyword] = limit
        if limit == exclusive:
            schema[flag] = True


def _items(schema: Schema) -> None:
    """Add `items`, which an array needs; those beside `prefixItems` are about later items."""
    is_list = schema.get("type") == "array" and "items" not in schema
    if is_list or "prefixItems" in schema:
        schema["items"] = {}


def _example(schema: Schema) -> None:
    if examples := schema.pop("examples", ()):
        schema["example"] = examples[0]


CONVERSIONS: tuple[Callable[[Schema], None], ...] = (
    _const,
    _type,
    _nullable_member,
    _exclusive,
    _items,
    _example,
)
"""The steps that convert a schema, in this order."""
