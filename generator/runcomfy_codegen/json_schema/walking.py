"""Visit, change and look up the subschemas of a schema."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from typing import Any, NamedTuple

from runcomfy_codegen.json_schema.keywords import KEPT, KEYWORDS, Subschemas
from runcomfy_codegen.json_schema.pointers import get_at, join_pointer
from runcomfy_codegen.json_schema.values import Schema, is_array, is_object, is_schema

HOLDERS = tuple(
    name
    for where in Subschemas
    for name, row in KEYWORDS.items()
    if row.subschemas is where and name in KEPT
)
"""Keywords with subschemas, in the order in which these are visited."""

HOLDERS_AS_WRITTEN = (*HOLDERS, "definitions")
"""The same for a schema that is not normalised: it may use the older name of `$defs`."""


class Subschema(NamedTuple):
    """A schema inside another one."""

    schema: Any
    """An object, true or false; any JSON if the outer schema is not sound."""
    pointer: str
    keyword: str
    """The keyword of the outer schema whose value contains it."""
    name: str = ""
    """Its name under a keyword such as `properties`; else empty."""


def subschemas(
    schema: Schema, pointer: str = "", keywords: Sequence[str] = HOLDERS
) -> Iterator[Subschema]:
    """Yield the direct subschemas under `keywords` of `schema`, which is at `pointer`."""
    for keyword in keywords:
        if keyword in schema:
            yield from _inside(keyword, schema[keyword], f"{pointer}/{keyword}")


def every_schema(
    schema: Any, pointer: str = "", keywords: Sequence[str] = HOLDERS
) -> Iterator[tuple[str, Schema]]:
    """Yield `schema` and all schemas inside it that are objects, each with its pointer."""
    if is_object(schema):
        yield pointer, schema
        for inner in subschemas(schema, pointer, keywords):
            yield from every_schema(inner.schema, inner.pointer, keywords)


def map_subschemas(schema: Schema, pointer: str, change: Callable[[Subschema], Any]) -> Schema:
    """Return a copy of `schema` with each direct subschema replaced by what `change` returns."""
    out = dict(schema)
    for keyword in HOLDERS:
        if keyword in out:
            members = _inside(keyword, out[keyword], f"{pointer}/{keyword}")
            out[keyword] = _replaced(keyword, out[keyword], [change(inner) for inner in members])
    return out


def subschema_at(schema: Any, steps: Sequence[str]) -> Any:
    """Return the subschema that `steps` lead to, or None if they lead to anything else."""
    while steps:
        keyword = steps[0]
        length = 1 if keyword in KEYWORDS and KEYWORDS[keyword].subschemas is Subschemas.ONE else 2
        if keyword not in HOLDERS or len(steps) < length:
            return None
        schema = get_at(schema, join_pointer(*steps[:length]), None)
        steps = steps[length:]
    return schema if is_schema(schema) else None


def _inside(keyword: str, value: Any, pointer: str) -> Iterator[Subschema]:
    """Yield the subschemas in the `value` of `keyword`, which is at `pointer`."""
    match KEYWORDS[keyword].subschemas:
        case Subschemas.LIST if is_array(value):
            for index, item in enumerate(value):
                yield Subschema(item, f"{pointer}/{index}", keyword)
        case Subschemas.MAP if is_object(value):
            for name, item in value.items():
                yield Subschema(item, pointer + join_pointer(name), keyword, name)
        # `additionalProperties: false` closes an object, and is not read as a schema
        case Subschemas.ONE if keyword != "additionalProperties" or not isinstance(value, bool):
            yield Subschema(value, pointer, keyword)
        case _:
            pass


def _replaced(keyword: str, value: Any, members: list[Any]) -> Any:
    """Return `value` of `keyword` with `members` in place of its subschemas."""
    match KEYWORDS[keyword].subschemas:
        case Subschemas.LIST if is_array(value):
            return members
        case Subschemas.MAP if is_object(value):
            return dict(zip(value, members, strict=True))
        case Subschemas.ONE if members:
            return members[0]
        case _:
            return value
