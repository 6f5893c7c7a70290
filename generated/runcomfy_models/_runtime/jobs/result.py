# Made by runcomfy-codegen; edit the schemas or templates, never this file.
# sha256: f36ec5fe29561e70157cd4697d05c3ac
"""The result of a completed job, apart from downloading its files."""

from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any, Generic

from ..models.outputs import OutputT


@dataclass(frozen=True)
class JobResult(Generic[OutputT]):
    """The result of a completed job; `output` is the model's `Output`."""

    output: OutputT
    id: str
    """The request_id."""
    status: str
    created_at: datetime | None
    finished_at: datetime | None
    cost: Decimal | None
    """US dollars; None if the service did not say, which does not mean zero."""
    raw: dict[str, Any] = field(repr=False)
    """The answer as parsed JSON."""
    downloads: Any = field(default=None, repr=False, compare=False)
    """Downloads files over the job's connection; None in an unpickled result."""
