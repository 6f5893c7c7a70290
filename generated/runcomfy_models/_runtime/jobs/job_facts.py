# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: 995385de3fc7ac5aa0efe4b4231cfadf
"""What is known about a job before it is followed."""

from dataclasses import dataclass
from typing import Generic

from ..models.outputs import OutputT
from ..pricing import Price


@dataclass(frozen=True, kw_only=True)
class JobFacts(Generic[OutputT]):
    """What is known about a job that the service has."""

    request_id: str
    model_id: str
    output_type: type[OutputT]
    price: Price | None = None
    """What it may cost, if that was estimated."""
    is_new: bool
    """Whether it was submitted just now: parts of the service may not know it for a moment."""
