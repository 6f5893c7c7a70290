"""The facts about a job that are known before it is followed."""

from dataclasses import dataclass
from typing import Generic

from ..models.outputs import OutputT
from ..pricing import Price


@dataclass(frozen=True, kw_only=True)
class JobFacts(Generic[OutputT]):
    """The facts about a job that the service has."""

    request_id: str
    model_id: str
    output_type: type[OutputT]
    price: Price | None = None
    """The estimate of its cost; None if there is none."""
    is_new: bool
    """Whether it was submitted just now: parts of the service may not know it for a moment."""
