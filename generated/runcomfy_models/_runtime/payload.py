# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 6b4d2d5740d3cc1bcdfda69e0eaf8de4
"""From an `Input` to the JSON object that is sent."""

from typing import Any

from pydantic import BaseModel

from .json_value import PLAIN, is_array, is_object
from .not_given import NOT_GIVEN

WIRE_NAMES = "_wire_names"
"""Where a class keeps what `wire_names` tells of it."""


def as_json(value: Any) -> Any:
    """`value` with every model in it as its JSON object: wire names, what was given alone.

    Everything else stays as it is, down to the difference of 5 and 5.0.
    """
    if type(value) in PLAIN:
        return value
    if is_array(value):
        return [item if type(item) in PLAIN else as_json(item) for item in value]
    if is_object(value):
        return {key: as_json(item) for key, item in value.items()}
    return _members(value) if isinstance(value, BaseModel) else value


def dumped(model: BaseModel) -> Any:
    """The same by pydantic's own hand, for a model that has a shortcut.

    There every default is `NOT_GIVEN`, and no type changes what it holds.
    """
    try:
        return model.__pydantic_serializer__.to_python(
            model, by_alias=True, exclude_defaults=True, warnings="error"
        )
    except ValueError:  # what it would not validate, or nests deeper than it goes
        return as_json(model)


def wire_names(model: type[BaseModel]) -> dict[str, str]:
    """Python name: name on the wire, where it is another one."""
    return {
        name: alias
        for name, field in model.model_fields.items()
        if isinstance(alias := field.validation_alias, str)
    }


def _members(model: BaseModel) -> dict[str, Any]:
    names: dict[str, str] = getattr(type(model), WIRE_NAMES, {})
    members: dict[str, Any] = {}
    for name, value in vars(model).items():
        if type(value) in PLAIN:
            members[names.get(name, name)] = value
        elif value is not NOT_GIVEN:
            members[names.get(name, name)] = as_json(value)
    extras: dict[str, Any] = as_json(model.__pydantic_extra__ or {})
    return members | extras
