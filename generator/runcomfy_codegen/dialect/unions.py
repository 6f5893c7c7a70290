"""Rules that bring every union to one form: a bare `anyOf` whose members say everything."""

from __future__ import annotations

from typing import Any

from runcomfy_codegen.codes import Notes
from runcomfy_codegen.diagnostics import pointer
from runcomfy_codegen.dialect import tables
from runcomfy_codegen.dialect.refuse import unsupported
from runcomfy_codegen.dialect.walk import Schema
from runcomfy_codegen.reading.json_value import is_array, is_object

_CONSTRAINTS = tables.KEPT - {"$defs"}


def one_of(schema: Schema, at: str, notes: Notes) -> None:
    """Exactly one of schemas whose types differ is any one of them; others are refused."""
    if not is_array(members := schema.get("oneOf")):
        return
    kinds = [_kinds(member) for member in members]
    together = {kind for member in kinds for kind in member}
    if sum(map(len, kinds)) != len(together) or not all(kinds):
        message = "the types cannot keep a oneOf whose members share a type"
        unsupported(at + pointer("oneOf"), message, notes)
    if "anyOf" in schema:
        unsupported(at + pointer("oneOf"), "the types cannot keep oneOf beside anyOf", notes)
    schema["anyOf"] = schema.pop("oneOf")


def _kinds(member: Any) -> frozenset[str]:
    """The JSON types that a member of a union may have; empty where that cannot be told."""
    declared: Any = member.get("type", []) if is_object(member) else []
    names: list[Any] = declared if is_array(declared) else [declared]
    return frozenset("number" if name == "integer" else str(name) for name in names)


def lonely_ref(schema: Schema, at: str, notes: Notes) -> None:
    """Beside a `$ref` stand annotations only; a constraint there is refused."""
    if "$ref" in schema:
        for keyword in sorted((schema.keys() & _CONSTRAINTS) - {"$ref"}):
            message = f"the types cannot keep {keyword!r} beside $ref"
            unsupported(at + pointer(keyword), message, notes)


def distribute(schema: Schema, at: str, notes: Notes) -> None:
    """What stands beside an `anyOf` holds for each member, so it moves into each member."""
    members = schema.get("anyOf")
    if not is_array(members) or not all(is_object(member) for member in members):
        return
    beside = {key: schema[key] for key in schema.keys() & _CONSTRAINTS - {"anyOf"}}
    for index, member in enumerate(members):
        if clash := beside.keys() & member.keys() or (beside and "$ref" in member):
            message = f"the types cannot keep {clash} both beside anyOf and in its members"
            unsupported(at + pointer("anyOf", index), message, notes)
    schema["anyOf"] = [{**member, **beside} for member in members]
    for key in beside:
        del schema[key]


def split_types(schema: Schema, at: str, notes: Notes) -> None:
    """A list of types with bounds is a union of one type each, with the bounds about it."""
    declared = schema.get("type")
    bounds = schema.keys() & _TYPE_OF_KEYWORD.keys()
    if not is_array(declared) or not bounds or "enum" in schema:
        return
    schema["anyOf"] = [
        {"type": name, **{key: schema[key] for key in sorted(bounds) if _about(key, name)}}
        for name in declared
    ]
    for key in ("type", *bounds):
        del schema[key]


_TYPE_OF_KEYWORD = {
    **tables.IMPLIED_TYPES,
    "required": "object",
    "additionalProperties": "object",
    tables.MEDIA: "string",
    tables.MEDIA_RULES: "string",
}


def _about(keyword: str, name: str) -> bool:
    meant = _TYPE_OF_KEYWORD[keyword]
    return name == meant or (name == "integer" and meant == "number")


def nullable(schema: Schema, at: str, notes: Notes) -> None:
    """`nullable: true` (OpenAPI 3.0) allows null beside the rest."""
    if schema.pop("nullable", False) is not True:
        return
    notes.add("nullable", at + pointer("nullable"), "read as: or null")
    beside = {key: schema.pop(key) for key in schema.keys() & _CONSTRAINTS}
    schema["anyOf"] = [*beside.pop("anyOf", [beside] if beside else []), {"type": "null"}]
