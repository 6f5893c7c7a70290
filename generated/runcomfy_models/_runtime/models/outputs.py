# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 2a58f2b6672ec0b701c1723486321118
"""The base of all `Output` classes: typed as the schema says, open for everything else."""

from collections.abc import Iterable
from typing import Any, TypeVar

from pydantic import BaseModel, ConfigDict, GetCoreSchemaHandler
from pydantic_core import CoreSchema

from ..truncating import truncated_repr
from .base import RuntimeModel


class OutputModel(RuntimeModel):
    """The output of a job. Unknown fields are kept; a missing field reads as None.

    A known field has the type that the docs give it: nothing is coerced.
    """

    model_config = ConfigDict(extra="allow")

    @classmethod
    def __get_pydantic_core_schema__(
        cls, source: type[BaseModel], handler: GetCoreSchemaHandler, /
    ) -> CoreSchema:
        """Read types in the strict sense of JSON."""
        if cls.__pydantic_complete__:  # a nested type, which has been built already
            return handler(source)
        from .strictness.json_types import strict_json  # here, to keep imports quick

        return strict_json(handler(source))

    def __repr_args__(self) -> Iterable[tuple[str | None, Any]]:
        """Show every field, with long strings truncated."""
        return [
            (name, truncated_repr(value)) for name, value in super().__repr_args__()
        ]


OutputT = TypeVar("OutputT", bound=OutputModel)
"""The `Output` of some model."""
