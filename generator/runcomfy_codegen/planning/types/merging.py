"""Merge schemas that apply to the same value: exactly, or to one that allows more."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any, Protocol

from runcomfy_codegen.json_schema.keywords import BOUNDS, CONSTRAINTS, GROUPS, End
from runcomfy_codegen.json_schema.values import Schema, is_array, is_object, json_key

_MERGERS: dict[str, Callable[[Any, Any], Any]] = {
    **{keyword: max if end is End.LOWER else min for keyword, end in BOUNDS.items()},
    "uniqueItems": lambda one, other: one or other,
    "required": lambda one, other: list(dict.fromkeys([*one, *other])),
    "type": lambda one, other: common_types(one, other),
    "enum": lambda one, other: [value for value in one if json_key(value) in _keys(other)],
}
"""Keyword: the one value that means the same as two of its values together."""

_NAMED = frozenset(GROUPS["properties"])
"""Keywords about properties by name."""

_GROUPS = tuple(frozenset(group) for head, group in GROUPS.items() if head != "properties")
"""The other keywords that mean something together only."""

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
    distinct = list({json_key(one): one for one in schemas if one not in ({}, True)}.values())
    if False in distinct:
        return False
    return {"allOf": distinct} if len(distinct) > 1 else distinct[0] if distinct else {}


def are_independent(one: Schema, other: Schema) -> bool:
    """Whether the keywords of both may stand in one schema, and mean what they did."""
    groups = (*_GROUPS, _NAMED)
    share_a_group = any(group & one.keys() and group & other.keys() for group in groups)
    return not share_a_group and not one.keys() & other.keys()


def type_names(declared: Any) -> list[str]:
    """Return the value of `type` as a list."""
    return declared if is_array(declared) else [declared]


def common_types(one: Any, other: Any) -> Any:
    """Return the types that two values of `type` have in common; an integer is a number."""
    first, second = _with_integer(one), _with_integer(other)
    common = [name for name in first if name in second]
    if "number" in common:
        common.remove("integer")
    return common[0] if len(common) == 1 else common


def _with_integer(declared: Any) -> list[str]:
    names = type_names(declared)
    return list(dict.fromkeys([*names, "integer"])) if "number" in names else names


def _parts(schema: Any, definitions: Targets, inside: tuple[str, ...], done: set[str]) -> list[Any]:
    """Return the schemas to merge, without `allOf` and `$ref`; None stands for a circle.

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


def _both(one: Schema, other: Schema) -> tuple[Schema, bool]:
    """Return a schema that allows what both allow, and whether it allows nothing else."""
    one, other = _with_enum(one), _with_enum(other)
    names, is_exact = _both_named(one, other)
    out = {**other, **one, **names}
    for keyword in names.keys() ^ _NAMED:
        out.pop(keyword, None)
    for group in _GROUPS:
        if group & one.keys() and group & other.keys():
            kept, is_kept = _both_groups(group, one, other)
            out = {**{key: out[key] for key in out if key not in group}, **kept}
            is_exact = is_exact and is_kept
    for keyword in (one.keys() & other.keys() & CONSTRAINTS) - _NAMED.union(*_GROUPS):
        if keyword in _MERGERS:
            out[keyword] = _MERGERS[keyword](one[keyword], other[keyword])
        elif json_key(one[keyword]) != json_key(other[keyword]):
            is_exact = False
    return out, is_exact


def _both_groups(group: frozenset[str], one: Schema, other: Schema) -> tuple[Schema, bool]:
    """Merge a group that both have: `items` exactly, of any other the first is kept."""
    if "items" in group and not {"prefixItems"} & {*one, *other}:
        return {"items": all_of(one["items"], other["items"])}, True
    if "items" in group:
        return {}, False
    kept = {key: one[key] for key in group & one.keys()}
    return kept, json_key(kept) == json_key({key: other[key] for key in group & other.keys()})


def _both_named(one: Schema, other: Schema) -> tuple[Schema, bool]:
    """Merge the keywords about properties by name."""
    if not (_NAMED & one.keys() and _NAMED & other.keys()):
        return {key: value for key, value in (other | one).items() if key in _NAMED}, True
    mine, theirs = one.get("properties", {}), other.get("properties", {})
    names = {**mine, **theirs}
    properties = {name: all_of(mine.get(name, {}), theirs.get(name, {})) for name in names}
    for wide, narrow in ((other, one), (one, other)):
        is_covered = wide.get("properties", {}).keys() <= narrow.get("properties", {}).keys()
        if _is_open(wide) and is_covered:
            rest = {key: narrow[key] for key in _NAMED & narrow.keys()}
            return {**rest, "properties": properties}, True
    if _is_open(one) and _is_open(other):
        return {"properties": properties}, True
    is_closed = False in (one.get("additionalProperties"), other.get("additionalProperties"))
    has_patterns = "patternProperties" in {*one, *other}
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
    rest = {key: value for key, value in schema.items() if key != "const"}
    only = schema["const"]
    return {**rest, "enum": _MERGERS["enum"](rest.get("enum", [only]), [only])}


def _keys(values: list[Any]) -> set[Any]:
    return set(map(json_key, values))
