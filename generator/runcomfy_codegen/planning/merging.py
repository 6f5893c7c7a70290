"""Several schemas that all hold for a value, as one: exactly, or as near as can be."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from runcomfy_codegen.json_schema.keywords import BOUNDS, CONSTRAINTS, GROUPS, End
from runcomfy_codegen.json_schema.values import Schema, is_array, is_object, json_key
from runcomfy_codegen.planning.definitions import Definitions

_STRICTER: dict[str, Callable[[Any, Any], Any]] = {
    **{keyword: max if end is End.LOWER else min for keyword, end in BOUNDS.items()},
    "uniqueItems": lambda one, other: one or other,
    "required": lambda one, other: list(dict.fromkeys([*one, *other])),
    "type": lambda one, other: types_of_both(one, other),
    "enum": lambda one, other: [value for value in one if json_key(value) in _keys(other)],
}
"""Keywords that two schemas may both have: what holds where both do."""

_NAMED = frozenset(GROUPS["properties"])
"""Keywords about properties by name."""

_GROUPS = tuple(frozenset(group) for head, group in GROUPS.items() if head != "properties")
"""The other keywords that mean something together only."""


def merged(schema: Schema, definitions: Definitions) -> tuple[Schema, bool]:
    """`schema` with what it takes in by `allOf` and `$ref`, and whether that is all it says.

    Where it is not all, the result allows more than `schema` does, never less.
    """
    whole: Schema = {}
    exact = True
    for part in _parts(schema, definitions, ()):
        whole, kept = _both(whole, part) if is_object(part) else (whole, part is True)
        exact = exact and kept
    return whole, exact


def all_of(*schemas: Any) -> Any:
    """The schema for a value for which all of `schemas` hold."""
    told = list({json_key(one): one for one in schemas if one not in ({}, True)}.values())
    if False in told:
        return False
    return {"allOf": told} if len(told) > 1 else told[0] if told else {}


def are_apart(one: Schema, other: Schema) -> bool:
    """Whether two schemas may stand as one: no keyword of one is about a keyword of the other."""
    groups = (*_GROUPS, _NAMED)
    together = any(group & one.keys() and group & other.keys() for group in groups)
    return not together and not one.keys() & other.keys()


def type_names(declared: Any) -> list[str]:
    """The value of `type` as a list."""
    return declared if is_array(declared) else [declared]


def types_of_both(one: Any, other: Any) -> Any:
    """The types that two values of `type` have in common; an integer is a number."""
    first, second = _with_integer(one), _with_integer(other)
    common = [name for name in first if name in second]
    if "number" in common:
        common.remove("integer")
    return common[0] if len(common) == 1 else common


def _with_integer(declared: Any) -> list[str]:
    names = type_names(declared)
    return list(dict.fromkeys([*names, "integer"])) if "number" in names else names


def _parts(schema: Any, definitions: Definitions, seen: tuple[str, ...]) -> list[Any]:
    """The schemas that all hold, without `allOf` and `$ref`; None for one that is cut off."""
    if not is_object(schema):
        return [schema]
    parts: list[Any] = [{key: schema[key] for key in schema if key not in _TAKING_IN}]
    if (reference := schema.get("$ref")) in seen:
        return [*parts, None]
    if reference is not None:
        parts += _parts(definitions.target(reference), definitions, (*seen, reference))
    for member in schema.get("allOf", ()):
        parts += _parts(member, definitions, seen)
    return parts


_TAKING_IN = frozenset({"$ref", "$defs", "allOf"})


def _both(one: Schema, other: Schema) -> tuple[Schema, bool]:
    """A schema that allows what both allow, and whether it allows nothing else."""
    one, other = _with_enum(one), _with_enum(other)
    names, exact = _named(one, other)
    out = {**other, **one, **names}
    for keyword in names.keys() ^ _NAMED:
        out.pop(keyword, None)
    for group in _GROUPS:
        if group & one.keys() and group & other.keys():
            items, kept = _group(group, one, other)
            out = {**{key: out[key] for key in out if key not in group}, **items}
            exact = exact and kept
    for keyword in (one.keys() & other.keys() & CONSTRAINTS) - _NAMED.union(*_GROUPS):
        if keyword in _STRICTER:
            out[keyword] = _STRICTER[keyword](one[keyword], other[keyword])
        elif json_key(one[keyword]) != json_key(other[keyword]):
            exact = False
    return out, exact


def _group(group: frozenset[str], one: Schema, other: Schema) -> tuple[Schema, bool]:
    """What of a group to keep where both have it: items are merged, others kept of one."""
    if "items" in group and not {"prefixItems"} & {*one, *other}:
        return {"items": all_of(one["items"], other["items"])}, True
    if "items" in group:
        return {}, False
    kept = {key: one[key] for key in group & one.keys()}
    return kept, json_key(kept) == json_key({key: other[key] for key in group & other.keys()})


def _named(one: Schema, other: Schema) -> tuple[Schema, bool]:
    """The keywords about properties by name that hold where both do."""
    if not (_NAMED & one.keys() and _NAMED & other.keys()):
        return {key: value for key, value in (other | one).items() if key in _NAMED}, True
    mine, theirs = one.get("properties", {}), other.get("properties", {})
    names = {**mine, **theirs}
    properties = {name: all_of(mine.get(name, {}), theirs.get(name, {})) for name in names}
    for wide, narrow in ((other, one), (one, other)):
        covered = wide.get("properties", {}).keys() <= narrow.get("properties", {}).keys()
        if _says_no_more(wide) and covered:
            rest = {key: narrow[key] for key in _NAMED & narrow.keys()}
            return {**rest, "properties": properties}, True
    if _says_no_more(one) and _says_no_more(other):
        return {"properties": properties}, True
    shut = False in (one.get("additionalProperties"), other.get("additionalProperties"))
    patterned = "patternProperties" in {*one, *other}
    closed = {"additionalProperties": False} if shut and not patterned else {}
    return {"properties": properties, **closed}, False


def _says_no_more(schema: Schema) -> bool:
    """Whether nothing but `properties` is about properties by name."""
    further = schema.get("additionalProperties", True)
    return further in (True, {}) and "patternProperties" not in schema


def _with_enum(schema: Schema) -> Schema:
    """`schema` with `const` as an enum of one."""
    if "const" not in schema:
        return schema
    rest = {key: value for key, value in schema.items() if key != "const"}
    only = schema["const"]
    return {**rest, "enum": _STRICTER["enum"](rest.get("enum", [only]), [only])}


def _keys(values: list[Any]) -> set[Any]:
    return set(map(json_key, values))
