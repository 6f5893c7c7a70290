# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 5d0326bf9ad051e6ae59d558ba935d73
"""The usual input, validated without a detour through Python.

Where pydantic's strict mode differs from JSON, an exact schema asks functions of ours, which
takes most of its time. A value of the usual kind needs none of them: an int, a finite float, a
list, a URL. The exact schema has in its metadata a narrower one for these: whatever that takes,
the exact one takes as well, with the same result. Where a part of a model has no narrower
schema, its exact one stands there. What does not fit, and every error, is for the exact one
of the whole model.
"""

from typing import Any, cast

from pydantic_core import CoreSchema, SchemaValidator, core_schema

from .json_value import is_array, is_object
from .not_given import NOT_GIVEN
from .schema_levels import FOREIGN, is_shallow

_Schema = dict[str, Any]

_MARK = "runcomfy_models_shortcut"

_EXACT = 2**53
"""Up to here a limit is the same number as a float."""


def with_shortcut(exact: CoreSchema, narrower: CoreSchema) -> CoreSchema:
    """`exact`, with a schema for values of the usual kind."""
    schema = cast(_Schema, exact)
    marked = {**schema.get("metadata", {}), _MARK: narrower}
    return cast(CoreSchema, {**schema, "metadata": marked})


def narrower(exact: Any) -> _Schema:
    """The schema for values of the usual kind, or `exact` where there is no other."""
    schema: _Schema = exact.get("metadata", {}).get(_MARK, exact)
    return schema


def narrower_number(kind: str, limits: dict[str, Any]) -> CoreSchema | None:
    """Numbers within `limits`, as they come; None where all of them need care."""
    choices: list[Any] = []
    if all(isinstance(limit, int) for limit in limits.values()):
        choices.append(core_schema.int_schema(strict=True, **limits))
    if kind == "float" and all(abs(limit) <= _EXACT for limit in limits.values()):
        choices.append(_floats(limits))
    if len(choices) < 2:
        return choices[0] if choices else None
    return core_schema.union_schema(choices, mode="left_to_right")


def narrower_union(choices: list[Any]) -> CoreSchema | None:
    """A union of `choices` that are all scalars, whose order is of no matter then.

    None for others, and where it is: 5.0 is another number as an integer than as a float.
    """
    narrowed = [narrower(choice) for choice in choices]
    numbers = [choice for choice in narrowed if _is_number(choice)]
    others = [choice for choice in narrowed if choice["type"] in _SCALARS]
    if len(numbers) > 1 or len(numbers) + len(others) < len(narrowed):
        return None
    members: list[Any] = narrowed
    return core_schema.union_schema(members, mode="left_to_right")


_SCALARS = frozenset({"bool", "literal", "none", "str"})
"""A literal is of texts alone: `strict_json` has put a function in the place of others."""


def _is_number(schema: _Schema) -> bool:
    if schema["type"] == "union":  # made by `narrower_number`, or of something else
        return all(
            is_object(choice) and _is_number(choice) for choice in schema["choices"]
        )
    return schema["type"] in ("int", "chain")


def shortcut(model: type[Any]) -> SchemaValidator | None:
    """The validator of usual values of a complete model; None where there is none."""
    exact: Any = model.__pydantic_validator__
    if not isinstance(exact, SchemaValidator):  # a plugin wants to see every value
        return None
    schema = cast(_Schema, model.__pydantic_core_schema__)
    narrowed = _outermost(schema) if _is_sent_as_given(schema) else None
    if narrowed is None:
        return None
    try:
        return SchemaValidator(cast(CoreSchema, narrowed), _use_prebuilt=False)
    except TypeError:  # a pydantic that cannot be told not to reuse
        return None


def _floats(limits: dict[str, Any]) -> CoreSchema:
    floats = core_schema.float_schema(strict=True, allow_inf_nan=False, **limits)
    return core_schema.chain_schema([core_schema.is_instance_schema(float), floats])


def _outermost(
    exact: _Schema, definitions: dict[str, Any] | None = None
) -> _Schema | None:
    """The whole model's, whose keywords are Python names; None where others are taken.

    What comes first in the exact one looks how deep a value is nested: that is left out
    where no value can be nested too deep. `definitions` are of types that are used twice.
    """
    kind = exact["type"]
    if kind == "definitions":
        definitions = {one["ref"]: one for one in exact["definitions"]}
    if kind in ("definitions", "function-wrap"):  # a check, around the model
        inner = _outermost(exact["schema"], definitions)
        return inner and {**exact, "schema": inner}
    if kind == "function-before" and _MARK in exact.get("metadata", {}):
        inner = _outermost(narrower(exact), definitions)
        is_free = inner is None or is_shallow(inner, definitions or {})
        return inner if is_free else {**exact, "schema": inner}
    if kind != "model" or "extras_schema" in exact["schema"]:
        return None
    return {**exact, "schema": _fields(exact["schema"], "validation_alias")}


def _narrow(exact: Any) -> _Schema:
    """A part of a model; one without a narrower schema keeps its exact one."""
    schema = narrower(exact)
    kind = schema["type"]
    if kind == "model" and schema["schema"]["type"] == "model-fields":
        return _of_dict({**schema, "schema": _fields(schema["schema"])})
    if key := _INNER.get(kind):
        return {**schema, key: _narrow(schema[key])} if key in schema else schema
    return schema


_INNER = {
    "default": "schema",
    "nullable": "schema",
    "list": "items_schema",
    "dict": "values_schema",
}
"""Type of a core schema: where it has another inside of it."""


def _fields(schema: _Schema, without: str = "") -> _Schema:
    fields = {
        name: {
            key: _narrow(value) if key == "schema" else value
            for key, value in field.items()
            if key != without
        }
        for name, field in schema["fields"].items()
    }
    return {**schema, "fields": fields}


def _of_dict(model: _Schema) -> _Schema:
    """Models that were built already are for the exact schema."""
    steps = [core_schema.is_instance_schema(dict), cast(CoreSchema, model)]
    return cast(_Schema, core_schema.chain_schema(steps))


def _is_sent_as_given(schema: Any) -> bool:
    """Whether every default is `NOT_GIVEN`: another one would have to be sent."""
    if is_array(schema):
        return all(map(_is_sent_as_given, schema))
    if not is_object(schema):
        return True
    if schema.get("type") == "default" and schema.get("default") is not NOT_GIVEN:
        return False
    return all(_is_sent_as_given(schema[key]) for key in schema.keys() - FOREIGN)
