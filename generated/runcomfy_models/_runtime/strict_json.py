# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""Where pydantic's strict mode differs from JSON Schema, and what is put in its place.

| JSON Schema                           | pydantic, strict               |
|---------------------------------------|--------------------------------|
| 5.0 is an integer                     | `int` refuses it               |
| a number keeps its kind, 5 is not 5.0 | `float` turns integers into it |
| NaN and infinity are no numbers       | `float` takes them             |
| true is not 1                         | `Literal[1]` takes it          |
| anything means any JSON value         | `Any` takes any object         |
"""

from collections.abc import Callable
from typing import Any, cast

from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from .json_value import is_array, is_json, is_object
from .not_given import NotGiven

_Schema = dict[str, Any]


def strict_json(schema: CoreSchema) -> CoreSchema:
    """`schema` of a model with its fields' types read as JSON Schema reads them.

    Nested models are left alone: they have been through here on their own.
    """
    return cast(CoreSchema, _children(cast(_Schema, schema)))


def _rewrite(schema: _Schema) -> _Schema:
    kind = schema["type"]
    if kind in ("model", "definition-ref"):
        return schema
    return _RULES.get(kind, _same)(_children(schema))


def _children(schema: _Schema) -> _Schema:
    return {key: _child(key, value) for key, value in schema.items()}


def _child(key: str, value: Any) -> Any:
    if key in ("metadata", "serialization", "config"):
        return value
    if is_object(value):
        return (_rewrite if isinstance(value.get("type"), str) else _children)(value)
    if is_array(value):
        return [_child("", item) for item in value]
    return value


def _same(schema: _Schema) -> _Schema:
    return schema


def _integer(schema: _Schema) -> _Schema:
    return _before(_whole_as_int, schema)


def _number(schema: _Schema) -> _Schema:
    finite = {**schema, "allow_inf_nan": False}
    return cast(
        _Schema,
        core_schema.no_info_wrap_validator_function(
            _keep_int, cast(CoreSchema, finite)
        ),
    )


def _literal(schema: _Schema) -> _Schema:
    expected: list[Any] = schema["expected"]
    if any(type(value) is int for value in expected) and True not in (
        value for value in expected if type(value) is bool
    ):
        return _before(_no_boolean, schema)
    return schema


def _any(schema: _Schema) -> _Schema:
    return _before(_json_value, schema)


def _without_sentinel(schema: _Schema) -> _Schema:
    """A union without `NotGiven`: a field that was left out is not validated."""
    choices = [
        choice for choice in schema["choices"] if choice.get("cls") is not NotGiven
    ]
    return choices[0] if len(choices) == 1 else {**schema, "choices": choices}


_RULES: dict[str, Callable[[_Schema], _Schema]] = {
    "int": _integer,
    "float": _number,
    "literal": _literal,
    "any": _any,
    "union": _without_sentinel,
}
"""Type of a core schema: what stands in its place."""


def _before(function: Callable[[Any], Any], schema: _Schema) -> _Schema:
    return cast(
        _Schema,
        core_schema.no_info_before_validator_function(
            function, cast(CoreSchema, schema)
        ),
    )


def _whole_as_int(value: Any) -> Any:
    if type(value) is float and value.is_integer():
        return int(value)
    return value


def _keep_int(value: Any, validate: Callable[[Any], Any]) -> Any:
    number = validate(value)
    return value if type(value) is int else number


def _no_boolean(value: Any) -> Any:
    if type(value) is bool:
        raise PydanticCustomError("literal_error", "Input should not be a boolean")
    return value


def _json_value(value: Any) -> Any:
    """`value` if it can be written as JSON, with every key a string."""
    if not is_json(value):
        raise PydanticCustomError("json_type", "Input should be a JSON value")
    return value
