# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: f49931568de5c6ea79ed13d798ae4b44
"""Read the arguments of a tool call, as a language model writes them."""

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from pydantic import BaseModel, ValidationError

from ..json_value import is_array, is_object
from .json_schemas import DEFINITIONS, Schema, unescaped
from .validation_errors import error_detail


def read_arguments(model: type[BaseModel], arguments: str | Mapping[str, Any]) -> Any:
    """Return the values in `arguments`, by wire name, without what was left out as null.

    Nothing else is checked. Raises `ValidationError` for text that is not JSON.
    """
    given = _parsed(arguments, model) if isinstance(arguments, str) else arguments
    values = dict(given) if isinstance(given, Mapping) else given
    schema = model.model_json_schema()
    return _Reader(schema.get("$defs", {})).without_nulls(values, [schema])


def _parsed(text: str, model: type[BaseModel]) -> Any:
    try:
        return json.loads(text)
    except (ValueError, RecursionError) as error:
        message = f"Input should be JSON: {error}"
    detail = error_detail("json_invalid", message, (), text)
    raise ValidationError.from_exception_data(model.__name__, [detail])


class _Reader:
    """Removes the nulls that stand for nothing, in all objects of a value."""

    def __init__(self, definitions: Schema) -> None:
        self._definitions = definitions

    def without_nulls(self, value: Any, schemas: Sequence[Any]) -> Any:
        """Return a copy of `value`, which `schemas` are about: all of them, or one."""
        known = [one for schema in schemas for one in self._in_place(schema)]
        if is_array(value):
            items = [one["items"] for one in known if "items" in one]
            return [self.without_nulls(item, items) for item in value]
        if not is_object(value):
            return value
        return {
            name: self.without_nulls(member, _named(name, known))
            for name, member in value.items()
            if member is not None or self._is_meant(name, known)
        }

    def _is_meant(self, name: str, known: list[Schema]) -> bool:
        """Whether null is the value of a property, rather than that it was left out.

        Null for a required property is kept in any case: its message says what is missing.
        """
        is_required = [
            name in one.get("required", ())
            for one in known
            if name in one.get("properties", ())
        ]
        if all(is_required):
            return True
        required = any(name in one.get("required", ()) for one in known)
        return required and any(map(self._takes_null, _named(name, known)))

    def _takes_null(self, schema: Any) -> bool:
        return any(
            "null" in one.get("type", ())
            or None in one.get("enum", ())
            or one.get("const", "") is None
            for one in self._in_place(schema)
        )

    def _in_place(self, schema: Any) -> Iterator[Schema]:
        """Yield `schema` and the schemas in it that are about the same value."""
        if not is_object(schema):
            return
        yield schema
        if "$ref" in schema:
            name = unescaped(schema["$ref"].removeprefix(DEFINITIONS))
            yield from self._in_place(self._definitions.get(name))
        for keyword in ("allOf", "anyOf", "oneOf"):
            for member in schema.get(keyword, ()):
                yield from self._in_place(member)


def _named(name: str, known: list[Schema]) -> list[Any]:
    """Return the schemas of the property `name`."""
    return [
        one["properties"][name] for one in known if name in one.get("properties", ())
    ]
