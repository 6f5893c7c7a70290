# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: eb0e295768fc4117058a57961bc2674d
"""The core schema of an `Input`: strict types, and limits of what can be sent."""

from collections.abc import Callable
from copy import copy
from typing import TYPE_CHECKING, Any, cast

from pydantic import BaseModel
from pydantic_core import CoreSchema, ValidationError, core_schema

from ...json_value import MAX_LEVELS, is_encodable, is_nested_within, is_object
from ..not_given import NOT_GIVEN
from ..payload import as_json
from ..validation_errors import error_detail
from .core_schemas import before
from .json_types import json_extras, strict_json

if TYPE_CHECKING:
    from ..checks.check import Check


_LIMITS: tuple[tuple[Callable[[Any], bool], str, str], ...] = (
    (
        is_nested_within,
        "nesting",
        f"Input should not be nested deeper than {MAX_LEVELS} levels",
    ),
    (
        is_encodable,
        "encoding",
        "Input should not contain half of a surrogate pair: UTF-8 has no bytes for it",
    ),
)
"""Checks of each member of an object: the test, the kind and the message of its error."""


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
        for keeps, kind, message in _LIMITS:
            if broken := [name for name, member in members if not keeps(member)]:
                raise _unsendable(model, broken, kind, message)
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


def _unsendable(
    model: type[BaseModel], names: list[str], kind: str, message: str
) -> ValidationError:
    details = [error_detail(kind, message, (name,), None) for name in names]
    return ValidationError.from_exception_data(model.__name__, details)
