# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: a9853dacf0e0ce637749a42746b1b857
"""What every model of ours is: strict, frozen, and built by pydantic when a first value comes."""

from threading import RLock
from typing import Any

from pydantic import BaseModel, ConfigDict

_BUILDING = RLock()
"""One for all models: to build one may build another. pydantic has its own from 2.14 on."""


class DeferredModel(BaseModel):
    """Not built by its import, which should cost nothing."""

    model_config = ConfigDict(
        defer_build=True, frozen=True, strict=True, protected_namespaces=()
    )

    @classmethod
    def model_rebuild(cls, **options: Any) -> bool | None:
        """As pydantic does it, by one thread at a time."""
        depth: int = options.pop("_parent_namespace_depth", 2)
        with _BUILDING:
            return super().model_rebuild(_parent_namespace_depth=depth + 1, **options)
