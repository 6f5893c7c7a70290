"""Where pydantic's strict mode differs from JSON Schema, and what is put in its place.

| JSON Schema                           | pydantic, strict                        |
|---------------------------------------|-----------------------------------------|
| 5.0 is an integer, and so is 1e300    | `int` refuses them                      |
| a number keeps its kind, 5 is not 5.0 | `float` turns integers into it          |
| a number has no bounds                | `float` compares beyond 2**53 by chance |
| NaN and infinity are no numbers       | `float` takes them                      |
| true is not 1, and 1.0 is             | `Literal[1]` takes true and not 1.0     |
| anything means any JSON value         | `Any` and further properties take any   |

The other way round, any sequence stands for an array and any mapping for an object, as
the clients' methods say.
"""

from collections.abc import Callable
from typing import Any, cast

from pydantic_core import CoreSchema, core_schema

from .core_schemas import around, before
from .found import closest_member, with_lengths
from .json_value import is_array, is_object
from .not_given import NotGiven
from .shortcut import narrower_number, narrower_union, with_shortcut
from .strict_values import (
    LIMITS,
    any_json,
    as_dict,
    as_list,
    one_of_json,
    shallow_json,
    strict_integer,
    strict_number,
)

_Schema = dict[str, Any]


def strict_json(schema: CoreSchema) -> CoreSchema:
    """`schema` of a model with its fields' types read as JSON Schema reads them.

    Nested models are left alone: they have been through here on their own.
    """
    return cast(CoreSchema, _children(cast(_Schema, schema)))


def json_extras(schema: CoreSchema) -> CoreSchema:
    """`schema` of a model whose further properties, where it takes any, are JSON."""
    model = cast(_Schema, schema)
    if model["config"].get("extra_fields_behavior") == "allow":
        extras = _any(cast(_Schema, core_schema.any_schema()))
        model["schema"] = {**model["schema"], "extras_schema": extras}
    return schema


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


LENGTHS = frozenset({"min_length", "max_length"})
"""Limits of a list, as its core schema calls them."""


def _list(schema: _Schema) -> _Schema:
    return _shorter(_exact_list(schema), schema)


def _exact_list(schema: _Schema) -> _Schema:
    names = LENGTHS & schema.keys()
    if not names:
        return _before(as_list, schema)
    plain = {key: value for key, value in schema.items() if key not in names}
    limits = {name: schema[name] for name in names}
    checked = around(with_lengths(limits), cast(CoreSchema, plain))
    return _before(as_list, cast(_Schema, checked))


def _dict(schema: _Schema) -> _Schema:
    return _shorter(_before(as_dict, schema), schema)


def _integer(schema: _Schema) -> _Schema:
    return _bounded(strict_integer, schema)


def _number(schema: _Schema) -> _Schema:
    return _bounded(strict_number, schema)


_AS_IT_IS = core_schema.simple_ser_schema("any")
"""How a dump writes a number: an integer in a `float` keeps its digits."""


def _bounded(
    kind: Callable[[dict[str, Any]], Callable[[Any], Any]], schema: _Schema
) -> _Schema:
    """`kind` of number, with the limits of `schema`, in its place."""
    names = [name for name in LIMITS if name in schema]
    limits = {name: schema[name] for name in names}
    plain = {key: value for key, value in schema.items() if key not in names}
    exact = {**_instead(kind(limits), plain), "serialization": _AS_IT_IS}
    return _shorter(exact, narrower_number(schema["type"], limits))


def _literal(schema: _Schema) -> _Schema:
    expected: list[Any] = schema["expected"]
    if all(isinstance(value, str) for value in expected):
        return schema
    return _instead(one_of_json(expected), schema)


def _any(schema: _Schema) -> _Schema:
    return _shorter(_before(any_json, schema), _before(shallow_json, schema))


def _union(schema: _Schema) -> _Schema:
    """Without `NotGiven`, since what was left out is not validated; with clear errors."""
    choices = [
        choice for choice in schema["choices"] if choice.get("cls") is not NotGiven
    ]
    if len(choices) == 1:
        return cast(_Schema, choices[0])
    numbered = [(choice, str(index)) for index, choice in enumerate(choices)]
    union = cast(CoreSchema, {**schema, "choices": numbered})
    exact = cast(_Schema, around(closest_member, union))
    return _shorter(exact, narrower_union(choices) or union)


_RULES: dict[str, Callable[[_Schema], _Schema]] = {
    "int": _integer,
    "float": _number,
    "list": _list,
    "dict": _dict,
    "literal": _literal,
    "any": _any,
    "union": _union,
}
"""Type of a core schema: what stands in its place."""


def _shorter(exact: _Schema, narrower: Any) -> _Schema:
    if narrower is None:
        return exact
    return cast(_Schema, with_shortcut(cast(CoreSchema, exact), narrower))


def _before(function: Callable[[Any], Any], schema: _Schema) -> _Schema:
    return cast(_Schema, before(function, cast(CoreSchema, schema)))


def _instead(function: Callable[[Any], Any], schema: _Schema) -> _Schema:
    """`function` in place of `schema`, which still tells what a JSON schema of it is."""
    inner = cast(CoreSchema, schema)
    plain = core_schema.no_info_plain_validator_function(
        function, json_schema_input_schema=inner
    )
    return cast(_Schema, plain)
