"""Pickle inputs and outputs so that another version of their class can read them."""

from typing import Any

from pydantic import BaseModel, ValidationError

from .payload import as_json, wire_names


def values_by_wire_name(model: BaseModel) -> dict[str, Any]:
    """Return the values that were given, as JSON by wire name."""
    names, fields = wire_names(type(model)), type(model).model_fields
    given = {
        names.get(name, name): as_json(vars(model)[name])
        for name in model.model_fields_set & fields.keys()
    }
    return {**given, **as_json(model.model_extra or {})}


def restored(model: type[BaseModel], values: dict[str, Any]) -> BaseModel:
    """Return the `model` of a pickle with `values`.

    An output takes them even if its schema has changed since. An input raises
    `pydantic.ValidationError`, which names what no longer fits.
    """
    try:
        return model.model_validate(values)
    except ValidationError:
        if model.model_config.get("extra") != "allow":
            raise
    return model.model_construct(**values)
