# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 175f70ddede24a029c1350eb61653288
"""The core schema of an `Input`: strict types, and a limit on nesting."""

from collections.abc import Callable
from copy import copy
from typing import TYPE_CHECKING, Any, cast

from pydantic import BaseModel
from pydantic_core import CoreSchema, ValidationError, core_schema

from ...json_value import MAX_LEVELS, is_nested_within, is_object
from ..not_given import NOT_GIVEN
from ..payload import as_json
from ..validation_errors import error_detail
from .core_schemas import before
from .json_types import json_extras, strict_json

if TYPE_CHECKING:
    from ..checks.check import Check


def input_schema(
    model: type[BaseModel], schema: CoreSchema, check: "Check | None"
) -> CoreSchema:
    """Return pydantic's `schema` of `model` in the strict sense of JSON, followed by `check`."""
    strict = json_extras(strict_json(schema))
    checked = check.around(strict) if check else strict

    def as_given(value: Any) -> Any:
        # A model is validated once more, since its lists may have changed.
        given = as_json(value) if isinstance(value, model) else value
        members = given.items() if is_object(given) else ()
        if deep := [name for name, member in members if not is_nested_within(member)]:
            raise _too_deep(model, deep)
        return given

    serialized = core_schema.wrap_serializer_function_ser_schema(_given_fields)
    complete: Any = {**before(as_given, checked), "serialization": serialized}
    return cast(CoreSchema, complete)


def _given_fields(value: Any, serialize: Callable[[Any], Any]) -> Any:
    """Serialize a model without the fields that were left out, even if a caller asks for all."""
    if not isinstance(value, BaseModel):
        return serialize(value)
    given = copy(value)
    for name, member in vars(value).items():
        if member is NOT_GIVEN:
            del vars(given)[name]
    return serialize(given)


def _too_deep(model: type[BaseModel], names: list[str]) -> ValidationError:
    message = f"Input should not be nested deeper than {MAX_LEVELS} levels"
    details = [error_detail("nesting", message, (name,), None) for name in names]
    return ValidationError.from_exception_data(model.__name__, details)
