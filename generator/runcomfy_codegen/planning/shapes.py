"""What of a schema a type can say, and what is left for a check.

`split` gives both: a value fits the schema exactly when it fits the shape and the check.
A shape has one form for each kind of type: nothing, `enum`, `anyOf`, `$ref`, or one `type`
with the keywords that a type keeps. Its subschemas are still to be split.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from runcomfy_codegen.dialect import tables
from runcomfy_codegen.dialect.enums import is_type
from runcomfy_codegen.json_schema.keywords import CHECKED
from runcomfy_codegen.json_schema.values import Schema, is_object, json_key
from runcomfy_codegen.patterns import translated
from runcomfy_codegen.planning.alternatives import are_disjoint, beside_each
from runcomfy_codegen.planning.definitions import Definitions
from runcomfy_codegen.planning.merging import merged, type_names
from runcomfy_codegen.planning.object_shapes import split_object

NOTHING_LEFT: Schema = {}
"""The check of a schema that the shape keeps as a whole."""

_BESIDE_A_CLASS = frozenset(
    {"dependentRequired", "maxProperties", "minProperties", "not", "propertyNames", "required"}
)
"""Keywords beside a `$ref` that leave the type behind it as it is."""


def split(schema: Any, definitions: Definitions) -> tuple[Schema, Any]:
    """The shape of a normalised schema, and the schema of what is left to be checked."""
    if not is_object(schema):
        return {}, NOTHING_LEFT if schema is True else schema
    said = _constraints(schema)
    if said.keys() == {"allOf"} and len(said["allOf"]) == 1:
        return split(said["allOf"][0], definitions)
    if "$ref" in said and "allOf" not in said:
        beside = {key: value for key, value in said.items() if key != "$ref"}
        if beside.keys() <= _BESIDE_A_CLASS:
            return {**schema, **dict.fromkeys(beside)}, beside
    if "$ref" in said or "allOf" in said:
        whole, exact = merged(schema, definitions)
        shape, check = _split(whole, definitions)
        return shape, check if exact else said
    return _split(schema, definitions)


def _split(schema: Schema, definitions: Definitions) -> tuple[Schema, Any]:
    said = _constraints(schema)
    if "enum" in said or "const" in said:
        return _split_enum(said)
    for keyword in ("anyOf", "oneOf"):
        if keyword in said:
            return _split_union(keyword, said, definitions)
    if "type" not in said:
        return {}, said
    return _split_type(said)


def _constraints(schema: Schema) -> Schema:
    return {key: value for key, value in schema.items() if key in tables.CONSTRAINTS_AND_MEDIA}


def _split_enum(said: Schema) -> tuple[Schema, Any]:
    """The values that are of the type; what else is said of them is checked."""
    values: list[Any] = said.get("enum", [said.get("const")])
    if "const" in said:
        values = [value for value in values if json_key(value) == json_key(said["const"])]
    if "type" in said:
        names = type_names(said["type"])
        values = [value for value in values if any(is_type(value, name) for name in names)]
    rest = {key: said[key] for key in said if key not in ("enum", "const", "type")}
    typed = {"type": said["type"]} if "type" in said else {}
    return ({**typed, "enum": values}, rest) if values else ({}, False)


def _split_union(keyword: str, said: Schema, definitions: Definitions) -> tuple[Schema, Any]:
    """A union of types; or, beside what makes an object, more to be checked of it."""
    members = said[keyword]
    beside = {key: value for key, value in said.items() if key != keyword}
    if "properties" in beside or not all(map(is_object, members)):
        shape, check = _split(beside, definitions)
        return shape, _and(check, {keyword: members})
    typing = {key: beside[key] for key in beside if key == "type" or key in tables.TYPE_OF_KEYWORD}
    check = {key: beside[key] for key in beside if key not in typing}
    if keyword == "oneOf" and not are_disjoint(members, definitions):
        check["oneOf"] = members
    return {"anyOf": beside_each(members, typing, definitions)}, check


def _split_type(said: Schema) -> tuple[Schema, Any]:
    names = type_names(said["type"])
    if not names:
        return {}, False
    if len(names) == 1:
        return _split_one_type({**said, "type": names[0]})
    about = {key: value for key, value in said.items() if key in tables.TYPE_OF_KEYWORD}
    rest = {key: said[key] for key in said if key not in about and key != "type"}
    if not about:
        return {"type": names}, rest
    members = [{"type": name, **_keywords_about(name, about)} for name in names]
    return {"anyOf": members}, rest


def _keywords_about(name: str, said: Schema) -> Schema:
    meant = "number" if name == "integer" else name
    return {key: said[key] for key in sorted(said) if tables.TYPE_OF_KEYWORD.get(key) == meant}


def _split_one_type(said: Schema) -> tuple[Schema, Any]:
    name = said["type"]
    about = _keywords_about(name, said)
    rest = {key: said[key] for key in said if key not in tables.TYPE_OF_KEYWORD and key != "type"}
    shape, check = _SPLITS.get(name, _split_checked)(about)
    return {"type": name, **shape}, {**check, **rest}


def _split_checked(said: Schema) -> tuple[Schema, Schema]:
    """Keywords that a type keeps, and those that none keeps."""
    check = {key: said[key] for key in said if key in CHECKED}
    return {key: said[key] for key in said if key not in check}, check


def _split_string(said: Schema) -> tuple[Schema, Schema]:
    """A pattern is kept by the type if pydantic's own engine reads it."""
    shape, check = _split_checked(said)
    if "pattern" not in shape:
        return shape, check
    pattern = shape.pop("pattern")
    regex = translated(pattern)
    if regex.linear and not said.keys() & {tables.MEDIA, tables.MEDIA_RULES}:
        return {**shape, "pattern": regex.text}, check
    return shape, {**check, "pattern": pattern}


def _split_array(said: Schema) -> tuple[Schema, Schema]:
    """A list of what stands in front and behind, in any order: the order is checked."""
    shape, check = _split_checked(said)
    if "prefixItems" not in said:
        return shape, check
    prefix = shape.pop("prefixItems")
    check |= {key: said[key] for key in ("prefixItems", "items") if key in said}
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


def _and(check: Any, more: Schema) -> Any:
    """A check of both, which have no keyword in common."""
    if not is_object(check):
        return check
    return {**check, **more}
