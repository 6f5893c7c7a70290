# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 9197203417bd4e6f6310c89778d8e3ea
"""Replace core schemas of pydantic whose strict mode differs from JSON Schema.

| JSON Schema                            | pydantic, strict                          |
|----------------------------------------|-------------------------------------------|
| 5.0 and 1e300 are integers             | `int` refuses them                        |
| a number keeps its kind, 5 is not 5.0  | `float` turns integers into floats        |
| numbers have no bounds                 | `float` compares wrongly beyond 2**53     |
| NaN and infinity are not numbers       | `float` accepts them                      |
| true is not 1, but 1.0 is              | `Literal[1]` accepts true and refuses 1.0 |
| "anything" means any JSON value        | `Any` and extra fields accept any object  |

In the other direction, any sequence may stand for an array and any mapping for an object, as
the signatures of the clients say.
"""

from collections.abc import Callable
from typing import Any, cast

from pydantic_core import CoreSchema, core_schema

from ...json_value import is_array, is_object
from ..not_given import NotGiven
from ..validation_errors import closest_member, with_lengths
from .core_schemas import around, before
from .json_values import (
    COMPARISONS,
    any_json,
    as_dict,
    as_list,
    one_of_json,
    strict_integer,
    strict_number,
)

_Schema = dict[str, Any]

LENGTHS = frozenset({"min_length", "max_length"})
"""Limits of a list, as its core schema names them."""


def strict_json(schema: CoreSchema) -> CoreSchema:
    """Return the `schema` of a model with the types of its fields read as JSON Schema does.

    Nested models are left alone: this function has been called for each of them.
    """
    return cast(CoreSchema, _children(cast(_Schema, schema)))


def json_extras(schema: CoreSchema) -> CoreSchema:
    """Make the extra fields of a model, if it accepts any, JSON values."""
    model = cast(_Schema, schema)
    if model["config"].get("extra_fields_behavior") == "allow":
        extras = _any(cast(_Schema, core_schema.any_schema()))
        model["schema"] = {**model["schema"], "extras_schema": extras}
    return schema


def _rewrite(schema: _Schema) -> _Schema:
    kind = schema["type"]
    if kind in ("model", "definition-ref"):
        return schema
    return _REPLACEMENTS.get(kind, _same)(_children(schema))


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


def _list(schema: _Schema) -> _Schema:
    names = LENGTHS & schema.keys()
    if not names:
        return _before(as_list, schema)
    items = {key: value for key, value in schema.items() if key not in names}
    limits = {name: schema[name] for name in names}
    checked = around(with_lengths(limits), cast(CoreSchema, items))
    return _before(as_list, cast(_Schema, checked))


def _dict(schema: _Schema) -> _Schema:
    return _before(as_dict, schema)


def _integer(schema: _Schema) -> _Schema:
    return _limited(strict_integer, schema)


def _number(schema: _Schema) -> _Schema:
    return _limited(strict_number, schema)


# An integer in a field of type `float` keeps its digits in a dump.
_UNCHANGED = core_schema.simple_ser_schema("any")


def _limited(
    validator: Callable[[dict[str, Any]], Callable[[Any], Any]], schema: _Schema
) -> _Schema:
    """Replace a number's `schema` by our `validator` with the same limits."""
    names = [name for name in COMPARISONS if name in schema]
    limits = {name: schema[name] for name in names}
    plain = {key: value for key, value in schema.items() if key not in names}
    return {**_replaced(plain, validator(limits)), "serialization": _UNCHANGED}


def _literal(schema: _Schema) -> _Schema:
    expected: list[Any] = schema["expected"]
    if all(isinstance(value, str) for value in expected):
        return schema
    return _replaced(schema, one_of_json(expected))


def _any(schema: _Schema) -> _Schema:
    return _before(any_json, schema)


def _union(schema: _Schema) -> _Schema:
    """Drop `NotGiven`, for which nothing is validated; report errors of the closest member."""
    choices = [
        choice for choice in schema["choices"] if choice.get("cls") is not NotGiven
    ]
    if len(choices) == 1:
        return cast(_Schema, choices[0])
    numbered = [(choice, str(index)) for index, choice in enumerate(choices)]
    union = cast(CoreSchema, {**schema, "choices": numbered})
    return cast(_Schema, around(closest_member, union))


_REPLACEMENTS: dict[str, Callable[[_Schema], _Schema]] = {
    "int": _integer,
    "float": _number,
    "list": _list,
    "dict": _dict,
    "literal": _literal,
    "any": _any,
    "union": _union,
}
"""Type of a core schema: what replaces it."""


def _before(function: Callable[[Any], Any], schema: _Schema) -> _Schema:
    return cast(_Schema, before(function, cast(CoreSchema, schema)))


def _replaced(schema: _Schema, function: Callable[[Any], Any]) -> _Schema:
    """Replace `schema` by `function`; a JSON schema is still made from `schema`."""
    replacement = core_schema.no_info_plain_validator_function(
        function, json_schema_input_schema=cast(CoreSchema, schema)
    )
    return cast(_Schema, replacement)
