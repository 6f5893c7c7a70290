"""The inputs of a model, as the rules in words see them."""

from __future__ import annotations

import json
from collections.abc import Iterable, Mapping
from typing import Any

from runcomfy_codegen.json_schema.value_types import type_names
from runcomfy_codegen.json_schema.values import is_object
from runcomfy_codegen.planning.ir import (
    Alias,
    BareType,
    Bounded,
    ListOf,
    MapOf,
    Media,
    ObjectSpec,
    TypeExpr,
    UnionOf,
)
from runcomfy_codegen.rules import types

_KINDS = {"integer": "number", "number": "number", "string": "text", "boolean": "boolean"}


def rule_scope(specs: Iterable[ObjectSpec]) -> types.Object:
    """Return the inputs of a model, whose classes are `specs`, the `Input` last."""
    by_name = {str(spec.name): spec for spec in specs}
    return _object(list(by_name)[-1], by_name, ())


def _object(name: str, specs: Mapping[str, ObjectSpec], inside: tuple[str, ...]) -> types.Object:
    return types.Object(
        {
            str(field.name): types.Member(
                field.wire_name,
                _type(field.type, specs, (*inside, name)),
                field.default,
                _is_nullable(field.type),
            )
            for field in specs[name].fields
        }
    )


def _type(expr: TypeExpr, specs: Mapping[str, ObjectSpec], inside: tuple[str, ...]) -> types.Type:
    match expr:
        case BareType(schema):
            return _plain(json.loads(schema), specs, inside)
        case Media():
            return types.TEXT
        case Bounded(inner):
            return _type(inner, specs, inside)
        case Alias(_, values, _):
            return _type(values, specs, inside)
        case ListOf(item):
            return _list(_is_nullable(item), _type(item, specs, inside))
        case UnionOf(members):
            not_null = (member for member in members if not _is_null(member))
            return _one_of([_type(member, specs, inside) for member in not_null])
        case MapOf():
            return types.Other()


def _plain(schema: Any, specs: Mapping[str, ObjectSpec], inside: tuple[str, ...]) -> types.Type:
    """Return the type of a bare schema."""
    if not is_object(schema):
        return types.Other()
    if "$ref" in schema:
        name = schema["$ref"].rpartition("/")[2]
        is_class = name in specs and name not in inside  # it may be an enum with a name
        return _object(name, specs, inside) if is_class else types.Other()
    if "anyOf" in schema:
        not_null = (member for member in schema["anyOf"] if member != {"type": "null"})
        return _one_of([_plain(member, specs, inside) for member in not_null])
    declared = schema.get("type")
    names = [name for name in type_names(declared) if name != "null"]
    if names == ["array"]:
        items = schema.get("items")
        return _list(_may_be_null(items), _plain(items, specs, inside))
    kinds = {_KINDS.get(str(name), "") for name in names}
    kinds |= {_kind(value) for value in schema.get("enum", ()) if value is not None}
    kinds -= {""} if "enum" in schema and declared is None else set()
    values = tuple(schema["enum"]) if "enum" in schema else None
    kind = kinds.pop() if len(kinds) == 1 else ""
    return types.Scalar(kind, values) if kind else types.Other()


def _one_of(members: list[types.Type]) -> types.Type:
    """Return the type of a union, which rules can use only if it has one member besides null."""
    return members[0] if len(members) == 1 else types.Other()


def _list(nullable: bool, item: types.Type) -> types.Type:
    return types.ListOf(types.Other() if nullable else item)


def _is_nullable(expr: TypeExpr) -> bool:
    match expr:
        case BareType(schema):
            return _may_be_null(json.loads(schema))
        case Bounded(inner):
            return _is_nullable(inner)
        case UnionOf(members):
            return any(map(_is_nullable, members))
        case _:
            return False


def _may_be_null(schema: Any) -> bool:
    """Whether null fits a bare schema."""
    if not is_object(schema):
        return schema is not False
    declared = schema.get("type", [] if schema.keys() & {"$ref", "anyOf", "enum"} else "null")
    names = type_names(declared)
    inner = any(map(_may_be_null, schema.get("anyOf", ())))
    return "null" in names or inner or None in schema.get("enum", ())


def _is_null(expr: TypeExpr) -> bool:
    return isinstance(expr, BareType) and json.loads(expr.schema) == {"type": "null"}


def _kind(value: Any) -> str:
    if isinstance(value, bool):
        return "boolean"
    return "text" if isinstance(value, str) else "number" if isinstance(value, int | float) else ""
