# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: cf518bba90dbfe1130270ee1e4108e58
"""Common base of all models: strict, frozen, built on first use."""

from typing import TYPE_CHECKING, Any, ClassVar

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler
from pydantic_core import CoreSchema

from ..first_use import FIRST_USE
from ..json_value import json_key
from ..private_names import PYDANTIC_NAMESPACE_DEPTH
from .payload import as_json
from .pickling import restored, values_by_wire_name

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue


class RuntimeModel(BaseModel):
    """A pydantic model that is cheap to import: it is built for its first value."""

    model_config = ConfigDict(
        defer_build=True, frozen=True, strict=True, protected_namespaces=()
    )
    __json_schema__: ClassVar[dict[str, Any]] = {}
    """The JSON Schema of a generated class, in which nested classes are a `$ref` to the class
    itself; empty for any other class."""

    def __eq__(self, other: object) -> bool:
        """Whether both are of one class and equal as JSON: 5 is 5.0, and 1 is not true."""
        if type(self) is not type(other):
            return NotImplemented
        return json_key(as_json(self)) == json_key(as_json(other))

    def __hash__(self) -> int:
        """Return a hash of the values, which may contain lists and objects."""
        return hash((type(self), json_key(as_json(self))))

    def __reduce__(self) -> tuple[Any, ...]:
        """Pickle the class and the given values, which other versions of the class can read."""
        return restored, (type(self), values_by_wire_name(self))

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Build a subclass of a generated class at once, as frameworks such as FastAPI need it."""
        super().__pydantic_init_subclass__(**kwargs)
        # The class itself has been deferred by now. A `TypeAdapter` would be as well, and
        # FastAPI turns pydantic's warnings off only while it makes one.
        if RuntimeModel not in cls.__bases__:
            cls.model_config = {**cls.model_config, "defer_build": False}

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler, /
    ) -> "JsonSchemaValue":
        """Return the schema of the docs, which the Python types cover only in part."""
        if not cls.__json_schema__:
            return handler(core_schema)
        from .json_schemas import embedded  # here, to keep imports quick

        return embedded(cls.__json_schema__, cls, core_schema, handler)

    @classmethod
    def model_rebuild(cls, **options: Any) -> bool | None:
        """Build as pydantic does, in one thread at a time."""
        depth: int = options.get(PYDANTIC_NAMESPACE_DEPTH, 2)
        options[PYDANTIC_NAMESPACE_DEPTH] = depth + 1
        # Before 2.14, pydantic may build a model in two threads at once, with wrong results.
        # One lock for all models, since building one may build another.
        with FIRST_USE:
            return super().model_rebuild(**options)
