"""A schema in the subset of JSON Schema that strict tool calling takes.

Every object is closed and requires all of its properties; an optional one may be null instead.
Limits are described in words. The result allows what the schema allows, as far as the subset can
express it, and perhaps more: `Input.from_tool` of the client library validates the arguments.

Sources: "Supported schemas" in OpenAI's guide to structured outputs; "JSON Schema limitations" in
Anthropic's.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from runcomfy_codegen.dialect.references import WHOLE_DOCUMENT, definition_name
from runcomfy_codegen.export.inexpressible import InexpressibleError
from runcomfy_codegen.export.limits_in_words import described
from runcomfy_codegen.json_schema.keywords import CONSTRAINTS, JSON_TYPES
from runcomfy_codegen.json_schema.pointers import join_pointer
from runcomfy_codegen.json_schema.value_types import type_names, type_of
from runcomfy_codegen.json_schema.values import Schema, is_object
from runcomfy_codegen.planning.types.definitions import Definitions
from runcomfy_codegen.planning.types.merging import merged

SCALARS = JSON_TYPES - {"array", "object"}

EXPRESSED = frozenset(
    {"type", "enum", "const", "$ref", "properties", "required", "additionalProperties", "items"}
)
"""Constraints that the subset can express."""

UNIONS = ("anyOf", "oneOf")

NOTHING_FITS = "no value fits it"
"""Two parts of a schema contradict each other."""


@dataclass(frozen=True)
class StrictSchema:
    """A schema in the subset."""

    schema: Schema
    left_out: tuple[str, ...]
    """Where and why properties were left out that the subset cannot express."""


def strict_schema(schema: Schema) -> StrictSchema:
    """Return the strict form of an input's `schema`, which is plain JSON Schema.

    Raises `InexpressibleError` if the subset cannot express something that is required.
    """
    writer = _Writer(schema)
    whole = {key: value for key, value in schema.items() if key != "$defs"}
    form = writer.value({"type": "object", **whole}, "")
    definitions = {"$defs": writer.written} if writer.written else {}
    return StrictSchema({**form, **definitions}, tuple(dict.fromkeys(writer.left_out)))


class _Writer:
    def __init__(self, document: Schema) -> None:
        self._definitions = Definitions(document)
        self.written: dict[str, Schema] = {}
        """The definitions that are referred to."""
        self.left_out: list[str] = []

    def value(self, schema: Any, pointer: str) -> Schema:
        """Return the form of `schema`; its description has the limits that the form lacks."""
        if not is_object(schema):
            raise InexpressibleError(pointer, "it is any value, or none")
        if "allOf" in schema or ("$ref" in schema and schema.keys() & CONSTRAINTS != {"$ref"}):
            schema, _ = merged(schema, self._definitions)
        form = self._form(schema, pointer)
        union = frozenset(UNIONS if "anyOf" in form else ())
        return described(form, schema, EXPRESSED | union)

    def _form(self, schema: Schema, pointer: str) -> Schema:
        if "$ref" in schema:
            return self._reference(schema["$ref"])
        if "enum" in schema or "const" in schema:
            return _enum(schema, pointer)
        if "type" in schema:
            return self._typed(schema, pointer)
        for keyword in UNIONS:
            if keyword in schema:
                return self._union(schema[keyword], pointer + join_pointer(keyword))
        raise InexpressibleError(pointer, "it may be of any type")

    def _reference(self, reference: str) -> Schema:
        name = definition_name(reference)
        if reference != WHOLE_DOCUMENT and name is not None and name not in self.written:
            before = dict(self.written)
            self.written[name] = {}  # it may refer to itself
            try:
                target = self._definitions.target(reference)
                self.written[name] = self.value(target, join_pointer("$defs", name))
            except InexpressibleError:
                self.written = before  # without those that refer to it
                raise
        return {"$ref": reference}

    def _union(self, members: list[Any], pointer: str) -> Schema:
        """Return a union of the members that can be expressed."""
        forms: list[Schema] = []
        for number, member in enumerate(members):
            try:
                forms.append(self.value(member, pointer + join_pointer(number)))
            except InexpressibleError as error:
                self.left_out.append(str(error))
        if not forms:
            raise InexpressibleError(pointer, "no member has a strict form")
        return {"anyOf": forms}

    def _typed(self, schema: Schema, pointer: str) -> Schema:
        names = type_names(schema["type"])
        if not names:
            raise InexpressibleError(pointer, NOTHING_FITS)
        forms = [self._of_type(name, schema, pointer) for name in names]
        if SCALARS.issuperset(names):
            return {"type": schema["type"]}
        return forms[0] if len(forms) == 1 else {"anyOf": forms}

    def _of_type(self, name: str, schema: Schema, pointer: str) -> Schema:
        match name:
            case "object":
                return self._object(schema, pointer)
            case "array" if "prefixItems" in schema:
                raise InexpressibleError(pointer, "its items differ by their place")
            case "array":
                items = self.value(schema.get("items", True), pointer + join_pointer("items"))
                return {"type": name, "items": items}
            case _:
                return {"type": name}

    def _object(self, schema: Schema, pointer: str) -> Schema:
        required = schema.get("required", ())
        forms: dict[str, Schema] = {}
        for name, member in schema.get("properties", {}).items():
            try:
                form = self.value(member, pointer + join_pointer("properties", name))
            except InexpressibleError as error:
                if name in required:
                    raise
                self.left_out.append(str(error))
            else:
                forms[name] = form if name in required else _or_null(form)
        is_open = schema.get("additionalProperties", True) is not False
        if set(required) - forms.keys() or (is_open and not forms):
            raise InexpressibleError(pointer, "its properties have no names")
        return {
            "type": "object",
            "properties": forms,
            "required": [*forms],
            "additionalProperties": False,
        }


def _enum(schema: Schema, pointer: str) -> Schema:
    values = schema["enum"] if "enum" in schema else [schema["const"]]
    names = list(dict.fromkeys(map(type_of, values)))
    if not values:
        raise InexpressibleError(pointer, NOTHING_FITS)
    if not SCALARS.issuperset(names):
        raise InexpressibleError(pointer, "an object or array is among its values")
    return {"type": names[0] if len(names) == 1 else names, "enum": values}


def _or_null(form: Schema) -> Schema:
    """Return a form that allows null as well."""
    if "anyOf" in form:
        return {**form, "anyOf": [*form["anyOf"], {"type": "null"}]}
    names = type_names(form.get("type", ()))
    if names and SCALARS.issuperset(names):
        out = {**form, "type": list(dict.fromkeys([*names, "null"]))}
        enum = [value for value in form.get("enum", ()) if value is not None]
        return {**out, "enum": [*enum, None]} if enum else out
    description = {key: form[key] for key in form if key == "description"}
    constraints = {key: form[key] for key in form if key != "description"}
    return {**description, "anyOf": [constraints, {"type": "null"}]}
