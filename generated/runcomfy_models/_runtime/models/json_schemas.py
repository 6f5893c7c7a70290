# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 8862c55a86e5aa6414dea58c5cf22cc6
"""The JSON Schema of a generated class, as a part of the document that pydantic makes."""

import warnings
from collections.abc import Callable
from copy import deepcopy
from typing import Any

from pydantic import (
    BaseModel,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    TypeAdapter,
)
from pydantic.json_schema import PydanticJsonSchemaWarning
from pydantic_core import CoreSchema, core_schema

from ..json_value import is_object

Schema = dict[str, Any]

DEFINITIONS = "#/$defs/"

SINGLE = frozenset(
    "additionalProperties contains else if items not propertyNames then".split()
)
LISTED = frozenset("allOf anyOf oneOf prefixItems".split())
NAMED = frozenset("dependentSchemas patternProperties properties".split())
"""Keywords whose value is a schema, a list of schemas, or an object of schemas."""


def embedded(
    schema: Schema,
    model: type[BaseModel],
    core: CoreSchema,
    handler: GetJsonSchemaHandler,
) -> Schema:
    """Return the JSON `schema` of a generated class with references into pydantic's document.

    A `$ref` in it is a class of the module, or refers to its own `$defs`. `model` is the
    class, or a subclass that a user derived from it.
    """
    definitions: Schema = schema.get("$defs", {})
    keys = {name: f"{model.__module__}.{name}:{id(schema)}" for name in definitions}

    def reference(target: str | type[BaseModel]) -> Schema:
        if isinstance(target, str):
            name = unescaped(target.removeprefix(DEFINITIONS))
            return handler(core_schema.definition_reference_schema(keys[name]))
        target.model_rebuild()
        # Wrapped, since a handler does not see that a schema at its top has a name.
        return handler(
            core_schema.definitions_schema(target.__pydantic_core_schema__, [])
        )

    hoisted = [
        _definition(keys[name], definition, reference)
        for name, definition in definitions.items()
    ]
    handler(core_schema.definitions_schema(core_schema.any_schema(), hoisted))
    documented = {"title": model.__name__, **_with_references(schema, reference)}
    if "__json_schema__" in vars(model):
        return documented
    return _with_own_fields(documented, _derived(core, handler), model)


def _derived(core: CoreSchema, handler: GetJsonSchemaHandler) -> Schema:
    """Return the schema that pydantic derives from types."""
    with warnings.catch_warnings():  # JSON has no form for the default NOT_GIVEN
        warnings.simplefilter("ignore", PydanticJsonSchemaWarning)
        return handler.resolve_ref_schema(handler(core))


def _definition(
    key: str, schema: Any, reference: Callable[[Any], Schema]
) -> CoreSchema:
    """Return a core schema that pydantic shows as a definition with that JSON `schema`."""

    class Definition:
        @classmethod
        def __get_pydantic_core_schema__(
            cls, source: Any, handler: GetCoreSchemaHandler
        ) -> CoreSchema:
            return core_schema.any_schema(ref=key)

        @classmethod
        def __get_pydantic_json_schema__(
            cls, core: CoreSchema, handler: GetJsonSchemaHandler
        ) -> Any:
            return _with_references(schema, reference)

    return TypeAdapter(Definition).core_schema


def _with_references(schema: Any, reference: Callable[[Any], Schema]) -> Any:
    """Return a copy of `schema` with each `$ref` replaced by what `reference` returns for it."""
    if not is_object(schema):
        return schema

    def inside(inner: Any) -> Any:
        return _with_references(inner, reference)

    out: Schema = {}
    for key, value in schema.items():
        if key == "$ref":
            out |= reference(value)
        elif key in SINGLE:
            out[key] = inside(value)
        elif key in LISTED:
            out[key] = [inside(inner) for inner in value]
        elif key in NAMED:
            out[key] = {name: inside(inner) for name, inner in value.items()}
        elif key != "$defs":
            out[key] = deepcopy(value)
    return out


def unescaped(step: str) -> str:
    """Return the name that a step of a JSON pointer stands for."""
    return step.replace("~1", "/").replace("~0", "~")


def _with_own_fields(
    documented: Schema, derived: Schema, model: type[BaseModel]
) -> Schema:
    """Return the docs' schema with the fields that the subclass `model` adds or changes.

    `derived` is the schema that pydantic derives from the types of `model`.
    """
    annotations = vars(model).get("__annotations__", {})
    properties: Schema = documented.get("properties", {})
    own = {
        name: property_
        for name, property_ in derived.get("properties", {}).items()
        if name in annotations or name not in properties
    }
    required: list[str] = derived.get("required", [])
    return {**documented, "properties": {**properties, **own}, "required": required}
