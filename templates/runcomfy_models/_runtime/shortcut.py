"""The usual input, validated without a detour through Python.

Where pydantic's strict mode differs from JSON, an exact schema asks functions of ours, which
takes most of its time. A value of the usual kind needs none of them: an int, a finite float, a
list, a URL. The exact schema has in its metadata a narrower one for these: whatever that takes,
the exact one takes as well, with the same result. The rest, and every error, is for the exact
one alone.
"""

from typing import Any, cast

from pydantic_core import CoreSchema, SchemaValidator, core_schema

from .not_given import NOT_GIVEN

_Schema = dict[str, Any]

_MARK = "runcomfy_models_shortcut"

_PLAIN = frozenset({"bool", "chain", "int", "literal", "none", "str", "union"})
"""Core schemas that call no function of ours, and have no other schema in them that does.

An exact union, int or number is never among them: `strict_json` has put a function around it.
"""

_EXACT = 2**53
"""Up to here a limit is the same number as a float."""


class _NoShortcut(Exception):
    """Something in the schema has no narrower one."""


def with_shortcut(exact: CoreSchema, narrower: CoreSchema) -> CoreSchema:
    """`exact`, with a schema for values of the usual kind."""
    schema = cast(_Schema, exact)
    marked = {**schema.get("metadata", {}), _MARK: narrower}
    return cast(CoreSchema, {**schema, "metadata": marked})


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


def shortcut(model: type[Any]) -> SchemaValidator | None:
    """The validator of usual values of a complete model; None where there is none."""
    exact: Any = model.__pydantic_validator__
    if not isinstance(exact, SchemaValidator):  # a plugin wants to see every value
        return None
    try:
        schema = _narrow(model.__pydantic_core_schema__, outermost=True)
        return SchemaValidator(cast(CoreSchema, schema), _use_prebuilt=False)
    except (_NoShortcut, TypeError):  # a pydantic that cannot be told not to reuse
        return None


def _floats(limits: dict[str, Any]) -> CoreSchema:
    floats = core_schema.float_schema(strict=True, allow_inf_nan=False, **limits)
    return core_schema.chain_schema([core_schema.is_instance_schema(float), floats])


def _narrow(exact: Any, outermost: bool = False) -> _Schema:
    schema: _Schema = exact.get("metadata", {}).get(_MARK, exact)
    kind = schema["type"]
    if kind in _PLAIN:
        return schema
    if kind == "default" and schema.get("default") is not NOT_GIVEN:
        raise _NoShortcut
    if kind in ("default", "nullable"):
        return {**schema, "schema": _narrow(schema["schema"])}
    if kind == "list" and "items_schema" in schema:
        return {**schema, "items_schema": _narrow(schema["items_schema"])}
    if kind == "model":
        fields = _fields(schema["schema"], outermost)
        model = {**schema, "schema": fields}
        return model if outermost else _of_dict(model)
    raise _NoShortcut


def _fields(schema: _Schema, outermost: bool) -> _Schema:
    """Inner objects have wire names; the outermost one's keywords are Python names."""
    if schema["type"] != "model-fields" or "extras_schema" in schema:
        raise _NoShortcut
    fields = {
        name: {**field, "schema": _narrow(field["schema"])}
        for name, field in schema["fields"].items()
    }
    if outermost:
        for field in fields.values():
            field.pop("validation_alias", None)
    return {**schema, "fields": fields}


def _of_dict(model: _Schema) -> _Schema:
    """Models that were built already are for the exact schema."""
    steps = [core_schema.is_instance_schema(dict), cast(CoreSchema, model)]
    return cast(_Schema, core_schema.chain_schema(steps))
