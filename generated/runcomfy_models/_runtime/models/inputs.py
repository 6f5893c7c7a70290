# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: a682c71b6d621c832c63f4694a3cc8cc
"""The base of all `Input` classes, and of the objects inside them."""

from collections.abc import Iterable, Mapping
from contextlib import nullcontext
from typing import TYPE_CHECKING, Any, ClassVar, Self, Unpack

from pydantic import (
    BaseModel,
    ConfigDict,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
)
from pydantic_core import CoreSchema

from ..first_use import FIRST_USE
from ..private_names import PYDANTIC_BASE_INIT
from ..truncating import truncated_repr
from .base import RuntimeModel
from .not_given import NOT_GIVEN
from .payload import as_json, wire_names

if TYPE_CHECKING:
    from .checks.check import Check
    from .rules import Rule

_NO_LOCK = nullcontext()


class InputModel(RuntimeModel):
    """A JSON object that fits its schema: no unknown names, no coercion, no defaults filled in.

    Keywords are Python names: `Input(field_33_string="x")`. `model_validate` reads wire
    names: `Input.model_validate({"33_string": "x"})`. Both raise
    `pydantic.ValidationError` with all problems at once.
    """

    model_config = ConfigDict(extra="forbid")
    _wire_names: ClassVar[dict[str, str]] = {}
    _check: "ClassVar[Check | None]" = None
    _rules: "ClassVar[tuple[Rule, ...]]" = ()

    def __init_subclass__(
        cls,
        *,
        check: "Check | None" = None,
        rules: "tuple[Rule, ...]" = (),
        **config: Unpack[ConfigDict],
    ) -> None:
        """Keep `check`, which values have to pass beside the types of the fields.

        `rules` are checked when a call is prepared, not by validation.
        """
        super().__init_subclass__(**config)
        cls._check = check
        cls._rules = rules

    def __init__(self, /, **inputs: Any) -> None:
        """Build from keywords; `NOT_GIVEN` means the same as leaving the keyword out."""
        named = self.by_wire_name(inputs)
        # A fork in the middle of the first validation leaves locks of pydantic held, too.
        with _NO_LOCK if self.__pydantic_complete__ else FIRST_USE:
            self.__pydantic_validator__.validate_python(named, self_instance=self)

    setattr(__init__, PYDANTIC_BASE_INIT, True)

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Collect the fields whose wire name differs."""
        super().__pydantic_init_subclass__(**kwargs)
        cls._wire_names = wire_names(cls)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[BaseModel], handler: GetCoreSchemaHandler, /
    ) -> CoreSchema:
        """Read types in the strict sense of JSON, and add the class's check."""
        if cls.__pydantic_complete__:  # a nested type, which has been built already
            return handler(source)
        from .strictness.input_schema import input_schema  # here, to keep imports quick

        return input_schema(cls, handler(source), cls._check)

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler, /
    ) -> dict[str, Any]:
        """Return the JSON Schema, with the rules in words as `x-rules`."""
        schema = super().__get_pydantic_json_schema__(core_schema, handler)
        if cls._rules:
            handler.resolve_ref_schema(schema)["x-rules"] = [
                {"id": rule.id, "message": rule.message, "quote": rule.quote}
                for rule in cls._rules
            ]
        return schema

    @classmethod
    def from_strings(cls, texts: Mapping[str, str | None]) -> Self:
        """Build from texts, such as a row of a CSV file: `{"duration": "5"}`.

        Names are wire names or Python names. Where the schema has a number, a boolean, an
        array or an object, the text is read as one: `5`, `0.5`, `true`, `["a", "b"]`. A
        blank text or None is left out. Raises `pydantic.ValidationError` as `Input(…)` does.
        """
        from .texts import is_blank, validated_texts  # here, to keep imports quick

        given = {name: text for name, text in texts.items() if not is_blank(text)}
        validated: Self = validated_texts(cls, cls.by_wire_name(given))
        return validated

    @classmethod
    def from_tool(cls, arguments: str | Mapping[str, Any]) -> Self:
        """Build from the arguments with which a language model calls the model as a tool.

        For tools that `runcomfy-codegen export tools` has written, plain or strict: an input
        that may be left out and is null is left out.

        Args:
            arguments: A JSON object by wire names, or its text, as some vendors send it.

        Raises:
            pydantic.ValidationError: Everything that is wrong, by wire name; show it to
                the language model.
        """
        from .tool_arguments import read_arguments  # here, to keep imports quick

        return cls.model_validate(read_arguments(cls, arguments))

    @classmethod
    def by_wire_name(cls, inputs: dict[str, Any]) -> dict[str, Any]:
        """Return those of `inputs` (Python names) that were given, by their wire names.

        Raises `TypeError` for one that was given by both of its names.
        """
        names = cls._wire_names
        given = {
            name: value for name, value in inputs.items() if value is not NOT_GIVEN
        }
        for name in given.keys() & names.keys():
            if names[name] in given and names[name] not in cls.model_fields:
                raise TypeError(f"{name} was given as {names[name]!r} as well")
        return {names.get(name, name): value for name, value in given.items()}

    @classmethod
    def rules_in_words(cls) -> "tuple[Rule, ...]":
        """Return the rules that the docs state in words; `client.check` checks them."""
        return cls._rules

    def to_payload(self) -> dict[str, Any]:
        """Return the JSON object to send: wire names, and only what was given."""
        payload: dict[str, Any] = as_json(self)
        return payload

    def model_copy(
        self, *, update: Mapping[str, Any] | None = None, deep: bool = False
    ) -> Self:
        """Return a copy with other values for the fields in `update`, which are validated.

        `NOT_GIVEN` leaves a field out. Raises `pydantic.ValidationError`.
        """
        if not update:
            return super().model_copy(deep=deep)
        names = self._wire_names
        changed = {names.get(name, name): value for name, value in update.items()}
        merged = {**self.to_payload(), **changed}
        return self.model_validate(
            {name: value for name, value in merged.items() if value is not NOT_GIVEN}
        )

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        """Show what was given, with long strings truncated."""
        for name, value in super().__repr_args__():
            if value is not NOT_GIVEN:
                yield name, truncated_repr(value)
