"""The inputs of a model as flags of the command line: a line of JSON for each.

The client library reads only the lines of the model in question: see its `cli/flags/index.py`.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from runcomfy_codegen.dialect import tables
from runcomfy_codegen.dialect.references import definition_name
from runcomfy_codegen.json_schema.value_types import type_of
from runcomfy_codegen.json_schema.values import Schema, is_object
from runcomfy_codegen.planning.ir import FieldSpec, Media, ModelSpec, TypeExpr, parts

MAX_LEVELS = 4
"""Levels of lists and objects that are described; what is deeper is given as JSON."""

_TYPES = ("integer", "number", "boolean", "string", "array", "object", "null")


def flag_lines(model: ModelSpec) -> tuple[str, ...]:
    """Return a JSON object for each input of `model`, in the order of its fields.

    Its members, without empty ones: `name`; `required`; `help`, the page's words; `facts`, such as
    its range; `samples`, the page's own texts for a medium; and the values that it takes: `types`
    (none for any), `choices`, `media` (its kind), `items` and `fields`, which have the same
    members, and `open` for an object that takes other names, too.
    """
    schema = model.input.json_schema
    values = _ValueDescriber(schema.get("$defs", {})).describe(schema).get("fields", {})
    return tuple(_line(field, values.get(field.wire_name, {})) for field in model.input.fields)


def _line(field: FieldSpec, values: Schema) -> str:
    flag = {
        "name": field.wire_name,
        "required": field.is_required,
        **values,
        "help": field.description,
        "facts": [*map(str, field.facts)],
        "samples": list(dict.fromkeys(_samples(field.type))),
    }
    return json.dumps(_without_empty(flag), ensure_ascii=False)


def _samples(expr: TypeExpr) -> Iterator[str]:
    if isinstance(expr, Media):
        yield from expr.samples
    for part in parts(expr):
        yield from _samples(part)


def _without_empty(members: Schema) -> Schema:
    """Return `members` without empty and false ones."""
    return {
        name: value for name, value in members.items() if value not in (None, False, [], {}, "")
    }


@dataclass(frozen=True)
class _ValueDescriber:
    """Describes the values that a schema takes. `definitions` are its `$defs`."""

    definitions: Schema

    def describe(self, schema: Any, levels: int = MAX_LEVELS) -> Schema:
        """Return a description of the values that `schema` takes, `levels` deep."""
        variants = list(self._variants(schema))
        fields: Schema = {}
        if levels:
            members = [
                pair for variant in variants for pair in variant.get("properties", {}).items()
            ]
            fields = {name: self.describe(member, levels - 1) for name, member in members}
        item_schemas = (variant.get("items") for variant in variants)
        items = next(filter(is_object, item_schemas), None)
        kinds = (variant[tables.MEDIA] for variant in variants if tables.MEDIA in variant)
        return _without_empty(
            {
                "types": self._types(schema),
                "choices": self._choices(schema),
                "media": next(kinds, None),
                "items": self.describe(items, levels - 1) if items and levels else None,
                "fields": fields,
                "open": any(_is_open(variant) for variant in variants),
            }
        )

    def _variants(self, schema: Any, depth: int = 0) -> Iterator[Schema]:
        """Yield `schema` and the schemas that apply to the same value, references followed."""
        if not is_object(schema) or depth > MAX_LEVELS:
            return
        yield schema
        if "$ref" in schema:
            yield from self._variants(self._target(schema), depth + 1)
        for keyword in ("allOf", "anyOf", "oneOf"):
            for member in schema.get(keyword, ()):
                yield from self._variants(member, depth + 1)

    def _types(self, schema: Any) -> list[str]:
        """Return the JSON types of the values; an empty list means any type."""
        types = self._type_set(schema, MAX_LEVELS)
        return [] if types is None else [name for name in _TYPES if name in types]

    def _type_set(self, schema: Any, levels: int) -> set[str] | None:
        """Return the JSON types of the values; None for any."""
        if not is_object(schema) or not levels:
            return None
        if "type" in schema:
            named = schema["type"]
            return {named} if isinstance(named, str) else set(named)
        if (values := _values(schema)) is not None:
            return set(map(type_of, values))
        if "$ref" in schema:
            return self._type_set(self._target(schema), levels - 1)
        for keyword in ("anyOf", "oneOf", "allOf"):
            if members := schema.get(keyword):
                types = [self._type_set(member, levels - 1) for member in members]
                return _types_of_all(types) if keyword == "allOf" else _types_of_any(types)
        return None

    def _choices(self, schema: Any, levels: int = MAX_LEVELS) -> list[Any]:
        """Return the values other than null, if the schema lists them."""
        if not is_object(schema) or not levels:
            return []
        if (values := _values(schema)) is not None:
            return [value for value in values if value is not None]
        if "$ref" in schema:
            return self._choices(self._target(schema), levels - 1)
        members = [member for member in schema.get("anyOf", ()) if member != {"type": "null"}]
        listed = [self._choices(member, levels - 1) for member in members]
        return [value for values in listed for value in values] if all(listed) else []

    def _target(self, schema: Schema) -> Any:
        return self.definitions.get(definition_name(schema["$ref"]) or "")


def _types_of_all(members: list[set[str] | None]) -> set[str] | None:
    """Return the types that all members allow; None for any, as in `members`."""
    stated = [types for types in members if types is not None]
    return stated[0].intersection(*stated[1:]) if stated else None


def _types_of_any(members: list[set[str] | None]) -> set[str] | None:
    """Return the types that at least one member allows; None for any, as in `members`."""
    stated = [types for types in members if types is not None]
    return set[str]().union(*stated) if len(stated) == len(members) else None


def _values(schema: Schema) -> list[Any] | None:
    if "const" in schema:
        return [schema["const"]]
    values: list[Any] | None = schema.get("enum")
    return values


def _is_open(schema: Schema) -> bool:
    """Whether an object takes names that its schema does not list."""
    is_object_schema = schema.get("type") == "object" or "properties" in schema
    return is_object_schema and schema.get("additionalProperties", True) is not False
