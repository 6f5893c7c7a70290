# Made by runcomfy-codegen; edit the schemas or templates, never this file.
"""The base of every `Output`: typed where the schema is known, open where it is not."""

from typing import TypeVar

from pydantic import BaseModel, ConfigDict


class OutputModel(BaseModel):
    """What a job gives back. Unknown fields are kept; one that did not come reads as None."""

    model_config = ConfigDict(extra="allow", frozen=True, protected_namespaces=())


OutputT = TypeVar("OutputT", bound=OutputModel)
"""The `Output` of some model."""
