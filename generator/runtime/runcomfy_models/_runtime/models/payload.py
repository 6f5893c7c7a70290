"""Turn an `Input` into the JSON object that is sent."""

from typing import Any

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from ..json_value import SCALARS, is_array, is_object
from .not_given import NOT_GIVEN

WIRE_NAMES = "_wire_names"
"""Attribute of a model's class that keeps the result of `wire_names`."""


def as_json(value: Any) -> Any:
    """Return `value` with every model in it as a JSON object: wire names, given fields only.

    Everything else stays as it is: 5 stays 5, and 5.0 stays 5.0.
    """
    if type(value) in SCALARS:
        return value
    if is_array(value):
        return [item if type(item) in SCALARS else as_json(item) for item in value]
    if is_object(value):
        return {key: as_json(item) for key, item in value.items()}
    return _members(value) if isinstance(value, BaseModel) else value


def wire_name(name: str, field: FieldInfo) -> str:
    """Return the name in JSON of the field that Python calls `name`."""
    return field.alias or name


def wire_names(model: type[BaseModel]) -> dict[str, str]:
    """Return Python name: wire name, for the fields whose names differ."""
    return {
        name: field.alias
        for name, field in model.model_fields.items()
        if field.alias is not None
    }


def by_python_name(model: type[BaseModel], values: dict[str, Any]) -> dict[str, Any]:
    """Return `values`, which are by wire name, by the names of the keywords of `run`."""
    names = {wire: name for name, wire in wire_names(model).items()}
    return {names.get(name, name): value for name, value in values.items()}


def _members(model: BaseModel) -> dict[str, Any]:
    names: dict[str, str] = getattr(type(model), WIRE_NAMES, {})
    given = {
        names.get(name, name): as_json(value)
        for name, value in vars(model).items()
        if value is not NOT_GIVEN
    }
    extras: dict[str, Any] = as_json(model.model_extra or {})
    return given | extras
