"""What a job that completed gives back, as far as no file is fetched."""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any, Generic

from .outputs import OutputT


@dataclass(frozen=True)
class JobResult(Generic[OutputT]):
    """What a job that completed gives back; `output` is the model's `Output`."""

    output: OutputT
    id: str
    """The request_id."""
    status: str
    created_at: datetime | None
    finished_at: datetime | None
    cost: Decimal | None
    """US dollars; None where the service did not say, which is not zero."""
    raw: dict[str, Any] = field(repr=False)
    """The answer as parsed JSON."""
    downloads: Any = field(default=None, repr=False, compare=False)
    """How files are fetched; None where the result was unpickled."""
