"""Read the arguments of a tool call, as a language model writes them."""

from collections.abc import Mapping
from typing import Any, cast

from pydantic import BaseModel, ValidationError

from ..json_value import is_array, is_object, parse_json
from .validation_errors import error_detail
from .value_schemas import ValueSchemas


def read_arguments(model: type[BaseModel], arguments: Any) -> Any:
    """Return the values in `arguments`, by wire name, without what was left out as null.

    Nothing else is checked. Raises `ValidationError` for text that is not JSON.
    """
    values: Any = arguments
    if isinstance(arguments, str):
        values = _parsed(arguments, model)
    elif isinstance(arguments, Mapping):
        values = dict(cast("Mapping[str, Any]", arguments))
    return _without_nulls(values, ValueSchemas.of(model.model_json_schema()))


def _parsed(text: str, model: type[BaseModel]) -> Any:
    try:
        return parse_json(text)
    except (ValueError, RecursionError) as error:
        message = f"Input should be JSON: {error}"
    detail = error_detail("json_invalid", message, (), text)
    raise ValidationError.from_exception_data(model.__name__, [detail])


def _without_nulls(value: Any, schemas: ValueSchemas) -> Any:
    if is_array(value):
        return [_without_nulls(item, schemas.item()) for item in value]
    if not is_object(value):
        return value
    return {
        name: _without_nulls(member, schemas.member(name))
        for name, member in value.items()
        if member is not None or _is_null_meant(name, schemas)
    }


def _is_null_meant(name: str, schemas: ValueSchemas) -> bool:
    """Whether null is the value of a property; else it means that the property is left out.

    Null for a property that is required everywhere is kept: its message says what is missing.
    """
    if all(name in owner.get("required", ()) for owner in schemas.owners(name)):
        return True
    is_required = any(name in schema.get("required", ()) for schema in schemas.all)
    return is_required and any(map(_takes_null, schemas.member(name).all))


def _takes_null(schema: dict[str, Any]) -> bool:
    """Whether a schema names null among its values."""
    listed = [*schema.get("enum", ()), schema.get("const", "")]
    return "null" in schema.get("type", ()) or None in listed
