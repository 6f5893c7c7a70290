# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: d9d8d40f4ff9a90b4ab6af61e05613f0
"""From an `Input` to the JSON object that is sent."""

from typing import Any

from pydantic import BaseModel

from .json_value import is_array, is_object
from .not_given import NOT_GIVEN


def as_json(value: Any) -> Any:
    """`value` with every model in it as its JSON object: wire names, what was given alone.

    Everything else stays as it is, down to the difference of 5 and 5.0.
    """
    if isinstance(value, BaseModel):
        return _members(value)
    if is_array(value):
        return [as_json(item) for item in value]
    if is_object(value):
        return {key: as_json(item) for key, item in value.items()}
    return value


def wire_names(model: type[BaseModel]) -> dict[str, str]:
    """Python name: name on the wire, where it is another one."""
    return {
        name: alias
        for name, field in model.model_fields.items()
        if isinstance(alias := field.validation_alias, str)
    }


def _members(model: BaseModel) -> dict[str, Any]:
    names = wire_names(type(model))
    given = {
        names.get(name, name): as_json(value)
        for name, value in vars(model).items()
        if value is not NOT_GIVEN
    }
    return {**given, **as_json(model.model_extra or {})}
