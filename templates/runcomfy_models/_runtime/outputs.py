"""The base of every `Output`: typed where the schema is known, open where it is not."""

from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler
from pydantic_core import CoreSchema

from .deferred import DeferredModel
from .shown import shown_value


class OutputModel(DeferredModel):
    """What a job gives back. Unknown fields are kept; one that did not come reads as None.

    A known field has the type that the docs give it: nothing is coerced.
    """

    model_config = ConfigDict(extra="allow")

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[BaseModel], handler: GetCoreSchemaHandler, /
    ) -> CoreSchema:
        """Types in the strict sense of JSON, where pydantic's strict mode differs."""
        if cls.__pydantic_complete__:  # a nested type, which has been through here
            return handler(source)
        from .strict_json import strict_json  # only here: an import should be quick

        return strict_json(handler(source))

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        """Every field, long strings cut."""
        return [(name, shown_value(value)) for name, value in super().__repr_args__()]


OutputT = TypeVar("OutputT", bound=OutputModel)
"""The `Output` of some model."""
