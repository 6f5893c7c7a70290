"""Common base of all models: strict, frozen, built on first use."""

from typing import Any

from pydantic import BaseModel, ConfigDict

from ..first_use import FIRST_USE
from ..private_names import PYDANTIC_NAMESPACE_DEPTH


class RuntimeModel(BaseModel):
    """A pydantic model that costs nothing at import: it is built when a first value comes."""

    model_config = ConfigDict(
        defer_build=True, frozen=True, strict=True, protected_namespaces=()
    )

    @classmethod
    def model_rebuild(cls, **options: Any) -> bool | None:
        """Build as pydantic does, in one thread at a time."""
        depth: int = options.get(PYDANTIC_NAMESPACE_DEPTH, 2)
        options[PYDANTIC_NAMESPACE_DEPTH] = depth + 1
        # Before 2.14, pydantic may build a model in two threads at once, with wrong results.
        # One lock for all models, since building one may build another.
        with FIRST_USE:
            return super().model_rebuild(**options)
