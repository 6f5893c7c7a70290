"""Find out whether an input may be left out."""

from collections.abc import Iterator, Sequence
from typing import Any, get_args

from pydantic import BaseModel
from pydantic.fields import FieldInfo

from .payload import wire_name


def is_optional(model: type[BaseModel], steps: Sequence[int | str]) -> bool:
    """Whether the member at `steps` (wire names and indexes) of an input may be left out."""
    if not steps or isinstance(steps[-1], int):
        return False
    models, fields = [model], list[FieldInfo]()
    for step in steps:
        if isinstance(step, str):
            fields = [field for outer in models for field in _fields(outer, step)]
            models = [inner for field in fields for inner in _models(field.annotation)]
    return bool(fields) and not any(field.is_required() for field in fields)


def _fields(model: type[BaseModel], wire: str) -> Iterator[FieldInfo]:
    for name, field in model.model_fields.items():
        if wire == wire_name(name, field):
            yield field


def _models(annotation: Any) -> Iterator[type[BaseModel]]:
    """Yield the models that a type mentions."""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        yield annotation
    for argument in get_args(annotation):
        yield from _models(argument)
