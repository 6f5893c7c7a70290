# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: cc55230a9559383604c27121ef3e2ef3
"""Common base of all models: strict, frozen, built on first use."""

from typing import TYPE_CHECKING, Any, ClassVar

from pydantic import BaseModel, ConfigDict, GetJsonSchemaHandler
from pydantic_core import CoreSchema

from ..first_use import FIRST_USE
from ..private_names import PYDANTIC_NAMESPACE_DEPTH

if TYPE_CHECKING:
    from pydantic.json_schema import JsonSchemaValue


class RuntimeModel(BaseModel):
    """A pydantic model that costs nothing at import: it is built when a first value comes."""

    model_config = ConfigDict(
        defer_build=True, frozen=True, strict=True, protected_namespaces=()
    )
    __json_schema__: ClassVar[dict[str, Any]] = {}
    """The JSON Schema of a generated class, in which nested classes are a `$ref` to the class
    itself; empty for any other class."""

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        """Let whoever makes a type of this class, such as FastAPI, build it at once."""
        super().__pydantic_init_subclass__(**kwargs)
        # The class itself has been deferred by now. A `TypeAdapter` would be as well, and
        # FastAPI turns pydantic's warnings off only while it makes one.
        if RuntimeModel not in cls.__bases__:
            cls.model_config = {**cls.model_config, "defer_build": False}

    @classmethod
    def __get_pydantic_json_schema__(
        cls, core_schema: CoreSchema, handler: GetJsonSchemaHandler, /
    ) -> "JsonSchemaValue":
        """Return what the docs say, which the Python types say in part only."""
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
