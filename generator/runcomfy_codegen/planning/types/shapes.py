"""Split a schema into what a Python type can express, and what remains for a check.

A value fits the schema exactly if it fits both parts. The first, the shape, has one form for
each kind of type: empty, `enum`, `anyOf`, `$ref`, or one `type` with the keywords that a Python
type can express. Its subschemas are not split yet.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from runcomfy_codegen.dialect import tables
from runcomfy_codegen.json_schema.keywords import CHECKED, IN_PLACE, KEYWORDS
from runcomfy_codegen.json_schema.value_types import is_type, type_names
from runcomfy_codegen.json_schema.values import Schema, is_object, json_key
from runcomfy_codegen.patterns import translated
from runcomfy_codegen.planning.types.definitions import Definitions
from runcomfy_codegen.planning.types.merging import merged
from runcomfy_codegen.planning.types.object_shapes import split_object
from runcomfy_codegen.planning.types.unions import are_disjoint, beside_each

NOTHING_LEFT: Schema = {}
"""The check of a schema that its shape expresses completely."""

_BESIDE_A_CLASS = {"not", "required"} | {
    keyword for keyword in CHECKED - IN_PLACE if KEYWORDS[keyword].value_type == "object"
}
"""Keywords beside a `$ref` that leave the type behind it as it is."""


def split(schema: Any, definitions: Definitions) -> tuple[Schema, Any]:
    """Return the shape of a normalised schema, and the schema of what remains to check."""
    if not is_object(schema):
        return {}, NOTHING_LEFT if schema is True else schema
    constraints = _constraints(schema)
    if constraints.keys() == {"allOf"} and len(constraints["allOf"]) == 1:
        return split(constraints["allOf"][0], definitions)
    if "$ref" in constraints and "allOf" not in constraints:
        beside = {key: value for key, value in constraints.items() if key != "$ref"}
        if beside.keys() <= _BESIDE_A_CLASS:
            return {key: schema[key] for key in schema if key not in beside}, beside
    if "$ref" in constraints or "allOf" in constraints:
        whole, is_exact = merged(schema, definitions)
        shape, check = _split(whole, definitions)
        return shape, check if is_exact else constraints
    return _split(schema, definitions)


def _split(schema: Schema, definitions: Definitions) -> tuple[Schema, Any]:
    constraints = _constraints(schema)
    if "enum" in constraints or "const" in constraints:
        return _split_enum(constraints)
    for keyword in ("anyOf", "oneOf"):
        if keyword in constraints:
            return _split_union(keyword, constraints, definitions)
    if "type" not in constraints:
        return {}, constraints
    return _split_types(constraints)


def _constraints(schema: Schema) -> Schema:
    return {key: value for key, value in schema.items() if key in tables.ABOUT_THE_VALUE}


def _split_enum(schema: Schema) -> tuple[Schema, Any]:
    """Split off the values that are of the type; all other keywords are checked."""
    values: list[Any] = schema.get("enum", [schema.get("const")])
    if "const" in schema:
        values = [value for value in values if json_key(value) == json_key(schema["const"])]
    if "type" in schema:
        names = type_names(schema["type"])
        values = [value for value in values if any(is_type(value, name) for name in names)]
    check = {key: schema[key] for key in schema if key not in ("enum", "const", "type")}
    typed = {"type": schema["type"]} if "type" in schema else {}
    return ({**typed, "enum": values}, check) if values else ({}, False)


def _split_union(keyword: str, schema: Schema, definitions: Definitions) -> tuple[Schema, Any]:
    """Split a union: its types are the shape, unless the schema has properties as well."""
    members = schema[keyword]
    beside = {key: value for key, value in schema.items() if key != keyword}
    if "properties" in beside or not all(map(is_object, members)):
        shape, check = _split(beside, definitions)
        return shape, _and(check, {keyword: members})
    typing = {key: beside[key] for key in beside if key == "type" or key in tables.TYPE_OF_KEYWORD}
    check = {key: beside[key] for key in beside if key not in typing}
    if keyword == "oneOf" and not are_disjoint(members, definitions):
        check["oneOf"] = members
    return {"anyOf": beside_each(members, typing, definitions)}, check


def _split_types(schema: Schema) -> tuple[Schema, Any]:
    names = type_names(schema["type"])
    if not names:
        return {}, False
    if len(names) == 1:
        return _split_type({**schema, "type": names[0]})
    typed = {key: value for key, value in schema.items() if key in tables.TYPE_OF_KEYWORD}
    check = {key: schema[key] for key in schema if key not in typed and key != "type"}
    if not typed:
        return {"type": names}, check
    members = [{"type": name, **_keywords_about(name, typed)} for name in names]
    return {"anyOf": members}, check


def _keywords_about(name: str, schema: Schema) -> Schema:
    type_ = "number" if name == "integer" else name
    return {key: schema[key] for key in sorted(schema) if tables.TYPE_OF_KEYWORD.get(key) == type_}


def _split_type(schema: Schema) -> tuple[Schema, Any]:
    name = schema["type"]
    untyped = {
        key: schema[key] for key in schema if key not in tables.TYPE_OF_KEYWORD and key != "type"
    }
    shape, check = _SPLITS.get(name, _split_checked)(_keywords_about(name, schema))
    return {"type": name, **shape}, {**check, **untyped}


def _split_checked(keywords: Schema) -> tuple[Schema, Schema]:
    """Split off the keywords that no type expresses."""
    check = {key: keywords[key] for key in keywords if key in CHECKED}
    return {key: keywords[key] for key in keywords if key not in check}, check


def _split_string(keywords: Schema) -> tuple[Schema, Schema]:
    """Split the keywords of a string: a type has the pattern if pydantic's engine can read it."""
    shape, check = _split_checked(keywords)
    if "pattern" not in shape:
        return shape, check
    pattern = shape.pop("pattern")
    regex = translated(pattern)
    if regex.linear and not keywords.keys() & {tables.MEDIA, tables.MEDIA_LIMITS}:
        return {**shape, "pattern": regex.text}, check
    return shape, {**check, "pattern": pattern}


def _split_array(keywords: Schema) -> tuple[Schema, Schema]:
    """Split the keywords of an array: the type allows items in any order, the check orders them."""
    shape, check = _split_checked(keywords)
    if "prefixItems" not in keywords:
        return shape, check
    prefix = shape.pop("prefixItems")
    check |= {key: keywords[key] for key in ("prefixItems", "items") if key in keywords}
    if "items" in shape:
        kinds = [*prefix, shape.pop("items")]
        distinct = {json_key(kind): kind for kind in kinds if kind is not False}
        if distinct:
            shape["items"] = {"anyOf": list(distinct.values())}
    return shape, check


_SPLITS: dict[str, Callable[[Schema], tuple[Schema, Schema]]] = {
    "array": _split_array,
    "object": split_object,
    "string": _split_string,
}


def _and(check: Any, keywords: Schema) -> Any:
    """Return `check` with `keywords`, none of which it has."""
    return {**check, **keywords} if is_object(check) else check
