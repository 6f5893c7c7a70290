"""Unions: whether their members exclude each other, and keywords beside them."""

from __future__ import annotations

from itertools import combinations
from typing import Any

from runcomfy_codegen.json_schema.value_types import type_names
from runcomfy_codegen.json_schema.values import Schema, is_object, json_key
from runcomfy_codegen.planning.types.definitions import Definitions
from runcomfy_codegen.planning.types.merging import all_of, are_independent, merged


def are_disjoint(members: list[Any], definitions: Definitions) -> bool:
    """Whether no value fits two of `members`, so that `oneOf` means the same as `anyOf`."""
    if not all(map(is_object, members)):
        return False
    plain = [merged(member, definitions)[0] for member in members]
    return all(_exclude(left, right) for left, right in combinations(plain, 2))


def beside_each(members: list[Any], beside: Schema, definitions: Definitions) -> list[Any]:
    """Return the `members` of a union, each with the keywords `beside` the union."""
    return [_beside(member, beside, definitions) for member in members]


def _beside(member: Any, beside: Schema, definitions: Definitions) -> Any:
    whole = merged(member, definitions)[0]
    missing = {key: beside[key] for key in beside if whole.get(key) != beside[key]}
    if "$ref" in member or not are_independent(member, missing):
        return all_of(missing, member)
    return {**member, **missing}


def _exclude(left: Schema, right: Schema) -> bool:
    return _differ_in_type(left, right) or _differ_in_tag(left, right)


def _differ_in_type(left: Schema, right: Schema) -> bool:
    first, second = _kinds(left), _kinds(right)
    return bool(first) and bool(second) and first.isdisjoint(second)


def _kinds(schema: Schema) -> frozenset[str]:
    """Return the JSON types that a value may have; empty if that is unknown."""
    names = type_names(schema["type"]) if "type" in schema else []
    return frozenset("number" if name == "integer" else name for name in names)


def _differ_in_tag(left: Schema, right: Schema) -> bool:
    """Whether both are objects that require a property for which they list different values."""
    if [left.get("type"), right.get("type")] != ["object", "object"]:
        return False
    shared = set(left.get("required", ())) & set(right.get("required", ()))
    tags = [(_tags(left, name), _tags(right, name)) for name in shared]
    return any(
        left_tags and right_tags and left_tags.isdisjoint(right_tags)
        for left_tags, right_tags in tags
    )


def _tags(schema: Schema, name: str) -> frozenset[Any]:
    """Return the values that a property may have; empty if they are not listed."""
    member = schema.get("properties", {}).get(name)
    if not is_object(member):
        return frozenset()
    values = member.get("enum", [member["const"]] if "const" in member else [])
    return frozenset(map(json_key, values))
