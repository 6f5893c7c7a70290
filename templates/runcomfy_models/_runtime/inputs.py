"""The base of every `Input` and of the objects inside it."""

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING, Any, ClassVar, Self, Unpack

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler, ValidationError
from pydantic_core import CoreSchema, SchemaValidator

from .deferred import DeferredModel
from .not_given import NOT_GIVEN
from .payload import as_json, dumped, wire_names
from .shown import shown_value

if TYPE_CHECKING:
    from .checks.check import Check


class InputModel(DeferredModel):
    """A JSON object as its schema has it: nothing more, nothing coerced, nothing added.

    Keywords are Python names: `Input(field_33_string="x")`. `model_validate` reads
    wire names: `Input.model_validate({"33_string": "x"})`. Both raise
    `pydantic.ValidationError` with every problem at once.
    """

    model_config = ConfigDict(extra="forbid")
    _wire_names: ClassVar[dict[str, str]] = {}
    _check: "ClassVar[Check | None]" = None
    _usual: "ClassVar[SchemaValidator | None]" = None
    """What validates usual values by Python names, if there is such a thing."""
    _is_usual_known: ClassVar[bool] = False
    """It is made behind a first value: one alone is quicker without."""

    def __init_subclass__(
        cls, *, check: "Check | None" = None, **config: Unpack[ConfigDict]
    ) -> None:
        """`check` is what the object has to fit beside the types of its fields."""
        super().__init_subclass__(**config)
        cls._check = check
        cls._usual, cls._is_usual_known = None, False

    def __init__(self, /, **inputs: Any) -> None:
        """Build from keywords; `NOT_GIVEN` is as good as leaving the keyword out."""
        usual = self._usual
        if usual is not None:
            try:
                usual.validate_python(inputs, self_instance=self)
                return
            except ValidationError:
                pass  # the exact one says what is wrong, if anything is
        self._seek_usual()
        wired = self.by_wire_name(inputs)
        self.__pydantic_validator__.validate_python(wired, self_instance=self)

    # Without this mark pydantic sends model_validate through __init__ as well, and
    # wire names would be read as Python names.
    setattr(__init__, "__pydantic_base_init__", True)  # noqa: B010

    @classmethod
    def _seek_usual(cls) -> None:
        """Make it once, of what a first value has left."""
        if cls.__pydantic_complete__ and not cls._is_usual_known:
            from .shortcut import shortcut

            cls._usual, cls._is_usual_known = shortcut(cls), True

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Note which fields have another name on the wire."""
        super().__pydantic_init_subclass__(**kwargs)
        cls._wire_names = wire_names(cls)

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[BaseModel], handler: GetCoreSchemaHandler, /
    ) -> CoreSchema:
        """Types in the strict sense of JSON, where pydantic's strict mode differs."""
        if cls.__pydantic_complete__:  # a nested type, which has been through here
            return handler(source)
        from .input_schemas import input_schema  # only here: an import should be quick

        return input_schema(cls, handler(source), cls._check)

    @classmethod
    def by_wire_name(cls, inputs: dict[str, Any]) -> dict[str, Any]:
        """What was given of `inputs` (Python names), under the names of the wire.

        Raises `TypeError` for one that was given by both of its names.
        """
        names = cls._wire_names
        given = {
            name: value for name, value in inputs.items() if value is not NOT_GIVEN
        }
        if not names:
            return given
        for name in given.keys() & names.keys():
            if names[name] in given and names[name] not in cls.model_fields:
                raise TypeError(f"{name} was given as {names[name]!r} as well")
        return {names.get(name, name): value for name, value in given.items()}

    def to_payload(self) -> dict[str, Any]:
        """The JSON object to send: wire names, and what was given alone."""
        payload: dict[str, Any] = as_json(self) if self._usual is None else dumped(self)
        return payload

    def model_copy(
        self, *, update: Mapping[str, Any] | None = None, deep: bool = False
    ) -> Self:
        """A copy with other values for the fields in `update`, which are validated.

        `NOT_GIVEN` leaves a field out. Raises `pydantic.ValidationError`.
        """
        if not update:
            return super().model_copy(deep=deep)
        names = self._wire_names
        changed = {names.get(name, name): value for name, value in update.items()}
        every = {**self.to_payload(), **changed}
        return self.model_validate(
            {name: value for name, value in every.items() if value is not NOT_GIVEN}
        )

    def model_dump(self, **options: Any) -> dict[str, Any]:
        """As pydantic does it, but what was left out is not there."""
        options.setdefault("exclude_unset", True)
        return super().model_dump(**options)

    def model_dump_json(self, **options: Any) -> str:
        """As pydantic does it, but what was left out is not there."""
        options.setdefault("exclude_unset", True)
        return super().model_dump_json(**options)

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        """What was given, long strings cut."""
        for name, value in super().__repr_args__():
            if value is not NOT_GIVEN:
                yield name, shown_value(value)
