"""Merge schemas that apply to the same value: exactly, or to one that allows more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from runcomfy_codegen.json_schema.keywords import BOUNDS, CONSTRAINTS, GROUPS, RangeEnd
from runcomfy_codegen.json_schema.value_types import type_names
from runcomfy_codegen.json_schema.values import Schema, is_object, json_key

_MERGERS: dict[str, Callable[[Any, Any], Any]] = {
    **{keyword: max if end is RangeEnd.LOWER else min for keyword, end in BOUNDS.items()},
    "uniqueItems": lambda left, right: left or right,
    "required": lambda left, right: list(dict.fromkeys([*left, *right])),
    "type": lambda left, right: common_types(left, right),
    "enum": lambda left, right: [value for value in left if json_key(value) in _keys(right)],
}
"""Keyword: the one value that means the same as two of its values together."""

_NAMED = frozenset(GROUPS["properties"])
"""Keywords about properties by name."""

_GROUPS = tuple(frozenset(group) for head, group in GROUPS.items() if head != "properties")
"""The other groups of keywords that have a meaning only together."""

_MERGED_IN = frozenset({"$ref", "$defs", "allOf"})


class Targets(Protocol):
    """Looks up the schemas behind references."""

    def target(self, reference: Any) -> Any:
        """Return the schema behind the `$ref` `reference`."""
        ...


def merged(schema: Schema, definitions: Targets) -> tuple[Schema, bool]:
    """Merge `schema` with what it refers to by `allOf` and `$ref`.

    Returns the result, and whether it is exact; otherwise it allows more than `schema` does.
    """
    whole: Schema = {}
    is_exact = True
    for part in _parts(schema, definitions, (), set()):
        whole, is_kept = _both(whole, part) if is_object(part) else (whole, part is True)
        is_exact = is_exact and is_kept
    return whole, is_exact


def all_of(*schemas: Any) -> Any:
    """Return a schema that allows what all of `schemas` allow."""
    distinct = list(
        {json_key(schema): schema for schema in schemas if schema not in ({}, True)}.values()
    )
    if False in distinct:
        return False
    return {"allOf": distinct} if len(distinct) > 1 else distinct[0] if distinct else {}


def are_independent(left: Schema, right: Schema) -> bool:
    """Whether the keywords of both may be put into one schema without changing their meaning."""
    groups = (*_GROUPS, _NAMED)
    share_a_group = any(group & left.keys() and group & right.keys() for group in groups)
    return not share_a_group and not left.keys() & right.keys()


def common_types(left: Any, right: Any) -> Any:
    """Return the types that two values of `type` have in common; an integer is a number."""
    first, second = _with_integer(left), _with_integer(right)
    common = [name for name in first if name in second]
    if "number" in common:
        common.remove("integer")
    return common[0] if len(common) == 1 else common


def _with_integer(declared: Any) -> list[str]:
    names = type_names(declared)
    return list(dict.fromkeys([*names, "integer"])) if "number" in names else names


def _parts(schema: Any, definitions: Targets, inside: tuple[str, ...], done: set[str]) -> list[Any]:
    """Return the schemas to merge, without `allOf` and `$ref`; None is a circular reference.

    `inside` are the references that led here, `done` those whose parts are in the list already.
    """
    if not is_object(schema):
        return [schema]
    parts: list[Any] = [{key: schema[key] for key in schema if key not in _MERGED_IN}]
    if (reference := schema.get("$ref")) in inside:
        return [*parts, None]
    if reference is not None and reference not in done:
        target = definitions.target(reference)
        parts += _parts(target, definitions, (*inside, reference), done)
        done.add(reference)
    for member in schema.get("allOf", ()):
        parts += _parts(member, definitions, inside, done)
    return parts


def _both(left: Schema, right: Schema) -> tuple[Schema, bool]:
    """Return a schema that allows what both allow, and whether it allows nothing else."""
    left, right = _with_enum(left), _with_enum(right)
    names, is_exact = _both_named(left, right)
    out = {**right, **left, **names}
    for keyword in _NAMED - names.keys():
        out.pop(keyword, None)
    for group in _GROUPS:
        if group & left.keys() and group & right.keys():
            kept, is_kept = _both_groups(group, left, right)
            out = {**{key: out[key] for key in out if key not in group}, **kept}
            is_exact = is_exact and is_kept
    for keyword in (left.keys() & right.keys() & CONSTRAINTS) - _NAMED.union(*_GROUPS):
        if keyword in _MERGERS:
            out[keyword] = _MERGERS[keyword](left[keyword], right[keyword])
        elif json_key(left[keyword]) != json_key(right[keyword]):
            is_exact = False
    return out, is_exact


def _both_groups(group: frozenset[str], left: Schema, right: Schema) -> tuple[Schema, bool]:
    """Merge a group that both have.

    `items` are merged exactly, and dropped beside `prefixItems`; of another group, the left one is
    kept.
    """
    if "items" in group and not {"prefixItems"} & {*left, *right}:
        return {"items": all_of(left["items"], right["items"])}, True
    if "items" in group:
        return {}, False
    kept = {key: left[key] for key in group & left.keys()}
    return kept, json_key(kept) == json_key({key: right[key] for key in group & right.keys()})


def _both_named(left: Schema, right: Schema) -> tuple[Schema, bool]:
    """Merge the keywords about properties by name."""
    if not (_NAMED & left.keys() and _NAMED & right.keys()):
        return {key: value for key, value in (right | left).items() if key in _NAMED}, True
    left_schemas, right_schemas = left.get("properties", {}), right.get("properties", {})
    names = {**left_schemas, **right_schemas}
    properties = {
        name: all_of(left_schemas.get(name, {}), right_schemas.get(name, {})) for name in names
    }
    for wide, narrow in ((right, left), (left, right)):
        is_covered = wide.get("properties", {}).keys() <= narrow.get("properties", {}).keys()
        if _is_open(wide) and is_covered:
            named = {key: narrow[key] for key in _NAMED & narrow.keys()}
            return {**named, "properties": properties}, True
    if _is_open(left) and _is_open(right):
        return {"properties": properties}, True
    is_closed = False in (left.get("additionalProperties"), right.get("additionalProperties"))
    has_patterns = "patternProperties" in {*left, *right}
    closed = {"additionalProperties": False} if is_closed and not has_patterns else {}
    return {"properties": properties, **closed}, False


def _is_open(schema: Schema) -> bool:
    """Whether properties that `properties` does not name may be anything."""
    further = schema.get("additionalProperties", True)
    return further in (True, {}) and "patternProperties" not in schema


def _with_enum(schema: Schema) -> Schema:
    """Return `schema` with `const` as an enum of one value."""
    if "const" not in schema:
        return schema
    other_keywords = {key: value for key, value in schema.items() if key != "const"}
    constant = schema["const"]
    return {
        **other_keywords,
        "enum": _MERGERS["enum"](other_keywords.get("enum", [constant]), [constant]),
    }


def _keys(values: list[Any]) -> set[Any]:
    return set(map(json_key, values))
