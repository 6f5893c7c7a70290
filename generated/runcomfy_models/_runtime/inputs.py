# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The base of every `Input` and of the objects inside it."""

from collections.abc import Iterable
from typing import Any, ClassVar

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler
from pydantic_core import CoreSchema

from .json_value import is_array
from .not_given import NOT_GIVEN
from .strict_json import strict_json

SHOWN = 80
"""Characters of a string that a repr shows: a prompt or data URI is longer."""


class InputModel(BaseModel):
    """A JSON object as its schema has it: nothing more, nothing coerced, nothing added.

    Keywords are Python names: `Input(field_33_string="x")`. `model_validate` reads
    wire names: `Input.model_validate({"33_string": "x"})`. Both raise
    `pydantic.ValidationError` with every problem at once.
    """

    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, protected_namespaces=()
    )
    _wire_names: ClassVar[dict[str, str]] = {}

    def __init__(self, /, **inputs: Any) -> None:
        """Build from keywords; `NOT_GIVEN` is as good as leaving the keyword out."""
        self.__pydantic_validator__.validate_python(
            self.by_wire_name(inputs), self_instance=self
        )

    # Without this mark pydantic sends model_validate through __init__ as well, and
    # wire names would be read as Python names.
    setattr(__init__, "__pydantic_base_init__", True)  # noqa: B010

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Note which fields have another name on the wire."""
        super().__pydantic_init_subclass__(**kwargs)
        cls._wire_names = {
            name: alias
            for name, field in cls.model_fields.items()
            if isinstance(alias := field.validation_alias, str)
        }

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[BaseModel], handler: GetCoreSchemaHandler, /
    ) -> CoreSchema:
        """Types in the strict sense of JSON, where pydantic's strict mode differs."""
        return strict_json(handler(source))

    @classmethod
    def by_wire_name(cls, inputs: dict[str, Any]) -> dict[str, Any]:
        """What was given of `inputs` (Python names), under the names of the wire."""
        wire_names = cls._wire_names
        return {
            wire_names.get(name, name): value
            for name, value in inputs.items()
            if value is not NOT_GIVEN
        }

    def to_payload(self) -> dict[str, Any]:
        """The JSON object to send: wire names, and what was given alone."""
        return self.model_dump(by_alias=True, exclude_unset=True, warnings=False)

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        """What was given, long strings cut."""
        for name, value in super().__repr_args__():
            if name in self.model_fields_set:
                yield name, _cut(value)


def _cut(value: Any) -> Any:
    if isinstance(value, str) and len(value) > SHOWN:
        return value[:SHOWN] + "…"
    if is_array(value):
        return [_cut(item) for item in value]
    return value
