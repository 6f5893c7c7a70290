# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: bbfa75cd1fdb34151648812576051cc7
"""What validates an `Input`: the types of its fields as JSON has them, and what was given."""

from typing import TYPE_CHECKING, Any

from pydantic import BaseModel
from pydantic_core import CoreSchema, ValidationError

from .core_schemas import before
from .found import new_error
from .json_value import LEVELS, is_object, is_within
from .payload import as_json
from .shortcut import with_shortcut
from .strict_json import json_extras, strict_json

if TYPE_CHECKING:
    from .checks.check import Check


def input_schema(
    model: type[BaseModel], schema: CoreSchema, check: "Check | None"
) -> CoreSchema:
    """pydantic's `schema` of `model` in the strict sense of JSON, and behind it `check`."""
    exact = json_extras(strict_json(schema))
    checked = check.around(exact) if check else exact

    def as_given(value: Any) -> Any:
        """A model is validated once more: its lists may have changed."""
        given = as_json(value) if isinstance(value, model) else value
        members = given.items() if is_object(given) else ()
        if deep := [name for name, member in members if not is_within(member)]:
            raise _too_deep(model, deep)
        return given

    return with_shortcut(before(as_given, checked), checked)


def _too_deep(model: type[BaseModel], names: list[str]) -> ValidationError:
    message = f"Input should not be nested deeper than {LEVELS} levels"
    return ValidationError.from_exception_data(
        model.__name__, [new_error("nesting", message, (name,), None) for name in names]
    )
